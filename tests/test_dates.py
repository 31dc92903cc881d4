"""Dates as printed, in both languages; 31/02 is none."""

from datetime import date

import pytest

from corpus.dates import find_dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Lam Giang, ngày 05 tháng 3 năm 2020", date(2020, 3, 5)),
        ("NGÀY 5 THÁNG 03 NĂM 2020", date(2020, 3, 5)),
        ("trước ngày 31/3/2024", date(2024, 3, 31)),
        ("ngày 16-8-2021", date(2021, 8, 16)),
        ("31.12.2025", date(2025, 12, 31)),
        ("Hanoi, March 5, 2020", date(2020, 3, 5)),
        ("on Mar. 5th, 2020", date(2020, 3, 5)),
        ("the 5th March 2020", date(2020, 3, 5)),
        ("5 December, 2025", date(2025, 12, 5)),
        ("2026-01-09", date(2026, 1, 9)),
        ("ngày 26tháng 7 năm 2020", date(2020, 7, 26)),
        ("ngày..05..tháng..3..năm 2020", date(2020, 3, 5)),
        ("ngay O5 thang l2 nam 2O20", date(2020, 12, 5)),  # marks lost, letters for digits: recognised text
        ("this 5th day of March, 2020", date(2020, 3, 5)),
        ("day 05 month 3 year 2020", date(2020, 3, 5)),
    ],
)
def test_one_date(text: str, value: date) -> None:
    (found,) = find_dates(text)
    assert found.value == value


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2024",
        "ngày 30 tháng 02 năm 2023",
        "2021-2025",
        "12/2024",
        "1.15.2",
        "20/20",
        "31/3/20245",
        "0/1/2020",
        "ngày     tháng 3 năm 2024",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_dates_come_in_order_with_their_places() -> None:
    text = "Từ ngày 01 tháng 6 năm 2024 đến 30/6/2024; signed on June 3, 2024."
    found = find_dates(text)
    assert [d.value for d in found] == [date(2024, 6, 1), date(2024, 6, 30), date(2024, 6, 3)]
    assert [text[d.start : d.end] for d in found] == ["ngày 01 tháng 6 năm 2024", "30/6/2024", "June 3, 2024"]
