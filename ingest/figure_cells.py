"""Figures in tables: a cell's number, what its row counts, and what its column says of it (year, target, result).

Knows rows whose cells are parted by bars; knows nothing of running text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import Document, Outline
from corpus.messages import Language
from corpus.registers import Figure, Hedge, Span, Stance
from ingest.figure_context import is_share
from ingest.measures import ITEM, WHOLE, measure_at
from ingest.quantities import Quantity, number_of, quantities

_BAR = re.compile(r"\s*\|\s*")
_BARE = re.compile(r"(?P<value>\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)(?=\s*(?:\(|$))")
_FROM = re.compile(r"(?:từ|from)\s+$", re.IGNORECASE)
_SERIAL = re.compile(r"(?:tt|stt|no\.?|số tt|số thứ tự|#|mã|code|mã số|order)", re.IGNORECASE)
_NO_COUNT = re.compile(
    r"(?:mã|code|số hiệu|điện thoại|phone|ghi chú|thời hạn|deadline|cấp độ|level|mục(?! tiêu)|item)", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\(([^()]{1,40})\)")
_TARGET = re.compile(
    r"(?<!\w)(?:mục tiêu|chỉ tiêu|kế hoạch|targets?|objectives?|goals?|plan(?:ned)?"
    r"|phấn đấu)(?!\w)",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?<!\w)(?:kết quả|thực hiện|đạt|hiện có|hiện trạng|results?|achieved|actual|current|reached)(?!\w)|(?:năm"
    r"|in|year)\s+20\d\d",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:(?:năm|đến|giai đoạn|to|by|in)\s+)*(?:\d{1,2}/\d{1,2}/)?(?:19"
r"|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?", re.IGNORECASE)  # fmt: skip
_COUNT_OF = re.compile(r"^(?:số lượng|tổng số|số|number of|total)\s+", re.IGNORECASE)
_MANY = 2  # words at least in a cell that says what a row counts


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cells, each cell a span of the document; the first row names the columns."""

    address: str
    start: int
    end: int
    rows: tuple[tuple[str, tuple[Span, ...]], ...]
    title: str = ""


def tables(document: Document, units: Outline) -> list[Table]:
    """The tables of a document, in order."""
    found: list[Table] = []
    for unit in units:
        if unit.kind != "table":
            continue
        rows = [
            (r.address, _cells(document.text, r.start, r.end)) for r in units.children(unit.address) if r.kind == "row"
        ]
        if rows:
            over = " / ".join(u.title for u in units.above(unit) if u.title)
            found.append(Table(unit.address, unit.start, unit.end, tuple(rows), over))
    return found


def _cells(text: str, start: int, end: int) -> tuple[Span, ...]:
    cells: list[Span] = []
    at = start
    for match in _BAR.finditer(text, start, end):
        cells.append(Span(at, match.start()))
        at = match.end()
    while end > at and text[end - 1].isspace():
        end -= 1
    return (*cells, Span(at, end))


def cell_figures(document: Document, masked: str, table: Table) -> Iterator[Figure]:
    """The figures of a table, row by row."""
    head = table.rows[0][1]
    wide = len(head)
    for address, cells in table.rows[1:] if wide > 1 else table.rows:
        label = _label(document.text, cells)
        for column, cell in enumerate(cells):
            name = head[column] if len(cells) == wide and column < wide else None
            yield from _of_cell(_Cell(document, masked, table, address, cells, cell, name, label))


@dataclass(frozen=True, slots=True)
class _Cell:
    document: Document
    masked: str
    table: Table
    address: str
    row: tuple[Span, ...]
    span: Span
    name: Span | None
    label: Span | None


def _label(text: str, cells: tuple[Span, ...]) -> Span | None:
    """The cell that says what the row is about: the first with words."""
    for cell in cells:
        if len(re.findall(r"[^\W\d_]{2,}", cell.of(text))) >= _MANY:
            return cell
    return None


def _of_cell(cell: _Cell) -> Iterator[Figure]:
    language = cell.document.identity.language
    found = quantities(cell.masked, cell.span.start, cell.span.end, language)
    if not found or found[0].start > cell.span.start:
        bare = _bare(cell)
        found = [bare, *found] if bare else found
    for i, q in enumerate(found):
        yield _figure(cell, q, found[i - 1] if i else None)


def _bare(cell: _Cell) -> Quantity | None:
    """A cell that opens with a number alone: its measure stands in the name of the column or of the row."""
    text = cell.document.text
    match = _BARE.match(cell.masked, cell.span.start, cell.span.end)
    name = cell.name.of(text) if cell.name else ""
    if match is None or cell.name is None or _SERIAL.fullmatch(name.strip()) or _NO_COUNT.match(name):
        return None
    if cell.span == cell.row[0] or cell.label is None:
        return None
    unit = _measure_named(cell, name)
    value = number_of(match["value"], cell.document.identity.language, unit)
    return Quantity(match.start(), match.end(), value, unit, "exact", match.start())


def _measure_named(cell: _Cell, name: str) -> str:
    """What a bare number counts: by its column, else a column before it, or its row where the column is a year."""
    text, language = cell.document.text, cell.document.identity.language
    label = cell.label.of(text) if cell.label else ""
    if _TARGET.search(name) or _RESULT.search(name) or _YEAR.search(name):
        return _measure_in(label, language) or ITEM
    if found := _measure_in(name, language):
        return found
    before = [c.of(text) for c in cell.table.rows[0][1] if cell.name and c.start < cell.name.start]
    named = (_measure_in(other, language) for other in reversed(before) if not _SERIAL.fullmatch(other.strip()))
    return next((unit for unit in named if unit and unit in WHOLE), ITEM)


def _measure_in(words: str, language: Language) -> str | None:
    tries = [m[1] for m in _IN_BRACKETS.finditer(words)] + [words, _COUNT_OF.sub("", words)]
    found = (measure_at(part, 0, language) for part in tries)
    return next((m.unit for m in found if m and m.unit != "year"), None)


def _figure(cell: _Cell, q: Quantity, before: Quantity | None) -> Figure:
    text = cell.document.text
    hedge: Hedge = q.hedge
    if hedge == "exact" and _FROM.fullmatch(text[cell.span.start : q.start]):
        hedge = "at_least"
    base = Span(*q.whole) if q.whole else None
    if base is None and is_share(q.unit):
        base = Span(before.start, before.end) if before else cell.label if cell.label != cell.span else None
    name = cell.name.of(text) if cell.name else ""
    year = _YEAR.search(name)
    period = Span(cell.name.start + year.start(), cell.name.start + year.end()) if year and cell.name else None
    whole = Span(cell.row[0].start, cell.row[-1].end)
    return Figure(
        whole, cell.address, Span(q.start, q.end), q.value, q.unit, hedge, _stance(name, cell.table.title),
        cell.label if cell.label != cell.span else cell.span, base, None, period,
    )  # fmt: skip


def _stance(name: str, title: str) -> Stance:
    if _TARGET.search(name):
        return "target"
    if _RESULT.search(name) or _YEAR.fullmatch(name.strip()):
        return "result"
    return (
        "rule"
        if re.search(r"tiêu chuẩn|điều kiện|quy định|mức|standards?|conditions?|minimum|rates?", title, re.IGNORECASE)
        else "other"
    )
