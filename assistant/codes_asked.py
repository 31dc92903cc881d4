"""Codes by which a question names a post, a class or a file ("SNV-NV-10", "TC01"): what is said of another answers
nothing. Knows one statement at a time.
"""

import re
from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.question import Question
from corpus.identity import find_numbers

_CODE = re.compile(r"(?<![\w/-])[A-ZĐ]{2,6}(?:-[A-ZĐ]{1,6})*-?\d{1,4}(?![\w/])")
_PARTED = re.compile(r"[\s./-]+")


def codes_in(text: str) -> frozenset[str]:
    """The codes of a text, without what parts them; numbers of documents are none."""
    for number in reversed(find_numbers(text)):
        text = text[: number.start] + " " + text[number.end :]
    return frozenset(_PARTED.sub("", m.group()) for m in _CODE.finditer(text))


def of_codes(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """The statements in or above which every code of the question stands; all of them if none has one."""
    codes = codes_in(question.text)
    found = [e for e in evidence if codes <= codes_in("\n".join((e.text, e.lead, e.above)))] if codes else []
    return found or evidence
