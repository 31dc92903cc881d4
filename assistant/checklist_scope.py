"""Which provisions are on a topic: judged by their words, those above them and their document's title.

Knows nothing of registers: it says yes or no to a place in a document.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.coverage import OTHER_NAME, Sought
from assistant.search import Hit, View
from corpus.document import Outline, Provision
from corpus.library import Library
from corpus.rows import Entry
from corpus.units import same_length

_FIRST = 12  # hits by which it is judged whether anything covers the topic
_COVERED = 0.6  # of the topic's words (rare ones count more): as much has to stand in what is on the topic at best
_AS_GOOD = 0.7  # ... and this share of what the best has
_TITLED = 0.55  # ... of which a title that names the subject as a phrase needs less: it leaves out what is done with it
_HALF = 0.5
_SINGLED_OUT = 0.4  # what a statement has to add itself where the title has the rest
_TOP = 0.9  # of the best hit's score: as good as the best
_NEAR = 0.6  # of the best hit's score: passages below it are not on the topic by themselves
_LONGEST_HEADING, _LONGEST_UNIT = 250, 600  # characters
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
    """The provisions on one topic, over one catalogue, told by its hits (best first)."""

    def __init__(self, library: Library, sought: Sought, subject: str, hits: Sequence[Hit], view: View) -> None:
        self._library, self._sought = library, sought
        self._weights = {w: sought.weight(w) for w in sought.covered(subject, sought.language).found}
        self._total = sum(self._weights.values()) or 1.0
        self._words = lru_cache(maxsize=20_000)(self._found)
        self._singled = lru_cache(maxsize=500)(self._singles_out)
        self.best, self.covered = self._best(hits[:_FIRST], view)
        self._enough = self.best * _AS_GOOD
        self._near, self._top = self._passages(hits, _NEAR), self._passages(hits, _TOP)

    def _best(self, hits: Sequence[Hit], view: View) -> tuple[float, bool]:
        """How much of the topic the best passage has with its title; whether one of the two alone has enough."""
        texts = self._library.passage_texts(h.key for h in hits)
        best, alone = 0.0, 0.0
        for hit in hits:
            entry = view.entries[hit.key.revision]
            language = entry.identity.language
            parts = (texts.get(hit.key, ""), entry.identity.title)
            best = max(best, self._share(self._words(parts[0], language) | self._words(parts[1], language)))
            # here a word that stands by another name counts for less: alone, such words prove little
            alone = max(alone, *(self._sought.covered(part, language).words for part in parts))
        return best, alone >= _COVERED

    def _passages(self, hits: Sequence[Hit], share: float) -> dict[int, list[tuple[int, int]]]:
        """Where the passages stand that have this share of the best's score, with their copies and translations."""
        good = [h for h in hits if h.score >= hits[0].score * share]
        near: dict[int, list[tuple[int, int]]] = {}
        for key, passage in self._library.passages(k for h in good for k in (h.key, *h.also)).items():
            near.setdefault(key.revision, []).append((passage.start, passage.end))
        return near

    def holds(self, place: Place, *, by_title: bool = True) -> bool:
        """Whether what stands there is on the topic: by itself and its headings, or as part of a document on it."""
        text, outline = self._library.text(place.entry.revision), self._library.outline(place.entry.revision)
        language = place.entry.identity.language
        headings = [_first_line(text, u) for u in _above(outline, place)]
        above = frozenset[str]().union(*(self._words(h, language) for h in headings))
        if self._share(above) >= self._enough:
            return True
        title = self._words(place.entry.identity.title, language)
        if _within(place, self._near) and self._says_it(above, title, _around(text, place), place):
            return True
        if not by_title or not self._titled(place.entry):
            return False
        return not self._singled(place.entry) or any(_is_general(h) for h in headings)

    def _says_it(self, above: frozenset[str], title: frozenset[str], text: str, place: Place) -> bool:
        """Whether a statement with what stands above it is on the topic, not only made of the same words."""
        language = place.entry.identity.language
        own = above | self._words(text, language)
        share = self._share(own)
        if share < self._enough and (share < self._enough * _SINGLED_OUT or self._share(own | title) < self._enough):
            return False
        # side by side words stand only in one's own language
        if self._share(title) >= _HALF or language != self._sought.language or _within(place, self._top):
            return True
        return self._sought.covered(text, language).pairs >= _HALF or self._share(above) >= _HALF

    def _found(self, text: str, language: str) -> frozenset[str]:
        return frozenset(self._sought.covered(text, "en" if language == "en" else "vi").found)

    def _share(self, found: frozenset[str]) -> float:
        return sum(self._weights.get(w, 0.0) for w in found) / self._total

    def _titled(self, entry: Entry) -> bool:
        """Whether a document's title names the topic, as one phrase or in the other language's name for it."""
        covered = self._sought.covered(entry.identity.title, entry.identity.language)
        if entry.identity.language == self._sought.language:
            return covered.words >= self.best * _TITLED and covered.pairs > _HALF
        return covered.words >= self._enough * OTHER_NAME

    def _singles_out(self, entry: Entry) -> bool:
        """Whether a heading of a document on the topic singles it out, so that the rest is on something else."""
        text, outline = self._library.text(entry.revision), self._library.outline(entry.revision)
        heads = (_first_line(text, u) for u in outline if u.kind in _HEADED and u.start > 0)
        return any(self._share(self._words(h, entry.identity.language)) >= self._enough for h in heads)


def _within(place: Place, passages: Mapping[int, Sequence[tuple[int, int]]]) -> bool:
    return any(start < place.end and end > place.start for start, end in passages.get(place.entry.revision, ()))


def _above(outline: Outline, place: Place) -> list[Provision]:
    """The units that stand above a statement and name what it is about: no paragraphs, no tables."""
    units = outline.above(place.unit)
    return [u for u in units if u.start < place.start and u.kind not in ("paragraph", "table", "row")]


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
