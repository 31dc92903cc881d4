"""The registers over HTTP: duties, requirements, figures and definitions, each with the words that it comes from."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from api import register_asking as asking
from api.export import MEDIA_TYPES
from api.export.answering import file_response, laid_out
from api.problems import wanted_language
from api.register_bodies import (
    DefinitionsBody,
    DutiesBody,
    FiguresBody,
    RegisterEntryBody,
    RequirementsBody,
    SecondReaderBody,
    second_body,
)
from api.register_sheet import register_sheet
from api.routes import PROBLEM
from api.schemas.sent import Sent
from api.serving import At, Serving
from assistant.sheet import Sheet
from corpus.register_filters import SecondState

router = APIRouter(prefix="/api/registers", responses={404: PROBLEM, 503: PROBLEM})
Format = Literal["docx", "xlsx", "ics", "md", "csv", "json"]
_FILE: dict[int | str, dict[str, Any]] = {200: {"content": {media: {} for media in MEDIA_TYPES.values()}}}


def _sheet(at: Serving, kind: str, entries: Sequence[RegisterEntryBody], request: Request) -> Sheet:
    return register_sheet(at.corpus.library, kind, entries, wanted_language(request))


@router.get("/duties")
def duties(query: Annotated[asking.DutyQuery, Query()], request: Request, at: At) -> DutiesBody:
    """Who has to do what by when, by the day of the deadline; duties without a day come last.

    An agency is found by any of its names: "SNV", "So Noi vu" and "Department of Home Affairs" are one.
    """
    return asking.duties(at.corpus.library, query, wanted_language(request))


@router.get("/requirements")
def requirements(query: Annotated[asking.RequirementQuery, Query()], request: Request, at: At) -> RequirementsBody:
    """What a post, a rank, a candidate or a dossier has to fulfil, as it stands in the documents."""
    return asking.requirements(at.corpus.library, query, wanted_language(request))


@router.get("/figures")
def figures(query: Annotated[asking.FigureQuery, Query()], request: Request, at: At) -> FiguresBody:
    """The numbers that the documents state, each with what it counts, its base, place and period."""
    return asking.figures(at.corpus.library, query, wanted_language(request))


@router.get("/definitions")
def definitions(query: Annotated[asking.DefinitionQuery, Query()], request: Request, at: At) -> DefinitionsBody:
    """What terms mean and what abbreviations stand for, in the documents' own words."""
    return asking.definitions(at.corpus.library, query, wanted_language(request))


class DecisionBody(Sent):
    """What an editor makes of an entry that the second reader proposed; "proposed" takes an earlier decision back."""

    state: SecondState
    who: str = Field(default="", max_length=200)


@router.put("/second/{id}")
def decide(id: int, body: DecisionBody, at: At) -> SecondReaderBody:
    """Accepts or rejects an entry that the second reader proposed; the rules' own entries are not touched."""
    return second_body(at.corpus.library.decide(id, body.state, body.who))


@router.get("/duties.{format}", responses=_FILE, response_class=Response)
def duties_file(
    format: Format, query: Annotated[asking.DutyQuery, Query()], request: Request, at: At
) -> Response:  # fmt: skip
    """Duties as a file, filtered and in the order asked for, each with its source; `limit` of them."""
    sheet = _sheet(at, "duties", duties(query, request, at).entries, request)
    return file_response(laid_out(sheet, query.layout), format)


@router.get("/requirements.{format}", responses=_FILE, response_class=Response)
def requirements_file(
    format: Format, query: Annotated[asking.RequirementQuery, Query()], request: Request, at: At
) -> Response:  # fmt: skip
    """Requirements as a file, filtered and in the order asked for, each with its source; `limit` of them."""
    sheet = _sheet(at, "requirements", requirements(query, request, at).entries, request)
    return file_response(laid_out(sheet, query.layout), format)


@router.get("/figures.{format}", responses=_FILE, response_class=Response)
def figures_file(
    format: Format, query: Annotated[asking.FigureQuery, Query()], request: Request, at: At
) -> Response:  # fmt: skip
    """Figures as a file, filtered and in the order asked for, each with its source; `limit` of them."""
    sheet = _sheet(at, "figures", figures(query, request, at).entries, request)
    return file_response(laid_out(sheet, query.layout), format)


@router.get("/definitions.{format}", responses=_FILE, response_class=Response)
def definitions_file(
    format: Format, query: Annotated[asking.DefinitionQuery, Query()], request: Request, at: At
) -> Response:  # fmt: skip
    """Definitions as a file, filtered and in the order asked for, each with its source; `limit` of them."""
    sheet = _sheet(at, "definitions", definitions(query, request, at).entries, request)
    return file_response(laid_out(sheet, query.layout), format)
