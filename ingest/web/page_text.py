"""The text of a web page in whichever encoding it says, or is in. Knows nothing of tags but those that name it."""

import codecs
import re

from ingest.letters.charmaps import latin
from ingest.read_text import decode

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_\-:.]{2,40})""", re.I)
_XML = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_\-:.]{2,40})""", re.I)
_WESTERN = {
    "iso8859-1",
    "cp1252",
    "ascii",
}  # what browsers read as Windows-1252, and pages in TCVN3 and VNI call themselves


def page_text(content: bytes) -> str:
    """The page as text; never fails, for a page may have damage in one place and be whole in all others."""
    if content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(content) or ""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    name = _named(content[:4096])
    if name in _WESTERN:
        return latin(content)
    if name is not None and not name.startswith("utf-16"):  # an ASCII-compatible <meta> was read: UTF-16 it is not
        return content.decode(name, errors="replace")
    return decode(content) or latin(content)


def _named(opening: bytes) -> str | None:
    found = _CHARSET.search(opening) or _XML.search(opening)
    try:
        return codecs.lookup(found.group(1).decode("ascii")).name if found else None
    except LookupError:
        return "cp1252" if found else None  # "x-user-defined", "tcvn": the page's fonts will tell
