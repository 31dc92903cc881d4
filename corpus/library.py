"""The catalogue: documents, provisions, passages, in SQLite.

The source of truth; vectors and words are rebuilt from it.

Knows nothing of models or of the other stores.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    create_engine,
    delete,
    event,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.exc import DBAPIError, OperationalError

from corpus import migrations, schema
from corpus.document import Document, Outline, Page, Provision
from corpus.errors import NotFoundError, SettingsError, UnavailableError
from corpus.incoming import INSIDE, FileDone, containers
from corpus.kinship import Kinship
from corpus.layout import WordBox, unpack
from corpus.links import LinkedTo, all_links, links_of, record_links, sketch_of
from corpus.passage import Passage, PassageKey, Window
from corpus.rows import Entry, SetAside, packed, to_entry, to_passage


class Library:
    """The catalogue of one data folder. Many may read while one writes."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "catalogue.db"
        self._engine = create_engine(f"sqlite:///{self.file}", connect_args={"timeout": 30, "check_same_thread": False})
        event.listen(self._engine, "connect", _prepare)
        self._migrate(folder)
        self._full_text = lru_cache(maxsize=64)(self._read_text)
        self._units = lru_cache(maxsize=64)(self._read_outline)
        self._page_list = lru_cache(maxsize=64)(self._read_pages)

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One commit, or nothing; SQLite's errors become UnavailableError."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise UnavailableError("store-failed", store="catalogue", reason=str(error.orig)) from error

    def _migrate(self, folder: Path) -> None:
        try:
            with self._engine.begin() as connection:
                found = _format(connection)
                if found == migrations.HEAD:
                    return
                _upgrade(connection, found, folder)
        except OperationalError as error:
            raise SettingsError("data-unusable", data=folder, reason=str(error.orig)) from error
        except DBAPIError as error:
            raise SettingsError("data-unusable", data=folder, reason=str(error.orig)) from error

    # --- notes -------------------------------------------------------------------------------------------------------

    def note(self, name: str) -> str | None:
        """A fact about the data folder itself, such as the model it was indexed with."""
        with self.transaction() as c:
            return c.execute(select(schema.notes.c.value).where(schema.notes.c.name == name)).scalar_one_or_none()

    def set_note(self, name: str, value: str) -> None:
        """Writes a fact about the data folder."""
        with self.transaction() as c:
            c.execute(delete(schema.notes).where(schema.notes.c.name == name))
            c.execute(insert(schema.notes).values(name=name, value=value))

    # --- writing, for `Corpus` alone ---------------------------------------------------------------------------------

    def write_pending(
        self, id: str, document: Document, passages: Iterable[Passage], windows: Iterable[Window], collection: str
    ) -> int:
        """Stores a new version, invisible as yet, and gives its revision."""
        passages, windows = list(passages), list(windows)
        identity, source = asdict(document.identity), document.source
        with self.transaction() as c:
            result = c.execute(
                insert(schema.revisions).values(
                    state="pending",
                    document=id,
                    source_key=source.key,
                    name=source.name,
                    sha256=source.sha256,
                    size=source.size,
                    media_type=source.media_type,
                    collection=collection,
                    text=document.text,
                    sketch=sketch_of(document),
                    pages=[asdict(p) for p in document.pages],
                    warnings=list(document.warnings),
                    passage_count=len(passages),
                    window_count=len(windows),
                    added=datetime.now(UTC),
                    **identity,
                )
            )
            key = result.inserted_primary_key
            assert key is not None
            revision = int(key[0])
            rows = [{"revision": revision, "position": i, **asdict(p)} for i, p in enumerate(document.provisions)]
            for table, values in (
                (schema.provisions, rows),
                (schema.page_words, packed(revision, document.words)),
                (schema.passages, [{"revision": revision, **asdict(p)} for p in passages]),
                (schema.windows, [{"revision": revision, **asdict(w)} for w in windows]),
            ):
                if values:
                    c.execute(insert(table), values)
        return revision

    def publish(self, revisions: Iterable[int], done: Iterable[FileDone] = ()) -> None:
        """Makes pending revisions visible and retires what they replace, in one commit with the files done with."""
        t, f = schema.revisions, schema.files
        shown = list(revisions)
        with self.transaction() as c:
            for revision in shown:
                key = c.execute(select(t.c.source_key).where(t.c.id == revision)).scalar_one()
                c.execute(update(t).where(t.c.source_key == key, t.c.state == "live").values(state="retired"))
                c.execute(update(t).where(t.c.id == revision).values(state="live"))
                c.execute(delete(schema.set_aside).where(schema.set_aside.c.source_key == key))
            if shown:
                record_links(c, shown)
            for file in done:
                c.execute(delete(f).where(f.c.key == file.key))
                c.execute(insert(f).values(**asdict(file)))

    def move(self, old: str, new: str, name: str) -> None:
        """A file lies elsewhere now, with all that is inside it; its documents keep their ids."""
        t = schema.revisions
        with self.transaction() as c:
            c.execute(update(t).where(t.c.source_key == old).values(name=name))
            c.execute(delete(schema.set_aside).where(schema.set_aside.c.source_key == new))
            for column in (t.c.source_key, schema.files.c.key, schema.set_aside.c.source_key):
                moved = literal(new) + func.substr(column, len(old) + 1)
                c.execute(update(column.table).where(_at_or_inside(column, old)).values({column.name: moved}))

    def forget_file(self, key: str) -> None:
        """Forgets that a file, with all inside it, was done with or set aside."""
        with self.transaction() as c:
            for column in (schema.files.c.key, schema.set_aside.c.source_key):
                c.execute(delete(column.table).where(_at_or_inside(column, key)))

    def retire(self, id: str) -> None:
        """Takes a document out of sight; its file is no longer done with. Raises NotFoundError if there is none."""
        t, f = schema.revisions, schema.files
        live = (t.c.document == id) & (t.c.state == "live")
        with self.transaction() as c:
            key = c.execute(select(t.c.source_key).where(live)).scalar_one_or_none()
            if key is None:
                raise NotFoundError("document-unknown", id=id)
            c.execute(update(t).where(live).values(state="retired"))
            c.execute(delete(f).where(f.c.key.in_([key, *containers(key)])))

    def leftovers(self) -> dict[int, list[Window]]:
        """Revisions that nobody may see (half-written or retired) with their windows."""
        t = schema.revisions
        with self.transaction() as c:
            ids = c.execute(select(t.c.id).where(t.c.state != "live")).scalars().all()
        return {revision: self.windows_of(revision) for revision in ids}

    def unused_originals(self) -> list[str]:
        """SHA-256 of the files that only such revisions were read from."""
        t = schema.revisions
        used = select(t.c.sha256).where(t.c.state == "live")
        with self.transaction() as c:
            query = select(t.c.sha256).where(t.c.state != "live", t.c.sha256.not_in(used)).distinct()
            return list(c.execute(query).scalars())

    def forget(self, revisions: Iterable[int]) -> None:
        """Deletes revisions for good."""
        with self.transaction() as c:
            c.execute(delete(schema.revisions).where(schema.revisions.c.id.in_(list(revisions))))

    def replace_windows(self, revision: int, windows: Iterable[Window]) -> None:
        """New windows for a revision, when the model has changed."""
        rows = [{"revision": revision, **asdict(w)} for w in windows]
        with self.transaction() as c:
            c.execute(delete(schema.windows).where(schema.windows.c.revision == revision))
            if rows:
                c.execute(insert(schema.windows), rows)
            t = schema.revisions
            c.execute(update(t).where(t.c.id == revision).values(window_count=len(rows)))

    def put_aside(self, file: SetAside) -> None:
        """Remembers a file that could not be read."""
        with self.transaction() as c:
            c.execute(delete(schema.set_aside).where(schema.set_aside.c.source_key == file.key))
            c.execute(
                insert(schema.set_aside).values(
                    source_key=file.key,
                    name=file.name,
                    sha256=file.sha256,
                    code=file.code,
                    facts={k: str(v) for k, v in file.facts.items()},
                    at=datetime.now(UTC),
                )
            )

    # --- reading -----------------------------------------------------------------------------------------------------

    def version(self) -> int:
        """Grows with every published or retired document; tells a reader that its copy of the entries is old."""
        t = schema.revisions
        with self.transaction() as c:
            newest, live = c.execute(select(func.max(t.c.id), func.count()).where(t.c.state == "live")).one()
        return int(newest or 0) * 1_000_003 + int(live)

    def entries(self) -> list[Entry]:
        """Every live document, ordered by id."""
        t = schema.revisions
        columns = [c for c in t.c if c.name not in ("text", "pages", "sketch")]
        with self.transaction() as c:
            rows = c.execute(select(*columns).where(t.c.state == "live").order_by(t.c.document)).all()
        return [to_entry(row) for row in rows]

    def entry(self, id: str) -> Entry:
        """One live document; raises NotFoundError."""
        found = [e for e in self.entries() if e.id == id]
        if not found:
            raise NotFoundError("document-unknown", id=id)
        return found[0]

    def links(self, id: str) -> list[LinkedTo]:
        """The documents that say the same as one, the likest first: copies, scans, versions, translations."""
        with self.transaction() as c:
            return links_of(c, id)

    def all_links(self) -> dict[int, dict[int, Kinship]]:
        """Every link, by revision."""
        with self.transaction() as c:
            return all_links(c)

    def text(self, revision: int) -> str:
        """The whole text of a revision (kept in memory for the last 64: a revision never changes)."""
        return self._full_text(revision)

    def pages(self, revision: int) -> list[Page]:
        """The pages of a revision, none for formats without pages (kept in memory for the last 64)."""
        return self._page_list(revision)

    def pages_by_revision(self) -> dict[int, list[Page]]:
        """The pages of every live document that has some: one question to the catalogue for a whole list."""
        t = schema.revisions
        with self.transaction() as c:
            rows = c.execute(select(t.c.id, t.c.pages).where(t.c.state == "live")).all()
        return {row.id: [Page(**page) for page in row.pages] for row in rows if row.pages}

    def page_words(self, revision: int, page: int) -> list[WordBox]:
        """Where the words of a page stand; empty for formats without pages."""
        t = schema.page_words
        with self.transaction() as c:
            packed = c.execute(select(t.c.words).where(t.c.revision == revision, t.c.page == page)).scalar_one_or_none()
        return unpack(packed, page) if packed is not None else []

    def outline(self, revision: int) -> Outline:
        """The provisions of a revision (kept in memory for the last 64)."""
        return self._units(revision)

    def passages(self, keys: Iterable[PassageKey]) -> dict[PassageKey, Passage]:
        """Stored passages; a key that is not there is left out."""
        wanted: dict[int, list[int]] = {}
        for key in keys:
            wanted.setdefault(key.revision, []).append(key.ordinal)
        t, found = schema.passages, {}
        with self.transaction() as c:
            for revision, ordinals in wanted.items():
                rows = c.execute(select(t).where(t.c.revision == revision, t.c.ordinal.in_(ordinals)))
                found.update({PassageKey(revision, p.ordinal): p for p in map(to_passage, rows)})
        return found

    def passages_of(self, revision: int) -> list[Passage]:
        """All passages of a revision in reading order."""
        t = schema.passages
        with self.transaction() as c:
            return [to_passage(r) for r in c.execute(select(t).where(t.c.revision == revision).order_by(t.c.ordinal))]

    def windows_of(self, revision: int) -> list[Window]:
        """All windows of a revision."""
        t = schema.windows
        query = select(t.c.passage, t.c.number, t.c.start, t.c.end).where(t.c.revision == revision)
        with self.transaction() as c:
            return [Window(*row) for row in c.execute(query.order_by(t.c.passage, t.c.number))]

    def window_spans(self, revision: int, passages: Iterable[int]) -> dict[tuple[int, int], tuple[int, int]]:
        """(passage, window number) to offsets, for the passages named."""
        t = schema.windows
        with self.transaction() as c:
            rows = c.execute(select(t).where(t.c.revision == revision, t.c.passage.in_(list(passages))))
            return {(r.passage, r.number): (r.start, r.end) for r in rows}

    def files_done(self) -> dict[str, FileDone]:
        """The files done with, by key."""
        with self.transaction() as c:
            return {row.key: FileDone(*row) for row in c.execute(select(schema.files))}

    def set_aside(self) -> list[SetAside]:
        """The files that could not be read, by name."""
        t = schema.set_aside
        with self.transaction() as c:
            rows = c.execute(select(t).order_by(t.c.name)).all()
        return [SetAside(r.source_key, r.name, r.sha256, r.code, r.facts) for r in rows]

    def _read_text(self, revision: int) -> str:
        t = schema.revisions
        with self.transaction() as c:
            return str(c.execute(select(t.c.text).where(t.c.id == revision)).scalar_one())

    def _read_pages(self, revision: int) -> list[Page]:
        t = schema.revisions
        with self.transaction() as c:
            rows = c.execute(select(t.c.pages).where(t.c.id == revision)).scalar_one()
        return [Page(**row) for row in rows]

    def _read_outline(self, revision: int) -> Outline:
        t = schema.provisions
        columns = (t.c.address, t.c.kind, t.c.label, t.c.title, t.c.start, t.c.end, t.c.parent)
        with self.transaction() as c:
            rows = c.execute(select(*columns).where(t.c.revision == revision).order_by(t.c.position))
            return Outline(Provision(*row) for row in rows)


def _at_or_inside(column: Column[str], key: str) -> ColumnElement[bool]:
    # not LIKE, to which capitals and small letters are the same
    inside = key + INSIDE
    return (column == key) | (func.substr(column, 1, len(inside)) == inside)


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
