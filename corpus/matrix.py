"""The codes of windows in memory, and the nearest of some revisions among them. Knows arrays; nothing of stores."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import simsimd
from numpy.typing import NDArray

from corpus.packing import Codes, Floats, coded
from corpus.passage import PassageKey

Ints = NDArray[np.int64]
Places = list[tuple[PassageKey, int]]  # passage and number of a window

CHUNK = 65_536  # rows that are made room for at once; untouched ones take no memory
_BLOCK = 64  # rows of which the best decides whether any of them is looked at
_GAP = 256  # rows that are sooner looked at in vain than stepped over
SPARE = 4  # a list is cut at so many times what is wanted: of that many alike, any will do
# Rounding to one byte moves a cosine by an error of standard deviation step / sqrt(12), for a row and for the question
# each; six of them on either side are as good as certain.
_DOUBT = 12 / np.sqrt(12)


@dataclass(slots=True)
class _Chunk:
    """Rows side by side; those of one revision are never parted."""

    base: int
    codes: Codes
    scales: Floats
    passages: NDArray[np.int32]
    numbers: NDArray[np.int32]
    used: int = 0

    @classmethod
    def of(cls, base: int, rows: int, dimensions: int) -> "_Chunk":
        room = -(-max(rows, CHUNK) // _BLOCK) * _BLOCK
        codes = np.empty((room, dimensions), np.int8)
        return cls(base, codes, np.empty(room, np.float32), np.empty(room, np.int32), np.empty(room, np.int32))

    @property
    def room(self) -> int:
        return len(self.scales)


@dataclass(frozen=True, slots=True)
class Rows:
    """The windows of one revision: codes, their factors, and passage and number of each."""

    revision: int
    codes: Codes
    scales: Floats
    places: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where the rows of the revisions asked for lie, in order of place: the revision, its first row, the one after."""

    revisions: Ints
    starts: Ints
    stops: Ints


@dataclass(frozen=True, slots=True)
class _Looked:
    """The runs of rows that are looked at, side by side: the first row of each, and its place among all looked at."""

    rows: Ints
    offsets: Ints

    def at(self, places: Ints) -> Ints:
        """The rows at these places."""
        run = np.searchsorted(self.offsets, places, side="right") - 1
        rows: Ints = places - self.offsets[run] + self.rows[run]
        return rows

    def places(self, rows: Ints) -> Ints:
        """The places of these rows."""
        run = np.searchsorted(self.rows, rows, side="right") - 1
        places: Ints = rows - self.rows[run] + self.offsets[run]
        return places


@dataclass(slots=True)
class Matrix:
    """The rows in memory. Only ever grows, so that a search under way is not disturbed."""

    chunks: list[_Chunk] = field(default_factory=list)
    rows: int = 0
    coarsest: float = 0.0
    # first row and the one after, by revision: revisions are numbered as they come; -1 is not here
    _spans: Ints = field(default_factory=lambda: np.full((2, 1024), -1, np.int64))

    def append(self, new: Rows) -> None:
        """Adds a revision."""
        count = len(new.scales)
        last = self.chunks[-1] if self.chunks else None
        if last is None or last.used + count > last.room:
            last = _Chunk.of(last.base + last.room if last else 0, count, new.codes.shape[1])
            self.chunks.append(last)
        at = slice(last.used, last.used + count)
        last.codes[at], last.scales[at] = new.codes, new.scales
        if count:
            last.passages[at], last.numbers[at] = np.array(new.places, np.int32).T
            self.coarsest = max(self.coarsest, float(new.scales.max()))
        if new.revision >= self._spans.shape[1]:
            room = np.full((2, 2 * new.revision), -1, np.int64)
            room[:, : self._spans.shape[1]] = self._spans
            self._spans = room
        start = last.base + last.used
        self._spans[:, new.revision] = (start, start + count)
        last.used += count
        self.rows += count

    def lacks(self, revisions: Sequence[int]) -> list[int]:
        """Those of the revisions that are not here, sorted."""
        asked = np.unique(np.asarray(revisions, np.int64))
        spans = self._spans
        known = asked[asked < spans.shape[1]]
        return [*known[spans[0, known] < 0].tolist(), *asked[len(known) :].tolist()]

    def rows_besides(self, revisions: Sequence[int]) -> int:
        """How many rows belong to none of these revisions."""
        here = np.asarray(revisions, np.int64)
        here = here[here < self._spans.shape[1]]
        return self.rows - int((self._spans[1, here] - self._spans[0, here]).sum())

    def nearest(self, query: Floats, limit: int, revisions: Sequence[int]) -> Places:
        """The windows that may be among the nearest, best first: all that are, and some more."""
        asked = self._asked(revisions)
        if not len(asked.starts):
            return []
        (codes,), (step,) = coded(query[None])
        looked, scores = self._scores(codes, asked)
        found = looked.at(_best(scores, limit, float(_DOUBT * np.hypot(self.coarsest / step, 1.0))))
        exact = self._weighed(query, found)
        order = np.argsort(-exact, kind="stable")
        kth = exact[order[min(limit, len(order)) - 1]]
        kept = order[exact[order] >= kth - _DOUBT * self.coarsest][: limit * SPARE]
        return self._places(found[kept], asked)

    def _asked(self, revisions: Sequence[int]) -> _Asked:
        wanted = np.asarray(revisions, np.int64)
        starts, stops = self._spans[:, wanted]
        order = np.argsort(starts)
        order = order[starts[order] < stops[order]]
        return _Asked(wanted[order], starts[order], stops[order])

    def _scores(self, query: Codes, asked: _Asked) -> tuple["_Looked", Floats]:
        """Rows looked at, and their cosines over the question's factor; less than any for those not asked for."""
        runs = list(self._runs(asked))
        lengths = np.array([stop - start for _, start, stop in runs])
        looked = _Looked(np.array([chunk.base + start for chunk, start, _ in runs]), np.cumsum(lengths) - lengths)
        scores = np.empty(int(lengths.sum()), np.float32)
        at = 0
        for chunk, start, stop in runs:
            products = np.asarray(simsimd.cdist(query[None], chunk.codes[start:stop], metric="dot"))[0]
            np.multiply(products, chunk.scales[start:stop], out=scores[at : at + stop - start])
            at += stop - start
        gaps = asked.starts[1:] - asked.stops[:-1]
        # a span that begins a run has no gap before it that was looked at
        inside = np.flatnonzero((gaps > 0) & ~np.isin(asked.starts[1:], looked.rows))
        scores[_ranges(looked.places(asked.stops[:-1][inside]), gaps[inside])] = -np.inf
        return looked, scores

    def _runs(self, asked: _Asked) -> Iterator[tuple[_Chunk, int, int]]:
        """Spans joined over small gaps, none over the end of a chunk."""
        for chunk in self.chunks:
            here = slice(*np.searchsorted(asked.starts, (chunk.base, chunk.base + chunk.room)))
            starts, stops = asked.starts[here] - chunk.base, asked.stops[here] - chunk.base
            if len(starts):
                cut = np.flatnonzero(starts[1:] - stops[:-1] > _GAP)
                firsts, lasts = np.append(0, cut + 1), np.append(cut, len(starts) - 1)
                for start, stop in zip(starts[firsts].tolist(), stops[lasts].tolist(), strict=True):
                    yield chunk, start, stop

    def _weighed(self, query: Floats, rows: Ints) -> Floats:
        """The question as it is against the codes: the half of the rounding that can be undone here."""
        found = np.empty(len(rows), np.float32)
        for chunk in self.chunks:
            here = np.flatnonzero((rows >= chunk.base) & (rows < chunk.base + chunk.room))
            at = rows[here] - chunk.base
            found[here] = (chunk.codes[at].astype(np.float32) @ query) * chunk.scales[at]
        return found

    def _places(self, rows: Ints, asked: _Asked) -> Places:
        owners = asked.revisions[np.searchsorted(asked.starts, rows, side="right") - 1]
        bases = np.array([c.base for c in self.chunks])
        chunks = np.searchsorted(bases, rows, side="right") - 1
        places: Places = []
        for revision, row, number in zip(owners.tolist(), rows.tolist(), chunks.tolist(), strict=True):
            chunk = self.chunks[number]
            at = row - chunk.base
            places.append((PassageKey(revision, int(chunk.passages[at])), int(chunk.numbers[at])))
        return places


def _ranges(starts: Ints, lengths: Ints) -> Ints:
    """All numbers of several ranges, one range after the other."""
    ends = np.cumsum(lengths)
    ranges: Ints = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - (ends - lengths), lengths)
    return ranges


def _best(scores: Floats, limit: int, doubt: float) -> Ints:
    """Where the scores are that may be among the best, best first."""
    blocks = len(scores) // _BLOCK
    if blocks <= limit:
        at = np.arange(len(scores))
    else:
        # at least `limit` scores are as good as the worst of the best blocks
        tops = scores[: blocks * _BLOCK].reshape(-1, _BLOCK).max(axis=1)
        at = np.flatnonzero(scores >= np.partition(tops, -limit)[-limit] - doubt)
    at = at[np.isfinite(scores[at])]
    found = scores[at]
    if len(at) > limit:
        at = at[found >= np.partition(found, -limit)[-limit] - doubt]
    return at[np.argsort(-scores[at], kind="stable")][: limit * SPARE * SPARE]
