"""ODT: paragraphs with the numbers of their lists, headings, tables as rows, footnotes at the end; packed or flat."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from ingest.grid import Cell, is_layout, table_lines
from ingest.lines import Allowed, Line, Reading
from ingest.office.odf_lists import Counter, ListStyles
from ingest.office.odf_names import OFFICE, TABLE, TEXT, XML, OpenDocument, counted, named
from ingest.office.odf_text import Inline
from ingest.structure.marks import opens_unit

_TYPE = "application/vnd.oasis.opendocument.text"
_WIDEST = 200
_TALLEST = 2_000  # rows that one repeated row may stand for, if there is text in it
_SKIPPED = frozenset(
    (f"{TEXT}tracked-changes", f"{TEXT}table-of-content", f"{OFFICE}forms", f"{TEXT}sequence-decls",
     f"{TEXT}variable-decls", f"{TEXT}user-field-decls", f"{OFFICE}annotation", f"{TEXT}soft-page-break")
)  # fmt: skip


def read_odt(name: str, content: bytes, allowed: Allowed) -> Reading:
    """A text document; the table of contents, which says again what the headings say, is left out."""
    document = OpenDocument(name, content, "ODT")
    body = document.body("text")
    text = TextReader(document)
    lines = [*text.blocks(body), *text.notes()] if body is not None else []
    return Reading(tuple(lines), _TYPE, title=document.title)


class TextReader:
    """Reads the blocks of a document in order, counting its lists along."""

    def __init__(self, document: OpenDocument) -> None:
        self._inline = Inline(document.root, document.styles)
        self._lists = ListStyles(document.styles, document.root)
        self._headings: dict[int, int] = {}
        self._counters: dict[str, Counter] = {}  # by the list's id
        self._last: dict[str, Counter] = {}  # by the list's style

    def blocks(self, parent: etree._Element) -> Iterator[Line]:
        """The lines of all blocks below an element."""
        for element in parent:
            yield from self._block(element)

    def notes(self) -> Iterator[Line]:
        """The footnotes and endnotes of what was read, each with its mark."""
        while self._inline.notes:
            mark, body = self._inline.notes.pop(0)
            for i, line in enumerate(self.blocks(body)):
                yield replace(line, text=f"{mark} {line.text}" if i == 0 and not line.cells else line.text)

    def _block(self, element: etree._Element) -> Iterator[Line]:
        tag = element.tag
        if tag in _SKIPPED or named(element, TEXT, "display") == "none":
            return
        if tag == f"{TEXT}p":
            yield from self._paragraph(element)
        elif tag == f"{TEXT}h":
            level = counted(element, TEXT, "outline-level", 9)
            yield from self._paragraph(element, self._heading_label(element, level), level)
        elif tag == f"{TEXT}list":
            yield from self._list(element, None, 1)
        elif tag == f"{TABLE}table":
            yield from self._table(element)
        else:
            yield from self.blocks(element)

    def _paragraph(self, element: etree._Element, label: str = "", level: int = 0) -> Iterator[Line]:
        parts = [shown for part in self._inline.text(element).split("\n") if (shown := " ".join(part.split()))]
        if parts and label and not (label != "-" and opens_unit(parts[0])):
            parts[0] = f"{label} {parts[0]}"
        for part in parts:
            yield Line(part, "heading" if level else "text", level=level)
        for frame in self._inline.frames(element):
            yield from self.blocks(frame)

    def _heading_label(self, element: etree._Element, level: int) -> str:
        if named(element, TEXT, "is-list-header") == "true" or not self._inline.text(element).strip():
            return ""
        return self._lists.heading_label(self._headings, level)

    def _list(self, element: etree._Element, around: Counter | None, level: int) -> Iterator[Line]:
        counter = around or self._counter(element)
        style = named(element, TEXT, "style-name")
        before = counter.style
        if style and around is not None:
            counter.style = style
        for item in element:
            if item.tag in (f"{TEXT}list-item", f"{TEXT}list-header"):
                yield from self._item(item, counter, level)
        counter.style = before

    def _counter(self, element: etree._Element) -> Counter:
        """A new count, or that of the list which this one goes on with."""
        style = named(element, TEXT, "style-name")
        goes_on = self._counters.get(named(element, TEXT, "continue-list") or "-")
        if goes_on is None and named(element, TEXT, "continue-numbering") == "true":
            goes_on = self._last.get(style)
        counter = Counter(style or (goes_on.style if goes_on else ""), goes_on.counts if goes_on else {})
        self._counters[named(element, XML, "id")] = self._last[style] = counter
        return counter

    def _item(self, item: etree._Element, counter: Counter, level: int) -> Iterator[Line]:
        labelled = item.tag == f"{TEXT}list-header"
        start = named(item, TEXT, "start-value")
        for element in item:
            if element.tag == f"{TEXT}list":
                yield from self._list(element, counter, level + 1)
            elif element.tag in (f"{TEXT}p", f"{TEXT}h"):
                label = ""
                if not labelled and self._inline.text(element).strip():
                    label = self._lists.label(counter, level, int(start) if start.isdigit() else None)
                    labelled = True
                depth = counted(element, TEXT, "outline-level", 9) if element.tag == f"{TEXT}h" else 0
                yield from self._paragraph(element, label, depth)
            else:
                yield from self._block(element)

    def _table(self, table: etree._Element) -> list[Line]:
        grid: list[list[Cell]] = []
        inside: list[Line] = []
        for element, head in table_rows(table):
            cells: list[Cell] = []
            for node in element:
                if node.tag != f"{TABLE}table-cell":
                    continue
                found = list(self.blocks(node))
                inside.extend(found)
                text = " ".join(line.text for line in found)
                columns = counted(node, TABLE, "number-columns-spanned", _WIDEST)
                cell = Cell(text, columns, counted(node, TABLE, "number-rows-spanned", _TALLEST), head)
                cells.extend([cell] * counted(node, TABLE, "number-columns-repeated", _WIDEST))
            repeated = counted(element, TABLE, "number-rows-repeated", _TALLEST) if any(c.text for c in cells) else 1
            grid.extend([cells] * repeated)
        return inside if is_layout([c for c in grid if c]) else table_lines(grid)


def table_rows(table: etree._Element, head: bool = False) -> Iterator[tuple[etree._Element, bool]]:
    """The table's own rows in order; with whether they are its heading."""
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child, head
        elif child.tag == f"{TABLE}table-header-rows":
            yield from table_rows(child, True)
        elif child.tag in (f"{TABLE}table-rows", f"{TABLE}table-row-group"):
            yield from table_rows(child, head)
