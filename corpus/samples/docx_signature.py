"""Recipients and signature of a Word document, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Pt

from corpus.samples.docx_paper import LEFT
from corpus.samples.layout import listed
from corpus.samples.word_parts import cell_line, mark_row

if TYPE_CHECKING:
    from docx.table import _Cell

    from corpus.samples.docx_paper import Paper


def signature(paper: Paper) -> None:
    """Recipients on the left, the signature on the right, never alone on a page."""
    paper.doc.paragraphs[-1].paragraph_format.keep_with_next = True
    paper.line("", "Normal").paragraph_format.keep_with_next = True
    table = paper.columns((75, paper.text_width - 75), 1)
    mark_row(table, 0, "cantSplit")
    left, right = table.cell(0, 0), table.cell(0, 1)
    head = cell_line(left, "Recipients:" if paper.source.english else "Nơi nhận:", 12 if paper.source.state else 14)
    head.alignment = LEFT
    run = head.runs[0]
    run.bold, run.italic, run.underline = paper.source.state, paper.source.state, not paper.source.state
    for item in listed(paper.source.recipients):
        cell_line(left, item, paper.look.recipients).alignment = LEFT
    for position, line in enumerate(paper.source.signature):
        _signature_line(paper, right, line, position)


def _signature_line(paper: Paper, cell: _Cell, line: str, position: int) -> None:
    stamped = line.startswith("(")
    last = position == len(paper.source.signature) - 1
    bold = not stamped and (paper.source.state or position == 0 or last)
    form = cell_line(cell, line, 14, bold=bold, italic=stamped).paragraph_format
    if stamped:
        form.space_before = form.space_after = Pt(22)
    elif last and not any(item.startswith("(") for item in paper.source.signature):
        form.space_before = Pt(56)
