"""Which provisions are on a topic, as a clerk would tell: by what they and their headings say, then by their document.

What a unit and its own heading say counts in full, headings further above and the document's title count less. A
statement is on the topic if it has most of what the best has, and says itself what its document's title does not; or
if its passage was found among the best. In a document that is about the topic as a whole, all of it is on it, unless a
heading singles the topic out. A topic that names a year is about that year. What has two fifths of the best and
stands in the same documents is near: left out, counted, and shown where it is asked for.

Knows nothing of registers: it says yes or no to a place in a document.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from assistant.checklist_subject import Standing, Subject, at_best, years_in
from assistant.coverage import Sought
from assistant.search import Hit
from corpus.document import Outline, Provision
from corpus.library import Library
from corpus.registers import Span
from corpus.rows import Entry
from corpus.units import same_length

COVERED = 0.5  # of the topic's words: as much has to stand in what is on the topic at best
_AS_GOOD = 0.6  # ... and this share of what the best has
_ONE_PHRASE = 0.5  # of the pairs of the topic that stand side by side in a title
_NEAR = 0.4  # ... and what has less is not even near
_SAYS_ITSELF = 0.65  # of what the title lacks, against the best
_FOUND = 0.9  # of the best hit's score: found as well as the best
_RANK = 0.68  # of the best rank
_OF_WORDS, _OF_FINDING = 0.75, 0.25  # parts of a rank
_ABOVE, _TITLE = 0.6, 0.85  # what a heading further above and the title count
_TITLE_OF_MANY = 0.5  # ... a title that names several things, of which a heading singles out the topic
_ABOUT = 0.9  # of the topic: so much has a title that is about it
_SINGLED_OUT = 0.85  # of the topic: so much has a heading that singles it out
_LONGEST_HEADING, _LONGEST_UNIT = 250, 600  # characters
_TWO_LINES = frozenset({"part", "chapter", "section", "subsection", "annex", "enclosure", "form"})
_HEADED = _TWO_LINES | {"article", "roman", "heading", "letter"}
# who does what for all of a document stands under such headings, which name no subject
_GENERAL = (
    "trach nhiem", "to chuc thuc hien", "dieu khoan thi hanh", "phan cong", "hieu luc", "che do bao cao", "tien do",
    "responsibilit", "implementation", "organisation of", "organization of", "assignment", "reporting", "effect",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A provision of a document; `beside` are words in it that only name who helps."""

    entry: Entry
    unit: Provision | None
    start: int
    end: int
    beside: tuple[Span, ...] = ()


class Score(NamedTuple):
    """How much of the topic stands in a place with its title, in itself of what the title lacks, and how it was found.

    All from 0 to 1; `itself` and `found` are compared with the best.
    """

    words: float
    itself: float
    found: float


class Scope:
    """The provisions on one topic, told by the places looked through (`over`) and the hits, best first."""

    def __init__(self, library: Library, sought: Sought, subject: str, hits: Sequence[Hit]) -> None:
        self._library, self._subject = library, Subject(sought, subject)
        self._hits = self._passages(hits)
        self._sought = sought
        self._scores: dict[tuple[int, int, int], Score] = {}
        self._best = Score(0.0, 0.0, 0.0)
        self._rank = 0.0
        self._singled = lru_cache(maxsize=500)(self._singles_out)
        self._about = lru_cache(maxsize=500)(self._is_about)

    def over(self, places: Iterable[Place]) -> "Scope":
        """Takes the measure of the best of all places that may be on the topic."""
        scores = [self.score(p) for p in places if self._of_its_year(p)]
        if scores:
            self._best = Score(*(max(parts) for parts in zip(*scores, strict=True)))
            self._rank = max(self._ranked(s) for s in scores)
        return self

    @property
    def covered(self) -> bool:
        """Whether anything is on the topic."""
        return self._best.words >= COVERED

    def holds(self, place: Place, *, by_title: bool = True) -> bool:
        """Whether what stands there is on the topic: by itself and its headings, or as part of a document on it."""
        if not self._of_its_year(place):
            return False
        score = self.score(place)
        if by_title and self._about(place.entry) and (not self._singled(place.entry) or self._is_general(place)):
            return True
        if score.words < self._best.words * _AS_GOOD or self._ranked(score) < self._rank * _RANK:
            return False
        says = score.itself >= self._best.itself * _SAYS_ITSELF
        return says or 0.0 < self._best.found * _FOUND <= score.found

    def near(self, place: Place) -> bool:
        """Whether it has two fifths of what the best has."""
        return self._of_its_year(place) and self.score(place).words >= self._best.words * _NEAR

    def _ranked(self, score: Score) -> float:
        of_found = score.found / self._best.found if self._best.found else 0.0
        return _OF_WORDS * score.words / (self._best.words or 1.0) + _OF_FINDING * of_found

    def score(self, place: Place) -> Score:
        """How well a place fits the topic."""
        key = (place.entry.revision, place.start, place.end)
        if key not in self._scores:
            self._scores[key] = self._score(place)
        return self._scores[key]

    def _score(self, place: Place) -> Score:
        text, outline = self._library.text(place.entry.revision), self._library.outline(place.entry.revision)
        itself = self._standing(_around(text, place), place)
        above = _above(outline, place)
        own = next((n for n, u in enumerate(above, 1) if place.unit is None or u.address != place.unit.address), 0)
        near = at_best(itself, *(self._standing(_heading(text, outline, u), place) for u in above[:own]))
        far = at_best((0.0,) * len(near), *(self._standing(_heading(text, outline, u), place) for u in above[own:]))
        title = self._standing(place.entry.identity.title, place)
        of_title = _TITLE_OF_MANY if self._singled(place.entry) else _TITLE
        lacking = [1.0 - t for t in title]
        if self._subject.share(lacking) < 1 - _ABOUT:
            lacking = [1.0] * len(title)
        return Score(
            self._subject.share(at_best(near, _times(far, _ABOVE), _times(title, of_title))),
            self._subject.share(at_best(near, _times(far, _ABOVE)), lacking),
            self._found_at(place),
        )

    def _found_at(self, place: Place) -> float:
        """The score of the best hit that a place overlaps."""
        hits = self._hits.get(place.entry.revision, ())
        return max((score for start, end, score in hits if start < place.end and end > place.start), default=0.0)

    def _standing(self, text: str, place: Place) -> Standing:
        return self._subject.standing(text, "en" if place.entry.identity.language == "en" else "vi")

    def _passages(self, hits: Sequence[Hit]) -> dict[int, list[tuple[int, int, float]]]:
        """Where the hits stand, with their scores, and their copies and translations."""
        scores = {key: hit.score for hit in reversed(hits) for key in (hit.key, *hit.also)}
        found: dict[int, list[tuple[int, int, float]]] = {}
        for key, passage in self._library.passages(scores).items():
            found.setdefault(key.revision, []).append((passage.start, passage.end, scores[key]))
        return found

    def _of_its_year(self, place: Place) -> bool:
        """Whether a place is about a year that the topic names: it says so, else its headings, else its document."""
        years = self._subject.years
        if not years:
            return True
        text, outline = self._library.text(place.entry.revision), self._library.outline(place.entry.revision)
        said = years_in(_around(text, place))
        if not said:
            heads = (_heading(text, outline, u) for u in _above(outline, place))
            said = years_in(" ".join((*heads, place.entry.identity.title)))
        issued = place.entry.identity.issued
        return bool(years & (said or ({str(issued.year)} if issued else set())))

    def _is_about(self, entry: Entry) -> bool:
        """Whether a document's title names the topic whole, as one phrase."""
        language = entry.identity.language
        if self._subject.share(self._subject.standing(entry.identity.title, language)) < _ABOUT:
            return False
        one_phrase = self._sought.covered(entry.identity.title, language).pairs > _ONE_PHRASE
        return one_phrase or language != self._subject.language

    def _singles_out(self, entry: Entry) -> bool:
        """Whether a heading of a document on the topic singles it out, so that the rest is on something else."""
        text, outline = self._library.text(entry.revision), self._library.outline(entry.revision)
        heads = (_heading(text, outline, u) for u in outline if u.kind in _HEADED and u.start > 0)
        language = entry.identity.language
        return any(self._subject.share(self._subject.standing(h, language)) >= _SINGLED_OUT for h in heads)

    def _is_general(self, place: Place) -> bool:
        text, outline = self._library.text(place.entry.revision), self._library.outline(place.entry.revision)
        heads = (same_length(_heading(text, outline, u)) for u in _above(outline, place))
        return any(word in head for head in heads for word in _GENERAL)


def _times(standing: Sequence[float], part: float) -> Standing:
    return tuple(s * part for s in standing)


def _above(outline: Outline, place: Place) -> list[Provision]:
    """The units that stand above a statement and name what it is about: no paragraphs, no tables."""
    units = outline.above(place.unit)
    return [u for u in units if u.start < place.start and u.kind not in ("paragraph", "table", "row")]


def _around(text: str, place: Place) -> str:
    """The smallest unit that a statement stands in, or the statement where that is long; without who only helps."""
    unit, start, end = place.unit, place.start, place.end
    if unit is not None and unit.start <= place.start and unit.end - unit.start <= _LONGEST_UNIT:
        start, end = unit.start, max(unit.end, place.end)
    said = text[start:end]
    for span in sorted(place.beside, key=lambda s: -s.start):
        if start <= span.start and span.end <= end:
            said = f"{said[: span.start - start]} {said[span.end - start :]}"
    return said


def _heading(text: str, outline: Outline, unit: Provision) -> str:
    """What heads a unit: its first line; of a chapter, whose title stands below its number, up to what it holds."""
    end = min(unit.end, unit.start + _LONGEST_HEADING)
    if unit.kind not in _TWO_LINES:
        return text[unit.start : end].split("\n")[0]
    first = next((u.start for u in outline.children(unit.address) if u.start > unit.start), end)
    return " ".join(text[unit.start : min(end, first)].split("\n")[:3])


def place_of(entry: Entry, outline: Outline, address: str, start: int, end: int, beside: Sequence[Span] = ()) -> Place:
    """A statement's place; where its address is not known any longer, the smallest unit there."""
    return Place(entry, outline.get(address) or outline.innermost(start), start, end, tuple(beside))
