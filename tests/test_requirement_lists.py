"""Lists of conditions by the line in front of them, in both languages: which lines open one, and which do not."""

from pathlib import Path

import pytest

from ingest.files import IncomingFile
from ingest.prepared import Prepared
from ingest.reading import document_of
from ingest.requirements import find_requirements

Told = list[tuple[str, str]]
_EN, _VI = ("REGULATION", "on allotments", "Article 1. Plots"), ("QUY CHẾ", "về vườn chung", "Điều 1. Khu vườn")


def _asked(*lines: str) -> Told:
    text = "\n".join(lines)
    document = document_of(IncomingFile(Path("t.txt"), "t.txt", "t.txt"), text.encode(), "0").document
    return [(r.operator, r.words.of(document.text)) for r in find_requirements(Prepared(document))]


@pytest.mark.parametrize(
    "line",
    [
        "1. The club may treat a gardener as a senior gardener if:",
        "1. A plot is a shared plot, if:",
        "1. The club may lend a tool only if all of the following conditions have been complied with:",
        "1. When it lends a tool, the club shall verify that the following conditions are satisfied:",
        "1. The club will only consider a request from a gardener who, subject to Article 2, is:",
        "1. The club must, before it lends a tool, ensure that such a member has:",
    ],
)
def test_lines_that_open_conditions(line: str) -> None:
    members = "a) has a shed with a lock;", "b) is known to two other members."
    assert _asked(*_EN, line, *members) == [("has", "has a shed with a lock"), ("has", "is known to two other members")]


def test_what_must_meet_several_things() -> None:
    line = "1. A model plot must be a plot of the club that meets:"
    found = _asked(*_EN, line, "a) the watering standard; and", "b) the fencing standard.")
    assert found == [("has", "the watering standard"), ("has", "the fencing standard")]


def test_unless_asks_for_what_one_is_or_has_and_not_for_what_one_does() -> None:
    line = "1. The club must not let a plot to anybody unless that person:"
    found = _asked(*_EN, line, "a) has lived in the town for a year;", "b) signs the rent book each month.")
    assert [words for _, words in found] == ["has lived in the town for a year"]


def test_a_line_that_tells_what_is_shown_unless_opens_none() -> None:
    line = "1. Last year's figures are shown unless the club:"
    assert _asked(*_EN, line, "a) has no books of that year;", "b) is new.") == []


@pytest.mark.parametrize(
    ("line", "members", "wanted"),
    [
        ("1. Khu vườn chung phải có công trình phụ trợ bao gồm:", ("a) Bể chứa nước mưa;", "b) Kho dụng cụ."),
         [("has", "Bể chứa nước mưa"), ("has", "Kho dụng cụ")]),
        ("1. Yêu cầu về tưới nước bao gồm:", ("a) Có bể chứa nước mưa;", "b) Có vòi nước ở mỗi luống."),
         [("has", "Có bể chứa nước mưa"), ("has", "Có vòi nước ở mỗi luống")]),
        ("1. Tên của khu vườn phải bảo đảm không thuộc các trường hợp sau đây:",
         ("a) Trùng với tên của khu vườn khác;", "b) Chỉ gồm chữ số."),
         [("has_not", "Trùng với tên của khu vườn khác"), ("has_not", "Chỉ gồm chữ số")]),
        ("1. Những người sau đây không được quyền chia luống:",
         ("a) Người bị khai trừ khỏi hội;", "b) Người lấn luống của người khác."),
         [("has_not", "Người bị khai trừ khỏi hội"), ("has_not", "Người lấn luống của người khác")]),
    ],
)  # fmt: skip
def test_vietnamese_lines(line: str, members: tuple[str, ...], wanted: Told) -> None:
    assert _asked(*_VI, line, *members) == wanted


@pytest.mark.parametrize(
    "line",
    ["1. Phương án tưới phải có nội dung bao gồm:", "1. Cá nhân có quyền yêu cầu hội công nhận việc đổi luống trong trường hợp sau đây:"],
)  # fmt: skip
def test_vietnamese_lines_that_open_none(line: str) -> None:
    assert _asked(*_VI, line, "a) Lượng nước mỗi ngày;", "b) Giờ tưới của từng luống.") == []
