"""Checklists kept on the machine that serves them: the first draft, every change with who and when, the present state.

A file of its own beside the catalogue: what people make of a list is no part of what the documents say. An earlier
version is the draft with its changes made again. Two editors at once: the second is refused, and nothing is lost.
"""

import secrets
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter

from assistant.checklists.edit import Change, changed, restored, with_ids
from assistant.checklists.items import Checklist
from assistant.kept_file import KeptFile
from corpus.errors import ConflictError, NotFoundError, SettingsError

SCHEMA = 2  # 2: sections named and placed, versions restored; an older program could not make these again
_TABLES = """
CREATE TABLE checklists (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, topic TEXT NOT NULL, kind TEXT NOT NULL, made TEXT NOT NULL,
    changed TEXT NOT NULL, version INTEGER NOT NULL, items INTEGER NOT NULL, done INTEGER NOT NULL,
    draft TEXT NOT NULL, present TEXT NOT NULL);
CREATE TABLE versions (
    checklist TEXT NOT NULL REFERENCES checklists (id) ON DELETE CASCADE, number INTEGER NOT NULL, at TEXT NOT NULL,
    who TEXT NOT NULL, changes TEXT NOT NULL, PRIMARY KEY (checklist, number));
"""
_LISTED = (
    "SELECT id, title, topic, kind, made, changed, version, items, done FROM checklists"
    " ORDER BY changed DESC, id LIMIT ? OFFSET ?"
)
_PRESENT = "UPDATE checklists SET title = ?, changed = ?, version = ?, items = ?, done = ?, present = ? WHERE id = ?"
_CHECKLIST: TypeAdapter[Checklist] = TypeAdapter(Checklist)
_CHANGES: TypeAdapter[list[Change]] = TypeAdapter(list[Change])


@dataclass(frozen=True, slots=True)
class Kept:
    """A checklist as a list of them shows it."""

    id: str
    title: str
    topic: str
    kind: str
    made: datetime
    changed: datetime
    version: int
    items: int
    done: int


@dataclass(frozen=True, slots=True)
class Version:
    """One version: when, by whom ("" where nobody said), by which changes; none for the draft itself."""

    number: int
    at: datetime
    who: str
    changes: tuple[Change, ...]


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


class Checklists:
    """The checklists of one data folder."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] = _now) -> None:
        self.file = folder / "checklists.db"
        self._file = KeptFile(self.file, _bring_up, "checklists-failed", durable=True)
        self._clock = clock

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()

    def keep(self, draft: Checklist, who: str = "") -> Checklist:
        """Keeps a draft as version 1; gives it with its id."""
        kept = replace(draft, id=secrets.token_hex(8), version=1)
        body, at = _json(kept), self._clock().isoformat()
        with self._writing() as c:
            row = (kept.id, kept.title, kept.topic, kept.kind, at, at, 1, *_counts(kept), body, body)
            c.execute("INSERT INTO checklists VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            c.execute("INSERT INTO versions VALUES (?, 1, ?, ?, '[]')", (kept.id, at, who))
        return kept

    def how_many(self) -> int:
        """How many are kept."""
        with self._file.connected() as c:
            return int(c.execute("SELECT count(*) FROM checklists").fetchone()[0])

    def listed(self, limit: int = -1, offset: int = 0) -> list[Kept]:
        """Every checklist, or some, the last changed first."""
        with self._file.connected() as c:
            rows = c.execute(_LISTED, (limit, offset)).fetchall()
        return [
            Kept(id, title, topic, kind, datetime.fromisoformat(made), datetime.fromisoformat(changed), *counts)
            for id, title, topic, kind, made, changed, *counts in rows
        ]

    def get(self, id: str, version: int | None = None) -> Checklist:
        """A checklist as it is, or as it was; raises NotFoundError."""
        with self._file.connected() as c:
            row = c.execute("SELECT version, draft, present FROM checklists WHERE id = ?", (id,)).fetchone()
        if row is None:
            raise NotFoundError("checklist-unknown", id=id[:80])
        latest, draft, present = row
        if version is None or version == latest:
            return _read(present)
        if not 1 <= version < latest:
            raise NotFoundError("checklist-version-unknown", id=id, version=version, latest=latest)
        return _made_again(_read(draft), self.versions(id)[:version])

    def change(self, id: str, version: int, changes: Sequence[Change], who: str = "") -> Checklist:
        """A checklist with changes made on a version of it, all or none.

        Raises ConflictError if that is no longer the latest one, RequestError for what may not be changed.
        """
        with self._writing() as c:
            present = _latest(c, id, version)
            kept = with_ids(present, changes)
            after = changed(present, kept)
            self._write(c, after, kept, who)
        return after

    def restore(self, id: str, version: int, earlier: int, who: str = "") -> Checklist:
        """A checklist as it was in an earlier version, as its next one: what came between stays in the versions.

        Raises as `change` does, and NotFoundError for a version that there is not.
        """
        was = self.get(id, earlier)
        with self._writing() as c:
            after = restored(_latest(c, id, version), was)
            self._write(c, after, [Change("restore", value=str(earlier))], who)
        return after

    def _write(self, c: sqlite3.Connection, after: Checklist, changes: list[Change], who: str) -> None:
        at = self._clock().isoformat()
        c.execute(_PRESENT, (after.title, at, after.version, *_counts(after), _json(after), after.id))
        steps = _CHANGES.dump_json(changes).decode()
        c.execute("INSERT INTO versions VALUES (?, ?, ?, ?, ?)", (after.id, after.version, at, who, steps))

    def versions(self, id: str) -> list[Version]:
        """Every version, the draft first; raises NotFoundError."""
        query = "SELECT number, at, who, changes FROM versions WHERE checklist = ? ORDER BY number"
        with self._file.connected() as c:
            rows = c.execute(query, (id,)).fetchall()
        if not rows:
            raise NotFoundError("checklist-unknown", id=id[:80])
        return [Version(n, datetime.fromisoformat(at), who, tuple(_CHANGES.validate_json(s))) for n, at, who, s in rows]

    def delete(self, id: str) -> None:
        """Deletes a checklist with all its versions; raises NotFoundError."""
        with self._writing() as c:
            if c.execute("DELETE FROM checklists WHERE id = ?", (id,)).rowcount == 0:
                raise NotFoundError("checklist-unknown", id=id[:80])

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Reads and writes that nobody else's come between, of this process or another."""
        with self._file.connected() as c:
            c.execute("BEGIN IMMEDIATE")
            yield c


def _latest(c: sqlite3.Connection, id: str, version: int) -> Checklist:
    """The present state; raises ConflictError where it is not the version that was looked at."""
    row = c.execute("SELECT version, present FROM checklists WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise NotFoundError("checklist-unknown", id=id[:80])
    if row[0] != version:
        raise ConflictError("checklist-stale", latest=row[0], version=version)
    return _read(row[1])


def _made_again(draft: Checklist, versions: Sequence[Version]) -> Checklist:
    """The last of some versions, out of the draft and their changes; each may be an earlier one restored."""
    states = [draft]
    for made in versions[1:]:
        first = made.changes[0]
        if first.op == "restore":
            states.append(restored(states[-1], states[int(str(first.value)) - 1]))
        else:
            states.append(changed(states[-1], made.changes))
    return states[-1]


def _bring_up(connection: sqlite3.Connection) -> None:
    """Makes the tables of a new file; a file of a later program is refused."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        if found > SCHEMA:
            raise SettingsError("checklists-newer", found=found, known=SCHEMA)
        if found == 0:
            for statement in filter(str.strip, _TABLES.split(";")):
                connection.execute(statement)
        if found < SCHEMA:
            connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _json(checklist: Checklist) -> str:
    return _CHECKLIST.dump_json(checklist).decode()


def _read(body: str) -> Checklist:
    return _CHECKLIST.validate_json(body)


def _counts(checklist: Checklist) -> tuple[int, int]:
    return len(checklist.items), sum(i.done for i in checklist.items)
