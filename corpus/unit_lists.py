"""Every unit that a question names, lists and ranges taken apart: "Điều 5, 6 và 7", "điểm a, b khoản 1 Điều 5".

Knows how units are named, and no document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from corpus.units import BY_THEMSELVES, LADDER, UnitReference, joins, same_length, single_names

_MOST = 24  # units that one name may stand for
_AND = r"(?:\s*[,;&]\s*(?:va|and|or|hoac)?\s*|\s+(?:va|and|or|hoac|cung)\s+(?:ca\s+)?)"
_TO = r"(?:\s*[-–]\s*|\s+(?:den|toi|to|through|until)\s+)"
_NUMBER = r"\d{1,3}[a-z]?"
_MARKS = {
    "article": _NUMBER,
    "clause": _NUMBER,
    "point": r"(?:dd|[a-z]\d?|\d{1,2}(?:\.\d{1,2})+)",
    "section": r"(?:\d{1,2}|[IVXLC]+)",
    "chapter": r"(?:\d{1,2}|[IVXLC]+)",
    "annex": r"(?:\d{1,2}|[IVXLC]+)",
    "form": r"\d{1,2}",
}
# a figure with what it counts is no mark: "Điều 5 và 3 tháng"
_COUNTED = (
    r"(?![\w%/]|[.,]\d|\s*-\s*\d"
    r"|\s+(?:thang|ngay|nam|nguoi|lan|trieu|ty|dong|months?|days?|years?|people|percent|per cent)\b)"
)
_FURTHER = {kind: re.compile(rf"(?P<by>{_AND}|{_TO})(?P<mark>{mark}){_COUNTED}") for kind, mark in _MARKS.items()}
_PARENTHESES = re.compile(r"\s?\((?P<clause>\d{1,2}[a-z]?)\)(?:\s?\((?P<point>dd|[a-zđ])\))?")
_LINK = re.compile(rf"(?:{_AND}|{_TO})(?:cac\s+|the\s+)?")
_RANGE = re.compile(rf"{_TO}")


@dataclass(slots=True)
class _Group:
    """Neighbouring names that are one place, each with its marks, and whether "and" leads on to the next."""

    start: int
    end: int
    marks: dict[str, list[str]] = field(default_factory=dict)
    linked: bool = False

    @property
    def largest(self) -> int:
        """How large the largest unit named is."""
        return max(LADDER.index(kind) for kind in self.marks)


def every_unit(text: str) -> list[UnitReference]:
    """The units named in a text, in order, each by itself; a clause or point alone is none."""
    return [unit for unit in unit_mentions(text) if any(kind in BY_THEMSELVES for kind, _ in unit.steps)]


def unit_mentions(text: str) -> list[UnitReference]:
    """The same, with clauses and points that are named without what they stand in."""
    found: list[UnitReference] = []
    for group in _with_what_they_stand_in(list(_groups(text))):
        kinds = sorted(group.marks, key=LADDER.index)
        for marks in list(product(*(group.marks[kind] for kind in reversed(kinds))))[:_MOST]:
            steps = tuple(zip(kinds, reversed(marks), strict=True))
            found.append(UnitReference(steps, group.start, group.end))
    return found


def _groups(text: str) -> Iterator[_Group]:
    even = same_length(text)
    group, last = _Group(0, 0), ""
    names = list(single_names(text))
    for n, (steps, start, end) in enumerate(names):
        kind = steps[0][0]
        marks, extra, end = _more(steps, text, even, end)
        between = even[group.end : start]
        apart = _ascends(group) or ("," in between and _has_its_own(group, names[n : n + 2], even))
        if kind == last and len(steps) == 1 and _LINK.fullmatch(between) and not _ascends(group):
            before = group.marks[kind]
            before.extend(_between(before[-1], marks[0]) if _RANGE.fullmatch(between) else [])
            before.extend(marks)
        elif (
            group.marks
            and joins(between)
            and group.marks.keys().isdisjoint(k for k, _ in steps)
            and not (apart and LADDER.index(kind) < LADDER.index(last))
        ):
            group.marks[kind] = marks
        else:
            if group.marks:
                group.linked = bool(_LINK.fullmatch(between))
                yield group
            group = _Group(start, end, {kind: marks})
        group.marks.update({k: [m] for k, m in (*steps[1:], *extra)})
        group.end, last = end, kind
    if group.marks:
        yield group


def _ascends(group: _Group) -> bool:
    """Whether a place was named from small to large, as "khoản 3 Điều 6": what follows, small again, is another."""
    ranks = [LADDER.index(kind) for kind in group.marks]
    return len(ranks) > 1 and ranks == sorted(ranks)


def _has_its_own(group: _Group, names: Sequence[tuple[list[tuple[str, str]], int, int]], even: str) -> bool:
    """Whether a smaller unit is of the larger one named behind it: in "Điều 12, khoản 3 Điều 7" the clause is of 7."""
    if len(names) < 2:
        return False
    (first, _, end), (second, start, _) = names
    larger = second[0][0] in group.marks and LADDER.index(second[0][0]) > LADDER.index(first[0][0])
    return larger and joins(even[end:start]) and "," not in even[end:start]


def _more(
    steps: Sequence[tuple[str, str]], text: str, even: str, end: int
) -> tuple[list[str], list[tuple[str, str]], int]:
    """The further marks behind a name ("5, 6 và 7", "1-3"), what brackets add ("27(2)(a)"), and where it all ends."""
    kind, mark = steps[0]
    marks = [mark]
    if len(steps) > 1 or kind not in _FURTHER:
        return marks, [], end
    if kind == "article" and (inner := _PARENTHESES.match(text, end)):
        return marks, [(k, m) for k, m in inner.groupdict().items() if m], inner.end()
    read = _roman_kept(text, even) if kind in ("section", "chapter", "annex") else even
    while match := _FURTHER[kind].match(read, end):
        if _RANGE.fullmatch(match["by"]):
            marks.extend(_between(marks[-1], match["mark"]))
        marks.append(text[match.start("mark") : match.end("mark")])
        end = match.end()
    return marks, [], end


def _roman_kept(text: str, even: str) -> str:
    """The text folded where it is small letters: a Roman mark is known by its capitals."""
    return "".join(t if t.isupper() and t.isascii() else e for t, e in zip(text, even, strict=True))


def _between(first: str, last: str) -> list[str]:
    """The marks between two of a range; none where they are no plain numbers or letters."""
    if first.isdigit() and last.isdigit():
        return [str(n) for n in range(int(first) + 1, min(int(last), int(first) + _MOST))]
    letters = "abcdđeghiklmnopqrstuvxy"
    if first in letters and last in letters:
        return list(letters[letters.index(first) + 1 : letters.index(last)])
    return []


def _with_what_they_stand_in(groups: list[_Group]) -> list[_Group]:
    """ "điểm a khoản 1 và điểm b khoản 2 Điều 5": both are of Article 5, whichever names it."""
    for one, following in zip(reversed(groups[:-1]), reversed(groups[1:]), strict=True):
        if one.linked and not BY_THEMSELVES & one.marks.keys():
            _inherit(one, following)
    for one, following in zip(groups, groups[1:], strict=False):
        if one.linked and not BY_THEMSELVES & following.marks.keys():
            _inherit(following, one)
    return groups


def _inherit(group: _Group, other: _Group) -> None:
    largest = group.largest
    for kind, marks in other.marks.items():
        if LADDER.index(kind) > largest:
            group.marks[kind] = list(marks)
