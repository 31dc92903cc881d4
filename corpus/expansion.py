"""What a question may also be looked for by: other names of the things it names, in both languages.

Knows the glossary and the fields; knows nothing of the index. What is added counts less than the question's own words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.fields import Clause, clauses_of, is_stopword
from corpus.folding import exact, fold, has_diacritics, language_of, stem, words
from corpus.glossary import Entry, Glossary, Key, bare_key, english_key, glossary, marked_key
from corpus.identity import find_numbers
from corpus.keystrokes import as_meant
from corpus.messages import Language
from corpus.syllables import is_bare_syllable, is_syllable

_MOST = 32  # things of a question that are looked for by other names
_CLEAR = 4  # letters of an abbreviation that is looked for: NQ and CT stand in every document number
_LONG = 2000  # characters of a question that are looked through for them


@dataclass(frozen=True, slots=True)
class Weights:
    """How much another name counts. Chosen on evals/cross and the development halves (evals/README.md)."""

    vietnamese: float = 1.5  # the Vietnamese name of what is named in English
    # the English name of what is named in Vietnamese: a question's own syllables count in three fields and as pairs, so
    # that an English passage could not come near with less
    english: float = 2.2
    same: float = 0.2  # another name in the same language
    short: float = 0.8  # an abbreviation for the long form, and back
    pair: float = 1.0  # words of a name side by side, against each of them alone
    single: float = 0.4  # a syllable of a longer Vietnamese name alone: it is part of many other words
    many: float = 0.25  # a thing of n names in a language says 1/n to this power by each of them


@dataclass(frozen=True, slots=True)
class Name:
    """Another name, and the terms by which it is looked for."""

    text: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that the question names, as it names it, and its other names."""

    named: str
    names: tuple[Name, ...]


@dataclass(frozen=True)
class Expansion:
    """A question as it was asked, as it was meant (typing put together), and what its words also go by."""

    question: str
    meant: str
    concepts: tuple[Concept, ...] = ()

    @cached_property
    def own(self) -> list[Clause]:
        """What is looked for: the question's own words."""
        return clauses_of(self.meant)

    @cached_property
    def clauses(self) -> list[Clause]:
        """What is looked for besides the question's own words: each term once, as the best of its names counts it."""
        best: dict[tuple[str, str], Clause] = {}
        for clause in (c for concept in self.concepts for name in concept.names for c in name.clauses):
            held = best.get((clause.field, clause.term))
            if clause.weight > 0 and (held is None or held.weight < clause.weight):
                best[clause.field, clause.term] = clause
        return list(best.values())

    @property
    def retyped(self) -> bool:
        """Whether the question was read otherwise than it stands."""
        return self.meant != self.question


WEIGHTS = Weights()


def expand(question: str, weights: Weights = WEIGHTS, meant: str | None = None) -> Expansion:
    """Reads a question; what the glossary does not know is left to its own words.

    `meant`: what `as_meant` gives for it, where that is known already.
    """
    meant = as_meant(question) if meant is None else meant
    tokens = _tokens(meant[:_LONG])
    found = list(_found(tokens, _reading(meant), glossary()))[:_MOST]
    concepts = (Concept(named, _other_names(lines, weights)) for named, lines in found)
    return Expansion(question, meant, tuple(c for c in concepts if c.names))


def _tokens(text: str) -> list[str]:
    """The words of a question, document numbers left out: their codes are no abbreviations to be spelt out."""
    for n in reversed(find_numbers(text)):
        text = text[: n.start] + " " + text[n.end :]
    return words(text)


@dataclass(frozen=True, slots=True)
class _Reading:
    language: Language
    marked: bool


def _reading(text: str) -> _Reading:
    return _Reading(language_of(text) if text.strip() else "en", has_diacritics(text))


Named = tuple[str, "_Lines"]


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of the glossary that words stand for, in which language they were recognised."""

    numbers: tuple[int, ...]
    language: Language | None  # None: an abbreviation
    key: Key


def _found(tokens: Sequence[str], reading: _Reading, known: Glossary) -> Iterable[Named]:
    """The names in the question, the longest first at each place, none inside another."""
    at = 0
    while at < len(tokens):
        step = 1
        for length in range(min(known.longest_from(tokens[at]), len(tokens) - at), 0, -1):
            lines = _lines(tokens[at : at + length], reading, known)
            if lines is not None:
                yield " ".join(tokens[at : at + length]), lines
                step = length
                break
        at += step


def _lines(run: Sequence[str], reading: _Reading, known: Glossary) -> _Lines | None:
    if len(run) == 1:
        word = run[0]
        if numbers := known.of_abbreviation(word):
            return _Lines(numbers, None, (word,))
        if is_stopword(word, marked=True):
            return None
    key = tuple(exact(w) for w in run)
    if (numbers := known.marked.get(key, ())) and _is_vietnamese(run, reading):
        return _Lines(numbers, "vi", key)
    key = tuple(fold(w) for w in run)
    if not reading.marked and reading.language == "vi" and (numbers := known.bare.get(key, ())):
        return _Lines(numbers, "vi", key)
    key = tuple(stem(w) for w in key)
    if (numbers := known.english.get(key, ())) and _is_english(run, reading):
        return _Lines(numbers, "en", key)
    return None


def _is_vietnamese(run: Sequence[str], reading: _Reading) -> bool:
    """Whether words with a Vietnamese reading are meant as such: among English ones, a mark has to show it."""
    return reading.language == "vi" and reading.marked or any(not w.isascii() for w in run)


def _is_english(run: Sequence[str], reading: _Reading) -> bool:
    return reading.language == "en" or not all(is_syllable(w) for w in run)


@lru_cache(maxsize=4096)
def _other_names(lines: _Lines, weights: Weights) -> tuple[Name, ...]:
    entries = [glossary().entries[number] for number in lines.numbers]
    vi, en = _shares(entries, lines.language, weights)
    names: dict[str, Name] = {}
    for entry in entries:
        for name in _names(entry, vi, en, weights, abbreviated=lines.language is None):
            if name.clauses and lines.key not in (marked_key(name.text), bare_key(name.text), english_key(name.text)):
                names.setdefault(name.text, name)
    return tuple(names.values())


def _shares(entries: Sequence[Entry], language: Language | None, weights: Weights) -> tuple[float, float]:
    """How much a Vietnamese and an English name count for a thing named in a language (None: by an abbreviation)."""
    vi, en = sum(len(e.vi) for e in entries), sum(len(e.en) for e in entries)
    vietnamese = {None: weights.short, "vi": weights.same, "en": weights.vietnamese}[language]
    english = weights.same if language == "en" else weights.english
    return vietnamese / vi**weights.many, english / en**weights.many


def _names(entry: Entry, vi: float, en: float, weights: Weights, *, abbreviated: bool) -> Iterable[Name]:
    for text in entry.vi:
        yield Name(text, tuple(_vietnamese(text, vi, weights)))
    for text in entry.en:
        yield Name(text, tuple(_english(text, en, weights)))
    for text in () if abbreviated else entry.short:
        if len(text) >= _CLEAR:
            yield Name(text, (Clause("exact", exact(text), weights.short),))


def _vietnamese(text: str, share: float, weights: Weights) -> Iterable[Clause]:
    syllables = words(text)
    if len(syllables) == 1:
        yield Clause("exact", exact(syllables[0]), share)
        return
    single = share * weights.single / len(syllables)
    for w in dict.fromkeys(syllables):
        if not is_stopword(w, marked=True):
            yield Clause("exact", exact(w), single)
    folded = [fold(w) for w in syllables]
    for one, other in zip(folded, folded[1:], strict=False):
        yield Clause("pair", f"{one}_{other}", share * weights.pair / (len(folded) - 1))


def _english(text: str, share: float, weights: Weights) -> Iterable[Clause]:
    stems = [stem(fold(w)) for w in words(text) if not is_stopword(w, marked=True)]
    for w in dict.fromkeys(stems):
        if not is_bare_syllable(w):  # "ban", "can" and "long" stand in every Vietnamese text
            yield Clause("stem", w, share / len(stems))
    for one, other in zip(stems, stems[1:], strict=False):
        yield Clause("pair", f"{one}_{other}", share * weights.pair / (2 * (len(stems) - 1)))
