"""The rows of a sheet as tables of a Word file, their sources as footnotes. Knows nothing of the page around them."""

from collections.abc import Iterator

from api.export.column_widths import COUNTING, column_widths
from api.export.footnotes import Footnotes
from api.export.word_xml import Block, Element, cell, paragraph, row, run, table, twips
from api.export.words import (
    columns_of,
    documents_of,
    is_number_heading,
    is_source_heading,
    lacks_state,
    place_words,
    source_words,
    state_words,
)
from assistant.sheet import Sheet, SheetRow, SheetSection
from corpus.messages import message

CELL, HEADING = "SheetCell", "SheetHeading"
_SHADE = "E7E6E6"
_MANY = 7  # columns from which on a table is wide
_LONG = 600  # characters from which on a row may be split between pages


def headings(sheet: Sheet, section: SheetSection) -> list[str]:
    """What stands over a section's columns: a number first and the source last, where the sheet has none."""
    found = list(columns_of(sheet, section))
    found += [""] * (max((len(r.cells) for r in section.rows), default=0) - len(found))
    if lacks_state(sheet, section):
        found.append(message("export-column-state", sheet.language))
    if any(r.sources for r in section.rows) and not any(map(is_source_heading, found)):
        found.append(message("export-column-source", sheet.language))
    if not (found and is_number_heading(found[0]) and found[0]):
        found.insert(0, message("export-column-no", sheet.language))
    return found


def is_wide(sheet: Sheet) -> bool:
    """Whether the tables have more columns than an upright page can hold."""
    return any(section.rows and len(headings(sheet, section)) >= _MANY for section in sheet.sections)


class Tables:
    """Draws the tables of one sheet into a width in twips; rows without a number of their own are counted through."""

    def __init__(self, sheet: Sheet, footnotes: Footnotes, width: int) -> None:
        self.sheet, self.footnotes, self.width = sheet, footnotes, width
        self._count = 0

    def of(self, section: SheetSection) -> Element:
        """The table of a section that has rows; its first line is repeated on every page."""
        heads = headings(self.sheet, section)
        rows = [self._texts(section, r, heads) for r in section.rows]
        widths = column_widths(heads, rows, self.width)
        centred = Block(HEADING, with_next=True)
        first = row(
            *(cell(width, paragraph(text, centred), shade=_SHADE) for width, text in zip(widths, heads, strict=True)),
            whole=True, heading=True,
        )  # fmt: skip
        lines = (self._line(r, texts, heads, widths) for r, texts in zip(section.rows, rows, strict=True))
        return table(widths, [first, *lines], ruled=True)

    def _texts(self, section: SheetSection, r: SheetRow, heads: list[str]) -> list[str]:
        self._count += 1
        own = columns_of(self.sheet, section)
        texts = [] if own and is_number_heading(own[0]) and own[0] else [str(self._count)]
        texts += r.cells
        # a state stands in its own column, after the cells and before the source
        sourced = message("export-column-source", self.sheet.language) == heads[-1] and not any(
            map(is_source_heading, own)
        )
        if lacks_state(self.sheet, section):
            texts += [""] * (len(heads) - sourced - 1 - len(texts)) + [state_words(r, self.sheet.language)]
        if sourced:
            texts += [""] * (len(heads) - 1 - len(texts)) + [self._places(r)]
        return texts + [""] * (len(heads) - len(texts))

    def _places(self, r: SheetRow) -> str:
        return "\n".join(place_words(source, self.sheet.language) for source in r.sources)

    def _line(self, r: SheetRow, texts: list[str], heads: list[str], widths: list[int]) -> Element:
        at = next((n for n, text in enumerate(heads) if is_source_heading(text)), len(heads) - 1)
        cells = []
        for n, (text, width) in enumerate(zip(texts, widths, strict=True)):
            pieces = list(self._cited(r, text)) if n == at and r.sources else [run(text)]
            cells.append(cell(width, paragraph(pieces, Block(CELL, align="center" if n == 0 else None))))
        return row(*cells, whole=sum(map(len, texts)) < _LONG)

    def _cited(self, r: SheetRow, text: str) -> Iterator[Element]:
        """The cell's lines with the footnotes: each at the end of its source's line, or all at the end."""
        notes = [self.footnotes.add(source_words(s, self.sheet.language)) for s in r.sources]
        lines = text.split("\n")
        if len(lines) != len(notes):
            yield run(text)
            yield from notes
            return
        for n, (line, note) in enumerate(zip(lines, notes, strict=True)):
            yield run(line if n == 0 else "\n" + line)
            yield note

    def sources(self) -> Element:
        """The documents that are cited, each version once, with the whole hash of its original."""
        heads = [
            message(f"export-column-{name}", self.sheet.language)
            for name in ("no", "number", "title", "version", "hash")
        ]
        rows = [
            [str(n), s.number or "", s.title, str(s.version), s.sha256]
            for n, s in enumerate(documents_of(self.sheet), 1)
        ]
        widths = [COUNTING, twips(32), 0, twips(20), twips(66 if is_wide(self.sheet) else 48)]
        widths[2] = self.width - sum(widths)
        lines = [
            row(
                *(cell(x, paragraph(t, Block(HEADING)), shade=_SHADE) for x, t in zip(widths, heads, strict=True)),
                heading=True,
            )
        ]
        lines += [
            row(*(cell(x, paragraph(t, Block(CELL))) for x, t in zip(widths, r, strict=True)), whole=True) for r in rows
        ]
        return table(widths, lines, ruled=True)
