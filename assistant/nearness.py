"""How near in meaning a single statement comes to a question: MaxSim over the codes of its own tokens.

The passages' tokens were coded when they were embedded, so that the model runs for the question alone.
"""

from collections.abc import Collection, Set
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from assistant.coverage import Sought
from assistant.evidence import Evidence
from assistant.late import Floats, cosines
from assistant.question import Question
from assistant.rerank import word_of_token
from corpus.corpus import Corpus
from corpus.embedding import EncodedQuery
from corpus.passage import PassageKey


@dataclass(frozen=True, slots=True)
class Near:
    """The cosine of each of the question's tokens to the nearest of the statement, and of its whole passage, rare ones
    counting more; and how far from met the worst of those is that say most.
    """

    statement: float
    passage: float
    worst: float


_TELLING = 0.75  # of the weight of the word that says most
NOWHERE = Near(0.0, 0.0, 0.0)


class Nearness:
    """The nearness of statements to one question, 0 to 1; what it needs of their passages is read at once."""

    def __init__(self, corpus: Corpus, question: Question, sought: Sought) -> None:
        self._corpus, self._question, self._sought = corpus, question, sought
        self._ends: dict[PassageKey, np.ndarray] = {}
        self._cosines: dict[PassageKey, Floats] = {}
        self._weights: Floats = np.empty(0, np.float32)
        self._shares: Floats = self._weights

    @cached_property
    def _asked(self) -> EncodedQuery:
        return self._corpus.answering.embedding.encode_query(self._question.text)

    def read(self, evidence: Collection[Evidence]) -> None:
        """Reads the tokens of the passages that the statements stand in."""
        answering = self._corpus.answering
        read = answering.embedding.reads
        keys = {e.key for e in evidence if read(e.entry.identity.language, self._question.language)}
        new = [key for key in keys if key not in self._ends]
        if not new:
            return
        asked = self._asked
        words = [word_of_token(self._question.text, a, b) for a, b in asked.spans]
        # what only asks is met anywhere, and a document's number nowhere
        weights = [self._sought.weight(w) if w in self._question.content else 0.0 for w in words]
        self._weights = np.array(weights, np.float32)
        self._shares = self._weights / (self._weights.sum() or 1.0)
        codes = self._corpus.library.token_codes(new, answering.model)
        for revision in {key.revision for key in codes}:
            ordinals = [key.ordinal for key in codes if key.revision == revision]
            spans = self._corpus.library.window_spans(revision, ordinals)
            text = self._corpus.library.text(revision)
            for ordinal in ordinals:
                key = PassageKey(revision, ordinal)
                windows = sorted((n, span) for (passage, n), span in spans.items() if passage == ordinal)
                ends = [[a + end for end in answering.embedding.token_ends(text[a:b])] for _, (a, b) in windows]
                if [len(e) for e in ends] == [len(c) for c in codes[key]] and any(ends):
                    self._ends[key] = np.array([end for window in ends for end in window])
                    self._cosines[key] = np.clip(cosines(asked.tokens, np.concatenate(codes[key])), 0.0, 1.0)
        self._level({e.key for e in evidence if e.entry.identity.language != self._question.language})

    def _level(self, foreign: Set[PassageKey]) -> None:
        """Brings the best passage in the other language to where the best in the question's own lies: tokens of one
        language lie nearer to each other.
        """
        best = {key: float(c.max(axis=0) @ self._shares) for key, c in self._cosines.items()}
        own = max((v for key, v in best.items() if key not in foreign), default=0.0)
        away = max((v for key, v in best.items() if key in foreign), default=0.0)
        if own > away > 0:
            for key in foreign & self._cosines.keys():
                self._cosines[key] = np.minimum(self._cosines[key] * np.float32(own / away), 1.0)

    def __call__(self, evidence: Evidence) -> Near:
        """The nearness of one statement; nothing is near where its passage was not read."""
        ends = self._ends.get(evidence.key)
        if ends is None:
            return NOWHERE
        first, last = np.searchsorted(ends, (evidence.start, evidence.end), side="right")
        if first >= last:
            return NOWHERE
        cosines = self._cosines[evidence.key]
        best, around = cosines[first:last].max(axis=0), cosines.max(axis=0)
        telling = best[self._weights >= _TELLING * self._weights.max()]
        return Near(float(best @ self._shares), float(around @ self._shares), float(1.0 - telling.min()))
