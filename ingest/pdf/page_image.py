"""A page of an original as an image, the way the boxes of its words are counted. Knows nothing of words."""

import io
from collections.abc import Sequence

import pypdfium2 as pdfium
from PIL import Image, ImageOps, UnidentifiedImageError

from corpus.errors import FileError, NotFoundError
from ingest.pdf.file import opened
from ingest.pdf.glyphs import PDFIUM
from ingest.pdf.read_pdf import rendered


def page_image(content: bytes, number: int, dpi: int = 150, passwords: Sequence[str] = ()) -> Image.Image:
    """Page `number` (from 1) of a PDF at this many dots an inch, or that frame of an image file as it is.

    Raises NotFoundError if there is no such page.
    """
    if b"%PDF-" in content[:1024]:
        return _page(content, number, dpi, passwords)
    return _frame(content, number)


def _page(content: bytes, number: int, dpi: int, passwords: Sequence[str]) -> Image.Image:
    try:
        with opened("", content, passwords, number + 10_000_000) as pdf:
            if pdf.shown is not None and 1 <= number <= pdf.pages:
                with PDFIUM:
                    return rendered(pdf.shown, number - 1, dpi)
    except (FileError, pdfium.PdfiumError) as error:
        raise NotFoundError("page-unknown-number", number=number) from error
    raise NotFoundError("page-unknown-number", number=number)


def _frame(content: bytes, number: int) -> Image.Image:
    try:
        with Image.open(io.BytesIO(content)) as image:
            if number < 1:
                raise EOFError
            image.seek(number - 1)
            image.load()
            return ImageOps.exif_transpose(image).convert("RGB")
    except (EOFError, UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError) as error:
        raise NotFoundError("page-unknown-number", number=number) from error
