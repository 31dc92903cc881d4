"""Uploads over HTTP: how one stands, what it did, and files set aside. Knows the shapes only."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field

from api.schemas.server import ProblemBody


class SetAsideBody(BaseModel):
    """A file that was not indexed, and why."""

    name: str
    code: str
    reason: str


class SummaryBody(BaseModel):
    """What a job did: ids of documents added, updated, moved and removed, files unchanged and set aside."""

    added: list[str]
    updated: list[str]
    moved: list[str]
    removed: list[str]
    unchanged: int
    set_aside: list[SetAsideBody]
    passages: int
    seconds: float


Step = Literal["reading", "recognising", "embedding", "extracting", "relating", "done"]


class JobBody(BaseModel):
    """How an upload stands. `summary` and `report` are there when it is done, `problem` when it failed.

    While it runs: the file that is being worked on, what is done with it, and how far in its pages.
    """

    id: str
    state: Literal["queued", "running", "done", "failed"]
    done: int = Field(description="files done with")
    total: int
    current: str | None = Field(description="the file that it is at")
    step: Step | None
    page: int | None = Field(description="the page that it is at, of a file whose pages are recognised")
    pages: int | None
    summary: SummaryBody | None
    report: str | None = Field(description="what was read in each file: JSON, or a page with `Accept: text/html`")
    problem: ProblemBody | None


class JobsBody(BaseModel):
    """Uploads of this server since it started, the last one first."""

    jobs: list[JobBody]


class SetAsideFileBody(SetAsideBody):
    """A file that is set aside until it changes or can be read, and when that was found out."""

    at: datetime | None


class SetAsideFilesBody(BaseModel):
    """Files that could not be read, by name."""

    total: int
    files: list[SetAsideFileBody]
