"""A page of a PDF: its text as it stands, or the word that its picture must be read. Knows nothing of other pages.

PDFium is not thread-safe: whoever calls here holds `PDFIUM`.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

from corpus.folding import words as words_of
from ingest.lines import Line, PrintedPage
from ingest.pdf.drawings import Drawings, drawings_of
from ingest.pdf.footnotes import footnotes, with_footnotes
from ingest.pdf.glyphs import Glyphs, Sheet, glyphs_of
from ingest.pdf.layout import Block, in_order, lines_of, shown
from ingest.pdf.ruled import Grid, grids_of
from ingest.pdf.stitched_tables import Printed
from ingest.pdf.tables import Table, table_of
from ingest.pdf.turned import OnPage, upright
from ingest.pdf.words import Piece, pieces_of

_FEW = 10  # letters: a page number, a stamp
_BEGINNING = 200  # characters: a page of text shows that it is one in the first of them
_PICTURE = 0.3  # of the page: a page with so much picture and so few letters is a scan
_WHOLE = 0.75  # of the page: its picture is the page
_HEADED = 150  # letters: a typed line on top of a scan has no more
_MARKED = 0.15  # of the letters in Vietnamese bear a mark; 0.30 in good text, 0.08 in what bad scanners' programs leave
_ENGLISH = {"the", "of", "and", "to", "in", "for", "is", "on", "by", "with", "or", "shall", "that", "be", "as"}
_UNKNOWN = 0.3  # of the characters: the file does not say what its letters are
_ICON = 36.0  # points: a page this small is a picture of something else than text
_PALE = 245  # of 255
_INK_DPI = 24


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page's lines and tables, or `scanned` if they must be had from its picture."""

    page: PrintedPage
    printed: tuple[Printed, ...] = ()
    scanned: bool = False
    warnings: tuple[str, ...] = ()


def read_page(page: pdfium.PdfPage, number: int) -> PageRead:
    """The page's text, or that it is a scan."""
    sheet = Sheet(page)
    drawings = drawings_of(page, sheet)
    glyphs, hidden = _seen(page, sheet, drawings)
    printed = PrintedPage(number, round(sheet.width, 2), round(sheet.height, 2))
    if _is_scan(page, glyphs, drawings):
        return PageRead(printed, scanned=True)
    warnings: tuple[str, ...] = ("pdf-hidden-text",) if hidden else ()
    if glyphs.unknown.any():
        warnings += ("pdf-unknown-letters",)
    if _PICTURE <= drawings.pictures < _WHOLE:
        warnings += ("pdf-picture-unread",)
    on_page = OnPage(number, sheet.width, sheet.height)
    return PageRead(printed, tuple(_printed(glyphs, drawings, on_page)), False, warnings)


def _seen(page: pdfium.PdfPage, sheet: Sheet, drawings: Drawings) -> tuple[Glyphs, bool]:
    """The characters on the page, and whether some that nobody sees were left out."""
    # unseen text over a picture is what a scanner's program recognised; elsewhere it is nothing that was ever issued
    glyphs = glyphs_of(page, sheet, drawings.unseen > 0 and drawings.pictures < _PICTURE)
    middle = (glyphs.boxes[:, :2] + glyphs.boxes[:, 2:]) / 2
    on = ((middle >= 0) & (middle <= [sheet.width, sheet.height])).all(axis=1)
    np.clip(glyphs.boxes, 0, [sheet.width, sheet.height] * 2, out=glyphs.boxes)
    return glyphs.only(on & ~glyphs.unseen), bool((on & glyphs.unseen).any())


def _is_scan(page: pdfium.PdfPage, glyphs: Glyphs, drawings: Drawings) -> bool:
    if max(page.get_size()) < _ICON:
        return False
    if glyphs.unknown.any() and glyphs.unknown.sum() > _UNKNOWN * sum(not t.isspace() for t in glyphs.text):
        return True
    if drawings.pictures < _WHOLE and sum(t.isalpha() for t in glyphs.text[:_BEGINNING]) >= _FEW:
        return False
    letters = sum(t.isalpha() for t in glyphs.text)
    if letters < _FEW:
        # letters drawn as outlines are no text and no picture; a page number alone is text enough
        return (drawings.pictures >= _PICTURE or not len(glyphs)) and _has_ink(page)
    if drawings.pictures < _WHOLE:
        return False
    return letters < _HEADED or _lies(" ".join(p.text for p in pieces_of(glyphs)), letters)


def _lies(text: str, letters: int) -> bool:
    """Whether text over a page's picture is what a program without Vietnamese made of it."""
    marked = sum(c.isalpha() and (c in "đĐ" or len(unicodedata.normalize("NFD", c)) > 1) for c in text)
    loose = sum(unicodedata.category(c) == "Mn" for c in text)
    if marked + loose >= _MARKED * letters:
        return False
    words = [w.lower() for w in words_of(text)]
    return sum(w in _ENGLISH for w in words) < 0.1 * len(words)


def _has_ink(page: pdfium.PdfPage) -> bool:
    bitmap = page.render(scale=_INK_DPI / 72, draw_annots=False, grayscale=True)
    try:
        return bool((bitmap.to_numpy() < _PALE).mean() > 0.0005)
    finally:
        bitmap.close()


def _printed(glyphs: Glyphs, drawings: Drawings, page: OnPage) -> list[Printed]:
    glyphs, rules, page = upright(glyphs, drawings.lines, page)
    grids = grids_of(rules)
    regions, offsets = _regions(glyphs, grids)
    pieces = shown(pieces_of(glyphs, regions))
    blocks = []
    for grid, offset in zip(grids, offsets, strict=True):
        inside = [p for p in pieces if offset <= p.region < offset + grid.cells.size]
        table = table_of(grid, inside, offset, page)
        if table is not None:
            pieces = [p for p in pieces if p not in inside]
            box = (float(grid.xs[0]), float(grid.ys[0]), float(grid.xs[-1]), float(grid.ys[-1]))
            blocks.append(Block(table.first, box, table))
    blocks.extend(Block(p.first, p.box, p) for p in pieces)
    notes = footnotes(blocks, rules, page)
    flow = list(_flow(in_order([b for b in blocks if b not in notes]), page))
    if not notes:
        return flow
    said = [line for line in _flow(in_order(notes), page) if isinstance(line, Line)]
    last = max((i for i, p in enumerate(flow) if isinstance(p, Table)), default=-1)
    text = [p for p in flow[last + 1 :] if isinstance(p, Line)]
    return [*flow[: last + 1], *with_footnotes(text, said)]


def _regions(glyphs: Glyphs, grids: Sequence[Grid]) -> tuple[NDArray[np.int64], list[int]]:
    """For each character the cell it stands in (-1: none), and from which number on each grid's cells count."""
    regions = np.full(len(glyphs), -1)
    offsets = []
    offset = 0
    x = (glyphs.boxes[:, 0] + glyphs.boxes[:, 2]) / 2
    y = np.where(glyphs.angles == 0, glyphs.bases[:, 1] - 0.3 * glyphs.sizes, glyphs.boxes[:, [1, 3]].mean(axis=1))
    for grid in grids:
        at = grid.cell_at(x, y)
        regions[at >= 0] = at[at >= 0] + offset
        offsets.append(offset)
        offset += grid.cells.size
    return regions, offsets


def _flow(blocks: Sequence[Block], page: OnPage) -> Iterator[Printed]:
    for tabular, run in groupby((b.content for b in blocks), key=lambda content: isinstance(content, Table)):
        if tabular:
            yield from (t for t in run if isinstance(t, Table))
        else:
            yield from lines_of([p for p in run if isinstance(p, Piece)], page)
