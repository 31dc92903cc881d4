"""Pieces of WordprocessingML, made directly: python-docx is slow cell by cell. Knows nothing of sheets or layouts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from lxml import etree

from api.export.words import printable

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{NAMESPACE}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Align = Literal["left", "center", "right", "both"]
Element = Any  # lxml has no types


def w(name: str, /, *children: Element, **attributes: object) -> Element:
    """An element of the main namespace; attributes are of it too."""
    element = etree.Element(_W + name, {_W + key: str(value) for key, value in attributes.items()}, {"w": NAMESPACE})
    element.extend(children)
    return element


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point, as this format measures."""
    return round(mm * 1440 / 25.4)


@dataclass(frozen=True, slots=True)
class Look:
    """How words look; what is not said is as the paragraph's style has it. `size` is in points."""

    size: float | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    style: str = ""
    strike: bool = False

    def properties(self) -> list[Element]:
        """As the format wants them, in its order."""
        found = [w("rStyle", val=self.style)] if self.style else []
        found += [w("b")] if self.bold else []
        found += [w("i")] if self.italic else []
        found += [w("strike")] if self.strike else []
        found += [w("sz", val=round(self.size * 2)), w("szCs", val=round(self.size * 2))] if self.size else []
        found += [w("u", val="single")] if self.underline else []
        return [w("rPr", *found)] if found else []


PLAIN = Look()


def run(text: str, look: Look = PLAIN) -> Element:
    """Words of one look; line ends and tabs stay."""
    made = w("r", *look.properties())
    for n, line in enumerate(printable(text).split("\n")):
        if n:
            made.append(w("br"))
        for m, part in enumerate(line.split("\t")):
            if m:
                made.append(w("tab"))
            if part:
                words = etree.SubElement(made, _W + "t")
                words.text = part
                words.set(_SPACE, "preserve")
    return made


@dataclass(frozen=True, slots=True)
class Block:
    """How a paragraph stands: style, alignment, space and line pitch in points, a rule below; indents in twips."""

    style: str = ""
    align: Align | None = None
    before: float | None = None
    after: float | None = None
    pitch: float | None = None
    sides: tuple[int, int] | None = None
    rule: bool = False
    with_next: bool = False
    new_page: bool = False


def paragraph(content: str | Iterable[Element] = (), block: Block | None = None, look: Look = PLAIN) -> Element:
    """A paragraph of words, or of pieces that were made before."""
    made = w("p")
    properties = _block(block) if block else []
    if properties:
        made.append(w("pPr", *properties))
    made.extend([run(content, look)] if isinstance(content, str) else content)
    return made


def _block(block: Block) -> list[Element]:
    found = [w("pStyle", val=block.style)] if block.style else []
    found += [w("keepNext")] if block.with_next else []
    found += [w("pageBreakBefore")] if block.new_page else []
    found += [w("pBdr", w("bottom", val="single", sz=6, space=1, color="000000"))] if block.rule else []
    measures = (("before", block.before), ("after", block.after), ("line", block.pitch))
    spacing: dict[str, object] = {name: round(value * 20) for name, value in measures if value is not None}
    spacing |= {"lineRule": "exact"} if block.pitch is not None else {}
    found += [w("spacing", **spacing)] if spacing else []
    found += [w("ind", left=block.sides[0], right=block.sides[1], firstLine=0)] if block.sides else []
    return found + ([w("jc", val=block.align)] if block.align else [])


def field(instruction: str, shown: str = "2", look: Look = PLAIN) -> list[Element]:
    """A field that the program that opens the file fills in, such as PAGE; `shown` until then."""
    words = w("instrText")
    words.text = instruction
    words.set(_SPACE, "preserve")
    return [
        w("r", *look.properties(), w("fldChar", fldCharType="begin")),
        w("r", *look.properties(), words),
        w("r", *look.properties(), w("fldChar", fldCharType="separate")),
        run(shown, look),
        w("r", *look.properties(), w("fldChar", fldCharType="end")),
    ]


def cell(width: int, *paragraphs: Element, shade: str = "") -> Element:
    """A table cell; `shade` is a colour."""
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if shade:
        properties.append(w("shd", val="clear", color="auto", fill=shade))
    return w("tc", properties, *paragraphs)


def row(*cells: Element, whole: bool = False, heading: bool = False) -> Element:
    """A table row: `whole` rows are not split between pages, `heading` ones are repeated on each."""
    found = [w("cantSplit")] if whole else []
    found += [w("tblHeader")] if heading else []
    return w("tr", *([w("trPr", *found)] if found else []), *cells)


def table(widths: list[int], rows: Iterable[Element], ruled: bool) -> Element:
    """A table of fixed widths in twips, with lines or without."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = {"val": "single", "sz": 4, "space": 0, "color": "000000"} if ruled else {"val": "nil"}
    beside, above = (70, 30) if ruled else (0, 0)
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=beside, type="dxa"),
        w("tblBorders", *(w(side, **line) for side in sides)),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=beside if side in ("left", "right") else above, type="dxa") for side in sides[:4])),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)
