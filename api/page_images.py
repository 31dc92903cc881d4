"""Pages as images over HTTP, with the cited words marked, and where those words stand for a client that draws them."""

import hashlib
import math
import threading
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from PIL import Image

from api.document_bodies import has_images, page_body
from api.page_marks import Marks, as_png, marks_on
from api.page_range import Range, bounded
from api.routes import PROBLEM
from api.schemas.pages import BoxBody, PagePlacesBody
from api.serving import At, Serving
from corpus.document import Page
from corpus.errors import NotFoundError
from corpus.rows import Entry

router = APIRouter(prefix="/api/documents")
PageNumber = Annotated[int, Path(ge=1, le=100_000, description="counted from 1")]
Dpi = Annotated[int, Query(ge=36, le=300, description="dots an inch")]

_LOOK = "1"  # raised when the same marks are drawn otherwise: part of the ETag
_MOST_PIXELS = 36_000_000  # a poster at 300 dpi would take gigabytes: it is drawn coarser
_drawing = threading.Lock()  # PDFium may be called from one thread at a time; and one large image at a time is enough
_MARKED = {"description": "how much of the range is marked: none, part, all", "schema": {"type": "string"}}
_PNG: dict[int | str, dict[str, Any]] = {
    200: {"content": {"image/png": {}}, "description": "The page", "headers": {"X-Marked": _MARKED}},
    304: {"description": "The image that the client has (If-None-Match) is the same"},
    404: PROBLEM,
}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A page of a document, as the catalogue has it (None: nothing was read on it), and a range to be marked."""

    entry: Entry
    page: Page | None
    marks: Marks


@router.get("/{id}/pages/{n}.png", response_class=Response, responses=_PNG)
def page_png(id: str, n: PageNumber, request: Request, at: At, c: Range | None = None, dpi: Dpi = 150) -> Response:
    """A page as an image, the words of the range `c` tinted and outlined.

    Only formats with fixed pages have one (PDF, pictures). If under half of the words can be placed, none is marked.
    """
    wanted = _wanted(at, id, n, c)
    dpi = _bounded(wanted.page, dpi)
    tag = _tag(wanted, n, c, dpi)
    headers = {"etag": tag, "cache-control": "private, no-cache", "x-marked": wanted.marks.extent}
    if tag in (t.strip().removeprefix("W/") for t in request.headers.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=headers)
    return Response(_drawn(at, wanted, n, dpi), media_type="image/png", headers=headers)


@router.get("/{id}/pages/{n}", responses={404: PROBLEM})
def page_places(id: str, n: PageNumber, at: At, c: Range | None = None) -> PagePlacesBody:
    """What is known of a page: its size, how surely it was read, and the boxes of the range `c` on it."""
    wanted = _wanted(at, id, n, c)
    if wanted.page is None:
        raise NotFoundError("page-without-text", id=id, number=n)
    return PagePlacesBody(
        **page_body(wanted.page).model_dump(),
        width=wanted.page.width,
        height=wanted.page.height,
        marked=wanted.marks.extent,
        boxes=[BoxBody.model_validate(b, from_attributes=True) for b in wanted.marks.boxes],
        image=f"/api/documents/{id}/pages/{n}.png" + (f"?c={c}" if c else ""),
    )


def _wanted(at: Serving, id: str, n: int, c: str | None) -> _Wanted:
    library = at.corpus.library
    entry = library.entry(id)
    pages = library.pages(entry.revision)
    if not has_images(entry, pages):
        raise NotFoundError("page-no-image", id=id, name=entry.source.name)
    page = next((p for p in pages if p.number == n), None)
    if c is None:
        return _Wanted(entry, page, Marks())
    text = library.text(entry.revision)
    start, end = bounded(c, text)
    return _Wanted(entry, page, marks_on(library.page_words(entry.revision, n), text, page, start, end))


def _bounded(page: Page | None, dpi: int) -> int:
    pixels = page.width * page.height * (dpi / 72) ** 2 if page else 0.0
    return dpi if pixels <= _MOST_PIXELS else max(1, int(dpi * math.sqrt(_MOST_PIXELS / pixels)))


def _tag(wanted: _Wanted, n: int, c: str | None, dpi: int) -> str:
    # the revision, because the same file read by a later version may have its words elsewhere
    source = (wanted.entry.source.sha256, wanted.entry.revision, n, c, dpi, _LOOK)
    return f'"{hashlib.sha256(repr(source).encode()).hexdigest()[:32]}"'


def _drawn(at: Serving, wanted: _Wanted, n: int, dpi: int) -> bytes:
    from ingest.pdf.page_image import page_image

    path = at.corpus.original(wanted.entry)
    if not path.is_file():
        raise NotFoundError("original-missing", id=wanted.entry.id)
    with _drawing:
        image = page_image(path.read_bytes(), n, dpi, at.settings.passwords)
        return as_png(_fitted(image, wanted.page, dpi), wanted.marks.boxes)


def _fitted(image: Image.Image, page: Page | None, dpi: int) -> Image.Image:
    """A picture file comes as large as it is: it is made smaller where it has more dots than were asked for."""
    most = math.sqrt(_MOST_PIXELS / (image.width * image.height))
    wanted = page.width * dpi / 72 / image.width if page and page.width else 1.0
    scale = min(1.0, most, wanted)
    # rounding alone is no reason to draw a page anew
    return (
        image
        if scale > 0.99
        else image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))))
    )
