"""A document's text and pages over HTTP, and where words stand on a page. Knows the shapes only."""

from pydantic import BaseModel, Field

from api.page_marks import Extent
from corpus.document import PageSource
from corpus.messages import Language


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
