"""Page, styles and numbered lists of a Word document, set before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Mm, Pt, RGBColor

from corpus.samples.docx_paper import (
    ARTICLE_LEVEL,
    BODY,
    CENTER,
    HEADINGS,
    JUSTIFY,
    LEFT,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
)
from corpus.samples.word_parts import add_page_number, join_list, numbering_list, replace_fonts

if TYPE_CHECKING:
    from docx.styles.style import ParagraphStyle

    from corpus.samples.docx_paper import Paper


def set_page(paper: Paper) -> None:
    """Size, margins, and the page number on top of all pages but the first."""
    section = paper.doc.sections[0]
    section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
    section.top_margin = section.bottom_margin = Mm(MARGIN)
    section.left_margin, section.right_margin = Mm(paper.look.left), Mm(paper.look.right)
    section.header_distance = section.footer_distance = Mm(MARGIN / 2)
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTER
    run = paragraph.add_run()
    run.font.size = Pt(paper.look.number)
    add_page_number(run)


def define_styles(paper: Paper) -> None:
    """Every style that the parts use."""
    _define(paper, "Normal", None).font.size = Pt(paper.look.body)
    _define(paper, "Header", "Normal")
    _body_style(paper, "Body Text", "Normal")
    for name in ("Can cu", "Khoan", "Diem", "Gach dau dong", "Gach cong"):
        _body_style(paper, name, "Body Text")
    paper.style("Can cu").font.italic = paper.source.state
    for name in ("Ten loai", "Trich yeu", "Ten chuong"):
        style = _define(paper, name, "Normal")
        style.font.bold = True
        style.paragraph_format.alignment = CENTER
        style.paragraph_format.keep_with_next = True
    paper.style("Ten loai").font.size = Pt(paper.look.kind)
    paper.style("Ten loai").paragraph_format.space_before = Pt(14)
    table = _define(paper, "Bang", "Normal")
    table.font.size = Pt(12)
    table.paragraph_format.space_before = table.paragraph_format.space_after = Pt(2)
    for level in range(1, ARTICLE_LEVEL + 1):
        _heading_style(paper, level)


def _define(paper: Paper, name: str, base: str | None) -> ParagraphStyle:
    """Makes a style, or empties one of the template, so that it starts from nothing but its base."""
    if name not in paper.doc.styles:
        paper.doc.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style = paper.style(name)
    style.base_style = paper.style(base) if base else None
    style.quick_style = True
    replace_fonts(style.element.get_or_add_rPr(), paper.font)
    form = style.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing = 1.0
    return style


def _body_style(paper: Paper, name: str, base: str) -> ParagraphStyle:
    style = _define(paper, name, base)
    form = style.paragraph_format
    form.alignment = JUSTIFY
    form.first_line_indent = Mm(paper.look.indent)
    form.space_before, form.space_after = Pt(paper.look.before), Pt(0)
    if paper.look.line:
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        form.line_spacing = Pt(paper.look.line)
    else:
        form.line_spacing = 1.1
    return style


def _heading_style(paper: Paper, level: int) -> None:
    style = _body_style(paper, f"Heading {level}", "Normal")
    style.font.size = Pt(paper.look.body)
    style.font.bold, style.font.italic = True, level == ARTICLE_LEVEL and not paper.legal
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.keep_with_next = True
    style.paragraph_format.alignment = LEFT
    if paper.legal and level < ARTICLE_LEVEL:
        style.paragraph_format.alignment = CENTER
        style.paragraph_format.first_line_indent = Mm(0)
        style.paragraph_format.space_before = Pt(12)


def begin_numbering(paper: Paper) -> None:
    """One list for articles and clauses, linked to their styles, and another count for a promulgated text."""
    word = "Article" if paper.source.english else "Điều"
    lists = 1 + sum(block.mark == "promulgated" for block in paper.source.blocks)
    numbering_list(paper.doc.part.numbering_part.element, word, lists)
    for level, name in enumerate((HEADINGS["article"], BODY["clause"])):
        join_list(paper.style(name).element.get_or_add_pPr(), 1, level)
