"""Pronouns that stand for a person spoken of before: "he", "her", "ông ấy", "bà ấy". Knows no names."""

import re

from corpus.folding import fold, has_diacritics
from corpus.units import same_length

_HE_VI = re.compile(r"(?<!\w)(?:(?:ong|ba|anh|chi|co|thay|dong chi|vi)\s+(?:ay|do|nay|ta)|nguoi\s+(?:ay|do|nay))(?!\w)")
_MARKED = frozenset({"ấy", "đó", "này", "ta"})
_HE_EN = re.compile(r"(?<!\w)(?:he|she|him|his|her|hers)(?!\w)")
_OWNS = frozenset({"his", "her", "hers"})
_WHO = re.compile(r"(?<!\w)(?:ai|who|whom|dong chi nao|nguoi nao)(?!\w)")


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
