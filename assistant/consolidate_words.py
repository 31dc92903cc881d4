"""Phrases put for others, put in or left out, in units whose pieces stay the words of their documents."""

import re
from collections.abc import Sequence

from assistant.amendment import Amendment
from assistant.consolidate_tree import Node, piece
from assistant.consolidated import Origin, Piece


def words_swapped(origin: Origin, a: Amendment, nodes: Sequence[Node]) -> list[Node]:
    """Puts the new phrase (none: nothing) for the old one wherever it stands; gives the units that it stood in."""
    if a.old is None:
        return []
    new = piece(origin, *a.new) if a.new is not None else None
    return _through(origin.text[slice(*a.old)], nodes, lambda p, m: _parted(p, m.start(), m.end(), new))


def words_added(origin: Origin, a: Amendment, nodes: Sequence[Node]) -> list[Node]:
    """Puts a phrase behind (or before) another one; without another one, at the end of the unit named."""
    if a.new is None:
        return []
    new = piece(origin, *a.new)
    if a.old is not None:
        before = a.before

        def put(p: Piece, m: "re.Match[str]") -> list[Piece]:
            at = m.start() if before else m.end()
            blank = Piece(p.document, p.start + at, p.start + at, " ")
            return [_part(p, 0, at), *([new, blank] if before else [blank, new]), _part(p, at, len(p.text))]

        return _through(origin.text[slice(*a.old)], nodes, put)
    last = next((n for n in nodes[:1] if n.pieces), None)
    if last is None:
        return []
    p = last.pieces[-1]
    at = len(p.text.rstrip(" .;,:"))
    blank = Piece(p.document, p.start + at, p.start + at, " ")
    last.pieces[-1:] = [_part(p, 0, at), blank, new, _part(p, at, len(p.text))]
    return [last]


def _through(phrase: str, nodes: Sequence[Node], change) -> list[Node]:  # type: ignore[no-untyped-def]
    """Goes through the words of the units; where the phrase stands nowhere as it is written, capitals do not matter."""
    if not phrase.strip():
        return []
    words = r"\s+".join(map(re.escape, phrase.split()))
    pattern = rf"(?<!\w){words}(?!\w)"
    return _changed(re.compile(pattern), nodes, change) or _changed(re.compile(pattern, re.IGNORECASE), nodes, change)


def _changed(pattern: "re.Pattern[str]", nodes: Sequence[Node], change) -> list[Node]:  # type: ignore[no-untyped-def]
    found: list[Node] = []
    for node in nodes:
        pieces: list[Piece] = []
        hit = False
        for p in node.pieces:
            rest = p
            while (m := pattern.search(rest.text)) is not None:
                hit = True
                *done, rest = change(rest, m)
                pieces += done
            pieces.append(rest)
        if hit:
            node.pieces = [p for p in pieces if p.text]
            found.append(node)
    return found


def _parted(p: Piece, start: int, end: int, new: Piece | None) -> list[Piece]:
    """A piece without the words in the middle, and what takes their place."""
    if new is None:
        before, after = p.text[:start].rstrip(" "), p.text[end:]
        # one blank of the two stays, none before a sign
        keep = "" if not before or after[:1] in (",", ".", ";", ":", ")", "") else " "
        return [
            _part(p, 0, len(before)),
            *([Piece(p.document, p.start + len(before), p.start + len(before), keep)] if keep else []),
            _part(p, end + len(after) - len(after.lstrip(" ")), len(p.text)),
        ]
    return [_part(p, 0, start), new, _part(p, end, len(p.text))]


def _part(p: Piece, start: int, end: int) -> Piece:
    return Piece(p.document, p.start + start, p.start + end, p.text[start:end])
