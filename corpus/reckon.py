"""The intervals of one document, from what it says of itself and what others say of it. Knows no tables.

Law 64/2025/QH15, Art. 57: a text ends by its own term, by being replaced, or by being annulled; an amendment of named
units ends their old words. What ended does not come to life again when that which ended it ends.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from corpus.document import Outline
from corpus.moved_days import MOVING, moved
from corpus.relations import ENDING, Effect, Relation
from corpus.relations import RelationKind as Kind
from corpus.units import UnitReference, address_of, units_called
from corpus.validity import Interval, Proof, Status

_LATE = date.max
_CHANGED = frozenset({Kind.AMENDS, Kind.SUPPLEMENTS, Kind.CORRECTS})
_STAYING = frozenset({Kind.SUSPENDS, Kind.RESUMES, Kind.CONTINUES})
_INSERTING = frozenset({Kind.SUPPLEMENTS})
_SHOWN = 12  # proofs kept with an interval


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says of the one that is reckoned, and from when; None where no day can be told.

    `lifted` is the day on which what says it ended, where that ends what it says (a suspension); `spared` is the
    sentence that spares the exceptions, where that is another one.
    """

    document: str
    relation: Relation
    day: date | None
    lifted: date | None = None
    spared: Proof | None = None

    @property
    def proof(self) -> Proof:
        """The sentence."""
        return Proof(self.document, self.relation.start, self.relation.end)


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day that a document (or another file of it) states of itself."""

    document: str
    effect: Effect

    @property
    def proof(self) -> Proof:
        """The sentence."""
        return Proof(self.document, self.effect.start, self.effect.end)


@dataclass(frozen=True, slots=True)
class ByHand:
    """A state that an editor entered or a list brought, on the day `entered`."""

    status: Status
    first: date | None
    until: date | None
    proof: Proof
    entered: date


@dataclass(frozen=True, slots=True)
class Known:
    """All that bears upon a document; `issued_at` is where it states its day of issue."""

    document: str
    outline: Outline
    issued: date | None = None
    issued_at: Proof | None = None
    own: Sequence[OwnDay] = ()
    said: Sequence[Said] = ()
    by_hand: Sequence[ByHand] = ()


@dataclass(slots=True)
class _Event:
    """Something that changes a state on a day: the document or units, and how."""

    day: date
    status: Status
    proof: Proof
    by: str
    until: date | None = None
    changes: bool = False


@dataclass(slots=True)
class _Course:
    """The events of the document or of a unit, in the order of their days."""

    begins: list[_Event] = field(default_factory=list)
    ends: list[_Event] = field(default_factory=list)
    parts: list[_Event] = field(default_factory=list)
    pauses: list[_Event] = field(default_factory=list)
    extended: list[_Event] = field(default_factory=list)
    kept: list[_Event] = field(default_factory=list)
    changes: list[_Event] = field(default_factory=list)


def reckon(known: Known) -> list[Interval]:
    """The intervals of a document, address by address, the document's ("") first; each address's cover all days."""
    whole, undated = _Course(), list[Said]()
    units: dict[str, _Course] = {}
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
    document = _by_hand(_document(known, whole, undated), known.by_hand)
    found = list(document)
    new = inserted(known)
    for address in sorted(units):
        above = [units[a] for a in _above(address) if a in units]
        found.extend(_unit(address, above, document, whole, new=address in new))
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


def addresses(outline: Outline, reference: UnitReference, *, enclosed: bool = False) -> list[str]:
    """The address of a unit that is named; none where the outline has no such one."""
    fitting = units_called(outline, reference)
    inside = [u for u in fitting if any(a.kind == "enclosure" for a in outline.above(u))]
    chosen = (inside if enclosed else [u for u in fitting if u not in inside]) or fitting
    return [chosen[0].address] if chosen else []


def inserted(known: Known) -> set[str]:
    """The addresses of units that others have put in, and that the outline therefore has not."""
    named = (u for s in known.said if s.relation.kind in _INSERTING for u in s.relation.units)
    return {a for u in named if not addresses(known.outline, u) and (a := address_of(u)) is not None}


def _own_day(known: Known, own: OwnDay, whole: _Course, units: dict[str, _Course]) -> None:
    effect = own.effect
    status = Status.EXPIRED if effect.ends else Status.IN_FORCE
    event = _Event(effect.day, status, own.proof, own.document)
    courses = [whole] if not effect.units else [
        units.setdefault(a, _Course()) for u in effect.units for a in addresses(known.outline, u)
    ]  # fmt: skip
    for course in courses:
        (course.ends if effect.ends else course.begins).append(event)


def _statement(known: Known, said: Said, day: date, whole: _Course, units: dict[str, _Course]) -> None:
    relation, kind = said.relation, said.relation.kind
    of_all = relation.whole and not relation.exceptions
    courses = [units.setdefault(a, _Course()) for a in _named(known, relation)]
    if kind in _STAYING:
        _staying(said, day, [whole] if of_all else courses)
    elif kind in ENDING or kind in _CHANGED:
        event = _Event(day, Status.EXPIRED if kind in ENDING else Status.IN_FORCE, said.proof, said.document)
        event.changes = kind is Kind.AMENDS or (kind is Kind.CORRECTS and bool(relation.units))
        if kind in ENDING and of_all:
            whole.ends.append(event)
        elif kind in ENDING or kind is Kind.AMENDS:
            whole.parts.append(event)
        for course in courses:
            course.changes.append(event)
        for address in _excepted(known, relation) if kind in ENDING else ():
            units.setdefault(address, _Course()).kept.append(_Event(day, Status.IN_FORCE, said.proof, said.document))
        if relation.exceptions and relation.until is not None and kind in ENDING:
            _spared(known, said, relation.until + timedelta(1), whole, units)


def _staying(said: Said, day: date, courses: Sequence[_Course]) -> None:
    """A suspension, its end, or that what is in force goes on."""
    relation, kind = said.relation, said.relation.kind
    if kind is Kind.SUSPENDS:
        last = relation.until + timedelta(1) if relation.until else None
        until = min((d for d in (last, said.lifted) if d is not None), default=None)
        event = _Event(day, Status.SUSPENDED, said.proof, said.document, until)
        for course in courses:
            course.pauses.append(event)
    elif kind is Kind.CONTINUES and not relation.partial:
        for course in courses:
            course.kept.append(_Event(day, Status.IN_FORCE, said.proof, said.document))
            if relation.whole and relation.until is not None:
                over = _Event(relation.until + timedelta(1), Status.EXPIRED, said.proof, said.document)
                course.ends.append(over)
    elif kind is Kind.RESUMES:
        for pause in (p for course in courses for p in course.pauses):
            pause.until = min(pause.until or day, day)


def _spared(known: Known, said: Said, day: date, whole: _Course, units: dict[str, _Course]) -> None:
    """What an ending left in force for a while ends too, and with it the document."""
    event = _Event(day, Status.EXPIRED, said.spared or said.proof, said.document)
    for address in _excepted(known, said.relation):
        units.setdefault(address, _Course()).ends.append(event)
    if not said.relation.units:
        whole.ends.append(event)


def _excepted(known: Known, relation: Relation) -> list[str]:
    """The addresses of the units that a statement spares."""
    return [a for u in relation.exceptions for a in addresses(known.outline, u)]


def _named(known: Known, relation: Relation) -> list[str]:
    """The addresses that a statement is about; all articles but the excepted, where all but these end."""
    if relation.kind in ENDING and relation.exceptions:
        kept = _excepted(known, relation)
        return [u.address for u in known.outline if u.kind == "article" and u.address not in kept]
    found: list[str] = []
    new = inserted(known)
    for unit in relation.units:
        there = addresses(known.outline, unit, enclosed=relation.target.enclosed)
        by_marks = address_of(unit)
        if not there and by_marks is not None and any(a in new for a in _above(by_marks)):
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


def _move(whole: _Course, units: dict[str, _Course], said: Sequence[Said]) -> None:
    """A day of effect that was corrected, or put off, is another than the document itself says."""
    for s in sorted(said, key=lambda s: s.relation.kind is not Kind.CORRECTS):
        for course in (whole, *units.values()) if s.relation.kind in MOVING else ():
            for event in course.begins:
                day = moved(event.day, s.relation, of_unit=course is not whole)
                if day != event.day:
                    event.day, event.proof, event.by = day, s.proof, s.document


def _extend(whole: _Course, said: Iterable[Said]) -> None:
    """A term that is extended ends later than the document itself says."""
    for s in said:
        if s.relation.kind is Kind.EXTENDS and s.relation.whole and s.relation.until is not None:
            later = s.relation.until + timedelta(1)
            for event in whole.ends:
                if event.day < later and event.by != s.document:
                    whole.extended.append(_Event(event.day, Status.IN_FORCE, s.proof, s.document))
                    event.day, event.proof, event.by = later, s.proof, s.document


def _document(known: Known, whole: _Course, undated: Sequence[Said]) -> list[Interval]:
    begin = whole.begins[0] if whole.begins else None
    end = min(whole.ends, key=lambda e: e.day, default=None)
    issue = known.issued if begin is None else None
    days = (
        {e.day for e in (begin, end, *whole.parts, *whole.extended) if e is not None}
        | {e.day for e in whole.kept}
        | _edges(whole.pauses)
        | ({issue} if issue else set())
    )

    def state(day: date | None) -> Interval:
        on = date.min if day is None else day
        if end is not None and on >= end.day:
            return _interval(Status.EXPIRED, "", [e for e in whole.ends if e.day <= on])
        if begin is not None and on < begin.day:
            return _interval(Status.NOT_YET, "", [begin])
        if begin is None and issue is not None and on < issue:
            return Interval(Status.NOT_YET, proofs=(known.issued_at,) if known.issued_at else ())
        pauses = [p for p in whole.pauses if p.day <= on and (p.until is None or on < p.until)]
        if pauses:
            return _interval(Status.SUSPENDED, "", pauses)
        if undated:
            proofs = tuple(s.proof for s in undated)
            return Interval(Status.UNKNOWN, by=tuple(dict.fromkeys(s.document for s in undated)), proofs=proofs)
        parts = [p for p in whole.parts if p.day <= on]
        longer = [e for e in whole.extended if e.day <= on]
        if parts:
            told = _interval(Status.PARTLY_EXPIRED, "", [*parts, *longer])
            return replace(told, by=_interval(told.status, "", parts).by)  # what extends it ends nothing of it
        kept = [e for e in whole.kept if e.day <= on]
        if begin is None:
            return _interval(Status.IN_FORCE, "", kept) if kept else Interval(Status.UNKNOWN)
        return _interval(Status.IN_FORCE, "", [begin, *longer, *kept])

    return _stretched(days, state)


def _unit(
    address: str, courses: Sequence[_Course], document: Sequence[Interval], whole: _Course, *, new: bool
) -> list[Interval]:
    """The intervals of a unit: what happens to it, to the units around it, and to the document."""
    changes = sorted(_own_changes(courses), key=lambda e: (e.day, e.status is not Status.EXPIRED))
    begins = [e for c in courses for e in c.begins]
    ends = [e for c in courses for e in c.ends]
    pauses = [e for c in courses for e in c.pauses]
    kept = [e for c in courses for e in c.kept]
    days = {i.first for i in document if i.first} | _edges(pauses)
    days |= {e.day for e in (*changes, *begins, *ends, *kept)}

    def state(day: date | None) -> Interval:
        on = date.min if day is None else day
        around = next(i for i in document if i.holds(on))
        if around.status in (Status.EXPIRED, Status.SUSPENDED):
            return replace(around, address=address)
        later = [e for e in begins if on < e.day]
        if later:
            return _interval(Status.NOT_YET, address, later)
        if around.status is Status.NOT_YET and not begins:
            return replace(around, address=address)
        over = [e for e in ends if e.day <= on]
        held = [p for p in pauses if p.day <= on and (p.until is None or on < p.until)]
        done = [e for e in changes if e.day <= on]
        if over or held:
            return _interval(Status.EXPIRED if over else Status.SUSPENDED, address, over or held)
        if done:
            since = [n for n, e in enumerate(done) if e.status is not Status.IN_FORCE]
            now = done[since[-1] + 1 if since else 0 :]  # what changed it since it was last ended
            if now:
                return replace(
                    _interval(Status.IN_FORCE, address, now), changed=any(e.changes for e in now) or bool(since)
                )
            return _interval(done[-1].status, address, done[-1:])
        if begins:
            return _interval(Status.IN_FORCE, address, begins)
        if changes and new:
            return _interval(Status.NOT_YET, address, changes[:1])
        still = [e for e in kept if e.day <= on]
        plain = around.status is Status.PARTLY_EXPIRED or bool(still)
        begun = [*whole.begins[:1], *still]
        return _interval(Status.IN_FORCE, address, begun) if plain else replace(around, address=address)

    return _stretched(days, state)


def _own_changes(courses: Sequence[_Course]) -> list[_Event]:
    """What changes a unit: of what one document says on a day, what it says of the smallest unit around.

    "Sửa đổi, bổ sung Điều 2: ... 2. Bãi bỏ khoản 2": the heading brings no new words for the clause.
    """
    found: list[_Event] = []
    for course in courses:
        nearer = {(e.by, e.day) for e in found}
        found += [e for e in course.changes if (e.by, e.day) not in nearer]
    return found


def _edges(pauses: Iterable[_Event]) -> set[date]:
    return {d for p in pauses for d in (p.day, p.until) if d is not None}


def _interval(status: Status, address: str, events: Sequence[_Event]) -> Interval:
    by = tuple(dict.fromkeys(e.by for e in events))
    proofs = tuple(dict.fromkeys(e.proof for e in events))
    return Interval(status, address=address, by=by[:_SHOWN], proofs=proofs[:_SHOWN])


def _stretched(days: Iterable[date], state: Callable[[date | None], Interval]) -> list[Interval]:
    """The states between the days on which something changes, from the beginning to the open end."""
    edges: list[date | None] = [None, *sorted(d for d in days if d > date.min)]
    found: list[Interval] = []
    for first, until in zip(edges, [*edges[1:], None], strict=True):
        new = replace(state(first), first=first, until=until)
        last = found[-1] if found else None
        if last is not None and replace(last, first=None, until=None) == replace(new, first=None, until=None):
            found[-1] = replace(last, until=until)
        else:
            found.append(new)
    return found


def _by_hand(intervals: list[Interval], entered: Sequence[ByHand]) -> list[Interval]:
    """What was entered by hand takes the place of what was read, the later entry that of the earlier.

    Who enters that a text is in force cannot know what documents state of later days: an ending after the day of the
    entry stands.
    """
    for hand in entered:
        until = hand.until
        if until is None and hand.status not in (Status.EXPIRED, Status.SUSPENDED):
            over = (Status.EXPIRED, Status.SUSPENDED)
            later = (i.first for i in intervals if i.status in over and i.first is not None and not _is_by_hand(i))
            until = min((d for d in later if d > hand.entered), default=None)
        intervals = _put(intervals, Interval(hand.status, hand.first, until, proofs=(hand.proof,)))
    return intervals


def _is_by_hand(interval: Interval) -> bool:
    return any(p.by_hand is not None for p in interval.proofs)


def _put(intervals: Sequence[Interval], new: Interval) -> list[Interval]:
    """A new interval over those that it covers, which are cut to what is left of them."""
    first, until = new.first or date.min, new.until or _LATE
    kept = [new]
    for i in intervals:
        begin, end = i.first or date.min, i.until or _LATE
        if end <= first or begin >= until:
            kept.append(i)
            continue
        if begin < first:
            kept.append(replace(i, until=new.first))
        if end > until:
            kept.append(replace(i, first=new.until))
    return sorted(kept, key=lambda i: i.first or date.min)


def _above(address: str) -> list[str]:
    """The address and those of the units around it, small to large."""
    parts = address.split(".")
    return [".".join(parts[:n]) for n in range(len(parts), 0, -1)]
