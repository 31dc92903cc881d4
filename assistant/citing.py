"""Where a text cites a document by its number, and which of its units; read by pattern in the few passages looked at.

Knows nothing of the documents cited.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from corpus.identity import find_numbers
from corpus.units import UnitReference, named_units

_BEFORE = 120  # characters before a number in which its unit is named
_BETWEEN = re.compile(r"[^.;:\n\d]{0,60}(?:số|so|No\.?|Số)?\s*", re.IGNORECASE)
_OWN = r"(?:\w+\s+){0,3}(?:này|this|hereof|thereof)\b"
_THIS = re.compile(rf"\W{{0,3}}(?:(?:của|of|in|tại|thuộc)\s+)?(?:the\s+)?{_OWN}|\s*of\s+this\b")


@dataclass(frozen=True, slots=True)
class CitedUnit:
    """A place where a document is cited, and the unit that is named with it, if any."""

    start: int
    end: int
    unit: UnitReference | None


def cited_in(text: str, keys: Collection[str]) -> list[CitedUnit]:
    """Where a text cites one of the documents with these number keys."""
    found: list[CitedUnit] = []
    for number in find_numbers(text):
        if number.key in keys:
            before = text[max(0, number.start - _BEFORE) : number.start]
            unit = next(iter(reversed(named_units(before))), None)
            # what stands between must name the document's type and no more
            if unit is not None and not _BETWEEN.fullmatch(before[unit.end :]):
                unit = None
            found.append(CitedUnit(number.start, number.end, unit))
    return found


def cited_within(text: str, unit: UnitReference) -> Iterator[int]:
    """Where a document's own text cites one of its units ("khoản 2 Điều 5 Quy chế này"): the offsets."""
    articles = [mark for kind, mark in unit.steps if kind == "article"]
    if not articles:
        return
    for match in re.finditer(rf"\b(?:Điều|điều|Article|article)\s+{re.escape(articles[0])}\b", text):
        start = max(0, match.start() - 60)
        around = text[start : match.end() + 60]
        for named in named_units(around):
            if named.start <= match.start() - start < named.end and _THIS.match(around[named.end :]):
                if agreement(unit, named) < 2:
                    yield match.start()
                break


def agreement(asked: UnitReference | None, cited: UnitReference | None) -> int:
    """How a citation fits the unit asked for: 0 it or a part of it, 1 what it stands in, 2 the document, 3 another."""
    if asked is None:
        return 0
    if cited is None:
        return 2
    if asked.even <= cited.even:
        return 0
    return 1 if cited.even <= asked.even else 3
