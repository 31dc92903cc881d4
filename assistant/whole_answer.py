"""The answer as it is given out, from what was decided and what was shown of it."""

import hashlib
from collections.abc import Generator
from datetime import date

from assistant.answer import Answer, Citation, Place, Searched, Statement
from assistant.asked import Asked
from assistant.draft import Draft
from assistant.generation.checked import Shown
from assistant.in_force import InForce
from assistant.missing import what_is_missing
from assistant.out_of_force import with_state
from assistant.search import Filters
from assistant.suggest import follow_ups
from corpus.corpus import Corpus
from corpus.library import Version
from corpus.messages import message
from corpus.rows import Entry

_NEAREST = 3  # documents
_WORTH_A_LOOK = 0.1  # below, what came nearest is about something else


def stated(
    events: Generator[Statement | Citation, None, Shown], held: InForce
) -> Generator[Statement | Citation, None, Shown]:
    """What is shown, each citation with the state of its document on the day."""
    while True:
        try:
            event = next(events)
        except StopIteration as end:
            whole: Shown = end.value
            return whole
        yield with_state(event, held) if isinstance(event, Citation) else event


def whole_answer(corpus: Corpus, asked: Asked, draft: Draft, shown: Shown, day: date) -> Answer:
    """The answer with what was searched, what is missing and what may be asked next."""
    question, view = asked.meant.asked, asked.view
    entries = [view.entries[r] for r in view.admitted(asked.filters)]
    near: dict[str, Entry] = {}
    for e in (*draft.nearest, *asked.evidence):
        near.setdefault(e.entry.identity.number or e.entry.identity.title, e.entry)
    names = tuple(near)[:_NEAREST]
    looked_at = draft.nearest if not shown.statements and draft.confidence >= _WORTH_A_LOOK else ()
    searched = Searched(
        len(entries),
        sum(e.passages for e in entries),
        question.content,
        names,
        tuple(near[n] for n in names),
        tuple(Place(e.entry, e.path, e.start, e.end) for e in looked_at),
    )
    if shown.statements:
        lacking = draft.missing
        missing = message(lacking.code, asked.speaks, **lacking.values) if lacking else None
    else:
        missing = what_is_missing(asked.meant.named, asked.relevance, asked.evidence, searched, asked.speaks)
    return Answer(
        id=_id(question.text, asked.filters, day, view.version),
        question=question.text,
        language=asked.speaks,
        outcome=draft.outcome if shown.statements else "not_found",
        statements=shown.statements,
        citations=shown.citations,
        as_of=day,
        searched=searched,
        confidence=round(draft.confidence, 4),
        missing=missing,
        writer=shown.writer,
        note=shown.note,
        follow_ups=follow_ups(corpus.library, shown.citations, asked.speaks),
    )


def _id(question: str, filters: Filters | None, day: date, version: Version | None) -> str:
    return hashlib.sha256(repr((question, filters, day.isoformat(), version)).encode()).hexdigest()[:16]
