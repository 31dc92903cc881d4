"""Opens a PDF with both libraries: pypdf says what the file is (valid, locked, its title, its pages), PDFium shows it.

Each stands in for the other where a file is too damaged for one of them. Knows nothing of words.
"""

import io
import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as c
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from corpus.errors import FileError
from ingest.pdf.glyphs import PDFIUM

logging.getLogger("pypdf").setLevel(logging.ERROR)  # its remarks on odd files are not for our users

# what damaged files make pypdf raise besides its own errors (measured on 813 odd PDFs)
DAMAGE = (PyPdfError, AssertionError, TypeError, AttributeError, NotImplementedError, ValueError, KeyError, IndexError,
          RecursionError, OverflowError, ZeroDivisionError, OSError)  # fmt: skip
_MADE_OF = re.compile(r"^(?:microsoft (?:word|excel|powerpoint) - )|\.(?:docx?|rtf|odt|pdf|xlsx?)$", re.IGNORECASE)

_CATALOG = re.compile(rb"(\d{1,10})\s+(\d{1,5})\s+obj\s*<<[^>]{0,300}?/Type\s*/Catalog\b")


@dataclass(frozen=True, slots=True)
class Opened:
    """A PDF as the two libraries see it; either may be missing, not both. `pages` is how many there truly are."""

    reader: PdfReader | None
    shown: pdfium.PdfDocument | None
    pages: int
    title: str | None


@contextmanager
def opened(name: str, content: bytes, passwords: Sequence[str], limit: int) -> Iterator[Opened]:
    """The PDF, unlocked with one of the passwords or without any. Raises FileError if it is not to be had."""
    reader, locked = _by_pypdf(content, passwords)
    shown, locked_too = _by_pdfium(content, passwords)
    if reader is None and shown is None and not (locked or locked_too):
        content = _with_trailer(content)
        reader, shown = _by_pypdf(content, passwords)[0], _by_pdfium(content, passwords)[0]
    try:
        if reader is None and shown is None:
            if locked or locked_too:
                raise FileError("file-needs-password", name=name)
            raise FileError("file-broken", name=name, format="PDF")
        pages = _pages(reader, shown, limit)
        if pages > limit:
            raise FileError("file-too-many-pages", name=name, pages=pages, limit=limit)
        yield Opened(reader, shown, pages, _title(reader))
    finally:
        if shown is not None:
            with PDFIUM:
                shown.close()


def _with_trailer(content: bytes) -> bytes:
    """A file whose end is lost, with an end that says where it begins: the libraries find the rest themselves."""
    catalogs = [m.group(1, 2) for m in _CATALOG.finditer(content)]
    if not catalogs:
        return content
    return content + b"\nendobj\ntrailer\n<< /Root %s %s R >>\nstartxref\n0\n%%%%EOF\n" % catalogs[-1]


def _by_pypdf(content: bytes, passwords: Sequence[str]) -> tuple[PdfReader | None, bool]:
    """What pypdf makes of the file, and whether it is locked."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not any(reader.decrypt(p) for p in ("", *passwords)):
            return None, True
        return (reader if len(reader.pages) else None), False
    except DAMAGE:
        return None, False


def _by_pdfium(content: bytes, passwords: Sequence[str]) -> tuple[pdfium.PdfDocument | None, bool]:
    locked = False
    for password in (None, "", *passwords):
        try:
            with PDFIUM:
                return pdfium.PdfDocument(content, password=password), False
        except pdfium.PdfiumError as error:
            if error.err_code != c.FPDF_ERR_PASSWORD:
                return None, locked
            locked = True
    return None, locked


def _pages(reader: PdfReader | None, shown: pdfium.PdfDocument | None, limit: int) -> int:
    """How many pages there are; a count that only the file claims is not believed against the tree of its pages."""
    with PDFIUM:
        claimed = len(shown) if shown is not None else 0
    try:
        counted = len(reader.pages) if reader is not None else 0
    except DAMAGE:
        counted = 0
    if claimed > limit and counted:
        return counted
    return claimed or counted


def _title(reader: PdfReader | None) -> str | None:
    try:
        title = reader.metadata.title if reader is not None and reader.metadata else None
    except DAMAGE:
        return None
    text = " ".join(str(title or "").replace("\x00", "").split())
    return text if text and not _MADE_OF.search(text) else None


def text_by_pypdf(reader: PdfReader | None, index: int) -> list[str] | None:
    """The lines of a page as pypdf reads them, for pages that PDFium cannot open; None if it cannot either."""
    if reader is None:
        return None
    try:
        return str(reader.pages[index].extract_text()).split("\n")
    except DAMAGE:
        return None
