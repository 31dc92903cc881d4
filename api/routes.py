"""Asking, searching, jobs and health over HTTP. Each route is a call into the rooms below and a body."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.responses import HTMLResponse, StreamingResponse

from api import stream
from api.answer_bodies import answer_body
from api.find import find_passages
from api.found_bodies import search_body
from api.job_bodies import job_body
from api.problems import wanted_language
from api.schemas.answers import AnswerBody, AskBody
from api.schemas.found import SearchBody
from api.schemas.jobs import JobBody, JobsBody, SetAsideFileBody, SetAsideFilesBody
from api.schemas.sent import FiltersBody, Names
from api.schemas.server import HealthBody
from api.serving import At
from api.version import VERSION
from assistant.answer import Answer
from assistant.meant import turn
from assistant.search import Filters
from corpus.errors import ConflictError
from corpus.messages import Language
from ingest.report import Report, report_of
from ingest.report_page import POLICY, as_html

router = APIRouter()
Reader = Annotated[
    str | None,
    Header(
        alias="Vanban-Reader",
        min_length=16,
        max_length=64,
        description="a secret that the client makes up: what is asked with it is listed for it, and for nobody else",
    ),
]


class SearchQuery(FiltersBody):
    """What `GET /api/search` takes; a filter may be given several times, `unit` is another name of `units`."""

    q: str
    limit: int = Query(default=10, ge=1, le=100)
    unit: Names = []
    explain: bool = False
    as_of: date | None = Query(default=None, description="only what held on this day; today if left out")
    any_day: bool = Query(default=False, description="also what did not hold then")

    def filters(self) -> Filters:
        """As the search takes them, with the units under either name, and the day."""
        given = super().filters()
        day = None if self.any_day else self.as_of or date.today()
        return replace(given, units=(*given.units, *self.unit), as_of=day)


_SCHEMA = {"schema": {"$ref": "#/components/schemas/ProblemBody"}}
PROBLEM = {"description": "What went wrong and what to do (RFC 9457)", "content": {"application/problem+json": _SCHEMA}}
_PAGE: dict[str, Any] = {"content": {"text/html": {}}}
_STREAMED = {"content": {"text/event-stream": {"example": 'event: statement\ndata: {"text": "..."}\n\n'}}}


@router.post("/api/ask", response_model=AnswerBody, responses={200: _STREAMED, 404: PROBLEM, 503: PROBLEM})
def ask(body: AskBody, request: Request, at: At, reader: Reader = None) -> Response | AnswerBody:
    """The cited answer to a question, whole or, with `Accept: text/event-stream`, as events.

    With a key in the header `Vanban-Reader` the conversation is listed under that key.
    """
    language = request.state.language = body.language or wanted_language(request)
    filters = body.filters.filters() if body.filters else None
    going = at.conversations.going(body.conversation, body.turn, body.key or "")

    def whole(answer: Answer) -> AnswerBody:
        made: list[AnswerBody] = []

        def shown(conversation: str, number: int) -> str:
            made.append(answer_body(answer, conversation, number, body.filters))
            return made[0].model_dump_json()

        at.conversations.keep_shown(going, turn(answer), body.question, shown, reader or "", body.key or "")
        return made[0]

    if stream.MEDIA_TYPE in request.headers.get("accept", ""):
        steps = at.assistant.stream(body.question, filters, body.as_of, body.language, going.turns)
        sent = stream.events(steps, whole, language)
        return StreamingResponse(sent, media_type=stream.MEDIA_TYPE, headers={"cache-control": "no-store"})
    return whole(at.assistant.ask(body.question, filters, body.as_of, body.language, going.turns))


@router.get("/api/search", responses={503: PROBLEM})
def search(query: Annotated[SearchQuery, Query()], request: Request, at: At) -> SearchBody:
    """The passages that fit some words best, with scores, and with `explain=1` why each was found.

    A unit or a number among the words goes straight there; `remarks` say why nothing was found, or what to mind.
    """
    results = find_passages(at.assistant.search, query.q, query.limit, query.filters())
    return search_body(query.q, results, wanted_language(request), explain=query.explain)


@router.get("/api/jobs")
def jobs(request: Request, at: At) -> JobsBody:
    """How the uploads stand that this server was given: those under way, and the last that are done."""
    return JobsBody(jobs=[job_body(job, wanted_language(request)) for job in at.jobs.all()])


@router.get("/api/jobs/{id}", responses={404: PROBLEM})
def job(id: str, request: Request, at: At) -> JobBody:
    """How an upload stands."""
    return job_body(at.jobs.get(id), wanted_language(request))


@router.get("/api/jobs/{id}/report", response_model=Report, responses={200: _PAGE, 404: PROBLEM, 409: PROBLEM})
def job_report(id: str, request: Request, at: At, language: Language | None = None) -> Response | Report:
    """What became of each file of an upload that is done; with `Accept: text/html` as a page to read and print."""
    summary, language = at.jobs.get(id).summary, language or wanted_language(request)
    if summary is None:
        raise ConflictError("job-not-done", id=id)
    report = report_of(summary, language)
    if "text/html" in request.headers.get("accept", ""):
        return HTMLResponse(as_html(report), headers={"content-security-policy": POLICY})
    return report


@router.get("/api/set-aside")
def set_aside(request: Request, at: At) -> SetAsideFilesBody:
    """The files that could not be read, out of uploads and folders, each with the reason."""
    language, found = wanted_language(request), at.corpus.library.set_aside()
    files = [SetAsideFileBody(name=f.name, code=f.code, reason=f.reason(language), at=f.at) for f in found]
    return SetAsideFilesBody(total=len(files), files=files)


@router.get("/healthz")
def health(at: At) -> HealthBody:
    """Whether the server answers; needs no model."""
    view = at.corpus.library.entries()
    return HealthBody(documents=len(view), passages=sum(e.passages for e in view), version=VERSION)
