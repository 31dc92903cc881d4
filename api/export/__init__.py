"""A sheet given out: as a document, a workbook, a calendar, slides or text. Knows formats, not how sheets are made.

Reading order: `words` (what all formats say alike), `records`, then one file a format (`as_*`); `writing` puts a file
down, `answering` sends one.
"""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from assistant.sheet import Sheet
from corpus.errors import RequestError

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "ics": "text/calendar; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}
_MODULES = {"md": "markdown"}


def known(format: str) -> str:
    """The format, if it is one of MEDIA_TYPES; raises RequestError if not."""
    if format not in MEDIA_TYPES:
        raise RequestError("export-format-unknown", format=format or "-", formats=", ".join(MEDIA_TYPES))
    return format


def export(sheet: Sheet, format: str) -> bytes:
    """The sheet in a format of MEDIA_TYPES; raises RequestError for another one, or where the sheet does not fit it."""
    name = f"as_{_MODULES.get(known(format), format)}"
    # opened late: each format has a library of its own, and most commands need none
    make = cast(Callable[[Sheet], bytes], getattr(import_module(f"api.export.{name}"), name))
    return make(sheet)
