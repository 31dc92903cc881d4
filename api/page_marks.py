"""Cited words on the image of their page: which boxes, and drawing them so that the text stays readable.

Knows nothing of HTTP or of how the image was made.
"""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageChops, ImageDraw

from corpus.document import Page
from corpus.layout import Box, WordBox, marked

Extent = Literal["none", "part", "all"]

_ENOUGH = 0.5  # of the words: a mark on less would say that the rest is not cited
_TINT = (255, 229, 122)  # multiplied with the page: black stays black, white becomes this
_EDGE = (176, 58, 0)  # an outline too: the mark is not told by colour alone
_AIR = 0.12  # of a word's height, around it
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the cited words stand on one page, and whether all of those that belong there were found."""

    boxes: tuple[Box, ...] = ()
    extent: Extent = "none"


def marks_on(words: Sequence[WordBox], text: str, page: Page | None, start: int, end: int) -> Marks:
    """The marks of `text[start:end]` on the page that `words` stand on; none if under half of it can be placed."""
    placed = {w.start for w in words}
    first, last = (page.start, page.end) if page else (0, 0)
    expected = [at for at in _words(text, start, end) if first <= at < last or at in placed]
    found = sum(at in placed for at in expected)
    if not found or found < _ENOUGH * len(expected):
        return Marks()
    boxes = dict.fromkeys(marked(words, start, end))  # rows that share a merged cell have its words in the same place
    return Marks(tuple(boxes), "all" if found == len(expected) else "part")


def _words(text: str, start: int, end: int) -> list[int]:
    """Where the words that the range touches begin; bars between cells and the like are not printed: not counted."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    return [m.start() for m in _WORD.finditer(text, start, end) if any(c.isalnum() for c in m[0])]


def as_png(page: Image.Image, boxes: Iterable[Box]) -> bytes:
    """The page with the boxes tinted and outlined."""
    image = page.convert("RGB")
    draw = ImageDraw.Draw(image)
    pen = max(1, round(image.width / 700))
    for box in boxes:
        place = _pixels(box, image.width, image.height)
        region = image.crop(place)
        image.paste(ImageChops.multiply(region, Image.new("RGB", region.size, _TINT)), place)
        draw.rectangle((place[0], place[1], place[2] - 1, place[3] - 1), outline=_EDGE, width=pen)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=4)
    return out.getvalue()


def _pixels(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    air = _AIR * (box.bottom - box.top) * height
    left, right = box.left * width - air, box.right * width + air
    top, bottom = box.top * height - air, box.bottom * height + air
    # at least one pixel, and never outside: a word at the very edge
    x, y = max(0, min(width - 1, int(left))), max(0, min(height - 1, int(top)))
    return x, y, max(x + 1, min(width, round(right))), max(y + 1, min(height, round(bottom)))
