"""The text of a Word paragraph as it is shown: fields by their result, insertions in, deletions out, fonts by run.

Knows nothing of tables or of the order of the document.
"""

import re
from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from ingest.letters.charmaps import Encoding
from ingest.letters.legacy import Run, encoding_of, modern_runs, of_font

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_BOX = qn("w:txbxContent")
_FONTS, _VALUE, _HIDDEN = qn("w:rFonts"), qn("w:val"), qn("w:vanish")
_RUN, _PROPERTIES, _SYMBOL = qn("w:r"), qn("w:rPr"), qn("w:sym")
_STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"
_TEXT = {qn("w:t"), _MATH_TEXT}
_SIGNS = {
    qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "\u00ad",
}  # fmt: skip
# what is not shown, or not as text of this paragraph
_LEFT_OUT = {qn(tag) for tag in (
    "w:pPr", "w:rPr", "w:del", "w:moveFrom", "w:delText", "w:instrText", "w:delInstrText", "w:fldData", "w:sdtPr",
    "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:txbxContent", "w:rt", "w:tblPr", "w:trPr", "w:tcPr",
)} | {MC + "Fallback"}  # fmt: skip
_DEEPEST = 50  # styles based on each other; a damaged file may have them in a circle


class DocxText:
    """Reads paragraphs of one document, whose styles say in which font a text is that names none."""

    def __init__(self, document: WordDocument) -> None:
        body = document.element.body
        styles = document.styles.element
        self._styles = {s.get(qn("w:styleId")): s for s in styles.iter(qn("w:style"))}
        self._default = next((s.get(qn("w:styleId")) for s in self._styles.values() if _is_default(s)), None)
        self._named: dict[str | None, str | None] = {}
        self._defaults = _font_of(styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"))
        self._old = any(of_font(font) for root in (body, styles) for e in root.iter(_FONTS) for font in e.values())
        self._expected: Encoding | None = encoding_of("\n".join(t.text or "" for t in body.iter(qn("w:t"))))

    def text(self, paragraph: Element) -> str:
        """The text of a paragraph in Unicode, text boxes left out; "\\n" for a line break."""
        style = paragraph.find(_STYLE)
        return modern_runs(self._runs(paragraph, _value(style) or self._default), self._expected)

    def boxes(self, paragraph: Element) -> list[Element]:
        """The text boxes anchored in a paragraph, each once (it is there for older programs a second time)."""
        found = [(box, {a.tag for a in _ancestors(box, paragraph)}) for box in paragraph.iter(_BOX)]
        outer = [(box, within) for box, within in found if _BOX not in within]
        return [box for box, within in outer if MC + "Fallback" not in within] or [box for box, _ in outer]

    def _runs(self, element: Element, style: str | None, font: str | None = None) -> Iterator[Run]:
        for child in element:
            tag = child.tag
            if tag in _TEXT:
                yield Run(child.text or "", font)
            elif tag in _SIGNS:
                yield Run(_SIGNS[tag], font)
            elif tag == _SYMBOL:
                yield _symbol(child)
            elif tag == _RUN:
                properties = child.find(_PROPERTIES)
                if not _is_hidden(properties):
                    yield from self._runs(child, style, self._font(properties, style))
            elif tag not in _LEFT_OUT and isinstance(tag, str):
                yield from self._runs(child, style, font)

    def _font(self, properties: Element | None, style: str | None) -> str | None:
        if not self._old:
            return None
        own = _font_of(properties)
        if own is not None:
            return own
        named = _value(properties.find(qn("w:rStyle"))) if properties is not None else None
        return self._font_of_style(named) or self._font_of_style(style) or self._defaults

    def _font_of_style(self, id: str | None) -> str | None:
        if id not in self._named:
            at, steps, found = id, 0, None
            while at in self._styles and found is None and steps < _DEEPEST:
                found = _font_of(self._styles[at].find(qn("w:rPr")))
                at, steps = _value(self._styles[at].find(qn("w:basedOn"))), steps + 1
            self._named[id] = found
        return self._named[id]


def _ancestors(element: Element, top: Element) -> Iterator[Element]:
    at = element.getparent()
    while at is not None and at is not top:
        yield at
        at = at.getparent()


def _value(element: Element | None) -> str | None:
    value = element.get(_VALUE) if element is not None else None
    return str(value) if value is not None else None


def _is_default(style: Element) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on")


def _font_of(properties: Element | None) -> str | None:
    """The font of letters beyond ASCII; a theme's font is none of the old ones."""
    fonts = properties.find(_FONTS) if properties is not None else None
    if fonts is None:
        return None
    named = fonts.get(qn("w:hAnsi")) or fonts.get(qn("w:hAnsiTheme")) or fonts.get(qn("w:ascii"))
    return str(named) if named else None


def _is_hidden(properties: Element | None) -> bool:
    vanish = properties.find(_HIDDEN) if properties is not None else None
    return vanish is not None and vanish.get(_VALUE) not in ("0", "false", "off")


def _symbol(element: Element) -> Run:
    """A letter of a symbol font: of an old Vietnamese one it is text, of the others a box, a tick or a bullet."""
    written = element.get(qn("w:char")) or ""
    if not re.fullmatch("[0-9A-Fa-f]{1,4}", written):
        return Run("")
    code = int(written, 16)
    letter = chr(0xF000 | code & 0xFF) if code < 0x100 or 0xF000 <= code < 0xF100 else chr(code)
    return Run("" if "\ud800" <= letter <= "\udfff" else letter, element.get(qn("w:font")))
