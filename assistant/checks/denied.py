"""A "not" that a statement told in words of its own adds: a fault where its source says the same word, denied nowhere.

"Does not come out of the plan's money" denies nothing of a source that has no "come": there a "not" is one of the many
ways of saying it. Knows clauses, operators and words that deny by themselves.
"""

import re
from collections.abc import Iterator

from assistant.checks.free import lacks
from assistant.checks.operators import Found
from assistant.checks.otherwise import denials, not_yet
from assistant.checks.same import alike
from assistant.checks.side import NEGATIONS, Side
from assistant.checks.text import Fault
from assistant.checks.words import Word

_BUT = re.compile(r"[^.;]{0,80}?\b(?:mà(?! (?:còn |vẫn )?(?:không|chưa))|chứ|but|rather)\b(?! also)", re.IGNORECASE)
_BUT_BEFORE = re.compile(r"\b(?:but|and|nhưng|còn) (?:thì )?$", re.IGNORECASE)
_ELLIPTIC = re.compile(r" (?:for|in|to|by|on|at|with|cho|với|ở|tại)\b", re.IGNORECASE)
_UNTIL = re.compile(r"^[^.;,]*?\b(?:until|till|unless|(?:cho )?đến khi|chừng nào)\b", re.IGNORECASE)
_LIMITS = frozenset({"only", "except"})
# "not barred" is allowed, "not excused" bound
_LIFTED = re.compile(
    r"\b(?:not|never|no longer)(?: be(?:en)?)? (?:barred|excluded|excused|exempt(?:ed)?|banned|prohibited|forbidden|waived|ruled out|refused)\b"
    r"|\b(?:không|chưa|chẳng)(?: hề)?(?: bị| được)? (?:cấm|miễn(?! nhiệm)|loại trừ|từ chối)\b",
    re.IGNORECASE,
)


def denied_anew(op: Found, said: Side, source: Side, used: frozenset[int]) -> bool:
    """Whether a "not" of the statement turns what its source says; `used`: the clauses that the statement comes from."""
    word = next((w for w in said.words if w.start >= op.end and w.clause == op.clause), None)
    if (
        word is None
        or not_yet(op, source)
        or in_contrast(op, said)
        or waits(op, said, source)
        or denials(said) <= denials(source, used)
        or any(lacks(_clause(source, c)) for c in used)
    ):
        return False
    if denials(said, frozenset({op.clause})) != 1 or lacks(_clause(said, op.clause).replace(op.said, "", 1)):
        return False  # denied twice, in whatever words
    english = said.reading.language == "en"
    if word.form in source.forms:
        return any(not _denied(source, w) for w in source.words if w.form == word.form)
    same = [w for w in source.words if alike(word.form, frozenset({w.form}), english=english)]
    return bool(same) and not any(_denied(source, w) for w in same)


def in_contrast(op: Found, said: Side) -> bool:
    """Whether a denial only sets off what is said beside it: "not one for all but one each", "but not for others"."""
    text = said.reading.text
    return bool(_BUT.match(text, op.end) or (_BUT_BEFORE.search(text[: op.start]) and _ELLIPTIC.match(text, op.end)))


def waits(op: Found, said: Side, source: Side) -> bool:
    """Whether it is denied only until something that the source puts first: "not before A agrees" is "after A agrees"."""
    there = any(o.kind in ("after", "only") for o in source.operators)
    return there and bool(_UNTIL.search(said.reading.text[op.end :]))


def forbidden_anew(said: Side, source: Side) -> Iterator[Fault]:
    """A prohibition of what a source without any denial, limit or exception says; a prohibition that is itself denied."""
    denying = any(o.kind in NEGATIONS | _LIMITS for o in source.operators) or lacks(source.reading.text)
    forbids = next((o for o in said.operators if o.kind == "forbid"), None)
    if forbids and not denying and not any(q.bound in ("<", "<=") for q in source.figures.quantities):
        yield Fault("negation", forbids.said)
    lifted = _LIFTED.search(said.reading.text)
    if lifted and denying and not _LIFTED.search(source.reading.text):
        yield Fault("negation", lifted.group())


def _denied(side: Side, word: Word) -> bool:
    return any(o.kind in NEGATIONS and o.clause == word.clause for o in side.operators)


def _clause(side: Side, clause: int) -> str:
    words = [w for w in side.reading.words if w.clause == clause]
    return side.reading.text[words[0].start : words[-1].end] if words else ""
