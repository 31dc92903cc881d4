"""Carries amendments out on a text, in the order in which they came into effect. The main path is `consolidate`.

It guesses nothing: an order whose unit, phrase or wording is not there is told, and leaves the text as it was.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from assistant.amendment import Act
from assistant.consolidated import Cause, ConsolidatedText, Origin, Piece
from assistant.consolidation.pieces import cut, kind_of, mark_piece
from assistant.consolidation.tree import Tree
from assistant.consolidation.units import Change, Units
from assistant.consolidation.words import words_added, words_swapped
from assistant.wording import Worded, rank_of, units_in, worded
from corpus.document import unit_name
from corpus.folding import fold
from corpus.units import units_called


def consolidate(target: Origin, changes: Iterable[Change], day: date | None = None) -> ConsolidatedText:
    """The text with all changes carried out; they come in order of effect, corrections first."""
    work = _Work(Tree(target))
    for change in changes:
        work.carry_out(change)
    return ConsolidatedText(target.id, day, work.tree.frozen(), tuple(work.unsettled))


_GONE = re.compile(r"(?<!\w)(?:was|were|been|da bi|da duoc|truoc day bi)\s(?:annulled|repealed|bai bo)(?!\w)")


class _Work(Units):
    def carry_out(self, change: Change) -> None:
        """One order."""
        a = change.amendment
        cause = Cause(change.origin.id, a.start, a.end, a.source_unit, change.day)
        if change.through is not None and a.act not in (Act.SWAP, Act.DROP, Act.ADD_WORDS):
            self.tell("amends-amending", cause, document=change.through.number or change.through.id)
            return
        done: dict[Act, Callable[[Change, Cause], None]] = {
            Act.AMEND: self._amend, Act.SUPPLEMENT: self._supplement, Act.INSERT: self._insert, Act.ANNUL: self._annul,
            Act.SWAP: self._swap, Act.DROP: self._swap, Act.ADD_WORDS: self._swap, Act.RENUMBER: self._renumber,
        }  # fmt: skip
        done[a.act](change, cause)

    # new wordings

    def _worded(self, change: Change, cause: Cause) -> list[Worded] | None:
        """The units of the new wording; None, and told, where the order states none."""
        if change.amendment.new is None:
            self.tell("no-wording", cause)
            return None
        return worded(change.origin.text, change.amendment.new)

    def _amend(self, change: Change, cause: Cause) -> None:
        tops = self._worded(change, cause)
        if tops is None:
            return
        for unit in change.amendment.units:
            gone = self.tree.find(unit, enclosed=change.amendment.enclosed)
            if gone is not None and gone.state == "annulled" and _knows_it_gone(change):
                self.put_in(change, cause, unit, gone, tops)
                continue
            node = self.found(change, unit, cause)
            if node is not None:
                self.reword(change, cause, node, tops, alone=len(change.amendment.units) == 1)

    def _supplement(self, change: Change, cause: Cause) -> None:
        """ "Bổ sung khoản 4 Điều 9": a new unit where there is none, a new wording or more words where there is one."""
        tops = self._worded(change, cause)
        if tops is None:
            return
        for unit in change.amendment.units:
            node = self.tree.find(unit, enclosed=change.amendment.enclosed)
            if node is None or node.state == "annulled":
                self.put_in(change, cause, unit, node, tops)
                continue
            same = next((w for w in units_in(tops) if w.is_unit(kind_of(node), node.mark)), None)
            if same is not None:
                self.replace(change, cause, node, same, keep_parts=False)
            elif any(w.kind and rank_of(w.kind) <= rank_of(kind_of(node)) for w in tops):
                self.tell("wording-elsewhere", cause, unit=node.label)
            else:
                for w in tops:
                    self.tree.put(self.tree.grown(change.origin, w, node, cause, "inserted"), node, None)
                self.changed(node, cause)

    def _insert(self, change: Change, cause: Cause) -> None:
        tops = self._worded(change, cause)
        if tops is None:
            return
        for unit in change.amendment.units:
            node = self.tree.find(unit, enclosed=change.amendment.enclosed)
            if node is not None and node.state != "annulled":
                self.tell("unit-exists", cause, unit=self.name(unit))
            else:
                self.put_in(change, cause, unit, node, tops)

    # what goes, words, numbers

    def _annul(self, change: Change, cause: Cause) -> None:
        for unit in change.amendment.units:
            node = self.found(change, unit, cause)
            if node is None:
                continue
            for n in node.walk():
                mark = mark_piece(n)
                n.pieces, n.state = ([mark] if mark is not None else []), "annulled"
                n.by.append(replace(cause, made="annulled"))

    def _swap(self, change: Change, cause: Cause) -> None:
        a = change.amendment
        if change.through is not None:
            self._swap_through(change, cause, change.through)
            return
        nodes = [n for u in a.units if (n := self.found(change, u, cause)) is not None]
        if a.units and not nodes:
            return
        but = {id(n) for u in a.exceptions if (f := self.tree.find(u, enclosed=a.enclosed)) for n in f.walk()}
        within = [n for node in nodes or [self.tree.root] for n in node.walk() if id(n) not in but]
        put = words_added if a.act is Act.ADD_WORDS else words_swapped
        changed = put(change.origin, a, within)
        for n in changed:
            self.changed(n, cause)
        if not changed:
            old = change.origin.text[slice(*a.old)] if a.old else ""
            self.tell("phrase-missing", cause, phrase=old[:80])

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
            self.changed(n, cause)

    def _renumber(self, change: Change, cause: Cause) -> None:
        a = change.amendment
        # all are found before the first gets its new number: "khoản 3, 4 thành khoản 4, 5"
        nodes = [self.found(change, u, cause) for u in a.units]
        for node, new in zip(nodes, a.renumbered, strict=False):
            if node is None:
                continue
            kind, mark = new.steps[0]
            before = mark_piece(node)
            node.label = unit_name(kind, mark, self.tree.language)
            if node.parent is not None:
                node.address = self.tree.address(kind, mark, node.parent)
            if before is not None and node.pieces:
                told = before.text.replace(before.text.strip(" .):/-\n").rpartition(" ")[2], mark)
                rest = cut(node.pieces[0], len(before.text))
                node.pieces[:1] = [Piece(cause.document, cause.start, cause.end, told), rest]
            node.state, node.by = "renumbered", [*node.by, replace(cause, made="renumbered")]


def _knows_it_gone(change: Change) -> bool:
    """Whether an order says itself that its unit had been annulled: then the unit stands again."""
    return _GONE.search(fold(change.origin.text[change.amendment.start : change.amendment.end])) is not None


def in_order(changes: Sequence[Change]) -> list[Change]:
    """The changes in the order in which they are carried out: corrections first, then by day, as their documents say.

    What corrects an amending text comes last: its words stand in the text by then.
    """
    return sorted(changes, key=lambda c: (c.through is not None, not c.amendment.corrects, c.day or date.min))
