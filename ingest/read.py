"""Bytes to lines: looks at the content, not at the suffix, and hands over to the reader of that format."""

import io
import zipfile
from collections.abc import Callable

from corpus.errors import FileError
from ingest.lines import Allowed, Reading
from ingest.read_docx import read_docx
from ingest.read_html import looks_like_html, read_html
from ingest.read_pdf import read_pdf
from ingest.read_text import decode, read_text

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old Word files, and of locked new ones
FORMATS = "PDF, DOCX, HTML, TXT, MD"


def read(name: str, content: bytes, allowed: Allowed | None = None) -> Reading:
    """The lines of a file; raises FileError with what to do if there are none to be had."""
    if not content:
        raise FileError("file-empty", name=name)
    reader = _reader_of(name, content)
    reading = reader(name, content, allowed or Allowed())
    if not any(line.text.strip() for line in reading.lines):
        raise FileError("file-no-text", name=name)
    return reading


def _reader_of(name: str, content: bytes) -> Callable[[str, bytes, Allowed], Reading]:
    if b"%PDF-" in content[:1024]:
        return read_pdf
    if content.startswith(b"PK\x03\x04"):
        if "word/document.xml" in _members(name, content):
            return read_docx
        raise FileError("file-unknown-format", name=name, formats=FORMATS)
    if content.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in content:
        raise FileError("file-needs-password", name=name)
    text = decode(content)
    if text is None:
        raise FileError("file-unknown-format", name=name, formats=FORMATS)
    return read_html if looks_like_html(text) else read_text


def _members(name: str, content: bytes) -> list[str]:
    try:
        return zipfile.ZipFile(io.BytesIO(content)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise FileError("file-broken", name=name, format="DOCX") from error
