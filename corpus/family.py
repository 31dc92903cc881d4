"""Documents that bear upon each other, and which of them a statement means. Knows no tables.

Which documents a statement means is told by binding each time, and no row says who came first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from corpus.bearing import OwnDay
from corpus.binding import Held, bound, one_work
from corpus.competence import may_change
from corpus.moved_days import MOVING, after_all
from corpus.relations import CHANGING, Effect, Relation
from corpus.relations import RelationKind as Kind
from corpus.superseded import base_of


@dataclass(slots=True)
class Family:
    """Documents that bear upon each other, with all that they state of each other."""

    documents: dict[int, Held] = field(default_factory=dict)
    said: list[tuple[int, Relation]] = field(default_factory=list)
    days: Mapping[int, list[Effect]] = field(default_factory=dict)
    merged: list[tuple[int, Relation]] = field(default_factory=list)
    by_key: dict[str, list[Held]] = field(default_factory=dict)
    meant: dict[tuple[object, ...], list[Held]] = field(default_factory=dict)
    _of: dict[str, list[tuple[int, Relation]]] = field(default_factory=dict)

    def said_of(self, document: Held) -> list[tuple[int, Relation]]:
        """What changes whatever bears the document's number or name."""
        if not self._of:
            for revision, relation in self.said:
                key = relation.target.number_key or relation.target.name
                if relation.kind in CHANGING and key is not None:
                    self._of.setdefault(key, []).append((revision, relation))
        return [s for key in (document.number_key, document.name) if key for s in self._of.get(key, ())]

    def take(self, documents: Iterable[Held]) -> None:
        """Takes up documents that are not in it yet."""
        for d in documents:
            if d.revision not in self.documents:
                self.documents[d.revision] = d
                for key in filter(None, (d.number_key, d.name)):
                    self.by_key.setdefault(key, []).append(d)

    def targets(self, source: int, relation: Relation) -> list[Held]:
        """The documents that a statement means."""
        said, target = self.documents[source].issued, relation.target
        key = (target.number_key, target.name, target.type, target.issued, target.year, said)
        if key not in self.meant:
            self.meant[key] = bound(target, said, self.candidates(relation))
        return self.meant[key]

    def candidates(self, relation: Relation) -> list[Held]:
        """Those that bear the number or the name."""
        return self.by_key.get(relation.target.number_key or relation.target.name or "", [])

    def work(self, document: Held) -> list[Held]:
        """The document and its other files and languages, itself first."""
        others = self.by_key.get(document.number_key or "", [])
        same = [o for o in others if o.id != document.id and one_work(o, document)]
        return [document, *sorted(same, key=lambda o: o.id)]

    def own_days(self, document: Held) -> list[OwnDay]:
        """The days that it states of itself, in any of its files."""
        return [OwnDay(w.id, e) for w in self.work(document) for e in self.days.get(w.revision, ())]

    def merged_by(self, document: Held) -> tuple[Held | None, list[str]]:
        """The base of a consolidated text, and the ids of all that it merges."""
        merged = [t for revision, r in self.merged if revision == document.revision for t in self.targets(revision, r)]
        among = {m.revision for m in merged}
        changing = [
            (self.documents[revision], self.targets(revision, r))
            for revision, r in self.said
            if r.kind in CHANGING and revision in among
        ]
        return base_of(merged, changing), [m.id for m in merged]

    def begins(self, source: Held, unit: str | None = None) -> date | None:
        """From when what a document says holds: as it says of the unit, else of itself, else from its issue."""
        own = [o.effect for o in self.own_days(source) if not o.effect.ends]
        for effect in own:
            if unit is not None and any(_names(unit, u.even) for u in effect.units):
                return after_all(effect.day, (r for r in self._moving(source) if r.kind is Kind.CORRECTS))
        stated = next((e.day for e in own if not e.units), None)
        return after_all(stated, self._moving(source)) or source.issued

    def _moving(self, source: Held) -> list[Relation]:
        """What others say of a document that puts off its day of effect, or corrects it."""
        return [
            r
            for revision, r in self.said_of(source)
            if r.kind in MOVING
            and may_change(self.documents[revision], source, r.kind)
            and source in self.targets(revision, r)
        ]


def _names(address: str, steps: frozenset[tuple[str, str]]) -> bool:
    codes = {"article": "d", "clause": "k", "point": ""}
    parts_of = address.split(".")
    return all(f"{codes.get(kind, '?')}{mark}" in parts_of for kind, mark in steps)


def keys_of(documents: Sequence[Held]) -> tuple[set[str], set[str]]:
    """The numbers and the names that documents bear."""
    return {d.number_key for d in documents if d.number_key}, {d.name for d in documents if d.name}
