"""Real footnotes for a Word file: python-docx has none. Knows nothing of what stands in them.

The part holds the two separators that Word asks for (ids -1 and 0) and then the notes, from 1 on.
"""

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from api.export.word_xml import Block, Element, Look, paragraph, run, w

TEXT_STYLE, MARK_STYLE = "FootnoteText", "FootnoteReference"


class Footnotes:
    """The notes of one document, numbered as they are added; `attach` puts them into it."""

    def __init__(self) -> None:
        self._notes: list[Element] = []

    def add(self, text: str) -> Element:
        """Keeps a note and gives the mark to put where it belongs."""
        number = len(self._notes) + 1
        mark = w("r", *Look(style=MARK_STYLE).properties(), w("footnoteRef"))
        words = paragraph([mark, run(" " + text)], Block(TEXT_STYLE))
        self._notes.append(w("footnote", words, id=number))
        return w("r", *Look(style=MARK_STYLE).properties(), w("footnoteReference", id=number))

    def attach(self, document: Document) -> None:
        """Writes the notes into the document; one without notes stays as it is."""
        if not self._notes:
            return
        ends = (("separator", -1), ("continuationSeparator", 0))
        lines = [w("footnote", paragraph([w("r", w(kind))]), type=kind, id=number) for kind, number in ends]
        blob = etree.tostring(
            w("footnotes", *lines, *self._notes), xml_declaration=True, encoding="UTF-8", standalone=True
        )
        package = document.part.package
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        _declare(document, [number for _, number in ends])


def _declare(document: Document, separators: list[int]) -> None:
    """The settings name the separators; their place among the other settings is fixed."""
    settings = document.settings.element
    named = w("footnotePr", *(w("footnote", id=number) for number in separators))
    following = [settings.find(w(name).tag) for name in ("endnotePr", "compat", "rsids", "docVars")]
    before = next((element for element in following if element is not None), None)
    if before is None:
        settings.append(named)
    else:
        before.addprevious(named)
