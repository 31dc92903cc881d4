"""A document's units as they are compared: containers of articles opened up, each unit with its own words.

Knows one document only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.comparison.text import Compared, Span
from corpus.document import Provision
from corpus.units import SCOPES, even_mark

# Numbers of articles run through a text, whatever chapters they stand in: chapters are compared by their titles, and
# their articles beside them.
_CONTAINERS = frozenset({"part", "chapter", "section", "subsection", "enclosure"})
_UNMARKED = frozenset({"dash", "plus", "heading", "table", "row", "paragraph", "enclosure", "head"})
_BULLET = re.compile(r"\s*[-–—+*•]\s*")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with what stands below it. `own` are the spans of its own words: no mark, nothing of its parts.

    `scope` is the enclosed text or annex that its number counts in, `container` the chapter or section that it is in.
    """

    address: str
    kind: str
    mark: str
    path: str
    title: str
    start: int
    end: int
    own: tuple[Span, ...]
    scope: str = ""
    container: str = ""
    parts: tuple["Unit", ...] = field(default=())

    @property
    def whole(self) -> tuple[Span, ...]:
        """The spans of all its words, its own mark left out."""
        first = min((a for a, _ in self.own), default=self.start)
        return ((first, self.end),)


def units_of(compared: Compared) -> tuple[Unit, ...]:
    """The units of a document, the words before the first one as a unit of their own ("head")."""
    units = tuple(_opened(compared, None, "", ""))
    first = min((u.start for u in units), default=len(compared.text))
    head = _trimmed(compared.text, 0, first)
    return (Unit("", "head", "", "", "", 0, first, (head,)), *units) if head[0] < head[1] else units


def _opened(c: Compared, parent: str | None, scope: str, container: str) -> Iterator[Unit]:
    children = c.outline.children(parent)
    for p in children:
        if p.kind in _CONTAINERS and _holds_articles(c, p):
            below = p.address if p.kind in SCOPES else scope
            yield _unit(c, p, scope, container, opened=True)
            yield from _opened(c, p.address, below, p.address)
        else:
            yield _unit(c, p, scope, container)


def _holds_articles(c: Compared, p: Provision) -> bool:
    return p.kind == "enclosure" or any(
        child.kind == "article" or (child.kind in _CONTAINERS and _holds_articles(c, child))
        for child in c.outline.children(p.address)
    )


def _unit(c: Compared, p: Provision, scope: str, container: str, *, opened: bool = False) -> Unit:
    children = c.outline.children(p.address)
    mark = "" if p.kind in _UNMARKED else even_mark(p.label.rpartition(" ")[2])
    inner = p.address if p.kind in SCOPES else scope
    parts = () if opened else tuple(_unit(c, child, inner, p.address) for child in children)
    # an opened container is its title: what stands in it is compared by itself
    end = min((child.start for child in children), default=p.end) if opened else p.end
    own = tuple(_own(c, p, children))
    return Unit(p.address, p.kind, mark, c.outline.path(p.address), p.title, p.start, end, own, scope, container, parts)


def _own(c: Compared, p: Provision, children: list[Provision]) -> Iterator[Span]:
    """The unit's span without its mark and without its parts."""
    at = _after_mark(c.text, p)
    for child in (*children, None):
        until = child.start if child is not None else p.end
        start, end = _trimmed(c.text, at, max(at, until))
        if start < end:
            yield start, end
        at = max(at, child.end) if child is not None else at


def _after_mark(text: str, p: Provision) -> int:
    """Where the words begin behind "Điều 5.", "a)", "- "."""
    if p.kind in ("dash", "plus"):
        found = _BULLET.match(text, p.start, p.end)
        return found.end() if found else p.start
    label = p.label.rpartition(" ")[2]
    if p.kind in _UNMARKED or not label:
        return p.start
    found = re.compile(rf"\W*(?:[^\W\d_]+\.?\s+){{0,3}}{re.escape(label)}\s*[.):/–-]*\s*", re.IGNORECASE).match(
        text, p.start, p.end
    )
    return found.end() if found else p.start


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
