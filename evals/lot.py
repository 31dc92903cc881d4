"""The lot: answers and speed on the sample dossier, retrieval and abstention on every set that is there."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from evals import abstention, answers, retrieval, speed
from evals.abstention import AbstentionResult
from evals.bench import BenchCorpus, indexed, read_queries
from evals.judge import read_cases
from evals.retrieval import RetrievalResult
from evals.show import Table

SHARED = "VANBAN_SHARED"
_BIG = "obliqa"  # these sets take minutes each to embed


@dataclass(frozen=True, slots=True)
class Lot:
    """All results; a set is named by its folder, and its other question file after a slash."""

    answers: answers.AnswersResult
    speed: speed.SpeedResult
    retrieval: dict[str, RetrievalResult] = field(default_factory=dict)
    abstention: dict[str, AbstentionResult] = field(default_factory=dict)


def evaluate(index: Path | None = None, *, quick: bool = False) -> Lot:
    """Everything; indexes are made in a temporary folder, or kept in `index` for the next time."""
    with ExitStack() as stack:
        folder = index or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        answered = answers.evaluate(answers.SAMPLES, answers.CASES, folder / "samples")
        fast = speed.evaluate(answers.SAMPLES, read_cases(answers.CASES))
        lot = Lot(answered, fast)
        for digest, group in groupby(sorted(_digests(quick=quick)), key=lambda pair: pair[0]):
            sets = [Path(name) for _, name in group]
            # sets over the same texts share one index
            with indexed(sets[0] / "corpus.jsonl", folder / digest[:12]) as bench:
                for one in sets:
                    _measure(lot, bench, one)
        return lot


def sets_found(*, quick: bool = False) -> list[Path]:
    """The sets under ../shared/bench, or under the folder that VANBAN_SHARED names; none is no error."""
    named = os.environ.get(SHARED)
    shared = Path(named) if named else Path(__file__).resolve().parent.parent.parent / "shared"
    found = sorted(f.parent for f in (shared / "bench").glob("*/corpus.jsonl"))
    return [s for s in found if not (quick and s.name.startswith(_BIG))]


def tables(lot: Lot) -> list[Table]:
    """All tables."""
    found = [*answers.tables(lot.answers), *speed.tables(lot.speed)]
    if lot.retrieval:
        found.append(retrieval.table(lot.retrieval))
    if lot.abstention:
        found.append(abstention.table(lot.abstention))
    return found


def as_data(lot: Lot) -> dict[str, object]:
    """All results as they are given out as JSON."""
    return {
        "answers": answers.as_data(lot.answers),
        "speed": speed.as_data(lot.speed),
        "retrieval": [retrieval.as_row(name, r) for name, r in lot.retrieval.items()],
        "abstention": [abstention.as_data(name, r) for name, r in lot.abstention.items()],
    }


def _digests(*, quick: bool) -> Iterator[tuple[str, str]]:
    for one in sets_found(quick=quick):
        yield sha256((one / "corpus.jsonl").read_bytes()).hexdigest(), str(one)


def _measure(lot: Lot, bench: BenchCorpus, one: Path) -> None:
    queries, relevant = one / "queries.jsonl", one / "qrels.jsonl"
    if any(q.answerable is not None for q in read_queries(queries)):
        lot.abstention[one.name] = abstention.measure(bench, abstention.labelled(queries))
    if not relevant.is_file():
        return
    lot.retrieval[one.name] = retrieval.measure(bench, queries, relevant)
    bare = one / "queries_nodiacritics.jsonl"
    if bare.is_file():
        lot.retrieval[f"{one.name}/nodiacritics"] = retrieval.measure(bench, bare, relevant)
