"""The day that a question asks for itself, and what only looks like one."""

from datetime import date

import pytest

from assistant.asked_day import asked_day
from assistant.mentions import find_mentions

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Tháng 9 năm 2020, Điều 5 Nghị định 701/2015/NĐ-CP quy định gì?", date(2020, 9, 30)),
        ("Vào ngày 10/4/2022, Chỉ thị 12-CT/TU còn hiệu lực không?", date(2022, 4, 10)),
        ("Cuối năm 2023, khoản 1 Điều 2 Nghị định 701/2015/NĐ-CP quy định mức nào?", date(2023, 12, 31)),
        ("What did Article 3 of Decree 701/2015/ND-CP say in June 2018?", date(2018, 6, 30)),
        ("On July 31, 2025, was Decree 701/2015/ND-CP still in force?", date(2025, 7, 31)),
        ("Nghị định 701/2015/NĐ-CP có còn hiệu lực tại thời điểm 01/02/2020?", date(2020, 2, 1)),
        # the day of issue, what is asked about, what names no document, what asks for no state and no unit
        ("Quyết định 12-QĐ/TU ngày 05/9/2012 còn hiệu lực không?", None),
        ("Điều 5 Quyết định 12-QĐ/TU ngày 05/9/2012?", None),
        ("Hồ sơ nộp trước ngày 01/7/2024 theo Điều 5 Nghị định 701/2015/NĐ-CP được xử lý thế nào?", None),
        ("Tháng 9 năm 2020 có bao nhiêu hồ sơ?", None),
        ("Chỉ tiêu theo Kế hoạch 45/KH-UBND trong năm 2024?", None),
        ("Điều 5 Nghị định 701/2015/NĐ-CP đặt mục tiêu gì in 2030?", None),
    ],
)
def test_the_day_that_is_asked_for(question: str, day: date | None) -> None:
    assert asked_day(question, find_mentions(question), TODAY) == day
