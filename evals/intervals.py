"""How sure a mean over questions is: 95 % intervals by drawing the questions again; percentiles. Knows no measure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean, and the ends between which it lies in 95 of 100 draws of as many questions."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:.3f} [{self.low:.3f}, {self.high:.3f}]"


def interval(values: Sequence[float], draws: int = _DRAWS) -> Interval:
    """The mean of one value a question, with its interval; the same values give the same ends."""
    sample = np.asarray(values, dtype=np.float64)
    if not sample.size:
        raise ValueError("no values")
    chance = np.random.default_rng(0)
    # a few draws at a time: all at once would take draws x questions numbers
    means = [
        sample[chance.integers(0, sample.size, size=(min(100, draws - i), sample.size))].mean(axis=1)
        for i in range(0, draws, 100)
    ]
    low, high = np.quantile(np.concatenate(means), (0.025, 0.975))
    return Interval(float(sample.mean()), float(low), float(high))


def difference(ours: Sequence[float], theirs: Sequence[float], draws: int = _DRAWS) -> Interval:
    """How much more the first gives on the same questions: paired, so that hard questions weigh on both alike."""
    return interval([a - b for a, b in zip(ours, theirs, strict=True)], draws)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values does not exceed (nearest rank)."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]
