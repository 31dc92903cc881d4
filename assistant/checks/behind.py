"""The word right behind a "not", a "must", a "may" or a "đã" that the other text has right behind the contrary only.

The narrowest of the rules, so that it holds in free wording too. Knows words side by side, no clauses.
"""

import re
from collections.abc import Iterator
from typing import Literal

from assistant.checks.free import lacking, lacks
from assistant.checks.operators import Operator
from assistant.checks.side import NEGATIONS, Side
from assistant.checks.text import Fault
from assistant.checks.words import Word

Said = Literal["not", "need not", "must", "open", "done"]

_DONE = re.compile(r"\b(?:đã(?: được| bị| có)?|has been|have been) $", re.IGNORECASE)
_BETWEEN = re.compile(r" (?:(?:be|been|có|được|bị) )?")
_EITHER = re.compile(r"(?:hoặc|hay|or)(?: \w+)? $", re.IGNORECASE)
_CONTRARY: dict[Said, frozenset[Said]] = {
    "not": frozenset(("must", "open", "done")),
    "need not": frozenset(("must",)),
    "must": frozenset(("not",)),
    "open": frozenset(("not",)),
    "done": frozenset(("not",)),
}
_OF: tuple[tuple[Said, frozenset[Operator]], ...] = (
    ("need not", frozenset(("exempt",))),
    ("not", NEGATIONS),
    ("must", frozenset(("must",))),
    ("open", frozenset(("may", "right"))),
)
_LONG = 20  # "No member of the club may": denied is who, not what
_NOT_DONE = re.compile(r"\b(?:chưa|không|not) \w* ?$")
_WINDOW = 24  # characters in which they stand before it
_FAR = 60  # characters between a "not" and the second of the two things that it denies


def compare_behind(said: Side, source: Side) -> Iterator[Fault]:
    """Words of the statement right behind the contrary of what stands before each of them in the source."""
    yield from _undenied(said, source)
    mine = [(w, right) for w in said.words if (right := _before(w, said))]
    for word, right in mine:
        there = _same(word, said, source)
        contrary = _CONTRARY[right]
        if (
            there
            and all(_before(w, source) in contrary for w in there)
            and not any(r in contrary for w, r in mine if w.form == word.form)
            and not (right != "not" and lacks(said.reading.text))
            and not (right == "not" and any(_limited(w, source) for w in there))
        ):
            yield Fault("negation", f"{right}: {word.form}")


def _undenied(said: Side, source: Side) -> Iterator[Fault]:
    """Two words that the source has right behind a "not" only, in a statement that denies nothing at all."""
    if any(o.kind in NEGATIONS | {"except", "only"} for o in said.operators) or lacking(said.reading.text):
        return
    for word in said.words:
        behind = _next(word, said)
        there = [w for w in source.words if behind and w.form == word.form and _next(w, source) == behind]
        if there and all(_before(w, source) == "not" for w in there):
            yield Fault("negation", word.form, "not")


def _same(word: Word, said: Side, source: Side) -> list[Word]:
    """The same word of the source; if there is one with the same word behind it, only that."""
    there = [w for w in source.words if w.form == word.form]
    behind = _next(word, said)
    return [w for w in there if behind and _next(w, source) == behind] or there


def _limited(word: Word, side: Side) -> bool:
    """Whether what is open is so to some, or on a condition, alone: to others it is not."""
    return any(o.kind in ("only", "except") and o.sentence == word.sentence for o in side.operators)


def _next(word: Word, side: Side) -> str:
    return next((w.form for w in side.words if w.start > word.start and w.clause == word.clause), "")


def _before(word: Word, side: Side) -> Said | None:
    """What stands right before a word; before the second of two things, what stands before both."""
    text = side.reading.text
    before = text[max(0, word.start - _WINDOW) : word.start]
    if _DONE.search(before) and not _NOT_DONE.search(before):
        return "done"
    chain, at = set[Operator](), word.start
    for op in sorted(side.operators, key=lambda o: -o.end):
        if op.end <= at and len(op.said) < _LONG and _BETWEEN.fullmatch(text, op.end, at):
            chain.add(op.kind)
            at = op.start
    if not chain and (either := _EITHER.search(text, max(0, word.start - _WINDOW), word.start)):
        denied = [o for o in side.operators if o.kind in NEGATIONS and 0 < either.start() - o.end < _FAR]
        return "not" if denied and denied[-1].clause == word.clause else None
    return next((said for said, kinds in _OF if chain & kinds), None)
