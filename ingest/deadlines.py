"""Deadlines in a stretch of text, in both languages: by a date, within a time, again and again, or only "in time".

A cue ("trước", "chậm nhất", "within", "by") and the point in time behind it make one. A numeric date in English whose
order nothing in the text tells keeps its words and no day. Knows nothing of duties.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache, partial

from corpus.registers import Deadline, Span
from ingest.deadline_points import Point, english_point, vietnamese_point

_CUE_VI = re.compile(
    r"(?<!\w)(?:(?P<latest>(?:chậm|muộn|trễ) nhất(?:\s+(?:là|vào|đến|trước|sau|trong|không quá)(?!\w)){0,2}"
    r"|không (?:muộn|chậm) (?:hơn|quá)|không (?:được )?quá|tối đa)"
    r"|(?P<least>(?:ít nhất|tối thiểu)\s+trước)|(?P<before>trước)"
    r"|(?P<until>(?:đến|tới)(?: hết)?|hết)|(?P<within>trong(?: (?:thời hạn|thời gian|vòng|khoảng thời gian))?"
    r"(?:\s+(?:là|tối đa|không quá|chậm nhất))?|thời hạn(?: là)?)"
    r"|(?P<on>vào(?: dịp)?|xong|hoàn thành|thực hiện))(?:\s+ngày(?=\s+\d))?\s+",
    re.IGNORECASE,
)
_CUE_EN = re.compile(
    r"\b(?:(?P<latest>(?:no|not) later than|at the latest (?:by|on)|on or before|by)|(?P<before>before|prior to)"
    r"|(?P<until>until|up to)|(?P<within>within(?: a (?:period|time limit|deadline) of)?)|(?P<on>in|during|on))\s+",
    re.IGNORECASE,
)
# named without a cue, a quarter of a year is a time to be done by
_BARE_QUARTER = re.compile(
    r"(?<!\w)(?<!của )(?<!báo cáo )(?<!thuế )(?<!số liệu )(?<!of )(?:quý\s+(?:IV|I{1,3}|[1-4])\b|Q[1-4]\b)",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"(?<!\w)(?:trước (?P<since>(?:khi|ngày(?! \d)|thời điểm) (?:(?! mà | chưa | đủ )[^,;.\d\n]){2,70}?)\s+"
    r"(?:(?:ít nhất|tối thiểu|chậm nhất|không quá)\s+)?(?=\d)|(?P<late>(?:chậm nhất|ít nhất|muộn nhất)(?: là)?)\s+"
    r"(?=[^,;.\n]{3,40}\btrước (?:khi|ngày)\s+[^\d\s]))|\bat least (?=[\w ()]{1,30}\b(?:before|prior to|in advance))",
    re.IGNORECASE,
)
_AHEAD_OF_EN = re.compile(
    r"\s+(?:before|prior to) (?P<since>[^,;.\n]{3,160}?)(?=\s+and\s+(?:be|to|must|shall)\s|[,;.\n]|$)",
    re.IGNORECASE,
)
_AHEAD_OF = re.compile(r"\s+trước (?P<since>(?:khi|ngày) [^,;.\n]{2,80})")
_LIMIT = re.compile(
    r"(?<!\w)(?P<vi>thời (?:hạn|gian) [^,;.:\n]{3,120}?\slà|thời (?:hạn|gian) [^,;.:\n]{3,120}?\s(?=không quá|tối đa))"
    r"\s+(?:(?:không quá|tối đa)\s+)?(?=\d)|\b(?:time limit|period|deadline) (?:for"
    r"|of) [^,;.\n]{3,120}? (?:is|shall be)\s+(?=\d)",
    re.IGNORECASE,
)
_LEAST_AFTER = re.compile(r"\s*(?:ít nhất|tối thiểu|chậm nhất)\s+")
_NOT_BEFORE = re.compile(
    r"(?:hết|quá|tính|kể từ|từ ngày [\d/. ]{4,30}|từ (?:tháng [\d/ ]{1,8} |quý \w{1,3} )?năm \d{4}|từ \d{4}"
    r"|tăng|giảm|lên|so với|of|dated)\s+$",
    re.IGNORECASE,
)
_WAS = re.compile(r"(?<!\w)đã (?:được |phê |thẩm |chi |lập |ký |ban )[^,;.\n]{0,150}$")  # what was done before a day
_SINCE_VI = re.compile(r",?\s*(?:kể|tính)?\s*(?:từ|sau|đến)\s+(?=ngày|khi|thời điểm|lúc|có)(?P<words>[^,;.\n]{2,120})")
_SINCE_EN = re.compile(r"\s+(?:of|from|after|since|following|upon)\s+(?P<words>[^,;.\n]{2,120})", re.IGNORECASE)
_STOP = re.compile(r"\s+(?:phải|thì|(?:and )?(?:must|shall|to be))\s")
_RECUR = re.compile(
    r"(?<!\w)(?:(?P<regular>định kỳ)(?:\s*,?\s*(?:(?:theo|vào|mỗi|hằng|hàng|từng)\s+){0,2}(?P<each>ngày|tuần"
    r"|tháng|quý|năm|"
    r"(?:\d{1,2}|sáu|ba|hai|một)\s+(?:tháng|năm|quý|tuần))(?:\s*/\s*lần|\s+(?:một|1|01)\s+lần)?)"
    r"|(?:hằng|hàng|mỗi|từng)\s+(?P<every>ngày|tuần|tháng|quý|năm|6 tháng)(?: (?:ít nhất )?"
    r"(?:một|hai|\d{1,2}) lần)?(?!\s+(?:giờ|tuổi|không quá|tối đa))"
    r"|(?:ít nhất\s+)?(?P<count>\d{1,2}|sáu|ba|hai|một)\s+(?P<unit>tháng|năm|quý|tuần)(?:\s*/\s*lần|\s+(?:một|1"
    r"|01)\s+lần)"
    r"|theo (?P<by>quý|tháng|tuần)(?=\s*(?:[,;.]|$))"
    r"|(?:tuần|ngày|tháng) cuối (?:của )?(?:mỗi |hằng )?(?P<last>quý|tháng|năm)"
    r"|(?:(?:in|on|before|by|during)\s+)?the\s+(?:first|last)\s+(?:day|week|month|working day)\s+of\s+(?:each|every)\s+"
    r"(?P<end>quarter|month|year)"
    r"|(?:once )?(?:every|each)\s+(?P<en>day|week|month|quarter|year|"
    r"(?:\d{1,2}|six|three|two|five)\s+(?:months|years|weeks|quarters))"
    r"|(?P<adverb>daily|weekly|monthly|quarterly|annually|yearly|semi-annually|biannually)"
    r"(?=\s*(?:[,.;)]|$)|\s+(?:and|by|before|on|to|in|at|with|from|until|no)\b))(?!\w)",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?<!\w)(?:(?<=báo cáo )ngay(?! sau| khi| từ| trong)|(?<=thông báo )ngay(?! sau| khi| từ| trong)"
    r"|(?<=thực hiện )ngay(?! sau| khi| từ| trong)|ngay khi|thường xuyên|kịp thời|khẩn trương"
    r"|theo (?:đúng )?(?:lộ trình|tiến độ)"
    r"|đúng (?:tiến độ|thời hạn)"
    r"|trong thời gian (?:sớm nhất|tới)|sớm nhất|ngay sau khi|định kỳ|promptly|regularly|periodically|urgently"
    r"|(?:at|in) (?:its|the|their) [\w' -]{0,40}session(?: of \d{4})?|kỳ họp (?:thường lệ|cuối|giữa|gần nhất)[^,;."
    r"|\n]{0,20}"
    r"|in (?:a )?timely manner|in time|as soon as possible|immediately|according to (?:the )?(?:roadmap|schedule)"
    r"|on schedule)(?!\w)",
    re.IGNORECASE,
)
# "annual plan", "recurrent spending": what such a word follows makes it an adjective
_ADJECTIVAL = re.compile(
    r"(?:năm và|quý và"
    r"|được giao|chi thường xuyên|kế hoạch|chương trình|báo cáo|ngân sách|dự toán|biên chế|kinh phí|chi|nguồn"
    r"|nhiệm vụ|chỉ tiêu|công tác"
    r"|thu nhập|hỗ trợ|phát triển|phụ cấp"
    r"|lương|bồi dưỡng|đào tạo|thu|hoạt động|nghỉ phép|sơ kết|danh mục|cơ quan|cán bộ|lệ phí|bậc|vốn|tăng|dịch vụ|học)"
    r"\s+$",
    re.IGNORECASE,
)
# "đầy đủ, kịp thời, chính xác", "để được hướng dẫn kịp thời": how well it is done, or what for
_MANNER = re.compile(
    r"\s*(?:,|và|and)\s*(?:chính xác|đầy đủ|đúng|hiệu quả|nhanh chóng|có hiệu quả|accurate|complete|full)"
)
_MANNERED = re.compile(
    r"(?:đầy đủ|chính xác|nhanh chóng|đúng|thường xuyên|liên tục|toàn diện)\s*(?:,|và)\s*$|(?<!\w)(?:để"
    r"|nhằm) (?:được|có)\s[^,;.\n]{0,60}$"
)
_SAME_DAY = re.compile(
    r"(?<!\w)(?:ngay )?trong (?:cùng )?ngày(?= (?:làm việc|nhận)|\s*[,;.]|$)|\b(?:on|within) the same day\b", re.I
)
_OWNED = re.compile(r"\s+của\s", re.IGNORECASE)  # "kế hoạch 5 năm, hằng năm của sở"
_EVERY = {
    "ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year", "6 tháng": "half_year",
    "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "annually": "year", "yearly": "year",
    "semi-annually": "half_year", "biannually": "half_year", "six months": "half_year", "6 months": "half_year",
    "three months": "quarter", "day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year",
    "two years": "2 years",
}  # fmt: skip
_COUNTS = {"một": 1, "hai": 2, "ba": 3, "sáu": 6, "two": 2, "three": 3, "five": 5, "six": 6}
_UNITS = {"weeks": "tuần", "months": "tháng", "quarters": "quý", "years": "năm"}
_PERIODS = {("tháng", 3): "quarter", ("tháng", 6): "half_year", ("tháng", 12): "year"}
_BARE = re.compile(r"(?:ngày\s+)?", re.IGNORECASE)
# without any of these there is none: most sentences are done with here
_HINT = re.compile(
    r"\d|ngày|tuần|tháng|quý|năm|giờ|thường xuyên|kịp thời|khẩn trương|lộ trình|tiến độ|thời hạn|sớm nhất"
    r"|ngay (?:sau|khi)|định kỳ"
    r"|kỳ họp|[a-z]ly\b|timely|in time|soon|schedule|roadmap|session|month|year|week|quarter|day|hour",
    re.IGNORECASE,
)
_RANK = ("date", "relative", "recurring", "vague")


def find_deadlines(text: str, start: int, end: int) -> list[Deadline]:
    """The deadlines in `text[start:end]`, in the order they stand; a date that recurs is one with what it recurs in."""
    if _HINT.search(text, start, end) is None:
        return []
    finders = (_pointed, _ahead, _limits, _quarters, _recurring, _at_once, _vague)
    found = sorted((one for find in finders for one in find(text, start, end)), key=_place)
    joined: list[Deadline] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and one.phrase.start < last.phrase.end:
            joined[-1] = min(last, one, key=_strongest) if "vague" in (last.kind, one.kind) else _widest(last, one)
        elif last is not None and _belong(text, last, one):
            joined[-1] = _joined(last, one)
        else:
            joined.append(one)
    return joined


def cell_deadline(text: str, start: int, end: int) -> Deadline | None:
    """What a cell under "Thời hạn" says: its deadline, a bare point in time, or its words as they are."""
    while start < end and text[start].isspace():
        start += 1
    if start >= end:
        return None
    found = find_deadlines(text, start, end)
    if found:
        return min(found, key=_strongest)
    begin = _BARE.match(text, start, end)
    at = begin.end() if begin else start
    point = vietnamese_point(text, at, end) or english_point(text, at, end, _month_first(text))
    if point is not None and point.length is None:
        return _made(Span(start, point.end), point, "on")
    return Deadline(Span(start, end), "vague")


def strongest(deadlines: list[Deadline]) -> Deadline | None:
    """The one that tells most: a date before a length of time, before what recurs, before "in time"."""
    return min(deadlines, key=_strongest, default=None)


def _strongest(one: Deadline) -> int:
    return _RANK.index(one.kind)


def _place(one: Deadline) -> tuple[int, int]:
    return one.phrase.start, -one.phrase.end


def _widest(one: Deadline, other: Deadline) -> Deadline:
    return max(one, other, key=lambda d: d.phrase.end - d.phrase.start)


def _belong(text: str, last: Deadline, one: Deadline) -> bool:
    """ "hằng quý trước ngày 20 của tháng cuối quý": a recurrence and its day stand side by side."""
    recurring = "recurring" in (last.kind, one.kind) and "vague" not in (last.kind, one.kind)
    gap = text[last.phrase.end : one.phrase.start].strip(" ,(")
    together = gap in ("", "vào", "of") or (gap in ("and", "và") and last.kind == "date")
    return recurring and one.day is None and last.day is None and together


def _joined(last: Deadline, one: Deadline) -> Deadline:
    regular = last if last.kind == "recurring" else one
    other = one if regular is last else last
    inclusive = other.inclusive if other.inclusive is not None else regular.inclusive
    return replace(regular, phrase=Span(last.phrase.start, one.phrase.end), inclusive=inclusive)


def _pointed(text: str, start: int, end: int) -> Iterator[Deadline]:
    for cue in _CUE_VI.finditer(text, start, end):
        kind = str(cue.lastgroup)
        point = vietnamese_point(text, _after_least(text, cue, end), end)
        if point is not None and _meant(text, cue, point, kind, start):
            yield _counted(text, cue.start(), end, _made(Span(cue.start(), point.end), point, kind), _SINCE_VI)
    for cue in _CUE_EN.finditer(text, start, end):
        kind = str(cue.lastgroup)
        point = english_point(text, cue.end(), end, _month_first(text))
        if point is not None and _meant(text, cue, point, kind, start):
            yield _counted(text, cue.start(), end, _made(Span(cue.start(), point.end), point, kind), _SINCE_EN)


def _ahead(text: str, start: int, end: int) -> Iterator[Deadline]:
    """So long before something: "trước khi hết hạn ít nhất 10 ngày"."""
    for match in _AHEAD.finditer(text, start, end):
        vietnamese = match["since"] is not None or match["late"] is not None
        point = (vietnamese_point if vietnamese else partial(english_point, month_first=None))(text, match.end(), end)
        if point is None or point.length is None:
            continue
        ahead = _AHEAD_OF if vietnamese else _AHEAD_OF_EN
        since = match if match["since"] else ahead.match(text, point.end, end)
        last = point.end if since is match or since is None else since.end()
        counted = Span(since.start("since"), since.end("since")) if since else None
        yield Deadline(Span(match.start(), last), "relative", length=point.length, unit=point.unit, since=counted)


def _limits(text: str, start: int, end: int) -> Iterator[Deadline]:
    """ "Thời hạn thẩm định hồ sơ là 40 ngày kể từ ngày nhận": a length of time counted from something."""
    for match in _LIMIT.finditer(text, start, end):
        vietnamese = match["vi"] is not None
        point = vietnamese_point(text, match.end(), end) if vietnamese else english_point(text, match.end(), end, None)
        if point is None or point.length is None:
            continue
        one = _made(Span(match.end(), point.end), point, "within")
        counted = _counted(text, match.end(), end, one, _SINCE_VI if vietnamese else _SINCE_EN)
        if counted.since is not None:
            yield counted


def _quarters(text: str, start: int, end: int) -> Iterator[Deadline]:
    for match in _BARE_QUARTER.finditer(text, start, end):
        point = vietnamese_point(text, match.start(), end) or english_point(text, match.start(), end, None)
        if point is not None and point.last is not None:
            yield _made(Span(match.start(), point.end), point, "on")


def _after_least(text: str, cue: re.Match[str], end: int) -> int:
    least = _LEAST_AFTER.match(text, cue.end(), end)
    return least.end() if least else cue.end()


def _meant(text: str, cue: re.Match[str], point: Point, kind: str, start: int) -> bool:
    """Whether the words name a time by which something is to be done, not how long it lasts or since when it counts."""
    if _NOT_BEFORE.search(text, max(start, cue.start() - 40), cue.start()):
        return False
    if point.length is None:
        if kind == "before" and _WAS.search(text, max(start, cue.start() - 160), cue.start()):
            return False
        return not (kind == "until" and point.span == "year") or "hết" in cue.group().lower()
    if kind in ("on", "until"):
        return False
    words = cue.group().lower()
    counted = (_SINCE_VI if kind != "within" or "trong" in words or "thời" in words else _SINCE_EN).match(
        text, point.end
    )
    plain = words.startswith(("trong thời", "trong vòng", "thời hạn", "within", "chậm", "muộn", "trễ", "ít", "before"))
    if words.startswith(("không", "tối")):
        return counted is not None
    return plain or counted is not None or point.unit in ("day", "working_day", "hour") or kind == "before"


def _made(phrase: Span, point: Point, cue: str) -> Deadline:
    if point.length is not None:
        return Deadline(
            phrase, "relative", inclusive=None if cue in ("before", "least") else True, length=point.length,
            unit=point.unit,
        )  # fmt: skip
    before = cue == "before"
    inclusive = None if point.rough else not before
    if point.every is not None:
        return Deadline(phrase, "recurring", inclusive=inclusive, every=point.every)
    day = point.first if before and not point.rough else point.last
    return Deadline(phrase, "date", None if point.rough else day, inclusive)


def _counted(text: str, start: int, end: int, one: Deadline, since: re.Pattern[str]) -> Deadline:
    """A length of time with the words of what it counts from, as far as they go."""
    if one.kind != "relative":
        return one
    match = since.match(text, one.phrase.end, end)
    ahead = _AHEAD_OF_EN.match(text, one.phrase.end, end) if match is None and since is _SINCE_EN else None
    if ahead is not None:
        return replace(one, phrase=Span(start, ahead.end()), since=Span(*ahead.span("since")))
    if match is None:
        return one
    stop = _STOP.search(text, match.start("words"), match.end("words"))
    last = stop.start() if stop else match.end("words")
    while text[last - 1].isspace():
        last -= 1
    return replace(one, phrase=Span(start, last), since=Span(match.start("words"), last))


def _recurring(text: str, start: int, end: int) -> Iterator[Deadline]:
    for match in _RECUR.finditer(text, start, end):
        certain = match["regular"] or match["count"] or match["last"] or match["by"]
        owned = match["every"] is not None and _OWNED.match(text, match.end(), end)
        if certain or not (owned or _ADJECTIVAL.search(text, max(start, match.start() - 20), match.start())):
            yield Deadline(Span(match.start(), match.end()), "recurring", every=_every(match))


def _every(match: re.Match[str]) -> str:
    if match["count"]:
        return _period(match["count"], match["unit"])
    word = next(match[g] for g in ("each", "every", "by", "last", "end", "en", "adverb") if match[g]).lower()
    if word in _EVERY:
        return _EVERY[word]
    count, unit = word.split()
    return _period(count, unit)


def _period(count: str, unit: str) -> str:
    number = _COUNTS.get(count.lower()) or int(count)
    unit = _UNITS.get(unit.lower(), unit.lower())
    if number == 1:
        return _EVERY[unit]
    return _PERIODS.get((unit, number), f"{number} {_EVERY[unit]}s")


def _at_once(text: str, start: int, end: int) -> Iterator[Deadline]:
    """ "ngay trong ngày", "on the same day": before the day on which it arises is over."""
    for match in _SAME_DAY.finditer(text, start, end):
        yield Deadline(Span(*match.span()), "relative", inclusive=True, length=0, unit="day")


def _vague(text: str, start: int, end: int) -> Iterator[Deadline]:
    for match in _VAGUE.finditer(text, start, end):
        adjectival = _ADJECTIVAL.search(text, max(start, match.start() - 20), match.start())
        manner = _MANNER.match(text, match.end(), end) or _MANNERED.search(
            text, max(start, match.start() - 60), match.start()
        )
        if manner is not None and match.group().lower() in ("kịp thời", "promptly", "in a timely manner"):
            continue
        if not adjectival or match.group().lower().startswith(("ngay", "kịp thời")):
            yield Deadline(Span(match.start(), match.end()), "vague")


@lru_cache(maxsize=4)
def _month_first(text: str) -> bool | None:
    """Whether numeric dates are written month first, by those that leave no choice; None where none tells."""
    numeric = re.findall(r"(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:19|20)\d{2}(?!\d)", text)
    first = any(int(a) > 12 for a, _ in numeric)
    second = any(int(b) > 12 for _, b in numeric)
    return second if first != second else None


def day_before(one: Deadline) -> date | None:
    """The last day on which it can be done in time."""
    if one.day is None:
        return None
    return one.day - timedelta(days=1) if one.inclusive is False else one.day
