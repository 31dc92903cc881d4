"""A small SQLite file beside the catalogue: opened when first asked, written in whole commits. Not its tables."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import UnavailableError

_PRAGMAS = ("journal_mode=WAL", "secure_delete=ON", "foreign_keys=ON")


class KeptFile:
    """One connection for all threads of a process; `prepare` makes the tables of a connection just opened.

    `failed` is the code of the message for a file that cannot be used. With `durable`, a commit waits for the disk.
    """

    def __init__(
        self, file: Path, prepare: Callable[[sqlite3.Connection], None], failed: str, *, durable: bool = False
    ) -> None:
        self.file = file
        self._prepare, self._failed = prepare, failed
        self._pragmas = (*_PRAGMAS, f"synchronous={'FULL' if durable else 'NORMAL'}")
        self._lock = threading.Lock()
        self._open: sqlite3.Connection | None = None

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            if self._open is not None:
                self._open.close()
                self._open = None

    @contextmanager
    def connected(self) -> Iterator[sqlite3.Connection]:
        """One commit, or nothing; a file that cannot be used is an UnavailableError."""
        with self._lock:
            try:
                if self._open is None:
                    self._open = self._connect()
                with self._open:
                    yield self._open
            except sqlite3.Error as error:
                raise UnavailableError(self._failed, reason=str(error)) from error

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.file, timeout=10, check_same_thread=False)
        try:
            for pragma in self._pragmas:
                connection.execute(f"PRAGMA {pragma}")
            self._prepare(connection)
        except BaseException:  # also of Ctrl+C: left open, it would hold the file
            connection.close()
            raise
        return connection
