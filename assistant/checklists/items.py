"""A checklist as it is kept: sections of items, each with its source's words and with what people made of it.

The source's words are locked; whoever works with a checklist fills in the rest. Knows nothing of search and stores.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from assistant.sheet import SheetSource
from corpus.messages import Language
from corpus.registers import Strength

Kind = Literal["procedure", "assignment", "dossier"]
KINDS: tuple[Kind, ...] = ("procedure", "assignment", "dossier")
Contested = Literal["deadline", "lead"]
MOST_ITEMS = 5000


@dataclass(frozen=True, slots=True)
class Item:
    """A thing to do, or a paper to hand in: what the source says of it (None: it is silent), and how it stands.

    `against` are the ids of items that set the same task another `contested` deadline or lead. Items of one `group`
    are alternatives. Without sources it was added by somebody, and nothing of it is locked.
    """

    id: str
    section: str
    task: str
    lead: str | None = None
    coordinators: tuple[str, ...] = ()
    deadline: str | None = None
    day: date | None = None
    inclusive: bool | None = None
    product: str | None = None
    condition: str | None = None
    strength: Strength | None = None
    sources: tuple[SheetSource, ...] = ()
    against: tuple[str, ...] = ()
    contested: tuple[Contested, ...] = ()
    group: str = ""
    done: bool = False
    assignee: str = ""
    due: date | None = None
    note: str = ""

    @property
    def locked(self) -> bool:
        """Whether its words are a source's, which nobody may change."""
        return bool(self.sources)

    @property
    def falls_due(self) -> date | None:
        """The day somebody set, else the source's."""
        return self.due or self.day


@dataclass(frozen=True, slots=True)
class Section:
    """A stage, an agency, a heading: what its items stand under."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked through for a topic: how much, for which words, and what came nearest."""

    documents: int
    passages: int
    words: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """Items in sections, what was searched for them, and what has to be minded (`remarks`).

    `id` is empty until it is kept, `version` counts the changes from 1. `party` says by whose rules it is printed.
    """

    title: str
    topic: str
    kind: Kind
    language: Language
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    searched: Looked
    remarks: tuple[str, ...]
    made: datetime
    party: bool = False
    id: str = ""
    version: int = 1

    def of_section(self, id: str) -> tuple[Item, ...]:
        """The items of one section, in order."""
        return tuple(i for i in self.items if i.section == id)
