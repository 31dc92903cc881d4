"""What of courses goes over HTTP: the shapes, and how a course is put into them."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.source_body import SourceBody, sources_shown
from assistant.course import QUESTIONS, Course, Wanted
from assistant.course_packs.lessons import MOST_SESSIONS, Session
from assistant.course_packs.questions import Form, Level, Question
from assistant.course_packs.quiz import MOST_QUESTIONS
from assistant.course_packs.sheet import key_of, notes_of, objectives_of
from assistant.courses import Kept
from assistant.sheet import SheetSource
from corpus.messages import Language


class CourseAsked(BaseModel):
    """What a course is made from; the same topic, seed and documents give the same course."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    topic: Annotated[str, Field(max_length=4000, examples=["40/2023/QĐ-UBND", "đào tạo sau đại học"])]
    chapter: Annotated[str | None, Field(max_length=200)] = Field(default=None, examples=["Chương II"])
    questions: int = Field(default=QUESTIONS, ge=0, le=MOST_QUESTIONS)
    sessions: int | None = Field(default=None, ge=1, le=MOST_SESSIONS)
    language: Language | None = Field(default=None, description="of the documents", examples=["vi"])
    level: Level | None = Field(default=None, description="none: questions of every level")
    seed: int = Field(default=1, ge=0, le=1_000_000_000, description="another one gives other questions")

    def wanted(self) -> Wanted:
        """As the course is asked for."""
        return Wanted(**self.model_dump())


class StepBody(BaseModel):
    """A part of a session; no source: the opening or the review."""

    title: str
    minutes: int
    source: SourceBody | None


class SessionBody(BaseModel):
    """A session, whose steps' minutes add up to `minutes`."""

    number: int
    title: str
    minutes: int
    steps: list[StepBody]


class TermBody(BaseModel):
    """A term; without a source it is the shipped glossary's, with its name in the other language."""

    term: str
    meaning: str
    source: SourceBody | None


class CaseBody(BaseModel):
    """A short situation and its solution."""

    situation: str
    solution: str
    sources: list[SourceBody]


class QuestionBody(BaseModel):
    """A question with its key; `right` counts from 0, `accepted` are the spellings of a fill-in."""

    form: Form
    level: Level
    about: str
    question: str
    options: list[str]
    right: int | None
    answer: str
    accepted: list[str]
    sources: list[SourceBody]


class CourseBody(BaseModel):
    """A course pack. `language` is that of its documents; `notes` say what is less than was asked for."""

    id: str
    subject: str
    language: Language
    documents: list[str]
    seed: int
    notes: list[str]
    objectives: list[str]
    sessions: list[SessionBody]
    provisions: list[SourceBody]
    glossary: list[TermBody]
    cases: list[CaseBody]
    questions: list[QuestionBody]
    questions_asked: int


class KeptCourseBody(BaseModel):
    """A course as the list of them shows it."""

    id: str
    subject: str
    language: Language
    made: datetime
    sessions: int
    questions: int


class CoursesBody(BaseModel):
    """Courses that are kept, the last made first: of `total` those from `offset` on."""

    total: int
    offset: int
    courses: list[KeptCourseBody]


def courses_body(total: int, offset: int, kept: list[Kept]) -> CoursesBody:
    """The list's body."""
    rows = [
        KeptCourseBody(
            id=k.id,
            subject=k.subject,
            language=k.language,
            made=datetime.fromtimestamp(k.made, UTC),
            sessions=k.sessions,
            questions=k.questions,
        )
        for k in kept
    ]
    return CoursesBody(total=total, offset=offset, courses=rows)


def course_body(course: Course, id: str) -> CourseBody:
    """The whole pack."""
    return CourseBody(
        id=id,
        subject=course.subject,
        language=course.language,
        documents=list(course.documents),
        seed=course.wanted.seed,
        notes=notes_of(course),
        objectives=objectives_of(course),
        sessions=[_session(s) for s in course.sessions],
        provisions=sources_shown(p.source for p in course.provisions),
        glossary=[TermBody(term=g.term, meaning=g.meaning, source=_source(g.source)) for g in course.glossary],
        cases=[
            CaseBody(situation=c.situation, solution=c.solution, sources=sources_shown(c.sources)) for c in course.cases
        ],
        questions=[_question(q) for q in course.quiz.questions],
        questions_asked=course.quiz.asked,
    )


def _session(session: Session) -> SessionBody:
    steps = [StepBody(title=s.title, minutes=s.minutes, source=_source(s.source)) for s in session.steps]
    return SessionBody(number=session.number, title=session.title, minutes=session.minutes, steps=steps)


def _question(q: Question) -> QuestionBody:
    return QuestionBody(
        form=q.form,
        level=q.level,
        about=q.about,
        question=q.stem,
        options=list(q.options),
        right=q.right,
        answer=key_of(q),
        accepted=list(q.accepted),
        sources=sources_shown(q.sources),
    )


def _source(source: SheetSource | None) -> SourceBody | None:
    return SourceBody.model_validate(source) if source else None
