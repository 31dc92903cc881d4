"""Pieces of lines to a page's lines in reading order, with an empty line where a paragraph ends by its looks.

Knows nothing of files or of what a page is about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ingest.lines import Line
from ingest.pdf.tables import Table
from ingest.pdf.turned import OnPage
from ingest.pdf.words import Piece
from ingest.structure.marks import opens_unit

_MARK = re.compile(r"^(?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2})*[a-zđ]?|dd|[a-zđ]\d?)\s*[.)/\-]$|^[-–+•▪➢□✓*○]$")
_FAR = 8.0  # of the type's size: what follows a mark stands no further away
_SLANTED = 2.0  # degrees
_HUGE = 2.5  # of the page's usual size: writing over which the page's text is printed
_LEADING = 1.35  # of the usual distance between lines: more is a new paragraph
_INDENT = 0.9  # of the type's size
_EDGE = 4  # lines of a header or footer
_LOOK = 10  # lines before and after, to see where their column ends


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A piece of a line or a table, where it stands, and its place in the page's stream."""

    first: int
    box: tuple[float, float, float, float]
    content: Piece | Table


def shown(pieces: Sequence[Piece]) -> list[Piece]:
    """Without what is printed across the page: slanted writing, and huge writing that other lines stand on."""
    level = [p for p in pieces if min(p.angle % 90, 90 - p.angle % 90) <= _SLANTED]
    if not level:
        return []
    usual = median(p.size for p in level for _ in p.words)
    return [p for p in level if p.size < _HUGE * usual or not _written_over(p, level, usual)]


def _written_over(huge: Piece, pieces: Sequence[Piece], usual: float) -> bool:
    return any(p.size <= 1.5 * usual and _overlap(huge.box, p.box) > 0.3 for p in pieces)


def _overlap(a: Sequence[float], b: Sequence[float]) -> float:
    """The share of b that lies in a."""
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    area = (b[2] - b[0]) * (b[3] - b[1])
    return max(width, 0.0) * max(height, 0.0) / area if area > 0 else 0.0


def in_order(blocks: Sequence[Block]) -> list[Block]:
    """In the stream's order; but headers and footers, often printed before or after the rest, go where they stand, and
    a stream without any order is read from the top.
    """
    rest = sorted(blocks, key=lambda b: b.first)
    if _is_shuffled(rest):
        rest.sort(key=lambda b: (round(min(b.box[3], b.box[1] + 20)), b.box[0]))
    above: list[Block] = []
    while len(rest) > 1 and _is_above(rest[:1], rest[1:]):
        above.append(rest.pop(0))
    for many in range(min(_EDGE, len(rest) - 1), 0, -1):
        if _is_above(rest[many:], rest[:many]):  # a footer that was printed first
            rest = rest[many:] + rest[:many]
            break
    for many in range(min(_EDGE, len(rest) - 1), 0, -1):
        if _is_above(rest[-many:], rest[:-many] + above):  # a header that was printed last
            return rest[-many:] + above + rest[:-many]
    return above + rest


def _is_above(blocks: Sequence[Block], others: Sequence[Block]) -> bool:
    return max(b.box[3] for b in blocks) <= min(o.box[1] for o in others) + 1


def _is_shuffled(ordered: Sequence[Block]) -> bool:
    """Whether the stream jumps up and down inside one column most of the time."""
    jumps = sum(
        b.box[3] < a.box[1] and min(a.box[2], b.box[2]) - max(a.box[0], b.box[0]) > 0.5 * (b.box[2] - b.box[0])
        for a, b in zip(ordered, ordered[1:], strict=False)
    )
    return jumps > 0.6 * (len(ordered) - 1) or (jumps > 6 and jumps > 0.25 * len(ordered))


def with_marks_joined(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that make one line: a mark and what a tab parts from it, a blank number and its sign (Số:    /QĐ-UBND)."""
    lines: list[list[Piece]] = []
    for piece in pieces:
        last = lines[-1][-1] if lines else None
        if last is not None and _beside(last, piece) and (_MARK.match(last.text) or piece.text.startswith("/")):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _beside(a: Piece, b: Piece) -> bool:
    level = abs(a.baseline - b.baseline) <= 0.3 * max(a.size, b.size) and a.angle == b.angle
    return level and 0 <= b.start - a.stop <= _FAR * b.size


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    first_word: float


def lines_of(pieces: Sequence[Piece], page: OnPage) -> list[Line]:
    """The lines of pieces in reading order, an empty one before each that begins anew by its looks."""
    joined = with_marks_joined(pieces)
    rows = [_row_of(parts) for parts in joined]
    pitch = _pitch(rows)
    lines: list[Line] = []
    for at, parts in enumerate(joined):
        if at and _begins(rows, at, pitch):
            lines.append(Line("", page=page.number))
        words = [w for p in parts for w in p.words]
        lines.append(
            Line(" ".join(w.text for w in words), page=page.number, boxes=tuple((page.box(w.box),) for w in words))
        )
    return lines


def _row_of(parts: Sequence[Piece]) -> _Row:
    boxes = [p.box for p in parts]
    word = parts[0].words[0].box
    return _Row(
        text=" ".join(p.text for p in parts),
        left=min(b[0] for b in boxes),
        right=max(b[2] for b in boxes),
        top=min(b[1] for b in boxes),
        bottom=max(b[3] for b in boxes),
        size=max(p.size for p in parts),
        first_word=word[2] - word[0],
    )


def _pitch(rows: Sequence[_Row]) -> float:
    """The usual distance from line to line, in sizes of type."""
    steps = [
        (b.bottom - a.bottom) / b.size
        for a, b in zip(rows, rows[1:], strict=False)
        if 0 < b.bottom - a.bottom < 4 * b.size and abs(a.size - b.size) < 0.1 * b.size
    ]
    return max(1.0, min(2.0, median(steps))) if steps else 1.2


def _begins(rows: Sequence[_Row], at: int, pitch: float) -> bool:
    """Whether a line stands apart from the one before it: by a gap, an indent, or because that one ended early."""
    above, here = rows[at - 1], rows[at]
    down = here.bottom - above.bottom
    if down < -5 * here.size:  # the top of the next column: its words tell whether they go on
        return here.left < above.right
    if down < 0.3 * here.size or down > _LEADING * pitch * max(here.size, above.size):
        return True
    if min(above.right, here.right) <= max(above.left, here.left):
        return True  # not below it
    if abs((above.left + above.right) - (here.left + here.right)) < here.size:
        return False  # centred
    indent = here.left - above.left
    if indent > _INDENT * here.size and not opens_unit(above.text):
        return True
    return _ended_early(rows, at)


def _ended_early(rows: Sequence[_Row], at: int) -> bool:
    """Whether the next line's first word would have had room."""
    above, here = rows[at - 1], rows[at]
    left = min(above.left, here.left)
    near = [r for r in rows[max(0, at - _LOOK) : at + _LOOK] if abs(r.left - left) < 5 * here.size]
    full = sorted(r.right for r in near)
    if len(full) < 4 or full[-1] - left < 10 * here.size:
        return False
    return above.right + here.first_word + 0.8 * here.size < full[-2]
