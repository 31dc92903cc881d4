"""Word files of 1997 to 2003 with their fonts, automatic numbers and tables; older ones through antiword."""

import io
import re
import struct
from collections.abc import Iterator

from corpus.errors import FileError
from ingest.letters.charmaps import latin
from ingest.letters.legacy import encoding_of, modern
from ingest.lines import Allowed, Line, Reading
from ingest.word import antiword
from ingest.word.antiword import missing
from ingest.word.word97 import Word97
from ingest.word.word97_lists import Lists
from ingest.word.word_lines import WordParagraph, word_lines

__all__ = ["missing", "read_doc"]

_WORD_97, _FIRST_OF_WORD_97 = 0xA5EC, 0xC1
_WORD_6 = 0xA5DC
_FIELD = re.compile("\x13[^\x13-\x15]{0,2000}(?:\x14|\x15)|\x15")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_STREAMS = ("WordDocument", "0Table", "1Table", "Data")
# what damage raises in our own reading; anything else is a mistake of ours, which antiword is not to hide
_DAMAGE = (ValueError, struct.error, IndexError, KeyError, OverflowError)
# what damaged containers make olefile raise
_NO_CONTAINER = (OSError, ValueError, struct.error, IndexError, KeyError, TypeError, AttributeError, OverflowError)


def read_doc(name: str, content: bytes, allowed: Allowed) -> Reading:
    """An old Word document; raises FileError with what to do if it is locked, damaged, or needs antiword."""
    main, *tables, data = _streams(name, content)
    identifier, version = struct.unpack_from("<HH", main) if len(main) >= 0x200 else (0, 0)
    if identifier == _WORD_97 and struct.unpack_from("<H", main, 0x0A)[0] & 0x0100:
        raise FileError("file-needs-password", name=name)
    try:
        if identifier != _WORD_97 or version < _FIRST_OF_WORD_97:
            raise ValueError("before Word 97")
        lines = list(_lines(Word97(main, (tables[0], tables[1]), data)))
    except _DAMAGE as error:
        if identifier == _WORD_97 and version >= _FIRST_OF_WORD_97 and missing():
            raise FileError("file-broken", name=name, format="DOC") from error
        lines = _of_antiword(name, content, main, allowed)
    return Reading(tuple(lines), "application/msword")


def _of_antiword(name: str, content: bytes, main: bytes, allowed: Allowed) -> list[Line]:
    """The lines of a file from before Word 97; antiword refuses small ones, whose text is easily had."""
    try:
        return antiword.lines_of(name, content, allowed.scratch)
    except FileError as error:
        lines = _plain_lines(main) if error.code == "file-broken" else []
        if not lines:
            raise
        return lines


def _plain_lines(main: bytes) -> list[Line]:
    """The text of Word 6 and 95 where it lies in one piece; the cells of a table's row in one line."""
    if len(main) < 0x38 or struct.unpack_from("<H", main)[0] != _WORD_6 or main[0x0A] & 0x05:
        return []  # made by fast saving, or locked
    start, size = struct.unpack_from("<I", main, 0x18)[0], struct.unpack_from("<I", main, 0x34)[0]
    text = latin(main[start : start + size]).replace("\x07\x07", "\r").replace("\x07", " | ")
    text = _FIELD.sub("", text).replace("\x0b", "\r").replace("\x0c", "\r")
    old = encoding_of(text)
    shown = (modern(_CONTROL.sub("", line), expected=old).strip() for line in text.split("\r"))
    return [Line(line) for line in shown if line]


def _streams(name: str, content: bytes) -> list[bytes]:
    """The main stream, the two table streams and the data stream; nothing for a file from before there were any."""
    import olefile

    if not content.startswith(olefile.MAGIC):
        return [b""] * len(_STREAMS)
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container:
            return [container.openstream(s).read() if container.exists(s) else b"" for s in _STREAMS]
    except _NO_CONTAINER as error:
        raise FileError("file-broken", name=name, format="DOC") from error


def _lines(file: Word97) -> Iterator[Line]:
    lists = Lists(file.part(73, beyond=True), file.part(74))

    def label(p: WordParagraph) -> str:
        return lists.label(*p.list) if p.list else ""

    yield from word_lines([list(file.paragraphs(s)) for s in ("body", "footnotes", "endnotes", "boxes")], label)
