"""How much of a page the parts of a document take, so that a long table can be cut where a page is full.

Why: LibreOffice leaves most of a page white where a table with footnotes goes on from the page before. Knows no XML.
"""

from collections.abc import Sequence

from api.export.layouts import NOTE_SIZE
from api.export.letters import lines

PITCH = 1.15  # of a line against its size
_PADDING = 3.5  # points above and below the words of a row, with its line
_BESIDE = 7.0  # points at the sides of a cell's words
_SEPARATOR = 16.0  # points of the line above the footnotes
_SURE = 0.98  # of a page's height: a row more on a page than fits costs more than one less


def row_height(texts: Sequence[str], widths: Sequence[int], size: float, bold: bool = False) -> float:
    """The points that a row takes; `widths` in twips."""
    most = max(lines(text, width / 20 - _BESIDE, size, bold) for text, width in zip(texts, widths, strict=True))
    return most * size * PITCH + _PADDING


def notes_height(notes: Sequence[str], width: float) -> float:
    """The points that footnotes take at the foot of a page, `width` points wide."""
    return sum(lines("000 " + note, width, NOTE_SIZE) for note in notes) * NOTE_SIZE * PITCH


class Room:
    """What is still free of a page, `height` points high; `page` counts them."""

    def __init__(self, height: float) -> None:
        self.height = height * _SURE - _SEPARATOR
        self.page = 1
        self._free = self.height

    def flow(self, height: float) -> None:
        """Takes so much for what simply goes on over the end of the page."""
        self._free -= height
        while self._free < 0:
            self.page, self._free = self.page + 1, self._free + self.height

    def fits(self, height: float) -> bool:
        """Whether so much is still free."""
        return height <= self._free

    def take(self, height: float) -> None:
        """Takes so much in one piece, on a new page where it does not fit on this one."""
        if not self.fits(height):
            self.turn()
        self.flow(height)

    def turn(self) -> None:
        """Begins a new page, if anything stands on this one."""
        if self._free < self.height:
            self.page, self._free = self.page + 1, self.height
