"""Conversations kept on the machine that answers: the questions, what the answers rest on, what was shown.

A file of its own beside the catalogue: what people ask is no part of what the documents say, and may be deleted. An id
is a secret of 128 bits; who knows it goes on with the conversation. Who began one with a key of his own finds it listed
under that key, of which only a digest is kept; there is no other owner yet.
"""

import hashlib
import json
import re
import secrets
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from assistant.earlier import Turn
from assistant.kept_file import KeptFile
from corpus.errors import NotFoundError, SettingsError
from corpus.folding import fold

SCHEMA = 2
_TURNS = 12  # that a question is understood from
_SHOWN_TURNS = 100  # kept of one conversation
_DAYS = 30  # after its last question a conversation is forgotten
_MOST = 20_000  # conversations; the longest silent go first
_SWEEP = 200  # questions between two sweeps
_QUESTION = 4000  # characters kept of a question
_ANSWER = 400_000  # characters: a longer answer is not kept, only its question
_LISTED = 200
_ID = re.compile(r"[A-Za-z0-9_-]{22}")
_OLD_TABLES = """
CREATE TABLE IF NOT EXISTS turns (
    conversation TEXT NOT NULL, number INTEGER NOT NULL, at REAL NOT NULL, question TEXT NOT NULL,
    documents TEXT NOT NULL, PRIMARY KEY (conversation, number));
CREATE INDEX IF NOT EXISTS turns_at ON turns (at);
"""
_TABLES = """
ALTER TABLE turns ADD COLUMN asked TEXT NOT NULL DEFAULT '';
ALTER TABLE turns ADD COLUMN answer TEXT NOT NULL DEFAULT '';
ALTER TABLE turns ADD COLUMN key TEXT NOT NULL DEFAULT '';
CREATE INDEX turns_key ON turns (key) WHERE key != '';
CREATE TABLE heads (conversation TEXT PRIMARY KEY, owner TEXT NOT NULL, title TEXT NOT NULL);
CREATE INDEX heads_owner ON heads (owner);
"""
_SILENT = "SELECT conversation FROM turns GROUP BY conversation"
_FORGET_OLD = f"DELETE FROM turns WHERE conversation IN ({_SILENT} HAVING max(at) < ?)"  # noqa: S608 - constants only
_FORGET_SILENT = f"DELETE FROM turns WHERE conversation IN ({_SILENT} ORDER BY max(at) DESC LIMIT -1 OFFSET ?)"  # noqa: S608 - as above
_FORGET_HEADS = "DELETE FROM heads WHERE conversation NOT IN (SELECT conversation FROM turns)"
_TURN = "SELECT number, at, question, asked, answer FROM turns WHERE conversation = ?"
_OWN = """
SELECT h.conversation, h.title, t.at, t.asked FROM heads h JOIN turns t ON t.conversation = h.conversation
WHERE h.owner = ? ORDER BY h.conversation, t.number
"""


@dataclass(frozen=True, slots=True)
class Going:
    """Where a question stands: its conversation (None: a new one), the turn it takes the place of, what was before."""

    conversation: str | None
    place: int | None
    turns: list[Turn]


@dataclass(frozen=True, slots=True)
class Shown:
    """A turn as it was shown: the question as typed, the answer's body, when; "" for an answer too long to be kept."""

    number: int
    at: datetime
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer as it was shown, where it stands, and the digest of whoever's conversation it is ("": nobody's)."""

    conversation: str
    number: int
    question: str
    answer: str
    owner: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A conversation as a list shows it; without a title of its own it is called by its first question."""

    id: str
    title: str
    at: datetime
    turns: int


class Conversations:
    """The conversations of one data folder."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.file = folder / "conversations.db"
        self._file = KeptFile(self.file, _bring_up, "conversations-failed")
        self._clock = clock
        self._kept = 0

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()

    def going(self, id: str | None, place: int | None = None, key: str = "") -> Going:
        """Where a question of a conversation stands; the same `key` as before means the same question once more.

        Raises NotFoundError alike for an id that never was, one that is no longer kept and one that is no id at all.
        """
        if key:
            with self._file.connected() as c:
                again = c.execute("SELECT conversation, number FROM turns WHERE key = ?", (key,)).fetchone()
            if again is not None and id in (None, again[0]):
                id, place = again
        if id is None:
            return Going(None, None, [])
        return Going(id, place, self.turns(id, place))

    def turns(self, id: str | None, before: int | None = None) -> list[Turn]:
        """The last turns so far, the oldest first, none without an id; raises NotFoundError as `going` does."""
        if id is None:
            return []
        self._known(id)
        query = (
            "SELECT question, documents FROM turns WHERE conversation = ? AND number < ? ORDER BY number DESC LIMIT ?"
        )
        with self._file.connected() as c:
            rows: Sequence[tuple[str, str]] = c.execute(query, (id, before or 2**62, _TURNS)).fetchall()
        return [Turn(question, *_read(documents)) for question, documents in reversed(rows)]

    def keep(self, id: str | None, turn: Turn) -> str:
        """Adds a turn to a conversation, or begins one with it; gives its id."""
        return self.keep_shown(Going(id, None, []), turn)[0]

    def keep_shown(
        self,
        going: Going,
        turn: Turn,
        asked: str = "",
        answer: Callable[[str, int], str] = lambda _id, _number: "",
        owner: str = "",
        key: str = "",
    ) -> tuple[str, int]:
        """Adds a turn as it is shown; gives conversation and turn, which `answer` is given too."""
        id = going.conversation or secrets.token_urlsafe(16)
        documents = json.dumps(_written(turn), ensure_ascii=False)
        with self._file.connected() as c:
            c.execute("BEGIN IMMEDIATE")
            if going.place is not None:
                c.execute("DELETE FROM turns WHERE conversation = ? AND number >= ?", (id, going.place))
            (last,) = c.execute("SELECT max(number) FROM turns WHERE conversation = ?", (id,)).fetchone()
            number = (last or 0) + 1
            shown = answer(id, number)
            row = (id, number, self._clock(), turn.question[:_QUESTION], documents)
            told = ((asked or turn.question)[:_QUESTION], shown if len(shown) <= _ANSWER else "", key)
            c.execute("INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*row, *told))
            c.execute("INSERT OR IGNORE INTO heads VALUES (?, ?, '')", (id, digest(owner)))
            c.execute("DELETE FROM turns WHERE conversation = ? AND number <= ?", (id, number - _SHOWN_TURNS))
            if self._kept % _SWEEP == 0:
                self._sweep(c)
            self._kept += 1
        return id, number

    def shown(self, id: str) -> list[Shown]:
        """A conversation as it was shown, the oldest turn first; raises NotFoundError as `going` does."""
        self._known(id)
        with self._file.connected() as c:
            rows = c.execute(f"{_TURN} ORDER BY number", (id,)).fetchall()
        return [_shown(row) for row in rows]

    def one(self, id: str, number: int) -> Shown:
        """One turn as it was shown; raises NotFoundError."""
        self._known(id)
        with self._file.connected() as c:
            row = c.execute(f"{_TURN} AND number = ?", (id, number)).fetchone()
        if row is None:
            raise NotFoundError("turn-unknown", number=number)
        return _shown(row)

    def answers_naming(self, document: str) -> list[KeptAnswer]:
        """Every kept answer whose body names a document by its id, the last first: for whoever runs the archive."""
        query = (
            "SELECT t.conversation, t.number, coalesce(nullif(t.asked, ''), t.question), t.answer, h.owner FROM turns t"
            " LEFT JOIN heads h ON h.conversation = t.conversation"
            " WHERE t.at >= ? AND instr(t.answer, ?) > 0 ORDER BY t.at DESC"
        )
        with self._file.connected() as c:
            rows = c.execute(query, (self._oldest(), json.dumps(document, ensure_ascii=False))).fetchall()
        return [KeptAnswer(id, number, asked, answer, owner or "") for id, number, asked, answer, owner in rows]

    def listed(self, owner: str, words: str = "") -> list[Listed]:
        """The conversations begun with a key, the last gone on with first: all, or those whose questions hold words."""
        wanted = fold(words).split()
        with self._file.connected() as c:
            rows = c.execute(_OWN, (digest(owner),)).fetchall() if owner else []
        found: list[tuple[float, Listed]] = []
        for id, group in groupby(rows, key=lambda row: row[0]):
            turns = [(title, at, asked) for _, title, at, asked in group]
            title, last = turns[0][0], max(at for _, at, _ in turns)
            said = fold(" ".join((title, *(asked for _, _, asked in turns))))
            if last >= self._oldest() and all(word in said for word in wanted):
                found.append((last, Listed(id, title or turns[0][2], _moment(last), len(turns))))
        return [listed for _, listed in sorted(found, key=lambda f: -f[0])[:_LISTED]]

    def title(self, id: str) -> str:
        """What a conversation is called; raises NotFoundError as `going` does."""
        self._known(id)
        with self._file.connected() as c:
            named = c.execute("SELECT title FROM heads WHERE conversation = ?", (id,)).fetchone()
            first = (
                "SELECT coalesce(nullif(asked, ''), question) FROM turns WHERE conversation = ? ORDER BY number LIMIT 1"
            )
            return str((named and named[0]) or c.execute(first, (id,)).fetchone()[0])

    def rename(self, id: str, title: str) -> None:
        """Gives a conversation a title; raises NotFoundError as `going` does."""
        self._known(id)
        with self._file.connected() as c:
            c.execute("UPDATE heads SET title = ? WHERE conversation = ?", (title, id))

    def delete(self, id: str) -> None:
        """Forgets a conversation; raises NotFoundError as `going` does."""
        self._known(id)
        with self._file.connected() as c:
            c.execute("DELETE FROM turns WHERE conversation = ?", (id,))
            c.execute("DELETE FROM heads WHERE conversation = ?", (id,))

    def _oldest(self) -> float:
        return self._clock() - _DAYS * 86_400

    def _known(self, id: str) -> None:
        last = None
        if _ID.fullmatch(id):
            with self._file.connected() as c:
                (last,) = c.execute("SELECT max(at) FROM turns WHERE conversation = ?", (id,)).fetchone()
        if last is None or last < self._oldest():
            raise NotFoundError("conversation-unknown")

    def _sweep(self, c: sqlite3.Connection) -> None:
        """Forgets what is old, and the longest silent of too many."""
        c.execute(_FORGET_OLD, (self._oldest(),))
        c.execute(_FORGET_SILENT, (_MOST,))
        c.execute(_FORGET_HEADS)


def digest(owner: str) -> str:
    """What is kept of the key under which a conversation is listed."""
    # the key itself would open the list to whoever reads the file
    return hashlib.sha256(owner.encode()).hexdigest() if owner else ""


def _moment(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC).replace(microsecond=0)


def _shown(row: tuple[int, float, str, str, str]) -> Shown:
    number, at, question, asked, answer = row
    return Shown(number, _moment(at), asked or question, answer)


def _written(turn: Turn) -> Sequence[str] | dict[str, Sequence[str]]:
    """What a question needs to know of an answer: the documents, and the persons where there are any."""
    return {"documents": turn.documents, "persons": turn.persons} if turn.persons else turn.documents


def _read(written: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    told = json.loads(written)
    if isinstance(told, dict):
        return tuple(told["documents"]), tuple(told["persons"])
    return tuple(told), ()


def _bring_up(connection: sqlite3.Connection) -> None:
    """Makes the tables of a new file, adds to those of the first program; a file of a later one is refused."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        if found > SCHEMA:
            raise SettingsError("conversations-newer", found=found, known=SCHEMA)
        if found < SCHEMA:
            for statement in filter(str.strip, (_OLD_TABLES + _TABLES).split(";")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {SCHEMA}")
