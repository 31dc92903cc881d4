"""What counts as a contradiction where a statement is told in words of its own: the contrary, by the same word.

There a "must" or a "not" that one text lacks may be in any of its words; so the word that it bears on has to stand in
the other text, with the contrary or with nothing.
"""

import re
from collections.abc import Iterator

from assistant.checks.denied import in_contrast
from assistant.checks.free import denies_otherwise, lacks
from assistant.checks.operators import Found, Operator
from assistant.checks.side import NEGATIONS, Side
from assistant.checks.text import Fault
from assistant.checks.words import Word

_HARD: frozenset[Operator] = frozenset({"must", "duty"})
_PARTLY: frozenset[Operator] = frozenset({"some", "most"})
_WHOLE: frozenset[Operator] = frozenset({"all", "each", "most"})
_CONTRARY: dict[Operator, frozenset[Operator]] = {
    "must": NEGATIONS.union(("may", "should")),
    "may": _HARD | NEGATIONS,
    "right": _HARD | NEGATIONS,
    "should": NEGATIONS.union(_HARD, ("may",)),
}

# the nearest word of the kind before the same word in the source says the contrary
_TURNED: dict[Operator, frozenset[Operator]] = {
    "may": frozenset(("must",)),
    "should": frozenset(("must",)),
    "must": frozenset(("may", "should")),
}
_WHILE = re.compile(r"\b(?:nếu|mà|khi|ai|nào|còn|vẫn|hễ)\b[^.;]*$", re.IGNORECASE)
_MODAL = NEGATIONS.union(_HARD, ("may", "should", "only", "except", "if"))
_REACH = 6  # words
_LISTED = 30


def turned_in(op: Found, said: Side, source: Side, used: frozenset[int]) -> bool:
    """Whether the other text, told freely, says the contrary of what an operator of this one says."""
    if op.kind == "may" and op in said.operators:
        return _fewer_musts(said, source, used)
    if op.kind in _CONTRARY:
        other = source if op in said.operators else said
        return any(o.kind in _CONTRARY[op.kind] and not _no_contrary(op, o, other) for o in other.operators)
    if op.said.lower() == "chưa" and op in said.operators and _WHILE.search(said.reading.text[: op.start]):
        return False  # "mà ... chưa trả lời": of the case, not of the outcome
    if op.kind == "exempt" and op in said.operators:
        return not any(o.kind == "exempt" for o in source.operators)
    if op.kind in NEGATIONS and op in said.operators:
        return not denies_otherwise(source.reading, said.reading) and not denies_otherwise(said.reading, source.reading)
    if op in source.operators and op.kind == "some":
        return any(o.kind in _WHOLE for o in said.operators)
    if op in said.operators and op.kind == "all":
        return any(o.kind in _PARTLY for o in source.operators)
    return True


def _no_contrary(op: Found, other: Found, side: Side) -> bool:
    """Whether a denial is a contrast, or one of a word that denies: who may not do it wrongly has to do it right."""
    if other.kind not in NEGATIONS:
        return False
    text = side.reading.text
    twice = op.kind == "must" and (lacks(text[: other.start]) or lacks(text[other.end :]))
    return twice or in_contrast(other, side)


def _fewer_musts(said: Side, source: Side, used: frozenset[int]) -> bool:
    """Whether the clauses that a statement comes from bind or forbid more often than it does itself."""
    theirs = [o for o in source.operators if o.clause in used]
    mine = [o for o in said.operators if o.kind in _HARD]
    denied = any(o.kind in NEGATIONS for o in theirs) and not any(o.kind in NEGATIONS for o in said.operators)
    return denied or len(mine) < sum(o.kind in _HARD for o in theirs)


def governed(said: Side, source: Side) -> Iterator[Fault]:
    """A "may" or "should" of the statement before a word that its source has behind a "must" alone, and the reverse."""
    for op in said.operators:
        turned = _TURNED.get(op.kind)
        word = next((w for w in said.words if w.start >= op.end and w.sentence == op.sentence), None)
        if turned is None or word is None or said.reading.at(word.start) - op.word > _REACH:
            continue
        over = [_over(w, source) for w in source.words if w.form == word.form]
        if over and all(o is not None and o.kind in turned for o in over):
            yield Fault("modal", op.said, next(o.said for o in over if o))


def _over(word: Word, side: Side) -> Found | None:
    """The nearest operator before a word, if it is near; a "must" reaches as far as the things that it lists."""
    before = [o for o in side.operators if o.sentence == word.sentence and o.end <= word.start]
    at = side.reading.at(word.start)
    if before and at - before[-1].word <= _REACH:
        return before[-1]
    modal = [o for o in before if o.kind in _MODAL]
    return modal[-1] if modal and modal[-1].kind == "must" and at - modal[-1].word <= _LISTED else None
