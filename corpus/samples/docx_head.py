"""The head of a Word document: letterhead, number and date, type and summary, whom a letter goes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Cm, Pt

from corpus.samples.docx_paper import CENTER
from corpus.samples.layout import folded_issuer, listed, nation_lines
from corpus.samples.word_parts import cell_line, line_width, rule

if TYPE_CHECKING:
    from docx.table import Table

    from corpus.samples.docx_paper import Paper


def letterhead(paper: Paper, *, full: bool) -> None:
    """The two-column head; the short form, without number and date, stands over a promulgated text."""
    table = paper.columns(paper.look.header, 2 if full else 1)
    left, right = table.cell(0, 0), table.cell(0, 1)
    if paper.source.parent:
        cell_line(left, folded_issuer(paper.source.parent), paper.look.issuer)
    cell_line(left, folded_issuer(paper.source.issuer), paper.look.issuer, bold=True)
    nation, motto = nation_lines(paper.source)
    size = min(paper.look.nation, 14) if paper.source.english else paper.look.nation
    cell_line(right, nation, size, bold=True)
    if paper.source.state:
        cell_line(right, motto, 14, bold=True)
        rule(left.add_paragraph(), (paper.look.header[0] - 22) / 2)
        rule(right.add_paragraph(), (paper.look.header[1] - line_width(motto, 14)) / 2)
    else:
        cell_line(left, "*", paper.look.issuer)
        rule(right.add_paragraph(), (paper.look.header[1] - line_width(nation, size)) / 2)
    if full:
        _number_and_date(paper, table)


def _number_and_date(paper: Paper, table: Table) -> None:
    left, right = table.cell(1, 0), table.cell(1, 1)
    lines = [
        cell_line(left, paper.source.number, paper.look.number),
        cell_line(right, paper.source.place_date, 14, italic=True),
    ]
    for line in lines:
        line.paragraph_format.space_before = Pt(6 if paper.source.state else 0)
    if paper.source.subject:
        cell_line(left, paper.source.subject, 12, italic=not paper.source.state)


def opening(paper: Paper) -> None:
    """Type and summary, and whom a letter goes to."""
    source = paper.source
    if source.type:
        paper.line(source.type, "Ten loai")
        if source.title:
            paper.line(source.title, "Trich yeu")
        if source.state:
            rule(paper.line("", "Normal"), (paper.text_width - 40) / 2)
        else:
            paper.line("-----", "Normal").alignment = CENTER
    if source.to:
        _addressees(paper)


def _addressees(paper: Paper) -> None:
    word = "To:" if paper.source.english else "Kính gửi:"
    single = len(paper.source.to) == 1
    first = paper.line(f"{word} {paper.source.to[0]}" if single else word, "Normal")
    first.paragraph_format.space_before = Pt(18)
    if single:
        first.alignment = CENTER
    else:
        first.paragraph_format.left_indent = Cm(3)
        for item in listed(paper.source.to):
            paper.line(item, "Normal").paragraph_format.left_indent = Cm(5)
    paper.line("", "Normal")
