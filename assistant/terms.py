"""A question's words as they are looked for in a statement: forms, how much each says. Knows nothing of scores."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.question import Question
from assistant.vocabulary import LIGHT_ENGLISH, LIGHT_VIETNAMESE, SAME_ENGLISH, SAME_VIETNAMESE
from corpus.fields import is_stopword
from corpus.folding import exact, fold, stem, words
from corpus.identity import find_numbers

Rarity = Callable[[str, str], float]
Likeness = Callable[[Sequence[str], Sequence[str]], Sequence[float]]

LIGHT = 0.25  # what an everyday word counts against a word of the subject
# phrases of several syllables that stand for others; none holds another, so that each is met where it stands
_PHRASES = re.compile(
    r"\b(?:"
    + "|".join(sorted({re.escape(p) for pair in SAME_VIETNAMESE for p in pair if " " in p}, key=len, reverse=True))
    + r")\b"
)
_ISSUING = {"issu", "promulg", "sign", "date", "ban", "hanh", "ky"}


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question: the forms under which it counts as found, its weight, whether it is a name."""

    word: str
    forms: frozenset[str]
    weight: float
    name: bool = False


def terms_of(question: Question, rarity: Rarity) -> list[Term]:
    """The document numbers that a question names, then its words, each once."""
    numbers = [Term(n.printed, frozenset({f"#{n.key}"}), 1.0) for n in question.numbers]
    content = (w for w in dict.fromkeys(question.content) if len(w) > 1 or w.isdigit())
    return numbers + [_term(w, question, rarity) for w in content]


def _term(word: str, question: Question, rarity: Rarity) -> Term:
    folded = fold(word)
    name = word[0].isupper() and not question.text.startswith(word)
    # when a numbered document was issued stands behind its number, mostly without a word for it
    issuing = bool(question.numbers) and question.kind == "date" and (folded in _ISSUING or stem(folded) in _ISSUING)
    if question.language == "en":
        form = stem(folded)
        weight = rarity("stem", form) * (LIGHT if form in LIGHT_ENGLISH or issuing else 1.0)
        return Term(word, frozenset({form, *SAME_ENGLISH.get(form, ())}), weight, name)
    light = question.marked and word.lower() in LIGHT_VIETNAMESE
    even, field = (exact, "exact") if question.marked else (fold, "folded")
    weight = rarity(field, even(word)) * (LIGHT if light or issuing else 1.0)
    same = (_phrase(other, marked=question.marked) for other in _same_vietnamese(word, question))
    return Term(word, frozenset({even(word), *same}), weight, name)


def _same_vietnamese(word: str, question: Question) -> set[str]:
    """What stands for a syllable because its phrase is in the question: a phrase of several is looked for whole."""
    text = f" {question.text.lower()} " if question.marked else f" {fold(question.text)} "
    found: set[str] = set()
    for a, b in SAME_VIETNAMESE:
        for phrase, other in ((a, b), (b, a)):
            shown = phrase if question.marked else fold(phrase)
            if f" {shown} " in text and fold(word) in fold(phrase).split():
                found.add(other)
    return found


def _phrase(words: str, *, marked: bool) -> str:
    """The form under which a word or a phrase of a synonym is found."""
    if " " in words:
        return "=" + (words if marked else fold(words))
    return exact(words) if marked else fold(words)


@lru_cache(maxsize=20_000)
def bag(text: str, language: str) -> frozenset[str]:
    """The forms under which a text's words and document numbers are found."""
    found = words(text)
    numbers = frozenset(f"#{n.key}" for n in find_numbers(text))
    if language == "en":
        return numbers | frozenset(stem(fold(w)) for w in found)
    spaced = " ".join(found).lower()
    phrases = {m.group() for m in _PHRASES.finditer(spaced)}
    return numbers.union(
        (exact(w) for w in found),
        (fold(w) for w in found),
        ("=" + p for p in phrases),
        ("=" + fold(p) for p in phrases),
    )


@lru_cache(maxsize=20_000)
def in_order(text: str, language: str) -> tuple[str, ...]:
    """A text's words one after the other, stopwords left out, stemmed (English) or folded."""
    kept = [w for w in words(text) if not is_stopword(w, marked=True)]
    return tuple(stem(fold(w)) if language == "en" else fold(w) for w in kept)


def rarity_in(frequency: Callable[[str, str], int], passages: int) -> Rarity:
    """How much a word says: near 0 if it stands in every passage, 1 if in one or none."""

    def rarity(field: str, term: str) -> float:
        count = frequency(field, term)
        return 0.05 + 0.95 * math.log((passages + 1) / (count + 1)) / math.log(passages + 1) if passages else 1.0

    return rarity
