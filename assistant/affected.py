"""What rests on a text that has been amended, replaced or ended since: our own documents, and what was kept.

A document rests on it where it names it as its basis, guides it or refers to it, and was issued before the change; a
checklist, a course or an answer where it cites it and was made, or asked for a day, before the last change.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.affected_kept import (
    Kept,
    Resting,
    RestingAnswer,
    answers_citing,
    checklists_citing,
    courses_citing,
)
from corpus.family_graph import Edge
from corpus.library import Library
from corpus.relations import CHANGING, RelationKind
from corpus.rows import Entry
from corpus.validity import ANSWERABLE, Status

_CHANGED = CHANGING - {RelationKind.CONTINUES}  # what goes on as it was is no change


@dataclass(frozen=True, slots=True)
class Affected:
    """A text, what has changed it and from when, and what rests on it as it was before."""

    entry: Entry
    first: date | None
    changes: tuple[Edge, ...]
    documents: tuple[Edge, ...]
    checklists: tuple[Resting, ...]
    courses: tuple[Resting, ...]
    answers: tuple[RestingAnswer, ...]

    @property
    def count(self) -> int:
        """How many things rest on it."""
        return sum(map(len, (self.documents, self.checklists, self.courses, self.answers)))


def affected_by(library: Library, entry: Entry, kept: Kept | None = None) -> Affected:
    """What rests on a document that has been changed."""
    stated = library.stated_of(entry.revision)
    changes = tuple(e for e in stated if e.relation.kind in _CHANGED)
    if not changes:
        return Affected(entry, None, (), (), (), (), ())
    days = _days(library, changes)
    first = min((d for d in days if d is not None), default=None)
    last = None if None in days else max((d for d in days if d is not None), default=None)
    changing = {e.source.id for e in changes}
    resting: dict[str, Edge] = {}
    for e in stated:
        earlier = first is None or e.source.issued is None or e.source.issued < first
        if e.relation.kind not in _CHANGED and e.source.id not in changing and earlier:
            resting.setdefault(e.source.id, e)
    documents = tuple(sorted(resting.values(), key=lambda e: (e.source.issued or date.min, e.source.id)))
    made = kept or Kept()
    return Affected(
        entry, first, changes, documents,
        tuple(checklists_citing(made, entry.id, last)),
        tuple(courses_citing(made, entry.id, last)),
        tuple(answers_citing(made, entry.id, last)),
    )  # fmt: skip


def _days(library: Library, changes: Sequence[Edge]) -> list[date | None]:
    """From when each change holds: as its statement says, else as its document does, else from its issue."""
    courses = library.intervals_of({e.source.revision for e in changes}, whole=True)
    begins = {
        revision: next((i.first for i in course if i.status in ANSWERABLE and i.status is not Status.UNKNOWN), None)
        for revision, course in courses.items()
    }
    return [e.relation.day or begins.get(e.source.revision) or e.source.issued for e in changes]
