"""ODP: OpenDocument's slides. A slide is a page; its frames are read top to bottom, left to right, then its notes."""

import re
from collections.abc import Iterator

from lxml import etree

from ingest.lines import Allowed, Line, PrintedPage, Reading
from ingest.office.odf_names import DRAW, PRESENTATION, SVG, OpenDocument, named
from ingest.office.read_odt import TextReader

_TYPE = "application/vnd.oasis.opendocument.presentation"
_LENGTH = re.compile(r"^(-?\d{1,6}(?:\.\d{1,6})?)(cm|mm|in|pt)$")
_MILLIMETRES = {"cm": 10.0, "mm": 1.0, "in": 25.4, "pt": 25.4 / 72}
_SAME_ROW = 7.0  # millimetres: what begins so near in height stands side by side
_REPEATED = ("footer", "date-time", "page-number", "header")


def read_odp(name: str, content: bytes, allowed: Allowed) -> Reading:
    """The slides, each with its title as a heading."""
    document = OpenDocument(name, content, "ODP")
    body = document.body("presentation")
    text = TextReader(document)
    lines: list[Line] = []
    pages: list[PrintedPage] = []
    for number, slide in enumerate(body.iterfind(f"{DRAW}page") if body is not None else (), 1):
        pages.append(PrintedPage(number))
        lines.extend(_slide(slide, text, number))
    return Reading(tuple(lines), _TYPE, title=document.title, pages=tuple(pages))


def _slide(slide: etree._Element, text: TextReader, number: int) -> Iterator[Line]:
    shapes = [s for s in slide if named(s, PRESENTATION, "class") not in _REPEATED]
    notes = [s for s in shapes if s.tag == f"{PRESENTATION}notes"]
    shown = sorted((s for s in shapes if s.tag != f"{PRESENTATION}notes"), key=_place)
    for shape in sorted(shown, key=lambda s: named(s, PRESENTATION, "class") != "title"):
        heading = named(shape, PRESENTATION, "class") == "title"
        for line in text.blocks(shape):
            yield _placed(line, number, heading)
    for shape in (s for n in notes for s in n if named(s, PRESENTATION, "class") not in _REPEATED):
        yield from (_placed(line, number, False) for line in text.blocks(shape))


def _placed(line: Line, number: int, heading: bool) -> Line:
    if heading:
        return Line(line.text, "heading", level=1, page=number)
    return Line(line.text, line.kind, line.level, number, line.cells, line.header)


def _place(shape: etree._Element) -> tuple[float, float]:
    return round(_length(named(shape, SVG, "y")) / _SAME_ROW), _length(named(shape, SVG, "x"))


def _length(value: str) -> float:
    found = _LENGTH.match(value)
    return float(found.group(1)) * _MILLIMETRES[found.group(2)] if found else 0.0
