"""Conversations kept on the machine that answers: the last questions and the documents that their answers rest on.

A file of its own beside the catalogue: what people ask is no part of what the documents say, and may be deleted. An id
is a secret of 128 bits; who knows it goes on with the conversation, and there is no other owner yet. Keeps no answers.
"""

import json
import re
import secrets
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.earlier import Turn
from assistant.kept_file import KeptFile
from corpus.errors import NotFoundError

_TURNS = 12  # kept of one conversation
_DAYS = 30  # after its last question a conversation is forgotten
_MOST = 20_000  # conversations; the longest silent go first
_SWEEP = 200  # questions between two sweeps
_QUESTION = 4000  # characters kept of a question
_ID = re.compile(r"[A-Za-z0-9_-]{22}")
_TABLES = """
CREATE TABLE IF NOT EXISTS turns (
    conversation TEXT NOT NULL, number INTEGER NOT NULL, at REAL NOT NULL, question TEXT NOT NULL,
    documents TEXT NOT NULL, PRIMARY KEY (conversation, number));
CREATE INDEX IF NOT EXISTS turns_at ON turns (at);
"""
_FORGET_OLD = """
DELETE FROM turns WHERE conversation IN (SELECT conversation FROM turns GROUP BY conversation HAVING max(at) < ?)
"""
_FORGET_SILENT = """
DELETE FROM turns WHERE conversation IN
    (SELECT conversation FROM turns GROUP BY conversation ORDER BY max(at) DESC LIMIT -1 OFFSET ?)
"""


class Conversations:
    """The conversations of one data folder."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.file = folder / "conversations.db"
        self._file = KeptFile(self.file, _tables, "conversations-failed")
        self._clock = clock
        self._kept = 0

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()

    def turns(self, id: str | None) -> list[Turn]:
        """The turns so far, the oldest first, none without an id.

        Raises NotFoundError alike for an id that never was, one that is no longer kept and one that is no id at all.
        """
        if id is None:
            return []
        rows: Sequence[tuple[str, str]] = []
        if _ID.fullmatch(id):
            oldest = self._clock() - _DAYS * 86_400
            with self._file.connected() as c:
                rows = c.execute(
                    "SELECT question, documents FROM turns WHERE conversation = ? AND "
                    "(SELECT max(at) FROM turns WHERE conversation = ?) >= ? ORDER BY number",
                    (id, id, oldest),
                ).fetchall()
        if not rows:
            raise NotFoundError("conversation-unknown")
        return [Turn(question, tuple(json.loads(documents))) for question, documents in rows]

    def keep(self, id: str | None, turn: Turn) -> str:
        """Adds a turn to a conversation, or begins one with it; gives its id."""
        id = id or secrets.token_urlsafe(16)
        row = (turn.question[:_QUESTION], json.dumps(turn.documents, ensure_ascii=False))
        with self._file.connected() as c:
            (last,) = c.execute("SELECT max(number) FROM turns WHERE conversation = ?", (id,)).fetchone()
            number = (last or 0) + 1
            c.execute("INSERT INTO turns VALUES (?, ?, ?, ?, ?)", (id, number, self._clock(), *row))
            c.execute("DELETE FROM turns WHERE conversation = ? AND number <= ?", (id, number - _TURNS))
            if self._kept % _SWEEP == 0:
                self._sweep(c)
            self._kept += 1
        return id

    def _sweep(self, c: sqlite3.Connection) -> None:
        """Forgets what is old, and the longest silent of too many."""
        c.execute(_FORGET_OLD, (self._clock() - _DAYS * 86_400,))
        c.execute(_FORGET_SILENT, (_MOST,))


def _tables(connection: sqlite3.Connection) -> None:
    connection.executescript(_TABLES)
