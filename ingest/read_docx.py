"""DOCX: paragraphs with Word's automatic numbers, tables as rows, in document order."""

import io
import re
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from corpus.errors import FileError
from ingest.lines import Line, Reading, row
from ingest.word_numbering import Numbering


def read_docx(name: str, content: bytes) -> Reading:
    """A Word document; text in tables, nested ones too, is included."""
    try:
        document = docx.Document(io.BytesIO(content))
        lines = tuple(_lines(document))
    except (PackageNotFoundError, KeyError, ValueError, OSError, AttributeError, SyntaxError, IndexError) as error:
        # python-docx lets the errors of zip and XML through as they come: all of them mean a damaged file
        raise FileError("file-broken", name=name, format="DOCX") from error
    title = (document.core_properties.title or "").strip() or None
    return Reading(
        lines, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", wrapped=False, title=title
    )


def _lines(document: WordDocument) -> Iterator[Line]:
    numbering = Numbering(document)
    for block in document.iter_inner_content():
        yield from _paragraph(block, numbering) if isinstance(block, Paragraph) else _table(block, numbering)


def _paragraph(paragraph: Paragraph, numbering: Numbering) -> Iterator[Line]:
    label = numbering.label(paragraph)
    text = paragraph.text.strip()
    if not text:
        return
    level = _heading_level(paragraph)
    parts = [part.strip() for part in text.split("\n") if part.strip()]
    if label and parts:
        parts[0] = f"{label} {parts[0]}"
    for part in parts:
        yield Line(part, "heading" if level else "text", level=level)


def _heading_level(paragraph: Paragraph) -> int:
    style = paragraph.style
    match = re.fullmatch(r"(?:Heading|Tiêu đề) (\d)", style.name or "") if style is not None else None
    return int(match.group(1)) if match else 0


def _table(table: Table, numbering: Numbering) -> Iterator[Line]:
    rows = [_cells(r.cells) for r in table.rows]
    if len(rows) <= 2 and max((len(r) for r in rows), default=0) <= 2:
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
