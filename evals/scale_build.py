"""Builds one made archive through the corpus's own door, in a process of its own: `scale` starts it.

Everything is the product's but the vectors, which are made by rule; the time that making them takes is taken off.
"""

import json
import sys
import time
from pathlib import Path

from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding
from corpus.settings import Settings, read_settings
from evals.made_embedding import MadeEmbedding, Sentences
from evals.memory import disk_mb, held_mb, peak_mb
from evals.synthetic import Statistics, batches, documents

SENTENCES, STATISTICS = "sentences.npz", "statistics.json"
_DOCUMENTS, _CHARACTERS = 16, 150_000  # handed over together, as an ingestion does
_LAST = 0.1  # the share of the archive over which the rate at its end is taken


def made_embedding(given: Path) -> MadeEmbedding:
    """The made vectors of a folder in which `scale` has laid the real ones."""
    return MadeEmbedding.after(Sentences.load(given / SENTENCES), SentenceEmbedding.open(Settings().model))


def run(given: Path, data: Path, passages: int) -> dict[str, object]:
    """Builds it; tells how long it took, at the end too, and what it holds in memory and on disk."""
    embedding, statistics = made_embedding(given), Statistics.load(given / STATISTICS)
    before = held_mb()
    corpus = Corpus(read_settings(data))
    corpus.embedding = embedding
    corpus.open()  # what it takes to load the stores' libraries is no part of a rate
    steps: list[tuple[int, float]] = [(0, 0.0)]
    with corpus.writing():
        for batch in batches(documents(statistics, passages), _DOCUMENTS, _CHARACTERS):
            began, spent = time.perf_counter(), embedding.spent
            corpus.add(batch)
            seconds = time.perf_counter() - began - (embedding.spent - spent)
            done, taken = steps[-1]
            steps.append((done + sum(len(n.passages) for n in batch), taken + seconds))
    done, taken = steps[-1]
    at, until = next((n, s) for n, s in reversed(steps) if n <= done * (1 - _LAST))
    entries = corpus.library.entries()
    corpus.close()
    return {
        "documents": len(entries),
        "passages": done,
        "windows": sum(e.windows for e in entries),
        "seconds": taken,
        "rate": done / taken,
        "last_rate": (done - at) / (taken - until),
        "before_mb": before.total if before else None,
        "peak_mb": peak_mb("self"),
        "disk_mb": {part.name: disk_mb(part) for part in sorted(data.iterdir()) if part.is_dir()}
        | {"catalogue": sum(f.stat().st_size for f in data.glob("catalogue.db*")) / 1e6},
    }


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))))
