"""What one may begin with over HTTP: questions that the documents answer, and what filters may name."""

from collections import Counter
from collections.abc import Iterable

from fastapi import APIRouter, Request

from api.conversation_bodies import CountedBody, ExamplesBody, ScopeBody
from api.problems import wanted_language
from api.serving import At
from assistant.suggest import examples
from corpus.messages import Language

router = APIRouter(prefix="/api")


@router.get("/examples")
def example_questions(request: Request, at: At, language: Language | None = None) -> ExamplesBody:
    """Questions that the indexed documents of a language answer, to begin with; few or none where there are few."""
    return ExamplesBody(questions=examples(at.corpus.library, language or wanted_language(request)))


@router.get("/scope")
def scope(at: At) -> ScopeBody:
    """How many documents there are, of which types, by whom, from when to when: what filters may name."""
    entries = at.corpus.library.entries()
    days = [e.identity.issued for e in entries if e.identity.issued]
    return ScopeBody(
        documents=len(entries),
        types=_counted(e.identity.type for e in entries),
        issuers=_counted(e.identity.issuer for e in entries),
        issued_from=min(days, default=None),
        issued_to=max(days, default=None),
        question_limit=at.settings.max_question_characters,
    )


def _counted(values: Iterable[str | None]) -> list[CountedBody]:
    """The most frequent first."""
    found = Counter(v for v in values if v)
    return [CountedBody(value=v, documents=n) for v, n in sorted(found.items(), key=lambda i: (-i[1], i[0]))]
