"""The registers over HTTP: duties, requirements, figures and definitions, each with the words that it comes from."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from api import register_asking as asking
from api.problems import wanted_language
from api.register_bodies import DefinitionsBody, DutiesBody, FiguresBody, RequirementsBody
from api.routes import PROBLEM
from api.serving import Serving, serving

router = APIRouter(prefix="/api/registers", responses={404: PROBLEM, 503: PROBLEM})
At = Annotated[Serving, Depends(serving)]


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
