"""What the server says of itself: that it answers, or why it cannot."""

from typing import Literal

from pydantic import BaseModel, Field


class ProblemBody(BaseModel):
    """An error, as RFC 9457 has it; `code` is stable, `detail` says what to do."""

    type: str = Field(examples=["urn:vanban:problem:question-empty"])
    title: str
    status: int
    detail: str
    code: str = Field(examples=["question-empty"])


class HealthBody(BaseModel):
    """Whether the server answers, and over how much."""

    status: Literal["ok"] = "ok"
    documents: int
    passages: int
    version: str
