"""Courses over HTTP: made, kept, shown, given out. Each route is a call into the rooms below and a body."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from api.course_bodies import CourseAsked, CourseBody, CoursesBody, course_body, courses_body
from api.export import MEDIA_TYPES
from api.export.answering import file_response, laid_out
from api.routes import PROBLEM
from api.serving import At
from assistant.course import make_course
from assistant.course_packs.sheet import course_sheet
from assistant.sheet import Layout
from corpus.errors import NotFoundError

router = APIRouter()
_FILES: dict[int | str, dict[str, Any]] = {
    200: {"content": {media_type: {} for media_type in MEDIA_TYPES.values()}},
    404: PROBLEM,
}


@router.post("/api/courses", status_code=201, responses={404: PROBLEM, 503: PROBLEM})
def add_course(body: CourseAsked, at: At) -> CourseBody:
    """Makes a course pack for a document, a chapter or a topic and keeps it; 404 where nothing covers the topic."""
    course = make_course(at.assistant, body.wanted())
    return course_body(course, at.courses.keep(course))


@router.get("/api/courses")
def list_courses(
    at: At, limit: Annotated[int, Query(ge=1, le=1000)] = 100, offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0
) -> CoursesBody:
    """The courses that are kept, the last made first."""
    return courses_body(at.courses.how_many(), offset, at.courses.listed(limit, offset))


# before the next one, whose id takes in everything
@router.get("/api/courses/{id}.{format}", responses=_FILES, response_class=Response)
def course_file(id: str, format: str, at: At, layout: Layout | None = None) -> Response:
    """A course as a file: docx, pptx, xlsx, md, csv, json."""
    if format not in MEDIA_TYPES or format == "ics":
        raise NotFoundError("course-unknown")
    course, made = at.courses.get(id)
    return file_response(laid_out(course_sheet(course, date.fromtimestamp(made)), layout), format)


@router.get("/api/courses/{id}", responses={404: PROBLEM})
def course(id: str, at: At) -> CourseBody:
    """A course that was made."""
    return course_body(at.courses.get(id)[0], id)


@router.delete("/api/courses/{id}", status_code=204, responses={404: PROBLEM})
def delete_course(id: str, at: At) -> None:
    """Deletes a course."""
    at.courses.delete(id)
