"""What goes over HTTP of conversations, of what readers say of answers, and of what one may begin with."""

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from api.schemas.answers import AnswerBody
from api.schemas.sent import Sent
from assistant.feedback import Verdict

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class ListedBody(BaseModel):
    """A conversation in the list."""

    id: str
    title: str = Field(examples=["Hồ sơ đề nghị tiếp nhận vào làm công chức gồm những gì?"])
    at: datetime = Field(description="of its last question")
    turns: int


class ConversationsBody(BaseModel):
    """The conversations of a reader, the last gone on with first."""

    conversations: list[ListedBody]


class TitleBody(Sent):
    """What a conversation is to be called."""

    title: Title


class OpinionBody(Sent):
    """What a reader thinks of an answer."""

    verdict: Verdict
    comment: str = Field(default="", max_length=4000)


class TurnBody(BaseModel):
    """A turn as it was shown; `answer` is null where it was too long to be kept."""

    turn: int
    at: datetime
    question: str
    answer: AnswerBody | None
    feedback: OpinionBody | None


class ConversationBody(BaseModel):
    """A conversation as it was shown."""

    id: str
    title: str
    turns: list[TurnBody]


class ExamplesBody(BaseModel):
    """Questions that the indexed documents answer."""

    questions: list[str]


class CountedBody(BaseModel):
    """A value that filters may name, and how many documents have it."""

    value: str
    documents: int


class ScopeBody(BaseModel):
    """What can be asked over and filtered by."""

    documents: int
    types: list[CountedBody]
    issuers: list[CountedBody]
    issued_from: date | None
    issued_to: date | None
    question_limit: int = Field(description="characters; a longer question is refused")
