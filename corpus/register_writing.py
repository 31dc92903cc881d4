"""How entries of the registers and the names in them are written to the catalogue, each in a commit with others."""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from corpus import schema
from corpus.keyed import parts
from corpus.register_entries import Kind, RegisterEntry, entry_row, entry_rows, named_by, named_in, tails
from corpus.registers import Registers


def write_registers(connection: Connection, revision: int, text: str, registers: Registers, extractor: int) -> None:
    """Stores the registers of a revision, in a commit with others; `extractor` 0: another extraction is to come."""
    for table, rows in (
        (schema.extractions, [{"revision": revision, "extractor": extractor}] if extractor else []),
        (schema.register_entries, list(entry_rows(revision, text, registers))),
        (schema.register_mentions, _mentions(connection, revision, named_in(text, registers))),
    ):
        if rows:
            connection.execute(insert(table), rows)


def write_entry(
    connection: Connection, revision: int, text: str, kind: Kind, ordinal: int, entry: RegisterEntry
) -> None:
    """Stores one more entry of a revision, in a commit with others."""
    connection.execute(insert(schema.register_entries), entry_row(revision, text, kind, ordinal, entry))
    if rows := _mentions(connection, revision, named_by(text, kind, ordinal, entry)):
        connection.execute(insert(schema.register_mentions), rows)


def names_of(connection: Connection, revisions: Sequence[int]) -> list[int]:
    """What the entries of revisions name."""
    t = schema.register_mentions
    query = (select(t.c.name).where(t.c.revision.in_(part)).distinct() for part in parts(revisions))
    return sorted({name for part in query for name in connection.execute(part).scalars()})


def forget_unused(connection: Connection, names: Sequence[int]) -> None:
    """Deletes those of some names that no entry names any longer."""
    t, mentions = schema.register_names, schema.register_mentions
    used = select(mentions.c.name).where(mentions.c.name == t.c.id).exists()
    for part in parts(names):
        connection.execute(delete(t).where(t.c.id.in_(part), ~used))


def _mentions(
    connection: Connection, revision: int, names: Iterable[tuple[str, Kind, str, int]]
) -> list[dict[str, object]]:
    named = dict.fromkeys(names)
    ids = _ids_of(connection, {key for key, *_ in named})
    return [
        {"name": ids[key], "kind": kind, "role": role, "revision": revision, "ordinal": ordinal}
        for key, kind, role, ordinal in named
    ]


def _ids_of(connection: Connection, keys: set[str]) -> dict[str, int]:
    """The id of each name; one that is new is written down first."""
    t = schema.register_names
    given = select(func.json_each(bindparam("keys")).table_valued("value").c.value)
    query, wanted = select(t.c.name, t.c.id).where(t.c.name.in_(given)), {"keys": json.dumps(sorted(keys))}
    ids = {row.name: row.id for row in connection.execute(query, wanted)}
    if new := sorted(keys - ids.keys()):
        connection.execute(insert(t), [{"name": key} for key in new])
        ids = {row.name: row.id for row in connection.execute(query, wanted)}
        rows = [{"tail": tail, "name": ids[key]} for key in new for tail in sorted(tails(key))]
        connection.execute(insert(schema.register_tails), rows)
    return ids
