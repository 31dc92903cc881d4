"""What pages add goes, and only that: running heads, gazette banners, stamps, crumbs; boxes stay with their words."""

from collections.abc import Sequence

import pytest

from corpus.layout import Box
from ingest.clean import clean
from ingest.lines import Line, Reading, row
from ingest.page_edges import without_furniture
from tests.test_clean import LONG, printed, texts

BODY = [f"Trang này nói về việc thứ {word} của cơ quan." for word in ("nhất", "hai", "ba", "tư", "năm")]


def pages(head: Sequence[str] = (), foot: Sequence[str] = ()) -> Reading:
    """Five pages, with one of these lines at the head and one at the foot of each; {n} is the number of the page."""
    return printed(
        *(
            "\n".join([*(h.format(n=n) for h in head), body, *(f.format(n=n) for f in foot)])
            for n, body in enumerate(BODY, 1)
        )
    )


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (["CÔNG BÁO/Số 12 + 13/Ngày 05-3-2024"], []),
        (["{n} CÔNG BÁO/Số 12/Ngày 05-3-2024"], []),
        ([], ["Phòng Hành chính - Lưu hành nội bộ"]),
        ([], ["Quy chế làm việc, trang {n} trên 5"]),
        (["{n}"], ["www.luatvietnam.vn"]),
        ([], ["* Tel: +84-8-3930 3279 * www.ThuVienPhapLuat.vn"]),
        (
            ["Người ký: Cổng Thông tin điện tử", "Email: hop.thu@tinh.vn", "Thời gian ký: 05.03.2024 08:15:00 +07:00"],
            [],
        ),
        ([], ["Trang {n} / 5"]),
        ([], ["{n} | Page"]),
        (["L", "U", "A", "T", "V", "N"], []),
        (["- {n} -"], ["DỰ THẢO {n}"]),
    ],
)
def test_what_the_pages_add_goes(head: list[str], foot: list[str]) -> None:
    assert " ".join(texts(pages(head, foot))) == " ".join(BODY)


def test_a_title_that_is_printed_on_every_page_stays_once() -> None:
    assert " ".join(texts(pages(["QUY CHẾ LÀM VIỆC"]))) == " ".join(["QUY CHẾ LÀM VIỆC", *BODY])


@pytest.mark.parametrize("line", ["Mẫu số 0{n}", "Phụ lục {n}", "{n}. Biểu kê", "Điều {n}. Tên", "Chương {n}"])
def test_a_unit_that_opens_every_page_stays(line: str) -> None:
    joined = " ".join(texts(pages([line])))
    assert all(line.format(n=n) in joined for n in range(1, 6))


def test_a_number_that_does_not_count_pages_stays() -> None:
    reading = printed("Đoạn một\n1", "Đoạn hai\n2", "Năm ấy là năm\n2025", "Đoạn bốn\n4")
    assert "2025" in " ".join(texts(reading)) and "4" not in " ".join(texts(reading))


def test_short_cells_of_one_page_stay() -> None:
    reading = printed("Đơn vị tính\nCái\nKg\nBộ\nTờ\nHộp\nLượng", "Trang sau")
    assert "Cái" in texts(reading)[1] or "Cái" in texts(reading)[0]
    assert "Hộp" in " ".join(texts(reading))


def test_a_citation_that_is_wrapped_before_its_number_is_no_unit() -> None:
    lead = "Hồ sơ đề nghị bổ nhiệm được lập, gửi và thẩm định theo đúng trình tự nêu tại khoản 2"
    assert len(texts(printed(f"{lead}\nĐiều 5. Người đề nghị chịu trách nhiệm."))) == 1
    assert len(texts(printed(f"{lead} như sau:\nĐiều 5. Người đề nghị"))) == 2
    assert len(texts(printed(f"{lead[:-9]} khoản\n2. Hồ sơ thiếu được trả lại."))) == 1


def test_a_gap_in_the_middle_of_a_sentence_is_no_end() -> None:
    assert texts(printed(f"{LONG}\n\nnày và báo cáo.")) == [f"{LONG}này và báo cáo."]


def boxes(words: str, top: float) -> tuple[tuple[Box, ...], ...]:
    return tuple((Box(1, n / 10, top, n / 10 + 0.05, top + 0.02),) for n in range(len(words.split())))


def line(words: str, top: float, *, placed: bool = True) -> Line:
    return Line(words, page=1, boxes=boxes(words, top) if placed else ())


def test_words_keep_their_places_where_a_line_beside_them_has_none() -> None:
    first, second, third = LONG.strip(), LONG.strip().lower(), "này và báo cáo."
    reading = Reading((line(first, 0.1), line(second, 0.2, placed=False), line(third, 0.3)), "application/pdf", True)
    cleaned = clean(reading)
    assert len(cleaned.paragraphs) == 1
    said = [cleaned.text[w.start : w.end] for w in cleaned.words]
    assert said == first.split() + third.split()
    assert {w.box.top for w in cleaned.words} == {0.1, 0.3}


def test_a_word_broken_at_a_line_end_stands_in_both_places() -> None:
    first, second = "The programme strengthens the adminis-", "tration of the whole province."
    cleaned = clean(Reading((line(first, 0.1), line(second, 0.2)), "application/pdf", True))
    places = [w.box.top for w in cleaned.words if cleaned.text[w.start : w.end] == "administration"]
    assert places == [0.1, 0.2] and len(cleaned.words) == 10


def test_a_mark_alone_on_its_line_brings_its_place() -> None:
    reading = Reading((line("1.", 0.1), line("Nội dung", 0.2), line("a)", 0.3, placed=False), line("Hai", 0.4)), "x")
    cleaned = clean(reading)
    assert [cleaned.text[w.start : w.end] for w in cleaned.words] == ["1.", "Nội", "dung", "Hai"]


def test_words_in_an_old_encoding_lose_their_places_only_where_their_number_changes() -> None:
    old = "Quy\u00ada ®Þnh vÒ c«ng t¸c c¸n bé"
    cleaned = clean(Reading((line(old, 0.1), row(["một", "hai"], boxes=[(), ()])), "application/pdf"))
    assert cleaned.paragraphs[0].text.endswith("định về công tác cán bộ")
    assert len(cleaned.words) == len(old.split())


def test_the_least_certain_line_says_how_sure_a_paragraph_is() -> None:
    lines = (
        Line(LONG.strip(), confidence=0.9),
        Line("này và báo cáo.", confidence=0.4),
        Line("Điều 1. A", confidence=0.8),
    )
    assert [p.confidence for p in clean(Reading(lines, "image/png", wrapped=True)).paragraphs] == [0.4, 0.8]


def test_lines_that_are_all_that_their_pages_hold_stay() -> None:
    lines = [Line(f"Phiếu số {n}", page=n) for n in range(1, 7)]
    assert without_furniture(lines) == lines
