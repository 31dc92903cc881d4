"""What every reader gives: lines of text with what the format itself says of them. Knows nothing of meaning."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, heading or table row; for PDF a printed line.

    `cells` holds a row's cells, `header` marks its table's first row.
    """

    text: str
    kind: Literal["text", "heading", "row"] = "text"
    level: int = 0
    page: int | None = None
    cells: tuple[str, ...] = ()
    header: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's lines in reading order; `wrapped` if they are printed lines that a paragraph may run across."""

    lines: tuple[Line, ...]
    media_type: str
    wrapped: bool = False
    title: str | None = None


def row(cells: list[str], *, page: int | None = None, header: bool = False) -> Line:
    """A table row as one line: its cells, white space folded, side by side."""
    even = tuple(" ".join(c.split()) for c in cells)
    return Line(" | ".join(even), "row", page=page, cells=even, header=header)
