"""The day that a question asks for itself: "Tháng 9 năm 2020, Điều 5 quy định gì?", "... in force on July 31, 2025?".

Only a time that stands by itself at an end of the question counts, and only where a unit of a document is named, or its
validity asked: "ngày" behind a number is the day of its issue, "trước ngày" and "from" belong to what is asked about.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.mentions import Mention
from corpus.dates import MONTHS, find_dates
from corpus.unit_lists import unit_mentions
from corpus.units import same_length

_ADVERB = r"(?:vao|tai|trong|tinh den|on|in|as of|as at|at|during)"
_AT = rf"(?:{_ADVERB}\s+)?(?:(?:thoi diem|ngay|hoi|the)\s+)*"
_PART = r"(?P<part>(?:dau|giua|cuoi|early|late|beginning of|middle of|end of)\s+)?"
_MONTH = re.compile(
    rf"(?<![\w/.-]){_AT}{_PART}(?:thang\s+(?P<m>\d{{1,2}})(?:\s+nam\s+|\s*[/-]\s*)(?P<y>(?:19|20)\d\d)"
    rf"|(?P<name>{'|'.join(MONTHS)})\s+(?:of\s+)?(?P<yy>(?:19|20)\d\d))(?![\w/-])"
)
_YEAR = re.compile(rf"(?<![\w/.-]){_AT}{_PART}(?:nam\s+|(?<=in )|(?<=of )|(?<=during ))(?P<y>(?:19|20)\d\d)(?![\w/-])")
_BEGINNING, _MIDDLE = ("dau", "early", "beginning of"), ("giua", "middle of")
_OPENS = re.compile(rf"\W*(?:(?:{_ADVERB}|den|thoi diem|ngay|the)\s+)*")
_CLOSES = re.compile(r"[\s?.!]*")
_TOLD_AS_TIME = re.compile(rf"(?<!\w){_ADVERB}\s+(?:(?:thoi diem|ngay|the)\s+)*$")
_BEGINS_AS_TIME = re.compile(rf"{_ADVERB}\s")
_OF_ISSUE = re.compile(r"[\s,(]*(?:ngay|nam|of|dated|ban hanh|issued in|ky)?\s*")
_HOLDS = re.compile(r"hieu luc|ap dung|in force|in effect|effective|valid|applicable|applied")


def asks_validity(question: str) -> bool:
    """Whether what holds, applies or is in force is spoken of."""
    return _HOLDS.search(same_length(question)) is not None


def asked_day(question: str, mentions: Sequence[Mention], today: date) -> date | None:
    """The day that a question about a named document asks for; of a month or a year the last."""
    if not mentions:
        return None
    even = same_length(question)
    of_validity = asks_validity(question)
    if not of_validity and not unit_mentions(question):
        return None
    for start, end, day in _times(question, even):
        opens = _OPENS.fullmatch(even[:start]) is not None
        closes = _CLOSES.fullmatch(even[end:]) is not None and _by_itself(even, start, mentions)
        if (opens or closes) and (of_validity or day <= today):
            return day
    return None


def _by_itself(even: str, start: int, mentions: Sequence[Mention]) -> bool:
    """Whether a time at the end is told as one ("in May 2016"), and is not the day of a document's issue."""
    before = max((m.end for m in mentions if m.end <= start), default=None)
    if before is not None and _OF_ISSUE.fullmatch(even[before:start]):
        return False
    return _BEGINS_AS_TIME.match(even, start) is not None or _TOLD_AS_TIME.search(even[:start]) is not None


def _times(question: str, even: str) -> Iterator[tuple[int, int, date]]:
    for printed in find_dates(question):
        yield printed.start, printed.end, printed.value
    for m in _MONTH.finditer(even):
        month, year = int(m["m"]) if m["m"] else MONTHS.index(m["name"]) + 1, int(m["y"] or m["yy"])
        if 1 <= month <= 12:
            part = (m["part"] or "").strip()
            last = monthrange(year, month)[1]
            yield m.start(), m.end(), date(year, month, 1 if part in _BEGINNING else 15 if part in _MIDDLE else last)
    for m in _YEAR.finditer(even):
        part = (m["part"] or "").strip()
        day = (1, 1) if part in _BEGINNING else (6, 30) if part in _MIDDLE else (12, 31)
        yield m.start(), m.end(), date(int(m["y"]), *day)
