"""Documents and units that a question names: a named one is fetched, not guessed. Knows nothing of search."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.question import Question
from corpus.corpus import Corpus
from corpus.document import Outline, Provision
from corpus.folding import fold
from corpus.identity import TYPES, Number
from corpus.rows import Entry


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names: documents that are here, numbers that are nowhere, the unit in the first document."""

    entries: tuple[Entry, ...] = ()
    unknown: tuple[Number, ...] = ()
    unit: Provision | None = None
    unit_missing: bool = False


_SHORT = re.compile(
    r"(?P<type>[^\W\d_]+(?:\s+[^\W\d_]+){0,3})\s+(?:số\s+|so\s+|no\.?\s*)?(?P<serial>\d{1,4})(?:\s*/\s*(?P<year>(?:19|20)\d{2}))?(?![\d/%\-]|\s*[,.]\d)",
    re.IGNORECASE,
)


def resolve(corpus: Corpus, question: Question, entries: Iterable[Entry]) -> Named:
    """Looks up the numbers and the unit named; a short form ("Quyết định 25/2022") only if one number fits."""
    everything = list(entries)
    found: list[Entry] = []
    unknown: list[Number] = []
    for number in question.numbers:
        matches = [e for e in everything if e.identity.number_key == number.key]
        found.extend(matches)
        if not matches and corpus.keywords.frequency("folded", fold(number.printed)) == 0:
            unknown.append(number)
    if not question.numbers:
        found.extend(_by_short_form(question.text, everything))
    found.sort(key=lambda e: e.identity.language != question.language)
    unit, missing = _unit(corpus, question, found)
    return Named(tuple(dict.fromkeys(found)), tuple(unknown), unit, missing)


def _by_short_form(text: str, entries: Sequence[Entry]) -> list[Entry]:
    """Type, serial and perhaps year, where exactly one document number fits."""
    for match in _SHORT.finditer(text):
        kinds = _types(match.group("type"))
        fitting = [
            e
            for e in entries
            if e.identity.number_key is not None
            and e.identity.type in kinds
            and e.identity.number_key.split("|")[1] == str(int(match.group("serial")))
            and (not match.group("year") or match.group("year") in (e.identity.number_key.split("|")[2], _year(e)))
        ]
        if fitting and len({e.identity.number_key for e in fitting}) == 1:
            return fitting
    return []


def _year(entry: Entry) -> str:
    return str(entry.identity.issued.year) if entry.identity.issued else ""


def _types(words: str) -> set[str]:
    """The types that the words before a number end in."""
    folded = fold(words)
    return {
        key
        for key, vi, en, _, _ in TYPES
        for name in (vi, *en)
        if folded == fold(name) or folded.endswith(" " + fold(name))
    }


def _unit(corpus: Corpus, question: Question, entries: Sequence[Entry]) -> tuple[Provision | None, bool]:
    if question.unit is None or not entries:
        return None, False
    wanted = question.unit.address
    outline = corpus.library.outline(entries[0].revision)
    fitting = [u for u in outline if u.address == wanted or u.address.endswith("." + wanted)]
    if not fitting:
        return None, True
    return max(fitting, key=lambda u: (_enclosure_named(question, outline, u), -u.start)), False


def _enclosure_named(question: Question, outline: Outline, unit: Provision) -> bool:
    """Whether the question speaks of the enclosed regulation that the unit stands in ("Quy chế", "kèm theo")."""
    root = outline.get(unit.address.split(".")[0])
    if root is None or root.kind != "enclosure":
        return False
    text = fold(question.text)
    return fold(root.label) in text or "kem theo" in text or "promulgated" in text
