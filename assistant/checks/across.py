"""Whether a statement in another language than its source keeps its not, only, except, must and may.

There are no words to stand by: what counts is a kind whose contrary stands on the other side, or a denial that nothing
on the other side can be saying.
"""

import re
from collections.abc import Iterator

from assistant.checks.counterparts import CARRIED, KEPT, KINDS
from assistant.checks.denied import in_contrast, waits
from assistant.checks.duty import as_optional
from assistant.checks.free import lacking, lacks
from assistant.checks.operators import Found, Operator
from assistant.checks.otherwise import limited
from assistant.checks.side import NEGATIONS, Side
from assistant.checks.text import Fault

_LIMITS: dict[Operator, frozenset[str]] = {  # "not, except" is "only", and is read so
    "except": frozenset(("except", "only")),
    "only": frozenset(("except", "only")),
}
_BOUNDS: frozenset[Operator] = frozenset(("ceiling", "floor", "only"))
_BEYOND = re.compile(
    r" (?:be )?(?:exceed|lower|higher|more|less|fewer|above|below|over|thấp hơn|cao hơn|vượt|quá|ít hơn|nhiều hơn|dưới|trên)\b",
    re.IGNORECASE,
)
_HARD = frozenset({"must", "duty"})
_OPEN = frozenset({"may", "right"})


def across(said: Side, source: Side) -> Iterator[Fault]:
    """Statement and source in different languages: what is turned, dropped or denied."""
    mine, theirs = ({o.kind for o in side.operators} for side in (said, source))
    for op in said.operators:
        if op.kind in NEGATIONS and _turns(op, theirs) and not _told_so(op, said, source):
            yield Fault("negation", op.said)
        if op.kind == "may" and "must" in theirs and not (theirs & _OPEN or "only" in mine or limited(said)):
            yield Fault("modal", op.said, "must")
        if op.kind == "must" and theirs & {"may", "should"} and not theirs & _HARD:
            yield Fault("modal", op.said, "may")
    yield from _opened(said, source)
    yield from as_optional(said, source)
    for op in source.operators:
        if op.kind in NEGATIONS and mine & _BOUNDS and _BEYOND.match(source.reading.text, op.end):
            continue  # "must not exceed the total" is "the total at most"
        if op.kind in NEGATIONS | {"only", "except"} and not _LIMITS.get(op.kind, KEPT[op.kind]) & mine:
            # of a source in several clauses a statement may tell another one, and some word may deny by itself
            allowed = op.kind == "forbid" and bool(mine & _OPEN)
            clauses = {w.sentence if allowed else w.clause for w in source.words}
            part = len(clauses if op.kind in NEGATIONS else _sentences(source)) > 1
            if not part and not (
                op.kind != "except" and (mine & NEGATIONS or (not allowed and lacks(said.reading.text)))
            ):
                yield Fault(KINDS.get(op.kind, "qualifier"), "", op.said)


def _told_so(op: Found, said: Side, source: Side) -> bool:
    """Whether a denial is a contrast, or said by other means in the source; "not needed" against an "only" is neither."""
    waived = op.kind == "exempt" and any(o.kind == "only" for o in source.operators)
    return in_contrast(op, said) or waits(op, said, source) or (not waived and lacks(source.reading.text))


def _opened(said: Side, source: Side) -> Iterator[Fault]:
    """What the source forbids told as allowed or ordered, and what may be only on a condition as open without it."""
    mine, theirs = ({o.kind for o in side.operators} for side in (said, source))
    open_ = next((o for o in said.operators if o.kind in _HARD | _OPEN), None)
    if open_ is None or "only" in mine or theirs & _OPEN:
        return
    fewer = _denials(said) < _denials(source)
    forbidden = "forbid" in theirs and not mine & {"forbid", "exempt"} and fewer
    unless = "only" in theirs and "except" in mine and not _denials(said)
    if forbidden or unless:
        yield Fault("negation", open_.said)


def _denials(side: Side) -> int:
    return sum(o.kind in NEGATIONS for o in side.operators) + lacking(side.reading.text)


def _turns(op: Found, theirs: set[Operator]) -> bool:
    """Whether a denial has its contrary among the kinds of the source, or for a plain "not" no denial there."""
    if CARRIED[op.kind] & theirs or "except" in theirs:
        return False
    if op.kind == "exempt" and "only" in theirs:
        return True  # "opened without its agreement" for "only with its agreement"
    if op.kind == "exempt":
        return bool(theirs & _HARD) and not theirs & _OPEN
    if op.kind == "forbid":
        return bool(theirs & _OPEN) or not theirs & {"only", "must"}
    return True


def _sentences(side: Side) -> set[int]:
    return {w.sentence for w in side.words}
