"""The figures of a document: how many of what, of which base, when and where, meant or reached.

Reads statement by statement, tables cell by cell. Dates, numbers of documents and list marks are no figures.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.document import Document, Provision
from corpus.registers import Figure, Span, Stance
from ingest.figure_cells import cell_figures
from ingest.figure_context import (
    base_behind,
    compared,
    headings_of,
    is_share,
    period_of,
    periods_in,
    phrase_before,
    phrase_behind,
    place_of,
    stance_of,
)
from ingest.measures import MONEY, TIME, is_name
from ingest.prepared import Prepared
from ingest.quantities import Quantity, quantities

Placed = tuple[int, int, Provision | None]  # a statement and its unit
_PLAIN = frozenset({"person", "times", "item"}) | TIME | MONEY  # measures that do not tell what is counted
_BRACKETED = 80  # characters between a figure and the one in brackets that says it another way


@dataclass(frozen=True, slots=True)
class _Statement:
    """A statement of a document and what stands over it."""

    document: Document
    masked: str
    start: int
    end: int
    unit: Provision | None
    headings: str


@dataclass(frozen=True, slots=True)
class _Around:
    """What a statement says of all its figures, read once: a line may hold thousands."""

    periods: list[Span]
    place: Span | None
    plain: Stance
    hedged: Stance

    @classmethod
    def of(cls, s: _Statement) -> "_Around":
        text, type_ = s.document.text, s.document.identity.type
        words = text[s.start : s.end]
        stances = (stance_of(words, s.headings, type_, hedged) for hedged in (False, True))
        return cls(periods_in(text, s.start, s.end), place_of(text, s.start, s.end), *stances)


def find_figures(prepared: Prepared) -> tuple[Figure, ...]:
    """The figures of a document in reading order."""
    document, units, masked = prepared.document, prepared.units, prepared.masked
    found = [figure for grid in prepared.tables for figure in cell_figures(document, masked, grid)]
    covered = sorted((grid.start, grid.end) for grid in prepared.tables)
    for start, end, unit in _outside(prepared.statements, covered):
        statement = _Statement(document, masked, start, end, unit, headings_of(units, unit))
        found.extend(_figures(statement))
    return tuple(sorted(found, key=lambda f: (f.printed.start, f.printed.end)))


def figures_in(prepared: Prepared, place: Span) -> list[Figure]:
    """The figures in some words of a document, which are read as one statement."""
    unit = prepared.units.innermost(place.start)
    headings = headings_of(prepared.units, unit)
    return list(_figures(_Statement(prepared.document, prepared.masked, place.start, place.end, unit, headings)))


def _outside(spans: list[Placed], covered: list[tuple[int, int]]) -> Iterator[Placed]:
    """The statements that do not stand in a table."""
    at = 0
    for start, end, unit in spans:
        while at < len(covered) and covered[at][1] <= start:
            at += 1
        if at == len(covered) or start < covered[at][0]:
            yield start, end, unit


def _figures(statement: _Statement) -> Iterator[Figure]:
    found = quantities(statement.masked, statement.start, statement.end, statement.document.identity.language)
    edges = [statement.start, *(q.end for q in found)]
    limits = [*(q.begin for q in found[1:]), statement.end]
    around = _Around.of(statement) if found else None
    if around:
        around = replace(around, periods=_own_periods(statement, found, limits, around.periods))
    read = [_figure(statement, around, q, edges[i], limits[i]) for i, q in enumerate(found) if around]
    for i, figure in enumerate(read):
        yield _joined(statement, figure, read[i - 1] if i else None, read[i + 1] if i + 1 < len(read) else None)


def _own_periods(s: _Statement, found: list[Quantity], limits: list[int], periods: list[Span]) -> list[Span]:
    """The periods without those of what a figure is compared with: "1,15 lần số ủy viên của nhiệm kỳ 2015-2020"."""
    text = s.document.text
    times = (base_behind(text, q.end, limits[i]) for i, q in enumerate(found) if q.unit == "times" and periods)
    bases = [base for base in times if base is not None]
    return [
        p for p in periods
        if not any(b.start <= p.start < b.end for b in bases) and not compared(text, s.start, p.start)
    ]  # fmt: skip


def _figure(s: _Statement, around: _Around, q: Quantity, first: int, limit: int) -> Figure:
    text = s.document.text
    base = base_behind(text, q.end, limit) if is_share(q.unit) else Span(*q.whole) if q.whole else None
    counts = phrase_before(text, first, q.begin) if is_share(q.unit) else _counted(text, q, first, limit)
    return Figure(
        Span(s.start, s.end),
        s.unit.address if s.unit else "",
        Span(q.start, q.end),
        q.value,
        q.unit,
        q.hedge,
        around.plain if q.hedge == "exact" else around.hedged,
        counts,
        base,
        around.place,
        period_of(around.periods, q.start),
    )


def _counted(text: str, q: Quantity, first: int, limit: int) -> Span | None:
    """The noun behind the number, with what belongs to it; its subject where the noun says no more than its measure."""
    at = q.start
    while at < q.end and not text[at].isalpha():
        at += 1
    behind = phrase_behind(text, at, max(at, q.end), max(limit, q.end))
    if q.unit in _PLAIN and (behind is None or is_name(behind.of(text))):
        return phrase_before(text, first, q.begin) or behind
    return behind


def _joined(s: _Statement, figure: Figure, before: Figure | None, behind: Figure | None) -> Figure:
    """ "61 comrades (equal to 1.15 times)": each is the other's base."""
    text = s.document.text
    if figure.base is None and before is not None and _in_bracket(text, before, figure):
        return replace(figure, base=before.printed, counts=before.counts)
    if figure.base is None and behind is not None and is_share(behind.unit) and _in_bracket(text, figure, behind):
        opening = text.index("(", figure.printed.end)
        return replace(figure, base=Span(opening + 1, behind.printed.end))
    return figure


def _in_bracket(text: str, first: Figure, second: Figure) -> bool:
    """Whether the second figure stands in a bracket that opens behind the first."""
    between = text[first.printed.end : second.printed.start]
    return (
        is_share(second.unit)
        and len(between) < _BRACKETED
        and "(" in between
        and ")" not in between
        and ";" not in between
    )
