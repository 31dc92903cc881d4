"""Documents over HTTP: as a citation names them, as the list shows them, and whole. Knows the shapes only."""

from datetime import date, datetime

from pydantic import BaseModel, Field

from corpus.kinship import Kinship
from corpus.legibility import How
from corpus.messages import Language
from corpus.validity import Status


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


class CitationStylesBody(BaseModel):
    """Words of a document and how they are cited."""

    state: str = Field(examples=["khoản 1 Điều 5 Quyết định số 40/2023/QĐ-UBND ngày 06 tháng 10 năm 2023 của ..."])
    party: str = Field(examples=["khoản 1 mục II Nghị quyết số 05-NQ/TU, ngày 12/01/2021 của Tỉnh ủy Lam Giang ..."])
    quote: str
