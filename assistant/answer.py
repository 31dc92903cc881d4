"""What the assistant gives back: statements, the words they rest on, and how it came out."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from corpus.legibility import is_unsure
from corpus.messages import Language
from corpus.rows import Entry

Outcome = Literal["answered", "partial", "clarify", "not_found", "conflicting", "out_of_force"]
Support = Literal["verbatim", "checked", "unsupported"]
WriterName = Literal["quoted", "generated"]


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

    @property
    def uncertain(self) -> bool:
        """Whether the page was recognised so badly that the words have to be checked on its image."""
        return is_unsure(self.page_confidence)

    @property
    def url(self) -> str:
        """Where the words open in their document."""
        return f"/documents/{self.document.id}#c{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the answer with the marks of the citations it rests on."""

    text: str
    citations: tuple[int, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked through."""

    documents: int
    passages: int
    words: tuple[str, ...]
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, or the honest word that there is none. The same corpus and question give the same answer."""

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

    @property
    def text(self) -> str:
        """The statements with their marks, one a line where there are several."""
        lines = [f"{s.text} {''.join(f'[{m}]' for m in s.citations)}".strip() for s in self.statements]
        return "\n".join(lines) if lines else (self.missing or "")
