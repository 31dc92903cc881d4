"""An upload followed as it goes: server-sent events, one for each change, the last when it is done or has failed."""

import asyncio
from collections.abc import AsyncIterable
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.sse import EventSourceResponse

from api.job_bodies import job_body
from api.jobs import Job
from api.problems import wanted_language
from api.routes import PROBLEM
from api.schemas.jobs import JobBody
from api.serving import Serving, serving

router = APIRouter()
_LOOK = 0.1  # seconds between two looks at a job, which is another thread's: it may tell hundreds of pages a second


def _job(id: str, at: Annotated[Serving, Depends(serving)]) -> Job:
    # found before the stream begins: what is unknown is a 404, not an event
    return at.jobs.get(id)


@router.get("/api/jobs/{id}/events", response_class=EventSourceResponse, responses={404: PROBLEM})
async def job_events(job: Annotated[Job, Depends(_job)], request: Request) -> AsyncIterable[JobBody]:
    """How an upload stands, now and whenever that changes; the stream ends when it is done or has failed.

    Each event's data is what `GET /api/jobs/{id}` answers. A client whose stream breaks off asks there.
    """
    language = wanted_language(request)
    told: JobBody | None = None
    while told is None or told.state in ("queued", "running"):
        body = job_body(job, language)
        if body != told:
            told = body
            yield body
        else:
            await asyncio.sleep(_LOOK)
