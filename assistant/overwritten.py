"""Wordings that an amending text brought and that others have changed or ended since: they answer nothing any more.

What an amending text quotes is a part of the text that it amends, and holds only as long as it stands there.
"""

from datetime import date

from assistant.amendment import Amendment
from assistant.consolidated import ConsolidatedUnit
from assistant.evidence import Evidence
from assistant.wording_on import amendments_of, consolidated_text
from corpus.library import Library
from corpus.relations import RelationKind
from corpus.rows import Entry

_BRINGING = frozenset({RelationKind.AMENDS, RelationKind.SUPPLEMENTS})


class Overwritten:
    """Tells such wordings on one day; each amending text is read once."""

    def __init__(self, library: Library, day: date) -> None:
        self._library, self._day = library, day
        self._amended: dict[int, list[Entry]] = {}
        self._units: dict[str, list[ConsolidatedUnit]] = {}

    def __call__(self, e: Evidence) -> bool:
        """Whether a statement is a wording that no longer stood in the text that it was brought into."""
        targets = self._targets(e.entry)
        orders = amendments_of(e.entry, self._library) if targets else ()
        brings = next((a for a in orders if a.new and a.new[0] <= e.start < a.new[1]), None)
        return brings is not None and any(self._gone(e, brings, t) for t in targets if _about(brings, t))

    def _gone(self, e: Evidence, brings: Amendment, target: Entry) -> bool:
        units = self._consolidated(target)
        carried_out = any(c.document == e.entry.id and c.start == brings.start for u in units for c in u.by)
        pieces = (p for u in units for p in u.pieces if p.document == e.entry.id)
        return carried_out and not any(p.start < e.end and e.start < p.end for p in pieces)

    def _targets(self, entry: Entry) -> list[Entry]:
        """The documents in the same language whose wording a document changes."""
        if entry.revision not in self._amended:
            edges = self._library.stated_by(entry.revision, _BRINGING)
            meant = map(self._library.entry, sorted({e.target.id for e in edges if e.target is not None}))
            self._amended[entry.revision] = [t for t in meant if t.identity.language == entry.identity.language]
        return self._amended[entry.revision]

    def _consolidated(self, target: Entry) -> list[ConsolidatedUnit]:
        if target.id not in self._units:
            self._units[target.id] = list(consolidated_text(target, self._day, self._library).walk())
        return self._units[target.id]


def _about(order: Amendment, target: Entry) -> bool:
    return order.number_key is None or order.number_key == target.identity.number_key
