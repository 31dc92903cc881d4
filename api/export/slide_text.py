"""What stands on which slide: the lines of a course, cut so that each slide can be read. Knows nothing of drawing.

Lengths are estimates for Arial on a wide slide, rather too long than too short: a text box does not grow.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from api.export.laid import Citations
from api.export.words import columns_of, is_number_heading, place_words, printable
from assistant.sheet import Sheet, SheetRow, SheetSection, SheetSource
from corpus.messages import message

LineKind = Literal["main", "detail", "note", "source"]
SIZES: dict[LineKind, int] = {"main": 20, "detail": 18, "note": 18, "source": 12}  # points
_HEIGHT = 370.0  # points that the lines of a slide may take
_LETTERS = 1640.0  # letters on a line of one point
_HEADLINE, _TAG = 160, 24  # letters up to which a cell is a headline, and a mere word beside a question
_PITCH = 1.2  # of a line against its size
SPACES: dict[LineKind, int] = {"main": 12, "detail": 4, "note": 6, "source": 3}  # points above


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph on a slide; `lead` are the words that stand out before its text."""

    text: str
    kind: LineKind
    lead: str = ""

    @property
    def height(self) -> float:
        """The points that it takes."""
        rows = math.ceil(len(self.lead + self.text) / self._letters) or 1
        return rows * SIZES[self.kind] * _PITCH + SPACES[self.kind]

    @property
    def _letters(self) -> int:
        return int(_LETTERS / SIZES[self.kind])

    def pieces(self) -> Iterator["Line"]:
        """The line itself, or parts of it that fit on a slide each."""
        most = int((_HEIGHT - SPACES[self.kind]) / (SIZES[self.kind] * _PITCH)) * self._letters
        lead, text = self.lead, self.text
        while len(lead + text) > most:
            at = text.rfind(" ", most // 2, most - len(lead))
            at = most - len(lead) if at < 0 else at
            yield replace(self, lead=lead, text=text[:at])
            lead, text = "", text[at:].lstrip(" ")
        yield replace(self, lead=lead, text=text)


@dataclass(frozen=True, slots=True)
class SlideText:
    """A slide: its title and its lines."""

    title: str
    lines: tuple[Line, ...]


class Sources:
    """The sources of a course, numbered in the order in which they are first cited."""

    def __init__(self) -> None:
        self._numbers: dict[SheetSource, int] = {}

    def number(self, source: SheetSource) -> int:
        """The source's number: the same whenever it is cited."""
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    def lines(self, sheet: Sheet) -> list[Line]:
        """All of them with their quotes, for the end; what a document is, where it comes first."""
        notes = Citations(sheet.language)
        return [Line(f"[{n}] {notes.words(s)}", "source") for s, n in self._numbers.items()]


def slides_of(sheet: Sheet) -> Iterator[SlideText]:
    """All slides after the first: what the sheet says of itself, its sections, the answer key, the sources."""
    sources = Sources()
    if sheet.notes:
        yield from _cut(sheet.title, [_lines(note, "note") for note in sheet.notes])
    for section in sorted(sheet.sections, key=lambda s: s.role == "key"):
        title = section.title or (
            message("export-answer-key", sheet.language) if section.role == "key" else sheet.title
        )
        blocks = [_lines(note, "note") for note in section.notes]
        blocks += [_row(sheet, section, n, row, sources) for n, row in enumerate(section.rows, 1)]
        yield from _cut(title, blocks)
    cited = sources.lines(sheet)
    if cited:
        yield from _cut(message("export-sources", sheet.language), [[line] for line in cited])


def _lines(text: str, kind: LineKind) -> list[Line]:
    return [Line(part, kind) for part in printable(text).replace("\t", " ").split("\n") if part.strip()]


def _row(sheet: Sheet, section: SheetSection, count: int, row: SheetRow, sources: Sources) -> list[Line]:
    """A row as lines: what it is about with its number, its other cells, where it comes from."""
    columns = columns_of(sheet, section)
    columns += ("",) * (len(row.cells) - len(columns))
    cells = [(h.strip(), c.strip()) for h, c in zip(columns, row.cells, strict=False) if c.strip()]
    number = str(count)
    if cells and cells[0][0] and is_number_heading(cells[0][0]):
        number = cells.pop(0)[1]
    if section.role == "quiz":
        lines = _asked(cells)
    elif section.role == "glossary" and (term := _term(cells)):
        lines = [term]
    else:
        lines = _told(cells, section.role == "provisions")
    if lines:
        before, first = f"{number.rstrip('.')}. ", lines[0]
        numbered = replace(first, lead=before + first.lead) if first.lead else replace(first, text=before + first.text)
        lines[0] = numbered
    for source in row.sources:
        lines += _lines(f"[{sources.number(source)}] {place_words(source, sheet.language)}", "source")
    return lines


def _term(cells: list[tuple[str, str]]) -> Line | None:
    """A term and what it means on one line; None where either has more to say."""
    texts = [" ".join(printable(cell).split()) for _, cell in cells]
    if len(texts) != 2 or len(texts[0]) > _HEADLINE // 2:
        return None
    return Line(f": {texts[1]}", "note", lead=texts[0])


def _told(cells: list[tuple[str, str]], quoted: bool) -> list[Line]:
    """The first cell as what the row is about, the others below with headings; a `quoted` cell alone is no headline."""
    if not cells:
        return []
    # of a cell of several lines only the first; a whole paragraph is no headline
    first, _, rest = cells[0][1].partition("\n")
    headline = len(first) <= _HEADLINE and not (quoted and len(cells) == 1)
    lines = [*_lines(first, "main" if headline else "note"), *_lines(rest, "detail")]
    for heading, cell in cells[1:]:
        lines += _lines(f"{heading}: {cell}" if heading else cell, "detail")
    return lines


def _asked(cells: list[tuple[str, str]]) -> list[Line]:
    """A question with its choices under it; what is short beside it (its form, its level) in brackets after it."""
    texts = [cell for _, cell in cells]
    asked = max(texts, key=lambda text: len(text.split("\n")[0]) if len(text) > _TAG else 0, default="")
    tags = [text for text in texts if text != asked and len(text) <= _TAG and "\n" not in text]
    first, _, choices = asked.partition("\n")
    lines = _lines(f"{first} ({', '.join(tags)})" if tags else first, "main")
    for text in (choices, *(text for text in texts if text != asked and text not in tags)):
        lines += _lines(text, "detail")
    return lines


def _cut(title: str, blocks: Iterable[list[Line]]) -> Iterator[SlideText]:
    """The blocks on as many slides as they need, none much fuller than the others."""
    cut = [[piece for line in block for piece in line.pieces()] for block in blocks]
    filled, least = _filled(cut, _HEIGHT), 0.0
    most = _HEIGHT
    while len(filled) > 1 and most - least > 1:
        middle = (least + most) / 2
        evener = _filled(cut, middle)
        least, most, filled = (least, middle, evener) if len(evener) <= len(filled) else (middle, most, filled)
    name = " ".join(printable(title).split())
    for n, lines in enumerate(filled, 1):
        yield SlideText(f"{name} ({n}/{len(filled)})" if len(filled) > 1 else name, tuple(lines))


def _filled(blocks: list[list[Line]], height: float) -> list[list[Line]]:
    """The blocks on slides filled up to a height; a block that fits on a slide is whole on one."""
    filled: list[list[Line]] = [[]]
    used = 0.0
    for block in blocks:
        takes = sum(piece.height for piece in block)
        if filled[-1] and used + takes > height and takes <= _HEIGHT:
            filled.append([])
            used = 0.0
        for piece in block:
            if filled[-1] and used + piece.height > _HEIGHT:
                filled.append([])
                used = 0.0
            filled[-1].append(piece)
            used += piece.height
    return filled
