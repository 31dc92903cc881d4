"""The body of a Word document, block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Mm, Pt

from corpus.samples.docx_head import letterhead
from corpus.samples.docx_paper import BODY, HEADINGS, JUSTIFY, LEFT
from corpus.samples.docx_signature import signature
from corpus.samples.docx_table import add_table
from corpus.samples.layout import body_mark, lead_and_rest
from corpus.samples.numberer import Numberer
from corpus.samples.word_parts import join_list, rule

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

    from corpus.samples.docx_paper import Paper
    from corpus.samples.markup import Block

WIDE_COLUMNS = 6


class Body:
    """Adds the blocks of a source, one after the other."""

    def __init__(self, paper: Paper) -> None:
        """Takes the document to write into."""
        self.paper = paper
        self.numberer = Numberer()

    def add(self, block: Block, index: int) -> None:
        """Writes one block, the `index`th of the source."""
        mark = body_mark(block)
        if mark == "table":
            add_table(self.paper, block)
        elif mark == "sign":
            signature(self.paper)
        elif mark == "promulgated":
            self._promulgated(block)
        elif mark == "annex":
            self._annex(block, index)
        elif mark == "enact":
            self.paper.line(block.text, "Ten chuong").paragraph_format.space_before = Pt(12)
        elif mark in ("chapter", "section"):
            self._chapter(block)
        elif mark in HEADINGS:
            self._heading(block)
        else:
            self._paragraph(block, mark)

    def _chapter(self, block: Block) -> None:
        """A chapter or section: number and title on two lines, in one paragraph or two."""
        paragraph = self.paper.line(block.text, HEADINGS[block.mark])
        for part in block.parts[1:]:
            if self.paper.source.auto_numbering:
                paragraph.add_run().add_break()
                paragraph.add_run(part)
            else:
                self.paper.line(part, "Ten chuong")

    def _heading(self, block: Block) -> None:
        lead, rest = lead_and_rest(block.text)
        level = None
        if self.paper.source.auto_numbering:
            text, level = self.numberer.take(block.mark, block.text)
            if level is not None:
                lead, rest = ("", text) if rest else (text, "")
        paragraph = self.paper.line(lead, HEADINGS[block.mark])
        if rest:
            run = paragraph.add_run(rest)
            run.bold = run.italic = False
            paragraph.paragraph_format.keep_with_next = False
            paragraph.alignment = JUSTIFY
        if self.paper.legal and block.mark in ("h1", "h2"):
            form = paragraph.paragraph_format
            form.alignment, form.space_before = LEFT, Pt(self.paper.look.before)
            form.first_line_indent = Mm(self.paper.look.indent)
        if block.mark in ("article", "h3"):
            self._count(paragraph, level)

    def _paragraph(self, block: Block, mark: str) -> None:
        text, level = block.text, None
        if self.paper.source.auto_numbering:
            text, level = self.numberer.take(block.mark, text)
        paragraph = self.paper.line(text, BODY[mark])
        if mark == "clause":
            self._count(paragraph, level)

    def _count(self, paragraph: Paragraph, level: int | None) -> None:
        """Puts a paragraph into the running list; a typed number is kept out of the list of its style."""
        if self.paper.source.auto_numbering and level is None:
            join_list(paragraph._p.get_or_add_pPr(), 0, 0)
        elif level is not None:
            join_list(paragraph._p.get_or_add_pPr(), self.numberer.list_id, level)

    def _promulgated(self, block: Block) -> None:
        self.numberer.restart()
        self.paper.new_section(wide=False)
        if self.paper.source.state:
            letterhead(self.paper, full=False)
        self._titles(block)

    def _annex(self, block: Block, index: int) -> None:
        """An annex on a new page, which lies where a table has many columns."""
        following = self.paper.source.blocks[index + 1 :]
        end = next((i for i, item in enumerate(following) if item.mark in ("annex", "promulgated")), len(following))
        wide = any(item.columns >= WIDE_COLUMNS for item in following[:end])
        if wide or self.paper.wide:
            self.paper.new_section(wide=wide)
            self._titles(block)
        else:
            self._titles(block).paragraph_format.page_break_before = True

    def _titles(self, block: Block) -> Paragraph:
        """Name, title and, in italics and brackets, the document that carries the text; gives back the name."""
        name = self.paper.line(block.text, "Ten loai")
        for part in block.parts[1:]:
            paragraph = self.paper.line(part, "Trich yeu")
            if part.startswith("("):
                paragraph.runs[0].bold, paragraph.runs[0].italic = False, True
        rule(self.paper.line("", "Normal"), (self.paper.text_width - 40) / 2)
        return name
