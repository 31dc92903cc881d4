"""The model computed by OpenVINO on the processor, from a file made once by `export`.

In the precision that OpenVINO itself takes for this processor (bf16 where it computes that) unless another is named.
Each batch runs on one core, several side by side: no core waits for another, so that what else the machine does costs
no more than its share. A question runs on several cores at once, for somebody waits for it.
"""

import os
import sys
from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING

import numpy as np

from corpus.engines.engine import Floats, Ids, UnfitError

if TYPE_CHECKING:
    from openvino import CompiledModel, InferRequest

MOST_STREAMS = 16
_CORES_OF_A_QUESTION = 4  # it is too short for more
_FIRST_RUN = Lock()
_SMALL = np.ones((1, 2), np.int64), np.ones((1, 2), np.int64)


def openvino_module() -> ModuleType:
    """OpenVINO without its telemetry, which would call out when it is imported; raises UnfitError."""
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # None is how an import is forbidden
    try:
        openvino = import_module("openvino")
    except (ImportError, OSError) as error:  # OSError: a library of its own that does not load
        raise UnfitError(f"openvino: {error}") from error
    return openvino


class OpenVinoEngine:
    """An exported model; several threads may run it at once. Raises UnfitError where it cannot be loaded."""

    name = "openvino"

    def __init__(self, file: Path, precision: str = "") -> None:
        self._file, self._precision = file, precision
        self.streams = min(cores(), MOST_STREAMS)
        compiled = self._compile("THROUGHPUT", self.streams, self.streams)
        self.precision: str = compiled.get_property("INFERENCE_PRECISION_HINT").to_string()
        self._idle: SimpleQueue[InferRequest] = SimpleQueue()
        for _ in range(self.streams):
            self._idle.put(compiled.create_infer_request())
        self._asked: SimpleQueue[InferRequest] = SimpleQueue()
        # OpenVINO's binding sets itself up at its first results, with a lock that it holds while it waits for
        # Python's: two threads at that moment would wait for each other for good
        with _FIRST_RUN:
            self.run(*_SMALL)

    def run(self, ids: Ids, mask: Ids) -> Floats:
        """Token vectors of a padded batch."""
        request = self._idle.get()
        try:
            last = request.infer({"input_ids": ids, "attention_mask": mask})[0]
        finally:
            self._idle.put(request)
        return np.asarray(last, dtype=np.float32)

    def begin(self, ids: Ids, mask: Ids) -> Callable[[], Floats]:
        """Begins a question in the background; one whose result is never called for holds nothing up."""
        try:
            request = self._asked.get_nowait()
        except Empty:
            request = self._for_questions.create_infer_request()
        request.start_async({"input_ids": ids, "attention_mask": mask})

        def result() -> Floats:
            request.wait()
            # a copy, because the request's own is written over by the next question
            last = np.array(request.get_output_tensor(0).data, dtype=np.float32)
            self._asked.put(request)
            return last

        return result

    @cached_property
    def _for_questions(self) -> "CompiledModel":
        """The model once more: a run that only embeds passages has no need of it."""
        with _FIRST_RUN:
            return self._compile("LATENCY", 1, min(cores(), _CORES_OF_A_QUESTION))

    def _compile(self, hint: str, streams: int, threads: int) -> "CompiledModel":
        openvino = openvino_module()
        config = {"PERFORMANCE_HINT": hint, "NUM_STREAMS": str(streams), "INFERENCE_NUM_THREADS": str(threads)}
        if self._precision:
            config["INFERENCE_PRECISION_HINT"] = self._precision
        try:
            compiled: CompiledModel = openvino.Core().compile_model(str(self._file), "CPU", config)
        except RuntimeError as error:
            raise UnfitError(f"openvino: {_first_line(error)}") from error
        return compiled


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _first_line(error: Exception) -> str:
    return next((line.strip() for line in reversed(str(error).splitlines()) if line.strip()), type(error).__name__)
