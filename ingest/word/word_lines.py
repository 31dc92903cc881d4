"""Paragraphs and table rows of a Word document to lines, for the formats that say them one after the other (DOC, RTF).

Knows nothing of files.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.grid import Cell, is_layout, table_lines
from ingest.letters.charmaps import Encoding
from ingest.letters.legacy import Run, encoding_of, modern_runs
from ingest.lines import Line
from ingest.placed_text import by_columns, places_text

_DEEPEST = 10
_SAME_EDGE = 40  # twentieths of a point: cells of two rows that end this near to each other end together


@dataclass(frozen=True, slots=True)
class RowCell:
    """A cell of a row: its edges, and whether it goes on with the cell before it, or with the one above it."""

    left: int
    right: int
    across: bool = False
    down: bool = False


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph, or the text up to the end of a table's cell or row.

    `list` is (list, level) of automatic numbering; `depth` counts the tables that it stands in, one inside the other;
    `row` describes the cells of the row that ends here.
    """

    runs: tuple[Run, ...]
    heading: int = 0
    list: tuple[int, int] | None = None
    depth: int = 0
    cell_end: bool = False
    row_end: bool = False
    row: tuple[RowCell, ...] = ()


def word_lines(
    sections: Sequence[Sequence[WordParagraph]], label: Callable[[WordParagraph], str] = lambda p: ""
) -> Iterator[Line]:
    """The lines of a document's sections (body, notes, text boxes); `label` gives a paragraph's automatic number."""
    everything = "\n".join("".join(r.text for r in p.runs) for section in sections for p in section)
    reader = _Reader(label, encoding_of(everything))
    for section in sections:
        yield from reader.lines(section)


@dataclass(slots=True)
class _TableRow:
    cells: list[list[Line]] = field(default_factory=list)
    edges: tuple[RowCell, ...] = ()


@dataclass(slots=True)
class _Open:
    """A table that is being read: the rows that are whole, the row and the cell that are not."""

    rows: list[_TableRow] = field(default_factory=list)
    row: _TableRow = field(default_factory=_TableRow)
    cell: list[Line] = field(default_factory=list)

    def closed(self) -> list[Line]:
        """The lines of the table, with what is there of a row that never ended."""
        if self.cell or self.row.cells:
            self.rows.append(_TableRow([*self.row.cells, self.cell]))
        return list(_table(self.rows))


@dataclass(slots=True)
class _Reader:
    """Paragraphs to lines: gathers the rows of a table, and those of tables inside its cells."""

    label: Callable[[WordParagraph], str]
    expected: Encoding | None
    tables: list[_Open] = field(default_factory=list)

    def lines(self, paragraphs: Iterable[WordParagraph]) -> Iterator[Line]:
        for p in paragraphs:
            depth = min(p.depth, _DEEPEST)
            yield from self._closed_to(depth)
            while len(self.tables) < depth:
                self.tables.append(_Open())
            if not depth:
                yield from self._paragraph(p)
                continue
            table = self.tables[-1]
            if p.row_end:
                table.row.edges = p.row
                table.rows.append(table.row)
                table.row, table.cell = _TableRow(), []
                continue
            table.cell.extend(self._paragraph(p))
            if p.cell_end:
                table.row.cells.append(table.cell)
                table.cell = []
        yield from self._closed_to(0)

    def _closed_to(self, depth: int) -> list[Line]:
        """Closes the tables that have ended; an inner one's lines go into the cell around it."""
        while len(self.tables) > depth:
            lines = self.tables.pop().closed()
            if not self.tables:
                return lines
            self.tables[-1].cell.extend(lines)
        return []

    def _paragraph(self, p: WordParagraph) -> Iterator[Line]:
        label = self.label(p)
        text = modern_runs(p.runs, self.expected)
        parts = [part.strip() for part in text.split("\n") if part.strip()]
        if label and parts:
            parts[0] = f"{label} {parts[0]}"
        for part in parts:
            yield Line(part, "heading" if p.heading else "text", level=p.heading)


def _table(rows: list[_TableRow]) -> Iterator[Line]:
    if not rows:
        return
    texts = [[" ".join(line.text for line in cell) for cell in r.cells] for r in rows]
    cells = _cells(rows, texts)
    placing = places_text(texts)
    if placing or is_layout(cells):
        contents = [r.cells for r in rows]
        for cell in by_columns(contents) if placing else (c for r in contents for c in r):
            yield from cell
    else:
        yield from table_lines(cells)


def _cells(rows: list[_TableRow], texts: list[list[str]]) -> list[list[Cell]]:
    """The cells with how many columns and rows each covers, told from their edges."""
    edges = _columns(edge for r in rows for cell in r.edges for edge in (cell.left, cell.right))
    found: list[list[Cell]] = []
    for i, (r, line) in enumerate(zip(rows, texts, strict=True)):
        cells: list[Cell] = []
        if len(r.edges) != len(line):
            found.append([Cell(text) for text in line])
            continue
        for edge, text in zip(r.edges, line, strict=True):
            if edge.across and cells:
                last = cells.pop()
                cells.append(Cell(last.text, last.columns + 1, last.rows))
            elif not edge.down:
                columns = max(_column(edges, edge.right) - _column(edges, edge.left), 1)
                cells.append(Cell(text, columns, 1 + _below(rows[i + 1 :], edge)))
        found.append(cells)
    return found


def _below(rows: list[_TableRow], above: RowCell) -> int:
    """How many rows further down a cell reaches."""
    count = 0
    for r in rows:
        if not any(c.down and abs(c.left - above.left) <= _SAME_EDGE for c in r.edges):
            break
        count += 1
    return count


def _columns(edges: Iterable[int]) -> list[int]:
    found: list[int] = []
    for edge in sorted(set(edges)):
        if not found or edge - found[-1] > _SAME_EDGE:
            found.append(edge)
    return found


def _column(columns: list[int], edge: int) -> int:
    return min(range(len(columns)), key=lambda i: abs(columns[i] - edge)) if columns else 0
