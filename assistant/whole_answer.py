"""The answer as it is given out, from what was decided and what was shown of it."""

import hashlib
from collections.abc import Generator
from datetime import date

from assistant.answer import Answer, Citation, Searched, Statement
from assistant.asked import Asked
from assistant.draft import Draft
from assistant.generate_checked import Shown
from assistant.in_force import InForce
from assistant.missing import what_is_missing
from assistant.out_of_force import with_state
from assistant.search import Filters
from assistant.suggest import follow_ups
from corpus.corpus import Corpus
from corpus.library import Version
from corpus.messages import message


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
    near = {e.entry.identity.number or e.entry.identity.title: e.entry for e in reversed(asked.evidence)}
    nearest = tuple(dict.fromkeys(e.entry.identity.number or e.entry.identity.title for e in asked.evidence))[:3]
    entries = [view.entries[r] for r in view.admitted(asked.filters)]
    searched = Searched(
        len(entries), sum(e.passages for e in entries), question.content, nearest, tuple(near[n] for n in nearest)
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
