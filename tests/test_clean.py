"""Lines to paragraphs: even characters, no page numbers, wrapped lines joined, and every page where its words stand."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean import clean
from ingest.lines import Line, Reading, row
from ingest.read import read

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples" / "dossier"
LONG = "Các cơ quan, đơn vị rà soát kế hoạch của mình, gửi về Sở Nội vụ trước ngày làm việc cuối cùng của tháng "


def printed(*pages: str) -> Reading:
    """Printed lines, page by page, as the PDF reader gives them."""
    lines = [Line(text.strip(), page=n) for n, page in enumerate(pages, 1) for text in page.strip().split("\n")]
    return Reading(tuple(lines), "application/pdf", wrapped=True)


def texts(reading: Reading) -> list[str]:
    return [p.text for p in clean(reading).paragraphs]


def test_page_numbers_at_the_edges_of_pages_are_dropped() -> None:
    reading = printed("1. Mở đầu\nĐoạn một.\n1", "2\nĐoạn hai.\n- 2 -", "Trang 3/4\nĐoạn ba.", "Đoạn bốn.\nPage 4")
    assert texts(reading) == ["1. Mở đầu", "Đoạn một.", "Đoạn hai.", "Đoạn ba.", "Đoạn bốn."]


def test_a_number_inside_a_page_stays() -> None:
    assert " ".join(texts(printed("Năm\n2025\nlà năm cuối."))) == "Năm 2025 là năm cuối."


def test_a_wrapped_line_goes_on_with_its_paragraph() -> None:
    reading = printed(f"{LONG}\n{LONG}\nnày và báo cáo.\nĐiều 2. Hiệu lực\n1. Có hiệu lực.")
    assert texts(reading) == [f"{LONG}{LONG}này và báo cáo.", "Điều 2. Hiệu lực", "1. Có hiệu lực."]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Điều 2. Quyết định này có hiệu lực từ ngày 20 tháng 3 năm", "2021."),
        ("Điều 2. Quyết định này có hiệu lực từ ngày 20 tháng 3 năm", "2021 và thay thế quyết định cũ."),
        ("Điều 2. Quyết định này có hiệu lực từ ngày", "20 tháng 3 năm 2021."),
        ("Article 2. This Decision takes effect on March", "20, 2021."),
    ],
)
def test_a_date_goes_on_at_the_next_line(first: str, second: str) -> None:
    assert texts(printed(f"{LONG}\n{LONG}cuối.\n{first}\n{second}\nĐiều 3. Tên"))[-2] == f"{first} {second}"


@pytest.mark.parametrize(
    "mark", ["Điều 3. Tên", "1. Khoản", "a) Điểm", "- Gạch", "II. MỤC", "Chương II", "Căn cứ Luật", "Nơi nhận:"]
)
def test_a_line_that_opens_something_never_goes_on(mark: str) -> None:
    assert texts(printed(f"{LONG}\n{mark}"))[-1] == mark


def test_a_paragraph_runs_across_pages() -> None:
    reading = printed(f"{LONG}\n{LONG}\n5", f"6\nnày và báo cáo.\n{LONG}")
    assert texts(reading)[0] == f"{LONG}{LONG}này và báo cáo."


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("The programme strengthens the adminis-", "tration of the whole province", "the administration of"),
        ("The policy is made by the policy-", "making bodies of the whole province", "the policy-making bodies"),
        ("It is a co-operation, and the co-", "operation of the whole province goes on", "the co-operation of"),
        ("Phát triển kinh tế và xã hội, kinh tế-", "xã hội của toàn tỉnh trong giai đoạn này", "kinh tế-xã hội của"),
        ("The programme strengthens the adminis\u00ad", "tration of the whole province", "the administration of"),
    ],
)
def test_a_word_broken_at_a_line_end_is_made_whole(first: str, second: str, whole: str) -> None:
    assert whole in texts(printed(f"{first}\n{second}"))[0]


@pytest.mark.parametrize("mark", ["1.", "a)", "II.", "-", "2.1.", "đ)", "dd)"])
def test_a_mark_alone_on_its_line_goes_with_the_next(mark: str) -> None:
    reading = Reading((Line("Đầu"), Line(mark), Line("Nội dung của điểm")), "text/plain")
    assert texts(reading) == ["Đầu", f"{mark} Nội dung của điểm"]


def test_a_lone_mark_before_a_table_stays_alone() -> None:
    reading = Reading((Line("1."), row(["a", "b", "c"]), Line("2.")), "text/plain")
    assert texts(reading) == ["1.", "a | b | c", "2."]


def test_characters_are_evened_out() -> None:
    odd = unicodedata.normalize("NFD", "Quyết định") + "\u00a0s\u00adố\u200b \u00d0A\ufeff  x"
    assert texts(Reading((Line(odd),), "text/plain")) == ["Quyết định số ĐA x"]


def test_rules_of_dashes_are_no_text() -> None:
    assert texts(Reading((Line("a b"), Line("-----"), Line("* * *"), Line("c d")), "text/plain")) == ["a b", "c d"]


def test_the_starts_are_where_the_paragraphs_stand() -> None:
    cleaned = clean(Reading((Line("một"), Line(""), row(["x", "y"]), Line("hai", "heading", 1)), "text/plain"))
    for paragraph, start in zip(cleaned.paragraphs, cleaned.starts, strict=True):
        assert cleaned.text[start : start + len(paragraph.text)] == paragraph.text


@given(st.lists(st.tuples(st.text(max_size=40), st.integers(1, 4)), max_size=25), st.booleans())
def test_starts_and_pages_hold_for_any_lines(lines: list[tuple[str, int]], wrapped: bool) -> None:
    ordered = sorted(lines, key=lambda pair: pair[1])
    reading = Reading(tuple(Line(text, page=page) for text, page in ordered), "application/pdf", wrapped=wrapped)
    cleaned = clean(reading)
    for paragraph, start in zip(cleaned.paragraphs, cleaned.starts, strict=True):
        assert cleaned.text[start : start + len(paragraph.text)] == paragraph.text
    ends = [0, *(page.end for page in cleaned.pages)]
    assert all(a.start <= a.end for a in cleaned.pages)
    assert [p.start for p in cleaned.pages[1:]] == ends[1:-1]
    assert unicodedata.is_normalized("NFC", cleaned.text)


@pytest.mark.parametrize("name", sorted(p.name for p in SAMPLES.glob("*.pdf")))
def test_a_page_starts_where_its_first_words_stand(name: str) -> None:
    reading = read(name, (SAMPLES / name).read_bytes())
    cleaned = clean(reading)
    numbers = sorted({line.page for line in reading.lines if line.page is not None})
    assert [page.number for page in cleaned.pages] == numbers and len(numbers) > 1
    for page in cleaned.pages:
        body = [line.text for line in reading.lines if line.page == page.number and len(line.text) > 4]
        assert cleaned.text[page.start :].startswith(body[0])
    assert cleaned.pages[0].start == 0 and cleaned.pages[-1].end == len(cleaned.text)
