"""Which kept checklists, courses and answers cite a document as it was before a day. Knows no changes."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from assistant.checklists.items import Checklist
from assistant.conversations import KeptAnswer
from assistant.course import Course
from assistant.courses import Courses
from assistant.sheet import SheetSource
from corpus.errors import NotFoundError

MadeCourse = tuple[str, Course, date]


@dataclass(frozen=True, slots=True)
class Resting:
    """A checklist or course that cites the text: in how many of its items, and when it was made."""

    id: str
    title: str
    items: int
    made: date


@dataclass(frozen=True, slots=True)
class RestingAnswer:
    """A kept answer that cites the text: what was asked, for which day; its conversation where that is one's own."""

    question: str
    as_of: date
    citations: int
    conversation: str | None = None
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What was made from the documents and kept; `answers` gives those that may cite a document, by its id."""

    checklists: Sequence[Checklist] = ()
    courses: Sequence[MadeCourse] = ()
    answers: Callable[[str], Iterable[KeptAnswer]] = lambda _document: ()
    owner: str | None = None


def courses_of(courses: Courses) -> list[MadeCourse]:
    """Every course that can still be read, with the day on which it was made."""
    found: list[MadeCourse] = []
    for k in courses.listed():
        try:
            course, made = courses.get(k.id)
        except NotFoundError:
            continue  # deleted meanwhile, or kept by a version with other fields
        found.append((k.id, course, datetime.fromtimestamp(made, UTC).date()))
    return found


def checklists_citing(kept: Kept, document: str, before: date | None) -> Iterator[Resting]:
    """The checklists made before a day (None: any) that cite a document."""
    for c in kept.checklists:
        items = sum(any(s.document == document for s in item.sources) for item in c.items)
        if items and _before(c.made.date(), before):
            yield Resting(c.id, c.title, items, c.made.date())


def courses_citing(kept: Kept, document: str, before: date | None) -> Iterator[Resting]:
    """The courses made before a day that teach or ask from a document: provisions, cases and questions are counted."""
    for id, course, made in kept.courses:
        groups: list[tuple[SheetSource, ...]] = [(p.source,) for p in course.provisions]
        groups += [c.sources for c in course.cases]
        groups += [q.sources for q in course.quiz.questions]
        items = sum(any(s.document == document for s in group) for group in groups)
        if items and _before(made, before):
            yield Resting(id, course.subject, items, made)


def answers_citing(kept: Kept, document: str, before: date | None) -> Iterator[RestingAnswer]:
    """The answers for a day before another one that cite a document."""
    for a in kept.answers(document):
        try:
            body = json.loads(a.answer)
            as_of = date.fromisoformat(body["as_of"])
            citations = sum(c["document"]["id"] == document for c in body["citations"])
        except (ValueError, KeyError, TypeError):
            continue  # too long to have been kept, or shown by a version with other fields
        if citations and _before(as_of, before):
            own = kept.owner is not None and a.owner == kept.owner
            place = (a.conversation, a.number) if own else (None, None)
            yield RestingAnswer(a.question, as_of, citations, *place)


def _before(made: date, day: date | None) -> bool:
    return day is None or made < day
