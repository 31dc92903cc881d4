"""The best candidates looked at closely: their words, their tokens, their neighbours, their document.

Knows what a candidate is and the weights of the stages; not where candidates come from.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from assistant.coverage import Covered, Sought
from assistant.late import interaction
from assistant.ranking import FEATURES, Stage
from corpus.answering import Answering
from corpus.corpus import Corpus
from corpus.embedding import EncodedQuery
from corpus.expansion import Expansion
from corpus.messages import Language
from corpus.packing import Signs
from corpus.passage import PassageKey
from corpus.rows import Entry

_NEAR = 5  # passages before and after, whose hits speak for a passage too
_LATE = ("late", "late_even", "late_strong")
# what compares words with words: of a passage in another language than the question's it says nothing, for or against
_OF_ONE_LANGUAGE = ("pairs",)
_GONE = Covered(0.0, 0.0, ())  # what is found of a passage that was removed meanwhile


@dataclass(slots=True)
class Candidate:
    """A passage found by its words, its vectors or both; `fused` is the score by which candidates come in."""

    key: PassageKey
    lexical: float
    dense: float
    fused: float
    windows: dict[int, float]
    features: dict[str, float] = field(default_factory=dict)
    found: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A question as the stages need it, and the model and vectors that answer it.

    `begun` waits for what the model is making of it.
    """

    expansion: Expansion
    sought: Sought
    begun: Callable[[], EncodedQuery]
    answering: Answering

    @cached_property
    def encoded(self) -> EncodedQuery:
        """The question's vectors."""
        return self.begun()

    @property
    def text(self) -> str:
        """The question as it was meant."""
        return self.expansion.meant


class Closer:
    """Fills in the features of the best candidates."""

    def __init__(self, corpus: Corpus, entries: Mapping[int, Entry], stages: Collection[Stage]) -> None:
        """`stages` are those that count: the others are not looked at."""
        self._corpus = corpus
        self._entries = entries
        self._stages = stages
        self._covered: dict[PassageKey, Covered] = {}
        self._codes: dict[PassageKey, list[Signs]] = {}

    def read(self, asked: Asked, keys: Iterable[PassageKey]) -> None:
        """Reads passages as far as that has not been done, and what of the question's words stands in them.

        Needs no vectors: most of it is done while the model still works.
        """
        new = [key for key in keys if key not in self._covered]
        if not new:
            return
        for key, text in self._corpus.library.passage_texts(new).items():
            self._covered[key] = asked.sought.covered(text, self._entries[key.revision].identity.language)
        if "late" in self._stages:
            self._codes |= self._corpus.library.token_codes(new, asked.answering.model)

    def look(self, asked: Asked, candidates: Sequence[Candidate], best: int) -> list[Candidate]:
        """The best so many of the candidates (in order of `fused`), with their features."""
        near = list(candidates[:best])
        self.read(asked, (c.key for c in near))
        self._words(near)
        if "prior" in self._stages:
            _prior(near)
        if "section" in self._stages:
            _section(near, candidates)
        if "late" in self._stages and asked.answering.embedding.reads(asked.sought.language):
            self._late(asked, near)
        bilingual = asked.answering.embedding.reads("vi", "en")
        self._even_out(near, asked.sought.language, bilingual=bilingual)
        return near

    def _words(self, near: Sequence[Candidate]) -> None:
        for c in near:
            covered = self._covered.get(c.key, _GONE)
            c.features["coverage"], c.features["pairs"], c.found = covered.words, covered.pairs, covered.found

    def _late(self, asked: Asked, near: Sequence[Candidate]) -> None:
        query = asked.encoded
        words = (word_of_token(asked.text, a, b) for a, b in query.spans)
        weights = np.array([asked.sought.weight(word) if word else 0.0 for word in words], np.float32)
        met = interaction(query.tokens, weights, [self._codes.get(c.key, []) for c in near])
        for c, *values in zip(near, met.weighted, met.even, met.strong, strict=True):
            c.features.update(zip(_LATE, (max(0.0, float(v)) for v in values), strict=True))

    def _even_out(self, near: Sequence[Candidate], language: Language, *, bilingual: bool) -> None:
        """Passages in the other language get what is usual in the question's own; where the model reads both, they keep
        what tells one from another, and the best comes to lie where the best of the others does: vectors of one
        language lie nearer to each other.
        """
        own = [c for c in near if self.language(c) == language]
        others = [c for c in near if self.language(c) != language]
        for name in (*_OF_ONE_LANGUAGE, *_LATE):
            at_home, away = ([c.features.get(name, 0.0) for c in group] for group in (own, others))
            kept = bilingual and name in _LATE
            move = lift(at_home, away)
            usual = sum(at_home) / len(at_home) if own else 0.0
            for c, value in zip(others, away, strict=True):
                c.features[name] = value + move if kept else usual

    def language(self, candidate: Candidate) -> Language:
        """The language of a candidate's document."""
        return self._entries[candidate.key.revision].identity.language


def scored(
    candidates: Sequence[Candidate], shares: Mapping[str, float], start: float = 0.0
) -> list[tuple[float, dict[str, float]]]:
    """The score of each candidate, 0 to 1, and what each stage gave to it."""
    rows: list[tuple[float, dict[str, float]]] = []
    for c in candidates:
        stages: dict[str, float] = defaultdict(float)
        for name, share in shares.items():
            stages[FEATURES[name]] += share * c.features.get(name, 0.0)
        if start:
            stages["learned"] = start
        rows.append((min(1.0, max(0.0, sum(stages.values()))), dict(stages)))
    return rows


def lift(own: Sequence[float], others: Sequence[float]) -> float:
    """How much lower the best of the passages in the other language lies than that of those in the question's own."""
    return max(0.0, max(own) - max(others)) if own and others else 0.0


def word_of_token(text: str, start: int, end: int) -> str:
    """The word that a token is of; "" for what is none."""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    word = text[start:end].strip()
    return word if any(c.isalnum() for c in word) else ""


def _prior(near: Sequence[Candidate]) -> None:
    """A document that much of what was found is of: the share of its hits, higher ones counting more."""
    shares: dict[int, float] = defaultdict(float)
    for rank, c in enumerate(near, 1):
        shares[c.key.revision] += 1 / rank
    total = sum(shares.values()) or 1.0
    for c in near:
        c.features["prior"] = shares[c.key.revision] / total


def _section(near: Sequence[Candidate], candidates: Sequence[Candidate]) -> None:
    """The best that was found close by, the passage itself included: neighbours speak of one subject."""
    found: dict[int, dict[int, float]] = defaultdict(dict)
    for c in candidates:
        found[c.key.revision][c.key.ordinal] = c.fused
    for c in near:
        around = range(c.key.ordinal - _NEAR, c.key.ordinal + _NEAR + 1)
        fused = found[c.key.revision]
        c.features["section"] = max(fused[n] for n in around if n in fused)
