"""The body whose tasks a text tells: "Chi cục Thủy lợi là tổ chức thuộc Sở ...". Knows nothing of the tasks."""

import re

from corpus.registers import Span
from ingest.duty.actors import names_body, trimmed
from ingest.duty.actors_english import can_act
from ingest.duty.scope import after_mark

_IS = re.compile(
    r"\s(?:là|có vị trí là)\s(?:một )?(?:cơ quan|tổ chức|đơn vị|phòng|ban|đầu mối|bộ phận)(?!\w)[^.;:\n]{0,120}?"
    r"(?<!\w)(?:thuộc|trực thuộc|của|do|tham mưu|giúp|chuyên môn|có chức năng|sự nghiệp|hành chính)(?!\w)"
    r"|\scó chức năng\s(?=\w)"
)
_IS_EN = re.compile(
    r"\sis (?:an?|the) (?:[a-z-]+ ){0,3}(?:agency|body|unit|organi[sz]ation|department|committee)\b"
    r"[^.;:\n]{0,60}?\b(?:of|under|within|that|which|advising|assisting)\b"
)
_ENDS = re.compile(r"\s*\((?:sau đây|dưới đây|hereinafter|below)|,\s|\s(?:trong|tại)\s")
_MOST = 160  # characters of a name


def subject_of(text: str, lower: str, line: Span) -> Span | None:
    """The body that a sentence says to be an agency of somebody; None where it says something else."""
    at = after_mark(text, line.start, line.end)
    if (said := _IS.search(lower, at, min(line.end, at + 2 * _MOST))) is not None:
        who = _name(text, at, said.start())
        return who if who is not None and names_body(lower, who.start, who.end) is not None else None
    if (said := _IS_EN.search(text, at, min(line.end, at + 2 * _MOST))) is not None:
        who = _name(text, at, said.start())
        return who if who is not None and can_act(who.of(text)) else None
    return None


def _name(text: str, start: int, end: int) -> Span | None:
    ends = _ENDS.search(text, start, end)
    who = trimmed(text, start, ends.start() if ends else end)
    named = who.end > who.start and who.end - who.start < _MOST and text[who.start].isupper()
    return who if named else None
