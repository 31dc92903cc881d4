"""An amending text against its target: each unit that it changes beside the words that it brings.

Both sides stay the words of their documents: on the right stands the amending text, not a text that nobody issued.
"""

from collections.abc import Iterator, Sequence

from assistant.compare import Aligned, Comparison, Kind
from assistant.comparison.text import Compared, Span
from assistant.comparison.units import Unit, units_of
from assistant.comparison.words import Change, WordChange, word_changes
from assistant.consolidate import consolidate, in_order
from assistant.consolidated import Cause, ConsolidatedUnit, Origin, Piece
from assistant.consolidation.units import Change as Order
from assistant.wording import worded
from corpus.units import even_mark

_KINDS: dict[str, Kind] = {
    "amended": "changed", "inserted": "added", "annulled": "removed", "renumbered": "renumbered",
}  # fmt: skip


def compare_amending(
    left: Compared, right: Compared, target: Origin, orders: Sequence[Order], amending: str
) -> Comparison:
    """The units of the target that one of the documents changes, in their order; the rest is told to be the same.

    Orders of others are carried out too, for an order may build on them: a unit that had been annulled is put in anew.
    """
    made = _Amended(left, right, target, amending)
    found = consolidate(target, in_order(orders))
    return Comparison(tuple(a for u in found.units for a in made.aligned(u)), related=True)


class _Amended:
    def __init__(self, left: Compared, right: Compared, target: Origin, amending: str) -> None:
        self.left, self.right, self.target, self.amending = left, right, target, amending
        self.units = {u.address: u for top in units_of(left) for u in _walk(top)}

    def aligned(self, u: ConsolidatedUnit) -> Iterator[Aligned]:
        """A unit with its parts; one that came or went whole is told once."""
        before = self.units.get(u.address)
        cause = next((c for c in reversed(u.by) if c.document == self.amending), None)
        if cause is None:
            parts = tuple(a for p in u.parts for a in self.aligned(p))
            kind: Kind = "changed" if any(a.kind != "same" for a in parts) else "same"
            if before is not None:
                yield Aligned(kind, (before,), (), 1.0, (), parts)
            else:
                yield from (a for a in parts if a.kind != "same")
            return
        brought = tuple(_span(p) for x in u.walk() for p in x.pieces if p.document == cause.document)
        kind = "changed" if cause.made == "inserted" and before is not None else _KINDS[cause.made]
        right = self._right(u, cause, brought)
        words = self._words(u, before, brought, whole=kind in ("added", "removed"))
        left = (before,) if before is not None else ()
        parts = tuple(a for p in u.parts if _last(p) != _last(u) for a in self.aligned(p))
        yield Aligned(kind, left, (right,), 0.0, words, parts)

    def _right(self, u: ConsolidatedUnit, cause: Cause, brought: tuple[Span, ...]) -> Unit:
        """The order, under the name of the unit that it changes; its title is where it stands."""
        address = cause.unit or ""
        path = self.right.outline.path(address)
        return Unit(
            address, "order", "", u.path, path, cause.start, max([cause.end, *(b for _, b in brought)]), brought
        )

    def _words(
        self, u: ConsolidatedUnit, before: Unit | None, brought: tuple[Span, ...], *, whole: bool
    ) -> tuple[WordChange, ...]:
        if before is None:
            return (WordChange("added", (), brought),) if brought else ()
        if whole:
            return (WordChange("removed", before.whole, ()),)
        own = [p for p in u.pieces if p.document == self.target.id and p.end > p.start]
        words = [p for p in own if p.end - p.start > 12]
        if words and u.state != "inserted" and brought:
            return tuple(_swapped(u.pieces, self.target.id, before))
        return word_changes(self.left, self.right, before.whole, self._after_mark(u, brought))

    def _after_mark(self, u: ConsolidatedUnit, brought: tuple[Span, ...]) -> tuple[Span, ...]:
        """The new words without the unit's number, as its old ones are compared."""
        top = next(iter(worded(self.right.text, brought[0])), None) if brought else None
        if top is None or even_mark(top.mark) != even_mark(u.label.rpartition(" ")[2]):
            return brought
        start = top.marked[1]
        while start < brought[0][1] and self.right.text[start].isspace():
            start += 1
        return ((start, brought[0][1]), *brought[1:])


def _swapped(pieces: Sequence[Piece], target: str, before: Unit) -> Iterator[WordChange]:
    """Phrases put for others: what stayed is the target's, what came the amending text's."""
    at = before.start
    new: list[Span] = []
    for p in (*pieces, None):
        if p is not None and p.document != target:
            new.append(_span(p))
        elif p is None or p.end > p.start:
            start = p.start if p is not None else at
            if new or start > at:
                old = ((at, start),) if start > at else ()
                change: Change = "replaced" if old and new else "added" if new else "removed"
                yield WordChange(change, old, tuple(new))
                new = []
            if p is not None:
                yield WordChange("same", (_span(p),), ())
                at = p.end


def _last(u: ConsolidatedUnit) -> tuple[object, ...]:
    """The last order that changed a unit."""
    return tuple((c.document, c.start, c.end) for c in u.by[-1:])


def _span(p: Piece) -> Span:
    return p.start, p.end


def _walk(u: Unit) -> Iterator[Unit]:
    yield u
    for part in u.parts:
        yield from _walk(part)
