"""What held on a day, as far as search and answers need it. "Per the documents indexed": unknown bars nothing.

Knows the catalogue's intervals; reckons none.
"""

from collections.abc import Sequence
from datetime import date

from corpus.library import Library
from corpus.validity import ANSWERABLE, UNKNOWN, Interval, Status, at


class InForce:
    """What held on one day, over one state of the catalogue; what is asked is read once."""

    def __init__(self, library: Library, day: date) -> None:
        self.day = day
        self.barred = library.not_in_force(day)
        self._library = library
        self._with_units = library.with_units()
        self._read: dict[int, Sequence[Interval]] = {}

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
        if revision not in self._with_units:
            return False
        inside = (i for i in self._intervals(revision) if f"{i.address}.".startswith(f"{address}."))
        around = not self.in_own_words(revision, address)
        return around or any(i.holds(self.day) and i.status is not Status.NOT_YET for i in inside)

    def in_own_words(self, revision: int, address: str) -> bool:
        """Whether a unit was in force in the words that its document has."""
        return revision not in self._with_units or not self.unit(revision, address).changed

    def _intervals(self, revision: int) -> Sequence[Interval]:
        if revision not in self._read:
            self._read[revision] = self._library.intervals(revision)
        return self._read[revision]
