"""Two documents that say the same of the same thing with other figures: both are shown. Knows statements only."""

import re
from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.kinds import count_pattern
from assistant.question import Question
from assistant.relevance import Relevance, Scored
from assistant.specifiers import specifiers
from assistant.terms import in_order
from assistant.verdict import figures
from corpus.competence import is_party
from corpus.folding import fold

_OF_SUBJECT = frozenset({"year", "period", "level", "rank", "post", "turn", "quarter"})
_LOOKED_AT = 8
_AS_GOOD = 1.5  # how far behind the best (in log odds) the other may be
_PARTY_AND_STATE = 3.0  # the same where neither ranks above the other (Law 64/2025/QH15, Art. 4, is the State's alone)
_SUM = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,]\d{3})+|\d+)\s*(?:dong|vnd)(?!\w)")
_ALIKE = 0.45  # share of their words that two statements on one thing have in common


def conflicting(question: Question, scored: Sequence[Scored], relevance: Relevance) -> Evidence | None:
    """A statement of another document that contradicts the best one; None where a document is asked about by name."""
    if question.kind not in ("number", "deadline") or relevance.named or not scored:
        return None
    best = scored[0]
    for other in scored[1:_LOOKED_AT]:
        behind = other.behind(best)
        if behind > _PARTY_AND_STATE:
            break
        if (
            (behind <= _AS_GOOD or _of_two_ladders(best.evidence, other.evidence))
            and other.features.contrary == 0
            and other.features.kind > 0
            and _differ(question, best.evidence, other.evidence)
        ):
            return other.evidence
    return None


def _of_two_ladders(a: Evidence, b: Evidence) -> bool:
    return is_party(a.entry.identity.number_key) != is_party(b.entry.identity.number_key)


def _differ(question: Question, a: Evidence, b: Evidence) -> bool:
    one, two = a.entry.identity, b.entry.identity
    if a.entry.id == b.entry.id or one.language != two.language or one.number_key == two.number_key:
        return False
    if a.lead_in or b.lead_in or one.issued is None or two.issued is None:
        return False
    if {s for s in specifiers(a.text) if s.family in _OF_SUBJECT} != {
        s for s in specifiers(b.text) if s.family in _OF_SUBJECT
    }:
        return False  # of another year, level or post
    return _alike(a, b) >= _ALIKE and _other_figures(question, a.text, b.text)


def _alike(a: Evidence, b: Evidence) -> float:
    mine, theirs = (
        {w for w in in_order(e.text, e.entry.identity.language) if not any(c.isdigit() for c in w)} for e in (a, b)
    )
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def _other_figures(question: Question, a: str, b: str) -> bool:
    """Whether two statements count the thing asked about, else measure in the same units, and agree in no figure."""
    counted = count_pattern(question.counted)
    if counted is not None:
        mine, theirs = ({_printed(m.group()) for m in counted.finditer(fold(text))} for text in (a, b))
        if mine and theirs:
            return not mine & theirs
    of_mine, of_theirs = (_by_unit(text) for text in (a, b))
    shared = of_mine.keys() & of_theirs.keys()
    return bool(shared) and any(not of_mine[unit] & of_theirs[unit] for unit in shared)


def _printed(words: str) -> str:
    """The figure that opens a counted thing, leading noughts aside ("05 ban chỉ đạo")."""
    return words.split()[0].lstrip("0")


def _by_unit(text: str) -> dict[str, set[float]]:
    found: dict[str, set[float]] = {}
    for figure in figures(fold(text)):
        found.setdefault(figure.unit, set()).add(figure.value)
    for printed in _SUM.finditer(fold(text)):
        found.setdefault("sum", set()).add(float(re.sub(r"\D", "", printed[1])))
    return found
