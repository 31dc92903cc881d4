"""Carries amendments out on a text, in the order in which they came into effect. The main path is `consolidate`.

It guesses nothing: an order whose unit, phrase or wording is not there is told, and leaves the text as it was.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.amendment import Act, Amendment, Portion
from assistant.consolidate_tree import Node, Tree, piece
from assistant.consolidate_words import words_added, words_swapped
from assistant.consolidated import Cause, ConsolidatedText, Origin, Piece, Unsettled
from assistant.wording import Worded, rank_of, units_in, worded
from corpus.document import unit_name
from corpus.units import UnitReference, even_mark, units_called


@dataclass(frozen=True, slots=True)
class Change:
    """An order with the document that gives it and the day from which it holds.

    `through`: it changes words of this amending text, and so what that text has put into the one at hand.
    """

    origin: Origin
    amendment: Amendment
    day: date | None
    through: Origin | None = None


def consolidate(target: Origin, changes: Iterable[Change], day: date | None = None) -> ConsolidatedText:
    """The text with all changes carried out; they come in order of effect, corrections first."""
    work = _Work(Tree(target))
    for change in changes:
        work.carry_out(change)
    return ConsolidatedText(target.id, day, work.tree.frozen(), tuple(work.unsettled))


class _Work:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.unsettled: list[Unsettled] = []

    def carry_out(self, change: Change) -> None:
        """One order."""
        a = change.amendment
        cause = Cause(change.origin.id, a.start, a.end, a.source_unit, change.day)
        if change.through is not None and a.act not in (Act.SWAP, Act.DROP, Act.ADD_WORDS):
            self._tell("amends-amending", cause, document=change.through.number or change.through.id)
            return
        done: dict[Act, Callable[[Change, Cause], None]] = {
            Act.AMEND: self._amend, Act.SUPPLEMENT: self._supplement, Act.INSERT: self._insert, Act.ANNUL: self._annul,
            Act.SWAP: self._swap, Act.DROP: self._swap, Act.ADD_WORDS: self._swap, Act.RENUMBER: self._renumber,
        }  # fmt: skip
        done[a.act](change, cause)

    def _tell(self, code: str, cause: Cause, **facts: str) -> None:
        self.unsettled.append(Unsettled(f"consolidate-{code}", cause, tuple(facts.items())))

    def _found(self, change: Change, unit: UnitReference, cause: Cause) -> Node | None:
        """The unit that an order names; one that is not there, or no more, is told."""
        node = self.tree.find(unit, enclosed=change.amendment.enclosed)
        if node is None:
            self._tell("unit-missing", cause, unit=self._name(unit))
        elif node.state == "annulled":
            self._tell("unit-annulled", cause, unit=self._name(unit))
            return None
        return node

    def _name(self, unit: UnitReference) -> str:
        small = [unit_name(kind, mark, self.tree.language) for kind, mark in unit.steps]
        return " ".join(small) if self.tree.language == "vi" else ", ".join(small[::-1])

    # new wordings

    def _amend(self, change: Change, cause: Cause) -> None:
        if change.amendment.new is None:
            self._tell("no-wording", cause)
            return
        tops = worded(change.origin.text, change.amendment.new)
        for unit in change.amendment.units:
            node = self._found(change, unit, cause)
            if node is not None:
                self._reword(change, cause, node, tops, alone=len(change.amendment.units) == 1)

    def _reword(self, change: Change, cause: Cause, node: Node, tops: list[Worded], *, alone: bool) -> None:
        portion = change.amendment.portion
        if portion is Portion.OTHER:
            self._tell("portion", cause, unit=node.label)
            return
        same = next((w for w in units_in(tops) if w.is_unit(_kind_of(node), node.mark)), None)
        if portion is Portion.TITLE:
            self._retitle(change, cause, node)
        elif same is not None:
            self._replace(change, cause, node, same, keep_parts=portion is Portion.LEAD)
        elif alone and not any(w.kind and rank_of(w.kind) <= rank_of(_kind_of(node)) for w in tops):
            self._fill(change, cause, node, tops, keep_parts=portion is Portion.LEAD)
        else:
            self._tell("wording-elsewhere", cause, unit=node.label)

    def _replace(self, change: Change, cause: Cause, node: Node, w: Worded, *, keep_parts: bool) -> None:
        """The unit as the wording gives it, mark and all."""
        node.pieces = [piece(change.origin, *w.own)]
        if not keep_parts:
            node.parts = [self.tree.grown(change.origin, p, node, cause, "amended") for p in w.parts]
        self._changed(node, cause)

    def _fill(self, change: Change, cause: Cause, node: Node, tops: list[Worded], *, keep_parts: bool) -> None:
        """The unit keeps its mark (an article its title), and gets the words of a wording that has none."""
        own = [w for w in tops if not w.kind]
        kept = _mark_piece(node)
        title = node.kind == "article" and not keep_parts
        if title and own and kept is not None:
            kept = _first_line(node) or kept
        elif title:
            kept = None
        pieces = [piece(change.origin, *w.own) for w in own]
        if kept is not None and pieces:
            pieces[0:0] = [kept, _between(kept, "\n" if title else " ")]
        node.pieces = pieces or node.pieces[:1]
        if not keep_parts:
            node.parts = [self.tree.grown(change.origin, w, node, cause, "amended") for w in units_in(tops)]
        self._changed(node, cause)

    def _retitle(self, change: Change, cause: Cause, node: Node) -> None:
        new = change.amendment.new
        kept = _mark_piece(node)
        if new is None or not node.pieces:
            return
        words = piece(change.origin, *new)
        first = _first_line(node)
        rest = _cut(node.pieces[0], len(first.text)) if first is not None else None
        begins = even_mark(words.text.split(" ")[0]) == even_mark(node.label.split(" ")[0])
        head = [words] if begins or kept is None else [kept, _between(kept, " "), words]
        node.pieces = [*head, *([rest] if rest is not None and rest.text else []), *node.pieces[1:]]
        self._changed(node, cause)

    def _supplement(self, change: Change, cause: Cause) -> None:
        """ "Bổ sung khoản 4 Điều 9": a new unit where there is none, a new wording or more words where there is one."""
        if change.amendment.new is None:
            self._tell("no-wording", cause)
            return
        tops = worded(change.origin.text, change.amendment.new)
        for unit in change.amendment.units:
            node = self.tree.find(unit, enclosed=change.amendment.enclosed)
            if node is None or node.state == "annulled":
                self._put_in(change, cause, unit, node, tops)
                continue
            same = next((w for w in units_in(tops) if w.is_unit(_kind_of(node), node.mark)), None)
            if same is not None:
                self._replace(change, cause, node, same, keep_parts=False)
            elif any(w.kind and rank_of(w.kind) <= rank_of(_kind_of(node)) for w in tops):
                self._tell("wording-elsewhere", cause, unit=node.label)
            else:
                for w in tops:
                    self.tree.put(self.tree.grown(change.origin, w, node, cause, "inserted"), node, None)
                self._changed(node, cause)

    def _insert(self, change: Change, cause: Cause) -> None:
        if change.amendment.new is None:
            self._tell("no-wording", cause)
            return
        tops = worded(change.origin.text, change.amendment.new)
        for unit in change.amendment.units:
            node = self.tree.find(unit, enclosed=change.amendment.enclosed)
            if node is not None and node.state != "annulled":
                self._tell("unit-exists", cause, unit=self._name(unit))
            else:
                self._put_in(change, cause, unit, node, tops)

    def _put_in(self, change: Change, cause: Cause, unit: UnitReference, gone: Node | None, tops: list[Worded]) -> None:
        """A new unit, or one that had been annulled and stands again."""
        a = change.amendment
        kind, mark = unit.steps[0]
        w = next((w for w in units_in(tops) if w.is_unit(kind, mark)), None)
        if w is None and len(a.units) == 1 and not any(rank_of(t.kind) <= rank_of(kind) for t in units_in(tops)):
            w = Worded(kind, mark, a.new or (0, 0), (0, 0))  # the wording without its mark
        if w is None:
            self._tell("wording-elsewhere", cause, unit=self._name(unit))
            return
        if gone is not None and gone.parent is not None:
            again = self.tree.grown(change.origin, w, gone.parent, cause, "inserted")
            again.by = [*gone.by, *again.by]
            gone.parent.parts[gone.parent.parts.index(gone)] = again
            return
        anchor = self.tree.find(a.anchor, enclosed=a.enclosed) if a.anchor else None
        parent = self._parent(change, unit, anchor)
        if parent is None:
            self._tell("unit-missing", cause, unit=self._name(a.anchor or unit))
            return
        node = self.tree.grown(change.origin, w, parent, cause, "inserted")
        beside = [p for p in parent.parts if anchor is not None and p is anchor]
        # several new ones behind one another: each behind those that its number follows
        self.tree.put(node, parent, None if not beside else _last_of(parent, anchor, node), before=a.before)

    def _parent(self, change: Change, unit: UnitReference, anchor: Node | None) -> Node | None:
        if anchor is not None and rank_of(_kind_of(anchor)) == rank_of(unit.steps[0][0]):
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

    # what goes, words, numbers

    def _annul(self, change: Change, cause: Cause) -> None:
        for unit in change.amendment.units:
            node = self._found(change, unit, cause)
            if node is None:
                continue
            for n in node.walk():
                mark = _mark_piece(n)
                n.pieces, n.state = ([mark] if mark is not None else []), "annulled"
                n.by.append(replace(cause, made="annulled"))

    def _swap(self, change: Change, cause: Cause) -> None:
        a = change.amendment
        if change.through is not None:
            self._swap_through(change, cause, change.through)
            return
        nodes = [n for u in a.units if (n := self._found(change, u, cause)) is not None]
        if a.units and not nodes:
            return
        but = {id(n) for u in a.exceptions if (f := self.tree.find(u, enclosed=a.enclosed)) for n in f.walk()}
        within = [n for node in nodes or [self.tree.root] for n in node.walk() if id(n) not in but]
        put = words_added if a.act is Act.ADD_WORDS else words_swapped
        changed = put(change.origin, a, within)
        for n in changed:
            self._changed(n, cause)
        if not changed:
            old = change.origin.text[slice(*a.old)] if a.old else ""
            self._tell("phrase-missing", cause, phrase=old[:80])

    def _swap_through(self, change: Change, cause: Cause, amending: Origin) -> None:
        """Corrects words that an amending text has brought: only those pieces that stand in its corrected units."""
        a = change.amendment
        spans = [(u.start, u.end) for named in a.units for u in units_called(amending.outline, named)[:1]]
        nodes = list(self.tree.root.walk())

        def brought(p: Piece) -> bool:
            inside = not a.units or any(start <= p.start and p.end <= end for start, end in spans)
            return p.document == amending.id and inside

        put = words_added if a.act is Act.ADD_WORDS else words_swapped
        for n in put(change.origin, a, nodes, brought):
            self._changed(n, cause)

    def _renumber(self, change: Change, cause: Cause) -> None:
        a = change.amendment
        # all are found before the first gets its new number: "khoản 3, 4 thành khoản 4, 5"
        nodes = [self._found(change, u, cause) for u in a.units]
        for node, new in zip(nodes, a.renumbered, strict=False):
            if node is None:
                continue
            kind, mark = new.steps[0]
            before = _mark_piece(node)
            node.label = unit_name(kind, mark, self.tree.language)
            if node.parent is not None:
                node.address = self.tree.address(kind, mark, node.parent)
            if before is not None and node.pieces:
                told = before.text.replace(before.text.strip(" .):/-\n").rpartition(" ")[2], mark)
                rest = _cut(node.pieces[0], len(before.text))
                node.pieces[:1] = [Piece(cause.document, cause.start, cause.end, told), rest]
            node.state, node.by = "renumbered", [*node.by, replace(cause, made="renumbered")]

    def _changed(self, node: Node, cause: Cause) -> None:
        node.state = "amended" if node.state in ("original", "renumbered") else node.state
        node.by.append(cause)


def _kind_of(node: Node) -> str:
    """A unit's kind as wordings name it."""
    return {"numeral": "point", "letter": "point", "roman": "section"}.get(node.kind, node.kind)


def _last_of(parent: Node, anchor: Node | None, node: Node) -> Node | None:
    """The unit behind which a new one goes: the anchor, or those put in behind it whose number is smaller."""
    last = anchor
    at = parent.parts.index(anchor) + 1 if anchor in parent.parts else 0
    for p in parent.parts[at:]:
        if p.state != "inserted" or even_mark(p.mark) > even_mark(node.mark):
            break
        last = p
    return last


def _mark_piece(node: Node) -> Piece | None:
    """The mark that a unit's words begin with ("2.", "a)", "Điều 5.")."""
    if not node.pieces or not node.label or node.kind in ("text", "dash", "plus", "heading", "row", "table"):
        return None
    found = worded(node.pieces[0].text.split("\n")[0], (0, len(node.pieces[0].text.split("\n")[0])))
    if not found or not found[0].kind:
        return None
    first = node.pieces[0]
    end = found[0].marked[1]
    return Piece(first.document, first.start, first.start + end, first.text[:end])


def _first_line(node: Node) -> Piece | None:
    """A unit's mark with its title."""
    if not node.pieces:
        return None
    first = node.pieces[0]
    line = first.text.split("\n")[0]
    return Piece(first.document, first.start, first.start + len(line), line)


def _between(before: Piece, sign: str) -> Piece:
    """The blank between a mark that stays and the words that are new."""
    return Piece(before.document, before.end, before.end, sign)


def _cut(p: Piece, at: int) -> Piece:
    """A piece without its beginning."""
    return Piece(p.document, p.start + at, p.end, p.text[at:])


def in_order(changes: Sequence[Change]) -> list[Change]:
    """The changes in the order in which they are carried out: corrections first, then by day, as their documents say.

    What corrects an amending text comes last: its words stand in the text by then.
    """
    return sorted(changes, key=lambda c: (c.through is not None, not c.amendment.corrects, c.day or date.min))
