"""Real footnotes for a Word file: python-docx has none. Knows nothing of what stands in them.

The part holds the two separators that Word asks for (ids -1 and 0) and then the notes, from 1 on.
"""

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from api.export.word_xml import Block, Element, Look, field, paragraph, run, w

TEXT_STYLE, MARK_STYLE = "FootnoteText", "FootnoteReference"
_MARK = Look(style=MARK_STYLE)


class Footnotes:
    """The notes of one document, numbered as they are added and then marked; `attach` puts them into it."""

    def __init__(self) -> None:
        self._notes: list[Element] = []

    def add(self, text: str) -> int:
        """Keeps a note and gives its number."""
        number = len(self._notes) + 1
        mark = w("r", *_MARK.properties(), w("footnoteRef"))
        words = paragraph([mark, run(" " + text)], Block(TEXT_STYLE))
        self._notes.append(w("footnote", words, id=number))
        return number

    def mark(self, number: int) -> list[Element]:
        """What to put where the note belongs; it can be pointed to."""
        return [
            w("bookmarkStart", id=number, name=_name(number)),
            w("r", *_MARK.properties(), w("footnoteReference", id=number)),
            w("bookmarkEnd", id=number),
        ]

    def again(self, number: int) -> list[Element]:
        """What to put where a note that was marked before belongs too: its number, which follows it."""
        return field(f" NOTEREF {_name(number)} \\f \\h ", str(number), _MARK)

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


def _name(number: int) -> str:
    return f"_Note{number}"


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
