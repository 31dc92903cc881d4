"""Bytes to lines: looks at the content, not at the suffix, and hands over to the reader of that format.

A reader is imported when a file needs it: a process that reads text files starts without the libraries of the others.
"""

import importlib
from collections.abc import Callable

from corpus.errors import FileError
from ingest import formats
from ingest.lines import Allowed, Reading

Reader = Callable[[str, bytes, Allowed], Reading]

FORMATS = "PDF, DOCX, DOC, RTF, ODT, XLSX, ODS, PPTX, ODP, HTML, EML, TXT, MD, JPEG, PNG, TIFF, ZIP"
# where the reader of a kind stands; it is loaded when the first file of its kind comes
_READERS = {
    "pdf": "pdf.read_pdf", "docx": "word.read_docx", "doc": "word.read_doc", "rtf": "word.read_rtf",
    "odt": "office.read_odt", "odf-flat": "office.read_odt", "ods": "office.read_ods", "odp": "office.read_odp",
    "xlsx": "office.read_xlsx", "pptx": "office.read_pptx", "mail": "archives.read_mail", "image": "scans.read_image",
    "html": "web.read_html", "plain": "read_text",
}  # fmt: skip
_PACKAGES = {"docx": "DOCX", "xlsx": "XLSX", "pptx": "PPTX", "odt": "ODT", "ods": "ODS", "odp": "ODP"}
_OLD = {"xls": ("Excel 97", "XLSX"), "xlsb": ("XLSB", "XLSX"), "ppt": ("PowerPoint 97", "PPTX"),
        "msg": ("Outlook MSG", "EML"), "word-xml": ("Word XML", "DOCX")}  # fmt: skip


def read(name: str, content: bytes, allowed: Allowed | None = None) -> Reading:
    """The lines of a file; raises FileError with what to do if there are none to be had."""
    if not content:
        raise FileError("file-empty", name=name)
    reading = _read(name, content, allowed or Allowed())
    if not any(line.text.strip() for line in reading.lines):
        raise FileError("file-no-text", name=name)
    return reading


def _read(name: str, content: bytes, allowed: Allowed, unlocking: bool = True) -> Reading:
    kind = formats.kind_of(content)
    if kind == "ole":
        kind = _kind_of_container(content)
        if kind in ("locked", "locked-doc") and unlocking:
            return _read(name, _unlocked(name, content, allowed), allowed, unlocking=False)
    if kind == "text":
        kind = _kind_of_text(name, content)
    if kind not in _READERS:
        raise _refusal(name, content, kind)
    if kind in _PACKAGES:
        content = _checked(name, content, allowed, kind)
    reading = _reader(_READERS[kind])(name, content, allowed)
    return _without_boilerplate(reading) if kind in ("html", "plain") else reading


def _reader(name: str) -> Reader:
    found: Reader = getattr(importlib.import_module(f"ingest.{name}"), name.rpartition(".")[2])
    return found


def _kind_of_container(content: bytes) -> str:
    from ingest.office.locked import is_locked, kind_of_container

    kind = kind_of_container(content)
    return "locked-doc" if kind == "doc" and is_locked(content) else kind


def _unlocked(name: str, content: bytes, allowed: Allowed) -> bytes:
    from ingest.office.locked import unlocked

    return unlocked(name, content, allowed)


def _kind_of_text(name: str, content: bytes) -> str:
    from ingest.read_text import decode
    from ingest.web.page_text import page_text
    from ingest.web.read_html import looks_like_html

    text = decode(content)
    if text is None:  # an encoding that only the page itself names
        return "html" if looks_like_html(page_text(content[:20_000])) else "unknown"
    return "html" if looks_like_html(text) else "plain"


def _checked(name: str, content: bytes, allowed: Allowed, kind: str) -> bytes:
    from ingest.office.packages import check, expected

    check(name, content, allowed, _PACKAGES[kind])
    return expected(content) if kind in ("docx", "xlsx", "pptx") else content


def _without_boilerplate(reading: Reading) -> Reading:
    from dataclasses import replace

    from ingest.web.boilerplate import without_boilerplate

    return replace(reading, lines=without_boilerplate(reading.lines))


def _refusal(name: str, content: bytes, kind: str) -> FileError:
    """What to say of a file that has no reader."""
    if kind in _OLD:
        return FileError("file-old-format", name=name, format=_OLD[kind][0], target=_OLD[kind][1])
    if kind in ("locked", "locked-doc", "drm"):
        return FileError("file-needs-password", name=name)
    if kind == "foreign":
        return FileError("archive-format", name=name, format=formats.foreign_name(content))
    if kind == "zip-broken":
        return FileError("file-broken", name=name, format="ZIP, DOCX, XLSX, PPTX, ODT")
    if kind in ("zip", "tar", "compressed"):
        return FileError("file-is-archive", name=name)
    return FileError("file-unknown-format", name=name, formats=FORMATS)
