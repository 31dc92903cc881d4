"""Whether a statement denies what its source says, or says what its source denies, word by word.

The word that a "not" bears on is the next one that says something. Where that word stands in both texts, denied in one
and nowhere so in the other, and the clauses that it stands in hold more denials here than there, the statement was
turned. Knows operators and words, no opposites.
"""

from collections.abc import Iterator, Sequence

from assistant.checks.free import denied_by_a_word, denies_otherwise, is_free
from assistant.checks.operators import Found
from assistant.checks.otherwise import repeats
from assistant.checks.side import NEGATIONS, Side
from assistant.checks.text import Fault
from assistant.checks.words import Word

_DENYING = frozenset({"deny", "forbid", "exempt", "except"})
_TOGETHER = 2
_REACH = 3  # words between a "not" and the word that it bears on


def compare_polarity(said: Side, source: Side) -> Iterator[Fault]:
    """Words denied in one text that the other one only has without a denial."""
    free = is_free(said.reading, source.reading)
    if free and denies_otherwise(said.reading, source.reading):
        return
    mine, theirs = _denied(said), _denied(source)
    for one, other, own, foreign in ((said, source, mine, theirs), (source, said, theirs, mine)):
        for op, word in own:
            if one is said and ((free and op.kind == "deny") or repeats(op, said, source)):
                continue  # told freely, assistant/checks/denied.py decides
            there = [w for w in other.words if w.form == word.form]
            if not there or any(word.form in _borne_on(other, o, w, free=free) for o, w in foreign):
                continue
            if denied_by_a_word((word.form,), other.reading, one.reading):
                continue
            if any(w.form == word.form and w.start != word.start for w in one.words):
                continue  # said besides without a denial: nobody can tell which of them it is
            here, yonder = _around(one, word), [_around(other, w) for w in there]
            if _likeness(here, yonder) and _odd(one, word.sentence) != _odd(other, there[0].sentence):
                yield Fault("negation", *((op.said, word.form) if one is said else (word.form, op.said)))


def _denied(side: Side) -> list[tuple[Found, Word]]:
    found: list[tuple[Found, Word]] = []
    for op in side.operators:
        word = next((w for w in side.words if w.start >= op.end), None)
        if op.kind in NEGATIONS and word and word.clause == op.clause and _between(side, op, word) <= _REACH:
            found.append((op, word))
    return found


def _borne_on(side: Side, op: Found, word: Word, *, free: bool) -> frozenset[str]:
    """The word that a denial bears on; told freely, also the next one: what has no funds is not given any."""
    behind = [w.form for w in side.words if w.start >= word.start and w.clause == op.clause]
    return frozenset(behind[: _TOGETHER if free else 1])


def _between(side: Side, op: Found, word: Word) -> int:
    return sum(op.end <= w.start < word.start for w in side.reading.words)


def _around(side: Side, word: Word) -> frozenset[str]:
    return frozenset(w.form for w in side.words if w.clause == word.clause and w.start != word.start)


def _likeness(here: frozenset[str], yonder: Sequence[frozenset[str]]) -> bool:
    return any(len(here & words) * 2 >= len(here) > 0 for words in yonder)


def _odd(side: Side, sentence: int) -> bool:
    return bool(sum(o.kind in _DENYING and o.sentence == sentence for o in side.operators) % 2)
