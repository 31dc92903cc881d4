"""Courses over HTTP: made, kept, shown, given out. Each route is a call into the rooms below and a body."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response

from api.course_bodies import CourseAsked, CourseBody, course_body
from api.export import MEDIA_TYPES
from api.export.answering import file_response
from api.serving import Serving, serving
from assistant.course import make_course
from assistant.course_sheet import course_sheet
from corpus.errors import NotFoundError

router = APIRouter()
At = Annotated[Serving, Depends(serving)]
_SCHEMA = {"schema": {"$ref": "#/components/schemas/ProblemBody"}}
_PROBLEM: dict[str, Any] = {
    "description": "What went wrong and what to do (RFC 9457)",
    "content": {"application/problem+json": _SCHEMA},
}
_FILES: dict[int | str, dict[str, Any]] = {
    200: {"content": {media_type: {} for media_type in MEDIA_TYPES.values()}},
    404: _PROBLEM,
}


@router.post("/api/courses", status_code=201, responses={404: _PROBLEM, 503: _PROBLEM})
def add_course(body: CourseAsked, at: At) -> CourseBody:
    """Makes a course pack for a document, a chapter or a topic and keeps it; 404 where nothing covers the topic."""
    course = make_course(at.assistant, body.wanted())
    return course_body(course, at.courses.keep(course))


# before the next one, whose id takes in everything
@router.get("/api/courses/{id}.{format}", responses=_FILES, response_class=Response)
def course_file(id: str, format: str, at: At) -> Response:
    """A course as a file: docx, pptx, xlsx, md, csv, json."""
    if format not in MEDIA_TYPES or format == "ics":
        raise NotFoundError("course-unknown")
    course, made = at.courses.get(id)
    return file_response(course_sheet(course, date.fromtimestamp(made)), format)


@router.get("/api/courses/{id}", responses={404: _PROBLEM})
def course(id: str, at: At) -> CourseBody:
    """A course that was made."""
    return course_body(at.courses.get(id)[0], id)
