"""A figure that a question states in passing ("the 12 to 20 tasks in a job description").

Knows which words state it, not whether it is so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.asking import ASKS
from assistant.figures import Figure, figures_in
from corpus.dates import find_dates
from corpus.units import same_length

# what sets a case instead of stating a fact: "if ...", "a civil servant of 47 ...", "I ...", "studying for 2 years ..."
_A_CASE = re.compile(
    r"^(?:(?:vay|the|con|va|nhung|and|but|so)[,\s]+)*(?:"
    r"neu|gia su|vi du|chang han|for example|khi|truong hop|doi voi|trong|"
    r"toi|minh|em|anh|ai|nguoi|mot|nhung|cac|moi|tai|o|dang|tra loi|"
    r"cong chuc|vien chuc|can bo|nhan vien|chuyen vien|ung vien|thi sinh|hoc vien|dang vien|lao dong|"
    r"co quan|don vi|phong|dang uy|chi bo|chi cuc|xa|phuong|huyen|"
    r"hoc|nop|lam|di|co|da|dat|nghi|giu|duoc|phai|bi|vang|cham|muon|sau|truoc|"
    r"if|when|where|whenever|suppose|supposing|assuming|in|after|before|once|upon|with|having|for|by|under|"
    r"a|an|any|every|each|someone|somebody|i|we|my|our|he|she|they|people|persons|candidates|civil servants|officials"
    r")\b|\b(?:cham|muon|tre|qua han|som hon|late|overdue)\b"
)
_BY_A_TEXT = re.compile(r"^(?:theo|can cu|under|according to|by)\s[^,]+,\s*")
_ASKING = re.compile(
    r"\b(?:what|which|who|whom|whose|when|where|why|how)\b|\b(?:ai|gi|nao|bao nhieu|bao lau|bao gio|may|sao)\b"
)
_THEN = re.compile(r"^(?P<claim>.+?)\s+(?:roi\s+)?thi\s+(?P<rest>.+)$")
_COMMA = re.compile(r"^(?P<claim>[^,;]*\d[^,;]*)[,;]\s+(?P<rest>.+)$")
_COMMAS = re.compile(r"^(?P<claim>[^,;]+,[^,;]*\d[^,;]*)[,;]\s+(?P<rest>.+)$")
_LASTS = re.compile(r"^(?P<claim>.+?\b(?:dai|keo dai|gom|tri gia|len toi|len den)\s+(?:toi\s+|den\s+)?)(?=\d)")
_DEFINITE = re.compile(
    r"\b(?:the|these|those|all)\s+(?:\w+\s+(?:to|or)\s+)?(?=\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve)\b)"
)
_NP_ENDS = re.compile(
    r"[,;.?!]|\s(?:is|are|was|were|do|does|did|can|may|must|should|will|has|have|had|that|which|who|when|where|if|went|go|goes|take|takes)\b"
)

_OF_CASES = frozenset({"age", "date", "th", "st", "nd", "rd"})


@dataclass(frozen=True, slots=True)
class InPassing:
    """Where a question states a figure, and the figures there (places within the statement)."""

    start: int
    end: int
    figures: tuple[Figure, ...]


def stated_in_passing(question: str) -> InPassing | None:
    """The first statement with a figure that the question makes without asking for it; None for none."""
    even = same_length(question).rstrip(" ?!.")
    for day in find_dates(question):  # the comma of "January 1, 2025" ends no clause
        even = even[: day.start] + even[day.start : day.end].replace(",", " ") + even[day.end :]
    for start, end in _places(even, question):
        figures = tuple(f for f in figures_in(question[start:end]) if not _no_fact(f))
        if figures:
            return InPassing(start, end, figures)
    return None


def _places(even: str, question: str) -> Iterator[tuple[int, int]]:
    """Where a statement stands: before "thì" or a comma, up to a length that is said, behind "the"."""
    for pattern in (_THEN, _COMMA, _COMMAS):
        match = pattern.match(even)
        if match and states(match["claim"]) and ASKS.search(match["rest"]):
            yield match.span("claim")
    lasts = _LASTS.match(even)
    if lasts and states(lasts["claim"]):
        first = next((f for f in figures_in(question) if f.start >= lasts.end()), None)
        if first is not None and _ASKING.search(even, first.end):
            yield 0, first.end
    for definite in _DEFINITE.finditer(even):
        end = _NP_ENDS.search(even, definite.end())
        yield definite.start(), end.start() if end else len(even)


def _no_fact(figure: Figure) -> bool:
    """Whether a figure is one that names a thing or a case: "the 2024 examination", "the 8th conference", an age."""
    year = figure.measure != "money" and 1900 <= figure.value <= 2100
    return year or figure.value == 1 or figure.measure in _OF_CASES


def states(claim: str) -> bool:
    """Whether a claim states a fact, and neither sets a case nor asks."""
    return not _A_CASE.search(_BY_A_TEXT.sub("", claim)) and not _ASKING.search(claim)
