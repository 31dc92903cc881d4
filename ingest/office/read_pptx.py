"""PPTX: a slide is a page, its title a heading; what stands on it is read from the top and the left; then its notes."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator

from lxml import etree
from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from pptx.table import Table
from pptx.text.text import TextFrame, _Paragraph

from corpus.errors import FileError
from ingest.grid import Cell, is_layout, table_lines
from ingest.lines import Allowed, Line, PrintedPage, Reading
from ingest.list_labels import shown_number
from ingest.office.xml_parts import parse
from ingest.structure.marks import opens_unit

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_POINT = 12_700  # in the units of the format
_SAME_ROW = 250_000  # of those units (7 mm): what begins so near in height stands side by side
_DIAGRAM = RELATIONSHIP_TYPE.DIAGRAM_DATA
_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_KINDS = {"arabic": "1", "alphaLc": "a", "alphaUc": "A", "romanLc": "i", "romanUc": "I"}
# python-pptx lets the errors of zip and XML through as they come: all of them mean a damaged file
_DAMAGE = (
    PythonPptxError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError, IndexError,
    OSError, EOFError, SyntaxError, NotImplementedError, RuntimeError, AssertionError,
)  # fmt: skip


def read_pptx(name: str, content: bytes, allowed: Allowed) -> Reading:
    """The visible slides; hidden ones are left out, with a warning."""
    lines: list[Line] = []
    hidden = False
    try:
        slides = Presentation(io.BytesIO(content))
        size = ((slides.slide_width or 0) / _POINT, (slides.slide_height or 0) / _POINT)
        title = (slides.core_properties.title or "").strip() or None
        pages: list[PrintedPage] = []
        for number, slide in enumerate(_slides(name, slides, allowed), 1):
            pages.append(PrintedPage(number, *size))
            if slide._element.get("show") == "0":
                hidden = True
                continue
            lines.extend(_slide(slide, number))
    except _DAMAGE as error:
        raise FileError("file-broken", name=name, format="PPTX") from error
    if title == "PowerPoint Presentation":
        title = None  # what the program writes by itself
    return Reading(tuple(lines), _TYPE, title=title, pages=tuple(pages), warnings=("slides-hidden",) if hidden else ())


def _slides(name: str, slides: Slides, allowed: Allowed) -> Iterator[Slide]:
    if len(slides.slides) > allowed.pages:
        raise FileError("archive-too-many", name=name, limit=allowed.pages)
    return iter(slides.slides)


def _slide(slide: Slide, number: int) -> Iterator[Line]:
    title = slide.shapes.title
    heading = " ".join(title.text_frame.text.split()) if title is not None and title.has_text_frame else ""
    if heading:
        yield Line(heading, "heading", level=1, page=number)
    taken = title.shape_id if title is not None else None
    for shape in _in_order(s for s in slide.shapes if s.shape_id != taken):
        yield from _shape(shape, number)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        yield from _frame(slide.notes_slide.notes_text_frame, number)


def _in_order(shapes: Iterable[BaseShape]) -> list[BaseShape]:
    """Rows from the top, each from the left; page numbers and footers, which every slide repeats, left out."""
    kept = [s for s in shapes if not _is_furniture(s)]
    rows: list[list[BaseShape]] = []
    for shape in sorted(kept, key=lambda s: s.top or 0):
        if rows and (shape.top or 0) - (rows[-1][0].top or 0) < _SAME_ROW:
            rows[-1].append(shape)
        else:
            rows.append([shape])
    return [shape for r in rows for shape in sorted(r, key=lambda s: s.left or 0)]


def _is_furniture(shape: BaseShape) -> bool:
    if not shape.is_placeholder:
        return False
    kind = shape._element.find(f".//{qn('p:nvPr')}/{qn('p:ph')}")
    return kind is not None and kind.get("type") in ("sldNum", "ftr", "dt", "hdr")


def _shape(shape: BaseShape, number: int) -> Iterator[Line]:
    if isinstance(shape, GroupShape):
        for inner in _in_order(shape.shapes):
            yield from _shape(inner, number)
    elif isinstance(shape, GraphicFrame):
        yield from _graphic(shape, number)
    elif shape.has_text_frame:
        frame = getattr(shape, "text_frame", None)
        yield from _frame(frame, number) if isinstance(frame, TextFrame) else ()


def _graphic(shape: GraphicFrame, number: int) -> Iterator[Line]:
    if shape.has_table:
        yield from _table(shape.table, number)
    elif shape.has_chart:
        chart = shape.chart
        if chart.has_title and chart.chart_title.has_text_frame:
            yield from _frame(chart.chart_title.text_frame, number)
    else:
        yield from _diagram(shape, number)


def _diagram(shape: GraphicFrame, number: int) -> Iterator[Line]:
    """The words of a SmartArt drawing, which lie in a part of their own."""
    element = shape._element.find(".//{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds")
    id = element.get(qn("r:dm")) if element is not None else None
    if id is None or id not in shape.part.rels or shape.part.rels[id].reltype != _DIAGRAM:
        return
    root = parse(shape.part.related_part(id).blob)
    for point in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/diagram}pt"):
        text = " ".join("".join(_texts(point)).split())
        if text:
            yield Line(text, page=number)


def _texts(element: etree._Element) -> Iterator[str]:
    return (t.text or "" for t in element.iter(_TEXT))


def _table(table: Table, number: int) -> Iterator[Line]:
    grid = [
        [
            Cell(cell.text_frame.text, cell.span_width, cell.span_height)
            for cell in r.cells
            if not cell.is_spanned
        ]
        for r in table.rows
    ]  # fmt: skip
    if is_layout(grid):
        for cell in (c for r in grid for c in r):
            yield from (Line(part.strip(), page=number) for part in cell.text.splitlines() if part.strip())
    else:
        yield from table_lines(grid, number)


def _frame(frame: TextFrame, number: int) -> Iterator[Line]:
    counts: dict[int, int] = {}
    for paragraph in frame.paragraphs:
        label = _label(paragraph, counts)
        for part in paragraph.text.replace("\v", "\n").split("\n"):
            text = " ".join(part.split())
            if text:
                yield Line(f"{label} {text}" if label and not opens_unit(text) else text, page=number)
                label = ""


def _label(paragraph: _Paragraph, counts: dict[int, int]) -> str:
    """The number that the program shows before a paragraph, "" where it shows a bullet or nothing."""
    properties = paragraph._p.find(qn("a:pPr"))
    numbered = properties.find(qn("a:buAutoNum")) if properties is not None else None
    level = paragraph.level
    if not paragraph.text.strip():
        return ""
    for deeper in [i for i in counts if i > level or (i == level and numbered is None)]:
        del counts[deeper]
    if numbered is None:
        return ""
    counts[level] = counts.get(level, int(numbered.get("startAt") or 1) - 1) + 1
    kind = numbered.get("type") or "arabicPeriod"
    shown = shown_number(counts[level], next((v for k, v in _KINDS.items() if kind.startswith(k)), "1"))
    return f"({shown})" if kind.endswith("ParenBoth") else f"{shown})" if kind.endswith("ParenR") else f"{shown}."
