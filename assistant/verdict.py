"""The plain verdict of a yes/no question, where the words of the statement that answers it leave no doubt.

Figures are compared by rule, and a negation must stand right before what is asked about. Where the rule cannot tell,
there is no verdict, and the quote speaks for itself. Knows nothing of documents.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.folding import fold, stem, words

Verdict = Literal["yes", "no"]
_UNITS = (
    ("%", r"%|percent\b|phan tram\b"),
    ("age", r"tuoi\b|years? old\b|years? of age\b|year-olds?\b"),
    ("year", r"nam\b|years?\b"),
    ("month", r"thang\b|months?\b"),
    ("day", r"ngay(?: lam viec)?\b|(?:working )?days?\b"),
    ("hour", r"gio\b|hours?\b"),
    ("period", r"tiet\b|periods?\b"),
    ("times", r"lan\b|times?\b"),
    ("point", r"diem\b|points?\b"),
    ("post", r"bien che\b|quotas?\b"),
    ("million", r"trieu(?: dong)?\b|million\b"),
    ("people", r"nguoi\b|persons?\b|people\b"),
    ("mark", r"cau(?: hoi)?\b|questions?\b"),
)
_WORDS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10, "one": 1, "two": 2,
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_UNIT = "|".join(unit for _, unit in _UNITS)
_FIGURE = re.compile(rf"(?<![\w/.,])(?P<n>\d+(?:[.,]\d+)?|{'|'.join(_WORDS)})(?:\s*\([^)]*\))?[\s-]*(?P<u>{_UNIT})")
_AT_MOST = re.compile(
    r"\b(?:khong (?:duoc )?(?:vuot )?qua|toi da(?: la| khong qua)?|nhieu nhat|no more than|not more than"
    r"|not (?:to )?exceed(?:ing)?|at most|up to|maximum (?:of|is)|within)\W*$"
)
_BELOW = re.compile(r"\b(?:duoi|chua du|under|below|less than|fewer than|younger than)\W*$")
_AT_LEAST = re.compile(
    r"\b(?:it nhat|toi thieu(?: la)?|tu du|du|at least|no less than|not less than|minimum (?:of|is))\W*$"
)
_ABOVE = re.compile(r"\b(?:tren|qua|hon|over|above|more than|older than|exceed(?:s|ing)?)\W*$")
_NEGATED = re.compile(r"\b(?:khong|chua|not|never|no)\b(?P<between>[^.;]*)$")
_CONDITION = re.compile(r"\b(?:neu|khi|ma|truong hop|if|when|where|who|which)\b")
_OR_MORE = re.compile(r"^[^.;,]{0,40}?\b(?:tro len|or more|or above|or older|and above)\b")
_OR_LESS = re.compile(r"^[^.;,]{0,40}?\b(?:tro xuong|or less|or fewer|or below|and below)\b")
_FORBIDS = re.compile(
    r"\b(?:khong duoc|khong (?:xem xet|bo nhiem|cu|thuc hien|tiep nhan)|bi (?:dinh chi|buoc|xu ly|huy|dung)"
    r"|may not|shall not|must not|not (?:be )?(?:allowed|permitted|eligible|admitted))\b"
)
# behind an upper bound: what lies within it may be what is left out ("of no more than 500 million are not covered")
_LEFT_OUT = re.compile(
    r"^[^.;]{0,80}?\b(?:khong (?:thuoc|phai|can|duoc|ap dung|bat buoc|du)|(?:is|are|do|does|need|shall|may|must) not)\b"
)
_LIMITS = re.compile(r"\b(?:tru |nhung |chi |neu |except|unless|only|if|provided)", re.IGNORECASE)
# a question that is itself turned ("is it forbidden", "có bị ... không") turns the verdict of a comparison
_TURNED = re.compile(
    r"\b(?:co bi|bi cam|forbidden|prohibited|disqualified|refused|too (?:old|young|late|long|much|many))\b"
)
_ASKED_VIETNAMESE = re.compile(r"\bco (?P<what>(?:duoc|phai|can|bat buoc|du)\b.{2,80}?)(?: hay)? khong\W*$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its unit, where it stands in a folded text."""

    value: float
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Bound:
    """What a statement lets through: from `low` to `high`, both ends with or without themselves."""

    low: float | None
    high: float | None
    with_low: bool = True
    with_high: bool = True

    def holds(self, value: float) -> bool:
        above = self.low is None or value > self.low or (self.with_low and value == self.low)
        return above and (self.high is None or value < self.high or (self.with_high and value == self.high))


def verdict(question: str, statement: str) -> Verdict | None:
    """Yes or no, if the statement's figures or its negation of what is asked say so plainly; else None."""
    asked, said = fold(question).rstrip(" ?!."), fold(statement)
    if figures(asked):
        return _compared(asked, said)
    return _spoken(asked, said)


def _compared(asked: str, said: str) -> Verdict | None:
    asked_for = figures(asked)
    if any(_supposed(asked, figure, said) for figure in asked_for):
        return None
    told: set[Verdict] = set()
    for figure in asked_for:
        value = figure.value
        bounds = [(bound, forbids) for bound, unit, forbids in _bounds(said) if unit == figure.unit]
        if any(_LEFT_OUT.search(said[f.end :]) for f in figures(said) if f.unit == figure.unit and _upper(said, f)):
            return None
        for bound, forbids in bounds:
            if not forbids:
                told.add("yes" if bound.holds(value) else "no")
            elif bound.holds(value):
                told.add("no")
            else:
                return None  # what is beyond a prohibition is not thereby allowed
    if len(asked_for) != 1 or len(told) != 1 or _TURNED.search(asked):
        return None
    return next(iter(told))


def _upper(said: str, figure: Figure) -> bool:
    bound = _bound(said[max(0, figure.start - 60) : figure.start], said[figure.end : figure.end + 60], figure.value)
    return bound is not None and bound.low is None


def _supposed(asked: str, figure: Figure, said: str) -> bool:
    """Whether the question supposes the very case that a statement is about: "who has not yet worked 5 years"."""

    def bound_of(text: str, f: Figure) -> _Bound | None:
        return _bound(text[max(0, f.start - 60) : f.start], text[f.end : f.end + 60], f.value)

    supposed = bound_of(asked, figure)
    same = (f for f in figures(said) if (f.unit, f.value) == (figure.unit, figure.value))
    return supposed is not None and any(bound_of(said, f) == supposed for f in same)


def figures(text: str) -> list[Figure]:
    """The figures of a folded text that have a unit."""
    found = []
    for match in _FIGURE.finditer(text):
        printed = match["n"]
        value = float(_WORDS[printed]) if printed in _WORDS else float(printed.replace(",", "."))
        unit = next(name for name, pattern in _UNITS if re.fullmatch(pattern, match["u"]))
        found.append(Figure(value, unit, match.start(), match.end()))
    return found


def _bounds(said: str) -> Iterator[tuple[_Bound, str, bool]]:
    """The bounds that a statement sets, their unit, and whether what lies within is forbidden."""
    for f in figures(said):
        before, after = said[max(0, f.start - 60) : f.start], said[f.end : f.end + 60]
        bound = _bound(before, after, f.value)
        if bound is None:
            continue
        beyond = bound.low is not None and not bound.with_low
        negated = _NEGATED.search(before) if beyond else None
        if negated is not None and not _CONDITION.search(negated["between"]):
            yield _Bound(None, f.value), f.unit, False  # "không lùi quá 01 lần"
        else:
            # "who misses more than 20 % may not sit the exam"
            yield bound, f.unit, beyond and (negated is not None or bool(_FORBIDS.search(said[f.end :])))


def _bound(before: str, after: str, value: float) -> _Bound | None:
    if _AT_MOST.search(before) or _OR_LESS.search(after):
        return _Bound(None, value)
    if _BELOW.search(before):
        return _Bound(None, value, with_high=False)
    if _AT_LEAST.search(before) or _OR_MORE.search(after):
        return _Bound(value, None)
    return _Bound(value, None, with_low=False) if _ABOVE.search(before) else None


def _spoken(asked: str, said: str) -> Verdict | None:
    """By the predicate asked about: "không được cử đi", "are not re-marked"."""
    if _LIMITS.search(said) or _TURNED.search(asked):
        return None
    match = _ASKED_VIETNAMESE.search(asked)
    if match is not None:
        return _said_of(match["what"].split(), said)
    if re.match(r"(?:can|may|must|shall|should|is|are|does|do|will)\b", asked):
        return _said_in_english(asked, said)
    return None


def _said_of(what: Sequence[str], said: str) -> Verdict | None:
    """The first syllables of what is asked, with or without "không" before them."""
    for length in range(min(5, len(what)), 1, -1):
        phrase = rf"\b{re.escape(' '.join(what[:length]))}\b"
        if re.search(rf"\b(?:khong|chua) {phrase}", said):
            return "no"
        if length >= 3 and re.search(phrase, said) and not re.search(r"\b(?:khong|chua)\b", said):
            return "yes"
    return None


def _said_in_english(asked: str, said: str) -> Verdict | None:
    """The last verbs of the question, as the statement has them right behind "not"."""
    tail = {stem(w) for w in words(asked)[-4:] if len(w) > 3}
    for match in re.finditer(r"\bnot(?: be)?(?: \w+)? ([\w-]+)", said):
        if {stem(w) for w in words(match.group(0))[1:]} & tail:
            return "no"
    return None
