"""What held on a day, as far as search and answers need it. "Per the documents indexed": unknown bars nothing.

Knows the catalogue's intervals; reckons none.
"""

from collections.abc import Sequence
from datetime import date

from corpus.family_graph import Edge
from corpus.library import Library
from corpus.relations import RelationKind
from corpus.validity import ANSWERABLE, UNKNOWN, Interval, Status, at


class InForce:
    """What held on one day, over one state of the catalogue; what is asked is read once."""

    def __init__(self, library: Library, day: date) -> None:
        self.day = day
        self.barred = library.not_in_force(day)
        self._library = library
        self._with_units = library.with_units()
        self._read: dict[int, Sequence[Interval]] = {}
        self._swaps: dict[int, Sequence[str]] = {}

    def document(self, revision: int) -> Interval:
        """The state of a document."""
        return at(self._intervals(revision), self.day)

    def unit(self, revision: int, address: str) -> Interval:
        """The state of the smallest unit around an address that has one of its own, else the document's."""
        intervals = self._intervals(revision)
        parts = address.split(".")
        for n in range(len(parts), 0, -1):
            found = at(intervals, self.day, ".".join(parts[:n])) if address else UNKNOWN
            if found is not UNKNOWN:
                return found
        around = self.document(revision)
        if address and around.status is Status.PARTLY_EXPIRED:
            # what became of other units is nothing to this one
            return next((i for i in intervals if not i.address and i.status is Status.IN_FORCE), around)
        return around

    def holds(self, revision: int, address: str = "") -> bool:
        """Whether what stands there may answer: its document and its unit were in force, or nobody says."""
        if revision in self.barred:
            return False
        if revision not in self._with_units or not address:
            return True
        return self.unit(revision, address).status in ANSWERABLE

    @property
    def any_units(self) -> bool:
        """Whether something is said of units of any document."""
        return bool(self._with_units)

    def has_units(self, revision: int) -> bool:
        """Whether something is said of units of a document."""
        return revision in self._with_units

    def touched(self, revision: int, address: str) -> bool:
        """Whether others had changed, ended or put in anything in a unit, or the unit itself, by the day."""
        if not self.in_own_words(revision, address):
            return True
        if revision not in self._with_units:
            return False
        inside = (i for i in self._intervals(revision) if f"{i.address}.".startswith(f"{address}."))
        return any(i.holds(self.day) and i.status is not Status.NOT_YET for i in inside)

    def in_own_words(self, revision: int, address: str) -> bool:
        """Whether a unit was in force in the words that its document has."""
        if revision in self._with_units and self.unit(revision, address).changed:
            return False
        unit = self._library.outline(revision).get(address) if self._swapped(revision) else None
        if unit is None:
            return True
        words = self._library.text(revision)[unit.start : unit.end].casefold()
        return not any(old in words for old in self._swapped(revision))

    def _swapped(self, revision: int) -> Sequence[str]:
        """The words that others had replaced by the day wherever they stand in a document."""
        if revision not in self._swaps:
            self._swaps[revision] = ()
            if self.document(revision).status is Status.PARTLY_EXPIRED:
                edges = self._library.stated_of(revision, {RelationKind.AMENDS})
                everywhere = [e for e in edges if e.relation.swaps and not e.relation.units and self._begun(e)]
                self._swaps[revision] = [s.old.casefold() for e in everywhere for s in e.relation.swaps]
        return self._swaps[revision]

    def _begun(self, edge: Edge) -> bool:
        live = (Status.IN_FORCE, Status.PARTLY_EXPIRED)
        own = (i.first for i in self._intervals(edge.source.revision) if not i.address and i.status in live)
        day = edge.relation.day or next(own, None)
        return day is not None and day <= self.day

    def _intervals(self, revision: int) -> Sequence[Interval]:
        if revision not in self._read:
            self._read[revision] = self._library.intervals(revision)
        return self._read[revision]
