"""Ruling lines to the grids that they make, merged cells included. Knows nothing of text or of files.

All measures are points from the top left. A wall that is missing between two cells makes them one.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.pdf.joined_up import top

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_SHORT = 6.0  # shorter lines are underlines of a letter, marks, dots
_NEAR = 2.5  # lines this near are one line
_REACH = 4.0  # lines this near meet; what is drawn in dashes has no wider gaps
_OPEN = 12.0  # rules that reach this far over the outermost one: the border was left out
_MOST = 4_000  # lines: more are a drawing
_MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines between columns and rows, and for each row and column which cell is there (-1: outside)."""

    xs: Floats
    ys: Floats
    cells: Ints

    def cell_at(self, x: Floats, y: Floats) -> Ints:
        """The cells in which points lie, -1 for those outside."""
        column = np.searchsorted(self.xs, x) - 1
        line = np.searchsorted(self.ys, y) - 1
        rows, columns = self.cells.shape
        inside = (column >= 0) & (column < columns) & (line >= 0) & (line < rows)
        found = np.full(len(x), -1)
        found[inside] = self.cells[line[inside], column[inside]]
        return found


def grids_of(lines: Floats) -> list[Grid]:
    """The grids of at least two columns that lines (left, top, right, bottom) make, from top to bottom."""
    level = lines[(lines[:, 2] - lines[:, 0] > _SHORT) & (lines[:, 3] - lines[:, 1] < _NEAR)]
    upright = lines[(lines[:, 3] - lines[:, 1] > _SHORT) & (lines[:, 2] - lines[:, 0] < _NEAR)]
    if len(level) < 2 or len(upright) < 1 or len(level) + len(upright) > _MOST:
        return []
    across = _joined(level[:, [1, 0, 2]])
    down = _joined(upright[:, [0, 1, 3]])
    grids = [_grid(across[a], down[d]) for a, d in _connected(across, down)]
    return sorted((g for g in grids if g is not None), key=lambda g: (g.ys[0], g.xs[0]))


def _joined(rules: Floats) -> Floats:
    """Rules (where, from, to): those on one line and touching as one."""
    rules = rules[np.lexsort((rules[:, 1], rules[:, 0]))]
    found: list[list[float]] = []
    for group in np.split(rules, np.flatnonzero(np.diff(rules[:, 0]) > _NEAR) + 1):
        where = float(np.median(group[:, 0]))
        for _, start, stop in group[np.argsort(group[:, 1], kind="stable")].tolist():
            if found and found[-1][0] == where and start <= found[-1][2] + _REACH:
                found[-1][2] = max(found[-1][2], stop)
            else:
                found.append([where, start, stop])
    return np.array(found)


def _connected(across: Floats, down: Floats) -> list[tuple[Ints, Ints]]:
    """Which rules touch each other, directly or over others."""
    meet = (
        (across[:, None, 1] <= down[None, :, 0] + _REACH)
        & (across[:, None, 2] >= down[None, :, 0] - _REACH)
        & (down[None, :, 1] <= across[:, None, 0] + _REACH)
        & (down[None, :, 2] >= across[:, None, 0] - _REACH)
    )
    found = []
    left = meet.any(axis=1)
    while left.any():
        a: NDArray[np.bool_] = np.zeros(len(across), dtype=bool)
        a[np.flatnonzero(left)[0]] = True
        while True:
            d = meet[a].any(axis=0)
            wider: NDArray[np.bool_] = np.asarray(meet[:, d].any(axis=1))
            if (wider == a).all():
                break
            a = wider
        left &= ~a
        found.append((np.flatnonzero(a), np.flatnonzero(d)))
    return found


def _grid(across: Floats, down: Floats) -> Grid | None:
    across, down = _closed(across, down), _closed(down, across)
    ys, xs = np.unique(across[:, 0]), np.unique(down[:, 0])
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MOST_CELLS:
        return None
    floors = _walls(ys, across, (xs[:-1] + xs[1:]) / 2)  # between rows: [line, column]
    sides = _walls(xs, down, (ys[:-1] + ys[1:]) / 2)  # between columns: [line, row]
    return _without_idle_lines(Grid(xs, ys, _cells(floors, sides.T)))


def _closed(rules: Floats, others: Floats) -> Floats:
    """Rules with the outer borders that were left out: where the others run on beyond the outermost."""
    low, high = float(others[:, 1].min()), float(others[:, 2].max())
    if rules[:, 0].min() - low > _OPEN:
        rules = np.vstack([rules, [low, others[:, 0].min(), others[:, 0].max()]])
    if high - rules[:, 0].max() > _OPEN:
        rules = np.vstack([rules, [high, others[:, 0].min(), others[:, 0].max()]])
    return rules


def _walls(places: Floats, rules: Floats, middles: Floats) -> NDArray[np.bool_]:
    """Whether a rule stands at each place, beside each middle."""
    walls = np.zeros((len(places), len(middles)), dtype=bool)
    for where, start, stop in rules:
        walls[np.searchsorted(places, where)] |= (middles >= start) & (middles <= stop)
    return walls


def _cells(floors: NDArray[np.bool_], sides: NDArray[np.bool_]) -> Ints:
    """Numbers the cells: places with no wall between them are one; what is open to the outside is none."""
    rows, columns = sides.shape[0], floors.shape[1]
    parent = list(range(rows * columns + 1))
    outside = rows * columns

    def one(a: int, b: int) -> None:
        parent[top(parent, a)] = top(parent, b)

    for r in range(rows):
        for k in range(columns):
            here = r * columns + k
            if not floors[r, k]:
                one(here, here - columns if r else outside)
            if not sides[r, k]:
                one(here, here - 1 if k else outside)
            if r == rows - 1 and not floors[rows, k]:
                one(here, outside)
            if k == columns - 1 and not sides[r, columns]:
                one(here, outside)
    roots = [top(parent, i) for i in range(rows * columns)]
    numbers = {root: n for n, root in enumerate(r for r in dict.fromkeys(roots) if r != top(parent, outside))}
    return np.array([numbers.get(root, -1) for root in roots]).reshape(rows, columns)


def _without_idle_lines(grid: Grid) -> Grid | None:
    """Without the lines that part nothing (an underline inside a cell, a border drawn twice)."""
    rows = np.append(True, (np.diff(grid.cells, axis=0) != 0).any(axis=1))
    columns = np.append(True, (np.diff(grid.cells, axis=1) != 0).any(axis=0))
    cells = grid.cells[rows][:, columns]
    if cells.shape[1] < 2 or (cells >= 0).sum() < 2:
        return None
    return Grid(np.append(grid.xs[:-1][columns], grid.xs[-1]), np.append(grid.ys[:-1][rows], grid.ys[-1]), cells)
