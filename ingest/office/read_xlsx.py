"""XLSX: each visible sheet as titles, a table with its header, and what stands around it; the values as they are shown.

Rows are streamed: a million empty ones that somebody once formatted cost nothing but the time to pass them.
"""

import io
import posixpath
import warnings
import zipfile
import zlib
from collections.abc import Iterator

from openpyxl import load_workbook
from openpyxl.chartsheet import Chartsheet
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from corpus.errors import FileError
from ingest.lines import Allowed, Line, Reading
from ingest.office.cell_format import shown
from ingest.office.sheets import Cells, Merged, sheet_heading, sheet_lines
from ingest.office.xml_parts import parse_part, stream_elements

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST_MERGED = 20_000
# openpyxl lets the errors of zip, XML and its own descriptors through as they come: all of them mean a damaged file
_DAMAGE = (
    InvalidFileException, zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError, IndexError,
    OSError, EOFError, SyntaxError, NotImplementedError, RuntimeError, AssertionError, OverflowError,
)  # fmt: skip


def read_xlsx(name: str, content: bytes, allowed: Allowed) -> Reading:
    """A workbook; hidden sheets are left out, with a warning."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's remarks on what it does not draw are not for our users
            return _reading(content, Cells(name))
    except _DAMAGE as error:
        raise FileError("file-broken", name=name, format="XLSX") from error


def _reading(content: bytes, cells: Cells) -> Reading:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    title = (book.properties.title or "").strip() or None
    parts = _sheet_parts(content)
    lines: list[Line] = []
    hidden = False
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            hidden = True
            continue
        merged = list(_merged(content, parts.get(sheet.title)))
        found = sheet_lines(cells.filled(_rows(book, sheet.title)), merged)
        lines.extend([*sheet_heading(sheet.title), *found] if found else [])
    book.close()
    return Reading(tuple(lines), _TYPE, title=title, warnings=("sheets-hidden",) if hidden else ())


def _rows(book: Workbook, title: str) -> Iterator[list[str]]:
    sheet = book[title]
    if isinstance(sheet, Chartsheet):
        return
    reset = getattr(sheet, "reset_dimensions", None)
    if reset is not None:
        reset()  # what the file says of its size is often wrong, and rows would be missed
    for cells in sheet.iter_rows():
        yield [shown(c.value, c.number_format) if c.value is not None else "" for c in cells]


def _sheet_parts(content: bytes) -> dict[str, str]:
    """The part of the package in which each sheet lies, by title."""
    relations = parse_part(content, "xl/_rels/workbook.xml.rels")
    book = parse_part(content, "xl/workbook.xml")
    if relations is None or book is None:
        return {}
    targets = {r.get("Id"): r.get("Target") or "" for r in relations}
    return {
        str(s.get("name")): posixpath.normpath(posixpath.join("xl", targets.get(s.get(_RELATION), ""))).lstrip("/")
        for s in book.iter(f"{_MAIN}sheet")
    }


def _merged(content: bytes, part: str | None) -> Iterator[Merged]:
    if part is None:
        return
    for count, element in enumerate(stream_elements(content, part, f"{_MAIN}mergeCell")):
        if count >= _MOST_MERGED:
            return
        left, top, right, bottom = range_boundaries(element.get("ref") or "A1")
        if left and top and right and bottom:
            yield Merged(top - 1, left - 1, bottom - 1, right - 1)
