"""A sheet of cells as text: the titles above a table, its header, its rows; what stands apart is paragraphs.

A sheet says of nothing what it is: all of it is told from which cells are filled. Knows nothing of files.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.errors import FileError
from ingest.grid import combined
from ingest.lines import Line, row

MOST_CELLS = 200_000  # filled ones, of all sheets of a file; more is data, not a document
_NUMBER = re.compile(r"^[\s(]*[-+]?[\d.,/:%\s]*\d[\d.,/:%\s]*\)?\s*$")
_DEFAULT_NAME = re.compile(r"^(?:sheet|trang[ _]?t[ií]nh|table|tabelle|feuil)\s*\d*(?:\s*\(\d+\))?$", re.I)
_MARKED = re.compile(r"^(?:\(?\d{1,3}[.)]?|[IVX]{1,5}\.?|[a-zđ][.)])$")  # what stands first in a row, and in no header
_STATE_AND_PARTY = (
    "CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "ĐẢNG CỘNG SẢN", "ĐỘC LẬP", "SOCIALIST REPUBLIC", "INDEPENDENCE",
    "COMMUNIST PARTY",
)  # fmt: skip
_HEADER_ROWS = 3
_FULL = 0.6  # of a table's columns, that its header fills


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged range, rows and columns counted from 0, its ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with its filled cells by column; `spans` are the merged ranges that begin in it."""

    number: int
    cells: dict[int, str]
    spans: tuple[Merged, ...] = ()


class Cells:
    """Counts the filled cells of a file; raises FileError when they are too many."""

    def __init__(self, name: str) -> None:
        self._name, self._left = name, MOST_CELLS

    def filled(self, rows: Iterable[Sequence[str]]) -> Iterator[tuple[int, dict[int, str]]]:
        """(row, its filled cells by column) of the rows that have any."""
        for number, cells in enumerate(rows):
            found = {i: " ".join(text.split()) for i, text in enumerate(cells) if text and not text.isspace()}
            self._left -= len(found)
            if self._left < 0:
                raise FileError("file-too-many-cells", name=self._name, limit=MOST_CELLS)
            if found:
                yield number, found


def sheet_heading(title: str) -> list[Line]:
    """The name of a sheet as a heading, none where the program gave the name itself."""
    return [] if _DEFAULT_NAME.match(title.strip()) else [Line(title.strip(), "heading", level=1)]


def sheet_lines(rows: Iterable[tuple[int, dict[int, str]]], merged: Sequence[Merged] = ()) -> list[Line]:
    """The lines of one sheet; `rows` are its rows that hold anything, by number."""
    begun: dict[int, list[Merged]] = {}
    for span in merged:
        begun.setdefault(span.top, []).append(span)
    written = [_Row(number, cells, tuple(begun.get(number, ()))) for number, cells in rows]
    lines: list[Line] = []
    columns: list[int] = []
    for block in _blocks(written, merged):
        found, columns = _block(block, columns)
        lines.extend(found)
    return lines


def _blocks(rows: Sequence[_Row], merged: Sequence[Merged]) -> Iterator[list[_Row]]:
    """Runs of rows without an empty row between them, merged cells filled downwards."""
    tall = sorted((m for m in merged if m.bottom > m.top), key=lambda m: m.top)
    reach: list[tuple[Merged, str]] = []
    block: list[_Row] = []
    at = 0
    for r in rows:
        reach = [(m, text) for m, text in reach if m.bottom >= r.number]
        cells = dict(r.cells)
        for m, text in reach:
            cells.setdefault(m.left, text)
        while at < len(tall) and tall[at].top <= r.number:
            m = tall[at]
            at += 1
            if m.top == r.number and m.left in r.cells:
                reach.append((m, r.cells[m.left]))
        if block and r.number > block[-1].number + 1:
            yield block
            block = []
        block.append(_Row(r.number, cells, r.spans))
    if block:
        yield block


def _block(rows: list[_Row], before: list[int]) -> tuple[list[Line], list[int]]:
    """The lines of one block, and the columns of its table (those of the table before it, if it goes on with that)."""
    columns = _columns(rows)
    if len(columns) < 2 or len(rows) < 2 and not _goes_on(rows[0], before):
        return _loose(rows), before
    head = None if _is_signature(rows, columns, before) else _header(rows, columns)
    if head is None and not _goes_on(rows[0], before):
        return _loose(rows), before
    if head is None:
        return _body(rows, sorted({*before, *columns})), before
    start, depth = head
    columns = sorted({c for r in rows[start:] for c in r.cells})
    header = combined([_wide(r, columns) for r in rows[start : start + depth]])
    lines = [*_loose(rows[:start]), row(header, header=True), *_body(rows[start + depth :], columns)]
    return lines, columns


def _columns(rows: Sequence[_Row]) -> list[int]:
    """The columns that are filled in rows of more than one cell."""
    return sorted({c for r in rows if len(r.cells) > 1 for c in r.cells})


def _goes_on(r: _Row, columns: Sequence[int]) -> bool:
    """Whether a row after an empty one belongs to the table above: it begins with a number, in the table's columns."""
    return len(r.cells) > 1 and set(r.cells) <= set(columns) and bool(_MARKED.match(r.cells[min(r.cells)]))


def _header(rows: Sequence[_Row], columns: Sequence[int]) -> tuple[int, int] | None:
    """(where the header begins, how many rows it has), None if no row is like one."""
    width = max(len(_covered(r)) for r in rows)
    for i, r in enumerate(rows[:-1]):
        covered = _covered(r)
        texts = [t for t in r.cells.values() if not _NUMBER.match(t)]
        if (
            len(covered) < max(2, width * _FULL)
            or len(texts) * 2 <= len(r.cells)
            or _MARKED.match(r.cells[min(r.cells)])
        ):
            continue
        if len(r.cells) == 2 and width == 2 and _is_letterhead(r):
            continue
        return i, min(_depth(r), len(rows) - 1 - i)
    return None


def _is_letterhead(r: _Row) -> bool:
    """The two columns of a document's header: its issuer, and the name of the State or the Party."""
    return any(t.upper().startswith(_STATE_AND_PARTY) for t in r.cells.values())


def _is_signature(rows: Sequence[_Row], columns: Sequence[int], before: Sequence[int]) -> bool:
    """Posts and names below a table: a few narrow rows without a number in them."""
    narrow = len(columns) <= 3 and len(columns) * 2 <= len(before) and len(rows) <= 8
    return narrow and not any(_NUMBER.match(t) or _MARKED.match(t) for r in rows for t in r.cells.values())


def _covered(r: _Row) -> set[int]:
    return {*r.cells, *(c for m in r.spans if m.left in r.cells for c in range(m.left, min(m.right, m.left + 500) + 1))}


def _depth(r: _Row) -> int:
    """How many rows a header has: as many as its cells reach down where one of them stands above several columns."""
    wide = any(m.right > m.left and m.bottom == m.top for m in r.spans)
    reach = max((m.bottom - m.top + 1 for m in r.spans), default=1)
    return min(max(reach, 2), _HEADER_ROWS) if wide else min(reach, _HEADER_ROWS)


def _wide(r: _Row, columns: Sequence[int]) -> list[str]:
    """The texts of a row by column, what is merged across columns in each of them."""
    texts = dict(r.cells)
    for m in r.spans:
        if m.left in r.cells:
            for c in range(m.left, min(m.right, m.left + 500) + 1):
                texts.setdefault(c, r.cells[m.left])
    return [texts.get(c, "") for c in columns]


def _body(rows: Sequence[_Row], columns: Sequence[int]) -> list[Line]:
    """The rows of a table; a row of one cell is a group's title, and after the last full row a paragraph."""
    last = max((i for i, r in enumerate(rows) if len(r.cells) > max(1, len(columns) * 0.3)), default=-1)
    lines: list[Line] = []
    for i, r in enumerate(rows):
        if i > last:
            return lines + _loose(rows[i:])
        lines.append(row(list(r.cells.values()) if len(r.cells) == 1 else _wide(r, columns)))
    return lines


def _loose(rows: Sequence[_Row]) -> list[Line]:
    """Rows outside a table; where several of them have two columns of text, the left one is read first."""
    lines: list[Line] = []
    pair: dict[int, list[str]] = {}
    for r in rows:
        if len(r.cells) == 1 and not pair:
            lines.append(Line(next(iter(r.cells.values()))))
        elif len(r.cells) <= 2 and (not pair or _same_columns(r, pair)):
            for c, text in r.cells.items():
                pair.setdefault(c, []).append(text)
        else:
            lines.extend(_sides(pair))
            pair = {c: [text] for c, text in r.cells.items()} if len(r.cells) == 2 else {}
            lines.extend([Line(" ".join(r.cells.values()))] if not pair else [])
    lines.extend(_sides(pair))
    return lines


def _same_columns(r: _Row, pair: dict[int, list[str]]) -> bool:
    return set(r.cells) <= set(pair)


def _sides(pair: dict[int, list[str]]) -> list[Line]:
    return [Line(text) for _, texts in sorted(pair.items()) for text in texts]
