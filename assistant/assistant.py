"""The walk from a question to a cited answer, or to the word that the documents do not say."""

import hashlib
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation, Searched, Statement
from assistant.asked_day import asked_day
from assistant.best_first import rank
from assistant.conflict import asks_which_applies, differing
from assistant.coverage import Sought
from assistant.current_words import holding, of_places, put_in
from assistant.draft import Draft, which_is_later
from assistant.earlier import Turn
from assistant.evidence import Evidence, gather, within
from assistant.followup import standalone
from assistant.generate import GeneratingWriter, Limits
from assistant.generate_checked import Check, CheckedWriting, Shown, quoted, to_number
from assistant.in_force import InForce
from assistant.llm import Named as NamedModel
from assistant.meant import Meant, beside_the_question, read, told, without_missing
from assistant.mentions import beside_names, find_mentions
from assistant.missing import what_is_missing
from assistant.model import threshold
from assistant.nearness import Nearness
from assistant.of_itself import of_itself, which_document
from assistant.of_validity import of_validity
from assistant.orders import without_orders
from assistant.out_of_force import TELLING, Outdated, out_of_force, outdated_named, with_state, with_states
from assistant.precedence import with_precedence
from assistant.premise import contradicted
from assistant.qualify import as_answer, qualifies
from assistant.question import Question, understand
from assistant.references import Named, by_numbers, less_descriptions, works
from assistant.relevance import Relevance, Scored
from assistant.search import Filters, Hit, Search, View
from assistant.staying import defined, hangs, says_of_it, staying
from assistant.suggest import follow_ups
from assistant.terms import rarity_in
from assistant.write import write
from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding, WordLikeness
from corpus.errors import RequestError
from corpus.expansion import expand
from corpus.keystrokes import as_meant
from corpus.library import Version
from corpus.messages import Language, message

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

_PASSAGES = 12
_COMPARED = 3  # documents side by side
_BESIDE_NAMED = 6  # what became of a named document is said by others


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question on its way: what it means, over which documents, what was found for it."""

    meant: Meant
    view: View
    filters: Filters | None
    hits: Sequence[Hit]
    evidence: Sequence[Evidence]
    relevance: Relevance
    speaks: Language
    held: InForce


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
        history: Sequence[Turn] = (),
    ) -> Iterator[Statement | Citation | Answer]:
        """Statements and citations as they are ready, then the whole answer; raises RequestError for no question.

        The question may hang on earlier ones (`history`, the oldest first).
        """
        self._check(question)
        whole = standalone(as_meant(question), history)
        sheet = self._qualified(whole, filters, as_of, language)
        if sheet is not None:
            yield from sheet.statements
            yield from sheet.citations
            yield sheet
            return
        day = as_of or date.today()
        day = asked_day(whole, find_mentions(whole), day) or day
        asked = self._asked(question, replace(filters or Filters(), as_of=day), day, language, history)
        told_of = of_validity(self.corpus, asked.view, asked.held, asked.meant.whole, asked.meant.named, asked.speaks)
        if told_of is not None and not asked.meant.choices:
            yield from told_of.statements
            yield from told_of.citations
            known = without_missing(asked.meant) if asked.meant.named.unit_missing else asked.meant
            yield told(told_of, question, known, corrected=False)
            return
        asked, draft = self._in_conversation(question, asked, history)
        late = None if draft.statements else self._outdated(asked)
        instead = self._in_what_followed(asked, late) if late else None
        late = None if instead else late
        draft = instead or (late.draft if late else draft)
        against = self._against(asked)
        if against is not None:
            others = tuple(e for e in draft.statements if (e.key, e.start) != (against.key, against.start))
            draft = replace(draft, statements=(against, *others))
        only_premise = None if draft.statements else self._on_the_premise(asked)
        draft = only_premise or draft
        shown = yield from _stated(self._shown(asked, draft), asked.held)
        answer = with_states(self._answer(asked, draft, shown, day), asked.held)
        answer = replace(answer, lead=late.lead, not_held=late.not_held) if late else with_precedence(answer)
        meant = without_missing(asked.meant) if draft.statements and asked.meant.named.unit_missing else asked.meant
        answer = beside_the_question(answer, meant) if only_premise is not None else answer
        yield told(answer, question, meant, corrected=against is not None)

    def ask(
        self,
        question: str,
        filters: Filters | None = None,
        as_of: date | None = None,
        language: Language | None = None,
        history: Sequence[Turn] = (),
    ) -> Answer:
        """The cited answer, to a question that may hang on earlier ones (`history`, the oldest first)."""
        *_, answer = self.stream(question, filters, as_of, language, history)
        assert isinstance(answer, Answer)
        return answer

    def _check(self, question: str) -> None:
        limit = self.corpus.settings.max_question_characters
        if not any(c.isalnum() for c in question):
            raise RequestError("question-empty")
        if len(question) > limit:
            raise RequestError("question-too-long", length=len(question), limit=limit)

    def _qualified(
        self,
        whole: str,
        filters: Filters | None,
        as_of: date | None,
        language: Language | None,
    ) -> Answer | None:
        """The requirement sheet as an answer, where it is asked whether somebody qualifies; None for others."""
        speaks = language or understand(whole).language
        found = qualifies(self.search, whole, as_of, filters, speaks)
        return as_answer(self.corpus, found, whole, speaks) if found is not None else None

    def _asked(
        self, question: str, filters: Filters, day: date, language: Language | None, history: Sequence[Turn]
    ) -> _Asked:
        view = self.search.view
        held = self.search.in_force(day)
        entries = [view.entries[r] for r in view.admitted(filters)]
        meant = read(self.corpus, question, history, entries, [e for e in entries if held.holds(e.revision)])
        return self._looked_for(meant, view, filters, held, language)

    def _looked_for(
        self, meant: Meant, view: View, filters: Filters | None, held: InForce, language: Language | None
    ) -> _Asked:
        hits, evidence = ([], []) if meant.choices else self.found(meant.asked, meant.named, filters, view)
        relevance = self.relevance(meant.asked, meant.named, view)
        return _Asked(meant, view, filters, hits, evidence, relevance, language or meant.language, held)

    def _in_conversation(self, question: str, asked: _Asked, history: Sequence[Turn]) -> tuple[_Asked, Draft]:
        """A question with its answer; a short one as one about the document spoken of, where that answers it."""
        plain = self._draft(asked) if not history or asked.meant.asked.kind == "definition" else None
        best: tuple[_Asked, Draft] | None = None
        if plain is not None and (not history or defined(asked.meant.asked, plain.statements)):
            return asked, plain
        for meant in staying(self.corpus, question, asked.meant, history, asked.view.entries.values()):
            there = self._looked_for(meant, asked.view, asked.filters, asked.held, asked.speaks)
            draft = self._draft(there)
            inside = {e.revision for e in meant.named.entries}
            answers = [s for s in draft.statements if s.entry.revision in inside]
            if not answers or not says_of_it(asked.meant.asked, answers):
                continue
            if hangs(question, asked.meant):  # "and ..." goes on with what the question before was about
                return there, draft
            if best is None or draft.confidence > best[1].confidence:
                best = there, draft
        return best or (asked, plain or self._draft(asked))

    def found(
        self, asked: Question, named: Named, filters: Filters | None, view: View
    ) -> tuple[list[Hit], list[Evidence]]:
        """The passages to answer from and their statements, less those that speak to machines."""
        hits = self.hits(asked, named, filters)
        found = gather(self.corpus, view, hits)
        kept = self._allowed(found, named, filters)
        if len(kept) < len(found):  # the places of what is no evidence go to the next best
            barred = len({e.key for e in found} - {e.key for e in kept})
            hits = self.hits(asked, named, filters, _PASSAGES + 2 * barred)
            kept = self._allowed(gather(self.corpus, view, hits), named, filters)
            there = {e.key for e in kept}
            hits = [h for h in hits if h.key in there]
        return hits, kept

    def _allowed(self, found: Sequence[Evidence], named: Named, filters: Filters | None) -> list[Evidence]:
        """The statements that may answer: no orders to machines, nothing that did not hold on the day."""
        kept = without_orders(found, named.entries)
        return holding(self.corpus, kept, self.search.in_force(filters.as_of)) if filters and filters.as_of else kept

    def hits(self, asked: Question, named: Named, filters: Filters | None, passages: int = _PASSAGES) -> list[Hit]:
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
        nearness = Nearness(self.corpus, asked, Sought(expand(asked.text), rarity))
        return Relevance(asked, rarity, keys, self.likeness, nearness, less_descriptions(asked.text, named))

    def _draft(self, asked: _Asked) -> Draft:
        """What answers, if anything does: decided here, before any writer."""
        question, named = asked.meant.asked, asked.meant.named
        if asked.meant.choices or named.unknown or named.unit_missing:
            return Draft(tuple(put_in(self.corpus, named, asked.held)), 1.0)
        of_one = understand(by_numbers(question.text, named)) if named.described else question
        plain = of_itself(self.corpus, of_one, named.entries, asked.view.entries.values())
        plain = plain or which_document(
            self.corpus, question, asked.relevance.terms, named.entries, asked.view.entries.values()
        )
        if plain and not named.places:
            return Draft(tuple(plain), 1.0)
        compared = self._compared(asked)
        if compared is None and outdated_named(named, asked.held) is not None:
            return self._reported(asked) or Draft((), 0.0)
        if named.places and compared is None:
            inside = of_places(self.corpus, named.places, asked.held)
            bare = len(beside_names(question.content, find_mentions(question.text))) <= 2
            if bare or question.kind in ("fact", "list"):
                return Draft(tuple(inside), 1.0)
            chosen = write(self.corpus, question, inside, asked.relevance)
            return replace(chosen if chosen.statements else Draft(tuple(inside), 1.0), confidence=1.0)
        draft = compared or write(self.corpus, question, asked.evidence, asked.relevance, asked.hits)
        # of documents that are named to be compared, each answers for itself
        least = self.threshold / 2 if compared else self.threshold
        return draft if draft.confidence >= least else Draft((), draft.confidence)

    def _reported(self, asked: _Asked) -> Draft | None:
        """What a report or a conclusion tells of a document named that has ended since: that still stands."""
        named = {e.revision for e in asked.meant.named.entries}
        told = [e for e in asked.evidence if e.entry.identity.type in TELLING and e.entry.revision not in named]
        if not told or asked.meant.named.places:
            return None
        draft = write(self.corpus, asked.meant.asked, told, asked.relevance, asked.hits)
        return draft if draft.statements and draft.confidence >= self.threshold else None

    def _compared(self, asked: _Asked) -> Draft | None:
        """What each of several named documents says, where they are to be compared; None if nothing is."""
        question, entries = asked.meant.asked, asked.meant.named.entries
        if question.aim != "compare":
            return None
        drafts: list[Draft] = []
        ranked: list[list[Scored]] = []
        applies = asks_which_applies(question)  # of what held; else each says what it says, ended or not
        for entry in (group[0] for group in works(self.corpus, entries)[:_COMPARED]):
            only = Filters(documents=(entry.id,))
            hits = self.search.find(question.text, _PASSAGES, only)
            found = gather(self.corpus, asked.view, hits)
            kept = self._allowed(found, asked.meant.named, asked.filters) if applies else without_orders(found, entries)
            drafts.append(write(self.corpus, question, kept, asked.relevance, hits))
            ranked.append(rank(kept, asked.relevance) if applies else [])
        pair = differing(question, *ranked) if applies and len(ranked) == 2 else None
        if pair is not None:
            return Draft(pair, 1.0, "conflicting", which_is_later(*pair))
        if len(drafts) < 2 or not all(d.statements for d in drafts):
            return None
        return Draft(tuple(s for d in drafts for s in d.statements), max(d.confidence for d in drafts))

    def _outdated(self, asked: _Asked) -> Outdated | None:
        """What answers best, where it did not hold on the day."""
        meant = asked.meant
        if asked.filters is None or meant.choices:
            return None
        return out_of_force(
            self.search, meant.asked, meant.named, asked.relevance, asked.filters, self.threshold, asked.speaks
        )

    def _in_what_followed(self, asked: _Asked, late: Outdated) -> Draft | None:
        """What the text that took the place of one says, in another language: beside it, it stood no chance."""
        if asked.meant.named.entries or asked.filters is None:
            return None
        spoken = late.not_held.document.identity.language
        ids = tuple(
            b.document.id
            for b in late.not_held.by
            if b.document.identity.language != spoken
            and asked.filters.admit(b.document)
            and asked.held.holds(b.document.revision)
        )
        if not ids:
            return None
        question = asked.meant.asked
        hits = self.search.find(question.text, _PASSAGES, replace(asked.filters, documents=ids))
        evidence = self._allowed(gather(self.corpus, asked.view, hits), asked.meant.named, asked.filters)
        draft = write(self.corpus, question, evidence, asked.relevance, hits)
        return draft if draft.statements and draft.confidence >= self.threshold / 2 else None

    def _on_the_premise(self, asked: _Asked) -> Draft | None:
        """What the documents say of what the question takes for granted, where they do not answer the question."""
        meant = asked.meant
        if meant.premise is None or meant.premise.passing:
            return None
        if meant.choices or meant.named.unknown or meant.named.places:
            return None
        question = understand(meant.premise.asks)
        hits, evidence = self.found(question, meant.named, asked.filters, asked.view)
        draft = write(self.corpus, question, evidence, self.relevance(question, meant.named, asked.view), hits)
        return draft if draft.statements and draft.confidence >= self.threshold else None

    def _against(self, asked: _Asked) -> Evidence | None:
        """The statement that says otherwise than what the question takes for granted, if there is one."""
        meant = asked.meant
        if meant.premise is None or meant.choices:
            return None
        question = understand(meant.premise.asks)
        if meant.named.places:
            evidence = [e for entry, unit in meant.named.places for e in within(self.corpus, entry, unit)]
        else:
            _, evidence = self.found(question, meant.named, asked.filters, asked.view)
        scored = rank(evidence, self.relevance(question, meant.named, asked.view))
        return contradicted(meant.premise, scored[:_PASSAGES])

    def _shown(self, asked: _Asked, draft: Draft) -> Generator[Statement | Citation, None, Shown]:
        """Statements as they are ready. A verdict, a conflict or a part is the rules' to tell, whoever writes else."""
        if self._generating is None or not draft.statements or draft.verdict or draft.outcome != "answered":
            plain = message(f"answer-{draft.verdict}", asked.speaks) if draft.verdict else ""
            return (yield from quoted(self.corpus, draft.statements, verdict=plain))
        numbered = to_number(draft.statements, rank(asked.evidence, asked.relevance))
        return (yield from self._generating.show(asked.meant.asked, numbered, draft.statements, asked.speaks))

    def _answer(self, asked: _Asked, draft: Draft, shown: Shown, day: date) -> Answer:
        question, view = asked.meant.asked, asked.view
        near = {e.entry.identity.number or e.entry.identity.title: e.entry for e in reversed(asked.evidence)}
        nearest = tuple(dict.fromkeys(e.entry.identity.number or e.entry.identity.title for e in asked.evidence))[:3]
        entries = [view.entries[r] for r in view.admitted(asked.filters)]
        searched = Searched(
            len(entries), sum(e.passages for e in entries), question.content, nearest, tuple(near[n] for n in nearest)
        )
        if shown.statements:
            lacking = draft.missing
            missing = message(lacking.code, asked.speaks, **lacking.values) if lacking else None
        else:
            missing = what_is_missing(asked.meant.named, asked.relevance, asked.evidence, searched, asked.speaks)
        return Answer(
            id=_id(question.text, asked.filters, day, view.version),
            question=question.text,
            language=asked.speaks,
            outcome=draft.outcome if shown.statements else "not_found",
            statements=shown.statements,
            citations=shown.citations,
            as_of=day,
            searched=searched,
            confidence=round(draft.confidence, 4),
            missing=missing,
            writer=shown.writer,
            note=shown.note,
            follow_ups=follow_ups(self.corpus.library, shown.citations, asked.speaks),
        )


def _stated(
    events: Generator[Statement | Citation, None, Shown], held: InForce
) -> Generator[Statement | Citation, None, Shown]:
    """What is shown, each citation with the state of its document on the day."""
    while True:
        try:
            event = next(events)
        except StopIteration as end:
            whole: Shown = end.value
            return whole
        yield with_state(event, held) if isinstance(event, Citation) else event


def _merged(first: Sequence[Hit], second: Sequence[Hit]) -> list[Hit]:
    best: dict[object, Hit] = {}
    for hit in (*first, *second):
        if hit.key not in best or hit.score > best[hit.key].score:
            best[hit.key] = hit
    return sorted(best.values(), key=lambda h: (-h.score, h.key.revision, h.key.ordinal))


def _id(question: str, filters: Filters | None, day: date, version: Version | None) -> str:
    return hashlib.sha256(repr((question, filters, day.isoformat(), version)).encode()).hexdigest()[:16]
