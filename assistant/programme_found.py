"""Which documents tell of a programme or project: itself, and those whose title or opening names it.

Knows nothing of figures or deadlines.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.mentions import find_mentions, fits
from assistant.search import Filters, Search
from assistant.twins import one_language
from corpus.identity import find_numbers
from corpus.messages import Language
from corpus.rows import Entry

_PASSAGES = 60
_OPENING = 2500  # characters in which a report says what it is about


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme as asked for: its document, if it is held, and all that tell of it, the oldest first."""

    name: str
    own: tuple[Entry, ...]
    around: tuple[Entry, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All documents, its own first."""
        return (*self.own, *(e for e in self.around if e not in self.own))


def programme_named(search: Search, name: str, filters: Filters | None, language: Language) -> Programme:
    """The documents of a programme that is named by its number or in words; none where nothing fits."""
    view = search.view
    admitted = [view.entries[r] for r in view.admitted(filters)]
    keys = set(_keys(name, admitted))
    hits = dict.fromkeys(h.key.revision for h in search.find(name, _PASSAGES, filters))
    found = [view.entries[r] for r in hits if r in view.entries]
    if not keys and not find_mentions(name) and found:
        keys = {key for key in (found[0].identity.number_key,) if key}
    own = [e for e in admitted if e.identity.number_key in keys]
    around = [e for e in admitted if e not in own and _tells_of(search, e, keys, e in found)]
    if not own and not around and not find_mentions(name) and found:
        own = found[:1]
    order = sorted(own, key=_by_day), sorted(around, key=_by_day)
    first = one_language(view, [*order[0], *order[1]], language)
    return Programme(name, tuple(e for e in order[0] if e in first), tuple(e for e in order[1] if e in first))


def _by_day(entry: Entry) -> tuple[str, str]:
    return (entry.identity.issued.isoformat() if entry.identity.issued else "9999", entry.id)


def _keys(name: str, entries: list[Entry]) -> Iterator[str]:
    """The keys of the numbers that a name may mean: printed whole, or as one of the documents has them."""
    for mention in find_mentions(name):
        if mention.number is not None:
            yield mention.number.key
        for entry in entries:
            key, issued = entry.identity.number_key, entry.identity.issued
            if key and fits(mention, key, (entry.identity.type or "",), str(issued.year) if issued else ""):
                yield key
            for about in entry.identity.about:
                yield from (n.key for n in find_numbers(about) if fits(mention, n.key, (), ""))


def _tells_of(search: Search, entry: Entry, keys: set[str], found: bool) -> bool:
    """Whether a document is about a programme: what it reports on, its title; of those found also its opening."""
    said = " ; ".join((entry.identity.title, *entry.identity.about))
    if keys & {n.key for n in find_numbers(said)}:
        return True
    reports = entry.identity.type in ("report", "news", "conclusion", "plan", "project")
    if not found or not reports:
        return False
    opening = search.corpus.library.text(entry.revision)[:_OPENING]
    return bool(keys & {n.key for n in find_numbers(opening)})
