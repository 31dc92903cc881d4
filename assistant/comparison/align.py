"""One list of units against another: which is which, by number and by likeness; which was split, which were merged.

Knows bags of words, not words.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.comparison.likeness import Bag, Likeness, Matrix
from assistant.comparison.units import Unit
from corpus.folding import fold

# Units that share half of what weighs in them are one unit, wherever they stand; with the same number or title, less
# will do, for a unit may have been written anew under its number.
_ALIKE = 0.5
_ALIKE_NUMBERED = 0.12
_ALIKE_ELSEWHERE = 0.3  # the same, where the numbers of the two texts have nothing to do with each other
_NUMBER, _TITLE, _ORDER = 0.25, 0.15, 0.05  # how much the number, the title and the place weigh beside the likeness
_FEW = 6  # words: shorter units are alike by chance
_HELD = 0.6  # of a part's weight stands in the unit that it was split off, or in which it was merged
_OWN = 0.5  # of what is held there, so much is in no other part of it
_LEAST_PART = 8  # words
_NEAREST = 5  # units that a part is looked for in
Matches = NDArray[np.bool_]
_LARGEST = 6_000_000  # pairs of units: larger lists (tables of thousands of rows) are aligned by number and order


@dataclass(frozen=True, slots=True)
class Match:
    """Units (their places in the two lists) that are one, several on one side where it was split or merged."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: float


def align(likeness: Likeness, left: Sequence[Unit], right: Sequence[Unit], *, related: bool = True) -> list[Match]:
    """The units that belong together, each in one match at most; `related` texts share their numbers."""
    if len(left) * len(right) > _LARGEST:
        return _in_order(left, right)
    alike = likeness.matrix(left, right)
    bags = [likeness.bag(0, u) for u in left], [likeness.bag(1, u) for u in right]
    score, fits = _scored(alike, left, right, bags, related)
    matches = [Match((i,), (j,), float(alike[i, j])) for i, j in _greedy(score, fits)]
    matches = _shared_out(likeness, matches, alike, *bags, split=True)
    return _shared_out(likeness, matches, alike, *bags, split=False)


def _scored(
    alike: Matrix, left: Sequence[Unit], right: Sequence[Unit], bags: tuple[list[Bag], list[Bag]], related: bool
) -> tuple[Matrix, Matches]:
    """How well each unit suits each, and which may be one at all."""
    number, scope, kind, title = (_equal(left, right, of) for of in (_numbers, _scope, _kinds, _titles))
    numbered = number & scope
    few = np.minimum.outer([b.words for b in bags[0]], [b.words for b in bags[1]]) < _FEW
    fits = (alike >= _ALIKE) & (~few | (alike >= 0.999) | number)
    fits |= (alike >= _ALIKE_NUMBERED) & title
    fits |= (alike >= (_ALIKE_NUMBERED if related else _ALIKE_ELSEWHERE)) & numbered
    fits |= numbered & (title | (few if related else False))  # "5. (được bãi bỏ)": a unit stays itself with no words
    heads = _equal(left, right, lambda u: u.kind == "head" or None)
    fits |= heads
    fits &= kind
    place = np.subtract.outer(np.arange(len(left)) / max(len(left), 1), np.arange(len(right)) / max(len(right), 1))
    score = alike + _NUMBER * numbered + _TITLE * title + _ORDER * (1 - np.abs(place)) + heads
    return score, fits


def _equal(left: Sequence[Unit], right: Sequence[Unit], of: Callable[[Unit], object]) -> Matches:
    known: dict[object, int] = {}
    a, b = (
        np.array([known.setdefault(v, len(known)) if (v := of(u)) is not None else none for u in units], dtype=np.int64)
        for units, none in ((left, -1), (right, -2))
    )
    found: Matches = a[:, None] == b[None, :]
    return found


def _numbers(u: Unit) -> object:
    return (u.kind, u.mark) if u.mark else None


def _scope(u: Unit) -> object:
    return u.scope.rstrip("0123456789~")


def _kinds(u: Unit) -> object:
    # what one text gives as points another gives as clauses; a table's row is no article
    return {"table": "table", "row": "row", "head": "head", "article": "article", "annex": "annex"}.get(u.kind, "other")


def _titles(u: Unit) -> object:
    return fold(u.title).strip(" .:;") if u.title and len(u.title) < 200 and u.kind != "clause" else None


def _greedy(score: Matrix, fits: Matches) -> list[tuple[int, int]]:
    """The best pair first, then the best of those left."""
    rows, columns = np.nonzero(fits)
    order = np.argsort(-score[rows, columns], kind="stable")
    taken: tuple[set[int], set[int]] = (set(), set())
    found = []
    for i, j in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            found.append((i, j))
    return sorted(found)


def _in_order(left: Sequence[Unit], right: Sequence[Unit]) -> list[Match]:
    """By number, or by place where there is none: for lists too long to hold each against each."""
    places: dict[object, list[int]] = {}
    for j, u in reversed(list(enumerate(right))):
        places.setdefault((_kinds(u), u.mark), []).append(j)
    found = []
    for i, u in enumerate(left):
        if at := places.get((_kinds(u), u.mark)):
            found.append(Match((i,), (at.pop(),), 1.0))
    return found


def _shared_out(
    likeness: Likeness, matches: list[Match], alike: Matrix, lefts: list[Bag], rights: list[Bag], *, split: bool
) -> list[Match]:
    """The matches, with units left over that are a part of one on the other side joined to it."""
    wholes, parts, near = (lefts, rights, alike) if split else (rights, lefts, alike.T)
    found = {
        (m.left if split else m.right): (m.right if split else m.left)
        for m in matches
        if len(m.left) == 1 == len(m.right)
    }
    rest = [m for m in matches if not len(m.left) == 1 == len(m.right)]
    taken = {n for m in matches for n in (m.right if split else m.left)}
    busy = {n for m in rest for n in (m.left if split else m.right)}
    shares = {key[0]: list(value) for key, value in found.items()}
    for n, part in enumerate(parts):
        if n in taken or part.words < _LEAST_PART:
            continue
        best = max(
            (
                (likeness.held(part, [wholes[k]]), k)
                for k in np.argsort(-near[:, n], kind="stable")[:_NEAREST].tolist()
                if k not in busy and wholes[k].words > part.words
            ),
            default=(0.0, -1),
        )
        if best[0] >= _HELD and _adds(likeness, part, wholes[best[1]], [parts[s] for s in shares.get(best[1], [])]):
            shares.setdefault(best[1], []).append(n)
    made = []
    for whole, members in shares.items():
        if len(members) == 1 and (whole,) not in found:
            continue  # a part alone: the whole has gone, and this is no half of it
        sides = ((whole,), tuple(sorted(members)))
        a, b = sides if split else sides[::-1]
        made.append(Match(a, b, likeness.held(wholes[whole], [parts[s] for s in members])))
    kept = {(m.left, m.right): m for m in matches}
    return sorted((kept.get((m.left, m.right), m) for m in (*made, *rest)), key=lambda m: (m.right, m.left))


def _adds(likeness: Likeness, part: Bag, whole: Bag, others: list[Bag]) -> bool:
    """Whether a part brings what the other parts of the whole have not: else it repeats them."""
    inside = np.isin(part.features, whole.features)
    if not others:
        return True
    elsewhere = np.isin(part.features, np.concatenate([o.features for o in others]))
    weight = part.weights[inside].sum()
    return bool(weight > 0 and part.weights[inside & ~elsewhere].sum() / weight >= _OWN)


def out_of_order(matches: Sequence[Match]) -> set[int]:
    """Which matches (their places in the list) do not stand in the order of both texts: the fewest that explain it."""
    order = sorted(range(len(matches)), key=lambda n: matches[n].left)
    ends: list[int] = []
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for n in order:
        at = bisect_left(ends, matches[n].right[0])
        before[n] = tails[at - 1] if at else None
        ends[at : at + 1] = [matches[n].right[0]]
        tails[at : at + 1] = [n]
    kept: set[int] = set()
    at_end: int | None = tails[-1] if tails else None
    while at_end is not None:
        kept.add(at_end)
        at_end = before[at_end]
    return set(range(len(matches))) - kept
