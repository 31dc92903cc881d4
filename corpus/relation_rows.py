"""What documents state of each other, as rows of the catalogue: written with their document, read back, related anew.

Knows neither how it is read nor what follows from it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from corpus import schema
from corpus.binding import Held, own_name
from corpus.keyed import parts
from corpus.relations import Effect, Finding, Relation, RelationKind, Statements, Swap, Target
from corpus.units import UnitReference

_R, _T = schema.relations, schema.revisions
_HELD = select(
    _T.c.id, _T.c.document, _T.c.number_key, schema.relatings.c.name, _T.c.type, _T.c.issued, _T.c.language
).select_from(_T.outerjoin(schema.relatings, schema.relatings.c.revision == _T.c.id))


def write_statements(
    connection: Connection, revision: int, statements: Statements, relater: int, type: str | None, title: str
) -> None:
    """Stores what a revision states, in a commit with others; `relater` 0: it is to be read by the next run."""
    rows = [_row(revision, n, r) for n, r in enumerate(statements.relations)]
    effects = [
        {"revision": revision, "ordinal": n, **asdict(e), "units": _units(e.units)}
        for n, e in enumerate(statements.effects)
    ]
    findings = [
        {"revision": revision, "ordinal": n, "code": f.code, "start": f.start, "end": f.end, "facts": dict(f.facts)}
        for n, f in enumerate(statements.findings)
    ]
    for table, values in (
        (schema.relatings, [{"revision": revision, "relater": relater, "name": own_name(type, title)}]),
        (schema.relations, rows),
        (schema.stated_days, effects),
        (schema.relation_findings, findings),
    ):
        if values:
            connection.execute(insert(table), values)


def forget_statements(connection: Connection, revision: int) -> None:
    """Deletes what a revision states, so that it can be written anew."""
    for table in (schema.relatings, schema.relations, schema.stated_days, schema.relation_findings):
        connection.execute(delete(table).where(table.c.revision == revision))


def held(connection: Connection, revisions: Iterable[int]) -> list[Held]:
    """Live documents, by revision."""
    found: list[Held] = []
    for part in parts(sorted(set(revisions))):
        found += [Held(*row) for row in connection.execute(_HELD.where(_T.c.state == "live", _T.c.id.in_(part)))]
    return found


def named_so(connection: Connection, keys: Iterable[str], names: Iterable[str]) -> list[Held]:
    """Live documents that bear one of these numbers or names."""
    found: dict[int, Held] = {}
    for column, wanted in ((_T.c.number_key, keys), (schema.relatings.c.name, names)):
        for part in parts(sorted(set(wanted))):
            for row in connection.execute(_HELD.where(_T.c.state == "live", column.in_(part))):
                found[row.id] = Held(*row)
    return list(found.values())


def relations_of(connection: Connection, revisions: Sequence[int]) -> list[tuple[int, Relation]]:
    """What live revisions state, in reading order."""
    found: list[tuple[int, Relation]] = []
    for part in parts(sorted(revisions)):
        query = select(_R).where(_R.c.revision.in_(part)).order_by(_R.c.revision, _R.c.ordinal)
        found += [(row.revision, to_relation(row)) for row in connection.execute(query)]
    return found


def relations_to(
    connection: Connection, keys: Iterable[str], names: Iterable[str], kinds: Iterable[RelationKind] | None = None
) -> list[tuple[int, Relation]]:
    """What live documents state of documents with one of these numbers or names."""
    found: list[tuple[int, Relation]] = []
    for column, wanted in ((_R.c.target_key, keys), (_R.c.target_name, names)):
        for part in parts(sorted(set(wanted))):
            query = select(_R).join(_T, _T.c.id == _R.c.revision).where(_T.c.state == "live", column.in_(part))
            if kinds is not None:
                query = query.where(_R.c.kind.in_([k.value for k in kinds]))
            ordered = query.order_by(_R.c.revision, _R.c.ordinal)
            found += [(row.revision, to_relation(row)) for row in connection.execute(ordered)]
    return found


def days_of(connection: Connection, revisions: Iterable[int]) -> Mapping[int, list[Effect]]:
    """The days that revisions state of themselves."""
    t = schema.stated_days
    found: dict[int, list[Effect]] = {}
    for part in parts(sorted(set(revisions))):
        query = select(t).where(t.c.revision.in_(part)).order_by(t.c.revision, t.c.ordinal)
        for row in connection.execute(query):
            found.setdefault(row.revision, []).append(
                Effect(row.day, row.start, row.end, _to_units(row.units), row.ends)
            )
    return found


def findings_of(connection: Connection, revision: int) -> list[Finding]:
    """What cannot be right about the statements of a revision, those of its family among them."""
    t = schema.relation_findings
    query = select(t).where(t.c.revision == revision).order_by(t.c.ordinal)
    return [Finding(r.code, r.start, r.end, tuple(sorted(r.facts.items()))) for r in connection.execute(query)]


def to_relation(row: Row[Any]) -> Relation:
    """A relation's row."""
    target = Target(
        row.target_printed,
        row.target_key,
        row.target_name,
        row.target_type,
        row.target_issued,
        row.target_year,
        row.target_enclosed,
    )
    return Relation(
        kind=RelationKind(row.kind),
        target=target,
        start=row.start,
        end=row.end,
        phrase_start=row.phrase_start,
        phrase_end=row.phrase_end,
        source_unit=row.source_unit,
        units=_to_units(row.units),
        exceptions=_to_units(row.exceptions),
        partial=row.partial,
        day=row.day,
        until=row.until,
        swaps=tuple(Swap(*s) for s in row.swaps),
    )


def _row(revision: int, ordinal: int, relation: Relation) -> dict[str, object]:
    r, target = relation, relation.target
    return {
        "revision": revision, "ordinal": ordinal, "kind": r.kind.value, "start": r.start, "end": r.end,
        "phrase_start": r.phrase_start, "phrase_end": r.phrase_end, "source_unit": r.source_unit,
        "units": _units(r.units), "exceptions": _units(r.exceptions), "partial": r.partial, "day": r.day,
        "until": r.until, "swaps": [[s.old, s.new] for s in r.swaps], "target_printed": target.printed,
        "target_key": target.number_key, "target_name": target.name, "target_type": target.type,
        "target_issued": target.issued, "target_year": target.year, "target_enclosed": target.enclosed,
    }  # fmt: skip


def _units(units: Iterable[UnitReference]) -> list[object]:
    return [[[list(step) for step in u.steps], u.start, u.end] for u in units]


def _to_units(stored: Iterable[Any]) -> tuple[UnitReference, ...]:
    return tuple(UnitReference(tuple((k, m) for k, m in steps), start, end) for steps, start, end in stored)
