"""Codes of vectors as the catalogue keeps them, and back: int8 a dimension, and packed signs a token.

Knows arrays and bytes; nothing of models or tables.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpus.passage import Window

Floats: TypeAlias = NDArray[np.float32]
Codes: TypeAlias = NDArray[np.int8]
Signs: TypeAlias = NDArray[np.uint8]

_COUNT = np.dtype("<u2")
_SCALE = np.dtype("<f4")


def coded(vectors: Floats) -> tuple[Codes, Floats]:
    """Each row as int8 and the factor that brings it back: its largest value becomes 127."""
    scales = np.abs(vectors).max(axis=1, initial=0.0).astype(np.float32) / np.float32(127)
    scales[scales == 0] = 1.0
    return np.rint(vectors / scales[:, None]).astype(np.int8), scales


def pack_vectors(vectors: Floats) -> bytes:
    """The codes of all rows, one after the other, then their factors."""
    codes, scales = coded(vectors)
    return codes.tobytes() + scales.astype(_SCALE).tobytes()


def unpack_vectors(packed: bytes, dimensions: int) -> tuple[Codes, Floats]:
    """Codes and factors, as views of the bytes."""
    rows = len(packed) // (dimensions + _SCALE.itemsize)
    codes = np.frombuffer(packed, np.int8, rows * dimensions).reshape(rows, dimensions)
    return codes, np.frombuffer(packed, _SCALE, rows, rows * dimensions)


def pack_tokens(windows: Sequence[bytes], width: int) -> bytes:
    """The token codes of one passage's windows, `width` bytes a token, behind the number of tokens of each window."""
    counts = [len(windows), *(len(codes) // width for codes in windows)]
    return np.array(counts, _COUNT).tobytes() + b"".join(windows)


def unpack_tokens(packed: bytes) -> list[Signs]:
    """One array a window, a row a token."""
    # no arrays for the few counts: a question unpacks dozens of these
    (windows,) = struct.unpack_from("<H", packed)
    counts = struct.unpack_from(f"<{windows}H", packed, _COUNT.itemsize)
    signs = np.frombuffer(packed, np.uint8, offset=_COUNT.itemsize * (windows + 1))
    tokens = sum(counts)
    rows = signs.reshape(tokens, -1) if tokens else signs.reshape(0, 0)
    ends = list(accumulate(counts))
    return [rows[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def by_passage(windows: Iterable[Window], tokens: Iterable[bytes]) -> Mapping[int, list[bytes]]:
    """The token codes of each passage's windows, in order."""
    found: dict[int, list[bytes]] = {}
    for window, codes in zip(windows, tokens, strict=True):
        found.setdefault(window.passage, []).append(codes)
    return found
