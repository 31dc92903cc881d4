"""Vectors by a model of the usual shape: tokens, an engine's last layer, mean or first-token pooling.

Knows neither which engine it is nor where it came from.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np

from corpus.engines.engine import Batch, Engine, Floats, Ids, Question, unit
from corpus.engines.shape import Shape
from corpus.engines.tokens import Cutter, Tokens

BATCH_TOKENS = 1024  # of one batch, its padding among them
_STEP = 8  # lengths are padded to a multiple: an engine prepares itself anew for every shape that it has not met
_SLICE = 16_384  # texts sorted at a time: enough that no batch holds unlike lengths, few enough to hold


class PlainEncoder:
    """One model, run by one engine."""

    def __init__(self, shape: Shape, engine: Engine) -> None:
        self.engine = engine
        self._cutter = Cutter(shape.transformer, shape.length)
        self._prompts, self._pad, self._longest = shape.prompts, shape.pad, shape.length
        self._first_only = shape.pooling == "cls"
        self.window = self._cutter.room(shape.prompts.passage)

    def count(self, texts: Sequence[str]) -> list[int]:
        """The length of each text in tokens."""
        return self._cutter.count(texts)

    def ends(self, text: str) -> list[int]:
        """The character offset at which each token of the text ends."""
        return self._cutter.ends(text)

    def embed(self, texts: Sequence[str]) -> Iterator[Batch]:
        """Vectors of passages, in batches of like length."""
        for first in range(0, len(texts), _SLICE):
            cut = self._cutter.cut(texts[first : first + _SLICE], self._prompts.passage)
            grouped = list(batches([len(c.ids) for c in cut]))
            groups = ([cut[n] for n in places] for places in grouped)
            for places, (vectors, tokens) in zip(grouped, self._run_all(groups, len(grouped)), strict=True):
                yield Batch([first + n for n in places], vectors, tokens)

    def begin(self, text: str) -> Callable[[], Question]:
        """Vectors of a question, made beside what else is done until they are called for."""
        cut, spans = self._cutter.cut_with_spans(text, self._prompts.question)
        computed = self.engine.begin(*self._padded([cut]))

        def question() -> Question:
            vectors, tokens = self._pooled([cut], computed())
            return Question(vectors[0], tokens[0], spans)

        return question

    def _run_all(self, groups: Iterable[Sequence[Tokens]], count: int) -> Iterator[tuple[Floats, list[Floats]]]:
        if self.engine.streams == 1 or count == 1:
            yield from map(self._run, groups)
            return
        with ThreadPoolExecutor(self.engine.streams) as pool:
            running: deque[Future[tuple[Floats, list[Floats]]]] = deque()
            for group in groups:
                running.append(pool.submit(self._run, group))
                if len(running) > 2 * self.engine.streams:  # what waits to be taken is held in memory
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()

    def _run(self, cut: Sequence[Tokens]) -> tuple[Floats, list[Floats]]:
        return self._pooled(cut, self.engine.run(*self._padded(cut)))

    def _pooled(self, cut: Sequence[Tokens], last: Floats) -> tuple[Floats, list[Floats]]:
        if self._first_only:
            pooled = last[:, 0]
        else:
            pooled = np.stack([row[: len(c.ids)].mean(axis=0) for row, c in zip(last, cut, strict=True)])
        return unit(pooled), [row[c.start : c.stop] for row, c in zip(last, cut, strict=True)]

    def _padded(self, cut: Sequence[Tokens]) -> tuple[Ids, Ids]:
        width = min(_up(max(len(c.ids) for c in cut)), self._longest)
        ids, mask = np.full((len(cut), width), self._pad, np.int64), np.zeros((len(cut), width), np.int64)
        for row, c in enumerate(cut):
            ids[row, : len(c.ids)], mask[row, : len(c.ids)] = c.ids, 1
        return ids, mask


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts of like length, the longest first, so that what memory it takes shows at once."""
    batch: list[int] = []
    width = 0
    for n in sorted(range(len(lengths)), key=lambda n: -lengths[n]):
        if batch and (len(batch) + 1) * width > BATCH_TOKENS:
            yield batch
            batch = []
        width = width if batch else _up(lengths[n])
        batch.append(n)
    if batch:
        yield batch


def _up(length: int) -> int:
    return -(-length // _STEP) * _STEP
