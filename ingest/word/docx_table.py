"""The cells of a Word table with how far each reaches. Knows nothing of paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from ingest.grid import Cell
from ingest.lines import Line

_WIDEST = 500


@dataclass(slots=True)
class TableCell:
    """A cell as it is written: where it begins, how many columns it covers, whether it goes on with the one above."""

    element: Element
    column: int
    columns: int
    goes_on: bool
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of its lines as one."""
        return " ".join(line.text for line in self.lines)


def table_rows(table: Element) -> list[tuple[bool, list[TableCell]]]:
    """(whether it is repeated as a header, its cells) of every row that is not deleted."""
    found: list[tuple[bool, list[TableCell]]] = []
    for r in _children(table, "w:tr"):
        properties = r.find(qn("w:trPr"))
        if properties is not None and properties.find(qn("w:del")) is not None:
            continue
        header = properties.find(qn("w:tblHeader")) if properties is not None else None
        before = _number(properties, "w:gridBefore") if properties is not None else 0
        marked = header is not None and header.get(qn("w:val")) not in ("0", "false", "off")
        found.append((marked, _cells(r, before)))
    return found


def _cells(r: Element, column: int) -> list[TableCell]:
    cells: list[TableCell] = []
    for element in _children(r, "w:tc"):
        properties = element.find(qn("w:tcPr"))
        span = max(_number(properties, "w:gridSpan"), 1) if properties is not None else 1
        across = properties.find(qn("w:hMerge")) if properties is not None else None
        if across is not None and across.get(qn("w:val"), "continue") == "continue" and cells:
            cells[-1].columns += span
        else:
            down = properties.find(qn("w:vMerge")) if properties is not None else None
            goes_on = down is not None and down.get(qn("w:val"), "continue") == "continue"
            cells.append(TableCell(element, column, min(span, _WIDEST), goes_on))
        column += span
    return cells


def grid_cells(rows: list[tuple[bool, list[TableCell]]]) -> list[list[Cell]]:
    """The cells with the columns and rows that each covers; one that goes on with another above is not there."""
    above = [
        {c.column for c in cells if c.goes_on and not c.text.strip()} if i else set()
        for i, (_, cells) in enumerate(rows)
    ]
    found: list[list[Cell]] = []
    for i, (marked, cells) in enumerate(rows):
        line: list[Cell] = []
        if cells and cells[0].column > 0:
            line.append(Cell("", min(cells[0].column, _WIDEST)))
        for cell in cells:
            if cell.column not in above[i]:
                down = next((n for n in range(i + 1, len(rows)) if cell.column not in above[n]), len(rows)) - i
                line.append(Cell(cell.text, cell.columns, down, marked))
        found.append(line)
    return found


def _children(element: Element, name: str) -> Iterator[Element]:
    """The rows or cells inside, through content controls and other wrappings."""
    for child in element:
        if child.tag == qn(name):
            yield child
        elif child.tag not in (qn("w:tr"), qn("w:tc"), qn("w:tblPr"), qn("w:trPr"), qn("w:del")):
            yield from _children(child, name)


def _number(properties: Element, name: str) -> int:
    found = properties.find(qn(name))
    value = found.get(qn("w:val")) if found is not None else None
    return int(value) if value and value.isdigit() else 0
