"""A wording on a day as JSON: units, pieces with their documents, what changed them. Decides nothing."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from api.document_bodies import brief
from api.schemas.documents import DocumentBrief
from assistant.consolidated import Cause, ConsolidatedText, ConsolidatedUnit, State, Unsettled
from assistant.consolidated_words import cause_words, notice, title_on, unsettled_words
from corpus.library import Library
from corpus.messages import Language, message
from corpus.rows import Entry
from corpus.validity import Status, at


class PieceBody(BaseModel):
    """Words of a document: its text from `start` to `end`."""

    document: str = Field(examples=["35-2019-qd-ubnd"])
    start: int
    end: int
    text: str
    url: str


class CauseBody(BaseModel):
    """The order that changed a unit, in its document's words (`quote`) and in one sentence (`said`)."""

    document: str
    path: str
    start: int
    end: int
    quote: str
    since: date | None
    said: str
    url: str


class ConsolidatedUnitBody(BaseModel):
    """A unit as it was on the day; `text` are its own words, put together of `pieces`."""

    address: str
    kind: str
    label: str
    path: str
    depth: int
    state: State
    state_words: str
    text: str
    pieces: list[PieceBody]
    by: list[CauseBody]


class UnsettledBody(BaseModel):
    """An order that was not carried out, and why."""

    code: str
    said: str
    document: str
    start: int
    end: int
    quote: str
    url: str


class ConsolidatedBody(BaseModel):
    """A document's wording on a day, put together from the documents indexed (no official consolidation)."""

    id: str
    language: Language
    as_of: date
    consolidated: Literal[True] = True
    changed: bool
    status: Status
    title: str
    notes: list[str]
    sources: list[DocumentBrief]
    units: list[ConsolidatedUnitBody]
    unsettled: list[UnsettledBody]


def consolidated_body(entry: Entry, found: ConsolidatedText, library: Library, language: Language) -> ConsolidatedBody:
    """The body, in the language of whoever asks; the wording is in the document's."""
    day = found.day or date.today()
    ids = dict.fromkeys(c.document for u in found.walk() for c in u.by)
    units = [b for u in found.units for b in _units(u, 0, library, language)]
    return ConsolidatedBody(
        id=entry.id,
        language=entry.identity.language,
        as_of=day,
        changed=found.changed,
        status=at(library.intervals(entry.revision), day).status,
        title=title_on(entry, day, language),
        notes=notice(entry, found, library, language),
        sources=[brief(library.entry(id)) for id in ids],
        units=units,
        unsettled=[_unsettled(u, library, language) for u in found.unsettled],
    )


def _units(u: ConsolidatedUnit, depth: int, library: Library, language: Language) -> list[ConsolidatedUnitBody]:
    mine = ConsolidatedUnitBody(
        address=u.address,
        kind=u.kind,
        label=u.label,
        path=u.path,
        depth=depth,
        state=u.state,
        state_words=message(f"consolidated-state-{u.state}", language),
        text=u.text,
        pieces=[
            PieceBody(document=p.document, start=p.start, end=p.end, text=p.text, url=_url(p.document, p.start, p.end))
            for p in u.pieces
        ],
        by=[_cause(c, library, language) for c in u.by],
    )
    return [mine, *(b for part in u.parts for b in _units(part, depth + 1, library, language))]


def _cause(c: Cause, library: Library, language: Language) -> CauseBody:
    entry = library.entry(c.document)
    return CauseBody(
        document=c.document,
        path=library.outline(entry.revision).path(c.unit),
        start=c.start,
        end=c.end,
        quote=library.text(entry.revision)[c.start : c.end],
        since=c.day,
        said=cause_words(c, library, language),
        url=_url(c.document, c.start, c.end),
    )


def _unsettled(u: Unsettled, library: Library, language: Language) -> UnsettledBody:
    c = u.cause
    text = library.text(library.entry(c.document).revision)
    return UnsettledBody(
        code=u.code,
        said=unsettled_words(u, library, language),
        document=c.document,
        start=c.start,
        end=c.end,
        quote=text[c.start : c.end],
        url=_url(c.document, c.start, c.end),
    )


def _url(document: str, start: int, end: int) -> str:
    return f"/documents/{document}#c{start}-{end}"
