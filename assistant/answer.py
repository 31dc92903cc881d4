"""What the assistant gives back: statements, the words they rest on, and how it came out."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from corpus.legibility import is_unsure
from corpus.messages import Language, message
from corpus.relations import RelationKind
from corpus.rows import Entry
from corpus.validity import Interval

Outcome = Literal["answered", "partial", "clarify", "not_found", "conflicting", "out_of_force"]
Support = Literal["verbatim", "checked", "unsupported"]
WriterName = Literal["quoted", "generated"]


def _opened_at(document: Entry, start: int, end: int) -> str:
    return f"/documents/{document.id}#c{start}-{end}"


@dataclass(frozen=True, slots=True)
class Citation:
    """The source's own words: `quote` is the document's text[start:end].

    `page_confidence` is how surely the page was recognised, the least sure one of several; None for text as such.
    """

    mark: int
    document: Entry
    path: str
    page: int | None
    quote: str
    start: int
    end: int
    passage: str
    page_confidence: float | None = None
    state: Interval | None = None  # of the document on the day asked for

    @property
    def uncertain(self) -> bool:
        """Whether the page was recognised so badly that the words have to be checked on its image."""
        return is_unsure(self.page_confidence)

    @property
    def url(self) -> str:
        """Where the words open in their document."""
        return _opened_at(self.document, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the answer with the marks of the citations it rests on."""

    text: str
    citations: tuple[int, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand that came near to a question and do not answer it: to be looked at, not quoted."""

    document: Entry
    path: str
    start: int
    end: int

    @property
    def url(self) -> str:
        """Where the words open in their document."""
        return _opened_at(self.document, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked through."""

    documents: int
    passages: int
    words: tuple[str, ...]
    nearest: tuple[str, ...] = ()
    nearest_documents: tuple[Entry, ...] = ()
    nearest_places: tuple[Place, ...] = ()  # in them, where nothing answers


def nearest_words(searched: Searched, language: Language) -> str:
    """Which documents come nearest and where in them, in a sentence; "" where none does."""
    if not searched.nearest:
        return ""
    within = {
        e.id: [p.path for p in searched.nearest_places if p.document.id == e.id and p.path]
        for e in searched.nearest_documents
    }
    named = zip(searched.nearest, searched.nearest_documents, strict=False)
    told = [f"{name} ({'; '.join(within[e.id])})" if within[e.id] else name for name, e in named]
    return message("nearest", language, documents="; ".join(told or searched.nearest))


@dataclass(frozen=True, slots=True)
class EndedBy:
    """A document that brought about that another did not hold; `kind` is what it says of it, None where unknown."""

    document: Entry
    kind: RelationKind | None


@dataclass(frozen=True, slots=True)
class NotHeld:
    """What answers best and did not hold on the day: a document or a unit of it, its state, what brought it about."""

    document: Entry
    path: str
    state: Interval
    by: tuple[EndedBy, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several documents that a question may mean: how it is shown, and the question to ask instead."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, or the honest word that there is none. The same corpus and question give the same answer.

    `understood` is the question as it was completed from the conversation, where that differs from what was asked.
    `lead` is said before the statements: that a premise does not hold, or which of the `choices` is to be made.
    `not_held` is what an answer "out_of_force" is about.
    """

    id: str
    question: str
    language: Language
    outcome: Outcome
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    as_of: date
    searched: Searched
    confidence: float
    missing: str | None = None
    follow_ups: tuple[str, ...] = field(default=())
    writer: WriterName = "quoted"
    note: str | None = None  # why the other writer wrote, what was left out
    understood: str | None = None
    lead: str | None = None
    choices: tuple[Choice, ...] = ()
    not_held: NotHeld | None = None

    @property
    def text(self) -> str:
        """What is said first, then the statements with their marks or the choices, one a line."""
        lines = [self.lead] if self.lead else []
        lines += [f"{s.text} {''.join(f'[{m}]' for m in s.citations)}".strip() for s in self.statements]
        lines += [f"{number}. {choice.label}" for number, choice in enumerate(self.choices, 1)]
        if self.missing and (not self.statements or self.outcome == "partial"):
            near = nearest_words(self.searched, self.language) if self.outcome == "not_found" else ""
            lines.append(f"{self.missing} {near}".strip())
        return "\n".join(lines)
