"""What follows from what documents state of each other: the intervals of a family, reckoned anew when it has changed.

The same documents give the same intervals in whatever order they came. A change reaches what the document bears upon,
and what that bears upon.
"""

from collections.abc import Iterable, Sequence
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select

from corpus import schema
from corpus.bearing import Known
from corpus.binding import Held
from corpus.catalogue import put_note
from corpus.document import Outline, Provision
from corpus.entered import entered_for
from corpus.family import Family, keys_of
from corpus.family_said import statements_on
from corpus.keyed import parts
from corpus.moved_days import MOVING
from corpus.reckon import reckon
from corpus.relation_findings import family_findings
from corpus.relation_rows import days_of, held, named_so, relations_of, relations_to
from corpus.relations import CHANGING, ENDING, Relation
from corpus.relations import RelationKind as Kind
from corpus.superseded import is_consolidated, outdated_by, own_days
from corpus.validity import Interval, Proof

_STEPS = 2  # from a document to what it changes, and to what that changes: an ending lifts a suspension
_T = schema.revisions


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


def _known(connection: Connection, family: Family, document: Held, outlines: "_Outlines") -> Known:
    said, own = statements_on(family, document), family.own_days(document)
    if is_consolidated(document):
        base, merged = family.merged_by(document)
        own = own_days(document, own)
        if base is not None:
            said = [*said, *outdated_by(document, statements_on(family, base), merged)]
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
