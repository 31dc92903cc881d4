"""Done, or to be done: what a source orders or asks for, a statement may not tell as done. Knows words of both only."""

import re
from collections.abc import Iterator

from assistant.checks.side import Side
from assistant.checks.text import Fault
from assistant.checks.words import Word

_DONE = re.compile(r"\b(?:đã(?: được)?|(?:has|have)(?: already)?(?: been)?|was|were)(?: \w+ly)? $", re.IGNORECASE)
_AWAITING = re.compile(
    r"\b(?:until|till|once|after|when|if|unless|before|as soon as|đến khi|sau khi|khi|nếu|trước khi|mà)\b",
    re.IGNORECASE,
)
_ORDERS = frozenset({"must", "duty", "should"})
_BEFORE = 24  # characters in which the words of being done stand before the verb
_REACH = 8  # words between an order and what is ordered


def compare_done(said: Side, source: Side) -> Iterator[Fault]:
    """Verbs told as done that the source only has behind an order."""
    for word in said.words:
        if (
            not _done(said, word)
            or _awaited(said, word)
            or any(o.kind in _ORDERS and o.sentence == word.sentence for o in said.operators)
        ):
            continue
        there = [w for w in source.words if w.form == word.form]
        if there and all(_ordered(source, w) and not _done(source, w) for w in there):
            yield Fault("modal", said.reading.text[max(0, word.start - _BEFORE) : word.end].strip())


def _done(side: Side, word: Word) -> bool:
    return bool(_DONE.search(side.reading.text[max(0, word.start - _BEFORE) : word.start]))


def _awaited(side: Side, word: Word) -> bool:
    """Whether it only tells when something else may be: "until it has been revised"."""
    before = [w for w in side.reading.words if w.start < word.start and w.clause == word.clause]
    return bool(before) and bool(_AWAITING.search(side.reading.text[before[0].start : word.start]))


def _ordered(side: Side, word: Word) -> bool:
    at = side.reading.at(word.start)
    return any(o.kind in _ORDERS and o.sentence == word.sentence and 0 <= at - o.word <= _REACH for o in side.operators)
