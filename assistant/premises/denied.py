"""Whether a statement denies what a question takes for granted: "không bao gồm lương" of "gồm cả lương, phụ cấp".

Knows the statements found for the claim; knows no stores.
"""

import re
from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.relevance import Scored
from corpus.folding import fold, words

_SENTENCES = re.compile(r"(?<=[.;])\s+")
_NOT = re.compile(r"(?<!\w)(?:khong|chua|tru|not|no|never|nobody|neither|except|excluding|excludes)(?!\w)")
# a claim that forbids or leaves out says "not" in a word of its own
_FORBIDS = re.compile(
    r"(?<!\w)(?:forbid\w*|prohibit\w*|bans?|banned|bars?|barred|exclud\w*|rul(?:es|ed) out|reject\w*|refus\w*|without"
    r"|only|cam|nghiem cam|loai tru|ngoai tru|tu choi|bai bo|chi(?= (?:duoc|co|danh|ap|khi|can)))(?!\w)"
)
# "không quá", "not more than" bound a figure; "không phải" and "không bắt buộc" leave free
_BOUND = re.compile(
    r"(?:khong|not|no)\s+(?:qua|duoi|it|kem|hon|vuot|thap|later|more|less|fewer|longer|only|older)(?!\w)"
)
_ABOUT_IT = 0.7  # share of the claim's words that the statement has to hold, with what stands above it
_NEAR = 4  # words behind "not" in which two of the claim's stand
_SAME = 2
_SHORT = 2  # letters of words that carry nothing alone


def denied(claim: str, scored: Sequence[Scored]) -> Evidence | None:
    """The statement that says "not" before the claim's own words; None if the claim says "not" itself, or none does.

    `scored` are the statements found for the claim, the best first. One that is as much about it and has no "not" in
    it agrees.
    """
    told = [fold(w) for w in words(claim)]
    if _NOT.search(fold(claim)) or _FORBIDS.search(fold(claim)):
        return None
    about = sorted(scored, key=lambda s: -s.features.covered_title)
    best = about[0].features.covered_title if about else 0.0
    if best < _ABOUT_IT:
        return None
    for s in about:
        if s.features.covered_title < best:
            return None
        if any(_denies(sentence, frozenset(told)) for sentence in _SENTENCES.split(s.evidence.text)):
            return s.evidence
    return None


def _denies(sentence: str, claimed: frozenset[str]) -> bool:
    even = _BOUND.sub(" ", fold(sentence))
    for found in _NOT.finditer(even):
        behind = words(even[found.end() :])[:_NEAR]
        if sum(w in claimed and len(w) >= _SHORT for w in behind) >= _SAME:
            return True
    return False
