"""Who decides what, how long it takes and when it is due to somebody, where a text says so without a duty.

"Giám đốc Sở quyết định ...", "Thời hạn thẩm định là 40 ngày", "Học viên được cấp chứng chỉ khi ...": the registers hold
no duty of such sentences, but whoever goes through it needs them as its steps. Knows a text; nothing of topics.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.registers import Span, Strength
from corpus.units import same_length

_OPENS = r"(?:(?<=\n)|(?<=[.;:] )|(?<![\s\S]))[ \t]*[“\"]?(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]{1,2})[.)]\s+|[-–+•]\s+)?"
WHO = (
    r"(?:uy ban nhan dan|chu tich|pho chu tich|giam doc|tong giam doc|bo truong|bo|so|thu truong|nguoi dung dau"
    r"|hoi dong|truong phong"
    r"|ban thuong vu|ban to chuc|thuong truc|tinh uy|huyen uy|dang uy|cap uy|co quan|phong|cuc|tong cuc|chi cuc"
    r"|hieu truong"
    r"|thu tuong|chinh phu|truong chinh tri)\b"
    r"|(?:the )?(?:provincial |district |commune |municipal )?(?:people's committees?|people's councils?|chairmen"
    r"|chairman"
    r"|chairperson|directors?|heads?|ministers?|department|council|standing committee|party committee|agency|rector"
    r"|government|prime minister)\b"
)
DECIDES = (
    r"quyet dinh|phe duyet|ban hanh|tham dinh|cong nhan|bo nhiem"
    r"|cap(?! (?:xa|huyen|tinh|so|phong|uy|tren|duoi|co|truong)\b)"  # to grant, not a level
    r"|thu hoi|thanh lap|cu|xem xet|trinh|to chuc"
    r"|thong qua|tuyen dung|cho phep"
    r"|decides?|approves?|appraises?|issues?|promulgates?|recogni[sz]es?|appoints?|grants?|establish(?:es)?"
    r"|considers?|passes"
    r"|sends?"
)
_AND = rf"(?:,\s+(?:va |and )?(?:{WHO})[^.;:,\n|]{{0,80}}?){{0,3}}"  # several who may decide alike
_POWER = re.compile(rf"{_OPENS}(?P<who>(?:{WHO})[^.;:,\n|]{{0,140}}?{_AND})\s+(?P<verb>(?:{DECIDES}))\b(?=\s)")
_BY_WHOM = re.compile(
    rf"{_OPENS}[^.;:\n|]{{8,160}}?\s(?:do|by)\s(?P<who>(?:{WHO})[^.;:,\n|]{{0,100}}?)\s+(?P<verb>{DECIDES})\b"
)
_HOW_LONG = re.compile(
    rf"{_OPENS}(?:thoi han|thoi gian|the time limit|the period)\b[^.;:\n|]{{2,160}}?"
    r"\b(?:la|khong qua|toi da|is|shall be|not exceed|no longer than)\s[^.;\n|]{0,40}?\d{1,3}\s?(?:\w+ ){0,2}?"
    r"(?:ngay|thang|nam|days?|months?|years?)\b"
)
_WHEN = re.compile(
    rf"{_OPENS}(?!truong hop|neu|if |where )[^.;:\n|]{{4,120}}?\s(?:duoc|is|are|may be)\s(?:cap|dieu chinh|gia han"
    rf"|cap lai|xet|cong nhan"
    r"|uu tien|granted|issued|adjusted|extended|recogni[sz]ed|given priority)\b[^.;:\n|]{0,120}?\s(?:khi|neu"
    r"|theo thu tu|when|if|where)\b"
)
_NOT_ITSELF = re.compile(
    r"\b(?:do|by)\b|\b(?:duoc|bi|da|dang|se|theo|ve|cua|cho|quy dinh|tai|was|were|has|have|had|under|of|that)$"
)
_PATTERNS: tuple[tuple[re.Pattern[str], Strength], ...] = (
    (_POWER, "assigned"),
    (_BY_WHOM, "assigned"),
    (_HOW_LONG, "must"),
    (_WHEN, "may"),
)
_STOP = re.compile(r"[;\n|]|\.(?=\s|$)")
_LONGEST = 500  # characters of a sentence


@dataclass(frozen=True, slots=True)
class Power:
    """One such sentence, and who decides where it names somebody."""

    whole: Span
    who: Span | None
    strength: Strength


def powers_in(text: str) -> Iterator[Power]:
    """The sentences that say who decides, how long it takes or when it is due, in reading order, each once."""
    folded = same_length(text)
    found: dict[int, Power] = {}
    for pattern, strength in _PATTERNS:
        for match in pattern.finditer(folded):
            named = Span(*match.span("who")) if "who" in match.groupdict() else None
            if named and _NOT_ITSELF.search(folded[named.start : named.end]):
                continue
            whole = _sentence(text, match.start(), match.end())
            if whole.end - whole.start <= _LONGEST and text[whole.end : whole.end + 1] in (".", ";"):  # else a heading
                found.setdefault(whole.start, Power(whole, named, strength))
    return iter(sorted(found.values(), key=lambda p: p.whole.start))


def _sentence(text: str, start: int, end: int) -> Span:
    """From where a match begins to the end of its sentence or line."""
    stop = _STOP.search(text, end)
    last = stop.start() if stop else len(text)
    while start < last and text[start].isspace():
        start += 1
    return Span(start, last)
