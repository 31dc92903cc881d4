"""The rows of a sheet as tables of a Word file, their sources as footnotes. Knows nothing of the page around them."""

from collections.abc import Iterator, Sequence

from api.export.column_widths import COUNTING, column_widths
from api.export.footnotes import Footnotes
from api.export.laid import Citations, Laid
from api.export.layouts import table_size
from api.export.page_room import Room, notes_height, row_height
from api.export.word_xml import Block, Element, cell, paragraph, row, run, table, twips
from api.export.words import documents_of
from assistant.sheet import Sheet, SheetRow, SheetSection, SheetSource
from corpus.messages import message

CELL, HEADING = "SheetCell", "SheetHeading"
_SHADE = "E7E6E6"
_LONG = 600  # characters from which on a row may be split between pages


class Tables:
    """Draws the tables of one sheet into a width in twips."""

    def __init__(self, sheet: Sheet, footnotes: Footnotes, contents: Sequence[Laid | None], width: int) -> None:
        self.sheet, self.footnotes, self.width = sheet, footnotes, width
        self._contents = [content for content in contents if content]
        self._size = table_size(most_columns(contents))
        self._widths: dict[tuple[str, ...], list[int]] = {}
        self._citations = Citations(sheet.language)
        self._page, self._noted = 0, dict[SheetSource, int]()

    def of(self, section: SheetSection, content: Laid, room: Room, before: float) -> list[Element]:
        """The tables of a section that has rows: one, or where it is longer than a page one for each page.

        Each repeats its first line on every page. `before` are the points of what must stand on its first page too.
        """
        widths = self._widths_of(content.headings)
        first = row_height(content.headings, widths, self._size, bold=True)
        tables: list[list[Element]] = [[]]
        need = before + first
        for r, texts in zip(section.rows, content.rows, strict=True):
            if tables[-1] and not room.fits(self._height(r, texts, widths, room)):
                room.turn()
                tables.append([])
                need = first
            room.take(need + self._height(r, texts, widths, room))
            tables[-1].append(self._line(self._marks(r, room), texts, content, widths))
            need = 0.0
        found: list[Element] = []
        for lines in tables:
            # between two tables an empty line as low as can be, or they would be one
            found += [paragraph("", Block(CELL, pitch=1, new_page=True))] if found else []
            found.append(table(widths, [_first(content.headings, widths), *lines], ruled=True))
        return found

    def _widths_of(self, headings: tuple[str, ...]) -> list[int]:
        """The widths of all tables with these headings, so that they stand in line with one another."""
        if headings not in self._widths:
            rows = [texts for content in self._contents if content.headings == headings for texts in content.rows]
            self._widths[headings] = column_widths(headings, rows, self.width, self._size)
        return self._widths[headings]

    def _height(self, r: SheetRow, texts: Sequence[str], widths: list[int], room: Room) -> float:
        """The points of a row with those of its notes that the page does not have yet."""
        noted = self._noted if room.page == self._page else {}
        notes = [self._citations.text(source) for source in r.sources if source not in noted]
        return row_height(texts, widths, self._size) + notes_height(notes, self.width / 20)

    def _marks(self, r: SheetRow, room: Room) -> list[list[Element]]:
        """A mark for each source; what the page has a note of already is pointed to."""
        if room.page != self._page:
            self._page, self._noted = room.page, {}
        marks = []
        for source in r.sources:
            if source in self._noted:
                marks.append(self.footnotes.again(self._noted[source]))
            else:
                number = self._noted[source] = self.footnotes.add(self._citations.words(source))
                marks.append(self.footnotes.mark(number))
        return marks

    def _line(self, marks: list[list[Element]], texts: Sequence[str], content: Laid, widths: list[int]) -> Element:
        cells = []
        for n, (text, width) in enumerate(zip(texts, widths, strict=True)):
            pieces = list(_cited(text, marks)) if n == content.source_at and marks else [run(text)]
            cells.append(cell(width, paragraph(pieces, Block(CELL, align="center" if n == 0 else None))))
        return row(*cells, whole=sum(map(len, texts)) < _LONG)

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


def most_columns(contents: Sequence[Laid | None]) -> int:
    """How many columns the widest of the tables has."""
    return max((len(content.headings) for content in contents if content), default=0)


def _cited(text: str, marks: list[list[Element]]) -> Iterator[Element]:
    """The cell's lines with the footnotes: each at the end of its source's line, or all at the end."""
    lines = text.split("\n")
    if len(lines) != len(marks):
        lines = [text] + [""] * (len(marks) - 1)
    for n, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        yield run("\n" + line if n and line else line)
        yield from mark


def _first(headings: Sequence[str], widths: list[int]) -> Element:
    """The line of headings, which is repeated on every page and never left alone at the foot of one."""
    look = Block(HEADING, with_next=True)
    cells = [cell(width, paragraph(text, look), shade=_SHADE) for width, text in zip(widths, headings, strict=True)]
    return row(*cells, whole=True, heading=True)
