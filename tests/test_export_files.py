"""Sheets as workbook, calendar, Markdown, CSV and JSON, opened again: nothing lost, nothing calculated."""

import csv
import io
import json
from datetime import date, datetime
from typing import Any

import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt
from openpyxl import Workbook, load_workbook

from api.export import MEDIA_TYPES, export
from api.export.as_json import sheet_from_json
from assistant.sheet import Sheet, SheetRow, SheetSection
from corpus.errors import RequestError
from tests.sheets import COLUMNS, MADE, QUOTE, course, row, sheet, source, with_rows

FORMULAS = ("=1+1", "+84 123", "-5%", "@SUM(A1)", "=cmd|' /C calc'!A0")


def book(given: Sheet) -> Workbook:
    return load_workbook(io.BytesIO(export(given, "xlsx")))


def lines(given: Sheet) -> list[list[str]]:
    return list(csv.reader(io.StringIO(export(given, "csv").decode("utf-8-sig"), newline="")))


def events(given: Sheet) -> list[Any]:
    return list(Calendar.from_ical(export(given, "ics")).walk("VEVENT"))


def test_workbook_has_a_line_a_row_with_its_source_in_columns() -> None:
    page = book(sheet(4)).worksheets[0]
    names = [cell.value for cell in page[1]]
    assert names[:5] == ["TT", "Phần", *COLUMNS["vi"]]
    assert page.max_row == 5
    third = dict(zip(names, (cell.value for cell in page[4]), strict=True))
    assert (third["TT"], third["Phần"], third["Mã mục"]) == (3, "Trình duyệt", "row-3")
    assert third["Ngày đến hạn"] == datetime(2024, 4, 3)
    assert (third["Số, ký hiệu"], third["Điều, khoản"], third["Trang"]) == ("18/2024/QĐ-UBND", "Điều 3, khoản 2", 3)
    assert (third["Trích dẫn"], third["Phiên bản"]) == (QUOTE, 2)
    assert (third["SHA-256 của bản gốc"], third["Tình trạng"]) == (source(3).sha256, "Chưa xong")


def test_workbook_has_filters_a_frozen_line_dates_and_the_font() -> None:
    page = book(sheet(4)).worksheets[0]
    assert page.freeze_panes == "A2" and page.print_title_rows == "$1:$1"
    assert page.auto_filter.ref == f"A1:{page.cell(1, page.max_column).column_letter}5"
    due = next(cell for cell in page[2] if isinstance(cell.value, datetime))
    assert due.is_date and due.number_format == "dd/mm/yyyy"
    assert page["A1"].font.bold and page["C2"].font.name == "Times New Roman" and page["C2"].alignment.wrap_text


def test_workbook_rows_are_as_high_as_their_words_and_codes_are_not_printed() -> None:
    long = row(2, cells=("Hoàn thiện đề án vị trí việc làm của đơn vị. " * 10, "Sở Nội vụ", "trước ngày 31/3/2024"))
    page = book(with_rows(row(1), long, *(row(n) for n in range(3, 14)))).worksheets[0]
    heights = [page.row_dimensions[n].height for n in (1, 3)]
    assert heights[0] == 15
    # 450 letters in a column that is as wide as most of its cells ask
    assert 7 * 15 <= heights[1] <= 14 * 15
    assert 40 < page.column_dimensions["C"].width < 60
    printed = page[page.print_area.replace("$", "").rpartition("!")[2]]
    names = [cell.value for cell in printed[0]]
    assert (names[0], names[-1]) == ("TT", "Trích dẫn") and len(printed) == page.max_row


@pytest.mark.parametrize("text", FORMULAS)
def test_workbook_calculates_nothing(text: str) -> None:
    page = book(with_rows(row(1, cells=(text, "", "")))).worksheets[0]
    cell = page["C2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_workbook_keeps_every_source_in_full_and_says_what_was_searched() -> None:
    given = with_rows(row(1, sources=(source(1), source(2))), row(2))
    items, sources, about = book(given).worksheets
    names = [cell.value for cell in items[1]]
    assert items.cell(2, names.index("Trang") + 1).value == "1\n2"
    assert [[cell.value for cell in line][:1] for line in sources.iter_rows(min_row=2)] == [[1], [1], [2]]
    assert "Đã tìm trong 27 văn bản." in [cell.value for cell in about["B"]]
    assert about["A1"].value == "DỰ THẢO"


def test_workbook_cuts_what_a_cell_cannot_hold_and_says_so() -> None:
    page = book(with_rows(row(1, cells=("x" * 40_000, "", "")))).worksheets[0]
    text = page["C2"].value
    assert (
        isinstance(text, str) and len(text) == 32_767 and text.endswith("[... đã cắt: ô này chứa tối đa 32767 ký tự]")
    )


def test_a_number_column_of_the_sheet_is_not_doubled() -> None:
    given = with_rows(SheetRow(("7", "việc")), columns=("TT", "Nhiệm vụ"))
    assert lines(given)[0][:3] == ["Phần", "TT", "Nhiệm vụ"]


def test_sections_with_headings_of_their_own_share_one_table() -> None:
    names, *rows = lines(course())
    asked = dict(zip(names, rows[-1], strict=True))
    assert (asked["TT"], asked["Loại"], asked["Đáp án"]) == ("1", "Một lựa chọn", "")
    assert dict(zip(names, rows[-2], strict=True))["Đáp án"] == "A"


def test_cells_beyond_the_headings_are_kept() -> None:
    given = with_rows(SheetRow(("a", "b", "c", "d")), columns=("Một", "Một"))
    assert lines(given)[1][2:6] == ["a", "b", "c", "d"]


def test_csv_has_a_bom_and_no_formulas() -> None:
    given = with_rows(*(row(n, cells=(text, " =2", "\t=3")) for n, text in enumerate(FORMULAS)))
    assert export(given, "csv").startswith(b"\xef\xbb\xbf")
    for line, text in zip(lines(given)[1:], FORMULAS, strict=True):
        assert line[2:5] == ["'" + text, "' =2", "'\t=3"]


def test_csv_keeps_line_ends_quotes_and_diacritics() -> None:
    text = 'Đề án "vị trí",\nviệc làm; ưỡng'
    assert lines(with_rows(row(1, cells=(text, "", ""))))[1][2] == text


def test_calendar_has_an_event_for_each_row_that_is_due() -> None:
    (event,) = events(with_rows(row(1), row(2, due=None)))
    assert event.decoded("dtstart") == date(2024, 4, 1) and event.decoded("dtend") == date(2024, 4, 2)
    assert str(event["summary"]) == "Hoàn thiện Đề án vị trí việc làm của đơn vị 1"
    told = str(event["description"])
    for part in (
        "Chủ trì: Sở Nội vụ",
        QUOTE,
        "18/2024/QĐ-UBND",
        "Điều 1, khoản 2",
        "trang 1",
        "phiên bản 2",
        "SHA-256",
    ):
        assert part in told
    assert event["dtstamp"].dt.date() == MADE


def test_calendar_ids_stay_when_a_row_is_edited_moved_or_joined_by_others() -> None:
    before = {str(e["summary"]): str(e["uid"]) for e in events(sheet(4))}
    assert len(set(before.values())) == 4
    edited = row(2, cells=("Việc khác", "", ""), due=date(2025, 1, 1))
    after = {str(e["summary"]): str(e["uid"]) for e in events(with_rows(row(9), row(4), edited))}
    assert after["Việc khác"] == before["Hoàn thiện Đề án vị trí việc làm của đơn vị 2"]
    assert (
        after["Hoàn thiện Đề án vị trí việc làm của đơn vị 4"]
        == before["Hoàn thiện Đề án vị trí việc làm của đơn vị 4"]
    )


def test_calendar_ids_of_rows_alike_differ() -> None:
    ids = [str(e["uid"]) for e in events(with_rows(row(1, id=""), row(1, id=""), row(2, id="", sources=())))]
    assert len(set(ids)) == 3


def test_calendar_is_the_same_every_time_and_takes_odd_days_and_signs() -> None:
    given = with_rows(row(1, due=date.max, cells=("a;b,c\\d\nBEGIN:VALARM", "", "")), row(2, due=date.min))
    assert export(given, "ics") == export(given, "ics")
    first = events(given)[0]
    assert str(first["summary"]) == "a;b,c\\d BEGIN:VALARM" and "dtend" not in first
    assert not Calendar.from_ical(export(given, "ics")).walk("VALARM")


def test_calendar_of_nothing_is_refused() -> None:
    with pytest.raises(RequestError) as refused:
        export(with_rows(row(1, due=None)), "ics")
    assert refused.value.code == "export-no-dates"


def test_markdown_has_tables_and_footnotes() -> None:
    text = export(sheet(4), "md").decode()
    assert text.startswith("# Phê duyệt Đề án vị trí việc làm\n\n**DỰ THẢO lập ngày 22/11/2026")
    assert "| TT | Nhiệm vụ | Chủ trì | Thời hạn | Tình trạng | Nguồn |" in text
    assert "18/2024/QĐ-UBND, Điều 3, khoản 2, trang 3[^3] |" in text
    notes = [next(line for line in text.splitlines() if line.startswith(f"[^{n}]: ")) for n in (1, 3)]
    assert all(QUOTE in note for note in notes)
    # what the document is, where it is cited first
    for told in (source(1).sha256[:16], "phiên bản 2"):
        assert [told in note for note in notes] == [True, False]


def test_markdown_reads_no_cell_as_markup() -> None:
    odd = "a|b *c* _d_ `e` <b>f</b> [g](http://h) ~~i~~"
    given = with_rows(row(1, cells=(odd, "# x", "1. y\n- z"), sources=()), title="# *t*")
    html = MarkdownIt("commonmark").enable("table").enable("strikethrough").render(export(given, "md").decode())
    assert "a|b *c* _d_ `e` &lt;b&gt;f&lt;/b&gt; [g](http://h) ~~i~~" in html
    assert html.count("<tr>") == 2 and "<em>" not in html and "<a " not in html
    assert "<h1># *t*</h1>" in html


@pytest.mark.parametrize("given", [sheet(), sheet(language="en", layout="party"), course(), sheet(sections=())])
def test_json_gives_the_same_sheet_again(given: Sheet) -> None:
    assert sheet_from_json(export(given, "json")) == given


def test_json_keeps_every_sign_but_halves_of_signs() -> None:
    odd = with_rows(row(1, cells=("a\x00\x0b\u202e", "\ud800x", ""), sources=(source(1, quote="q\x0c"),)))
    again = sheet_from_json(export(odd, "json"))
    assert again.rows[0].cells == ("a\x00\x0b\u202e", "\ufffdx", "") and again.rows[0].sources[0].quote == "q\x0c"


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": "vanban-sheet/1"}', '{"format": "other"}', b"\xff"])
def test_json_that_is_no_sheet_is_refused(text: str | bytes) -> None:
    with pytest.raises(RequestError) as refused:
        sheet_from_json(text)
    assert refused.value.code == "sheet-unreadable"


def test_json_with_a_wrong_field_says_which() -> None:
    body = json.loads(export(sheet(1), "json"))
    body["sections"][0]["rows"][0]["due"] = "soon"
    with pytest.raises(RequestError, match=r"sections\.0\.rows\.0\.due"):
        sheet_from_json(json.dumps(body))


@pytest.mark.parametrize("format", [f for f in MEDIA_TYPES if f != "pptx"])
def test_five_thousand_rows_come_out_whole(format: str) -> None:
    given = sheet(5000)
    body = export(given, format)
    if format == "xlsx":
        page = load_workbook(io.BytesIO(body), read_only=True).worksheets[0]
        assert sum(1 for _ in page.iter_rows(max_col=1)) == 5001
    elif format == "json":
        assert sheet_from_json(body) == given
    elif format == "csv":
        assert len(lines(given)) == 5001
    elif format == "docx":
        assert len(body) > 100_000
    else:
        assert body.count("đơn vị 5000".encode()) >= 1


@pytest.mark.parametrize("format", [f for f in MEDIA_TYPES if f not in ("pptx", "ics", "json")])
def test_signs_that_cannot_be_printed_stop_no_format(format: str) -> None:
    odd = "a\x00b\x1f\ud800\ufffe"
    given = sheet(
        title=odd,
        notes=(odd,),
        sections=(
            SheetSection(odd, (row(1, cells=(odd, odd, odd), sources=(source(1, quote=odd),), id=odd),), (odd,)),
        ),
    )
    assert b"\x00" not in (export(given, format) if format in ("md", "csv") else b"")
