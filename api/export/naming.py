"""The name of an exported file, from its title. Knows no formats."""

import re

from assistant.sheet import Sheet
from corpus.folding import nfc

# what some file system forbids, and what a header or a shell would read otherwise
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*%;\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_LONGEST = 120  # bytes: file systems end at 255, and folders have names too


def file_name(sheet: Sheet, format: str) -> str:
    """A name with its diacritics that every file system takes."""
    return safe_name(sheet.title, sheet.kind, format)


def safe_name(title: str, kind: str, format: str) -> str:
    """The same of any title; the kind stands where nothing of the title can."""
    stem = " ".join(_FORBIDDEN.sub("-", nfc(title)).split()).strip(" .-")
    stem = stem.encode()[:_LONGEST].decode(errors="ignore").rstrip(" .-")
    if not stem or _RESERVED.fullmatch(stem):
        stem = f"{kind}-{stem}".rstrip("-")
    return f"{stem}.{format}"
