"""Which documents say the same: one text in two files, a scan and its Word file, two versions, a translation.

Knows sketches and identities only, never whole texts, so that a new document is held against thousands at once.
"""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from corpus.folding import fold, words

Kinship = Literal["same-text", "scan", "version", "translation"]

_WORDS, _NUMERALS = 256, 64
_SHINGLE = 3  # words: a misread word spoils three shingles, and three words still tell one text from another
_SKETCH = np.dtype([
    ("recognised", "u1"), ("pad", "u1", 7), ("bag", "<u8"), ("figures", "<u8"),
    ("words", "<u4", _WORDS), ("numerals", "<u4", _NUMERALS),
])  # fmt: skip
_NONE = np.uint32(0xFFFFFFFF)
# Likeness is the share of shingles in common. Two files made of one text differ by what their formats lose (a header's
# order, a hyphen); a page read with 2 to 10 wrong words in a hundred keeps 85 to 35 % of its shingles. Two decisions of
# one pattern may be as like as that: a scan without a number must be liker, and have the same figures in it.
_CONVERTED = 0.9
_SCAN_OF_NUMBER = 0.25
_SCAN = 0.4
_SCAN_FIGURES = 0.6
_VERSION_UNDATED = 0.3
_TRANSLATED_FIGURES = 0.3


@dataclass(frozen=True, slots=True)
class Kin:
    """A document as far as kinship needs it; `mark` is what others know it by."""

    mark: int
    sketch: bytes
    language: str
    media_type: str
    number_key: str | None
    issuer: str | None
    issued: date | None


@dataclass(frozen=True, slots=True)
class Link:
    """Two documents that say the same, how, and how alike they are (0 to 1)."""

    one: int
    other: int
    kind: Kinship
    likeness: float


def sketch(text: str, *, recognised: bool = False) -> bytes:
    """A text in 1.3 kB: a fingerprint of its words and of its figures, and the least hashes of both.

    `recognised` says that it was read by text recognition.
    """
    folded = [fold(w) for w in words(text)]
    hashes = np.array([_hash(w) for w in folded], dtype=np.uint64)
    figures = sorted(figure for w in folded if (figure := _figure(w)))
    row = np.zeros(1, dtype=_SKETCH)
    row["recognised"] = recognised
    row["bag"] = _digest(sorted(folded))
    row["figures"] = _digest(figures)
    row["words"] = _least(_shingles(hashes), _WORDS)
    row["numerals"] = _least(_mixed(np.array([_hash(f) for f in set(figures)], dtype=np.uint64)), _NUMERALS)
    return row.tobytes()


def likeness(one: bytes, other: bytes) -> float:
    """The share of word sequences that two texts have in common, 0 to 1, estimated."""
    return float(_alike(_row(one)["words"], np.array([_row(other)["words"]]))[0])


class Kindred:
    """Many documents, ready to be compared with new ones."""

    def __init__(self, kin: Sequence[Kin]) -> None:
        self._kin = list(kin)
        self._rows = np.frombuffer(b"".join(k.sketch for k in self._kin), dtype=_SKETCH)
        # apart from their rows, numbers of one kind lie side by side: comparing them takes a tenth of the time
        self._words = np.ascontiguousarray(self._rows["words"])
        self._numerals = np.ascontiguousarray(self._rows["numerals"])
        self._bags = np.ascontiguousarray(self._rows["bag"])
        self._numbered: dict[str, list[int]] = {}
        for place, k in enumerate(self._kin):
            if k.number_key is not None:
                self._numbered.setdefault(k.number_key, []).append(place)

    def links(self, new: Kin) -> list[Link]:
        """What a document is to each of these; those that it is nothing to are left out."""
        mine = _row(new.sketch)
        alike = _alike(mine["words"], self._words)
        near = np.flatnonzero((alike >= _SCAN_OF_NUMBER) | (self._bags == mine["bag"]))
        numbered = self._numbered.get(new.number_key, []) if new.number_key is not None else []
        found: list[Link] = []
        for place in sorted({*near.tolist(), *numbered}):
            other, theirs = self._kin[place], self._rows[place]
            figures = float(_alike(mine["numerals"], self._numerals[place : place + 1])[0])
            kind = _kind(new, other, mine, theirs, float(alike[place]), figures)
            if kind is not None and other.mark != new.mark:
                found.append(Link(new.mark, other.mark, kind[0], round(kind[1], 3)))
        return found


def _kind(
    one: Kin, other: Kin, mine: np.void, theirs: np.void, alike: float, figures: float
) -> tuple[Kinship, float] | None:
    if mine["bag"] == theirs["bag"] and int(mine["bag"]):
        return "same-text", 1.0
    same_number = one.number_key is not None and one.number_key == other.number_key
    dated_alike = one.issued is None or other.issued is None or one.issued == other.issued
    if one.language != other.language:
        known = one.issued is not None and one.issued == other.issued or _year(one.number_key) is not None
        translated = same_number and dated_alike and (known or figures >= _TRANSLATED_FIGURES)
        return ("translation", figures) if translated else None
    if not dated_alike or (not same_number and one.number_key is not None and other.number_key is not None):
        return None
    if mine["recognised"] or theirs["recognised"]:
        least = _SCAN_OF_NUMBER if same_number else _SCAN
        return ("scan", alike) if alike >= least and (same_number or figures >= _SCAN_FIGURES) else None
    return _texts(one, other, alike, same_number, same_figures=mine["figures"] == theirs["figures"])


def _texts(
    one: Kin, other: Kin, alike: float, same_number: bool, *, same_figures: bool
) -> tuple[Kinship, float] | None:
    """Two documents with a text layer: one text in two formats, or two versions of one document."""
    if one.media_type != other.media_type and alike >= _CONVERTED and same_figures:
        return "same-text", alike
    issuers = {fold(" ".join(i.split())) for i in (one.issuer, other.issuer) if i}
    dated = one.issued is not None and one.issued == other.issued
    sure = dated or _year(one.number_key) is not None or alike >= _VERSION_UNDATED
    return ("version", alike) if same_number and len(issuers) <= 1 and sure else None


def _year(key: str | None) -> str | None:
    return (key.split("|")[2] or None) if key else None


def _row(packed: bytes) -> np.void:
    row: np.void = np.frombuffer(packed, dtype=_SKETCH)[0]
    return row


def _alike(mine: NDArray[np.uint32], theirs: NDArray[np.uint32]) -> NDArray[np.float64]:
    held = mine != _NONE
    same = np.count_nonzero((theirs == mine) & held, axis=1)
    filled = np.count_nonzero(held) + (np.count_nonzero(theirs[:, ~held] != _NONE, axis=1) if not held.all() else 0)
    share: NDArray[np.float64] = same / np.maximum(filled, 1)
    return share


def _least(hashes: NDArray[np.uint64], places: int) -> NDArray[np.uint32]:
    """The least hash of each of so many parts of the hashes; equal texts have equal ones, like texts many of them."""
    least = np.full(places, _NONE, dtype=np.uint32)
    values = np.minimum(hashes >> np.uint64(32), np.uint64(0xFFFFFFFE)).astype(np.uint32)
    np.minimum.at(least, (hashes % np.uint64(places)).astype(np.intp), values)
    return least


def _shingles(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    if len(hashes) < _SHINGLE:
        return _mixed(hashes)
    mixed = np.zeros(len(hashes) - _SHINGLE + 1, dtype=np.uint64)
    for i in range(_SHINGLE):
        mixed = _mixed(mixed + hashes[i : len(hashes) - _SHINGLE + 1 + i])
    return mixed


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """SplitMix64: neighbouring values far apart. It wraps round at 2**64, as it should."""
    values = values + np.uint64(0x9E3779B97F4A7C15)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: NDArray[np.uint64] = values ^ (values >> np.uint64(31))
    return mixed


@lru_cache(maxsize=50_000)
def _hash(word: str) -> int:
    data = word.encode()
    return zlib.crc32(data) << 32 | zlib.adler32(data)  # the same on every machine and in every run, unlike hash()


def _figure(word: str) -> str:
    """The digits of a number: 05 and 5, 1.150 and 1,150 are one."""
    return "".join(c for c in word if c.isdigit()).lstrip("0") if word[:1].isdigit() else ""


def _digest(members: Iterable[str]) -> int:
    joined = "\n".join(members)
    return int.from_bytes(hashlib.blake2b(joined.encode(), digest_size=8).digest(), "little") if joined else 0
