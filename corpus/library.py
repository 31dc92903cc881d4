"""The catalogue: documents, provisions, passages, in SQLite.

The source of truth; vectors and words are rebuilt from it.

Knows nothing of models or of the other stores. Its file is `catalogue`'s, what writes is `revisions`', the windows and
codes are `window_rows`'; here is what reads.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select

from corpus import schema
from corpus.catalogue import noted
from corpus.document import Outline, Page, Provision
from corpus.errors import NotFoundError
from corpus.incoming import FileDone
from corpus.keyed import keyed, named_keys, parts
from corpus.kinship import Kinship
from corpus.layout import WordBox, unpack
from corpus.links import LinkedTo, all_links, links_of
from corpus.passage import Passage, PassageKey
from corpus.revisions import Revisions
from corpus.rows import Entry, SetAside, to_entry, to_passage

# Built once: putting a statement together takes longer than its execution.
_WANTED = keyed()
_P = schema.passages
_NAMED = (_P.c.revision == _WANTED.c.revision) & (_P.c.ordinal == _WANTED.c.ordinal)
_PASSAGES = select(_P).select_from(_WANTED).join(_P, _NAMED)
_SPANS = select(_P.c.revision, _P.c.ordinal, _P.c.start, _P.c.end).select_from(_WANTED).join(_P, _NAMED)
_TEXTS = 256  # kept in memory: a question looks at passages of some dozens of documents


class Version(NamedTuple):
    """How far the catalogue has come; two that differ in `model` or `moved` tell that every entry may be another."""

    newest: int
    live: int
    model: str
    moved: str


class Library(Revisions):
    """The catalogue of one data folder. Many may read while one writes."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._held: dict[int, str] = {}
        self._units = lru_cache(maxsize=64)(self._read_outline)
        self._page_list = lru_cache(maxsize=64)(self._read_pages)

    def version(self) -> Version:
        """Changes with every published or retired document and with the model by which the index answers.

        Tells a reader that its copy of the entries is old.
        """
        t = schema.revisions
        with self.transaction() as c:
            newest, live = c.execute(select(func.max(t.c.id), func.count()).where(t.c.state == "live")).one()
            return Version(int(newest or 0), int(live), noted(c, "model") or "", noted(c, "moved") or "")

    def entries(self, among: Sequence[int] | None = None) -> list[Entry]:
        """Every live document, or those of some revisions, ordered by id."""
        t = schema.revisions
        query = select(t).where(t.c.state == "live")
        with self.transaction() as c:
            rows = [
                row
                for part in (parts(among) if among is not None else (None,))
                for row in c.execute(query if part is None else query.where(t.c.id.in_(part)))
            ]
        return sorted(map(to_entry, rows), key=lambda e: e.id)

    def ids(self) -> dict[str, str]:
        """The key of each live document's file, by the document's id."""
        t = schema.revisions
        with self.transaction() as c:
            rows = c.execute(select(t.c.document, t.c.source_key).where(t.c.state == "live"))
            return {row.document: row.source_key for row in rows}

    def entry(self, id: str) -> Entry:
        """One live document; raises NotFoundError."""
        t = schema.revisions
        with self.transaction() as c:
            row = c.execute(select(t).where(t.c.state == "live", t.c.document == id)).one_or_none()
        if row is None:
            raise NotFoundError("document-unknown", id=id)
        return to_entry(row)

    def links(self, id: str) -> list[LinkedTo]:
        """The documents that say the same as one, the likest first: copies, scans, versions, translations."""
        with self.transaction() as c:
            return links_of(c, id)

    def all_links(self, among: Sequence[int] | None = None) -> dict[int, dict[int, Kinship]]:
        """Every link, or those of some revisions, by revision; each is there from both ends."""
        with self.transaction() as c:
            return all_links(c, among)

    def text(self, revision: int) -> str:
        """The whole text of a revision (kept in memory for the last 256: a revision never changes)."""
        return self.texts([revision])[revision]

    def texts(self, revisions: Iterable[int]) -> dict[int, str]:
        """The whole texts of revisions; what is not in memory is read in one go."""
        wanted = set(revisions)
        held = self._held
        found = {revision: held[revision] for revision in wanted if revision in held}
        if missing := sorted(wanted - found.keys()):
            t = schema.texts
            read: dict[int, str] = {}
            with self.transaction() as c:
                for part in parts(missing):
                    rows = c.execute(select(t.c.revision, t.c.text).where(t.c.revision.in_(part)))
                    read |= {row.revision: row.text for row in rows}
            found |= read
            # replaced, not changed: another thread may be reading it
            kept = read if len(read) >= _TEXTS else dict([*held.items(), *read.items()][-_TEXTS:])
            self._held = kept
        return found

    def live_text(self, revision: int) -> str | None:
        """The whole text of a revision, None if it has been retired meanwhile."""
        t, texts = schema.revisions, schema.texts
        live = select(texts.c.text).join(t, t.c.id == texts.c.revision).where(t.c.id == revision, t.c.state == "live")
        with self.transaction() as c:
            return c.execute(live).scalar_one_or_none()

    def pages(self, revision: int) -> list[Page]:
        """The pages of a revision, none for formats without pages (kept in memory for the last 64)."""
        return self._page_list(revision)

    def pages_by_revision(self) -> dict[int, list[Page]]:
        """The pages of every live document that has some: one question to the catalogue for a whole list."""
        t, texts = schema.revisions, schema.texts
        live = select(texts.c.revision, texts.c.pages).join(t, t.c.id == texts.c.revision).where(t.c.state == "live")
        with self.transaction() as c:
            rows = c.execute(live).all()
        return {row.revision: [Page(**page) for page in row.pages] for row in rows if row.pages}

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
        with self.transaction() as c:
            rows = c.execute(_PASSAGES, named_keys(keys)).all()
        return {PassageKey(row.revision, row.ordinal): to_passage(row) for row in rows}

    def passage_texts(self, keys: Iterable[PassageKey]) -> dict[PassageKey, str]:
        """The words of stored passages; one that is not there is left out."""
        with self.transaction() as c:
            rows = c.execute(_SPANS, named_keys(keys)).all()
        texts = self.texts(row.revision for row in rows)
        there = (r for r in rows if r.revision in texts)  # one may have been removed between the two
        return {PassageKey(r.revision, r.ordinal): texts[r.revision][r.start : r.end] for r in there}

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
        return [SetAside(r.source_key, r.name, r.sha256, r.code, r.facts, r.at) for r in rows]

    def _read_pages(self, revision: int) -> list[Page]:
        t = schema.texts
        with self.transaction() as c:
            rows = c.execute(select(t.c.pages).where(t.c.revision == revision)).scalar_one()
        return [Page(**row) for row in rows]

    def _read_outline(self, revision: int) -> Outline:
        t = schema.provisions
        columns = (t.c.address, t.c.kind, t.c.label, t.c.title, t.c.start, t.c.end, t.c.parent)
        with self.transaction() as c:
            rows = c.execute(select(*columns).where(t.c.revision == revision).order_by(t.c.position))
            return Outline(Provision(*row) for row in rows)
