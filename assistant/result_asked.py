"""Whether what was reached is asked for, and not what was aimed at: "how many were actually rotated" is not answered by
how many are to be. Knows one statement at a time.
"""

import re
from functools import lru_cache

from assistant.evidence import Evidence
from assistant.question import Question
from corpus.folding import fold

_ASKS_RESULT = re.compile(
    r"\b(?:actually|in (?:actual )?fact|in reality|in the end|so far|up to now|to date)\b"
    r"|\b(?:thuc te|tren thuc te|thuc su|cho den nay|den nay da|rot cuoc|thuc hien duoc)\b"
    r"|\b(?:passed|won|trung tuyen|thi do|thi dau)\b"
)
_AIMS = re.compile(
    r"\b(?:shall|(?:is|are) to|must|will|striv(?:e|es|ing)|targets?|aims?|plans? to|to be)\b"
    r"|\b(?:phan dau|chi tieu|muc tieu|se|phai|bao dam|it nhat|toi thieu|du kien|ke hoach)\b"
    r"|^\W*(?:to|open|train|organi[sz]e)\b"
)
_REACHES = re.compile(
    r"\b(?:was|were|has|have|had|reached|reaching|achieved|attained|completed|remained)\b"
    r"|\b(?:da|dat duoc|dat ty le|dat \d|hoan thanh|ket qua|tinh den|con thieu|co mat)\b"
)
# a row with such a column gives out a task
_TASK = re.compile(r"\b(?:thoi han|han hoan thanh|thoi gian hoan thanh|deadline|due|time limit)\b")


@lru_cache(maxsize=64)  # asked of every statement
def result_asked(question: Question) -> bool:
    """Whether a figure is asked for as it came to be."""
    return question.kind == "number" and _ASKS_RESULT.search(fold(question.text)) is not None


def tells_result(question: Question, e: Evidence) -> bool:
    """False for a statement that only says what is aimed at, where a result is asked for."""
    if not result_asked(question):
        return True
    return _TASK.search(fold("\n".join(e.header))) is None if e.header else not only_aims(e.with_lead)


def only_aims(text: str) -> bool:
    """Whether a text says what is to be, and nothing that came to be."""
    folded = fold(text)
    return _AIMS.search(folded) is not None and _REACHES.search(folded) is None
