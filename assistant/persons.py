"""Persons whom an answer names, and "he", "bà ấy" where one of them is meant. Knows capitals and family names."""

import re
from collections.abc import Iterator

from corpus.folding import CAPITALS, fold, has_diacritics
from corpus.units import same_length

# the commonest families: nine persons in ten
_FAMILIES = (
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh doan luong mai dao truong lam "
    "cao chu ha ta quach luu thai tang trieu to la kieu nghiem"
)
_FAMILY = frozenset(_FAMILIES.split())
_NAMES = re.compile(rf"(?<![\w])[{CAPITALS}][^\W\d_]*(?:[ \t]+[{CAPITALS}][^\W\d_]*){{2,}}")
_MOST = 4  # syllables of a name
# whom streets, academies and a city are called after
_HONOURED = frozenset({"ho chi minh"})
_HE_VI = re.compile(r"(?<!\w)(?:(?:ong|ba|anh|chi|co|thay|dong chi|vi)\s+(?:ay|do|nay|ta)|nguoi\s+(?:ay|do|nay))(?!\w)")
_MARKED = frozenset({"ấy", "đó", "này", "ta"})
_HE_EN = re.compile(r"(?<!\w)(?:he|she|him|his|her|hers)(?!\w)")
_OWNS = frozenset({"his", "her", "hers"})
_WHO = re.compile(r"(?<!\w)(?:ai|who|whom|dong chi nao|nguoi nao)(?!\w)")


def persons_in(text: str) -> tuple[str, ...]:
    """The names of persons in the order in which they stand, each once."""
    return tuple(dict.fromkeys(_persons(text)))


def _persons(text: str) -> Iterator[str]:
    for run in _NAMES.finditer(text):
        told = run.group().split()
        for i, word in enumerate(told):
            name = told[i : i + _MOST]
            if fold(word) in _FAMILY and len(name) > 2 and fold(" ".join(name[:3])) not in _HONOURED:
                yield " ".join(name)
                break


def asks_who(question: str) -> bool:
    """Whether a person may be the answer."""
    return _WHO.search(fold(question)) is not None


def with_name(question: str, name: str) -> str:
    """The question with the name of the person who was spoken of for "he", "her", "ông ấy"."""
    even = same_length(question)
    he = _HE_VI.search(even)
    if he is not None:
        last = question[he.start() : he.end()].split()[-1].lower()
        if not has_diacritics(question) or last in _MARKED:
            return question[: he.start()] + name + question[he.end() :]
    she = _HE_EN.search(even)
    if she is None or has_diacritics(question):
        return question
    owned = she.group() in _OWNS and re.match(r"\s+\w", even[she.end() :])
    return question[: she.start()] + name + ("'s" if owned else "") + question[she.end() :]
