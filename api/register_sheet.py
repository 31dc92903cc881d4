"""A page of a register as a sheet, for exports: a row an entry, its columns after the kind. Decides nothing."""

from collections.abc import Sequence
from datetime import date

from api.register_bodies import (
    DefinitionBody,
    DutyBody,
    FigureBody,
    RegisterEntryBody,
    RequirementBody,
    SecondReaderBody,
    WordsBody,
)
from assistant.sheet import Sheet, SheetRow, SheetSection, SheetSource
from corpus.library import Library
from corpus.messages import Language, message

_COLUMNS = {
    "duties": ("action", "strength", "lead", "coordinators", "deadline", "product", "condition", "exception"),
    "requirements": ("subject", "attribute", "asked", "condition", "exceptions"),
    "figures": ("figure", "counts", "base", "place", "period", "stance"),
    "definitions": ("term", "meaning"),
}


def register_sheet(library: Library, kind: str, entries: Sequence[RegisterEntryBody], language: Language) -> Sheet:
    """The entries given as rows, each with the words that it rests on; `kind` is the register's name."""
    marked = any(entry.second_reader for entry in entries)  # without any the column would say nothing
    rows = tuple(_row(library, entry, language, marked=marked) for entry in entries)
    names = (*_COLUMNS[kind], "origin") if marked else _COLUMNS[kind]
    columns = tuple(message(f"register-column-{name}", language) for name in names)
    title = message(f"register-{kind}", language)
    return Sheet("register", title, language, columns, (SheetSection("", rows),), date.today())


def _row(library: Library, entry: RegisterEntryBody, language: Language, *, marked: bool) -> SheetRow:
    cells, due = _cells(entry, language)
    cells += (mark(entry.second_reader, language) or message("origin-rules", language),) if marked else ()
    document = library.entry(entry.document.id)
    source = SheetSource(
        document=document.id,
        number=document.identity.number,
        title=document.identity.title,
        path=entry.path,
        page=entry.page,
        quote=entry.quote,
        start=entry.start,
        end=entry.end,
        sha256=document.source.sha256,
        version=document.revision,
    )
    told = [d for d in (entry.deadline, *entry.also_due) if d] if isinstance(entry, DutyBody) else []
    more = tuple(d.day for d in entry.also_due if d.day) if isinstance(entry, DutyBody) else ()
    late = tuple(d.day for d in told if d.day and d.inclusive is False)
    locked = frozenset(range(len(cells)))
    undated = _undated(entry, language)
    return SheetRow(cells, (source,), due, locked=locked, undated=undated, also_due=more, too_late=late)


def mark(second: SecondReaderBody | None, language: Language) -> str:
    """How an entry is marked that the second reader found; "" for the rules' own."""
    if second is None:
        return ""
    day = (second.decided or second.at).date().isoformat()
    return message(f"second-{second.state}", language, model=second.model, who=second.who or "?", day=day)


def _undated(entry: RegisterEntryBody, language: Language) -> str:
    """The words of a deadline without a day, and why it has none."""
    deadline = entry.deadline if isinstance(entry, DutyBody) else None
    if deadline is None or deadline.day is not None:
        return ""
    return f"{_said(deadline.phrase)} ({message(f'undated-{deadline.kind}', language)})"


def _cells(entry: RegisterEntryBody, language: Language) -> tuple[tuple[str, ...], date | None]:
    match entry:
        case DutyBody():
            due = entry.deadline
            return (
                entry.action.text, message(f"strength-{entry.strength}", language), _said(entry.lead),
                _all(entry.coordinators), _all([d.phrase for d in (due, *entry.also_due) if d]), _said(entry.product),
                _said(entry.condition), _said(entry.exception),
            ), due.day if due else None  # fmt: skip
        case RequirementBody():
            return (
                _said(entry.subject), message(f"attribute-{entry.attribute}", language), entry.words.text,
                _said(entry.condition), _all(entry.exceptions),
            ), None  # fmt: skip
        case FigureBody():
            return (
                entry.printed.text, _said(entry.counts), _said(entry.base), _said(entry.place), _said(entry.period),
                message(f"stance-{entry.stance}", language),
            ), None  # fmt: skip
        case DefinitionBody():
            return (entry.term.text, entry.meaning.text), None
    raise TypeError(type(entry).__name__)


def _said(words: WordsBody | None) -> str:
    return words.text.replace("\n", " ") if words else ""


def _all(several: Sequence[WordsBody]) -> str:
    return "; ".join(map(_said, several))
