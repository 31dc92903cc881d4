"""Speed and memory on the sample dossier: the first answer, then warm, in process and over HTTP. Asserts nothing."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.assistant import Assistant
from corpus.corpus import Corpus
from corpus.errors import UnavailableError
from corpus.settings import read_settings
from evals import engine, ingestion
from evals.ingestion import Ingestion
from evals.intervals import percentile
from evals.judge import Case
from evals.memory import peak_mb
from evals.served import ROOT, ServerFailed, our_environment, serving
from evals.show import Cell, Table, along

LIMITS = {
    "first answer, s": 120.0,
    "ask p50, ms": 150.0,
    "ask p95, ms": 400.0,
    "server start, s": 10.0,
    "peak memory, MB": 2000.0,
}
INGESTED = 180  # files of the ingestion that is measured


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds of questions asked one after the other, each once."""

    p50: float
    p95: float
    milliseconds: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """A fresh process on an empty data folder: `seconds` from its start to its end, the rest as it tells itself."""

    seconds: float
    ingest_seconds: float
    answer_seconds: float
    passages: int
    passages_per_second: float
    peak_mb: float | None


@dataclass(frozen=True, slots=True)
class Serving:
    """A server on an existing index: seconds from its start until /healthz answers and until the first cited answer."""

    ready_seconds: float
    first_answer_seconds: float
    ask: Latency
    peak_mb: float | None


@dataclass(frozen=True, slots=True)
class SpeedResult:
    """All of it; `server` is None where it did not run, and `server_failed` says why.

    `load` is what the machine was doing before: above the number of its cores, the times are not the product's.
    """

    load: float
    first: FirstAnswer
    ask: Latency
    server: Serving | None
    server_failed: str = ""
    ingestion: Ingestion | None = None
    embedding: engine.EngineResult | None = None


def evaluate(documents: Path, cases: Sequence[Case], files: int | None = None) -> SpeedResult:
    """Indexes the documents in a fresh process, then asks every case's question in this process and over HTTP.

    `files` text files (INGESTED) are then made of the documents and ingested, for what a run costs besides embedding;
    0: none, and the engine of the embedding is not measured either.
    """
    questions = [c.question for c in cases]
    likely = [c.question for c in cases if c.answerable]
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        load, first = os.getloadavg()[0], first_answer(documents, data, likely)
        corpus = Corpus(read_settings(data))
        try:
            assistant = Assistant(corpus)
            assistant.ask(questions[0])  # the model loads at the first question
            here, server, failed = asked_warm(assistant, questions, Path(folder) / "serve.log")
        finally:
            corpus.close()
        files = INGESTED if files is None else files
        ran = ingestion.evaluate(documents, Path(folder) / "ingestion", files) if files else None
        bare = engine.evaluate(documents) if files else None
        return SpeedResult(load, first, here, server, failed, ran, bare)


def first_answer(documents: Path, data: Path, questions: Sequence[str]) -> FirstAnswer:
    """Runs `evals.first_answer` in a process of its own; raises UnavailableError if no cited answer comes."""
    command = [sys.executable, "-m", "evals.first_answer", str(documents.absolute()), str(data)]
    began = time.monotonic()
    asked, environment = json.dumps(questions), our_environment()
    done = subprocess.run(command, input=asked, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    seconds = time.monotonic() - began
    told = json.loads(done.stdout) if done.returncode == 0 else {"cited": False}
    if not told["cited"]:
        reason = (done.stderr.strip().splitlines() or ["no answer came with a citation"])[-1]
        raise UnavailableError("store-failed", store="first answer", reason=reason)
    rate = told["passages"] / told["ingest_seconds"]
    return FirstAnswer(seconds, told["ingest_seconds"], told["answer_seconds"], told["passages"], rate, told["peak_mb"])


def asked_warm(assistant: Assistant, questions: Sequence[str], log: Path) -> tuple[Latency, Serving | None, str]:
    """Starts the server on the same index, and asks both; without a server, says why."""
    data = assistant.corpus.settings.data
    began = time.monotonic()
    try:
        with serving(data, log) as server:
            ready = time.monotonic() - began
            server.ask(questions[0])
            answered = time.monotonic() - began
            here, there = side_by_side((assistant.ask, server.ask), questions)
            return here, Serving(ready, answered, there, peak_mb(str(server.pid))), ""
    except ServerFailed as error:
        (here,) = side_by_side((assistant.ask,), questions)
        return here, None, str(error)


def side_by_side(ways: Sequence[Callable[[str], object]], questions: Sequence[str]) -> list[Latency]:
    """Asks each question once each way, one way after the other: what else the machine does then slows both alike."""
    times: list[list[float]] = [[] for _ in ways]
    for question in along(questions, "Asking"):
        for ask, taken in zip(ways, times, strict=True):
            began = time.perf_counter()
            ask(question)
            taken.append((time.perf_counter() - began) * 1000)
    return [Latency(percentile(t, 0.5), percentile(t, 0.95), tuple(round(ms, 2) for ms in t)) for t in times]


def as_data(result: SpeedResult) -> dict[str, object]:
    """The result as it is given out as JSON, with the ratios."""
    against = {f"{name}, {where}": round(value / LIMITS[name], 3) for name, value, where in _against_limits(result)}
    ran = result.ingestion
    ratios = {"over_bare": ran.over_bare, "times_faster": ran.times_faster} if ran is not None else {}
    return {**asdict(result), "measured_over_limit": against, "http_over_in_process": _ratio(result), **ratios}


def tables(result: SpeedResult) -> list[Table]:
    """What has a limit, beside it; then the rest."""
    against = ((name, where, value, LIMITS[name]) for name, value, where in _against_limits(result))
    limited = tuple((name, where, value, limit, value / limit) for name, where, value, limit in against)
    first, server = result.first, result.server
    rest: list[tuple[Cell, ...]] = [
        ("ingestion, passages/s", first.passages_per_second),
        ("ingestion, s", first.ingest_seconds),
        ("first answer after ingestion, s", first.answer_seconds),
    ]
    if server is not None:
        rest.append(("server start to first answer, s", server.first_answer_seconds))
        rest.append(("HTTP p50 / in-process p50", _ratio(result)))
    note = f"Load of the machine before: {result.load:.1f}, on {os.cpu_count()} cores."
    if server is None:
        note += f" No server was measured: {result.server_failed}"
    columns = ("what", "where", "measured", "limit", "measured / limit")
    shown = [
        Table("Speed and memory against the limits", columns, limited, note),
        Table("Speed, further figures", ("what", "measured"), tuple(rest)),
    ]
    if result.ingestion is not None:
        shown.append(ingestion.table(result.ingestion))
    if result.embedding is not None:
        shown.append(engine.table(result.embedding))
    return shown


def _against_limits(result: SpeedResult) -> list[tuple[str, float, str]]:
    first, server = result.first, result.server
    rows: list[tuple[str, float | None, str]] = [
        ("first answer, s", first.seconds, "fresh process, empty data folder"),
        ("ask p50, ms", result.ask.p50, "in process"),
        ("ask p95, ms", result.ask.p95, "in process"),
        ("peak memory, MB", first.peak_mb, "ingestion and first answer"),
    ]
    if server is not None:
        rows += [
            ("ask p50, ms", server.ask.p50, "over HTTP"),
            ("ask p95, ms", server.ask.p95, "over HTTP"),
            ("server start, s", server.ready_seconds, "until /healthz answers"),
            ("peak memory, MB", server.peak_mb, "server"),
        ]
    return [(name, value, where) for name, value, where in rows if value is not None]


def _ratio(result: SpeedResult) -> float | None:
    return result.server.ask.p50 / result.ask.p50 if result.server is not None and result.ask.p50 else None
