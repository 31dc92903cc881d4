"""DOCX: paragraphs with Word's automatic numbers, tables as rows, text boxes and notes, in document order."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from corpus.errors import FileError
from ingest.grid import is_layout, table_lines
from ingest.lines import Allowed, Line, Reading
from ingest.placed_text import by_columns, places_text
from ingest.word.docx_table import TableCell, grid_cells, table_rows
from ingest.word.docx_text import MC, DocxText
from ingest.word.numbering import Numbering

# python-docx lets the errors of zip and XML through as they come: all of them mean a damaged file
_DAMAGE = (
    PackageNotFoundError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, KeyError, ValueError,
    OSError, EOFError, AttributeError, SyntaxError, IndexError, TypeError, AssertionError, RecursionError,
)  # fmt: skip

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PARAGRAPH, _TABLE = qn("w:p"), qn("w:tbl")
_MARK_DELETED = f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}"
_NO_BLOCKS = {qn(t) for t in ("w:sectPr", "w:del", "w:moveFrom", "w:sdtPr", "w:sdtEndPr", "w:tcPr")} | {MC + "Fallback"}
_NOTES = (("footnotes", "w:footnote"), ("endnotes", "w:endnote"))


def read_docx(name: str, content: bytes, allowed: Allowed) -> Reading:
    """A Word document; text in tables, text boxes and notes is included, what is deleted or hidden is not."""
    try:
        document = docx.Document(io.BytesIO(content))
        lines = tuple(_Reader(document).lines())
        title = (document.core_properties.title or "").strip() or None
    except _DAMAGE as error:
        raise FileError("file-broken", name=name, format="DOCX") from error
    return Reading(lines, _MEDIA_TYPE, wrapped=False, title=title)


class _Reader:
    """Goes through a document once, in order, so that the numbers count along."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._numbering = Numbering(document)
        self._text = DocxText(document)

    def lines(self) -> Iterator[Line]:
        """The lines of the body, then the notes that it refers to."""
        body = self._document.element.body
        yield from self._blocks(body)
        for part, tag in _NOTES:
            references = [r.get(qn("w:id")) for r in body.iter(qn(f"{tag}Reference"))]
            yield from self._notes(part, tag, [r for r in references if r is not None])

    def _blocks(self, parent: BaseOxmlElement) -> Iterator[Line]:
        for child in parent:
            if child.tag == _PARAGRAPH:
                yield from self._paragraph(child)
            elif child.tag == _TABLE:
                yield from self._table(child)
            elif isinstance(child.tag, str) and child.tag not in _NO_BLOCKS:
                yield from self._blocks(child)

    def _paragraph(self, element: BaseOxmlElement) -> Iterator[Line]:
        text = self._text.text(element).strip()
        boxes = self._text.boxes(element)
        deleted = element.find(_MARK_DELETED) is not None
        if text or not deleted:  # an empty paragraph has its number too, a deleted one has none
            paragraph = Paragraph(element, self._document._body)
            label = self._numbering.label(paragraph)
            level = _heading_level(self._numbering.style(paragraph)) if text else 0
            parts = [part.strip() for part in text.split("\n") if part.strip()]
            if label and parts:
                parts[0] = f"{label} {parts[0]}"
            for part in parts:
                yield Line(part, "heading" if level else "text", level=level)
        for box in boxes:
            yield from self._blocks(box)

    def _table(self, element: BaseOxmlElement) -> Iterator[Line]:
        rows = table_rows(element)
        for _, cells in rows:
            for cell in cells:
                cell.lines = list(self._blocks(cell.element))
        grid = grid_cells(rows)
        contents: list[list[TableCell]] = [cells for _, cells in rows]
        placing = places_text([[cell.text for cell in cells] for cells in contents])
        if placing or is_layout(grid):
            for cell in by_columns(contents) if placing else (c for cells in contents for c in cells):
                yield from cell.lines
        else:
            yield from table_lines(grid)

    def _notes(self, part: str, tag: str, references: list[str]) -> Iterator[Line]:
        """Notes as paragraphs of their own: "[1] ..."; unlike "1." this opens no unit of the text."""
        if not references:
            return
        found = next(
            (r.target_part for r in self._document.part.rels.values()
             if not r.is_external and r.reltype.endswith(f"/{part}")), None,
        )  # fmt: skip
        if found is None:
            return
        notes = {note.get(qn("w:id")): note for note in parse_xml(found.blob).iter(qn(tag))}
        for number, reference in enumerate(dict.fromkeys(references), 1):
            lines = list(self._blocks(notes[reference])) if reference in notes else []
            for i, line in enumerate(lines):
                yield Line(f"[{number}] {line.text}" if i == 0 else line.text)


def _heading_level(style: ParagraphStyle | None) -> int:
    match = re.fullmatch(r"(?:Heading|Tiêu đề) (\d)", style.name or "") if style is not None else None
    return int(match.group(1)) if match else 0
