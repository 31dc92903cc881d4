"""The tree of provisions while it is being built: units are opened and closed at offsets, and get their addresses.

Knows nothing of paragraphs, nor of which marks are to be believed.
"""

from dataclasses import dataclass, field, replace

from corpus.document import Provision, unit_name
from corpus.folding import fold
from corpus.messages import Language
from corpus.units import SCOPES
from ingest.structure.marks import Mark, is_capitals

_CODES = {
    "part": "ph", "chapter": "c", "section": "m", "subsection": "t", "article": "d", "clause": "k", "subclause": "k",
    "point": "", "numeral": "n", "roman": "m", "letter": "p", "dash": "g", "plus": "h", "annex": "pl", "form": "mau",
    "enclosure": "kt", "heading": "h", "table": "b", "row": "r", "paragraph": "p",
}  # fmt: skip
# these print no number of their own and are addressed by their place
_ORDINAL = {"dash", "plus", "heading", "table", "row", "paragraph", "enclosure"}


@dataclass(slots=True)
class Unit:
    """An open unit: what it is so far, its rank, and how far the series below it have come."""

    provision: Provision
    rank: int
    last: dict[str, Mark] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    capitals: bool = False


@dataclass(slots=True)
class Tree:
    """The units done with and, on the stack, those still open, the document itself at the bottom."""

    text: str
    language: Language
    done: list[Provision] = field(default_factory=list)
    stack: list[Unit] = field(default_factory=list)
    articles: dict[str, Mark] = field(default_factory=dict)  # the last one of each enclosed text
    addresses: dict[str, int] = field(default_factory=dict)
    reached: int = 0  # nothing may be opened before here any more

    def __post_init__(self) -> None:
        self.stack.append(Unit(Provision("", "document", "", "", 0, len(self.text)), -1))

    def open(self, mark: Mark, at: int) -> None:
        """Opens a unit at an offset, closing those on its level and below."""
        self.close(at, mark.rank)
        self.reached = at
        parent = self.stack[-1]
        address = self._address(mark, parent)
        label = self._label(mark, parent.places.get(mark.kind, 0))
        name = parent.provision.address or None
        self.stack.append(Unit(Provision(address, mark.kind, label, mark.title, at, at, name), mark.rank))
        if mark.kind == "article":
            self.articles[self.scope()] = mark
        elif mark.kind not in _ORDINAL:
            parent.last[series_of(mark)] = mark
        if mark.kind == "roman" and mark.number == 1:
            parent.capitals = is_capitals(mark.title)

    def close(self, at: int, level: int) -> None:
        """Closes every open unit of this level or below it."""
        while len(self.stack) > 1 and self.stack[-1].rank >= level:
            unit = self.stack.pop()
            self.reached = at
            end = at
            while end > unit.provision.start and self.text[end - 1].isspace():
                end -= 1
            self.done.append(replace(unit.provision, end=end))

    def finished(self) -> tuple[Provision, ...]:
        """All units in reading order."""
        self.close(len(self.text), 0)
        return tuple(sorted(self.done, key=lambda p: (p.start, -p.end)))

    def above(self, level: int) -> Unit:
        """The open unit that one of this rank would stand in."""
        return next((u for u in reversed(self.stack) if u.rank < level), self.stack[0])

    def within(self, kind: str) -> bool:
        """Whether a unit of this kind is open."""
        return any(u.provision.kind == kind for u in self.stack)

    def scope(self) -> str:
        """Articles run through their document, so chapters are no part of their address; an enclosed regulation or an
        annex is.
        """
        outer = [u.provision.address for u in self.stack if u.provision.kind in SCOPES]
        return outer[-1] if outer else ""

    def _address(self, mark: Mark, parent: Unit) -> str:
        place = parent.places[mark.kind] = parent.places.get(mark.kind, 0) + 1
        # the fold of đ is d, and d is a point of its own
        folded = fold(mark.mark.lower().replace("đ", "dd")).replace(".", "-")
        text = str(place) if mark.kind in _ORDINAL else folded
        above = self.scope() if mark.kind == "article" else parent.provision.address
        base = f"{above}.{_CODES[mark.kind]}{text}" if above else f"{_CODES[mark.kind]}{text}"
        n = self.addresses[base] = self.addresses.get(base, 0) + 1
        return base if n == 1 else f"{base}~{n}"

    def _label(self, mark: Mark, place: int) -> str:
        kind = mark.kind
        if kind in ("paragraph", "heading"):
            return ""
        if kind == "enclosure":
            return mark.mark
        if kind in ("dash", "plus", "table", "row"):
            return unit_name(kind, str(place), self.language)
        named = {"roman": "heading", "letter": "part", "subclause": "clause", "numeral": "point"}.get(kind, kind)
        return unit_name(named, mark.mark, self.language)


def series_of(mark: Mark) -> str:
    """The name of the series that a mark belongs to: 2.1 and 3.1 are of two."""
    return f"{mark.kind} {mark.mark.rpartition('.')[0]}" if mark.kind == "subclause" else mark.kind
