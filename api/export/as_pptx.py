"""A course as slides: title, sections, answer key, sources. Knows how they are drawn, not what stands on which."""

import io
from copy import deepcopy
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.util import Inches, Pt

from api.export.slide_text import SIZES, SPACES, Line, SlideText, slides_of
from api.export.words import day_words, printable
from assistant.sheet import Sheet
from corpus.errors import RequestError
from corpus.messages import message

Element = Any  # lxml has no types
_MOST_ROWS = 1000
_FONT, _GREY, _INDENT = "Arial", "595959", 342_900
_TITLE_SIZE, _LONG_TITLE = 28, 70
_WIDTH, _TOP, _DOWN, _SIDE = 13.333, 1.35, 5.4, 0.6  # inches
_SMALL = (PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER)


def as_pptx(sheet: Sheet) -> bytes:
    """The slides of a course; raises RequestError for another kind of sheet, or one that no screen could show."""
    if sheet.kind != "course":
        raise RequestError("export-only-courses", formats="docx, xlsx, ics, md, csv, json")
    if len(sheet.rows) > _MOST_ROWS:
        raise RequestError("export-too-large", rows=len(sheet.rows), format="pptx", limit=_MOST_ROWS)
    slides = Presentation()
    _widen(slides)
    _first(slides, sheet)
    small = _small(slides, sheet)
    for text in slides_of(sheet):
        _draw(slides, text, small)
    slides.core_properties.title, slides.core_properties.author = printable(sheet.title)[:255], "Vanban"
    slides.core_properties.content_status = message("export-draft", sheet.language)
    out = io.BytesIO()
    slides.save(out)
    return out.getvalue()


def _widen(slides: Slides) -> None:
    """The template, which is for narrow screens and another font, made ours."""
    stretch = Inches(_WIDTH) / slides.slide_width
    slides.slide_width = Inches(_WIDTH)
    master = slides.slide_master
    # the layouts before the master: what they do not say themselves they have from it, and would be widened twice
    for place in (*slides.slide_layouts, master):
        for shape in place.shapes:
            left, top, width, height = shape.left, shape.top, shape.width, shape.height
            shape.left, shape.width = int(left * stretch), int(width * stretch)
            shape.top, shape.height = top, height
    for font in master.element.iter(qn("a:latin")):
        font.set("typeface", _FONT)
    title, body = slides.slide_layouts[1].placeholders[0], slides.slide_layouts[1].placeholders[1]
    for shape, top, height in ((title, 0.35, 0.9), (body, _TOP, _DOWN)):
        shape.left, shape.width = Inches(_SIDE), Inches(_WIDTH - 2 * _SIDE)
        shape.top, shape.height = Inches(top), Inches(height)


def _first(slides: Slides, sheet: Sheet) -> None:
    slide = slides.slides.add_slide(slides.slide_layouts[0])
    slide.shapes.title.text = printable(sheet.title)
    slide.shapes.title.text_frame.paragraphs[0].font.size = Pt(36 if len(sheet.title) < _LONG_TITLE else 24)
    below = slide.placeholders[1].text_frame
    below.text = message(f"export-type-{sheet.kind}", sheet.language)
    below.paragraphs[0].font.size = Pt(24)
    draft = below.add_paragraph()
    draft.text = message("export-draft-line", sheet.language, day=day_words(sheet.made, sheet.language))
    draft.font.size = Pt(18)


def _draw(slides: Slides, text: SlideText, small: list[Element]) -> None:
    slide = slides.slides.add_slide(slides.slide_layouts[1])
    title, body = (shape.text_frame for shape in slide.placeholders)
    title.text = text.title
    title.paragraphs[0].font.size = Pt(_TITLE_SIZE if len(text.title) < _LONG_TITLE else 20)
    title.paragraphs[0].font.bold = True
    lines = body._txBody
    for old in lines.findall(qn("a:p")):
        lines.remove(old)
    lines.extend([_paragraph(line) for line in text.lines] or [etree.Element(qn("a:p"))])
    # a new slide has the layout's places for number and footer only if they are copied
    slide.shapes._spTree.extend(map(deepcopy, small))


def _small(slides: Slides, sheet: Sheet) -> list[Element]:
    """The slide number and the mark of a draft, as they stand at the foot of every slide."""
    mark = f"{message('export-draft', sheet.language)} · {printable(sheet.title)[:120]}"
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


def _paragraph(line: Line) -> Element:
    """A paragraph without a bullet; made directly, for the library takes long over each."""
    indent = _INDENT if line.kind == "detail" else 0
    made = etree.Element(qn("a:p"))
    properties = etree.SubElement(made, qn("a:pPr"), marL=str(indent), indent="0")
    space = etree.SubElement(properties, qn("a:spcBef"))
    etree.SubElement(space, qn("a:spcPts"), val=str(SPACES[line.kind] * 100))
    etree.SubElement(properties, qn("a:buNone"))
    run = etree.SubElement(made, qn("a:r"))
    look = etree.SubElement(run, qn("a:rPr"), sz=str(SIZES[line.kind] * 100))
    if line.kind == "main":
        look.set("b", "1")
    if line.kind == "source":
        fill = etree.SubElement(look, qn("a:solidFill"))
        etree.SubElement(fill, qn("a:srgbClr"), val=_GREY)
    etree.SubElement(run, qn("a:t")).text = line.text
    return made
