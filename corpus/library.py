"""The catalogue: documents, provisions, passages, in SQLite.

The source of truth; vectors and words are rebuilt from it.

Knows nothing of models or of the other stores. Its file is `catalogue`'s, what writes is `revisions`', the windows and
codes are `window_rows`'; here is what reads.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from sqlalchemy import func, select

from corpus import schema
from corpus.catalogue import noted
from corpus.document import Outline, Page, Provision
from corpus.errors import NotFoundError
from corpus.incoming import FileDone
from corpus.keyed import keyed
from corpus.kinship import Kinship
from corpus.layout import WordBox, unpack
from corpus.links import LinkedTo, all_links, links_of
from corpus.passage import Passage, PassageKey
from corpus.revisions import Revisions
from corpus.rows import Entry, SetAside, to_entry, to_passage

_TEXTS = 256  # kept in memory: a question looks at passages of some dozens of documents


class Library(Revisions):
    """The catalogue of one data folder. Many may read while one writes."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._full_text = lru_cache(maxsize=_TEXTS)(self._read_text)
        self._units = lru_cache(maxsize=64)(self._read_outline)
        self._page_list = lru_cache(maxsize=64)(self._read_pages)

    def version(self) -> int:
        """Changes with every published or retired document and with the model by which the index answers.

        Tells a reader that its copy of the entries is old.
        """
        t = schema.revisions
        with self.transaction() as c:
            newest, live = c.execute(select(func.max(t.c.id), func.count()).where(t.c.state == "live")).one()
            model = noted(c, "model") or ""
        return (int(newest or 0) * 1_000_003 + int(live)) << 32 | crc32(model.encode())

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
        """The whole text of a revision (kept in memory for the last 256: a revision never changes)."""
        return self._full_text(revision)

    def live_text(self, revision: int) -> str | None:
        """The whole text of a revision, None if it has been retired meanwhile."""
        t = schema.revisions
        with self.transaction() as c:
            return c.execute(select(t.c.text).where(t.c.id == revision, t.c.state == "live")).scalar_one_or_none()

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
        t, wanted = schema.passages, keyed(keys)
        named = (t.c.revision == wanted.c.revision) & (t.c.ordinal == wanted.c.ordinal)
        with self.transaction() as c:
            rows = c.execute(select(t).select_from(wanted).join(t, named)).all()
        return {PassageKey(row.revision, row.ordinal): to_passage(row) for row in rows}

    def passage_texts(self, keys: Iterable[PassageKey]) -> dict[PassageKey, str]:
        """The words of stored passages; one that is not there is left out."""
        places = self.passages(keys)
        return {key: self.text(key.revision)[p.start : p.end] for key, p in places.items()}

    def passages_of(self, revision: int) -> list[Passage]:
        """All passages of a revision in reading order."""
        t = schema.passages
        with self.transaction() as c:
            return [to_passage(r) for r in c.execute(select(t).where(t.c.revision == revision).order_by(t.c.ordinal))]

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
