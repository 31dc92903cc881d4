"""Documents and units that a question names: a named one is fetched, not guessed. Knows nothing of search."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.mentions import Mention, find_mentions, fits
from assistant.question import Question
from assistant.units import UnitReference, has_such, units_called
from corpus.corpus import Corpus
from corpus.document import Outline, Provision
from corpus.folding import fold
from corpus.identity import Number
from corpus.rows import Entry


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names: documents that are here, numbers that are nowhere, the unit in the first document."""

    entries: tuple[Entry, ...] = ()
    unknown: tuple[Number, ...] = ()
    unit: Provision | None = None
    unit_missing: bool = False


def resolve(corpus: Corpus, question: Question, entries: Iterable[Entry]) -> Named:
    """Looks up the numbers and the unit named; a short form ("Quyết định 25/2022") only if one number fits."""
    everything = list(entries)
    found: list[Entry] = []
    unknown: list[Number] = []
    for mention in find_mentions(question.text):
        matches = called(mention, everything)
        if mention.number is not None:
            found.extend(matches)
            if not matches and corpus.keywords.frequency("folded", fold(mention.printed)) == 0:
                unknown.append(mention.number)
        elif not question.numbers and len({e.identity.number_key for e in matches}) == 1:
            found.extend(matches)
    found.sort(key=lambda e: e.identity.language != question.language)
    unit, missing = _unit(corpus, question, found)
    return Named(tuple(dict.fromkeys(found)), tuple(unknown), unit, missing)


def called(mention: Mention, entries: Iterable[Entry]) -> list[Entry]:
    """The documents that a number, as far as it was typed, may mean."""
    return [e for e in entries if e.identity.number_key is not None and _fits(mention, e.identity.number_key, e)]


def _fits(mention: Mention, key: str, entry: Entry) -> bool:
    types, issued = entry.identity.type, entry.identity.issued
    return fits(mention, key, (types,) if types else (), str(issued.year) if issued else "")


def unit_in(outline: Outline, unit: UnitReference, text: str) -> Provision | None:
    """The unit of a document that a question names, None if it has none such.

    Of an article of the decision and one of the regulation that it promulgates, the decision's is meant, unless the
    question speaks of the regulation.
    """
    fitting = units_called(outline, unit)
    return next((u for u in fitting if _enclosure_named(text, outline, u)), next(iter(fitting), None))


def _unit(corpus: Corpus, question: Question, entries: Sequence[Entry]) -> tuple[Provision | None, bool]:
    if question.unit is None or not entries:
        return None, False
    outline = corpus.library.outline(entries[0].revision)
    found = unit_in(outline, question.unit, question.text)
    return found, found is None and has_such(outline, question.unit)


def _enclosure_named(text: str, outline: Outline, unit: Provision) -> bool:
    """Whether the question speaks of the enclosed regulation that the unit stands in ("Quy chế", "kèm theo")."""
    root = outline.get(unit.address.split(".")[0])
    if root is None or root.kind != "enclosure":
        return False
    even = fold(text)
    return fold(root.label) in even or "kem theo" in even or "promulgated" in even
