"""Whom a requirement is for: what kind of thing a subject is, and the words in front of a "must". In both languages."""

import re

from corpus.registers import Span, Subject

MODAL = re.compile(
    r"(?<!\w)(?:không được|chỉ được"
    r"|(?<!địa )(?<!chứng )(?<!tín )(?<!tôn )chỉ(?! tiêu| đạo| thị| số| định| huy)|phải|cần có|cần phải"
    r"|bắt buộc|must not|must|shall not|shall|may not"
    r"|is required to|are required to|have to|has to)(?!\w)",
    re.IGNORECASE,
)
_POST = re.compile(
    r"(?<!\w)(?:giám đốc|trưởng|trưởng phòng|trưởng ban|trưởng khoa|vụ trưởng|cục trưởng|chi cục trưởng|bí thư"
    r"|chủ tịch|chánh|hiệu trưởng|phó|lãnh đạo"
    r"|chức danh|chức vụ|vị trí|kế toán trưởng|chỉ huy trưởng|tổng giám đốc|thanh tra viên|kiểm soát viên"
    r"|director|officer|auditor|actuary|trustee|head|deputy|secretary|chairman|chairperson|chief|manager|principal"
    r"|rector|leaders?|position"
    r"|post|title|inspector)(?!\w)",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"(?<!\w)(?:ngạch|chuyên viên|cán sự|hạng|rank|specialist|administrative officer)(?!\w)", re.IGNORECASE
)
_PERSON = re.compile(
    r"(?<!\w)(?:người|thí sinh|ứng viên|công chức|viên chức|nhân viên|cán bộ|nhân sự|giảng viên|giáo viên|học viên"
    r"|học sinh|sinh viên|đối tượng|cá nhân|citizens?"
    r"|công dân|nhà giáo|thanh niên|luật sư|chuyên gia|sĩ quan|quân nhân|nghệ nhân|hội viên|đảng viên|(?:hòa giải|hoà"
    r" giải|trọng tài|công chứng|đấu giá|giám định|điều tra|kiểm toán"
    r"|quản tài|tư vấn|kiểm định|hướng dẫn|cộng tác|tuyên truyền|huấn luyện|vận động) viên|lao động|thành viên|bác sĩ"
    r"|persons?|people|candidates?|applicants?|civil servants?"
    r"|cadres?|officials?|employees?|lecturers?"
    r"|teachers?|trainees?|students?|individuals?|members?|personnel|staff|experts?|lawyers?|third party|third parties"
    r"|MLRO|appointees?|examiners?|invigilators?|recruits?|graduates?|nominees?|mentors?|instructors?|workers?|women|men"
    r"|learners?|participants?|beneficiar(?:y|ies)|doctors?|nurses?|engineers?|accountants?|guardians?|representatives?"
    r"|interns?|retirees?|scholars?|residents?)(?!\w)",
    re.IGNORECASE,
)
_ANEW = re.compile(
    rf"{_PERSON.pattern}|(?<!\w)(?:tỷ lệ|tỉ lệ|số lượng|proportion|rate|number|vị trí)(?!\w)", re.IGNORECASE
)
_UNIT = re.compile(
    r"(?<!\w)(?:cơ quan|đơn vị|tổ chức|hội đồng|doanh nghiệp|công ty|trường|sở|ban|agenc(?:y|ies)|units?"
    r"|organi[sz]ations?|council|enterprises?|department)(?!\w)",
    re.IGNORECASE,
)
_SUBJECT = 400  # characters of a subject that are read
FIRM = re.compile(r"(?<!\w)(?:Authori[sz]ed|Recogni[sz]ed|Relevant|Reporting|Listed) (?:Person|Bod|Entit)")
_LABEL = 24  # characters of a label such as "Bước 3:"
_MARK = re.compile(
    r"\s*[\"“]?(?:(?:Điều|Article|Khoản|Clause|Mục|Section|Chương|Chapter)\s+(?!kiện|tiêu|đích|khoản)\w{1,6}[.:]?\s+)?"
    r"(?:[-–+*•]\s*|\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-zđ]{1,2}\d?|[IVX]{1,5})(?:[.)/]\s+|[.)](?=[A-ZĐ])))?[\"“]?\s*"
)
_OPENING = re.compile(
    r"(?:(?!\s(?:who|đã|được|bị|có|đang|đi|may|when|is|are|has|have)\s)[^,;.:|\n]){4,120}(?=[,;.]|\s(?:who|đã"
    r"|được|bị|có|đang|đi|may|when|is|are|has|have)\s)"
)


def without_mark(text: str, start: int, end: int) -> int:
    """Where a statement begins behind its list mark."""
    match = _MARK.match(text, start, end)
    return match.end() if match else start


def kind_of(subject: str) -> Subject:
    """What sort of thing a requirement is for, by the words of its subject."""
    subject = subject[:_SUBJECT]
    if re.search(r"(?<!\w)(?:hồ sơ|dossiers?|application)(?!\w)", subject, re.IGNORECASE):
        return "dossier"
    for kind, pattern in (("post", _POST), ("rank", _RANK), ("candidate", _PERSON), ("unit", _UNIT)):
        if pattern.search(subject):
            return kind  # type: ignore[return-value]  # the names are those of Subject
    return "other"


def ends_with_person(words: str) -> bool:
    """Whether the last of some words names a person, a post or a rank: "the civil servants", not "cadre training"."""
    return any(m.end() == len(words) for p in (_PERSON, _POST, _RANK) for m in p.finditer(words))


def subject_of(text: str, start: int, end: int, before: int | None = None) -> Span | None:
    """The words in front of "phải" or "must": who is asked; of several the last in front of an offset."""
    found = list(MODAL.finditer(text, start, end))
    if not found:
        return None
    modal = next((m for m in reversed(found) if before is None or m.start() < before), found[0])
    if before is None:
        modal = found[0]
    first = begin = without_mark(text, start, modal.start())
    for cut in re.finditer(r"[;:.]\s+(?:và |and )?", text[begin : modal.start()]):
        label = text[begin + cut.start()] == ":" and cut.end() < _LABEL
        if label or _ANEW.search(text, begin + cut.end(), modal.start()):
            first = begin + cut.end()
    for clause in re.finditer(r"(?<!\w)(?:và|and)\s+(?=(?:người|the |a )[^,;]{0,80}$)", text[first : modal.start()]):
        if MODAL.search(text, first, first + clause.start()):
            first += clause.end()
            break
    begin = first
    comma = re.match(
        r"(?:regarding|về|for|in|đối với|khi|when|trường hợp)\s[^,]{2,80},\s*",
        text[begin : modal.start()],
        re.IGNORECASE,
    )
    begin += comma.end() if comma and _PERSON.search(text[begin + comma.end() : modal.start()]) else 0
    last = modal.start()
    while last > begin and (text[last - 1].isspace() or text[last - 1] in ",:"):
        last -= 1
    return Span(begin, last) if last > begin else None


def opening_subject(text: str, start: int, end: int) -> Span | None:
    """Who a sentence begins with, where no "must" stands in it: "Viên chức đã hết thời gian tập sự, ..."."""
    begin = without_mark(text, start, end)
    match = _OPENING.match(text, begin, end)
    if match is None or kind_of(match.group()) not in ("post", "rank", "candidate"):
        return None
    return Span(begin, match.end())
