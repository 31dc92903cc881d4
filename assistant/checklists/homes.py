"""Which units of which documents the topic has to itself: an article, a chapter headed by it. All in them is on it.

A unit's heading has to name most of the topic, with what stands above it, and nothing else beside it. Articles beside
it that say only how ("Time limits", "Competence") belong to it where the chapter they share is on the topic as well.
Knows nothing of registers.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from assistant.checklists.headings import heading, is_headed, is_of_any_procedure, named_in, repeats, thing_words
from assistant.checklists.subject import Standing, Subject, at_best
from corpus.document import Provision
from corpus.library import Library
from corpus.rows import Entry

_COVERED = 0.55  # of the topic's words: as much has to stand in a heading, those above it and the title
_AS_GOOD = 0.85  # ... and this share of what the best such unit has
_BY_ITSELF = 0.5  # ... of which this share in its own heading
_NAMED = 0.15  # of the topic's words: so much has each of the things that a heading names
_ITS_OWN = 0.5  # of what a heading says
_CHAPTER = 0.4  # of the topic: so much has the heading of a chapter that is its own with all in it
_WHOLLY = 0.95  # ... of what that heading says
_ABOVE = 0.85  # what a heading above and the title count
FoundBest = Callable[[int, int, int], bool]  # whether a span of a revision was found as well as the best
_NO_HOME = frozenset({"enclosure", "annex", "part", "form"})


class Homes:
    """The homes of a topic in some documents."""

    def __init__(
        self, library: Library, subject: Subject, entries: Iterable[Entry], found_best: FoundBest = lambda *_: False
    ) -> None:
        self._library, self._subject = library, subject
        entries = list(entries)
        scored = [(e, u, s) for e in entries for u, s in self._headed(e)]
        best = max((s for _, _, s in scored), default=0.0)
        self.best = best
        self._units: dict[int, list[Provision]] = {}
        for entry, unit, score in scored:
            if score >= max(_COVERED, best * _AS_GOOD):
                self._units.setdefault(entry.revision, []).append(unit)
        for entry in entries:
            self._units.setdefault(entry.revision, []).extend(self._of_its_words(entry, found_best))
        for entry in {e.revision: e for e, _, _ in scored}.values():
            around = self._around(entry)
            self._units.setdefault(entry.revision, []).extend((*around, *self._kin(entry)))
        self.there = lru_cache(maxsize=20_000)(self._there)

    def __contains__(self, entry: Entry) -> bool:
        """Whether the topic has a home in a document."""
        return bool(self._units.get(entry.revision))

    def _there(self, revision: int, start: int, end: int) -> bool:
        """Whether a place stands in one of them."""
        return any(u.start <= start and end <= u.end for u in self._units.get(revision, ()))

    def _headed(self, entry: Entry) -> Iterable[tuple[Provision, float]]:
        """The units of a document whose heading names the topic and nothing else, with how much of it."""
        text, outline = self._library.text(entry.revision), self._library.outline(entry.revision)
        title = self._standing(entry.identity.title, entry)
        for unit in outline:
            if unit.kind in _NO_HOME or not is_headed(text, unit):
                continue
            head = heading(text, outline, unit)
            own = self._standing(head, entry)
            if not any(own) or repeats(head, entry.identity.title):
                continue
            above = [u for u in outline.above(unit) if u.address != unit.address and u.start < unit.start]
            heads = (heading(text, outline, u) for u in above if u.kind != "enclosure")
            far = (self._standing(h, entry) for h in heads if self._alone(h, entry))
            with_above = at_best(own, *(tuple(s * _ABOVE for s in each) for each in (*far, title)))
            score = self._subject.share(with_above)
            itself = self._subject.share(own) >= score * _BY_ITSELF
            if itself and self._alone(head, entry) and self._of_nothing_else(head, entry):
                yield unit, score

    def _of_its_words(self, entry: Entry, found_best: FoundBest) -> Iterable[Provision]:
        """The articles of which the heading is a part of the topic: of the rest, where it was found has to tell."""
        text, outline = self._library.text(entry.revision), self._library.outline(entry.revision)
        if entry.identity.language != self._subject.language:
            return
        for unit in outline:
            if unit.kind == "article" and found_best(entry.revision, unit.start, unit.end):
                words = thing_words(heading(text, outline, unit))
                if words and self._subject.own_share(words) >= _WHOLLY:
                    yield unit

    def _alone(self, head: str, entry: Entry) -> bool:
        """Whether each of the things that a heading names is the topic's."""
        named = named_in(head)
        return bool(named) and all(self._subject.share(self._standing(n, entry)) >= _NAMED for n in named)

    def _of_nothing_else(self, head: str, entry: Entry, own: float = _ITS_OWN) -> bool:
        """Whether at least half of what a heading says is the topic's; of another language nobody can tell."""
        same = entry.identity.language == self._subject.language
        return not same or self._subject.own_share(thing_words(head)) >= own

    def _around(self, entry: Entry) -> list[Provision]:
        """The chapters that homes stand in, where their headings name nothing but the topic's things, and most of them.

        A competitive examination begins with the plan and the notice of recruitment, and ends with its recognition.
        """
        text, outline = self._library.text(entry.revision), self._library.outline(entry.revision)
        found: dict[str, Provision] = {}
        for home in self._units.get(entry.revision, ()):
            parent = next((u for u in outline.above(home) if u.address != home.address), None)
            if parent is None or parent.kind != "chapter" or parent.address in found:
                continue
            head = heading(text, outline, parent)
            share = self._subject.share(self._standing(head, entry))
            if share >= _CHAPTER and self._alone(head, entry) and self._of_nothing_else(head, entry, _WHOLLY):
                found[parent.address] = parent
        return list(found.values())

    def _kin(self, entry: Entry) -> list[Provision]:
        """What says only how, beside a home in a chapter on the topic."""
        text, outline = self._library.text(entry.revision), self._library.outline(entry.revision)
        found: dict[str, Provision] = {}
        for home in self._units.get(entry.revision, ()):
            parent = next((u for u in outline.above(home) if u.address != home.address), None)
            if parent is None or parent.kind in _NO_HOME or not is_headed(text, parent):
                continue
            if not self._alone(heading(text, outline, parent), entry):
                continue
            beside = (u for u in outline.children(parent.address) if u.kind == home.kind)
            found.update({u.address: u for u in beside if is_of_any_procedure(heading(text, outline, u))})
        return list(found.values())

    def _standing(self, text: str, entry: Entry) -> Standing:
        return self._subject.standing(text, "en" if entry.identity.language == "en" else "vi")
