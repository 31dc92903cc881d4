"""Sign codes of token vectors: one bit a dimension after a fixed rotation. Knows no model.

The rotation spreads what matters over all dimensions, so that the signs alone keep most of the angle.
"""

import math
from functools import cache
from threading import Lock

import numpy as np
from threadpoolctl import ThreadpoolController

from corpus.engines.engine import Floats

_ALONE = Lock()


@cache
def rotation(dimensions: int) -> Floats:
    """The fixed orthonormal matrix R: QR of a seeded Gaussian, with R's triangular factor positive on its diagonal."""
    q, r = np.linalg.qr(np.random.default_rng(0).standard_normal((dimensions, dimensions)))
    return np.asarray(q * np.sign(np.diag(r)), dtype=np.float32)


def rotate(tokens: Floats) -> Floats:
    """Each row t as R @ t."""
    turned = rotation(tokens.shape[-1]).T
    return product(tokens, turned)


def product(one: Floats, other: Floats) -> Floats:
    """A small matrix product on one core: on two it takes four times as long."""
    with _ALONE, _blas().limit(limits=1, user_api="blas"):  # the lock, because the limit is the process's
        return one @ other


@cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController()


def sign_codes(tokens: Floats) -> bytes:
    """The packed signs of R @ t, one row of d/8 bytes a token."""
    return np.packbits(rotate(tokens) > 0, axis=-1).tobytes()


def code_scale(dimensions: int) -> float:
    """What (2 * bits - 1) @ R q is divided by to estimate the cosine of t and q."""
    return math.sqrt(2 / math.pi) * math.sqrt(dimensions)
