"""The slots of a duty inside its words: with whom, what comes out, to whom it is reported, when, on which condition."""

import re

from corpus.registers import Span
from ingest.duty.actors import acting_vi, lowered, names_body, trimmed
from ingest.duty.actors_english import can_act
from ingest.duty.bodies import bodies

_WITH_VI = re.compile(r"(?<!\w)phối hợp(?:\s+(?:chặt chẽ|đồng bộ))?(?:\s*(?:với|cùng(?: với)?))?\s+", re.IGNORECASE)
_WITH_EN = re.compile(
    r"\b(?:in (?:close )?(?:coordination|co-ordination|collaboration|cooperation) with|coordinat\w+ (?:closely )?with"
    r"|together with)\s+",
    re.IGNORECASE,
)
_WITH_ENDS = re.compile(
    r",?\s+(?:in (?:[a-z]+ing)|to (?!the\b)[a-z]+|for (?:[a-z]+ing|submission)|and (?:submit|report|promptly|propose)"
    r"|during|before|by )\b|,\s+of (?-i:[a-z]+ing)\b|[;.]",
    re.IGNORECASE,
)
_PRODUCT_VI = re.compile(
    r"(?<!\w)(?:xây dựng|ban hành|lập|soạn thảo|hoàn thiện|hoàn chỉnh|hoàn thành|dự thảo|biên soạn|trình"
    r"|sửa đổi, bổ sung|"
    r"phê duyệt|đề ra)\s+(?:dự thảo\s+)?(?P<what>(?:các\s+)?(?:đề án|kế hoạch|chương trình|báo cáo|quy chế|quy định"
    r"|nghị quyết"
    r"|quyết định|hướng dẫn|danh mục|phương án|bản mô tả|khung năng lực|tờ trình|thông tư|nghị định|bộ tiêu chí"
    r"|phần mềm|dự án"
    r"|chính sách|cơ chế|dự toán|hồ sơ|quy trình|tài liệu|giáo trình|kết luận|chỉ thị|đơn giá"
    r"|biểu mẫu)(?!\w)[^,;.\n]{0,160})",
    re.IGNORECASE,
)
_PRODUCT_EN = re.compile(
    r"\b(?:formulat\w+|issu\w+|draft\w*|prepar\w+|develop\w*|complet\w+|finali[sz]\w+|submit\w*|draw\w* up|compil\w+"
    r"|build\w*)\s+"
    r"(?P<what>(?:the|a|an|its|their)?\s*(?:[a-z-]+\s+){0,3}?(?:project|plan|programme|program|report|regulation"
    r"|resolution|decision|"
    r"guidance|list|scheme|submission|circular|decree|policy|policies|mechanisms|criteria|draft|procedures|dossier"
    r"|framework|"
    r"frameworks|descriptions?|textbooks|software|catalogue|plans|reports|projects)\b[^,;.\n]{0,120})",
    re.IGNORECASE,
)
_REPORT_VI = re.compile(
    r"(?<!\w)(?:báo cáo(?: kết quả[^,;.\n]{0,60}? (?:về|với|cho|lên))?(?:\s+(?:với|cho|lên|về))?|trình|gửi(?: về| cho"
    r"| đến)?|tham mưu(?: cho)?"
    r"|nộp(?: về| cho)?|đề xuất|kiến nghị(?: với)?)\s+",
    re.IGNORECASE,
)
_REPORT_VI_LATE = re.compile(r"(?<!\w)(?:gửi|về|lên|trình|báo cáo|tới|đến)\s+(?=[A-ZĐỦÚ])")
_REPORT_EN = re.compile(
    r"\b(?:report\w*(?: [^,;.\n]{0,80}?)? to|submi\w+(?: [^,;.\n]{0,120}?)? to|sent to|send \w[^,;.\n]{0,60}? to"
    r"|advis\w+)\s+",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?<!\w)(?:nếu|khi|trường hợp|trong trường hợp|sau khi|if|in case|where|when|in the event|once)\s[^,;\n]{3,200}",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r"(?<!\w)(?:trừ(?: trường hợp)?|ngoại trừ|except(?: for)?|unless|excluding|other than)\s[^;\n]{3,240}",
    re.IGNORECASE,
)
_NAME_TAIL = re.compile(
    r",|;|\.(?=\s|$)|\s+(?:trước|trong|để|kết quả|xem xét|phê duyệt|quyết định|theo|về|ban hành|thẩm định|cho|tổng"
    r"|định|hằng|hàng|và báo"
    r"|và hằng|chậm|before|by|for|in|on|no later|within|every|periodically|and)(?!\w)",
    re.IGNORECASE,
)


def coordinators(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Those with whom it is to be done."""
    match = _WITH_VI.search(text, start, end)
    if match is not None:
        return _with_vi(text, match.end(), end)
    match = _WITH_EN.search(text, start, end)
    if match is None:
        return ()
    stop = _WITH_ENDS.search(text, match.end(), end)
    last = stop.start() if stop else end
    return bodies(text, match.end(), last) if last - match.end() < 400 else ()


def _with_vi(text: str, start: int, end: int) -> tuple[Span, ...]:
    rest = text[start : min(end, start + 420)]
    lower = lowered(rest)
    if names_body(lower, 0, len(lower)) is None:
        return ()
    acting = acting_vi(rest, lower, 0, len(rest))
    stop = re.search(r"[;.]|\s(?:để|nhằm|trong|theo|về việc)\s", rest)
    last = min(acting.predicate if acting else len(rest), stop.start() if stop else len(rest))
    return bodies(text, start, start + last)


def product(text: str, start: int, end: int) -> Span | None:
    """What is to come out of it: a plan, a report, a decision."""
    match = _PRODUCT_VI.search(text, start, end) or _PRODUCT_EN.search(text, start, end)
    if match is None:
        return None
    stop = re.search(
        r"(?<!chương)(?<!giáo)(?<!quy)(?<!công)\s+(?:trình|gửi|báo cáo|trước ngày|để|chậm nhất|trong (?:thời hạn"
        r"|tháng|quý|năm)|before|by|for submission"
        r"|in \d{4}|to be)(?!\w)",
        match["what"],
    )
    return trimmed(text, match.start("what"), match.start("what") + stop.start() if stop else match.end("what"))


def report_to(text: str, start: int, end: int) -> Span | None:
    """Who is to be told or given the result."""
    for pattern in (_REPORT_VI, _REPORT_VI_LATE, _REPORT_EN):
        for match in pattern.finditer(text, start, end):
            stop = _NAME_TAIL.search(text, match.end(), min(end, match.end() + 160))
            span = trimmed(text, match.end(), stop.start() if stop else min(end, match.end() + 160))
            words = span.of(text)
            lower = lowered(words)
            vietnamese = pattern is not _REPORT_EN and names_body(lower, 0, len(lower)) is not None
            acting = acting_vi(words, lower, 0, len(words)) if vietnamese else None
            if acting is not None and acting.who is not None:
                span = Span(span.start, span.start + acting.who.end)
            if words and (vietnamese or (pattern is _REPORT_EN and can_act(words))):
                return span
    return None


def condition(text: str, start: int, end: int) -> Span | None:
    """Only in this case."""
    match = _CONDITION.search(text, start, end)
    return trimmed(text, match.start(), match.end()) if match else None


def exception(text: str, start: int, end: int) -> Span | None:
    """But not in this case."""
    match = _EXCEPTION.search(text, start, end)
    return trimmed(text, match.start(), match.end()) if match else None
