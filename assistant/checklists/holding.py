"""What of a checklist still holds on a day: units that were ended or put into other words by then are left out.

"Per the documents indexed": of what nobody says anything, it holds. Knows nothing of topics.
"""

from collections.abc import Sequence

from assistant.checklists.found import Found
from assistant.in_force import InForce
from assistant.wording_on import consolidated_text
from corpus.folding import words
from corpus.library import Library

_STILL_THERE = 0.8  # of a statement's words that stand in its unit as amended: another place in it was put otherwise


class Holding:
    """Sifts items by what held on one day, and remembers which documents' items it left out."""

    def __init__(self, library: Library, held: InForce) -> None:
        self._library, self._held = library, held
        self.barred = held.barred
        self.left_out: dict[str, int] = {}

    def sift(self, found: Sequence[Found], *, named: bool = False) -> list[Found]:
        """The items that hold; of a document that was `named`, only single units that do not hold are left out."""
        return [f for f in found if self._holds(f, named=named)]

    def _holds(self, found: Found, *, named: bool) -> bool:
        entry, address = found.place.entry, found.address
        barred = entry.revision in self.barred
        holds = named if barred else self._held.holds(entry.revision, address)
        if holds and address and not self._held.in_own_words(entry.revision, address):
            holds = self._still_there(found)
        if not holds:
            label = entry.identity.number or entry.identity.title
            self.left_out[label] = self.left_out.get(label, 0) + 1
        return holds

    def _still_there(self, found: Found) -> bool:
        """Whether an amended unit has the statement's words still."""
        entry = found.place.entry
        unit = consolidated_text(entry, self._held.day, self._library).get(found.address)
        if unit is None:
            return False
        said = words(self._library.text(entry.revision)[found.place.start : found.place.end])
        now = set(words(unit.whole))
        if any(w[0].isdigit() and w not in now for w in said):
            return False  # an amendment may change no more than a figure
        return sum(w in now for w in said) >= _STILL_THERE * len(said)
