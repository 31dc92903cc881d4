"""The binary Word file of 1997 to 2003: paragraphs with their fonts, and what lists and tables say of them.

Follows [MS-DOC], the published specification. Knows nothing of lines, or of what the text says.
Damage shows as struct.error, IndexError or ValueError.
"""

import re
import struct
from collections.abc import Iterator

from ingest.letters.charmaps import latin
from ingest.letters.legacy import Run
from ingest.word import word97_parts
from ingest.word.word97_parts import Properties
from ingest.word.word_lines import RowCell, WordParagraph

_MOST = 20_000_000  # characters; what claims more is damaged
_ENDS = re.compile("[\r\x07\x0c]")
_UNSEEN = re.compile("[^\r\x07\x0c\x13-\x15]")
_TABLE_DEFINITION = 0xD608
_DELETED, _HIDDEN, _SYMBOL = 0x0800, 0x083C, 0x6A09
_FONT, _FONT_BEYOND_ASCII, _CHARACTER_STYLE = 0x4A4F, 0x4A51, 0x4A30
_LEVEL, _LIST, _IN_TABLE, _ROW_END, _DEPTH = 0x260A, 0x460B, 0x2416, 0x2417, 0x6649
_INNER_CELL, _INNER_ROW = 0x244B, 0x244C
_FAR = (0x6645, 0x6646)
_SECTIONS = ("body", "footnotes", "headers", "macros", "comments", "endnotes", "boxes")
_STANDS_FOR = str.maketrans({"\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": "\u00ad", "\u2028": "\n"})
_NO_TEXT = dict.fromkeys([*range(9), 0x0F, 0x10, *range(0x11, 0x1E)])


class Word97:
    """An open file: the main stream, its table stream, and what the tables say."""

    def __init__(self, main: bytes, tables: tuple[bytes, bytes], data: bytes = b"") -> None:
        self._main = main
        self._data = data
        self._table = tables[1] if struct.unpack_from("<H", main, 0x0A)[0] & 0x0200 else tables[0]
        self._pieces = word97_parts.pieces(self.part(33))
        self._characters = word97_parts.places(self.part(12), main, word97_parts.of_characters)
        self._paragraphs = word97_parts.places(self.part(13), main, word97_parts.of_paragraphs)
        self._fonts = word97_parts.fonts(self.part(15))
        self._styles = word97_parts.styles(self.part(1))

    def part(self, index: int, beyond: bool = False) -> bytes:
        """A part of the table stream by its place in the list of parts; with `beyond`, all that follows it too."""
        start, size = struct.unpack_from("<II", self._main, 0x9A + 8 * index)
        return self._table[start:] if beyond and size else self._table[start : start + size]

    def section(self, name: str) -> tuple[int, int]:
        """From which to which character a section of the text goes: "body", "footnotes", "endnotes", "boxes"."""
        sizes = [max(size, 0) for size in struct.unpack_from("<7i", self._main, 0x4C)]
        at = _SECTIONS.index(name)
        return sum(sizes[:at]), sum(sizes[: at + 1])

    def paragraphs(self, section: str) -> Iterator[WordParagraph]:
        """The paragraphs of a section, deleted and hidden text left out, fields by what they show."""
        start, end = self.section(section)
        runs: list[Run] = []
        fields: list[bool] = []
        for place, width, text, font in self._stretches(start, min(end, start + _MOST)):
            begun = 0
            for end_of in _ENDS.finditer(text):
                i = end_of.start()
                runs.append(Run(_shown(text[begun:i], fields), font))
                yield self._paragraph(runs, text[i], place + i * width)
                runs, begun = [], i + 1
            runs.append(Run(_shown(text[begun:], fields), font))
        if any(run.text for run in runs):
            yield WordParagraph(tuple(runs))

    def _paragraph(self, runs: list[Run], end: str, place: int) -> WordParagraph:
        style, own = self._paragraphs.at(place) or (0, {})
        found = self._styles.paragraph(style) | self._with_far(own)
        number, level = int.from_bytes(found.get(_LIST, b""), "little"), found.get(_LEVEL, b"\0")
        depth = int.from_bytes(found.get(_DEPTH, b""), "little") or int(_on(found, _IN_TABLE))
        return WordParagraph(
            runs=tuple(run for run in runs if run.text),
            heading=self._styles.heading(style),
            list=(number, level[0]) if 0 < number < 0x7FF and level else None,
            depth=max(depth, int(end == "\x07")),
            cell_end=end == "\x07" or (depth > 1 and _on(found, _INNER_CELL)),
            row_end=_on(found, _INNER_ROW) if depth > 1 else _on(found, _ROW_END),
            row=_row(found.get(_TABLE_DEFINITION, b"")),
        )

    def _with_far(self, own: Properties) -> Properties:
        """The properties with those that were too long for their place and lie in the data stream."""
        for code in _FAR:
            if len(own.get(code, b"")) == 4:
                at = int.from_bytes(own[code], "little")
                size = int.from_bytes(self._data[at : at + 2], "little")
                own = own | word97_parts.properties(self._data[at + 2 : at + 2 + size])
        return own

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int, str, str | None]]:
        """(place in the stream, bytes a character, text, font) of what has one set of properties; no unseen text."""
        for piece in self._pieces:
            first, last = max(piece.start, start), min(piece.end, end)
            at = piece.offset + (first - piece.start) * piece.width
            stop = min(piece.offset + (last - piece.start) * piece.width, len(self._main))
            while at < stop:
                until = min(self._characters.next(at) or stop, stop)
                until = min(until + (until - at) % piece.width, stop)
                own = self._characters.at(at) or {}
                text = _decoded(self._main[at:until], piece.width)
                if _on(own, _DELETED) or _on(own, _HIDDEN):
                    text = _UNSEEN.sub("\0", text)
                yield at, piece.width, *self._as_symbol(text, own, at)
                at = until

    def _as_symbol(self, text: str, own: Properties, place: int) -> tuple[str, str | None]:
        if len(own.get(_SYMBOL, b"")) == 4:
            font, code = struct.unpack("<HH", own[_SYMBOL])
            return text.replace("(", chr(code), 1), self._fonts.get(font)
        paragraph = self._paragraphs.at(place)
        return text, self._font(own, paragraph[0] if paragraph else 0)

    def _font(self, own: Properties, style: int) -> str | None:
        """The font of letters beyond ASCII, the only ones that an old encoding has in places of its own."""
        named = own.get(_CHARACTER_STYLE)
        chain = [own, self._styles.character(int.from_bytes(named, "little"))] if named else [own]
        for found in (*chain, self._styles.character(style), self._styles.defaults):
            code = _FONT_BEYOND_ASCII if _FONT_BEYOND_ASCII in found else _FONT
            if code in found:
                return self._fonts.get(int.from_bytes(found[code], "little"))
        return None


def _on(found: Properties, code: int) -> bool:
    return found.get(code, b"\0")[:1] not in (b"\0", b"")


def _decoded(raw: bytes, width: int) -> str:
    if width == 2:
        return raw[: len(raw) - len(raw) % 2].decode("utf-16-le", errors="replace")
    return latin(raw)


def _shown(text: str, fields: list[bool]) -> str:
    """What is to be seen of a text: of fields, the result. `fields`: of those open, whether their result has begun."""
    if not fields and text.isprintable():
        return text
    out: list[str] = []
    for char in text:
        if char == "\x13":
            fields.append(False)
        elif char == "\x14" and fields:
            fields[-1] = True
        elif char == "\x15" and fields:
            fields.pop()
        elif all(fields):
            out.append(char)
    return "".join(out).translate(_STANDS_FOR).translate(_NO_TEXT)


def _row(definition: bytes) -> tuple[RowCell, ...]:
    columns = definition[0] if definition else 0
    if not columns or len(definition) < 1 + 2 * (columns + 1):
        return ()
    edges = struct.unpack_from(f"<{columns + 1}h", definition, 1)
    cells: list[RowCell] = []
    for i in range(columns):
        at = 1 + 2 * (columns + 1) + 20 * i
        flags = int.from_bytes(definition[at : at + 2], "little")
        cells.append(RowCell(edges[i], edges[i + 1], bool(flags & 2), bool(flags & 0x20) and not flags & 0x40))
    return tuple(cells)
