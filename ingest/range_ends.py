"""Which end of a range a number is: of "từ 05 đến 09" the first is the least, the second the most."""

import re

from corpus.registers import Hedge

_MIDDLE = r"\s*(?:%|[^\W\d_]+(?:\s[^\W\d_]+){0,2})?\s*(?:đến|tới|to|and|[-–])"
_LOW = re.compile(r"(?<!\w)(?:từ|from|between)\s+(?:trên\s+|đủ\s+)?$", re.IGNORECASE)
_TO_NEXT = re.compile(rf"{_MIDDLE}\s*(?:dưới\s+|trên\s+|không quá\s+)?\d", re.IGNORECASE)
_HIGH = re.compile(rf"(?<!\w)(?:từ|from|between)\s+(?:trên\s+|đủ\s+)?\d[\d.,]*{_MIDDLE}\s*$", re.IGNORECASE)
_DASH_NEXT = re.compile(r"\s?[-–]\s?\d")
_DASH_BEFORE = re.compile(r"(?<![\w.,/-])\d[\d.,]*\s?[-–]\s?$")


def end_of_range(text: str, start: int, end: int) -> Hedge:
    """ "từ 05 đến 09": the first of two ends is the least, the second the most."""
    if _LOW.search(text[max(0, start - 16) : start]) and _TO_NEXT.match(text, end):
        return "at_least"
    if _HIGH.search(text[max(0, start - 48) : start]):
        return "at_most"
    if _DASH_NEXT.match(text, end):
        return "at_least"
    if _DASH_BEFORE.search(text[max(0, start - 16) : start]):
        return "at_most"
    return "exact"
