"""What a question wants done. Compares folded words; knows no documents.

What kind of thing would answer it (a date, a person, a list ...) is for `kinds` to say.
"""

import re
from typing import Literal

from corpus.identity import TYPES
from corpus.units import same_length

Aim = Literal["answer", "find", "unit", "compare", "summarise", "count"]

_TYPE = "|".join(
    sorted({re.escape(same_length(n)) for _, vi, en, *_ in TYPES for n in (vi, *en)}, key=lambda n: (-len(n), n))
)
_DOCUMENT = rf"(?:van ban|tai lieu|documents?|texts?|{_TYPE})"
_AIMS: tuple[tuple[Aim, re.Pattern[str]], ...] = (
    ("compare", re.compile(
        r"\b(?:so sanh|doi chieu|khac (?:nhau|gi|biet)|diem khac|giong va khac|co gi khac|diem moi (?:cua|so voi)|thay doi (?:gi|nao|ra sao|the nao|nhu the nao))\b"
        r"|\bcompar(?:e|ed|ison|ing)\b|\bdiffer(?:s|ence|ences|ent from)?\b|\bhow (?:did|has|have|does) .{3,160} change\w*\b|\bversus\b|\bvs\b|\bwhat(?: is|'s) new in\b"
        r"|\bwhich (?:[\w-]+ ){0,4}(?:gets?|is|are|has|have|takes?|costs?|received?|lasts?|was|were|had) (?:the )?(?:more|less|fewer|longer|shorter|higher|lower|bigger|larger|smaller|earlier|later)\b.* or\b"
        r"|\b(?:nao|dau) (?:\w+ ){0,3}(?:nhieu|it|cao|thap|dai|ngan|lon|nho|som|muon) (?:\w+ ){0,2}?hon\b|\bhay\b.{3,80}\b(?:nhieu|it|cao|thap|dai|ngan|lon|nho|som|muon) (?:\w+ ){0,2}?hon\b")),
    ("summarise", re.compile(
        r"\b(?:tom tat|tom luoc|noi dung chinh|noi dung co ban|diem chinh|khai quat|y chinh)\b"
        r"|\bsummar(?:y|ise|ize|ised|ized)\b|\bmain (?:points|content|contents)\b|\boverview\b|\bin brief\b|\bkey points\b")),
    ("find", re.compile(
        rf"^(?:hay |xin |vui long |cho toi |giup toi )?(?:tim|tra cuu|tim kiem|mo|cho xem|xem)\s+(?:giup |cho |toi |kiem |ra )*(?:cac |nhung |ban )?{_DOCUMENT}\b"
        rf"|\b{_DOCUMENT} nao (?:quy dinh|noi|huong dan|ve|de cap|thay the|sua doi|bai bo|dieu chinh|ban hanh)\b"
        rf"|^(?:please )?(?:find|show|open|look up|get|locate|give)\b(?: me)?(?: the| a| all| any)?(?: \w+){{0,2}}? {_DOCUMENT}\b"
        rf"|\b(?:which|what) {_DOCUMENT} (?:regulates?|governs?|deals?|covers?|is about|are about|concerns?|guides?|replaces?|amends?)\b")),
    ("count", re.compile(
        r"\bco (?:bao nhieu|may) (?:dieu|chuong|khoan|diem|muc|phan|phu luc|van ban|nghi quyet|quyet dinh|thong tu)\b"
        r"|\bhow many (?:articles|chapters|clauses|sections|parts|annexes|documents|decisions|resolutions|circulars)\b")),
)  # fmt: skip
_SAYS = re.compile(
    r"\b(?:quy dinh|noi|ghi|neu) (?:nhung )?(?:gi|the nao|nhu the nao|ra sao)\b|\b(?:noi dung|toan van)\b|\bgi\b$|\bthe nao$"
    r"|\b(?:what|how) (?:do|does|is|are)\b.*\b(?:say|state|provide|regulate|contain|about|in)\b|\b(?:text|content|wording) of\b|\bsays?\b"
)


# any word that asks, in folded text
ASKS = re.compile(
    r"\b(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|may|must|should|will|has|have)\b"
    r"|\b(?:ai|gi|nao|bao nhieu|bao lau|bao gio|khi nao|may|dau|sao|khong|chua)\b"
)


def aim_of(folded: str, *, named: bool) -> Aim:
    """What is wanted; "answer" where nothing tells more. `named` says that the question names a unit."""
    aim: Aim = next((aim for aim, pattern in _AIMS if pattern.search(folded)), "answer")
    return "unit" if aim == "answer" and named and (_SAYS.search(folded) or len(folded.split()) <= 8) else aim
