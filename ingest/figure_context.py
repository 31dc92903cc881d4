"""What stands around a number: what it counts, of which base, when, where, and whether it is meant or reached.

Knows the words of both languages in one statement; knows nothing of tables.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from corpus.document import Outline, Provision
from corpus.registers import Span, Stance

_CLAUSE_END = re.compile(
    r"(?<!\bNo)[.](?=\s|$)|[;:()|\n\"”]|(?<!\d)\s[–-]\s|,(?!\s*[^.;:()|,\n\d]{1,50}(?:,[^.;:()"
    r"|,\n\d]{1,50}){0,3}\s(?:and|và|or|hoặc)\s)|,(?=\s*\d)"
)
_VI_STOP = (
    "được|đã|sẽ|có|đạt|bằng|là|để|phải|trong|từ|đến|tại|theo|trước|sau|kể từ|chưa|không|thì|nếu|do|gồm|vào|còn"
    "|vượt|so với|bị|mỗi|đi|trở lên|trở xuống|tính|khi|nhằm|cho|và có|trở đi|thuộc diện"
)
_EN_STOP = (
    "is|are|was|were|will|shall|must|have|has|had|be|been|who|whom|which|that|to|in|from|by|before|after|within"
    "|during|at"
    "|on|until|when|if|for|as|with|or more|or less|participated|hold|holding|appointed|with|each|every"
    "|has reached|reached"
    "|including|whose|not|comprising|counted|per|down"
)
_STOP = re.compile(rf"(?<!\w)(?:{_VI_STOP}|{_EN_STOP})(?!\w)", re.IGNORECASE)
_IDLE_END = re.compile(
    r"(?:(?:^|\s+)(?:đạt|bằng|là|chỉ|còn|mới|chiếm|gồm|với|có|trong đó|trong|đã|được|khoảng|và|tại|từ|về|is|are"
    r"|was|were|has|have|reached|equal|to"
    r"|with|including|comprising|comprises|and|of|a|the|by|at|from|for))+\s*$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s*(?:of (?:all |the total (?:number of )?)?|so với |trên tổng số |trên |trong tổng số |compared (?:with"
    r"|to) )?",
    re.IGNORECASE,
)
_SHARES = frozenset({"percent", "times", "share", "per_mille", "percentage_point"})
_PERIOD = re.compile(
    r"(?<!\w)(?:"
    r"(?:(?:từ|from)\s+)?(?:nhiệm kỳ|giai đoạn|thời kỳ|niên khóa|(?:the\s+)?(?:period"
    r"|term)s?(?:\s+of)?)\s+(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?"
    r"|(?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}(?:\s+(?:term|period|tenure|school year)s?)?"
    r"|(?:từ|from)\s+(?:năm\s+|tháng\s+|ngày\s+|(?:the\s+)?(?:beginning|start) of\s+)?[^\n.;:()|]{0,22}?(?:19"
    r"|20)\d{2}\s+(?:đến|to|until)\s+[^\n.;:()|]{0,24}?(?:19|20)\d{2}"
    r"|(?:đến|by|to|until)\s+(?:hết\s+|cuối\s+|(?:the )?end of\s+(?:the\s+)?)?(?:năm\s+|ngày\s+"
    r"|tháng\s+)?[^\n.;:()|]{0,18}?(?:19|20)\d{2}"
    r"(?:\s*[-–]\s*(?:19|20)\d{2})?(?:\s+(?:period|term)s?)?"
    r"|(?:(?:sáu|chín|ba|\d{1,2}) tháng (?:đầu|cuối) |cuối |đầu |giữa |hết |(?:the )?(?:first|last) (?:three"
    r"|six|nine|\d) months of |(?:the )?(?:end|beginning) of )?"
    r"(?:năm học\s+|năm\s+|in\s+|for\s+|during\s+|of\s+|year\s+)(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?"
    r"|(?:quý|tháng)\s+[\dIVX]{1,3}\s*(?:/|năm\s*)\s*(?:19|20)\d{2}"
    r"|(?:the )?(?:first|second|third|fourth) quarter of (?:19|20)\d{2}"
    r"|(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)|(?:every|each|per) (?:year|quarter|month|week)|a year|annually"
    r")(?!\w)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?<!\w)(?:(?:tại|ở|trên địa bàn|thuộc)\s+(?:\d+\s+)?(?:các\s+)?(?:tỉnh|huyện|thành phố|thị xã|quận|xã"
    r"|phường|thị trấn|vùng|khu vực|địa bàn|ba huyện)"
    r"(?:\s+[^\s.,;:()|]{1,14}){0,4}|(?:in|at|across"
    r"|throughout)\s+(?:the\s+)?(?:[A-Z][\w'’-]*\s+){0,4}(?:province|district|city|Province|District|City|Ward"
    r"|Commune)"
    r"(?!\w))"
)
_COMPARED = re.compile(
    r"(?:so với|bằng \d[\d,.]* lần|compared (?:with|to)|(?:higher|lower|more|less|larger|smaller) than|over the same)"
    r"\s[^.;:()|,\n]{0,60}$",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"(?<!\w)(?:chỉ tiêu|mục tiêu|phấn đấu|dự kiến|đến (?:hết |cuối )?năm 20\d\d|kế hoạch|tầm nhìn|định hướng"
    r"|targets?|objectives?|striv\w+|aims?|planned|expected|goals?|by (?:the end of )?20\d\d|roadmap)(?!\w)",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?<!\w)(?:đã|đạt|đạt được|kết quả|thực hiện được|hiện có|hiện nay|tăng|giảm|mới (?:đạt|kết nối|cử)|còn \d"
    r"|tính đến"
    r"|ha(?:ve|s|d) (?:been|issued|created|reached|received|opened|completed|held|had|trained)|were|was|reached"
    r"|achieved|attended|issued"
    r"|participated|currently|up to now|to date|results?|so far|received)(?!\w)",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"(?<!\w)(?:phải|không quá|không được|ít nhất|tối thiểu|tối đa|trong thời hạn|thời hạn|được|chậm nhất|mức"
    r"|mỗi|hưởng|cấm"
    r"|must|shall|may not|not more than|no more than|at least|within|maximum|minimum|is entitled|each|rate"
    r"|not exceed\w*|no later)(?!\w)",
    re.IGNORECASE,
)
_NORMS = frozenset({
    "law", "code", "ordinance", "decree", "decision", "circular", "joint-circular", "statute", "regulation", "guidance",
    "charter", "constitution",
})  # fmt: skip
_REPORTS = frozenset({"report", "news", "notice", "communique", "minutes"})
_PLANS = frozenset({"programme", "plan", "project", "resolution", "strategy", "master-plan", "conclusion", "directive"})


def phrase_behind(text: str, start: int, end: int, limit: int) -> Span | None:
    """The noun with what belongs to it, from `start`, at least to `end`: up to a mark or a verb."""
    mark = _CLAUSE_END.search(text, end, limit)
    stop = _STOP.search(text, end, mark.start() if mark else limit)
    last = stop.start() if stop else mark.start() if mark else limit
    return _trimmed(text, start, min(last, end + 160))


def base_behind(text: str, end: int, limit: int) -> Span | None:
    """Of what a share or a multiple is: "30% of cadres", "1,15 lần số ủy viên của nhiệm kỳ"."""
    of = _OF.match(text, end, limit)
    begin = of.end() if of else end
    stop = _STOP.match(text, begin)
    if begin >= limit or not text[begin].isalpha() or (stop and stop.end() < limit):
        return None
    return phrase_behind(text, begin, begin + 1, limit)


def phrase_before(text: str, begin: int, start: int) -> Span | None:
    """The words of the same clause in front of a number: its subject."""
    marks = [m.end() for m in _CLAUSE_END.finditer(text, begin, start)]
    first = marks[-1] if marks else begin
    idle = _IDLE_END.search(text[first:start])
    return _trimmed(text, first, first + idle.start() if idle else start)


def is_share(unit: str) -> bool:
    """Whether a measure says a part or a multiple of something else."""
    return unit in _SHARES


def periods_in(text: str, begin: int, end: int) -> list[Span]:
    """The periods that a statement names, in order."""
    return [Span(*m.span()) for m in _PERIOD.finditer(text, begin, end)]


def period_of(periods: Sequence[Span], start: int) -> Span | None:
    """The period named last before a number in its statement, else the first one behind it."""
    at = bisect_right(periods, start, key=lambda p: p.start)
    return periods[max(0, at - 1)] if periods else None


def compared(text: str, begin: int, start: int) -> bool:
    """Whether the words at `start` name what something is compared with: "so với cùng kỳ năm 2022"."""
    return _COMPARED.search(text, max(begin, start - 80), start) is not None


def place_of(text: str, begin: int, end: int) -> Span | None:
    """The place that a statement names, if any."""
    match = _PLACE.search(text, begin, end)
    return _trimmed(text, match.start(), match.end()) if match else None


_HEADED_TARGET = re.compile(
    r"(?<!\w)(?:chỉ tiêu|mục tiêu|nhiệm vụ|phương hướng|giải pháp|kiến nghị|đề xuất|lộ trình"
    r"|targets?|objectives?|tasks|solutions|orientations?|recommendations|roadmap)(?!\w)",
    re.IGNORECASE,
)
_HEADED_RESULT = re.compile(
    r"(?<!\w)(?:kết quả|thực trạng|tình hình|hạn chế|đánh giá|results?|situation|limitations|achieved"
    r"|assessment)(?!\w)",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"(?<!\w)(?:phấn đấu|dự kiến|mục tiêu (?:đến|là)|striv\w+|expected to|set (?:a|the) target)(?!\w)", re.IGNORECASE
)


def stance_of(words: str, headings: str, type_: str | None, hedged: bool) -> Stance:
    """Whether a number is meant, reached or prescribed, by its words, the headings above and the kind of document."""
    nearest = headings.split(" / ")
    headed = next((h for h in nearest if _HEADED_TARGET.search(h) or _HEADED_RESULT.search(h)), "")
    if type_ not in _NORMS and headed:
        return "result" if _HEADED_RESULT.search(headed) else "target"
    if type_ in _REPORTS:
        return "target" if _MEANT.search(words) else "result"
    if type_ not in _NORMS and _RESULT.search(words) and not _RULE.search(words):
        return "result"
    if type_ in _NORMS:
        return "rule" if hedged or _RULE.search(words) else "other"
    if _TARGET.search(words):
        return "target"
    if _RULE.search(words):
        return "rule"
    return "target" if type_ in _PLANS and hedged else "other"


def headings_of(units: Outline, unit: Provision | None) -> str:
    """The titles over a unit, small to large."""
    return " / ".join(u.title for u in list(units.above(unit))[1:] if u.title)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in "-–+*•,"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",-–\0"):
        end -= 1
    return Span(start, end) if end > start else None
