"""Whether a source says what an operator of the statement says: by one of its own, or by other means."""

import re

from assistant.checks.counterparts import CARRIED
from assistant.checks.free import denied_by_a_word, is_free
from assistant.checks.in_turn import in_turn
from assistant.checks.operators import Found
from assistant.checks.otherwise import (
    counts_only,
    denials,
    denies_before,
    in_that_way,
    leaves_out,
    limited,
    needed_for,
    not_every,
    not_yet,
    of_all,
    open_to,
    repeats,
    right_by_a_denial,
    says_left_out,
    told_of,
)
from assistant.checks.owed import days_allowed, owed
from assistant.checks.side import ANCHOR, NEGATIONS, Side, anchor_of, near

_THEN_ONLY = re.compile(r" (?:\w+ ){0,3}?(?:after|once|when|if|where|sau|khi|nếu)\b", re.IGNORECASE)
_ONLY_THEN = re.compile(r"\b(?:mới (?:được|có|phải|thì)|only then)\b", re.IGNORECASE)
_WHEN = frozenset({"after", "before", "if", "must"})


def carried(op: Found, said: Side, source: Side, used: frozenset[int]) -> bool:
    """Whether the source carries an operator of the statement; `used`: the clauses that the statement comes from."""
    if op.kind in NEGATIONS:
        return _denied(op, said, source, used)
    if op.kind == "may":
        return _open(op, said, source, used)
    if in_turn(op, said, source):
        return True
    if op.kind == "all" and of_all(said, source):
        return True
    allowed = [o for o in source.operators if o.kind in CARRIED[op.kind]]
    if not allowed:
        return _otherwise(op, said, source, used)
    return op.kind not in ("all", "some", "most") or near(anchor_of(op, said)[:2], allowed, source, ANCHOR)


def _denied(op: Found, said: Side, source: Side, used: frozenset[int]) -> bool:
    if repeats(op, said, source) or not_yet(op, source):
        return True
    anchor = anchor_of(op, said)
    allowed = [o for o in source.operators if o.kind in CARRIED[op.kind]]
    if near(anchor, allowed, source) or denied_by_a_word(anchor, source.reading, said.reading):
        return True
    if is_free(said.reading, source.reading) and denials(said) == denials(source, used) > 0:
        return True
    if not leaves_out(op, said):
        return False
    allowed = [o for o in source.operators if o.kind == "except" or (o.kind in NEGATIONS and leaves_out(o, source))]
    return any(set(anchor_of(o, source)[:2]) & said.forms for o in allowed)


def _open(op: Found, said: Side, source: Side, used: frozenset[int]) -> bool:
    if all(any(o.kind == "only" for o in s.operators) for s in (said, source)):
        return True  # "is done only when"
    if days_allowed(op, said) or limited(said, op) or open_to(op, said, source):
        return True
    anchor = anchor_of(op, said)
    allowed = (o for o in source.operators if o.kind in CARRIED[op.kind])
    return any(o.clause in used or near(anchor, [o], source) for o in allowed)


def _first(said: Side, source: Side) -> bool:
    """Whether a must only comes before what else may be: "has to have a licence, only then may it open"."""
    return bool(_ONLY_THEN.search(said.reading.text)) and any(o.kind in ("after", "only") for o in source.operators)


def _otherwise(op: Found, said: Side, source: Side, used: frozenset[int]) -> bool:
    """Whether a source says by other means what an operator of the statement says."""
    anchor = anchor_of(op, said)
    if op.kind == "must":
        return (
            _first(said, source)
            or owed(said, source, used, anchor)
            or in_that_way(op, said, source)
            or needed_for(said, source)
        )
    if op.kind == "some":  # "not everybody": only some
        limits = any(o.kind in ("only", "except") for o in source.operators)
        return not_every(op, source) or (limits and op.said.lower().startswith(("not", "không")))
    if op.kind == "except" and told_of(op, said, source):
        return True
    if op.kind == "except":
        denied = [o for o in source.operators if o.kind in NEGATIONS]
        return says_left_out(op) and near(anchor, denied, source)
    if op.kind != "only":
        return False
    if _THEN_ONLY.match(said.reading.text, op.end) and any(o.kind in _WHEN for o in source.operators):
        return True  # "only after", "only if": the time or the condition is the source's
    barred = any(o.kind == "except" and denies_before(o, source) for o in source.operators)
    return barred or counts_only(op, said, source) or right_by_a_denial(anchor, source)
