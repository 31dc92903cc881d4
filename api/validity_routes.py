"""Validity over HTTP: a document's relations and states, what rests on it, states entered by hand or from a list."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from api.affected_bodies import affected_body
from api.problems import wanted_language
from api.relations_body import relations_body
from api.routes import PROBLEM, Reader
from api.schemas.affected import AffectedBody
from api.schemas.entered import EnteredBody, EnteredListBody
from api.schemas.validity import RelationsBody
from api.serving import At
from api.validity_bodies import Shown, entered_body
from assistant.affected import affected_by
from assistant.affected_kept import Kept, courses_of
from assistant.conversations import digest
from assistant.entered_for import for_document
from corpus.entered import Entered
from corpus.errors import RequestError
from corpus.validity import Status
from ingest.status_list import checked, read_status_list

router = APIRouter(prefix="/api", responses={404: PROBLEM})
Day = Annotated[date | None, Query(description="the day asked about; today if left out")]
_WRITER_WAIT = 5.0  # seconds
_LIST_MB = 20


class StatusBody(BaseModel):
    """A state to be entered: for the document with this id, or for whatever bears the number (now or later)."""

    model_config = ConfigDict(extra="forbid")

    number: str = Field(max_length=120, examples=["12/2015/NĐ-CP"])
    document: str | None = Field(default=None, max_length=200)
    issued: date | None = None
    status: Status
    first: date | None = Field(default=None, description="from when; the day of the entry if left out")
    until: date | None = Field(default=None, description="the first day on which it holds no more")
    who: str = Field(min_length=1, max_length=200)
    why: str = Field(min_length=1, max_length=2000)
    source: str | None = Field(default=None, max_length=500)


@router.get("/documents/{id}/relations")
def relations(id: str, request: Request, at: At, as_of: Day = None) -> RelationsBody:
    """What a document says of others and others of it, its states and those of its units, the picture of its family."""
    library = at.corpus.library
    return relations_body(Shown(library, wanted_language(request)), library.entry(id), as_of or date.today())


@router.get("/documents/{id}/affected")
def affected(id: str, request: Request, at: At, reader: Reader = None) -> AffectedBody:
    """Which documents, checklists, courses and kept answers rest on a document that has been changed since.

    Answers are listed to whoever asked them, by the header `Vanban-Reader`; those of others are only counted.
    """
    lists = [at.checklists.get(k.id) for k in at.checklists.listed()]
    owner = digest(reader) if reader else None
    kept = Kept(lists, courses_of(at.courses), at.conversations.answers_naming, owner)
    found = affected_by(at.corpus.library, at.corpus.library.entry(id), kept)
    return affected_body(found, Shown(at.corpus.library, wanted_language(request)))


@router.get("/statuses")
def statuses(at: At) -> list[EnteredBody]:
    """Every state that was entered by hand or from a list."""
    return [entered_body(e) for e in at.corpus.library.entered_statuses()]


@router.post("/statuses", status_code=201, responses={409: PROBLEM})
def enter(body: StatusBody, at: At) -> EnteredListBody:
    """Enters or corrects a state by hand; it takes the place of what was read, and says who, when and why."""
    entry = checked(for_document(Entered(**body.model_dump()), at.corpus.library.entries()))
    if body.document is not None:
        at.corpus.library.entry(body.document)
    with at.corpus.writing(wait=_WRITER_WAIT):
        return EnteredListBody(entered=1, documents=at.corpus.library.enter_statuses([entry]), refused=[])


@router.post("/statuses/list", status_code=201, responses={409: PROBLEM})
async def enter_list(request: Request, at: At, name: str, who: str, why: str = "") -> EnteredListBody:
    """Takes a list of states, CSV or JSON, as the request's body: number, status, effective_from, effective_to."""
    content = await request.body()
    if len(content) > _LIST_MB * 1_000_000:
        raise RequestError("status-list-unread", name=name)
    known = at.corpus.library.entries()
    entries, refused = read_status_list(name, content, who, why, lambda e: for_document(e, known))
    with at.corpus.writing(wait=_WRITER_WAIT):
        documents = at.corpus.library.enter_statuses(entries)
    return EnteredListBody(entered=len(entries), documents=documents, refused=[n for n, _ in refused])


@router.delete("/statuses/{id}", responses={409: PROBLEM})
def withdraw(id: int, at: At) -> EnteredBody:
    """Takes an entry back; it stays on record as withdrawn."""
    with at.corpus.writing(wait=_WRITER_WAIT):
        return entered_body(at.corpus.library.withdraw_status(id))
