"""What changed a unit, in words: "được sửa đổi theo khoản 1 Điều 1 Quyết định số 35/2019/QĐ-UBND". Knows no formats."""

from collections.abc import Iterable
from datetime import date

from assistant.consolidated import Cause, ConsolidatedText, Unsettled
from corpus.identity import TYPE_NAMES
from corpus.library import Library
from corpus.messages import Language, message
from corpus.rows import Entry
from corpus.validity import at


def day_words(day: date) -> str:
    """A day as both languages can read it."""
    return day.strftime("%d/%m/%Y")


def document_words(entry: Entry, language: Language) -> str:
    """A document as it is cited: type and number, else its title."""
    i = entry.identity
    name = TYPE_NAMES[i.type][language] if i.type in TYPE_NAMES else ""
    return f"{name[:1].upper()}{name[1:]} {i.number}".strip() if i.number else i.title


def cause_words(cause: Cause, library: Library, language: Language) -> str:
    """By what a unit was changed, and from when."""
    entry = library.entry(cause.document)
    state = message(f"consolidated-state-{cause.made}", language)
    path = library.outline(entry.revision).path(cause.unit)
    code = "consolidated-by" if path else "consolidated-by-document"
    by = message(code, language, state=state, path=path, document=document_words(entry, language))
    return message("consolidated-since", language, by=by, day=day_words(cause.day)) if cause.day else by


def unsettled_words(u: Unsettled, library: Library, language: Language) -> str:
    """An order that was not carried out, and why."""
    entry = library.entry(u.cause.document)
    path = library.outline(entry.revision).path(u.cause.unit)
    place = ", ".join(filter(None, (document_words(entry, language), path)))
    return message("consolidated-unsettled", language, reason=f"{place}: {message(u.code, language, **dict(u.facts))}")


def notice(entry: Entry, found: ConsolidatedText, library: Library, language: Language) -> list[str]:
    """That this is no official consolidation, whether the document held on the day, and what changed its wording."""
    day = found.day or date.today()
    status = at(library.intervals(entry.revision), day).status
    said = message("consolidated-notice", language, day=day_words(day), status=message(f"status-{status}", language))
    told: list[str] = []
    ids = dict.fromkeys(c.document for u in found.walk() for c in u.by)
    if ids:
        told.append(message("consolidated-sources", language, documents=_names(ids, library, language)))
    waiting = dict.fromkeys(u.cause.document for u in found.unsettled if u.cause.document not in ids)
    if waiting:
        told.append(message("consolidated-waiting", language, documents=_names(waiting, library, language)))
    return [said, *(told or [message("consolidated-unchanged", language)])]


def _names(ids: Iterable[str], library: Library, language: Language) -> str:
    return "; ".join(document_words(library.entry(id), language) for id in ids)


def title_on(entry: Entry, day: date, language: Language) -> str:
    """The document with the day."""
    return message("consolidated-title", language, name=document_words(entry, language), day=day_words(day))
