"""Steps and rounds by their number, however it is said: "the fifth step", "bước thứ tư", "the second one".

Knows the words of questions only.
"""

import re
from collections.abc import Sequence

from corpus.folding import fold
from corpus.numerals import ENGLISH, VIETNAMESE
from corpus.units import same_length

_PART = r"(?:step|round|stage|phase|buoc|vong|giai doan|dot)"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9}
_ORDINALS |= {f"{w}th": n for w, n in ENGLISH.items() if 4 <= n <= 12 and n not in (5, 8, 9)}
_THU = {fold(w): n for w, n in VIETNAMESE.items()} | {"nhat": 1, "nhi": 2} | {str(n): n for n in range(1, 13)}
_ENGLISH = re.compile(rf"(?<!\w)(?:the\s+)?(?P<said>{'|'.join(_ORDINALS)})\s+(?P<part>{_PART}|one)(?!\w)")
_VIETNAMESE = re.compile(
    rf"(?<!\w)(?P<part>{_PART}|cai)\s+"
    rf"(?:thu\s+(?P<said>{'|'.join(sorted(_THU, key=len, reverse=True))})|dau tien)(?!\w)"
)
_OF_SEVERAL = re.compile(rf"(?<!\w)(?P<part>{_PART})s?(?!\w)")
_NUMBERED = re.compile(rf"(?<!\w){_PART}\s+(?:\d{{1,2}}|[ivx]{{1,4}})(?!\w)")
_ALONE = frozenset({"one", "cai"})


def numbered(question: str, before: Sequence[str]) -> str:
    """The question with "Step 5" for "the fifth step"; of what "the second one" is, an earlier question says."""
    even = same_length(question)
    for pattern in (_ENGLISH, _VIETNAMESE):
        match = pattern.search(even)
        if match is None:
            continue
        part = question[match.start("part") : match.end("part")]
        if match["part"] in _ALONE:
            part = next(filter(None, map(_counted, reversed(before))), "")
        if not part:
            continue
        number = _ORDINALS[match["said"]] if pattern is _ENGLISH else _THU.get(match["said"] or "", 1)
        return f"{question[: match.start()]}{part} {number}{question[match.end() :]}"
    return question


def names_part(question: str) -> bool:
    """Whether a question is about a numbered step or round: it is one of something."""
    return _NUMBERED.search(same_length(question)) is not None


def _counted(question: str) -> str:
    match = _OF_SEVERAL.search(same_length(question))
    return question[match.start("part") : match.end("part")] if match else ""
