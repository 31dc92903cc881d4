"""Courses kept on the machine that made them, each as it was made. A file of its own: they can be made again.

An id is a secret of 128 bits. Knows nothing of how courses are made or shown.
"""

import re
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.course import Course
from corpus.errors import NotFoundError, UnavailableError

_MOST = 2000  # courses; the oldest go first
_ID = re.compile(r"[A-Za-z0-9_-]{22}")
_TABLE = "CREATE TABLE IF NOT EXISTS courses (id TEXT PRIMARY KEY, at REAL NOT NULL, body BLOB NOT NULL)"
_FORGET = "DELETE FROM courses WHERE id IN (SELECT id FROM courses ORDER BY at DESC, rowid DESC LIMIT -1 OFFSET ?)"
_COURSE = TypeAdapter(Course)


class Courses:
    """The courses of one data folder."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.file = folder / "courses.db"
        self._clock = clock
        self._lock = threading.Lock()
        self._open: sqlite3.Connection | None = None

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            if self._open is not None:
                self._open.close()
                self._open = None

    def keep(self, course: Course) -> str:
        """Stores a course; gives its id."""
        id = secrets.token_urlsafe(16)
        with self._connected() as c:
            c.execute("INSERT INTO courses VALUES (?, ?, ?)", (id, self._clock(), _COURSE.dump_json(course)))
            c.execute(_FORGET, (_MOST,))
        return id

    def get(self, id: str) -> tuple[Course, float]:
        """A course and when it was made; raises NotFoundError for one that is not kept, or not any longer."""
        row = None
        if _ID.fullmatch(id):
            with self._connected() as c:
                row = c.execute("SELECT body, at FROM courses WHERE id = ?", (id,)).fetchone()
        if row is None:
            raise NotFoundError("course-unknown")
        try:
            return _COURSE.validate_json(row[0]), float(row[1])
        except ValidationError as error:  # kept by a version with other fields
            raise NotFoundError("course-unknown") from error

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        """One commit, or nothing; a file that cannot be used is an UnavailableError."""
        with self._lock:
            try:
                if self._open is None:
                    self._open = self._connect()
                with self._open:
                    yield self._open
            except sqlite3.Error as error:
                raise UnavailableError("courses-failed", reason=str(error)) from error

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.file, timeout=10, check_same_thread=False)
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(_TABLE)
        return connection
