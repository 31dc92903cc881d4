"""Diacritics that fell apart from their letters are put back; what is in order stays as it is."""

import pytest

from ingest.letters.legacy import mended


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Viê ̣t Nam", "Việt Nam"),
        ("Ngh i ̣ đi ̣nh sô ́ 5", "Nghị định số 5"),
        ("Viêṭ Nam, chính śach", "Việt Nam, chính sách"),
        ("c ̣ông tác", "cộng tác"),
        ("HÔ ̣I ĐÔ ̀NG NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN"),
        ("t ha ̀nh phố", "thành phố"),
        ("là ́ai", "là ái"),
        ("đ´ong góp của người dân", "đóng góp của người dân"),
        ("e\u0301\u0302 ba\u0309n", "ế bản"),
        ("ho\u0323\u0323c", "học"),
        ("Nghi\u0323\u00a0quyê\u0301t", "Nghị\u00a0quyết"),
    ],
)
def test_a_mark_goes_to_the_letter_where_it_makes_a_syllable(broken: str, whole: str) -> None:
    assert mended(broken) == whole


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân tỉnh; khoản 1 Điều 5; hoà, hòa, thuỷ",
        "Gdańsk và Wałęsa, señor",
        "l´an 2000, d´Ivoire",
        "`code` và `la`",
        "a) b) t ha",
        "năm 2020 ̉",
        "",
    ],
)
def test_what_is_in_order_or_makes_no_syllable_stays(text: str) -> None:
    assert mended(text) == text
