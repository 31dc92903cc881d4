"""Ruled tables of a page: its words put into the cells that rules make; header, titles and merged cells told apart.

Knows nothing of other pages (see stitched_tables).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.folding import fold
from corpus.layout import Box
from ingest.lines import Line, row
from ingest.pdf.ruled import Grid
from ingest.pdf.turned import OnPage
from ingest.pdf.words import Piece

# a frame around these is the head or the foot of a document, not a table
_LETTERHEAD = re.compile(
    r"doc lap\s*[-–—]\s*tu do|independence\s*[-–—]\s*freedom|cong hoa xa hoi chu nghia|socialist republic of viet"
    r"|dang cong san viet nam|communist party of viet|noi nhan\s*:|recipients\s*:"
)
_HEADER_ROWS = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A word and where it stands; no box for what is not printed there."""

    text: str
    boxes: tuple[Box, ...]


Cell = tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row, merged ones filled; `whole` if one cell reaches over all columns.

    `open` says in which columns the cell began in a row above, `wide` in which it began in a column to the left.
    """

    cells: tuple[Cell, ...]
    open: tuple[bool, ...]
    wide: tuple[bool, ...]

    @property
    def whole(self) -> bool:
        """Whether one cell reaches over all columns."""
        return all(self.wide[1:])

    @property
    def written(self) -> tuple[Cell, ...]:
        """The cells with those that reach over several columns in the first of these only."""
        once = tuple(() if wide else cell for cell, wide in zip(self.cells, self.wide, strict=True))
        last = max((i for i, wide in enumerate(self.wide) if not wide), default=0)
        return once[: last + 1]

    @property
    def says_something(self) -> bool:
        """Whether any cell begins here that is not empty."""
        return any(cell and not above for cell, above in zip(self.cells, self.open, strict=True))


@dataclass(frozen=True, slots=True)
class Table:
    """A table or its part on one page: where its columns part (fractions of the page), and its rows.

    The first `titles` rows are titles above the header, the next `heads` the header. `first` is its place in the
    page's stream, `page` and `top` where it begins.
    """

    page: int
    first: int
    top: float
    columns: tuple[float, ...]
    rows: tuple[TableRow, ...]
    titles: int
    heads: int

    @property
    def header(self) -> TableRow:
        """The rows of the header as one: what stands above a column, large to small ("Số lượng / Năm 2023")."""
        return _combined(self.rows[self.titles : self.titles + self.heads])

    def lines(self) -> Iterator[Line]:
        """What it holds as lines: titles, then the header, then row by row."""
        for title in (r.cells[0] for r in self.rows[: self.titles]):
            yield Line(text_of(title), page=_page(title, self.page), boxes=tuple(w.boxes for w in title))
        if any(self.header.cells):
            yield self._line(self.header, header=True)
        for r in self.rows[self.titles + self.heads :]:
            yield self._line(r, header=False)

    def _line(self, r: TableRow, header: bool) -> Line:
        cells = r.cells if header else r.written
        boxes = [w.boxes for cell in cells for w in cell]
        first = next((_page(cell, 0) for cell in cells if cell), 0) or self.page
        return row([text_of(cell) for cell in cells], page=first, header=header, boxes=boxes)


def text_of(cell: Cell) -> str:
    """The words of a cell."""
    return " ".join(w.text for w in cell)


def _page(cell: Cell, other: int) -> int:
    return next((box.page for word in cell for box in word.boxes), other)


def table_of(grid: Grid, pieces: Sequence[Piece], offset: int, page: OnPage) -> Table | None:
    """The table of a grid whose cells are the regions from `offset` on; None if the rules only frame text."""
    inside: dict[int, list[Piece]] = {}
    for piece in pieces:
        inside.setdefault(piece.region - offset, []).append(piece)
    texts = {number: _words(there, page) for number, there in inside.items()}
    if not _is_table(grid, texts):
        return None
    rows = [_row(grid, r, texts) for r in range(len(grid.cells))]
    titles, heads = _headed(grid, rows)
    return Table(
        page=page.number,
        first=min(p.first for p in pieces),
        top=float(grid.ys[0]) / page.height,
        columns=tuple(round(float(x) / page.width, 4) for x in grid.xs),
        rows=tuple(r for i, r in enumerate(rows) if i < titles + heads or r.says_something),
        titles=titles,
        heads=heads,
    )


def _words(pieces: Sequence[Piece], page: OnPage) -> Cell:
    """The words of a cell from the top down and from the left to the right."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.angle, p.baseline)):
        last = lines[-1][0] if lines else None
        if last is None or piece.angle != last.angle or piece.baseline - last.baseline > 0.4 * last.size:
            lines.append([])
        lines[-1].append(piece)
    placed = (p for line in lines for p in sorted(line, key=lambda p: p.start))
    return tuple(Placed(w.text, (page.box(w.box),)) for p in placed for w in p.words)


def _is_table(grid: Grid, texts: dict[int, Cell]) -> bool:
    rows, columns = grid.cells.shape
    numbers = set(grid.cells.flat) - {-1}
    filled = len(numbers & set(texts))
    if filled < 2 or filled < 0.15 * len(numbers):
        return False
    if rows == 1 and columns == 2:
        return False
    said = " ".join(fold(text_of(t)) for t in texts.values())
    return not (rows <= 2 and columns <= 2 and _LETTERHEAD.search(said))


def _row(grid: Grid, number: int, texts: dict[int, Cell]) -> TableRow:
    here = grid.cells[number]
    above = grid.cells[number - 1] if number else np.full(len(here), -2)
    cells = tuple(texts.get(int(n), ()) for n in here)
    left = [-2, *here[:-1]]
    return TableRow(
        cells,
        open=tuple(bool(a == b) for a, b in zip(here, above, strict=True)),
        wide=tuple(bool(a == b) for a, b in zip(here, left, strict=True)),
    )


def _headed(grid: Grid, rows: list[TableRow]) -> tuple[int, int]:
    """How many rows are titles over the whole width, and how many after them are the header."""
    titles = 0
    while titles < len(rows) - 1 and rows[titles].whole:
        titles += 1
    reach = titles + 1
    while reach < len(rows) and any(rows[reach].open):
        reach += 1
    split = len(set(grid.cells[titles])) < grid.cells.shape[1]  # some heading stands over several columns
    heads = reach - titles
    return titles, heads if split and heads <= _HEADER_ROWS and reach < len(rows) else 1


def _combined(rows: Sequence[TableRow]) -> TableRow:
    """The rows of a header as one: what stands above a column, large to small ("Số lượng / Năm 2023")."""
    columns = []
    for stacked in zip(*(r.cells for r in rows), strict=True):
        parts = [c for c in dict.fromkeys(stacked) if c]
        words: list[Placed] = []
        for part in parts:
            words.extend([Placed("/", ())] if words else [])
            words.extend(part)
        columns.append(tuple(words))
    no = (False,) * len(columns)
    return TableRow(tuple(columns), open=no, wide=no)
