"""Tables as their cells stand: merged ones filled, the header's rows made one, a group's title said once.

For every format that says of its cells how far they reach (HTML, ODF, slides). Knows nothing of files.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.lines import Line, row

_WIDEST = 500  # columns; what claims more is damaged or a trap
_FURTHEST = 100  # columns that one cell may cover
_HEADER_ROWS = 4
_FINE = 8  # columns; with more of them and few cells in a row, the columns are those of a form and mean nothing


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is written once, and how many columns and rows it covers; `head` if it is marked as a heading."""

    text: str
    columns: int = 1
    rows: int = 1
    head: bool = False


def is_layout(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table only places text: the two columns of a document's header, a signature, a frame around a page."""
    columns = max((len(r) for r in rows), default=0)
    marked = any(cell.head for r in rows for cell in r)
    return columns <= 1 or (len(rows) <= 2 and columns <= 2 and not marked)


def table_lines(rows: Sequence[Sequence[Cell]], page: int | None = None) -> list[Line]:
    """The rows of a table; titles across its whole width that stand above the header become lines of their own."""
    rows = [r for r in rows if r]
    grid = filled(rows)
    width = max((len(r) for r in grid), default=0)
    titles = 0
    while titles < len(grid) - 1 and _spans_all(rows[titles], grid[titles], width):
        titles += 1
    lines = [Line(" ".join(grid[i][0].split()), page=page) for i in range(titles)]
    rows, grid = rows[titles:], grid[titles:]
    heads = _header_rows(rows)
    if grid:
        named = combined(grid[:heads])
        lines.append(row(_shown(rows[0], named) if heads == 1 else named, page=page, header=True))
    for written, cells in zip(rows[heads:], grid[heads:], strict=True):
        if any(c.strip() for c in cells):
            lines.append(row(_alone(written, cells) or _shown(written, cells), page=page))
    return lines


def _shown(written: Sequence[Cell], cells: list[str]) -> list[str]:
    """The cells of a row; in a form, whose grid is finer than its cells, none is said for each column it covers."""
    if len(cells) <= _FINE or len(written) * 2 >= len(cells):
        return cells
    return [text for text, _ in groupby(cells)]


def filled(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """Every row with a text for each of its columns: a merged cell's in all that it covers."""
    below: dict[int, tuple[int, str]] = {}  # column -> (rows left, text)
    return [_filled_row(r, below) for r in rows]


def _filled_row(cells: Sequence[Cell], below: dict[int, tuple[int, str]]) -> list[str]:
    texts: list[str] = []
    waiting = list(cells[::-1])
    while (waiting or len(texts) in below) and len(texts) < _WIDEST:
        column = len(texts)
        if column in below:
            left, text = below.pop(column)
            texts.append(text)
            if left > 1:
                below[column] = (left - 1, text)
            continue
        cell = waiting.pop()
        for i in range(min(max(cell.columns, 1), _FURTHEST)):
            texts.append(cell.text)
            if cell.rows > 1:
                below[column + i] = (cell.rows - 1, cell.text)
    return texts


def combined(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows of a header as one: what stands above a column, large to small ("Số lượng / Năm 2023")."""
    width = max(len(r) for r in rows)
    columns = [[" ".join(r[i].split()) for r in rows if i < len(r)] for i in range(width)]
    return [" / ".join(dict.fromkeys(text for text in column if text)) for column in columns]


def _alone(written: Sequence[Cell], cells: Sequence[str]) -> list[str]:
    """The one text of a row that says nothing else, and says it across columns: the title of a group."""
    said = [cell for cell in written if cell.text.strip()]
    if len(said) != 1 or said[0].columns < 2 or said[0].rows > 1:
        return []
    return [said[0].text] if all(c in ("", said[0].text) for c in cells) else []  # a cell from above says something too


def _spans_all(written: Sequence[Cell], cells: Sequence[str], width: int) -> bool:
    return len(written) == 1 and width > 1 and len(cells) == width and written[0].columns > 1


def _header_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows the header has: those the format marks, else as far as its first row's cells reach down."""
    marked = 0
    while marked < len(rows) and all(cell.head for cell in rows[marked]):
        marked += 1
    if 0 < marked < len(rows):
        return min(marked, _HEADER_ROWS)
    first = rows[0] if rows else []
    reach = max((cell.rows for cell in first), default=1)
    if any(cell.columns > 1 for cell in first) and 1 < reach <= _HEADER_ROWS and reach < len(rows):
        return reach
    return 1
