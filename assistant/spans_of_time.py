"""Ages and times served, counted to the day. Knows nothing of people or posts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = re.compile(r"(?<!\d)(\d{1,3}) (?:thang|months?)")  # in folded words


@dataclass(frozen=True, slots=True)
class Period:
    """A time: its length in months as told, or its first day and its last (None: it goes on)."""

    months: int | None = None
    since: date | None = None
    until: date | None = None


def years_before(start: date, day: date) -> int:
    """Whole years from one day to another; who was born on 29 February has a birthday on 1 March in other years."""
    return day.year - start.year - ((day.month, day.day) < (start.month, start.day))


def whole_months(start: date, day: date) -> int:
    """Whole months from one day to another."""
    return (day.year - start.year) * 12 + day.month - start.month - (day.day < start.day)


def months_of(periods: Iterable[Period], day: date) -> int | None:
    """Whole months of several times until a day, in all; days that two of them share count once.

    None where none of them tells how long it was.
    """
    dated: list[tuple[date, date]] = []
    told: list[int] = []
    for p in periods:
        if p.since is not None:
            dated.append((p.since, min(p.until + timedelta(1) if p.until else day, day)))
        elif p.months is not None:
            told.append(p.months)
    if not dated and not told:
        return None
    return sum(told) + _months_of_runs(_merged(dated))


def _merged(dated: list[tuple[date, date]]) -> list[tuple[date, date]]:
    runs: list[tuple[date, date]] = []
    for start, end in sorted(dated):
        if runs and start <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(runs[-1][1], end))
        else:
            runs.append((start, end))
    return runs


def _months_of_runs(runs: list[tuple[date, date]]) -> int:
    """Whole months of runs that are added up: what is left over of each is added in days, thirty of which are one."""
    months = days = 0
    for start, end in runs:
        if end <= start:
            continue
        whole = whole_months(start, end)
        months += whole
        days += (end - _later(start, whole)).days
    return months + days // 30 if len(runs) > 1 else months


def _later(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for shorter in range(4):  # 31 January and a month is the last of February
        try:
            return date(year, month + 1, start.day - shorter)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def months_later(start: date, months: int) -> date:
    """The day some months after a day; the month's last where it has no such day."""
    return _later(start, months)
