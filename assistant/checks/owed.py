"""Whether a provision binds though it says no "must"."""

import re
from collections.abc import Sequence

from assistant.checks.figures import LASTING
from assistant.checks.operators import Found
from assistant.checks.side import Side

_DONE = re.compile(r"\bđã $")
_NUMBERED = re.compile(r"(?:\d{1,2}|[a-zđ])[.)] ")
_BESIDE = 12  # characters
_HAVING = re.compile(
    r"\b(?:has|have|had|is given|are given|gets?|allowed|có|được|cho)(?: (?:until|till|up to|at most|no more than|only|a further|another|đến|tới|tối đa|thêm))*(?: ngày| hết)? $",
    re.IGNORECASE,
)
_IN_WHICH = re.compile(r"(?:[^.;]{0,80}?)\b(?:to|in which to|for|in order to|để|nhằm|mà)\b", re.IGNORECASE)
_ORDERED = re.compile(r"(?:(?:\d{1,2}|[a-zđ]{1,2})[.)] |[-+] ?)?to \w")
_BOUNDED = {"<=", ">=", "<", ">", "within", "until"}


def owed(said: Side, source: Side, used: frozenset[int], anchor: Sequence[str]) -> bool:
    """Whether a provision without "must" binds nevertheless: a bound or deadline is set, it forbids or orders."""
    text = source.reading.text.lower()
    kinds = {o.kind for o in source.operators}
    done = text.startswith(("đã ", "has ")) or " has been " in text or " have been " in text
    done = done or any(_DONE.search(text[max(0, w.start - 4) : w.start]) for w in source.words if w.form in anchor)
    if _ORDERED.match(text):
        done = False  # "3. To inspect the agencies whose projects have been approved"
    if done or kinds & {"may", "should"} or _rights(source, used) > _rights(said, None):
        return False
    bounds = {q.bound for q in source.figures.quantities} | {d.bound for d in source.figures.dates}
    ordered = text.startswith("to ") or bool(_NUMBERED.match(text))  # a numbered provision says what shall be
    return ordered or bool(bounds & _BOUNDED) or bool(kinds & {"forbid", "after", "only"})


def time_given(said: Side) -> bool:
    """Whether a term is given in which to do it: "has 60 days to submit", "có 60 ngày để trình", "có đến ngày ... để"."""
    text = said.reading.text
    lasting = ((q.start, q.end) for q in said.figures.quantities if q.unit in LASTING)
    ends = ((d.when.start, d.when.end) for d in said.figures.dates)
    return any(
        _HAVING.search(text[:start]) and _IN_WHICH.match(text, end) for spans in (lasting, ends) for start, end in spans
    )


def days_allowed(op: Found, said: Side) -> bool:
    """Whether what is allowed is a time: "ten working days are allowed for it"."""
    times = (q for q in said.figures.quantities if q.unit in LASTING)
    return op.said.lower().startswith("allow") and any(
        0 <= op.start - q.end < _BESIDE or 0 <= q.start - op.end < _BESIDE for q in times
    )


def _rights(side: Side, used: frozenset[int] | None) -> int:
    """How many "được" there are: one that the statement lacks was a "may" and is no "must"."""
    return sum(o.kind in ("right", "may") and (used is None or o.clause in used) for o in side.operators)
