"""How much of a page a table's rows take, by estimate, so that a long table can be cut where a page is full.

Why: LibreOffice leaves most of a page white where a table with footnotes goes on from the page before. Knows no XML.
"""

import math
from collections.abc import Sequence

from api.export.layouts import NOTE_SIZE

_LETTER = 0.46  # width of a letter of Times New Roman against its size, usual text
_PITCH = 1.17  # of a line against the size
_PADDING = 4.0  # points above and below the words of a row


def row_height(texts: Sequence[str], widths: Sequence[int], notes: Sequence[str], size: float, page: float) -> float:
    """The points that a row takes, with its footnotes on a page of `page` points of width."""
    lines = max(_lines(text, width / 20 - 7, size) for text, width in zip(texts, widths, strict=True))
    of_notes = sum(_lines(note, page, NOTE_SIZE) for note in notes)
    return lines * size * _PITCH + _PADDING + of_notes * NOTE_SIZE * _PITCH


def _lines(text: str, width: float, size: float) -> int:
    letters = max(1.0, width / (size * _LETTER))
    return sum(math.ceil(len(line) / letters) or 1 for line in text.split("\n"))


class Room:
    """What is still free of a page."""

    def __init__(self, height: float, used: float) -> None:
        self.height = height
        self._free = height - used

    def take(self, height: float) -> bool:
        """Takes so much; False where a new page had to begin for it."""
        fits = height <= self._free
        self._free = (self._free if fits else self.height) - height
        return fits
