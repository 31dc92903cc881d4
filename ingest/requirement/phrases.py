"""Sentences that ask for something by their very form: "không bổ nhiệm người ...", "only those who ... may"."""

import re

from corpus.registers import Span
from ingest.requirement.clause import Asked, Clause, asked_in
from ingest.requirement.conditions import LIST_BELOW, conditions, in_own_words
from ingest.requirement.cues import cues_in
from ingest.requirement.papers import LICENCE, granted
from ingest.requirement.subjects import kind_of

_BAR_WHOM = (
    r"(?:những\s+|các\s+)?(?:(?:cán bộ|công chức|viên chức),\s+(?:những\s+)?){0,3}(?:người|cán bộ|công chức|viên chức"
    r"|nhân"
    r" viên|thí sinh|ứng viên|học viên|sinh viên|lao động|trường hợp|persons?|people|those|candidates?|applicants?"
    r"|officials?|civil servants?|employees?)\s+"
)
# what tells those who are barred from all others
_BAR_STATE = (
    r"(?=(?:đang|đã|bị|có|chưa|không|là|trong|thuộc|nữ|ngoài|quá|tự ý|vi phạm|chuyển|nghỉ|hết|mất|học|thi|chuẩn bị|sắp"
    r"|còn|tự|who|that|with"
    r"|without|under|in|serving|being|having)(?!\w))"
)
BARRED = re.compile(
    r"(?:không|chưa|do not|not to|shall not|must not|may not)\s+(?:(?:xem xét,?\s+)?(?:bổ nhiệm|tiếp nhận|cử"
    r"|tuyển dụng|bố"
    r" trí|giới thiệu|xem xét|appoint|receive|send|recruit|arrange)\s+(?:(?:hồ sơ|đơn)(?: dự tuyển| đăng ký| đề nghị)?"
    rf" của\s+)?(?:đi\s+)?(?:đối với\s+)?{_BAR_WHOM}"
    r"|(?:thực hiện(?: việc)? |xem xét |xét |tổ chức )?(?:tiếp nhận|nhận|tuyển|xét|bổ nhiệm|biệt phái|luân chuyển|điều"
    r" động|quy hoạch|đưa|đề bạt|kết nạp|cấp|chi trả|hỗ trợ|khen thưởng|nâng (?:ngạch|lương|bậc)|thăng hạng|ký"
    r" hợp đồng|giao|phân công|cử|bố trí|nominate|promote|select|admit|accept|support|grant|pay|employ|assign)"
    rf"\s(?:[^.;:,\n]{{0,60}}?\s)?{_BAR_WHOM}{_BAR_STATE})"
    r"(?P<what>(?:(?!,?\s*(?:trừ|except|unless)\s|\slàm\s)[^.;|\n]){4,240})"
    r"|no (?:person|one|candidate|applicant|official|civil servant|employee|member)\s(?:may|shall"
    r"|can)\s(?:be\s)?[^.;:,\n]"
    r"{2,80}?\s(?:who|that|if (?:he or she|they))\s(?P<nobody>(?:is|are|has|have|was|were|does|lacks?)\s[^.;"
    r"|\n]{4,240})"
    r"|[^.;:,\n]{2,80}?\s(?:(?:is|are|will be|shall be|may be)\snot|(?:shall|may|must|will"
    r"|can)\s?not be)\s(?:\w+\s){0,2}?"
    r"(?:granted|given|paid|available|awarded|extended|offered|open|provided|applied)\s(?:[^.;:,\n]{0,40}?\s)?(?:to"
    r"|for)"
    rf"\s{_BAR_WHOM}{_BAR_STATE}(?:who\s)?(?P<given>[^.;|\n]{{4,240}})",
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
_MUST_BE_VI = re.compile(
    r"(?<!\w)(?<!không )(?:phải|cần phải)\s+(?:(?:đồng thời|luôn)\s+)?(?P<what>(?:là\s(?:người|công dân|cán bộ|công"
    r" chức|viên chức|thành viên"
    r"|đảng viên|luật sư|cá nhân|tổ chức|doanh nghiệp|pháp nhân)(?!\w)|có\s(?:đủ |đầy đủ |đủ các |các )?(?:năng lực"
    r"|phẩm chất|trình độ"
    r"|kinh nghiệm|kiến thức|uy tín|đạo đức|lý lịch|sức khỏe|sức khoẻ|quốc tịch|bằng|văn bằng|chứng chỉ|tư cách|hiểu"
    r" biết|khả năng"
    r"|kỹ năng|điều kiện|tiêu chuẩn|thâm niên|tuổi đời)(?!\w)|đủ\s(?:điều kiện|tiêu chuẩn|tuổi|năng lực)(?!\w)"
    r"|đáp ứng\s(?:các |đủ |đầy đủ |những )*(?:điều kiện|tiêu chuẩn)(?!\w)|(?:từ\s)?đủ\s\d|đã\s(?:qua|có|từng|tốt"
    r" nghiệp|hoàn thành|trực tiếp|công tác|làm|tham gia)(?!\w)|chưa\s(?:bị|từng)"
    r"|không\s(?:thuộc|vi phạm|bị|quá \d)|thường trú|cư trú|được\s(?:đào tạo|tập"
    r" huấn|huấn luyện|bồi dưỡng)|có\s(?:ít nhất|tối thiểu)"
    r"|ký quỹ|(?P<owns>có\s(?:hoặc thuê\s)?(?:đội ngũ|phòng|cơ sở vật chất|trang thiết bị|thiết bị|địa điểm|trụ sở"
    r"|kho|phương"
    r" tiện|vốn|nhân viên|người phụ trách|hệ thống|giấy phép|tài sản|lý lịch|cam kết)(?!\w)))\s(?:[^.\n]"
    r"|\.(?=\d)){3,400})"
    r"|(?<!\w)(?P<not>không được là\s[^.;\n]{3,300})",
    re.IGNORECASE,
)
_MUST_BE_EN = re.compile(
    r"(?<!\w)(?:must|shall)\s+(?:also\s+)?(?P<what>(?:be\s(?:an?|(?:party )?members?|citizens?|nationals?|one of"
    r"|resident|ordinarily resident|of (?:good|full"
    r"|legal)|aged|at least|free from"
    r"|independent|fit and proper|competent|suitably|appropriately|qualified|registered (?:as|with)|licensed"
    r"|physically)"
    r"|have\s(?:(?:the|an?|sufficient|adequate|appropriate|relevant|necessary|suitable|required|requisite|proper"
    r"|good)\s)*(?:\w+\s)?"
    r"(?:experience|skills?|knowledge|qualifications?|competence|seniority|independence|expertise|character"
    r"|reputation|integrity"
    r"|education|training)|possess|hold\s(?:an?|the))(?!\w)(?:[^.\n]|\.(?=\d)){3,400})"
    r"|(?<!\w)(?P<not>(?:must|shall|may) not be\s(?:an?|the|related|one of|under)\s[^.;\n]{3,300})",
    re.IGNORECASE,
)
# things that need a licence
_PERMITTED = re.compile(
    r"(?:(?:các|mọi)\s)?(?:dự án|công trình|cơ sở|phương tiện|hàng hóa|hàng hoá|sản phẩm|thiết bị|tàu"
    r"|phim)(?!\w)[^,]{0,80}$"
    r"|(?:an?|the|any|every)\s(?:[\w-]+\s){0,3}(?:project|vehicle|ship|vessel|facility|product)s?\s*$",
    re.IGNORECASE,
)
# what an agency must have is its task, not a condition of its being let
_AGENCY = re.compile(
    r"(?:(?:các|mỗi|mọi|từng)\s)?(?:cơ quan|sở|ban|bộ|ủy ban|uỷ ban|ubnd|đơn vị|phòng|cấp|chính quyền|thủ"
    r" trưởng|người đứng đầu|tòa án)(?!\w)",
    re.IGNORECASE,
)
_OF_A_CASE = re.compile(r"(?:if|where|when|trường hợp|nếu|khi)\s", re.IGNORECASE)
_IS_ONE = re.compile(r"là\s(?:người|công dân|cá nhân)(?!\w)", re.IGNORECASE)
_WHO_MOST = 240  # characters of a subject in front of "must be"
_HOLDERS = frozenset({"post", "rank", "candidate", "unit"})


_OR_WHO = re.compile(r",?\s(?:or|and)\s(?:those |persons )?who\s|,\s(?:hoặc )?(?:những )?người\s", re.IGNORECASE)


def such_as(clause: Clause) -> list[Asked]:
    """ "must meet additional requirements such as ...": what is named, in its own words."""
    match = SUCH_AS.search(clause.text, clause.start, clause.end)
    return [Asked("other", "has", Span(*match.span("words")))] if match else []


def barred(clause: Clause) -> list[Asked]:
    """ "Không bổ nhiệm người chưa được quy hoạch", "Support is not granted to persons who ...": what one may not be."""
    match = BARRED.match(clause.text, clause.start, clause.end)
    if match is None or LIST_BELOW.search(clause.text, *match.span()):
        return []
    found: list[Asked] = []
    start, end = match.span(match.lastgroup or 0)
    for words in _one_or_who(clause.text, start, end):
        cues = cues_in(clause.text, words.start, words.end, missing=True)
        found.append(Asked(cues[0].attribute if cues else "other", "has_not", words))
    return found


def _one_or_who(text: str, start: int, end: int) -> list[Span]:
    """Those who are barred, each by himself where "who" stands again."""
    cuts = [m.span() for m in _OR_WHO.finditer(text, start, end)]
    edges = zip([start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end], strict=True)
    return [Span(a, b) for a, b in edges]


def only(clause: Clause) -> list[Asked]:
    """ "Chỉ những người đã ... mới được ký": what one has to be or have done to be let."""
    match = _ONLY.match(clause.text, clause.start, clause.end)
    return [Asked("other", "has", Span(*match.span(match.lastgroup or 0)))] if match else []


def licence(clause: Clause) -> list[Asked]:
    """ "Tổ chức kinh doanh phải được cấp Giấy phép ...": the licence."""
    match = LICENCE.search(clause.text, clause.start, clause.end)
    if match is None:
        return []
    who = clause.text[clause.start : match.start()]
    if not granted(match) and kind_of(who) not in _HOLDERS and not _PERMITTED.match(who):
        return []
    return [Asked("certificate", "has", Span(*match.span(match.lastgroup or 0)))]


def must_be(clause: Clause) -> list[Asked]:
    """ "Người đại diện phải là người ...", "must have the necessary skills": what one must be or have, in parts."""
    text = clause.text
    match = (_MUST_BE_VI if clause.language == "vi" else _MUST_BE_EN).search(text, clause.start, clause.end)
    if match is None or match.start() - clause.start > _WHO_MOST:
        return []
    told = _IS_ONE.match(text, match.start("not" if match["not"] else "what")) is not None
    # of "If the application is ..., the applicant must be ..." the last part says who
    who = text[clause.start : match.start()]
    who = who.rpartition(", ")[2] if _OF_A_CASE.match(who) else who
    if not told and kind_of(who) not in _HOLDERS:
        return []
    if match.groupdict().get("owns") and _AGENCY.match(who):
        return []
    group = "not" if match["not"] else "what"
    words = Span(*match.span(group))
    if group == "not":
        return [Asked("other", "has_not", words)]
    found: list[Asked] = []
    for part in conditions(text, words.start, words.end):
        if not LIST_BELOW.search(text, part.start, part.end):
            inner = Clause(text, clause.masked, part.start, part.end, clause.language)
            found.extend(asked_in(inner) or [in_own_words(clause, part)])
    return found
