"""Papers that amending texts put into a list of papers, or word anew there: they stand in no list of their own.

"Bổ sung điểm h vào sau điểm g khoản 1 Điều 11" adds a paper to those of Điều 11. Knows nothing of topics: what is
added to a list that is on the topic is on it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.amendment import Act
from assistant.checklists.amending import units_of
from assistant.checklists.found import Found, Reading, ReadRegisters
from assistant.checklists.items import Item
from assistant.checklists.papers import unmarked_paper
from assistant.checklists.place import place_of
from assistant.wording_on import orders_of
from corpus.library import Library
from corpus.registers import Span
from corpus.relations import CHANGING
from corpus.rows import Entry

_ADDS = frozenset({Act.INSERT, Act.SUPPLEMENT})
_LISTED = frozenset({"point", "dash", "plus"})


@dataclass(frozen=True, slots=True)
class Added:
    """Finds what is added by documents that are asked (by id); `registers` tells what a revision lays down."""

    library: Library
    asked: Mapping[str, Entry]
    registers: ReadRegisters

    def to(self, found: Sequence[Found]) -> list[Found]:
        """The items with the papers added to their lists, each behind the last of its list."""
        last: dict[tuple[int, str], int] = {}
        for n, f in enumerate(found):
            if f.stage == "papers" and f.place.unit is not None and f.place.unit.kind in _LISTED:
                last[f.place.entry.revision, f.place.unit.parent or ""] = n
        behind: dict[int, list[Found]] = {}
        said: set[tuple[str, str, str]] = set()  # a translation of the list has it from that of the amending text
        for (_, parent), n in last.items():
            identity = found[n].place.entry.identity
            for paper in self._papers(found[n], parent):
                key = (identity.number or identity.title, parent, paper.address)
                if key not in said:
                    behind.setdefault(n, []).append(paper)
                said.add(key)
        return [one for n, f in enumerate(found) for one in (f, *behind.get(n, ()))]

    def _papers(self, of: Found, parent: str) -> Iterator[Found]:
        """What amending texts in the language of a list add to it."""
        target = of.place.entry
        outline = self.library.outline(target.revision)
        sources = sorted({e.source.id for e in self.library.stated_of(target.revision, CHANGING)} & self.asked.keys())
        for amending in (self.asked[id] for id in sources):
            if amending.identity.language != target.identity.language:
                continue
            reading = Reading(self.library, amending, self.registers(amending.revision))
            for change in orders_of(amending, target, self.library):
                a = change.amendment
                if a.new is None or change.origin.id != amending.id:
                    continue
                units = units_of(a, outline)
                into = a.act in _ADDS and any(u.address == parent for u in units)
                anew = a.act is Act.AMEND and any(u.parent == parent and u.kind in _LISTED for u in units)
                if into or anew:
                    yield self._paper(reading, Span(*a.new), a.source_unit, of)

    def _paper(self, reading: Reading, new: Span, address: str | None, of: Found) -> Found:
        """A paper in the words of the text that adds it, as one of the list that another stands in."""
        span = unmarked_paper(reading.text, new)
        place = place_of(reading.entry, reading.outline, address or "", span.start, span.end)
        item = Item("", "", " ".join(span.of(reading.text).split()), sources=(reading.wording.source(span, place),))
        return Found(item, place, place.unit.address if place.unit else "", "papers", of.lead)
