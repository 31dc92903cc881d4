"""What of a document is asked for: all of it, the units named, or what is on a topic; and the items taken from there.

Knows nothing of how a topic is found.
"""

from collections.abc import Sequence
from typing import Protocol

from assistant.checklists.found import Found, Reading
from assistant.checklists.items import Kind
from assistant.checklists.place import Place
from assistant.checklists.scope import Scope
from assistant.checklists.twins import as_one
from assistant.question import understand
from assistant.references import Named, resolve
from assistant.search import Filters
from corpus.corpus import Corpus
from corpus.errors import NotFoundError
from corpus.messages import Language
from corpus.rows import Entry


class Judge(Protocol):
    """Says whether a place belongs to what is asked for."""

    def holds(self, place: Place, *, by_title: bool = True) -> bool:
        """Whether it does; without `by_title`, that its document does is not enough."""

    def at_home(self, place: Place) -> bool:
        """Whether it stands in a unit that is about nothing else."""


class Whole:
    """Everything in the documents named, or in the units named of them."""

    def __init__(self, named: Named) -> None:
        self._units = [(entry.id, unit.start, unit.end) for entry, unit in named.places]

    def holds(self, place: Place, *, by_title: bool = True) -> bool:
        """Whether a place is in what was named."""
        at = [(start, end) for id, start, end in self._units if id == place.entry.id]
        return not self._units or any(start <= place.start and place.end <= end for start, end in at)

    def at_home(self, place: Place) -> bool:
        """No unit is: what is named is taken as the registers have it."""
        return False


class Near:
    """What is on a topic or near it."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def holds(self, place: Place, *, by_title: bool = True) -> bool:
        """Whether a place is on the topic, or near it."""
        return self._scope.holds(place, by_title=by_title) or self._scope.near(place)

    def at_home(self, place: Place) -> bool:
        """Whether it stands in a unit that the topic has to itself."""
        return self._scope.at_home(place)


class AsIn:
    """The judgement of a copy or translation: the unit of the same address in the document that is read."""

    def __init__(self, judge: Judge, first: Reading, language: Language) -> None:
        self._judge, self._first = judge, first
        # a topic is told best in its own language
        self._enough = first.entry.identity.language == language and not isinstance(judge, Whole)

    def holds(self, place: Place, *, by_title: bool = True) -> bool:
        """Whether the same unit of the other text belongs; by itself where that has none such."""
        told = self._told(place)
        return told is not None and self._judge.holds(told, by_title=by_title)

    def at_home(self, place: Place) -> bool:
        """Whether the same unit of the other text stands in one that is about nothing else."""
        told = self._told(place)
        return told is not None and self._judge.at_home(told)

    def _told(self, place: Place) -> Place | None:
        unit = self._first.outline.get(place.unit.address if place.unit else None)
        if unit is not None:
            return self._first.lead_of(unit) if place.alone else Place(self._first.entry, unit, unit.start, unit.end)
        return None if self._enough else place


class Work:
    """One text in all its copies and translations, and the one of them by which a topic is judged."""

    def __init__(self, readings: Sequence[Reading], language: Language) -> None:
        self.readings = readings
        self.told = next((r for r in readings if r.entry.identity.language == language), readings[0])


class Taking:
    """Takes the items of one kind that a judge lets through, and counts the directions that were left out."""

    def __init__(self, kind: Kind, judge: Judge, language: Language) -> None:
        self._kind, self._judge, self._language = kind, judge, language
        self.directions = 0

    def items(self, works: Sequence[Work]) -> list[Found]:
        """The items of all works, best work first, in reading order."""
        return [item for work in works for item in self._of(work)]

    def _of(self, work: Work) -> list[Found]:
        texts = []
        for reading in work.readings:
            told = reading is work.told
            judge = self._judge if told else AsIn(self._judge, work.told, self._language)
            items, directions = _taken(reading, judge, self._kind)
            self.directions += directions if told else 0
            texts.append(items)
        return as_one(texts)


def _taken(reading: Reading, judge: Judge, kind: Kind) -> tuple[list[Found], int]:
    """The items of a kind in one document, in reading order, and how many directions were left out."""
    if kind == "dossier":
        return _papers(reading, judge), 0
    tasks, directions = reading.duties(judge.holds)
    if kind == "procedure":
        tasks += reading.powers(lambda place: judge.holds(place, by_title=False), tasks)
        tasks += reading.conditions(judge.holds, lambda place: judge.holds(place, by_title=False), tasks)
        tasks += reading.said_beside(judge.at_home, tasks)
    return sorted(tasks, key=lambda f: f.place.start), directions


def _papers(reading: Reading, judge: Judge) -> list[Found]:
    """The papers of the registers, and those of lists of which the registers hold nothing."""
    found = reading.papers(judge.holds)
    held = [(f.place.start, f.place.end) for f in found]
    for lead, papers in reading.paper_lists:
        start, end = lead.start, max(p.end for p in papers)
        if any(a < end and b > start for a, b in held):
            continue
        if judge.holds(reading.lead_at(lead)):
            found += [reading.paper_at(p, lead) for p in papers]
    return sorted(found, key=lambda f: f.place.start)


def named_in(named: Named) -> list[Entry]:
    """The documents named, with all that a short number may mean."""
    return list(dict.fromkeys([*named.entries, *(e for _, entries in named.rivals for e in entries)]))


def documents_called(corpus: Corpus, said: Sequence[str]) -> Filters:
    """The filter that lets through the documents of these ids or numbers; raises NotFoundError for one not there."""
    entries, ids = corpus.library.entries(), dict[str, None]()
    for name in said:
        called = [e for e in entries if e.id == name] or named_in(resolve(corpus, understand(name), entries))
        if not called:
            raise NotFoundError("document-unknown", id=name[:80])
        ids.update(dict.fromkeys(e.id for e in called))
    return Filters(documents=tuple(ids))
