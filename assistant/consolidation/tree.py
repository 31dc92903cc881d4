"""The units of a text while amendments are being carried out: found by their names, replaced, put in, taken out.

Knows nothing of instructions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from assistant.consolidated import Cause, ConsolidatedUnit, Origin, Piece, State
from assistant.wording import Worded
from corpus.document import Outline, Provision, unit_name
from corpus.folding import fold
from corpus.units import SCOPES, UnitReference, even_mark, mark_of, units_called

_CODES = {
    "article": "d",
    "clause": "k",
    "subclause": "k",
    "point": "",
    "chapter": "c",
    "section": "m",
    "annex": "pl",
    "part": "ph",
}
Brought = Literal["amended", "inserted"]


@dataclass(slots=True, eq=False)
class Node:
    """A unit that may still change; `pieces` are its own words, mark and title among them."""

    kind: str
    label: str
    address: str
    pieces: list[Piece]
    parts: list["Node"] = field(default_factory=list)
    parent: "Node | None" = None
    state: State = "original"
    by: list[Cause] = field(default_factory=list)

    @property
    def mark(self) -> str:
        """Its number or letter."""
        return mark_of(self.kind, self.label)

    def walk(self) -> Iterator["Node"]:
        """The unit and all below it."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def above(self) -> Iterator["Node"]:
        """What the unit stands in, small to large."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


def piece(origin: Origin, start: int, end: int) -> Piece:
    """Words of a document, blanks at their end left out."""
    while end > start and origin.text[end - 1].isspace():
        end -= 1
    return Piece(origin.id, start, end, origin.text[start:end])


class Tree:
    """All units of a text under one root."""

    def __init__(self, origin: Origin) -> None:
        self.language = origin.language
        self.root = Node("document", "", "", [])
        for p in origin.outline.children(None):
            self._grow(origin, p, self.root)

    def _grow(self, origin: Origin, p: Provision, parent: Node) -> None:
        node = Node(p.kind, p.label, p.address, [], [], parent)
        parent.parts.append(node)
        at = p.start
        for child in origin.outline.children(p.address):
            self._words(origin, node, at, child.start)
            self._grow(origin, child, node)
            at = max(at, child.end)
        self._words(origin, node, at, p.end)

    def _words(self, origin: Origin, node: Node, start: int, end: int) -> None:
        """Own words: the unit's where nothing stands below it yet, else a part without a name between the others."""
        while start < end and origin.text[start].isspace():
            start += 1
        found = piece(origin, start, end) if start < end else None
        if found is None or not found.text:
            return
        if node.parts:
            node.parts.append(Node("text", "", f"{node.address}+{len(node.parts)}", [found], [], node))
        else:
            node.pieces.append(found)

    def find(self, unit: UnitReference, *, enclosed: bool) -> Node | None:
        """The unit of this name; of a decision's article and its regulation's, the one that is meant."""
        found = self._called(unit) or [n for other in _otherwise(unit) for n in self._called(other)]
        inside = [n for n in found if any(a.kind == "enclosure" for a in n.above()) == enclosed]
        return next(iter(inside or found), None)

    def _called(self, unit: UnitReference) -> list[Node]:
        """The units that answer to a name, the likeliest first: looked for among those of its number."""
        mark = even_mark(unit.steps[0][1])
        alike = [n for n in self.root.walk() if n.label and even_mark(n.mark) == mark]
        near = dict.fromkeys(a for n in alike for a in (*list(n.above())[::-1], n) if a is not self.root)
        nodes = list(near)
        return [nodes[u.start] for u in units_called(_as_outline(self.root, nodes), unit)]

    def grown(self, origin: Origin, w: Worded, parent: Node, cause: Cause, state: Brought) -> Node:
        """A unit of a wording as one of this text."""
        kind = "clause" if w.kind == "subclause" else w.kind
        label = unit_name(kind, w.mark, self.language) if kind else ""
        node = Node(w.kind or "text", label, self.address(w.kind, w.mark, parent), [], [], parent, state)
        node.by = [replace(cause, made=state)]
        node.pieces = [piece(origin, *w.own)]
        node.parts = [self.grown(origin, part, node, cause, state) for part in w.parts]
        return node

    def address(self, kind: str, mark: str, parent: Node) -> str:
        """Where a new unit stands; articles run through their document."""
        folded = fold(mark.lower().replace("đ", "dd")).replace(".", "-")
        scope = next((n.address for n in (parent, *parent.above()) if n.kind in SCOPES), "")
        above = scope if kind == "article" else parent.address
        own = f"{_CODES[kind]}{folded}" if kind in _CODES else f"+{len(parent.parts)}"
        return f"{above}.{own}" if above else own

    def put(self, node: Node, parent: Node, beside: Node | None, *, before: bool = False) -> None:
        """Puts a unit behind another one, or where its number belongs among those of its kind."""
        node.parent = parent
        if beside is not None and beside in parent.parts:
            at = parent.parts.index(beside) + (0 if before else 1)
        else:
            key = _order(node.mark)
            smaller = [i for i, p in enumerate(parent.parts) if p.kind == node.kind and _order(p.mark) < key]
            larger = [i for i, p in enumerate(parent.parts) if p.kind == node.kind]
            at = smaller[-1] + 1 if smaller else larger[0] if larger else len(parent.parts)
        parent.parts.insert(at, node)

    def frozen(self) -> tuple[ConsolidatedUnit, ...]:
        """All units as they are now."""
        return tuple(_frozen(n, ()) for n in self.root.parts)


def _otherwise(unit: UnitReference) -> list[UnitReference]:
    """Old texts call a clause of an article "mục 9, Điều 1" or "điểm 6 Điều 1"."""
    kinds = {kind for kind, _ in unit.steps}
    if "article" not in kinds or not kinds & {"section", "point"}:
        return []
    small = [("clause" if k == "section" else k, m) for k, m in unit.steps if k != "article"]
    return [replace(unit, steps=(*small, *(s for s in unit.steps if s[0] == "article")))]


def _as_outline(root: Node, nodes: list[Node]) -> Outline:
    places = {id(n): i for i, n in enumerate(nodes)}
    return Outline(
        Provision(
            str(i), n.kind, n.label, "", i, i + 1,
            None if n.parent is None or n.parent is root else str(places[id(n.parent)]),
        )
        for i, n in enumerate(nodes)
    )  # fmt: skip


def _order(mark: str) -> tuple[int, str]:
    even = even_mark(mark)
    number = re.match(r"\d+", even)
    return (int(number.group()), even[number.end() :]) if number else (0, even)


def _frozen(n: Node, above: tuple[str, ...]) -> ConsolidatedUnit:
    path = (*above, n.label) if n.label else above
    if n.kind == "article":
        scope = next((a.label for a in n.above() if a.kind in SCOPES), "")
        path = tuple(filter(None, (scope, n.label)))
    parts = tuple(_frozen(p, path) for p in n.parts)
    return ConsolidatedUnit(n.address, n.kind, n.label, ", ".join(path), n.state, tuple(n.pieces), tuple(n.by), parts)
