"""PDF with a text layer, through pypdf: printed lines page by page."""

import io
import logging
import re
import unicodedata

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from corpus.errors import FileError
from ingest.lines import Allowed, Line, Reading

logging.getLogger("pypdf").setLevel(logging.ERROR)  # its remarks on odd files are not for our users

# what damaged files make pypdf raise besides its own errors (measured on 813 odd PDFs)
_DAMAGE = (PyPdfError, AssertionError, TypeError, AttributeError, NotImplementedError, ValueError, KeyError, IndexError,
           RecursionError, OverflowError, ZeroDivisionError, OSError)  # fmt: skip


def read_pdf(name: str, content: bytes, allowed: Allowed) -> Reading:
    """The printed lines of a PDF; a locked one is tried with the empty password."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileError("file-needs-password", name=name)
        lines: list[Line] = []
        for number, page in enumerate(reader.pages, 1):
            text = unicodedata.normalize("NFC", page.extract_text())
            lines.extend(Line(_even(line), page=number) for line in text.split("\n"))
        title = reader.metadata.title if reader.metadata else None
    except FileError:
        raise
    except (FileNotDecryptedError, DependencyError) as error:
        raise FileError("file-needs-password", name=name) from error
    except _DAMAGE as error:
        raise FileError("file-broken", name=name, format="PDF") from error
    return Reading(tuple(lines), "application/pdf", wrapped=True, title=str(title) if title else None)


def _even(line: str) -> str:
    return re.sub(r"[ \t\u00a0]+", " ", line).strip()
