"""Duty and right where a statement is told in words of its own: what binds told as allowed or as a fact, and the reverse.

There is no word to stand by; so both texts have to say one thing only: the source binds and allows nothing, or it
gives somebody a right and binds him nowhere. Knows operators, and words for people.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.checks.figures import LASTING
from assistant.checks.free import is_free, lacks
from assistant.checks.operators import Found, Operator
from assistant.checks.otherwise import open_to
from assistant.checks.owed import time_given
from assistant.checks.same import alike
from assistant.checks.side import NEGATIONS, Side, anchor_of
from assistant.checks.text import Fault

_HARD: frozenset[Operator] = frozenset({"must", "duty"})
_BINDS: frozenset[Operator] = NEGATIONS.union(_HARD, ("only", "should"))
_PERSON = re.compile(
    r"\b(?:ai|người|cán bộ|công chức|viên chức|lao động|\w+ viên|thí sinh|bác sĩ|đồng chí"
    r"|nhân sự|trường hợp|nội trú)(?: (?!và |hoặc )\w+){0,2} $",
    re.IGNORECASE,
)
# what nobody has to do, said without a "may"
_OPTIONAL = re.compile(
    r"\b(?:optional(?:ly)?|voluntar(?:y|ily)|preferabl[ey]|desirable|at (?:its|their|his|her) (?:own )?(?:discretion|option)|(?:is|are) left to"
    r"|free to|as (?:it|they|he|she) (?:likes?|sees? fit|wish(?:es)?)|tùy ý|tuỳ ý|tùy chọn|tự nguyện|tùy (?:từng )?(?:cơ quan|đơn vị|người)|không nhất thiết"
    r"|(?:chỉ )?mang tính (?:khuyến khích|tham khảo))\b",
    re.IGNORECASE,
)
_THEN = re.compile(r"\bthì\b")
_SAID = 3  # words behind a "phải" by which it is known what is to be done
_BEFORE = 40  # characters in which somebody stands before his right


def compare_duty(said: Side, source: Side, used: frozenset[int]) -> Iterator[Fault]:
    """A duty told as a "may" or as none, a right told as a duty; of Vietnamese also a duty told as a fact."""
    yield from _as_allowed(said, source)
    yield from as_optional(said, source)
    for op in said.operators:
        if op.kind == "exempt" and all(o.kind != "exempt" for o in source.operators) and not _spared(op, said, source):
            yield Fault("negation", op.said)
    if said.reading.language == "vi":
        yield from _as_duty(said, source)
        yield from _as_fact(said, source, used)


def as_optional(said: Side, source: Side) -> Iterator[Fault]:
    """What its source orders, told as left to somebody's choice."""
    optional = _OPTIONAL.search(said.reading.text)
    bound = next((o for o in source.operators if o.kind == "must"), None)
    choice = any(o.kind == "may" for o in source.operators) or bool(_OPTIONAL.search(source.reading.text))
    if optional and bound and not choice:
        yield Fault("modal", optional.group(), bound.said)


def _as_allowed(said: Side, source: Side) -> Iterator[Fault]:
    bound = next((o for o in source.operators if o.kind in _HARD), None)
    if bound and all(o.kind != "may" for o in source.operators) and not _capped(said):
        for op in _allowing(said):
            if not open_to(op, said, source):
                yield Fault("modal", op.said, bound.said)


def _as_duty(said: Side, source: Side) -> Iterator[Fault]:
    for op in said.operators:
        if op.kind == "must" and (right := _right_to_it(op, said, source)):
            yield Fault("modal", op.said, right.said)


def _as_fact(said: Side, source: Side, used: frozenset[int]) -> Iterator[Fault]:
    bound = next((o for o in source.operators if o.kind == "must" and o.clause in used), None)
    told = not any(o.kind in _BINDS for o in said.operators) and not time_given(said)
    if bound and told and is_free(said.reading, source.reading) and _tells(anchor_of(bound, source)[:_SAID], said):
        yield Fault("modal", "", bound.said)


def _tells(words: Sequence[str], side: Side) -> bool:
    return any(alike(w, side.forms, english=side.reading.language == "en") for w in words)


def _capped(side: Side) -> bool:
    """Whether it says how many at most may be: "at most 50 % may be" is "must not exceed 50 %"."""
    return any(q.bound == "<=" and q.unit not in LASTING for q in side.figures.quantities)


def _allowing(side: Side) -> Iterator[Found]:
    """Each "may" that no denial of the same part stands before: "nobody may" allows nothing."""
    for op in side.operators:
        before = (o for o in side.operators if o.clause == op.clause and o.start < op.start)
        denied = (o for o in before if o.kind in NEGATIONS and not _THEN.search(side.reading.text, o.end, op.start))
        if op.kind == "may" and not any(denied):
            yield op


def _spared(op: Found, said: Side, source: Side) -> bool:
    """Whether the source denies, in whatever words, what the statement says need not be."""
    word = next((w.form for w in said.words if w.start >= op.end), "")
    denied = (
        next((w for w in source.words if w.start >= o.end), None) for o in source.operators if o.kind in NEGATIONS
    )
    return lacks(source.reading.text) or any(w is not None and w.form == word for w in denied)


def _right_to_it(op: Found, said: Side, source: Side) -> Found | None:
    """The right of somebody in the source to what a "phải" orders, if it stands there as nothing else."""
    words = said.reading.words
    if op.word >= len(words) or any(o.start == words[op.word].start for o in said.operators):
        return None  # "phải được cử": it is to be done for him
    rights = [_right_at(i, source) for i, w in enumerate(source.reading.words) if w.form == words[op.word].form]
    return rights[0] if rights and all(rights) else None


def _right_at(at: int, side: Side) -> Found | None:
    before = [o for o in side.operators if o.word == at]
    right = before[-1] if before and before[-1].kind == "right" else None
    if right is None or any(o.kind in _HARD and right.start - o.end == 1 for o in side.operators):
        return None
    return right if _PERSON.search(side.reading.text[max(0, right.start - _BEFORE) : right.start]) else None
