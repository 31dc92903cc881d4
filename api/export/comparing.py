"""A comparison given out as a file: which formats there are, and which function makes each."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from api.export import MEDIA_TYPES
from api.export.comparison import Printed, printed
from assistant.comparing import DocumentsCompared
from corpus.errors import RequestError
from corpus.messages import Language

COMPARISON_TYPES = {
    "docx": MEDIA_TYPES["docx"],
    "html": "text/html; charset=utf-8",
    "md": MEDIA_TYPES["md"],
    "json": MEDIA_TYPES["json"],
}
_MODULES = {"md": "markdown"}


def known_format(format: str) -> str:
    """The format, if a comparison can be given out in it; raises RequestError if not."""
    if format not in COMPARISON_TYPES:
        raise RequestError("compare-format-unknown", format=format or "-", formats=", ".join(COMPARISON_TYPES))
    return format


def export_comparison(found: DocumentsCompared, format: str, language: Language) -> bytes:
    """The comparison in one of `COMPARISON_TYPES`; raises RequestError for another format."""
    if known_format(format) == "json":
        from api.compare_bodies import comparison_body

        return comparison_body(found, language).model_dump_json(indent=2).encode("utf-8", "replace")
    name = f"comparison_{_MODULES.get(format, format)}"
    make = cast(Callable[[Printed], bytes], getattr(import_module(f"api.export.{name}"), name))
    return make(printed(found, language))
