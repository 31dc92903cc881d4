"""The walk from a question to a cited answer, or to the word that the documents do not say."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.answer import Answer, Citation, Searched, Statement
from assistant.cite import cite
from assistant.evidence import Evidence, gather, within
from assistant.model import threshold
from assistant.question import Question, understand
from assistant.references import Named, resolve
from assistant.relevance import Relevance
from assistant.search import Filters, Hit, Search, View
from assistant.terms import rarity_in
from assistant.write import Draft, write
from corpus.corpus import Corpus
from corpus.document import unit_name
from corpus.embedding import SentenceEmbedding, WordLikeness
from corpus.errors import RequestError
from corpus.library import Version
from corpus.messages import Language, message

_PASSAGES = 12
_BESIDE_NAMED = 6  # what became of a named document is said by others


class Assistant:
    """Answers questions over a corpus. The same corpus, question, filters and day give the same answer."""

    def __init__(self, corpus: Corpus) -> None:
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

    @property
    def threshold(self) -> float:
        """The confidence from which on an answer is given: the office's, else the one shipped."""
        own = self.corpus.settings.confidence
        return threshold() if own is None else own

    def stream(
        self,
        question: str,
        filters: Filters | None = None,
        as_of: date | None = None,
        language: Language | None = None,
    ) -> Iterator[Statement | Citation | Answer]:
        """Statements and citations as they are ready, then the whole answer; raises RequestError for no question."""
        answer = self.ask(question, filters, as_of, language)
        marks = {c.mark: c for c in answer.citations}
        for statement in answer.statements:
            yield statement
            yield from (marks.pop(m) for m in statement.citations if m in marks)
        yield answer

    def ask(
        self,
        question: str,
        filters: Filters | None = None,
        as_of: date | None = None,
        language: Language | None = None,
    ) -> Answer:
        """The cited answer."""
        self._check(question)
        asked, view = understand(question), self.search.view
        admitted = [e for e in view.entries.values() if filters is None or filters.admit(e)]
        named = resolve(self.corpus, asked, admitted)
        hits = self.hits(asked, named, filters)
        evidence = gather(self.corpus, view, hits)
        relevance = self.relevance(asked, named, view)
        draft = self._draft(asked, named, evidence, relevance, hits)
        return self._answer(asked, named, draft, evidence, relevance, view, filters, as_of, language)

    def _check(self, question: str) -> None:
        limit = self.corpus.settings.max_question_characters
        if not any(c.isalnum() for c in question):
            raise RequestError("question-empty")
        if len(question) > limit:
            raise RequestError("question-too-long", length=len(question), limit=limit)

    def hits(self, asked: Question, named: Named, filters: Filters | None) -> list[Hit]:
        """The passages to answer from: those found, and first those of the documents that the question names."""
        hits = self.search.find(asked.text, _PASSAGES, filters)
        if named.entries:
            only = Filters(documents=tuple(e.id for e in named.entries if filters is None or filters.admit(e)))
            inside = self.search.find(asked.text, _PASSAGES, only) if only.documents else []
            hits = _merged(inside, hits[:_BESIDE_NAMED])
        return hits

    def relevance(self, asked: Question, named: Named, view: View) -> Relevance:
        """What makes a statement relevant to this question."""
        keys = frozenset(e.identity.number_key for e in named.entries if e.identity.number_key)
        return Relevance(asked, rarity_in(self.corpus.keywords.frequency, view.passages), keys, self.likeness)

    def _draft(
        self, asked: Question, named: Named, evidence: Sequence[Evidence], relevance: Relevance, hits: Sequence[Hit]
    ) -> Draft:
        if named.unknown or named.unit_missing:
            return Draft((), 0.0)
        if named.unit is not None:
            inside = within(self.corpus, named.entries[0], named.unit)
            if len(asked.content) <= 2 or asked.kind in ("fact", "list"):
                return Draft(tuple(inside), 1.0)
            return replace(write(self.corpus, asked, inside, relevance), confidence=1.0)
        draft = write(self.corpus, asked, evidence, relevance, hits)
        return draft if draft.confidence >= self.threshold else Draft((), draft.confidence)

    def _answer(
        self,
        asked: Question,
        named: Named,
        draft: Draft,
        evidence: Sequence[Evidence],
        relevance: Relevance,
        view: View,
        filters: Filters | None,
        as_of: date | None,
        language: Language | None,
    ) -> Answer:
        day = as_of or date.today()
        speaks = language or asked.language
        plain = message(f"answer-{draft.verdict}", speaks) if draft.verdict else ""
        statements, citations = cite(self.corpus, draft.statements, plain)
        nearest = tuple(dict.fromkeys(e.entry.identity.number or e.entry.identity.title for e in evidence))[:3]
        entries = [view.entries[r] for r in view.admitted(filters)]
        searched = Searched(len(entries), sum(e.passages for e in entries), asked.content, nearest)
        note = message(draft.missing.code, speaks, **draft.missing.values) if draft.missing else None
        return Answer(
            id=_id(asked.text, filters, day, view.version),
            question=asked.text,
            language=speaks,
            outcome=draft.outcome if statements else "not_found",
            statements=statements,
            citations=citations,
            as_of=day,
            searched=searched,
            confidence=round(draft.confidence, 4),
            missing=note if statements else _missing(named, asked, relevance, evidence, searched, speaks),
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
