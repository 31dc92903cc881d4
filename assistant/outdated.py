"""What is answered where nothing that held on the day does: what answers best but did not hold, or what followed it.

Beside the words that ended a document stands what it said until then, where that answers the question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.asked import Asked
from assistant.decide import decide
from assistant.draft import Draft
from assistant.evidence import Evidence, gather
from assistant.finder import PASSAGES, Finder
from assistant.out_of_force import Outdated, out_of_force, outdated_named, shown
from assistant.references import works
from assistant.search import Filters
from assistant.write import write
from corpus.folding import fold
from corpus.messages import message
from corpus.rows import Entry
from corpus.validity import Interval, Status

_STOOD = 3  # statements of what an ended document said
# what asks for the time in which a document held: "back when Decision 10/2021 applied"
_TEXT = (
    r"(?:decision|decree|circular|program(?:me)?|resolution|regulation|plan|law|directive|project|it|they|that|this)"
)
_BACK_THEN = re.compile(
    rf"\b(?:when|while|until) (?:the )?{_TEXT}\b.{{0,60}}\b"
    r"(?:applied|(?:was|were) (?:still )?(?:in (?:force|effect)|valid|applicable))\b"
    r"|\bback (?:when|then)\b|\bat that time\b"
    r"|\bbefore it (?:was (?:replaced|repealed|annulled)|ended|expired)\b"
    r"|\b(?:khi|hoi|luc|thoi|thoi gian) .{0,60}\b(?:con|dang) (?:hieu luc|ap dung|co hieu luc|duoc ap dung)\b"
    r"|\btruoc khi (?:bi )?(?:thay the|bai bo|het hieu luc)\b|\b(?:hoi|luc|thoi) (?:do|ay)\b"
)


@dataclass(frozen=True, slots=True)
class LastHeld:
    """The last day on which a document held, and the sentence that says so."""

    day: date
    lead: str


def last_held(question: str, asked: Asked) -> LastHeld | None:
    """When the one document named last held, where the question asks for that time."""
    entries = asked.meant.named.entries
    found = outdated_named(asked.meant.named, asked.held) if entries and _BACK_THEN.search(fold(question)) else None
    day = _last_day(found[1]) if found else None
    if found is None or day is None:
        return None
    number = found[0].identity.number or found[0].identity.title
    return LastHeld(day, message("outdated-then", asked.speaks, number=number, day=shown(day, asked.speaks)))


def with_what_it_said(finder: Finder, least: float, asked: Asked, late: Outdated) -> Outdated:
    """The same, followed by what the ended document said on the question until then; told so in its lead."""
    entry, state = late.not_held.document, late.not_held.state
    last = _last_day(state)
    if last is None or state.address or asked.filters is None:
        return late  # of a unit that reads otherwise now the words of before would pass for those in force
    told = _as_on(finder, least, asked, entry, last)
    if not told:
        return late
    number = entry.identity.number or entry.identity.title
    lead = message("outdated-said", asked.speaks, lead=late.lead, number=number, day=shown(last, asked.speaks))
    return replace(late, draft=replace(late.draft, statements=(*late.draft.statements, *told)), lead=lead)


def _as_on(finder: Finder, least: float, asked: Asked, entry: Entry, day: date) -> tuple[Evidence, ...]:
    """What a document, in any of its languages, answered on a day when it held."""
    held, view = finder.search.in_force(day), asked.view
    key = entry.identity.number_key
    alike = [e for e in view.entries.values() if key and e.identity.number_key == key and e.id != entry.id]
    same = works(finder.corpus, [entry, *alike])[0]
    filters = replace(asked.filters or Filters(), as_of=day, documents=tuple(dict.fromkeys(e.id for e in same)))
    hits, evidence = finder.found(asked.meant.asked, asked.meant.named, filters, view)
    inside = {e.revision for e in same}
    there = replace(
        asked, filters=filters, held=held, hits=hits, evidence=[e for e in evidence if e.entry.revision in inside]
    )
    return decide(finder, least, there).statements[:_STOOD]


def _last_day(state: Interval) -> date | None:
    return state.first - timedelta(days=1) if state.status is Status.EXPIRED and state.first else None


def outdated(finder: Finder, least: float, asked: Asked, rather_than: Sequence[Evidence] = ()) -> Outdated | None:
    """What answers best, where it did not hold on the day; with `rather_than`, only a unit that says more than that."""
    meant = asked.meant
    if asked.filters is None or meant.choices:
        return None
    return out_of_force(
        finder.search, meant.asked, meant.named, asked.relevance, asked.filters, least, asked.speaks, rather_than
    )


def annulled_rather(finder: Finder, least: float, asked: Asked, draft: Draft) -> Outdated | None:
    """The unit that was annulled, where it says all that a yes-or-no question asks about and the answer in force does
    not: "is a copy of the register still required" is answered by its annulment and not by the next paper of the list.
    """
    meant = asked.meant
    if meant.asked.kind != "yesno" or not asked.held.any_units or meant.named.entries:
        return None
    return outdated(finder, least, asked, draft.statements)


def in_what_followed(finder: Finder, least: float, asked: Asked, late: Outdated) -> Draft | None:
    """What the text that took the place of one says, in another language: beside it, it stood no chance."""
    if asked.meant.named.entries or asked.filters is None:
        return None
    spoken = late.not_held.document.identity.language
    ids = tuple(
        b.document.id
        for b in late.not_held.by
        if b.document.identity.language != spoken
        and asked.filters.admit(b.document)
        and asked.held.holds(b.document.revision)
    )
    if not ids:
        return None
    question = asked.meant.asked
    hits = finder.search.find(question.text, PASSAGES, replace(asked.filters, documents=ids))
    evidence = finder.allowed(gather(finder.corpus, asked.view, hits), asked.meant.named, asked.filters)
    draft = write(finder.corpus, question, evidence, asked.relevance, hits)
    return draft if draft.statements and draft.confidence >= least / 2 else None
