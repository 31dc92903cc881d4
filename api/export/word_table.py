"""The rows of a sheet as tables of a Word file, their sources as footnotes. Knows nothing of the page around them."""

from collections.abc import Iterator, Sequence

from api.export.column_widths import COUNTING, column_widths
from api.export.footnotes import Footnotes
from api.export.laid import Citations, Laid, laid
from api.export.layouts import table_size
from api.export.page_room import Room, row_height
from api.export.word_xml import Block, Element, cell, paragraph, row, run, table, twips
from api.export.words import documents_of
from assistant.sheet import Sheet, SheetSection
from corpus.messages import message

CELL, HEADING = "SheetCell", "SheetHeading"
_SHADE = "E7E6E6"
_FEWEST = 3  # rows of a part of a table
_LONG = 600  # characters from which on a row may be split between pages


def most_columns(sheet: Sheet) -> int:
    """How many columns the widest of the tables has."""
    return max((len(laid(sheet, s, 0).headings) for s in sheet.sections if s.rows), default=0)


class Tables:
    """Draws the tables of one sheet into a width in twips; the rows of all sections are counted through."""

    def __init__(self, sheet: Sheet, footnotes: Footnotes, width: int) -> None:
        self.sheet, self.footnotes, self.width = sheet, footnotes, width
        self._size = table_size(most_columns(sheet))
        self._widths: dict[tuple[str, ...], list[int]] = {}
        self._citations = Citations(sheet.language)
        self._count = 0

    def of(self, section: SheetSection, room: Room) -> list[Element]:
        """The tables of a section that has rows: one, or where it is longer than a page one for each page or so.

        Each repeats its first line on every page.
        """
        content = laid(self.sheet, section, self._count)
        self._count += len(section.rows)
        widths = self._widths_of(content.headings)
        tables: list[list[Element]] = [[]]
        for r, texts in zip(section.rows, content.rows, strict=True):
            notes = [self._citations.words(source) for source in r.sources]
            fits = room.take(row_height(texts, widths, notes, self._size, self.width / 20))
            if not fits and len(tables[-1]) >= _FEWEST:
                tables.append([])
            tables[-1].append(self._line(texts, notes, content, widths))
        found: list[Element] = []
        for lines in tables:
            # between two tables an empty line as low as can be, or they would be one
            found += [paragraph("", Block(CELL, pitch=1))] if found else []
            found.append(table(widths, [_first(content.headings, widths), *lines], ruled=True))
        return found

    def _widths_of(self, headings: tuple[str, ...]) -> list[int]:
        """The widths of all tables with these headings, so that they stand in line with one another."""
        if headings not in self._widths:
            contents = (laid(self.sheet, s, 0) for s in self.sheet.sections if s.rows)
            rows = [texts for content in contents if content.headings == headings for texts in content.rows]
            self._widths[headings] = column_widths(headings, rows, self.width, self._size)
        return self._widths[headings]

    def _line(self, texts: Sequence[str], notes: list[str], content: Laid, widths: list[int]) -> Element:
        cells = []
        for n, (text, width) in enumerate(zip(texts, widths, strict=True)):
            pieces = list(self._cited(text, notes)) if n == content.source_at and notes else [run(text)]
            cells.append(cell(width, paragraph(pieces, Block(CELL, align="center" if n == 0 else None))))
        return row(*cells, whole=sum(map(len, texts)) < _LONG)

    def _cited(self, text: str, notes: list[str]) -> Iterator[Element]:
        """The cell's lines with the footnotes: each at the end of its source's line, or all at the end."""
        lines = text.split("\n")
        if len(lines) != len(notes):
            lines = [text] + [""] * (len(notes) - 1)
        for n, (line, note) in enumerate(zip(lines, notes, strict=True)):
            yield run("\n" + line if n and line else line)
            yield self.footnotes.add(note)

    def sources(self) -> Element:
        """The documents that are cited, each version once, with the whole hash of its original."""
        names = ("no", "number", "title", "version", "hash")
        headings = [message(f"export-column-{name}", self.sheet.language) for name in names]
        widths = [COUNTING, twips(32), 0, twips(20), twips(66 if self.width > twips(200) else 48)]
        widths[2] = self.width - sum(widths)
        lines = [
            [str(n), s.number or "", s.title, str(s.version), s.sha256]
            for n, s in enumerate(documents_of(self.sheet), 1)
        ]
        rows = [
            row(*(cell(x, paragraph(t, Block(CELL))) for x, t in zip(widths, line, strict=True)), whole=True)
            for line in lines
        ]
        return table(widths, [_first(headings, widths), *rows], ruled=True)


def _first(headings: Sequence[str], widths: list[int]) -> Element:
    """The line of headings, which is repeated on every page and never left alone at the foot of one."""
    look = Block(HEADING, with_next=True)
    cells = [cell(width, paragraph(text, look), shade=_SHADE) for width, text in zip(widths, headings, strict=True)]
    return row(*cells, whole=True, heading=True)
