"""What each stage of finding gives: the same questions with all stages, and with one of them off at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.ranking import STAGES, Stage
from assistant.search import Search, Stages
from evals.bench import indexed
from evals.intervals import Interval, difference, interval, percentile
from evals.retrieval import Run, run
from evals.show import Table


@dataclass(frozen=True, slots=True)
class Ablated:
    """One run: the stage that was off (None: none), its figures, and what is lost against all stages, question by
    question, with 95 % intervals; milliseconds of one question at a time.
    """

    off: Stage | None
    recall: Interval
    precision: Interval
    first: Interval
    recall_lost: Interval
    precision_lost: Interval
    p50: float
    p95: float


def evaluate(corpus: Path, queries: Path, relevant: Path, index: Path | None = None) -> list[Ablated]:
    """All stages first, then each of them off."""
    with indexed(corpus, index) as bench:

        def without(off: Stage | None) -> Run:
            search = Search(bench.corpus, Stages(off=frozenset({off} if off else ())))
            return run(bench, queries, relevant, search, f"Without {off}" if off else "All stages")

        whole = without(None)
        return [_compared(None, whole, whole), *(_compared(stage, without(stage), whole) for stage in STAGES)]


def _compared(off: Stage | None, done: Run, whole: Run) -> Ablated:
    return Ablated(
        off,
        interval(done.recall),
        interval(done.precision),
        interval(done.first),
        difference(whole.recall, done.recall),
        difference(whole.precision, done.precision),
        percentile(done.milliseconds, 0.5),
        percentile(done.milliseconds, 0.95),
    )


def table(name: str, rows: Sequence[Ablated]) -> Table:
    """One row a run."""
    columns = ("without", "Recall@10", "MAP@10", "Hit@1", "Recall@10 lost", "MAP@10 lost", "p50, ms", "p95, ms")
    cells = tuple(
        (r.off or "nothing", str(r.recall), str(r.precision), str(r.first), *_lost(r), r.p50, r.p95) for r in rows
    )
    return Table(f"Stages, {name}", columns, cells, "In brackets: 95 % intervals over the questions.")


def _lost(row: Ablated) -> tuple[str, str]:
    return (str(row.recall_lost), str(row.precision_lost)) if row.off else ("", "")


def as_data(rows: Sequence[Ablated]) -> list[dict[str, object]]:
    """The rows as they are given out as JSON."""
    return [
        {
            "without": r.off,
            **{n: [round(i.mean, 4), round(i.low, 4), round(i.high, 4)] for n, i in _intervals(r)},
            "p50_ms": round(r.p50, 2),
            "p95_ms": round(r.p95, 2),
        }
        for r in rows
    ]


def _intervals(row: Ablated) -> tuple[tuple[str, Interval], ...]:
    return (
        ("recall_at_10", row.recall),
        ("map_at_10", row.precision),
        ("hit_at_1", row.first),
        ("recall_at_10_lost", row.recall_lost),
        ("map_at_10_lost", row.precision_lost),
    )
