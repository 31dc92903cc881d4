"""A sheet as Markdown: tables, the sources as footnotes. Knows nothing of files."""

import re
from collections.abc import Iterator

from api.export.laid import Citations, Laid, laid
from api.export.words import printable
from assistant.sheet import Sheet, SheetRow
from corpus.dates import day_words
from corpus.messages import message

# what would be read as markup in the middle of a line
MARKUP = re.compile(r"([\\`*_\[\]<>|~])")
# ... and at its beginning: a backslash stands for itself before a figure, so that it goes before the mark behind it
_AT_START = re.compile(r"^(\s*(?:\d+(?=[.)](?:\s|$)))?)([#+=-]|(?<=\d)[.)])", re.MULTILINE)


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
    notes, citations, before = list[str](), Citations(speaks), 0
    for section in sheet.sections:
        yield f"## {_inline(section.title)}\n"
        for note in section.notes:
            yield _block(note) + "\n"
        if section.rows:
            yield from _table(laid(sheet, section, before), section.rows, citations, notes)
            yield ""
            before += len(section.rows)
    for number, text in enumerate(notes, 1):
        yield f"[^{number}]: {text}"


def _table(content: Laid, rows: tuple[SheetRow, ...], citations: Citations, notes: list[str]) -> Iterator[str]:
    yield f"| {' | '.join(map(_inline, content.headings))} |"
    yield f"|{' --- |' * len(content.headings)}"
    for row, texts in zip(rows, content.rows, strict=True):
        cells = list(map(_inline, texts))
        marks = []
        for source in row.sources:
            notes.append(_inline(citations.words(source)))
            marks.append(f"[^{len(notes)}]")
        cells[content.source_at] += "".join(marks)
        yield f"| {' | '.join(cells)} |"


def _inline(text: str) -> str:
    """The text on one line, nothing in it read as markup."""
    return _AT_START.sub(r"\1\\\2", MARKUP.sub(r"\\\1", printable(text))).replace("\n", "<br>")


def _block(text: str) -> str:
    return _inline(text).replace("<br>", "  \n")
