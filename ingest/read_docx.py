"""DOCX: paragraphs with Word's automatic numbers, tables as rows, in document order."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from corpus.errors import FileError
from ingest.lines import Allowed, Line, Reading, row
from ingest.word_numbering import Numbering

# python-docx lets the errors of zip and XML through as they come: all of them mean a damaged file
_DAMAGE = (
    PackageNotFoundError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, KeyError, ValueError,
    OSError, EOFError, AttributeError, SyntaxError, IndexError, TypeError, AssertionError, RecursionError,
)  # fmt: skip

_WRAPPERS = ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:smartTag", "w:customXml")


def read_docx(name: str, content: bytes, allowed: Allowed) -> Reading:
    """A Word document; text in tables, nested ones too, is included."""
    try:
        document = docx.Document(io.BytesIO(content))
        lines = tuple(_lines(document))
        title = (document.core_properties.title or "").strip() or None
    except _DAMAGE as error:
        raise FileError("file-broken", name=name, format="DOCX") from error
    return Reading(
        lines, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", wrapped=False, title=title
    )


def _lines(document: WordDocument) -> Iterator[Line]:
    numbering = Numbering(document)
    _unwrap(document)
    for block in document.iter_inner_content():
        yield from _paragraph(block, numbering) if isinstance(block, Paragraph) else _table(block, numbering)


def _unwrap(document: WordDocument) -> None:
    """Takes away what stands around text and hides it from python-docx: content controls, tracked insertions, tags."""
    for tag in _WRAPPERS:
        for element in list(document.element.body.iter(qn(tag))):
            for child in list(element):
                if not str(child.tag).endswith("Pr"):  # its properties are no text
                    element.addprevious(child)
            element.getparent().remove(element)


def _paragraph(paragraph: Paragraph, numbering: Numbering) -> Iterator[Line]:
    label = numbering.label(paragraph)
    text = paragraph.text.strip()
    if not text:
        return
    level = _heading_level(numbering.style(paragraph))
    parts = [part.strip() for part in text.split("\n") if part.strip()]
    if label and parts:
        parts[0] = f"{label} {parts[0]}"
    for part in parts:
        yield Line(part, "heading" if level else "text", level=level)


def _heading_level(style: ParagraphStyle | None) -> int:
    match = re.fullmatch(r"(?:Heading|Tiêu đề) (\d)", style.name or "") if style is not None else None
    return int(match.group(1)) if match else 0


def _table(table: Table, numbering: Numbering) -> Iterator[Line]:
    rows = [_cells(r.cells) for r in table.rows]
    columns = max((len(r) for r in rows), default=0)
    if columns <= 1 or (len(rows) <= 2 and columns <= 2):
        for cell in (c for r in rows for c in r):  # a layout table: the header of a document, its signature
            for block in cell.iter_inner_content():
                yield from _paragraph(block, numbering) if isinstance(block, Paragraph) else _table(block, numbering)
        return
    for number, r in enumerate(table.rows):
        cells = [_cell_text(c, numbering) for c in r.cells]
        merged = len(_cells(r.cells)) == 1
        yield row(cells[:1] if merged else cells, header=number == 0)


def _cells(cells: tuple[_Cell, ...]) -> list[_Cell]:
    """Each cell once: python-docx names a merged one for every column that it covers."""
    seen: list[_Cell] = []
    for cell in cells:
        if not seen or cell._tc is not seen[-1]._tc:
            seen.append(cell)
    return seen


def _cell_text(cell: _Cell, numbering: Numbering) -> str:
    parts: list[str] = []
    for block in cell.iter_inner_content():
        lines = _paragraph(block, numbering) if isinstance(block, Paragraph) else _table(block, numbering)
        parts.extend(line.text for line in lines)
    return " ".join(parts)
