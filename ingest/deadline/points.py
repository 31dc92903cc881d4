"""Points in time as deadlines name them: a day, a month, a quarter, a year, or so many days. Knows nothing of cues."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.dates import MONTHS
from corpus.numerals import ENGLISH

_NAME = "|".join(MONTHS) + "|" + "|".join(m[:3] for m in MONTHS if len(m) > 3) + "|sept"
_YEAR = r"(?P<y>(?:19|20)\d{2})"
_DAY_VI = re.compile(
    r"(?:ngày\s+)?(?P<d>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<m>\d{1,2})"
    rf"(?:(?:\s*[/.-]\s*|,?\s+năm\s+){_YEAR}(?!\d)|(?![\d/%]|,\d))",
    re.IGNORECASE,
)
_EVERY_YEAR = re.compile(
    r"\s*,?\s*(?:của\s+)?(?:(?:hằng|hàng|mỗi|từng) năm|năm (?:sau|kế hoạch|trước liền kề|liền kề|tiếp theo"
    r"|kế tiếp|thực hiện kế hoạch|báo cáo)|năm trước năm (?:kế hoạch|ngân sách|báo cáo))"
    r"|\s+(?:of )?(?:each|every) year|\s+annually|\s+of the (?:planned|plan|following|preceding|previous|next) year"
    r"|,? (?:of|in) (?:the|each|every) (?:calendar |financial |fiscal )?year (?:to which|in which|concerned)"
    r"|\s+of the year (?:preceding|following|before|after) [a-z ]{3,30}year",
    re.I,
)
_OF_VI = re.compile(
    r"(?:ngày\s+)?\d{1,2}\s+(?:của\s+)?(?:(?P<quarter>tháng (?:cuối|đầu)(?: cùng| tiên)?(?: của)?(?: mỗi| hằng"
    r"| hàng)? quý(?: sau)?)"
    r"|(?P<month>(?:hằng|hàng|mỗi) tháng|tháng (?:sau|tiếp theo|kế tiếp|liền kề)))"
    r"|\d{1,2}\s+giờ(?:\s+\d{1,2}\s+phút)?,?\s+(?:thứ \w+|ngày thứ \w+|chủ nhật)\s+(?P<week>(?:hằng|hàng|mỗi) tuần)"
    r"|(?:thứ \w+)\s+(?P<week2>(?:hằng|hàng|mỗi) tuần)",
    re.IGNORECASE,
)
_MONTH_VI = re.compile(
    rf"(?P<part>đầu|giữa|cuối|hết)?\s*tháng\s+(?P<m>1[0-2]|0?[1-9])(?!\d|\.\d)(?:\s*[/-]\s*{_YEAR}"
    rf"|\s+năm\s+(?P<y2>\d{{4}}))?",
    re.I,
)
_QUARTER_VI = re.compile(
    rf"(?P<part>đầu|giữa|cuối|hết)?\s*quý\s+(?P<q>IV|I{{1,3}}|[1-4])(?!\w)(?:\s*[/-]\s*{_YEAR}"
    rf"|,?\s+năm\s+(?P<y2>\d{{4}}))?",
    re.I,
)
_YEAR_VI = re.compile(rf"(?P<part>đầu|giữa|cuối|hết)?\s*năm\s+{_YEAR}(?!\s*[-–]\s*\d|\d)", re.I)
_LENGTH_VI = re.compile(
    r"(?:ngày\s+)?(?P<n>\d{1,3}|(?:hai |ba |bốn |năm |sáu |bảy |tám |chín )?(?:mười|mươi)(?: (?:một|hai|ba|bốn|lăm"
    r"|sáu|bảy|tám|chín))?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín)(?:\s*\([^)\n]{1,30}\))?\s*(?P<u>ngày|giờ|tuần|tháng"
    r"|năm)(?P<w>\s+làm việc)?(?!\w)",
    re.I,
)
_NAMED_EN = re.compile(
    rf"(?:(?P<name>{_NAME})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+{_YEAR})?"
    rf"|(?:the\s+)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<name2>{_NAME})\.?(?:,?\s+(?P<y2>(?:19"
    rf"|20)\d{{2}}))?)\b",
    re.I,
)
_OF_EN = re.compile(
    r"(?:the\s+)?\d{1,2}(?:st|nd|rd|th)(?: day)?(?: of (?:the )?first month)? of (?:the |each |every )?(?:following "
    r"|next |last )?"
    r"(?:month of (?:the |each |every )?)?(?P<every>month|quarter|year)",
    re.I,
)
_NUMERIC_EN = re.compile(rf"(?P<a>\d{{1,2}})[/-](?P<b>\d{{1,2}})[/-]{_YEAR}(?!\d)")
_ISO = re.compile(r"(?P<y>(?:19|20)\d{2})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)")
_PART_EN = r"(?P<part>early|mid(?:dle)?(?:-|\s+of)?|late|(?:the )?(?:end|beginning|middle) of(?: the)?|the end of)?\s*"
_MONTH_EN = re.compile(rf"{_PART_EN}\b(?P<name>{_NAME})\b(?:,?\s+(?:of\s+)?{_YEAR})?", re.I)
_QUARTER_EN = re.compile(
    rf"{_PART_EN}(?:the\s+)?(?:(?P<word>first|second|third|fourth|last|1st|2nd|3rd|4th) quarter|quarter (?P<r>IV"
    rf"|I{{1,3}}|[1-4])"
    rf"|Q(?P<q>[1-4]))\b(?:[\s,/-]*(?:of\s+)?{_YEAR})?",
    re.I,
)
_HALF_EN = re.compile(
    rf"(?:the\s+)?(?:(?P<six>first|last|final) six months|(?P<half>first|second"
    rf"|last) half) of(?: the year)?\s+{_YEAR}(?!\d)",
    re.I,
)
_HALF_VI = re.compile(rf"(?:(?:0?6|sáu) tháng|nửa)\s+(?P<part>đầu|cuối)\s+(?:của\s+)?năm\s+{_YEAR}(?!\d)", re.I)
_YEARS_VI = re.compile(
    r"(?:hai|ba|các|những)?\s*năm\s+(?P<y>(?:19|20)\d{2})\s*(?:[-–]|và|đến)\s*(?P<to>(?:19|20)\d{2})(?!\d)", re.I
)
_YEARS_EN = re.compile(
    r"(?:the\s+)?(?:\w+\s+)?years?\s+(?P<y>(?:19|20)\d{2})\s*(?:[-–]|to|and)\s*(?P<to>(?:19|20)\d{2})(?!\d)", re.I
)
_YEAR_EN = re.compile(rf"{_PART_EN}(?:the year\s+)?{_YEAR}(?!\s*[-–/]\s*\d|\d)\b", re.I)
# the compound ones first: "twenty" would be met in "twenty-one"
_SPELT = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fourteen", "fifteen",
    "eighteen", "twenty-one", "twenty-four", "twenty-eight", "twenty", "thirty", "forty-five", "sixty", "ninety",
)  # fmt: skip
_NUMBERS = {w: sum(ENGLISH[part] for part in w.split("-")) for w in _SPELT}
_LENGTH_EN = re.compile(
    rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})(?:\s*\(\w{{1,12}}\))?[\s-]+"
    r"(?P<w>working|business)?\s*(?:calendar\s+)?(?P<u>day|hour|week|month|year)s?\b",
    re.I,
)
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_DIGITS_VI = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_UNITS = {"ngày": "day", "giờ": "hour", "tuần": "week", "tháng": "month", "năm": "year"}

SpanOf = Literal["day", "month", "quarter", "year", "length"]


@dataclass(frozen=True, slots=True)
class Point:
    """A time up to `end` of the text: its first and last day where the year is told, or so many units, or what recurs.

    `rough` marks "early July": known by month, not by day.
    """

    end: int
    span: SpanOf
    first: date | None = None
    last: date | None = None
    every: str | None = None
    length: int | None = None
    unit: str | None = None
    rough: bool = False


def vietnamese_point(text: str, at: int, end: int) -> Point | None:
    """The time that begins at `at`, as Vietnamese texts write it."""
    if match := _OF_VI.match(text, at, end):
        every = "quarter" if match["quarter"] else "month" if match["month"] else "week"
        return Point(match.end(), "day", every=every)
    if match := _DAY_VI.match(text, at, end):
        return _day(text, match.end(), end, match["y"], match["m"], match["d"])
    if match := _MONTH_VI.match(text, at, end):
        if not (match["y"] or match["y2"]) and (again := _EVERY_YEAR.match(text, match.end(), end)):
            return Point(again.end(), "month", every="year")
        return _month(match, match["y"] or match["y2"], int(match["m"]))
    if match := _HALF_VI.match(text, at, end):
        return _half(match, match["part"].lower() == "đầu")
    if match := _QUARTER_VI.match(text, at, end):
        return _quarter(match, match["y"] or match["y2"], _ROMAN.get(match["q"].upper()) or int(match["q"]))
    if match := _YEARS_VI.match(text, at, end):
        return Point(match.end(), "year", date(int(match["y"]), 1, 1), date(int(match["to"]), 12, 31))
    if match := _YEAR_VI.match(text, at, end):
        return _year(match)
    if match := _LENGTH_VI.match(text, at, end):
        unit = "working_" * bool(match["w"]) + _UNITS[match["u"].lower()]
        return Point(match.end(), "length", length=_counted(match["n"].lower()), unit=unit)
    return None


def english_point(text: str, at: int, end: int, month_first: bool | None) -> Point | None:
    """The time that begins at `at`, as English texts write it; `month_first` says how numeric dates are read."""
    if match := _OF_EN.match(text, at, end):
        return Point(match.end(), "day", every=match["every"].lower())
    if match := _ISO.match(text, at, end):
        return _day(text, match.end(), end, match["y"], match["m"], match["d"])
    if match := _NUMERIC_EN.match(text, at, end):
        return _numeric(text, match, end, month_first)
    if match := _NAMED_EN.match(text, at, end):
        name, day = (match["name"] or match["name2"]), (match["d"] or match["d2"])
        return _day(text, match.end(), end, match["y"] or match["y2"], str(_number(name)), day)
    if match := _MONTH_EN.match(text, at, end):
        return _month(match, match["y"], _number(match["name"]))
    if match := _QUARTER_EN.match(text, at, end):
        word = match["word"]
        number = _ORDINAL[word.lower()] if word else int(match["q"] or 0) or _ROMAN.get((match["r"] or "").upper(), 0)
        return _quarter(match, match["y"], number or int(match["r"]))
    if point := _of_years(text, at, end):
        return point
    if match := _LENGTH_EN.match(text, at, end):
        number = _NUMBERS.get(match["n"].lower()) or int(match["n"])
        return Point(match.end(), "length", length=number, unit="working_" * bool(match["w"]) + match["u"].lower())
    return None


def _of_years(text: str, at: int, end: int) -> Point | None:
    """ "the last six months of 2023", "the two years 2024-2025", "2024"."""
    if match := _HALF_EN.match(text, at, end):
        return _half(match, (match["six"] or match["half"]).lower() == "first")
    if match := _YEARS_EN.match(text, at, end):
        return Point(match.end(), "year", date(int(match["y"]), 1, 1), date(int(match["to"]), 12, 31))
    match = _YEAR_EN.match(text, at, end)
    return _year(match) if match else None


def _counted(words: str) -> int:
    """ "30", "bảy", "mười lăm", "ba mươi" as a number."""
    if words.isdigit():
        return int(words)
    before, ten, after = (words.replace("mươi", "mười") + " ").partition("mười")
    units = _DIGITS_VI.get(after.strip(), 0)
    return 10 * _DIGITS_VI.get(before.strip(), 1) + units if ten else _DIGITS_VI[before.strip()]


def _number(name: str) -> int:
    return next(i for i, m in enumerate(MONTHS, 1) if m.startswith(name.lower()[:3]))


def _numeric(text: str, match: re.Match[str], end: int, month_first: bool | None) -> Point | None:
    a, b = match["a"], match["b"]
    if int(a) > 12 or int(b) > 12 or a == b:
        month_first = int(b) > 12
    if month_first is None:
        return Point(match.end(), "day")
    return _day(text, match.end(), end, match["y"], *((a, b) if month_first else (b, a)))


def _day(text: str, at: int, end: int, year: str | None, month: str, day: str) -> Point | None:
    try:
        value = date(int(year or 2024), int(month), int(day))  # a leap year lets 29 February through
    except ValueError:
        return None
    if year is not None:
        return Point(at, "day", value, value)
    again = _EVERY_YEAR.match(text, at, end)
    return Point(again.end(), "day", every="year") if again else Point(at, "day")


def _month(match: re.Match[str], year: str | None, month: int) -> Point:
    if year is None:
        return Point(match.end(), "month", rough=_rough(match["part"]))
    return _stretch(match, int(year), month, month, "month")


def _quarter(match: re.Match[str], year: str | None, number: int) -> Point:
    if year is None:
        return Point(match.end(), "quarter", rough=_rough(match["part"]))
    return _stretch(match, int(year), 3 * number - 2, 3 * number, "quarter")


def _year(match: re.Match[str]) -> Point:
    return _stretch(match, int(match["y"]), 1, 12, "year")


def _half(match: re.Match[str], first: bool) -> Point:
    year = int(match["y"])
    begins, ends = (date(year, 1, 1), date(year, 6, 30)) if first else (date(year, 7, 1), date(year, 12, 31))
    return Point(match.end(), "quarter", begins, ends)


def _stretch(match: re.Match[str], year: int, first: int, last: int, span: SpanOf) -> Point:
    ends = date(year, last, monthrange(year, last)[1])
    at_end = bool(match["part"]) and not _rough(match["part"])
    return Point(match.end(), span, ends if at_end else date(year, first, 1), ends, rough=_rough(match["part"]))


def _rough(part: str | None) -> bool:
    return bool(part) and not re.match(r"cuối|hết|late|(?:the )?end", part or "", re.IGNORECASE)
