"""On which side of a figure the case lies that a question sets: what is for those who have worked 12 months is no
answer where somebody has not worked so long, nor the other way round. Knows one statement at a time.
"""

import re
from functools import lru_cache

from assistant.evidence import Evidence
from assistant.question import Question
from corpus.folding import fold

_BELOW = (
    r"(?:chua (?:duoc|du|den|toi|day|tron|co du)|khong (?:du|den|toi|day)"
    r"|(?<!khong )(?<!khong duoc )(?:duoi|it hon|thap hon)"
    r"|(?<!no )(?<!not )(?:less|fewer|younger) than|(?<!not )(?:under|below)|not yet|short of)"
)
_FROM = (
    r"(?:du|tu du|tu|tren|hon|it nhat|toi thieu|khong (?:duoc )?duoi|khong it hon"
    r"|at least|more than|over|above|older than|(?:no|not) less than|from)"
)
_FIGURE = r"(?P<figure>\d[\d.,]*) (?P<unit>[^\W\d]+)"
_UPWARDS = r"(?P<up> (?:tro len|tro di|or (?:more|older|over|above))\b)"
_SIDES = re.compile(rf"(?:\b(?:(?P<below>{_BELOW})|(?P<from>{_FROM})) )?\b{_FIGURE}{_UPWARDS}?")
_CASES = frozenset({"number", "deadline", "date", "fact", "list"})  # a yes or no may rest on the other side


def on_its_side(question: Question, e: Evidence) -> bool:
    """False for a statement that has the figure of the question's case only from the other side."""
    if question.kind not in _CASES:
        return True
    asked, said = _sides(question.text), _sides(e.with_lead)
    return all(said.get(of, side) & side for of, side in asked.items())


@lru_cache(maxsize=1000)
def _sides(text: str) -> dict[tuple[str, str], frozenset[str]]:
    """The bounded figures of a text, by figure and unit, with the sides from which each is bounded."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for m in _SIDES.finditer(fold(text)):
        side = "below" if m["below"] else "from" if m["from"] or m["up"] else ""
        if side:
            of = (m["figure"].strip(".,").lstrip("0"), m["unit"])
            found[of] = found.get(of, frozenset()) | {side}
    return found
