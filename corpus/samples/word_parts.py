"""Small pieces of Word markup that the renderer puts together."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Length, Mm, Pt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from corpus.samples.markup import Block

KEPT_STYLES = (
    "Normal",
    "Header",
    "BodyText",
    "Heading1",
    "Heading2",
    "Heading3",
    "DefaultParagraphFont",
    "TableNormal",
    "TableGrid",
    "NoList",
)
UNUSED_PARTS = ("/stylesWithEffects", "/thumbnail", "/customXml")
SMALL_LETTER, CAPITAL, SPACE, CELL_PADDING = 0.2, 0.28, 0.11, 0.5
AFTER_NUMBER = (
    "w:pBdr",
    "w:shd",
    "w:tabs",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
    "w:outlineLvl",
    "w:rPr",
)
WIDTH_STEPS, CODE_LENGTH = 60, 8


def prune_template(doc: Document) -> None:
    """Drops what the blank template brings and no office file needs: preview, second style sheet, unused styles."""
    for relations in (doc.part.package.rels, doc.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(UNUSED_PARTS)]:
            del relations[key]
    root = doc.styles.element
    for style in root.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in KEPT_STYLES:
            root.remove(style)
        for link in style.findall(qn("w:link")):
            style.remove(link)


def set_defaults(doc: Document, font: str, language: str) -> None:
    """Sets the font and the language that hold for the whole file."""
    defaults = doc.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None:
        replace_fonts(defaults, font)
        for tongue in defaults.findall(qn("w:lang")):
            tongue.set(qn("w:val"), language)
    for setting in doc.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def replace_fonts(properties: BaseOxmlElement, font: str) -> None:
    """Sets one font for all scripts in run properties and drops the theme fonts of the template."""
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)
    properties.insert(0, fonts)


def add_page_number(run: Run) -> None:
    """Adds the field that shows the page number."""
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = "PAGE"
        run._r.append(element)


def numbering_list(root: BaseOxmlElement, article: str, lists: int) -> None:
    """Makes one multi-level list for articles and clauses, and further counts that begin again at 1."""
    for child in list(root):
        root.remove(child)
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{style}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr><w:rPr>{bold}</w:rPr></w:lvl>'
        for level, style, text, bold in ((0, "Heading3", f"{article} %1.", "<w:b/>"), (1, "Khoan", "%2.", ""))
    )
    kind = f'<w:multiLevelType w:val="multilevel"/>{levels}'
    root.append(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="0">{kind}</w:abstractNum>'))
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    for number in range(1, lists + 1):
        body = '<w:abstractNumId w:val="0"/>' + (restart if number > 1 else "")
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}">{body}</w:num>'))


def join_list(properties: BaseOxmlElement, list_id: int, level: int) -> None:
    """Puts a paragraph, or all of a style, into a list; the list 0 takes a paragraph out of the list of its style."""
    for old in properties.findall(qn("w:numPr")):
        properties.remove(old)
    body = f'<w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
    properties.insert_element_before(parse_xml(f"<w:numPr {nsdecls('w')}>{body}</w:numPr>"), *AFTER_NUMBER)


def cell_line(cell: _Cell, text: str, size: float, *, bold: bool = False, italic: bool = False) -> Paragraph:
    """Adds a centred line to a cell; the empty paragraph that a new cell has is used first."""
    first = cell.paragraphs[0]
    paragraph: Paragraph = first if len(cell.paragraphs) == 1 and not first.runs else cell.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for index, piece in enumerate(text.split("\n")):
        run = paragraph.add_run()
        if index:
            run.add_break()
        run.add_text(piece)
        run.bold, run.italic = bold, italic
        run.font.size = Pt(size)
    return paragraph


def rule(paragraph: Paragraph, indent: float) -> None:
    """Makes an empty low paragraph into a thin line; the indent, in millimetres, is left free on both sides."""
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm(indent)
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Pt(3)
    form.space_before, form.space_after = Pt(3), Pt(3)
    line = '<w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/>'
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>")
    paragraph._p.get_or_add_pPr().insert_element_before(border, *AFTER_NUMBER[1:])


def set_widths(table: Table, widths: Sequence[Length]) -> None:
    """Sets the width of the columns in the grid and in every cell."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def no_padding(table: Table) -> None:
    """Lets the text of a table begin at the edge of its cells."""
    sides = '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    margins = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>")
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def mark_row(table: Table, row: int, mark: str) -> None:
    """Marks a row as a repeated header (`tblHeader`) or as one that no page may split (`cantSplit`)."""
    table.rows[row]._tr.get_or_add_trPr().append(OxmlElement(f"w:{mark}"))


def is_short(block: Block, column: int) -> bool:
    """Whether a column holds only numbers, codes or dates and so is centred."""
    cells = [row.cells[column] for row in block.rows[1:] if not row.group]
    if column == 0 and max(map(len, cells), default=0) < CODE_LENGTH:
        return True
    return all(re.fullmatch(r"[\d.,/%+() -]*", cell) for cell in cells)


def word_width(word: str) -> float:
    """About how wide a word is in a table, in centimetres."""
    return sum(CAPITAL if letter.isupper() else SMALL_LETTER for letter in word)


def line_width(text: str, size: float) -> float:
    """About how wide a bold line of so many points is, in millimetres."""
    ems = sum(0.26 if letter == " " else 0.73 if letter.isupper() else 0.47 for letter in text)
    return ems * size * 25.4 / 72


def height(words: Sequence[float], width: float) -> float:
    """How many lines words need in a cell; a fraction tells cells of as many lines apart."""
    lines, filled = 1, 0.0
    for word in words:
        if filled and filled + word > width:
            lines, filled = lines + 1, 0.0
        filled += word + SPACE
    return lines + sum(words) / width / WIDTH_STEPS


def column_widths(block: Block, total: float) -> list[Length]:
    """Widths in `total` centimetres: no word is broken, and what is left goes where it makes the most rows lower."""
    rows = [[[word_width(word) for word in cell.split()] for cell in row.cells] for row in block.rows if not row.group]
    widths = [CELL_PADDING + max(map(max, filter(None, column))) for column in zip(*rows, strict=True)]
    if sum(widths) >= total:
        return [Cm(total * width / sum(widths)) for width in widths]
    step = (total - sum(widths)) / WIDTH_STEPS
    for _ in range(WIDTH_STEPS):
        votes = [0.0] * len(widths)
        for cells in rows:
            heights = [height(cell, width - CELL_PADDING) for cell, width in zip(cells, widths, strict=True)]
            votes[heights.index(max(heights))] += max(heights)
        widths[votes.index(max(votes))] += step
    return [Cm(width) for width in widths]


def turn(section: Section, *, wide: bool) -> None:
    """Sets a new section lying or standing, with the page number on its first page too."""
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    width, height = (297, 210) if wide else (210, 297)
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.different_first_page_header_footer = False


def fixed_zip(data: bytes, date: datetime) -> bytes:
    """Writes a package again with one date on every member."""
    stamp = (date.year, date.month, date.day, date.hour, date.minute, date.second)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, stamp)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return target.getvalue()
