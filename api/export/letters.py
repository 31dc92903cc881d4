"""How wide words are in Times New Roman, and on how many lines they stand. Knows nothing of tables or pages.

The widths are those of the font's Latin letters in thousandths of its size; a letter with marks is as wide as the bare
one, and what is not listed as wide as usual letters. Liberation Serif, which stands in for the font, has the same.
"""

import math
import unicodedata
from functools import lru_cache

_USUAL, _SPACE, _BOLD = 500, 250, 1.07
_WIDTHS = {
    278: "ijlt/:;\\", 333: "fr()[]-!`I", 389: "sJ", 444: "acez?“”", 500: "bdghknopquvxyđ0123456789$#_–", 180: "'",
    200: "|", 250: ".,", 408: '"', 480: "{}", 564: "+<>=", 541: "~", 556: "FPS", 611: "ELTZ", 667: "BCR", 778: "m&",
    722: "wADGHKNOQUVXYĐ", 833: "%", 889: "M", 921: "@", 944: "W", 1000: "…—",
}  # fmt: skip
_OF_LETTER = {letter: width for width, letters in _WIDTHS.items() for letter in letters}


@lru_cache(maxsize=4096)
def _letter(letter: str) -> int:
    bare = unicodedata.normalize("NFD", letter)[0]
    return _OF_LETTER.get(bare, _USUAL)


@lru_cache(maxsize=65_536)
def _word(word: str) -> int:
    return sum(map(_letter, word))


def wide(text: str, size: float, bold: bool = False) -> float:
    """The points that a line of text takes."""
    return _word(text) * size / 1000 * (_BOLD if bold else 1)


def lines(text: str, width: float, size: float, bold: bool = False) -> int:
    """On how many lines the text stands in `width` points, broken between words as programs do it."""
    room = max(1.0, width * 1000 / size / (_BOLD if bold else 1))
    return sum(_broken(line, room) for line in text.split("\n"))


def _broken(line: str, room: float) -> int:
    count, at = 1, 0.0
    for word in line.split():
        long = _word(word)
        if at and at + long > room:
            count, at = count + 1, 0.0
        if long > room:  # a word wider than the line is broken within
            more = math.ceil((at + long) / room) - 1
            count, at = count + more, at + long - more * room
        else:
            at += long
        at += _SPACE
    return count
