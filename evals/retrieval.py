"""Retrieval: is the right passage among the first ten? Runs the product's own search over the given texts."""

import math
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.search import Search
from corpus.errors import RequestError
from evals.bench import BenchCorpus, indexed, read_queries, read_relevant
from evals.show import Table, along

DEPTH = 10
_HITS = 60  # several passages may belong to one of the set's own texts


@dataclass(frozen=True, slots=True)
class RetrievalResult:
    """Means over all questions that have a right passage; times of one question at a time, warm.

    `passages_per_second` is None where the index was there already.
    """

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
    """Scores an indexed set; raises RequestError if no question has a right passage."""
    search = search or Search(bench.corpus)
    gold = read_relevant(relevant)
    asked = [q for q in read_queries(queries) if q.id in gold]
    if not asked:
        raise RequestError("bad-request", detail=f"{relevant} names no question of {queries}")
    search.find(asked[0].text)  # the model loads at the first question
    began = time.monotonic()
    found = {q.id: ranked(bench, search, q.text) for q in along(asked, "Searching")}
    seconds = time.monotonic() - began
    scored = [scores(found[q.id], gold[q.id]) for q in asked]
    recall, precision, ndcg, hit = (sum(column) / len(scored) for column in zip(*scored, strict=True))
    indexed_at = bench.embedded / bench.seconds if bench.embedded else None
    return RetrievalResult(
        len(asked),
        recall,
        precision,
        ndcg,
        hit,
        len(asked) / seconds if seconds else 0.0,
        len(bench.owners),
        indexed_at,
    )


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
    return {"set": name, **{k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(result).items()}}


def table(results: dict[str, RetrievalResult]) -> Table:
    """Sets side by side."""
    columns = ("set", "questions", "Recall@10", "MAP@10", "nDCG@10", "Hit@1", "questions/s", "passages", "indexed/s")
    rows = tuple(
        (name, r.queries, r.recall_at_10, r.map_at_10, r.ndcg_at_10, r.hit_at_1, r.queries_per_second, r.passages,
         r.passages_per_second)
        for name, r in results.items()
    )  # fmt: skip
    return Table("Retrieval", columns, rows)
