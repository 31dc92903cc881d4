"""Whether a statement keeps its source's must, may, not, only, except, all and some: clause by clause.

A word of the kind is compared with what it stands by (its anchor: the telling words behind it), so that a "not" of
another clause is no fault.
"""

from collections.abc import Iterator, Sequence

from assistant.checks.across import across
from assistant.checks.behind import compare_behind
from assistant.checks.beside import pairs, unmatched
from assistant.checks.carried import carried
from assistant.checks.conditions import excepted, in_time
from assistant.checks.counterparts import CARRIED, KEPT, KINDS
from assistant.checks.denied import denied_anew, forbidden_anew
from assistant.checks.duty import compare_duty
from assistant.checks.elsewhere import elsewhere
from assistant.checks.free import denied_by_a_word, denies_otherwise, is_free, lacking, lacks
from assistant.checks.only_if import compare_only_if
from assistant.checks.operators import Found, Operator
from assistant.checks.otherwise import (
    denials,
    limited,
    limited_to,
    needed_for,
    not_every,
    said_left_out,
    told_of,
    told_otherwise,
    within_a_word,
)
from assistant.checks.owed import owed, time_given
from assistant.checks.scope import compare_scope
from assistant.checks.side import NEGATIONS, Side, anchor_of, near
from assistant.checks.text import Fault
from assistant.checks.turned import governed, turned_in
from assistant.checks.words import aligned

# compared between the same neighbours only
_BESIDE: frozenset[str] = frozenset({"floor", "ceiling", "before", "after"})
# which of these the statement adds is decided by what they bear on where it is told in words of its own
_FREELY_ADDED: frozenset[Operator] = NEGATIONS | frozenset({"except", "only"})
_MILD: frozenset[Operator] = frozenset({"may", "right", "should"})


def compare_operators(said: Side, source: Side) -> Iterator[Fault]:
    """What was dropped, added or turned between a source and a statement."""
    yield from compare_scope(said, source)
    if said.reading.language != source.reading.language:
        yield from across(said, source)
        return
    used = _used(said, source)
    free = is_free(said.reading, source.reading)
    yield from _beside(said, source, used, free=free)
    fewer = denials(said) < denials(source, used)
    for op in source.operators:
        if (
            op.kind in KEPT
            and op.kind not in _BESIDE
            and _matters(op, source, said, used)
            and not _kept(op, source, said)
            and not within_a_word(op, source, said)
            and not _told_as_fact(op, said.operators)
            and not (free and op.kind in NEGATIONS and (not fewer or _only_instead(said, source)))
            and not (free and (told_otherwise(op, said, source) or not turned_in(op, said, source, used)))
        ):
            yield Fault(KINDS.get(op.kind, "qualifier"), "", op.said)
    for op in said.operators:
        if free and op.kind == "deny":
            if denied_anew(op, said, source, used):
                yield Fault("negation", op.said)
        elif (
            op.kind in CARRIED
            and op.kind not in _BESIDE
            and not (free and op.kind in ("only", "except"))
            and not carried(op, said, source, used)
            and not (free and not turned_in(op, said, source, used))
        ):
            yield Fault(KINDS.get(op.kind, "qualifier"), op.said, _instead(op, source, used))
    yield from governed(said, source)
    yield from compare_duty(said, source, used)
    yield from compare_only_if(said, source)
    yield from compare_behind(said, source)
    yield from forbidden_anew(said, source)
    yield from excepted(said, source)
    yield from in_time(said, source)


def _beside(said: Side, source: Side, used: frozenset[int], *, free: bool) -> Iterator[Fault]:
    """Operators dropped, added or turned between words that both texts have."""
    into = pairs(source.reading, said.reading, 2 if free else 1)
    for op, there in unmatched(source.operators, source.reading, said.operators, into, KEPT):
        if free and op.kind in NEGATIONS:
            continue  # decided by what it bears on
        if not elsewhere(op, there, said, source, used) and not _told_as_fact(op, there):
            yield Fault(KINDS.get(op.kind, "qualifier"), there[0].said if there else "", op.said)
    back = {b: a for a, b in into.items()}
    for op, there in unmatched(said.operators, said.reading, source.operators, back, CARRIED):
        if elsewhere(op, there, said, source, used) or (free and op.kind in _FREELY_ADDED):
            continue
        if (
            op.kind == "must"
            and not any(o.kind in _MILD for o in there)
            and owed(said, source, used, anchor_of(op, said))
        ):
            continue
        yield Fault(KINDS.get(op.kind, "qualifier"), op.said, there[0].said if there else "")


def _told_as_fact(op: Found, there: Sequence[Found]) -> bool:
    """Whether "shall" is left out and nothing milder stands for it: "the department leads" is what it shall do."""
    return op.said.lower() == "shall" and not any(o.kind in _MILD | NEGATIONS for o in there)


def _denying(side: Side) -> int:
    return denials(side) + lacking(side.reading.text)


def _only_instead(said: Side, source: Side) -> bool:
    """Whether a denial may be in an "only" that the statement alone has: "pays for those within the quota only"."""
    return sum(o.kind == "only" for o in said.operators) > sum(o.kind == "only" for o in source.operators)


def _used(said: Side, source: Side) -> frozenset[int]:
    """The clauses of the source that the statement's words come from; all of the words, figures too."""
    mine = [w for w in said.reading.words if w.telling]
    return aligned(mine, [w for w in source.reading.words if w.telling])


def _matters(op: Found, source: Side, said: Side, used: frozenset[int]) -> bool:
    """Whether the statement says what the operator of the source bears on."""
    anchor = anchor_of(op, source)
    there = [w for w in anchor if w in said.forms]
    if op.kind in ("except", "only"):
        return _limits(op, source, used)
    if op.kind in ("some", "most"):
        return op.clause in used and bool(anchor) and anchor[0] in said.forms
    return op.clause in used and bool(there) and (anchor[0] in there or len(there) * 2 >= len(anchor))


def _limits(op: Found, source: Side, used: frozenset[int]) -> bool:
    """An exception belongs to the clauses before it in its sentence; at the head of a sentence, to those behind it."""
    mine = [w for w in source.words if w.sentence == op.sentence]
    if op.kind == "only":
        return op.clause in used and any(w.clause == op.clause for w in mine)
    before = {w.clause for w in mine if w.end <= op.start}
    return bool((before or {w.clause for w in mine}) & used)


def _kept(op: Found, source: Side, said: Side) -> bool:
    allowed = [o for o in said.operators if o.kind in KEPT[op.kind]]
    if op.kind == "may" and limited(said):
        return True
    if op.kind == "must" and any(
        o.kind == "deny" and o.clause == op.clause and o.end < op.start for o in source.operators
    ):
        return any(o.kind in NEGATIONS for o in said.operators)  # "none had to be withdrawn": none was
    if op.kind == "except" and not allowed:
        told = told_of(op, source, said) and (
            denials(said) > 0 or denies_otherwise(said.reading, source.reading) or lacks(said.reading.text)
        )
        return told or said_left_out(op, source, said)
    if op.kind == "only" and not allowed:
        others = is_free(said.reading, source.reading) and _denying(said) > _denying(source)
        return others or limited_to(op, source, said) or needed_for(said, source)  # "nobody else may" is "only A may"
    if op.kind in ("must", "may") and not allowed:
        return time_given(said)
    if op.kind not in NEGATIONS:
        return bool(allowed)
    if any(o.kind == "some" and not_every(o, source) for o in said.operators):
        return True
    anchor = anchor_of(op, source)
    return near(anchor, allowed, said) or denied_by_a_word(anchor, said.reading, source.reading)


def _instead(op: Found, source: Side, used: frozenset[int]) -> str:
    """The word of the same family that the source has in its place, if any."""
    family = KINDS.get(op.kind, "qualifier")
    near = (o.said for o in source.operators if KINDS.get(o.kind, "qualifier") == family and o.clause in used)
    return next(near, "")
