"""The due dates of a sheet as a calendar. Knows nothing of files."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, Todo

from api.export.words import columns_of, main_cell, printable, source_words, state_words
from api.version import VERSION
from assistant.sheet import Sheet, SheetRow, SheetSection
from corpus.errors import RequestError
from corpus.messages import message

_TOLD = 20  # phrases that a calendar's description holds


def as_ics(sheet: Sheet) -> bytes:
    """A whole-day event for each due date of a row, a task without a date for each whose deadline has no day.

    Where the day itself is too late ("before 10 March") the event is on the last one that is not.

    Raises RequestError if no row has either. The calendar's description says how many have no day, and why.
    """
    undated = [(section, row) for section in sheet.sections for row in section.rows if row.due is None and row.undated]
    due = [(section, row) for section in sheet.sections for row in section.rows if row.due is not None]
    if not due and not undated:
        raise RequestError("export-no-dates")
    calendar = Calendar()
    calendar.add("prodid", f"-//Vanban//{VERSION}//{sheet.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", printable(sheet.title))
    if undated:
        calendar.add("x-wr-caldesc", _without_days(sheet, [row for _, row in undated]))
    taken: dict[str, int] = {}
    for section, row in due:
        for day in (row.due, *row.also_due):
            if day is not None:
                last = day - timedelta(days=1) if day in row.too_late and day > date.min else day
                calendar.add_component(_event(sheet, section, row, last, _uid(sheet, section, row, taken)))
    for section, row in undated:
        calendar.add_component(_todo(sheet, section, row, _uid(sheet, section, row, taken)))
    return bytes(calendar.to_ical())


def _event(sheet: Sheet, section: SheetSection, row: SheetRow, day: date, uid: str) -> Event:
    event = Event()
    event.add("uid", uid)
    # the day the sheet was made: the same sheet gives the same file
    event.add("dtstamp", datetime.combine(sheet.made, time(), UTC))
    event.add("dtstart", day)
    # the end is the first day after it; the last day that there is has none
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))
    event.add("summary", _line(main_cell(row, columns_of(sheet, section)) or sheet.title))
    event.add("description", _description(sheet, section, row))
    if section.title.strip():
        event.add("categories", [_line(section.title)])
    # a due date does not make the person busy for the whole day
    event.add("transp", "TRANSPARENT")
    return event


def _todo(sheet: Sheet, section: SheetSection, row: SheetRow, uid: str) -> Todo:
    todo = Todo()
    todo.add("uid", uid)
    todo.add("dtstamp", datetime.combine(sheet.made, time(), UTC))
    todo.add("summary", _line(main_cell(row, columns_of(sheet, section)) or sheet.title))
    why = message("export-no-day", sheet.language, deadline=_line(row.undated))
    todo.add("description", f"{why}\n{_description(sheet, section, row)}")
    return todo


def _without_days(sheet: Sheet, rows: Sequence[SheetRow]) -> str:
    """How many have no date and so no day in the calendar, and the words of their deadlines."""
    told = list(dict.fromkeys(_line(row.undated) for row in rows))
    more = message("export-and-more", sheet.language, count=len(told) - _TOLD) if len(told) > _TOLD else ""
    phrases = "; ".join((*told[:_TOLD], more) if more else told)
    return message("export-days-lacking", sheet.language, count=len(rows), phrases=phrases)


def _description(sheet: Sheet, section: SheetSection, row: SheetRow) -> str:
    told = [
        f"{heading}: {cell}" if heading else cell
        for heading, cell in zip(columns_of(sheet, section), row.cells, strict=False)
        if cell.strip()
    ]
    if row.state:
        told.append(f"{message('export-column-state', sheet.language)}: {state_words(row, sheet.language)}")
    told += [message("export-source-of", sheet.language, source=source_words(s, sheet.language)) for s in row.sources]
    return printable("\n".join(told))


def _uid(sheet: Sheet, section: SheetSection, row: SheetRow, taken: dict[str, int]) -> str:
    """The same for the same row in every export, so that a calendar updates its event and makes no second one."""
    sources = [(s.document, s.start, s.end) for s in row.sources]
    # what stays when somebody edits the row: its id, else what it rests on, else its words
    stays = row.id or sources or main_cell(row, columns_of(sheet, section))
    key = hashlib.sha256(repr((sheet.kind, stays)).encode("utf-8", "backslashreplace")).hexdigest()[:32]
    taken[key] = taken.get(key, 0) + 1
    return f"{key}@vanban" if taken[key] == 1 else f"{key}-{taken[key]}@vanban"


def _line(text: str) -> str:
    return " ".join(printable(text).split())
