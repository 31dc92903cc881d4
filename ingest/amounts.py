"""Amounts of money said in words, alone or behind the same in figures: "1.600.000.000 (một tỷ sáu trăm triệu đồng)".

Knows how numbers are spelt out in both languages; not what is paid with them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.numerals import ENGLISH, VIETNAMESE
from corpus.registers import Span

_ONES = {"không": 0} | VIETNAMESE | ENGLISH
_SCALES = {
    "nghìn": 10**3, "ngàn": 10**3, "thousand": 10**3, "triệu": 10**6, "million": 10**6, "tỷ": 10**9, "tỉ": 10**9,
    "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_HUNDRED = ("trăm", "hundred")
_JOINTS = ("linh", "lẻ", "and", "chẵn")
_WORD = rf"(?:{'|'.join((*_ONES, *_SCALES, *_HUNDRED, *_JOINTS, 'mươi'))})"
_RUN = rf"{_WORD}(?:[\s,-]{{1,4}}{_WORD}){{0,30}}"  # bounded: a line of a million such words is no amount
_CURRENCY = r"(?:đồng|vnđ|vnd|dong|vietnamese dong)"
_IN_WORDS = re.compile(rf"(?<!\w)(?P<words>{_RUN})\s+{_CURRENCY}(?!\w)", re.IGNORECASE)
_FIGURES = (
    r"(?<![\w.,/])(?P<figures>\d{1,3}(?:[.,]\d{3})+"
    r"|\d+(?:[.,]\d{1,2})?(?=\s*(?:nghìn|triệu|tỷ|tỉ|thousand|million|billion)))"
)
_SCALE = r"(?:\s*(?P<scale>nghìn tỷ|nghìn|triệu|tỷ|tỉ|thousand|million|billion))?"
_AGAIN = (
    rf"\s*\(\s*(?:(?:viết |ghi )?(?:bằng chữ|in words)\s*:?\s*)?(?P<words>{_RUN})(?:\s+(?P<said>{_CURRENCY}))?"
    r"(?:\s+chẵn)?[\s./]*\)"
)
_SAID_TWICE = re.compile(rf"{_FIGURES}{_SCALE}(?P<unit>\s*{_CURRENCY}|\s?đ(?!\w))?{_AGAIN}", re.IGNORECASE)
_BEHIND = re.compile(_AGAIN, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SaidTwice:
    """An amount in figures and again in words, each with its worth; they should be the same."""

    whole: Span
    figures: Span
    value: float
    words: Span
    said: float


def said_twice(text: str) -> Iterator[SaidTwice]:
    """The amounts of money that a text prints in figures and says again in words, in brackets."""
    for match in _SAID_TWICE.finditer(text):
        said = worth(match["words"])
        if said is None or not (match["unit"] or match["said"]):
            continue
        value = _printed(match["figures"], match["scale"])
        start = match.start("figures")
        yield SaidTwice(
            Span(start, match.end()), Span(start, match.end("figures")), value, Span(*match.span("words")), said
        )


def is_money(text: str, end: int) -> bool:
    """Whether words in brackets right behind a bare number say that it is an amount of money."""
    match = _BEHIND.match(text, end)
    return match is not None and match["said"] is not None and worth(match["words"]) is not None


def spelt_amounts(text: str) -> Iterator[tuple[Span, float]]:
    """The amounts that are said in words of more than one scale: "một tỷ sáu trăm triệu đồng"; each with its worth."""
    for match in _IN_WORDS.finditer(text):
        scales = [w for w in _parts(match["words"]) if w in _SCALES]
        value = worth(match["words"]) if len(scales) > 1 else None
        if value is not None:
            yield Span(*match.span()), value


def worth(words: str) -> float | None:
    """What a number in words is worth; None for what is none."""
    total = below = part = last = 0
    counted = False
    for word in _parts(words):
        if word in _ONES:
            last = _ONES[word]
            part, counted = part + last, True
        elif word == "mươi":
            part += 9 * last
        elif word in _HUNDRED:
            part = part * 100
        elif word in ("tỷ", "tỉ"):
            total, below, part = total + (below + part) * _SCALES[word], 0, 0
        elif word in _SCALES:
            below, part = below + part * _SCALES[word], 0
    return float(total + below + part) if counted else None


def _parts(words: str) -> list[str]:
    return re.split(r"[\s,-]+", words.lower())


def _printed(figures: str, scale: str | None) -> float:
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", figures):
        value = float(re.sub(r"[.,]", "", figures))
    else:
        value = float(figures.replace(",", "."))
    factor = 1
    for word in (scale or "").lower().split():
        factor *= _SCALES[word]
    return value * factor
