"""A sheet as lines of values, one for each row, with the sources in columns: what spreadsheets are made of."""

from collections.abc import Callable
from datetime import date

from api.export.words import flat, is_number_heading, lacks_state, printable, state_words
from assistant.sheet import Sheet, SheetRow, SheetSource
from corpus.messages import Language, message

Value = str | int | date

_OF_SOURCE: dict[str, Callable[[SheetSource], Value]] = {
    "number": lambda s: printable(s.number or ""),
    "title": lambda s: printable(s.title),
    "unit": lambda s: printable(s.path),
    "page": lambda s: s.page if s.page is not None else "",
    "quote": lambda s: printable(s.quote),
    "document": lambda s: printable(s.document),
    "version": lambda s: s.version,
    "hash": lambda s: printable(s.sha256),
    "place": lambda s: f"{s.start}-{s.end}",
}

FOR_PROGRAMS = 4  # of these, the last ones: what no reader needs on paper

# what a row may say beside its cells: a column only where one does
_AFTER: dict[str, Callable[[SheetRow, Language], Value]] = {
    "due": lambda row, speaks: row.due or "",
    "state": state_words,
    "id": lambda row, speaks: printable(row.id),
}


def source_headings(language: Language) -> list[str]:
    """The headings of what `source_values` gives."""
    return [message(f"export-column-{name}", language) for name in _OF_SOURCE]


def source_values(source: SheetSource) -> list[Value]:
    """A source, value by value."""
    return [value(source) for value in _OF_SOURCE.values()]


def records(sheet: Sheet) -> tuple[list[str], list[list[Value]]]:
    """The headings, and for each row: number, section, cells, due date, state, id, sources."""
    speaks, table = sheet.language, flat(sheet)
    numbered = bool(table.headings) and is_number_heading(table.headings[0])
    before = ["section"] if numbered else ["no", "section"]
    after = [name for name, value in _AFTER.items() if any(value(row, speaks) for row in sheet.rows)]
    if not any(lacks_state(sheet, section) for section in sheet.sections):
        after = [name for name in after if name != "state"]
    headings = [
        *(message(f"export-column-{name}", speaks) for name in before),
        *map(printable, table.headings),
        *(message(f"export-column-{name}", speaks) for name in after),
        *source_headings(speaks),
    ]
    lines: list[list[Value]] = []
    for count, (section, row, cells) in enumerate(table.rows, 1):
        first: list[Value] = [printable(section.title)] if numbered else [count, printable(section.title)]
        last = [_AFTER[name](row, speaks) for name in after]
        lines.append([*first, *cells, *last, *_sources(row)])
    return headings, lines


def _sources(row: SheetRow) -> list[Value]:
    """One source as it is; several one below the other in each cell, in the same order."""
    if len(row.sources) == 1:
        return source_values(row.sources[0])
    return ["\n".join(str(value(s)) for s in row.sources) for value in _OF_SOURCE.values()]
