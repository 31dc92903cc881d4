"""Where words stand on their page: one box a word, so that a citation can be drawn on an image of the page.

Knows nothing of files or images.
"""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

_ROW = np.dtype([("start", "<u4"), ("end", "<u4"), ("box", "<u2", 4)])
_UNIT = 65535
_SAME_LINE = 0.5  # of a word's height: boxes that overlap by this much stand on one line


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page (numbered from 1), as fractions of its width and height from the top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class WordBox:
    """A word of the document's text, by offsets, and where it stands. A word broken over two lines has two of these."""

    start: int
    end: int
    box: Box


def pack(words: Iterable[WordBox]) -> bytes:
    """The words of one page as bytes, for the catalogue; boxes are kept to 1/65535 of the page."""
    rows = [(w.start, w.end, [_fixed(v) for v in (w.box.left, w.box.top, w.box.right, w.box.bottom)]) for w in words]
    return zlib.compress(np.array(rows, dtype=_ROW).tobytes())


def unpack(packed: bytes, page: int) -> list[WordBox]:
    """What `pack` was given."""
    rows = np.frombuffer(zlib.decompress(packed), dtype=_ROW)
    return [WordBox(int(r["start"]), int(r["end"]), Box(page, *(int(v) / _UNIT for v in r["box"]))) for r in rows]


def marked(words: Iterable[WordBox], start: int, end: int) -> list[Box]:
    """The boxes that cover a range of the text, neighbouring words of a line in one."""
    boxes: list[Box] = []
    for box in _covering(words, start, end):
        if boxes and _on_one_line(boxes[-1], box):
            last = boxes[-1]
            boxes[-1] = Box(
                box.page,
                min(last.left, box.left),
                min(last.top, box.top),
                max(last.right, box.right),
                max(last.bottom, box.bottom),
            )
        else:
            boxes.append(box)
    return boxes


def _covering(words: Iterable[WordBox], start: int, end: int) -> Iterator[Box]:
    return (w.box for w in words if w.start < end and w.end > start)


def _on_one_line(a: Box, b: Box) -> bool:
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    near = b.left - a.right < 4 * (b.bottom - b.top)  # the cells of a table row, columns apart, stay apart
    return a.page == b.page and overlap > _SAME_LINE * min(a.bottom - a.top, b.bottom - b.top) and near


def _fixed(value: float) -> int:
    return round(min(max(value, 0.0), 1.0) * _UNIT)
