"""Exact search over some revisions only: every window of theirs is looked at, through codes of one byte a dimension.

Chroma's filters cost more than looking at everything. Here the codes stay in memory once they were asked for, and what
lies outside the filter is stepped over; the few hundred best are then weighed by their whole vectors, so that the
result is the one of a search over all vectors.

Knows where codes are kept; nothing of documents.
"""

import threading
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from corpus.matrix import CHUNK, Matrix, Places, Rows
from corpus.packing import Floats, unpack_vectors
from corpus.window_rows import WindowRows


class Exact:
    """Exact search for one model over the catalogue's codes, loaded as they are asked for. Safe for several threads."""

    def __init__(self, rows: WindowRows, model: str, uncoded: Callable[[Sequence[int]], Iterator[Rows]]) -> None:
        """`uncoded` makes the rows of revisions whose codes the catalogue does not have yet."""
        self._rows = rows
        self._model = model
        self._uncoded = uncoded
        self._matrix = Matrix()
        self._loading = threading.Lock()

    def nearest(self, query: Floats, limit: int, revisions: Sequence[int]) -> Places:
        """The windows of these revisions that may be among the nearest, best first."""
        matrix = self._matrix
        if matrix.lacks(revisions):
            with self._loading:
                matrix = self._load(revisions, len(query))
        return matrix.nearest(query, limit, revisions)

    def forget(self) -> None:
        """Frees what is in memory; searches under way keep theirs."""
        with self._loading:
            self._matrix = Matrix()

    def _load(self, revisions: Sequence[int], dimensions: int) -> Matrix:
        if self._matrix.rows_besides(self._rows.live()) > max(CHUNK, self._matrix.rows // 4):
            self._matrix = Matrix()  # too many rows of documents that are gone
        matrix = self._matrix
        missing = matrix.lacks(revisions)
        places = self._rows.window_places(self._model, missing)
        for revision, packed in self._rows.window_codes(self._model, missing):
            codes, scales = unpack_vectors(packed, dimensions)
            matrix.append(Rows(revision, codes, scales, places.get(revision, [])))
        for rows in self._uncoded(matrix.lacks(missing)):
            matrix.append(rows)
        for revision in matrix.lacks(missing):
            matrix.append(Rows(revision, np.empty((0, dimensions), np.int8), np.empty(0, np.float32), []))
        return matrix
