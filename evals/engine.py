"""How near embedding comes to what the processor can do: the model as it was run before, and by the engine chosen.

Each way runs in a process of its own. Shares are of work done a second of a core's time, so that what else the machine
does hardly counts.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.embedding import SentenceEmbedding
from corpus.engines.engine import UnfitError
from corpus.engines.shape import read_shape
from corpus.errors import UnavailableError
from corpus.settings import Settings
from evals.engine_run import WAYS
from evals.matmul import PRECISIONS, Rate, peak
from evals.served import ROOT, our_environment
from evals.show import Table
from ingest.files import files_under
from ingest.reading import document_of

TEXTS = 384  # paragraphs of the samples
_NAMES = {
    "before": "sentence-transformers on torch, sorted (before)",
    "torch": "our own batches on torch",
    "vectors": "engine chosen",
    "codes": "engine chosen, with token codes",
}


@dataclass(frozen=True, slots=True)
class Way:
    """One way of running the model; shares are of the peak of its own precision, and of int8's."""

    name: str
    precision: str
    passages_per_second: float
    tokens_per_second: float
    share: float | None
    share_of_int8: float | None
    first_seconds: float
    loaded_mb: float | None
    question_ms: float


@dataclass(frozen=True, slots=True)
class EngineResult:
    """All ways, and the processor's peaks in operations a second, of all cores together."""

    cosine: float | None
    tokens: int
    texts: int
    peaks: dict[str, Rate]
    ways: tuple[Way, ...]


def evaluate(samples: Path, model: str | None = None) -> EngineResult:
    """Embeds paragraphs of the samples every way, and measures the peaks; raises UnavailableError."""
    model = model or Settings().model
    embedding = SentenceEmbedding.open(model)
    texts = paragraphs(samples, TEXTS)
    tokens = sum(embedding.count_tokens(texts)) + 2 * len(texts)
    work = operations(Path(embedding.folder), tokens / len(texts))
    try:
        peaks = {precision: peak(precision) for precision in PRECISIONS}
    except UnfitError as error:
        raise UnavailableError("store-failed", store="openvino", reason=str(error)) from error
    ways = []
    for way in WAYS:
        told = _run(way, model, texts)
        precision = embedding.choice.precision if way in ("vectors", "codes") else "f32"
        core_second = told["passages"]["core_second"] * tokens / len(texts) * work if work else None
        ways.append(
            Way(
                _NAMES[way],
                precision,
                told["passages"]["second"],
                told["passages"]["second"] * tokens / len(texts),
                core_second / peaks[precision].core_second if core_second and precision in peaks else None,
                core_second / peaks["int8"].core_second if core_second else None,
                told["first_seconds"],
                told["loaded_mb"],
                told["question_ms"],
            )
        )
    return EngineResult(embedding.choice.cosine, tokens, len(texts), peaks, tuple(ways))


def paragraphs(samples: Path, most: int) -> list[str]:
    """Paragraphs of the sample documents, as they come."""
    lines = (
        line
        for file in files_under([samples])
        for line in document_of(file, file.path.read_bytes(), "").document.text.split("\n")
    )
    return list(dict.fromkeys(line for line in lines if len(line) > 40))[:most]


def operations(folder: Path, length: float) -> float | None:
    """What the model computes for one token of a text of this length; None where its settings do not tell."""
    shape = read_shape(folder)
    if shape is None:
        return None
    told = json.loads((shape.transformer / "config.json").read_text(encoding="utf-8"))
    try:
        width, inner, layers = told["hidden_size"], told["intermediate_size"], told["num_hidden_layers"]
    except KeyError:
        return None
    return float(layers * 2 * (4 * width**2 + 2 * width * inner + 2 * length * width))


def _run(way: str, model: str, texts: Sequence[str]) -> dict[str, Any]:
    command = [sys.executable, "-m", "evals.engine_run", way, model]
    done = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, cwd=ROOT, env=our_environment(), check=False
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["it ended without a word"])[-1]
        raise UnavailableError("store-failed", store=f"engine, {way}", reason=reason)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def table(result: EngineResult) -> Table:
    """The ways side by side, with the ratio to the first."""
    columns = (
        "way", "precision", "passages/s", "tokens/s", "times before", "share of peak", "share of int8 peak",
        "first vector, s", "memory then, MB", "question p50, ms",
    )  # fmt: skip
    before = result.ways[0].passages_per_second
    rows = tuple(
        (
            w.name, w.precision, w.passages_per_second, w.tokens_per_second, w.passages_per_second / before,
            w.share, w.share_of_int8, w.first_seconds, w.loaded_mb, w.question_ms,
        )
        for w in result.ways
    )  # fmt: skip
    peaks = ", ".join(f"{name} {rate.second / 1e9:.0f}" for name, rate in result.peaks.items())
    cosine = f"{result.cosine:.5f}" if result.cosine is not None else "not checked"
    note = (
        f"{result.texts} paragraphs, {result.tokens} tokens. Measured peaks, thousand million operations a second: "
        f"{peaks}. Shares are a core-second's. Least cosine of the chosen engine to the original: {cosine}."
    )
    return Table("Embedding, how far from the processor's limit", columns, rows, note)
