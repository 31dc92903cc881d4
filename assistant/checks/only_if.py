"""What may be only on a condition, told from its other side: not without it, and not "without it" or "not with it".

"Held only when five attend" is "may not be held if fewer attend"; "may be held if fewer attend" says the contrary.
Knows where a condition stands in a sentence, and operators.
"""

import re
from collections.abc import Iterator

from assistant.checks.free import lacks
from assistant.checks.side import NEGATIONS, Side
from assistant.checks.text import Fault, Span

_IF = re.compile(
    r"\b(?:trừ khi|trừ trường hợp|unless|nếu|khi|hễ|chừng nào|ai|(?:người|cơ quan|đơn vị|nơi) nào|if|when|where|as long as|whoever|anyone who|those who)\b",
    re.IGNORECASE,
)
_THEN = re.compile(r"\bthì\b", re.IGNORECASE)
_PART = re.compile(r"[^;\n.]+(?:[.](?=\d)[^;\n.]+)*")
_ON_CONDITION = re.compile(
    r"\b(?:chỉ|only)\b[^.;]*?\b(?:khi|nếu|người|when|if|where|after|those|persons?)\b|\bunless\b", re.IGNORECASE
)
_FEWER = ("<", "<=")
_EXCLUDES = NEGATIONS | {"except"}


def compare_only_if(said: Side, source: Side) -> Iterator[Fault]:
    """A statement whose condition is denied and whose outcome is not, or the other way about, against an "only if"."""
    on = _ON_CONDITION.search(source.reading.text)
    kinds = [{o.kind for o in side.operators} for side in (said, source)]
    if not on or "only" in kinds[0] or "only" not in kinds[1]:
        return
    for part in _PART.finditer(said.reading.text):
        spans = _condition_and_outcome(said.reading.text, part.span())
        if spans and _about(spans[0], said, source, on.start()):
            condition, outcome = (_denied(said, span) for span in spans)
            if condition != outcome:
                yield Fault("negation", said.reading.text[slice(*spans[1 if outcome else 0])].strip(), on.group())


def _condition_and_outcome(text: str, part: Span) -> tuple[Span, Span] | None:
    start, end = part
    opens = _IF.search(text, start, end)
    if not opens:
        return None
    then = _THEN.search(text, opens.end(), end)
    if then:
        return (opens.start(), then.start()), (then.end(), end)
    if text[start : opens.start()].strip():
        return (opens.start(), end), (start, opens.start())
    comma = text.find(", ", opens.end(), end)
    return ((opens.start(), comma), (comma, end)) if comma > 0 else None


def _denied(side: Side, span: Span) -> bool:
    """Whether a part of a sentence says that something is not, or is too few."""
    start, end = span
    return (
        any(o.kind in _EXCLUDES and start <= o.start < end for o in side.operators)
        or any(q.bound in _FEWER and start <= q.start < end for q in side.figures.quantities)
        or lacks(side.reading.text[start:end])
    )


def _about(span: Span, said: Side, source: Side, only: int) -> bool:
    """Whether the condition is the one that the source's "only" bears on: a third of its words stands behind it."""
    mine = {w.form for w in said.words if span[0] <= w.start < span[1]}
    behind = {w.form for w in source.words if w.start > only}
    return len(mine & behind) * 3 >= len(mine) > 0
