"""The embedding model, a sentence-transformers one behind llama-index's BaseEmbedding.

Loads from disk only, never from a hub. What computes it is chosen in `corpus.engines`.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import PrivateAttr

from corpus.asked_lately import AskedLately
from corpus.codes import rotate, sign_codes
from corpus.engines.choose import Choice, Wanted, open_encoder
from corpus.engines.engine import Encoder, Floats, Spans, unit
from corpus.messages import Language
from corpus.models import ENGLISH_ONLY, model_folder, roots_of
from corpus.settings import Settings

_MANY = 64  # texts of one call, from which on it is a run that embeds and not a question


@dataclass(frozen=True, slots=True)
class Encoded:
    """Passages: a row of unit length each, and each one's packed sign codes, d/8 bytes a token."""

    vectors: Floats
    tokens: list[bytes]


@dataclass(frozen=True, slots=True)
class EncodedQuery:
    """A question: its vector; its tokens' vectors of unit length, rotated as the codes are; where each token stands."""

    vector: Floats
    tokens: Floats
    spans: Spans


class SentenceEmbedding(BaseEmbedding):
    """Vectors of unit length from a sentence-transformers folder; the model itself loads at the first use."""

    folder: str
    _wanted: Wanted = PrivateAttr(default_factory=Wanted)
    _encoder: Any = PrivateAttr(default=None)
    _loading: Any = PrivateAttr(default_factory=Lock)
    _lately: Any = PrivateAttr(default_factory=AskedLately)

    @classmethod
    def open(cls, model: str, wanted: Wanted | None = None) -> "SentenceEmbedding":
        """The embedding named in the settings; raises UnavailableError if it is not on this machine."""
        # one batch is one call, which is sorted by length: three times as fast as 32 at a time in reading order
        embedding = cls(
            model_name=model, folder=str(model_folder(model, wanted.roots if wanted else ())), embed_batch_size=2048
        )
        embedding._wanted = wanted or Wanted()
        return embedding

    @classmethod
    def of(cls, settings: Settings, model: str | None = None) -> "SentenceEmbedding":
        """The model of the settings, or another, run as they say; raises UnavailableError if it is not here."""
        return cls.open(model or settings.model, Wanted(settings.engine, settings.device, roots_of(settings)))

    @property
    def encoder(self) -> Encoder:
        """What makes the vectors, loaded on first use."""
        with self._loading:
            if self._encoder is None:
                os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
                self._encoder = open_encoder(Path(self.folder), self._wanted)
            encoder: Encoder = self._encoder[0]
            return encoder

    @property
    def choice(self) -> Choice:
        """What runs the model on this machine, and why."""
        _ = self.encoder
        choice: Choice = self._encoder[1]
        return choice

    @cached_property
    def window(self) -> int:
        """How many tokens the model sees of one text, its special ones left out."""
        return self.encoder.window

    def reads(self, *languages: Language) -> bool:
        """Whether its vectors say something of texts in these languages, and of one beside another."""
        return self.model_name not in ENGLISH_ONLY or set(languages) <= {"en"}

    def count_tokens(self, texts: list[str]) -> list[int]:
        """The length of each text in the model's tokens, special ones left out."""
        return self.encoder.count(texts)

    def token_ends(self, text: str) -> list[int]:
        """The character offset at which each token of the text ends."""
        return self.encoder.ends(text)

    def encode(self, texts: list[str]) -> Encoded:
        """Vectors and token codes of passages, in one pass; sorted by length inside."""
        vectors: list[Floats] = [np.empty(0, np.float32)] * len(texts)
        codes = [b""] * len(texts)
        for batch in self.encoder.embed(texts):
            for n, vector, tokens in zip(batch.places, batch.vectors, batch.tokens, strict=True):
                vectors[n], codes[n] = vector, sign_codes(tokens)
        self._give_back(len(texts))
        return Encoded(np.stack(vectors) if vectors else np.empty((0, 0), np.float32), codes)

    def encode_query(self, text: str) -> EncodedQuery:
        """Vector, tokens' vectors and their places of one question, in one pass."""
        return self.begin_query(text)()

    def begin_query(self, text: str) -> Callable[[], EncodedQuery]:
        """The same, made beside what else is done until it is called for; once for all who ask it at a time."""
        lately: AskedLately[EncodedQuery] = self._lately
        return lately.begun(text, self._begin)

    def _begin(self, text: str) -> Callable[[], EncodedQuery]:
        begun = self.encoder.begin(text)

        def encoded() -> EncodedQuery:
            question = begun()
            return EncodedQuery(question.vector, rotate(unit(question.tokens)), question.spans)

        return encoded

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        rows: list[list[float]] = [[]] * len(texts)
        for batch in self.encoder.embed(texts):
            for n, vector in zip(batch.places, batch.vectors, strict=True):
                rows[n] = vector.tolist()
        self._give_back(len(texts))
        return rows

    def _get_query_embedding(self, query: str) -> list[float]:
        row: list[float] = self.encoder.begin(query)().vector.tolist()
        return row

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _give_back(self, texts: int) -> None:
        # torch's batches of ever new shapes leave holes in memory that add up over a long run
        if texts > _MANY and self.choice.engine != "openvino" and sys.platform == "linux":
            ctypes.CDLL(None).malloc_trim(0)


class WordLikeness:
    """How near words are in meaning: each word's best cosine to any of some others. Keeps the vectors it has made."""

    def __init__(self, embedding: SentenceEmbedding, limit: int = 50_000) -> None:
        self._embedding = embedding
        self._vectors: dict[str, np.ndarray] = {}
        self._limit = limit

    def __call__(self, sought: Sequence[str], others: Sequence[str]) -> list[float]:
        """One value for each word sought, -1 to 1."""
        a, b = self._matrix(sought), self._matrix(others)
        return [float(v) for v in (a @ b.T).max(axis=1)]

    def _matrix(self, wanted: Sequence[str]) -> np.ndarray:
        keys = [w.lower() for w in wanted]
        new = [k for k in dict.fromkeys(keys) if k not in self._vectors]
        if new:
            if len(self._vectors) > self._limit:
                self._vectors.clear()
            for key, vector in zip(new, self._embedding.get_text_embedding_batch(new), strict=True):
                self._vectors[key] = np.asarray(vector, dtype=np.float32)
        return np.stack([self._vectors[k] for k in keys])
