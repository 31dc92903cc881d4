"""A sheet as a workbook: one line a row with filters, and all sources on a second page. Knows nothing of files."""

import io
from collections.abc import Iterable
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from api.export.records import Value, records, source_headings, source_values
from api.export.words import day_words, printable
from assistant.sheet import Sheet
from corpus.messages import Language, message

_MOST = 32_767  # characters that a cell of this format can hold
_HEAD = {"font": Font(name="Times New Roman", bold=True), "fill": PatternFill("solid", fgColor="D9E2EC")}
_BODY = {"font": Font(name="Times New Roman"), "alignment": Alignment(vertical="top", wrap_text=True)}
_WIDEST, _NARROWEST = 60, 8
_A4 = 9


def as_xlsx(sheet: Sheet) -> bytes:
    """Two pages: the rows with their sources in columns, and one line for each source; nothing is calculated."""
    book = Workbook(write_only=True)
    headings, rows = records(sheet)
    _page(book, message("export-items", sheet.language), headings, rows, sheet.language)
    sources = [[n, *source_values(s)] for n, row in enumerate(sheet.rows, 1) for s in row.sources]
    headings = [message("export-column-no", sheet.language), *source_headings(sheet.language)]
    _page(book, message("export-sources", sheet.language), headings, sources, sheet.language)
    book.properties.title = printable(sheet.title)
    book.properties.creator = "Vanban"
    book.properties.description = message(
        "export-draft-line", sheet.language, day=day_words(sheet.made, sheet.language)
    )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _page(book: Any, title: str, headings: list[str], rows: Iterable[list[Value]], language: Language) -> None:  # noqa: ANN401 - openpyxl has no types
    page, rows = book.create_sheet(title), list(rows)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _A4
    page.page_setup.fitToHeight, page.sheet_properties.pageSetUpPr.fitToPage = 0, True
    page.print_title_rows = "1:1"
    for n, heading in enumerate(headings):
        widest = max((len(line) for row in rows[:200] for line in str(row[n]).split("\n")), default=0)
        width = min(max(widest, len(heading) + 3, _NARROWEST) + 2, _WIDEST)
        page.column_dimensions[get_column_letter(n + 1)].width = width
    page.append([_cell(page, heading, _HEAD, language) for heading in headings])
    for row in rows:
        page.append([_cell(page, value, _BODY, language) for value in row])


def _cell(page: Any, value: Value, look: dict[str, Any], language: Language) -> Any:  # noqa: ANN401 - openpyxl has no types
    cell = WriteOnlyCell(page, value=_fitted(value, language) if isinstance(value, str) else value)
    for name, part in look.items():
        setattr(cell, name, part)
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy" if language == "vi" else "d mmm yyyy"
    elif isinstance(value, str) and cell.data_type != "n":
        # a text stays a text, whatever it begins with: also when somebody edits the cell
        cell.data_type, cell.quotePrefix = "s", value[:1] in ("=", "+", "-", "@")
    return cell


def _fitted(text: str, language: Language) -> str | None:
    if len(text) <= _MOST:
        return text or None
    cut = message("export-cut", language, limit=_MOST)
    return text[: _MOST - len(cut) - 1] + " " + cut
