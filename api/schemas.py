"""What goes over HTTP: the contract's bodies, with examples. Knows the shapes only, not where they come from."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.page_marks import Extent
from assistant.answer import Outcome, Support, WriterName
from assistant.search import Filters
from corpus.document import PageSource
from corpus.kinship import Kinship
from corpus.legibility import How
from corpus.messages import Language
from corpus.relations import RelationKind
from corpus.validity import Status

# a bound makes pydantic refuse halves of characters too; the settings' own, lower limit has a message of its own
Text = Annotated[str, Field(max_length=100_000)]
Names = Annotated[list[Annotated[str, Field(min_length=1, max_length=200)]], Field(max_length=200)]


class Sent(BaseModel):
    """A body that clients send: an unknown field is refused, so that a typing error does not pass for a filter."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FiltersBody(Sent):
    """Which documents to look in; what is left out filters nothing. Dates of issue, both ends included."""

    types: Names = Field(default=[], examples=[["decision", "circular"]])
    issuers: Names = Field(default=[], examples=[["Tỉnh ủy Lam Giang"]])
    documents: Names = Field(default=[], examples=[["40-2023-qd-ubnd"]])
    issued_from: date | None = Field(default=None, examples=["2021-01-01"])
    issued_to: date | None = Field(default=None, examples=["2026-12-31"])
    collections: Names = Field(default=[], examples=[["default"]])
    units: Names = Field(default=[], description="addresses: only what lies in such a unit", examples=[["d5"]])

    def filters(self) -> Filters:
        """As the search takes them."""
        return Filters(
            tuple(self.types),
            tuple(self.issuers),
            tuple(self.documents),
            self.issued_from,
            self.issued_to,
            tuple(self.collections),
            tuple(self.units),
        )


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


class BadgeBody(BaseModel):
    """The state from `first` (null: the beginning) until the day before `until` (null: open), and what proves it."""

    state: Status
    first: date | None
    until: date | None
    by: list[str] = Field(description="ids of the documents that brought it about")
    proof: str | None = Field(description="where the sentence opens that proves it", examples=["/documents/5-qd#c9-16"])
    by_hand: str | None = Field(description="who entered it, when and why; null where a sentence proves it")


class DocumentBrief(BaseModel):
    """A document as a citation names it; `status` is its state on the day asked for, per the documents indexed."""

    id: str = Field(examples=["40-2023-qd-ubnd"])
    number: str | None = Field(examples=["40/2023/QĐ-UBND"])
    type: str | None = Field(examples=["decision"])
    issuer: str | None = Field(examples=["ỦY BAN NHÂN DÂN TỈNH LAM GIANG"])
    title: str = Field(examples=["Ban hành Quy chế đào tạo, bồi dưỡng"])
    issued: date | None = Field(examples=["2023-10-06"])
    language: Language | None = Field(default=None, examples=["vi"])
    status: Status | None = Field(default=None, examples=["in_force"])
    validity: BadgeBody | None = None


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


class SearchedBody(BaseModel):
    """What was looked through: how much, for which words, and which documents came nearest."""

    documents: int
    passages: int
    words: list[str]
    nearest: list[str]
    nearest_documents: list[DocumentBrief] = []


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


class PlaceBody(BaseModel):
    """Another place where the same text stands: a copy's, a scan's, a translation's."""

    passage: str = Field(examples=["40-2023-qd-ubnd-en/d5.k1"])
    document: DocumentBrief
    path: str
    page: int | None
    url: str


class MarkBody(BaseModel):
    """A word of the question where it stands in the passage; offsets into the document's text."""

    word: str
    start: int
    end: int


class WhyBody(BaseModel):
    """Why a passage was found: the question's words in it, and what each stage of the search gave to its score."""

    words: list[str]
    marks: list[MarkBody]
    stages: dict[str, float] = Field(examples=[{"lexical": 0.41, "dense": 0.22}])


Named = Literal["unit", "document", "cites"]


class PassageBody(BaseModel):
    """A passage found by search; `also` are the other places of the same text, all folded into this one.

    `named` says that the words name its unit or its document, or that it cites `number`, which they name.
    """

    passage: str
    score: float
    document: DocumentBrief
    path: str
    page: int | None
    text: str
    start: int
    end: int
    url: str
    also: list[PlaceBody] = []
    named: Named | None = None
    number: str | None = Field(
        default=None, description="the number that is named or cited", examples=["98/2022/TT-BNV"]
    )
    why: WhyBody | None = Field(default=None, description="with explain=1")


class ReadingBody(BaseModel):
    """How the words were read; `unknown` ones stand in no document, `expansions` were looked for as well."""

    language: Language
    words: list[str]
    unknown: list[str]
    meant: str | None = Field(description="as they were probably meant, where typed otherwise")
    expansions: list[str]
    numbers: list[str]
    unit: str | None = Field(examples=["Điều 5, khoản 2"])
    documents: list[str] = Field(description="ids of the documents named")


class LookedThroughBody(BaseModel):
    """How much was searched: what the filters admit, of how many documents, and which filters were set."""

    documents: int
    of_documents: int
    passages: int
    filters: FiltersBody


class SearchBody(BaseModel):
    """The passages found, best first; `remarks` say why there are none, or what to mind."""

    query: str
    results: list[PassageBody]
    remarks: list[str] = []
    searched: LookedThroughBody
    reading: ReadingBody | None = Field(default=None, description="with explain=1")


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
    how: How = Field(description="from a text layer, by text recognition (OCR), or some pages so, some so")
    confidence: float | None = Field(description="of the least surely recognised page, 0 to 1; null without OCR")
    uncertain_pages: list[int] = Field(description="pages recognised so badly that they have to be checked")
    pages: int | None = Field(description="how many pages, null for formats without pages")
    page_images: bool = Field(description="whether pages can be had as images: /api/documents/{id}/pages/{n}.png")


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


class StatedBody(BaseModel):
    """Where a value was read, as offsets into the text, and how sure it is; a list's members come one by one."""

    field: str = Field(examples=["number"])
    start: int
    end: int
    confidence: float = Field(description="1 where it stands plainly in its place, less where inferred or recognised")


class LinkBody(BaseModel):
    """Another document that says the same."""

    document: str = Field(description="its id")
    kind: Kinship
    likeness: float = Field(description="0 to 1; of a translation, how many of its figures are the same")
    url: str


class DocumentBody(DocumentRow):
    """A document with what was read of its identity, the documents that say the same, its provisions as a tree."""

    place: str | None = Field(examples=["Lam Giang"])
    signer: str | None
    signer_post: str | None = Field(examples=["TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH"])
    legal_bases: list[str]
    recipients: list[str]
    about: list[str] = Field(description="numbers of the documents that a report talks about; none is its own")
    stated: list[StatedBody]
    links: list[LinkBody]
    warnings: list[str] = Field(description="codes of what reading could not do")
    counts: CountsBody
    provisions: list[ProvisionBody]


class PageBody(BaseModel):
    """A page of the original as offsets into the text; `confidence` is that of text recognition."""

    number: int
    start: int
    end: int
    source: PageSource
    confidence: float | None
    uncertain: bool


class BoxBody(BaseModel):
    """A rectangle on a page, as fractions of its width and height from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float


class PagePlacesBody(PageBody):
    """A page, and where the words asked for stand on it; `marked` says whether all of them could be placed."""

    width: float = Field(description="in points, 1/72 inch; 0 if not known")
    height: float
    marked: Extent
    boxes: list[BoxBody]
    image: str = Field(examples=["/api/documents/40-2023-qd-ubnd/pages/3.png?c=1203-1361"])


class TextBody(BaseModel):
    """The document's one text; every citation points into it."""

    id: str
    language: Language
    text: str
    pages: list[PageBody]


class CitationStylesBody(BaseModel):
    """Words of a document and how they are cited."""

    state: str = Field(examples=["khoản 1 Điều 5 Quyết định số 40/2023/QĐ-UBND ngày 06 tháng 10 năm 2023 của ..."])
    party: str = Field(examples=["khoản 1 mục II Nghị quyết số 05-NQ/TU, ngày 12/01/2021 của Tỉnh ủy Lam Giang ..."])
    quote: str


class SetAsideBody(BaseModel):
    """A file that was not indexed, and why."""

    name: str
    code: str
    reason: str


class SummaryBody(BaseModel):
    """What a job did: ids of documents added, updated, moved and removed, files unchanged and set aside."""

    added: list[str]
    updated: list[str]
    moved: list[str]
    removed: list[str]
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


Step = Literal["reading", "recognising", "embedding", "extracting", "relating", "done"]


class JobBody(BaseModel):
    """How an upload stands. `summary` and `report` are there when it is done, `problem` when it failed.

    While it runs: the file that is being worked on, what is done with it, and how far in its pages.
    """

    id: str
    state: Literal["queued", "running", "done", "failed"]
    done: int = Field(description="files done with")
    total: int
    current: str | None = Field(description="the file that it is at")
    step: Step | None
    page: int | None = Field(description="the page that it is at, of a file whose pages are recognised")
    pages: int | None
    summary: SummaryBody | None
    report: str | None = Field(description="what was read in each file: JSON, or a page with `Accept: text/html`")
    problem: ProblemBody | None


class JobsBody(BaseModel):
    """Uploads of this server since it started, the last one first."""

    jobs: list[JobBody]


class SetAsideFileBody(SetAsideBody):
    """A file that is set aside until it changes or can be read, and when that was found out."""

    at: datetime | None


class SetAsideFilesBody(BaseModel):
    """Files that could not be read, by name."""

    total: int
    files: list[SetAsideFileBody]


class HealthBody(BaseModel):
    """Whether the server answers, and over how much."""

    status: Literal["ok"] = "ok"
    documents: int
    passages: int
    version: str
