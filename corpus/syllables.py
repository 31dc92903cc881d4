"""Is a word a Vietnamese syllable? Decided by the spelling rules (onset, rime, tone), not by a list of words.

Knows nothing of meaning, of files or of encodings. Both places of the tone mark (hoà, hòa) are right.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_STOPPED = ("", "\u0301", "\u0323")  # before c, ch, p, t only sắc and nặng; no mark at all is left out below
_STOPS = re.compile(r"(?:c|ch|p|t|k)$")
_VOWELS = "aăâeêioôơuưy"
_HATTED = "ăâêôơ"

# fmt: off
_PLAIN_RIMES = tuple("""
a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âu ây âc âm ân âng âp ât
e eo ec em en eng ep et ê êu êch êm ên êng ênh êp êt
i ia iu ich im in inh ip it iêu iêc iêm iên iêng iêp iêt
o oi oc om on ong op ot oa oai oao oay oac oach oam oan oang oanh oap oat oăc oăm oăn oăng oăt
oe oeo oem oen oet oong ooc ô ôi ôc ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua ui uc um un ung up ut uôi uôc uôm uôn uông uôt uân uât uâng uây uê uêch uên uênh uêt uêu uơ
uy uya uych uyn uynh uyt uyp uyu uyên uyêt ư ưa ưi ưu ưc ưm ưn ưng ưt ươi ươu ươc ươm ươn ương ươp ươt
y yêu yêm yên yêng yêt
""".split())
# fmt: on

_ONSETS = (
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_FRONT = "eêiy"
_AFTER_GI = ("i", "in", "iêng", "iêt", "iêc", "iêm", "iên")  # gì, gìn, giếng: written with one i, onset g
_NAMES = ("ăk", "ak")  # Đắk Lắk: a spelling kept in names of places
_LETTERS = re.compile(r"[^\W\d_]+")


def _placed(rime: str, tone: str) -> set[str]:
    """The rime with its tone where the rules put it: one place, or two where both are in use."""
    vowels = [i for i, letter in enumerate(rime) if letter in _VOWELS]
    hats = [i for i in vowels if rime[i] in _HATTED]
    if hats:
        places = hats[-1:]  # ươ, iê, uyê: the last of them
    elif len(vowels) == 1 or rime[vowels[0]] == "ư":
        places = vowels[:1]
    elif vowels[-1] < len(rime) - 1:
        places = vowels[-1:]  # a final consonant: oan, uynh
    elif len(vowels) == 3:
        places = vowels[1:2]
    else:
        places = vowels if rime in ("oa", "oe", "uy") else vowels[:1]
    return {unicodedata.normalize("NFC", rime[: i + 1] + tone + rime[i + 1 :]) for i in places}


def _rimes() -> dict[str, str]:
    """Every toned rime, and the rime without tone that it is."""
    found: dict[str, str] = {}
    for rime in (*_PLAIN_RIMES, *_NAMES):
        tones = _STOPPED[1:] if _STOPS.search(rime) and rime not in _NAMES else _TONES
        for tone in tones:
            found.update(dict.fromkeys(_placed(rime, tone), rime))
    return found


_RIMES = _rimes()


@lru_cache(maxsize=200_000)
def is_syllable(word: str) -> bool:
    """Whether the word is spelt as a Vietnamese syllable, in small letters, capitalised or all in capitals."""
    if not 0 < len(word) <= 14:
        return False
    word = unicodedata.normalize("NFC", word)
    small = word.lower()
    if word not in (small, small.capitalize(), small.upper()):
        return False  # "tÕ" is a sign of another encoding, not a syllable
    return any(
        _fits(onset, rime) for onset in _ONSETS if small.startswith(onset) and (rime := _RIMES.get(small[len(onset) :]))
    )


def _fits(onset: str, rime: str) -> bool:
    """Whether this onset may be written before this rime."""
    first = rime[0]
    if rime in _NAMES:
        return onset in ("đ", "l", "b", "p")
    if onset in ("c", "ng"):
        return first not in _FRONT
    if onset == "g":
        return first not in _FRONT or rime in _AFTER_GI
    if onset in ("gh", "ngh"):
        return first in "eêi"
    if onset == "k":
        return first in _FRONT or rime == "an"  # Bắc Kạn
    if onset == "qu":
        return first in "aăâeêiyơ" or rime == "ôc"
    if onset == "gi":
        return first not in "iy"
    if first == "y":
        return rime == "y" or not onset
    return bool(onset) or not rime.startswith("iê")


@dataclass(frozen=True, slots=True)
class Counted:
    """How many words of letters a text has, how many are syllables, and the same of the words that bear a diacritic."""

    words: int
    valid: int
    marked: int
    valid_marked: int


def count(text: str) -> Counted:
    """Counts the words of a text and those spelt as Vietnamese syllables."""
    found = _LETTERS.findall(unicodedata.normalize("NFC", text))
    marked = [word for word in found if not word.isascii()]
    return Counted(len(found), sum(map(is_syllable, found)), len(marked), sum(map(is_syllable, marked)))


def share(text: str) -> float:
    """Share of the words of letters that are syllables: near 1 in Vietnamese, about 0.2 in English; 0 without words."""
    counted = count(text)
    return counted.valid / counted.words if counted.words else 0.0


def toned(bare: str, tone: str) -> str | None:
    """A syllable with hats and horns but without its tone (a combining mark, or ""), as it is spelt with it.

    None where the rules know no such syllable.
    """
    for onset in _ONSETS:
        rime = bare[len(onset) :]
        if bare.startswith(onset) and rime in _PLAIN_RIMES and _fits(onset, rime):
            found = [place for place in _placed(rime, tone) if _RIMES.get(place) == rime]
            if found:
                return onset + min(found)
    return None


@lru_cache(maxsize=1)
def _bare_syllables() -> frozenset[str]:
    spelt = (onset + rime for onset in _ONSETS for rime in _PLAIN_RIMES if _fits(onset, rime))
    return frozenset("".join(c for c in _letters(s) if unicodedata.category(c) != "Mn") for s in spelt)


def _letters(syllable: str) -> str:
    return unicodedata.normalize("NFD", syllable.replace("đ", "d"))


def is_bare_syllable(word: str) -> bool:
    """Whether a word in small letters is spelt as a syllable whose marks were left out."""
    return word in _bare_syllables()
