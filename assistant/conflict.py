"""Two documents that say the same of the same thing with other figures: both are shown. Knows statements only."""

import re
from collections.abc import Callable, Sequence

from assistant.evidence import Evidence
from assistant.kinds import DURATION, MEASURED, count_pattern
from assistant.question import Question
from assistant.relevance import Relevance, Scored
from assistant.specifiers import Specifier, specifiers
from assistant.terms import in_order
from assistant.verdict import figures
from corpus.competence import is_party
from corpus.folding import fold
from corpus.rows import Entry

_WHICH_APPLIES = re.compile(
    r"(?<!\w)(?:ap dung|thuc hien|lam|theo) (?:theo )?(?:van ban|quy dinh|ben|cai) nao(?!\w)"
    r"|van ban nao (?:duoc ap dung|co gia tri)"
    r"|which (?:\w+ )?(?:applies|prevails|takes precedence|(?:is to|should) be (?:followed|applied))(?!\w)"
)
_FROM_YEAR = re.compile(
    r",?\s*(?:áp dụng |thực hiện |applicable |applied )?(?:kể )?(?:từ|from|as of)\s+(?:the\s+)?"
    r"(?:năm(?: học| ngân sách)?|(?:school|budget|fiscal) year)\s+\d{4}(?:\s*[-–]\s*\d{4})?",
    re.IGNORECASE,
)
_OF_SUBJECT = frozenset({"year", "period", "level", "rank", "post", "turn", "quarter"})
_LOOKED_AT = 8
_AS_GOOD = 1.5  # how far behind the best (in log odds) the other may be
_PARTY_AND_STATE = 3.0  # the same where neither ranks above the other (Law 64/2025/QH15, Art. 4, is the State's alone)
_WIDER = (
    5.0  # the same where one is of a province and one of a district in it: it names the wider place, not the one asked
)
_SUM = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[.,]\d{3})+|\d+)\s*(?:dong|vnd)(?!\w)|(?<!\w)vnd\s*(\d{1,3}(?:[.,]\d{3})+|\d+)(?!\w)"
)
_TIMES = {"million": 1e6}  # "2,5 triệu đồng" beside "2.000.000 đồng"
_ALIKE = 0.45  # share of their words that two statements on one thing have in common
_IN_SHORT = 0.8  # share of its words that one says with the other, where its headings say the rest of what is asked
_ALL_ASKED = 0.9


def conflicting(
    question: Question,
    scored: Sequence[Scored],
    relevance: Relevance,
    of_one_place: Callable[[Entry, Entry], bool] = lambda one, other: False,
) -> Evidence | None:
    """A statement of another document that contradicts the best one; None where a document is asked about by name.

    `of_one_place`: whether of two local texts one is of a place that lies in the other's.
    """
    if question.kind not in ("number", "deadline") or relevance.named or not scored:
        return None
    best = scored[0]
    for other in scored[1:_LOOKED_AT]:
        behind = other.behind(best)
        short = _in_short(best, other)
        if behind > _WIDER and not short:
            continue
        ladders = behind <= _PARTY_AND_STATE and _of_two_ladders(best.evidence, other.evidence)
        if (
            (behind <= _AS_GOOD or short or ladders or of_one_place(best.evidence.entry, other.evidence.entry))
            and other.features.contrary == 0
            and other.features.kind > 0
            and (short or _alike(best.evidence, other.evidence) >= _ALIKE)
            and _differ(question, best.evidence, other.evidence)
        ):
            return other.evidence
    return None


def asks_which_applies(question: Question) -> bool:
    """Whether it is asked which of two texts that differ is to be followed."""
    return _WHICH_APPLIES.search(fold(question.text)) is not None


def differing(question: Question, one: Sequence[Scored], other: Sequence[Scored]) -> tuple[Evidence, Evidence] | None:
    """Of two documents named, the statements that say the same of the same thing with other figures; the best pair."""
    pairs = [
        (a.odds + b.odds, a.evidence, b.evidence)
        for a in one[:_LOOKED_AT]
        for b in other[:_LOOKED_AT]
        if _alike(a.evidence, b.evidence) >= _ALIKE and _differ(question, a.evidence, b.evidence)
    ]
    return max(pairs, key=lambda p: p[0])[1:] if pairs else None


def _in_short(best: Scored, other: Scored) -> bool:
    """Whether the other says the same in fewer words, as its headings and its title say what the best one repeats."""
    mine, theirs = _words(best.evidence), _words(other.evidence)
    held = len(mine & theirs) / len(theirs) if theirs else 0.0
    return other.features.covered_title >= _ALL_ASKED and other.features.uncounted == 0 and held >= _IN_SHORT


def _of_two_ladders(a: Evidence, b: Evidence) -> bool:
    return is_party(a.entry.identity.number_key) != is_party(b.entry.identity.number_key)


def _differ(question: Question, a: Evidence, b: Evidence) -> bool:
    one, two = a.entry.identity, b.entry.identity
    if a.entry.id == b.entry.id or one.language != two.language or one.number_key == two.number_key:
        return False
    if a.lead_in or b.lead_in or one.issued is None or two.issued is None:
        return False
    if _subject(a) != _subject(b):
        return False  # of another year, level or post
    return _other_figures(question, a.text, b.text)


def _alike(a: Evidence, b: Evidence) -> float:
    mine, theirs = _words(a), _words(b)
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def _subject(e: Evidence) -> set[Specifier]:
    """The year, level or post that a statement is about; from which year on it applies is no other subject."""
    return {s for s in specifiers(_FROM_YEAR.sub(" ", e.text)) if s.family in _OF_SUBJECT}


def _words(e: Evidence) -> set[str]:
    return {w for w in in_order(e.text, e.entry.identity.language) if not any(c.isdigit() for c in w)}


def _other_figures(question: Question, a: str, b: str) -> bool:
    """Whether two statements count the thing asked about, else measure in the same units, and agree in no figure."""
    # what is measured is compared in its unit: before that stands only a figure's last digit
    counted = None if question.counted in (*MEASURED, DURATION) else count_pattern(question.counted)
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
        times = _TIMES.get(figure.unit)
        found.setdefault("sum" if times else figure.unit, set()).add(figure.value * (times or 1))
    for printed in _SUM.finditer(fold(text)):
        found.setdefault("sum", set()).add(float(re.sub(r"\D", "", printed[1] or printed[2])))
    return found
