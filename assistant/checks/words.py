"""A text as the check reads it: its words as they are compared, the clauses they stand in, the things they name.

Knows the glossary; knows nothing of what may and may not differ.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.fields import is_stopword
from corpus.folding import exact, fold, language_of, stem, words
from corpus.glossary import glossary
from corpus.messages import Language
from corpus.numerals import find_numerals

_WORD = re.compile(r"\d+(?:[.,/:]\d+)*|[^\W\d_]+[^\W_]*")
_BREAK = re.compile(r"[;\n()]|[.:!?,](?=\s|$)| (?:và|and|but|nhưng|còn) ")
_END = re.compile(r"[;\n]|(?<!\bNo)[.!?](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, the form in which it is compared, its clause and sentence, whether it says something by itself."""

    form: str
    start: int
    end: int
    clause: int
    sentence: int
    telling: bool


@dataclass(frozen=True)
class Reading:
    """An evened-out text with its words; `language` is that of the text."""

    text: str
    language: Language
    words: tuple[Word, ...]

    @cached_property
    def forms(self) -> frozenset[str]:
        """The forms of its words."""
        return frozenset(w.form for w in self.words)

    @cached_property
    def things(self) -> dict[int, tuple[int, int]]:
        """The lines of the glossary that it names, and from which word to which."""
        return dict(_things(self))

    def at(self, start: int) -> int:
        """The number of the first word that stands at start or later."""
        return next((i for i, w in enumerate(self.words) if w.start >= start), len(self.words))


@lru_cache(maxsize=2000)
def read(text: str) -> Reading:
    """Reads an evened-out text."""
    language = language_of(text) if text.strip() else "en"
    return Reading(text, language, tuple(_words(text, language)))


def _words(text: str, language: Language) -> Iterator[Word]:
    breaks, ends = [m.start() for m in _BREAK.finditer(text)], [m.start() for m in _END.finditer(text)]
    spelt = {n.start: n for n in find_numerals(text) if n.spelt and "times" not in text[n.end : n.end + 6]}
    clause = sentence = 0
    for match in _WORD.finditer(text):
        while clause < len(breaks) and breaks[clause] < match.start():
            clause += 1
        while sentence < len(ends) and ends[sentence] < match.start():
            sentence += 1
        word = match.group()
        numeral = spelt.get(match.start())
        form = f"{min(numeral.values):g}" if numeral else form_of(word, language)
        yield Word(form, match.start(), match.end(), clause, sentence, not is_stopword(word, marked=True))


def form_of(word: str, language: Language) -> str:
    """The form in which a word is compared: English ones stemmed, the place of the tone evened out."""
    if word[0].isdigit():
        return word.lstrip("0") or "0"
    return stem(fold(word)) if language == "en" and word.isascii() else exact(word)


def telling(reading: Reading, hidden: str) -> list[Word]:
    """The words that say something and are not blanked out in the text with its operators and figures hidden."""
    return [w for w in reading.words if w.telling and hidden[w.start : w.end].strip()]


def aligned(words: Sequence[Word], source: Sequence[Word]) -> frozenset[int]:
    """The clauses of a source that some words come from: the one that holds most of them, then what is still missing."""
    missing = {w.form for w in words}
    clauses: dict[int, set[str]] = {}
    for w in source:
        clauses.setdefault(w.clause, set()).add(w.form)
    used: set[int] = set()
    while missing:
        best = max(clauses, key=lambda c: (len(clauses[c] & missing), -len(clauses[c])), default=None)
        if best is None or not clauses[best] & missing:
            break
        used.add(best)
        missing -= clauses.pop(best)
    return frozenset(used)


def _things(reading: Reading) -> Iterable[tuple[int, tuple[int, int]]]:
    known, tokens = glossary(), [reading.text[w.start : w.end] for w in reading.words]
    at = 0
    while at < len(tokens):
        step = 1
        for length in range(min(known.longest_from(tokens[at]), len(tokens) - at), 0, -1):
            lines = _lines(tuple(tokens[at : at + length]), reading.language)
            if lines:
                yield from ((line, (at, at + length)) for line in lines)
                step = length
                break
        at += step


@lru_cache(maxsize=50_000)
def _lines(run: tuple[str, ...], language: Language) -> tuple[int, ...]:
    known = glossary()
    if len(run) == 1 and (numbers := known.of_abbreviation(run[0])):
        return numbers
    if language == "vi" or any(not w.isascii() for w in run):
        return known.marked.get(tuple(exact(w) for w in run), ())
    return known.english.get(tuple(stem(fold(w)) for w in run), ())


def names_of(line: int, language: Language) -> list[tuple[str, ...]]:
    """The names of a line of the glossary in a language, as forms."""
    return [tuple(form_of(w, language) for w in words(name)) for name in glossary().entries[line].names(language)]
