"""The tables inside a binary Word file: pieces of text, properties, styles, fonts. Follows [MS-DOC].

Knows nothing of paragraphs. Damage shows as struct.error, IndexError or ValueError.
"""

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

_BLOCK = 512
_OPERANDS = (1, 1, 2, 4, 2, 2, -1, 3)  # bytes of a property's value, by the three highest bits of its code
_TABLE_DEFINITION = 0xD608
_DEEPEST = 50  # styles based on each other; a damaged file may have them in a circle

Properties = dict[int, bytes]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of the text, which lie at `offset` in the stream, `width` bytes each."""

    start: int
    end: int
    offset: int
    width: int


@dataclass(frozen=True, slots=True)
class Places(Generic[T]):
    """What holds from each of the places in the stream up to the next."""

    starts: list[int]
    values: list[T]

    def at(self, place: int) -> T | None:
        """What holds at a place."""
        i = bisect_right(self.starts, place) - 1
        return self.values[i] if i >= 0 else None

    def next(self, place: int) -> int | None:
        """Where something else begins to hold."""
        i = bisect_right(self.starts, place)
        return self.starts[i] if i < len(self.starts) else None


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of paragraphs and of characters; `heading` is the level of the built-in headings."""

    base: int
    paragraph: Properties
    character: Properties
    heading: int


class Styles:
    """The styles of a file, each with what it takes from those that it is based on."""

    def __init__(self, defaults: Properties, styles: dict[int, Style]) -> None:
        self.defaults = defaults
        self._styles = styles
        self._paragraph: dict[int, Properties] = {}
        self._character: dict[int, Properties] = {}

    def heading(self, style: int) -> int:
        """The heading level of a style, 0 for others."""
        return self._styles[style].heading if style in self._styles else 0

    def paragraph(self, style: int) -> Properties:
        """What holds for a paragraph of this style."""
        if style not in self._paragraph:
            self._paragraph[style] = {k: v for s in self._chain(style) for k, v in s.paragraph.items()}
        return self._paragraph[style]

    def character(self, style: int) -> Properties:
        """What holds for the characters of this style."""
        if style not in self._character:
            self._character[style] = {k: v for s in self._chain(style) for k, v in s.character.items()}
        return self._character[style]

    def _chain(self, style: int) -> list[Style]:
        found: list[Style] = []
        while style in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[style])
            style = found[-1].base
        return found[::-1]


@lru_cache(maxsize=10_000)
def properties(packed: bytes) -> Properties:
    """The values of a list of properties by their code."""
    found: Properties = {}
    at = 0
    while at + 2 < len(packed):
        code = packed[at] | packed[at + 1] << 8
        at += 2
        size = _OPERANDS[code >> 13]
        if code == _TABLE_DEFINITION:
            size = (packed[at] | packed[at + 1] << 8) - 1 if at + 1 < len(packed) else 0
            at += 2
        elif size < 0:
            size = packed[at]
            at += 1
        found[code] = packed[at : at + size]
        at += max(size, 0)
    return found


def pieces(packed: bytes) -> list[Piece]:
    """The pieces of the text in order."""
    at = 0
    while at < len(packed) and packed[at] == 1:
        at += 3 + struct.unpack_from("<H", packed, at + 1)[0]
    if at + 5 > len(packed) or packed[at] != 2:
        raise ValueError("no table of pieces")
    table = packed[at + 5 : at + 5 + struct.unpack_from("<I", packed, at + 1)[0]]
    count = (len(table) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", table)
    if any(a > b for a, b in pairwise(bounds)):
        raise ValueError("pieces out of order")
    found: list[Piece] = []
    for i in range(count):
        place = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * i + 2)[0]
        narrow = bool(place & 0x40000000)
        place &= 0x3FFFFFFF
        found.append(Piece(bounds[i], bounds[i + 1], place // 2 if narrow else place, 1 if narrow else 2))
    return found


def places(table: bytes, main: bytes, read: Callable[[bytes, int, int], T]) -> Places[T]:
    """What the blocks named by a table say of the places in the stream; `read(block, runs, i)` reads one of them."""
    count = max((len(table) - 4) // 8, 0)
    found: list[tuple[int, T]] = []
    for page in struct.unpack_from(f"<{count}I", table, 4 * (count + 1)) if count else ():
        base = (page & 0x3FFFFF) * _BLOCK
        block = main[base : base + _BLOCK]
        if len(block) == _BLOCK and 0 < block[511] <= 101:
            starts = struct.unpack_from(f"<{block[511]}I", block)
            found.extend((start, read(block, block[511], i)) for i, start in enumerate(starts))
    found.sort(key=lambda pair: pair[0])
    return Places([start for start, _ in found], [value for _, value in found])


def of_characters(block: bytes, runs: int, i: int) -> Properties:
    """The properties of the i-th stretch of characters of a block."""
    at = 2 * block[4 * (runs + 1) + i]
    return properties(block[at + 1 : at + 1 + block[at]]) if at else {}


def of_paragraphs(block: bytes, runs: int, i: int) -> tuple[int, Properties]:
    """(style, properties) of the i-th paragraph of a block."""
    at = 2 * block[4 * (runs + 1) + 13 * i]
    if not at:
        return 0, {}
    size = 2 * block[at] - 1
    if block[at] == 0:
        at += 1
        size = 2 * block[at]
    packed = block[at + 1 : at + 1 + size]
    return int.from_bytes(packed[:2], "little"), properties(packed[2:])


def fonts(packed: bytes) -> dict[int, str]:
    """The names of the fonts by their number."""
    found: dict[int, str] = {}
    at = 4
    for i in range(struct.unpack_from("<H", packed)[0] if len(packed) >= 4 else 0):
        if at >= len(packed):
            break
        entry = packed[at + 1 : at + 1 + packed[at]]
        found[i] = entry[39:].decode("utf-16-le", errors="replace").split("\0")[0]
        at += 1 + packed[at]
    return found


def styles(packed: bytes) -> Styles:
    """The styles of the file; none where the sheet is damaged or missing."""
    if len(packed) < 20:
        return Styles({}, {})
    head = struct.unpack_from("<H", packed)[0]
    count, size = struct.unpack_from("<HH", packed, 2)
    ascii_font, _, other = struct.unpack_from("<HHH", packed, 14)
    defaults = {0x4A4F: ascii_font.to_bytes(2, "little"), 0x4A51: other.to_bytes(2, "little")}
    found: dict[int, Style] = {}
    at = 2 + head
    for i in range(count):
        if at + 2 > len(packed):
            break
        length = struct.unpack_from("<H", packed, at)[0]
        if length >= size:
            found[i] = _style(packed[at + 2 : at + 2 + length], size)
        at += 2 + length
    return Styles(defaults, found)


def _style(packed: bytes, size: int) -> Style:
    kind, family, parts = struct.unpack_from("<HHH", packed)
    name = struct.unpack_from("<H", packed, size)[0] if size + 2 <= len(packed) else 0
    found = list(_parts(packed, size + 2 + 2 * name + 2, parts & 0xF))
    sti, of_text = kind & 0x0FFF, family & 0xF
    paragraph = properties(found[0][2:]) if of_text == 1 and found else {}
    character = properties(found[of_text == 1]) if of_text in (1, 2) and len(found) > (of_text == 1) else {}
    return Style(family >> 4, paragraph, character, sti if 1 <= sti <= 9 else 0)


def _parts(packed: bytes, at: int, count: int) -> Iterator[bytes]:
    for _ in range(count):
        at += at % 2
        if at + 2 > len(packed):
            return
        size = struct.unpack_from("<H", packed, at)[0]
        yield packed[at + 2 : at + 2 + size]
        at += 2 + size
