"""The notes at the foot of a PDF's page: found by rule and size, kept out of the sentences of the text.

Knows nothing of files.
"""

from collections.abc import Sequence
from statistics import median

import numpy as np
from numpy.typing import NDArray

from corpus.sentences import ENDS
from ingest.lines import Line
from ingest.pdf.layout import Block
from ingest.pdf.turned import OnPage
from ingest.pdf.words import Piece

_SMALL = 0.9  # of the usual size: notes are printed smaller than this


def footnotes(blocks: Sequence[Block], rules: NDArray[np.float64], page: OnPage) -> list[Block]:
    """The notes at the foot of a page: what stands below a short rule in small type, to the page's end."""
    usual = median([b.content.size for b in blocks if isinstance(b.content, Piece) for _ in b.content.words] or [0.0])
    for left, top, right, bottom in rules[np.argsort(-rules[:, 1])] if len(rules) else ():
        short = 0.08 * page.width < right - left < 0.5 * page.width and bottom - top < 2
        if not short or left > 0.3 * page.width or top < 0.4 * page.height:
            continue
        below = [b for b in blocks if b.box[1] > top - 2]
        small = [b for b in below if isinstance(b.content, Piece) and b.content.size < _SMALL * usual]
        if small and all(b in small or b.box[1] > max(o.box[3] for o in small) - 2 for b in below):
            return small
    return []


def with_footnotes(lines: list[Line], notes: list[Line]) -> list[Line]:
    """A page's lines with its notes; before the last paragraph if that goes on, on the page or the next."""
    gap = Line("", page=notes[0].page)
    last = next(
        (i for i in reversed(range(len(lines))) if not lines[i].text.strip("-–— ").isdigit() and lines[i].text), 0
    )
    if not lines or ENDS.search(lines[last].text):
        return [*lines, gap, *notes]
    at = next((i for i in reversed(range(last)) if not lines[i].text), None)
    return [*notes, gap, *lines] if at is None else [*lines[:at], gap, *notes, *lines[at:]]
