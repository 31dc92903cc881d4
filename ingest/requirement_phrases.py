"""Sentences that ask for something by their very form: "không bổ nhiệm người ...", "only those who ... may"."""

import re

from corpus.registers import Span
from ingest.requirement_clause import Asked, Clause
from ingest.requirement_cues import cues_in
from ingest.requirement_papers import LICENCE
from ingest.requirement_scope import kind_of

BARRED = re.compile(
    r"(?:không|do not|not to|shall not)\s+(?:bổ nhiệm|tiếp nhận|cử|tuyển dụng|bố trí|giới thiệu|xem xét|appoint"
    r"|receive|send|recruit|arrange)\s+"
    r"(?:những\s+|các\s+)?(?:(?:cán bộ|công chức|viên chức),\s+(?:những\s+)?){0,3}(?:người|cán bộ|công chức"
    r"|viên chức|persons?|people|those)\s+(?P<what>(?:(?!,\s*(?:trừ|except"
    r"|unless))[^.;|\n]){4,240})",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"chỉ (?:có |cấp cho )?(?:những |các )?(?:người|cá nhân|cơ quan|tổ chức|đơn vị|cán bộ|công chức|viên chức"
    r"|doanh nghiệp)(?: nào)?\s+(?P<what>(?:đã|có|được|đủ|thuộc|là|đáp ứng)\s[^.;\n]{8,240}?),?\s+(?:thì )?mới\s"
    r"|only (?:those|persons?|people|agencies|units?|organi[sz]ations?) (?:who|that|which) (?P<who>[^.;\n]{8,240}?)"
    r",?\s+(?:may|can|shall be|are entitled)(?!\w)",
    re.IGNORECASE,
)
SUCH_AS = re.compile(
    r"(?:requirements?|standards?|conditions?|criteria|yêu cầu|tiêu chuẩn|điều kiện)\s+(?:such as|including"
    r"|like|như|gồm)\s+(?P<words>[^.;|\n]{8,400})",
    re.IGNORECASE,
)
_HOLDERS = frozenset({"post", "rank", "candidate", "unit"})


def such_as(clause: Clause) -> list[Asked]:
    """ "must meet additional requirements such as ...": what is named, in its own words."""
    match = SUCH_AS.search(clause.text, clause.start, clause.end)
    return [Asked("other", "has", Span(*match.span("words")))] if match else []


def barred(clause: Clause) -> list[Asked]:
    """ "Không bổ nhiệm người chưa được quy hoạch": what one may not be."""
    match = BARRED.match(clause.text, clause.start, clause.end)
    if match is None:
        return []
    cues = cues_in(clause.text, *match.span("what"), missing=True)
    return [Asked(cues[0].attribute if cues else "other", "has_not", Span(*match.span("what")))]


def only(clause: Clause) -> list[Asked]:
    """ "Chỉ những người đã ... mới được ký": what one has to be or have done to be let."""
    match = _ONLY.match(clause.text, clause.start, clause.end)
    return [Asked("other", "has", Span(*match.span(match.lastgroup or 0)))] if match else []


def licence(clause: Clause) -> list[Asked]:
    """ "Tổ chức kinh doanh phải được cấp Giấy phép ...": the licence."""
    match = LICENCE.search(clause.text, clause.start, clause.end)
    if match is None or kind_of(clause.text[clause.start : match.start()]) not in _HOLDERS:
        return []
    return [Asked("certificate", "has", Span(*match.span(match.lastgroup or 0)))]
