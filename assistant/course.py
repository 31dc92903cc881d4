"""Course packs: from a document, chapter or topic to an outline, key provisions, a glossary, cases and a checked quiz.

No language model takes part: everything is the documents' words and registers. Knows nothing of files or HTTP.
"""

from dataclasses import dataclass

from assistant.assistant import Assistant
from assistant.course_packs.cases import Case, cases_of
from assistant.course_packs.changes import changes_of
from assistant.course_packs.check import Ground
from assistant.course_packs.lessons import MOST_SESSIONS, Session, parts_of, sessions_of
from assistant.course_packs.material import Material, material
from assistant.course_packs.provisions import Explained, Provision, glossary_of, key_provisions
from assistant.course_packs.questions import Level
from assistant.course_packs.quiz import MOST_QUESTIONS, Asking, Quiz, quiz
from assistant.course_packs.scope import Scope, scope_of
from corpus.corpus import Corpus
from corpus.messages import Language

_CASES = 4
_LENDING = 40  # other documents whose bodies and terms are wrong answers
QUESTIONS = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a course is asked for."""

    topic: str
    chapter: str | None = None
    questions: int = QUESTIONS
    sessions: int | None = None
    language: Language | None = None
    level: Level | None = None
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Course:
    """A whole pack. `language` is that of its documents."""

    wanted: Wanted
    language: Language
    subject: str
    documents: tuple[str, ...]
    covers: tuple[str, ...]
    more: tuple[str, ...]
    sessions: tuple[Session, ...]
    provisions: tuple[Provision, ...]
    glossary: tuple[Explained, ...]
    cases: tuple[Case, ...]
    quiz: Quiz
    chapters: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    changed_by: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()


def make_course(assistant: Assistant, wanted: Wanted) -> Course:
    """The pack for a topic; raises RequestError or NotFoundError where there is nothing to make it from."""
    scope = scope_of(assistant, wanted.topic, wanted.chapter, wanted.language)
    corpus, materials = assistant.corpus, scope.materials
    others = _others(corpus, scope)
    changes = {m.entry.id: changes_of(m, corpus) for m in materials}
    parts = [p for m in materials for p in parts_of(m)]
    sessions = sessions_of(parts, wanted.sessions and max(1, min(wanted.sessions, MOST_SESSIONS)))
    asked = max(0, min(wanted.questions, MOST_QUESTIONS))
    return Course(
        wanted=wanted,
        language=materials[0].language,
        subject=_subject(scope),
        documents=tuple(m.name() for m in materials),
        covers=tuple(name for m in materials for name in m.references()),
        more=scope.more,
        sessions=tuple(sessions),
        provisions=tuple(key_provisions(materials, sessions)),
        glossary=tuple(glossary_of(materials)),
        cases=tuple(cases_of(materials, _CASES, wanted.seed)),
        quiz=quiz(materials, others, Ground(materials, corpus), Asking(asked, wanted.seed, wanted.level), changes),
        changed=tuple(u for c in changes.values() for u in c.units),
        changed_by=tuple(dict.fromkeys(n for c in changes.values() for n in c.changed_by)),
        replaced_by=tuple(dict.fromkeys(n for c in changes.values() for n in c.replaced_by)),
        chapters=tuple(dict.fromkeys(p.above or p.title for p in parts)),
    )


def _subject(scope: Scope) -> str:
    """What the course is called: the document's title where it is one whole document, else the topic."""
    first = scope.materials[0]
    if len(scope.materials) == 1 and not first.units:
        return f"{first.name()}: {first.entry.identity.title}" if first.entry.identity.number else first.name()
    units = ", ".join(u.label for u in first.units) if len(scope.materials) == 1 and len(first.units) < 4 else ""
    return f"{units}, {first.name()}" if units else scope.topic


def _others(corpus: Corpus, scope: Scope) -> list[Material]:
    """Other documents in the same language, the same in every run."""
    held, language = {m.entry.revision for m in scope.materials}, scope.materials[0].language
    entries = [e for e in corpus.library.entries() if e.revision not in held and e.identity.language == language]
    return [material(corpus, e) for e in sorted(entries, key=lambda e: e.id)[:_LENDING]]
