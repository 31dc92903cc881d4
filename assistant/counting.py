"""Whether a statement counts or measures what a question asks for. Knows one statement at a time."""

import re

from assistant.counted import column_abroad, counted_abroad
from assistant.evidence import Evidence
from assistant.kinds import MEASURED, PEOPLE_COUNTED, count_pattern, counts_there
from assistant.question import Question
from corpus.folding import fold

_UNIT_NAMED = re.compile(r"\b(?:dong|trieu|nghin|ty|vnd|usd|million|billion|lan|times)\b|%")
_UNKNOWN = 0.5


class Counting:
    """What is counted, in either language."""

    def __init__(self, question: Question, what: tuple[str, ...]) -> None:
        """`what` is counted; nothing, if it is empty."""
        self._measured = what in MEASURED
        self._own = count_pattern(what)
        self._abroad = counted_abroad(question) if what else None
        self._column = column_abroad(question) if what else None

    def told(self, e: Evidence, *, foreign: bool = False) -> float:
        """1 if a figure stands before it or in a column of its name, 0 if none does, 0.5 if it cannot be known."""
        # what is counted has another name in the other language, a measure has not
        counts = self._abroad if foreign and not self._measured else self._own
        if counts is None:
            return _UNKNOWN
        # a table names its unit above: "Kinh phí (triệu đồng)"
        in_units = self._measured and any(_UNIT_NAMED.search(fold(cell)) for cell in e.header)
        if in_units or counts_there(counts, e.with_lead):
            return 1.0
        if not foreign:
            return 0.0
        if self._column is not None and any(self._column.search(fold(cell)) for cell in e.header):
            return 1.0
        # who is counted may be called otherwise there: "3,288 participants" of the young
        return _UNKNOWN * counts_there(PEOPLE_COUNTED, e.with_lead)
