"""What a second reader proposes for the registers, and when it repeats what is there. Knows no model and no table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from corpus.register_entries import Kind, RegisterEntry
from corpus.register_filters import SecondState
from corpus.registers import Definition, Duty, Figure, Registers, Requirement, Span

# how the reading of a passage ended: read to its end; it speaks to machines and was shown to none; it is to be tried
# again, but after those never tried
Outcome = Literal["read", "orders", "failed"]


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a model says stands in the words `whole`; each slot is a span in them, none is read yet."""

    kind: Kind
    whole: Span
    slots: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class Addition:
    """A proposed entry as it is kept: which model, when, and what an editor (`who`, `decided`) made of it."""

    id: int
    revision: int
    kind: Kind
    entry: RegisterEntry
    model: str
    at: datetime
    state: SecondState
    who: str = ""
    decided: datetime | None = None


def every(registers: Registers) -> Iterable[RegisterEntry]:
    """All entries of a document."""
    return (*registers.duties, *registers.requirements, *registers.figures, *registers.definitions)


def repeats(entry: RegisterEntry, others: Iterable[RegisterEntry]) -> bool:
    """Whether one of some entries of the same document says the same: the words that make it what it is are its too.

    What a person must be or have is a duty to one reader and a requirement to another, and counts as the same.
    """
    mine, core = _matter(entry), _core(entry)
    return any(_matter(o) == mine and core.start < _core(o).end and _core(o).start < core.end for o in others)


def _matter(entry: RegisterEntry) -> str:
    match entry:
        case Figure():
            return "figure"
        case Definition():
            return "definition"
    return "asked"


def _core(entry: RegisterEntry) -> Span:
    match entry:
        case Duty():
            return entry.action
        case Requirement():
            return entry.words
        case Figure():
            return entry.printed
        case Definition():
            return entry.term
