"""Ruled tables on a straight page: where the lines are, and which cells they make. Knows nothing of words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Ink = NDArray[np.bool_]
Grey = NDArray[np.uint8]
# in heights of the page's usual letter
_SHORTEST = 3.0  # a ruled line is at least that long, no stroke of a letter is
_THICKEST = 0.6
_MEET = 0.6  # lines that come so near each other meet
_MOST = 1500  # ruled lines on a page
_FAINT = 40  # of 255: a thin line, straightened, is grey rather than black
_FAINTEST = 30  # of 255, in the mean of a few pixels
_WHOLE = 0.85  # of a line's length shows ink; specks and weak toner may leave gaps
_CONTRAST = 10  # of 255: by so much a line is darker than what is beside it
_STRETCH = 60  # pixels, over which a line is straight and level enough
_DRAWN = 0.6  # of a cell's side: less is no line between two cells


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: its place across, and from where to where it runs; in pixels."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The ruled lines of a page."""

    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, its edges in pixels, and the first and last row and column of the grid that it takes up."""

    left: float
    top: float
    right: float
    bottom: float
    rows: tuple[int, int]
    columns: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its cells, how many rows and columns there are where nothing is merged, and the lines that make it."""

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    level: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()

    @property
    def top(self) -> float:
        """The upper edge."""
        return min(c.top for c in self.cells)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return max(c.bottom for c in self.cells)


def rules(grey: Grey, letter: float) -> Rules:
    """The ruled lines of a straight page."""
    paper = float(np.median(grey))
    shortest, thickest = max(12, round(letter * _SHORTEST)), max(3, round(letter * _THICKEST))
    level = _runs(_along(grey, paper), shortest, thickest)
    upright = _runs(_along(grey.T, paper), shortest, thickest)
    if len(level) + len(upright) > _MOST:  # hatching, a photograph, a drawing: no table
        return Rules((), ())
    return Rules(tuple(level), tuple(upright))


def grids(found: Rules, grey: Grey, letter: float) -> list[Grid]:
    """The tables that ruled lines make: at least two rows of two cells.

    `grey` is the page with its seals: taking them out leaves gaps in the lines, and leaving them in makes lines of
    their rings, so lines are found without and followed with them.
    """
    near = max(4.0, letter * _MEET)
    tables = [_grid(level, upright, grey, near) for level, upright in _meeting(found, near)]
    return sorted((t for t in tables if t is not None), key=lambda t: t.top)


def without_lines(grey: Grey, tables: Sequence[Grid], letter: float) -> Grey:
    """The page with its tables' lines painted over: else they are taken for letters."""
    bare, half = grey.copy(), max(2, round(letter * _THICKEST / 4))
    for table in tables:
        for rule in table.level:
            bare[_around(rule.at, half), round(rule.start) : round(rule.end)] = 255
        for rule in table.upright:
            bare[round(rule.start) : round(rule.end), _around(rule.at, half)] = 255
    return bare


def _around(at: float, half: int) -> slice:
    return slice(max(0, round(at) - half), round(at) + half + 1)


def _along(grey: Grey, paper: float) -> Ink:
    """Ink, a little evened out along the second axis: a thin line at a low resolution drowns in the scanner's noise."""
    mean = ndimage.uniform_filter1d(grey, 5, axis=1)
    ink: Ink = (grey < paper - _FAINT) | (mean < paper - _FAINTEST)
    return ink


def _runs(dark: Ink, shortest: int, thickest: int) -> list[Rule]:
    """Long thin runs of ink along the second axis."""
    thick = ndimage.maximum_filter1d(dark.view(np.uint8), 3, axis=0)  # a line a little askew steps from row to row
    share = ndimage.uniform_filter1d(thick.astype(np.float32), shortest, axis=1)
    core = ndimage.maximum_filter1d((share > _WHOLE).view(np.uint8), shortest, axis=1).astype(bool)
    labels, _ = ndimage.label(core & thick.astype(bool), np.ones((3, 3), int))
    found: list[Rule] = []
    for box in ndimage.find_objects(labels):
        high, wide = box[0].stop - box[0].start, box[1].stop - box[1].start
        if wide >= shortest and high <= thickest + 2 + wide / 200:
            found.append(Rule((box[0].start + box[0].stop) / 2, box[1].start, box[1].stop))
    return found


def _meeting(found: Rules, near: float) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines that meet, directly or through others."""
    left = [(rule, True) for rule in found.level] + [(rule, False) for rule in found.upright]
    while left:
        group, waiting = [], [left.pop()]
        while waiting:
            one = waiting.pop()
            group.append(one)
            joined = [other for other in left if _meet(one, other, near)]
            left = [other for other in left if other not in joined]
            waiting.extend(joined)
        yield [r for r, is_level in group if is_level], [r for r, is_level in group if not is_level]


def _meet(a: tuple[Rule, bool], b: tuple[Rule, bool], near: float) -> bool:
    if a[1] == b[1]:
        return False
    one, other = a[0], b[0]
    return one.start - near <= other.at <= one.end + near and other.start - near <= one.at <= other.end + near


def _grid(level: list[Rule], upright: list[Rule], grey: Grey, near: float) -> Grid | None:
    ys, xs = _places(level, near), _places(upright, near)
    # a stroke across a line: what parts no two cells is no line of the table
    ys = [y for y in ys if any(_drawn(grey, y, span) for span in pairwise(xs))]
    xs = [x for x in xs if any(_drawn(grey.T, x, span) for span in pairwise(ys))]
    if len(ys) < 3 or len(xs) < 3:
        return None
    cells: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place, first in _owners(xs, ys, grey).items():
        cells.setdefault(first, []).append(place)
    found = tuple(_cell(places, xs, ys) for places in cells.values())
    own = [tuple(r for r in rs if min(abs(r.at - p) for p in ps) <= near) for rs, ps in ((level, ys), (upright, xs))]
    return Grid(found, len(ys) - 1, len(xs) - 1, *own) if len(cells) > 3 else None


def _owners(xs: list[float], ys: list[float], grey: Grey) -> dict[tuple[int, int], tuple[int, int]]:
    """For each place of the grid the first place of the cell that covers it."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for r in range(len(ys) - 1):
        for c in range(len(xs) - 1):
            above, beside = owner.get((r - 1, c)), owner.get((r, c - 1))
            if beside is not None and not _drawn(grey.T, xs[c], (ys[r], ys[r + 1])):
                owner[r, c] = beside
            elif above is not None and not _drawn(grey, ys[r], (xs[c], xs[c + 1])):
                owner[r, c] = above
            else:
                owner[r, c] = (r, c)
    return owner


def _cell(places: list[tuple[int, int]], xs: list[float], ys: list[float]) -> Cell:
    rows, columns = [r for r, _ in places], [c for _, c in places]
    first, last, low, high = min(rows), max(rows), min(columns), max(columns)
    return Cell(xs[low], ys[first], xs[high + 1], ys[last + 1], (first, last), (low, high))


def _places(found: list[Rule], near: float) -> list[float]:
    """Where lines stand, those of one row or column of lines as one."""
    groups: list[list[Rule]] = []
    for rule in sorted(found, key=lambda r: r.at):
        if groups and rule.at - groups[-1][-1].at <= near:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return [float(np.mean([r.at for r in group])) for group in groups]


def _drawn(grey: Grey, at: float, span: tuple[float, float]) -> bool:
    """Whether a level line stands there for most of the span: a thin dark strip with lighter ones on both sides."""
    start, end, y = round(span[0]) + 3, round(span[1]) - 3, round(at)
    if end - start < 8 or y < 8 or y > grey.shape[0] - 9:
        return end - start < 8 and y > 0
    shown = [_shown(grey[y - 8 : y + 9, x : min(x + _STRETCH, end)]) for x in range(start, end, _STRETCH)]
    return float(np.mean(shown)) > _DRAWN


def _shown(strip: Grey) -> float:
    """The share of a short strip, 17 pixels high, that a line runs through near its middle."""
    even = ndimage.uniform_filter1d(strip.astype(np.float32), 7, axis=1)
    pairs = (even[5:11] + even[6:12]) / 2  # two rows: lines are seldom thinner, and noise is evened out
    darkest = 5 + int(pairs.mean(axis=1).argmin())
    beside = np.minimum(even[darkest - 4 : darkest - 2].mean(axis=0), even[darkest + 4 : darkest + 6].mean(axis=0))
    return float((beside - pairs[darkest - 5] > _CONTRAST).mean())
