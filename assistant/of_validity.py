"""Questions about validity, answered from what the documents state of each other, with the words that say so.

"Per the documents indexed": where none says, that is the answer. The main path; what is told stands in
`assistant.validity`.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.answer import Answer, Searched
from assistant.cite import cite
from assistant.in_force import InForce
from assistant.mentions import Mention, find_mentions
from assistant.out_of_force import with_states
from assistant.references import Named, called, laws_named
from assistant.search import View
from assistant.validity.asked import Aspect, aside, asks_of_validity, aspect_of, says_more, says_no_more
from assistant.validity.between import between
from assistant.validity.relations import told_of
from assistant.validity.told import Asking, Told
from assistant.validity.unknown import of_unknown
from corpus.corpus import Corpus
from corpus.document import Provision, unit_name
from corpus.messages import Language
from corpus.relations import RelationKind
from corpus.rows import Entry
from corpus.units import address_of, same_length

_OF_OTHERS: frozenset[Aspect] = frozenset({"replaces", "amends", "basis", "guides", "worded"})


def _only_beside(question: str, mentions: Sequence[Mention], entry: Entry) -> bool:
    """Whether a document is named only in what the question says beside what it asks ("sau khi có Quy định ...")."""
    beside = aside(same_length(question))
    naming = [m for m in mentions if called(m, [entry])]
    return beside is not None and bool(naming) and all(beside[0] <= m.start < beside[1] for m in naming)


def _put_in(corpus: Corpus, entry: Entry, named: Named, language: Language) -> Provision | None:
    """The unit named that the document has not, where others have put it in."""
    known = {i.address for i in corpus.library.intervals(entry.revision)}
    for missing, unit in named.missing:
        address = address_of(unit)
        if missing.id == entry.id and address in known:
            label = ", ".join(unit_name(kind, mark, language) for kind, mark in unit.named)
            return Provision(address, unit.steps[0][0], label, "", 0, 0)
    return None


def _merged_in(corpus: Corpus, entry: Entry, unit: Provision | None) -> tuple[Entry, Provision | None]:
    """The document whose unit a consolidated text only repeats: that one says since when it holds, and why."""
    if entry.identity.type != "consolidated" or unit is None:
        return entry, unit
    merged = corpus.library.stated_by(entry.revision, {RelationKind.CONSOLIDATES})
    base = next((corpus.library.entry(e.target.id) for e in merged if e.target is not None), None)
    if base is None:
        return entry, unit
    there = corpus.library.outline(base.revision).get(unit.address)
    known = any(i.address == unit.address for i in corpus.library.intervals(base.revision))
    return (base, there or replace(unit, start=0, end=0)) if there is not None or known else (entry, unit)


def of_validity(
    corpus: Corpus,
    view: View,
    held: InForce,
    question: str,
    named: Named,
    speaks: Language,
) -> Answer | None:
    """The answer to a question about the validity of a document that it names; None for other questions."""
    mentions = find_mentions(question)
    pair = _of_two(corpus, view, held, question, named, mentions, speaks)
    if pair is not None:
        return with_states(_answer(corpus, view, held.day, question, pair, speaks), held)
    if not asks_of_validity(question, mentions):
        return None  # before any law is looked for by its name, which goes through them all
    entries = list(named.entries) if named.entries or mentions else laws_named(question, view.entries.values(), speaks)
    titles = [e.identity.title for e in entries]
    aspect = aspect_of(question, mentions, titles) if entries or mentions else None
    if aspect is None:
        return None
    if entries:
        entry = next((e for e in entries if not _only_beside(question, mentions, e)), entries[0])
        unit = next((u for e, u in named.places if e.id == entry.id), None)
        unit = unit or _put_in(corpus, entry, named, speaks)
        if unit is None and named.missing:
            return None  # that it has no such unit is said elsewhere
        entry, unit = _merged_in(corpus, entry, unit)
        told = told_of(Asking(corpus, view, held, entry, unit, speaks, question), aspect)
        if not told.found and (aspect in _OF_OTHERS or says_more(question, mentions, titles)):
            return None  # what it says of others may stand in its words in a way that was not read
    else:
        said = of_unknown(corpus, view, held, question, mentions, aspect, speaks)
        if said is None:
            return None
        told = said
    return with_states(_answer(corpus, view, held.day, question, told, speaks), held)


def _of_two(
    corpus: Corpus,
    view: View,
    held: InForce,
    question: str,
    named: Named,
    mentions: Sequence[Mention],
    speaks: Language,
) -> Told | None:
    """Whether one of two documents named did something to the other, where that is all that is asked."""
    if len(mentions) != 2 or not named.entries:
        return None
    if not says_no_more(question, mentions, [e.identity.title for e in named.entries]):
        return None
    entry, unit = named.places[0] if named.places else (named.entries[0], None)
    return between(Asking(corpus, view, held, entry, unit, speaks, question), mentions, named.entries)


def _answer(corpus: Corpus, view: View, day: date, question: str, told: Told, language: Language) -> Answer:
    statements, citations = cite(corpus, told.evidence)
    entries = view.entries.values()
    return Answer(
        id=hashlib.sha256(repr((question, day.isoformat(), view.version)).encode()).hexdigest()[:16],
        question=question,
        language=language,
        outcome="answered" if told.found else "not_found",
        statements=statements,
        citations=citations,
        as_of=day,
        searched=Searched(len(entries), sum(e.passages for e in entries), tuple(question.split())),
        confidence=1.0 if told.found else 0.0,
        lead=told.lead if told.found else None,
        missing=None if told.found else told.lead,
    )
