"""One way of running the model, in a process of its own: `python -m evals.engine_run WAY MODEL < texts.json`.

Prints what it took as JSON: seconds to the first vector, memory, passages a second.
"""

import time

BEGAN = time.monotonic()

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict

from evals.memory import peak_mb

WAYS = ("before", "torch", "vectors", "codes")
_ROUNDS, _QUESTIONS = 3, 40


def main(way: str, model: str) -> None:
    """Loads, embeds one text, then all of them, then some as questions."""
    texts: list[str] = json.load(sys.stdin)
    embed, ask = (_before if way == "before" else _ours)(way, model)
    ask(texts[0][:80])
    first, loaded_mb = time.monotonic() - BEGAN, peak_mb("self")
    from evals.matmul import best_rate

    embed(texts[:8])
    rate = best_rate(len(texts), lambda: embed(texts), _ROUNDS)
    times = sorted(_milliseconds(ask, text[:80]) for text in texts[:_QUESTIONS])
    told = {"first_seconds": first, "loaded_mb": loaded_mb, "peak_mb": peak_mb("self")}
    print(json.dumps({**told, "passages": asdict(rate), "question_ms": times[len(times) // 2]}))


def _ours(way: str, model: str) -> tuple[Callable[[list[str]], object], Callable[[str], object]]:
    from corpus.embedding import SentenceEmbedding
    from corpus.engines.choose import Wanted

    embedding = SentenceEmbedding.open(model, Wanted(engine="torch" if way == "torch" else "auto"))
    if way == "codes":
        return embedding.encode, embedding.encode_query
    return embedding.get_text_embedding_batch, embedding.get_query_embedding


def _before(way: str, model: str) -> tuple[Callable[[list[str]], object], Callable[[str], object]]:
    from sentence_transformers import SentenceTransformer

    from corpus.models import model_folder

    loaded = SentenceTransformer(str(model_folder(model)), device="cpu", local_files_only=True)

    def encode(texts: str | Sequence[str]) -> object:
        return loaded.encode(texts, batch_size=32, normalize_embeddings=True, show_progress_bar=False)

    return encode, encode


def _milliseconds(ask: Callable[[str], object], question: str) -> float:
    began = time.perf_counter()
    ask(question)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main(*sys.argv[1:3])
