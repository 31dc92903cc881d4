"""How near in meaning a single statement comes to a question: MaxSim over the codes of its own tokens.

The passages' tokens were coded when they were embedded, so that the model runs for the question alone. Only in English:
the shipped model's tokens say nothing in Vietnamese (evals/README.md).
"""

from collections.abc import Iterable

import numpy as np

from assistant.coverage import Sought
from assistant.evidence import Evidence
from assistant.late import Floats, cosines
from assistant.question import Question
from assistant.rerank import word_of_token
from corpus.corpus import Corpus
from corpus.passage import PassageKey


class Nearness:
    """The nearness of statements to one question, 0 to 1; what it needs of their passages is read at once."""

    def __init__(self, corpus: Corpus, question: Question, sought: Sought) -> None:
        self._corpus, self._question, self._sought = corpus, question, sought
        self._ends: dict[PassageKey, np.ndarray] = {}
        self._cosines: dict[PassageKey, Floats] = {}
        self._weights: Floats = np.empty(0, np.float32)
        self._shares: Floats = self._weights

    def read(self, evidence: Iterable[Evidence]) -> None:
        """Reads the tokens of the passages that the statements stand in."""
        keys = {e.key: e.entry.revision for e in evidence if e.entry.identity.language == "en"}
        new = [key for key in keys if key not in self._ends]
        if self._question.language != "en" or not new:
            return
        answering = self._corpus.answering
        asked = answering.embedding.encode_query(self._question.text)
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
                    self._cosines[key] = cosines(asked.tokens, np.concatenate(codes[key]))

    def __call__(self, evidence: Evidence) -> tuple[float, float]:
        """The cosine of each of the question's tokens to the nearest of the statement, rare ones counting more; and
        how much the one says that is met worst.
        """
        ends = self._ends.get(evidence.key)
        if ends is None:
            return 0.0, 0.0
        first, last = np.searchsorted(ends, (evidence.start, evidence.end), side="right")
        if first >= last:
            return 0.0, 0.0
        best = np.clip(self._cosines[evidence.key][first:last].max(axis=0), 0.0, 1.0)
        return float(best @ self._shares), float(((1.0 - best) * self._weights).max())
