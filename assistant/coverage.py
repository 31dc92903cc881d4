"""How much of a question stands in a passage: its words, rare ones counting more, and its words side by side.

A word also counts by another name of the thing that it names (corpus.expansion), which carries a question over into
the other language. Knows nothing of where passages come from.
"""

from dataclasses import dataclass
from functools import lru_cache

from assistant.terms import Rarity
from corpus.expansion import Expansion, Name
from corpus.fields import clauses_of, english_pairs, is_stopword, pairs
from corpus.folding import exact, fold, has_diacritics, language_of, stem, words
from corpus.messages import Language

_OTHER_NAME = 0.8  # what a thing found by another name counts against its own
_MOST = 96  # words of a question that are looked at
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a passage, as they are compared."""

    language: Language
    exact: frozenset[str]
    folded: frozenset[str]
    stems: frozenset[str]
    pairs: frozenset[str]

    def field(self, name: str) -> frozenset[str]:
        """The terms of one of the lexical index's fields."""
        return {"exact": self.exact, "folded": self.folded, "stem": self.stems, "pair": self.pairs}.get(name, _NOTHING)


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
    thing: int | None

    def stands(self, passage: Terms) -> bool:
        """Whether it stands in a passage."""
        if self.exact is not None:
            return self.exact in passage.exact
        return self.folded in passage.folded or (passage.language == "en" and self.stem in passage.stems)


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
        self._words = [self._word(w, named.get(w)) for w in content]
        self._total = sum(w.weight for w in self._words) or 1.0
        self._pairs = frozenset(c.term for c in clauses_of(text) if c.field == "pair")
        self._names = [[_Name.of(name) for name in c.names] for c in expansion.concepts]

    def weight(self, word: str) -> float:
        """How much a word of the question says, by how rare it is where the question's language is written."""
        folded = fold(word)
        if self.language == "en":
            return self._rarity("stem", stem(folded))
        return self._rarity("exact", exact(word)) if self.marked else self._rarity("folded", folded)

    def _word(self, word: str, thing: int | None) -> _Word:
        folded = fold(word)
        marked = self.marked and folded != word.lower()
        return _Word(word, self.weight(word), exact(word) if marked else None, folded, stem(folded), thing)

    def covered(self, passage: Terms) -> Covered:
        """What of the question stands in a passage."""
        things: dict[int, float] = {}
        total, found = 0.0, []
        for one in self._words:
            share = 1.0 if one.stands(passage) else self._by_other_name(one, passage, things)
            total += one.weight * share
            if share >= _OTHER_NAME / 2:
                found.append(one.word)
        paired = len(self._pairs & passage.pairs) / len(self._pairs) if self._pairs else 0.0
        return Covered(total / self._total, paired, tuple(found))

    def _by_other_name(self, one: _Word, passage: Terms, things: dict[int, float]) -> float:
        if one.thing is None:
            return 0.0
        if one.thing not in things:
            things[one.thing] = max((name.share(passage) for name in self._names[one.thing]), default=0.0)
        return _OTHER_NAME * things[one.thing]


@dataclass(frozen=True, slots=True)
class _Name:
    """Another name of a thing: its terms by field, with their shares in it."""

    fields: tuple[tuple[str, dict[str, float]], ...]

    @classmethod
    def of(cls, name: Name) -> "_Name":
        total = sum(c.weight for c in name.clauses) or 1.0
        fields: dict[str, dict[str, float]] = {}
        for c in name.clauses:
            terms = fields.setdefault(c.field, {})
            terms[c.term] = terms.get(c.term, 0.0) + c.weight / total
        return cls(tuple(fields.items()))

    def share(self, passage: Terms) -> float:
        """How much of it stands in a passage."""
        return sum(
            weight for field, terms in self.fields for term, weight in terms.items() if term in passage.field(field)
        )


@lru_cache(maxsize=20_000)
def terms_of(text: str, language: Language) -> Terms:
    """The terms of a passage (kept for the last 20,000)."""
    tokens = words(text)
    folded = [fold(w) for w in tokens]
    english = language == "en"
    return Terms(
        language,
        frozenset(exact(w) for w in tokens),
        frozenset(folded),
        frozenset(stem(w) for w in folded) if english else frozenset(),
        frozenset(english_pairs(tokens) if english else pairs(folded)),
    )
