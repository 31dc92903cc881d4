"""The inline text of an OpenDocument paragraph: spaces, tabs and breaks, fonts of the old encodings; notes apart."""

from collections.abc import Iterator

from lxml import etree

from ingest.letters.legacy import Run, modern_runs, of_font
from ingest.office.odf_names import DRAW, OFFICE, STYLE, SVG, TEXT, counted, named

_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_MOST_SPACES = 200
_NOT_INLINE = frozenset(
    (f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}note", f"{TEXT}ruby-text", f"{DRAW}frame",
     f"{DRAW}custom-shape", f"{DRAW}rect", f"{DRAW}g", f"{DRAW}a", f"{SVG}title", f"{SVG}desc",
     f"{TEXT}hidden-paragraph", f"{TEXT}tracked-changes", f"{TEXT}soft-page-break")
)  # fmt: skip
_FRAMES = (f"{DRAW}text-box", f"{DRAW}custom-shape", f"{DRAW}rect")


class Inline:
    """Gives the text of paragraphs; `notes` are those met on the way, (mark, body)."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self.notes: list[tuple[str, etree._Element]] = []
        self._met: set[etree._Element] = set()
        self._fonts: dict[str, str] = {}
        faces: dict[str, str] = {}
        for root in (r for r in roots if r is not None):
            for face in root.iter(f"{STYLE}font-face"):
                faces[named(face, STYLE, "name")] = named(face, SVG, "font-family").strip("'\"")
        for root in (r for r in roots if r is not None):
            for style in root.iter(f"{STYLE}style"):
                self._learn(style, faces)

    def _learn(self, style: etree._Element, faces: dict[str, str]) -> None:
        properties = style.find(f"{STYLE}text-properties")
        parent = self._fonts.get(named(style, STYLE, "parent-style-name"), "")
        written = ""
        if properties is not None:
            name = named(properties, STYLE, "font-name")
            written = faces.get(name, name) or named(properties, _FO, "font-family").strip("'\"")
        self._fonts[named(style, STYLE, "name")] = written or parent

    def text(self, paragraph: etree._Element) -> str:
        """The text of a paragraph, its line breaks as "\\n"."""
        font = self._fonts.get(named(paragraph, TEXT, "style-name"))
        runs = list(self._runs(paragraph, font))
        return modern_runs(runs) if any(of_font(run.font) for run in runs) else "".join(run.text for run in runs)

    def frames(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """The text boxes anchored in a paragraph, outer ones only."""
        for element in paragraph:
            if element.tag in _FRAMES:
                yield element
            elif element.tag not in (f"{TEXT}note", f"{OFFICE}annotation"):
                yield from self.frames(element)

    def _runs(self, element: etree._Element, font: str | None) -> Iterator[Run]:
        yield Run(element.text or "", font)
        for child in element:
            yield from self._child(child, font)
            yield Run(child.tail or "", font)

    def _child(self, child: etree._Element, font: str | None) -> Iterator[Run]:
        tag = child.tag
        if tag == f"{TEXT}s":
            yield Run(" " * counted(child, TEXT, "c", _MOST_SPACES), font)
        elif tag == f"{TEXT}tab":
            yield Run("\t", font)
        elif tag == f"{TEXT}line-break":
            yield Run("\n", font)
        elif tag == f"{TEXT}note":
            self._note(child)
        elif tag not in _NOT_INLINE:
            own = self._fonts.get(named(child, TEXT, "style-name")) if tag == f"{TEXT}span" else None
            yield from self._runs(child, own or font)

    def _note(self, note: etree._Element) -> None:
        body = note.find(f"{TEXT}note-body")
        if body is None or note in self._met:
            return  # a paragraph's text is asked for more than once
        self._met.add(note)
        citation = note.find(f"{TEXT}note-citation")
        self.notes.append(((citation.text or "").strip() if citation is not None else "", body))
