"""Figures that a statement reckons from those of its source and says so: what remains, a sum, a difference.

Knows the words that say that something was reckoned, and the figures of both texts.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from assistant.checks.figures import Figures, Quantity

_REST = re.compile(
    r"\b(?:remain\w*|left|rest|other|others|short|missing|lack\w*|not|still|yet|còn(?: lại)?|thiếu|chưa|khác|kia|không)\b",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"\b(?:more than|fewer than|less than|higher|lower|difference|increase\w*|rise|rose|fell|gap|cut|reduc\w+|down|up|another|extra|"
    r"shy of|ahead|behind|later|earlier|longer|shorter|sooner|added|drop\w*|grew|grow\w*|gain\w*|"
    r"hơn|kém|chênh|tăng|giảm|hạ|bớt|thêm|nâng|cách|hụt|dư|thừa|lệch)\b",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"\b(?:total\w*|altogether|in all|all|together|combined|sum|both|plus|add\w*|comes? to|mak(?:e|es|ing) (?:up )?|whole|either|"
    r"tổng(?: cộng| số)?|cả thảy|cộng|gộp|cả|tất cả|thành|toàn bộ|vừa)\b",
    re.IGNORECASE,
)
_NEARLY = 0.1
_MOST = 8  # figures of a kind: of more, every number is a sum or a difference


def is_reckoned(q: Quantity, said: Figures, sources: Iterable[Figures]) -> bool:
    """Whether a figure is what the statement says it reckoned from two figures of a kind, or all of them."""
    sources = list(sources)
    if said.text[q.start : q.start + 1].isalpha() and any(_is_ratio(q, f) for f in sources):
        return True
    if q.bound:
        return any(_is_bounded_sum(q, f) or (q.bound == "within" and q.values & _years(q, f)) for f in sources)
    clause = _clause(said.text, q)
    spelt = said.text[q.start : q.start + 1].isalpha()
    return any(q.values & found for f in sources for found in _reckoned(q, f, clause, spelt=spelt))


def is_rounded(q: Quantity, known: Iterable[Quantity]) -> bool:
    """Whether a figure is a reported one rounded, and says so: "nearly 200" for 196, "more than 80 %" for 83 %."""
    if q.bound not in ("about", ">"):
        return False
    (least, most) = (0.0, _NEARLY) if q.bound == ">" else (-_NEARLY, _NEARLY)
    for k in known:
        exact = min(k.values)
        rounder = k.unit == q.unit and not k.bound and exact and _digits(min(q.values)) < _digits(exact)
        if rounder and least <= (exact - min(q.values)) / exact <= most:
            return True
    return False


def _digits(value: float) -> int:
    """The digits of a number that are not the noughts at its ends."""
    return len(f"{value:g}".replace(".", "").strip("0")) if value < 1e6 else len(f"{value:.0f}".strip("0"))


def _is_ratio(q: Quantity, source: Figures) -> bool:
    """Whether a share in words is that of one figure of a kind in another: "a third" for 1,500 of 4,500."""
    if q.unit != "%":
        return False
    known = [k for k in source.quantities if k.demanded and k.unit != "%"]
    shares = {
        100 * min(a.values) / min(b.values)
        for a in known
        for b in known
        if a.unit == b.unit and 0 < min(a.values) < min(b.values)
    }
    share, near = min(q.values), _NEARLY * min(q.values)
    if q.bound in ("<", ">"):
        return any(0 < (share - s if q.bound == "<" else s - share) <= near for s in shares)
    return any(abs(s - share) <= (near if q.bound == "about" else 0.01 * share) for s in shares)


def _is_bounded_sum(q: Quantity, source: Figures) -> bool:
    """Whether it is the sum of two figures, one of them bounded so: "at least 6 and another 20" are at least 26."""
    known = [k for k in source.quantities if k.unit == q.unit and k.demanded and k.bound in ("", q.bound)]
    pairs = (p for p in combinations(known, 2) if any(k.bound for k in p))
    return len(known) <= _MOST and any(min(a.values) + min(b.values) in q.values for a, b in pairs)


def _years(q: Quantity, source: Figures) -> frozenset[float]:
    """The years between two that a source names, with or without the last of them."""
    pairs = combinations(sorted(source.years), 2) if q.unit == "years" else ()
    return frozenset(float(b - a + more) for a, b in pairs for more in (0, 1))


def _clause(text: str, q: Quantity) -> str:
    before = re.split(r"[.\n] ", text[: q.start])[-1]
    return before + re.split(r"[.\n] ", text[q.end :])[0]


def _reckoned(q: Quantity, source: Figures, clause: str, *, spelt: bool) -> Iterator[frozenset[float]]:
    """What can be reckoned from a source's figures; a number in words need not say that it was."""
    yield _years(q, source)
    unit = "%" if q.unit == "points" else q.unit
    known = sorted({min(k.values) for k in source.quantities if k.unit == unit and k.demanded})
    if len(known) > _MOST:
        return
    if spelt or _REST.search(clause) or _DIFFERENCE.search(clause):
        yield frozenset(round(b - a, 6) for a, b in combinations(known, 2))
    if _REST.search(clause) and unit == "%":
        yield frozenset(round(100 - a, 6) for a in known)
    if spelt or _SUM.search(clause):
        yield frozenset({round(sum(known), 6), *(round(a + b, 6) for a, b in combinations(known, 2))})
