"""The walk from a question to a cited answer, or to the word that the documents do not say."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.answer import Answer, Citation, Searched, Statement
from assistant.cite import cite
from assistant.earlier import Turn
from assistant.evidence import Evidence, gather, within
from assistant.meant import Meant, no_unit, read, told
from assistant.mentions import beside_names, find_mentions
from assistant.model import threshold
from assistant.orders import without_orders
from assistant.premise import contradicted
from assistant.question import Question, understand
from assistant.references import Named
from assistant.relevance import Relevance
from assistant.search import Filters, Hit, Search, View
from assistant.terms import rarity_in
from assistant.write import Draft, rank, write
from corpus.corpus import Corpus
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

    def stream(
        self,
        question: str,
        filters: Filters | None = None,
        as_of: date | None = None,
        language: Language | None = None,
        history: Sequence[Turn] = (),
    ) -> Iterator[Statement | Citation | Answer]:
        """Statements and citations as they are ready, then the whole answer; raises RequestError for no question."""
        answer = self.ask(question, filters, as_of, language, history)
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
        history: Sequence[Turn] = (),
    ) -> Answer:
        """The cited answer, to a question that may hang on earlier ones (`history`, the oldest first)."""
        self._check(question)
        view = self.search.view
        admitted = [e for e in view.entries.values() if filters is None or filters.admit(e)]
        meant = read(self.corpus, question, history, admitted)
        asked, named = meant.asked, meant.named
        evidence = [] if meant.choices else self.evidence(asked, named, filters, view)
        relevance = self.relevance(asked, named, view)
        draft = Draft((), 0.0) if meant.choices else self._draft(asked, named, evidence, relevance)
        against = self._against(meant, filters, view)
        if against is not None:
            others = tuple(e for e in draft.statements if (e.key, e.start) != (against.key, against.start))
            draft = replace(draft, statements=(against, *others))
        answer = self._answer(
            asked, named, draft, evidence, relevance, view, filters, as_of, language or meant.language
        )
        return told(answer, question, meant, corrected=against is not None)

    def _against(self, meant: Meant, filters: Filters | None, view: View) -> Evidence | None:
        """The statement that says otherwise than what the question takes for granted, if there is one."""
        if meant.premise is None or meant.choices:
            return None
        asked = understand(meant.premise.asks)
        if meant.named.places:
            evidence = [e for entry, unit in meant.named.places for e in within(self.corpus, entry, unit)]
        else:
            evidence = self.evidence(asked, meant.named, filters, view)
        scored = rank(evidence, self.relevance(asked, meant.named, view))
        return contradicted(meant.premise, [s.evidence for s in scored[:_PASSAGES]])

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
        if named.places:
            inside = [e for entry, unit in named.places for e in within(self.corpus, entry, unit)]
            if len(beside_names(asked.content, find_mentions(asked.text))) <= 2:
                return Draft(tuple(inside), 1.0)
            return Draft(write(self.corpus, asked, inside, relevance).statements, 1.0)
        draft = write(self.corpus, asked, evidence, relevance)
        return draft if draft.confidence >= threshold() else Draft((), draft.confidence)

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
        statements, citations = cite(self.corpus, draft.statements)
        nearest = tuple(dict.fromkeys(e.entry.identity.number or e.entry.identity.title for e in evidence))[:3]
        entries = [view.entries[r] for r in view.admitted(filters)]
        searched = Searched(len(entries), sum(e.passages for e in entries), asked.content, nearest)
        speaks = language or asked.language
        return Answer(
            id=_id(asked.text, filters, day, view.version),
            question=asked.text,
            language=speaks,
            outcome="answered" if statements else "not_found",
            statements=statements,
            citations=citations,
            as_of=day,
            searched=searched,
            confidence=round(draft.confidence, 4),
            missing=None if statements else _missing(named, asked, relevance, evidence, searched, speaks),
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
    lines += [no_unit(entry, unit, language) for entry, unit in named.missing]
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
