"""Tables of a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.shared import Pt

from corpus.samples.docx_paper import CENTER, LEFT
from corpus.samples.word_parts import column_widths, is_short, mark_row, set_widths

if TYPE_CHECKING:
    from docx.table import _Cell

    from corpus.samples.docx_paper import Paper
    from corpus.samples.markup import Block, Row


def add_table(paper: Paper, block: Block) -> None:
    """A table with borders, its first row repeated on every page."""
    paper.doc.paragraphs[-1].paragraph_format.space_after = Pt(paper.look.before)
    table = paper.doc.add_table(len(block.rows), block.columns, style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    set_widths(table, column_widths(block, paper.text_width / 10))
    mark_row(table, 0, "tblHeader")
    short = [is_short(block, column) for column in range(block.columns)]
    for cells, row in zip(table.rows, block.rows, strict=True):
        if row.group:
            _cell(paper, cells.cells[0].merge(cells.cells[-1]), row.cells[0], bold=True, center=False)
        else:
            _row(paper, cells.cells, row, short, header=row is block.rows[0])
    paper.line("", "Bang")


def _row(paper: Paper, cells: tuple[_Cell, ...], row: Row, short: list[bool], *, header: bool) -> None:
    for cell, text, centred in zip(cells, row.cells, short, strict=True):
        _cell(paper, cell, text, bold=header, center=header or centred)


def _cell(paper: Paper, cell: _Cell, text: str, *, bold: bool, center: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = paper.style("Bang")
    paragraph.alignment = CENTER if center else LEFT
    paragraph.paragraph_format.keep_with_next = bold or None
    paragraph.add_run(text).bold = bold
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
