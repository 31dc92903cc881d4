"""What cannot be right about relations and shows only beside the other documents. Recorded for editors, never guessed.

A cycle of replacements, units that the target has not, two documents that end a third on different days, a number that
several documents may be.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from corpus.binding import Held, one_work
from corpus.competence import may_change
from corpus.document import Outline
from corpus.family import Family
from corpus.relations import CHANGING, ENDING, Finding, Relation
from corpus.relations import RelationKind as Kind
from corpus.units import UnitReference, has_such, units_called

_OutlineOf = Callable[[int], Outline]


def family_findings(family: Family, documents: Iterable[Held], outline: _OutlineOf) -> Iterator[tuple[int, Finding]]:
    """Every finding of these documents, with the revision it is to be shown with."""
    sources = {d.revision for d in documents}
    said = [(revision, r) for revision, r in family.said if revision in sources and r.kind in CHANGING]
    for revision, relation in said:
        if not family.targets(revision, relation) and len(family.candidates(relation)) > 1:
            yield revision, _finding("relation-ambiguous", relation, number=relation.target.printed)
        source = family.documents[revision]
        if not all(may_change(source, target, relation.kind) for target in family.targets(revision, relation)):
            yield revision, _finding("relation-not-competent", relation, number=relation.target.printed)
        for unit in (*relation.units, *relation.exceptions):
            if _missing(family, revision, relation, unit, outline):
                named = " ".join(f"{kind} {mark}" for kind, mark in unit.steps)
                yield revision, _finding("relation-unit-missing", relation, unit=named, number=relation.target.printed)
    yield from _cycles(family, said)
    yield from _ended_twice(family, said)


def _missing(family: Family, revision: int, relation: Relation, unit: UnitReference, outline: _OutlineOf) -> bool:
    """Whether a target that has units of that kind has no such one, and nobody has inserted it."""
    targets = family.targets(revision, relation)
    outlines = [outline(t.revision) for t in targets]
    if relation.kind is Kind.SUPPLEMENTS or not outlines:
        return False
    if any(not has_such(o, unit) or units_called(o, unit) for o in outlines):
        return False
    return not any(
        any(u.even <= unit.even or unit.even <= u.even for u in r.units) and family.targets(other, r) == targets
        for other, r in family.said
        if r.kind in (Kind.SUPPLEMENTS, Kind.AMENDS) and (other, r) != (revision, relation)
    )


def _cycles(family: Family, said: Sequence[tuple[int, Relation]]) -> Iterator[tuple[int, Finding]]:
    """Documents that end each other as wholes, directly or round about."""
    ends: dict[int, list[tuple[int, Relation]]] = {}
    for revision, relation in family.said:
        if relation.kind in ENDING and relation.whole:
            for target in family.targets(revision, relation):
                if not one_work(target, family.documents[revision]):
                    ends.setdefault(revision, []).append((target.revision, relation))
    for revision, relation in said:
        for reached, ending in ends.get(revision, ()):
            if ending == relation and revision in _reached(ends, reached):
                yield revision, _finding("relation-cycle", relation, number=relation.target.printed)


def _reached(ends: dict[int, list[tuple[int, Relation]]], start: int) -> set[int]:
    reached: set[int] = set()
    waiting = [start]
    while waiting:
        at = waiting.pop()
        if at not in reached:
            reached.add(at)
            waiting.extend(target for target, _ in ends.get(at, ()))
    return reached


def _ended_twice(family: Family, said: Sequence[tuple[int, Relation]]) -> Iterator[tuple[int, Finding]]:
    """A document that is ended as a whole by two others, on different days: the first day holds."""
    endings: dict[int, list[tuple[date, int, Relation]]] = {}
    for revision, relation in family.said:
        day = relation.day or family.begins(family.documents[revision], relation.source_unit)
        if relation.kind in ENDING and relation.whole and day is not None:
            for target in family.targets(revision, relation):
                endings.setdefault(target.revision, []).append((day, revision, relation))
    sources = {revision for revision, _ in said}
    for found in endings.values():
        for day, revision, relation in found:
            first = min((other for other, by, _ in found if by != revision), default=day)
            if revision in sources and first < day:
                facts = {"number": relation.target.printed, "day": day.isoformat(), "other": first.isoformat()}
                yield revision, _finding("relation-ended-twice", relation, **facts)


def _finding(code: str, relation: Relation, **facts: str) -> Finding:
    return Finding(code, relation.start, relation.end, tuple(sorted(facts.items())))
