"""The words of one page, and the tables ruled on it, to lines in reading order with their boxes.

Knows nothing of recognition or files.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from corpus.layout import Box
from ingest.lines import Line, row
from ingest.scans.image import Prepared
from ingest.scans.lines import Printed, in_lines, in_reading_order, usual_height
from ingest.scans.mend import date_words, is_filled_in, mended, number_words
from ingest.scans.tables import Cell, Grid
from ingest.scans.tesseract import Word

NO_WORD = 0.25  # what is less sure is dirt
_CRUMB = 0.45  # for signs, and for one or two letters that stand alone
_LOWEST = 0.45  # of the usual letter: what is lower is a mark without its letter
_RULES = set("|¦‖_~=—¬")  # what ruled lines and borders are taken for
_PARAGRAPH_GAP = 1.3  # of the usual distance between lines
_INDENT = (1.2, 6.0)  # of the usual word height
_DEEPEST_HEADER = 3  # rows
_BY_HAND = 0.5  # figures written by hand are read wrong as often as right, however sure the engine is


def lines_of_page(words: Sequence[Word], tables: Sequence[Grid], prepared: Prepared, page: int) -> list[Line]:
    """Everything on the page from top to bottom, a table as its rows."""
    left = [word for word in words if not _is_dirt(word, prepared.letter)]
    lines: list[Line] = []
    for table in tables:
        above = [w for w in left if (w.top + w.bottom) / 2 < table.top]
        inside = [w for w in left if table.top <= (w.top + w.bottom) / 2 <= table.bottom]
        left = [w for w in left if (w.top + w.bottom) / 2 > table.bottom]
        lines.extend(_with_gaps(above, prepared, page))
        lines.extend(_rows(table, inside, prepared, page))
    return [*lines, *_with_gaps(left, prepared, page)]


def confidence_of(words: Iterable[Word]) -> float:
    """The mean, long words counting more; 0 where there are none."""
    found = list(words)
    letters = sum(len(w.text) for w in found)
    return sum(w.confidence * len(w.text) for w in found) / letters if letters else 0.0


def within(cell: Cell, words: Iterable[Word]) -> list[Word]:
    """The words whose middle lies in a cell."""
    return [
        w
        for w in words
        if cell.left <= (w.left + w.right) / 2 <= cell.right and cell.top <= (w.top + w.bottom) / 2 <= cell.bottom
    ]


def _is_dirt(word: Word, letter: float) -> bool:
    if any(c.isalnum() for c in word.text):
        return word.confidence < NO_WORD or word.height < _LOWEST * letter
    return word.confidence < _CRUMB or set(word.text) <= _RULES


def _is_text(line: Printed) -> bool:
    said = [c for c in line.text if c.isalnum()]
    return bool(said) and not (len(said) <= 2 and max(w.confidence for w in line.words) < _CRUMB)


def _with_gaps(words: Sequence[Word], prepared: Prepared, page: int) -> list[Line]:
    """The lines, and an empty one where a paragraph visibly begins: after a gap, or indented."""
    printed = [line for line in in_reading_order(words) if _is_text(line)]
    if not printed:
        return []
    height = usual_height([w for line in printed for w in line.words])
    steps = [b.middle - a.middle for a, b in pairwise(printed)]
    usual = median([s for s in steps if 0.8 * height < s < 3 * height] or [2 * height])
    edges = min(p.left for p in printed), max(p.right for p in printed)
    lines = [_line(printed[0], prepared, page)]
    for before, line in pairwise(printed):
        follows = 0 < line.middle - before.middle < _PARAGRAPH_GAP * usual
        if not follows or _is_indented(before, line, edges, height):
            lines.append(Line("", page=page))
        lines.append(_line(line, prepared, page))
    return lines


def _is_indented(before: Printed, line: Printed, edges: tuple[float, float], height: float) -> bool:
    """Whether a line begins further in than the one before it, which begins at the margin; centred lines do too."""
    step = line.left - before.left
    centred = abs((line.left - edges[0]) - (edges[1] - line.right)) < 2 * height and step > 2 * height
    return before.left - edges[0] < height and _INDENT[0] * height < step < _INDENT[1] * height and not centred


def _line(printed: Printed, prepared: Prepared, page: int) -> Line:
    boxes = tuple((_box(w, prepared, page),) for w in printed.words)
    read = [w.text for w in printed.words]
    return Line(" ".join(mended(read)), page=page, boxes=boxes, confidence=_sureness(printed.words, read))


def _sureness(words: Sequence[Word], read: list[str]) -> float:
    """How sure a line is; one with the document's number or date as sure as its least sure figures."""
    span = number_words(read)
    figures = [words[i].confidence for i in (range(*span) if span else date_words(read))]
    if is_filled_in(read):
        figures.append(_BY_HAND)
    return min([confidence_of(words), *figures])


def _rows(table: Grid, words: Sequence[Word], prepared: Prepared, page: int) -> list[Line]:
    """A table's rows: a merged cell stands in each row and column that it takes up, one across all is a row itself."""
    filled = {cell: [w for line in in_lines(within(cell, words)) for w in line.words] for cell in table.cells}
    at = {
        (r, c): cell
        for cell in table.cells
        for r in range(cell.rows[0], cell.rows[1] + 1)
        for c in range(cell.columns[0], cell.columns[1] + 1)
    }
    rows = [[at[r, c] for c in range(table.columns)] for r in range(table.rows)]
    lines: list[Line] = []
    deep = _header_depth(rows, filled)
    if deep:
        lines.append(_row(_columns(rows[:deep]), filled, prepared, page, header=True))
    for cells in rows[deep:]:
        only_one = len(set(cells)) == 1
        lines.append(_row([[c] for c in (cells[:1] if only_one else cells)], filled, prepared, page, header=False))
    return [line for line in lines if any(line.cells)]


def _header_depth(rows: list[list[Cell]], filled: dict[Cell, list[Word]]) -> int:
    """How many rows the header has; 0 for a table that goes on from the page before."""
    first = ["".join(w.text for w in filled[cell]) for cell in rows[0]]
    if len(set(rows[0])) == 1 or not all(first) or any(text.strip(".)").isdigit() for text in first):
        return 0
    deep = 1 + max(cell.rows[1] for cell in rows[0])
    return deep if deep <= _DEEPEST_HEADER and deep < len(rows) else 1


def _columns(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The cells above each other in each column, a merged one once."""
    return [list(dict.fromkeys(row[c] for row in rows)) for c in range(len(rows[0]))]


def _row(
    columns: list[list[Cell]], filled: dict[Cell, list[Word]], prepared: Prepared, page: int, *, header: bool
) -> Line:
    words = [[w for cell in cells for w in filled[cell]] for cells in columns]
    boxes = [[_box(w, prepared, page)] for found in words for w in found]
    cells = [" ".join(w.text for w in found) for found in words]
    made = row(cells, page=page, header=header, boxes=boxes)
    return replace(made, confidence=confidence_of(w for found in words for w in found))


def _box(word: Word, prepared: Prepared, page: int) -> Box:
    """Upright in the picture as given: where the page was askew, the box around the turned word."""
    corners = [prepared.back(x, y) for x in (word.left, word.right) for y in (word.top, word.bottom)]
    across, down = [_inside(x) for x, _ in corners], [_inside(y) for _, y in corners]
    return Box(page, min(across), min(down), max(across), max(down))


def _inside(value: float) -> float:
    return min(max(value, 0.0), 1.0)
