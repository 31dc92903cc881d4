"""A question and its cited answer over HTTP. Knows the shapes only, not where they come from."""

from datetime import date

from pydantic import BaseModel, Field

from api.schemas.documents import BadgeBody, DocumentBrief
from api.schemas.sent import FiltersBody, Sent, Text
from assistant.answer import Outcome, Support, WriterName
from corpus.messages import Language
from corpus.relations import RelationKind


class AskBody(Sent):
    """A question; `language` is that of the messages (else the question's), `as_of` the day to answer for."""

    question: Text = Field(examples=["Chứng chỉ được cấp trong bao nhiêu ngày kể từ ngày bế giảng khóa học?"])
    conversation: str | None = Field(
        default=None, max_length=64, description="of an earlier answer, to go on with; none begins one", examples=[None]
    )
    turn: int | None = Field(
        default=None,
        ge=1,
        description="of the conversation: the turn that this one and no later one takes the place of",
    )
    key: str | None = Field(
        default=None,
        min_length=16,
        max_length=64,
        description="made up by the client: asked again with the same key, a question takes its own place",
        examples=[None],
    )
    filters: FiltersBody | None = Field(default=None, examples=[{"types": ["decision"]}])
    as_of: date | None = Field(default=None, examples=["2026-11-21"])
    language: Language | None = Field(default=None, examples=["vi"])


class StatementBody(BaseModel):
    """One statement of an answer with the marks of its citations."""

    text: str
    citations: list[int]
    support: Support


class CitationBody(BaseModel):
    """The source's own words: `quote` is `text[start:end]` of the document, counted in characters (code points)."""

    mark: int
    document: DocumentBrief
    path: str = Field(examples=["Điều 5, khoản 1, điểm a"])
    page: int | None
    page_confidence: float | None = Field(
        description="how surely the page was recognised (the least sure of several), 0 to 1; null for text as such"
    )
    uncertain: bool = Field(description="recognised so badly that the words have to be checked on the page's image")
    quote: str
    start: int
    end: int
    passage: str = Field(examples=["40-2023-qd-ubnd/d5.k1.a"])
    url: str = Field(examples=["/documents/40-2023-qd-ubnd#c1203-1361"])


class PlaceBody(BaseModel):
    """Where words stand that came near to the question and do not answer it."""

    document: str = Field(examples=["40-2023-qd-ubnd"])
    path: str
    url: str = Field(examples=["/documents/40-2023-qd-ubnd#c1203-1361"])


class SearchedBody(BaseModel):
    """What was looked through: how much, for which words, and what came nearest."""

    documents: int
    passages: int
    words: list[str]
    nearest: list[str]
    nearest_documents: list[DocumentBrief] = []
    nearest_places: list[PlaceBody] = []


class ChoiceBody(BaseModel):
    """One of several documents that the question may mean, and the question to ask instead."""

    label: str = Field(examples=["Quyết định 40/2023/QĐ-UBND (06/10/2023, ỦY BAN NHÂN DÂN TỈNH LAM GIANG)"])
    question: str = Field(examples=["Điều 5 Quyết định 40/2023/QĐ-UBND quy định gì?"])


class EndedByBody(BaseModel):
    """A document that brought a state about; `kind` is what it says of the other, null where no sentence does."""

    document: DocumentBrief
    kind: RelationKind | None
    label: str | None = Field(examples=["thay thế"])


class NotHeldBody(BaseModel):
    """What answers best and did not hold on the day: the document, its unit if only that, the state, what ended it."""

    document: DocumentBrief
    path: str = Field(description="of the unit; empty for the whole document", examples=["Điều 10"])
    state: BadgeBody
    by: list[EndedByBody]


class AnswerBody(BaseModel):
    """The cited answer, or the word that the documents do not say (`not_found`, with `missing`).

    With `clarify` there are `choices` in place of statements. `understood` is the question as the conversation
    completes it, null where it was whole; `lead` is what is said before the statements.
    """

    answer: str
    conversation: str
    outcome: Outcome
    text: str
    statements: list[StatementBody]
    citations: list[CitationBody]
    missing: str | None
    as_of: date
    searched: SearchedBody
    follow_ups: list[str]
    writer: WriterName = Field(description="the documents' own words, or a language model's behind the check")
    note: str | None = Field(description="why the other writer wrote, and what was left out or put into quotes")
    understood: str | None = Field(default=None, examples=["Hồ sơ gồm những gì đối với tiếp nhận công chức?"])
    lead: str | None = None
    choices: list[ChoiceBody] = []
    not_held: NotHeldBody | None = Field(default=None, description="of `out_of_force`: what did not hold on the day")
    filters: FiltersBody | None = Field(default=None, description="as they were asked with")
    turn: int | None = Field(default=None, description="of the conversation, counted from 1")
