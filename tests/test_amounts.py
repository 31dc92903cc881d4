"""Amounts of money in figures and in words: their worth, one figure of both, and a finding where they differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Identity, Source
from ingest.amounts import said_twice, worth
from ingest.figures import find_figures
from ingest.prepared import Prepared
from ingest.relate import relate

_ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def _document(text: str) -> Document:
    return Document(Identity("", "vi"), text, Source("t", "t.txt", "0", 0, "text/plain"))


def _figures(text: str) -> list[tuple[str, float, str]]:
    return [(f.printed.of(text), f.value, f.unit) for f in find_figures(Prepared(_document(text)))]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("một tỷ sáu trăm triệu", 1_600_000_000),
        ("mười nghìn tỷ", 10_000_000_000_000),
        ("hai mươi lăm triệu", 25_000_000),
        ("ba mươi mốt triệu không trăm năm mươi nghìn", 31_050_000),
        ("một trăm linh năm nghìn", 105_000),
        ("one billion six hundred million", 1_600_000_000),
        ("twenty-five thousand", 25_000),
    ],
)
def test_what_words_are_worth(words: str, value: float) -> None:
    assert worth(words) == value


@given(st.integers(1, 9), st.integers(1, 9), st.integers(2, 9))
def test_words_of_hundreds_and_tens(hundreds: int, millions: int, tens: int) -> None:
    words = f"{_ONES[hundreds]} trăm triệu {_ONES[millions]} trăm {_ONES[tens]} mươi nghìn"
    assert worth(words) == hundreds * 10**8 + millions * 10**5 + tens * 10**4


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vốn là 1.600.000.000 đồng (một tỷ sáu trăm triệu đồng).", [("1.600.000.000 đồng", 1_600_000_000, "vnd")]),
        ("Quỹ của tỉnh: 1.600.000.000 (một tỷ sáu trăm triệu đồng).", [("1.600.000.000", 1_600_000_000, "vnd")]),
        ("Vốn là một tỷ sáu trăm triệu đồng.", [("một tỷ sáu trăm triệu đồng", 1_600_000_000, "vnd")]),
        ("Ảnh cỡ 3 cm x 4 cm, nộp 02 ảnh.", [("02 ảnh", 2, "item")]),
    ],
)
def test_an_amount_said_twice_is_one_figure(text: str, wanted: list[tuple[str, float, str]]) -> None:
    assert _figures(text) == wanted


def test_where_figures_and_words_differ_something_is_found() -> None:
    text = "Điều 1. Mức thưởng\nMỗi lớp được 25.000.000 đồng (hai mươi triệu đồng), mỗi em 500.000 đồng (năm trăm nghìn đồng)."
    differing = [f for f in relate(_document(text)).findings if f.code == "amount-words-differ"]
    assert [dict(f.facts) for f in differing] == [{"figures": "25.000.000", "words": "hai mươi triệu"}]
    assert text[differing[0].start : differing[0].end] == "25.000.000 đồng (hai mươi triệu đồng)"


def test_a_number_of_people_in_words_is_no_amount() -> None:
    assert list(said_twice("Có 50 (năm mươi) người và 1.250 (một nghìn hai trăm năm mươi) hộ.")) == []
