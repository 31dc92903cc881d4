"""The words by which a question narrows what it asks for: a year, a post, a level, a body. Knows nothing of scores.

What a document says of the provincial level is no answer about communes, however near the rest of the words are.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.provinces import provinces
from corpus.folding import CAPITALS, fold, has_diacritics
from corpus.identity import find_numbers

_YEAR = re.compile(r"(?<![\d/.,-])((?:19|20)\d{2})(?!\d|[.,]\d)")
_SPAN = re.compile(r"\b((?:19|20)\d{2})\s*[-–—]\s*((?:19|20)\d{2})\b")
_IN_DATE = re.compile(r"[\d/.-]((?:19|20)\d{2})\b")
_BODY = re.compile(
    rf"\b(Sở|Bộ|Vụ|Cục|Phòng|Huyện|huyện|Xã|xã|Phường|phường|Quận|quận)\s+([{CAPITALS}][^\W\d_]*)(?:\s+([^\W\d_]+))?"
)
_ENGLISH_BODY = re.compile(
    r"\b(Department|Ministry|Division|Bureau|Agency|Office)\s+(?:of|for)\s+(?:the\s+)?([A-Z]\w+)"
)
_ENGLISH_PLACE = re.compile(r"\b([A-Z]\w+(?:\s+[A-Z]\w+)?)\s+(District|Commune|Ward)\b")
_SHORT = 3
_SAME_TYPE = {"huyện": "district", "xã": "commune", "phường": "ward", "quận": "district"}


@dataclass(frozen=True, slots=True)
class Specifier:
    """A narrowing word: its family (values of one shut each other out) and which value it is."""

    family: str
    value: str


_Ways = dict[str, Specifier]


def _read() -> tuple[_Ways, _Ways]:
    """What each way of saying a value means: as written, and folded for texts without marks."""
    rows = tomllib.loads((Path(__file__).parent / "specifiers.toml").read_text(encoding="utf-8"))["family"]
    written = {w: Specifier(row["name"], value[0]) for row in rows for value in row["values"] for w in value}
    # a single short syllable without its marks is too many words at once
    return written, {fold(w): s for w, s in written.items() if len(w) > _SHORT}


def _any_of(ways: _Ways) -> re.Pattern[str]:
    longest_first = sorted(ways, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


_WRITTEN, _FOLDED = _read()
_ANY_WRITTEN, _ANY_FOLDED = _any_of(_WRITTEN), _any_of(_FOLDED)


@lru_cache(maxsize=20_000)
def specifiers(text: str) -> frozenset[Specifier]:
    """The narrowing words of a text; those in the numbers of documents are no such."""
    for number in reversed(find_numbers(text)):
        text = text[: number.start] + " " * (number.end - number.start) + text[number.end :]
    return frozenset(
        (*_words(text), *_years(text), *_bodies(text), *(Specifier("province", p) for p in provinces(text)))
    )


def _words(text: str) -> Iterator[Specifier]:
    ways, pattern, even = _WRITTEN, _ANY_WRITTEN, text.lower()
    if not has_diacritics(text):
        ways, pattern, even = _FOLDED, _ANY_FOLDED, fold(text)
    yield from (ways[match.group()] for match in pattern.finditer(even))


def _years(text: str) -> Iterator[Specifier]:
    for match in _SPAN.finditer(text):
        yield Specifier("period", f"{match.group(1)}-{match.group(2)}")
    text = _SPAN.sub(" ", text)
    for match in (*_YEAR.finditer(text), *_IN_DATE.finditer(text)):
        yield Specifier("year", match.group(1))


def _bodies(text: str) -> Iterator[Specifier]:
    for match in _BODY.finditer(text):
        kind = match.group(1).lower()
        # the second syllable of a name may have a capital or not ("Y tế", "Đông Khê"); it is compared without marks
        yield Specifier(_SAME_TYPE.get(kind, kind), fold(" ".join(filter(None, match.groups()[1:]))))
    for match in _ENGLISH_BODY.finditer(text):
        yield Specifier(match.group(1).lower(), match.group(2).lower())
    for match in _ENGLISH_PLACE.finditer(text):
        yield Specifier(match.group(2).lower(), fold(match.group(1)))


@dataclass(frozen=True, slots=True)
class Standing:
    """How the narrowing words of a question stand with a statement: shares from 0 to 1."""

    held: float
    contrary: float


def standing(asked: frozenset[Specifier], own: str, around: str) -> Standing:
    """Which of the narrowing words stand in a statement or around it, and which have another value in their place."""
    if not asked:
        return Standing(1.0, 0.0)
    here = specifiers(own)
    # what a statement says of its own year, the years of its titles do not unsay
    own_year = any(o.family == "year" for o in here)
    above = frozenset(o for o in specifiers(around) if not (own_year and o.family == "year"))
    held = sum(s in here or s in above or _inside(s, own, around) for s in asked)
    contrary = sum(_shut_out(s, asked, here, above) for s in asked)
    return Standing(held / len(asked), contrary / len(asked))


# a wider grade takes in the one asked about
_WIDER = {"thạc sĩ": "sau đại học", "tiến sĩ": "sau đại học"}


def _shut_out(
    s: Specifier, asked: frozenset[Specifier], here: frozenset[Specifier], above: frozenset[Specifier]
) -> bool:
    """Whether a statement, or failing that what stands above it, speaks of another value and not of this one."""
    if s in here or s in above or Specifier("study", _WIDER.get(s.value, "")) in here | above:
        return False
    wanted = {a.value for a in asked if a.family == s.family}
    others = {o.value for o in here if o.family == s.family} or {o.value for o in above if o.family == s.family}
    return bool(others - wanted) and not (others & wanted)


def _inside(s: Specifier, own: str, around: str) -> bool:
    """A year lies inside a period that is named, a period is named by its years."""
    if s.family == "year":
        # the period in a title says nothing of a statement that names its own year
        named_here = any(o.family == "year" for o in specifiers(own))
        return any(a <= s.value <= b for a, b in _SPAN.findall(own if named_here else f"{own}\n{around}"))
    return False
