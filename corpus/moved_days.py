"""A day of effect that others have moved since it was stated: put off, or corrected. Knows no tables."""

from collections.abc import Iterable
from datetime import date

from corpus.dates import find_dates
from corpus.relations import Relation
from corpus.relations import RelationKind as Kind

MOVING = frozenset({Kind.POSTPONES, Kind.CORRECTS})


def moved(day: date, relation: Relation, *, of_unit: bool = False) -> date:
    """The day that a statement puts in place of another; the same where it moves none."""
    if relation.kind is Kind.POSTPONES and relation.whole and not of_unit:
        new = relation.until or relation.day
        return max(day, new) if new is not None else day
    if relation.kind is Kind.CORRECTS:
        for swap in relation.swaps:
            old, new = (next((d.value for d in find_dates(text)), None) for text in (swap.old, swap.new))
            if old == day and new is not None:
                return new
    return day


def after_all(day: date | None, relations: Iterable[Relation]) -> date | None:
    """The day after all that moves it: what is corrected is put off as it reads then."""
    if day is None:
        return None
    for relation in sorted(relations, key=lambda r: r.kind is not Kind.CORRECTS):
        day = moved(day, relation)
    return day
