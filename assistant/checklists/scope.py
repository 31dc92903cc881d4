"""Which provisions are on a topic, as a clerk would tell: by what they and their headings say, then by their document.

All in a unit that the topic has to itself is on it (checklist_homes), scope and definitions never (checklist_apart).
What a unit and its own heading say counts in full, headings further above and the document's title count less. A
statement is on the topic if it has most of what the best has, and says itself what its document's title does not; or
if its passage was found among the best. In a document that is about the topic as a whole, all of it is on it, unless a
heading singles the topic out. A topic that names a year is about that year. What has two fifths of the best and
stands in the same documents is near: left out, counted, and shown where it is asked for.

Knows nothing of registers: it says yes or no to a place in a document.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.checklists.amending import Amending
from assistant.checklists.apart import is_apart
from assistant.checklists.headings import HEADED, heading, is_headed, repeats, thing_words
from assistant.checklists.homes import Homes
from assistant.checklists.place import Place, above, around
from assistant.checklists.subject import Standing, Subject, at_best, years_in
from assistant.coverage import Sought
from assistant.search import Hit
from corpus.document import Outline
from corpus.library import Library
from corpus.messages import Language
from corpus.rows import Entry
from corpus.units import same_length

COVERED = 0.5  # of the topic's words: as much has to stand in what is on the topic at best
_AS_GOOD = 0.6  # ... and this share of what the best has
_ONE_PHRASE = 0.5  # of the pairs of the topic that stand side by side in a title
_NEAR = 0.4  # ... and what has less is not even near
_SAYS_ITSELF = 0.65  # of what the title lacks, against the best
_FOUND = 0.9  # of the best hit's score: found as well as the best
_FOUND_BEST = 0.95  # ... found at the very top
_RANK = 0.68  # of the best rank
_RANK_OF_HIS = 0.6  # ... where whose it is has to be named besides
_OF_WORDS, _OF_FINDING = 0.75, 0.25  # parts of a rank
_ABOVE, _TITLE = 0.6, 0.85  # what a heading further above and the title count
_TITLE_OF_MANY = 0.5  # ... a title that names several things, of which a heading singles out the topic
_ABOUT = 0.9  # of the topic: so much has a title that is about it
_SINGLED_OUT = 0.85  # of the topic: so much has a heading that singles it out
_ALL_OF_IT = 0.75  # of what a title says: a document of which the topic is so much is about nothing else
_DOES = 0.85  # of what the best has: so much has what tells that he does it
_DOER = 0.75  # of the words of a doer's name
# who does what for all of a document stands under such headings, which name no subject
_GENERAL = (
    "trach nhiem", "to chuc thuc hien", "dieu khoan thi hanh", "phan cong", "hieu luc", "che do bao cao", "tien do",
    "responsibilit", "implementation", "organisation of", "organization of", "assignment", "reporting", "effect",
)  # fmt: skip


class Doer(NamedTuple):
    """Who does what the topic is about; `his`: only what he himself has to do is asked for."""

    name: Subject
    his: bool

    def named_in(self, text: str, language: Language) -> bool:
        """Whether most of his name stands in a text."""
        return self.name.share(self.name.standing(text, language)) >= _DOER


class Score(NamedTuple):
    """How much of the topic stands in a place with its title, in itself of what the title lacks, and how it was found.

    All from 0 to 1; `itself` and `found` are compared with the best.
    """

    words: float
    itself: float
    found: float


class Scope:
    """The provisions on one topic, told by the places looked through (`over`) and the hits, best first."""

    def __init__(
        self, library: Library, sought: Sought, subject: str, hits: Sequence[Hit], doer: Doer | None = None
    ) -> None:
        self._library, self._subject = library, Subject(sought, subject)
        self._doer, self._doing = doer, frozenset[int]()  # the documents in which he does it
        self._hits = self._passages(hits)
        self._found = max((score for found in self._hits.values() for *_, score in found), default=0.0)
        self._sought = sought
        self._scores: dict[tuple[int, int, int, bool], Score] = {}
        self._best = Score(0.0, 0.0, 0.0)
        self._rank = 0.0
        self._homes, self._amending = Homes(library, self._subject, ()), Amending(library, ())
        self._singled = lru_cache(maxsize=500)(self._singles_out)
        self._about = lru_cache(maxsize=500)(self._is_about)
        self._whole = lru_cache(maxsize=500)(self._is_whole)

    def over(self, places: Iterable[Place]) -> "Scope":
        """Takes the measure of the best of all places that may be on the topic."""
        places = [p for p in places if not self._apart(p)]
        entries = list({p.entry.revision: p.entry for p in places}.values())
        self._homes = Homes(self._library, self._subject, entries, self._found_best)
        self._amending = Amending(self._library, entries)
        scores = [self.score(p) for p in places if self._of_its_year(p)]
        if scores:
            self._best = Score(*(max(parts) for parts in zip(*scores, strict=True)))
            self._rank = max(self._ranked(s) for s in scores)
        if doer := self._doer:
            best = [p for p in places if self.score(p).words >= self._best.words * _DOES]
            self._doing = frozenset(p.entry.revision for p in best if self._names(doer, p))
        return self

    @property
    def covered(self) -> bool:
        """Whether anything is on the topic."""
        return self._best.words >= COVERED

    def holds(self, place: Place, *, by_title: bool = True) -> bool:
        """Whether what stands there is on the topic: by itself and its headings, or as part of a document on it."""
        if not self._of_its_year(place) or self._apart(place):
            return False
        if self._doer and not self._done_by(self._doer, place):
            return False
        if self.at_home(place):
            return True
        score = self.score(place)
        if by_title and self._about(place.entry) and (not self._singled(place.entry) or self._is_general(place)):
            return True
        rank = _RANK_OF_HIS if self._doer and self._doer.his else _RANK
        if score.words < self._best.words * _AS_GOOD or self._ranked(score) < self._rank * rank:
            return False
        says = score.itself >= self._best.itself * _SAYS_ITSELF
        return says or 0.0 < self._best.found * _FOUND <= score.found

    def at_home(self, place: Place) -> bool:
        """Whether it stands in a unit or document that the topic has to itself, or changes the wording there."""
        if self._whole(place.entry):
            return True
        there, revision = self._homes.there, place.entry.revision
        changed = self._amending.of(revision, place.start, place.end)
        return there(revision, place.start, place.end) or any(
            there(c.entry.revision, c.unit.start, c.unit.end) for c in changed
        )

    def _done_by(self, doer: Doer, place: Place) -> bool:
        """Whether a place names the doer of the topic, itself, above or as its issuer; or is a step of what he does."""
        if not doer.his and (self.at_home(place) or place.entry.revision in self._doing):
            return True
        return self._names(doer, place)

    def _names(self, doer: Doer, place: Place) -> bool:
        text, outline = self._library.text(place.entry.revision), self._library.outline(place.entry.revision)
        heads = (heading(text, outline, u) for u in above(outline, place))
        said = " | ".join((around(text, place), *heads, place.entry.identity.issuer or ""))
        return doer.named_in(said, "en" if place.entry.identity.language == "en" else "vi")

    def _apart(self, place: Place) -> bool:
        text, outline = self._library.text(place.entry.revision), self._library.outline(place.entry.revision)
        return is_apart(text, outline, place.unit, place.start, place.end)

    def near(self, place: Place) -> bool:
        """Whether it has two fifths of what the best has."""
        return self._of_its_year(place) and self.score(place).words >= self._best.words * _NEAR

    def _ranked(self, score: Score) -> float:
        of_found = score.found / self._best.found if self._best.found else 0.0
        return _OF_WORDS * score.words / (self._best.words or 1.0) + _OF_FINDING * of_found

    def score(self, place: Place) -> Score:
        """How well a place fits the topic."""
        key = (place.entry.revision, place.start, place.end, place.alone)
        if key not in self._scores:
            self._scores[key] = self._score(place)
        return self._scores[key]

    def _score(self, place: Place) -> Score:
        text, outline = self._library.text(place.entry.revision), self._library.outline(place.entry.revision)
        itself = self._standing(around(text, place), place)
        near_heads, far_heads = self._heads(place, outline)
        near = at_best(itself, *(self._standing(h, place) for h in near_heads))
        far = at_best((0.0,) * len(near), *(self._standing(h, place) for h in far_heads))
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

    def _heads(self, place: Place, outline: Outline) -> tuple[list[str], list[str]]:
        """A place's own heading, and those further above; of what it amends where it stands in an amending text."""
        text, over = self._library.text(place.entry.revision), above(outline, place)
        own = next((n for n, u in enumerate(over, 1) if place.unit is None or u.address != place.unit.address), 0)
        heads = [heading(text, outline, u) for u in over]
        near, far = heads[:own], heads[own:]
        for changed in self._amending.of(place.entry.revision, place.start, place.end):
            there, words = self._library.outline(changed.entry.revision), self._library.text(changed.entry.revision)
            units = [u for u in there.above(changed.unit) if u.kind != "enclosure"]
            first = next((n for n, u in enumerate(units, 1) if is_headed(words, u)), 0)
            near += [heading(words, there, u) for u in units[:first]]
            far += [heading(words, there, u) for u in units[first:]]
        title = place.entry.identity.title
        return [h for h in near if not repeats(h, title)], [h for h in far if not repeats(h, title)]

    def _found_at(self, place: Place) -> float:
        """The score of the best hit that a place overlaps."""
        hits = self._hits.get(place.entry.revision, ())
        return max((score for start, end, score in hits if start < place.end and end > place.start), default=0.0)

    def _found_best(self, revision: int, start: int, end: int) -> bool:
        """Whether a hit in a span scores as well as the best of all."""
        best = max((score for hits in self._hits.values() for *_, score in hits), default=0.0)
        return any(
            start <= s and e <= end and score >= best * _FOUND_BEST for s, e, score in self._hits.get(revision, ())
        )

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
        said = years_in(around(text, place))
        if not said:
            heads = (heading(text, outline, u) for u in above(outline, place))
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

    def _is_whole(self, entry: Entry) -> bool:
        """Whether a document is about the topic and nothing else, and no heading in it singles the topic out."""
        if not self._about(entry) or self._singled(entry):
            return False
        same = entry.identity.language == self._subject.language
        return same and self._subject.own_share(thing_words(entry.identity.title)) >= _ALL_OF_IT

    def _singles_out(self, entry: Entry) -> bool:
        """Whether a heading of a document on the topic singles it out, so that the rest is on something else."""
        text, outline = self._library.text(entry.revision), self._library.outline(entry.revision)
        heads = (heading(text, outline, u) for u in outline if u.kind in HEADED and u.start > 0)
        language = entry.identity.language
        return any(self._subject.share(self._subject.standing(h, language)) >= _SINGLED_OUT for h in heads)

    def _is_general(self, place: Place) -> bool:
        text, outline = self._library.text(place.entry.revision), self._library.outline(place.entry.revision)
        heads = (same_length(heading(text, outline, u)) for u in above(outline, place))
        return any(word in head for head in heads for word in _GENERAL)


def _times(standing: Sequence[float], part: float) -> Standing:
    return tuple(s * part for s in standing)
