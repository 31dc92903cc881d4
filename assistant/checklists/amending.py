"""What the clauses of amending texts are about: the units whose wording they change, or in which they put something.

"Bổ sung điểm h vào sau điểm g khoản 1 Điều 11" stands under a heading that only repeats its document's title; what it
is on is told by Điều 11. Knows nothing of topics.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.amendment import Act, Amendment
from assistant.wording_on import orders_of
from corpus.document import Outline, Provision
from corpus.library import Library
from corpus.relations import CHANGING
from corpus.rows import Entry
from corpus.units import UnitReference, units_called

_WORDING = frozenset({Act.AMEND, Act.SUPPLEMENT, Act.INSERT})


@dataclass(frozen=True, slots=True)
class Changed:
    """A unit of an amending document, and the unit of the other document that it bears on."""

    start: int
    end: int
    entry: Entry
    unit: Provision


class Amending:
    """The units that bear on others, among some documents."""

    def __init__(self, library: Library, entries: Sequence[Entry]) -> None:
        self._library = library
        self._changed: dict[int, list[Changed]] = {}
        by_id = {e.id: e for e in entries}
        for target in entries:
            sources = {e.source.id for e in library.stated_of(target.revision, CHANGING)} - {target.id}
            for amending in (by_id[s] for s in sorted(sources & by_id.keys())):
                if amending.identity.language == target.identity.language:
                    self._changed.setdefault(amending.revision, []).extend(self._of(amending, target))

    def of(self, revision: int, start: int, end: int) -> list[Changed]:
        """What a place in an amending document bears on; nothing where it amends nothing."""
        return [c for c in self._changed.get(revision, ()) if c.start <= start and end <= c.end]

    def _of(self, amending: Entry, target: Entry) -> Iterator[Changed]:
        outline, there = self._library.outline(amending.revision), self._library.outline(target.revision)
        for change in orders_of(amending, target, self._library):
            a = change.amendment
            around = outline.get(a.source_unit)
            if a.act not in _WORDING or around is None or change.origin.id != amending.id:
                continue
            for unit in units_of(a, there):
                yield Changed(around.start, around.end, target, unit)


def units_of(amendment: Amendment, outline: Outline) -> Iterator[Provision]:
    """The units that an order names; of a new one, what it is put into, or comes behind."""
    for named in amendment.units:
        steps = named.steps
        while steps:
            found = units_called(outline, UnitReference(steps))
            if found:
                yield found[0]
                break
            steps = steps[1:]
        else:
            if amendment.anchor is not None:
                yield from units_called(outline, amendment.anchor)[:1]
