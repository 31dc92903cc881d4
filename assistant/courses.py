"""Courses kept on the machine that made them, each as it was made. A file of its own: they can be made again.

An id is a secret of 128 bits. Knows nothing of how courses are made or shown.
"""

import re
import secrets
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.course import Course
from assistant.kept_file import KeptFile
from corpus.errors import NotFoundError
from corpus.messages import Language

_MOST = 2000  # courses; the oldest go first
_ID = re.compile(r"[A-Za-z0-9_-]{22}")
_TABLE = "CREATE TABLE IF NOT EXISTS courses (id TEXT PRIMARY KEY, at REAL NOT NULL, body BLOB NOT NULL)"
_FORGET = "DELETE FROM courses WHERE id IN (SELECT id FROM courses ORDER BY at DESC, rowid DESC LIMIT -1 OFFSET ?)"
_LISTED = """SELECT id, at, json_extract(body, '$.subject'), json_extract(body, '$.language'),
    json_array_length(body, '$.sessions'), json_array_length(body, '$.quiz.questions')
    FROM (SELECT id, at, rowid AS made, CAST(body AS TEXT) AS body FROM courses) ORDER BY at DESC, made DESC
    LIMIT ? OFFSET ?"""
_COURSE = TypeAdapter(Course)


@dataclass(frozen=True, slots=True)
class Kept:
    """A course as a list of them shows it; `made` in seconds since 1970."""

    id: str
    made: float
    subject: str
    language: Language
    sessions: int
    questions: int


class Courses:
    """The courses of one data folder."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._file = KeptFile(folder / "courses.db", _table, "courses-failed")
        self._clock = clock

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()

    def keep(self, course: Course) -> str:
        """Stores a course; gives its id."""
        id = secrets.token_urlsafe(16)
        with self._file.connected() as c:
            c.execute("INSERT INTO courses VALUES (?, ?, ?)", (id, self._clock(), _COURSE.dump_json(course)))
            c.execute(_FORGET, (_MOST,))
        return id

    def get(self, id: str) -> tuple[Course, float]:
        """A course and when it was made; raises NotFoundError for one that is not kept, or not any longer."""
        row = None
        if _ID.fullmatch(id):
            with self._file.connected() as c:
                row = c.execute("SELECT body, at FROM courses WHERE id = ?", (id,)).fetchone()
        if row is None:
            raise NotFoundError("course-unknown")
        try:
            return _COURSE.validate_json(row[0]), float(row[1])
        except ValidationError as error:  # kept by a version with other fields
            raise NotFoundError("course-unknown") from error

    def how_many(self) -> int:
        """How many are kept."""
        with self._file.connected() as c:
            return int(c.execute("SELECT count(*) FROM courses").fetchone()[0])

    def listed(self, limit: int = -1, offset: int = 0) -> list[Kept]:
        """Every course, or some, the last made first."""
        with self._file.connected() as c:
            return [Kept(*row) for row in c.execute(_LISTED, (limit, offset)).fetchall()]

    def delete(self, id: str) -> None:
        """Deletes a course; raises NotFoundError."""
        with self._file.connected() as c:
            if c.execute("DELETE FROM courses WHERE id = ?", (id,)).rowcount == 0:
                raise NotFoundError("course-unknown")


def _table(connection: sqlite3.Connection) -> None:
    connection.execute(_TABLE)
