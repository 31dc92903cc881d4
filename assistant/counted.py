"""What is counted, told in the other language: "14 cơ quan" counts the agencies of "at how many agencies".

Knows the glossary; knows nothing of scores.
"""

import re
from functools import lru_cache

from assistant.evidence import Evidence
from assistant.kinds import DURATION, KIND_TESTS, MEASURED, count_pattern, undated
from assistant.question import Question
from corpus.expansion import expand
from corpus.folding import fold

_ALIKE_EVERYWHERE = (*MEASURED, DURATION)  # written with the same signs or units in both languages
_OF_TIME = re.compile(
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|periods?|ngay|tuan|thang|nam|gio|phut|tiet|buoi)$"
)


@lru_cache(maxsize=64)  # asked of every statement
def counted_abroad(question: Question) -> re.Pattern[str] | None:
    """A figure before the thing that is counted, by its names in the other language, in folded text."""
    if question.kind != "number" or not question.counted:
        return None
    if question.counted in _ALIKE_EVERYWHERE:
        return count_pattern(question.counted)
    if _OF_TIME.match(question.counted[-1]):
        return count_pattern(DURATION)
    names = "|".join(re.escape(n) for n in _names_abroad(question))
    # no full stop behind the figure: "2. Cơ quan" is a mark
    between = r"(?:[\w-]+\s+){0,2}?" if question.language == "vi" else ""  # "116 communication conferences"
    return re.compile(rf"\d+(?:[.,]\d+)*(?:\s*\([^)]*\))?\s+{between}(?:{names})(?![\w-])") if names else None


def column_abroad(question: Question) -> re.Pattern[str] | None:
    """What is counted, by its names in the other language, as a column of figures is called after it."""
    names = "|".join(re.escape(n) for n in _names_abroad(question))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)") if names else None


def _names_abroad(question: Question) -> tuple[str, ...]:
    if question.kind != "number" or not question.counted or question.counted in _ALIKE_EVERYWHERE:
        return ()
    # of "how many working days" the whole first: its last word alone is another thing
    phrases = (" ".join(question.counted), question.counted[0])
    concepts = next((c for p in phrases if (c := expand(p).concepts)), ())
    return tuple(fold(n.text) for c in concepts for n in c.names)


def counts_time(question: Question, e: Evidence) -> bool:
    """False for a statement in the other language that tells no length of time where one is counted ("how many
    periods").
    """
    if not question.counted or not _OF_TIME.match(question.counted[-1]) or not is_foreign(e, question) or e.lead_in:
        return True
    pattern = count_pattern(DURATION) if question.kind == "deadline" else counted_abroad(question)
    return pattern is None or pattern.search(fold(" ".join((e.with_lead, *e.header)))) is not None


_FIGURE = r"\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?\s*(?:\([^)]*\)\s*)?"
_NO_THINGS = re.compile(
    rf"{_FIGURE}(?:(?:[^\W\d]+[ -])?(?:days?|weeks?|months?|years?|hours?|minutes?|times?)\b"
    r"|(?:ngày|tuần|tháng|năm|giờ|phút|tuổi|lần|đồng(?! chí)|triệu|tỷ|nghìn)\b|(?:million|billion|VND|dong)\b)",
    re.IGNORECASE,
)


def counts_things(question: Question, e: Evidence) -> bool:
    """False for a statement all of whose figures are lengths of time and sums, where things are counted.

    A share of them may be told for their number.
    """
    thing = question.kind == "number" and question.counted and question.counted not in MEASURED
    if not thing or _OF_TIME.match(question.counted[-1]) or _OF_TIME.match(question.counted[0]) or e.lead_in:
        return True
    text = undated("\n".join((e.with_lead, *e.header)))
    rest = _NO_THINGS.sub(" ", text)
    return rest == text or bool(KIND_TESTS["number"](rest))


def is_foreign(evidence: Evidence, question: Question) -> bool:
    """Whether a statement is in another language than the question."""
    return evidence.entry.identity.language != question.language
