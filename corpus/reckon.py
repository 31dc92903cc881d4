"""The intervals of one document, from what it says of itself and what others say of it. Knows no tables.

Law 64/2025/QH15, Art. 57: a text ends by its own term, by being replaced, or by being annulled; an amendment of named
units ends their old words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from corpus.bearing import Known, OwnDay, Said
from corpus.events import Course, Event
from corpus.moved_days import MOVING, moved
from corpus.put_by_hand import put_by_hand
from corpus.relations import ENDING, Relation
from corpus.relations import RelationKind as Kind
from corpus.states import of_document, of_unit
from corpus.units_meant import above, addresses, excepted, inserted, named
from corpus.validity import Interval, Status

_LATE = date.max
_CHANGED = frozenset({Kind.AMENDS, Kind.SUPPLEMENTS, Kind.CORRECTS})
_STAYING = frozenset({Kind.SUSPENDS, Kind.RESUMES, Kind.CONTINUES})


def reckon(known: Known) -> list[Interval]:
    """The intervals of a document, address by address, the document's ("") first; each address's cover all days."""
    whole, undated = Course(), list[Said]()
    units: dict[str, Course] = {}
    for own in known.own:
        _own_day(known, own, whole, units)
    every = _with_kept(sorted(known.said, key=_order))
    for said in every:
        if said.day is None:
            undated += [said] if _ends_all(said.relation) else []
        else:
            _statement(known, said, said.day, whole, units)
    _move(whole, units, every)
    _extend(whole, every)
    document = put_by_hand(of_document(known, whole, undated), known.by_hand)
    found = list(document)
    new = inserted(known)
    for address in sorted(units):
        around = [units[a] for a in above(address) if a in units]
        found.extend(of_unit(address, around, document, whole, new=address in new))
    return found


def _order(said: Said) -> tuple[object, ...]:
    return (said.day or _LATE, said.relation.kind not in ENDING, said.document, said.relation.start)


def _with_kept(said: Sequence[Said]) -> list[Said]:
    """What ends a document but says of units of it that they go on until a day ends it but for these, until then."""
    kept = {s.document: s for s in said if s.relation.kind is Kind.CONTINUES and s.relation.units and s.relation.until}
    return [
        replace(s, relation=replace(s.relation, exceptions=k.relation.units, until=k.relation.until), spared=k.proof)
        if _ends_all(s.relation) and (k := kept.get(s.document)) is not None
        else s
        for s in said
    ]


def _ends_all(relation: Relation) -> bool:
    return relation.kind in ENDING and relation.whole and not relation.exceptions


def _own_day(known: Known, own: OwnDay, whole: Course, units: dict[str, Course]) -> None:
    effect = own.effect
    status = Status.EXPIRED if effect.ends else Status.IN_FORCE
    event = Event(effect.day, status, own.proof, own.document)
    courses = [whole] if not effect.units else [
        units.setdefault(a, Course()) for u in effect.units for a in addresses(known.outline, u)
    ]  # fmt: skip
    for course in courses:
        (course.ends if effect.ends else course.begins).append(event)


def _statement(known: Known, said: Said, day: date, whole: Course, units: dict[str, Course]) -> None:
    relation, kind = said.relation, said.relation.kind
    of_all = relation.whole and not relation.exceptions
    courses = [units.setdefault(a, Course()) for a in named(known, relation)]
    if kind in _STAYING:
        _staying(said, day, [whole] if of_all else courses)
    elif kind in ENDING or kind in _CHANGED:
        event = Event(day, Status.EXPIRED if kind in ENDING else Status.IN_FORCE, said.proof, said.document)
        event.changes = kind is Kind.AMENDS or (kind is Kind.CORRECTS and bool(relation.units))
        if kind in ENDING and of_all:
            whole.ends.append(event)
        elif kind in ENDING or kind is Kind.AMENDS:
            whole.parts.append(event)
        for course in courses:
            course.changes.append(event)
        for address in excepted(known, relation) if kind in ENDING else ():
            units.setdefault(address, Course()).kept.append(Event(day, Status.IN_FORCE, said.proof, said.document))
        if relation.exceptions and relation.until is not None and kind in ENDING:
            _spared(known, said, relation.until + timedelta(1), whole, units)


def _staying(said: Said, day: date, courses: Sequence[Course]) -> None:
    """A suspension, its end, or that what is in force goes on."""
    relation, kind = said.relation, said.relation.kind
    if kind is Kind.SUSPENDS:
        last = relation.until + timedelta(1) if relation.until else None
        until = min((d for d in (last, said.lifted) if d is not None), default=None)
        event = Event(day, Status.SUSPENDED, said.proof, said.document, until)
        for course in courses:
            course.pauses.append(event)
    elif kind is Kind.CONTINUES and not relation.partial:
        for course in courses:
            course.kept.append(Event(day, Status.IN_FORCE, said.proof, said.document))
            if relation.whole and relation.until is not None:
                over = Event(relation.until + timedelta(1), Status.EXPIRED, said.proof, said.document)
                course.ends.append(over)
    elif kind is Kind.RESUMES:
        for pause in (p for course in courses for p in course.pauses):
            pause.until = min(pause.until or day, day)


def _spared(known: Known, said: Said, day: date, whole: Course, units: dict[str, Course]) -> None:
    """What an ending left in force for a while ends too, and with it the document."""
    event = Event(day, Status.EXPIRED, said.spared or said.proof, said.document)
    for address in excepted(known, said.relation):
        units.setdefault(address, Course()).ends.append(event)
    if not said.relation.units:
        whole.ends.append(event)


def _move(whole: Course, units: dict[str, Course], said: Sequence[Said]) -> None:
    """A day of effect that was corrected, or put off, is another than the document itself says."""
    for s in sorted(said, key=lambda s: s.relation.kind is not Kind.CORRECTS):
        for course in (whole, *units.values()) if s.relation.kind in MOVING else ():
            for event in course.begins:
                day = moved(event.day, s.relation, of_unit=course is not whole)
                if day != event.day:
                    event.day, event.proof, event.by = day, s.proof, s.document


def _extend(whole: Course, said: Iterable[Said]) -> None:
    """A term that is extended ends later than the document itself says."""
    for s in said:
        if s.relation.kind is Kind.EXTENDS and s.relation.whole and s.relation.until is not None:
            later = s.relation.until + timedelta(1)
            for event in whole.ends:
                if event.day < later and event.by != s.document:
                    whole.extended.append(Event(event.day, Status.IN_FORCE, s.proof, s.document))
                    event.day, event.proof, event.by = later, s.proof, s.document
