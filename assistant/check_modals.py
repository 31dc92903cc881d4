"""Whether a statement keeps its source's must, may, not, only, except, all and some: clause by clause.

A word of the kind is compared with what it stands by (its anchor: the telling words behind it), so that a "not" of
another clause is no fault.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.check_across import across
from assistant.check_beside import pairs, unmatched
from assistant.check_conditions import conditions, excepted, in_time
from assistant.check_counterparts import CARRIED, KEPT, KINDS
from assistant.check_free import denied_by_a_word, is_free
from assistant.check_operators import Found
from assistant.check_otherwise import (
    counts_only,
    denials,
    denies_before,
    in_that_way,
    needed_for,
    leaves_out,
    limited,
    limited_to,
    of_all,
    of_what,
    open_to,
    said_left_out,
    says_left_out,
    stresses,
    told_otherwise,
    within_a_word,
)
from assistant.check_owed import days_allowed, owed, time_given
from assistant.check_side import ANCHOR, NEGATIONS, Side, anchor_of, near
from assistant.check_text import Fault
from assistant.check_words import aligned

# compared between the same neighbours only
_BESIDE: frozenset[str] = frozenset({"floor", "ceiling", "before", "after"})
_RIGHT_BY = 3  # words between a "not" and the word that it bears on
_MILD = frozenset({"may", "right", "should"})
_SINCE = re.compile(r"\b(?:kể từ|từ (?:ngày|khi)|tính từ|from the|since)\b", re.IGNORECASE)


def compare_operators(said: Side, source: Side) -> Iterator[Fault]:
    """What was dropped, added or turned between a source and a statement."""
    if said.reading.language != source.reading.language:
        yield from across(said, source)
        return
    used = _used(said, source)
    free = is_free(said.reading, source.reading)
    yield from _beside(said, source, used)
    for op in source.operators:
        if (
            op.kind in KEPT
            and op.kind not in _BESIDE
            and _matters(op, source, said, used)
            and not _kept(op, source, said)
            and not within_a_word(op, source, said)
            and not (free and told_otherwise(op, said, source))
        ):
            yield Fault(KINDS.get(op.kind, "qualifier"), "", op.said)
    for op in said.operators:
        if op.kind in CARRIED and op.kind not in _BESIDE and not _carried(op, said, source, used):
            yield Fault(KINDS.get(op.kind, "qualifier"), op.said, _instead(op, source, used))
    yield from excepted(said, source)
    yield from conditions(said, source, used)
    yield from in_time(said, source)


def _beside(said: Side, source: Side, used: frozenset[int]) -> Iterator[Fault]:
    """Operators dropped, added or turned between words that both texts have."""
    into = pairs(source.reading, said.reading)
    for op, there in unmatched(source.operators, source.reading, said.operators, into, KEPT):
        if not _elsewhere(op, there, said, source, used):
            yield Fault(KINDS.get(op.kind, "qualifier"), there[0].said if there else "", op.said)
    back = {b: a for a, b in into.items()}
    for op, there in unmatched(said.operators, said.reading, source.operators, back, CARRIED):
        if _elsewhere(op, there, said, source, used) or (
            op.kind == "must"
            and not any(o.kind in _MILD for o in there)
            and owed(said, source, used, anchor_of(op, said))
        ):
            continue
        yield Fault(KINDS.get(op.kind, "qualifier"), op.said, there[0].said if there else "")


def _elsewhere(op: Found, there: Sequence[Found], said: Side, source: Side, used: frozenset[int]) -> bool:
    """Whether what lacks between the neighbours is said at another place: the sentence was turned about."""
    if op.kind == "may" and not (op in source.operators and not there and time_given(said)):
        counts = {sum(o.kind in ("may", "right") for o in s.operators) for s in (said, source)}
        limit = limited(said, op if op in said.operators else None)
        return limit or (not there and (len(counts) == 1 or (op in said.operators and open_to(op, said, source))))
    if op in said.operators and _converse(op, said, source):
        return True
    if op.kind == "after" and op in said.operators and _counts_on(op, said) and _SINCE.search(source.reading.text):
        return True
    if op.kind in ("floor", "ceiling"):
        wanted = ">=" if op.kind == "floor" else "<="
        both = [any(o.kind == op.kind for o in s.operators) or any(q.bound == wanted for q in s.figures.quantities)
                for s in (said, source)]  # fmt: skip
        return all(both)
    if op.kind == "all" and any(100.0 in q.values for side in (said, source) for q in side.figures.quantities):
        return True  # "all costs" is "100 % of the costs"
    if op.kind == "all" and op in said.operators and of_all(said, source):
        return True
    if op.kind in ("some", "most"):
        return len({sum(o.kind == op.kind for o in s.operators) for s in (said, source)}) == 1
    if op.kind in ("only", "except"):
        if op.kind == "only" and (
            counts_only(op, said, source)
            if op in said.operators
            else limited_to(op, source, said) or (is_free(said.reading, source.reading) and stresses(op, source))
        ):
            return True
        return len({sum(o.kind == op.kind for o in s.operators) for s in (said, source)}) == 1
    if op.kind == "exempt" and op in said.operators and of_what(op, said, source):
        return True
    if op.kind in ("must", "may") and op in source.operators and not there and time_given(said):
        return True
    if op.kind == "must" and not there:
        return len({sum(o.kind == "must" for o in s.operators) for s in (said, source)}) == 1
    if op.kind not in NEGATIONS:
        return False
    same = denials(said) == denials(source, used)
    if same and op in said.operators and near(anchor_of(op, said)[:1], _denying(source), source, _RIGHT_BY):
        return True
    if there:
        return False
    one, other = (said, source) if op in source.operators else (source, said)
    if denied_by_a_word(anchor_of(op, other), one.reading, other.reading):
        return True
    return same


def _denying(side: Side) -> list[Found]:
    return [o for o in side.operators if o.kind in NEGATIONS]


def _counts_on(op: Found, side: Side) -> bool:
    """Whether a length of time stands right before: "15 days after" is "15 days from"."""
    return any(q.end <= op.start and not side.reading.text[q.end : op.start].strip() for q in side.figures.quantities)


def _converse(op: Found, said: Side, source: Side) -> bool:
    """Whether what comes before B comes, in the source, with B after it: "B after A" is "A before B"."""
    turned = {"before": "after", "after": "before"}.get(op.kind)
    anchor = anchor_of(op, said)[:2]
    others = (o for o in source.operators if o.kind == turned)
    return any(anchor and set(anchor) <= {w.form for w in source.words if w.end <= o.start} for o in others)


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
        return said_left_out(op, source, said)
    if op.kind == "only" and not allowed:
        return limited_to(op, source, said) or needed_for(said, source)
    if op.kind in ("must", "may") and not allowed:
        return time_given(said)
    if op.kind not in NEGATIONS:
        return bool(allowed)
    anchor = anchor_of(op, source)
    return near(anchor, allowed, said) or denied_by_a_word(anchor, said.reading, source.reading)


def _carried(op: Found, said: Side, source: Side, used: frozenset[int]) -> bool:
    anchor = anchor_of(op, said)
    allowed = [o for o in source.operators if o.kind in CARRIED[op.kind]]
    if op.kind in NEGATIONS:
        if near(anchor, allowed, source) or denied_by_a_word(anchor, source.reading, said.reading):
            return True
        if is_free(said.reading, source.reading) and denials(said) == denials(source, used) > 0:
            return True
        if not leaves_out(op, said):
            return False
        allowed = [o for o in source.operators if o.kind == "except" or (o.kind in NEGATIONS and leaves_out(o, source))]
        return any(set(anchor_of(o, source)[:2]) & said.forms for o in allowed)
    if op.kind == "may" and days_allowed(op, said):
        return True
    if op.kind == "may":
        strict = all(any(o.kind == "only" for o in s.operators) for s in (said, source))  # "is done only when"
        return (
            strict
            or limited(said, op)
            or open_to(op, said, source)
            or any(o.clause in used or near(anchor, [o], source) for o in allowed)
        )
    if _converse(op, said, source):
        return True
    if op.kind == "after" and _counts_on(op, said) and _SINCE.search(source.reading.text):
        return True
    if op.kind == "all" and any(100.0 in q.values for q in source.figures.quantities):
        return True
    if op.kind == "all" and of_all(said, source):
        return True
    if not allowed:
        return _carried_otherwise(op, said, source, used)
    return op.kind not in ("all", "some", "most") or near(anchor[:2], allowed, source, ANCHOR)


def _carried_otherwise(op: Found, said: Side, source: Side, used: frozenset[int]) -> bool:
    """Whether a source says by other means what an operator of the statement says."""
    anchor = anchor_of(op, said)
    if op.kind == "must":
        return owed(said, source, used, anchor) or in_that_way(op, said, source) or needed_for(said, source)
    if op.kind == "some":  # "not everybody": only some
        return op.said.lower().startswith(("not", "không")) and any(
            o.kind in ("only", "except") for o in source.operators
        )
    if op.kind == "except":
        denied = [o for o in source.operators if o.kind in NEGATIONS]
        return says_left_out(op) and near(anchor, denied, source)
    if op.kind != "only":
        return False
    barred = any(o.kind == "except" and denies_before(o, source) for o in source.operators)
    return barred or counts_only(op, said, source) or near(anchor[:1], _denying(source), source, _RIGHT_BY)


def _instead(op: Found, source: Side, used: frozenset[int]) -> str:
    """The word of the same family that the source has in its place, if any."""
    family = KINDS.get(op.kind, "qualifier")
    near = (o.said for o in source.operators if KINDS.get(o.kind, "qualifier") == family and o.clause in used)
    return next(near, "")
