"""Dates of a statement and of its source, whole or in part (a month, a quarter, a year, a day). Knows no bounds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.text import Span, hide
from corpus.dates import MONTH_NAME, MONTHS, find_dates

_YEAR = r"(?P<y>(?:19|20)\d{2})"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
_QUARTERS |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_SPELT = {
    "mười hai": 12, "mười một": 11, "mười": 10, "chín": 9, "tám": 8, "bảy": 7, "sáu": 6, "năm": 5, "tư": 4, "ba": 3,
    "hai": 2, "giêng": 1, "một": 1, "chạp": 12,
}  # fmt: skip

_PARTS = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        r"(?:\bngày )?\b(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})\b",
        r"\bngày (?P<d>\d{1,2})[/-](?P<m>\d{1,2})(?![\d/-])",
        rf"\b(?:tháng )?(?P<m>0?[1-9]|1[0-2])/{_YEAR}\b",
        rf"\btháng (?P<m>0?[1-9]|1[0-2])\b(?: ?(?:năm|-) ?{_YEAR}\b)?",
        rf"(?<!ỗi )(?<!ằng )(?<!àng )(?<!ừng )\btháng (?P<spelt>{'|'.join(_SPELT)})\b(?: năm {_YEAR}\b)?",
        rf"\bquý (?P<q>IV|I{{1,3}}|[1-4])\b(?:(?: ?/ ?| năm | ){_YEAR}\b)?",
        rf"\b(?P<q>first|second|third|fourth|1st|2nd|3rd|4th) quarter\b(?: of)?(?: {_YEAR}\b)?",
        rf"\bQ(?P<q>[1-4])\b(?: of)?(?:[ /]?{_YEAR}\b)?",
        r"\bngày (?P<d>\d{1,2})(?![\d/%]|[.,]\d)",
        r"\b(?P<d>\d{1,2})(?:st|nd|rd|th)(?= day\b| of\b)(?: day)?",
    )
) + (
    re.compile(rf"\b(?P<name>{MONTH_NAME}),? {_YEAR}\b"),
    re.compile(rf"\b(?P<name>{MONTH_NAME}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b"),
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<name>{MONTH_NAME})\b"),
    re.compile(rf"\b(?P<name>{MONTH_NAME.replace('May|', '').replace('March|', '')}|(?<=in )May|(?<=in )March)\b"),
)
_YEARS = re.compile(
    r"(?<![\w.,/-])(?:năm |year |nam )?(?P<y>(?:19|20)\d{2})(?![\w/%]|[.,]\d| (?:đồng|triệu|tỷ|người|học viên|people|persons|cadres)\b)"
)
# the day from which: "từ 11 đến 22/9/2023", "from 11 to 22 September"
_FIRST = re.compile(
    rf"\b(?:từ|from) (?P<d>0?[1-9]|[12]\d|3[01])(?= (?:đến|tới|to) (?:ngày )?\d{{1,2}}(?:/\d| tháng| (?:{MONTH_NAME})))",
    re.IGNORECASE,
)
# "trước 15/6 và 15/12 hằng năm": no fraction
_DAY_OF_MONTH = re.compile(
    r"\b(?:trước|sau|đến|tới|từ|vào|hôm|hạn|là|và|hoặc|by|before|on|until|from|and|or) (?P<d>0?[1-9]|[12]\d|3[01])/(?P<m>0?[1-9]|1[0-2])"
    r"(?= ?(?:$|[,.;)\n]|hằng|hàng|mỗi|năm|và|hoặc|đến|tới|each|every|of each|and|or)(?!\d))",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"(?<![\w/-])((?:19|20)\d{2}) ?- ?((?:19|20)\d{2})(?![\w/])")


@dataclass(frozen=True, slots=True)
class When:
    """A date as far as it is told: day, month, quarter, year; None for what is not."""

    day: int | None
    month: int | None
    quarter: int | None
    year: int | None
    start: int
    end: int

    def fits(self, other: "When", years: frozenset[int]) -> bool:
        """Whether another date says all that this one says; a year may stand elsewhere (`years`) if it lacks one."""
        quarter = other.quarter or (other.month and (other.month + 2) // 3)
        year = self.year is None or other.year == self.year or (other.year is None and self.year in years)
        return (
            year
            and (self.day is None or self.day == other.day)
            and (self.month is None or self.month == other.month)
            and (self.quarter is None or self.quarter == quarter)
        )


def find_whens(text: str) -> list[When]:
    """The dates of a text in the order in which they stand, none inside another."""
    found: list[When] = []
    for when in _in_turn(text):
        if all(when.end <= f.start or when.start >= f.end for f in found):
            found.append(when)
    return sorted(found, key=lambda w: w.start)


def _in_turn(text: str) -> Iterator[When]:
    spans: list[Span] = []
    for first in _FIRST.finditer(text):
        yield When(int(first["d"]), None, None, None, first.start("d"), first.end("d"))
    for m in _DAY_OF_MONTH.finditer(text):
        yield When(int(m["d"]), int(m["m"]), None, None, m.start("d"), m.end("m"))
    for date in find_dates(text):
        spans.append((date.start, date.end))
        yield When(date.value.day, date.value.month, None, date.value.year, date.start, date.end)
    text = hide(text, spans)
    for period in _PERIOD.finditer(text):
        for group in (1, 2):
            yield When(None, None, None, int(period.group(group)), period.start(group), period.end(group))
    text = _PERIOD.sub(lambda m: " " * len(m.group()), text)
    for pattern in (*_PARTS, _YEARS):
        spans = []
        for match in pattern.finditer(text):
            when = _when(match)
            if when is not None:
                spans.append(match.span())
                yield when
        text = hide(text, spans)


def _when(match: re.Match[str]) -> When | None:
    parts = match.groupdict()
    name, quarter = parts.get("name"), parts.get("q")
    month = MONTHS.index(name.lower()) + 1 if name else _number(parts.get("m"))
    month = _SPELT[parts["spelt"].lower()] if parts.get("spelt") else month
    day, year = _number(parts.get("d")), _number(parts.get("y"))
    if (month and month > 12) or (day and day > 31):
        return None
    return When(day, month, _QUARTERS[quarter.lower()] if quarter else None, year, match.start(), match.end())


def _number(printed: str | None) -> int | None:
    return int(printed) if printed else None
