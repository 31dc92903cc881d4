"""What a question means, before anything is searched: completed from the conversation, its names looked up.

Knows the catalogue's names and outlines; knows nothing of search and statements.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant import clarify
from assistant.answer import Answer, Choice
from assistant.earlier import Turn, called
from assistant.followup import standalone
from assistant.mentions import find_mentions
from assistant.premise import Premise, find_premise
from assistant.question import Question, understand
from assistant.references import Named, resolve, spelt_out, unit_in
from assistant.which_document import named_first
from corpus.corpus import Corpus
from corpus.document import unit_name
from corpus.folding import nfc, words
from corpus.keystrokes import as_meant
from corpus.messages import Language, message
from corpus.persons import persons_in
from corpus.rows import Entry
from corpus.units import UnitReference

_PLAIN = 3  # words of a question whose language can be told
_FIRST = 2  # statements of an answer: whom the others name was not asked for


@dataclass(frozen=True, slots=True)
class Meant:
    """The question to answer and what it names; the whole question as understood; its premise, or the choices."""

    asked: Question
    named: Named
    whole: str
    language: Language
    premise: Premise | None = None
    choices: tuple[Choice, ...] = ()
    which: str = ""  # the message that asks for a choice


def read(
    corpus: Corpus,
    question: str,
    history: Sequence[Turn],
    entries: Iterable[Entry],
    current: Sequence[Entry] | None = None,
) -> Meant:
    """Reads a question in its conversation, over the documents that may be looked in.

    `current` are those that held on the day: only they are meant by what names none.
    """
    everything = list(entries)
    whole = standalone(as_meant(question), history)
    asked = understand(whole)
    named = resolve(corpus, asked, everything)
    if named.rivals:
        whole = clarify.settled(corpus, asked, named, history)
        asked = understand(whole)
        named = resolve(corpus, asked, everything)
    first = understand(as_meant(question))
    language = first.language if first.marked or len(words(question)) >= _PLAIN else asked.language
    premise = find_premise(whole)
    if premise is not None and not premise.passing:
        asked = understand(premise.question)
        if find_mentions(asked.text) or _gone(premise, named, everything if current is None else current):
            named = resolve(corpus, asked, everything)
    if named.short:
        asked = understand(spelt_out(asked.text, named))
    return _which(corpus, Meant(asked, named, whole, language, premise), everything if current is None else current)


def _gone(premise: Premise, named: Named, current: Sequence[Entry]) -> bool:
    """Whether the documents named are said to have ended, and have: what is asked is asked of those in force."""
    ended = premise.validity is not None and premise.validity.claimed == "over"
    held = {e.revision for e in current}
    return ended and not named.places and all(e.revision not in held for e in named.entries)


def _which(corpus: Corpus, meant: Meant, entries: Sequence[Entry]) -> Meant:
    """With the choices, if more documents than one fit; with the one document, if one does."""
    asked, named = meant.asked, meant.named
    if asked.aim == "find":
        return meant  # what is looked for is shown, all of it
    if choices := clarify.rivals(corpus, asked, named):
        return replace(meant, choices=tuple(choices), which="clarify-document")
    having = clarify.without_document(corpus, asked, entries)
    if len(having) > 1:
        return replace(meant, choices=tuple(clarify.unit_choices(asked, having)), which="clarify-unit")
    if len(having) == 1:
        places = [(having[0], unit_in(corpus.library.outline(having[0].revision), u, asked.text)) for u in asked.units]
        there = tuple((entry, unit) for entry, unit in places if unit is not None)
        return replace(meant, named=replace(named, entries=(having[0],), places=there))
    fitting, at = clarify.by_topic(corpus, asked, entries)
    if len(fitting) > 1 and (choices := clarify.topic_choices(asked, fitting, at)):
        return replace(meant, choices=tuple(choices), which="clarify-document")
    if len(fitting) == 1:
        return replace(meant, named=replace(named, entries=(fitting[0], *named.entries)))
    return meant


def without_missing(meant: Meant) -> Meant:
    """The same, where the units that a document has not were put into it by others."""
    return replace(meant, named=replace(meant.named, missing=()))


def told(answer: Answer, question: str, meant: Meant, instead: str | None = None) -> Answer:
    """The answer with what was understood, what is to be chosen, or which premise does not hold.

    `instead`: how it is in place of the premise, "" where the words cited first say it; None where nothing denies it.
    """
    speaks = answer.language
    even = " ".join(nfc(question).split())
    answer = replace(answer, understood=meant.whole if meant.whole != even else None)
    if meant.choices:
        return replace(
            answer, outcome="clarify", lead=message(meant.which, speaks), choices=meant.choices, missing=None
        )
    if instead is not None and meant.premise is not None:
        code = "premise-stood" if instead else "premise-contradicted"
        answer = replace(answer, lead=message(code, speaks, claim=meant.premise.claim, told=instead))
    answer = named_first(answer, meant.asked, {e.id for e in meant.named.entries})
    missing = [no_unit(entry, unit, speaks) for entry, unit in meant.named.missing]
    if answer.statements and missing and answer.outcome == "answered":
        return replace(answer, outcome="partial", missing=" ".join(missing))
    return answer


def beside_the_question(answer: Answer, meant: Meant) -> Answer:
    """An answer that only tells what the documents say of what the question takes for granted."""
    assert meant.premise is not None
    missing = message("premise-only", answer.language, rest=meant.premise.rest.strip(" ?!."))
    return replace(answer, outcome="partial", missing=missing) if answer.statements else answer


def no_unit(entry: Entry, unit: UnitReference, language: Language) -> str:
    """That a document has not the unit named."""
    shown = ", ".join(unit_name(kind, mark, language) for kind, mark in unit.named)
    return message("missing-unit", language, number=entry.identity.number or entry.identity.title, unit=shown)


def turn(answer: Answer) -> Turn:
    """What a later question needs to know of an answer."""
    entries = {c.document.id: c.document for c in answer.citations}
    named = (
        called(e.identity.type, e.identity.number, e.identity.title, e.identity.language) for e in entries.values()
    )
    told = "\n".join(s.text for s in answer.statements[:_FIRST])
    return Turn(answer.understood or answer.question, tuple(dict.fromkeys(named)), persons_in(told))
