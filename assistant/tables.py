"""Tables of a document, out of its provisions: a header, rows of cells, the group that each row stands under.

Knows nothing of what they say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import Outline, Provision
from corpus.registers import Span

_CELLS = re.compile(r" ?\| ?")
_TOTAL = re.compile(r"^\W*(?:tổng|cộng|total|sum)(?!\w)", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*(?:[IVXLC]{1,6}|\d{1,3}|[A-Za-z])\s*[.)]\s+")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells, where each stands, under which group row."""

    cells: tuple[str, ...]
    places: tuple[Span, ...]
    span: Span
    group: str

    @property
    def is_total(self) -> bool:
        """Whether it adds up the others."""
        return any(_TOTAL.match(cell) for cell in self.cells[:2])


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header of several cells."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    span: Span


def tables_of(text: str, outline: Outline) -> Iterator[Table]:
    """The tables of a document that have a header and rows as wide as it."""
    for unit in outline:
        if unit.kind != "table":
            continue
        rows = [u for u in outline.children(unit.address) if u.kind == "row"]
        header = _cells(text, rows[0]) if rows else ()
        if len(header) > 1:
            found = tuple(_rows(text, rows[1:], len(header)))
            yield Table(tuple(c for c, _ in header), found, Span(unit.start, unit.end))


def _rows(text: str, units: list[Provision], width: int) -> Iterator[Row]:
    group = ""
    for unit in units:
        cells = _cells(text, unit)
        if len(cells) == 1:
            group = _NUMBERED.sub("", cells[0][0])
        elif len(cells) == width:
            yield Row(tuple(c for c, _ in cells), tuple(s for _, s in cells), Span(unit.start, unit.end), group)


def _cells(text: str, unit: Provision) -> tuple[tuple[str, Span], ...]:
    """The cells of a row with their places; blank edges are no part of a cell."""
    found: list[tuple[str, Span]] = []
    start = unit.start
    line = text[unit.start : unit.end].rstrip()
    stops = [(unit.start + m.start(), unit.start + m.end()) for m in _CELLS.finditer(line)]
    for stop, following in [*stops, (unit.start + len(line), unit.end)]:
        words = text[start:stop]
        lead = len(words) - len(words.lstrip())
        found.append((words.strip(), Span(start + lead, start + lead + len(words.strip()))))
        start = following
    return tuple(found)
