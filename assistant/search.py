"""Finding: lexical and vector search, fused. Gives passages with scores; knows nothing of answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from assistant.twins import folded
from corpus.corpus import Corpus
from corpus.folding import language_of
from corpus.kinship import Kinship
from corpus.messages import Language
from corpus.passage import PassageKey
from corpus.rows import Entry


@dataclass(frozen=True, slots=True)
class Filters:
    """Which documents to look in; empty means all. Dates are those of issue, both ends included."""

    types: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    issued_from: date | None = None
    issued_to: date | None = None
    collections: tuple[str, ...] = ()

    def admit(self, entry: Entry) -> bool:
        """Whether a document passes; one without a date passes no date filter."""
        identity = entry.identity
        issuer = (identity.issuer or "").casefold()
        return (
            (not self.types or identity.type in self.types)
            and (not self.issuers or any(i.casefold() in issuer for i in self.issuers))
            and (not self.documents or entry.id in self.documents)
            and (not self.collections or entry.collection in self.collections)
            and (self.issued_from is None or (identity.issued is not None and identity.issued >= self.issued_from))
            and (self.issued_to is None or (identity.issued is not None and identity.issued <= self.issued_to))
        )


@dataclass(frozen=True, slots=True)
class Weights:
    """How the stages count. Chosen on the development halves (evals/README.md)."""

    lexical_vi: float = 0.8
    lexical_en: float = 0.6
    same_language: float = 0.15
    depth: int = 100
    windows: int = 150


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: the fused score (0 to about 1), and what each stage said of it.

    `also` are the other places of the same text: a copy's, a scan's, a translation's.
    """

    key: PassageKey
    score: float
    lexical: float
    dense: float
    windows: dict[int, float] = field(default_factory=dict)
    also: tuple[PassageKey, ...] = ()


class View:
    """The live documents as one reader sees them; a new one is made when the catalogue has changed."""

    def __init__(
        self, version: int, entries: Sequence[Entry], links: Mapping[int, Mapping[int, Kinship]] | None = None
    ) -> None:
        self.version = version
        self.entries = {e.revision: e for e in entries}
        self.links = links or {}

    @cached_property
    def passages(self) -> int:
        """How many passages are live."""
        return sum(e.passages for e in self.entries.values())


class Search:
    """Search over a corpus. Safe to use from several threads."""

    def __init__(self, corpus: Corpus, weights: Weights | None = None) -> None:
        self.corpus = corpus
        self.weights = weights or Weights()
        self._view = View(-1, [])

    @property
    def view(self) -> View:
        """The live documents, read again if another process has added or removed one."""
        version = self.corpus.library.version()
        if version != self._view.version:
            self.corpus.check_model()
            library = self.corpus.library
            self._view = View(version, library.entries(), library.all_links())
        return self._view

    def find(self, question: str, limit: int = 10, filters: Filters | None = None) -> list[Hit]:
        """The best passages, best first."""
        view = self.view
        admitted = [r for r, e in view.entries.items() if filters is None or filters.admit(e)]
        if not admitted:
            return []
        among = None if len(admitted) == len(view.entries) else admitted
        words = self.corpus.keywords.search(question, self.weights.depth, among)
        vector = self.corpus.embedding.get_query_embedding(question)
        near = self.corpus.vectors.search(vector, self.weights.windows, among)
        lexical = {h.passage: h.score for h in words if h.passage.revision in view.entries}
        windows: dict[PassageKey, dict[int, float]] = {}
        for hit in near:
            if hit.passage.revision in view.entries:
                windows.setdefault(hit.passage, {})[hit.window] = hit.cosine
        language = language_of(question)
        hits = self._fused(lexical, windows, language, view)
        return folded(hits, view, self.corpus.library, language, limit)[:limit]

    def _fused(
        self,
        lexical: dict[PassageKey, float],
        windows: dict[PassageKey, dict[int, float]],
        language: Language,
        view: View,
    ) -> list[Hit]:
        weights = self.weights
        share = weights.lexical_vi if language == "vi" else weights.lexical_en
        top_word = max(lexical.values(), default=0.0) or 1.0
        dense = {key: max(found.values()) for key, found in windows.items()}
        high, low = max(dense.values(), default=0.0), min(dense.values(), default=0.0)
        spread = (high - low) or 1.0
        hits: list[Hit] = []
        for key in lexical.keys() | dense.keys():
            word = lexical.get(key, 0.0)
            near = dense.get(key, low)
            score = share * word / top_word + (1 - share) * (near - low) / spread
            if view.entries[key.revision].identity.language == language:
                score += weights.same_language
            hits.append(Hit(key, score, word, near, windows.get(key, {})))
        # ties are broken by place, so that the same question finds the same passages in the same order
        hits.sort(key=lambda h: (-h.score, h.key.revision, h.key.ordinal))
        return hits
