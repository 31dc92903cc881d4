"""Names of persons as Vietnamese texts and their translations write them. Knows nothing of posts or documents."""

import re

from corpus.folding import CAPITALS, fold
from corpus.syllables import is_bare_syllable

_SURNAMES = frozenset({
    "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong",
    "ly", "dinh", "truong", "mai", "lam", "doan", "dao", "trinh", "luong", "ha", "cao", "luu", "ta", "thai", "chau",
    "quach", "to", "la", "tang", "trieu", "vuong", "phung", "kieu", "nghiem", "ton", "lo", "giang", "bach", "dam",
    "hua", "kim", "quan", "lai", "mac", "thach", "tong", "chu", "than", "ninh", "vi", "nong", "hoa",
})  # fmt: skip
_LARGE = rf"[{CAPITALS}][^\W\d_]*"
_RUN = re.compile(rf"(?<!\w){_LARGE}(?: {_LARGE})+")
_LONG_RUN = re.compile(rf"(?<!\w){_LARGE}(?:[ \t]+{_LARGE}){{2,}}")
_LONGEST = 4  # syllables of a name behind which other words with capitals may stand
_FEWEST, _MOST = 3, 5  # syllables: of two most are places (Hà Giang, Cao Bằng)
_NO_PERSON = ("ho chi minh",)  # an academy, a city


def is_surname(word: str) -> bool:
    """Whether a word may be a Vietnamese surname, with its marks or without."""
    return fold(word) in _SURNAMES


def persons_in(text: str) -> tuple[str, ...]:
    """The full names of persons in the order in which they stand, each once: "Phạm Văn Khoa", "Tran Quang Hai"."""
    found: dict[str, None] = {}
    for run in _LONG_RUN.finditer(text):
        said = run.group().split()
        at = next((n for n in range(len(said) - _FEWEST + 1) if _begins_name(said[n : n + _FEWEST])), None)
        if at is not None:
            found[" ".join(said[at : at + _LONGEST])] = None
    return tuple(found)


def _begins_name(said: list[str]) -> bool:
    return is_surname(said[0]) and fold(" ".join(said)) not in _NO_PERSON


def names_person(text: str) -> bool:
    """Whether a person's full name stands in a text: "Deputy Prime Minister Tran Van Binh", "Chủ tịch Lê Thị Hoa"."""
    return any(_ends_in_name(fold(run.group()).split()) for run in _RUN.finditer(text))


def _ends_in_name(said: list[str]) -> bool:
    for at in range(max(0, len(said) - _MOST), len(said) - _FEWEST + 1):
        name = said[at:]
        if name[0] in _SURNAMES and all(map(is_bare_syllable, name)) and " ".join(name) not in _NO_PERSON:
            return True
    return False
