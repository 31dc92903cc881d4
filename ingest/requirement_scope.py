"""Where requirements stand: under headings of standards, conditions and dossiers, behind lead-ins, and for whom.

Knows the words of headings and lead-ins in both languages, and what kind of thing a subject is.
"""

import re
from dataclasses import dataclass

from corpus.document import Outline, Provision
from corpus.registers import Span, Subject

_STANDARDS = re.compile(
    r"(?<!\w)(?:tiêu chuẩn|(?<!nhận đủ )điều kiện(?! (?:bảo đảm|đảm bảo|thực hiện|làm việc|kinh doanh|kinh tế|tự nhiên"
    r"|thi công|sống))|yêu cầu về trình độ"
    r"|yêu cầu đối với|đối tượng,? (?:và )?điều kiện|trình độ chuyên môn"
    r"|standards?|conditions?(?! of work)|qualifications?|criteria|eligibility|requirements? for)(?!\w)",
    re.IGNORECASE,
)
_NO_STANDARDS = re.compile(
    r"điều khoản|có điều kiện|tiêu chuẩn địa phương|tiêu chuẩn kỹ thuật|tiêu chuẩn việt nam|tiêu chuẩn, định mức|chế độ"
    r"|quy chuẩn|accreditation",
    re.IGNORECASE,
)
_DOSSIER_HEAD = re.compile(
    r"(?<!\w)(?:thành phần )?(?:hồ sơ|dossiers?|application (?:file|documents?))(?!\w)", re.IGNORECASE
)
DOSSIER_LEAD = re.compile(
    r"(?P<subject>(?<!\w)(?:thành phần |bộ )?(?:hồ sơ|a dossier|the dossier|dossiers?"
    r"|(?:[a-z]+'s? )?(?:personal )?files?"
    r"|an application)(?!\w)[^.:;|\n]{0,160}?)\s*[:,]?\s*"
    r"(?:bao gồm|gồm có|gồm|comprises?|consists? of|includes?|contains?|shall comprise|shall include"
    r"|có các giấy tờ sau)(?!\w)(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
# papers that somebody has to hand in: "phải cung cấp các giấy tờ sau đây", "shall submit the following documents:"
_PAPERS_LEAD = re.compile(
    r"(?:nộp|gửi|cung cấp|xuất trình|kèm theo|đính kèm|có|lập|gồm|trong|là|bằng)\s[^.;:\n]{0,100}?(?:giấy tờ|tài liệu"
    r"|hồ sơ|văn bản|chứng từ|bản sao)"
    r"[^.;:\n]{0,80}?(?:sau đây|sau|như sau|dưới đây|gồm|bao gồm)(?![^\W\d_])[^.;:\n]{0,240}:$"
    r"|thủ tục[^.;:\n]{0,160}?(?:bao )?gồm\s*:?$"
    r"|(?:submit|provide|supply|present|produce|attach|enclose|accompanied by"
    r"|send)\w*\s[^.;:\n]{0,60}?(?:following|these)\s"
    r"(?:[a-z]+ ){0,3}?(?:documents?|papers?|files?|records?)[^.;:\n]{0,100}:$"
    # "the following documents must be submitted to ...:", "the application must be accompanied by:"
    r"|(?:following|these) (?:[a-z]+ ){0,2}?(?:documents?|papers?|records?)\s(?:[^.;:\n]|[.:](?=\d)){0,120}?"
    r"(?:submitted|provided|attached|lodged|enclosed|produced|presented|handed in)(?:[^.;:\n]|[.:](?=\d)){0,200}:$"
    r"|(?:application|request|submission|dossier|petition|claim|notification)s?\s(?:[^.;:\n]|[.:](?=\d)){0,160}?"
    r"(?:must|shall|should|is to|are to) (?:also )?(?:be accompanied by|contain|include|comprise|consist of"
    r"|have attached|enclose|state)(?:[^.;:\n]|[.:](?=\d)){0,100}:$"
    r"|(?:must|shall)(?:,? [^.;:\n]{0,60}?,?)? (?:submit|lodge|hand in|file|enclose|attach)(?:ted)?\s[^.;:\n]{0,100}:$",
    re.IGNORECASE,
)
_NO_PAPERS = re.compile(
    r"(?:hoạt động|việc|công việc|bước|biện pháp|hành vi|quyền|nghĩa vụ|căn cứ|yếu tố|lý do)"
    r"(?: sau| sau đây| dưới đây| như sau)\s*:$"
    r"|(?:nội dung|thông tin|chỉ tiêu|nguyên tắc|trường hợp)\s[^.;:\n]{0,40}:$|ưu tiên|priority"
    r"|(?:những|các) (?:người|cá nhân)\s[^.;:\n]{0,300}:$|(?:persons?|people|those) who\s[^.;:\n]{0,300}:$",
    re.IGNORECASE,
)
# whoever has all of what follows may do or be something: "Người có đủ các điều kiện sau đây được dự tuyển:"
_HAS_ALL_LEAD = re.compile(
    r"(?:có đủ|đủ|đáp ứng(?: đủ)?|bảo đảm(?: đủ)?|thỏa mãn|thoả mãn)(?: tất cả| đầy đủ)? "
    r"(?:các |những |một trong các )?"
    r"(?:tiêu chuẩn|tiêu chí|điều kiện|yêu cầu)(?: và điều kiện|, điều kiện)?(?: chung)? (?:sau|dưới đây)"
    r"|(?:meets?|satisf(?:y|ies)|fulfils?|has|have) (?:all (?:of )?|any of |one of )?the following "
    r"(?:standards|conditions|requirements|criteria)",
    re.IGNORECASE,
)
# who decides, in which order and by when is no condition
_OPENS_OTHER = re.compile(
    r"(?:thẩm quyền|trình tự|thủ tục|trách nhiệm|thời hạn|quy trình|phương thức|nguyên tắc|hình thức"
    r"|competence|procedures?|time limits?|responsibilit(?:y|ies)|order of)(?!\w)",
    re.IGNORECASE,
)
ONE_OF = re.compile(r"một trong (?:các |những |số )|(?:any|one|either) of the following|one of these", re.IGNORECASE)
_ISSUED_LEAD = re.compile(
    r"(?:ban hành|quy định|áp dụng|phê duyệt|promulgates?|issues?|applies)\s+(?:các |the |these )?(?:following )?"
    r"(?:tiêu chí|tiêu chuẩn|điều kiện|criteria|standards|conditions)\s[^\n]{0,300}:$",
    re.IGNORECASE,
)
_CONDITION_LEAD = re.compile(
    r"(?:phải|cần có|must|shall)\s+(?:có|have|possess)\s[^.;\n]{0,80}(?:sau đây|như sau|dưới đây"
    r"|the following)[^.;\n]{0,100}:\s*$|"
    r"(?:phải|cần|có đủ|đáp ứng|bảo đảm|đảm bảo|thỏa mãn|đạt|must|shall|satisf\w+|meet\w*|fulfil\w*)[^\n]{0,120}"
    r"(?:tiêu chuẩn|tiêu chí|điều kiện|yêu cầu|standards?|conditions?|requirements?|criteria)[^\n]{0,60}:?\s*$"
    r"|(?:tiêu chuẩn|(?<!nhận đủ )điều kiện|standards?|conditions?|criteria|requirements)[^\n.;]{0,100}:\s*$",
    re.IGNORECASE,
)
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
    r"|director|head|deputy|secretary|chairman|chairperson|chief|manager|principal|rector|leaders?|position"
    r"|post|title|inspector)(?!\w)",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"(?<!\w)(?:ngạch|chuyên viên|cán sự|hạng|rank|specialist|administrative officer)(?!\w)", re.IGNORECASE
)
_PERSON = re.compile(
    r"(?<!\w)(?:người|thí sinh|ứng viên|công chức|viên chức|cán bộ|nhân sự|giảng viên|giáo viên|học viên"
    r"|học sinh|sinh viên|đối tượng|cá nhân"
    r"|hội viên|đảng viên|lao động|thành viên|bác sĩ|persons?|people|candidates?|applicants?|civil servants?"
    r"|cadres?|officials?|employees?|lecturers?"
    r"|teachers?|trainees?|students?|individuals?|members?|personnel|staff)(?!\w)",
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
_LEAD_MOST = 500  # characters of a lead-in that are read
_LABEL = 24  # characters of a label such as "Bước 3:"
_MARK = re.compile(
    r"\s*[\"“]?(?:(?:Điều|Article|Khoản|Clause|Mục|Section|Chương|Chapter)\s+\w{1,6}[.:]?\s+)?"
    r"(?:[-–+*•]\s*|(?:\d{1,3}(?:\.\d{1,2})*|[a-zđ]{1,2}\d?|[IVX]{1,5})(?:[.)/]\s+|[.)](?=[A-ZĐ])))?[\"“]?\s*"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What the headings and lead-ins over a statement say: standards of persons or papers of a dossier, and whose.

    `item` says that the statement is a member of a list that a lead-in opens; `group` names a list of which one member
    is enough.
    """

    kind: str | None = None
    subject: Span | None = None
    item: bool = False
    group: str = ""


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


_OTHER_MATTER = re.compile(
    r"(?<!\w)(?:thời hạn|trình tự|thủ tục|quy trình|thẩm quyền|trách nhiệm|quyền lợi|nghĩa vụ|tổ chức thực hiện"
    r"|hồ sơ|chế độ|chính sách|hiệu lực|mức"
    r"|time limits?|procedures?|order|competence|responsibilit(?:y|ies)|rights|obligations|implementation"
    r"|dossiers?|polic(?:y|ies)|effect)(?!\w)",
    re.IGNORECASE,
)


_OPENING = re.compile(
    r"(?:(?!\s(?:who|đã|được|bị|có|đang|đi|may|when|is|are|has|have)\s)[^,;.:|\n]){4,120}(?=[,;.]|\s(?:who|đã"
    r"|được|bị|có|đang|đi|may|when|is|are|has|have)\s)"
)


class Scopes:
    """The scope of every unit of a document, read once from its headings and lead-ins."""

    def __init__(self, text: str, units: Outline, title: str) -> None:
        self._text = text
        self._units = units
        self._titled = bool(_STANDARDS.search(title)) and not _NO_STANDARDS.search(title)
        self._known: dict[str, Scope] = {}

    def of(self, unit: Provision | None) -> Scope:
        """What is said over a unit and by its own heading."""
        if unit is None:
            return Scope("standards" if self._titled else None)
        if unit.address not in self._known:
            self._known[unit.address] = self._read(unit)
        return self._known[unit.address]

    def _read(self, unit: Provision) -> Scope:
        parent = self._units.get(unit.parent)
        over = self.of(parent)
        led = self._led(parent) if parent else None
        if led:
            return led
        head = _first_line(self._text, unit)
        if unit.kind in ("dash", "plus", "point", "row", "paragraph") or len(head) > 200 or head.rstrip()[-1:] in ".;,":
            return Scope(over.kind, over.subject)
        if _DOSSIER_HEAD.search(head) and not MODAL.search(head) and unit.kind not in ("chapter", "part", "section"):
            return Scope("dossier", self._subject_of_head(unit, head))
        if _STANDARDS.search(head) and not _NO_STANDARDS.search(head) and not _OTHER_MATTER.search(unit.title):
            return Scope("standards", self._subject_of_head(unit, head) or over.subject)
        if over.kind == "dossier" or _OTHER_MATTER.search(head):
            return Scope()
        return Scope(over.kind, over.subject)

    def _led(self, parent: Provision) -> Scope | None:
        """The scope of the members of a list, by the words in front of it."""
        children = self._units.children(parent.address)
        if not children:
            return None
        lead = self._text[parent.start : children[0].start].rstrip()
        last = lead[lead.rfind("\n") + 1 :]
        at = parent.start + len(lead) - len(last)
        group = f"l{at}" if last.endswith(":") and ONE_OF.search(last[-_LEAD_MOST:]) else ""
        dossier = DOSSIER_LEAD.search(last)
        if dossier and _opens_list(last):
            whose = Span(at + dossier.start("subject"), at + dossier.end("subject"))
            return Scope("dossier", whose, item=True, group=group)
        subject = subject_of(self._text, at, at + len(last)) or self.of(parent).subject
        if last.endswith(":") and _PAPERS_LEAD.search(last[-_LEAD_MOST:]) and not _NO_PAPERS.search(last):
            return Scope("dossier", subject, item=True, group=group)
        if last.endswith(":") and (all_of := _HAS_ALL_LEAD.search(last)):
            begin = without_mark(last, 0, all_of.start())
            named = Span(at + begin, at + all_of.start()) if all_of.start() - begin > 4 else None
            return Scope("standards", subject or named, item=True, group=group)
        if _OPENS_OTHER.match(last, without_mark(last, 0, len(last))):
            return Scope()
        issued = _ISSUED_LEAD.search(last)
        if last.endswith(":") and (issued or _CONDITION_LEAD.search(last)) and not _NO_PAPERS.search(last):
            return Scope("standards", subject, item=True, group=group)
        if _NO_PAPERS.search(last) and last.endswith(":"):
            return Scope()
        return None

    def _subject_of_head(self, unit: Provision, head: str) -> Span | None:
        match = re.search(
            r"(?:tiêu chuẩn|điều kiện)(?:,? (?:và )?(?:điều kiện|tiêu chuẩn))?(?: chung| cụ thể| bổ nhiệm"
            r"| đối với| của| chức danh| để)* (?P<of>[^\n.:]{4,120})"
            r"|(?:standards?|conditions?)(?: and conditions?)?(?: of| for| on)+ (?P<for>[^\n.:]{4,120})"
            r"|(?P<dossier>(?:hồ sơ|dossier)[^\n.:]{2,120})",
            head,
            re.IGNORECASE,
        )
        if match is None or match.lastgroup is None:
            return None
        start = unit.start + match.start(match.lastgroup)
        named = Span(start, start + len(match[match.lastgroup].rstrip()))
        return named if kind_of(named.of(self._text)) in ("post", "rank", "candidate", "dossier") else None


def _opens_list(line: str) -> bool:
    """Whether a line that names a dossier is followed by its papers: with a colon, or a heading that counts them."""
    return line.rstrip().endswith(":") or not line.rstrip().endswith(".")


def _first_line(text: str, unit: Provision) -> str:
    line = text[unit.start : unit.end].split("\n", 1)[0]
    return f"{line} {unit.title}" if unit.title and unit.title not in line else line


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
