"""Characters to words, and the pieces of printed lines that these make. Knows nothing of pages, tables or meaning."""

from dataclasses import dataclass

import numpy as np

from corpus.folding import nfc
from ingest.pdf.glyphs import Glyphs
from ingest.pdf.runs import SPACE, Floats, Frame, Ints, Marks, frame_of, order_of

# in widths of the type's size
_SUPPOSED = 0.07  # a gap wider than its line's usual one by this is a space if PDFium supposes one as well
_TOUCHING = 0.02  # a printed space that keeps letters no further apart than this is none
_SET_WIDE = 0.8  # letters are set apart by this at most
_TWICE = 0.12  # the same letter printed again this near is a poor man's bold
_UNITS = ("m", "km", "cm", "dm", "mm")  # what a raised digit belongs to: m²
_UNSEEN = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F)])
_LEGACY = frozenset("µ¸¹®©ª«¬")  # letters of the old encoding in which the soft hyphen is a letter as well


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box on the page in points: left, top, right, bottom."""

    text: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """A printed line, or the part of one that stands in a column or cell.

    `box` as in `Word`; `baseline`, `start` and `stop` are measured along and across the writing, which is turned by
    `angle`; `first` is its place in the stream, `region` the cell of a table it stands in (-1: none).
    """

    words: tuple[Word, ...]
    box: tuple[float, float, float, float]
    baseline: float
    start: float
    stop: float
    size: float
    angle: float
    first: int
    region: int

    @property
    def text(self) -> str:
        """Its words with spaces between them."""
        return " ".join(w.text for w in self.words)


def pieces_of(glyphs: Glyphs, regions: Ints | None = None) -> list[Piece]:
    """The pieces of lines in the stream's order; `regions` says in which cell of a table each character stands."""
    if not len(glyphs):
        return []
    frame = frame_of(glyphs, np.full(len(glyphs), -1) if regions is None else regions)
    printed = np.flatnonzero(~frame.space)
    if not len(printed):
        return []
    order, piece = order_of(glyphs, frame, printed)
    return _pieces(glyphs, frame, order, piece)


def _pieces(glyphs: Glyphs, frame: Frame, order: Ints, piece: Ints) -> list[Piece]:
    seen = np.flatnonzero(~frame.space[order])
    at, of = order[seen], piece[seen]
    fresh = np.concatenate([[True], of[1:] != of[:-1]])
    starts = np.flatnonzero(fresh | np.concatenate([[False], _breaks(glyphs, frame, seen, at, fresh)]))
    twice = _printed_twice(glyphs, frame, at, fresh)
    words = _words(glyphs, at, starts, twice)
    edges = np.append(np.flatnonzero(fresh), len(at))
    first_word = np.searchsorted(starts, edges)
    made = []
    for number, (begin, end) in enumerate(zip(edges[:-1], edges[1:], strict=True)):
        inside = [w for w in words[first_word[number] : first_word[number + 1]] if w.text]
        if inside:
            made.append(_piece(glyphs, frame, at[begin:end], inside))
    return sorted(made, key=lambda p: p.first)


def _piece(glyphs: Glyphs, frame: Frame, at: Ints, words: list[Word]) -> Piece:
    if words[-1].text.endswith("\u00ad"):
        words[-1] = Word(words[-1].text[:-1] + "-", words[-1].box)
    usual = at[np.argsort(glyphs.sizes[at], kind="stable")[len(at) // 2]]  # no raised mark, no small print
    lefts, tops, rights, bottoms = zip(*(w.box for w in words), strict=True)
    return Piece(
        words=tuple(words),
        box=(min(lefts), min(tops), max(rights), max(bottoms)),
        baseline=float(frame.base[usual]),
        start=float(frame.left[at].min()),
        stop=float(frame.right[at].max()),
        size=float(glyphs.sizes[usual]),
        angle=float(glyphs.angles[at[0]]),
        first=int(at.min()),
        region=int(frame.region[at[0]]),
    )


def _breaks(glyphs: Glyphs, frame: Frame, seen: Ints, at: Ints, fresh: Marks) -> Marks:
    """Between which neighbours a word ends."""
    a, b = at[:-1], at[1:]
    size = np.maximum(glyphs.sizes[a], glyphs.sizes[b])
    gap = (frame.left[b] - frame.right[a]) / size
    gap -= _usual(gap, fresh, [glyphs.text[i] for i in at])
    printed = np.diff(seen) > 1
    if printed.any() and float(np.median(gap[printed])) > 0.1:  # else the widths in this file say nothing
        printed &= gap > _TOUCHING
    ends = (printed | (gap > SPACE) | (glyphs.parted[b] & (gap > _SUPPOSED))) & ~frame.mark[b]
    small = glyphs.sizes[b] < 0.8 * glyphs.sizes[a]
    raised = small & (frame.base[b] < frame.base[a] - 0.15 * size)
    for i in np.flatnonzero(raised & ~ends):
        before = "".join(glyphs.text[j] for j in at[max(0, i - 2) : i + 1])
        ends[i] = glyphs.text[b[i]].isdigit() and not before.split()[-1].lstrip("0123456789.,").endswith(_UNITS)
    return np.asarray(ends, dtype=bool)


def _usual(gap: Floats, fresh: Marks, text: list[str]) -> Floats:
    """How far apart the letters of each piece usually stand: a little more or less, or far (Q U Y Ế T)."""
    usual = np.zeros(len(gap))
    edges = np.append(np.flatnonzero(fresh), len(gap) + 1)
    for begin, end in zip(edges[:-1], edges[1:] - 1, strict=True):
        if end - begin >= 4:
            gaps = np.sort(gap[begin:end])
            wide, middle = float(gaps[(end - begin) // 4]), float(gaps[(end - begin) // 2])
            set_wide = wide > 0.1 and all(t.isalpha() for t in text[begin : end + 1])
            usual[begin:end] = min(_SET_WIDE, wide) if set_wide else min(0.1, max(-0.1, middle))
    return usual


def _printed_twice(glyphs: Glyphs, frame: Frame, at: Ints, fresh: Marks) -> Marks:
    near = np.abs(np.diff(frame.left[at])) < _TWICE * glyphs.sizes[at[1:]]
    twice = np.zeros(len(at), dtype=bool)
    for i in np.flatnonzero(near & ~fresh[1:] & ~frame.mark[at[1:]]):
        twice[i + 1] = glyphs.text[at[i]] == glyphs.text[at[i + 1]]
    return twice


def _words(glyphs: Glyphs, at: Ints, starts: Ints, twice: Marks) -> list[Word]:
    tight, size = glyphs.boxes[at], glyphs.sizes[at]
    level = glyphs.angles[at] == 0
    # type of one size makes boxes of one height, whatever its letters
    top = np.where(level, np.minimum(tight[:, 1], glyphs.bases[at, 1] - 0.72 * size), tight[:, 1])
    bottom = np.where(level, np.maximum(tight[:, 3], glyphs.bases[at, 1] + 0.2 * size), tight[:, 3])
    boxes = np.column_stack(
        [
            np.minimum.reduceat(tight[:, 0], starts),
            np.minimum.reduceat(top, starts),
            np.maximum.reduceat(tight[:, 2], starts),
            np.maximum.reduceat(bottom, starts),
        ]
    )
    legacy = sum(t in _LEGACY for t in glyphs.text) > 0.01 * len(glyphs)
    letters = ["" if again else glyphs.text[i] for i, again in zip(at, twice, strict=True)]
    ends = [*starts[1:], len(at)]
    texts = ("".join(letters[a:b]).translate(_UNSEEN) for a, b in zip(starts, ends, strict=True))
    texts = ("" if not t.strip("\ufffd") else t for t in texts)  # a symbol that nobody could read
    return [Word(nfc(_hyphens(t, legacy)), tuple(box)) for t, box in zip(texts, boxes.tolist(), strict=True)]


def _hyphens(text: str, legacy: bool) -> str:
    """Without the places where a word might be broken; a break at the end of a line is seen to where lines are made."""
    if legacy or "\u00ad" not in text:
        return text
    return text.rstrip("\u00ad").replace("\u00ad", "") + ("\u00ad" if text.endswith("\u00ad") else "")
