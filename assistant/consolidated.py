"""A text as it was on a day, put together from the texts that made it. Types only; `consolidate` makes them.

"Marked as consolidated, each part citing its origin" (Ordinance 01/2012/UBTVQH13 on consolidation merges wordings and
changes none): every piece is `text[start:end]` of the document that it comes from.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from corpus.document import Outline
from corpus.messages import Language

State = Literal["original", "amended", "inserted", "annulled", "renumbered"]


@dataclass(frozen=True, slots=True)
class Origin:
    """A document that wordings are taken from."""

    id: str
    text: str
    outline: Outline
    language: Language
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a document: `text` is its text from `start` to `end`, but for a new number that an order only names."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Cause:
    """The order that changed a unit: `start:end` of the amending document's text, its unit, from when it holds.

    `made` is what the unit became by it.
    """

    document: str
    start: int
    end: int
    unit: str | None
    day: date | None
    made: State = "amended"


@dataclass(frozen=True, slots=True)
class ConsolidatedUnit:
    """A unit as it was on a day; `pieces` are its own words, `by` what changed them, in order.

    One that was annulled has no words left but its mark, and says by what.
    """

    address: str
    kind: str
    label: str
    path: str
    state: State
    pieces: tuple[Piece, ...]
    by: tuple[Cause, ...]
    parts: tuple["ConsolidatedUnit", ...] = field(default=())

    @property
    def text(self) -> str:
        """Its own words."""
        return "".join(p.text for p in self.pieces).strip()

    @property
    def changed(self) -> bool:
        """Whether anything in it is not as it was first."""
        return self.state != "original" or bool(self.by) or any(p.changed for p in self.parts)

    def walk(self) -> Iterator["ConsolidatedUnit"]:
        """The unit and all below it, in order."""
        yield self
        for part in self.parts:
            yield from part.walk()

    @property
    def whole(self) -> str:
        """All its words, a line for each unit; nothing of what was annulled but the mark."""
        return "\n".join(u.text for u in self.walk() if u.text)


@dataclass(frozen=True, slots=True)
class Unsettled:
    """An order that could not be carried out; `code` is that of a message, `facts` what it names."""

    code: str
    cause: Cause
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ConsolidatedText:
    """A document as of a day: its units, and the orders that could not be carried out."""

    document: str
    day: date | None
    units: tuple[ConsolidatedUnit, ...]
    unsettled: tuple[Unsettled, ...] = ()

    def walk(self) -> Iterator[ConsolidatedUnit]:
        """Every unit, in order."""
        for unit in self.units:
            yield from unit.walk()

    def get(self, address: str) -> ConsolidatedUnit | None:
        """The unit at an address."""
        return next((u for u in self.walk() if u.address == address), None)

    @property
    def changed(self) -> bool:
        """Whether anything is not as it was first."""
        return any(u.changed for u in self.units)
