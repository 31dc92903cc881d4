"""Requirement sheets, programme sheets and job-position registers over HTTP: a sheet as JSON, or as a file."""

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from api.export import MEDIA_TYPES
from api.export.answering import file_response
from api.problems import wanted_language
from api.requirement_bodies import RequirementSheetBody
from api.routes import PROBLEM, At
from assistant.sheet import Sheet
from corpus.messages import Language

router = APIRouter()
Format = Annotated[Literal["json", "docx", "xlsx", "ics", "md", "csv"], Query(description="as a file")]
_FILES: dict[str, Any] = {"content": {media: {} for media in MEDIA_TYPES.values()}}
_RESPONSES: dict[int | str, dict[str, Any]] = {200: _FILES, 404: PROBLEM, 422: PROBLEM, 503: PROBLEM}


def _sent(sheet: Sheet, format: str) -> Response | Sheet:
    return sheet if format == "json" else file_response(sheet, format)


@router.post("/api/requirement-sheets", response_model=Sheet, responses=_RESPONSES)
def requirement_sheet(
    body: RequirementSheetBody, request: Request, at: At, format: Format = "json"
) -> Response | Sheet:
    """What the documents ask of a post or a kind of person, and how a profile stands to it.

    With a profile (form) or a person (free words) each requirement is met, not met, unknown or needs judgement.
    """
    from assistant.profile_text import read_person
    from assistant.requirements import requirements_for
    from assistant.requirements_sheet import as_sheet

    language: Language = body.language or wanted_language(request)
    request.state.language = language
    day, profile = body.as_of or date.today(), body.given()
    if profile is None and body.person:
        profile = read_person(body.person, day)
    filters = body.filters.filters() if body.filters else None
    found = requirements_for(at.assistant.search, body.post, profile, day, filters, language)
    return _sent(as_sheet(at.corpus, found, language), format)
