"""Whether a statement keeps what its source says with an exception, before or after something."""

from collections.abc import Iterator

from assistant.checks.operators import Operator
from assistant.checks.side import ANCHOR, NEGATIONS, Side, anchor_of
from assistant.checks.text import Fault


def excepted(said: Side, source: Side) -> Iterator[Fault]:
    """What the source excepts, said without an exception: "including the probation period"."""
    if any(o.kind in NEGATIONS | {"except", "only"} for o in said.operators):
        return
    for op in source.operators:
        left_out = [w.form for w in source.words if w.start >= op.end and w.clause == op.clause][:ANCHOR]
        if op.kind == "except" and len(left_out) > 1 and said.forms.issuperset(left_out):
            yield Fault("qualifier", "", op.said)


def in_time(said: Side, source: Side) -> Iterator[Fault]:
    """Before and after, turned: the statement has one by words that stand by the other in the source."""
    turned: dict[Operator, Operator] = {"before": "after", "after": "before"}
    for op in said.operators:
        if op.kind not in turned:
            continue
        same = [o for o in source.operators if o.kind == op.kind]
        other = [o for o in source.operators if o.kind == turned[op.kind]]
        if not same and other and set(anchor_of(op, said)[:2]) & {f for o in other for f in anchor_of(o, source)}:
            yield Fault("qualifier", op.said, other[0].said)
