"""Sheets as an office sees them: titles, headers of two rows, merged cells, groups, dates day first, signatures apart."""

import io
import re
import zipfile
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from corpus.errors import FileError
from ingest.lines import Line
from ingest.office import sheets
from ingest.office.cell_format import shown
from ingest.read import read


def book(*titles: str) -> tuple[Workbook, list[Worksheet]]:
    made = Workbook()
    first = made.active
    assert isinstance(first, Worksheet)
    first.title = titles[0]
    return made, [first, *(made.create_sheet(title) for title in titles[1:])]


def saved(made: Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def lines(made: Workbook) -> tuple[Line, ...]:
    return read("bang.xlsx", saved(made)).lines


def staffing() -> Workbook:
    made, (sheet,) = book("Biên chế 2024")
    sheet["A1"], sheet["E1"] = "UBND TỈNH LAM GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    sheet["A2"], sheet["E2"] = "SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc"
    sheet["A4"] = "TỔNG HỢP BIÊN CHẾ NĂM 2024"
    sheet["A6"], sheet["B6"], sheet["C6"], sheet["E6"], sheet["F6"] = "TT", "Đơn vị", "Số lượng", "Tỷ lệ", "Hạn báo cáo"
    sheet["C7"], sheet["D7"] = "Năm 2023", "Năm 2024"
    sheet["A8"] = "Khối sở, ngành"
    for area in ("A4:F4", "A6:A7", "B6:B7", "C6:D6", "E6:E7", "F6:F7", "A8:F8", "B9:B10"):
        sheet.merge_cells(area)
    sheet["B9"] = "Sở Y tế"
    for r in (9, 10):
        sheet.cell(r, 1, r - 8)
        sheet.cell(r, 3, 1200 * r).number_format = "#,##0"
        sheet.cell(r, 4, 1.5)
        sheet.cell(r, 5, 0.15).number_format = "0%"
        sheet.cell(r, 6, date(2026, 3, 31)).number_format = "mm-dd-yy"
    sheet["B12"], sheet["E12"], sheet["B13"], sheet["E13"] = "NGƯỜI LẬP BIỂU", "GIÁM ĐỐC", "Lê Văn An", "Trần Thị Bình"
    return made


def test_a_sheet_of_an_office() -> None:
    assert [(line.kind, line.header, line.text) for line in lines(staffing())] == [
        ("heading", False, "Biên chế 2024"),
        ("text", False, "UBND TỈNH LAM GIANG"),
        ("text", False, "SỞ NỘI VỤ"),
        ("text", False, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("text", False, "Độc lập - Tự do - Hạnh phúc"),
        ("text", False, "TỔNG HỢP BIÊN CHẾ NĂM 2024"),
        ("row", True, "TT | Đơn vị | Số lượng / Năm 2023 | Số lượng / Năm 2024 | Tỷ lệ | Hạn báo cáo"),
        ("row", False, "Khối sở, ngành"),
        ("row", False, "1 | Sở Y tế | 10,800 | 1.5 | 15% | 31/03/2026"),
        ("row", False, "2 | Sở Y tế | 12,000 | 1.5 | 15% | 31/03/2026"),
        ("text", False, "NGƯỜI LẬP BIỂU"),
        ("text", False, "Lê Văn An"),
        ("text", False, "GIÁM ĐỐC"),
        ("text", False, "Trần Thị Bình"),
    ]


def test_several_sheets_hidden_ones_left_out_and_said() -> None:
    made, (first, second, third) = book("Sheet1", "Phụ lục", "Ẩn")
    for sheet in (first, second, third):
        sheet.append(["No.", "Name", "Post"])
        sheet.append([1, f"Name in {sheet.title}", "Specialist"])
    third.sheet_state = "hidden"
    reading = read("a.xlsx", saved(made))
    assert [line.text for line in reading.lines] == [
        "No. | Name | Post",
        "1 | Name in Sheet1 | Specialist",
        "Phụ lục",
        "No. | Name | Post",
        "1 | Name in Phụ lục | Specialist",
    ]
    assert reading.warnings == ("sheets-hidden",)


def test_a_table_goes_on_after_an_empty_row_and_a_new_one_has_its_own_header() -> None:
    made, (sheet,) = book("Sheet")
    for cells in (
        ["TT", "Tên lớp", "Số người"], [1, "Lớp A", 30], [], [2, "Lớp B", 40], [],
        ["Mã", "Nội dung", "Kinh phí"], ["KP1", "Giảng viên", 12],
    ):  # fmt: skip
        sheet.append(cells)
    assert [(line.header, line.text) for line in lines(made)] == [
        (True, "TT | Tên lớp | Số người"),
        (False, "1 | Lớp A | 30"),
        (False, "2 | Lớp B | 40"),
        (True, "Mã | Nội dung | Kinh phí"),
        (False, "KP1 | Giảng viên | 12"),
    ]


def test_a_sheet_used_as_a_page_is_paragraphs() -> None:
    made, (sheet,) = book("Trang tính1")
    for text in ("THÔNG BÁO", "Về việc nghỉ lễ", "Các đơn vị bố trí trực."):
        sheet.append([None, text])
    assert [(line.kind, line.text) for line in lines(made)] == [
        ("text", "THÔNG BÁO"),
        ("text", "Về việc nghỉ lễ"),
        ("text", "Các đơn vị bố trí trực."),
    ]


def test_a_million_formatted_rows_are_not_expanded() -> None:
    made, (sheet,) = book("Sheet")
    sheet.append(["TT", "Tên", "Hạn"])
    sheet.append([1, "Kế hoạch", "31/3"])
    sheet.cell(1_048_576, 1).number_format = "0"
    assert len(lines(made)) == 2


def test_too_many_cells_are_data_and_no_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_CELLS", 50)
    made, (sheet,) = book("Sheet")
    for i in range(20):
        sheet.append([i, "a", "b"])
    with pytest.raises(FileError) as caught:
        lines(made)
    assert caught.value.code == "file-too-many-cells" and "50" in caught.value.text("vi")


def rewritten(content: bytes, change: dict[str, tuple[bytes, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            for suffix, (a, b) in change.items():
                if name.endswith(suffix):
                    part = re.sub(a, b, part)
            new.writestr(name, part)
    return out.getvalue()


def test_a_size_that_lies_hides_no_rows() -> None:
    content = rewritten(saved(staffing()), {"sheet1.xml": (rb'<dimension ref="[^"]*"', b'<dimension ref="A1:B2"')})
    assert read("a.xlsx", content).lines == lines(staffing())


def test_the_strict_variant_is_read_as_the_other() -> None:
    content = saved(staffing())
    strict = {
        ".xml": (
            rb"http://schemas\.openxmlformats\.org/(spreadsheetml|officeDocument)/2006/",
            rb"http://purl.oclc.org/ooxml/\1/",
        ),
        ".rels": (
            rb"http://schemas\.openxmlformats\.org/officeDocument/2006/",
            b"http://purl.oclc.org/ooxml/officeDocument/",
        ),
    }
    changed = rewritten(content, strict)
    assert changed != content
    assert read("a.xlsx", changed).lines == lines(staffing())


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1.5, "General", "1.5"),
        (3, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (1200.5, "#,##0", "1,201"),
        (0.155, "0.0%", "15.5%"),
        (7, "000", "007"),
        (-5, "0.00", "-5.00"),
        (1500, '#,##0 "đồng"', "1,500 đồng"),
        (1500000, "#,##0,", "1,500"),
        (12, "[$₫-42A]#,##0", "₫12"),
        (2.5, "0.##", "2.5"),
        (2, "0.##", "2"),
        (12345678901234, "0.00E+00", "12345678901234"),
        (datetime(2026, 3, 31), "d/m/yyyy", "31/03/2026"),
        (datetime(2026, 3, 31), "[$-409]mmmm d, yyyy", "31/03/2026"),
        (datetime(2026, 3, 1), "mm/yyyy", "03/2026"),
        (datetime(2026, 3, 31, 14, 5), "dd/mm/yyyy hh:mm", "31/03/2026 14:05"),
        (time(7, 30), "hh:mm", "07:30"),
        (True, "General", "TRUE"),
        ("Điều 5", "@", "Điều 5"),
        (None, "General", ""),
        (float("nan"), "0.0", ""),
        (1e300, "0.00", "1e+300"),
    ],
)
def test_values_are_shown_as_their_format_says(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


def test_what_the_library_remarks_on_is_not_said(recwarn: pytest.WarningsRecorder) -> None:
    content = rewritten(saved(staffing()), {"styles.xml": (rb"<cellStyles.*?</cellStyles>", b"")})
    assert [line.text for line in read("a.xlsx", content).lines][0] == "Biên chế 2024"
    assert not recwarn.list


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.99])
def test_a_cut_file_is_refused(part: float) -> None:
    content = saved(staffing())
    with pytest.raises(FileError) as caught:
        read("a.xlsx", content[: int(len(content) * part)])
    assert caught.value.code == "file-broken"
