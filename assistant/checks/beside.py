"""Operators between the same neighbours: where a statement keeps the words on both sides, what is between is compared.

The sharpest of the rules, for statements that repeat their source but for a word. Knows kinds of operators, not why.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from assistant.checks.operators import Found, Operator
from assistant.checks.words import Reading

_GAP = 4  # words that may stand between the neighbours
Compatible = Mapping[Operator, frozenset[str]]


def pairs(one: Reading, other: Reading, least: int = 1) -> dict[int, int]:
    """Which word of one text is which of the other, by runs of the same words; `least` in a run."""
    a, b = [w.form for w in one.words], [w.form for w in other.words]
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return {m.a + i: m.b + i for m in blocks if m.size >= least for i in range(m.size)}


def unmatched(
    operators: tuple[Found, ...], one: Reading, other: Sequence[Found], into: Mapping[int, int], carried: Compatible
) -> Iterator[tuple[Found, list[Found]]]:
    """Operators of one text whose neighbours stand side by side in the other without one that carries them.

    With each, the operators that stand there instead.
    """
    length = max(into.values(), default=-1) + 1
    for op in operators:
        first = one.at(op.start)
        left = _partner(one, into, first - 1, -1) if first else -1
        right = _partner(one, into, op.word, 1) if op.word < len(one.words) else length
        if op.kind not in carried or left is None or right is None or not left < right <= left + 1 + _GAP:
            continue
        there = [o for o in other if left < o.word <= right]
        if not any(o.kind in carried[op.kind] for o in there):
            yield op, there


def _partner(one: Reading, into: Mapping[int, int], at: int, step: int) -> int | None:
    """The partner of a word, or of the one beyond it where it says nothing by itself."""
    if at not in into and 0 <= at < len(one.words) and not one.words[at].telling:
        at += step
    return into.get(at)
