"""What a unit's words begin with, and where a new unit goes: its mark, its title, its neighbours. Changes nothing."""

from assistant.consolidated import Piece
from assistant.consolidation.tree import Node
from assistant.wording import worded
from corpus.units import even_mark


def kind_of(node: Node) -> str:
    """A unit's kind as wordings name it."""
    return {"numeral": "point", "letter": "point", "roman": "section"}.get(node.kind, node.kind)


def last_of(parent: Node, anchor: Node | None, node: Node) -> Node | None:
    """The unit behind which a new one goes: the anchor, or those put in behind it whose number is smaller."""
    last = anchor
    at = parent.parts.index(anchor) + 1 if anchor in parent.parts else 0
    for p in parent.parts[at:]:
        if p.state != "inserted" or even_mark(p.mark) > even_mark(node.mark):
            break
        last = p
    return last


def mark_piece(node: Node) -> Piece | None:
    """The mark that a unit's words begin with ("2.", "a)", "Điều 5.")."""
    if not node.pieces or not node.label or node.kind in ("text", "dash", "plus", "heading", "row", "table"):
        return None
    found = worded(node.pieces[0].text.split("\n")[0], (0, len(node.pieces[0].text.split("\n")[0])))
    if not found or not found[0].kind:
        return None
    first = node.pieces[0]
    end = found[0].marked[1]
    return Piece(first.document, first.start, first.start + end, first.text[:end])


def first_line(node: Node) -> Piece | None:
    """A unit's mark with its title."""
    if not node.pieces:
        return None
    first = node.pieces[0]
    line = first.text.split("\n")[0]
    return Piece(first.document, first.start, first.start + len(line), line)


def between(before: Piece, sign: str) -> Piece:
    """The blank between a mark that stays and the words that are new."""
    return Piece(before.document, before.end, before.end, sign)


def cut(p: Piece, at: int) -> Piece:
    """A piece without its beginning."""
    return Piece(p.document, p.start + at, p.end, p.text[at:])
