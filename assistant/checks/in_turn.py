"""Before and after, told the other way round: "B after A" is "A before B", "15 days after" is "15 days from"."""

import re

from assistant.checks.operators import Found
from assistant.checks.side import Side, anchor_of

_SINCE = re.compile(r"\b(?:kể từ|từ (?:ngày|khi)|tính từ|from the|since)\b", re.IGNORECASE)


def in_turn(op: Found, said: Side, source: Side) -> bool:
    """Whether a source tells by other words in which order things come."""
    if op.kind == "after" and _counts_on(op, said) and _SINCE.search(source.reading.text):
        return True
    turned = {"before": "after", "after": "before"}.get(op.kind)
    anchor = anchor_of(op, said)[:2]
    others = (o for o in source.operators if o.kind == turned)
    return any(anchor and set(anchor) <= {w.form for w in source.words if w.end <= o.start} for o in others)


def _counts_on(op: Found, side: Side) -> bool:
    """Whether a length of time stands right before."""
    return any(q.end <= op.start and not side.reading.text[q.end : op.start].strip() for q in side.figures.quantities)
