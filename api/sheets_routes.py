"""Requirement sheets, programme sheets and job-position registers over HTTP: a sheet as JSON, or as a file."""

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from api.export import MEDIA_TYPES
from api.export.answering import file_response, laid_out
from api.problems import wanted_language
from api.requirement_bodies import RequirementSheetBody
from api.routes import PROBLEM
from api.serving import At
from assistant.sheet import Layout, Sheet
from corpus.messages import Language

router = APIRouter()
Format = Annotated[Literal["json", "docx", "xlsx", "ics", "md", "csv"], Query(description="as a file")]
_FILES: dict[str, Any] = {"content": {media: {} for media in MEDIA_TYPES.values()}}
_RESPONSES: dict[int | str, dict[str, Any]] = {200: _FILES, 404: PROBLEM, 422: PROBLEM, 503: PROBLEM}


def _sent(sheet: Sheet, format: str, layout: Layout | None) -> Response | Sheet:
    sheet = laid_out(sheet, layout)
    return sheet if format == "json" else file_response(sheet, format)


@router.post("/api/requirement-sheets", response_model=Sheet, responses=_RESPONSES)
def requirement_sheet(
    body: RequirementSheetBody, request: Request, at: At, format: Format = "json", layout: Layout | None = None
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
    return _sent(as_sheet(at.corpus, found, language), format, layout)


@router.get("/api/programme-sheets", response_model=Sheet, responses=_RESPONSES)
def programme_sheet(
    name: Annotated[str, Query(min_length=1, max_length=500, examples=["12-CTr/TU"])],
    request: Request,
    at: At,
    language: Language | None = None,
    format: Annotated[Literal["json", "docx", "xlsx", "ics", "md", "csv", "svg"], Query()] = "json",
    layout: Layout | None = None,
) -> Response | Sheet:
    """The targets of a programme against its results, its figures, its deadlines, what it plans by year.

    As `svg` the plot of its first table by year.
    """
    from api.plots import first_by_year
    from assistant import programme

    speaks = language or wanted_language(request)
    sheet = programme.programme_sheet(at.assistant.search, name, None, speaks)
    if format == "svg":
        return Response(first_by_year(sheet), media_type="image/svg+xml")
    return _sent(sheet, format, layout)


@router.get("/api/job-positions", response_model=Sheet, responses=_RESPONSES)
def job_positions(
    request: Request,
    at: At,
    q: Annotated[str, Query(max_length=500, description="only positions with these words")] = "",
    language: Language | None = None,
    format: Format = "json",
    layout: Layout | None = None,
) -> Response | Sheet:
    """The job positions that the documents list, with rank, unit, requirements, approval, circular and deadline."""
    from assistant.positions import positions_sheet

    return _sent(positions_sheet(at.assistant.search, q, None, language or wanted_language(request)), format, layout)
