"""The catalogue's file: opened, brought to this version's format, written in whole commits. Knows no document."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

from sqlalchemy import Connection, create_engine, delete, event, insert, select
from sqlalchemy.exc import DBAPIError

from corpus import migrations, schema
from corpus.errors import SettingsError, UnavailableError


class Catalogue:
    """The file of one data folder. Many may read while one writes."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "catalogue.db"
        self._engine = create_engine(f"sqlite:///{self.file}", connect_args={"timeout": 30, "check_same_thread": False})
        self._shared = threading.local()
        event.listen(self._engine, "connect", _prepare)
        self._migrate(folder)
        # never writes: SQLite tells a connection of others' commits only
        self._watching = sqlite3.connect(self.file, timeout=30, check_same_thread=False)

    def close(self) -> None:
        """Lets go of the file."""
        self._watching.close()
        self._engine.dispose()

    def changes(self) -> int:
        """Another figure than before if anybody, in any process, has written to the file; takes microseconds."""
        try:
            return int(self._watching.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.Error as error:
            raise UnavailableError("store-failed", store="catalogue", reason=str(error)) from error

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One commit, or nothing; SQLite's errors become UnavailableError."""
        shared: Connection | None = getattr(self._shared, "connection", None)
        if shared is not None:
            yield shared
            return
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise UnavailableError("store-failed", store="catalogue", reason=str(error.orig)) from error

    @contextmanager
    def together(self) -> Iterator[None]:
        """What this thread writes within becomes one commit: each waits for the disk."""
        with self.transaction() as connection:
            self._shared.connection = connection
            try:
                yield
            finally:
                self._shared.connection = None

    def _migrate(self, folder: Path) -> None:
        try:
            with self._engine.begin() as connection:
                found = _format(connection)
                if found == migrations.HEAD:
                    return
                _upgrade(connection, found, folder)
        except DBAPIError as error:
            raise SettingsError("data-unusable", data=folder, reason=str(error.orig)) from error

    def note(self, name: str) -> str | None:
        """A fact about the data folder itself, such as the model by which it answers."""
        with self.transaction() as c:
            return noted(c, name)

    def mark(self) -> str:
        """What tells this catalogue from others, for a store that holds the vectors of several."""
        with self.transaction() as c:
            found = noted(c, "catalogue")
            if found is None:
                found = uuid4().hex[:12]
                put_note(c, "catalogue", found)
        return found

    def set_note(self, name: str, value: str) -> None:
        """Writes a fact about the data folder."""
        with self.transaction() as c:
            put_note(c, name, value)


def noted(connection: Connection, name: str) -> str | None:
    """A fact about the data folder."""
    t = schema.notes
    return connection.execute(select(t.c.value).where(t.c.name == name)).scalar_one_or_none()


def put_note(connection: Connection, name: str, value: str) -> None:
    """Writes a fact, in a commit with others."""
    connection.execute(delete(schema.notes).where(schema.notes.c.name == name))
    connection.execute(insert(schema.notes).values(name=name, value=value))


def _prepare(connection: Any, _: object) -> None:  # noqa: ANN401 - sqlite3's connection, as SQLAlchemy hands it over
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _format(connection: Connection) -> str | None:
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'alembic_version'").all()
    if not tables:
        return None
    return cast("str | None", connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def _upgrade(connection: Connection, found: str | None, folder: Path) -> None:
    from alembic import command  # only when the format changes: it takes a while to import
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise SettingsError("data-newer", data=folder, found=found, known=migrations.HEAD)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
