"""Word's automatic numbering: the label that Word shows before a paragraph (Chương I, Điều 3., 2., a)).

It is in no text run.
Follows ECMA-376 part 1, 17.9: abstract numbering, instances with overrides, restarts, numbering through styles.
"""

import re
from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

from ingest.list_labels import shown_number

_KINDS = {"upperRoman": "I", "lowerRoman": "i", "upperLetter": "A", "lowerLetter": "a"}

_DEEPEST = 50  # styles based on each other; a damaged file may have them in a circle


@dataclass(slots=True)
class _Level:
    start: int
    format: str
    text: str
    restart: str | None
    style: str | None


@dataclass(slots=True)
class _Instance:
    abstract: str
    overrides: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts along while paragraphs are read in order."""

    def __init__(self, document: WordDocument) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._instances: dict[str, _Instance] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._styles: dict[str | None, ParagraphStyle | None] = {}
        self._inherited: dict[str | None, list[BaseOxmlElement | None]] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return  # the document has no numbering part
        for abstract in root.findall(qn("w:abstractNum")):
            levels = {int(e.get(qn("w:ilvl")) or 0): _level(e) for e in abstract.findall(qn("w:lvl"))}
            self._levels[abstract.get(qn("w:abstractNumId")) or ""] = levels
        for num in root.findall(qn("w:num")):
            instance = _Instance(_value(num, "w:abstractNumId") or "")
            for override in num.findall(qn("w:lvlOverride")):
                start = _value(override, "w:startOverride")
                if start is not None:
                    instance.overrides[int(override.get(qn("w:ilvl")) or 0)] = int(start)
            self._instances[num.get(qn("w:numId")) or ""] = instance

    def label(self, paragraph: Paragraph) -> str:
        """The label of the next paragraph in reading order, "" if Word shows none, "-" for a bullet."""
        place = self._place(paragraph)
        if place is None:
            return ""
        number, level = place
        instance = self._instances[number]
        levels = self._levels.get(instance.abstract, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(instance.abstract, {})
        if (number, level) not in self._begun and level in instance.overrides:
            counts[level] = instance.overrides[level] - 1
        self._begun.add((number, level))
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        _restart_below(counts, levels, level)
        return _shown(levels, counts, level)

    def _place(self, paragraph: Paragraph) -> tuple[str, int] | None:
        """(numbering instance, level), from the paragraph itself or from its style and those this one is based on."""
        number: str | None = None
        level: int | None = None
        for element in (paragraph._p.pPr, *self._properties(paragraph)):
            found = element.find(qn("w:numPr")) if element is not None else None
            if found is None:
                continue
            number = number if number is not None else _value(found, "w:numId")
            written = _value(found, "w:ilvl")
            level = level if level is not None or written is None else int(written)
            if number is not None:
                break
        if number is None or number not in self._instances:
            return None  # numId 0 takes a style's numbering away
        if level is None:
            level = self._level_of_style(number, paragraph)
        return number, level

    def style(self, paragraph: Paragraph) -> ParagraphStyle | None:
        """The paragraph's style, looked up once: python-docx goes through all styles at every call."""
        id = paragraph._p.style
        if id not in self._styles:
            self._styles[id] = paragraph.style
        return self._styles[id]

    def _properties(self, paragraph: Paragraph) -> list[BaseOxmlElement | None]:
        """What the paragraph's style says of paragraphs, then the styles that it is based on."""
        id = paragraph._p.style
        if id not in self._inherited:
            found: list[BaseOxmlElement | None] = []
            style: BaseStyle | None = self.style(paragraph)
            while style is not None and len(found) < _DEEPEST:
                found.append(style.element.find(qn("w:pPr")))
                style = getattr(style, "base_style", None)
            self._inherited[id] = found
        return self._inherited[id]

    def _level_of_style(self, number: str, paragraph: Paragraph) -> int:
        levels = self._levels.get(self._instances[number].abstract, {})
        style = self.style(paragraph)
        return next((i for i, level in levels.items() if style is not None and level.style == style.style_id), 0)


def _level(element: BaseOxmlElement) -> _Level:
    return _Level(
        start=int(_value(element, "w:start") or 1),
        format=_value(element, "w:numFmt") or "decimal",
        text=_value(element, "w:lvlText") or "",
        restart=_value(element, "w:lvlRestart"),
        style=_value(element, "w:pStyle"),
    )


def _value(element: BaseOxmlElement, name: str) -> str | None:
    found = element.find(qn(name))
    value = found.get(qn("w:val")) if found is not None else None
    return str(value) if value is not None else None


def _restart_below(counts: dict[int, int], levels: dict[int, _Level], level: int) -> None:
    for below in [i for i in counts if i > level]:
        restart = levels[below].restart if below in levels else None
        if restart == "0" or (restart is not None and level >= int(restart)):
            continue  # this level runs on: articles through chapters
        del counts[below]


def _shown(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    if levels[level].format == "bullet":
        return "-"

    def digit(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        known = levels.get(at)
        return _format(counts.get(at, known.start if known else 1), known.format if known else "decimal")

    return re.sub(r"%(\d)", digit, levels[level].text).strip()


def _format(number: int, style: str) -> str:
    if style == "decimalZero":
        return f"{number:02d}"
    # after z Word goes on with aa, bb
    return "" if style == "none" else shown_number(number, _KINDS.get(style, "1"), doubled=True)
