"""Words on a page to printed lines in reading order: columns side by side are read one after the other.

Knows nothing of pictures or of what the words say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.scans.tesseract import Word

_SAME_LINE = 0.5  # of a word's height: what overlaps by this much stands on one line
_HALF = 0.35  # of the page's usual word height, up and down from a line's middle: its letters without their marks
_GUTTER = 0.8  # of the page's usual word height: the least that columns are kept apart
_SURE_GUTTER = 2.0  # of the same: columns even if only one height of the page shows both
_WORD_GAPS = 2.0  # a gutter is this many times wider than the gaps between the words beside it
_APART = 3.0  # of the same: so far apart, two pieces of one line are two lines
_NEXT_LINE = 2.0  # of the same, from one line's middle to the next: lines of one block
_NEXT_PART = 5.0  # of the same: parts of one header, an empty line between
_MARK = 3.0  # of the same: a column no wider holds the marks of a list

Strip = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of print, or the part of it that stands in one column; its words from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words side by side."""
        return " ".join(w.text for w in self.words)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(w.right for w in self.words)

    @property
    def middle(self) -> float:
        """Its height on the page; a word with a tall mark does not move it."""
        return median((w.top + w.bottom) / 2 for w in self.words)

    def gaps(self, gutter: Strip) -> tuple[float, list[float]]:
        """The gap between the words on the two sides of a gutter (0 where there are none), and the other gaps."""
        across, others = 0.0, []
        for a, b in pairwise(self.words):
            if a.right <= gutter[0] + 1 and b.left >= gutter[1] - 1:
                across = b.left - a.right
            else:
                others.append(max(b.left - a.right, 0.0))
        return across, others


@dataclass(frozen=True, slots=True)
class _Band:
    """The words at one height of the page, and the upright strips that they leave free, outer margins included."""

    words: tuple[Word, ...]
    free: tuple[Strip, ...]
    top: float
    bottom: float


def in_reading_order(words: Sequence[Word]) -> list[Printed]:
    """The lines of a page: top to bottom, and where two columns stand side by side, the left one first."""
    if not words:
        return []
    height = usual_height(words)
    bands = _bands(words, height)
    lines: list[Printed] = []
    at = 0
    while at < len(bands):
        end, gutter = _block(bands, at, height)
        found = [w for band in bands[at:end] for w in band.words]
        if gutter is None:
            lines.extend(piece for line in in_lines(found) for piece in _pieces(line, height))
        else:
            left = [w for w in found if w.right <= gutter[1]]
            lines.extend(in_lines(left))
            lines.extend(in_lines(w for w in found if w.right > gutter[1]))
        at = end
    return lines


def usual_height(words: Sequence[Word]) -> float:
    """The height of the page's usual word."""
    return median(w.height for w in words) if words else 0.0


def _bands(words: Iterable[Word], height: float) -> list[_Band]:
    """Lines that overlap in height, directly or through others, are one band."""
    grown: list[list[Word]] = []
    low = 0.0
    for line in in_lines(words):
        if not grown or line.middle - height * _HALF >= low:
            grown.append([])
            low = line.middle + height * _HALF
        grown[-1].extend(line.words)
        low = max(low, line.middle + height * _HALF)
    return [_Band(tuple(g), _free(g), min(_middle(w) for w in g), max(_middle(w) for w in g)) for g in grown]


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2


def _free(words: Iterable[Word]) -> tuple[Strip, ...]:
    """The strips that no word stands in, from the left margin to the right."""
    strips: list[Strip] = []
    at = float("-inf")
    for word in sorted(words, key=lambda w: w.left):
        if word.left > at:
            strips.append((at, word.left))
        at = max(at, word.right)
    return (*strips, (at, float("inf")))


def _block(bands: Sequence[_Band], at: int, height: float) -> tuple[int, Strip | None]:
    """How many bands from `at` on belong together, and the gutter between their two columns, if they have two."""
    best: tuple[int, Strip] | None = None
    # a line or two of one column may stand higher than the other column begins
    for first in range(at, min(at + 4, len(bands))):
        if first > at and bands[first].top - bands[first - 1].bottom > _NEXT_LINE * height:
            break
        for strip in bands[first].free[1:-1]:
            shared = _shared(bands[at : first + 1], strip, height)
            if shared is None or any(_two_sided(band, shared) for band in bands[at:first]):
                continue
            if _is_word_gap(bands[first : first + 1], shared, _WORD_GAPS):
                continue
            end, gutter = _down(bands, first + 1, shared, height)
            if (best is None or end > best[0]) and _are_columns(bands[at:end], gutter, height):
                best = end, gutter
        if best is not None:
            return best
    return at + 1, None


def _shared(bands: Sequence[_Band], strip: Strip, height: float) -> Strip | None:
    """What all bands leave free of a strip, if it is wide enough to part columns."""
    for band in bands:
        common = [(max(strip[0], a), min(strip[1], b)) for a, b in band.free]
        strip = max(common, key=lambda s: s[1] - s[0])
        if strip[1] - strip[0] < _GUTTER * height:
            return None
    return strip


def _down(bands: Sequence[_Band], end: int, gutter: Strip, height: float) -> tuple[int, Strip]:
    """Goes on as long as the bands leave the gutter free; what is on one side only must follow closely."""
    while end < len(bands):
        shared = _shared(bands[end : end + 1], gutter, height)
        distance = bands[end].top - bands[end - 1].bottom
        if shared is None or _is_word_gap(bands[end : end + 1], shared, _WORD_GAPS):
            break
        if distance > (_NEXT_PART if _two_sided(bands[end], shared) else _NEXT_LINE) * height:
            break
        gutter = shared
        end += 1
    return end, gutter


def _two_sided(band: _Band, gutter: Strip) -> bool:
    return any(w.right <= gutter[0] + 1 for w in band.words) and any(w.left >= gutter[1] - 1 for w in band.words)


def _are_columns(bands: Sequence[_Band], gutter: Strip, height: float) -> bool:
    """Whether the two sides are to be read one after the other, and not line by line as lists and tables are."""
    left = in_lines(w for b in bands for w in b.words if w.right <= gutter[1])
    right = in_lines(w for b in bands for w in b.words if w.right > gutter[1])
    both = sum(_two_sided(band, gutter) for band in bands)
    if min(len(left), len(right)) < 1 or max(len(left), len(right)) < 2:
        return False
    if both < 2 and gutter[1] - gutter[0] < _SURE_GUTTER * height:
        return False  # a single line set wide, or two of its words far apart
    wide = [line for line in left if line.right - line.left > _MARK * height]
    labels = sum(line.text.endswith(":") for line in left)
    if len(wide) * 2 < len(left) or (labels * 2 > len(left) and labels > 1):
        return False
    sure = _WORD_GAPS if both > 2 else 2 * _WORD_GAPS  # two lines may happen to have a wide gap at one place
    return not (_is_word_gap(bands, gutter, sure) or _has_more_columns(bands, gutter, height))


def _is_word_gap(bands: Sequence[_Band], gutter: Strip, times: float) -> bool:
    """Whether the gutter is hardly wider than the gaps beside it: lines set wide, whose gaps happen to meet."""
    gaps = [line.gaps(gutter) for band in bands for line in in_lines(band.words)]
    ratios = [across / max(median(others), 1.0) for across, others in gaps if across and others]
    return bool(ratios) and median(ratios) < times


def _has_more_columns(bands: Sequence[_Band], gutter: Strip, height: float) -> bool:
    """Whether each line has a second wide gap at the same place: a table without ruled lines."""
    both = [band for band in bands if _two_sided(band, gutter)]
    if len(both) < 3:
        return False
    strips = [s for s in both[0].free[1:-1] if s[1] <= gutter[0] or s[0] >= gutter[1]]
    return any(_shared(both, strip, height * 1.5) for strip in strips)


def in_lines(words: Iterable[Word]) -> list[Printed]:
    """The lines of one column from top to bottom: what the engine took for a line, and pieces beside each other."""
    by_line: dict[int, list[Word]] = {}
    for word in words:
        by_line.setdefault(word.line, []).append(word)
    found = sorted((_printed(line) for line in by_line.values()), key=lambda line: line.middle)
    merged: list[Printed] = []
    for line in found:
        if merged and _beside(merged[-1], line):
            merged[-1] = _printed([*merged[-1].words, *line.words])
        else:
            merged.append(line)
    return merged


def _beside(a: Printed, b: Printed) -> bool:
    lower = min(usual_height(a.words), usual_height(b.words))
    over = any(v.left < w.right - 2 and w.left < v.right - 2 for v in a.words for w in b.words)
    return abs(a.middle - b.middle) < _SAME_LINE * lower and not over


def _pieces(line: Printed, height: float) -> list[Printed]:
    """A line cut where two of its words stand far apart: number on the left, place and date on the right."""
    gaps = [b.left - a.right for a, b in pairwise(line.words)]
    usual = median(gaps) if len(gaps) > 2 else 0.0
    pieces: list[list[Word]] = [[line.words[0]]]
    for gap, word in zip(gaps, line.words[1:], strict=True):
        label = pieces[-1][-1].text.endswith(":")
        if gap > max(_APART * height, _WORD_GAPS * usual) and not label:
            pieces.append([])
        pieces[-1].append(word)
    marks = any(p[-1].right - p[0].left < _MARK * height for p in pieces)
    return [line] if marks else [_printed(p) for p in pieces]


def _printed(words: Iterable[Word]) -> Printed:
    return Printed(tuple(sorted(words, key=lambda w: w.left)))
