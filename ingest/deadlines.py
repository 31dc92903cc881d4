"""Deadlines in a stretch of text, in both languages: by a date, within a time, again and again, or only "in time".

A cue ("trước", "chậm nhất", "within", "by") and the point in time behind it make one. A numeric date in English whose
order nothing in the text tells keeps its words and no day. Knows nothing of duties.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache, partial

from corpus.registers import Deadline, Span
from ingest.deadline.elsewhere import limits_elsewhere
from ingest.deadline.meant import meant
from ingest.deadline.named import named_days
from ingest.deadline.points import Point, english_point, vietnamese_point
from ingest.deadline.recurring import ADJECTIVAL, recurrences

_CUE_VI = re.compile(
    r"(?<!\w)(?:(?P<latest>(?:chậm|muộn|trễ) nhất(?:\s+(?:là|vào|đến|trước|sau|trong|không quá)(?!\w)){0,2}"
    r"|hạn (?:chót|cuối(?: cùng)?)(?: là| vào)*|không (?:muộn|chậm) (?:hơn|quá)|không (?:được )?quá|tối đa)"
    r"|(?P<least>(?:ít nhất|tối thiểu)\s+trước)|(?P<before>trước)"
    r"|(?P<until>(?:đến|tới)(?: hết)?|hết)|(?P<within>trong(?: (?:thời hạn|thời gian|vòng|khoảng thời gian))?"
    r"(?:\s+(?:là|tối đa|không quá|chậm nhất)){0,3}|thời hạn(?: là)?)"
    r"|(?P<after>(?<!hiệu lực )(?<!thi hành )sau(?: thời hạn| thời gian)?(?=\s+\d))|(?P<on>vào(?: dịp)?|xong"
    r"|hoàn thành|thực hiện))(?:\s+ngày(?=\s+\d))?\s+",
    re.IGNORECASE,
)
_CUE_EN = re.compile(
    r"\b(?:(?P<latest>(?:(?:in no (?:event|case)|no|not) (?:later|more) than)|at the latest (?:by|on)"
    r"|on or before|by)|(?P<before>before|prior to)"
    r"|(?P<until>until|up to)|(?P<within>within(?:\s+the(?= (?:next |following )?\d)|\s+(?:a"
    r"|the)\s+(?:\w+\s+)?(?:time limit|period|time"
    r"|deadline)(?:\s+of)?"
    r"(?:\s+(?:not exceeding|(?:not|no) (?:longer|more|later) than|up to|at most))?)?)|(?P<on>in|during|on))\s+",
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
    r"(?=[^,;.\n]{3,40}\btrước (?:khi|ngày)\s+[^\d\s]))"
    r"|\b(?:at least|not less than|no less than|no fewer than|not fewer than|a minimum of)"
    r" (?=[\w ()-]{1,30}\b(?:before|prior to|in advance)|[\w ()-]{1,30}?(?:days|weeks"
    r"|months)['’]? [a-z ]{0,24}?notice\b)"
    r"|(?<![\w/.,])(?P<plain>)(?=\d{1,3}(?: \([^)\n]{1,20}\))? ngày(?: làm việc)? trước (?:khi|ngày)\s+[^\d\s])"
    r"|(?<!\w)trước (?P<told>(?:cho [^,;.\d\n]{2,60}? |bằng văn bản )(?:ít nhất|tối thiểu|chậm nhất"
    r"|không ít hơn) )(?=\d)",
    re.IGNORECASE,
)
_AHEAD_OF_EN = re.compile(
    r"\s+(?:before|prior to) (?P<since>[^,;.\n]{3,160}?)(?=\s+and\s+(?:be|to|must|shall)\s|[,;.\n]|$)",
    re.IGNORECASE,
)
_AHEAD_OF = re.compile(r"\s+trước (?P<since>(?:khi|ngày) [^,;.\n]{2,80})")
_LIMIT = re.compile(
    r"(?<!\w)(?P<vi>thời (?:hạn|gian) [^;.:\n]{3,120}?(?:\slà|\s?:)|thời (?:hạn"
    r"|gian) [^,;.:\n]{3,120}?\s(?=không quá|tối đa))"
    r"\s+(?:(?:không quá|tối đa)\s+)?(?=\d)|\b(?:time limit|period|deadline) (?:for"
    r"|of) [^,;.\n]{3,120}? (?:is|shall be)\s+(?=\d)",
    re.IGNORECASE,
)
# how long something is handled needs nothing that it counts from; how long something holds or lasts is no deadline
_HANDLING = re.compile(
    r"(?:thời hạn|thời gian) (?:thẩm định|thẩm tra|giải quyết|xử lý|trả lời|xem xét|kiểm tra|xác minh|gửi|nộp|báo cáo"
    r"|cấp (?:giấy|phép|lại|thẻ|bản)|thông báo|công bố|hoàn thành|hoàn thiện|thực hiện (?:thủ tục|việc)|ban hành"
    r"|phê duyệt|cho ý kiến|lấy ý kiến|có ý kiến|bổ sung|tiếp nhận|chuyển|trình|ký|niêm yết|lập|quyết định)(?!\w)"
    r"|(?:time limit|period|deadline) (?:for|of) (?:the )?(?:apprais\w+|settl\w+|handling|processing|reply\w*|respon\w+"
    r"|consider\w+|examin\w+|verif\w+|submi\w+|report\w+|issu\w+|notif\w+|approv\w+|supplement\w+|decid\w+)",
    re.IGNORECASE,
)
_SHORT = ("hour", "day", "working_day", "week")
# "17 giờ ngày ...", "17h00, ngày ...", "5 p.m. on ...": the hour belongs to the day behind it
_CLOCK_VI = re.compile(
    r"(?:lúc\s+)?\d{1,2}\s*(?:giờ|h|g)(?:\s*\d{2})?(?:\s*phút)?,?\s+(?:của\s+)?(?=ngày\s+\d|\d{1,2}[/.-]\d"
    r"|\d{1,2} tháng)",
    re.IGNORECASE,
)
_CLOCK_EN = re.compile(
    r"(?:(?:the )?close of business|cob|noon|midnight|\d{1,2}(?:[:.]\d{2})?\s*(?:a\.?m\.?|p\.?m\.?|o'clock))\s+"
    r"(?:on\s+)?(?=\w)",
    re.IGNORECASE,
)
_LEAST_AFTER = re.compile(r"\s*(?:ít nhất|tối thiểu|chậm nhất)\s+")
_SINCE_VI = re.compile(r",?\s*(?:kể|tính)?\s*(?:từ|sau|đến)\s+(?=ngày|khi|thời điểm|lúc|có)(?P<words>[^,;.\n]{2,120})")
_ONLY_NAMED = re.compile(
    r"(?:ngày|khi|thời điểm)\s+(?:(?=[A-ZĐ])|(?=(?:bản án|quyết định|cơ quan|tổ chức|đơn vị)(?!\w)))"
    r"[^\W\d_]+(?:\s+(?!nhận|có|được|ra|ký|ban|phát)[^\W\d_]+){0,4}"
)
_HAPPENS = re.compile(
    r",\s[^,;.\n]{2,60}?\s(?:nhận|có|được|ra|ký|ban hành|phát hiện)\s[^,;.\n]{2,120}?"
    r"(?=[,;.\n]|\s(?:phải|thì)\s|$)",
)
# a name with a capital behind words that can end a clause
_BODY_BEGINS = re.compile(
    r"(?<!của)(?<!do)(?<!bởi)(?<!cho)(?<!tại)(?<!ngày)(?<!với)(?<!và)(?<!theo)(?<!từ)(?<!ở)(?<!về)(?<!thuộc)(?<!khi)"
    r"(?<!được)(?<!đến)(?<!giữa)(?<!hoặc)\s(?=(?:Sở|Bộ|Ủy ban|Uỷ ban|Viện|Tòa|Toà|Hội đồng|Chủ tịch|Chánh|Cục|Vụ|Ban"
    r"|Phòng|Giám đốc|Thủ trưởng|Trưởng|Công an|Kho bạc|Chi cục|Tổng cục|Cơ quan|Thanh tra|Văn phòng|Trung tâm)\s)"
)
_SINCE_EN = re.compile(
    r"\s+(?:of|from|after|since|following|upon|(?:as|counting|counted|starting|commencing|beginning|running) (?:from"
    r"|on|of"
    r"|with)|on which|in which)\s+(?P<words>[^,;.\n]{2,120})",
    re.IGNORECASE,
)
# "ceasing to be employed", "deemed to be complete" go on saying what it counts from
_STOP = re.compile(r"\s+(?:phải|thì|(?:and )?(?:must|shall|(?<!ing )(?<!ed )(?<!es )to be))\s")
_VAGUE = re.compile(
    r"(?<!\w)(?:(?<=báo cáo )ngay(?! sau| khi| từ| trong)|(?<=thông báo )ngay(?! sau| khi| từ| trong)"
    r"|(?<=thực hiện )ngay(?! sau| khi| từ| trong)"
    r"|(?<=phải )ngay(?! sau| khi| từ| trong| lập)|(?:(?<=gửi )|(?<=chuyển )|(?<=báo )|(?<=dừng )|(?<=ngừng )|(?<=chỉ )"
    r"|(?<=xử lý )|(?<=chấm dứt )|(?<=khắc phục )|(?<=tiến hành )|(?<=triển khai )|(?<=giải quyết ))"
    r"ngay(?! sau| khi| từ| trong| lập|y)|ngay khi|thường xuyên(?! hoạt động)|kịp thời|khẩn trương"
    r"|theo (?:đúng )?(?:lộ trình|tiến độ)"
    r"|đúng (?:tiến độ|thời hạn|hạn)"
    r"|trong thời gian (?:sớm nhất|ngắn nhất|tới)|sớm nhất"
    r"|sớm(?= (?:tổ chức|hoàn thành|hoàn thiện|ban hành|trình|triển khai|xây dựng"
    r"|khắc phục|giải quyết|có (?:kế hoạch|phương án|biện pháp|giải pháp|văn bản|báo cáo|kết quả)|đưa|khởi công)(?!\w))"
    r"|ngay sau khi|ngay lập tức|lập tức|không chậm trễ|định kỳ"
    r"|promptly|regularly|periodically|urgently|forthwith|without (?:(?:undue|unreasonable|any) )?delay"
    r"|(?:on a regular basis|at regular intervals)"
    r"|(?:at|in) (?:its|the|their) [\w' -]{0,40}session(?: of \d{4})?|kỳ họp (?:thường lệ|cuối|giữa|gần nhất)[^,;."
    r"|\n]{0,20}"
    r"|in (?:a )?timely manner|in time|as soon as (?:is )?(?:reasonably )?(?:possible|practicable|practical)"
    r"|as soon as (?:it|they|he|she|this|that|the [\w ]{2,30}?) (?:becomes?|is|are|has|have|receives?|knows?"
    r"|learns?)(?: [a-z]+)?"
    r"|immediately|according to (?:the )?(?:roadmap|schedule)"
    r"|on schedule|on time|(?<=must be )(?:immediate|prompt)|in a timely (?:fashion|way)|on a timely basis"
    r"|at the earliest (?:opportunity|(?:possible|practicable) (?:point|time|date|moment))|at once"
    r"|as (?:quickly|early|promptly|soon) as (?:reasonably )?(?:possible|practicable))(?!\w)",
    re.IGNORECASE,
)
# "as soon as practicable after the decision", "ngay sau khi có kết quả": at once, and from when
_AT_ONCE = re.compile(r"ngay (?:sau )?khi|as soon as [a-z ]+|immediately|promptly|forthwith", re.IGNORECASE)
_FROM_VI = re.compile(r"\s+(?P<words>[^,;:.\n]{2,120}?)(?=,|;|:|\.|\n|\s+(?:phải|thì|để|và (?:gửi|báo cáo))\s|$)")
_FROM_EN = re.compile(
    r"\s+(?:after|upon|on|following|once)\s+(?P<words>[^,;:.\n]{2,120}?)(?=,|;|:|\.|\n|\s+(?:and|must|shall|to)\s|$)",
    re.IGNORECASE,
)
# "procedures to ensure that breaches are promptly acted upon": what there is to be, not by when
_PROVIDED = re.compile(
    r"\b(?:have|has|establish\w*|maintain\w*|include|includes|implement\w*|in place)\s[^.;]{0,120}\b(?:procedures?"
    r"|systems?|polic(?:y|ies)|process(?:es)?|controls|arrangements)\s(?:[^.;]{0,120}\s)?(?:that|which|for|to ensure)\s"
    r"[^.;]{0,100}$",
    re.IGNORECASE,
)
# "đầy đủ, kịp thời, chính xác", "để được hướng dẫn kịp thời": how well it is done, or what for
_MANNER = re.compile(
    r"\s*(?:,|và|and)\s*(?:chính xác|đầy đủ|đúng|hiệu quả|nhanh chóng|có hiệu quả|accurate|complete|full)"
)
_MANNERED = re.compile(
    r"(?:đầy đủ|chính xác|nhanh chóng|đúng|thường xuyên|liên tục|toàn diện)\s*(?:,|và)\s*$|(?<!\w)(?:để"
    r"|nhằm) (?:được|có|bảo đảm|đảm bảo)\s[^,;.\n]{0,60}$"
)
_SAME_DAY = re.compile(
    r"(?<!\w)(?:ngay )?trong (?:cùng )?ngày(?= (?:làm việc(?! (?:tiếp|kế|liền|sau))|nhận)|\s*[,;.]|$)|\b(?:on"
    r"|within) the same day\b",
    re.I,
)
_BARE = re.compile(r"(?:ngày\s+)?", re.IGNORECASE)
# "on the next business day", "by the end of the second working day after receipt"
_DAY_AFTER = re.compile(
    r"\b(?:by|on|before|no later than|not later than)\s+(?:the\s+)?(?:(?:end"
    r"|close) of (?:business )?(?:on )?(?:the )?)?"
    r"(?:next|following|first|second|third|fourth|fifth|tenth) (?:business |working |calendar )?day"
    r"(?:\s+(?:after|following|of|from)\s+(?P<since>[^,;.\n]{3,120}?)(?=\s+and\s|[,;.\n]|$))?",
    re.IGNORECASE,
)
# without any of these there is none: most sentences are done with here
_HINT = re.compile(
    r"\d|ngày|tuần|tháng|quý|năm|giờ|thường xuyên|kịp thời|khẩn trương|lộ trình|tiến độ|thời hạn|sớm"
    r"|ngay|định kỳ"
    r"|lập tức|chậm trễ|kỳ họp|[a-z]ly\b|delay|forthwith|within|regular|timely|in time|soon|schedule|roadmap"
    r"|session|month|year|week|quarter|day|hour|annual|basis|once|twice|on time|deadline|due date|period|\bdate\b"
    r"|at once|đúng|hạn",
    re.IGNORECASE,
)
_RANK = ("date", "relative", "recurring", "vague")


def find_deadlines(text: str, start: int, end: int) -> list[Deadline]:
    """The deadlines in `text[start:end]`, in the order they stand; a date that recurs is one with what it recurs in."""
    if _HINT.search(text, start, end) is None:
        return []
    finders = (_pointed, _ahead, _limits, limits_elsewhere, _quarters, named_days, recurrences, _at_once, _vague)
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


def limits_handling(text: str, start: int, end: int) -> bool:
    """Whether words say how long something may be handled: "Thời hạn thẩm định là 25 ngày"."""
    return _HANDLING.search(text, start, end) is not None


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


def besides(deadlines: list[Deadline], first: Deadline | None, own: list[Deadline]) -> tuple[Deadline, ...]:
    """The others that tell a time themselves, in the order they stand; "in time" beside a day adds nothing.

    Those of `own` tell of something else to do, and stay.
    """
    return tuple(d for d in deadlines if d is not first and (_strongest(d) <= _RANK.index("recurring") or d in own))


def _strongest(one: Deadline) -> float:
    """The rank of a deadline; a limit that stands elsewhere tells less than any rhythm."""
    elsewhere = one.kind == "relative" and one.length is None and one.inclusive is None
    return _RANK.index("recurring") + 0.5 if elsewhere else _RANK.index(one.kind)


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
        at = _after_least(text, cue, end)
        clock = _CLOCK_VI.match(text, at, end)
        point = vietnamese_point(text, clock.end() if clock else at, end)
        kind = "latest" if clock and kind == "before" else kind
        if point is not None and meant(text, cue, point, start, _SINCE_VI):
            yield _counted(text, cue.start(), end, _made(Span(cue.start(), point.end), point, kind), _SINCE_VI)
    for cue in _CUE_EN.finditer(text, start, end):
        kind = str(cue.lastgroup)
        clock = _CLOCK_EN.match(text, cue.end(), end)
        point = english_point(text, clock.end() if clock else cue.end(), end, _month_first(text))
        kind = "latest" if clock and kind == "before" else kind
        if point is not None and meant(text, cue, point, start, _SINCE_EN):
            yield _counted(text, cue.start(), end, _made(Span(cue.start(), point.end), point, kind), _SINCE_EN)


def _ahead(text: str, start: int, end: int) -> Iterator[Deadline]:
    """So long before something: "trước khi hết hạn ít nhất 10 ngày"."""
    for match in _AHEAD.finditer(text, start, end):
        vietnamese = any(match[group] is not None for group in ("since", "late", "told", "plain"))
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
        if counted.since is not None or (point.unit in _SHORT and _HANDLING.match(match.group())):
            yield counted


def _quarters(text: str, start: int, end: int) -> Iterator[Deadline]:
    for match in _BARE_QUARTER.finditer(text, start, end):
        point = vietnamese_point(text, match.start(), end) or english_point(text, match.start(), end, None)
        if point is not None and point.last is not None:
            yield _made(Span(match.start(), point.end), point, "on")


def _after_least(text: str, cue: re.Match[str], end: int) -> int:
    least = _LEAST_AFTER.match(text, cue.end(), end)
    return least.end() if least else cue.end()


def _made(phrase: Span, point: Point, cue: str) -> Deadline:
    if point.length is not None:
        return Deadline(
            phrase, "relative", inclusive=None if cue in ("before", "least", "after") else True, length=point.length,
            unit=point.unit,
        )  # fmt: skip
    at_end = point.span != "day" and point.first is not None and point.first == point.last
    before = cue == "before" and not at_end  # "before the end of 2025": its last day is in time
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
    last = stop.start() if stop else _told_to(text, start, end, match)
    while text[last - 1].isspace():
        last -= 1
    return replace(one, phrase=Span(start, last), since=Span(match.start("words"), last))


def _told_to(text: str, start: int, end: int, since: re.Match[str]) -> int:
    """How far the words go that a length of time counts from: past a comma in a list of names, not into the sentence.

    "kể từ ngày Tòa án, Viện kiểm sát nhận được ..." goes on; in "Trong thời hạn 15 ngày kể từ ngày nhận được hồ sơ Sở A
    trả lời." the sentence itself begins behind them.
    """
    last = since.end("words")
    if since.re is not _SINCE_VI:
        return last
    if text[last : last + 1] == "," and _ONLY_NAMED.fullmatch(since["words"]):
        further = _HAPPENS.match(text, last, end)
        return further.end() if further else last
    before = text[max(0, start - 6) : start].rstrip()
    whole = text[last : last + 1] in ("", ".", ";") and (not before or before[-1] in ".;:)-–+")
    begun = _BODY_BEGINS.search(text, since.start("words") + 8, last) if whole else None
    return begun.start() if begun else last


def _at_once(text: str, start: int, end: int) -> Iterator[Deadline]:
    """ "ngay trong ngày", "on the same day": before the day on which it arises is over."""
    for match in _SAME_DAY.finditer(text, start, end):
        yield Deadline(Span(*match.span()), "relative", inclusive=True, length=0, unit="day")
    for match in _DAY_AFTER.finditer(text, start, end):
        since = Span(*match.span("since")) if match["since"] else None
        yield Deadline(Span(*match.span()), "relative", inclusive=True, since=since)


def _vague(text: str, start: int, end: int) -> Iterator[Deadline]:
    for match in _VAGUE.finditer(text, start, end):
        adjectival = ADJECTIVAL.search(text, max(start, match.start() - 20), match.start())
        manner = _MANNER.match(text, match.end(), end) or _MANNERED.search(
            text, max(start, match.start() - 60), match.start()
        )
        if manner is not None and match.group().lower() in ("kịp thời", "promptly", "in a timely manner"):
            continue
        if match.group().isascii() and _PROVIDED.search(text, max(start, match.start() - 240), match.start()):
            continue
        if not adjectival or match.group().lower().startswith(("ngay", "kịp thời")):
            yield _from_then(text, match, end)


def _from_then(text: str, match: re.Match[str], end: int) -> Deadline:
    """ "At once", with the words of what it counts from."""
    since = None
    if _AT_ONCE.fullmatch(match.group()):
        tail = _FROM_VI if match.group().lower().startswith("ngay") else _FROM_EN
        since = tail.match(text, match.end(), end)
    counted = Span(*since.span("words")) if since else None
    return Deadline(Span(match.start(), counted.end if counted else match.end()), "vague", since=counted)


@lru_cache(maxsize=4)
def _month_first(text: str) -> bool | None:
    """Whether numeric dates are written month first, by those that leave no choice; None where none tells."""
    numeric = re.findall(r"(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:19|20)\d{2}(?!\d)", text)
    first = any(int(a) > 12 for a, _ in numeric)
    second = any(int(b) > 12 for _, b in numeric)
    return second if first != second else None
