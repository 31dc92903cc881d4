"""Phrases put for others, put in or left out, in units whose pieces stay the words of their documents."""

import re
from collections.abc import Callable, Sequence

from assistant.amendment import Amendment
from assistant.consolidated import Origin, Piece
from assistant.consolidation.tree import Node, piece

Choice = Callable[[Piece], bool]
_Put = Callable[[Piece, "re.Match[str]"], list[Piece]]


def every(_: Piece) -> bool:
    """All pieces."""
    return True


def words_swapped(origin: Origin, a: Amendment, nodes: Sequence[Node], among: Choice = every) -> list[Node]:
    """Puts the new phrase (none: nothing) for the old one wherever it stands; gives the units that it stood in."""
    if a.old is None:
        return []
    new = piece(origin, *a.new) if a.new is not None else None
    return _through(origin.text[slice(*a.old)], nodes, among, lambda p, m: _parted(p, m.start(), m.end(), new))


def words_added(origin: Origin, a: Amendment, nodes: Sequence[Node], among: Choice = every) -> list[Node]:
    """Puts a phrase behind (or before) another one; without another one, at the end of the unit named."""
    if a.new is None:
        return []
    new = piece(origin, *a.new)
    if a.old is None:
        return _at_end(new, nodes)

    def put(p: Piece, m: "re.Match[str]") -> list[Piece]:
        at = m.start() if a.before else m.end()
        inner = [new, _blank(p, at)] if a.before else [_blank(p, at), new]
        return [_part(p, 0, at), *inner, _part(p, at, len(p.text))]

    return _through(origin.text[slice(*a.old)], nodes, among, put)


def _at_end(new: Piece, nodes: Sequence[Node]) -> list[Node]:
    node = next((n for n in nodes[:1] if n.pieces), None)
    if node is None:
        return []
    p = node.pieces[-1]
    at = len(p.text.rstrip(" .;,:"))
    node.pieces[-1:] = [_part(p, 0, at), _blank(p, at), new, _part(p, at, len(p.text))]
    return [node]


def _through(phrase: str, nodes: Sequence[Node], among: Choice, put: _Put) -> list[Node]:
    """Goes through the words of the units; where the phrase stands nowhere as written, capitals do not matter."""
    if not phrase.strip():
        return []
    words = r"\s+".join(map(re.escape, phrase.split()))
    pattern = rf"(?<!\w){words}(?!\w)"
    exactly = _changed(re.compile(pattern), nodes, among, put)
    return exactly or _changed(re.compile(pattern, re.IGNORECASE), nodes, among, put)


def _changed(pattern: "re.Pattern[str]", nodes: Sequence[Node], among: Choice, put: _Put) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        pieces = [q for p in node.pieces for q in (_put_in(pattern, p, put) if among(p) else [p])]
        if pieces != node.pieces:
            node.pieces = [p for p in pieces if p.text]
            found.append(node)
    return found


def _put_in(pattern: "re.Pattern[str]", p: Piece, put: _Put) -> list[Piece]:
    """A piece with every place where the phrase stands changed; what was put in is not looked at again."""
    done: list[Piece] = []
    rest, at = p, 0
    while (m := pattern.search(rest.text, at)) is not None:
        *before, rest = put(rest, m)
        done += before
        # with a phrase put before another one, that one stands at the beginning of the rest
        at = len(m.group()) if rest.text.startswith(m.group()) else 0
    return [*done, rest]


def _parted(p: Piece, start: int, end: int, new: Piece | None) -> list[Piece]:
    """A piece without the words in the middle, and what takes their place."""
    if new is not None:
        return [_part(p, 0, start), new, _part(p, end, len(p.text))]
    before, after = p.text[:start].rstrip(" "), p.text[end:].lstrip(" ")
    # of two blanks one stays, before a sign none
    blank = [_blank(p, len(before))] if before and after and after[0] not in ",.;:)" else []
    return [_part(p, 0, len(before)), *blank, _part(p, len(p.text) - len(after), len(p.text))]


def _blank(p: Piece, at: int) -> Piece:
    return Piece(p.document, p.start + at, p.start + at, " ")


def _part(p: Piece, start: int, end: int) -> Piece:
    return Piece(p.document, p.start + start, p.start + end, p.text[start:end])
