"""From when, and until when, a document says that it or units of its own hold. Knows nothing of other documents."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from corpus.dates import find_dates
from corpus.relations import Effect
from corpus.unit_lists import unit_mentions
from corpus.units import UnitReference, same_length, shifted
from ingest.relations.days import later
from ingest.relations.targets import mentioned, unquoted
from ingest.relations.verbs import SELF, after_mark

_HOLDS = re.compile(
    r"(?<!\w)(?:co (?:hieu luc|gia tri)(?: (?:thi hanh|phap luat|ap dung))?(?: va (?:duoc )?(?:thi hanh|ap dung))?"
    r"|duoc (?:thi hanh|ap dung)(?= ke tu)|thi hanh(?= ke tu)"
    r"|(?:shall )?(?:takes?|have|has) (?:legal )?effect|(?:shall )?comes? into (?:full )?(?:force|effect)|(?:is"
    r"|are|shall be) (?:effective|in force))(?!\w)"
)
_ENDS = re.compile(
    r"(?<!\w)(?:het hieu luc(?: thi hanh)?|ceases? to (?:be effective|have effect|be in force)|expires?)(?!\w)"
)
_SIGNED = re.compile(
    r"\W*(?:(?:ke\s+)?(?:tu|vao)\s+)?(?:ngay\s+)?(?:ke\s+)?(?:tu\s+)?(?:ngay\s+)?(?:duoc\s+)?(?:ky|ban hanh|thong"
    r" qua|\S+\s+ky)(?!\w)"
    r"|\W*(?:on|from|as of|upon)\s+(?:the\s+)?(?:(?:date|day)\s+(?:of|on which it is)\s+)?(?:its\s+"
    r"|the\s+)?(?:sign(?:ing|ature|ed)|promulgation|issu(?:e|ance|ing)|adoption)"
)
_AFTER = re.compile(
    r"\W*sau\s+(?P<n>\d{1,3})\s*(?:\([^)]*\))?\s*ngay(?P<work>\s+lam"
    r" viec)?\W*(?:ke\s+)?(?:tu\s+)?(?:ngay\s+)?(?:duoc\s+)?(?:ky|ban hanh|thong qua)"
    r"|\W*(?:after\s+)?(?P<m>\d{1,3})\s*(?:\([^)]*\))?\s*(?P<working>working\s+)?days\s+(?:after|from|since|as"
    r" of)\s+(?:the\s+)?(?:(?:date|day)\s+of\s+)?(?:its\s+|the\s+)?(?:sign|promulg|issu|adopt)"
)
_ON = re.compile(
    r"\W*(?:(?:ke\s+)?tu|vao|on|from|as of|starting)?(?:\s+\d{1,2}\s*(?:gio|h)(?:\s*\d{0,2}\s*phut)?)?\s*(?:and"
    r" (?:including|from|after)\s+)?(?:ngay\s+)?(?:the\s+)?$"
)
_UNTIL = re.compile(r"(?:den|toi)\s+(?P<whole>het\s+)?(?:ngay\s+)?$|(?:until|through)\s+(?P<end>the end of\s+)?$")
_UNTIL_YEAR = re.compile(r"(?:den|toi)\s+het\s+nam\s+(\d{4})(?!\d)|(?:until|through)\s+the\s+end\s+of\s+(\d{4})(?!\d)")
# "... và được áp dụng trong thời hạn 24 tháng", "and is valid for 2 years"
_FOR = re.compile(
    r"(?<!\w)(?:trong|voi)\s+(?:(?:thoi (?:han|gian)|vong)\s+)?(?:la\s+)?(?P<n>\d{1,3})\s*(?:\([^)]*\)\s*)?"
    r"(?P<unit>nam|thang)(?!\s*\d|\w)|(?<!\w)for\s+(?:a\s+(?:period|term)\s+of\s+)?(?P<m>\d{1,3})\s*(?:\([^)]*\)\s*)?(?P<units>month"
    r"|year)s?(?!\w)"
)
# "hết hiệu lực sau khi kết thúc ngày ...": the day itself still counts
_PAST = re.compile(
    r"\W*(?:ke\s+tu\s+)?(?:sau(?:\s+khi)?(?:\s+(?:ket\s+thuc|het))?|(?:vao\s+)?(?:cuoi|het))\s+(?:ngay\s+)?$"
    r"|\W*(?:after|at|upon|with|on)\s+the\s+(?:end|expiry|close)\s+of\s+(?:the\s+day\s+of\s+)?$|\W*after\s+$"
)
_OF_OTHER_TIME = re.compile(
    r"(?:(?<!\w)(?:ngay|khi|luc|truoc|sau|date|when|before|after|day)(?:\s+(?:ma|on which|that))?\s+)$"
)
_SHORT = re.compile(
    r"\s*(?:(?:da\s+)?(?:duoc|was|has been)\s[^.;]{0,200}?(?:va|and))?\s*(?:se|shall|chi|co|is"
    r"|,)?\s*"
)
# "Quy định này thay thế ... và có hiệu lực từ ngày ...": the subject of both is the document
_DOES = re.compile(
    r"\s*(?:se|shall|hereby)?\s*(?:thay the|bai bo|huy bo|sua doi|bo sung|dinh chinh|gom|co \d"
    r"|replac|supersed|annul|repeal|abrogat|amend|supplement|correct|consists?)\w*(?!\w)"
)
_JOINS = re.compile(r"(?:(?<!\w)(?:va|dong thoi|and)|[,;])\s*(?:se|shall|cung)?\s*$")
_NOTHING = re.compile(r"(?:\s|,|(?<!\w)(?:cua|tai|of|thi|shall|se|chi|bat dau)(?!\w))*")
_BARE = re.compile(
    r"(?:(?:quyet dinh|nghi quyet|nghi dinh|thong tu(?: lien tich)?|chi thi|quy dinh|quy che|luat|bo luat|phap lenh"
    r"|van ban|decision|decree|resolution|circular|directive|law|code|ordinance|hieu luc thi hanh\W*|the)\s*)*"
)


def effects_in(text: str, start: int, issued: date | None) -> list[Effect]:
    """The days that a statement at an offset gives for its own document; `issued` is the day of signing."""
    bare = unquoted(text)
    even = same_length(bare)
    if not speaks_of_effect(text):
        return []
    found: list[Effect] = []
    for day, ends, units in _days(bare, even, issued):
        effect = Effect(day, start, start + len(text), shifted(units, start), ends)
        if effect not in found:
            found.append(effect)
    return found


def speaks_of_effect(text: str) -> bool:
    """Whether a statement is about holding or ending, of whatever document and with a day or without."""
    even = same_length(unquoted(text))
    return bool(_HOLDS.search(even) or _ENDS.search(even))


def _days(bare: str, even: str, issued: date | None) -> Iterator[tuple[date, bool, tuple[UnitReference, ...]]]:
    reached, told = 0, False
    others = [m.start for m in mentioned(bare) if not m.passing]
    for match in _HOLDS.finditer(even):
        units = _own_units(bare, even, reached, match.start(), others)
        if units is None and not _of_itself(even, match.start(), told=False):
            continue
        day = _begins(bare, even, match.end(), issued)
        reached, told = match.end(), True
        if day is not None:
            yield day, False, units or ()
        last = _last_day(bare, even, match.end()) or (day and _term(even, match.end(), day))
        if last is not None:
            yield last, True, units or ()
    for match in _ENDS.finditer(even):
        units = None if told else _own_units(bare, even, 0, match.start(), others)
        if units is None and not _of_itself(even, match.start(), told):
            continue
        day = _begins(bare, even, match.end(), None) or _past(bare, even, match.end())
        day = day or _last_day(bare, even, max(0, match.start() - 60))
        if day is not None:
            yield day, True, units or ()


def _term(even: str, begin: int, day: date) -> date | None:
    """The first day on which what holds from a day for so many months or years holds no more."""
    term = _FOR.search(even, begin, begin + 200)
    if term is None:
        return None
    count, unit = int(term["n"] or term["m"]), term["unit"] or term["units"]
    months = day.year * 12 + day.month - 1 + (count if unit in ("thang", "month") else 12 * count)
    last = monthrange(months // 12, months % 12 + 1)[1] if months // 12 < date.max.year else 0
    return date(months // 12, months % 12 + 1, min(day.day, last)) if last else None


def _own_units(bare: str, even: str, begin: int, at: int, others: list[int]) -> tuple[UnitReference, ...] | None:
    """The units of its own that are the subject; None where the subject is another."""
    subject = even[begin:at]
    if SELF.search(subject) is not None and not re.search(r"\b(?:dieu|khoan|article|clause)\b", subject):
        return None
    if any(begin <= o < at for o in others):
        return None
    begin = begin or after_mark(even)
    units = [u for u in unit_mentions(bare) if begin <= u.start and u.end <= at]
    lead = even[begin : units[0].start] if units else ""
    if not units or len(lead) > 80 or _OF_OTHER_TIME.search(even[: units[0].start]):
        return None
    return tuple(units) if _NOTHING.fullmatch(SELF.sub("", even[units[-1].end : at])) else None


def _of_itself(even: str, at: int, told: bool) -> bool:
    """Whether the words before a verb make the document its subject."""
    begin = after_mark(even)
    if _BARE.fullmatch(even[begin:at].strip(" ,")):
        return True
    for own in SELF.finditer(even, begin, at):
        if not _OF_OTHER_TIME.search(even[begin : own.start()]) and (told or _SHORT.fullmatch(even[own.end() : at])):
            return True
    first = SELF.match(even, begin)
    return first is not None and _DOES.match(even, first.end()) is not None and _JOINS.search(even[:at]) is not None


def _begins(bare: str, even: str, end: int, issued: date | None) -> date | None:
    near = bare[end : end + 90]
    printed = next(iter(find_dates(near)), None)
    if printed is not None and _ON.match(even[end : end + printed.start]):
        return printed.value
    after = _AFTER.match(even, end)
    if after is not None:
        counted = int(after["n"] or after["m"])
        return later(issued, counted) if issued and not (after["work"] or after["working"]) else None
    return issued if _SIGNED.match(even, end) else None


def _past(bare: str, even: str, end: int) -> date | None:
    """The day behind the last one of an end that is told by its last day."""
    printed = next(iter(find_dates(bare[end : end + 90])), None)
    return later(printed.value, 1) if printed and _PAST.fullmatch(even[end : end + printed.start]) else None


def _last_day(bare: str, even: str, begin: int) -> date | None:
    """The first day on which it holds no more: the day behind "đến hết ngày ..."."""
    for printed in find_dates(bare[begin : begin + 200]):
        until = _UNTIL.search(even[begin : begin + printed.start])
        if until is not None:
            return later(printed.value, 1)
    year = _UNTIL_YEAR.search(even, begin, begin + 200)
    return date(int(year[1] or year[2]) + 1, 1, 1) if year and int(year[1] or year[2]) in range(1945, 2200) else None
