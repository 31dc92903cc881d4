"""States entered by hand, over HTTP."""

from datetime import date, datetime

from pydantic import BaseModel

from corpus.validity import Status


class EnteredBody(BaseModel):
    """A state that was entered by hand."""

    id: int | None
    number: str
    status: Status
    first: date | None
    until: date | None
    who: str
    why: str
    source: str | None
    at: datetime | None


class EnteredListBody(BaseModel):
    """What became of entries: how many were kept, which documents they apply to now, which rows could not be read."""

    entered: int
    documents: list[str]
    refused: list[int]
