"""Of which year, and of each year or of all: a figure stays with the period that its source gives it.

"In 2021 it was 640; in 2022 it was 840": 640 is not of 2022. "40 in all, not more than 10 a year": 40 is not a year's.
Knows years and the words for "each year", nothing of what is counted.
"""

import re
from collections.abc import Iterator

from assistant.checks.figures import Dated, Quantity
from assistant.checks.parts import Figure, Part, parts_of, place
from assistant.checks.side import Side
from assistant.checks.text import Fault

_EACH = re.compile(
    r"\b(?:(?:mỗi|hằng|hàng|từng|một) (?P<vi>năm|quý|tháng|tuần)|(?:each|every|per|a) (?P<en>year|quarter|month|week)"
    r"|(?P<ly>annually|yearly|quarterly|monthly|weekly))\b",
    re.IGNORECASE,
)
_AND = re.compile(r" (?:và|and) ")
_ASIDE = re.compile(r"\(([^()\n]{0,60})\)")


def compare_years(said: Side, source: Side) -> Iterator[Fault]:
    """Figures that a statement gives to another year than its source, or to each of them."""
    theirs = parts_of(source)
    for unit in {p.unit for p in parts_of(said)}:
        parts = [p for p in parts_of(said) if p.unit == unit]
        figures = [f for p in parts for f in p.figures]
        yield from _of_another_year(figures, theirs, said, source)
    yield from _of_each(said, source, theirs)


def _of_another_year(figures: list[Figure], theirs: list[Part], said: Side, source: Side) -> Iterator[Fault]:
    years = {
        f.when.year for f in figures if isinstance(f, Dated) and f.when.year and not f.when.month and not f.when.day
    }
    if len(years) != 1 or sum(isinstance(f, Dated) for f in figures) != 1:
        return
    (year,) = years
    for q in (f for f in figures if isinstance(f, Quantity)):
        homes = [
            p
            for p in theirs
            if any(isinstance(f, Quantity) and f.values & q.values and f.unit == q.unit for f in p.figures)
        ]
        units = {p.unit for p in homes}
        named = [_years(unit, theirs) for unit in units]
        if (
            named
            and all(n and year not in n for n in named)
            and year in source.figures.years
            or homes
            and _asides(source, year)
            and not named[0]
            and not _in_aside(source, q, year)
        ):
            yield Fault("order", said.reading.text[q.start : q.end], str(year))


def _years(unit: int, parts: list[Part]) -> set[int]:
    return {f.when.year for p in parts if p.unit == unit for f in p.figures if isinstance(f, Dated) and f.when.year}


def _asides(source: Side, year: int) -> bool:
    """Whether the year only stands in brackets: "100 % (21 of 29 in 2020)"."""
    outside = _ASIDE.sub("", source.reading.text)
    return str(year) in source.reading.text and str(year) not in outside


def _in_aside(source: Side, q: Quantity, year: int) -> bool:
    inside = [m.span(1) for m in _ASIDE.finditer(source.reading.text) if str(year) in m.group(1)]
    return any(k.values & q.values and a <= k.start < b for k in source.figures.quantities for a, b in inside)


def _of_each(said: Side, source: Side, theirs: list[Part]) -> Iterator[Fault]:
    rivals = [p for p in theirs if p.figures and _period(source, p)]
    for part in parts_of(said):
        period = _period(said, part)
        beside = [
            p
            for p in theirs
            if any(
                _period(source, p) and f.values & k.values
                for f in part.figures
                if isinstance(f, Quantity)
                for k in p.figures
                if isinstance(k, Quantity)
            )
        ]
        if beside:
            continue  # one of its figures is of each
        for q in (f for f in part.figures if isinstance(f, Quantity) and f.demanded):
            homes = [p for p in theirs if any(isinstance(f, Quantity) and f.values & q.values for f in p.figures)]
            if not period or not homes or not rivals:
                continue
            if any(r.start == h.end and _AND.match(source.reading.text, r.start) for r in rivals for h in homes):
                continue  # "6 of these and 20 of those every year"
            near = [r for r in rivals if any(r.unit == h.unit for h in homes)]
            if near and not any(_period(source, h) for h in homes) and place(q)[0] > part.start:
                yield Fault("order", said.reading.text[part.start : part.end].strip()[:120], period)


def _period(side: Side, part: Part) -> str:
    match = _EACH.search(side.reading.text, part.start, part.end)
    return match.group().lower() if match else ""
