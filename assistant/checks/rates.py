"""How often: "every six months" is "twice a year". Knows the words for it in both languages, nothing of what is done."""

import re
from dataclasses import dataclass

from corpus.numerals import spelt_numerals

_A_YEAR = {
    "ngày": 365.0, "day": 365.0, "tuần": 52.0, "week": 52.0, "tháng": 12.0, "month": 12.0, "quý": 4.0, "quarter": 4.0,
    "năm": 1.0, "year": 1.0,
}  # fmt: skip
_UNIT = "|".join(_A_YEAR)
_ADVERBS = {
    "six-monthly": 2.0, "half-yearly": 2.0, "semi-annually": 2.0, "biannually": 2.0, "nửa năm một lần": 2.0,
    "monthly": 12.0, "quarterly": 4.0, "weekly": 52.0, "daily": 365.0, "yearly": 1.0, "annually": 1.0, "annual": 1.0,
}  # fmt: skip
_WORDS = "một|hai|ba|bốn|năm|sáu|chín|mười|mười hai|one|two|three|four|five|six|nine|ten|twelve"
_N = rf"(?:\d{{1,2}}|{_WORDS})"
_RATES = (
    # "06 tháng một lần", "once every 03 years", "every six months"
    re.compile(rf"\b(?P<every>{_N}) (?P<unit>{_UNIT}) (?:một|1|01) lần\b", re.IGNORECASE),
    re.compile(rf"\b(?:once )?(?:every|each) (?:(?P<every>{_N}) )?(?P<unit>{_UNIT})s?\b", re.IGNORECASE),
    # "mỗi năm hai lần", "hai lần mỗi năm", "twice a year"
    re.compile(
        rf"\b(?:mỗi|một|hằng|hàng|từng|trong) (?P<unit>{_UNIT})\b[^.;:\d]{{0,40}}?(?P<times>{_N}) (?:lần|kỳ|đợt|cuộc|phiên|buổi)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<times>{_N}) (?:lần|kỳ|đợt)(?: vào| trong)? ?(?:mỗi|một|hằng|hàng|/) ?(?P<unit>{_UNIT})\b", re.IGNORECASE),
    re.compile(
        rf"\b(?P<times>once|twice|{_N}(?= times))(?: times)?(?: in)? (?:an?|each|every|per|in any|in one) (?P<unit>{_UNIT})\b", re.IGNORECASE
    ),
    re.compile(rf"\b(?P<times>{_N}) (?:[a-z-]+ ){{1,3}}(?:an?|each|every|per) (?P<unit>{_UNIT})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<adverb>{'|'.join(_ADVERBS)})\b", re.IGNORECASE),
)  # fmt: skip
_TIMES = {"once": 1.0, "twice": 2.0}


@dataclass(frozen=True, slots=True)
class Rate:
    """How often a year, and where it is said."""

    a_year: float
    start: int
    end: int


def find_rates(text: str) -> list[Rate]:
    """The rates of an evened-out text, as they can be read; one may be found in more ways than one."""
    return [Rate(value, *m.span()) for pattern in _RATES for m in pattern.finditer(text) if (value := _a_year(m))]


def _a_year(match: re.Match[str]) -> float:
    parts = match.groupdict()
    if parts.get("adverb"):
        return _ADVERBS[parts["adverb"].lower()]
    a_year = _A_YEAR[parts["unit"].lower()]
    if parts.get("times"):
        return a_year * _number(parts["times"])
    every = _number(parts["every"]) if parts.get("every") else 1.0
    return round(a_year / every, 6) if every else 0.0


def _number(printed: str) -> float:
    if printed.isdigit():
        return float(printed)
    if printed.lower() in _TIMES:
        return _TIMES[printed.lower()]
    # "năm" alone is no number here: "năm tháng" is rare, "mỗi năm" is not
    return next((min(n.values) for n in spelt_numerals(printed) if n.end - n.start == len(printed)), 0.0)
