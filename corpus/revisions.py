"""Revisions as they are written to the catalogue: pending, shown, retired, forgotten. For `Corpus` and the ingestion.

Each method is one commit.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import Column, ColumnElement, delete, func, insert, literal, select, update

from corpus import schema
from corpus.catalogue import put_note
from corpus.errors import NotFoundError
from corpus.families import renew
from corpus.incoming import INSIDE, FileDone, NewDocument, containers
from corpus.links import record_links, sketch_of
from corpus.passage import Window
from corpus.register_writing import forget_unused, names_of, write_registers
from corpus.relation_rows import write_statements
from corpus.rows import SetAside, packed
from corpus.second_kept import carry_over
from corpus.validity_rows import ValidityRows
from corpus.window_rows import write_windows


class Revisions(ValidityRows):
    """The catalogue as its writer sees it."""

    def write_pending(
        self, id: str, new: NewDocument, windows: Iterable[Window], *, model: str, collection: str
    ) -> int:
        """Stores a new version, invisible as yet, with its windows for a model; gives its revision."""
        document, passages, windows = new.document, new.passages, list(windows)
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
            pages = [asdict(p) for p in document.pages]
            for table, values in (
                (schema.texts, [{"revision": revision, "text": document.text, "pages": pages}]),
                (schema.sketches, [{"revision": revision, "sketch": sketch_of(document)}]),
                (schema.provisions, rows),
                (schema.page_words, packed(revision, document.words)),
                (schema.passages, [{"revision": revision, **asdict(p)} for p in passages]),
            ):
                if values:
                    c.execute(insert(table), values)
            write_windows(c, revision, model, windows)
            write_registers(c, revision, document.text, new.registers, new.extractor)
            title, type = document.identity.title, document.identity.type
            write_statements(c, revision, new.statements, new.relater, type, title)
        return revision

    def publish(self, revisions: Iterable[int], done: Iterable[FileDone] = (), words: str | None = None) -> None:
        """Makes pending revisions visible and retires what they replace, in one commit with the files done with.

        `words` is the stamp of the lexical index that holds them.
        """
        t, f = schema.revisions, schema.files
        shown = list(revisions)
        gone: list[int] = []
        with self.transaction() as c:
            for revision in shown:
                key = c.execute(select(t.c.source_key).where(t.c.id == revision)).scalar_one()
                old = (t.c.source_key == key) & (t.c.state == "live")
                replaced = list(c.execute(select(t.c.id).where(old)).scalars())
                gone += replaced
                c.execute(update(t).where(old).values(state="retired"))
                c.execute(update(t).where(t.c.id == revision).values(state="live"))
                for before in replaced:
                    carry_over(c, before, revision)
                c.execute(delete(schema.set_aside).where(schema.set_aside.c.source_key == key))
            if shown:
                record_links(c, shown)
                renew(c, [*shown, *gone])
            if words is not None:
                put_note(c, "words", words)
            for file in done:
                c.execute(delete(f).where(f.c.key == file.key))
                c.execute(insert(f).values(**asdict(file)))

    def move(self, old: str, new: str, name: str) -> None:
        """A file lies elsewhere now, with all that is inside it; its documents keep their ids."""
        t = schema.revisions
        with self.transaction() as c:
            c.execute(update(t).where(t.c.source_key == old).values(name=name))
            put_note(c, "moved", uuid4().hex)  # a reader's copy of the names is old
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
            row = c.execute(select(t.c.id, t.c.source_key).where(live)).one_or_none()
            if row is None:
                raise NotFoundError("document-unknown", id=id)
            key = row.source_key
            c.execute(update(t).where(live).values(state="retired"))
            renew(c, [row.id])
            c.execute(delete(f).where(f.c.key.in_([key, *containers(key)])))

    def leftovers(self) -> list[int]:
        """Revisions that nobody may see: half-written or retired."""
        t = schema.revisions
        with self.transaction() as c:
            return list(c.execute(select(t.c.id).where(t.c.state != "live")).scalars())

    def unused_originals(self) -> list[str]:
        """SHA-256 of the files that only such revisions were read from."""
        t = schema.revisions
        used = select(t.c.sha256).where(t.c.state == "live")
        with self.transaction() as c:
            query = select(t.c.sha256).where(t.c.state != "live", t.c.sha256.not_in(used)).distinct()
            return list(c.execute(query).scalars())

    def forget(self, revisions: Iterable[int], words: str) -> None:
        """Deletes revisions for good; `words` is the stamp of the lexical index that no longer holds them."""
        with self.transaction() as c:
            gone = list(revisions)
            named = names_of(c, gone)
            c.execute(delete(schema.revisions).where(schema.revisions.c.id.in_(gone)))
            forget_unused(c, named)
            put_note(c, "words", words)

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


def _at_or_inside(column: Column[str], key: str) -> ColumnElement[bool]:
    # not LIKE, to which capitals and small letters are the same
    inside = key + INSIDE
    return (column == key) | (func.substr(column, 1, len(inside)) == inside)
