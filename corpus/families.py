"""What follows from what documents state of each other: the intervals of a family, reckoned anew when it has changed.

Which documents a statement means is told by binding each time, and no row says who came first: the same documents give
the same intervals in whatever order they came. A change reaches what the document bears upon, and what that bears upon.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select

from corpus import schema
from corpus.bearing import Known, OwnDay, Said
from corpus.binding import Held, bound, one_work
from corpus.catalogue import put_note
from corpus.competence import may_change
from corpus.document import Outline, Provision
from corpus.entered import entered_for
from corpus.keyed import parts
from corpus.moved_days import MOVING, after_all
from corpus.reckon import reckon
from corpus.relation_findings import family_findings
from corpus.relation_rows import days_of, held, named_so, relations_of, relations_to
from corpus.relations import CHANGING, ENDING, Effect, Relation
from corpus.relations import RelationKind as Kind
from corpus.superseded import base_of, is_consolidated, outdated_by, own_days
from corpus.validity import Interval, Proof

_STEPS = 2  # from a document to what it changes, and to what that changes: an ending lifts a suspension
_T = schema.revisions


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


def renew(connection: Connection, changed: Iterable[int]) -> None:
    """Reckons the intervals of what documents that came, went or were corrected bear upon; in a commit with that."""
    affected = _affected(connection, list(changed))
    if not affected:
        return
    family = _family(connection, affected)
    outlines = _Outlines(connection)
    known = {d.revision: _known(connection, family, d, outlines) for d in affected}
    for part in parts(sorted(known)):
        connection.execute(delete(schema.intervals).where(schema.intervals.c.revision.in_(part)))
    rows = [_interval_row(revision, n, i) for revision in sorted(known) for n, i in enumerate(reckon(known[revision]))]
    if rows:
        connection.execute(insert(schema.intervals), rows)
    _note_findings(connection, family, affected, outlines)
    put_note(connection, "validity", uuid4().hex)  # a reader's copy of what holds is old


def targets_of(connection: Connection, revision: int) -> list[int]:
    """The documents that bear a number or name that a revision says it changes."""
    targets = [r.target for _, r in relations_of(connection, [revision]) if r.kind in CHANGING]
    keys, names = {t.number_key for t in targets if t.number_key}, {t.name for t in targets if t.name}
    return [d.revision for d in named_so(connection, keys, names)]


def _affected(connection: Connection, changed: Sequence[int]) -> list[Held]:
    """The live documents whose intervals may be others now."""
    keys, names = _borne(connection, changed)
    found = {d.revision: d for d in held(connection, changed)}
    new: set[int] = set(changed)
    for step in range(_STEPS + 1):
        more = [d for d in named_so(connection, keys, names) if d.revision not in found or not step]
        found |= {d.revision: d for d in more}
        sources = sorted(new | {d.revision for d in more})
        targets = [r.target for _, r in relations_of(connection, sources) if r.kind in CHANGING]
        keys = {t.number_key for t in targets if t.number_key}
        names = {t.name for t in targets if t.name}
        new = set()
        if not keys and not names:
            break
    merging = relations_to(connection, *keys_of(list(found.values())), {Kind.CONSOLIDATES})
    found |= {d.revision: d for d in held(connection, {revision for revision, _ in merging})}
    return sorted(found.values(), key=lambda d: d.revision)


def _borne(connection: Connection, revisions: Sequence[int]) -> tuple[set[str], set[str]]:
    """The numbers and names of documents, be they live or on their way out."""
    keys: set[str] = set()
    names: set[str] = set()
    joined = _T.outerjoin(schema.relatings, schema.relatings.c.revision == _T.c.id)
    for part in parts(sorted(set(revisions))):
        query = select(_T.c.number_key, schema.relatings.c.name).select_from(joined).where(_T.c.id.in_(part))
        for row in connection.execute(query):
            keys |= {row.number_key} - {None}
            names |= {row.name} - {None}
    return keys, names


def _family(connection: Connection, affected: Sequence[Held]) -> Family:
    """All that bears upon some documents: what is said of them, who says it, and what is said of these."""
    family = Family()
    family.take(affected)
    consolidated = [d.revision for d in affected if is_consolidated(d)]
    family.merged = [s for s in relations_of(connection, consolidated) if s[1].kind is Kind.CONSOLIDATES]
    bases = _meant(connection, family.merged)
    family.take(bases)
    keys, names = keys_of([*affected, *bases])
    of_them = relations_to(connection, keys, names, CHANGING)
    sources = held(connection, {revision for revision, _ in of_them})
    family.take(sources)
    own = relations_of(connection, list(family.documents))
    of_sources = relations_to(connection, *keys_of(sources), ENDING | MOVING)
    family.take(held(connection, {revision for revision, _ in of_sources}))
    said = dict.fromkeys((*of_them, *of_sources, *own))
    family.said = sorted(said, key=lambda s: (family.documents[s[0]].id, s[1].start, s[1].phrase_start))
    targets = [r.target for _, r in family.said if r.kind in CHANGING]
    wanted = named_so(
        connection,
        {*(t.number_key for t in targets if t.number_key), *keys_of(list(family.documents.values()))[0]},
        {*(t.name for t in targets if t.name), *names},
    )
    family.take(wanted)
    family.days = days_of(connection, family.documents)
    return family


def _meant(connection: Connection, said: Sequence[tuple[int, Relation]]) -> list[Held]:
    """The documents that bear the numbers and names of targets."""
    targets = [r.target for _, r in said]
    return named_so(connection, {t.number_key for t in targets if t.number_key}, {t.name for t in targets if t.name})


def keys_of(documents: Sequence[Held]) -> tuple[set[str], set[str]]:
    """The numbers and the names that documents bear."""
    return {d.number_key for d in documents if d.number_key}, {d.name for d in documents if d.name}


def _known(connection: Connection, family: Family, document: Held, outlines: "_Outlines") -> Known:
    said, own = _said(family, document), family.own_days(document)
    if is_consolidated(document):
        base, merged = family.merged_by(document)
        own = own_days(document, own)
        if base is not None:
            said = [*said, *outdated_by(document, _said(family, base), merged)]
            own = [*own, *(d for d in family.own_days(base) if d.effect.ends and not d.effect.units)]
    needed = any(s.relation.units or s.relation.exceptions for s in said) or any(o.effect.units for o in own)
    return Known(
        document=document.id,
        outline=outlines.of(document.revision) if needed else Outline(()),
        issued=document.issued,
        issued_at=_issued_at(connection, document) if document.issued and not own else None,
        own=own,
        said=said,
        by_hand=entered_for(connection, document),
    )


def _said(family: Family, document: Held) -> list[Said]:
    """What others say of a document; of what a text and its translation both say, the one in its own language."""
    found: dict[tuple[object, ...], tuple[Held, Said]] = {}
    for revision, relation in family.said_of(document):
        source = family.documents[revision]
        if one_work(source, document):
            continue
        if document not in family.targets(revision, relation) or not may_change(source, document, relation.kind):
            continue
        if relation.kind is Kind.CONTINUES and not may_change(source, document, Kind.EXTENDS):
            relation = replace(relation, until=None)  # whoever may not end it may still say that it goes on
        day = relation.day or family.begins(source, relation.source_unit)
        ended = _ended(family, source)
        begins = family.begins(source)
        if ended is not None and begins is not None and ended <= begins:
            continue  # it was annulled before it took effect
        lifted = ended if relation.kind is Kind.SUSPENDS else None
        said = Said(source.id, relation, day, lifted)
        units = frozenset(u.even for u in relation.units)
        what = (relation.kind, units, relation.partial, len(relation.swaps), relation.until)
        key = (source.number_key or source.id, source.issued, day, *what)
        before = found.get(key)
        if before is None or _nearer(source, before[0], document):
            found[key] = (source, said)
    return sorted((s for _, s in found.values()), key=lambda s: (s.document, s.relation.start, s.relation.phrase_start))


def _nearer(one: Held, other: Held, document: Held) -> bool:
    return (one.language != document.language, one.id) < (other.language != document.language, other.id)


def _ended(family: Family, source: Held) -> date | None:
    """From when a document that says something is ended as a whole by another."""
    days = []
    for revision, relation in family.said_of(source):
        other = family.documents[revision]
        ends = relation.kind in ENDING and relation.whole and not one_work(other, source)
        if ends and may_change(other, source, relation.kind) and source in family.targets(revision, relation):
            days.append(relation.day or family.begins(other, relation.source_unit))
    return min((d for d in days if d is not None), default=None)


def _issued_at(connection: Connection, document: Held) -> Proof | None:
    stated = connection.execute(select(_T.c.stated).where(_T.c.id == document.revision)).scalar_one()
    at = next((s for s in stated if s["field"] == "issued" and s["end"] > s["start"]), None)
    return Proof(document.id, at["start"], at["end"]) if at else None


class _Outlines:
    """Outlines, each read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: dict[int, Outline] = {}

    def of(self, revision: int) -> Outline:
        """The provisions of a revision."""
        if revision not in self._read:
            t = schema.provisions
            columns = (t.c.address, t.c.kind, t.c.label, t.c.title, t.c.start, t.c.end, t.c.parent)
            rows = self._connection.execute(select(*columns).where(t.c.revision == revision).order_by(t.c.position))
            self._read[revision] = Outline(Provision(*row) for row in rows)
        return self._read[revision]


def _note_findings(connection: Connection, family: Family, affected: Sequence[Held], outlines: _Outlines) -> None:
    """What shows only beside the other documents, put in place of what was found before."""
    t = schema.relation_findings
    sources = {d.revision for d in affected} | {revision for revision, _ in family.said}
    live = [family.documents[r] for r in sorted(sources) if r in family.documents]
    for part in parts([d.revision for d in live]):
        connection.execute(delete(t).where(t.c.revision.in_(part), t.c.of_family))
    rows = []
    for n, (revision, f) in enumerate(family_findings(family, live, outlines.of)):
        rows.append({
            "revision": revision, "ordinal": 10_000 + n, "code": f.code, "start": f.start, "end": f.end,
            "facts": dict(f.facts), "of_family": True,
        })  # fmt: skip
    if rows:
        connection.execute(insert(t), rows)


def _interval_row(revision: int, ordinal: int, interval: Interval) -> dict[str, object]:
    return {
        "revision": revision, "ordinal": ordinal, "address": interval.address, "status": interval.status.value,
        "first": interval.first, "until": interval.until, "by": list(interval.by), "changed": interval.changed,
        "proofs": [[p.document, p.start, p.end, p.by_hand] for p in interval.proofs],
    }  # fmt: skip
