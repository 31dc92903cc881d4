"""Whether what lacks between the same neighbours is said at another place: the sentence was turned about."""

from collections.abc import Sequence

from assistant.checks.free import denied_by_a_word, is_free
from assistant.checks.in_turn import in_turn
from assistant.checks.operators import Found, Operator
from assistant.checks.otherwise import (
    counts_only,
    denials,
    limited,
    limited_to,
    needed_for,
    of_all,
    of_what,
    open_to,
    repeats,
    right_by_a_denial,
    stresses,
    told_of,
)
from assistant.checks.owed import time_given
from assistant.checks.side import NEGATIONS, Side, anchor_of

_COUNTED: frozenset[Operator] = frozenset({"some", "most", "only", "except"})


def elsewhere(op: Found, there: Sequence[Found], said: Side, source: Side, used: frozenset[int]) -> bool:
    """Whether an operator of one text is in the other all the same; `there`: what stands in its place."""
    mine = op in said.operators
    if op.kind == "may":
        return _may(op, there, said, source)
    if mine and in_turn(op, said, source):
        return True
    if op.kind in ("floor", "ceiling"):
        return _bounds(op, said, source)
    if op.kind == "all":
        return mine and of_all(said, source)
    if op.kind == "except" and mine and told_of(op, said, source):
        return True
    if op.kind == "except" and mine and op.said.lower() == "unless" and any(o.kind == "if" for o in source.operators):
        return denials(said) != denials(source)
    if op.kind in _COUNTED:
        return _as_often(op.kind, said, source) or (op.kind == "only" and _only(op, said, source))
    if op.kind == "must":
        return not there and ((not mine and time_given(said)) or _as_often("must", said, source))
    if op.kind in NEGATIONS:
        return (op.kind == "exempt" and mine and of_what(op, said, source)) or _denied(op, there, said, source, used)
    return False


def _may(op: Found, there: Sequence[Found], said: Side, source: Side) -> bool:
    mine = op in said.operators
    if not mine and not there and time_given(said):
        return True
    counts = {sum(o.kind in ("may", "right") for o in s.operators) for s in (said, source)}
    if limited(said, op if mine else None):
        return True
    return not there and (len(counts) == 1 or (mine and open_to(op, said, source)))


def _bounds(op: Found, said: Side, source: Side) -> bool:
    wanted = ">=" if op.kind == "floor" else "<="
    return all(
        any(o.kind == op.kind for o in s.operators) or any(q.bound == wanted for q in s.figures.quantities)
        for s in (said, source)
    )


def _only(op: Found, said: Side, source: Side) -> bool:
    if op in said.operators:
        return counts_only(op, said, source)
    if needed_for(said, source):
        return True
    return limited_to(op, source, said) or (is_free(said.reading, source.reading) and stresses(op, source))


def _denied(op: Found, there: Sequence[Found], said: Side, source: Side, used: frozenset[int]) -> bool:
    if op in said.operators and repeats(op, said, source):
        return True
    same = denials(said) == denials(source, used)
    if same and op in said.operators and right_by_a_denial(anchor_of(op, said), source):
        return True
    if there:
        return False
    one, other = (said, source) if op in source.operators else (source, said)
    return same or denied_by_a_word(anchor_of(op, other), one.reading, other.reading)


def _as_often(kind: Operator, said: Side, source: Side) -> bool:
    return len({sum(o.kind == kind for o in side.operators) for side in (said, source)}) == 1
