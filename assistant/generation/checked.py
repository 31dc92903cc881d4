"""What a language model wrote, made fit to be shown: checked sentence by sentence, mended to quotes, completed.

Nothing is taken back once it was shown: where the model fails midway, the quoting writer's statements are added.
"""

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, cast

from assistant import check
from assistant.answer import Citation, Statement, Support, WriterName
from assistant.cite import citation, cite
from assistant.evidence import Evidence
from assistant.generation.close import keeps_close
from assistant.kinds import KIND_TESTS, MUST_HOLD
from assistant.question import Question
from assistant.relevance import Scored
from assistant.writer import Writer, Written
from corpus.corpus import Corpus
from corpus.errors import UnavailableError
from corpus.folding import language_of, nfc, words
from corpus.messages import Language, message

_ENOUGH_WORDS = 6  # fewer do not tell their language
_MOST_CHOSEN = 4  # more statements are a list or a whole unit, which is quoted as it stands
_MOST_NUMBERED = 8
_NEARLY = 0.9  # of the best statement's score: what answers less well is not shown to a model
_ELSEWHERE = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+\.\S+")
_LOOKED_AT = 3  # pieces of evidence that a sentence without a true mark is held against


def to_number(chosen: Sequence[Evidence], scored: Sequence[Scored]) -> list[Evidence]:
    """What a model may write from: what the quoting writer chose, and what answers nearly as well."""
    best = scored[0].score if scored else 0.0
    near = [s.evidence for s in scored[:_MOST_NUMBERED] if s.score >= best * _NEARLY]
    places = {(e.key, e.start): e for e in (*chosen, *near)}
    return list(places.values())[:_MOST_NUMBERED]


class Judged(Protocol):
    """What a check finds."""

    @property
    def support(self) -> Support:
        """Whether the sources carry the statement."""
        ...


class Check(Protocol):
    """Whether the cited words carry a statement, and which of them to show in its place where they do not."""

    def check(self, statement: str, sources: Sequence[str], context: Sequence[str] = ()) -> Judged:
        """`context` stands above the sources: it may supply names and dates, never figures."""
        ...

    def best_quote(self, statement: str, source: str) -> tuple[int, int] | None:
        """The run of the source's words nearest to the statement; None if it is about something else."""
        ...


def shipped_check() -> Check:
    """The check of `assistant.check`."""
    return cast(Check, check)


@dataclass(frozen=True, slots=True)
class Shown:
    """The statements shown, who wrote them, and what the reader has to know about that."""

    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    writer: WriterName = "quoted"
    note: str | None = None


Steps = Generator[Statement | Citation, None, Shown]


def quoted(corpus: Corpus, chosen: Sequence[Evidence], note: str | None = None, verdict: str = "") -> Steps:
    """The quoting writer's statements, each with its citation; `verdict` goes before the first."""
    statements, citations = cite(corpus, chosen, verdict)
    marks = {c.mark: c for c in citations}
    for statement in statements:
        yield statement
        yield from (marks.pop(m) for m in statement.citations if m in marks)
    return Shown(statements, citations, "quoted", note)


@dataclass(frozen=True, slots=True)
class Carried:
    """Words to be shown and the pieces of evidence, or parts of them, that carry them."""

    text: str
    rests_on: tuple[Evidence, ...]
    support: Support


@dataclass(slots=True)
class _Kept:
    """What has been shown so far."""

    statements: list[Statement] = field(default_factory=list)
    citations: dict[tuple[int, int, int], Citation] = field(default_factory=dict)
    written: int = 0
    left_out: int = 0
    mended: int = 0
    foreign: int = 0


class CheckedWriting:
    """A writer behind the check."""

    def __init__(self, corpus: Corpus, writer: Writer, checking: Check | None = None) -> None:
        self._corpus = corpus
        self._writer = writer
        self._check = checking or shipped_check()

    def show(
        self, asked: Question, numbered: Sequence[Evidence], chosen: Sequence[Evidence], speaks: Language
    ) -> Steps:
        """Statements from the numbered evidence, each checked; `chosen` is what is quoted where the writer fails."""
        if len(chosen) > _MOST_CHOSEN:
            return (yield from quoted(self._corpus, chosen, message("note-whole", speaks)))
        kept, failure = _Kept(), None
        try:
            for written in self._writer.write(asked, numbered):
                yield from self._one(written, asked, numbered, kept)
        except UnavailableError as error:
            failure = error
        if not kept.statements:
            why = failure.text(speaks) if failure else message(_nothing(kept), speaks)
            return (yield from quoted(self._corpus, chosen, message("note-quoted", speaks, reason=why)))
        lacking = failure is not None or not _answers(asked, kept, chosen)
        if lacking:
            yield from self._rest(chosen, kept)
        why = failure.text(speaks) if failure else message("llm-incomplete", speaks)
        notes = [message("note-completed", speaks, reason=why)] if lacking else []
        notes += [message("note-left-out", speaks, count=kept.left_out)] if kept.left_out else []
        notes += [message("note-mended", speaks, count=kept.mended)] if kept.mended else []
        return Shown(tuple(kept.statements), tuple(kept.citations.values()), "generated", " ".join(notes) or None)

    def _one(
        self, written: Written, asked: Question, numbered: Sequence[Evidence], kept: _Kept
    ) -> Iterator[Statement | Citation]:
        kept.written += 1
        foreign = _is_foreign(written.text, asked.language)
        carried = self._carried(written, numbered, foreign=foreign) or self._mended(written, numbered)
        if carried is None:
            kept.left_out += 1
            kept.foreign += foreign
        elif not any(carried.text == s.text for s in kept.statements):
            kept.mended += carried.text != written.text and carried.support == "verbatim"
            yield from self._shown(carried, kept)

    def _carried(self, written: Written, numbered: Sequence[Evidence], *, foreign: bool) -> Carried | None:
        """The sentence with the evidence that carries it: what it cites, else what is most like it."""
        for sources in _ways(written, numbered):
            if any(a not in "\n".join(e.text for e in sources) for a in _ELSEWHERE.findall(written.text)):
                continue  # a link that no source has
            support = self._check.check(written.text, [e.text for e in sources], _around(sources)).support
            whole = next((e for e in sources if _even(written.text) in _even(e.text)), None)
            if support == "verbatim" and whole is not None:
                return Carried(written.text, (whole,), "verbatim")
            if support != "unsupported" and not foreign and _keeps_to(written.text, sources):
                return Carried(written.text, tuple(self._needed(written.text, sources)), "checked")
        return None

    def _needed(self, text: str, sources: Sequence[Evidence]) -> Sequence[Evidence]:
        """One source, if it carries the sentence alone; else all that were cited."""
        if len(sources) == 1:
            return sources
        alone = (e for e in sources if self._check.check(text, [e.text], _around([e])).support != "unsupported")
        one = next(alone, None)
        return sources if one is None else [one]

    def _mended(self, written: Written, numbered: Sequence[Evidence]) -> Carried | None:
        """The own words of what a sentence cites, in its place, if they are about the same."""
        for source in _cited(written, numbered):
            run = self._check.best_quote(written.text, source.text)
            if run is not None and not source.heading and not source.lead_in and not source.header:
                text = source.text[run[0] : run[1]]
                return Carried(text, (_part(source, *run),), "verbatim")
        return None

    def _shown(self, carried: Carried, kept: _Kept) -> Iterator[Statement | Citation]:
        new: list[Citation] = []
        marks: list[int] = []
        for e in carried.rests_on:
            place = (e.entry.revision, e.start, e.end)
            if place not in kept.citations:
                kept.citations[place] = citation(self._corpus, e, len(kept.citations) + 1)
                new.append(kept.citations[place])
            marks.append(kept.citations[place].mark)
        statement = Statement(carried.text, tuple(dict.fromkeys(marks)), carried.support)
        kept.statements.append(statement)
        yield statement
        yield from new

    def _rest(self, chosen: Sequence[Evidence], kept: _Kept) -> Iterator[Statement | Citation]:
        """The quoting writer's statements that nothing shown rests on yet."""
        for e in chosen:
            if (e.entry.revision, e.start, e.end) in kept.citations:
                continue
            for statement in cite(self._corpus, [e])[0]:
                yield from self._shown(Carried(statement.text, (e,), statement.support), kept)


def _cited(written: Written, numbered: Sequence[Evidence]) -> list[Evidence]:
    return [numbered[m - 1] for m in written.marks if 1 <= m <= len(numbered)]


def _ways(written: Written, numbered: Sequence[Evidence]) -> list[list[Evidence]]:
    """What a sentence may rest on: all that it cites, then single pieces, those most like it first."""
    cited = _cited(written, numbered)
    said = {w.lower() for w in words(written.text)}
    like = sorted(numbered, key=lambda e: -len(said & {w.lower() for w in words(e.text)}))[:_LOOKED_AT]
    return ([cited] if cited else []) + [[e] for e in like if [e] != cited]


def _keeps_to(text: str, sources: Sequence[Evidence]) -> bool:
    """Whether the sentence is whole and keeps close to one of its sources.

    The check knows figures, names and words that decide; what any other word says, "issued" for "takes effect", it
    does not. Here a doubt costs little: the source's own words are shown instead.
    """
    if text.count("(") != text.count(")"):
        return False
    return any(keeps_close(text, e.text, _around([e])) for e in sources)


def _around(sources: Sequence[Evidence]) -> list[str]:
    """What stands above the sources: their headings, unit, columns, title and number."""
    return [part for e in sources for part in (e.above, e.path, e.title, " ".join(e.header)) if part]


def _part(e: Evidence, start: int, end: int) -> Evidence:
    return replace(e, start=e.start + start, end=e.start + end, text=e.text[start:end])


def _even(text: str) -> str:
    return " ".join(nfc(text).split()).strip(" .;,:").lower()


def _is_foreign(text: str, language: Language) -> bool:
    """Whether it is in another language or script than was asked in, as far as that can be told."""
    letters = [c for c in text if c.isalpha()]
    if sum(ord(c) > 0x24F and not 0x1E00 <= ord(c) <= 0x1EFF for c in letters) * 5 > len(letters):
        return True
    return len(words(text)) >= _ENOUGH_WORDS and language_of(text) != language


def _nothing(kept: _Kept) -> str:
    """Why nothing that the model wrote was shown."""
    if kept.written == 0:
        return "llm-none"
    return "llm-foreign" if kept.foreign * 2 > kept.written else "llm-unsupported"


def _answers(asked: Question, kept: _Kept, chosen: Sequence[Evidence]) -> bool:
    """Whether what is shown rests on the best evidence, and holds the date, figure or body that this would give."""
    best = chosen[0]
    if not any(r == best.entry.revision and a < best.end and b > best.start for r, a, b in kept.citations):
        return False
    found = KIND_TESTS.get(asked.kind)
    if asked.kind not in MUST_HOLD or found is None or not any(found(e.text) for e in chosen):
        return True
    return any(found(s.text) for s in kept.statements)
