"""Bytes to text, whatever the encoding: Unicode with and without a mark, Windows-1258, VISCII, old fonts, Latin-1.

Letters of old fonts (TCVN3, VNI) come out as the Latin-1 letters that they are to a computer (see `legacy`).
"""

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from corpus.syllables import count
from ingest.letters.charmaps import converted, latin
from ingest.letters.legacy import encoding_of, modern

# the longer marks first: UTF-32's begins with UTF-16's
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_SAMPLE = 40_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WESTERN = re.compile("[\x09-\x0d\x20-\x7e\u00a0-\u00ffŒœŠšŸŽžƒ€‚„…†‡ˆ‰‹›‘’“”•–—˜™]")
_COMMON = re.compile("[A-Za-z0-9àâäçéèêëîïíìóòôöúùûüñßáãõåæøœÀÂÄÇÉÈÊËÎÏÍÔÖÓÙÛÜÚÑÅÆØ“”‘’–—…«»°§€©®·\\s!-/:-@\\[-`{-~]")


def decode(content: bytes) -> str | None:
    """The text in whichever encoding it is; None for what is no text at all."""
    text = _of_unicode(content)
    if text is None:
        text = _of_bytes(content)
    if text is None or len(_CONTROL.findall(text[:_SAMPLE])) * 100 > min(len(text), _SAMPLE):
        return None
    return text


def _of_unicode(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    wide = _wide(content)
    if wide is not None:
        return wide
    return _of_utf8(content)


def _of_utf8(content: bytes) -> str | None:
    """UTF-8, where a letter or two may be broken and the last one cut off."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(content) - 3 and not content[:-3].isascii():
            return content[: error.start].decode("utf-8")
    text = content.decode("utf-8", errors="replace")
    letters = sum(len(found) for found in re.findall("[^\x00-\x7f\ufffd]+", text))
    return text if text.count("\ufffd") * 10 < letters else None


def _wide(content: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: most letters, and every space, have zeros for their higher bytes."""
    sample = content[: _SAMPLE - _SAMPLE % 4]
    size = len(sample)
    if size < 8 or sample.count(0) * 4 < size:
        return None
    empty = [sample[at::4].count(0) * 4 / size for at in range(4)]
    if min(empty[2:]) > 0.9 or min(empty[:2]) > 0.9:
        width, encoding = 4, "utf-32-le" if min(empty[2:]) > 0.9 else "utf-32-be"
    else:
        width, encoding = 2, "utf-16-le" if empty[1] + empty[3] > empty[0] + empty[2] else "utf-16-be"
    text = content[: len(content) - len(content) % width].decode(encoding, errors="replace")
    known = sum(c != "\ufffd" and (c.isprintable() or c.isspace()) for c in text[:_SAMPLE])
    return text if known * 50 >= min(len(text), _SAMPLE) * 49 else None


def _of_bytes(content: bytes) -> str | None:
    """One byte a letter: the reading that makes the words beyond ASCII Vietnamese, else a Western or detected one."""
    western = latin(content)
    best: tuple[float, int, str] | None = None
    for text in _vietnamese(content, western):
        score = _score(text[1])
        if score is not None and (best is None or score > best[:2]):
            best = (*score, text[0])
    if best is not None:
        return best[2]
    beyond = [c for c in western[:_SAMPLE] if c > "\x7f"]
    if all(map(_COMMON.match, beyond)) or sum(map(bool, map(_COMMON.match, beyond))) * 50 > len(beyond) * 49:
        return western
    guess = from_bytes(content[:200_000]).best()
    if guess is not None:
        return content.decode(guess.encoding, errors="replace")
    return western if all(map(_WESTERN.match, western[:_SAMPLE])) else None


def _vietnamese(content: bytes, western: str) -> list[tuple[str, str]]:
    """(text, how it reads in Unicode) of every encoding that offices in Viet Nam used."""
    windows = unicodedata.normalize("NFC", content.decode("cp1258", errors="replace"))
    viscii = converted(content.decode("latin-1"), "viscii")
    found = [(windows, windows), (viscii, viscii)]
    read = modern(western[:_SAMPLE], expected=encoding_of(western))
    if read != western[:_SAMPLE]:
        found.append((western, read))
    return found


def _score(text: str) -> tuple[float, int] | None:
    """Share and number of syllables among the words with diacritics; None if the text is not Vietnamese."""
    counted = count(text[:_SAMPLE])
    if counted.valid_marked < 1 or counted.valid * 2 < counted.words:
        return None
    valid = counted.valid_marked / counted.marked
    enough = 0.7 if counted.marked >= 5 else 1.0
    return (round(valid, 1), counted.valid_marked) if valid >= enough else None
