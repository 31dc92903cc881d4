"""How near a language model's sentence keeps to its source: its words, in its order, each as often as there.

Stricter than the check, and of another kind: the check looks for faults that it knows, this one asks whether there was
room for any. What a sentence names besides (its document, what was asked) may come from what stands above the source,
in one piece. Where it says no, the source's own words are shown instead, so a doubt costs little.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.checks.figures import find_figures
from assistant.checks.side import Side, side_of
from assistant.checks.text import plain
from assistant.checks.words import Reading, Word, read

# say that something is said, not what
_SAYING = frozenset(
    "consist compris includ state stipul prescrib provid say accord mean specifi under pursuant "
    "gồm bao quy định nêu theo là có như sau rằng".split()
)
_JUMPS = 2  # back in the source: a part of it put first, an active clause made passive
_WORDS_A_RUN = 3  # on average: shreds of a source put together are no sentence of it
_OWN = 3  # one word in so many at least is the source's, not what stands above it
_COUNTED = 3  # words behind a figure in which the counted thing is named


def keeps_close(text: str, source: str, above: Iterable[str]) -> bool:
    """Whether a sentence is its source's words, cut and joined, with what stands above it named in one place."""
    said, there = _side(plain(text)), _side(plain(source))
    around = frozenset[str]().union(*(read(plain(a)).forms for a in above))
    # figures, and the words that decide, are the check's: here they may be written otherwise
    mine = [w for w in said.words if w.form not in _SAYING]
    places = [_places(w, there.reading) for w in mine]
    if not mine or any(not p and w.form not in around for w, p in zip(mine, places, strict=True)):
        return False
    own = [(w, p) for w, p in zip(mine, places, strict=True) if p]
    if len(own) * _OWN < len(mine) or not _named_once(places) or not _as_often(mine, there.reading, around):
        return False
    return _in_order(own, there, len(mine)) and _counted(said, there) and _figures_as_often(said, there)


def _side(text: str) -> Side:
    return side_of(text, find_figures(text))


def _places(word: Word, there: Reading) -> list[int]:
    return [i for i, w in enumerate(there.words) if w.form == word.form]


def _named_once(places: Sequence[Sequence[int]]) -> bool:
    """Whether the words that only stand above the source come in one piece."""
    gaps = "".join("." if p else "-" for p in places)
    return len(re.findall(r"-+", gaps)) <= 1


def _as_often(mine: Sequence[Word], there: Reading, around: frozenset[str]) -> bool:
    known = Counter(w.form for w in there.words)
    return all(n <= known[form] + (form in around) for form, n in Counter(w.form for w in mine).items())


def _figures_as_often(said: Side, there: Side) -> bool:
    return all(
        sum(bool(q.values & o.values) for o in said.figures.quantities)
        <= sum(bool(q.values & k.values) for k in there.figures.quantities)
        for q in said.figures.quantities
        if q.demanded
    )


def _in_order(own: Sequence[tuple[Word, list[int]]], there: Side, length: int) -> bool:
    """Whether the words follow each other as in the source, in long runs, and those of a clause in one sentence."""
    words, at, jumps, runs = there.reading.words, -1, 0, 1
    telling = {w.start for w in there.words if w.form not in _SAYING}
    units: dict[int, set[int]] = {}
    for word, places in own:
        ahead = [p for p in places if p > at]
        if ahead:
            step = [w for w in words[at + 1 : ahead[0]] if w.start in telling]
            runs += bool(step) and at >= 0
            at = ahead[0]
        else:
            jumps += 1
            runs += 1
            at = places[0]
        units.setdefault(word.clause, set()).add(words[at].sentence)
    return jumps <= _JUMPS and runs * _WORDS_A_RUN <= length + _WORDS_A_RUN and all(len(u) == 1 for u in units.values())


def _counted(said: Side, there: Side) -> bool:
    """Whether each bare number still stands before what it counts: "57 comrades", not "is 57"."""
    for q in said.figures.quantities:
        same = [k for k in there.figures.quantities if k.values & q.values]
        if q.unit or not q.demanded or not same:
            continue
        wanted = {w for k in same for w in _behind(there.reading, k.end)[:1]}
        if wanted and not wanted & set(_behind(said.reading, q.end)):
            return False
    return True


def _behind(reading: Reading, end: int) -> list[str]:
    words = [w for w in reading.words if w.start >= end]
    return [w.form for w in words[: 2 * _COUNTED] if w.telling and w.sentence == words[0].sentence][:_COUNTED]
