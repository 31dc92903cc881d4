"""The names of bodies as texts and questions write them."""

import re

import pytest

from assistant.course_packs.names import is_name
from corpus.agencies import BODY


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sở Giáo dục và Đào tạo có bao nhiêu lớp?", "Sở Giáo dục và Đào tạo"),
        ("Sở Nội vụ và Ban Tổ chức Tỉnh ủy làm gì?", "Sở Nội vụ"),
        ("Ủy ban nhân dân tỉnh giao ai?", "Ủy ban nhân dân tỉnh"),
        ("Khoa Xây dựng Đảng phụ trách lớp nào?", "Khoa Xây dựng Đảng"),
        ("Phó Giám đốc Sở Nội vụ ký", "Phó Giám đốc Sở Nội vụ"),
        ("What does the Department of Home Affairs do?", "Department of Home Affairs"),
        ("the Director of the Department of Finance signs", "Director of the Department of Finance"),
        ("ai chịu trách nhiệm?", None),
    ],
)
def test_a_body_or_who_heads_it_by_name(text: str, named: str | None) -> None:
    found = re.search(BODY, text)
    assert (found and found.group()) == named


def test_a_faculty_is_a_body_too() -> None:
    assert is_name("Khoa Xây dựng Đảng", "vi") and is_name("Faculty of Party Building", "en")
    assert not is_name("các khoa, phòng", "vi")
