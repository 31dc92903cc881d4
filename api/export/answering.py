"""A sheet sent over HTTP as a file. Knows nothing of what is in it."""

from dataclasses import replace
from urllib.parse import quote

from fastapi import Response

from api.export import MEDIA_TYPES, export
from api.export.naming import file_name
from assistant.sheet import Layout, Sheet
from corpus.folding import fold


def file_response(sheet: Sheet, format: str) -> Response:
    """The sheet as a download; its name keeps the diacritics (RFC 5987), with a bare one for old clients."""
    body = export(sheet, format)
    headers = {"content-disposition": disposition(file_name(sheet, format)), "x-content-type-options": "nosniff"}
    return Response(body, media_type=MEDIA_TYPES[format], headers=headers)


def laid_out(sheet: Sheet, layout: Layout | None) -> Sheet:
    """The sheet to be printed by the State's or the Party's rules; as it was made where nobody says."""
    return sheet if layout is None else replace(sheet, layout=layout)


def disposition(name: str) -> str:
    """The header that says under which name to save; the name is one that `file_name` made."""
    bare = "".join(c if c.isascii() and c.isprintable() and c not in '"\\' else "_" for c in fold(name))
    return f"attachment; filename=\"{bare}\"; filename*=UTF-8''{quote(name, safe='')}"
