"""Shares and halves in words: "three quarters", "một phần mười", "two and a half". Knows no units and no bounds."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.numerals import Numeral

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4, "fifth": 5, "fifths": 5,
    "sixths": 6, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
_ENGLISH = re.compile(
    rf"\b(?P<n>{'|'.join(_COUNTS)})[ -](?P<d>thirds|quarters|fourths|fifths|sixths|eighths|tenths)\b(?! of an hour)"
    r"|\b(?P<one>a|one)[ -](?P<part>third|quarter|fifth|tenth)(?= of\b(?! an? (?:year|hour|day|month))| or (?:more|less)\b)"
    r"|(?<!first )(?<!second )(?<!last )(?<!latter )(?<!other )\b(?P<half>half)(?= of\b| (?:the|its|their|those|all)\b|[,.;)]|$)",
    re.IGNORECASE,
)
_SYLLABLES = r"một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_VIETNAMESE = re.compile(
    rf"\b(?P<n>{_SYLLABLES}|\d) phần (?P<d>tư(?! giờ)|{_SYLLABLES}|trăm(?= số))\b"
    r"|(?:\b(?P<half>(?:một|phân) nửa)|\b(?:quá|hơn|trên|gần|dưới|đúng|chừng|khoảng) (?P<part>nửa))(?! (?:năm|đầu|cuối|tháng|ngày))\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?<![\w.,/-])(?P<n>[1-9])/(?P<d>[2-9]|10)(?= [^\W\d])")
_VI = {s: i for i, s in enumerate(_SYLLABLES.split("|"), 1)} | {"tư": 4, "trăm": 100}
_AND_A_HALF = re.compile(r" and a half\b", re.IGNORECASE)
_QUARTER_HOUR = re.compile(
    r"\b(?:(?P<n>a|one|three)[ -]quarters? of an(?= hour\b)|(?P<vi>một phần tư(?= giờ\b)))", re.IGNORECASE
)
_HALF_OF_TIME = re.compile(
    r"\b(?P<half>half an?|nửa)(?= (?:year|day|hour|month|năm|ngày|giờ|tháng)\b)"
    r"|\b(?P<more>an?)(?= (?:year|month|day|week|hour) and a half\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Share:
    """So many per cent, and where it is said."""

    percent: float
    start: int
    end: int


def find_shares(text: str) -> list[Share]:
    """The shares that are written in words, of either language."""
    found = []
    for match in _ENGLISH.finditer(text):
        if match["half"]:
            n, d = 1, 2
        elif match["part"]:
            n, d = 1, _PARTS[match["part"].lower()]
        else:
            n, d = _COUNTS[match["n"].lower()], _PARTS[match["d"].lower()]
        found.append(Share(round(100 * n / d, 6), *match.span()))
    for match in _VIETNAMESE.finditer(text):
        half = "half" if match["half"] else "part" if match["part"] else ""
        span = match.span(half) if half else match.span()
        n, d = (1, 2) if half else (_value(match["n"]), _value(match["d"]))
        found.append(Share(round(100 * n / d, 6), *span))
    return sorted(found, key=lambda s: s.start)


def find_fractions(text: str) -> list[Share]:
    """The shares that are written in digits: "2/3 of the members"."""
    return [Share(round(100 * int(m["n"]) / int(m["d"]), 6), *m.span()) for m in _DIGITS.finditer(text)]


def _value(printed: str) -> int:
    return int(printed) if printed.isdigit() else _VI[printed.lower()]


def with_halves(text: str, numerals: Iterable[Numeral]) -> Iterator[Numeral]:
    """The numbers of a text, "two and a half" as one, with those that only say half of a time."""
    for n in numerals:
        match = _AND_A_HALF.match(text, n.end)
        yield Numeral(frozenset(v + 0.5 for v in n.values), n.start, match.end(), n.spelt) if match else n
    for match in _QUARTER_HOUR.finditer(text):
        share = 0.75 if (match["n"] or "").lower() == "three" else 0.25
        yield Numeral(frozenset({share}), *match.span(), spelt=True)
    for match in _HALF_OF_TIME.finditer(text):
        value, group = (0.5, "half") if match["half"] else (1.5, "more")
        yield Numeral(frozenset({value}), *match.span(group), spelt=True)
