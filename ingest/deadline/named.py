"""Days that a text names by their place: the last day of the month after, the end of each year, the next working day.

Knows nothing of duties; the plain days and lengths of time are in `deadline.points`.
"""

import re
from collections.abc import Iterator

from corpus.registers import Deadline, Span
from ingest.deadline.points import english_point, vietnamese_point

_ORDINALS = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fifteenth|twentieth"
    r"|twenty-fifth|last)"
)
_UNTIL_HERE = r"(?=\s+and\s|[,;.\n]|$)"
# "chậm nhất là ngày thứ 20 của tháng tiếp theo", "ngày cuối cùng của tháng thứ ba kể từ ngày kết thúc năm"
_PLACED_VI = re.compile(
    r"(?<!\w)(?:(?:chậm nhất|muộn nhất|trước|vào|đến hết|không quá)(?: là| vào)?\s+)ngày (?:thứ (?:\d{1,2}|\w+)"
    r"|cuối cùng"
    r"|đầu tiên|làm việc (?:cuối cùng|đầu tiên|thứ \w+)|cuối)\s+(?:của\s+)?(?P<of>tháng|quý|năm|tuần|kỳ)(?!\w)"
    r"(?P<rest>[^,;.\n]{0,80})",
    re.IGNORECASE,
)
_NEXT_DAY_VI = re.compile(
    r"(?<!\w)(?:(?:chậm nhất|muộn nhất|ngay|trong|vào)(?: là| vào| trong| đến)*\s+)(?:hết\s+)?ngày (?:làm việc )?"
    r"(?:tiếp theo|kế tiếp|liền kề|hôm sau|liền sau)(?:\s+(?:của|kể từ|sau)\s+[^,;.\n]{3,80})?",
    re.IGNORECASE,
)
_AFTER_VI = re.compile(
    r"(?<!\w)sau (?P<since>khi [^,;.\d\n]{3,70}?)\s+(?=\d{1,3} (?:ngày|giờ|tháng))",
    re.IGNORECASE,
)
# "Trước thời điểm kiểm tra, đoàn thông báo cho đơn vị ít nhất là 12 giờ": the length stands at the end
_BEFORE_VI = re.compile(
    r"(?<!\w)trước (?P<since>(?:khi|thời điểm|ngày) [^,;.\d\n]{3,70}?), [^;.\d\n]{5,140}? (?:ít nhất|tối thiểu"
    r"|không ít hơn)(?: là)? (?=\d{1,3} (?:ngày|giờ|tháng))",
    re.IGNORECASE,
)
_THEN_VI = re.compile(r"\s*,|\s+(?:phải|thì)\s")
# "Hạn nộp hồ sơ là ngày 15/5/2024", "hạn chót: 17 giờ ngày ..."
_CLOSING_VI = re.compile(
    r"(?<!\w)(?:hạn (?:chót|cuối(?: cùng)?|nộp|gửi|đăng ký)|thời (?:hạn|gian) (?:nộp|gửi|hoàn thành|đăng ký|trình"
    r"|tiếp nhận|báo cáo))(?: [^\W\d_]+){0,8}?\s*(?:là|:|vào|đến(?: hết)?)\s*(?:(?:trước|đến hết|chậm nhất|là|vào)\s+)*"
    r"(?P<clock>(?:lúc )?\d{1,2}\s*(?:giờ|h)\s*(?:\d{2})?(?: phút)?,?\s+)?(?=(?:ngày\s+)?\d)",
    re.IGNORECASE,
)
_AT_END_EN = re.compile(
    r"\b(?:by|before|at|no later than|not later than|(?:on or )?prior to) the (?:end|close|beginning|start) of "
    r"(?P<which>the|each|every|its|their|that|a)(?: (?:first|second|third|last|next|following|current|same))?"
    r"(?: (?:financial|calendar|fiscal|reporting|relevant|school|academic|business|working|tax|accounting))*"
    r" (?P<of>year|quarter|month|half-year|week|period|term|day)\b"
    rf"(?!,? (?:19|20)\d\d)(?: (?:after|following|in which|to which|of) [^,;.\n]{{3,90}}?{_UNTIL_HERE})?",
    re.IGNORECASE,
)
_MONTHS_EN = re.compile(
    r"\b(?:by|before|at|on|in)(?: the end of)? (?:(?:january|february|march|april|may|june|july|august|september"
    r"|october"
    r"|november|december)(?:,? and |, )?)+ (?:in |of )(?:each|every) (?:calendar |financial )?year\b",
    re.IGNORECASE,
)
_OF_MONTH_EN = re.compile(
    rf"\b(?:by|on|on or before|before|no later than|not later than) the {_ORDINALS}(?: (?:business|working|calendar))?"
    r" day of (?:the |each |every )(?:(?:following|next|succeeding|preceding) )?(?P<of>month|quarter|year)"
    r"(?: (?:following|after) [^,;.\n]{3,90})?",
    re.IGNORECASE,
)
_NOTICE_EN = re.compile(
    r"\b(?:at least|not less than|no less than|no fewer than|a minimum of|gives?|given|giving|with|upon|on)? ?"
    r"(?=(?:\d{1,3}|[a-z]+)(?: \(\w+\))? (?:business |working |calendar )?(?:days?|weeks?|months?)['’]? )",
    re.IGNORECASE,
)
_NOTICE_TAIL = re.compile(r"['’]?(?: (?:prior|advance|written|previous|clear))*(?: (?:and|or) [a-z]+)? notice\b", re.I)
_AHEAD_EN = re.compile(
    rf"\s+(?:before|prior to|in advance of|ahead of) (?P<since>[^,;.\n]{{3,120}}?){_UNTIL_HERE}", re.I
)
_NO_AHEAD = re.compile(r"\b(?:for|of|over|than|within|least|last|past|dated|issued|made|up to|exceeding)\s+$", re.I)
_LENGTH_EN = re.compile(
    r"\b(?=(?:\d{1,3}|one|two|three|four|five|six|seven|ten|fourteen|fifteen|twenty|thirty|sixty|ninety)\b"
    r"(?: \(\w+\))? (?:business |working |calendar )?(?:day|week|month|year)s? (?:before|prior|in advance|ahead)\b)",
    re.IGNORECASE,
)
_EXPIRY_EN = re.compile(
    r"\bbefore (?:the )?(?:expiry|expiration|end|lapse) of (?:a |the )?(?:period of )?(?=\w+(?: \(\w+\))? "
    r"(?:business |working )?(?:days?|weeks?|months?)\b)",
    re.IGNORECASE,
)
_FROM_EN = re.compile(r"\s+(?:of|from|after|since|following)\s+(?P<words>[^,;.\n]{2,120})", re.IGNORECASE)
# one of these stands in all that is looked for here: most sentences are done with at once
_NEEDED_VI = ("ngày", "Ngày", "giờ", "hạn ", "hạn:")
_NEEDED_EN = (" the ", "notice", "before", "prior", "ahead", "advance", " year")
_EVERY = {"tháng": "month", "quý": "quarter", "năm": "year", "tuần": "week", "kỳ": None}
_AGAIN_VI = re.compile(r"\s*(?:tiếp|sau|kế|liền|hằng|hàng|mỗi|đầu|cuối|của (?:mỗi|hằng))", re.IGNORECASE)


def named_days(text: str, start: int, end: int) -> Iterator[Deadline]:
    """The days named by their place, in no certain order."""
    if any(text.find(word, start, end) >= 0 for word in _NEEDED_VI):
        yield from _vietnamese(text, start, end)
    if any(text.find(word, start, end) >= 0 for word in _NEEDED_EN):
        yield from _english(text, start, end)


def _english(text: str, start: int, end: int) -> Iterator[Deadline]:
    for match in _AT_END_EN.finditer(text, start, end):
        again = match["which"].lower() in ("each", "every")
        every = match["of"].lower() if match["of"].lower() in ("year", "quarter", "month", "week", "day") else None
        kept = every if again else None
        yield Deadline(Span(*match.span()), "recurring" if again else "relative", inclusive=True, every=kept)
    for match in _MONTHS_EN.finditer(text, start, end):
        yield Deadline(Span(*match.span()), "recurring", every="year")
    for match in _OF_MONTH_EN.finditer(text, start, end):
        yield Deadline(Span(*match.span()), "recurring", every=match["of"].lower())
    yield from _ahead(text, start, end)


def _vietnamese(text: str, start: int, end: int) -> Iterator[Deadline]:
    for match in _PLACED_VI.finditer(text, start, end):
        every = _EVERY[match["of"].lower()]
        again = _AGAIN_VI.match(match["rest"]) is not None
        span = Span(match.start(), match.start() + len(match.group().rstrip()))
        yield Deadline(span, "recurring" if again else "relative", inclusive=True, every=every if again else None)
    for match in _NEXT_DAY_VI.finditer(text, start, end):
        yield Deadline(Span(*match.span()), "relative", inclusive=True, length=1, unit="working_day")
    for match in (*_AFTER_VI.finditer(text, start, end), *_BEFORE_VI.finditer(text, start, end)):
        point = vietnamese_point(text, match.end(), end)
        if point is None or point.length is None:
            continue
        if match.re is _BEFORE_VI or _THEN_VI.match(text, point.end, end):
            since = Span(match.start("since"), match.end("since"))
            yield Deadline(
                Span(match.start(), point.end), "relative", length=point.length, unit=point.unit, since=since
            )
    for match in _CLOSING_VI.finditer(text, start, end):
        point = vietnamese_point(text, match.end(), end)
        if point is not None and point.span == "day" and point.every is None:
            yield Deadline(Span(match.start("clock") if match["clock"] else match.end(), point.end), "date", point.last)


def _ahead(text: str, start: int, end: int) -> Iterator[Deadline]:
    """So long before something, without a word in front: "three months prior to its expiry", "14 days' notice"."""
    for match in _NOTICE_EN.finditer(text, start, end):
        point = english_point(text, match.end(), end, None)
        tail = _NOTICE_TAIL.match(text, point.end, end) if point is not None and point.length is not None else None
        if point is not None and tail is not None:
            yield Deadline(Span(match.start(), tail.end()), "relative", length=point.length, unit=point.unit)
    for match in _LENGTH_EN.finditer(text, start, end):
        point = english_point(text, match.start(), end, None)
        ahead = _AHEAD_EN.match(text, point.end, end) if point is not None and point.length is not None else None
        if point is None or ahead is None or _NO_AHEAD.search(text, max(start, match.start() - 12), match.start()):
            continue
        since = Span(*ahead.span("since"))
        yield Deadline(Span(match.start(), ahead.end()), "relative", length=point.length, unit=point.unit, since=since)
    for match in _EXPIRY_EN.finditer(text, start, end):
        point = english_point(text, match.end(), end, None)
        if point is not None and point.length is not None:
            counted = _FROM_EN.match(text, point.end, end)
            words = Span(*counted.span("words")) if counted else None
            span = Span(match.start(), counted.end() if counted else point.end)
            yield Deadline(span, "relative", inclusive=True, length=point.length, unit=point.unit, since=words)
