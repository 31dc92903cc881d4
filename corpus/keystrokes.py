"""Vietnamese typed on a plain keyboard, as its keys were struck (Telex "nghij quyeets", VNI "nghi5 quye6t1"), read.

A question is read so only as a whole, and only where nothing but typing explains it: English is never touched.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.folding import has_diacritics
from corpus.syllables import is_bare_syllable, toned

_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_HORNS = {"a": "ă", "o": "ơ", "u": "ư"}
_TOKEN = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"[^\W_]+|[\W_]+")
_TELEX = re.compile(r"[a-z]{2,10}")
_VNI = re.compile(r"[a-z][a-z1-9]{1,9}")
_LONG = 5000  # characters looked at: typing shows itself at once


@dataclass(slots=True)
class _Keys:
    """What the keys struck so far have made: letters, a tone, and whether any key made a mark."""

    letters: list[str]
    tone: str = ""
    wrong: bool = False

    def give_tone(self, tone: str) -> None:
        self.wrong = self.wrong or bool(self.tone)  # a tone struck twice takes itself back: "boss" is meant as it is
        self.tone = tone

    def give_mark(self, marks: dict[str, str], among: str) -> None:
        """Changes the last letter among some that bears no mark yet; with a horn, "uo" bears two."""
        place = next((i for i in reversed(range(len(self.letters))) if self.letters[i] in among), None)
        if place is None:
            self.wrong = True
            return
        self.letters[place] = marks[self.letters[place]]
        if self.letters[place] == "ơ" and place and self.letters[place - 1] == "u":
            self.letters[place - 1] = "ư"

    def stroke(self) -> None:
        if self.letters[0] == "d":
            self.letters[0] = "đ"
        else:
            self.wrong = True

    @property
    def vowel(self) -> bool:
        return any(letter not in "bcdđghklmnpqrstvx" for letter in self.letters)


@lru_cache(maxsize=50_000)
def telex(word: str) -> str | None:
    """The syllable that a word's keys make under Telex, None if they make none or none with a mark."""
    if not _TELEX.fullmatch(word):
        return None
    keys = _Keys([])
    for key in word:
        _telex_key(keys, key)
    return _made(keys, word)


def _telex_key(keys: _Keys, key: str) -> None:
    if key in _TELEX_TONES and keys.vowel:
        keys.give_tone(_TELEX_TONES[key])
    elif key == "w":
        _telex_horn(keys)
    elif key in _HATS and key in keys.letters:
        keys.give_mark(_HATS, key)
    elif key == "d" and keys.letters:
        keys.stroke()
    else:
        keys.letters.append(key)


def _telex_horn(keys: _Keys) -> None:
    if keys.letters[-2:] == ["u", "a"]:
        keys.letters[-2] = "ư"  # "muaw": mưa
    elif keys.vowel:
        keys.give_mark(_HORNS, "aou")
    else:
        keys.letters.append("ư")


@lru_cache(maxsize=50_000)
def vni(word: str) -> str | None:
    """The syllable that a word's keys make under VNI, None if they make none or none with a mark."""
    if not _VNI.fullmatch(word) or word.isalpha():
        return None
    keys = _Keys([])
    for key in word:
        if key in _VNI_TONES:
            keys.give_tone(_VNI_TONES[key])
        elif key == "6":
            keys.give_mark(_HATS, "aeo")
        elif key == "7":
            keys.give_mark(_HORNS, "ou") if keys.letters[-2:] != ["u", "a"] else _telex_horn(keys)
        elif key == "8":
            keys.give_mark(_HORNS, "a")
        elif key == "9":
            keys.stroke()
        else:
            keys.letters.append(key)
    return _made(keys, word)


def _made(keys: _Keys, word: str) -> str | None:
    if keys.wrong or not keys.letters:
        return None
    letters = unicodedata.normalize("NFC", "".join(keys.letters))
    syllable = toned(letters, keys.tone) or toned(letters.replace("ươ", "uơ"), keys.tone)  # thuở, quở: one horn only
    return syllable if syllable != word else None


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    """English words (and names) whose letters are Telex keystrokes too: they prove nothing."""
    text = (Path(__file__).parent / "keystrokes.txt").read_text(encoding="utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


def as_meant(text: str) -> str:
    """The text as it was meant: keystrokes put together where all of it was typed so, else as it stands."""
    if len(text) > _LONG or has_diacritics(text):
        return text
    for by_digits in (True, False):
        if _typed_so(text, by_digits):
            return "".join(_replaced(part, by_digits) for part in _PARTS.findall(text))
    return text


def _typed_so(text: str, by_digits: bool) -> bool:
    """Whether words that can be nothing else speak for it, and hardly any against it."""
    made = against = proof = 0
    for word in _TOKEN.findall(text):
        if _either_way(word):
            continue
        small = word.lower()
        syllable = vni(small) if by_digits else telex(small)
        if syllable is None:
            against += small not in _english()
        elif small not in _english():
            made += 1
            proof += _proof(small, syllable, by_digits)
    return proof > 1 and against * 3 <= made


def _either_way(word: str) -> bool:
    """A figure, an abbreviation, a syllable that bears no mark: typed like this in any case."""
    if word.isdigit() or (word.isupper() and len(word) > 1):
        return True
    return is_bare_syllable(word.lower()) and "oo" not in word.lower()  # "coong" is "công" more often than a loan word


def _proof(word: str, syllable: str, by_digits: bool) -> int:
    """2 where nobody types such a word but for its marks, 1 where it may be a name or a slip."""
    if by_digits:
        if sum(c.isalpha() for c in word) == 1:
            return 0  # "a1", "o3": names of things
        return 2 if len(word) > 3 and not word[-1].isdigit() or sum(c.isdigit() for c in word) > 1 else 1
    marks = sum(unicodedata.category(c) == "Mn" for c in unicodedata.normalize("NFD", syllable)) + syllable.count("đ")
    return 2 if marks > 1 or word.endswith("j") else 1


def _replaced(word: str, by_digits: bool) -> str:
    if not word.isalnum() or _either_way(word):
        return word
    syllable = (vni if by_digits else telex)(word.lower())
    if syllable is None:
        return word
    return syllable.capitalize() if word[0].isupper() else syllable
