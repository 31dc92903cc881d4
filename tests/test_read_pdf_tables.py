"""Ruled tables of a PDF come out as rows, whatever they run over; rules that only frame text make no table."""

from pathlib import Path

from ingest.lines import Allowed, Line
from ingest.pdf.read_pdf import read_pdf
from tests.pdf_maker import Page, pdf

XS = [85.0, 130.0, 330.0, 540.0]


def ys(top: float, rows: int) -> list[float]:
    return [top + 20 * i for i in range(rows + 1)]


def lines(*pages: Page) -> list[Line]:
    return [line for line in read_pdf("x.pdf", pdf(*pages), Allowed()).lines if line.text]


def rows(*pages: Page) -> list[tuple[tuple[str, ...], bool]]:
    return [(line.cells, line.header) for line in lines(*pages) if line.kind == "row"]


def test_a_table_stands_where_it_is_printed_and_each_word_has_its_box() -> None:
    page = Page().text(85, 80, "Danh mục kèm theo:")
    page.table(
        XS, ys(100, 3), [["STT", "Tên vị trí", "Ngạch"], ["1", "Giám đốc Sở", "Chuyên viên chính"], ["2", "", "Cán sự"]]
    )
    page.text(85, 200, "Sau bảng là phần chữ.")
    found = lines(page)
    assert [(x.kind, x.text, x.header) for x in found] == [
        ("text", "Danh mục kèm theo:", False),
        ("row", "STT | Tên vị trí | Ngạch", True),
        ("row", "1 | Giám đốc Sở | Chuyên viên chính", False),
        ("row", "2 |  | Cán sự", False),
        ("text", "Sau bảng là phần chữ.", False),
    ]
    row = found[2]
    assert [len(boxes) for boxes in row.boxes] == [1, 0, 1, 1, 1, 0, 1, 1, 1]
    assert row.boxes[2][0].left * 595 > XS[1] and row.boxes[-1][0].right * 595 < XS[3]


def test_merged_cells() -> None:
    table = [
        ["TT", "Cơ quan", "Số lượng"],
        ["I. KHỐI TỈNH", "<", "<"],
        ["1", "Sở Nội vụ", "58"],
        ["^", "Sở Tài chính", "61"],
        ["Tổng cộng", "<", "119"],
    ]
    assert rows(Page().table(XS, ys(100, 5), table)) == [
        (("TT", "Cơ quan", "Số lượng"), True),
        (("I. KHỐI TỈNH",), False),
        (("1", "Sở Nội vụ", "58"), False),
        (("1", "Sở Tài chính", "61"), False),
        (("Tổng cộng", "", "119"), False),
    ]


def test_a_header_of_two_rows_is_one() -> None:
    table = [["TT", "Nhiệm kỳ", "<"], ["^", "2020", "2025"], ["1", "17", "19"]]
    assert rows(Page().table(XS, ys(100, 3), table)) == [
        (("TT", "Nhiệm kỳ / 2020", "Nhiệm kỳ / 2025"), True),
        (("1", "17", "19"), False),
    ]


def test_a_title_inside_the_table_is_a_line_above_it() -> None:
    table = [["BIÊN CHẾ NĂM 2024", "<", "<"], ["TT", "Cơ quan", "Số lượng"], ["1", "Sở Y tế", "40"]]
    assert [(x.kind, x.text, x.header) for x in lines(Page().table(XS, ys(100, 3), table))] == [
        ("text", "BIÊN CHẾ NĂM 2024", False),
        ("row", "TT | Cơ quan | Số lượng", True),
        ("row", "1 | Sở Y tế | 40", False),
    ]


def test_a_table_over_pages_is_one_and_its_header_comes_once() -> None:
    first = Page().table(XS, ys(700, 3), [["TT", "Cơ quan", "Số"], ["1", "Sở Y tế", "40"], ["2", "Sở Nội vụ", "58"]])
    second = Page().text(297, 40, "2").table(XS, ys(60, 2), [["TT", "Cơ quan", "Số"], ["3", "Sở Tài chính", "61"]])
    third = Page().text(297, 40, "3").table(XS, ys(60, 1), [["4", "Thanh tra tỉnh", "33"]])
    found = rows(first, second, third)
    assert [r[0][0] for r in found] == ["TT", "1", "2", "3", "4"]
    assert [r[1] for r in found] == [True, False, False, False, False]


def test_a_row_cut_by_the_page_end_is_put_together() -> None:
    first = Page().table(XS, ys(700, 2), [["TT", "Nhiệm vụ", "Cơ quan"], ["1", "Xây dựng kế hoạch biên", "Sở Nội vụ"]])
    second = Page().table(XS, ys(60, 2), [["", "chế hằng năm", ""], ["2", "Báo cáo", "Sở Y tế"]])
    found = [x for x in lines(first, second) if x.kind == "row"]
    assert [x.cells for x in found[1:]] == [
        ("1", "Xây dựng kế hoạch biên chế hằng năm", "Sở Nội vụ"),
        ("2", "Báo cáo", "Sở Y tế"),
    ]
    assert {b.page for boxes in found[1].boxes for b in boxes} == {1, 2}
    assert (found[1].page, found[2].page) == (1, 2)


def test_a_cell_merged_down_over_a_page_end_is_carried() -> None:
    first = Page().table(XS, ys(700, 2), [["Khối", "Cơ quan", "Số"], ["Tỉnh", "Sở Y tế", "40"]])
    second = Page().table(XS, ys(60, 2), [["", "Sở Nội vụ", "58"], ["^", "Sở Tài chính", "61"]])
    assert [r[0] for r in rows(first, second)][1:] == [
        ("Tỉnh", "Sở Y tế", "40"),
        ("Tỉnh", "Sở Nội vụ", "58"),
        ("Tỉnh", "Sở Tài chính", "61"),
    ]


def test_two_tables_with_text_between_are_two() -> None:
    first = Page().table(XS, ys(700, 2), [["TT", "Cơ quan", "Số"], ["1", "Sở Y tế", "40"]])
    second = (
        Page().text(85, 50, "Phụ lục II").table(XS, ys(80, 2), [["TT", "Cơ quan", "Số"], ["1", "Sở Xây dựng", "44"]])
    )
    assert [r[1] for r in rows(first, second)] == [True, False, True, False]


def test_open_sides_close_themselves() -> None:
    page = Page()
    for y in ys(100, 2):
        page.rule(85, y, 540, y)
    page.rule(300, 100, 300, 140)
    page.text(90, 114, "Chỉ tiêu").text(310, 114, "Kết quả").text(90, 134, "Đào tạo").text(310, 134, "840 lượt")
    assert rows(page) == [(("Chỉ tiêu", "Kết quả"), True), (("Đào tạo", "840 lượt"), False)]


def test_words_touching_a_rule_stay_in_their_cells() -> None:
    page = Page().table([85, 120, 300], ys(100, 2), [["TT", "Tên"], ["", ""]])
    page.text(102, 134, "12", 10).text(121, 134, "Sở Nội vụ", 10)
    assert rows(page)[1][0] == ("12", "Sở Nội vụ")


def test_frames_are_no_tables() -> None:
    page = Page()
    for x in (40, 555):
        page.rule(x, 40, x, 800)
    for y in (40, 800):
        page.rule(40, y, 555, y)
    head = [["ỦY BAN NHÂN DÂN TỈNH", "Độc lập - Tự do - Hạnh phúc"], ["Số: 5/QĐ-UBND", "Lam Giang, ngày 5 tháng 3"]]
    page.table([60, 280, 540], ys(60, 2), head).rule(100, 200, 200, 200).text(85, 230, "QUYẾT ĐỊNH")
    assert {x.kind for x in lines(page)} == {"text"}
    assert len(lines(page)) == 5


def test_a_wide_table_printed_sideways() -> None:
    page = Page()
    cells = [["TT", "Cơ quan", "Số"], ["1", "Sở Y tế", "40"], ["2", "Sở Nội vụ", "58"]]
    xs, tops = [100.0, 120.0, 140.0, 160.0], [700.0, 650.0, 400.0, 150.0]  # rows run across the page, cells up it
    for x in xs:
        page.rule(x, tops[-1], x, tops[0])
    for y in tops:
        page.rule(xs[0], y, xs[-1], y)
    for r, row in enumerate(cells):
        for k, text in enumerate(row):
            page.text(xs[r] + 14, tops[k] - 4, text, 10, "0 1 -1 0")
    found = [x for x in lines(page) if x.kind == "row"]
    assert [x.cells for x in found] == [tuple(row) for row in cells]
    box = found[0].boxes[0][0]
    assert xs[0] <= box.left * 595 and box.right * 595 <= xs[1] + 1 and 640 < box.top * 842 < box.bottom * 842 < 701


def test_words_far_apart_in_a_row_stay_in_their_cells(samples: Path) -> None:
    """Every gap of such a row is wide, as in a line that is spread over its whole width; walls part it all the same."""
    name = "187-bc-tu-2023.en.pdf"
    rows = [line.cells for line in read_pdf(name, (samples / name).read_bytes(), Allowed()).lines if line.cells]
    assert rows[0][:3] == ("No.", "Target", "2020")
    turns = next(row for row in rows if row[1:2] and row[1].startswith("Turns of cadres"))
    assert turns[1:5] == ("Turns of cadres trained and fostered", "-", "4,500", "1,992 (44.3%)")
