"""What a search found, over HTTP: passages, why they were found, how the words were read. Knows the shapes only."""

from typing import Literal

from pydantic import BaseModel, Field

from api.schemas.documents import DocumentBrief
from api.schemas.sent import FiltersBody
from corpus.messages import Language


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
