"""ODS: OpenDocument's sheets, as XLSX is read; the values as the program shows them stand in the file itself."""

from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from ingest.lines import Allowed, Line, Reading
from ingest.office.cell_format import shown
from ingest.office.odf_names import OFFICE, STYLE, TABLE, TEXT, OpenDocument, counted, named
from ingest.office.odf_text import Inline
from ingest.office.read_odt import table_rows
from ingest.office.sheets import Cells, Merged, sheet_heading, sheet_lines

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_WIDEST = 1_000  # columns that one cell with text may be repeated over
_TALLEST = 10_000


def read_ods(name: str, content: bytes, allowed: Allowed) -> Reading:
    """A workbook; hidden sheets are left out, with a warning."""
    document = OpenDocument(name, content, "ODS")
    body = document.body("spreadsheet")
    inline = Inline(document.root, document.styles)
    cells = Cells(name)
    hidden_styles = _hidden_styles(document.root)
    lines: list[Line] = []
    hidden = False
    for table in body.iterfind(f"{TABLE}table") if body is not None else ():
        if named(table, TABLE, "style-name") in hidden_styles:
            hidden = True
            continue
        merged: list[Merged] = []
        rows = list(cells.filled(_rows(table, inline, merged)))
        found = sheet_lines(rows, merged)
        lines.extend([*sheet_heading(named(table, TABLE, "name")), *found] if found else [])
    return Reading(tuple(lines), _TYPE, title=document.title, warnings=("sheets-hidden",) if hidden else ())


def _hidden_styles(root: etree._Element) -> set[str]:
    return {
        named(style, STYLE, "name")
        for style in root.iter(f"{STYLE}style")
        for properties in style.iterfind(f"{STYLE}table-properties")
        if named(properties, TABLE, "display") == "false"
    }


def _rows(table: etree._Element, inline: Inline, merged: list[Merged]) -> Iterator[list[str]]:
    number = 0
    for element, _ in table_rows(table):
        cells = _cells(element, inline, number, merged)
        repeated = counted(element, TABLE, "number-rows-repeated", _TALLEST) if any(cells) else 1
        for _ in range(repeated):
            yield cells
            number += 1


def _day(node: etree._Element) -> str:
    """A date day first, however the program that wrote the file showed it; "" for what is none."""
    value = named(node, OFFICE, "date-value")
    try:
        return shown(datetime.fromisoformat(value), "dd/mm/yyyy hh:mm") if value else ""
    except ValueError:
        return ""  # a year that no calendar has


def _cells(element: etree._Element, inline: Inline, number: int, merged: list[Merged]) -> list[str]:
    cells: list[str] = []
    for node in element:
        if node.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        covered = node.tag == f"{TABLE}covered-table-cell"
        text = "" if covered else _day(node) or " ".join(inline.text(p) for p in node.iterfind(f"{TEXT}p"))
        columns = counted(node, TABLE, "number-columns-spanned", _WIDEST)
        rows = counted(node, TABLE, "number-rows-spanned", _TALLEST)
        if text and (columns > 1 or rows > 1):
            merged.append(Merged(number, len(cells), number + rows - 1, len(cells) + columns - 1))
        cells.extend([text] * min(counted(node, TABLE, "number-columns-repeated", 20_000), _WIDEST))
    return cells
