"""A sheet as Markdown: tables, the sources as footnotes. Knows nothing of files."""

import re
from collections.abc import Iterator

from api.export.words import columns_of, day_words, lacks_state, printable, source_words, state_words
from assistant.sheet import Sheet, SheetRow, SheetSection
from corpus.messages import message

# what would be read as markup in the middle of a line
_MARKUP = re.compile(r"([\\`*_\[\]<>|~])")
_AT_START = re.compile(r"^(\s*)([#+=-]|\d+[.)])", re.MULTILINE)


def as_markdown(sheet: Sheet) -> bytes:
    """Title, notes and one table a section; every source is a footnote."""
    return ("\n".join(_lines(sheet)).rstrip("\n") + "\n").encode("utf-8")


def _lines(sheet: Sheet) -> Iterator[str]:
    speaks = sheet.language
    yield f"# {_inline(sheet.title)}\n"
    yield f"**{_inline(message('export-draft-line', speaks, day=day_words(sheet.made, speaks)))}**\n"
    for note in sheet.notes:
        yield _block(note) + "\n"
    if not sheet.rows:
        yield _inline(message("export-nothing", speaks)) + "\n"
    footnotes: list[str] = []
    for section in sheet.sections:
        yield f"## {_inline(section.title)}\n"
        for note in section.notes:
            yield _block(note) + "\n"
        if section.rows:
            yield from _table(sheet, section, footnotes)
            yield ""
    for number, text in enumerate(footnotes, 1):
        yield f"[^{number}]: {text}"


def _table(sheet: Sheet, section: SheetSection, footnotes: list[str]) -> Iterator[str]:
    headings = list(map(_inline, columns_of(sheet, section)))
    stated = lacks_state(sheet, section)
    headings += [""] * (max(len(row.cells) for row in section.rows) - len(headings))
    if stated:
        headings.append(message("export-column-state", sheet.language))
    headings.append(message("export-column-source", sheet.language))
    yield f"| {' | '.join(headings)} |"
    yield f"|{' --- |' * len(headings)}"
    for row in section.rows:
        cells = [_inline(cell) for cell in row.cells]
        cells += [""] * (len(headings) - 1 - stated - len(cells))
        if stated:
            cells.append(state_words(row, sheet.language))
        yield f"| {' | '.join([*cells, _marks(sheet, row, footnotes)])} |"


def _marks(sheet: Sheet, row: SheetRow, footnotes: list[str]) -> str:
    marks = []
    for source in row.sources:
        footnotes.append(_inline(source_words(source, sheet.language)))
        marks.append(f"[^{len(footnotes)}]")
    return " ".join(marks)


def _inline(text: str) -> str:
    """The text on one line, nothing in it read as markup."""
    return _AT_START.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", printable(text))).replace("\n", "<br>")


def _block(text: str) -> str:
    return _inline(text).replace("<br>", "  \n")
