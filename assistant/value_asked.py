"""Which value a question asks for, and by which name: "phạt tiền từ bao nhiêu", "mấy năm tù", "số lượng bao nhiêu".

Where one article gives several values, a clause answers that gives this one. Knows one text at a time.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from assistant.bound_asked import LEAST, MOST, bound_asked
from assistant.kinds import MONEY, PAY, PERCENT
from assistant.question import Question
from corpus.folding import fold

Measure = Literal["time", "money", "percent", "any"]
_BETWEEN = (
    "tối đa", "tối thiểu", "ít nhất", "nhiều nhất", "cao nhất", "thấp nhất", "mức", "là", "lên", "đến", "tới", "từ",
    "trong", "khoảng", "thời hạn", "có thể",
)  # fmt: skip


def _asking(written: Callable[[str], str]) -> re.Pattern[str]:
    """The two syllables before what asks, which name it; "bao nhiêu năm tù" names it behind."""
    between = "|".join(map(written, _BETWEEN))
    asks = "|".join(map(written, ("bao nhiêu", "bao lâu", "mấy")))
    return re.compile(
        rf"(?P<name>[^\W\d]+ [^\W\d]+) (?:(?:{between}) )*(?:{asks})\b"
        rf"(?: (?P<unit>[^\W\d]+|%))?(?: (?P<of>{written('tù')})\b)?"
    )


# without its marks "từ" is "tù", which is asked for rather
_ASKS = _asking(str)
_ASKS_UNMARKED = _asking(lambda phrase: "(?<!phat )(?<!an )tu" if phrase == "từ" else fold(phrase))
_ASKS_TIME = re.compile(
    r"\b(?:bao lau|how long|how many (?:years|months|weeks|days))\b|\bphat tu (?:\w+ ){0,3}bao nhieu\b"
)
_ASKS_MONEY = re.compile(r"\b(?:phat tien|so tien|muc phat|tien phat)\b[^?]*\bbao nhieu\b|\b(?:fined?|sum|penalty)\b")
# "lên đến bao nhiêu" asks for the most, "từ bao nhiêu đến bao nhiêu" for both ends
_UP_TO = re.compile(r"\b(?:len (?:den|toi)|co the [^?]*\b(?:den|toi)(?: muc)?) (?:bao nhieu|may|bao lau)\b")
_BOTH_ENDS = re.compile(r"\btu (?:bao nhieu|may|bao lau)\b")
_MEASURED: dict[str, Measure] = {
    "nam": "time", "thang": "time", "ngay": "time", "gio": "time", "tuan": "time", "phan": "percent", "%": "percent",
    "dong": "money", "trieu": "money", "ty": "money", "nghin": "money", "tien": "money",
}  # fmt: skip
_FIGURES: dict[Measure, re.Pattern[str]] = {
    "time": re.compile(r"(\d+) (nam|thang|tuan|ngay|gio|years?|months?|weeks?|days?|hours?)\b"),
    "money": re.compile(r"(\d[\d.,]*)(?: (ty|trieu|nghin|ngan|billion|million|thousand))? ?(?:dong|vnd|usd)\b"),
    "percent": re.compile(r"(\d[\d.,]*) ?(%|phan tram|percent)"),
    "any": re.compile(r"(\d[\d.,]*)()"),
}
_SCALES = {
    "nam": 360.0, "thang": 30.0, "tuan": 7.0, "gio": 1 / 24, "year": 360.0, "month": 30.0, "week": 7.0, "hour": 1 / 24,
    "ty": 1e9, "trieu": 1e6, "nghin": 1e3, "ngan": 1e3, "billion": 1e9, "million": 1e6, "thousand": 1e3,
}  # fmt: skip
_ENDS = re.compile(r"[,;:]| hoac | or ")  # of what is said of one thing
_STATED = re.compile(
    r"\b(?:(?P<low>tu|toi thieu|it nhat|thap nhat|at least)|den|toi|toi da|cao nhat|khong qua|at most|up to) "
    r"(?P<figure>\d[\d.,]* (?:nam|thang|ngay|gio|tuan|dong|trieu|ty|years?|months?|days?))\b"
)


@dataclass(frozen=True, slots=True)
class Value:
    """What is asked for: the words before its figures, what it is measured in, and whether the least or most of it."""

    name: str
    measure: Measure
    bound: str | None

    def told(self, text: str) -> bool:
        """Whether a text gives it."""
        return next(self._figures(text), None) is not None

    def by_any_name(self) -> "Value":
        """The same, whatever words stand before its figures."""
        return replace(self, name="")

    def reach(self, text: str) -> float:
        """How far a text's figure lies to the side that is asked for: of several texts the greatest answers."""
        if self.bound == LEAST:
            return max((-f for f in self._figures(text)), default=float("-inf"))
        return max(self._figures(text), default=float("-inf"))

    def _figures(self, text: str) -> Iterator[float]:
        even = fold(text)
        ends = [m.end() for m in re.finditer(rf"\b{re.escape(self.name)}\b", even)] if self.name else [0]
        for end in ends:
            said = _ENDS.split(even[end:])[0] if self.name else even
            for figure, unit in _FIGURES[self.measure].findall(said):
                yield float(re.sub(r"[.,](?=\d{3}\b)|[.,]$", "", figure).replace(",", ".")) * _scale(unit)


def _scale(unit: str) -> float:
    return _SCALES.get(unit, _SCALES.get(unit.removesuffix("s"), 1.0))


@lru_cache(maxsize=64)  # asked of every clause
def value_asked(question: Question) -> Value | None:
    """The value that is asked for; None where none is."""
    even = fold(question.text)
    asks = _asks(question)
    measure = _measure(question, even, asks)
    if asks is None and measure == "any":
        return None
    bound = bound_asked(question)
    if bound is None and _UP_TO.search(even) and not _BOTH_ENDS.search(even):
        bound = MOST
    name = "" if asks is None else fold(asks["of"] or asks["name"])
    return Value(name, measure, bound)


def _asks(question: Question) -> re.Match[str] | None:
    if question.language != "vi":
        return None
    return _ASKS.search(question.text.lower()) if question.marked else _ASKS_UNMARKED.search(fold(question.text))


def _measure(question: Question, even: str, asks: re.Match[str] | None) -> Measure:
    if asks is not None and fold(asks["unit"] or "") in _MEASURED:
        return _MEASURED[fold(asks["unit"])]
    if question.counted in (MONEY, PAY):
        return "money"
    if question.counted == PERCENT:
        return "percent"
    if _ASKS_TIME.search(even):
        return "time"
    priced = asks is not None or question.language == "en"
    return "money" if priced and _ASKS_MONEY.search(even) else "any"


def states_the_same(question: Question, text: str) -> bool:
    """Whether a text has the bounded figures that a question states, each from the same side: "tù đến 07 năm"."""
    return _stated(question.text) <= _stated(text)


@lru_cache(maxsize=1000)
def _stated(text: str) -> frozenset[tuple[bool, str]]:
    return frozenset((m["low"] is not None, m["figure"]) for m in _STATED.finditer(fold(text)))
