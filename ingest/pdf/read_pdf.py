"""PDF page by page: from its text layer where that can be trusted, else recognised from the page's picture."""

import math
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pypdfium2 as pdfium
from PIL import Image

from corpus.errors import FileError
from ingest.lines import Allowed, Line, PrintedPage, Reading
from ingest.pdf.file import Opened, opened, text_by_pypdf
from ingest.pdf.furniture import furniture
from ingest.pdf.glyphs import PDFIUM
from ingest.pdf.pages import PageRead, read_page
from ingest.pdf.stitched_tables import Printed, stitched
from ingest.pdf.tables import Table

_MOST_PIXELS = 16e6  # a poster is not rendered finer than this: twice A3 at 200 dots an inch
_USUAL_SIDE = 400.0  # points: the shorter side of A5
_LARGEST = 2.5


def read_pdf(name: str, content: bytes, allowed: Allowed) -> Reading:
    """The lines and table rows of a PDF, each word with its place on the page. Raises FileError."""
    with opened(name, content, allowed.passwords, allowed.pages) as pdf:
        pages = list(_pages(pdf, allowed))
        if not pages:
            raise FileError("file-no-text" if not pdf.pages else "file-broken", name=name, format="PDF")
        pages = _recognised(name, pdf, pages, allowed)
        title = pdf.title
    lines = tuple(_lines(_without_furniture(pages)))
    warnings = tuple(dict.fromkeys(w for page in pages for w in page.warnings))
    return Reading(lines, "application/pdf", True, title, tuple(p.page for p in pages), warnings)


def _pages(pdf: Opened, allowed: Allowed) -> Iterator[PageRead]:
    """The pages that can be read at all; one that only the file's own count knows of is none."""
    for index in range(pdf.pages):
        read = _shown(pdf.shown, index) or _told(pdf, index)
        if read is not None:
            yield read
        if allowed.tell is not None and not (read and read.scanned):
            allowed.tell(index + 1, pdf.pages)


def _shown(shown: pdfium.PdfDocument | None, index: int) -> PageRead | None:
    if shown is None:
        return None
    with PDFIUM:
        try:
            page = shown[index]
        except (pdfium.PdfiumError, IndexError):
            return None
        try:
            return read_page(page, index + 1)
        finally:
            page.close()


def _told(pdf: Opened, index: int) -> PageRead | None:
    """The page as pypdf reads it, without places: better than nothing where PDFium cannot open it."""
    lines = text_by_pypdf(pdf.reader, index)
    if lines is None:
        return None
    page = PrintedPage(index + 1)
    return PageRead(page, tuple(Line(" ".join(line.split()), page=index + 1) for line in lines))


def _recognised(name: str, pdf: Opened, pages: Sequence[PageRead], allowed: Allowed) -> list[PageRead]:
    """The pages with those that are pictures recognised, several at a time. Raises FileError if that cannot be done: a
    document with some of its pages missing would pass for the whole.
    """
    if not any(p.scanned for p in pages) or pdf.shown is None:
        return list(pages)
    from ingest.scans import ocr  # what it takes is loaded for files that need it

    ocr.needed(name, allowed)
    shown = pdf.shown

    def recognise(read: PageRead) -> PageRead:
        if not read.scanned:
            return read
        number = read.page.number
        with PDFIUM:
            # a page smaller than usual is one whose scanner did not say how fine it scanned
            small = _USUAL_SIDE / max(1.0, min(read.page.width, read.page.height))
            image = rendered(shown, number - 1, round(allowed.ocr_dpi * min(max(small, 1.0), _LARGEST)))
        lines, confidence = ocr.recognise(image, number, allowed)
        if allowed.tell is not None:
            allowed.tell(number, pdf.pages)
        warnings = read.warnings + ocr.doubts(lines)
        return PageRead(replace(read.page, source="ocr", confidence=confidence), tuple(lines), False, warnings)

    with ThreadPoolExecutor(max(1, allowed.threads)) as pool:
        return list(pool.map(recognise, pages))


def rendered(shown: pdfium.PdfDocument, index: int, dpi: int) -> Image.Image:
    """A page as an image, without notes that somebody wrote over it. Whoever calls holds `PDFIUM`."""
    page = shown[index]
    try:
        width, height = page.get_size()
        scale = min(dpi / 72, math.sqrt(_MOST_PIXELS / max(width * height, 1.0)))
        bitmap = page.render(scale=scale, draw_annots=False)
        try:
            image: Image.Image = bitmap.to_pil()
            return image.convert("RGB")
        finally:
            bitmap.close()
    finally:
        page.close()


def _without_furniture(pages: Sequence[PageRead]) -> list[list[Printed]]:
    """What the pages hold, but for what stands around their text."""
    lines = [line for page in pages for p in page.printed for line in (p.lines() if isinstance(p, Table) else (p,))]
    dropped = {id(line) for line in furniture(lines, [p.page for p in pages])}
    kept = [[p for p in page.printed if id(p) not in dropped] for page in pages]
    # what leaves most pages empty stood around nothing: it was their text
    return kept if 2 * sum(map(_says, kept)) >= sum(_says(p.printed) for p in pages) else [[*p.printed] for p in pages]


def _says(printed: Sequence[Printed]) -> bool:
    return any(isinstance(p, Table) or p.text for p in printed)


def _lines(pages: Sequence[Sequence[Printed]]) -> Iterator[Line]:
    for printed in stitched(pages):
        if isinstance(printed, Table):
            yield from printed.lines()
        else:
            yield printed
