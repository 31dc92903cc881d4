"""Where a statement stands that may become an item: its unit, what stands above it, the words around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Outline, Provision
from corpus.registers import Span
from corpus.rows import Entry

_LONGEST_UNIT = 600  # characters


@dataclass(frozen=True, slots=True)
class Place:
    """A provision of a document; `beside` are words in it that only name who helps; `alone`: no more of its unit."""

    entry: Entry
    unit: Provision | None
    start: int
    end: int
    beside: tuple[Span, ...] = ()
    alone: bool = False


def above(outline: Outline, place: Place) -> list[Provision]:
    """The units that stand above a statement and name what it is about: no paragraphs, no tables."""
    units = outline.above(place.unit)
    return [u for u in units if u.start < place.start and u.kind not in ("paragraph", "table", "row")]


def around(text: str, place: Place) -> str:
    """The smallest unit that a statement stands in, or the statement where that is long; without who only helps."""
    unit, start, end = place.unit, place.start, place.end
    whole = unit is not None and unit.start <= place.start and unit.end - unit.start <= _LONGEST_UNIT
    if unit is not None and whole and not place.alone:
        start, end = unit.start, max(unit.end, place.end)
    said = text[start:end]
    for span in sorted(place.beside, key=lambda s: -s.start):
        if start <= span.start and span.end <= end:
            said = f"{said[: span.start - start]} {said[span.end - start :]}"
    return said


def place_of(entry: Entry, outline: Outline, address: str, start: int, end: int, beside: Sequence[Span] = ()) -> Place:
    """A statement's place; where its address is not known any longer, the smallest unit there."""
    return Place(entry, outline.get(address) or outline.innermost(start), start, end, tuple(beside))
