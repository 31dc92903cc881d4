"""Where what answers best did not hold on the day: that is said, with what ended it, in place of an answer.

Knows what held (`in_force`) and how statements are chosen; knows nothing of questions about validity itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import Answer, Citation, EndedBy, NotHeld
from assistant.draft import Draft
from assistant.evidence import Evidence, gather
from assistant.in_force import InForce
from assistant.proofs import proof_evidence
from assistant.question import Question
from assistant.references import Named
from assistant.relevance import Relevance
from assistant.search import Filters, Search, View
from assistant.write import write
from corpus.dates import day_words
from corpus.library import Library
from corpus.messages import Language, message
from corpus.relations import CHANGING
from corpus.rows import Entry
from corpus.validity import Interval, Status

_PASSAGES = 12
_MORE = 0.2  # of the words asked for: beyond an everyday one

# documents that lay nothing down: what they tell of another one goes on to be told when that has ended
TELLING = frozenset({"report", "conclusion", "notice", "communique", "minutes", "dispatch", "submission"})


@dataclass(frozen=True, slots=True)
class Outdated:
    """What would have answered, why it may not, and the sentences that say so."""

    draft: Draft
    lead: str
    not_held: NotHeld


def with_states(answer: Answer, held: InForce) -> Answer:
    """The answer, each citation with the state of its document on the day."""
    return replace(answer, citations=tuple(with_state(c, held) for c in answer.citations))


def with_state(citation: Citation, held: InForce) -> Citation:
    """A citation with the state of its document on the day."""
    return replace(citation, state=held.document(citation.document.revision))


def out_of_force(
    search: Search,
    question: Question,
    named: Named,
    relevance: Relevance,
    filters: Filters,
    least: float,
    speaks: Language,
    rather_than: Sequence[Evidence] = (),
) -> Outdated | None:
    """What answers best, had it held on the day; None where nothing that did not hold answers, either.

    Where the question does not name it, this has to be as good as sure: to be told of a document that has ended and
    says nothing of the matter is worse than a refusal.
    """
    day, view = filters.as_of, search.view
    if day is None:
        return None
    held = search.in_force(day)
    if not held.barred and not held.any_units:
        return None
    if named.entries and outdated_named(named, held) is None:
        return None  # what is named held: others say nothing of it
    best = outdated_named(named, held)
    if best is None:
        sure = least if rather_than else (1 + least) / 2
        ended = _best(search, view, question, relevance, filters, sure, held)
        if ended is None or (rather_than and not _says_more(relevance, ended, rather_than)):
            return None
        best = ended.entry, held.unit(ended.entry.revision, ended.address)
    entry, state = best
    if rather_than and not state.address:
        return None
    proofs = proof_evidence(search.corpus, view, state, entry, speaks)
    path = search.corpus.library.outline(entry.revision).path(state.address)
    about = NotHeld(entry, path, state, tuple(_ended_by(search.corpus.library, view, entry, state, speaks)))
    said = lead(view, entry, state, day, speaks, path if state.address else None)
    return Outdated(Draft(tuple(proofs), 1.0, "out_of_force"), said, about)


def _ended_by(library: Library, view: View, entry: Entry, state: Interval, language: Language) -> Iterator[EndedBy]:
    """The other documents that brought a state about, each work once, with what it says of this one."""
    said = {e.source.id: e.relation.kind for e in library.stated_of(entry.revision, CHANGING)}
    entries = {e.id: e for e in view.entries.values()}
    others = [entries[i] for i in state.by if i in entries and i != entry.id]
    others.sort(key=lambda e: e.identity.language != language)
    once = {e.identity.number_key or e.id: e for e in reversed(others)}
    yield from (EndedBy(e, said.get(e.id)) for e in once.values())


def outdated_named(named: Named, held: InForce) -> tuple[Entry, Interval] | None:
    """The document or unit that the question names, where it did not hold."""
    for entry, unit in named.places:
        if not held.holds(entry.revision, unit.address):
            return entry, held.unit(entry.revision, unit.address)
    for entry in named.entries if not named.places else ():
        if not held.holds(entry.revision):
            return entry, held.document(entry.revision)
    return None


def _best(
    search: Search, view: View, question: Question, relevance: Relevance, filters: Filters, least: float, held: InForce
) -> Evidence | None:
    hits = search.find(question.text, _PASSAGES, replace(filters, as_of=None))
    evidence = [e for e in gather(search.corpus, view, hits) if not held.holds(e.entry.revision, e.address)]
    draft = write(search.corpus, question, evidence, relevance, hits) if evidence else Draft((), 0.0)
    if draft.confidence < least or not draft.statements:
        return None
    # the line that opens a list may hold where an item of it does not
    first = next((s for s in draft.statements if not held.holds(s.entry.revision, s.address)), None)
    if first is None:
        return None
    seen = relevance.features(first)
    if seen.contrary or (relevance.narrowing and not seen.held):
        return None  # it is said of another place, year or kind: nothing that ended answered this
    return first


def _says_more(relevance: Relevance, ended: Evidence, answer: Sequence[Evidence]) -> bool:
    """Whether what ended says more of what the question asks about than what holds, and its rarest word besides."""
    gone, held = relevance.features(ended), [relevance.features(e) for e in answer]
    more = gone.covered_above - max(h.covered_above for h in held)
    return more >= _MORE and gone.gap < min(h.gap for h in held)


def lead(view: View, entry: Entry, state: Interval, day: date, language: Language, path: str | None = None) -> str:
    """Where the best match stands, and that it did not hold: a document, or the unit of it at `path`."""
    name = ", ".join(filter(None, (path, entry.identity.number or entry.identity.title)))
    facts = {"number": name, "day": shown(day, language), "since": shown(state.first, language)}
    if state.status is Status.NOT_YET:
        return message("outdated-not-yet", language, number=name, day=facts["day"], until=shown(state.until, language))
    if state.status is Status.SUSPENDED:
        return message("outdated-suspended", language, **facts)
    others = ", ".join(names_of(view, state.by, language))
    if others and state.first is not None:
        return message("outdated-by", language, **facts, others=others)
    return message("outdated-expired", language, number=name, day=facts["day"])


def names_of(view: View, ids: Sequence[str], language: Language) -> Iterator[str]:
    """The numbers of documents, each once, of a text and its translation one."""
    entries = {e.id: e for e in view.entries.values()}
    found = [entries[i] for i in ids if i in entries]
    found.sort(key=lambda e: e.identity.language != language)
    yield from dict.fromkeys(e.identity.number or e.identity.title for e in found)


def shown(day: date | None, language: Language) -> str:
    """A day as it is written in a language."""
    if day is None:
        return "?"
    return day_words(day, language)
