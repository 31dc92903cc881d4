"""Which units of a document a statement is about, by their addresses in its outline."""

from corpus.bearing import Known
from corpus.document import Outline
from corpus.relations import ENDING, Relation
from corpus.relations import RelationKind as Kind
from corpus.units import UnitReference, address_of, units_called

_INSERTING = frozenset({Kind.SUPPLEMENTS})


def addresses(outline: Outline, reference: UnitReference, *, enclosed: bool = False) -> list[str]:
    """The address of a unit that is named; none where the outline has no such one."""
    fitting = units_called(outline, reference)
    inside = [u for u in fitting if any(a.kind == "enclosure" for a in outline.above(u))]
    chosen = (inside if enclosed else [u for u in fitting if u not in inside]) or fitting
    return [chosen[0].address] if chosen else []


def inserted(known: Known) -> set[str]:
    """The addresses of units that others have put in, and that the outline therefore has not."""
    put_in = (u for s in known.said if s.relation.kind in _INSERTING for u in s.relation.units)
    return {a for u in put_in if not addresses(known.outline, u) and (a := address_of(u)) is not None}


def excepted(known: Known, relation: Relation) -> list[str]:
    """The addresses of the units that a statement spares."""
    return [a for u in relation.exceptions for a in addresses(known.outline, u)]


def named(known: Known, relation: Relation) -> list[str]:
    """The addresses that a statement is about; all articles but the excepted, where all but these end."""
    if relation.kind in ENDING and relation.exceptions:
        kept = excepted(known, relation)
        return [u.address for u in known.outline if u.kind == "article" and u.address not in kept]
    found: list[str] = []
    new = inserted(known)
    for unit in relation.units:
        there = addresses(known.outline, unit, enclosed=relation.target.enclosed)
        by_marks = address_of(unit)
        if not there and by_marks is not None and any(a in new for a in above(by_marks)):
            there = [by_marks]
        found.extend(a for address in there for a in (address, *_articles_in(known.outline, address)))
    return found


def _articles_in(outline: Outline, address: str) -> list[str]:
    """The articles of a chapter or section, which are addressed without it."""
    unit = outline.get(address)
    if unit is None or address.split(".")[-1].startswith("d"):
        return []
    inside = (u for u in outline if u.kind == "article" and unit.start <= u.start < unit.end)
    return [u.address for u in inside if not u.address.startswith(f"{address}.")]


def above(address: str) -> list[str]:
    """The address and those of the units around it, small to large."""
    parts = address.split(".")
    return [".".join(parts[:n]) for n in range(len(parts), 0, -1)]
