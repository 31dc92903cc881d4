"""A course as slides: title, sections, answer key, sources. Knows how they are drawn, not what stands on which."""

import io
from copy import deepcopy
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.util import Pt

from api.export.slide_master import BLUE, set_master
from api.export.slide_text import SIZES, SPACES, Line, SlideText, slides_of
from api.export.words import printable
from assistant.sheet import Sheet
from corpus.dates import day_words
from corpus.errors import RequestError
from corpus.messages import message

Element = Any  # lxml has no types
_MOST_ROWS = 2000
_GREY, _INDENT = "595959", 342_900
_TITLE_SIZE, _LONG_TITLE = 28, 70
_FOOTER = 100  # letters of the title at the foot
_SMALL = (PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER)


def as_pptx(sheet: Sheet) -> bytes:
    """The slides of a course; raises RequestError for another kind of sheet, or one that no screen could show."""
    if sheet.kind != "course":
        raise RequestError("export-only-courses", formats="docx, xlsx, ics, md, csv, json")
    if len(sheet.rows) > _MOST_ROWS:
        raise RequestError("export-too-large", rows=len(sheet.rows), format="pptx", limit=_MOST_ROWS)
    slides = Presentation()
    set_master(slides)
    _first(slides, sheet)
    small = _small(slides, sheet)
    for text in slides_of(sheet):
        _draw(slides, text, small)
    slides.core_properties.title, slides.core_properties.author = printable(sheet.title)[:255], "Vanban"
    slides.core_properties.content_status = message("export-draft", sheet.language)
    out = io.BytesIO()
    slides.save(out)
    return out.getvalue()


def _first(slides: Slides, sheet: Sheet) -> None:
    slide = slides.slides.add_slide(slides.slide_layouts[0])
    size = 36 if len(sheet.title) < _LONG_TITLE else 24
    _fill(
        slide.shapes.title._element,
        [_paragraph(" ".join(printable(sheet.title).split()), size, bold=True, colour=BLUE)],
    )
    below = slide.placeholders[1].text_frame
    below.text = message(f"export-type-{sheet.kind}", sheet.language)
    below.paragraphs[0].font.size = Pt(24)
    draft = below.add_paragraph()
    draft.text = message("export-draft-line", sheet.language, day=day_words(sheet.made, sheet.language))
    draft.font.size = Pt(18)


def _draw(slides: Slides, text: SlideText, small: list[Element]) -> None:
    slide = slides.slides.add_slide(slides.slide_layouts[1])
    # the two places of the layout, filled directly: the library takes long over each paragraph
    tree = slide.shapes._spTree
    title, body = tree.findall(qn("p:sp"))
    size = _TITLE_SIZE if len(text.title) < _LONG_TITLE else 20
    _fill(title, [_paragraph(text.title, size, bold=True, colour=BLUE)])
    _fill(body, [_line(line) for line in text.lines])
    # a new slide has the layout's places for number and footer only if they are copied
    tree.extend(map(deepcopy, small))


def _fill(shape: Element, paragraphs: list[Element]) -> None:
    place = shape.find(qn("p:txBody"))
    for old in place.findall(qn("a:p")):
        place.remove(old)
    place.extend(paragraphs or [etree.Element(qn("a:p"))])


def _small(slides: Slides, sheet: Sheet) -> list[Element]:
    """The slide number and the mark of a draft, as they stand at the foot of every slide."""
    mark = f"{message('export-draft', sheet.language)} · {printable(sheet.title)[:_FOOTER]}"
    found = []
    for shape in list(slides.slide_layouts[1].placeholders):
        if shape.placeholder_format.type in _SMALL:
            copy = deepcopy(shape._element)
            if shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER:
                paragraph = copy.find(f".//{qn('a:p')}")
                for old in list(paragraph):
                    paragraph.remove(old)
                etree.SubElement(etree.SubElement(paragraph, qn("a:r")), qn("a:t")).text = mark
            found.append(copy)
    return found


def _line(line: Line) -> Element:
    """A line of the body: without a bullet, what is beside the matter indented, sources in grey."""
    grey = _GREY if line.kind == "source" else ""
    made = _paragraph(line.text, SIZES[line.kind], bold=line.kind == "main", colour=grey, lead=line.lead)
    indent = _INDENT if line.kind == "detail" else 0
    properties = etree.Element(qn("a:pPr"), marL=str(indent), indent="0")
    space = etree.SubElement(properties, qn("a:spcBef"))
    etree.SubElement(space, qn("a:spcPts"), val=str(SPACES[line.kind] * 100))
    etree.SubElement(properties, qn("a:buNone"))
    made.insert(0, properties)
    return made


def _paragraph(text: str, size: int, bold: bool, colour: str = "", lead: str = "") -> Element:
    made = etree.Element(qn("a:p"))
    for words, heavy in [(lead, True)] * bool(lead) + [(text, bold)]:
        run = etree.SubElement(made, qn("a:r"))
        look = etree.SubElement(run, qn("a:rPr"), sz=str(size * 100), b=str(int(heavy)))
        if colour:
            etree.SubElement(etree.SubElement(look, qn("a:solidFill")), qn("a:srgbClr"), val=colour)
        etree.SubElement(run, qn("a:t")).text = words
    return made
