"""Pages whose writing runs up or down (a wide table on an upright page): turned for reading, boxes turned back.

Knows nothing of words or files.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from corpus.layout import Box
from ingest.pdf.glyphs import Glyphs

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class OnPage:
    """Which page words are put on: its number, its size in points as it is read, and by how many quarters it was turned
    to be read.
    """

    number: int
    width: float
    height: float
    quarter: int = 0

    def box(self, box: Sequence[float]) -> Box:
        """A box in points as fractions of the page as it is shown."""
        left, top, right, bottom = box
        if self.quarter:
            back = turned(np.array([box]), -self.quarter, self.width, self.height)
            left, top, right, bottom = back[0].tolist()
        width, height = (self.height, self.width) if self.quarter % 2 else (self.width, self.height)
        return Box(self.number, left / width, top / height, right / width, bottom / height)


def quarter_of(glyphs: Glyphs) -> int:
    """The way most of a page's writing runs: 0 to the right, 1 down, 2 upside down, 3 up."""
    if not len(glyphs):
        return 0
    quarters = np.round(glyphs.angles / 90).astype(int) % 4
    counts = np.bincount(quarters, minlength=4)
    return int(counts.argmax()) if counts.max() > 0.6 * counts.sum() else 0


def upright(glyphs: Glyphs, lines: Floats, page: OnPage) -> tuple[Glyphs, Floats, OnPage]:
    """A page's characters and lines as they are read, and the page to put them on."""
    quarter = quarter_of(glyphs)
    if not quarter:
        return glyphs, lines, page
    size = page.width, page.height
    points = turned(np.hstack([glyphs.bases, glyphs.bases]), quarter, *size)[:, :2]
    angles = (glyphs.angles - 90 * quarter) % 360
    again = replace(glyphs, boxes=turned(glyphs.boxes, quarter, *size), bases=points, angles=angles)
    width, height = size if quarter == 2 else size[::-1]
    return again, turned(lines, quarter, *size), OnPage(page.number, width, height, quarter)


def turned(boxes: Floats, quarter: int, width: float, height: float) -> Floats:
    """Boxes (left, top, right, bottom) on a page of this size turned against the clock by quarters."""
    left, top, right, bottom = boxes.T
    match quarter % 4:
        case 1:
            columns = top, width - right, bottom, width - left
        case 2:
            columns = width - right, height - bottom, width - left, height - top
        case 3:
            columns = height - bottom, left, height - top, right
        case _:
            columns = left, top, right, bottom
    return np.column_stack(columns)
