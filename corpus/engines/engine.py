"""The two sockets of embedding: what computes a model, and what makes vectors of texts with it. Loads nothing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Ids: TypeAlias = NDArray[np.int64]
Spans: TypeAlias = tuple[tuple[int, int], ...]


class UnfitError(Exception):
    """This engine cannot run this model on this machine; another can. Never reaches a person as it is."""


class Engine(Protocol):
    """Computes the model's last layer for a padded batch."""

    name: str
    precision: str
    streams: int  # how many threads may usefully run it at once

    def run(self, ids: Ids, mask: Ids) -> Floats:
        """Token vectors, texts x tokens x dimensions; what stands where the mask is 0 means nothing."""

    def begin(self, ids: Ids, mask: Ids) -> Callable[[], Floats]:
        """The same for one question, beside what else is done until the result is called for."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some of a call's texts: their places in the call, their vectors (unit length), their tokens' vectors."""

    places: Sequence[int]
    vectors: Floats
    tokens: Sequence[Floats]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its vector (unit length), its tokens' vectors, and where each token stands in the text."""

    vector: Floats
    tokens: Floats
    spans: Spans


class Encoder(Protocol):
    """Makes vectors of texts; special tokens and prompts count in the vectors and are left out of the tokens."""

    window: int

    def count(self, texts: Sequence[str]) -> list[int]:
        """The length of each text in tokens."""

    def ends(self, text: str) -> list[int]:
        """The character offset at which each token of the text ends."""

    def embed(self, texts: Sequence[str]) -> Iterator[Batch]:
        """Vectors of passages, in batches and in the order that is fastest."""

    def begin(self, text: str) -> Callable[[], Question]:
        """Vectors of a question, made beside what else is done until they are called for."""


def unit(rows: NDArray[Any]) -> Floats:
    """Rows of unit length; a row of zeros stays one."""
    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(length, 1e-12), dtype=np.float32)
