"""Tables that run over several pages as one: repeated headers dropped, rows that a page's end cut put together.

Knows nothing of files.
"""

from collections.abc import Sequence
from dataclasses import replace

from corpus.folding import fold
from ingest.lines import Line
from ingest.pdf.tables import Cell, Table, TableRow, text_of

Printed = Line | Table

_SAME_COLUMN = 0.012  # of the page's width
_HIGH = 0.35  # a table that goes on begins in this part of its page


def stitched(pages: Sequence[Sequence[Printed]]) -> list[Printed]:
    """What the pages hold, one after the other, tables that go on over a page's end in one."""
    done: list[Printed] = []
    for printed in pages:
        first = next((i for i, p in enumerate(printed) if not _is_gap(p)), None)
        last = next((i for i in range(len(done) - 1, -1, -1) if not _is_gap(done[i])), None)
        if first is not None and last is not None:
            table, following = done[last], printed[first]
            if isinstance(table, Table) and isinstance(following, Table) and _goes_on(table, following):
                # a form has other columns on every page: one table all the same, whose header was given already
                same = len(table.columns) == len(following.columns)
                parts = [_one(table, following)] if same else [table, replace(following, titles=0, heads=0)]
                done[last:] = parts
                printed = printed[first + 1 :]
        done.extend(printed)
    return done


def _is_gap(printed: Printed) -> bool:
    return isinstance(printed, Line) and not printed.text


def _goes_on(table: Table, following: Table) -> bool:
    if following.top > _HIGH:
        return False
    ours, theirs = table.columns, following.columns
    if len(ours) != len(theirs):
        ours, theirs = (ours[0], ours[-1]), (theirs[0], theirs[-1])
    shift = theirs[0] - ours[0]  # left and right pages have other margins
    return all(abs(b - a - shift) <= _SAME_COLUMN for a, b in zip(ours, theirs, strict=True))


def _one(table: Table, following: Table) -> Table:
    rows = list(following.rows)
    for begin in (0, table.titles):  # the header comes again with its titles, or without
        again = [_said(r) for r in table.rows[begin : table.titles + table.heads]]
        if again and [_said(r) for r in rows[: len(again)]] == again:
            rows = rows[len(again) :]
            break
    if rows and _is_body(table) and _is_rest(table.rows[-1], rows[0]):
        above = table.rows[-1]
        cells = tuple(a + b for a, b in zip(above.cells, rows[0].cells, strict=True))
        table = replace(table, rows=(*table.rows[:-1], replace(above, cells=cells)))
        rows = rows[1:]
    elif rows and _is_body(table):
        rows = _filled(table.rows[-1], rows)
    return replace(table, rows=(*table.rows, *rows), columns=following.columns)


def _is_body(table: Table) -> bool:
    return len(table.rows) > table.titles + table.heads and not table.rows[-1].whole


def _said(r: TableRow) -> list[str]:
    return [fold(text_of(c)) for c in r.cells]


def _is_rest(above: TableRow, r: TableRow) -> bool:
    """Whether a page's first row is the rest of the row above: it opens with empty cells, and runs on."""
    if r.whole or r.cells[0] or not any(r.cells):
        return False
    leading = next(i for i, cell in enumerate(r.cells) if cell)
    if any(cell and text_of(cell)[0].islower() for cell in r.cells):
        return True
    return not all(r.cells[leading:]) and any(above.cells[:leading])


def _filled(above: TableRow, rows: list[TableRow]) -> list[TableRow]:
    """The rows with what a cell says that was merged down from the page before."""
    carried: list[Cell] = list(above.cells)
    leading = next((i for i, cell in enumerate(rows[0].cells) if cell), 0)
    carried = [cell if i < leading else () for i, cell in enumerate(carried)]
    done = []
    for number, r in enumerate(rows):
        opened = r.open if number else (True,) * len(r.cells)
        carried = [c if o and not cell else () for c, o, cell in zip(carried, opened, r.cells, strict=True)]
        cells = tuple(cell or c for cell, c in zip(r.cells, carried, strict=True))
        done.append(r if r.whole else replace(r, cells=cells))
        if r.whole:
            carried = [()] * len(carried)
    return done
