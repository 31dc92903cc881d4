"""Automatic numbering in a binary Word file: the label that Word shows before a paragraph. Follows [MS-DOC], 2.9.

Knows nothing of text.
"""

import struct
from dataclasses import dataclass, field

from ingest.list_labels import shown_number

_KINDS = {0: "1", 1: "I", 2: "i", 3: "A", 4: "a"}
_NO_NUMBER, _BULLET, _WITH_ZERO = 0xFF, 23, 22


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    kind: int
    restart: int | None  # begins anew after a level up to this one; None: after any higher one
    text: str  # the numbers of levels stand in it as the characters 0 to 8


@dataclass(slots=True)
class _List:
    id: int
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)


class Lists:
    """Counts along while paragraphs are read in order."""

    def __init__(self, definitions: bytes, overrides: bytes) -> None:
        self._levels: dict[int, dict[int, _Level]] = {}
        self._lists: list[_List] = []
        self._counts: dict[int, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()
        if len(definitions) >= 2:
            self._read_definitions(definitions)
        if len(overrides) >= 4:
            self._read_overrides(overrides)

    def label(self, number: int, level: int) -> str:
        """The label of the next paragraph of a list, "" if there is none to show, "-" for a bullet."""
        if not 0 < number <= len(self._lists):
            return ""
        instance = self._lists[number - 1]
        levels = self._levels.get(instance.id, {}) | instance.levels
        if level not in levels:
            return ""
        counts = self._counts.setdefault(instance.id, {})
        if (number, level) not in self._begun and level in instance.starts:
            counts[level] = instance.starts[level] - 1
        self._begun.add((number, level))
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for below in [i for i in counts if i > level]:
            restart = levels[below].restart if below in levels else None
            if restart is None or level < restart:
                del counts[below]
        return _shown(levels, counts, level)

    def _read_definitions(self, packed: bytes) -> None:
        count = struct.unpack_from("<H", packed)[0]
        at = 2 + 28 * count
        for i in range(count):
            id, simple = struct.unpack_from("<i", packed, 2 + 28 * i)[0], packed[2 + 28 * i + 26] & 1
            levels: dict[int, _Level] = {}
            for level in range(1 if simple else 9):
                levels[level], at = _level(packed, at)
            self._levels[id] = levels

    def _read_overrides(self, packed: bytes) -> None:
        count = struct.unpack_from("<I", packed)[0]
        at = 4 + 16 * count
        for i in range(count):
            id, changed = struct.unpack_from("<i", packed, 4 + 16 * i)[0], packed[4 + 16 * i + 12]
            self._lists.append(_List(id))
            at += 4
            for _ in range(changed):
                start, flags = struct.unpack_from("<iI", packed, at)
                at += 8
                if flags & 0x20:
                    self._lists[-1].levels[flags & 0xF], at = _level(packed, at)
                if flags & 0x10:
                    same = self._lists[-1].levels.get(flags & 0xF)
                    self._lists[-1].starts[flags & 0xF] = same.start if same else start


def _level(packed: bytes, at: int) -> tuple[_Level, int]:
    start, kind, flags = struct.unpack_from("<iBB", packed, at)
    characters, paragraphs, limit = packed[at + 24], packed[at + 25], packed[at + 26]
    text = at + 28 + characters + paragraphs
    size = struct.unpack_from("<H", packed, text)[0]
    shown = packed[text + 2 : text + 2 + 2 * size].decode("utf-16-le", errors="replace")
    return _Level(start, kind, limit if flags & 8 else None, shown), text + 2 + 2 * size


def _shown(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    if levels[level].kind == _BULLET:
        return "-"
    if levels[level].kind == _NO_NUMBER:
        return levels[level].text.strip()

    def number(at: int) -> str:
        known = levels.get(at)
        value, kind = counts.get(at, known.start if known else 1), known.kind if known else 0
        return f"{value:02d}" if kind == _WITH_ZERO else shown_number(value, _KINDS.get(kind, "1"), doubled=True)

    return "".join(number(ord(c)) if ord(c) < 9 else c for c in levels[level].text).strip()
