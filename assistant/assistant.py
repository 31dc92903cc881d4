"""The walk from a question to a cited answer, or to the word that the documents do not say."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation, Statement
from assistant.as_of_day import as_of_day
from assistant.asked import Asked
from assistant.asked_day import asked_day
from assistant.best_first import rank
from assistant.decide import decide
from assistant.draft import Draft
from assistant.earlier import Turn
from assistant.evidence import Evidence
from assistant.finder import Finder
from assistant.followup import standalone
from assistant.generate import GeneratingWriter
from assistant.generation.checked import Check, CheckedWriting, Shown, quoted, to_number
from assistant.in_force import InForce
from assistant.listen import Limits
from assistant.llm import Named as NamedModel
from assistant.meant import Meant, beside_the_question, read, told, without_missing
from assistant.mentions import find_mentions
from assistant.model import threshold
from assistant.of_validity import of_validity
from assistant.of_whom import names_whom
from assistant.out_of_force import outdated_named, with_states
from assistant.outdated import annulled_rather, in_what_followed, last_held, outdated, with_what_it_said
from assistant.precedence import with_precedence
from assistant.premises.found import against, on_the_premise
from assistant.qualify import as_answer, qualifies
from assistant.question import Question, understand
from assistant.references import Named
from assistant.relevance import Relevance
from assistant.search import Filters, Hit, View
from assistant.staying import defined, hangs, is_bare, may_be_elsewhere, says_of_it, staying
from assistant.whole_answer import stated, whole_answer
from corpus.corpus import Corpus
from corpus.errors import RequestError
from corpus.keystrokes import as_meant
from corpus.messages import Language, message

if TYPE_CHECKING:
    from llama_index.core.llms import LLM


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
        self._finder = Finder(corpus)
        self.search = self._finder.search

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
        typed, question, day = question, *self._as_of(question, as_of)
        whole = standalone(as_meant(question), history)
        sheet = self._qualified(whole, filters, day, language)
        if sheet is not None:
            yield from sheet.statements
            yield from sheet.citations
            yield sheet
            return
        day = day or date.today()
        day = asked_day(whole, find_mentions(whole), day) or day
        asked = self._asked(question, replace(filters or Filters(), as_of=day), day, language, history)
        told_of = of_validity(self.corpus, asked.view, asked.held, asked.meant.whole, asked.meant.named, asked.speaks)
        if told_of is not None and not asked.meant.choices:
            yield from told_of.statements
            yield from told_of.citations
            known = without_missing(asked.meant) if asked.meant.named.unit_missing else asked.meant
            yield told(told_of, typed, known)
            return
        then = last_held(whole, asked)
        if then is not None:
            day = then.day
            asked = self._asked(question, replace(filters or Filters(), as_of=day), day, language, history)
        asked, draft = self._in_conversation(question, asked, history)
        if draft.statements:
            late = annulled_rather(self._finder, self.threshold, asked, draft)
        else:
            late = outdated(self._finder, self.threshold, asked)
        instead = in_what_followed(self._finder, self.threshold, asked, late) if late else None
        late = None if instead or late is None else with_what_it_said(self._finder, self.threshold, asked, late)
        draft = instead or (late.draft if late else draft)
        otherwise = against(self._finder, asked)
        if otherwise is not None:
            there = {(e.key, e.start) for e in otherwise.evidence}
            others = tuple(e for e in draft.statements if (e.key, e.start) not in there)
            draft = replace(draft, statements=(*otherwise.evidence, *others))
        only_premise = None if draft.statements else on_the_premise(self._finder, self.threshold, asked)
        draft = only_premise or draft
        if otherwise is None and not names_whom(asked, draft):
            draft, late, only_premise = Draft((), draft.confidence), None, None
        shown = yield from stated(self._shown(asked, draft), asked.held)
        answer = with_states(whole_answer(self.corpus, asked, draft, shown, day), asked.held)
        answer = replace(answer, lead=late.lead, not_held=late.not_held) if late else with_precedence(answer)
        if then is not None and answer.statements:
            answer = replace(answer, lead=answer.lead or then.lead)
        meant = without_missing(asked.meant) if draft.statements and asked.meant.named.unit_missing else asked.meant
        answer = beside_the_question(answer, meant) if only_premise is not None else answer
        yield told(answer, typed, meant, None if otherwise is None else otherwise.told)

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

    @staticmethod
    def _as_of(question: str, as_of: date | None) -> tuple[str, date | None]:
        """The question without the day that it tells, and that day; else the one chosen."""
        told = as_of_day(question, find_mentions(question), date.today())
        return (told.question, told.day) if told else (question, as_of)

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
    ) -> Asked:
        view = self.search.view
        held = self.search.in_force(day)
        entries = [view.entries[r] for r in view.admitted(filters)]
        meant = read(self.corpus, question, history, entries, [e for e in entries if held.holds(e.revision)])
        return self._looked_for(meant, view, filters, held, language)

    def _looked_for(
        self, meant: Meant, view: View, filters: Filters | None, held: InForce, language: Language | None
    ) -> Asked:
        hits, evidence = ([], []) if meant.choices else self.found(meant.asked, meant.named, filters, view)
        relevance = self.relevance(meant.asked, meant.named, view)
        return Asked(meant, view, filters, hits, evidence, relevance, language or meant.language, held)

    def _in_conversation(self, question: str, asked: Asked, history: Sequence[Turn]) -> tuple[Asked, Draft]:
        """A question with its answer; a short one as one about the document spoken of, where that answers it."""
        plain = self._draft(asked) if not history or asked.meant.asked.kind == "definition" else None
        best: tuple[Asked, Draft] | None = None
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
            if best is None or (draft.confidence > best[1].confidence and not is_bare(asked.meant.asked)):
                best = there, draft
        if best is None or may_be_elsewhere(asked.meant.asked):
            plain = plain or self._draft(asked)
            best = best if best is not None and best[1].confidence >= plain.confidence else (asked, plain)
        return self._inside(question, *best)

    def _inside(self, question: str, asked: Asked, draft: Draft) -> tuple[Asked, Draft]:
        """An answer from the document that the conversation named, where others stood before it."""
        entries = asked.meant.named.entries
        within_it = {e.revision for e in entries}
        if not entries or not draft.statements or find_mentions(question) or asked.meant.named.described:
            return asked, draft
        if outdated_named(asked.meant.named, asked.held) or any(
            s.entry.revision in within_it for s in draft.statements
        ):
            return asked, draft
        only = replace(asked.filters or Filters(), documents=tuple(e.id for e in entries))
        there = self._looked_for(asked.meant, asked.view, only, asked.held, asked.speaks)
        told = self._draft(there)
        return (there, told) if told.statements else (asked, draft)

    def found(
        self, asked: Question, named: Named, filters: Filters | None, view: View
    ) -> tuple[list[Hit], list[Evidence]]:
        """The passages to answer from and their statements, less those that speak to machines."""
        return self._finder.found(asked, named, filters, view)

    def hits(self, asked: Question, named: Named, filters: Filters | None) -> list[Hit]:
        """The passages to answer from: those found, and first those of the documents that the question names."""
        return self._finder.hits(asked, named, filters)

    def relevance(self, asked: Question, named: Named, view: View) -> Relevance:
        """What makes a statement relevant to this question."""
        return self._finder.relevance(asked, named, view)

    def _draft(self, asked: Asked) -> Draft:
        return decide(self._finder, self.threshold, asked)

    def _shown(self, asked: Asked, draft: Draft) -> Generator[Statement | Citation, None, Shown]:
        """Statements as they are ready. A verdict, a conflict or a part is the rules' to tell, whoever writes else."""
        if self._generating is None or not draft.statements or draft.verdict or draft.outcome != "answered":
            plain = message(f"answer-{draft.verdict}", asked.speaks) if draft.verdict else ""
            return (yield from quoted(self.corpus, draft.statements, verdict=plain))
        numbered = to_number(draft.statements, rank(asked.evidence, asked.relevance))
        return (yield from self._generating.show(asked.meant.asked, numbered, draft.statements, asked.speaks))
