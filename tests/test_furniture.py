"""What stands around the text of pages is told by its place; what belongs to the text stays."""

from collections.abc import Sequence

from corpus.layout import Box
from ingest.lines import Line, PrintedPage, row
from ingest.pdf.furniture import furniture

BODY = "Ủy ban nhân dân các cấp có trách nhiệm tổ chức thực hiện Quy định"


def line(page: int, top: float, text: str, left: float = 0.15, each: float = 0.06, height: float = 0.015) -> Line:
    words = text.split()
    boxes = tuple((Box(page, left + i * each, top, left + (i + 0.9) * each, top + height),) for i in range(len(words)))
    return Line(text, page=page, boxes=boxes)


def body(page: int) -> list[Line]:
    return [line(page, 0.2 + i * 0.03, f"{BODY} phần {page} {i}", each=0.04) for i in range(15)]


def dropped(pages: Sequence[Sequence[Line]]) -> list[str]:
    printed = [PrintedPage(n, 595, 842) for n in range(1, len(pages) + 1)]
    return [x.text for x in furniture([x for page in pages for x in page], printed)]


def test_page_numbers_above_or_below_all_else() -> None:
    pages = [[line(n, 0.05, str(n), 0.5), *body(n)] for n in range(1, 4)]
    assert dropped(pages) == ["1", "2", "3"]
    assert dropped([[*body(n), line(n, 0.95, f"- {n + 4} -", 0.5)] for n in range(1, 4)]) == ["- 5 -", "- 6 -", "- 7 -"]
    assert dropped([[*body(n), line(n, 0.95, f"Trang {n}/3", 0.5)] for n in range(1, 4)]) == [
        "Trang 1/3",
        "Trang 2/3",
        "Trang 3/3",
    ]


def test_a_number_that_does_not_count_along_is_text() -> None:
    pages = [[line(n, 0.05, str(n), 0.5), *body(n)] for n in range(1, 4)]
    pages[1].append(line(2, 0.9, "2025"))
    assert "2025" not in dropped(pages)


def test_a_page_number_above_a_table() -> None:
    def table(n: int) -> Line:
        return row(["TT", "Tên"], page=n, boxes=[[Box(n, 0.1, 0.1, 0.2, 0.12)], [Box(n, 0.3, 0.1, 0.4, 0.12)]])

    assert dropped([[line(n, 0.05, str(n), 0.5), table(n)] for n in (1, 2, 3)]) == ["1", "2", "3"]


def test_gazette_banners_and_repeated_headers() -> None:
    pages = [[line(n, 0.04, f"{n + 10} CÔNG BÁO/Số 123 + 124/Ngày 05-3-2021"), *body(n)] for n in range(1, 3)]
    assert len(dropped(pages)) == 2
    pages = [
        [line(n, 0.04, "Sở Nội vụ tỉnh Lam Giang"), *body(n), line(n, 0.94, "Tài liệu lưu hành nội bộ")]
        for n in range(1, 5)
    ]
    assert len(dropped(pages)) == 8
    left_and_right = [
        [line(n, 0.04, "Bên chẵn của sách" if n % 2 else "Bên lẻ của sách"), *body(n)] for n in range(1, 9)
    ]
    assert len(dropped(left_and_right)) == 8


def test_what_the_text_itself_repeats_stays() -> None:
    forms = [
        [line(n, 0.06, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), line(n, 0.08, f"Phụ lục {n}"), *body(n)]
        for n in range(1, 5)
    ]
    assert dropped(forms) == []
    chapters = [[line(n, 0.06, f"Điều {n}."), *body(n)] for n in range(1, 5)]
    assert dropped(chapters) == []
    twice = [[line(n, 0.06, "Nội dung chi tiết"), *body(n)] for n in (1, 2)] + [body(3), body(4)]
    assert dropped(twice) == []


def test_stamps_along_the_margin() -> None:
    up = Line(
        "LuatThuVien tải về",
        page=1,
        boxes=tuple((Box(1, 0.02, 0.5 - i * 0.1, 0.035, 0.59 - i * 0.1),) for i in range(3)),
    )
    crumbs = [line(1, 0.3 + 0.02 * i, text, 0.95, 0.02) for i, text in enumerate(["Tải", "về", "từ", "cổng"])]
    assert dropped([[*body(1), up, *crumbs]]) == ["LuatThuVien tải về", "Tải", "về", "từ", "cổng"]
    assert dropped([[*body(1), line(1, 0.7, "a)", 0.15), line(1, 0.72, "b)", 0.15)]]) == []


def test_a_page_of_nothing_else_keeps_its_line() -> None:
    assert dropped([[line(n, 0.1, f"Trang thứ {n} của sổ")] for n in range(1, 5)]) == []


def test_lines_without_places_stay() -> None:
    assert furniture([Line("1", page=1), Line("CÔNG BÁO/Số 5", page=1)], [PrintedPage(1)]) == []
