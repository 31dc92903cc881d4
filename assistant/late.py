"""Late interaction: each token of a question meets the nearest token of a passage (MaxSim, as in ColBERT).

The passages' tokens are there as sign codes, made when they were embedded; the question's as they are. Knows arrays
only.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.codes import code_scale, product

Floats = NDArray[np.float32]
Signs = NDArray[np.uint8]

# cosines of two tokens in the shipped model: up to the first, strangers; from the second on, as good as the same
_UNLIKE, _LIKE = 0.4, 0.85


@dataclass(frozen=True, slots=True)
class Met:
    """How well the tokens of a question are met, a figure a passage: rare ones counting more; all alike; the rare ones
    that are met by tokens of nearly the same meaning.
    """

    weighted: Floats
    even: Floats
    strong: Floats


def interaction(tokens: Floats, weights: Floats, passages: Sequence[Sequence[Signs]]) -> Met:
    """MaxSim of a question with passages, each by its best window; a passage without codes meets nothing.

    `tokens` (t, d) are the question's, rotated as the codes are; `weights` (t,) say how much each tells.
    """
    nothing = np.zeros(len(passages), np.float32)
    there = [i for i, windows in enumerate(passages) if any(len(w) for w in windows)]
    if not there or not len(tokens):
        return Met(nothing, nothing.copy(), nothing.copy())
    windows = [w for i in there for w in passages[i] if len(w)]
    best = _nearest(tokens, windows)  # windows x tokens
    counts = [sum(bool(len(w)) for w in passages[i]) for i in there]
    firsts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    share = weights / weights.sum() if weights.sum() > 0 else np.full(len(tokens), 1 / len(tokens), np.float32)
    near = np.clip((best - _UNLIKE) / (_LIKE - _UNLIKE), 0.0, 1.0)
    scores = (np.maximum.reduceat(s, firsts) for s in (best @ share, best.mean(axis=1), near @ share))
    return Met(*(_spread(s, there, nothing) for s in scores))


def cosines(tokens: Floats, signs: Signs) -> Floats:
    """The cosine of each coded token (rows) to each of the question's (columns)."""
    bits = np.unpackbits(signs, axis=1, count=tokens.shape[1]).astype(np.float32)
    # (2 * bits - 1) @ token, without making the signs
    found: Floats = (2.0 * product(bits, tokens.T) - tokens.sum(axis=1)) / np.float32(code_scale(tokens.shape[1]))
    return found


def _nearest(tokens: Floats, windows: Sequence[Signs]) -> Floats:
    """For each window and each token of the question: the cosine to the nearest token in the window."""
    lengths = [len(w) for w in windows]
    firsts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    return np.minimum(np.maximum.reduceat(cosines(tokens, np.concatenate(windows)), firsts, axis=0), 1.0)


def _spread(scores: Floats, there: Sequence[int], nothing: Floats) -> Floats:
    spread = nothing.copy()
    spread[list(there)] = scores
    return spread
