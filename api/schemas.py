"""What goes over HTTP: the contract's bodies, with examples. Knows the shapes only, not where they come from."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.answer import Outcome, Support
from assistant.search import Filters
from corpus.messages import Language

# a bound makes pydantic refuse halves of characters too; the settings' own, lower limit has a message of its own
Text = Annotated[str, Field(max_length=100_000)]
Names = Annotated[list[Annotated[str, Field(min_length=1, max_length=200)]], Field(max_length=200)]


class _Sent(BaseModel):
    """A body that clients send: an unknown field is refused, so that a typing error does not pass for a filter."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FiltersBody(_Sent):
    """Which documents to look in; what is left out filters nothing. Dates of issue, both ends included."""

    types: Names = Field(default=[], examples=[["decision", "circular"]])
    issuers: Names = Field(default=[], examples=[["Tỉnh ủy Lam Giang"]])
    documents: Names = Field(default=[], examples=[["40-2023-qd-ubnd"]])
    issued_from: date | None = Field(default=None, examples=["2021-01-01"])
    issued_to: date | None = Field(default=None, examples=["2026-12-31"])
    collections: Names = Field(default=[], examples=[["default"]])

    def filters(self) -> Filters:
        """As the search takes them."""
        return Filters(
            tuple(self.types),
            tuple(self.issuers),
            tuple(self.documents),
            self.issued_from,
            self.issued_to,
            tuple(self.collections),
        )


class AskBody(_Sent):
    """A question; `language` is that of the messages (else the question's), `as_of` the day to answer for."""

    question: Text = Field(examples=["Chứng chỉ được cấp trong bao nhiêu ngày kể từ ngày bế giảng khóa học?"])
    conversation: str | None = Field(default=None, max_length=64, examples=[None])
    filters: FiltersBody | None = Field(default=None, examples=[{"types": ["decision"]}])
    as_of: date | None = Field(default=None, examples=["2026-11-21"])
    language: Language | None = Field(default=None, examples=["vi"])


class ChecklistBody(_Sent):
    """The topic of a checklist."""

    topic: Text = Field(examples=["bổ nhiệm lại"])
    filters: FiltersBody | None = None


class DocumentBrief(BaseModel):
    """A document as a citation names it; `status` (in force or not) is not determined yet."""

    id: str = Field(examples=["40-2023-qd-ubnd"])
    number: str | None = Field(examples=["40/2023/QĐ-UBND"])
    type: str | None = Field(examples=["decision"])
    issuer: str | None = Field(examples=["ỦY BAN NHÂN DÂN TỈNH LAM GIANG"])
    title: str = Field(examples=["Ban hành Quy chế đào tạo, bồi dưỡng"])
    issued: date | None = Field(examples=["2023-10-06"])
    status: str | None = Field(default=None, examples=[None])


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
    quote: str
    start: int
    end: int
    passage: str = Field(examples=["40-2023-qd-ubnd/d5.k1.a"])
    url: str = Field(examples=["/documents/40-2023-qd-ubnd#c1203-1361"])


class SearchedBody(BaseModel):
    """What was looked through: how much, for which words, and which documents came nearest."""

    documents: int
    passages: int
    words: list[str]
    nearest: list[str]


class AnswerBody(BaseModel):
    """The cited answer, or the word that the documents do not say (`not_found`, with `missing`)."""

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


class PassageBody(BaseModel):
    """A passage found by search."""

    passage: str
    score: float
    document: DocumentBrief
    path: str
    page: int | None
    text: str
    start: int
    end: int
    url: str


class SearchBody(BaseModel):
    """The passages found, best first."""

    query: str
    results: list[PassageBody]


class DocumentRow(DocumentBrief):
    """A document as the list shows it."""

    language: Language
    name: str = Field(description="file name", examples=["40-2023-qd-ubnd.docx"])
    media_type: str
    size: int = Field(description="bytes of the original file")
    collection: str
    passages: int
    added: datetime
    url: str


class DocumentsBody(BaseModel):
    """Every indexed document."""

    total: int
    documents: list[DocumentRow]


class ProvisionBody(BaseModel):
    """A unit of the text with the units below it."""

    address: str = Field(examples=["d5.k1.a"])
    kind: str = Field(examples=["point"])
    label: str = Field(examples=["điểm a"])
    title: str
    start: int
    end: int
    children: list["ProvisionBody"]


class CountsBody(BaseModel):
    """How large a document is."""

    characters: int
    pages: int
    provisions: int
    passages: int


class DocumentBody(DocumentRow):
    """A document with its provisions as a tree."""

    counts: CountsBody
    provisions: list[ProvisionBody]


class PageBody(BaseModel):
    """A page of the original as offsets into the text."""

    number: int
    start: int
    end: int


class TextBody(BaseModel):
    """The document's one text; every citation points into it."""

    id: str
    language: Language
    text: str
    pages: list[PageBody]


class SetAsideBody(BaseModel):
    """A file that was not indexed, and why."""

    name: str
    code: str
    reason: str


class SummaryBody(BaseModel):
    """What a job did: ids of documents added and updated, files unchanged and set aside."""

    added: list[str]
    updated: list[str]
    unchanged: int
    set_aside: list[SetAsideBody]
    passages: int
    seconds: float


class ProblemBody(BaseModel):
    """An error, as RFC 9457 has it; `code` is stable, `detail` says what to do."""

    type: str = Field(examples=["urn:vanban:problem:question-empty"])
    title: str
    status: int
    detail: str
    code: str = Field(examples=["question-empty"])


class JobBody(BaseModel):
    """How an upload stands. `summary` is there when it is done, `problem` when it failed."""

    id: str
    state: Literal["queued", "running", "done", "failed"]
    done: int = Field(description="files done with")
    total: int
    current: str | None = Field(description="the file last done with")
    summary: SummaryBody | None
    problem: ProblemBody | None


class HealthBody(BaseModel):
    """Whether the server answers, and over how much."""

    status: Literal["ok"] = "ok"
    documents: int
    passages: int
    version: str
