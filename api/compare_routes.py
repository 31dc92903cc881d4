"""Comparing two documents over HTTP: as JSON, or as a file."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from api.compare_bodies import ComparisonBody, comparison_body
from api.export.answering import disposition
from api.export.comparing import COMPARISON_TYPES, export_comparison
from api.export.naming import safe_name
from api.problems import wanted_language
from api.routes import PROBLEM
from api.serving import At
from assistant.comparison.summary import title_of
from corpus.messages import Language

router = APIRouter()
Name = Annotated[str, Query(min_length=1, max_length=200, description="id or number of a document")]
_FILES: dict[str, Any] = {"content": {media: {} for media in COMPARISON_TYPES.values()}}


@router.get("/api/compare", response_model=ComparisonBody, responses={200: _FILES, 404: PROBLEM, 422: PROBLEM})
def compare(
    left: Name,
    right: Name,
    request: Request,
    at: At,
    unchanged: Annotated[bool, Query(description="also the units that did not change")] = False,
    language: Language | None = None,
    format: Annotated[Literal["json", "docx", "html", "md"], Query(description="as a file")] = "json",
) -> Response | ComparisonBody:
    """Two versions, an amending text and its target, or two texts on one subject, unit by unit and word by word."""
    from assistant.comparing import compare_called

    speaks = request.state.language = language or wanted_language(request)
    found = compare_called(at.corpus, left, right, speaks)
    if format == "json":
        return comparison_body(found, speaks, unchanged=unchanged, library=at.corpus.library)
    name = safe_name(title_of(found, speaks), "comparison", format)
    headers = {"content-disposition": disposition(name), "x-content-type-options": "nosniff"}
    return Response(export_comparison(found, format, speaks), media_type=COMPARISON_TYPES[format], headers=headers)
