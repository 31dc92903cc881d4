"""Two texts unit by unit: what stayed, changed, moved, got another number, was split or merged, came or went.

The main path is `compare`; it knows two texts and their units, not documents, dates or formats.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from assistant.comparison.align import Match, align, out_of_order
from assistant.comparison.likeness import Likeness
from assistant.comparison.moved import Loose, moved_elsewhere
from assistant.comparison.text import Compared
from assistant.comparison.units import Unit, units_of
from assistant.comparison.words import WordChange, word_changes

Kind = Literal["same", "changed", "moved", "renumbered", "split", "merged", "added", "removed", "beside"]
KINDS: tuple[Kind, ...] = ("changed", "added", "removed", "moved", "renumbered", "split", "merged", "same", "beside")
_RELATED = 0.5  # half of the units of the same number are alike: the numbers mean the same in both texts


@dataclass(frozen=True, slots=True)
class Aligned:
    """Units of the two texts that belong together, or one that has no other.

    `reworded`: its own words differ, as `words` shows; `parts` are the units below it. "beside" is what stands at the
    same place in a text of another language: nothing is said of its words.
    """

    kind: Kind
    left: tuple[Unit, ...]
    right: tuple[Unit, ...]
    likeness: float
    words: tuple[WordChange, ...] = ()
    parts: tuple["Aligned", ...] = field(default=())

    @property
    def reworded(self) -> bool:
        """Whether its own words differ."""
        return any(w.change != "same" for w in self.words)

    @property
    def told(self) -> bool:
        """Whether it is a difference of its own: one that is "changed" in its parts only is told by these."""
        return self.reworded or self.kind not in ("same", "changed", "beside")


@dataclass(frozen=True, slots=True)
class Comparison:
    """All units of both texts, in the order of the right one; `related` tells whether numbers mean the same in both."""

    units: tuple[Aligned, ...]
    related: bool

    def walk(self) -> Iterator[tuple[int, Aligned]]:
        """Every unit with its depth, in order."""
        yield from _walk(self.units, 0)

    @property
    def differences(self) -> list[Aligned]:
        """What is to be told: units that came, went or changed place, and those with other words of their own."""
        return [a for _, a in self.walk() if a.told]


def _walk(units: Sequence[Aligned], depth: int) -> Iterator[tuple[int, Aligned]]:
    for a in units:
        yield depth, a
        yield from _walk(a.parts, depth + 1)


def compare(left: Compared, right: Compared) -> Comparison:
    """Aligns the units of two texts and compares the words of those that belong together."""
    one, other = units_of(left), units_of(right)
    pairing = _Pairing(left, right, Likeness(left, right, (one, other)))
    pairing.related = pairing.numbers_agree(one, other)
    units = pairing.aligned(one, other, top=True)
    loose = moved_elsewhere(pairing.likeness, list(_loose(units)))
    return Comparison(tuple(pairing.joined(units, loose)), pairing.related)


def _loose(units: Sequence[Aligned]) -> Iterator[Loose]:
    """What has no other, with what stands below it."""
    for a in units:
        if a.kind in ("added", "removed"):
            yield Loose(a.kind == "removed", (a.left or a.right)[0])
        yield from _loose(a.parts)


class _Pairing:
    def __init__(self, left: Compared, right: Compared, likeness: Likeness) -> None:
        self.left, self.right, self.likeness = left, right, likeness
        self.related = True
        self.foreign = left.language != right.language

    def numbers_agree(self, one: Sequence[Unit], other: Sequence[Unit]) -> bool:
        """Whether units of the same number are mostly alike, as they are in two versions of one text."""
        if self.foreign:
            return True
        theirs = {(u.kind, u.mark, u.scope): u for u in other if u.mark}
        pairs = [(u, theirs[k]) for u in one if (k := (u.kind, u.mark, u.scope)) in theirs]
        alike = sum(bool(self.likeness.matrix([a], [b])[0, 0] >= _RELATED) for a, b in pairs)
        return 2 * alike >= len(pairs)

    def aligned(self, one: Sequence[Unit], other: Sequence[Unit], *, top: bool = False) -> list[Aligned]:
        """Two lists of units side by side, in the order of the right one; what went stands where it was."""
        matches = _by_number(one, other) if self.foreign else align(self.likeness, one, other, related=self.related)
        moved = out_of_order(matches)
        partner = {i: m for m in matches for i in m.left}
        containers = self._containers(one, other, matches) if top else {}
        found = {m: self._pair(m, one, other, n in moved, containers) for n, m in enumerate(matches)}
        return list(_interleaved(one, other, matches, partner, found))

    def _containers(self, one: Sequence[Unit], other: Sequence[Unit], matches: Sequence[Match]) -> dict[str, str]:
        """The chapters of the left text, each with the one of the right text that it has become."""
        return {one[m.left[0]].address: other[m.right[0]].address for m in matches if not one[m.left[0]].parts}

    def _pair(
        self, m: Match, one: Sequence[Unit], other: Sequence[Unit], moved: bool, containers: dict[str, str]
    ) -> Aligned:
        left, right = tuple(one[i] for i in m.left), tuple(other[j] for j in m.right)
        if self.foreign:
            return Aligned("beside", left, right, m.likeness, (), tuple(self.aligned(*_parts(left, right))))
        a, b = left[0], right[0]
        elsewhere = a.container in containers and containers[a.container] != b.container
        words = self._words(left, right)
        parts = () if self._equal(left, right) else tuple(self.aligned(*_parts(left, right)))
        if not parts:
            parts = tuple(self._same(x, y) for x, y in zip(*_parts(left, right), strict=False))
        kind: Kind
        if len(right) > 1 or len(left) > 1:
            kind = "split" if len(right) > 1 else "merged"
        elif moved or elsewhere:
            kind = "moved"
        elif (a.kind, a.mark) != (b.kind, b.mark) and (a.mark or b.mark):
            kind = "renumbered"
        else:
            differs = any(w.change != "same" for w in words) or any(p.kind != "same" for p in parts)
            kind = "changed" if differs else "same"
        return Aligned(kind, left, right, m.likeness, words, parts)

    def _same(self, a: Unit, b: Unit) -> Aligned:
        words = self._words((a,), (b,))
        return Aligned(
            "same", (a,), (b,), 1.0, words, tuple(self._same(x, y) for x, y in zip(a.parts, b.parts, strict=False))
        )

    def _equal(self, left: Sequence[Unit], right: Sequence[Unit]) -> bool:
        """Whether two units are word for word the same with all that is in them."""
        if len(left) != 1 or len(right) != 1 or _shape(left[0]) != _shape(right[0]):
            return False
        a, b = self.left.tokens_of(left[0].whole), self.right.tokens_of(right[0].whole)
        return len(a) == len(b) and [self.left.keys[n] for n in a] == [self.right.keys[n] for n in b]

    def _words(self, left: Sequence[Unit], right: Sequence[Unit]) -> tuple[WordChange, ...]:
        old, new = ([s for u in side for s in u.own] for side in (left, right))
        return word_changes(self.left, self.right, old, new)

    def joined(self, units: Sequence[Aligned], moves: dict[Unit, Unit]) -> Iterator[Aligned]:
        """The units, with those that stand in other places on the two sides brought together."""
        back = {b: a for a, b in moves.items()}
        for a in units:
            if a.kind == "removed" and a.left[0] in moves:
                continue  # it is told where it stands now
            if a.kind == "added" and (before := back.get(a.right[0])) is not None:
                match = Match((0,), (0,), float(self.likeness.matrix([before], [a.right[0]])[0, 0]))
                a = replace(self._pair(match, [before], [a.right[0]], True, {}), kind="moved")
            yield _told_once(a, tuple(self.joined(a.parts, moves)))


def _told_once(a: Aligned, parts: tuple[Aligned, ...]) -> Aligned:
    """A unit that came or went with all its parts is told as one, with all its words."""
    whole = len(parts) == len(a.parts) and all(p.kind == a.kind and not p.parts for p in parts)
    if a.kind not in ("added", "removed") or not parts or not whole:
        return replace(a, parts=parts)
    change: Literal["removed", "added"] = "removed" if a.kind == "removed" else "added"
    words = WordChange(change, *(tuple(s for u in side for s in u.whole) for side in (a.left, a.right)))
    return replace(a, words=(words,), parts=())


def _parts(left: Sequence[Unit], right: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    return [p for u in left for p in u.parts], [p for u in right for p in u.parts]


def _shape(u: Unit) -> list[object]:
    return [(u.kind, u.mark) if u.parts or u.mark else u.kind, *([_shape(p) for p in u.parts])]


def _by_number(one: Sequence[Unit], other: Sequence[Unit]) -> list[Match]:
    """For texts of two languages: units of one address, else of one number."""
    theirs = {(u.address or u.kind): j for j, u in enumerate(other)}
    return [Match((i,), (theirs[k],), 0.0) for i, u in enumerate(one) if (k := u.address or u.kind) in theirs]


def _alone(kind: Literal["added", "removed"], u: Unit) -> Aligned:
    sides: tuple[tuple[Unit, ...], tuple[Unit, ...]] = ((u,), ()) if kind == "removed" else ((), (u,))
    change = WordChange(kind, u.own if kind == "removed" else (), u.own if kind == "added" else ())
    return Aligned(kind, *sides, 0.0, (change,) if u.own else (), tuple(_alone(kind, p) for p in u.parts))


def _interleaved(
    one: Sequence[Unit],
    other: Sequence[Unit],
    matches: Sequence[Match],
    partner: dict[int, Match],
    found: dict[Match, Aligned],
) -> Iterator[Aligned]:
    """In the order of the right text; what it has no longer stands behind what stood before it."""
    behind: dict[int | None, list[int]] = {}
    last: int | None = None
    for i in range(len(one)):
        if i in partner:
            last = partner[i].right[-1]
        else:
            behind.setdefault(last, []).append(i)
    first = {m.right[0]: m for m in matches}
    held = {j for m in matches for j in m.right}
    yield from (_alone("removed", one[i]) for i in behind.get(None, []))
    for j, unit in enumerate(other):
        if j in first:
            yield found[first[j]]
        elif j not in held:
            yield _alone("added", unit)
        yield from (_alone("removed", one[i]) for i in behind.get(j, []))
