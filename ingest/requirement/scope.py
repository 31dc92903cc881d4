"""Where requirements stand: under headings of standards, conditions and dossiers, and behind lead-ins.

Knows the words of headings in both languages; the lead-ins and whom they are for are told by others.
"""

import re
from dataclasses import replace

from corpus.document import Outline, Provision
from corpus.registers import Span
from ingest.requirement.leads import LET, ONE_OF
from ingest.requirement.led import LEAD_MOST, Lead, Scope
from ingest.requirement.subjects import MODAL, kind_of, subject_of, without_mark

_STANDARDS = re.compile(
    r"(?<!\w)(?:tiêu chuẩn|(?<!nhận đủ )điều kiện(?! (?:bảo đảm|đảm bảo|thực hiện|làm việc|kinh tế|tự nhiên"
    r"|thi công|sống))|yêu cầu về trình độ|trình độ chuẩn|chuẩn (?:trình độ|nghề nghiệp|chức danh)"
    r"|yêu cầu đối với|đối tượng,? (?:và )?điều kiện|trình độ chuyên môn"
    r"|standards?|conditions?(?! of work)|qualifications?|criteria|eligibility|requirements? for)(?!\w)",
    re.IGNORECASE,
)
_NO_STANDARDS = re.compile(
    r"điều khoản|có điều kiện|tiêu chuẩn địa phương|tiêu chuẩn kỹ thuật|tiêu chuẩn việt nam|tiêu chuẩn, định mức"
    r"|(?<!hưởng )chế độ"
    r"|quy chuẩn|accreditation",
    re.IGNORECASE,
)
# a chapter on what is asked of an activity: its articles on who may carry it on hold conditions, the others duties
_OF_WORK = re.compile(
    r"yêu cầu(?:,| và|, và) điều kiện (?:về )?(?:bảo vệ|bảo đảm|đảm bảo|an toàn|quản lý|sử dụng|thực hiện)",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?:cá nhân|người|tổ chức|doanh nghiệp|cơ sở|đơn vị|nhân sự|tiêu chuẩn|điều kiện|persons?|firms?)(?!\w)",
    re.IGNORECASE,
)
# an article whose clauses are conditions themselves says so at the beginning of its heading
_HEADS_CONDITIONS = re.compile(
    r"(?:(?:điều|article)\s+\w{1,6}[.:]?\s+)?(?:các |những )?(?:tiêu chuẩn|điều kiện|tiêu chí|yêu cầu|trình độ chuẩn"
    r"|standards?|conditions?|criteria|requirements?|qualifications?|eligibility)(?!\w)",
    re.IGNORECASE,
)
# "Những trường hợp không được làm trọng tài viên": whoever is named below
_HEADS_BARRED = re.compile(
    rf"(?:(?:điều|article)\s+\w{{1,6}}[.:]?\s+)?(?:(?:những|các)\s+)?(?:trường hợp|người|đối tượng|cá nhân)\s(?:không"
    rf" được|không đủ điều kiện|chưa được)\s(?:phép\s)?{LET}",
    re.IGNORECASE,
)
# how such a clause begins; what an authority lays down in more detail is none
_STATES = re.compile(
    r"(?:đã|đang|có|đủ|đáp ứng|bảo đảm|đảm bảo|là|được|không|chưa|thuộc|phù hợp|đạt|hội đủ|tốt nghiệp|hoàn thành|am"
    r" hiểu|nắm vững|từ đủ|tuân thủ|chấp hành|tự nguyện|cam kết"
    r"|lập|biết|thành thạo|sử dụng|hiểu biết|cẩn thận|trung thực|nhiệt tình|gương mẫu|tích cực|tính đến|giữ|kinh nghiệm"
    r"|trung thành|kiên định|gương mẫu|bản lĩnh|qua|từng|dưới|trên|không quá|tối thiểu|ít nhất|từ \d|nam|nữ|thành"
    r" thạo|thông thạo|bảo vệ"
    r"|trình độ|phẩm chất|năng lực|sức khỏe|sức khoẻ|độ tuổi|tuổi|quốc tịch|lý lịch"
    r"|being|having|holding|meeting|not|has|have|is|are|holds?|meets?|be|possess\w*)(?!\w)",
    re.IGNORECASE,
)
# "Về phẩm chất đạo đức: ..."
_LABELLED = re.compile(r"(?:(?!\s(?:có|là|đủ|gồm|phải|is|has|must)\s)[^:.;\n]){3,80}:\s+(?=\S)")
_LAYS_DOWN = re.compile(
    r"(?:chính phủ|thủ tướng|bộ|bộ trưởng|ủy ban|uỷ ban|hội đồng|tòa án|cơ quan|thẩm quyền|việc|trình tự|thủ tục|hồ sơ"
    r"|trường hợp|nếu|khi|đối với trường hợp|the (?:government|minister|regulator)|where|if)(?!\w)"
    r"|(?:người đứng đầu|thủ trưởng|giám đốc|hiệu trưởng|chủ tịch|trưởng|sở|phòng)(?!\w)[^.\n]{0,120}\s(?:quyết định"
    r"|phê"
    r" duyệt|xem xét|tổ chức|trình|lập|chỉ đạo)(?!\w)"
    r"|[^.\n]{0,160}\s(?:quy định chi tiết|hướng dẫn|chịu trách nhiệm|có trách nhiệm|thực hiện theo|được tính"
    r"|không áp dụng)(?!\w)",
    re.IGNORECASE,
)
_DOSSIER_HEAD = re.compile(
    r"(?<!\w)(?:thành phần )?(?:hồ sơ|dossiers?|application (?:file|documents?))(?!\w)", re.IGNORECASE
)
_HEAD_MOST = 200  # characters of a heading; one of an article may tell at length what its dossier is for
_ARTICLE_MOST = 400
_CLAUSE_MOST = 400  # characters of a condition that stands by itself below a heading
_HEADED = frozenset({"article", "section", "chapter", "part"})  # what they are of, their own headings say
_OTHER_MATTER = re.compile(
    r"(?<!\w)(?:thời hạn|trình tự|thủ tục|quy trình|thẩm quyền|trách nhiệm|quyền lợi|nghĩa vụ|tổ chức thực hiện"
    r"|hồ sơ|chế độ|chính sách|hiệu lực|mức"
    r"|time limits?|procedures?|order|competence|responsibilit(?:y|ies)|rights|obligations|implementation"
    r"|dossiers?|polic(?:y|ies)|effect)(?!\w)",
    re.IGNORECASE,
)


# what stands beside conditions in a heading that begins with them, and is none
_STEPS = re.compile(
    r"(?<!\w)(?:trình tự|thủ tục|quy trình|thẩm quyền|trách nhiệm|quyền lợi|nghĩa vụ|hồ sơ|mức"
    r"|procedures?|competence|responsibilit(?:y|ies)|rights|obligations|dossiers?)(?!\w)",
    re.IGNORECASE,
)


class Scopes:
    """The scope of every unit of a document, read once from its headings and lead-ins."""

    def __init__(self, text: str, units: Outline, title: str) -> None:
        self._text = text
        self._units = units
        self._titled = bool(_STANDARDS.search(title)) and not _NO_STANDARDS.search(title)
        self._known: dict[str, Scope] = {}
        self._plain: dict[str, bool] = {}

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
        if led and (led.kind or unit.kind not in _HEADED):
            return led
        head = _first_line(self._text, unit)
        most = _ARTICLE_MOST if unit.kind == "article" else _HEAD_MOST
        if (
            unit.kind in ("dash", "plus", "point", "row", "paragraph")
            or len(head) > most
            or head.rstrip()[-1:] in ".;,"
        ):
            return self._conditions_by_themselves(parent, unit, over)
        if _DOSSIER_HEAD.search(head) and not MODAL.search(head) and unit.kind not in ("chapter", "part", "section"):
            return Scope("dossier", self._subject_of_head(unit, head))
        other = _STEPS if _HEADS_CONDITIONS.match(head) else _OTHER_MATTER
        if _STANDARDS.search(head) and not _NO_STANDARDS.search(head) and not other.search(unit.title):
            return Scope("standards", self._subject_of_head(unit, head) or over.subject)
        of_work = parent is not None and parent.kind in _HEADED and _OF_WORK.search(_first_line(self._text, parent))
        if of_work and not _WHO.match(unit.title):
            return Scope()
        if over.kind == "dossier" or _OTHER_MATTER.search(head):
            return Scope()
        return Scope(over.kind, over.subject)

    def _conditions_by_themselves(self, parent: Provision | None, unit: Provision, over: Scope) -> Scope:
        """The scope of a clause; of one that is a condition as most of those beside it are, under a heading alone."""
        plain = Scope(over.kind, over.subject)
        if parent is None or over.item or not self._is_headed(parent):
            return plain
        if _HEADS_BARRED.match(_first_line(self._text, parent)) and self._may_be_condition(unit):
            return Scope("standards", over.subject, item=True, group=f"l{parent.start}", barred=True)
        if over.kind != "standards":
            return plain
        if parent.address not in self._plain:
            self._plain[parent.address] = self._are_conditions(parent)
        listed = self._plain[parent.address] and self._may_be_condition(unit)
        return replace(plain, item=True) if listed else plain

    def _is_headed(self, unit: Provision) -> bool:
        """Whether a unit begins with a heading of its own: an article does, a clause may."""
        if unit.kind == "article":
            return True
        children = self._units.children(unit.address)
        begin = without_mark(self._text, unit.start, unit.end)
        head = self._text[begin : children[0].start].rstrip()
        return 3 < len(head) <= _HEAD_MOST and "\n" not in head and head[-1] not in ".;:,"

    def _are_conditions(self, article: Provision) -> bool:
        """Whether the clauses of an article are conditions without a lead-in: most of them begin like one."""
        children = self._units.children(article.address)
        head = self._text[article.start : children[0].start].rstrip()
        begin = article.start if article.kind == "article" else without_mark(self._text, article.start, article.end)
        first = self._text[begin : article.end].split("\n", 1)[0]
        if article.kind == "article":
            first = _first_line(self._text, article)
        if "\n" in head or head.endswith((":", ".")) or not _HEADS_CONDITIONS.match(first):
            return False
        leaves = [c for c in children if self._may_be_condition(c)]
        stating = [c for c in leaves if _STATES.match(self._text, self._behind_label(c))]
        return 3 * len(stating) >= 2 * len(leaves) > 2

    def _behind_label(self, unit: Provision) -> int:
        """Where a clause begins behind "Về đạo đức:"."""
        begin = without_mark(self._text, unit.start, unit.end)
        label = _LABELLED.match(self._text, begin, unit.end)
        return label.end() if label else begin

    def _may_be_condition(self, unit: Provision) -> bool:
        begin = without_mark(self._text, unit.start, unit.end)
        leaf = not self._units.children(unit.address) and unit.end - begin <= _CLAUSE_MOST
        return leaf and not _LAYS_DOWN.match(self._text, begin, unit.end)

    def _led(self, parent: Provision) -> Scope | None:
        """The scope of the members of a list, by the words in front of it."""
        children = self._units.children(parent.address)
        if not children:
            return None
        lead = self._text[parent.start : children[0].start].rstrip()
        last = lead[lead.rfind("\n") + 1 :]
        at = parent.start + len(lead) - len(last)
        subject = subject_of(self._text, at, at + len(last)) or self.of(parent).subject
        first = without_mark(self._text, children[0].start, children[0].end)
        group = f"l{at}" if last.endswith(":") and ONE_OF.search(last[-LEAD_MOST:]) else ""
        return Lead(self._text, at, last, subject, self.of(parent), group).scope_of_members(first)

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


def _first_line(text: str, unit: Provision) -> str:
    line = text[unit.start : unit.end].split("\n", 1)[0]
    return f"{line} {unit.title}" if unit.title and unit.title not in line else line
