"""Retrieval: is the right passage among the first ten? Runs the product's own search over the given texts."""

import math
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.search import Search
from evals.bench import BenchCorpus, indexed, read_queries, read_relevant

DEPTH = 10


@dataclass(frozen=True, slots=True)
class RetrievalResult:
    """Means over all questions that have a right passage; times of one question at a time, warm."""

    queries: int
    recall_at_10: float
    map_at_10: float
    ndcg_at_10: float
    hit_at_1: float
    queries_per_second: float
    passages: int
    passages_per_second: float | None


def evaluate(corpus: Path, queries: Path, relevant: Path, index: Path | None = None) -> RetrievalResult:
    """Indexes the texts, asks every question, scores the first ten."""
    with indexed(corpus, index) as bench:
        return measure(bench, queries, relevant)


def measure(bench: BenchCorpus, queries: Path, relevant: Path, search: Search | None = None) -> RetrievalResult:
    """Scores an indexed set."""
    search = search or Search(bench.corpus)
    gold = read_relevant(relevant)
    asked = [q for q in read_queries(queries) if q.id in gold]
    search.find(asked[0].text if asked else "-")  # the model loads at the first question
    began = time.monotonic()
    found = {q.id: ranked(bench, search, q.text) for q in asked}
    seconds = time.monotonic() - began
    scores = [_scores(found[q.id], gold[q.id]) for q in asked]
    means = [sum(column) / len(scores) for column in zip(*scores, strict=True)] if scores else [0.0] * 4
    return RetrievalResult(
        len(asked), *means, queries_per_second=len(asked) / seconds if seconds else 0.0, passages=len(bench.owners),
        passages_per_second=len(bench.owners) / bench.seconds if bench.seconds > 1 else None,
    )  # fmt: skip


def ranked(bench: BenchCorpus, search: Search, question: str) -> list[str]:
    """The set's own ids in the order found, each once."""
    ids: dict[str, None] = {}
    for hit in search.find(question, limit=60):
        if hit.key in bench.owners:
            ids.setdefault(bench.owners[hit.key])
    return list(ids)[:DEPTH]


def _scores(found: list[str], gold: set[str]) -> tuple[float, float, float, float]:
    hits = [1 if id in gold else 0 for id in found]
    recall = sum(hits) / len(gold)
    precision = sum(sum(hits[: i + 1]) / (i + 1) for i, hit in enumerate(hits) if hit) / len(gold)
    gain = sum(hit / math.log2(i + 2) for i, hit in enumerate(hits))
    ideal = sum(1 / math.log2(i + 2) for i in range(min(len(gold), DEPTH)))
    return recall, precision, gain / ideal, float(bool(hits) and hits[0] == 1)


def as_row(name: str, result: RetrievalResult) -> dict[str, object]:
    """A row of the report."""
    return {"set": name, **{k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(result).items()}}
