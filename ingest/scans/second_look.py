"""A second look at what was read badly on a page: cells of tables, and places where lines of two columns were mixed.

Knows nothing of files or of reading order.
"""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps
from scipy import ndimage

from ingest.scans.image import Prepared, darkness
from ingest.scans.page import NO_WORD, confidence_of, within
from ingest.scans.tables import Cell, Grid
from ingest.scans.tesseract import Holds, Speech, Word, words_in

DOUBTFUL = 0.62  # below this a word is more likely wrong than right
_MOST_CELLS = 200  # that are read again one by one
_MOST_PLACES = 20  # a page with more of them is bad as a whole, and a second look is no better
_MOST_LETTERS = 400
_INKED = 0.002  # of a cell's pixels: less is an empty cell
_LEAST_INK = 12  # pixels
_MARGIN = 15  # pixels of paper around it, without which the engine sees no word
_NARROW = 3  # times as wide as high: one figure or word
_AROUND = (2.0, 0.5)  # usual letters, across and down: doubtful words so near are one place
_TORN = 0.5  # usual letters: less stands between the letters of a word, more between words
_BESIDE = (3.0, 0.6)  # usual letters: what is shown around a place

_LETTER = (0.6, 2.5)  # usual letters: from the lowest to the highest that ink may be to pass for one

Ink = NDArray[np.bool_]
_Place = tuple[float, float, float, float]  # left, top, right, bottom


def second_look(prepared: Prepared, tables: list[Grid], words: list[Word], language: Speech) -> list[Word]:
    """The words, with what a closer look saw instead or besides."""
    words = [w for w in words if w.confidence >= NO_WORD]  # what stands there has not been seen
    dark = darkness(np.asarray(prepared.image))
    passed_over = _passed_over(dark, words, prepared.letter)
    words = _cells(prepared, dark, tables, words, passed_over, language)
    outside = [w for w in words if not _in_table(w.top, w.bottom, tables)]
    left = [p for p in passed_over if not _in_table(p[1], p[3], tables)]
    places = list(_places(outside, left, prepared.letter))
    for place in places if len(places) <= _MOST_PLACES else []:
        before, again = _inside(place, words), _closer(prepared, place, language)
        kept = [w for w in words if w not in before]
        again = [w for w in again if not any(_over(w, other) for other in kept)]
        if _weight(again) > max(_weight(before), 0) and confidence_of(again) > DOUBTFUL:
            words = _replaced(words, before, again)
    return words


def _cells(
    prepared: Prepared, dark: Ink, tables: list[Grid], words: list[Word], passed_over: list[_Place], language: Speech
) -> list[Word]:
    cells = [c for table in tables for c in table.cells]
    doubtful = [c for c in cells if confidence_of(within(c, words)) < DOUBTFUL or _holds(c, passed_over)]
    for cell in doubtful[:_MOST_CELLS]:
        before, again = within(cell, words), _alone(prepared, dark, cell, language)
        if _weight(again) > _weight(before):
            words = _replaced(words, before, again)
    return words


def _passed_over(dark: Ink, words: Iterable[Word], letter: float) -> list[_Place]:
    """Where ink of the shape of letters stands and no word was seen: two letters side by side, or one at a word."""
    seen, taken = dark.copy(), [(w.left, w.top, w.right, w.bottom) for w in words]
    for left, top, right, bottom in taken:
        seen[max(0, round(top) - 2) : round(bottom) + 3, max(0, round(left) - 2) : round(right) + 3] = False
    labels, _ = ndimage.label(seen, np.ones((3, 3), int))
    boxes: list[_Place] = [(x.start, y.start, x.stop, y.stop) for y, x in ndimage.find_objects(labels)]
    shaped = [b for b in boxes if _is_letter(b, letter)]
    if len(shaped) > _MOST_LETTERS:  # a photograph, or dirt all over the page
        return []
    found = [b for b in shaped if any(_touch(b, other, letter / 3) for other in shaped if other is not b)]
    torn = [w for w in taken if any(_at_word(b, w, letter) for b in shaped)]
    return [*found, *(b for b in shaped if any(_at_word(b, w, letter) for w in torn)), *torn]


def _at_word(letter_box: _Place, word: _Place, letter: float) -> bool:
    """Whether a letter stands at one end of a word, so near that it belongs to it."""
    gap = max(word[0] - letter_box[2], letter_box[0] - word[2])
    level = min(letter_box[3], word[3]) - max(letter_box[1], word[1])
    return gap < _TORN * letter and level > 0.7 * (letter_box[3] - letter_box[1])


def _is_letter(box: _Place, letter: float) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return _LETTER[0] * letter < high < _LETTER[1] * letter and _LETTER[0] * letter / 2 < wide < 2 * _LETTER[1] * letter


def _holds(cell: Cell, places: Iterable[_Place]) -> bool:
    return any(
        cell.left < (p[0] + p[2]) / 2 < cell.right and cell.top < (p[1] + p[3]) / 2 < cell.bottom for p in places
    )


def _replaced(words: list[Word], before: list[Word], again: list[Word]) -> list[Word]:
    last = max((w.line for w in words), default=-1)
    return [w for w in words if w not in before] + [w.on_line(last + 1 + w.line) for w in again]


def _alone(prepared: Prepared, dark: Ink, cell: Cell, language: Speech) -> list[Word]:
    """A cell looked at by itself: a single figure is easily passed over on a page, or misread."""
    top, left = round(cell.top) + 4, round(cell.left) + 4
    ys, xs = np.nonzero(dark[top : round(cell.bottom) - 4, left : round(cell.right) - 4])
    if len(ys) < _INKED * (cell.bottom - cell.top) * (cell.right - cell.left) or len(ys) < _LEAST_INK:
        return []
    box = left + int(xs.min()), top + int(ys.min()), left + int(xs.max()) + 1, top + int(ys.max()) + 1
    narrow = box[2] - box[0] < _NARROW * (box[3] - box[1])
    ways: tuple[Holds, ...] = ("block", "word") if narrow else ("block",)
    return max((_read(prepared, box, way, language) for way in ways), key=confidence_of)


def _read(prepared: Prepared, box: tuple[int, int, int, int], holds: Holds, language: Speech) -> list[Word]:
    paper = int(np.median(np.asarray(prepared.image)))
    alone = ImageOps.expand(prepared.image.crop(box), _MARGIN, fill=paper)
    return [w.moved(box[0] - _MARGIN, box[1] - _MARGIN) for w in words_in(alone, language, prepared.dpi, holds)]


def _in_table(top: float, bottom: float, tables: Iterable[Grid]) -> bool:
    return any(table.top < (top + bottom) / 2 < table.bottom for table in tables)


def _places(words: list[Word], passed_over: list[_Place], letter: float) -> Iterator[_Place]:
    """Where words are doubtful or were passed over, or lie over each other as those of two lines do that were mixed."""
    found = [w for w in words if any(c.isalnum() for c in w.text) and w.confidence < DOUBTFUL]
    found += _mixed(words)
    places = [*passed_over, *((w.left, w.top, w.right, w.bottom) for w in found)]
    while places:
        place = places.pop()
        while near := [p for p in places if _touch(place, p, letter)]:
            places = [p for p in places if p not in near]
            lefts, tops, rights, bottoms = zip(place, *near, strict=True)
            place = min(lefts), min(tops), max(rights), max(bottoms)
        yield place


def _mixed(words: list[Word]) -> list[Word]:
    """The words that lie over a word of another line."""
    left, top, right, bottom, line = (
        np.array([getattr(w, side) for w in words]) for side in ("left", "top", "right", "bottom", "line")
    )
    across = np.minimum(right[:, None], right) - np.maximum(left[:, None], left)
    down = np.minimum(bottom[:, None], bottom) - np.maximum(top[:, None], top)
    wide, high = right - left, bottom - top
    over = (across > 0.5 * np.minimum(wide[:, None], wide)) & (down > 0.5 * np.minimum(high[:, None], high))
    return [w for w, mixed in zip(words, (over & (line[:, None] != line)).any(axis=1), strict=True) if mixed]


def _over(a: Word, b: Word) -> bool:
    across = min(a.right, b.right) - max(a.left, b.left)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    return across > 0.5 * min(a.right - a.left, b.right - b.left) and down > 0.5 * min(a.height, b.height)


def _touch(a: _Place, b: _Place, letter: float) -> bool:
    across, down = _AROUND[0] * letter, _AROUND[1] * letter
    return a[0] - across < b[2] and b[0] - across < a[2] and a[1] - down < b[3] and b[1] - down < a[3]


def _inside(place: _Place, words: Iterable[Word]) -> list[Word]:
    return [
        w
        for w in words
        if place[0] <= (w.left + w.right) / 2 <= place[2] and place[1] <= (w.top + w.bottom) / 2 <= place[3]
    ]


def _closer(prepared: Prepared, place: _Place, language: Speech) -> list[Word]:
    """A place with what is around it, as loose lines; words that reach beyond what is shown are none."""
    across, down = _BESIDE[0] * prepared.letter, _BESIDE[1] * prepared.letter
    image: Image.Image = prepared.image
    left, top = max(0, round(place[0] - across)), max(0, round(place[1] - down))
    right, bottom = min(image.width, round(place[2] + across)), min(image.height, round(place[3] + down))
    seen = _read(prepared, (left, top, right, bottom), "lines", language)
    whole = [w for w in seen if w.left > left + 1 and w.right < right - 1]
    return _inside((left, place[1] - down, right, place[3] + down), whole)


def _weight(words: Iterable[Word]) -> float:
    """How much was read, less what is doubtful."""
    return sum((w.confidence - DOUBTFUL / 2) * len(w.text) for w in words)
