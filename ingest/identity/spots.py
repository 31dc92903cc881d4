"""A value read from a text, and where: what every reader of an identity gives. Knows nothing of meaning."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A value, where it stands in the text, and how sure it is."""

    value: str
    start: int
    end: int
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line, or one column's part of it, and where it begins in the text; `row` if it is a table's cell."""

    text: str
    start: int
    row: bool = False
