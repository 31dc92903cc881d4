"""Characters to pieces of lines: which belong together, and in which order. Knows nothing of words or pages.

The stream's order alone breaks where a font lacks letters (they are printed after the others), position alone breaks
where a page has columns; a piece is a run of characters on one baseline that no wide gap cuts.
"""

import unicodedata
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.pdf.glyphs import Glyphs
from ingest.pdf.joined_up import top

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Marks = NDArray[np.bool_]

# in widths of the type's size
_BASELINE = 0.25  # characters this near in height stand on one line
_RAISED = 0.6  # a footnote's mark stands this far off its line at most
_LARGER = 2.5  # times: type next to a footnote's mark
_COLUMN = 2.0  # a wider gap cuts a line in pieces
_BESIDE = 0.9  # runs that the stream does not give one after the other belong together up to this gap
SPACE = 0.14  # a gap wider than its line's usual one by this is a space, printed or not


@dataclass(frozen=True, slots=True)
class Frame:
    """The characters as if the writing were level: extent along it, height of the baseline."""

    left: Floats
    right: Floats
    base: Floats
    region: Ints
    space: Marks
    mark: Marks


def frame_of(glyphs: Glyphs, regions: Ints) -> Frame:
    """The characters as if the writing were level."""
    turn = np.radians(glyphs.angles)
    cos, sin = np.cos(turn), np.sin(turn)
    left, top, right, bottom = glyphs.boxes.T
    along = np.stack([x * cos + y * sin for x in (left, right) for y in (top, bottom)])
    base = -glyphs.bases[:, 0] * sin + glyphs.bases[:, 1] * cos
    space = np.array([t.isspace() for t in glyphs.text], dtype=bool)
    mark = np.array([t > "\u02ff" and unicodedata.category(t[0]) == "Mn" for t in glyphs.text], dtype=bool)
    return Frame(along.min(axis=0), along.max(axis=0), base, regions, space, mark)


def order_of(glyphs: Glyphs, frame: Frame, printed: Ints) -> tuple[Ints, Ints]:
    """The characters in reading order, and for each the piece it belongs to (pieces are numbered in that order)."""
    a, b = printed[:-1], printed[1:]
    size = np.maximum(glyphs.sizes[a], glyphs.sizes[b])
    gap = frame.left[b] - frame.right[a]
    back = frame.left[b] < frame.left[a] - 0.3 * size
    off = np.abs(frame.base[b] - frame.base[a]) > _BASELINE * size
    cut = (back | off | (gap > _COLUMN * size)) & ~frame.mark[b]
    parted = (frame.region[a] != frame.region[b]) | (glyphs.angles[a] != glyphs.angles[b])
    cut |= parted
    cut &= ~_spread(cut, (gap > _COLUMN * size) & ~parted, gap > SPACE * size)
    opens = np.concatenate([[0], np.flatnonzero(cut) + 1])
    run = np.searchsorted(printed[opens], np.arange(len(glyphs)), side="right") - 1
    run = np.maximum(run, 0)  # spaces before the first letter
    piece_of_run, several = _merged(glyphs, frame, printed, opens)
    piece = piece_of_run[run]
    key = np.arange(len(glyphs), dtype=float)
    loose = several[piece]
    if loose.any():
        key[loose] = _positions(frame)[loose]
    order = np.lexsort((key, piece))
    return order, piece[order]


def _spread(cut: Marks, wide: Marks, spaced: Marks) -> Marks:
    """The wide gaps of lines whose words all stand wide apart (a justified line that was broken by hand)."""
    found = np.zeros(len(cut), dtype=bool)
    if not wide.any():
        return found
    ends = np.append(np.flatnonzero(cut & ~wide), len(cut))
    begin = 0
    for end in ends:
        gaps, apart = wide[begin:end], spaced[begin:end]
        if gaps.sum() >= 3 and gaps.sum() > 0.7 * apart.sum():
            found[begin:end] = gaps
        begin = end + 1
    return found


def _positions(frame: Frame) -> Floats:
    """Where each character stands along its line; a combining mark stands with the letter before it in the stream."""
    place = frame.left.copy()
    for i in np.flatnonzero(frame.mark):
        place[i] = place[i - 1] + 1e-6 if i else place[i]
    return place


def _merged(glyphs: Glyphs, frame: Frame, printed: Ints, opens: Ints) -> tuple[Ints, Marks]:
    """For each run the piece that it is part of, and which pieces are made of several runs."""
    left = np.minimum.reduceat(frame.left[printed], opens)
    right = np.maximum.reduceat(frame.right[printed], opens)
    size = np.maximum.reduceat(glyphs.sizes[printed], opens)
    base, region, angle = frame.base[printed][opens], frame.region[printed][opens], glyphs.angles[printed][opens]
    parent = list(range(len(opens)))

    by_base = np.argsort(base, kind="stable")
    for at, i in enumerate(by_base):
        near = by_base[
            at + 1 : at + 1 + int(np.searchsorted(base[by_base[at + 1 :]], base[i] + _RAISED * _LARGER * size[i]))
        ]
        near = near[(region[near] == region[i]) & (angle[near] == angle[i])]
        big, small = np.maximum(size[near], size[i]), np.minimum(size[near], size[i])
        off = base[near] - base[i]
        gap = np.maximum(left[near], left[i]) - np.minimum(right[near], right[i])
        level = (off <= _BASELINE * small) & (gap <= _BESIDE * small) & (big <= 1.6 * small)
        raised = (off <= _RAISED * big) & (np.abs(gap) <= 0.3 * big) & (small < 0.8 * big) & (big <= _LARGER * small)
        for j in near[level | raised]:
            low, high = sorted((top(parent, int(i)), top(parent, int(j))))
            parent[high] = low
    roots = [top(parent, i) for i in range(len(opens))]
    names, piece, counts = np.unique(roots, return_inverse=True, return_counts=True)
    return piece.astype(np.int64), counts > 1
