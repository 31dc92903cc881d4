"""Rows of the catalogue to what they stand for, and back. Knows nothing of connections."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from corpus.document import Identity, Source, Stated
from corpus.errors import VanbanError
from corpus.layout import WordBox, pack
from corpus.messages import Language
from corpus.passage import Passage


@dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue holds of one live document, its text left out."""

    revision: int
    id: str
    identity: Identity
    source: Source
    collection: str
    passages: int
    windows: int
    added: datetime
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that could not be read, why, and when that was written down."""

    key: str
    name: str
    sha256: str
    code: str
    facts: dict[str, Any]
    at: datetime | None = None

    def reason(self, language: Language) -> str:
        """The reason in one language."""
        return VanbanError(self.code, **self.facts).text(language)


def to_entry(row: Row[Any]) -> Entry:
    """A live revision's row."""
    identity = Identity(
        title=row.title,
        language=row.language,
        number=row.number,
        number_key=row.number_key,
        type=row.type,
        issuer=row.issuer,
        issued=row.issued if isinstance(row.issued, date) else None,
        place=row.place,
        signer=row.signer,
        signer_post=row.signer_post,
        legal_bases=tuple(row.legal_bases),
        recipients=tuple(row.recipients),
        about=tuple(row.about),
        stated=tuple(Stated(**s) for s in row.stated),
    )
    source = Source(row.source_key, row.name, row.sha256, row.size, row.media_type)
    return Entry(
        row.id,
        row.document,
        identity,
        source,
        row.collection,
        row.passage_count,
        row.window_count,
        row.added,
        tuple(row.warnings),
    )


def to_passage(row: Row[Any]) -> Passage:
    """A passage's row."""
    return Passage(row.ordinal, row.start, row.end, row.address, row.path, row.heading, row.page)


def packed(revision: int, words: Iterable[WordBox]) -> list[dict[str, Any]]:
    """One row a page of the words that stand on it."""
    pages: dict[int, list[WordBox]] = {}
    for word in words:
        pages.setdefault(word.box.page, []).append(word)
    return [{"revision": revision, "page": page, "words": pack(placed)} for page, placed in sorted(pages.items())]
