"""Units that went here and came there: found by their words, whatever they stand in. Knows nothing of numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.comparison.likeness import Likeness
from assistant.comparison.units import Unit

_ALIKE = 0.7
_LEAST = 8  # words: "Other cases as prescribed by law" stands everywhere


@dataclass(frozen=True, slots=True)
class Loose:
    """A unit of the left (went) or the right text that has no other."""

    went: bool
    unit: Unit


def moved_elsewhere(likeness: Likeness, loose: Sequence[Loose]) -> dict[Unit, Unit]:
    """Units of the left text, each with the one of the right text that it has become; the best pairs first.

    Of a unit and its parts only one is told: who finds the whole need not be told of the parts.
    """
    went = [x.unit for x in loose if x.went and likeness.bag(0, x.unit).words >= _LEAST]
    came = [x.unit for x in loose if not x.went and likeness.bag(1, x.unit).words >= _LEAST]
    alike = likeness.matrix(went, came)
    rows, columns = np.nonzero(alike >= _ALIKE)
    sizes = np.array([u.end - u.start for u in went])
    # the best first, and of those as good the largest: an article before its clauses
    found: dict[Unit, Unit] = {}
    for n in np.lexsort((-sizes[rows], -np.round(alike[rows, columns], 1))).tolist() if len(rows) else []:
        a, b = went[rows[n]], came[columns[n]]
        if not any(_overlap(a, x) or _overlap(b, y) for x, y in found.items()):
            found[a] = b
    return found


def _overlap(one: Unit, other: Unit) -> bool:
    return one.start < other.end and other.start < one.end
