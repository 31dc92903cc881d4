"""The Word document in the making, and what each part of it needs: its source and sizes, its styles, a line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from corpus.samples.layout import PARTY, STATE
from corpus.samples.word_parts import no_padding, set_widths, turn

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    from corpus.samples.markup import Source

CENTER, LEFT, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY
HEADINGS = {
    "chapter": "Heading 1",
    "section": "Heading 2",
    "article": "Heading 3",
    "h1": "Heading 1",
    "h2": "Heading 2",
    "h3": "Heading 3",
}
BODY = {
    "clause": "Khoan",
    "point": "Diem",
    "dash": "Gach dau dong",
    "plus": "Gach cong",
    "plain": "Body Text",
    "basis": "Can cu",
}
ARTICLE_LEVEL = 3
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 210, 297, 20


class Paper:
    """One Word document in the making."""

    def __init__(self, source: Source, font: str) -> None:
        """Takes the source and the font of the whole file."""
        self.source = source
        self.font = font
        self.look = STATE if source.state else PARTY
        self.doc: Document = docx.Document()
        self.legal = any(block.mark in ("chapter", "article") for block in source.blocks)
        self.wide = False

    @property
    def text_width(self) -> float:
        """The width between the margins in millimetres."""
        return (PAGE_HEIGHT if self.wide else PAGE_WIDTH) - self.look.left - self.look.right

    def style(self, name: str) -> ParagraphStyle:
        """A style of the document by name."""
        return cast("ParagraphStyle", self.doc.styles[name])

    def line(self, text: str, style: str) -> Paragraph:
        """A paragraph added at the end."""
        return self.doc.add_paragraph(text, style=style)

    def columns(self, widths: tuple[float, float], rows: int) -> Table:
        """A table without borders, centred on the text."""
        table: Table = self.doc.add_table(rows, 2)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        no_padding(table)
        set_widths(table, [Mm(width) for width in widths])
        return table

    def new_section(self, *, wide: bool) -> None:
        """Goes on with a new page, lying where `wide`."""
        self.wide = wide
        turn(self.doc.add_section(), wide=wide)
