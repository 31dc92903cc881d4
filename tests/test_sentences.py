"""Statements: they tile the words of a text, and never cut a number or after an abbreviation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import statements


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in statements(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ quy hoạch gấp 1.15 lần số hiện có.",
        "Under Programme No. 08 of the Standing Committee.",
        "Mr. Hung and Mrs. Lan signed it.",
        "Trụ sở đặt tại TP. Lam Giang.",
        "Chủ trì là PGS.TS. Nguyễn Văn An.",
        "Sách, vở, bút v.v. được cấp một lần",
        "1. Cơ quan chủ trì gửi hồ sơ",
        "a. Bản sao văn bằng",
        "Kinh phí 2.500.000 đồng mỗi người",
        "J. Smith wrote the report.",
    ],
)
def test_these_are_one_statement(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Hồ sơ gồm 02 bộ. Thời hạn là 15 ngày.", ["Hồ sơ gồm 02 bộ.", "Thời hạn là 15 ngày."]),
        ("It took effect in 2021. The next one follows.", ["It took effect in 2021.", "The next one follows."]),
        ("Ai chủ trì? Sở Nội vụ.", ["Ai chủ trì?", "Sở Nội vụ."]),
        ("một dòng\nhai dòng", ["một dòng", "hai dòng"]),
        ("  cách  \n\n  lề ", ["cách", "lề"]),
        ("“Đã xong.” Sau đó nghỉ.", ["“Đã xong.”", "Sau đó nghỉ."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_statements_end_where_sentences_and_lines_do(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_a_long_enumeration_is_cut_at_its_semicolons() -> None:
    text = (
        "Các cơ quan gồm: "
        + "; ".join(f"cơ quan số {i} có trách nhiệm gửi báo cáo về Sở Nội vụ" for i in range(20))
        + "."
    )
    parts = split(text)
    assert len(parts) > 5
    assert all(p.endswith((";", ".")) for p in parts)
    assert " ".join(parts) == text


@given(st.text(alphabet="aB1.;!?:()“” \n\tĐế-", max_size=300))
def test_statements_tile_the_words(text: str) -> None:
    spans = statements(text)
    assert all(0 <= a < b <= len(text) and text[a:b] == text[a:b].strip() for a, b in spans)
    assert all(first[1] <= second[0] for first, second in zip(spans, spans[1:], strict=False))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@given(st.decimals(min_value=0, max_value=99999, places=2), st.sampled_from(["tăng", "about", "Đạt"]))
def test_a_number_is_never_cut(number: object, word: str) -> None:
    text = f"{word} {number} lần so với năm trước. Sau đó giảm."
    assert any(str(number) in part for part in split(text))


@pytest.mark.parametrize(
    "line", ["Họ và tên: " + "." * 50_000 + "/", "…" * 50_000 + "x", "a. " * 20_000, "((" * 20_000 + ";"]
)
def test_long_runs_of_marks_take_no_time(line: str) -> None:
    # a form's dotted line once took for ever: the run is far above what a pattern that backtracks would get through
    assert "".join(line[a:b] for a, b in statements(line)).replace(" ", "") == line.replace(" ", "")
