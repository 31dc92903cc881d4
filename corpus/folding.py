"""Words as they are searched: tokens, folded (no diacritics), exact (tone placement evened out), stemmed.

Knows nothing of indexes.
"""

import re
import threading
import unicodedata
from functools import lru_cache

import snowballstemmer

from corpus.messages import Language
from corpus.syllables import is_bare_syllable

# for character classes: a range such as À-Ỹ would take in small letters too
CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"

WORD = re.compile(r"\d+(?:[.,/:]\d+)+|[^\W_]+")
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
# types and units of documents as they are typed in haste, no words of English: "dieu 12 qd 40/2023"
_HASTY = frozenset("dieu khoan qd nd nq tt ttlt kh cv hd kl tb bc ttr ctr qyd qc vbhn".split())
_ENOUGH = 4  # words whose letters tell the language without a model
_stemmer = snowballstemmer.stemmer("english")
_stemming = threading.Lock()  # the stemmer keeps the word that it is at: two threads would spoil each other's


def nfc(text: str) -> str:
    """NFC, with the Icelandic Eth that stands for Đ in many files (U+00D0, U+00F0) put right."""
    return unicodedata.normalize("NFC", text).replace("\u00d0", "Đ").replace("\u00f0", "đ")


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Lower case without diacritics, đ as d: what somebody types who types no marks."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("\u00f0", "d"))
    return "".join(c for c in bare if unicodedata.category(c) != "Mn")


@lru_cache(maxsize=100_000)
def exact(word: str) -> str:
    """The word with its tone mark at the end, so that hoà and hòa, uỷ and ủy are one."""
    letters = unicodedata.normalize("NFD", word.lower())
    tone = "".join(c for c in letters if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES)) + tone


_BRITISH = (
    (re.compile(r"(?<=[a-z]{2})our(?=$|s$|ed$|ing$|ite|ab)"), "or"),
    (re.compile(r"is(?=e$|es$|ed$|ing$|ation|ational)"), "iz"),
    (re.compile(r"^programme"), "program"),
    (re.compile(r"^centre"), "center"),
)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The English stem of a folded word (Porter 2); British and American spellings have one."""
    for pattern, american in _BRITISH:
        word = pattern.sub(american, word) if len(word) > 5 else word
    with _stemming:
        return str(_stemmer.stemWord(word))


def words(text: str) -> list[str]:
    """Syllables, English words, and numbers whole (1.15, 31/3/2024), as printed."""
    return WORD.findall(unicodedata.normalize("NFC", text))


def has_diacritics(text: str) -> bool:
    """Whether any Vietnamese letter or tone stands in the text."""
    return any(fold(c) != c.lower() for c in text if c.isalpha())


def vietnamese_share(text: str) -> float:
    """Share of letters that only Vietnamese uses; about 0.2 in Vietnamese, 0 in English and in unmarked Vietnamese."""
    letters = sum(c.isalpha() for c in text)
    return len(_VIETNAMESE.findall(unicodedata.normalize("NFC", text))) / letters if letters else 0.0


def language_of(text: str) -> Language:
    """Vietnamese or English, by its letters where there are marks, else by a language model of two languages."""
    share = vietnamese_share(text)
    if share > 0.05:
        return "vi"
    marked = [w for w in words(text) if has_diacritics(w)]
    if marked and len(marked) * 4 >= len(words(text)):
        return "vi"
    return _unmarked_language(text[:2000])


@lru_cache(maxsize=1000)
def _unmarked_language(text: str) -> Language:
    spoken = [w.lower() for w in words(text) if w.isalpha() and not w.isupper()]
    syllables = sum(w in _HASTY or is_bare_syllable(w) for w in spoken)
    if syllables == len(spoken) and (len(spoken) > 1 or not _HASTY.isdisjoint(spoken)):
        return "vi"  # "de an vi tri viec lam": too short for a model of letters
    if len(spoken) >= _ENOUGH and syllables <= len(spoken) / 2:
        return "en"  # of English words a quarter could be syllables, of Vietnamese ones nine in ten are
    import py3langid  # the model takes half a second to load: only where letters do not tell

    py3langid.set_languages(["en", "vi"])
    return "vi" if py3langid.classify(text)[0] == "vi" else "en"
