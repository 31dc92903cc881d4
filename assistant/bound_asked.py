"""Which bound of a figure is asked for: where the least is asked ("at least how many years?"), the most that is allowed
answers nothing, however near it stands, nor the other way round. Knows one statement at a time.
"""

import re
from functools import lru_cache

from assistant.checks.figures import find_figures
from assistant.evidence import Evidence
from assistant.kinds import MARKED
from assistant.question import Question
from corpus.folding import fold

LEAST, MOST = "least", "most"

_HOW_MANY = r"(?:bao nhieu|may|bao lau)"


def _asking(vi: str, en: str, single: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{vi}\W+(?:\w+\W+){{0,3}}{_HOW_MANY}\b|\b{_HOW_MANY}\W+(?:\w+\W+){{0,3}}{vi}\W*$"
        rf"|\bhow \w+ (?:[\w'-]+ ){{0,8}}{en}\b|^what (?:is|are|was|were) the {single}\b|\b{en} how\b"
    )


_ASKS = {
    LEAST: _asking(
        r"(?:toi thieu|it nhat|thap nhat)",
        r"(?:at (?:the )?(?:very )?least|at (?:a )?minimum)",
        r"(?:minimum|least|lowest|smallest)",
    ),
    MOST: _asking(
        r"(?:toi da|nhieu nhat|cao nhat|khong qua)",
        r"(?:at (?:the )?(?:very )?most|at (?:a )?maximum)",
        r"(?:maximum|most|highest|largest|ceiling)",
    ),
}
_OTHER_SIDE = {LEAST: frozenset({"<=", "<", "within"}), MOST: frozenset({">=", ">"})}


@lru_cache(maxsize=64)  # asked of every statement
def bound_asked(question: Question) -> str | None:
    """LEAST or MOST, whichever is asked for; None where neither is, or both are spoken of."""
    even = fold(question.text)
    found = [asked for asked, pattern in _ASKS.items() if pattern.search(even)]
    return found[0] if len(found) == 1 else None


def tells_bound(question: Question, e: Evidence) -> bool:
    """False for a statement all of whose figures are bounded from the other side than asked."""
    asked = bound_asked(question)
    if asked is None:
        return True
    bounds = {q.bound for q in find_figures(MARKED.sub("", e.text)).quantities}
    return not bounds or not bounds <= _OTHER_SIDE[asked]
