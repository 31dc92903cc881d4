"""The look of all slides: wide, one font, titles over a thin bar, number and draft mark at the foot.

Knows nothing of what stands on them.
"""

from typing import Any

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Slides
from pptx.slide import SlideLayout
from pptx.util import Inches, Pt

Element = Any  # lxml has no types
BLUE = "1F3864"
_FONT = "Arial"
_WIDTH, _TOP, _DOWN, _SIDE, _FOOT = 13.333, 1.35, 5.4, 0.6, 6.95  # inches
_BAR = f"""<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="99" name="Rule"/><p:cNvSpPr/>
<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{BLUE}"/></a:solidFill>
<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"""


def set_master(slides: Slides) -> None:
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
    first, usual = slides.slide_layouts[0], slides.slide_layouts[1]
    across = _WIDTH - 2 * _SIDE
    places = {
        PP_PLACEHOLDER.TITLE: (_SIDE, 0.3, across, 0.85),
        PP_PLACEHOLDER.OBJECT: (_SIDE, _TOP, across, _DOWN),
        PP_PLACEHOLDER.FOOTER: (_SIDE, _FOOT, across - 1.5, 0.35),
        PP_PLACEHOLDER.SLIDE_NUMBER: (_WIDTH - _SIDE - 1, _FOOT, 1, 0.35),
    }
    for shape in list(usual.placeholders):
        if shape.placeholder_format.type in places:
            left, top, width, height = map(Inches, places[shape.placeholder_format.type])
            shape.left, shape.top, shape.width, shape.height = left, top, width, height
    _aligned(usual, PP_PLACEHOLDER.TITLE, "b")
    _aligned(usual, PP_PLACEHOLDER.FOOTER, "ctr")
    for layout, top, width in ((first, 4.1, 3.0), (usual, 1.2, across)):
        layout.shapes._spTree.append(_rule((_WIDTH - width) / 2 if layout is first else _SIDE, top, width))


def _aligned(layout: SlideLayout, kind: PP_PLACEHOLDER, anchor: str) -> None:
    """The words of a place on the left, at the height that `anchor` names."""
    for shape in list(layout.placeholders):
        if shape.placeholder_format.type == kind:
            body = shape._element.find(qn("p:txBody"))
            body.find(qn("a:bodyPr")).set("anchor", anchor)
            styles = body.find(qn("a:lstStyle"))
            level = styles.find(qn("a:lvl1pPr"))
            level = etree.SubElement(styles, qn("a:lvl1pPr")) if level is None else level
            level.set("algn", "l")


def _rule(left: float, top: float, width: float) -> Element:
    """A thin bar of colour, in inches."""
    shape = etree.fromstring(_BAR)
    place = shape.find(f".//{qn('a:xfrm')}")
    place.find(qn("a:off")).attrib.update({"x": str(Inches(left)), "y": str(Inches(top))})
    place.find(qn("a:ext")).attrib.update({"cx": str(Inches(width)), "cy": str(Pt(2))})
    return shape
