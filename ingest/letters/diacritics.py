"""Diacritics that fell apart from their letters ("Viê ̣t", "Ngh i ̣ đi ̣nh"), put back where that makes a syllable.

Knows nothing of files or of encodings.
"""

import re
import unicodedata
from collections.abc import Iterator

from corpus.syllables import is_syllable

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_HATS = "\u0302\u0306\u031b"
_MARKS = f"[{_TONES}{_HATS}]"
_SPACING = str.maketrans({"´": "\u0301", "ˊ": "\u0301", "ˋ": "\u0300", "˜": "\u0303", "ˆ": "\u0302", "˘": "\u0306"})
_SPACED = "[´ˊˋ˜ˆ˘]"
_ON_CONSONANTS = "ṭṇḥṃḅḍḳḷṛṣṿńǹḿćǵḱṕśŕĺĉĝĥŝẗṬṆḤṂḄḌḲḶṚṢṾŃǸḾĆǴḰṔŚŔĹĈĜĤŜ"
_BROKEN = re.compile(f"{_MARKS}|[{_ON_CONSONANTS}]|{_SPACED}")
_VIETNAMESE = re.compile("[đĐơƠưƯẠ-ỹ]")
_LETTERS = f"(?:[^\\W\\d_]|{_MARKS})+"
_GAP = "[ \t\u00a0]"
# a word with the marks that stand apart from it, before or after a gap
_WORD = re.compile(f"(?:{_LETTERS})?(?:{_GAP}?(?:{_MARKS}|{_SPACED})+(?:{_LETTERS})?)+|{_LETTERS}")
_DETACHED = re.compile(f"(?<=[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY]){_GAP}+(?={_MARKS})")
_LETTER = re.compile(r"[^\W\d_]+$")


def mended(text: str) -> str:
    """The text composed (NFC), each mark on the letter where it makes a syllable, and the syllables it broke joined.

    What makes no syllable stays as it was.
    """
    text = unicodedata.normalize("NFC", text)
    if not _BROKEN.search(text):
        return text  # text in order costs one search
    pieces: list[str] = []
    loose = False  # whether the last piece is a syllable that was put together here
    for piece, word in _pieces(text):
        if not word:
            pieces.append(piece)
            continue
        broken = bool(_BROKEN.search(piece))
        whole = _whole(piece) if broken else piece
        loose = _joined(pieces, whole, loose, broken)
    return unicodedata.normalize("NFC", "".join(pieces))


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The words of the text, each with the marks that stand beside it, and what is between them."""
    at = 0
    accents = bool(_VIETNAMESE.search(text))  # elsewhere "´" may be an apostrophe: l´an 2000
    for match in _WORD.finditer(text):
        if not accents and re.search(_SPACED, match.group()):
            continue
        if match.start() > at:
            yield text[at : match.start()], False
        yield match.group(), True
        at = match.end()
    if at < len(text):
        yield text[at:], False


def _joined(pieces: list[str], word: str, loose: bool, broken: bool) -> bool:
    """Adds a word; joins it with the one before if either was broken, and only together they are a syllable."""
    if (loose or broken) and len(pieces) >= 2 and pieces[-1] in (" ", "\u00a0") and _LETTER.match(pieces[-2]):
        left = pieces[-2]
        apart = is_syllable(left) and is_syllable(word)
        if not apart and is_syllable(left + word):
            pieces[-2:] = [left + word]
            return True
    pieces.append(word)
    return broken


def _whole(word: str) -> str:
    """A broken word put together, or as much of it as can be."""
    parts = re.split(f"({_GAP}+)", word)
    together = _placed("".join(parts[::2]))
    if together is not None:
        return together
    if len(parts) > 1:  # the mark may belong to the letters after the gap: "là" and "ái"
        halves = [_placed(p) or p for p in parts[::2]]
        if all(is_syllable(h) for h in halves):
            return " ".join(halves)
    return unicodedata.normalize("NFC", _DETACHED.sub("", word))


def _placed(word: str) -> str | None:
    """The syllable that these letters and marks make; None if they make none, or more marks are there than it bears."""
    letters: list[str] = []
    hats: set[str] = set()
    tones: set[str] = set()
    for char in unicodedata.normalize("NFD", word.translate(_SPACING)):
        if char in _TONES:
            tones.add(char)
        elif char in _HATS and letters and letters[-1].lower() in "aeou":
            letters[-1] += char
        elif char in _HATS:
            hats.add(char)
        else:
            letters.append(char)
    if len(tones) > 1 or len(hats) > 1 or not letters:
        return None
    tone, hat = "".join(tones), "".join(hats)
    return next((s for s in _spellings(letters, hat, tone) if is_syllable(s)), None)


def _spellings(letters: list[str], hat: str, tone: str) -> Iterator[str]:
    """The letters with a loose hat and the tone on one place after the other."""
    for h in range(len(letters)) if hat else (0,):
        for t in range(len(letters)):
            marked = [letter + (hat if i == h else "") + (tone if i == t else "") for i, letter in enumerate(letters)]
            yield unicodedata.normalize("NFC", "".join(marked))
