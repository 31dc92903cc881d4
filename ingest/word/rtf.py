"""Rich Text Format: groups and control words to paragraphs and table rows, each stretch of text with its font.

Fonts matter: text of the old Vietnamese ones is no Unicode. Knows nothing of lines.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ingest.letters.charmaps import latin
from ingest.letters.legacy import Run, of_font
from ingest.word.word_lines import RowCell, WordParagraph

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\", re.S
)
_DEEPEST = 5000
_MOST_CELLS = 500
_CODE_PAGES = {128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256,
               186: 1257, 204: 1251, 222: 874, 238: 1250}  # fmt: skip
_SIGNS = {
    "tab": " ", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_ESCAPED = {"~": "\u00a0", "-": "\u00ad", "_": "-", "{": "{", "}": "}", "\\": "\\"}
_SILENT = {
    "colortbl", "stylesheet", "info", "pict", "object", "fldinst", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "annotation", "atnid", "atnauthor", "shprslt", "nonshppict", "nonesttables", "xe",
    "tc", "rxe",
    "listtable", "listoverridetable", "revtbl", "filetbl", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "private", "ud",
    "themedata", "colorschememapping", "datastore", "latentstyles", "rsidtbl", "generator", "xmlnstbl", "bkmkstart",
    "bkmkend", "template", "mmathPr",
}  # fmt: skip
_SOFT = {"object"}
_SPEAKING = {"shptxt", "result", "fldrslt"}  # text to be seen inside what is silent otherwise


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group and ends with it."""

    font: int | None = None
    silent: int = 0  # 1: but for what speaks inside it, 2: all of it
    naming: bool = False  # in the table of fonts
    note: bool = False
    unseen: bool = False
    inner: bool = False  # in what describes the row of a table inside a cell
    skip: int = 1  # characters after \\u that older readers show instead


@dataclass(slots=True)
class _Row:
    cells: list[RowCell] = field(default_factory=list)
    across: bool = False
    down: bool = False


class Rtf:
    """Reads a file from its beginning to its end; `paragraphs` and `notes` are what it found."""

    def __init__(self, content: bytes) -> None:
        self.paragraphs: list[WordParagraph] = []
        self.notes: list[WordParagraph] = []
        self._fonts: dict[int, str] = {}
        self._charsets: dict[int, int] = {}
        self._page = 1252
        self._state = _State()
        self._outer: list[_State] = []
        self._runs: list[Run] = []
        self._noted: list[Run] = []
        self._bytes = bytearray()
        self._waiting = self._half = 0
        self._default: int | None = None
        self._ignorable = False
        self._depth = 0
        self._heading = 0
        self._row, self._inner = _Row(), _Row()
        self._done: dict[str, Callable[[int | None], None]] = {
            "par": self._par, "sect": self._par, "cell": self._cell, "nestcell": self._inner_cell,
            "nestrow": self._inner_row, "nesttableprops": self._inner_properties,
            "row": self._end_row, "pard": self._pard, "plain": self._plain, "trowd": self._new_row, "cellx": self._edge,
            "f": self._font, "u": self._unicode, "fonttbl": self._font_table, "ansicpg": self._code_page,
            "footnote": self._note, "deff": self._default_font,
        }  # fmt: skip
        self._read(content)

    def _read(self, content: bytes) -> None:
        at = 0
        while match := _TOKEN.match(content, at):
            at = match.end()
            word, number, code, sign, brace, text = match.groups()
            if word is not None:
                value = int(number) if number else None
                if word == b"bin" and value:
                    at += max(value, 0)
                else:
                    self._word(word.decode("ascii"), value)
            elif code is not None:
                self._byte(bytes([int(code, 16)]))
            elif sign is not None:
                self._sign(sign.decode("latin-1"))
            elif brace is not None:
                self._open() if brace == b"{" else self._close()
            elif text is not None:
                self._byte(text)
        self._flush()
        if self._runs:
            self._par(None)
        if self._noted:
            self.notes.append(WordParagraph(tuple(self._noted)))

    def _open(self) -> None:
        self._flush()
        self._ignorable = False
        if len(self._outer) > _DEEPEST:
            raise ValueError("groups too deep")
        self._outer.append(self._state)

    def _close(self) -> None:
        self._flush()
        self._ignorable = False
        before = self._state
        if self._outer:
            self._state = self._outer.pop()
        if before.note and not self._state.note:
            self.notes.append(WordParagraph(tuple(self._noted)))
            self._noted = []

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._ignorable = True
        elif sign in "\r\n":
            self._par(None)
        elif sign in _ESCAPED:
            self._text(_ESCAPED[sign])

    def _word(self, word: str, value: int | None) -> None:
        ignorable, self._ignorable = self._ignorable, False
        if word != "u":
            self._flush()
        if word in _SPEAKING:
            self._state = replace(self._state, silent=0 if self._state.silent < 2 else 2)
        elif word in self._done:
            self._done[word](value)
        elif word in _SILENT or ignorable:
            silent = 2 if word in _SILENT and word not in _SOFT else max(1, self._state.silent)
            self._state = replace(self._state, silent=silent)
        elif word in _SIGNS:
            self._text(_SIGNS[word])
        else:
            self._property(word, value)

    def _property(self, word: str, value: int | None) -> None:
        if word in ("v", "deleted"):
            self._state = replace(self._state, unseen=value != 0)
        elif word == "uc":
            self._state = replace(self._state, skip=min(max(value or 0, 0), 8))
        elif word == "fcharset" and self._state.naming and self._state.font is not None:
            self._charsets[self._state.font] = value or 0
        elif word == "intbl":
            self._depth = max(self._depth, 1)
        elif word == "itap":
            self._depth = min(max(value or 0, 0), 10)
        elif word == "outlinelevel":
            self._heading = value + 1 if value is not None and 0 <= value < 9 else 0
        elif word in ("clmrg", "clvmrg"):
            row = self._inner if self._state.inner else self._row
            row.across, row.down = row.across or word == "clmrg", row.down or word == "clvmrg"

    def _byte(self, raw: bytes) -> None:
        if self._waiting:
            skipped = min(self._waiting, len(raw))
            self._waiting -= skipped
            raw = raw[skipped:]
        if self._state.naming:
            if self._state.font is not None and not self._state.silent:
                named = self._fonts.get(self._state.font, "") + latin(raw)
                self._fonts[self._state.font] = named[:200]
        elif not self._state.silent and not self._state.unseen:
            self._bytes += raw

    def _flush(self) -> None:
        """Bytes wait until their code page can make whole letters of them."""
        if self._bytes:
            raw, self._bytes = bytes(self._bytes), bytearray()
            page = _CODE_PAGES.get(self._charsets.get(self._state.font or 0, 0), self._page)
            name = self._name()
            western = page == 1252 or of_font(name) is not None
            try:
                text = latin(raw) if western else raw.decode(f"cp{page}", errors="replace")
            except LookupError:
                text = latin(raw)
            self._add(text)

    def _text(self, text: str) -> None:
        self._flush()
        if not (self._state.silent or self._state.unseen or self._state.naming):
            self._add(text)

    def _add(self, text: str) -> None:
        (self._noted if self._state.note else self._runs).append(Run(text, self._name()))

    def _name(self) -> str | None:
        name = self._fonts.get(self._state.font) if self._state.font is not None else None
        return name.strip().rstrip(";").strip() if name else None

    def _unicode(self, value: int | None) -> None:
        if self._state.silent or self._state.unseen or self._state.naming:
            return
        self._flush()
        code, half, self._half = (value or 0) % 0x10000, self._half, 0
        self._waiting = self._state.skip
        if 0xD800 <= code < 0xDC00:
            self._half = code  # the first half of a letter beyond the first 65,536
        elif 0xDC00 <= code < 0xE000:
            self._add(chr(0x10000 + ((half - 0xD800) << 10) + code - 0xDC00) if half else "\ufffd")
        else:
            self._add(chr(code))

    def _par(self, value: int | None) -> None:
        if self._state.silent:
            return
        if self._state.note:
            self._text("\n")
            return
        self._end(WordParagraph(self._taken(), self._heading, depth=self._depth))

    def _cell(self, value: int | None) -> None:
        if not self._state.silent:
            self._end(WordParagraph(self._taken(), self._heading, depth=1, cell_end=True))

    def _inner_cell(self, value: int | None) -> None:
        if not self._state.silent:
            self._end(WordParagraph(self._taken(), self._heading, depth=max(self._depth, 2), cell_end=True))

    def _end_row(self, value: int | None) -> None:
        if not self._state.silent:
            self._runs = []
            self._end(WordParagraph((), depth=1, row_end=True, row=tuple(self._row.cells)))

    def _inner_row(self, value: int | None) -> None:
        if not self._state.silent:
            self._end(WordParagraph((), depth=max(self._depth, 2), row_end=True, row=tuple(self._inner.cells)))

    def _inner_properties(self, value: int | None) -> None:
        self._state = replace(self._state, inner=True)

    def _end(self, paragraph: WordParagraph) -> None:
        self.paragraphs.append(paragraph)

    def _taken(self) -> tuple[Run, ...]:
        self._flush()
        runs, self._runs = self._runs, []
        return tuple(runs)

    def _pard(self, value: int | None) -> None:
        if not self._state.silent:
            self._depth = self._heading = 0

    def _plain(self, value: int | None) -> None:
        self._state = replace(self._state, unseen=False, font=self._default)

    def _default_font(self, value: int | None) -> None:
        self._default = value
        self._state = replace(self._state, font=value)

    def _new_row(self, value: int | None) -> None:
        if self._state.inner:
            self._inner = _Row()
        else:
            self._row = _Row()

    def _edge(self, value: int | None) -> None:
        current = self._inner if self._state.inner else self._row
        left = current.cells[-1].right if current.cells else 0
        if len(current.cells) < _MOST_CELLS:
            current.cells.append(RowCell(left, value or 0, current.across, current.down))
        current.across = current.down = False

    def _font(self, value: int | None) -> None:
        self._state = replace(self._state, font=value)

    def _font_table(self, value: int | None) -> None:
        self._state = replace(self._state, naming=True)

    def _code_page(self, value: int | None) -> None:
        self._page = value or 1252

    def _note(self, value: int | None) -> None:
        self._state = replace(self._state, note=True, silent=0 if self._state.silent < 2 else 2)
