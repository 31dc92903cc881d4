"""Tables that only place text on the page: the head of a document, its signature. For every format of Word's kind.

Knows nothing of files.
"""

import re
from collections.abc import Sequence
from typing import TypeVar

from corpus.folding import fold

_HEAD = re.compile(r"cong hoa xa hoi chu nghia|dang cong san viet nam|socialist republic|communist party of viet ?nam")
_SIGNATURE = re.compile(r"\s*(?:noi nhan|recipients?|to)\s*:")
_SIGNED = re.compile(
    r"\b(?:t/?m|kt|k/t|tl|t/l|tuq)\b|\b(?:chu tich|giam doc|bo truong|bi thu|chanh van phong|on behalf of)\b"
)
_ROWS_OF_HEAD = 6

T = TypeVar("T")


def places_text(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the table is the head of a document or its signature: two columns of text side by side, no data."""
    texts = [[fold(cell[:400]) for cell in r if cell.strip()] for r in rows[: _ROWS_OF_HEAD + 1]]
    widest = max((len(r) for r in texts), default=0)
    if not 0 < len(rows) <= _ROWS_OF_HEAD or widest > 3:
        return False
    if widest <= 2 and any(_HEAD.search(cell) for r in texts[:2] for cell in r):
        return True
    cells = [cell for r in texts for cell in r]
    return bool(cells) and bool(_SIGNATURE.match(cells[0])) and any(_SIGNED.search(cell) for cell in cells)


def by_columns(rows: Sequence[Sequence[T]]) -> list[T]:
    """The cells in reading order where columns stand side by side: down the left one, then down the right one."""
    width = max((len(r) for r in rows), default=0)
    return [r[i] for i in range(width) for r in rows if i < len(r)]
