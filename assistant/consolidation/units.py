"""New wordings put into the tree: a unit said anew, filled, given another title, put in. Orders are `consolidate`'s.

What does not fit is told, and nothing is guessed.
"""

from dataclasses import dataclass
from datetime import date

from assistant.amendment import Amendment, Portion
from assistant.consolidated import Cause, Origin, Unsettled
from assistant.consolidation.pieces import between, cut, first_line, kind_of, last_of, mark_piece
from assistant.consolidation.tree import Node, Tree, piece
from assistant.wording import Worded, rank_of, units_in
from corpus.document import unit_name
from corpus.units import UnitReference, even_mark


@dataclass(frozen=True, slots=True)
class Change:
    """An order with the document that gives it and the day from which it holds.

    `through`: it changes words of this amending text, and so what that text has put into the one at hand.
    """

    origin: Origin
    amendment: Amendment
    day: date | None
    through: Origin | None = None


class Units:
    """The tree of a text under work, and the orders that could not be carried out."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.unsettled: list[Unsettled] = []

    def tell(self, code: str, cause: Cause, **facts: str) -> None:
        """Notes an order that cannot be carried out, and why."""
        self.unsettled.append(Unsettled(f"consolidate-{code}", cause, tuple(facts.items())))

    def found(self, change: Change, unit: UnitReference, cause: Cause) -> Node | None:
        """The unit that an order names; one that is not there, or no more, is told."""
        node = self.tree.find(unit, enclosed=change.amendment.enclosed)
        if node is None:
            self.tell("unit-missing", cause, unit=self.name(unit))
        elif node.state == "annulled":
            self.tell("unit-annulled", cause, unit=self.name(unit))
            return None
        return node

    def name(self, unit: UnitReference) -> str:
        """A unit as it is cited."""
        small = [unit_name(kind, mark, self.tree.language) for kind, mark in unit.steps]
        return " ".join(small) if self.tree.language == "vi" else ", ".join(small[::-1])

    def reword(self, change: Change, cause: Cause, node: Node, tops: list[Worded], *, alone: bool) -> None:
        """Gives a unit its new words; `alone`: the order names no other unit that the wording might be of."""
        portion = change.amendment.portion
        if portion is Portion.OTHER:
            self.tell("portion", cause, unit=node.label)
            return
        same = next((w for w in units_in(tops) if w.is_unit(kind_of(node), node.mark)), None)
        if portion is Portion.TITLE:
            self._retitle(change, cause, node)
        elif same is not None:
            self.replace(change, cause, node, same, keep_parts=portion is Portion.LEAD)
        elif alone and not any(w.kind and rank_of(w.kind) <= rank_of(kind_of(node)) for w in tops):
            self._fill(change, cause, node, tops, keep_parts=portion is Portion.LEAD)
        else:
            self.tell("wording-elsewhere", cause, unit=node.label)

    def replace(self, change: Change, cause: Cause, node: Node, w: Worded, *, keep_parts: bool) -> None:
        """The unit as the wording gives it, mark and all."""
        node.pieces = [piece(change.origin, *w.own)]
        if not keep_parts:
            node.parts = [self.tree.grown(change.origin, p, node, cause, "amended") for p in w.parts]
        self.changed(node, cause)

    def _fill(self, change: Change, cause: Cause, node: Node, tops: list[Worded], *, keep_parts: bool) -> None:
        """The unit keeps its mark (an article its title), and gets the words of a wording that has none."""
        own = [w for w in tops if not w.kind]
        kept = mark_piece(node)
        title = node.kind == "article" and not keep_parts
        if title and own and kept is not None:
            kept = first_line(node) or kept
        elif title:
            kept = None
        pieces = [piece(change.origin, *w.own) for w in own]
        if kept is not None and pieces:
            pieces[0:0] = [kept, between(kept, "\n" if title else " ")]
        node.pieces = pieces or node.pieces[:1]
        if not keep_parts:
            node.parts = [self.tree.grown(change.origin, w, node, cause, "amended") for w in units_in(tops)]
        self.changed(node, cause)

    def _retitle(self, change: Change, cause: Cause, node: Node) -> None:
        new = change.amendment.new
        kept = mark_piece(node)
        if new is None or not node.pieces:
            return
        words = piece(change.origin, *new)
        first = first_line(node)
        rest = cut(node.pieces[0], len(first.text)) if first is not None else None
        begins = even_mark(words.text.split(" ")[0]) == even_mark(node.label.split(" ")[0])
        head = [words] if begins or kept is None else [kept, between(kept, " "), words]
        node.pieces = [*head, *([rest] if rest is not None and rest.text else []), *node.pieces[1:]]
        self.changed(node, cause)

    def put_in(self, change: Change, cause: Cause, unit: UnitReference, gone: Node | None, tops: list[Worded]) -> None:
        """A new unit, or one that had been annulled and stands again."""
        a = change.amendment
        kind, mark = unit.steps[0]
        w = next((w for w in units_in(tops) if w.is_unit(kind, mark)), None)
        if w is None and len(a.units) == 1 and not any(rank_of(t.kind) <= rank_of(kind) for t in units_in(tops)):
            w = Worded(kind, mark, a.new or (0, 0), (0, 0))  # the wording without its mark
        if w is None:
            self.tell("wording-elsewhere", cause, unit=self.name(unit))
            return
        if gone is not None and gone.parent is not None:
            again = self.tree.grown(change.origin, w, gone.parent, cause, "inserted")
            again.by = [*gone.by, *again.by]
            gone.parent.parts[gone.parent.parts.index(gone)] = again
            return
        anchor = self.tree.find(a.anchor, enclosed=a.enclosed) if a.anchor else None
        parent = self._parent(change, unit, anchor)
        if parent is None:
            self.tell("unit-missing", cause, unit=self.name(a.anchor or unit))
            return
        node = self.tree.grown(change.origin, w, parent, cause, "inserted")
        beside = [p for p in parent.parts if anchor is not None and p is anchor]
        # several new ones behind one another: each behind those that its number follows
        self.tree.put(node, parent, None if not beside else last_of(parent, anchor, node), before=a.before)

    def _parent(self, change: Change, unit: UnitReference, anchor: Node | None) -> Node | None:
        if anchor is not None and rank_of(kind_of(anchor)) == rank_of(unit.steps[0][0]):
            return anchor.parent
        if len(unit.steps) > 1:
            above = UnitReference(unit.steps[1:], unit.start, unit.end)
            return self.tree.find(above, enclosed=change.amendment.enclosed)
        if unit.steps[0][0] != "article":
            return self.tree.root
        articles = [
            n
            for n in self.tree.root.walk()
            if n.kind == "article" and any(a.kind == "enclosure" for a in n.above()) == change.amendment.enclosed
        ]
        return articles[-1].parent if articles else None

    def changed(self, node: Node, cause: Cause) -> None:
        """Notes by what a unit was changed."""
        node.state = "amended" if node.state in ("original", "renumbered") else node.state
        node.by.append(cause)
