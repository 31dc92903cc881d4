"""A course as a sheet: objectives, sessions, provisions, glossary, cases, quiz, key. Knows nothing of formats."""

from datetime import date

from assistant.course import Course
from assistant.course_packs.lessons import Session, Step
from assistant.course_packs.questions import Question
from assistant.sheet import Sheet, SheetRow, SheetSection
from corpus.messages import Language, message

_LETTERS = "ABCDEFGH"
_MOST_OBJECTIVES = 6


def course_sheet(course: Course, made: date) -> Sheet:
    """The whole pack; its sections say their part, so that slides can put the key last."""
    language = course.language
    sections = (
        _objectives(course),
        *(_session(s, language) for s in course.sessions),
        _provisions(course),
        _glossary(course),
        _cases(course),
        _quiz(course),
        _key(course),
    )
    return Sheet(
        kind="course",
        title=message("course-title", language, subject=course.subject),
        language=language,
        columns=_columns(language, "no", "content"),
        sections=tuple(s for s in sections if s.rows or s.notes),
        made=made,
        notes=tuple(notes_of(course)),
    )


def _columns(language: Language, *names: str) -> tuple[str, ...]:
    return tuple(message(f"course-column-{name}", language) for name in names)


def notes_of(course: Course) -> list[str]:
    """What the pack rests on, and what of it is less than was asked for."""
    language, quiz = course.language, course.quiz
    notes = [message("course-from", language, documents="; ".join(course.documents))]
    if course.covers:
        notes.append(message("course-covers", language, units="; ".join(course.covers)))
    if course.more:
        notes.append(message("course-more-documents", language, documents=", ".join(course.more)))
    total = sum(s.minutes for s in course.sessions)
    each = course.sessions[0].minutes if course.sessions else 0
    notes.append(message("course-timing", language, sessions=len(course.sessions), each=each, total=total))
    wanted = course.wanted.sessions
    if wanted is not None and wanted > len(course.sessions):
        notes.append(message("course-fewer-sessions", language, made=len(course.sessions), asked=wanted))
    if len(quiz.questions) < course.wanted.questions:
        notes.append(
            message("course-fewer-questions", language, made=len(quiz.questions), asked=course.wanted.questions)
        )
    if course.replaced_by:
        notes.append(message("course-replaced", language, documents=", ".join(course.replaced_by)))
    if course.changed:
        facts = {"units": "; ".join(course.changed), "documents": ", ".join(course.changed_by)}
        notes.append(message("course-changed", language, **facts))
    if quiz.in_dispute:
        notes.append(message("course-in-dispute", language, count=quiz.in_dispute))
    notes.append(message("course-made-with", language, seed=course.wanted.seed))
    return notes


def objectives_of(course: Course) -> list[str]:
    """What a trainee can do afterwards, as far as the pack teaches and asks it."""
    language = course.language
    units = [c for c in course.chapters if c][:_MOST_OBJECTIVES]
    found = [message("course-objective-units", language, title=title) for title in units]
    about = {q.about for q in course.quiz.questions}
    if "lead" in about:
        found.append(message("course-objective-leads", language))
    if "deadline" in about:
        found.append(message("course-objective-deadlines", language))
    if "requirement" in about:
        found.append(message("course-objective-requirements", language))
    if course.glossary:
        found.append(message("course-objective-terms", language))
    return found


def _objectives(course: Course) -> SheetSection:
    rows = tuple(SheetRow((str(n), words)) for n, words in enumerate(objectives_of(course), 1))
    return SheetSection(message("course-objectives", course.language), rows, role="objectives")


def _session(session: Session, language: Language) -> SheetSection:
    rows = tuple(_step(n, step, session, language) for n, step in enumerate(session.steps, 1))
    title = message("course-session", language, number=session.number, title=session.title)
    columns = _columns(language, "no", "content", "time")
    return SheetSection(title, rows, role="session", columns=columns)


def _step(number: int, step: Step, session: Session, language: Language) -> SheetRow:
    minutes = message("course-minutes", language, minutes=step.minutes)
    if step.source is None:
        code = "course-step-opening" if number == 1 else "course-step-review"
        return SheetRow((str(number), message(code, language), minutes))
    return SheetRow(
        (str(number), step.title[:1].upper() + step.title[1:], minutes),
        (step.source,),
        id=f"s{session.number}.{number}",
    )


def _provisions(course: Course) -> SheetSection:
    rows = tuple(
        SheetRow((str(n), " ".join(p.source.quote.split())), (p.source,), locked=frozenset({1}), id=f"p{n}")
        for n, p in enumerate(course.provisions, 1)
    )
    columns = _columns(course.language, "no", "words")
    return SheetSection(message("course-provisions", course.language), rows, role="provisions", columns=columns)


def _glossary(course: Course) -> SheetSection:
    rows = tuple(
        SheetRow((g.term, g.meaning), (g.source,) if g.source else (), locked=frozenset({0, 1} if g.source else ()))
        for g in course.glossary
    )
    columns = _columns(course.language, "term", "meaning")
    own = any(g.source is None for g in course.glossary)
    notes = (message("course-glossary-own", course.language),) if own else ()
    return SheetSection(message("course-glossary", course.language), rows, notes, role="glossary", columns=columns)


def _cases(course: Course) -> SheetSection:
    rows = tuple(
        SheetRow((str(n), c.situation, c.solution), c.sources, id=f"c{n}") for n, c in enumerate(course.cases, 1)
    )
    columns = _columns(course.language, "no", "case", "solution")
    return SheetSection(message("course-cases", course.language), rows, role="cases", columns=columns)


def options_of(question: Question) -> str:
    """The options with their letters, one a line; none for true or false, whose words are in the question."""
    if question.form != "choice":
        return ""
    return "\n".join(f"{letter}. {option}" for letter, option in zip(_LETTERS, question.options, strict=False))


def _quiz(course: Course) -> SheetSection:
    language = course.language
    rows = tuple(
        SheetRow(
            (
                str(n),
                message(f"course-form-{q.form}", language),
                message(f"course-level-{q.level}", language),
                q.stem,
                options_of(q),
            ),
            id=f"q{n}",
        )
        for n, q in enumerate(course.quiz.questions, 1)
    )
    columns = _columns(language, "no", "form", "level", "question", "options")
    return SheetSection(message("course-quiz", language), rows, role="quiz", columns=columns)


def key_of(question: Question) -> str:
    """The right answer as the key prints it: with its letter for multiple choice."""
    if question.form == "choice" and question.right is not None:
        return f"{_LETTERS[question.right]}. {question.answer}"
    return question.answer


def _key(course: Course) -> SheetSection:
    rows = tuple(SheetRow((str(n), key_of(q)), q.sources, id=f"k{n}") for n, q in enumerate(course.quiz.questions, 1))
    columns = _columns(course.language, "no", "answer")
    return SheetSection(message("course-key", course.language), rows, role="key", columns=columns)
