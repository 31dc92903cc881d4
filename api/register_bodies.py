"""The registers as they go over HTTP: the shapes of the entries, and entries made into them. Decides nothing."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar

from pydantic import BaseModel, Field

from api.document_bodies import brief
from api.schemas.documents import DocumentBrief
from corpus.library import Library
from corpus.register_entries import RegisterEntry
from corpus.register_filters import SecondState
from corpus.registers import (
    Attribute,
    Deadline,
    DeadlineKind,
    Definition,
    Duty,
    Figure,
    Hedge,
    Operator,
    Requirement,
    Span,
    Stance,
    Strength,
    Subject,
)
from corpus.rows import Entry
from corpus.second_reading import Addition


class WordsBody(BaseModel):
    """Words of the document: `text` is its text[start:end]."""

    text: str
    start: int
    end: int


class DeadlineBody(BaseModel):
    """By when, in the document's words; `day` is the last one, with `inclusive` false the first that is too late."""

    phrase: WordsBody
    kind: DeadlineKind
    day: date | None = Field(examples=["2024-03-31"])
    inclusive: bool | None = Field(description="null where the phrase leaves it open")
    every: str | None = Field(examples=["quarter"])
    length: int | None = Field(examples=[30])
    unit: str | None = Field(examples=["working_day"])
    since: WordsBody | None


class SecondReaderBody(BaseModel):
    """Who proposed an entry that the rules did not find, and what an editor made of it."""

    id: int
    model: str
    at: datetime
    state: SecondState
    who: str = Field(description="who accepted or rejected it")
    decided: datetime | None


class RegisterEntryBody(BaseModel):
    """Where an entry stands: `quote` is text[start:end] of the document, `path` the unit as it is cited."""

    document: DocumentBrief
    address: str = Field(examples=["d5.k1"])
    path: str = Field(examples=["Điều 5, khoản 1"])
    page: int | None
    quote: str
    start: int
    end: int
    url: str = Field(examples=["/documents/40-2023-qd-ubnd#c1203-1361"])
    second_reader: SecondReaderBody | None = Field(description="null for what the rules found")


class DutyBody(RegisterEntryBody):
    """Who has to do what by when; a slot that the text leaves open is null."""

    strength: Strength
    action: WordsBody
    lead: WordsBody | None
    coordinators: list[WordsBody]
    assigner: WordsBody | None
    product: WordsBody | None
    report_to: WordsBody | None
    deadline: DeadlineBody | None
    condition: WordsBody | None
    exception: WordsBody | None
    also_due: list[DeadlineBody] = Field(description="further deadlines of the same duty")


class RequirementBody(RegisterEntryBody):
    """What has to be fulfilled; of those with one `group` and one subject, one is enough."""

    subject_kind: Subject
    subject: WordsBody | None
    attribute: Attribute
    operator: Operator
    words: WordsBody
    value: float | None
    unit: str | None
    group: str
    equivalent: bool = Field(description='whether "or equivalent" stands there')
    exceptions: list[WordsBody]
    condition: WordsBody | None


class FigureBody(RegisterEntryBody):
    """A number that the text states, with what it counts, of which base, where and when."""

    printed: WordsBody
    value: float
    unit: str
    hedge: Hedge
    stance: Stance
    counts: WordsBody | None
    base: WordsBody | None
    place: WordsBody | None
    period: WordsBody | None


class DefinitionBody(RegisterEntryBody):
    """What a term means, or what an abbreviation stands for."""

    term: WordsBody
    meaning: WordsBody
    abbreviation: bool


class _Listed(BaseModel):
    """A page of a register: of `total` entries those from `offset` on; `remarks` say what to mind."""

    total: int
    offset: int
    remarks: list[str]


class DutiesBody(_Listed):
    """Duties, by their day, those without one last."""

    entries: list[DutyBody]


class RequirementsBody(_Listed):
    """Requirements, as they stand in the documents."""

    entries: list[RequirementBody]


class FiguresBody(_Listed):
    """Figures, as they stand in the documents."""

    entries: list[FigureBody]


class DefinitionsBody(_Listed):
    """Definitions and abbreviations, as they stand in the documents."""

    entries: list[DefinitionBody]


_Body = TypeVar("_Body", bound=RegisterEntryBody)


def duty_bodies(library: Library, found: Sequence[tuple[Entry, Duty]]) -> list[DutyBody]:
    """Duties with their words and places."""
    return _bodies(library, DutyBody, found)


def requirement_bodies(library: Library, found: Sequence[tuple[Entry, Requirement]]) -> list[RequirementBody]:
    """Requirements with their words and places."""
    return _bodies(library, RequirementBody, found)


def figure_bodies(library: Library, found: Sequence[tuple[Entry, Figure]]) -> list[FigureBody]:
    """Figures with their words and places."""
    return _bodies(library, FigureBody, found)


def definition_bodies(library: Library, found: Sequence[tuple[Entry, Definition]]) -> list[DefinitionBody]:
    """Definitions with their words and places."""
    return _bodies(library, DefinitionBody, found)


def second_body(addition: Addition) -> SecondReaderBody:
    """What is told of an entry that a model proposed."""
    a = addition
    return SecondReaderBody(id=a.id, model=a.model, at=a.at, state=a.state, who=a.who, decided=a.decided)


def _bodies(library: Library, shape: type[_Body], found: Sequence[tuple[Entry, RegisterEntry]]) -> list[_Body]:
    proposed = library.additions(sorted({document.revision for document, _ in found}))
    second = {(a.revision, a.entry): second_body(a) for a in proposed}
    return [_body(library, shape, document, entry, second.get((document.revision, entry))) for document, entry in found]


def _body(
    library: Library, shape: type[_Body], document: Entry, entry: RegisterEntry, second: SecondReaderBody | None
) -> _Body:
    text, whole = library.text(document.revision), entry.whole
    slots = {name: _slot(getattr(entry, name), text) for name in entry.__slots__ if name not in ("whole", "address")}
    return shape(
        document=brief(document),
        address=entry.address,
        path=library.outline(document.revision).path(entry.address),
        page=_page(library, document.revision, whole.start),
        quote=whole.of(text),
        start=whole.start,
        end=whole.end,
        url=f"/documents/{document.id}#c{whole.start}-{whole.end}",
        second_reader=second,
        **slots,
    )


def _slot(value: object, text: str) -> object:
    """A slot's words, where it points at some, else what it says."""
    match value:
        case Span():
            return WordsBody(text=value.of(text), start=value.start, end=value.end)
        case tuple():
            return [_slot(member, text) for member in value]
        case Deadline():
            return DeadlineBody.model_validate({name: _slot(getattr(value, name), text) for name in value.__slots__})
    return value


def _page(library: Library, revision: int, offset: int) -> int | None:
    pages = library.pages(revision)
    at = bisect_right(pages, offset, key=lambda p: p.start) - 1
    return pages[at].number if at >= 0 else None
