"""The walk from a question to a cited answer, or to the word that the documents do not say."""

import hashlib
from collections.abc import Generator, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation, Searched, Statement
from assistant.evidence import Evidence, gather, within
from assistant.generate import GeneratingWriter, Limits
from assistant.generate_checked import Check, CheckedWriting, Shown, quoted, to_number
from assistant.llm import Named as NamedModel
from assistant.model import threshold
from assistant.orders import without_orders
from assistant.question import Question, understand
from assistant.references import Named, resolve
from assistant.relevance import Relevance
from assistant.search import Filters, Hit, Search, View
from assistant.terms import rarity_in
from assistant.write import Draft, rank, write
from corpus.corpus import Corpus
from corpus.document import unit_name
from corpus.embedding import SentenceEmbedding, WordLikeness
from corpus.errors import RequestError
from corpus.library import Version
from corpus.messages import Language, message

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

_PASSAGES = 12
_BESIDE_NAMED = 6  # what became of a named document is said by others


class Assistant:
    """Answers questions over a corpus. The same corpus, question, filters and day give the same answer.

    With a language model it is that one that writes, behind the check; the quoting writer steps in where it fails.
    """

    def __init__(self, corpus: Corpus, llm: "LLM | NamedModel | None" = None, check: Check | None = None) -> None:
        self._generating: CheckedWriting | None = None
        if llm is not None:
            limits = Limits(corpus.settings.llm_first_seconds, corpus.settings.llm_seconds)
            model = llm.get if isinstance(llm, NamedModel) else lambda: llm
            self._generating = CheckedWriting(corpus, GeneratingWriter(model, limits), check)
        self.corpus = corpus
        self.search = Search(corpus)
        self._likeness: tuple[SentenceEmbedding, WordLikeness] | None = None

    @property
    def likeness(self) -> WordLikeness:
        """How near words are in meaning, by the model that answers now."""
        embedding = self.corpus.embedding
        if self._likeness is None or self._likeness[0] is not embedding:
            self._likeness = embedding, WordLikeness(embedding)
        return self._likeness[1]

    def stream(
        self,
        question: str,
        filters: Filters | None = None,
        as_of: date | None = None,
        language: Language | None = None,
    ) -> Iterator[Statement | Citation | Answer]:
        """Statements and citations as they are ready, then the whole answer; raises RequestError for no question."""
        self._check(question)
        asked, view = understand(question), self.search.view
        admitted = [e for e in view.entries.values() if filters is None or filters.admit(e)]
        named = resolve(self.corpus, asked, admitted)
        evidence = self.evidence(asked, named, filters, view)
        relevance = self.relevance(asked, named, view)
        draft = self._draft(asked, named, evidence, relevance)
        shown = yield from self._shown(asked, draft, evidence, relevance, language or asked.language)
        yield self._answer(asked, named, draft, shown, evidence, relevance, view, filters, as_of, language)

    def ask(
        self,
        question: str,
        filters: Filters | None = None,
        as_of: date | None = None,
        language: Language | None = None,
    ) -> Answer:
        """The cited answer."""
        *_, answer = self.stream(question, filters, as_of, language)
        assert isinstance(answer, Answer)
        return answer

    def _check(self, question: str) -> None:
        limit = self.corpus.settings.max_question_characters
        if not any(c.isalnum() for c in question):
            raise RequestError("question-empty")
        if len(question) > limit:
            raise RequestError("question-too-long", length=len(question), limit=limit)

    def evidence(self, asked: Question, named: Named, filters: Filters | None, view: View) -> list[Evidence]:
        """The statements to answer from: of the passages found, and of the documents that the question names."""
        found = self._found(asked, named, filters, view, _PASSAGES)
        kept = without_orders(found, named.entries)
        if len(kept) < len(found):  # the places of what is no evidence go to the next best
            barred = len({e.key for e in found} - {e.key for e in kept})
            kept = without_orders(self._found(asked, named, filters, view, _PASSAGES + 2 * barred), named.entries)
        return kept

    def _found(
        self, asked: Question, named: Named, filters: Filters | None, view: View, passages: int
    ) -> list[Evidence]:
        hits = self.search.find(asked.text, passages, filters)
        if named.entries:
            only = Filters(documents=tuple(e.id for e in named.entries if filters is None or filters.admit(e)))
            inside = self.search.find(asked.text, passages, only) if only.documents else []
            hits = _merged(inside, hits[:_BESIDE_NAMED])
        return gather(self.corpus, view, hits)

    def relevance(self, asked: Question, named: Named, view: View) -> Relevance:
        """What makes a statement relevant to this question."""
        keys = frozenset(e.identity.number_key for e in named.entries if e.identity.number_key)
        return Relevance(asked, rarity_in(self.corpus.keywords.frequency, view.passages), keys, self.likeness)

    def _draft(self, asked: Question, named: Named, evidence: Sequence[Evidence], relevance: Relevance) -> Draft:
        if named.unknown or named.unit_missing:
            return Draft((), 0.0)
        if named.unit is not None:
            inside = within(self.corpus, named.entries[0], named.unit)
            if len(asked.content) <= 2:
                return Draft(tuple(inside), 1.0)
            return Draft(write(self.corpus, asked, inside, relevance).statements, 1.0)
        draft = write(self.corpus, asked, evidence, relevance)
        return draft if draft.confidence >= threshold() else Draft((), draft.confidence)

    def _shown(
        self, asked: Question, draft: Draft, evidence: Sequence[Evidence], relevance: Relevance, speaks: Language
    ) -> Generator[Statement | Citation, None, Shown]:
        """Statements as they are ready; whether there is an answer at all was decided before any writer."""
        if self._generating is None or not draft.statements:
            return (yield from quoted(self.corpus, draft.statements))
        numbered = to_number(draft.statements, rank(evidence, relevance))
        return (yield from self._generating.show(asked, numbered, draft.statements, speaks))

    def _answer(
        self,
        asked: Question,
        named: Named,
        draft: Draft,
        shown: Shown,
        evidence: Sequence[Evidence],
        relevance: Relevance,
        view: View,
        filters: Filters | None,
        as_of: date | None,
        language: Language | None,
    ) -> Answer:
        day = as_of or date.today()
        nearest = tuple(dict.fromkeys(e.entry.identity.number or e.entry.identity.title for e in evidence))[:3]
        entries = [view.entries[r] for r in view.admitted(filters)]
        searched = Searched(len(entries), sum(e.passages for e in entries), asked.content, nearest)
        speaks = language or asked.language
        return Answer(
            id=_id(asked.text, filters, day, view.version),
            question=asked.text,
            language=speaks,
            outcome="answered" if shown.statements else "not_found",
            statements=shown.statements,
            citations=shown.citations,
            as_of=day,
            searched=searched,
            confidence=round(draft.confidence, 4),
            missing=None if shown.statements else _missing(named, asked, relevance, evidence, searched, speaks),
            writer=shown.writer,
            note=shown.note,
        )


def _missing(
    named: Named,
    asked: Question,
    relevance: Relevance,
    evidence: Sequence[Evidence],
    searched: Searched,
    language: Language,
) -> str:
    if searched.passages == 0:
        return message("answer-nothing-indexed", language)
    lines = [message("answer-not-found", language, documents=searched.documents, passages=searched.passages)]
    lines += [message("missing-number", language, number=n.printed) for n in named.unknown]
    if named.unit_missing and asked.unit is not None:
        unit = ", ".join(unit_name(kind, mark, language) for kind, mark in asked.unit.named)
        lines.append(message("missing-unit", language, number=named.entries[0].identity.number, unit=unit))
    terms = relevance.missing(evidence)[:4]
    if terms and not named.unknown:
        lines.append(message("missing-terms", language, terms=", ".join(terms)))
    if searched.nearest:
        lines.append(message("nearest", language, documents="; ".join(searched.nearest)))
    return " ".join(lines)


def _merged(first: Sequence[Hit], second: Sequence[Hit]) -> list[Hit]:
    best: dict[object, Hit] = {}
    for hit in (*first, *second):
        if hit.key not in best or hit.score > best[hit.key].score:
            best[hit.key] = hit
    return sorted(best.values(), key=lambda h: (-h.score, h.key.revision, h.key.ordinal))


def _id(question: str, filters: Filters | None, day: date, version: Version | None) -> str:
    return hashlib.sha256(repr((question, filters, day.isoformat(), version)).encode()).hexdigest()[:16]
