"""A sheet: rows with their sources, as they are shown and given out. Not formats, nor where rows come from.

Checklists, requirement sheets, programme sheets, registers and course packs all become sheets, so that a citation
survives every export in the same way.
"""

from dataclasses import dataclass, field
from datetime import date
from textwrap import shorten
from typing import Literal

from corpus.messages import Language

_LONGEST_NAME = 120  # characters
SheetKind = Literal["checklist", "requirements", "programme", "positions", "register", "comparison", "course"]
Layout = Literal["state", "party"]
SectionRole = Literal["", "objectives", "session", "provisions", "glossary", "cases", "quiz", "key"]


@dataclass(frozen=True, slots=True)
class SheetSource:
    """Where a row comes from: `quote == text[start:end]` of that version of the document (`sha256` of its original)."""

    document: str
    number: str | None
    title: str
    path: str
    page: int | None
    quote: str
    start: int
    end: int
    sha256: str
    version: int
    language: Language | None = None  # none where it was kept before sources told it

    @property
    def name(self) -> str:
        """The document's number, else its title, cut where a whole paragraph stands for one."""
        return self.number or shorten(self.title, _LONGEST_NAME, placeholder=" …")

    @property
    def url(self) -> str:
        """Where the page shows it."""
        return f"/documents/{self.document}#c{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: one cell for each column ("" where there is nothing to say), what proves it, when it falls due.

    `state` is what somebody made of it ("open", "done", "met", "not_met", "unknown", "judgement", ""); `locked` names
    the columns whose words are the source's. `undated` are the words of a deadline without a day, and why it has none;
    `also_due` are further days beside `due`; `too_late` are those of all these days that are themselves too late.
    """

    cells: tuple[str, ...]
    sources: tuple[SheetSource, ...] = ()
    due: date | None = None
    state: str = ""
    locked: frozenset[int] = frozenset()
    id: str = ""
    undated: str = ""
    also_due: tuple[date, ...] = ()
    too_late: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetSection:
    """Rows under a heading (a stage, a document, a session); `notes` are paragraphs before them.

    `role` is its part in a course (slides put a "key" last); `columns`: own headings where the sheet's do not fit.
    """

    title: str
    rows: tuple[SheetRow, ...]
    notes: tuple[str, ...] = ()
    role: SectionRole = ""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole sheet. `layout`: by whose rules it is printed; `notes` stand under the title ("what was searched").

    `names` tell the columns apart whatever the language, where somebody needs to.
    """

    kind: SheetKind
    title: str
    language: Language
    columns: tuple[str, ...]
    sections: tuple[SheetSection, ...]
    made: date
    layout: Layout = "state"
    notes: tuple[str, ...] = field(default=())
    names: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """All rows, in order."""
        return tuple(row for section in self.sections for row in section.rows)
