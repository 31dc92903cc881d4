"""Is it in force, since when, until when: told from the intervals of a document or of a unit of it."""

from collections.abc import Sequence
from datetime import date

from assistant.evidence import Evidence
from assistant.out_of_force import names_of, shown
from assistant.proofs import sentences
from assistant.validity.told import Asking, Told, course, proofs
from corpus.validity import Interval, Status


def in_force(asking: Asking) -> Told:
    """Whether it is in force on the day."""
    state, day = asking.state, shown(asking.held.day, asking.language)
    others = ", ".join(names_of(asking.view, state.by, asking.language))
    since, until = shown(state.first, asking.language), shown(state.until, asking.language)
    own = state.by == (asking.entry.id,) or not others
    if state.status is Status.UNKNOWN and state.by:
        lead = asking.in_words("validity-undated", day=day, others=others)
    elif state.status is Status.EXPIRED:
        lead = asking.in_words("validity-ended" if own else "validity-ended-by", day=day, since=since, others=others)
    elif state.status is Status.NOT_YET:
        lead = asking.in_words("validity-not-yet" if state.until else "validity-not-yet-open", day=day, until=until)
    elif state.status is Status.SUSPENDED:
        lead = asking.in_words(
            "validity-suspended" if _resumes(asking) else "validity-suspended-open", day=day, since=since, until=until
        )
    elif state.status is Status.PARTLY_EXPIRED:
        lead = asking.in_words("validity-partly", day=day, others=others)
    elif state.status is Status.IN_FORCE:
        code = "validity-changed" if state.changed else "validity-in-force"
        since = since if state.changed else shown(_unbroken(asking), asking.language)
        lead = (
            asking.in_words(code, day=day, since=since, others=others)
            if state.first
            else asking.in_words("validity-holds", day=day)
        )
    else:
        return Told(asking.in_words("validity-unknown", day=day), (), found=False)
    begun = _begun(asking) if state.status is Status.PARTLY_EXPIRED or state.changed else []
    return Told(lead, proofs(asking, [*begun, state]))


def _resumes(asking: Asking) -> bool:
    """Whether what is suspended on the day holds again later, and does not just end."""
    behind = next((i for i in course(asking) if i.first is not None and i.first == asking.state.until), None)
    return behind is not None and behind.status is not Status.EXPIRED


def _unbroken(asking: Asking) -> date | None:
    """Since when it has been in force as it is on the day: an extension begins no new time."""
    first = asking.state.first
    for i in reversed(course(asking)):
        if i.until is not None and i.until == first and i.status is Status.IN_FORCE and not i.changed:
            first = i.first
    return first


def _begun(asking: Asking) -> list[Interval]:
    """The state with which it began to hold: what amends it does not say that."""
    return [i for i in course(asking) if i.status is Status.IN_FORCE and not i.changed][:1]


def since_when(asking: Asking) -> Told:
    """From when it is in force."""
    begin = next((i for i in course(asking) if i.status in (Status.IN_FORCE, Status.PARTLY_EXPIRED) and i.first), None)
    if begin is None:
        return Told(asking.in_words("validity-since-unknown"), (), found=False)
    lead = asking.in_words("validity-since", since=shown(begin.first, asking.language))
    return Told(lead, [*proofs(asking, [begin]), *_days_of(asking, begin)])


def _days_of(asking: Asking, begin: Interval) -> Sequence[Evidence]:
    """Where the documents that brought a unit about say from when they hold themselves: its day is theirs."""
    if asking.unit is None:
        return ()
    brought = [e for e in asking.view.entries.values() if e.id in begin.by and e.id != asking.entry.id]
    places = [
        (e, own.start, own.end)
        for e in brought
        for own in asking.corpus.library.statements(e.revision).effects
        if own.day == begin.first and not own.ends
    ]
    return sentences(asking.corpus, places, asking.language)


def until_when(asking: Asking) -> Told:
    """Until when it is in force."""
    every = course(asking)
    over = next((i for i in every if i.status is Status.EXPIRED), None)
    if over is not None and over.first is not None:
        others = ", ".join(names_of(asking.view, over.by, asking.language))
        code = "validity-until" if over.by == (asking.entry.id,) else "validity-until-by"
        return Told(
            asking.in_words(code, since=shown(over.first, asking.language), others=others), proofs(asking, [over])
        )
    pause = next((i for i in every if i.status is Status.SUSPENDED), None)
    if pause is not None:
        lead = asking.in_words(
            "validity-paused", since=shown(pause.first, asking.language), until=shown(pause.until, asking.language)
        )
        return Told(lead, proofs(asking, [pause]))
    state = asking.state
    return Told(
        asking.in_words("validity-no-end", day=shown(asking.held.day, asking.language)), proofs(asking, [state])
    )
