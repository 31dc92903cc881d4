"""What rests on a text that has been amended, replaced or ended since: our own documents and kept checklists.

A document rests on it where it names it as its basis, guides it or refers to it, and was issued before the change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.checklist_items import Checklist
from corpus.family_graph import Edge
from corpus.library import Library
from corpus.relations import CHANGING
from corpus.rows import Entry


@dataclass(frozen=True, slots=True)
class Affected:
    """A text, what has changed it, and what rests on it as it was before."""

    entry: Entry
    changes: tuple[Edge, ...]
    documents: tuple[Edge, ...]
    checklists: tuple["Resting", ...]

    @property
    def first(self) -> date | None:
        """From when it is no longer as it was."""
        return min((d for e in self.changes if (d := day_of(e)) is not None), default=None)


@dataclass(frozen=True, slots=True)
class Resting:
    """A checklist with items that cite the text: how many, and when it was made."""

    id: str
    title: str
    items: int
    made: date


def affected_by(library: Library, entry: Entry, checklists: Sequence[Checklist] = ()) -> Affected:
    """What rests on a document that has been changed."""
    stated = library.stated_of(entry.revision)
    changes = tuple(e for e in stated if e.relation.kind in CHANGING)
    since = min((d for e in changes if (d := day_of(e)) is not None), default=None)
    changing = {e.source.id for e in changes}
    resting: dict[str, Edge] = {}
    for e in stated if changes else ():
        earlier = since is None or e.source.issued is None or e.source.issued < since
        if e.relation.kind not in CHANGING and e.source.id not in changing and earlier:
            resting.setdefault(e.source.id, e)
    documents = tuple(sorted(resting.values(), key=lambda e: (e.source.issued or date.min, e.source.id)))
    return Affected(entry, changes, documents, tuple(_citing(checklists, entry.id)) if changes else ())


def day_of(edge: Edge) -> date | None:
    """From when a change holds, as far as its statement or its document's issue tells."""
    return edge.relation.day or edge.source.issued


def _citing(checklists: Sequence[Checklist], document: str) -> Iterator[Resting]:
    for checklist in checklists:
        items = sum(any(s.document == document for s in item.sources) for item in checklist.items)
        if items:
            yield Resting(checklist.id, checklist.title, items, checklist.made.date())
