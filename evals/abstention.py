"""Abstention: does it know what the documents do not say? Runs the product's own walk; its confidence is the score."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path

from assistant.assistant import Assistant
from corpus.errors import RequestError
from evals.bench import BenchCorpus, BenchQuery, indexed, read_queries
from evals.judge import REFUSALS
from evals.show import Table, along


@dataclass(frozen=True, slots=True)
class Judged:
    """One question as it was answered: can it be, was it, and how sure the assistant was."""

    answerable: bool
    answered: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class AbstentionResult:
    """`auroc` needs no threshold; all else is measured at the shipped one. None where there is nothing to divide by."""

    answerable: int
    unanswerable: int
    auroc: float | None
    threshold: float
    answered_share: float
    unanswerable_answered: float | None
    answerable_refused: float | None
    refusal_precision: float | None
    refusal_recall: float | None
    questions: tuple[Judged, ...]


def evaluate(corpus: Path, queries: Path, index: Path | None = None) -> AbstentionResult:
    """Indexes the texts, asks every question, compares the refusals with what the set says."""
    asked = labelled(queries)
    with indexed(corpus, index) as bench:
        return measure(bench, asked)


def labelled(queries: Path) -> list[BenchQuery]:
    """The questions that say whether they can be answered; raises RequestError if none does."""
    asked = [q for q in read_queries(queries) if q.answerable is not None]
    if not asked:
        raise RequestError("bad-request", detail=f"{queries}: no question says whether it is `answerable`")
    return asked


def measure(bench: BenchCorpus, asked: Sequence[BenchQuery]) -> AbstentionResult:
    """Asks an indexed set."""
    assistant = Assistant(bench.corpus)
    judged: list[Judged] = []
    for q in along(asked, "Asking"):
        answer = assistant.ask(q.text)
        judged.append(Judged(bool(q.answerable), answer.outcome not in REFUSALS, answer.confidence))
    return score(judged, assistant.threshold)


def score(judged: Sequence[Judged], at: float) -> AbstentionResult:
    """The figures of questions already asked."""
    can, cannot = [j for j in judged if j.answerable], [j for j in judged if not j.answerable]
    refused = [j for j in judged if not j.answered]
    rightly = sum(not j.answerable for j in refused)
    return AbstentionResult(
        answerable=len(can),
        unanswerable=len(cannot),
        auroc=auroc([j.confidence for j in can], [j.confidence for j in cannot]),
        threshold=at,
        answered_share=1 - len(refused) / len(judged) if judged else 0.0,
        unanswerable_answered=_share(sum(j.answered for j in cannot), len(cannot)),
        answerable_refused=_share(sum(not j.answered for j in can), len(can)),
        refusal_precision=_share(rightly, len(refused)),
        refusal_recall=_share(rightly, len(cannot)),
        questions=tuple(judged),
    )


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """How often a positive scores above a negative, a tie counting half; None if either side is empty."""
    if not positive or not negative:
        return None
    wins, below = 0.0, 0
    marked = sorted([(s, 1) for s in positive] + [(s, 0) for s in negative])
    for _, tied in groupby(marked, key=lambda pair: pair[0]):
        sides = [side for _, side in tied]
        ups, downs = sum(sides), len(sides) - sum(sides)
        wins += ups * (below + downs / 2)
        below += downs
    return wins / (len(positive) * len(negative))


def as_data(name: str, result: AbstentionResult) -> dict[str, object]:
    """The result as it is given out as JSON."""
    figures = {k: v for k, v in asdict(result).items() if k != "questions"}
    return {"set": name, **{k: round(v, 4) if isinstance(v, float) else v for k, v in figures.items()}}


def table(results: dict[str, AbstentionResult]) -> Table:
    """Sets side by side."""
    columns = ("set", "answerable", "unanswerable", "AUROC", "threshold", "answered", "unanswerable answered",
               "answerable refused", "refusal precision", "refusal recall")  # fmt: skip
    rows = tuple(
        (name, r.answerable, r.unanswerable, r.auroc, r.threshold, r.answered_share, r.unanswerable_answered,
         r.answerable_refused, r.refusal_precision, r.refusal_recall)
        for name, r in results.items()
    )  # fmt: skip
    return Table("Abstention", columns, rows, "AUROC of the confidence; all else at the shipped threshold.")


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
