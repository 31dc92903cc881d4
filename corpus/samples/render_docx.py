"""Makes a Word file of a sample source, laid out as the rules for state and Party documents ask."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Cm, Mm, Pt, RGBColor

from corpus.samples.word_parts import (
    add_page_number,
    cell_line,
    column_widths,
    fixed_zip,
    is_short,
    join_list,
    line_width,
    mark_row,
    no_padding,
    numbering_list,
    prune_template,
    replace_fonts,
    rule,
    set_defaults,
    set_widths,
    turn,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

    from corpus.samples.markup import Block, Row, Source

WORD_FONT = "Times New Roman"
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
NATION = {
    ("state", "vi"): ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    ("state", "en"): ("SOCIALIST REPUBLIC OF VIETNAM", "Independence - Freedom - Happiness"),
    ("party", "vi"): ("ĐẢNG CỘNG SẢN VIỆT NAM", ""),
    ("party", "en"): ("COMMUNIST PARTY OF VIETNAM", ""),
}
ARTICLE_LEVEL = 3
LONG_HEADING = 150
LONG_TITLE = 60
LONG_ISSUER = 24
WIDE_COLUMNS = 6
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 210, 297, 20


@dataclass(frozen=True)
class Look:
    """Sizes of one layout: margins and widths in millimetres, letters and lines in points."""

    left: float
    right: float
    header: tuple[float, float]
    issuer: float
    nation: float
    number: float
    kind: float
    line: float
    indent: float
    recipients: float
    body: float = 14
    before: float = 6


STATE = Look(
    left=30, right=20, header=(62, 104), issuer=13, nation=13, number=13, kind=14, line=0, indent=12.7, recipients=11
)
PARTY = Look(
    left=30, right=15, header=(78, 88), issuer=14, nation=15, number=14, kind=16, line=18, indent=10, recipients=12
)


def nation_lines(source: Source) -> tuple[str, str]:
    """The title of the state or the Party, and the motto."""
    return NATION[source.layout, source.language]


def listed(items: tuple[str, ...]) -> list[str]:
    """The items of a list of recipients, each with its dash."""
    return [item if item.startswith("- ") else f"- {item}" for item in items]


def lead_and_rest(text: str) -> tuple[str, str]:
    """Splits an article that is a whole sentence after its number: only the number is set bold then."""
    found = re.match(r"(?:Điều|Article) \d+[a-zđ]?\.(?=\s)", text)
    if found and (text[-1] in ".;:" or len(text) > LONG_HEADING):
        return found[0], text[found.end() :]
    return text, ""


def body_mark(block: Block) -> str:
    """The mark to lay a block out by: an outline item that is a whole sentence is no heading but a clause."""
    sentence = block.text[-1:] in (".", ";") and len(block.text) > LONG_TITLE
    if block.mark in ("h2", "h3") and (sentence or len(block.text) > LONG_HEADING):
        return "clause"
    if block.mark == "plain" and block.text.isupper() and len(block.text) < LONG_TITLE:
        return "enact"
    return block.mark


def folded_issuer(issuer: str) -> str:
    """The name of a body on two lines where it is too long for its column."""
    if len(issuer) <= LONG_ISSUER:
        return issuer
    for start in (" TỈNH ", " OF "):
        head, found, tail = issuer.partition(start)
        if found:
            return f"{head}\n{found.strip()} {tail}"
    return issuer


class Numberer:
    """Strips typed numbers that Word will count itself, and says at which level a paragraph joins the list."""

    def __init__(self) -> None:
        """Starts with the first list."""
        self.list_id = 1
        self.article = 0
        self.clause = 0
        self.live = False

    def restart(self) -> None:
        """Begins the numbers of a promulgated text."""
        self.list_id += 1
        self.article = self.clause = 0
        self.live = False

    def take(self, mark: str, text: str) -> tuple[str, int | None]:
        """The text to print and the list level, or the typed text and no level where the count would not fit."""
        if mark == "article":
            return self._article(text)
        if mark == "clause" and self.live:
            found = re.match(r"(\d+)\. ", text)
            if found and int(found[1]) == self.clause + 1:
                self.clause += 1
                return text[found.end() :], 1
            self.live = False
        return text, None

    def _article(self, text: str) -> tuple[str, int | None]:
        found = re.match(r"(?:Điều|Article) (\d+)\. ", text)
        self.clause = 0
        self.live = bool(found and int(found[1]) == self.article + 1)
        if found and self.live:
            self.article += 1
            return text[found.end() :], 0
        return text, None


class DocxRenderer:
    """Builds one Word document."""

    def __init__(self, source: Source, font: str) -> None:
        """Takes the source and the font of the whole file."""
        self.source = source
        self.font = font
        self.look = STATE if source.state else PARTY
        self.doc: Document = docx.Document()
        self.legal = any(block.mark in ("chapter", "article") for block in source.blocks)
        self.numberer = Numberer()
        self.wide = False

    def render(self) -> bytes:
        """The bytes of the finished file, the same for the same source."""
        prune_template(self.doc)
        set_defaults(self.doc, self.font, "en-US" if self.source.english else "vi-VN")
        self._page()
        self._styles()
        if self.source.auto_numbering:
            self._numbering()
        self._letterhead(full=True)
        self._opening()
        for index, block in enumerate(self.source.blocks):
            self._block(block, index)
        self._properties()
        buffer = io.BytesIO()
        self.doc.save(buffer)
        return fixed_zip(buffer.getvalue(), self.source.date)

    # Page and styles

    def _page(self) -> None:
        section = self.doc.sections[0]
        section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
        section.top_margin = section.bottom_margin = Mm(MARGIN)
        section.left_margin, section.right_margin = Mm(self.look.left), Mm(self.look.right)
        section.header_distance = section.footer_distance = Mm(MARGIN / 2)
        section.different_first_page_header_footer = True
        paragraph = section.header.paragraphs[0]
        paragraph.alignment = CENTER
        run = paragraph.add_run()
        run.font.size = Pt(self.look.number)
        add_page_number(run)

    @property
    def _text_width(self) -> float:
        """The width between the margins in millimetres."""
        return (PAGE_HEIGHT if self.wide else PAGE_WIDTH) - self.look.left - self.look.right

    def _style(self, name: str) -> ParagraphStyle:
        return cast("ParagraphStyle", self.doc.styles[name])

    def _styles(self) -> None:
        self._define("Normal", None).font.size = Pt(self.look.body)
        self._define("Header", "Normal")
        self._body_style("Body Text", "Normal")
        for name in ("Can cu", "Khoan", "Diem", "Gach dau dong", "Gach cong"):
            self._body_style(name, "Body Text")
        self._style("Can cu").font.italic = self.source.state
        for name in ("Ten loai", "Trich yeu", "Ten chuong"):
            style = self._define(name, "Normal")
            style.font.bold = True
            style.paragraph_format.alignment = CENTER
            style.paragraph_format.keep_with_next = True
        self._style("Ten loai").font.size = Pt(self.look.kind)
        self._style("Ten loai").paragraph_format.space_before = Pt(14)
        table = self._define("Bang", "Normal")
        table.font.size = Pt(12)
        table.paragraph_format.space_before = table.paragraph_format.space_after = Pt(2)
        for level in range(1, ARTICLE_LEVEL + 1):
            self._heading_style(level)

    def _define(self, name: str, base: str | None) -> ParagraphStyle:
        """Makes a style, or empties one of the template, so that it starts from nothing but its base."""
        if name not in self.doc.styles:
            self.doc.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style = self._style(name)
        style.base_style = self._style(base) if base else None
        style.quick_style = True
        replace_fonts(style.element.get_or_add_rPr(), self.font)
        form = style.paragraph_format
        form.space_before = form.space_after = Pt(0)
        form.line_spacing = 1.0
        return style

    def _body_style(self, name: str, base: str) -> ParagraphStyle:
        style = self._define(name, base)
        form = style.paragraph_format
        form.alignment = JUSTIFY
        form.first_line_indent = Mm(self.look.indent)
        form.space_before, form.space_after = Pt(self.look.before), Pt(0)
        if self.look.line:
            form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            form.line_spacing = Pt(self.look.line)
        else:
            form.line_spacing = 1.1
        return style

    def _heading_style(self, level: int) -> None:
        style = self._body_style(f"Heading {level}", "Normal")
        style.font.size = Pt(self.look.body)
        style.font.bold, style.font.italic = True, level == ARTICLE_LEVEL and not self.legal
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.alignment = LEFT
        if self.legal and level < ARTICLE_LEVEL:
            style.paragraph_format.alignment = CENTER
            style.paragraph_format.first_line_indent = Mm(0)
            style.paragraph_format.space_before = Pt(12)

    def _numbering(self) -> None:
        """One list for articles and clauses, linked to their styles, and another count for a promulgated text."""
        word = "Article" if self.source.english else "Điều"
        lists = 1 + sum(block.mark == "promulgated" for block in self.source.blocks)
        numbering_list(self.doc.part.numbering_part.element, word, lists)
        for level, name in enumerate((HEADINGS["article"], BODY["clause"])):
            join_list(self._style(name).element.get_or_add_pPr(), 1, level)

    # The head of the document

    def _letterhead(self, *, full: bool) -> None:
        """The two-column head; the short form, without number and date, stands over a promulgated text."""
        table = self._columns(self.look.header, 2 if full else 1)
        left, right = table.cell(0, 0), table.cell(0, 1)
        if self.source.parent:
            cell_line(left, folded_issuer(self.source.parent), self.look.issuer)
        cell_line(left, folded_issuer(self.source.issuer), self.look.issuer, bold=True)
        nation, motto = nation_lines(self.source)
        size = min(self.look.nation, 14) if self.source.english else self.look.nation
        cell_line(right, nation, size, bold=True)
        if self.source.state:
            cell_line(right, motto, 14, bold=True)
            rule(left.add_paragraph(), (self.look.header[0] - 22) / 2)
            rule(right.add_paragraph(), (self.look.header[1] - line_width(motto, 14)) / 2)
        else:
            cell_line(left, "*", self.look.issuer)
            rule(right.add_paragraph(), (self.look.header[1] - line_width(nation, size)) / 2)
        if full:
            self._number_and_date(table)

    def _number_and_date(self, table: Table) -> None:
        left, right = table.cell(1, 0), table.cell(1, 1)
        lines = [
            cell_line(left, self.source.number, self.look.number),
            cell_line(right, self.source.place_date, 14, italic=True),
        ]
        for line in lines:
            line.paragraph_format.space_before = Pt(6 if self.source.state else 0)
        if self.source.subject:
            cell_line(left, self.source.subject, 12, italic=not self.source.state)

    def _columns(self, widths: tuple[float, float], rows: int) -> Table:
        """A table without borders, centred on the text."""
        table: Table = self.doc.add_table(rows, 2)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        no_padding(table)
        set_widths(table, [Mm(width) for width in widths])
        return table

    def _opening(self) -> None:
        """Type and summary, and whom a letter goes to."""
        source = self.source
        if source.type:
            self._line(source.type, "Ten loai")
            if source.title:
                self._line(source.title, "Trich yeu")
            if source.state:
                rule(self._line("", "Normal"), (self._text_width - 40) / 2)
            else:
                self._line("-----", "Normal").alignment = CENTER
        if source.to:
            self._addressees()

    def _addressees(self) -> None:
        word = "To:" if self.source.english else "Kính gửi:"
        single = len(self.source.to) == 1
        first = self._line(f"{word} {self.source.to[0]}" if single else word, "Normal")
        first.paragraph_format.space_before = Pt(18)
        if single:
            first.alignment = CENTER
        else:
            first.paragraph_format.left_indent = Cm(3)
            for item in listed(self.source.to):
                self._line(item, "Normal").paragraph_format.left_indent = Cm(5)
        self._line("", "Normal")

    def _line(self, text: str, style: str) -> Paragraph:
        return self.doc.add_paragraph(text, style=style)

    # The body

    def _block(self, block: Block, index: int) -> None:
        mark = body_mark(block)
        if mark == "table":
            self._table(block)
        elif mark == "sign":
            self._signature()
        elif mark == "promulgated":
            self._promulgated(block)
        elif mark == "annex":
            self._annex(block, index)
        elif mark == "enact":
            self._line(block.text, "Ten chuong").paragraph_format.space_before = Pt(12)
        elif mark in ("chapter", "section"):
            self._chapter(block)
        elif mark in HEADINGS:
            self._heading(block)
        else:
            self._paragraph(block, mark)

    def _chapter(self, block: Block) -> None:
        """A chapter or section: number and title on two lines, in one paragraph or two."""
        paragraph = self._line(block.text, HEADINGS[block.mark])
        for part in block.parts[1:]:
            if self.source.auto_numbering:
                paragraph.add_run().add_break()
                paragraph.add_run(part)
            else:
                self._line(part, "Ten chuong")

    def _heading(self, block: Block) -> None:
        lead, rest = lead_and_rest(block.text)
        level = None
        if self.source.auto_numbering:
            text, level = self.numberer.take(block.mark, block.text)
            if level is not None:
                lead, rest = ("", text) if rest else (text, "")
        paragraph = self._line(lead, HEADINGS[block.mark])
        if rest:
            run = paragraph.add_run(rest)
            run.bold = run.italic = False
            paragraph.paragraph_format.keep_with_next = False
            paragraph.alignment = JUSTIFY
        if self.legal and block.mark in ("h1", "h2"):
            form = paragraph.paragraph_format
            form.alignment, form.space_before = LEFT, Pt(self.look.before)
            form.first_line_indent = Mm(self.look.indent)
        if block.mark in ("article", "h3"):
            self._count(paragraph, level)

    def _paragraph(self, block: Block, mark: str) -> None:
        text, level = block.text, None
        if self.source.auto_numbering:
            text, level = self.numberer.take(block.mark, text)
        paragraph = self._line(text, BODY[mark])
        if mark == "clause":
            self._count(paragraph, level)

    def _count(self, paragraph: Paragraph, level: int | None) -> None:
        """Puts a paragraph into the running list; a typed number is kept out of the list of its style."""
        if self.source.auto_numbering and level is None:
            join_list(paragraph._p.get_or_add_pPr(), 0, 0)
        elif level is not None:
            join_list(paragraph._p.get_or_add_pPr(), self.numberer.list_id, level)

    def _promulgated(self, block: Block) -> None:
        self.numberer.restart()
        self._new_section(wide=False)
        if self.source.state:
            self._letterhead(full=False)
        self._titles(block)

    def _annex(self, block: Block, index: int) -> None:
        """An annex on a new page, which lies where a table has many columns."""
        following = self.source.blocks[index + 1 :]
        end = next((i for i, item in enumerate(following) if item.mark in ("annex", "promulgated")), len(following))
        wide = any(item.columns >= WIDE_COLUMNS for item in following[:end])
        if wide or self.wide:
            self._new_section(wide=wide)
            self._titles(block)
        else:
            self._titles(block).paragraph_format.page_break_before = True

    def _new_section(self, *, wide: bool) -> None:
        self.wide = wide
        turn(self.doc.add_section(), wide=wide)

    def _titles(self, block: Block) -> Paragraph:
        """Name, title and, in italics and brackets, the document that carries the text; gives back the name."""
        name = self._line(block.text, "Ten loai")
        for part in block.parts[1:]:
            paragraph = self._line(part, "Trich yeu")
            if part.startswith("("):
                paragraph.runs[0].bold, paragraph.runs[0].italic = False, True
        rule(self._line("", "Normal"), (self._text_width - 40) / 2)
        return name

    def _signature(self) -> None:
        """Recipients on the left, the signature on the right, never alone on a page."""
        self.doc.paragraphs[-1].paragraph_format.keep_with_next = True
        self._line("", "Normal").paragraph_format.keep_with_next = True
        table = self._columns((75, self._text_width - 75), 1)
        mark_row(table, 0, "cantSplit")
        left, right = table.cell(0, 0), table.cell(0, 1)
        head = cell_line(left, "Recipients:" if self.source.english else "Nơi nhận:", 12 if self.source.state else 14)
        head.alignment = LEFT
        run = head.runs[0]
        run.bold, run.italic, run.underline = self.source.state, self.source.state, not self.source.state
        for item in listed(self.source.recipients):
            cell_line(left, item, self.look.recipients).alignment = LEFT
        for position, line in enumerate(self.source.signature):
            self._signature_line(right, line, position)

    def _signature_line(self, cell: _Cell, line: str, position: int) -> None:
        stamped = line.startswith("(")
        last = position == len(self.source.signature) - 1
        bold = not stamped and (self.source.state or position == 0 or last)
        form = cell_line(cell, line, 14, bold=bold, italic=stamped).paragraph_format
        if stamped:
            form.space_before = form.space_after = Pt(22)
        elif last and not any(item.startswith("(") for item in self.source.signature):
            form.space_before = Pt(56)

    # Tables

    def _table(self, block: Block) -> None:
        """A table with borders, its first row repeated on every page."""
        self.doc.paragraphs[-1].paragraph_format.space_after = Pt(self.look.before)
        table = self.doc.add_table(len(block.rows), block.columns, style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        set_widths(table, column_widths(block, self._text_width / 10))
        mark_row(table, 0, "tblHeader")
        short = [is_short(block, column) for column in range(block.columns)]
        for cells, row in zip(table.rows, block.rows, strict=True):
            if row.group:
                self._cell(cells.cells[0].merge(cells.cells[-1]), row.cells[0], bold=True, center=False)
            else:
                self._row(cells.cells, row, short, header=row is block.rows[0])
        self._line("", "Bang")

    def _row(self, cells: tuple[_Cell, ...], row: Row, short: list[bool], *, header: bool) -> None:
        for cell, text, centred in zip(cells, row.cells, short, strict=True):
            self._cell(cell, text, bold=header, center=header or centred)

    def _cell(self, cell: _Cell, text: str, *, bold: bool, center: bool) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.style = self._style("Bang")
        paragraph.alignment = CENTER if center else LEFT
        paragraph.paragraph_format.keep_with_next = bold or None
        paragraph.add_run(text).bold = bold
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER

    # File properties

    def _properties(self) -> None:
        core = self.doc.core_properties
        core.author = core.last_modified_by = self.source.issuer
        core.title, core.comments, core.keywords = self.source.name, "", ""
        core.language = "en-US" if self.source.english else "vi-VN"
        core.created = core.modified = self.source.date
        core.revision = 2


def render_docx(source: Source, font: str = WORD_FONT) -> bytes:
    """The Word file of a source."""
    return DocxRenderer(source, font).render()
