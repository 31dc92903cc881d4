"""A page's printed characters as arrays, in points from the top left of the page as shown. Knows nothing of words.

PDFium is not thread-safe: whoever calls here holds `PDFIUM`.
"""

import ctypes
import math
import threading
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as c
from numpy.typing import NDArray

Handle: TypeAlias = Any  # PDFium's have no public type

PDFIUM = threading.RLock()

_FINE = 1_000_000  # PDFium gives whole pixels: a page of a million pixels makes them fine enough
# Word's bullets come from symbol fonts, whose characters have no Unicode of their own
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "-", 0xF0A8: "□", 0xF0E0: "→", 0xF020: " "}
_HYPHEN = "-"
UNSEEN = (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Characters in the order of the content stream; one entry each in every array.

    `boxes` holds left, top, right, bottom; `bases` a point of the baseline; `angles` how far the writing is turned
    clockwise, in degrees; `sizes` that of the type in points; `unknown` marks those of which the file does not say what
    they are, `unseen` those printed in no ink (only where that was asked for), `parted` those before which PDFium
    supposes a space.
    """

    text: tuple[str, ...]
    boxes: NDArray[np.float64]
    bases: NDArray[np.float64]
    angles: NDArray[np.float64]
    sizes: NDArray[np.float64]
    unknown: NDArray[np.bool_]
    unseen: NDArray[np.bool_]
    parted: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.text)

    def only(self, keep: NDArray[np.bool_]) -> "Glyphs":
        """Those that `keep` marks."""
        if keep.all():
            return self
        text = tuple(t for t, k in zip(self.text, keep, strict=True) if k)
        return Glyphs(
            text,
            self.boxes[keep],
            self.bases[keep],
            self.angles[keep],
            self.sizes[keep],
            self.unknown[keep],
            self.unseen[keep],
            self.parted[keep],
        )


class Sheet:
    """How a page is shown: its size in points, and from the file's coordinates to those from its top left corner."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.width, self.height = (max(1.0, float(v)) for v in page.get_size())
        x, y = ctypes.c_int(), ctypes.c_int()
        corners = []
        for point in ((0.0, 0.0), (100.0, 0.0), (0.0, 100.0)):
            c.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, *point, x, y)
            corners.append((x.value / _FINE * self.width, y.value / _FINE * self.height))
        origin, right, up = (np.array(p) for p in corners)
        self._origin = origin
        self._axes = np.array([(right - origin) / 100.0, (up - origin) / 100.0])
        self._turn = math.degrees(math.atan2(self._axes[0, 1], self._axes[0, 0]))

    def points(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Points of the file as points of the page shown."""
        return np.asarray(points @ self._axes + self._origin)

    def boxes(self, boxes: NDArray[np.float64]) -> NDArray[np.float64]:
        """Rectangles (left, bottom, right, top of the file) as left, top, right, bottom of the page shown."""
        a, b = self.points(boxes[:, [0, 1]]), self.points(boxes[:, [2, 3]])
        return np.hstack([np.minimum(a, b), np.maximum(a, b)])

    def angles(self, angles: NDArray[np.float64]) -> NDArray[np.float64]:
        """Angles of writing (radians against the clock) as degrees clockwise on the page shown, 0 to 360."""
        return np.asarray(np.round(self._turn - np.degrees(angles)) % 360)


def glyphs_of(page: pdfium.PdfPage, sheet: Sheet, look_for_unseen: bool = False) -> Glyphs:
    """The characters of a page, those included that nobody sees."""
    text_page = page.get_textpage()
    try:
        return _read(text_page, sheet, look_for_unseen)
    finally:
        text_page.close()


def _read(text_page: pdfium.PdfTextPage, sheet: Sheet, look_for_unseen: bool) -> Glyphs:
    raw = text_page.raw
    codes = [c.FPDFText_GetUnicode(raw, i) for i in range(text_page.count_chars())]
    # what PDFium adds on its own (a space for a gap, a line end) is worked out here from the boxes instead
    wanted = [i for i, code in enumerate(codes) if code > 32 or not c.FPDFText_IsGenerated(raw, i)]
    wanted = [i for i in wanted if codes[i] not in (10, 13)]
    parted = np.diff(wanted, prepend=-1) > 1
    boxes, matrices = (c.FS_RECTF * len(wanted))(), (c.FS_MATRIX * len(wanted))()
    for at, i in enumerate(wanted):  # the greater part of the time that reading takes: as few calls as possible
        c.FPDFText_GetLooseCharBox(raw, i, boxes[at])
        c.FPDFText_GetMatrix(raw, i, matrices[at])
    sizes = np.array([c.FPDFText_GetFontSize(raw, i) for i in wanted], dtype=float)
    # a, b, c, d, e, f: the writing runs along (a, b), the type stands along (c, d), the baseline goes through (e, f)
    matrix = np.frombuffer(matrices, dtype=np.float32).reshape(-1, 6).astype(float)
    sizes *= np.hypot(matrix[:, 2], matrix[:, 3])
    # FS_RECTF is left, top, right, bottom
    rects = np.frombuffer(boxes, dtype=np.float32).reshape(-1, 4).astype(float)[:, [0, 3, 2, 1]]
    told = [_character(codes[i]) for i in wanted]
    unknown = np.array([t is None for t in told], dtype=bool)
    text = tuple("\ufffd" if t is None else t for t in told)
    angles = sheet.angles(np.arctan2(matrix[:, 1], matrix[:, 0]))
    placed = sheet.boxes(rects), sheet.points(matrix[:, 4:]), angles
    unseen = np.array([look_for_unseen and _is_unseen(raw, i) for i in wanted], dtype=bool)
    return _joined(Glyphs(text, *placed, np.where(sizes > 0.5, sizes, 10.0), unknown, unseen, parted))


def _is_unseen(raw: Handle, i: int) -> bool:
    return c.FPDFTextObj_GetTextRenderMode(c.FPDFText_GetTextObject(raw, i)) in UNSEEN


@lru_cache(maxsize=10_000)
def _character(code: int) -> str | None:
    if code == 2:
        return _HYPHEN  # PDFium's mark for a hyphen at a line's end
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    if code < 32 and code != 9:
        return None
    private = 0xE000 <= code <= 0xF8FF or code >= 0xF0000
    return None if private or code in (0xFFFD, 0xFFFE, 0xFFFF) or code > 0x10FFFF else chr(code)


def _joined(glyphs: Glyphs) -> Glyphs:
    """Characters that the file gives as two halves (surrogates) as one."""
    if not any("\ud800" <= t <= "\udfff" for t in glyphs.text):
        return glyphs
    text, keep = list(glyphs.text), np.ones(len(glyphs), dtype=bool)
    for i, t in enumerate(text):
        if "\udc00" <= t <= "\udfff" and i and "\ud800" <= text[i - 1] <= "\udbff":
            text[i - 1] = (text[i - 1] + t).encode("utf-16", "surrogatepass").decode("utf-16")
            keep[i] = False
    text = ["\ufffd" if "\ud800" <= t <= "\udfff" else t for t in text]
    return replace(glyphs, text=tuple(text)).only(keep)
