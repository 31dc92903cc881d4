"""What is counted, told in the other language: "14 cơ quan" counts the agencies of "at how many agencies".

Knows the glossary; knows nothing of scores.
"""

import re

from assistant.evidence import Evidence
from assistant.kinds import DURATION, MEASURED, count_pattern
from assistant.question import Question
from corpus.expansion import expand
from corpus.folding import fold

_ALIKE_EVERYWHERE = (*MEASURED, DURATION)  # written with the same signs or units in both languages
_OF_TIME = re.compile(
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|periods?|ngay|tuan|thang|nam|gio|phut|tiet|buoi)$"
)


def counted_abroad(question: Question) -> re.Pattern[str] | None:
    """A figure before the thing that is counted, by its names in the other language, in folded text."""
    if question.kind != "number" or not question.counted:
        return None
    if question.counted in _ALIKE_EVERYWHERE:
        return count_pattern(question.counted)
    if _OF_TIME.match(question.counted[-1]):
        return count_pattern(DURATION)
    # of "how many working days" the whole first: its last word alone is another thing
    phrases = (" ".join(question.counted), question.counted[0])
    concepts = next((c for p in phrases if (c := expand(p).concepts)), ())
    names = "|".join(re.escape(fold(n.text)) for c in concepts for n in c.names)
    # no full stop behind the figure: "2. Cơ quan" is a mark
    return re.compile(rf"\d+(?:[.,]\d+)*(?:\s*\([^)]*\))?\s+(?:{names})(?!\w)") if names else None


def counts_time(question: Question, e: Evidence) -> bool:
    """False for a statement in the other language that tells no length of time where one is counted ("how many
    periods").
    """
    if not question.counted or not _OF_TIME.match(question.counted[-1]) or not is_foreign(e, question) or e.lead_in:
        return True
    pattern = counted_abroad(question)
    return pattern is None or pattern.search(fold(" ".join((e.with_lead, *e.header)))) is not None


def is_foreign(evidence: Evidence, question: Question) -> bool:
    """Whether a statement is in another language than the question."""
    return evidence.entry.identity.language != question.language
