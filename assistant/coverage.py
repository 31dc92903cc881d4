"""How much of a question stands in a passage: its words, rare ones counting more, and its words side by side.

A word also counts by another name of the thing that it names (corpus.expansion), which carries a question over into
the other language. A passage's words are compared as the lexical index holds them (corpus.fields), but only those that
the question asks for are ever brought into those forms twice. Knows nothing of where passages come from.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.terms import Rarity
from corpus.expansion import Concept, Expansion
from corpus.fields import is_english_stopword, is_stopword
from corpus.folding import exact, fold, has_diacritics, language_of, stem, words
from corpus.messages import Language

OTHER_NAME = 0.8  # what a thing found by another name counts against its own
_MOST = 96  # words of a question that are looked at
_NO_THING = -1

Form = tuple[str, str]  # a field of the lexical index, and a term in it
Name = tuple[int, int]  # the number of a thing, and of one of its names


@dataclass(frozen=True, slots=True)
class Covered:
    """What of a question stands in a passage: shares from 0 to 1, and the question's words that were found."""

    words: float
    pairs: float
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the question: how it is looked for, how much it says, and which thing it is part of the name of."""

    word: str
    weight: float
    exact: str | None  # None where no mark tells it from others
    folded: str
    stem: str
    thing: int

    def forms(self) -> tuple[Form, ...]:
        """The terms as which it stands in a passage."""
        if self.exact is not None:
            return (("exact", self.exact),)
        return ("folded", self.folded), ("stem", self.stem)


@dataclass(frozen=True, slots=True, eq=False)  # one for each word: told apart as objects, which is quick
class _Seen:
    """What a word of a passage is to the question: some of its words, terms of other names, half of a pair."""

    words: tuple[int, ...] = ()
    terms: tuple[Form, ...] = ()
    half: str = ""
    skipped: bool = False  # pairs are made over it, as over "of" in English


_NOTHING = _Seen()
_STOPWORD = _Seen(skipped=True)
_SAYING_NOTHING = {_NOTHING, _STOPWORD}


class Sought:
    """The words, pairs and things that a question looks for."""

    def __init__(self, expansion: Expansion, rarity: Rarity) -> None:
        text = expansion.meant
        self.language: Language = language_of(text)
        self.marked = has_diacritics(text)
        self._rarity = rarity
        found = list(dict.fromkeys(words(text)))[:_MOST]
        content = [w for w in found if not is_stopword(w, marked=self.marked)] or found
        named = {w: i for i, c in enumerate(expansion.concepts) for w in c.named.split()}
        self._words = [self._word(w, named.get(w, _NO_THING)) for w in content]
        self._by_form: dict[Form, list[int]] = {}
        for number, one in enumerate(self._words):
            for form in one.forms():
                self._by_form.setdefault(form, []).append(number)
        self._total = sum(w.weight for w in self._words) or 1.0
        self._pairs = frozenset(c.term for c in expansion.own if c.field == "pair")
        self._names = _names(expansion.concepts)
        asked = {*self._pairs, *(term for field, term in self._names if field == "pair")}
        self._joined = {(one, other): f"{one}_{other}" for one, other in (pair.split("_") for pair in asked)}
        self._halves = {half for pair in self._joined for half in pair}
        # most words of a passage are none of these, whatever the field, which is all there is to know of them
        self._asked = frozenset({term for _, term in (*self._by_form, *self._names)} | self._halves)
        self._seen: dict[Language, dict[_Forms, _Seen]] = {"vi": {}, "en": {}}

    def weight(self, word: str) -> float:
        """How much a word of the question says, by how rare it is where the question's language is written."""
        folded = fold(word)
        if self.language == "en":
            return self._rarity("stem", stem(folded))
        return self._rarity("exact", exact(word)) if self.marked else self._rarity("folded", folded)

    def _word(self, word: str, thing: int) -> _Word:
        folded = fold(word)
        marked = self.marked and folded != word.lower()
        return _Word(word, self.weight(word), exact(word) if marked else None, folded, stem(folded), thing)

    def covered(self, text: str, language: Language) -> Covered:
        """What of the question stands in a passage."""
        return self._covered(*self._standing(text, language))

    def by_word(self, text: str, language: Language) -> dict[str, float]:
        """How far each word of the question stands in a text, by its own or another name: 0 to 1."""
        standing, terms = self._standing(text, language)
        things = self._by_other_name(terms)
        return {
            one.word: 1.0 if number in standing else OTHER_NAME * things.get(one.thing, 0.0)
            for number, one in enumerate(self._words)
        }

    def _standing(self, text: str, language: Language) -> tuple[set[int], set[Form]]:
        """The words of the question that stand in a text, and the terms of other names that do."""
        known = self._seen[language]
        every = [known.get(forms) or self._look(forms, language) for forms in _read(text, language)]
        standing: set[int] = set()
        terms: set[Form] = set()
        for seen in set(every) - _SAYING_NOTHING:
            standing.update(seen.words)
            terms.update(seen.terms)
        halves = [seen.half for seen in every if not seen.skipped]
        for pair in self._joined.keys() & set(zip(halves, halves[1:], strict=False)) if self._joined else ():
            terms.add(("pair", self._joined[pair]))
        return standing, terms

    def _covered(self, standing: set[int], terms: set[Form]) -> Covered:
        things = self._by_other_name(terms)
        total, found = 0.0, []
        for number, one in enumerate(self._words):
            share = 1.0 if number in standing else OTHER_NAME * things.get(one.thing, 0.0)
            total += one.weight * share
            if share >= OTHER_NAME / 2:
                found.append(one.word)
        paired = sum(("pair", pair) in terms for pair in self._pairs) / len(self._pairs) if self._pairs else 0.0
        return Covered(total / self._total, paired, tuple(found))

    def _by_other_name(self, terms: set[Form]) -> dict[int, float]:
        """How much of each thing's best other name stands in a passage; things of which nothing does are left out."""
        parts: dict[Name, float] = defaultdict(float)
        # sorted, because a sum depends on the order, and a set has none
        for term in sorted(terms & self._names.keys()):
            for name, share in self._names[term]:
                parts[name] += share
        best: dict[int, float] = {}
        for (thing, _), share in parts.items():
            best[thing] = max(best.get(thing, 0.0), share)
        return best

    def _look(self, word: "_Forms", language: Language) -> _Seen:
        """What a word of a passage is to the question, remembered: passages found together share their words."""
        seen = _STOPWORD if word.skipped else _NOTHING
        if word.exact in self._asked or word.folded in self._asked or word.stem in self._asked:
            forms = [("exact", word.exact), ("folded", word.folded), *([("stem", word.stem)] if word.stem else [])]
            numbers = tuple(n for form in forms for n in self._by_form.get(form, ()))
            terms = tuple(form for form in forms if form in self._names)
            _, last = forms[-1]
            seen = _Seen(numbers, terms, last if last in self._halves and not word.skipped else "", word.skipped)
        self._seen[language][word] = seen
        return seen


@dataclass(frozen=True, slots=True, eq=False)  # one for each word, as with _Seen
class _Forms:
    """A word of a passage as the index holds it (only an English one has a stem); whether pairs are made over it."""

    exact: str
    folded: str
    stem: str
    skipped: bool


@lru_cache(maxsize=50_000)
def _forms(token: str, english: bool) -> _Forms:
    folded = fold(token)
    return _Forms(exact(token), folded, stem(folded) if english else "", english and is_english_stopword(token))


@lru_cache(maxsize=10_000)
def _read(text: str, language: Language) -> tuple[_Forms, ...]:
    """The words of a passage, in order."""
    english = language == "en"
    return tuple(_forms(token, english) for token in words(text))


def _names(concepts: Sequence[Concept]) -> dict[Form, list[tuple[Name, float]]]:
    """The terms by which other names are looked for: of which thing's which name, and their shares in it."""
    found: dict[Form, list[tuple[Name, float]]] = defaultdict(list)
    for thing, concept in enumerate(concepts):
        for number, name in enumerate(concept.names):
            total = sum(c.weight for c in name.clauses) or 1.0
            for c in name.clauses:
                found[c.field, c.term].append(((thing, number), c.weight / total))
    return dict(found)
