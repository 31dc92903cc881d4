"""A text as the check compares it: its words, figures and operators; and what an operator stands by.

Knows places only; knows nothing of what may differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checks.figures import Figures
from assistant.checks.operators import Found, Operator, find_operators
from assistant.checks.text import hide
from assistant.checks.words import Reading, Word, read, telling

NEGATIONS: frozenset[Operator] = frozenset({"deny", "forbid", "exempt"})
ANCHOR = 4  # words that an operator is known by
_NEAR = 10


@dataclass(frozen=True, slots=True)
class Side:
    """A text with its operators and the words that say something."""

    reading: Reading
    figures: Figures
    operators: tuple[Found, ...]
    words: tuple[Word, ...]

    @property
    def forms(self) -> frozenset[str]:
        """The forms of the words that say something."""
        return frozenset(w.form for w in self.words)


def side_of(text: str, figures: Figures) -> Side:
    """Reads an evened-out text whose figures are known."""
    reading = read(text)
    operators, hidden = find_operators(reading, hide(text, figures.covered))
    return Side(reading, figures, tuple(operators), tuple(telling(reading, hidden)))


def anchor_of(op: Found, side: Side) -> list[str]:
    """The telling words behind an operator, in its sentence; those before it where none follow."""
    behind = [w.form for w in side.words if w.start >= op.end and w.sentence == op.sentence]
    before = [w.form for w in side.words if w.end <= op.start and w.sentence == op.sentence]
    return behind[:ANCHOR] or before[-ANCHOR:]


def near(anchor: Sequence[str], operators: Sequence[Found], side: Side, reach: int = _NEAR) -> bool:
    """Whether one of the operators stands by the words of an anchor; any will do if none of those is there."""
    if not operators:
        return False
    places = [i for i, w in enumerate(side.reading.words) if w.form in anchor]
    if not places:
        return True
    return any(abs(at - op.word) <= reach for op in operators for at in places)
