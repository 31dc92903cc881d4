"""The embedding model, a sentence-transformers one behind llama-index's BaseEmbedding.

Loads from disk only, never from a hub.
"""

import ctypes
import os
import sys
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import PrivateAttr

from corpus.errors import UnavailableError
from corpus.models import model_folder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_MANY = 64  # texts of one call, from which on it is a run that embeds and not a question


class SentenceEmbedding(BaseEmbedding):
    """Vectors of unit length from a sentence-transformers folder; the model itself loads at the first use."""

    folder: str
    _model: Any = PrivateAttr(default=None)

    @classmethod
    def open(cls, model: str) -> "SentenceEmbedding":
        """The embedding named in the settings; raises UnavailableError if it is not on this machine."""
        # one batch is one encode() call, which sorts its texts by length: three times as fast as 32 at a time in
        # reading order
        return cls(model_name=model, folder=str(model_folder(model)), embed_batch_size=2048)

    @property
    def loaded(self) -> "SentenceTransformer":
        """The model, loaded on first use."""
        if self._model is None:
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
            os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")
            os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging

            logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # transformers leaves it untyped
            try:
                self._model = SentenceTransformer(self.folder, device="cpu", local_files_only=True)
            except (OSError, ValueError, KeyError) as error:
                raise UnavailableError("model-missing", model=self.folder) from error
        model: SentenceTransformer = self._model
        return model

    @cached_property
    def window(self) -> int:
        """How many tokens the model sees of one text, its two special ones left out."""
        return int(self.loaded.max_seq_length or 256) - 2

    def count_tokens(self, texts: list[str]) -> list[int]:
        """The length of each text in the model's tokens, special ones left out."""
        if not texts:
            return []
        encoded = self.loaded.tokenizer(texts, add_special_tokens=False, truncation=False, verbose=False)
        return [len(ids) for ids in encoded["input_ids"]]

    def token_ends(self, text: str) -> list[int]:
        """The character offset at which each token of the text ends."""
        encoded = self.loaded.tokenizer(
            text, add_special_tokens=False, truncation=False, return_offsets_mapping=True, verbose=False
        )
        return [int(end) for _, end in encoded["offset_mapping"]]

    def _encode(self, texts: list[str]) -> list[list[float]]:
        vectors = self.loaded.encode(texts, batch_size=32, normalize_embeddings=True, show_progress_bar=False)
        rows: list[list[float]] = vectors.tolist()
        if len(texts) > _MANY:
            _give_back()
        return rows

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._encode([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return self._encode(texts)

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._encode([query])[0]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


def _give_back() -> None:
    """Freed memory back to the system: batches of ever new shapes leave holes that add up over a long run."""
    if sys.platform == "linux":
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
