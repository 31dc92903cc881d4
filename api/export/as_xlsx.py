"""A sheet as a workbook: one line a row with filters, and all sources on a second page. Knows nothing of files."""

import io
from collections.abc import Sequence
from copy import copy
from datetime import date
from typing import Any, TypeAlias

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from api.export.letters import lines as lines_of
from api.export.records import FOR_PROGRAMS, Value, records, source_headings, source_values
from api.export.words import printable
from assistant.sheet import Sheet
from corpus.dates import day_words
from corpus.messages import Language, message

_Typeless: TypeAlias = Any  # openpyxl has no types

_MOST = 32_767  # characters that a cell of this format can hold
_WIDEST, _NARROWEST = 66, 8  # in letters
_LOOKED_AT = 200  # rows that tell how wide a column has to be
_MOST_CELLS = 0.9  # of them that fit without a second line
_SIZE, _LINE, _LETTER = 11, 15.0, 5.25  # points: of the letters, a line, and what a column has for each letter
_HIGHEST, _SEEN = 409.0, 3000  # points that a row can be high, and letters that fill it
_A4 = 9
_FONT = "Times New Roman"
_DATES: dict[Language, str] = {"vi": "dd/mm/yyyy", "en": "d mmm yyyy"}
# what a spreadsheet takes for a formula when somebody goes into the cell and leaves it again
_FORMULA = ("=", "+", "-", "@")


def as_xlsx(sheet: Sheet) -> bytes:
    """The rows with their sources in columns, a line for each source, what the sheet says of itself; no formulas."""
    book, speaks = Workbook(write_only=True), sheet.language
    headings, rows = records(sheet)
    _page(book, message("export-items", speaks), [headings, *rows], speaks, unprinted=FOR_PROGRAMS)
    sources = [[n, *source_values(s)] for n, row in enumerate(sheet.rows, 1) for s in row.sources]
    headings = [message("export-column-no", speaks), *source_headings(speaks)]
    _page(book, message("export-sources", speaks), [headings, *sources], speaks)
    _page(book, message("export-about", speaks), _about(sheet), speaks)
    book.properties.title = printable(sheet.title)[:255]
    book.properties.creator = "Vanban"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _about(sheet: Sheet) -> list[list[str]]:
    draft = message("export-draft-line", sheet.language, day=day_words(sheet.made, sheet.language))
    notes = [["", printable(note)] for note in sheet.notes]
    of_sections = [[printable(s.title), printable(note)] for s in sheet.sections for note in s.notes]
    return [[message("export-draft", sheet.language), printable(sheet.title)], ["", draft], *notes, *of_sections]


def _page(
    book: _Typeless, title: str, lines: Sequence[Sequence[Value]], language: Language, unprinted: int = 0
) -> None:
    """A page of lines under a line of headings; its last `unprinted` columns are for programs and not printed."""
    page = book.create_sheet(title)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(lines[0]))}{len(lines)}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _A4
    page.page_setup.fitToHeight, page.sheet_properties.pageSetUpPr.fitToPage = 0, True
    page.print_title_rows = "1:1"
    page.print_area = f"A1:{get_column_letter(len(lines[0]) - unprinted)}{len(lines)}"
    widths = [_width(str(heading), [line[n] for line in lines[1:_LOOKED_AT]]) for n, heading in enumerate(lines[0])]
    for n, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(n)].width = width
    cells = _Cells(page, language)
    for count, line in enumerate(lines):
        # said, because not every program works it out when it opens the file
        page.row_dimensions[count + 1].height = _height(line, widths, bold=count == 0)
        page.append([cells.made(value, heading=count == 0) for value in line])


def _width(heading: str, values: Sequence[Value]) -> int:
    """How wide a column is, in letters: as most of its cells ask, no long remark in a few."""
    longest = sorted(max(map(len, str(value).split("\n"))) for value in values)
    usual = longest[int(len(longest) * _MOST_CELLS)] if longest else 0
    return min(max(usual, len(heading) + 3, _NARROWEST) + 2, _WIDEST)


def _height(line: Sequence[Value], widths: Sequence[int], bold: bool) -> float:
    """How high a row is, in points, so that all of its words are seen (or as many as a row can show)."""
    texts = ((str(value)[:_SEEN], width) for value, width in zip(line, widths, strict=True) if isinstance(value, str))
    return min(
        max((lines_of(text, width * _LETTER, _SIZE, bold) for text, width in texts), default=1) * _LINE, _HIGHEST
    )


class _Cells:
    """Makes the cells of a page, each look worked out once: setting it cell by cell takes most of the time."""

    def __init__(self, page: _Typeless, language: Language) -> None:
        self.page, self.language = page, language
        self._looks = {name: self._look(name) for name in ("heading", "text", "quoted", "date")}

    def _look(self, name: str) -> _Typeless:
        cell = WriteOnlyCell(self.page)
        cell.font = Font(name=_FONT, size=_SIZE, bold=name == "heading")
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if name == "heading":
            cell.fill = PatternFill("solid", fgColor="D9E2EC")
        if name == "date":
            cell.number_format = _DATES[self.language]
        cell.quotePrefix = name == "quoted"
        return cell._style

    def made(self, value: Value, heading: bool) -> _Typeless:
        """A cell with a date, a number or a text: a text stays one, whatever it begins with."""
        look = "date" if isinstance(value, date) else "text"
        if not isinstance(value, str):
            cell = WriteOnlyCell(self.page, value)
        else:
            cell = WriteOnlyCell(self.page, _fitted(value, self.language) or None)
            if value:
                cell.data_type = "s"
                look = "quoted" if value.lstrip().startswith(_FORMULA) else "text"
        cell._style = copy(self._looks["heading" if heading else look])
        return cell


def _fitted(text: str, language: Language) -> str:
    if len(text) <= _MOST:
        return text
    cut = message("export-cut", language, limit=_MOST)
    return text[: _MOST - len(cut) - 1] + " " + cut
