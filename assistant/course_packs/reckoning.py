"""Whether a number left out can be worked out from those that stand beside it. Knows nothing of questions."""

from collections.abc import Sequence
from itertools import combinations

from assistant.course_packs.options import PRINTED, value_of

_NEAR = 0.015
_MOST = 12


def reckoned(rest: str, answer: str) -> bool:
    """Whether sums, differences or shares of the other numbers give the answer ("of 196, 151 and ____")."""
    value = value_of(answer)
    printed = PRINTED.findall(rest)[:_MOST]
    numbers = [v for p in printed if (v := value_of(p)) is not None]
    if value is None:
        return False
    return _summed(value, numbers) or _shared(value, printed, share=answer.endswith("%"))


def _summed(value: float, numbers: Sequence[float]) -> bool:
    pairs = any(_same(value, a + b) or _same(value, abs(a - b)) for a, b in combinations(numbers, 2))
    runs = any(
        _same(value, sum(numbers[i:j])) or _same(value, numbers[i - 1] - sum(numbers[i:j]))
        for i in range(1, len(numbers))
        for j in range(i + 2, len(numbers) + 1)
    )
    return pairs or runs or (len(numbers) > 2 and _same(value, sum(numbers)))


def _shared(value: float, printed: Sequence[str], *, share: bool) -> bool:
    """A share with its part or base told, or the part or base of a share."""
    shares = [v for p in printed if p.endswith("%") and (v := value_of(p))]
    numbers = [v for p in printed if not p.endswith("%") and (v := value_of(p))]
    if share:
        told = any(_near(value, 100 * a / b) for a in numbers for b in numbers if a != b)
        return told or any(_same(value, 100 - s) for s in shares)
    return any(_near(value, n * s / 100) or _near(value, n * 100 / s) for n in numbers for s in shares)


def _same(one: float, other: float) -> bool:
    return abs(one - other) < 1e-9


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR * max(abs(one), 1.0)
