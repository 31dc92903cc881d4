"""The states of a document and of its units on the days between the events that change them.

What ended does not come to life again when that which ended it ends.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from corpus.bearing import Known, Said
from corpus.events import Course, Event
from corpus.validity import Interval, Status

_SHOWN = 12  # proofs kept with an interval


def of_document(known: Known, whole: Course, undated: Sequence[Said]) -> list[Interval]:
    """The intervals of the whole document; `undated` is what ends it on a day that nobody tells."""
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


def of_unit(
    address: str, courses: Sequence[Course], document: Sequence[Interval], whole: Course, *, new: bool
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


def _own_changes(courses: Sequence[Course]) -> list[Event]:
    """What changes a unit: of what one document says on a day, what it says of the smallest unit around.

    "Sửa đổi, bổ sung Điều 2: ... 2. Bãi bỏ khoản 2": the heading brings no new words for the clause.
    """
    found: list[Event] = []
    for course in courses:
        nearer = {(e.by, e.day) for e in found}
        found += [e for e in course.changes if (e.by, e.day) not in nearer]
    return found


def _edges(pauses: Iterable[Event]) -> set[date]:
    return {d for p in pauses for d in (p.day, p.until) if d is not None}


def _interval(status: Status, address: str, events: Sequence[Event]) -> Interval:
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
