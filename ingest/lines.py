"""What every reader gives: lines of text with what the format itself says of them. Knows nothing of meaning."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.document import PageSource
from corpus.layout import Box


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, heading or table row; for PDF and scans a printed line.

    `cells` holds a row's cells, `header` marks its table's first row. `boxes` is where the text stands: one entry for
    each word of `text.split()` (more than one box for a word broken over lines, none for a word that is not printed,
    such as the bars between cells); empty for formats without pages. `confidence` (0 to 1) is that of text recognition.
    """

    text: str
    kind: Literal["text", "heading", "row"] = "text"
    level: int = 0
    page: int | None = None
    cells: tuple[str, ...] = ()
    header: bool = False
    boxes: tuple[tuple[Box, ...], ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """What a reader knows of a page besides its lines: size in points, and how its words were had."""

    number: int
    width: float = 0.0
    height: float = 0.0
    source: PageSource = "text"
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's lines in reading order; `wrapped` if they are printed lines that a paragraph may run across.

    `pages` describes the pages of a format that has them; `warnings` are codes of messages (corpus.messages).
    """

    lines: tuple[Line, ...]
    media_type: str
    wrapped: bool = False
    title: str | None = None
    pages: tuple[PrintedPage, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a file: `path` inside its archive or message, always relative and without ".."."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a reader may do: passwords to try on locked files, how much an archive may unpack to, how deep, how many.

    A reader of pages calls `tell(done, of)` after each page, from whichever thread: a sign of life, and the progress
    that is shown.
    """

    passwords: tuple[str, ...] = ()
    unpacked_mb: int = 500
    members: int = 10_000
    depth: int = 3
    pages: int = 5_000
    ocr: bool = True
    ocr_dpi: int = 200
    threads: int = 1
    tell: Callable[[int, int], None] | None = None
    scratch: str | None = None  # a folder for tools that need files; None: the system's


def row(
    cells: Sequence[str], *, page: int | None = None, header: bool = False, boxes: Sequence[Sequence[Box]] = ()
) -> Line:
    """A table row as one line: its cells, white space folded, side by side.

    `boxes`, where given, are those of the words of all cells in order, without the bars.
    """
    even = tuple(" ".join(c.split()) for c in cells)
    text = " | ".join(even)
    placed: list[tuple[Box, ...]] = []
    if boxes:
        waiting = iter(boxes)
        for i, cell in enumerate(even):
            placed.extend([()] if i else [])
            placed.extend(tuple(next(waiting, ())) for _ in cell.split())
    return Line(text, "row", page=page, cells=even, header=header, boxes=tuple(placed))
