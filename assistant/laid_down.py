"""Who asks what the criteria are is not told that somebody is to draft them, where the same passage lays one down."""

import re
from collections.abc import Sequence

from assistant.question import Question
from assistant.relevance import Scored
from corpus.folding import fold

_CRITERIA = r"(?:criteri(?:a|on)|conditions?|requirements?|standards?|tieu chi|tieu chuan|dieu kien|yeu cau)"
_ASKS = re.compile(
    rf"\b(?:what|which) (?:[\w-]+ ){{0,2}}{_CRITERIA}\b|\bwhat are the {_CRITERIA}\b"
    rf"|\b{_CRITERIA}\b.*\b(?:la gi|nao|gi|the nao|ra sao)\b|\b(?:nhung|cac) {_CRITERIA}\b"
)
_TO_BE_DRAFTED = re.compile(
    rf"\b(?:specify|set(?: out)?|draft|propose|issue|develop|clarify|stud(?:y|ies)|quy dinh(?: ro)?|xay dung"
    rf"|ban hanh|de xuat|cu the hoa|lam ro|nghien cuu)\b(?: \w+){{0,3}} {_CRITERIA}\b"
)
_LAYS_DOWN = re.compile(
    r"\b(?:must|shall) (?:have|be|hold)\b|\bat least\b|\b(?:not|no) more than\b"
    r"|\b(?:phai (?:co|la|du|dat)|it nhat|toi thieu|khong qua|tu du|dap ung)\b"
)
_BEHIND = 4.0  # how far behind the best (in log odds) what lays down may be


def laid_down_first(question: Question, scored: Sequence[Scored]) -> list[Scored]:
    """What lays a criterion down, before a task to draft them in the same passage."""
    best = scored[0].evidence if scored else None
    if best is None or not _ASKS.search(fold(question.text)) or not _TO_BE_DRAFTED.search(fold(best.text)):
        return list(scored)

    def lays_down(s: Scored) -> bool:
        folded = fold(s.evidence.text)
        near = s.evidence.key == best.key and s.behind(scored[0]) < _BEHIND
        return near and _LAYS_DOWN.search(folded) is not None and not _TO_BE_DRAFTED.search(folded)

    return sorted(scored, key=lambda s: not lays_down(s))
