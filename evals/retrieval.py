"""Retrieval: is the right passage among the first ten? Runs the product's own search over the given texts."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from assistant.search import Search
from corpus.errors import RequestError
from evals.bench import BenchCorpus, indexed, read_queries, read_relevant
from evals.intervals import Interval, interval, percentile
from evals.show import Table, along

DEPTH = 10
_HITS = 60  # several passages may belong to one of the set's own texts


@dataclass(frozen=True, slots=True)
class RetrievalResult:
    """Means over all questions that have a right passage, with their 95 % intervals; milliseconds of one question at a
    time, warm.

    `passages_per_second` is None where the index was there already.
    """

    queries: int
    recall_at_10: Interval
    map_at_10: Interval
    ndcg_at_10: Interval
    hit_at_1: Interval
    p50: float
    p95: float
    passages: int
    passages_per_second: float | None


@dataclass(frozen=True, slots=True)
class Run:
    """A value for each question: recall, average precision, nDCG and Hit@1 of its first ten; milliseconds."""

    recall: list[float]
    precision: list[float]
    gain: list[float]
    first: list[float]
    milliseconds: list[float]

    @property
    def measures(self) -> tuple[list[float], ...]:
        """The values as `scores` gives them."""
        return self.recall, self.precision, self.gain, self.first


def evaluate(corpus: Path, queries: Path, relevant: Path, index: Path | None = None) -> RetrievalResult:
    """Indexes the texts, asks every question, scores the first ten."""
    with indexed(corpus, index) as bench:
        return measure(bench, queries, relevant)


def measure(bench: BenchCorpus, queries: Path, relevant: Path, search: Search | None = None) -> RetrievalResult:
    """Scores an indexed set; raises RequestError if no question has a right passage."""
    done = run(bench, queries, relevant, search or Search(bench.corpus))
    return RetrievalResult(
        len(done.recall),
        interval(done.recall),
        interval(done.precision),
        interval(done.gain),
        interval(done.first),
        percentile(done.milliseconds, 0.5),
        percentile(done.milliseconds, 0.95),
        len(bench.owners),
        bench.embedded / bench.seconds if bench.embedded else None,
    )


def run(bench: BenchCorpus, queries: Path, relevant: Path, search: Search, named: str = "Searching") -> Run:
    """Asks every question that has a right passage; raises RequestError if none has."""
    gold = read_relevant(relevant)
    asked = [q for q in read_queries(queries) if q.id in gold]
    if not asked:
        raise RequestError("bad-request", detail=f"{relevant} names no question of {queries}")
    search.find(asked[0].text)  # the model loads at the first question
    done = Run([], [], [], [], [])
    for q in along(asked, named):
        began = time.perf_counter()
        found = ranked(bench, search, q.text)
        done.milliseconds.append((time.perf_counter() - began) * 1000)
        for values, value in zip(done.measures, scores(found, gold[q.id]), strict=True):
            values.append(value)
    return done


def ranked(bench: BenchCorpus, search: Search, question: str) -> list[str]:
    """The set's own ids in the order found, each once."""
    ids: dict[str, None] = {}
    for hit in search.find(question, limit=_HITS):
        if hit.key in bench.owners:
            ids.setdefault(bench.owners[hit.key])
    return list(ids)[:DEPTH]


def scores(found: Sequence[str], gold: set[str]) -> tuple[float, float, float, float]:
    """Recall, average precision, nDCG and Hit@1 of one question over the first ten; what is not there is missed."""
    hits = [1 if id in gold else 0 for id in found[:DEPTH]]
    recall = sum(hits) / len(gold)
    precision = sum(sum(hits[: i + 1]) / (i + 1) for i, hit in enumerate(hits) if hit) / len(gold)
    gain = sum(hit / math.log2(i + 2) for i, hit in enumerate(hits))
    ideal = sum(1 / math.log2(i + 2) for i in range(min(len(gold), DEPTH)))
    return recall, precision, gain / ideal, float(bool(hits) and hits[0] == 1)


def as_row(name: str, result: RetrievalResult) -> dict[str, object]:
    """The result as it is given out as JSON."""
    row: dict[str, object] = {"set": name}
    for key, value in ((f.name, getattr(result, f.name)) for f in fields(result)):
        if isinstance(value, Interval):
            row[key] = round(value.mean, 4)
            row[f"{key}_interval"] = [round(value.low, 4), round(value.high, 4)]
        else:
            row[key] = round(value, 4) if isinstance(value, float) else value
    return row


def table(results: dict[str, RetrievalResult]) -> Table:
    """Sets side by side."""
    columns = (
        "set",
        "questions",
        "Recall@10",
        "MAP@10",
        "nDCG@10",
        "Hit@1",
        "p50 ms",
        "p95 ms",
        "passages",
        "indexed/s",
    )
    rows = tuple(
        (name, r.queries, *map(str, (r.recall_at_10, r.map_at_10, r.ndcg_at_10, r.hit_at_1)), r.p50, r.p95, r.passages,
         r.passages_per_second)
        for name, r in results.items()
    )  # fmt: skip
    return Table("Retrieval", columns, rows, "In brackets: 95 % intervals over the questions.")
