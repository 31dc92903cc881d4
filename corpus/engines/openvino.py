"""The model computed by OpenVINO on the processor, from a file made once by `export`.

In the precision that OpenVINO itself takes for this processor (bf16 where it computes that) unless another is named.
Each question and each batch runs on one core, several side by side: no core waits for another, so that what else the
machine does costs no more than its share.
"""

import os
import sys
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING

import numpy as np

from corpus.engines.engine import Floats, Ids, UnfitError

if TYPE_CHECKING:
    from openvino import InferRequest

MOST_STREAMS = 16
_FIRST_RUN = Lock()


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
        openvino = openvino_module()
        self.streams = min(cores(), MOST_STREAMS)
        config = {
            "PERFORMANCE_HINT": "THROUGHPUT",
            "NUM_STREAMS": str(self.streams),
            "INFERENCE_NUM_THREADS": str(self.streams),
        }
        if precision:
            config["INFERENCE_PRECISION_HINT"] = precision
        try:
            compiled = openvino.Core().compile_model(str(file), "CPU", config)
            self.precision: str = compiled.get_property("INFERENCE_PRECISION_HINT").to_string()
        except RuntimeError as error:
            raise UnfitError(f"openvino: {_first_line(error)}") from error
        self._compiled = compiled
        self._idle: SimpleQueue[InferRequest] = SimpleQueue()
        for _ in range(self.streams):
            self._idle.put(compiled.create_infer_request())
        # OpenVINO's binding sets itself up at its first results, with a lock that it holds while it waits for
        # Python's: two threads at that moment would wait for each other for good
        with _FIRST_RUN:
            self.run(np.ones((1, 2), np.int64), np.ones((1, 2), np.int64))

    def run(self, ids: Ids, mask: Ids) -> Floats:
        """Token vectors of a padded batch."""
        request = self._idle.get()
        try:
            last = request.infer({"input_ids": ids, "attention_mask": mask})[0]
        finally:
            self._idle.put(request)
        return np.asarray(last, dtype=np.float32)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _first_line(error: Exception) -> str:
    return next((line.strip() for line in reversed(str(error).splitlines()) if line.strip()), type(error).__name__)
