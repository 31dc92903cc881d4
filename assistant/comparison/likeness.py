"""How alike units of two texts are, by their words and pairs of words, rare ones weighing more. Aligns nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from assistant.comparison.text import Compared
from assistant.comparison.units import Unit

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bag:
    """The features of a unit (sorted, each once), their weights to length 1, and how many words it has."""

    features: NDArray[np.int64]
    weights: NDArray[np.float64]
    words: int


class Likeness:
    """Two texts, ready for the likeness of any of their units."""

    def __init__(self, left: Compared, right: Compared, blocks: Sequence[Sequence[Unit]]) -> None:
        self._sides = (left, right)
        self._words, self._pairs, size = _features(left, right)
        self._bags: dict[tuple[int, int, int], Bag] = {}
        self._idf = np.ones(size)
        found = np.zeros(size)
        count = 0
        for side, units in enumerate(blocks):
            for unit in units:
                features, _, _ = self._counted(side, unit)
                found[features] += 1
                count += 1
        self._idf = np.log((count + 1) / (found + 0.5)) + 0.1
        self._size = size

    def matrix(self, left: Sequence[Unit], right: Sequence[Unit]) -> Matrix:
        """The likeness (0 to 1) of each unit of the left text to each of the right one."""
        if not left or not right:
            return np.zeros((len(left), len(right)))
        a, b = (self._rows([self.bag(side, u) for u in units]) for side, units in enumerate((left, right)))
        found: Matrix = np.minimum((a @ b.T).toarray(), 1.0)
        return found

    def bag(self, side: int, unit: Unit) -> Bag:
        """The features of a unit of the left (0) or the right text (1)."""
        key = (side, unit.start, unit.end)
        if key not in self._bags:
            features, counts, words = self._counted(side, unit)
            weights = np.sqrt(counts) * self._idf[features]
            length = float(np.sqrt((weights**2).sum())) or 1.0
            self._bags[key] = Bag(features, weights / length, words)
        return self._bags[key]

    def held(self, part: Bag, whole: Sequence[Bag]) -> float:
        """The share of a unit's weight (0 to 1) that stands in some other units."""
        if not len(part.features):
            return 0.0
        inside = np.isin(part.features, np.concatenate([w.features for w in whole]))
        return float(part.weights[inside].sum() / part.weights.sum())

    def _counted(self, side: int, unit: Unit) -> tuple[NDArray[np.int64], NDArray[np.float64], int]:
        ((start, end),) = unit.whole
        at = self._sides[side].tokens(start, end)
        words = self._words[side][at.start : at.stop]
        pairs = self._pairs[side][at.start : max(at.start, at.stop - 1)]
        words, pairs = words[words >= 0], pairs[pairs >= 0]
        features, counts = np.unique(np.concatenate([words, pairs]), return_counts=True)
        return features, counts.astype(np.float64), len(words)

    def _rows(self, bags: Sequence[Bag]) -> csr_matrix:
        ends = np.cumsum([0, *(len(b.features) for b in bags)])
        data, columns = np.concatenate([b.weights for b in bags]), np.concatenate([b.features for b in bags])
        return csr_matrix((data, columns, ends), shape=(len(bags), self._size))


def _features(left: Compared, right: Compared) -> tuple[list[NDArray[np.int64]], list[NDArray[np.int64]], int]:
    """For each text the number of every word, and of every word with the next one; -1 for signs."""
    known: dict[str, int] = {}
    words = [
        np.array([known.setdefault(k, len(known)) if k[0].isalnum() else -1 for k in _small(c.keys)], dtype=np.int64)
        for c in (left, right)
    ]
    pairs = [np.where((w[:-1] >= 0) & (w[1:] >= 0), w[:-1] * len(known) + w[1:], -1) for w in words]
    told, place = np.unique(np.concatenate([*pairs, [-1]]), return_inverse=True)
    place = np.where(told[place] >= 0, place + len(known), -1)
    cut = len(pairs[0])
    return words, [place[:cut], place[cut : cut + len(pairs[1])]], len(known) + len(told)


def _small(keys: Sequence[str]) -> list[str]:
    """The words without what tells capitals from small letters."""
    return [k.removeprefix("^") or k for k in keys]
