"""The words by which a topic is looked for: other names in the other language, other forms of its own words in English.

"Reception" is also "receive", "staffing" also "staff", which their stems do not tell. What is only a synonym is not
looked for: "assignment" finds "transfer", and rightly so, but that something is on the topic it does not say.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from corpus.expansion import WEIGHTS, Concept, Expansion, Name, expand
from corpus.fields import Clause
from corpus.folding import fold, language_of, stem, words
from corpus.glossary import english_key, glossary

_NO_SYNONYMS = replace(WEIGHTS, same=0.0)
_ARTICLE = re.compile(r"\b(?:an?|the)\s+", re.IGNORECASE)
_ALIKE = 4  # first letters that two forms of a word have in common
_ENDINGS = ("ing", "ment", "al", "ed")


def looked_for(subject: str) -> Expansion:
    """A subject with what it also goes by."""
    if language_of(subject) != "en":
        return expand(subject, _NO_SYNONYMS)
    # an article is no part of a thing's name: "a class" is not "each class"
    told = expand(_ARTICLE.sub("", subject), _NO_SYNONYMS)
    return replace(told, concepts=tuple(_with_forms(told)))


def _with_forms(told: Expansion) -> Iterator[Concept]:
    """What a topic names, and each of its words with its other forms."""
    for concept in told.concepts:
        yield replace(concept, names=(*concept.names, *map(_name, other_forms(concept.named))))
    named = {w for c in told.concepts for w in words(c.named)}
    for word in dict.fromkeys(words(told.meant)):
        if word not in named and (forms := other_forms(word)):
            yield Concept(word, tuple(map(_name, forms)))


def _name(form: str) -> Name:
    return Name(form, (Clause("stem", stem(fold(form)), 1.0),))


@lru_cache(maxsize=2_000)
def other_forms(word: str) -> tuple[str, ...]:
    """Other forms of an English word that the glossary has, if its stem does not bring them together with it."""
    known, plain = glossary(), fold(word)
    roots = {plain, *(plain.removesuffix(e) for e in _ENDINGS if len(plain) - len(e) >= _ALIKE)}
    lines = {n for root in roots for n in known.english.get(english_key(root), ())}
    names = (name for n in sorted(lines) for name in known.entries[n].en if " " not in name)
    forms = {stem(fold(name)): name for name in names if fold(name)[:_ALIKE] == plain[:_ALIKE]}
    return tuple(name for key, name in forms.items() if key != stem(plain))
