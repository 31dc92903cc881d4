"""Asks one made archive, in a process of its own: `scale` starts it. From the cold start to the last filter.

The product's own search, its real model and its stores; nothing is asked twice before it is timed.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assistant.search import Filters, Search
from corpus import keywords, vectors
from corpus.corpus import Corpus
from corpus.passage import PassageKey
from corpus.settings import read_settings
from evals.intervals import percentile
from evals.made_embedding import Floats, MadeEmbedding, nearest
from evals.memory import held_mb, peak_mb
from evals.scale_build import STATISTICS, made_embedding
from evals.synthetic import ISSUERS, Statistics, document, name_of

_LIBRARIES = (keywords, vectors)  # loaded with this module, so that a store's memory is its own alone
_FILTERED, _RECALL, _NEAREST = 40, 50, 50  # questions with each filter, for recall, and how many neighbours it is of
_TIMES, _PASSAGES = 5, 50  # documents added and removed, and the passages of each
_FIRST_NEW = 2_000_000_000  # a name's rank, far beyond those of the archive


def run(given: Path, data: Path, questions: Sequence[str], started: float) -> dict[str, object]:
    """Everything there is to ask; `started` is when the process was, by the clock on the wall."""
    corpus = Corpus(read_settings(data))
    corpus.embedding.get_query_embedding(questions[0])
    base = held_mb()  # libraries and model, before a store is open
    search = Search(corpus)
    search.find(questions[0])
    cold = time.time() - started
    warm = timed(search.find, questions[1:])
    held = held_mb()
    filtered = {share: _filtered(search, filters, questions) for share, filters in filters_of().items()}
    told: dict[str, object] = {
        "cold_seconds": cold,
        "query": warm,
        "embed": timed(corpus.embedding.encode_query, questions[1:]),
        "lexical": timed(lambda q: corpus.keywords.search(q, search.stages.depth), questions[1:]),
        "vectors": _vectors(corpus, questions[1:], search.stages.windows),
        "filtered": filtered,
        "stores_mb": held.total - base.total if held and base else None,
        "held_mb": held.total if held else None,
        "peak_mb": peak_mb("self"),
        "recall": _recall(corpus, made_embedding(given), questions),
    }
    return told | _changed(corpus, search, Statistics.load(given / STATISTICS))


def timed(ask: Callable[[str], object], questions: Sequence[str]) -> dict[str, float]:
    """p50 and p95, in milliseconds, of questions asked one after the other."""
    times: list[float] = []
    for question in questions:
        began = time.perf_counter()
        ask(question)
        times.append((time.perf_counter() - began) * 1000)
    return {"p50": percentile(times, 0.5), "p95": percentile(times, 0.95)}


def filters_of() -> Mapping[str, Filters]:
    """Filters by the share of the documents that they keep."""
    by_issuer = {f"{share:.1%}": Filters(issuers=(name,)) for share, (_, name) in ISSUERS.items()}
    return {**by_issuer, "80.0%": Filters(types=("decision",))}


def _filtered(search: Search, filters: Filters, questions: Sequence[str]) -> dict[str, float]:
    kept = [e.passages for e in search.view.entries.values() if filters.admit(e)]
    search.find(questions[0], filters=filters)
    asked = timed(lambda q: search.find(q, filters=filters), questions[1 : _FILTERED + 1])
    return {**asked, "kept": sum(kept) / max(search.view.passages, 1)}


def _vectors(corpus: Corpus, questions: Sequence[str], limit: int) -> dict[str, float]:
    vectors = {q: corpus.embedding.get_query_embedding(q) for q in questions}
    return timed(lambda q: corpus.vectors.search(vectors[q], limit), questions)


def _recall(corpus: Corpus, made: MadeEmbedding, questions: Sequence[str]) -> dict[str, float]:
    """The share of the nearest windows, by looking at every vector, that the search over all and the filtered find."""
    asked = [corpus.embedding.get_query_embedding(q) for q in questions[:_RECALL]]
    truth = nearest(np.array(asked, dtype=np.float32), _rows(corpus, made), _NEAREST)
    every = [e.revision for e in corpus.library.entries()]
    return {
        "approximate": _shared(corpus, asked, truth, None),
        "exact": _shared(corpus, asked[:10], truth[:10], every),
    }


def _shared(corpus: Corpus, asked: Sequence[list[float]], truth: list[list[Any]], among: list[int] | None) -> float:
    found = [{(h.passage, h.window) for h in corpus.vectors.search(v, _NEAREST, among)} for v in asked]
    return sum(len(f & set(t)) for f, t in zip(found, truth, strict=True)) / sum(map(len, truth))


def _rows(corpus: Corpus, made: MadeEmbedding) -> Iterator[tuple[Sequence[Any], Floats]]:
    """Every window with its vector, a document at a time, made anew from the catalogue's text."""
    for entry in corpus.library.entries():
        text, windows = corpus.library.text(entry.revision), corpus.library.windows_of(entry.revision)
        if windows:
            keys = [(PassageKey(entry.revision, w.passage), w.number) for w in windows]
            yield keys, made.vectors_of([text[w.start : w.end] for w in windows])


def _changed(corpus: Corpus, search: Search, statistics: Statistics) -> dict[str, float | None]:
    """Seconds until an added document is found (embedded by the real model), and until a removed one is gone."""
    added: list[float] = []
    removed: list[float] = []
    embedded: list[float] = []
    for n in range(_TIMES):
        name = name_of(_FIRST_NEW + n)
        new = document(statistics, _FIRST_NEW + n, _PASSAGES, _PASSAGES, extra=name)
        with corpus.writing():
            began = time.perf_counter()
            (id,) = corpus.add([new])
            found = {search.view.entries[h.key.revision].id for h in search.find(name)}
            added.append(time.perf_counter() - began)
            embedded.append(_embedding_seconds(corpus, id))
            began = time.perf_counter()
            corpus.remove(id)
            gone = {search.view.entries[h.key.revision].id for h in search.find(name)}
            removed.append(time.perf_counter() - began)
        if id not in found or id in gone:
            raise AssertionError(f"{id} was not found after it was added, or was after it was removed")
    return {
        "add_seconds": percentile(added, 0.5),
        "add_most_seconds": max(added),
        "add_embedding_seconds": percentile(embedded, 0.5),
        "remove_seconds": percentile(removed, 0.5),
    }


def _embedding_seconds(corpus: Corpus, id: str) -> float:
    """What embedding one document's windows takes by itself."""
    revision = corpus.library.entry(id).revision
    text = corpus.library.text(revision)
    texts = [text[w.start : w.end] for w in corpus.library.windows_of(revision)]
    began = time.perf_counter()
    corpus.embedding.encode(texts)
    return time.perf_counter() - began


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    print(json.dumps(run(Path(sys.argv[1]), Path(sys.argv[2]), asked, float(sys.argv[3]))))
