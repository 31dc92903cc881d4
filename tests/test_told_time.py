"""From when until when a post was held, told in free words; never longer than the words make sure."""

from datetime import date

import pytest

from assistant.profile_text import read_person
from assistant.told_time import told_time

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("told", "since", "until"),
    [
        ("phó trưởng phòng từ 2022", date(2022, 12, 31), None),
        ("pho truong phong tu nam 2022", date(2022, 12, 31), None),
        ("phó trưởng phòng từ tháng 5 năm 2022", date(2022, 5, 31), None),
        ("phó trưởng phòng từ ngày 01/5/2022", date(2022, 5, 1), None),
        ("phó trưởng phòng từ ngày 5 tháng 3 năm 2018 đến ngày 6 tháng 6 năm 2020", date(2018, 3, 5), date(2020, 6, 6)),
        ("phó trưởng phòng từ tháng 3/2018 đến 2020", date(2018, 3, 31), date(2020, 1, 1)),
        ("deputy head of division since May 2022", date(2022, 5, 31), None),
        ("deputy head of division from 2018 to 2020", date(2018, 12, 31), date(2020, 1, 1)),
        # nothing that can be relied on
        ("phó trưởng phòng từ 2018 đến khi nghỉ", None, None),
        ("phó trưởng phòng từ tháng 13/2022", None, None),
        ("quy hoạch năm 2022", None, None),
    ],
)
def test_from_when_until_when(told: str, since: date | None, until: date | None) -> None:
    assert told_time(told) == (since, until)


@pytest.mark.parametrize(
    ("told", "months"),
    [
        ("phó trưởng phòng 5 năm", 60),
        ("phó trưởng phòng 5 năm 6 tháng", 66),
        ("phó trưởng phòng từ tháng 5 năm 2026", None),  # and not five years
        ("phó trưởng phòng từ 15 tháng 5 năm 2026", None),
        ("phó trưởng phòng, bổ nhiệm ngày 5 tháng 3 năm 2026", None),
    ],
)
def test_a_month_of_a_year_is_no_length_of_time(told: str, months: int | None) -> None:
    held = read_person(told, DAY).held
    assert held is not None and held[0].months == months


def test_who_was_not_there_yet_is_not_said_to_have_been() -> None:
    (held,) = read_person("phó trưởng phòng từ 2030", DAY).held or ()
    assert held.since is None
