"""What a topic is about: its words and what each says, those of which one is enough, the years it names.

Compares a topic with texts. Knows nothing of documents and registers.
"""

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from assistant.coverage import Sought
from assistant.terms import LIGHT
from assistant.vocabulary import LIGHT_ENGLISH, LIGHT_VIETNAMESE
from corpus.fields import is_stopword
from corpus.folding import exact, fold, stem, words
from corpus.messages import Language

Standing = tuple[float, ...]  # how far each word of the topic stands in a text, 0 to 1

_OR = re.compile(r",\s+|\s+(?:và|hoặc|va|hoac|and|or)\s+")
_LONGEST_PART = 4  # words of one of several things that are named side by side
_SAYS_AS_MUCH = 0.25  # of what the rarest of them says: "officials" in "evaluating, grading officials" is none of them
_SHORT = 2
_ALONE = 0.4  # what a Vietnamese syllable counts without a neighbour of the topic beside it: it is part of many words
# these say how one thing stands to another; the list of words that are never looked for leaves them in
_LITTLE = frozenset({
    "into", "out", "over", "under", "upon", "within", "through", "during", "between", "per", "via", "after", "before",
    "since", "until", "being", "been",
})  # fmt: skip
_RARE = 1.5  # a power: rare words say more than their share, as a topic's common words are common to all documents
_YEAR = re.compile(r"(?<![\d/.])(?:19|20)\d\d(?!\d)|(?<=/)(?:19|20)\d\d(?![\d/])")


class Subject:
    """The words of a topic. Of things named side by side ("appraising and approving ...") one is enough."""

    def __init__(self, sought: Sought, subject: str) -> None:
        self._sought = sought
        self.words = tuple(sought.by_word(subject, sought.language))
        self._weights = tuple(self._weight(w) for w in self.words)
        self._either = self._side_by_side(subject)
        self.years = years_in(subject)
        self.standing = lru_cache(maxsize=20_000)(self._standing)

    @property
    def language(self) -> Language:
        """The language that the topic is written in."""
        return self._sought.language

    def _weight(self, word: str) -> float:
        folded = fold(word)
        if self.language == "en":
            light = folded in _LITTLE or stem(folded) in LIGHT_ENGLISH
        else:
            light = word.lower() in LIGHT_VIETNAMESE
        return math.pow(self._sought.weight(word), _RARE) * (LIGHT if light else 1.0)

    def _side_by_side(self, subject: str) -> tuple[frozenset[int], ...]:
        """The numbers of the words of each of several things named side by side; empty where there is one."""
        parts = [words(p) for p in _OR.split(subject)]
        size = len(parts[0])
        if len(parts) < 2 or size > _LONGEST_PART or (size > _SHORT and any(len(p) < size for p in parts[1:])):
            return ()
        number = {w: n for n, w in enumerate(self.words)}
        taken = [frozenset(number[w] for w in p[:size] if w in number) for p in parts]
        apart = all(not a & b for a, b in pairwise(taken))
        if not apart or not all(taken):
            return ()
        says = [sum(self._weights[n] for n in t) for t in taken]
        rare = tuple(t for t, s in zip(taken, says, strict=True) if s >= max(says) * _SAYS_AS_MUCH)
        return rare if len(rare) > 1 else ()

    def _standing(self, text: str, language: Language) -> Standing:
        found = self._sought.by_word(text, language)
        if self.language != "vi" or language != "vi" or len(self.words) < _SHORT:
            return tuple(found[w] for w in self.words)
        beside = self._beside(text)
        return tuple(found[w] * (1.0 if n in beside else _ALONE) for n, w in enumerate(self.words))

    def own_share(self, said: Sequence[str]) -> float:
        """How much of what words say is the topic's, rare ones counting more: the rest is of something else."""
        kept = [w for w in said if not is_stopword(w, marked=self._sought.marked)]
        own = {form for w in self.words for form in (fold(w), stem(fold(w)))}
        weights = [(self._sought.weight(w), fold(w) in own or stem(fold(w)) in own) for w in kept]
        total = sum(weight for weight, _ in weights)
        return sum(weight for weight, mine in weights if mine) / total if total else 1.0

    def _beside(self, text: str) -> set[int]:
        """The numbers of the words that stand beside their neighbour of the topic."""
        even = self._even(text)
        there = set(pairwise(even))
        together = (n for n, pair in enumerate(pairwise(self._even(" ".join(self.words)))) if pair in there)
        return {m for n in together for m in (n, n + 1)}

    def _even(self, text: str) -> list[str]:
        kept = (w for w in words(text) if not is_stopword(w, marked=True))
        return [exact(w) if self._sought.marked else fold(w) for w in kept]

    def share(self, standing: Sequence[float], lacking: Sequence[float] | None = None) -> float:
        """How much of the topic stands, rare words counting more; or how much of what something else is `lacking`."""
        weights = [w * s for w, s in zip(self._weights, lacking or (1.0,) * len(self.words), strict=True)]
        some = [
            (sum(weights[n] * standing[n] for n in part), sum(weights[n] for n in part)) for part in self._either
        ]  # fmt: skip
        grouped = frozenset[int]().union(*self._either)
        rest = [n for n in range(len(weights)) if n not in grouped]
        best = max((has / of for has, of in some if of), default=0.0)
        of_some = max((of for _, of in some), default=0.0)
        total = of_some + sum(weights[n] for n in rest)
        return (of_some * best + sum(weights[n] * standing[n] for n in rest)) / total if total else 0.0


def at_best(*each: Sequence[float]) -> Standing:
    """How far each word stands where it stands best."""
    return tuple(map(max, zip(*each, strict=True)))


def years_in(text: str) -> frozenset[str]:
    """The years that a text names, alone or at the end of a date; not those in the numbers of documents."""
    return frozenset(_YEAR.findall(text))
