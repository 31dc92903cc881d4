"""Figures with what they measure, and dates, read from a text so that two can be compared: "36 tháng" is "3 years".

Knows nothing of questions or documents. Numbers of documents and names of units are no figures.
"""

import re
from dataclasses import dataclass

from assistant.mentions import find_mentions
from corpus.dates import find_dates
from corpus.folding import stem
from corpus.unit_lists import unit_mentions
from corpus.units import same_length

_WORDS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10, "ba muoi": 30, "sau muoi": 60,
    "muoi lam": 15, "hai muoi": 20, "chin muoi": 90, "mot tram": 100,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60, "ninety": 90,
}  # fmt: skip
_DAYS = {
    "ngay": 1, "day": 1, "tuan": 7, "week": 7, "thang": 30, "month": 30, "quy": 90, "quarter": 90, "nam": 360, "year": 360,
}  # fmt: skip
_MONEY = {
    "nghin": 1e3,
    "ngan": 1e3,
    "thousand": 1e3,
    "trieu": 1e6,
    "million": 1e6,
    "ty": 1e9,
    "billion": 1e9,
    "dong": 1,
    "vnd": 1,
}
_NUMBER = (
    r"(?P<digits>\d{1,3}(?:[.,]\d{3})+(?![\d])|\d+(?:[.,]\d{1,2})?)|(?P<word>"
    + "|".join(sorted(_WORDS, key=lambda w: -len(w)))
    + r")\b"
)
_FIGURE = re.compile(
    rf"(?<![\w.,/-])(?:{_NUMBER})(?:\s*\([^)]{{1,24}}\))?(?:\s*-\s*|\s*)"
    r"(?P<unit>%|phan tram|per ?cent|(?:working|calendar|business)\s+days?|ngay\s+lam\s+viec|years?\s+old|years?\s+of\s+age|[a-z]+(?:\s+[a-z]+)?)?"
)
_AGE = re.compile(r"\b(?:aged?|tuoi)\s+(?:of\s+)?$")
_NO_UNITS = frozenset({
    "va", "and", "or", "hoac", "den", "to", "trong", "in", "of", "cua", "thi", "la", "is", "are", "be", "for", "cho",
    "tai", "at", "on", "tu", "from", "khi", "theo",
})  # fmt: skip
_MONTHS_AND_YEARS = re.compile(
    r"(?<!\w)(?:nam|year|in|of)\s+(?:19|20)\d{2}(?!\w)|(?<!\w)thang\s+\d{1,2}(?:[/-]\d{4})?(?!\s*\w*\s*nam\s+\d)|(?<![\w/])\d{1,2}/\d{1,2}(?:/\d{4})?(?![\w/])"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A value and what it measures: "duration" in days, "percent", "money", "age", "date" (its ordinal), or a noun."""

    value: float
    measure: str
    start: int
    end: int

    def same(self, other: "Figure") -> bool:
        """Whether two figures say the same."""
        return self.measure == other.measure and abs(self.value - other.value) < 1e-6 * max(1.0, abs(self.value))


def figures_in(text: str) -> list[Figure]:
    """The figures and dates of a text, in order."""
    found = [Figure(float(d.value.toordinal()), "date", d.start, d.end) for d in find_dates(text)]
    even = _masked(text)
    for match in _FIGURE.finditer(even):
        figure = _figure(match, even)
        if figure is not None:
            found.append(figure)
    return sorted(found, key=lambda f: f.start)


def _masked(text: str) -> str:
    """The text folded, with blanks where dates, years, numbers of documents and names of units stand."""
    even = same_length(text)
    spans = [(d.start, d.end) for d in find_dates(text)]
    spans += [(m.start, m.end) for m in find_mentions(text) if m.sure]
    spans += [(u.start, u.end) for u in unit_mentions(text)]
    spans += [m.span() for m in _MONTHS_AND_YEARS.finditer(even)]
    for start, end in spans:
        even = even[:start] + "\0" * (end - start) + even[end:]
    return re.sub(r"^(\W*\d{1,2})(?=[.)]\s)", lambda m: "\0" * len(m[1]), even)


def _figure(match: re.Match[str], even: str) -> Figure | None:
    if match["word"] and not match["unit"]:
        return None
    value = float(_WORDS[match["word"]]) if match["word"] else _number(match["digits"])
    unit = (match["unit"] or "").strip()
    first = unit.split()[0] if unit else ""
    end = match.end() if unit else max(match.end("digits"), match.end("word"))
    if unit in ("%", "phan tram") or unit.replace(" ", "") == "percent":
        return Figure(value, "percent", match.start(), end)
    if "old" in unit.split() or "age" in unit.split() or first == "tuoi" or _AGE.search(even[: match.start()]):
        return Figure(value, "age", match.start(), end)
    plain = first[:-1] if first.endswith("s") and first[:-1] in _DAYS else first
    plain = "day" if first in ("working", "calendar", "business") else plain
    if plain in _DAYS:
        return Figure(value * _DAYS[plain], "duration", match.start(), match.start("unit") + len(first))
    if first in _MONEY:
        return Figure(value * _MONEY[first], "money", match.start(), end)
    if match["word"] or not first or first in _NO_UNITS or len(first) < 2:
        return None
    return Figure(value, stem(first), match.start(), match.start("unit") + len(first))


def _number(printed: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", printed):
        return float(re.sub(r"[.,]", "", printed))
    return float(printed.replace(",", "."))
