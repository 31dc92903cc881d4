"""The passages that a question is answered from, their statements, and what makes these relevant. Decides nothing."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.coverage import Sought
from assistant.current_words import holding
from assistant.evidence import Evidence, gather
from assistant.nearness import Nearness
from assistant.orders import without_orders
from assistant.question import Question, understand
from assistant.references import Named, by_numbers, less_descriptions
from assistant.relevance import Relevance
from assistant.search import Filters, Hit, Search, View
from assistant.terms import rarity_in
from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding, WordLikeness
from corpus.expansion import expand

PASSAGES = 12
_BESIDE_NAMED = 6  # what became of a named document is said by others


class Finder:
    """Finds over a corpus what a question can be answered from. The same search serves whoever else looks there."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.search = Search(corpus)
        self._likeness: tuple[SentenceEmbedding, WordLikeness] | None = None

    def found(
        self, asked: Question, named: Named, filters: Filters | None, view: View
    ) -> tuple[list[Hit], list[Evidence]]:
        """The passages to answer from and their statements, less those that speak to machines."""
        hits = self.hits(asked, named, filters)
        found = gather(self.corpus, view, hits)
        kept = self.allowed(found, named, filters)
        if len(kept) < len(found):  # the places of what is no evidence go to the next best
            barred = len({e.key for e in found} - {e.key for e in kept})
            hits = self.hits(asked, named, filters, PASSAGES + 2 * barred)
            kept = self.allowed(gather(self.corpus, view, hits), named, filters)
            there = {e.key for e in kept}
            hits = [h for h in hits if h.key in there]
        return hits, kept

    def allowed(self, found: Sequence[Evidence], named: Named, filters: Filters | None) -> list[Evidence]:
        """The statements that may answer: no orders to machines, nothing that did not hold on the day."""
        kept = without_orders(found, named.entries)
        return holding(self.corpus, kept, self.search.in_force(filters.as_of)) if filters and filters.as_of else kept

    def hits(self, asked: Question, named: Named, filters: Filters | None, passages: int = PASSAGES) -> list[Hit]:
        """The passages to answer from: those found, and first those of the documents that the question names."""
        hits = self.search.find(asked.text, passages, filters)
        if not named.entries:
            return hits
        inside, about = (
            Filters(documents=tuple(e.id for e in entries if filters is None or filters.admit(e)))
            for entries in (named.entries, self.search.view.titled_after(named.entries))
        )
        first = self.search.find(asked.text, passages, inside) if inside.documents else []
        if about.documents:
            about = replace(about, as_of=filters.as_of if filters else None)
            first = [*first, *self.search.find(asked.text, _BESIDE_NAMED, about)]
        return _merged(first, hits[:_BESIDE_NAMED])

    def relevance(self, asked: Question, named: Named, view: View) -> Relevance:
        """What makes a statement relevant to this question."""
        keys = frozenset(e.identity.number_key for e in named.entries if e.identity.number_key)
        rarity = rarity_in(self.corpus.keywords.frequency, view.passages)
        # what only describes a document ("the letter of September 2023") need not stand in it
        asked = understand(by_numbers(asked.text, named)) if named.described else asked
        nearness = Nearness(self.corpus, asked, Sought(expand(asked.text), rarity))
        return Relevance(asked, rarity, keys, self.likeness, nearness, less_descriptions(asked.text, named))

    @property
    def likeness(self) -> WordLikeness:
        """How near words are in meaning, by the model that answers now."""
        embedding = self.corpus.embedding
        if self._likeness is None or self._likeness[0] is not embedding:
            self._likeness = embedding, WordLikeness(embedding)
        return self._likeness[1]


def _merged(first: Sequence[Hit], second: Sequence[Hit]) -> list[Hit]:
    best: dict[object, Hit] = {}
    for hit in (*first, *second):
        if hit.key not in best or hit.score > best[hit.key].score:
            best[hit.key] = hit
    return sorted(best.values(), key=lambda h: (-h.score, h.key.revision, h.key.ordinal))
