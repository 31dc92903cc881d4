"""Where a number stands in its statement: a least, a most, exact; what it counts; which days are printed.

Knows nothing of registers.
"""

import re
from typing import Literal

from corpus.dates import MONTH_NAME
from corpus.folding import fold
from corpus.registers import Span

Bound = Literal["min", "max", "exact", "loose"]

DAY = re.compile(
    rf"ngày\s+\d{{1,2}}(?:/\d{{1,2}}(?:/\d{{4}})?|\s+tháng\s+\d{{1,2}}(?:\s+năm\s+\d{{4}})?)"
    rf"|(?:{MONTH_NAME})\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+(?:{MONTH_NAME})(?:,?\s+\d{{4}})?"
    r"|(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])"
)
_NOT_MORE = re.compile(
    r"\b(?:no|not) (?:more|older|later|longer|greater|higher) than|\bnot exceed"
    r"|\bkhông (?:được )?(?:quá|vượt quá|nhiều hơn)\b",
    re.IGNORECASE,
)
_NOT_LESS = re.compile(
    r"\b(?:no|not) (?:less|fewer|lower|younger) than|\bkhông (?:dưới|ít hơn|thấp hơn)\b", re.IGNORECASE
)
_LEAST = re.compile(r"\b(?:ít nhất|tối thiểu|at least|minimum|more than|over|hơn|trên)\b", re.IGNORECASE)
_LEAST_ON = re.compile(r"[^,;.]{0,24}?\b(?:trở lên|or more|or older|or above|and above|and over)\b", re.IGNORECASE)
_MOST = re.compile(
    r"\b(?:tối đa|nhiều nhất|trong thời hạn|trong vòng|chậm nhất|muộn nhất|dưới|trước|at most|maximum|within"
    r"|less than|fewer than|under|before|by)\b",
    re.IGNORECASE,
)
_MOST_ON = re.compile(r"[^,;.]{0,24}?\b(?:trở xuống|or less|or fewer|or younger|or below)\b", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:khoảng|gần|xấp xỉ|about|nearly|around|approximately|almost|some)\b", re.IGNORECASE)
_BEFORE = 26  # characters before a slot in which its bound stands


def bound_at(text: str, whole: Span, slot: Span) -> Bound:
    """Whether a value is a least, a most, exact, or only about right ("loose": also where two words disagree)."""
    before = text[max(whole.start, slot.start - _BEFORE) : slot.start]
    after = text[slot.end : min(whole.end, slot.end + 40)]
    near = re.split(r"[,;.:]\s", before)[-1]
    if _VAGUE.search(near):
        return "loose"
    rest = _NOT_LESS.sub(" ", _NOT_MORE.sub(" ", near))
    least = bool(_NOT_LESS.search(near) or _LEAST.search(rest) or _LEAST_ON.match(after))
    most = bool(_NOT_MORE.search(near) or _MOST.search(rest) or _MOST_ON.match(after))
    if least and most:
        return "loose"
    return "min" if least else "max" if most else "exact"


def measure_of(text: str, end: int) -> str:
    """What a number counts: the folded word after it, or the percent sign in it."""
    if text[:end].endswith("%"):
        return "%"
    found = re.match(r"\s*([^\W\d_]+)", text[end : end + 40])
    return fold(found.group(1)).removesuffix("s") if found else ""


def days_in(text: str) -> list[str]:
    """The days that a text prints."""
    return [m.group() for m in DAY.finditer(text)]
