"""The second reader's entries as they are written, carried over and dropped, each in a commit with others."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from corpus import schema
from corpus.document import Outline, Provision
from corpus.register_entries import SECOND, RegisterEntry, kind_of, to_entry_of
from corpus.register_writing import write_entry
from corpus.second_reading import Addition, repeats

_S, _E, _D = schema.second_entries, schema.register_entries, schema.second_readings
_SAME = (_E.c.revision == _S.c.revision) & (_E.c.kind == _S.c.kind) & (_E.c.ordinal == _S.c.ordinal)
ADDITIONS = select(_S, _E.c.entry).join(_E, _SAME)


def keep(connection: Connection, revision: int, model: str, entry: RegisterEntry) -> Addition:
    """Writes an entry behind those that are there, as one that a model proposed."""
    kind, t = kind_of(entry), schema.texts
    last = select(func.max(_S.c.ordinal)).where(_S.c.revision == revision, _S.c.kind == kind)
    ordinal = max(SECOND, (connection.execute(last).scalar() or 0) + 1)
    text = connection.execute(select(t.c.text).where(t.c.revision == revision)).scalar_one()
    write_entry(connection, revision, text, kind, ordinal, entry)
    at = datetime.now(UTC)
    row = {"revision": revision, "kind": kind, "ordinal": ordinal, "model": model, "at": at, "state": "proposed"}
    key = connection.execute(insert(_S).values(**row, who="")).inserted_primary_key
    assert key is not None
    return Addition(int(key[0]), revision, kind, entry, model, at, "proposed")


def carry_over(connection: Connection, old: int, new: int) -> None:
    """Gives what was proposed for a revision to the one that replaces it, if its text is the same to the letter.

    In a commit with others. Where the passages are the same, too, they count as read.
    """
    t, p = schema.texts, schema.passages
    texts = {r.revision: r.text for r in connection.execute(select(t).where(t.c.revision.in_((old, new))))}
    if texts.get(old) is None or texts.get(old) != texts.get(new):
        return
    outline = _outline(connection, new)
    for row in connection.execute(ADDITIONS.where(_S.c.revision == old)).all():
        entry = _moved(to_addition(row).entry, outline)
        write_entry(connection, new, texts[new], row.kind, row.ordinal, entry)
        connection.execute(update(_S).where(_S.c.id == row.id).values(revision=new))
    drop_repeated(connection, new)
    places = [
        connection.execute(select(p.c.ordinal, p.c.start, p.c.end).where(p.c.revision == r).order_by(p.c.ordinal)).all()
        for r in (old, new)
    ]
    if places[0] == places[1]:
        connection.execute(update(_D).where(_D.c.revision == old).values(revision=new))


def drop_repeated(connection: Connection, revision: int) -> None:
    """Takes out what the rules themselves have found meanwhile, in a commit with others."""
    rules = select(_E.c.kind, _E.c.entry).where(_E.c.revision == revision, _E.c.ordinal < SECOND)
    there = [to_entry_of(row.kind, row.entry) for row in connection.execute(rules)]
    additions = [to_addition(row) for row in connection.execute(ADDITIONS.where(_S.c.revision == revision))]
    for addition in additions:
        if repeats(addition.entry, there):
            _forget(connection, addition)


def _forget(connection: Connection, addition: Addition) -> None:
    mine = select(_S.c.ordinal).where(_S.c.id == addition.id).scalar_subquery()
    for table in (schema.register_mentions, _E):
        at = (table.c.revision == addition.revision) & (table.c.kind == addition.kind) & (table.c.ordinal == mine)
        connection.execute(delete(table).where(at))
    connection.execute(delete(_S).where(_S.c.id == addition.id))


def _moved(entry: RegisterEntry, outline: Outline) -> RegisterEntry:
    """An entry in the unit that it stands in now."""
    unit = outline.innermost(entry.whole.start)
    return replace(entry, address=unit.address if unit else "")


def _outline(connection: Connection, revision: int) -> Outline:
    t = schema.provisions
    columns = (t.c.address, t.c.kind, t.c.label, t.c.title, t.c.start, t.c.end, t.c.parent)
    return Outline(Provision(*row) for row in connection.execute(select(*columns).where(t.c.revision == revision)))


def to_addition(row: Row[Any]) -> Addition:
    """A row of `ADDITIONS`."""
    entry = to_entry_of(row.kind, row.entry)
    return Addition(row.id, row.revision, row.kind, entry, row.model, row.at, row.state, row.who, row.decided)
