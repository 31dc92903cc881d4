"""Where a statement stands, and what stands above it: the heading, the lead of a list. Knows nothing of its words."""

from dataclasses import dataclass

from corpus.relations import RelationKind as Kind
from corpus.relations import Target
from ingest.relations.days import Days


@dataclass(frozen=True, slots=True)
class Above:
    """What the heading or the lead over a statement says: the verb for its items, the document that it is all about.

    `corrects`: the title says that misprints are set right.
    """

    kind: Kind | None = None
    target: Target | None = None
    days: Days = Days()
    lists: bool = False
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A statement: its words, where it stands, in which unit, whether before the first unit; what stands above it."""

    text: str
    start: int
    unit: str | None = None
    preamble: bool = False
    opens_unit: bool = False
    above: Above = Above()
    base: bool = False
    title: bool = False
