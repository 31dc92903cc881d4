"""Vectors for made texts without a model: mixtures of real sentences' vectors with noise, the same for the same text.

Embedding a million passages takes hours; their stores do not know the difference. Questions go to the real model.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import PrivateAttr

from corpus.embedding import Encoded, SentenceEmbedding

Floats = NDArray[np.float32]
_NOISES = 4096
_NOISE = 0.4  # its length beside that of the mixture: two windows made of one pair stay as far apart as real neighbours


@dataclass(frozen=True, slots=True)
class Sentences:
    """Real windows: their vectors, their tokens' codes, and how many tokens letters make (plain ones, other bytes)."""

    vectors: Floats
    codes: tuple[bytes, ...]
    rates: tuple[float, float]
    window: int

    @classmethod
    def of(cls, texts: Sequence[str], embedding: SentenceEmbedding) -> "Sentences":
        """Embeds texts once, with the real model."""
        encoded = embedding.encode(list(texts))
        letters = np.array([_letters(t) for t in texts], dtype=np.float64)
        counts = np.array(embedding.count_tokens(list(texts)), dtype=np.float64)
        plain, other = np.linalg.lstsq(letters, counts, rcond=None)[0]
        vectors = np.asarray(encoded.vectors, dtype=np.float32)
        return cls(vectors, tuple(encoded.tokens), (float(plain), float(other)), embedding.window)

    def save(self, file: Path) -> None:
        """Writes them where another process reads them."""
        np.savez(
            file,
            vectors=self.vectors,
            codes=np.frombuffer(b"".join(self.codes), dtype=np.uint8),
            lengths=np.array([len(c) for c in self.codes]),
            rates=np.array(self.rates),
            window=np.array(self.window),
        )

    @classmethod
    def load(cls, file: Path) -> "Sentences":
        """Reads what was saved."""
        with np.load(file) as held:
            ends = np.cumsum(held["lengths"])
            whole = held["codes"].tobytes()
            codes = tuple(whole[end - n : end] for end, n in zip(ends, held["lengths"], strict=True))
            plain, other = held["rates"].tolist()
            return cls(held["vectors"], codes, (plain, other), int(held["window"]))


class MadeEmbedding(SentenceEmbedding):
    """Makes the vectors of texts by rule; `spent` is the time that this took. Questions are the real model's."""

    _sentences: Any = PrivateAttr()
    _noise: Any = PrivateAttr()
    spent: float = 0.0

    @classmethod
    def after(cls, sentences: Sentences, model: SentenceEmbedding) -> "MadeEmbedding":
        """Vectors like those of real sentences."""
        made = cls(model_name=model.model_name, folder=model.folder, embed_batch_size=model.embed_batch_size)
        noise = np.random.default_rng(0).standard_normal((_NOISES, sentences.vectors.shape[1]), dtype=np.float32)
        made._noise = _unit(noise)
        made._sentences = sentences
        return made

    @cached_property
    def window(self) -> int:
        """That of the real model, which is not loaded for it."""
        return int(self._sentences.window)

    def count_tokens(self, texts: list[str]) -> list[int]:
        """As many as texts of such letters have on average."""
        plain, other = self._sentences.rates
        letters = (_letters(t) for t in texts)
        return [max(1, round(plain * a + other * b)) for a, b in letters]

    def token_ends(self, text: str) -> list[int]:
        """Spread evenly."""
        (count,) = self.count_tokens([text])
        return [round(len(text) * (i + 1) / count) for i in range(count)]

    def encode(self, texts: list[str]) -> Encoded:
        """Vectors and codes, as the real model gives them."""
        began = time.perf_counter()
        marks, codes = self._marks(texts), self._sentences.codes
        size = self._sentences.vectors.shape[1] // 8
        counts = self.count_tokens(texts)
        tokens = [_as_long(codes[i], n * size) for i, n in zip(marks[:, 0] % len(codes), counts, strict=True)]
        encoded = Encoded(self._mixed(marks), tokens)
        self.spent += time.perf_counter() - began
        return encoded

    def vectors_of(self, texts: Sequence[str]) -> Floats:
        """The vectors alone, for an exact search to compare with."""
        return self._mixed(self._marks(texts))

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        rows: list[list[float]] = self.vectors_of(texts).tolist()
        return rows

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _marks(self, texts: Sequence[str]) -> NDArray[np.uint32]:
        digests = b"".join(blake2b(t.encode(), digest_size=16).digest() for t in texts)
        return np.frombuffer(digests, dtype="<u4").reshape(-1, 4)

    def _mixed(self, marks: NDArray[np.uint32]) -> Floats:
        real = self._sentences.vectors
        share = (0.5 + marks[:, 2] / 2**33).astype(np.float32)[:, None]
        mixed = share * real[marks[:, 0] % len(real)] + (1 - share) * real[marks[:, 1] % len(real)]
        return _unit(_unit(mixed) + _NOISE * self._noise[marks[:, 3] % _NOISES])


def nearest(queries: Floats, blocks: Iterator[tuple[Sequence[Any], Floats]], limit: int) -> list[list[Any]]:
    """The keys of the rows nearest to each query, by looking at every row; blocks of keys and rows stream by."""
    best: list[list[tuple[float, Any]]] = [[] for _ in queries]
    for keys, rows in blocks:
        for found, cosines in zip(best, queries @ rows.T, strict=True):
            top = np.argsort(-cosines, kind="stable")[:limit]
            found += [(float(cosines[i]), keys[i]) for i in top]
            found.sort(key=lambda pair: -pair[0])
            del found[limit:]
    return [[key for _, key in found] for found in best]


def _letters(text: str) -> tuple[int, int]:
    return len(text), len(text.encode()) - len(text)


def _as_long(codes: bytes, size: int) -> bytes:
    return (codes * (size // max(len(codes), 1) + 1))[:size]


def _unit(rows: Floats) -> Floats:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12), dtype=np.float32)
