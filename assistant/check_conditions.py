"""Whether a statement keeps what its source says under a condition, with an exception, before or after something."""

import re
from collections.abc import Iterator

from assistant.check_operators import Found, Operator
from assistant.check_side import ANCHOR, NEGATIONS, Side, anchor_of
from assistant.check_text import Fault

_WHENEVER = re.compile(
    r"\b(?:gặp|hễ|khi nào|(?:khi|lúc|ai|nào)\b[^.;]* thì|when|whenever|whoever|anyone|anybody|once|as soon as)\b",
    re.IGNORECASE,
)


def excepted(said: Side, source: Side) -> Iterator[Fault]:
    """What the source excepts, said without an exception: "including the probation period"."""
    if any(o.kind in NEGATIONS | {"except", "only"} for o in said.operators):
        return
    for op in source.operators:
        left_out = [w.form for w in source.words if w.start >= op.end and w.clause == op.clause][:ANCHOR]
        if op.kind == "except" and len(left_out) > 1 and said.forms.issuperset(left_out):
            yield Fault("qualifier", "", op.said)


def conditions(said: Side, source: Side, used: frozenset[int]) -> Iterator[Fault]:
    """A condition at the head of a clause whose words the statement leaves out, though not its outcome."""
    if any(o.kind in ("if", "only", "except") for o in said.operators) or _WHENEVER.search(said.reading.text):
        return
    for op in source.operators:
        if op.kind != "if" or not _opens(op, source):
            continue
        sentence = [w for w in source.words if w.sentence == op.sentence]
        condition = [w for w in sentence if w.clause == op.clause and w.start >= op.end]
        outcome = {w.clause for w in sentence} - {op.clause}
        kept = sum(w.form in said.forms for w in condition)
        if condition and kept * 3 < len(condition) and outcome & used:
            yield Fault("qualifier", "", op.said)


def _opens(op: Found, source: Side) -> bool:
    before = source.reading.text[: op.start].rstrip(' "')
    return not before or before[-1] in ",;:.)\n"


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
