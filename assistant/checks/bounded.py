"""Whether a figure is bounded as in its source, by the same words or by others: "has seven days" is "within 7 days".

Knows the words on both sides of a figure.
"""

import re
from collections.abc import Iterable

from assistant.checks.bounds import Bound, carries
from assistant.checks.figures import LASTING, Figures, Quantity

_AS_SOON_AS = re.compile(
    r"\b(?:as soon as|once|anyone|anybody|whoever|nobody|no one|hễ|(?<!căn )cứ|ai)\b|(?:^|, )(?:để|miss\w*|having|with) ",
    re.IGNORECASE,
)
_BINDS = re.compile(r"\b(?:phải|cần|must|shall|has to|have to|required)\b", re.IGNORECASE)
_HAS = re.compile(r"\b(?:has|have|had|gets?|given|có)(?: only| another| thêm)? $", re.IGNORECASE)
_THEN = re.compile(r" (?:after|from|kể từ|tính từ|sau)\b", re.IGNORECASE)
_TERM = re.compile(r"\b(?:time limit|time-limit|deadline|thời hạn|thời hiệu)\b[^.;\d]*$", re.IGNORECASE)
_FULL = re.compile(r"\b(?:đủ|tròn|(?:a )?full|complet(?:ed|ing)) $", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:only|just|merely|chỉ(?: có| đạt| được)?|mới(?: có| đạt| được)?) $", re.IGNORECASE)


def is_bounded(q: Quantity, known: Quantity, bound: Bound, said: Figures, sources: Iterable[Figures]) -> bool:
    """Whether the bound of a figure is that of the same one in its source, or follows from it."""
    if carries(known.bound, bound):
        return True
    texts = [f.text for f in sources if known in f.quantities]
    if not bound:
        return _unbounded(q, known, said)
    lasting = q.unit in LASTING
    if lasting and known.bound == ">=":
        return bound == "after"  # "after three years of service": when there are three or more
    if known.bound:
        return False
    if bound == ">=" and any(_FULL.search(text[: known.start]) for text in texts):
        return True
    if lasting and bound == "after":
        return any(_THEN.match(text, known.end) for text in texts)
    if lasting and bound in ("<=", "within") and any(_TERM.search(text[: known.start]) for text in texts):
        return True
    return bound == "<=" and any(_ONLY.search(text[: known.start]) for text in texts)


def _unbounded(q: Quantity, known: Quantity, said: Figures) -> bool:
    """Whether a figure without a bound says what one with a bound does."""
    if known.bound == ">=" and _FULL.search(said.text[: q.start]):
        return True  # "đủ 05 năm": five or more
    if q.unit in LASTING:
        has_time = bool(_HAS.search(said.text[: q.start])) and carries(known.bound, "within")
        return has_time or known.bound == "after"  # "in 30 months it went up": after two and a half years
    # what befalls him who misses two or more befalls him who misses two
    before = re.split(r"[.;\n]", said.text[: q.start])[-1]
    told = bool(_AS_SOON_AS.search(before)) and not _BINDS.search(before)
    return not q.unit and known.bound == ">=" and told
