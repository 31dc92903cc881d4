"""Which provisions are on a topic: judged by their words, those above them and their document's title.

Knows nothing of registers: it says yes or no to a place in a document.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.coverage import Sought
from assistant.units import same_length
from corpus.document import Outline, Provision
from corpus.library import Library
from corpus.rows import Entry

COVERED = 0.6  # of the topic's words (rare ones count more): as much has to stand in what is on the topic at best
_AS_GOOD = 0.7  # ... and this share of what the best has
_SINGLED_OUT = 0.4  # what a statement has to add itself where the title has the rest
_LONGEST_HEADING, _LONGEST_UNIT = 250, 2000  # characters
_HEADED = frozenset({
    "part", "chapter", "section", "subsection", "article", "roman", "heading", "letter", "annex", "enclosure", "form",
})  # fmt: skip
# who does what for all of a document stands under such headings, which name no subject
_GENERAL = (
    "trach nhiem", "to chuc thuc hien", "dieu khoan thi hanh", "phan cong", "hieu luc", "che do bao cao", "tien do",
    "responsibilit", "implementation", "organisation of", "organization of", "assignment", "reporting", "effect",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A provision of a document."""

    entry: Entry
    unit: Provision | None
    start: int
    end: int


class Scope:
    """The provisions on one topic, over one catalogue. `best` is how much of the topic the best passage holds."""

    def __init__(self, library: Library, sought: Sought, words: Sequence[str], best: float) -> None:
        self._library, self._sought, self.best = library, sought, best
        self._weights = {w: sought.weight(w) for w in words}
        self._total = sum(self._weights.values()) or 1.0
        self._enough = max(COVERED * _AS_GOOD, best * _AS_GOOD)
        self._words = lru_cache(maxsize=20_000)(self._found)
        self._singled = lru_cache(maxsize=500)(self._singles_out)

    def holds(self, place: Place) -> bool:
        """Whether what stands there is on the topic: by itself and its headings, or as part of a document on it."""
        text, outline = self._library.text(place.entry.revision), self._library.outline(place.entry.revision)
        language = place.entry.identity.language
        own = self._words(_around(text, place), language)
        headings = [_first_line(text, u) for u in outline.above(place.unit) if u.start < place.start]
        own = own.union(*(self._words(h, language) for h in headings))
        share = self._share(own)
        if share >= self._enough:
            return True
        title = self._words(place.entry.identity.title, language)
        if share >= self._enough * _SINGLED_OUT and self._share(own | title) >= self._enough:
            return True
        if self._share(title) < self._enough:
            return False
        return not self._singled(place.entry) or any(_is_general(h) for h in headings)

    def share(self, texts: Iterable[str], entry: Entry) -> float:
        """How much of the topic stands in some texts of a document together, 0 to 1."""
        found: frozenset[str] = frozenset()
        return self._share(found.union(*(self._words(t, entry.identity.language) for t in texts)))

    def _found(self, text: str, language: str) -> frozenset[str]:
        return frozenset(self._sought.covered(text, "en" if language == "en" else "vi").found)

    def _share(self, found: frozenset[str]) -> float:
        return sum(self._weights.get(w, 0.0) for w in found) / self._total

    def _singles_out(self, entry: Entry) -> bool:
        """Whether a heading of a document on the topic singles it out, so that the rest is on something else."""
        text, outline = self._library.text(entry.revision), self._library.outline(entry.revision)
        heads = (_first_line(text, u) for u in outline if u.kind in _HEADED and u.start > 0)
        return any(self._share(self._words(h, entry.identity.language)) >= self._enough for h in heads)


def _around(text: str, place: Place) -> str:
    """The smallest unit that a statement stands in, or the statement where that is long."""
    unit = place.unit
    if unit is not None and unit.start <= place.start and unit.end - unit.start <= _LONGEST_UNIT:
        return text[unit.start : max(unit.end, place.end)]
    return text[place.start : place.end]


def _first_line(text: str, unit: Provision) -> str:
    return text[unit.start : min(unit.end, unit.start + _LONGEST_HEADING)].split("\n")[0]


def _is_general(heading: str) -> bool:
    folded = same_length(heading)
    return any(word in folded for word in _GENERAL)


def place_of(entry: Entry, outline: Outline, address: str, start: int, end: int) -> Place:
    """A statement's place; where its address is not known any longer, the smallest unit there."""
    return Place(entry, outline.get(address) or outline.innermost(start), start, end)
