"""Ours beside others' pipelines, over the same passages and questions, in one run: quality, speed, memory.

Each runs in a process of its own, one after the other (`peer_run`), offline, with the same model folder.
Chooses nothing.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from corpus.errors import SettingsError, UnavailableError
from corpus.models import model_folder
from corpus.settings import Settings
from evals.intervals import Interval, difference, interval, percentile
from evals.peer_set import prepare
from evals.pipelines import NEEDS, PIPELINES
from evals.retrieval import scores
from evals.served import ROOT, our_environment
from evals.show import Cell, Table, along

OURS = "vanban"
Judged = Mapping[str, tuple[float, float, float]]


@dataclass(frozen=True, slots=True)
class PeerResult:
    """One way of one pipeline. `gain` is what our Recall@10 is above its, question by question; None for ours."""

    name: str
    recall_at_10: Interval
    map_at_10: Interval
    hit_at_1: Interval
    gain: Interval | None
    passages_per_second: float
    p50: float
    p95: float
    index_peak_mb: float | None
    peak_mb: float | None
    disk_mb: float
    load_seconds: float
    versions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PeersResult:
    """All of them, over how much, and what the machine was doing before."""

    set: str
    passages: int
    of_passages: int
    questions: int
    load: float
    peers: tuple[PeerResult, ...]


def evaluate(
    files: tuple[Path, Path, Path], passages: int = 0, questions: int = 0, only: Sequence[str] = ()
) -> PeersResult:
    """Runs the pipelines named (all if none) over a set's corpus, queries and qrels, or over so many of each.

    Raises SettingsError if what one needs is not installed.
    """
    names = tuple(only) or tuple(PIPELINES)
    check_installed(names)
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        given = prepare(files, work / "set", passages, questions)
        told = {name: run(name, given.folder, work / name) for name in along(names, "Comparing")}
    return PeersResult(
        given.name, given.passages, given.of_passages, len(given.relevant), load, judged(told, given.relevant)
    )


def check_installed(names: Sequence[str]) -> None:
    """Raises SettingsError naming what is missing, with the command that installs it."""
    missing = sorted({need for name in names for need in NEEDS[name] if not _installed(need)})
    if missing:
        raise SettingsError("peers-missing", missing=", ".join(missing))


def run(name: str, given: Path, work: Path) -> dict[str, Any]:
    """One pipeline in a fresh process; raises UnavailableError with its last words if it fails."""
    work.mkdir(parents=True)
    model = model_folder(Settings().model)
    command = [sys.executable, "-m", "evals.peer_run", name, str(given), str(model), str(work)]
    environment = {**our_environment(), "HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    return told_by(name, done.returncode, done.stdout, done.stderr)


def told_by(name: str, code: int, output: str, errors: str) -> dict[str, Any]:
    """What a pipeline's process said: the last line of its output; libraries may have said something before."""
    said = output.strip().splitlines()
    if code or not said:
        reason = (errors.strip().splitlines() or [f"it ended with {code}"])[-1]
        raise UnavailableError("store-failed", store=name, reason=reason)
    told: dict[str, Any] = json.loads(said[-1])
    return told


def judged(told: Mapping[str, Mapping[str, Any]], relevant: Mapping[str, set[str]]) -> tuple[PeerResult, ...]:
    """The results of all processes, held against what is right and against ours."""
    ways = [(one, way, said) for one in told.values() for way, said in one["ways"].items()]
    right = {way: _judged(said["found"], relevant) for _, way, said in ways}
    return tuple(_result(one, way, said["milliseconds"], right[way], right.get(OURS)) for one, way, said in ways)


def as_data(result: PeersResult) -> dict[str, object]:
    """The result as it is given out as JSON."""
    return asdict(result)


def tables(result: PeersResult) -> list[Table]:
    """Quality with its intervals; speed and memory."""
    part = "" if result.passages == result.of_passages else f" of {result.of_passages:,}"
    title = f"{result.set}: {result.passages:,}{part} passages, {result.questions:,} questions"
    quality: tuple[tuple[Cell, ...], ...] = tuple(
        (p.name, str(p.recall_at_10), str(p.map_at_10), str(p.hit_at_1), str(p.gain) if p.gain else "")
        for p in result.peers
    )
    cost: tuple[tuple[Cell, ...], ...] = tuple(
        (p.name, p.passages_per_second, p.p50, p.p95, p.p95 / p.p50 if p.p50 else None, p.index_peak_mb, p.peak_mb,
         p.disk_mb, p.load_seconds)
        for p in result.peers
    )  # fmt: skip
    note = "In brackets: 95 % intervals, from drawing the questions again. The last column is paired by question."
    costs = f"One question at a time, warm, embedding included. Load before: {result.load:.1f}, {os.cpu_count()} cores."
    columns = ("pipeline", "Recall@10", "MAP@10", "Hit@1", "ours above it, Recall@10")
    return [
        Table(title, columns, quality, note),
        Table(
            "Speed and memory",
            ("pipeline", "indexed/s", "p50 ms", "p95 ms", "p95/p50", "indexing MB", "peak MB", "disk MB", "loading s"),
            cost,
            costs,
        ),
    ]


def _installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False  # the package around it is not there either


def _judged(found: Mapping[str, Sequence[str]], relevant: Mapping[str, set[str]]) -> Judged:
    every = {id: scores(found[id], gold) for id, gold in relevant.items()}
    return {id: (recall, precision, hit) for id, (recall, precision, _, hit) in every.items()}


def _result(
    one: Mapping[str, Any], way: str, milliseconds: Sequence[float], right: Judged, ours: Judged | None
) -> PeerResult:
    recall, precision, hit = zip(*right.values(), strict=True)
    gain = None
    if ours is not None and way != OURS:
        gain = difference([ours[id][0] for id in right], recall)
    return PeerResult(
        way,
        interval(recall),
        interval(precision),
        interval(hit),
        gain,
        one["passages"] / one["index_seconds"],
        percentile(milliseconds, 0.5),
        percentile(milliseconds, 0.95),
        one["index_peak_mb"],
        one["peak_mb"],
        one["disk_mb"],
        one["load_seconds"],
        one["versions"],
    )
