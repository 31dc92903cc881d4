"""Entries of the registers on the terminal: what each says, where it stands, its words. Decides nothing."""

from collections.abc import Iterable, Iterator, Sequence

from api.cli_shown import plain
from api.register_bodies import (
    DeadlineBody,
    DefinitionBody,
    DutyBody,
    FigureBody,
    RegisterEntryBody,
    RequirementBody,
    WordsBody,
)
from api.register_sheet import mark
from corpus.messages import Language, message

_INDENT = "    "
Slots = Iterator[tuple[str, WordsBody | None]]


def register(
    entries: Sequence[RegisterEntryBody], total: int, documents: int, remarks: Iterable[str], language: Language
) -> None:
    """A page of a register: each entry, then how many there are."""
    for remark in remarks:
        plain(remark)
    if not entries:
        plain(message("registers-none", language, documents=documents))
        return
    for entry in entries:
        plain(_said(entry, language))
        plain(_INDENT + _place(entry, language))
        if entry.second_reader is not None:
            plain(f"{_INDENT}[{entry.second_reader.id}] {_line(mark(entry.second_reader, language))}")
        for name, words in _slots(entry):
            if words is not None:
                plain(f"{_INDENT}{message(f'slot-{name}', language)}: {_line(words.text)}")
        plain(f"{_INDENT}“{_line(entry.quote)}”")
    plain(message("registers-shown", language, shown=len(entries), total=total))


def _said(entry: RegisterEntryBody, language: Language) -> str:
    match entry:
        case DutyBody():
            who = _line(entry.lead.text) if entry.lead else f"({message('registers-not-stated', language)})"
            strength = message(f"strength-{entry.strength}", language)
            when = "; ".join(_when(d, language) for d in (entry.deadline, *entry.also_due))
            return f"{when} · {strength} · {who}: {_line(entry.action.text)}"
        case RequirementBody():
            subject = _line(entry.subject.text) if entry.subject else message(f"subject-{entry.subject_kind}", language)
            more = f" ({message('slot-equivalent', language)})" if entry.equivalent else ""
            return f"{subject} · {message(f'attribute-{entry.attribute}', language)}: {_line(entry.words.text)}{more}"
        case FigureBody():
            counts = f" · {_line(entry.counts.text)}" if entry.counts else ""
            return f"{_line(entry.printed.text)}{counts} · {message(f'stance-{entry.stance}', language)}"
        case DefinitionBody():
            return f"{_line(entry.term.text)}: {_line(entry.meaning.text)}"
    return _line(entry.quote)


def _when(deadline: DeadlineBody | None, language: Language) -> str:
    if deadline is None:
        return "-"
    if deadline.day is None:
        return f"{_line(deadline.phrase.text)} ({message(f'deadline-{deadline.kind}', language)})"
    code = "deadline-before" if deadline.inclusive is False else "deadline-by"
    return message(code, language, day=deadline.day.isoformat())


def _slots(entry: RegisterEntryBody) -> Slots:
    """What is shown on lines of its own, where the text states it."""
    match entry:
        case DutyBody():
            yield from (("coordinators", words) for words in entry.coordinators)
            yield from (("assigner", entry.assigner), ("product", entry.product), ("report_to", entry.report_to))
            yield from (("condition", entry.condition), ("exception", entry.exception))
        case RequirementBody():
            yield "condition", entry.condition
            yield from (("exceptions", words) for words in entry.exceptions)
        case FigureBody():
            yield from (("base", entry.base), ("place", entry.place), ("period", entry.period))


def _place(entry: RegisterEntryBody, language: Language) -> str:
    page = message("cited-page", language, page=entry.page) if entry.page else ""
    document = entry.document.number or entry.document.title
    return " · ".join(filter(None, (document, entry.path, page, entry.url)))


def _line(text: str) -> str:
    """Words that run over several lines, on one."""
    return " ".join(text.split())
