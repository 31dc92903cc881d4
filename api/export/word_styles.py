"""The styles of a Word file, so that whoever goes on writing in it stays in the layout. Knows no content."""

from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from api.export.footnotes import MARK_STYLE, TEXT_STYLE
from api.export.layouts import FONT, NOTE_SIZE, Figures
from api.export.word_table import CELL, HEADING
from api.export.word_xml import Element
from corpus.messages import Language

_SCRIPTS = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
_THEMES = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")


def set_styles(word: Document, figures: Figures, size: float, language: Language) -> None:
    """Makes all text black Times New Roman, and the paragraphs as the layout asks; `size` is that of tables."""
    _defaults(word, language)
    word.styles["Normal"].font.size = Pt(figures.body)
    _body(word.styles["Body Text"], figures)
    heading = word.styles["Heading 1"]
    heading.font.size, heading.font.bold = Pt(figures.body), True
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(12), Pt(6)
    title = word.styles["Title"]
    title.font.size, title.font.bold = Pt(figures.type), True
    for part in ("w:pBdr", "w:spacing", "w:kern"):  # the template's line below and wide letters
        for old in title.element.findall(f".//{qn(part)}"):
            old.getparent().remove(old)
    word.styles["Header"].font.size = Pt(figures.page)
    _own(word, CELL, size, WD_ALIGN_PARAGRAPH.LEFT)
    _own(word, HEADING, size, WD_ALIGN_PARAGRAPH.CENTER).font.bold = True
    # by the names under which Word knows them, so that its own footnotes look the same
    notes = _own(word, "footnote text", NOTE_SIZE, WD_ALIGN_PARAGRAPH.LEFT, builtin=True)
    notes.element.set(qn("w:styleId"), TEXT_STYLE)
    mark = word.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.element.set(qn("w:styleId"), MARK_STYLE)
    mark.font.superscript = True


def _defaults(word: Document, language: Language) -> None:
    """The template's theme, which has other fonts and colours, taken out of every style and of what no style says."""
    for fonts in word.styles.element.iter(qn("w:rFonts")):
        _name(fonts)
    for colour in word.styles.element.iter(qn("w:color")):
        colour.attrib.clear()
        colour.set(qn("w:val"), "000000")
    properties = word.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    spoken = properties.find(qn("w:lang"))
    spoken.set(qn("w:val"), "vi-VN" if language == "vi" else "en-GB")
    spacing = word.styles.element.find(f".//{qn('w:pPrDefault')}/{qn('w:pPr')}/{qn('w:spacing')}")
    if spacing is not None:
        spacing.getparent().remove(spacing)


def _name(fonts: Element) -> None:
    for theme in _THEMES:
        fonts.attrib.pop(qn(theme), None)
    for script in _SCRIPTS:
        fonts.set(qn(script), FONT)


def _body(style: ParagraphStyle, figures: Figures) -> None:
    form = style.paragraph_format
    form.alignment, form.first_line_indent = WD_ALIGN_PARAGRAPH.JUSTIFY, Mm(figures.indent)
    form.space_before, form.space_after = Pt(0), Pt(6)
    if figures.line is None:
        form.line_spacing = 1.0
    else:
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(figures.line)


def _own(word: Document, name: str, size: float, align: WD_ALIGN_PARAGRAPH, builtin: bool = False) -> ParagraphStyle:
    style = cast(ParagraphStyle, word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin))
    style.base_style = word.styles["Normal"]
    style.font.size = Pt(size)
    style.paragraph_format.alignment = align
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    return style
