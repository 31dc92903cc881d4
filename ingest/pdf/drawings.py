"""What a page shows besides text: ruling lines, pictures, writing that nobody sees. Knows nothing of tables.

PDFium is not thread-safe: whoever calls here holds `PDFIUM`.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as c
from numpy.typing import NDArray

from ingest.pdf.glyphs import UNSEEN, Handle, Sheet

_THIN = 3.0  # points: a filled rectangle this thin is a line
_OBJECTS = 60_000  # a map or a drawing has more, and no table that could be told from it
_SEGMENTS = 400
_DEEP = 6

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Drawings:
    """Level and upright lines as (left, top, right, bottom) in points; how much of the page its pictures cover (0 to
    1); how many of its pieces of text are printed in no ink.
    """

    lines: NDArray[np.float64]
    pictures: float
    unseen: int


@dataclass(slots=True)
class _Found:
    sheet: Sheet
    lines: list[NDArray[np.float64]]
    pictures: float = 0.0
    unseen: int = 0
    left: int = _OBJECTS


def drawings_of(page: pdfium.PdfPage, sheet: Sheet) -> Drawings:
    """The lines, pictures and unseen text of a page."""
    found = _Found(sheet, [])
    for kind, item, matrix in _objects(page, found):
        if kind == c.FPDF_PAGEOBJ_TEXT:
            found.unseen += c.FPDFTextObj_GetTextRenderMode(item) in UNSEEN
        elif kind == c.FPDF_PAGEOBJ_IMAGE:
            found.pictures += _area(item, matrix, sheet)
        elif kind == c.FPDF_PAGEOBJ_PATH and c.FPDFPath_CountSegments(item) <= _SEGMENTS:
            found.lines.extend(_ruled(item, matrix, sheet))
    if found.left < 0:
        found.lines.clear()
    lines = np.vstack(found.lines) if found.lines else np.zeros((0, 4))
    return Drawings(lines, min(1.0, found.pictures), found.unseen)


def _objects(page: pdfium.PdfPage, found: _Found) -> Iterator[tuple[int, Handle, Matrix]]:
    waiting = [(c.FPDFPage_GetObject, page.raw, c.FPDFPage_CountObjects(page.raw), np.eye(3), 0)]
    while waiting and found.left >= 0:
        get, holder, count, matrix, depth = waiting.pop()
        for i in range(count):
            found.left -= 1
            if found.left < 0:
                return
            item = get(holder, i)
            kind = c.FPDFPageObj_GetType(item)
            if kind == c.FPDF_PAGEOBJ_FORM and depth < _DEEP:
                inner = _matrix(item) @ matrix
                waiting.append((c.FPDFFormObj_GetObject, item, c.FPDFFormObj_CountObjects(item), inner, depth + 1))
            yield kind, item, matrix


def _matrix(item: Handle) -> Matrix:
    m = c.FS_MATRIX()
    c.FPDFPageObj_GetMatrix(item, m)
    return np.array([[m.a, m.b, 0.0], [m.c, m.d, 0.0], [m.e, m.f, 1.0]])


def _area(item: Handle, matrix: Matrix, sheet: Sheet) -> float:
    box = _on_page(np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), _matrix(item) @ matrix, sheet)
    left, top = np.clip(box.min(axis=0), 0, [sheet.width, sheet.height])
    right, bottom = np.clip(box.max(axis=0), 0, [sheet.width, sheet.height])
    return float((right - left) * (bottom - top) / (sheet.width * sheet.height))


def _on_page(points: NDArray[np.float64], matrix: Matrix, sheet: Sheet) -> NDArray[np.float64]:
    return sheet.points(points @ matrix[:2, :2] + matrix[2, :2])


def _ruled(item: Handle, matrix: Matrix, sheet: Sheet) -> Iterator[NDArray[np.float64]]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value and not stroke.value:
        return
    strokes, curved = _strokes(item)
    for points in strokes:
        placed = _on_page(np.array(points), _matrix(item) @ matrix, sheet)
        (left, top), (right, bottom) = placed.min(axis=0), placed.max(axis=0)
        if min(right - left, bottom - top) <= _THIN:
            yield _line(left, top, right, bottom)
        elif stroke.value and not curved:
            for (x0, y0), (x1, y1) in zip(placed[:-1], placed[1:], strict=True):
                if min(abs(x1 - x0), abs(y1 - y0)) <= 1.0:
                    yield _line(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _line(left: float, top: float, right: float, bottom: float) -> NDArray[np.float64]:
    """The middle of a thin rectangle, along it."""
    if right - left >= bottom - top:
        return np.array([[left, (top + bottom) / 2, right, (top + bottom) / 2]])
    return np.array([[(left + right) / 2, top, (left + right) / 2, bottom]])


def _strokes(item: Handle) -> tuple[list[list[tuple[float, float]]], bool]:
    """The strokes of a path as points, and whether any of them bends."""
    strokes: list[list[tuple[float, float]]] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(c.FPDFPath_CountSegments(item)):
        segment = c.FPDFPath_GetPathSegment(item, i)
        c.FPDFPathSegment_GetPoint(segment, x, y)
        kind = c.FPDFPathSegment_GetType(segment)
        curved |= kind == c.FPDF_SEGMENT_BEZIERTO
        if kind == c.FPDF_SEGMENT_MOVETO or not strokes:
            strokes.append([])
        strokes[-1].append((x.value, y.value))
        if c.FPDFPathSegment_GetClose(segment):
            strokes[-1].append(strokes[-1][0])
    return [s for s in strokes if len(s) > 1], curved
