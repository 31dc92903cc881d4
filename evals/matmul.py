"""What the processor can do at most: matrix products by OpenVINO in several precisions, with nothing around them."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from corpus.engines.openvino import cores, openvino_module

PRECISIONS = ("f32", "bf16", "int8")
_LAYERS, _ROWS, _WIDTH = 8, 1024, 384  # products as a small model makes them, many in a row
ROUNDS, SECONDS = 4, 0.5


@dataclass(frozen=True, slots=True)
class Rate:
    """The best of some rounds: units a second, and units a second of one core's time.

    The second hardly suffers from what else the machine does.
    """

    second: float
    core_second: float


def best_rate(units: float, once: Callable[[], object], rounds: int, seconds: float = 0.0) -> Rate:
    """Runs a round for at least so many seconds, and all rounds; `once` does as many `units`."""
    found: list[tuple[float, float]] = []
    for _ in range(rounds):
        began, began_core, done = time.perf_counter(), time.process_time(), 0.0
        while not done or time.perf_counter() - began < seconds:
            once()
            done += units
        found.append((done / (time.perf_counter() - began), done / (time.process_time() - began_core)))
    return Rate(max(a for a, _ in found), max(b for _, b in found))


def peak(precision: str) -> Rate:
    """Operations (a multiplication and an addition are two), of all cores together."""
    openvino, streams = openvino_module(), str(cores())
    config = {"PERFORMANCE_HINT": "THROUGHPUT", "NUM_STREAMS": streams, "INFERENCE_NUM_THREADS": streams}
    config["INFERENCE_PRECISION_HINT"] = "bf16" if precision == "bf16" else "f32"
    compiled = openvino.Core().compile_model(_products(openvino, precision == "int8"), "CPU", config)
    queue = openvino.AsyncInferQueue(compiled)
    rows = np.random.default_rng(1).uniform(-1, 1, (_ROWS, _WIDTH)).astype(np.float32)
    at_once = 4 * cores()

    def once() -> None:
        for _ in range(at_once):
            queue.start_async([rows])
        queue.wait_all()

    once()
    return best_rate(at_once * _LAYERS * 2.0 * _ROWS * _WIDTH**2, once, ROUNDS, SECONDS)


def _products(openvino: Any, whole_numbers: bool) -> object:  # noqa: ANN401 - the library has no types
    ops = openvino.opset13
    chance = np.random.default_rng(0)
    last = given = ops.parameter([_ROWS, _WIDTH], np.float32)
    for _ in range(_LAYERS):
        if whole_numbers:  # the pattern that the library computes in int8
            least, most = np.float32(-1), np.float32(1)
            last = ops.fake_quantize(last, least, most, least, most, 256)
            weights = ops.constant(chance.integers(-127, 128, (_WIDTH, _WIDTH), dtype=np.int8))
            weights = ops.multiply(ops.convert(weights, "f32"), np.float32(1 / 127 / 30))
        else:
            weights = ops.constant((chance.standard_normal((_WIDTH, _WIDTH)) / _WIDTH**0.5).astype(np.float32))
        last = ops.matmul(last, weights, False, True)
    return openvino.Model([last], [given])
