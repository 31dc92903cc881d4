"""What rests on a document that has been changed, over HTTP."""

from datetime import date

from pydantic import BaseModel

from api.schemas.validity import RelationBody


class RestingBody(BaseModel):
    """A kept checklist or course that cites the document: in how many of its items, and when it was made."""

    id: str
    title: str
    items: int
    made: date


class RestingAnswerBody(BaseModel):
    """A kept answer that cites the document, to a question asked for the day `as_of`."""

    question: str
    as_of: date
    citations: int
    conversation: str | None
    turn: int | None


class AffectedBody(BaseModel):
    """What rests on a document that has been changed: `since` is the first change, null where there is none.

    Of the answers, those of the reader's own conversations are listed, and those of others counted.
    """

    document: str
    since: date | None
    changes: list[RelationBody]
    documents: list[RelationBody]
    checklists: list[RestingBody]
    courses: list[RestingBody]
    answers: list[RestingAnswerBody]
    answers_of_others: int
