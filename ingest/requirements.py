"""The requirements of a document: what a post, a rank, a candidate or a dossier has to fulfil.

From lists under headings and lead-ins, from sentences that say "must", and from tables of posts.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.document import Document, Outline, Provision
from corpus.registers import Attribute, Operator, Requirement, Span
from ingest.duty_words import VERBS_VI
from ingest.figure_cells import Table
from ingest.measures import TIME
from ingest.prepared import Prepared
from ingest.quantities import Quantity, quantities
from ingest.requirement_clause import Asked, Clause, asked_in
from ingest.requirement_cues import STRONG, cues_in, is_level_up, of_column
from ingest.requirement_papers import LICENCE, MUST_HAND_IN, MUST_HAVE, formality, papers_in, sets_handed_in, sets_of
from ingest.requirement_scope import (
    DOSSIER_LEAD,
    MODAL,
    Scope,
    Scopes,
    kind_of,
    opening_subject,
    subject_of,
    without_mark,
)

_OWNED = re.compile(
    r"(?:phải|cần|must|shall)\s+(?:có|còn|đạt|là|được|đủ|đang|bảo đảm|be|have|hold|possess|meet|reach|attain|achieve"
    r"|satisfy|fully|at least)",
    re.IGNORECASE,
)
_BARRED = re.compile(
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
_ADMITTED = re.compile(
    r"(?<!\w)(?:may be|is eligible|are eligible|được (?:xem xét|cử|bổ nhiệm|tiếp nhận|dự"
    r"|đăng ký))(?!\w)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[^:.;\n]{3,120}:\s+(?=\S)")
_DEMAND = re.compile(
    r"(?:[^:.;\n]{3,120}:\s+)?(?:đã được|có|đủ|đáp ứng|duy trì|bảo đảm|đảm bảo|là|được|không|chưa|thuộc|phù hợp|cam kết"
    r"|tốt nghiệp"
    r"|having|being|holding|meeting|not|satisfying|possessing|committing)(?!\w)",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"(?:không|chưa|not|no)\b", re.IGNORECASE)
_SHARE_OF = re.compile(
    r"(?:and |và )?(?:the )?(?:tỷ lệ|tỉ lệ|số lượng|số|proportion|rate|number"
    r"|percentage)(?!\w)",
    re.IGNORECASE,
)
_SUCH_AS = re.compile(
    r"(?:requirements?|standards?|conditions?|criteria|yêu cầu|tiêu chuẩn|điều kiện)\s+(?:such as|including"
    r"|like|như|gồm)\s+(?P<words>[^.;|\n]{8,400})",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:bao gồm|gồm có|gồm|comprising|including|it comprises|it consists of)(?!\w)", re.IGNORECASE)
_FORBIDDEN = re.compile(
    r"(?<!\w)(?:không được|may not|must not|shall not|are not allowed|is not allowed)(?!\w)", re.IGNORECASE
)
# "Đối với tổ chức kinh tế cần: Giấy chứng nhận đầu tư ..."
_PAPERS_BEHIND = re.compile(
    r"\s+(?:cần(?: có)?|phải có(?: một trong)? (?:những |các )?giấy tờ(?: sau)?|phải nộp|phải xuất trình)\s*:\s+"
    r"(?=(?:Quyết định|Giấy|Văn bản|Công văn|Công hàm|Đơn|Bản|Tờ|Hợp đồng|Phiếu|Chứng|Biên bản|Danh sách)\s)"
)
_PROCEDURE = re.compile(r"(?<!\w)(?:thủ tục|hồ sơ)(?!\w)|\b(?:procedures?|dossiers?)\b", re.IGNORECASE)
_TITLE_MOST = 160  # characters of a heading that are read
_PEOPLE = frozenset({"post", "rank", "candidate"})
_HOLDERS = frozenset({"post", "rank", "candidate", "unit"})
_COUNTED = frozenset({"age", "experience", "post_held", "term_left", "other"})
_SETS = re.compile(r"(?:hồ sơ|dossier|số lượng|file\b|application\b)", re.IGNORECASE)
_POST_COLUMN = re.compile(
    r"(?:tên )?(?:vị trí|chức danh|chức vụ|tên vị trí việc làm|vị trí việc làm)|posts?"
    r"|positions?|titles?|job positions?|name of",
    re.IGNORECASE,
)
_NO_POSTS = re.compile(r"nội dung|nhiệm vụ|chương trình|programme|content|task|chỉ tiêu|target", re.IGNORECASE)
_LIST_MARKS = re.compile(r"\s*(?:,|;|\bvà\b|\band\b)\s*", re.IGNORECASE)
_PAPER = re.compile(
    r"^(?:\d+\s+)?(?:đơn|văn bản|tờ trình|công văn|bản|giấy|quyết định|biên bản|sơ yếu|phiếu|dự thảo|hợp đồng"
    r"|chứng|bảng|danh sách|báo cáo|ảnh|hồ sơ|kế hoạch"
    r"|dự án|đề án|các|tài liệu|thông báo|kết quả|a |an |the |copies|certified|minutes|draft|request"
    r"|application|\d{1,2} (?:loại|bản|ảnh|kinds?|copies))",
    re.IGNORECASE,
)
# verbs that are also the names of papers
_PAPER_VERBS = frozenset(
    ("báo cáo", "quyết định", "đề nghị", "cam kết", "kê khai", "dự thảo", "dự toán", "quyết toán", "đăng ký",
     "kiến nghị", "công bố", "thông báo", "quy hoạch", "quy định", "xác nhận", "thống kê", "thuyết minh", "giải trình",
     "giới thiệu", "tổng hợp", "bảo đảm", "thỏa thuận", "thoả thuận")
)  # fmt: skip
_DETAIL = re.compile(r",\s+(?:trong đó (?:ghi|nêu|có)|in which|noting that)(?!\w)", re.IGNORECASE)
_EXCEPTIONS = 4  # exceptions that one requirement may have
_ITEM_LEAST = 4  # characters of a member of a list behind "phải có các thiết bị sau đây:"
_OTHER_LEAST = 12  # characters of a list item that is asked for in its own words


@dataclass(frozen=True, slots=True)
class _Reading:
    document: Document
    masked: str
    units: Outline
    scopes: Scopes

    def clause(self, start: int, end: int) -> Clause:
        return Clause(self.document.text, self.masked, start, end, self.document.identity.language)


def find_requirements(prepared: Prepared) -> tuple[Requirement, ...]:
    """The requirements of a document in reading order."""
    document, units = prepared.document, prepared.units
    reading = _Reading(document, prepared.masked, units, Scopes(document.text, units, document.identity.title))
    found = [r for grid in prepared.tables for r in _of_table(reading, grid)]
    for start, end, unit in prepared.statements:
        if unit is None or unit.kind not in ("table", "row"):
            found.extend(_of_statement(reading, start, end, unit))
    return tuple(sorted(found, key=lambda r: (r.words.start, r.words.end)))


def _of_statement(reading: _Reading, start: int, end: int, unit: Provision | None) -> Iterator[Requirement]:
    text = reading.document.text
    scope = reading.scopes.of(unit)
    if _heads(reading, unit, start, end) and not _is_paper_with_parts(reading, unit, scope, start):
        return
    dossier = DOSSIER_LEAD.search(text, start, end)
    begin = without_mark(text, start, end)
    opens = _SETS.match(text, begin + (4 if text[begin : begin + 4] == "The " else 0))
    if scope.kind == "dossier" or dossier or opens:
        yield from _of_dossier(reading, start, end, unit, scope, dossier)
        return
    clause = reading.clause(begin, end)
    papers = list(_of_papers(reading, Span(start, end), unit, scope, clause))
    yield from papers
    if any(p.attribute == "document" for p in papers):
        return
    if asked := _only(clause) or ([] if scope.item else _licence(clause)):
        named = Span(begin, asked[0].words.start)
        yield _requirement(reading, Span(start, end), unit, named, asked[0], clause)
        return
    asked = _barred(clause) or asked_in(clause) or _such_as(clause)
    subject = subject_of(text, start, end, asked[0].words.start if asked else None)
    if scope.item and unit is not None and unit.kind != "paragraph":
        subject = scope.subject
    if scope.kind == "standards":
        asked = _in_scope(reading, clause, scope, asked, unit)
    elif not _BARRED.match(text, begin) and not _is_asked(text, start, end, subject, asked):
        return
    for one in asked:
        if not _describes(subject, one):
            who = subject or scope.subject or opening_subject(text, start, end)
            one = replace(one, group=one.group or scope.group)
            yield _requirement(reading, Span(start, end), unit, who, one, clause)


def _of_papers(
    reading: _Reading, whole: Span, unit: Provision | None, scope: Scope, clause: Clause
) -> Iterator[Requirement]:
    """The papers that a sentence outside of a dossier's list asks for, and in how many sets a dossier is handed in."""
    text, begin, end = clause.text, clause.start, clause.end
    if papers := _PAPERS_BEHIND.search(text, begin, end):
        words = Span(papers.end(), _without_stop(text, papers.end(), end))
        subject = Span(begin, papers.start()) if papers.start() > begin else None
        yield _requirement(reading, whole, unit, subject, Asked("document", "has", words), clause)
        return
    for q, words in sets_handed_in(text, begin, end, quantities(reading.masked, begin, end, clause.language)):
        yield _requirement(reading, whole, unit, None, _sets_asked(q, words), clause)
    handed_in = (MUST_HAVE if _of_procedure(reading, unit) else MUST_HAND_IN).search(text, begin, end)
    if handed_in and not scope.item:
        yield from _papers(reading, whole, unit, Span(begin, handed_in.start()), handed_in.end())


def _such_as(clause: Clause) -> list[Asked]:
    """ "must meet additional requirements such as ...": what is named, in its own words."""
    match = _SUCH_AS.search(clause.text, clause.start, clause.end)
    return [Asked("other", "has", Span(*match.span("words")))] if match else []


def _describes(subject: Span | None, asked: Asked) -> bool:
    """Whether words only tell who is meant: "a candidate for a position requiring a college degree must ..."."""
    within = subject is not None and subject.start <= asked.words.start < subject.end
    return within and asked.operator != "has_not"


def _barred(clause: Clause) -> list[Asked]:
    """ "Không bổ nhiệm người chưa được quy hoạch": what one may not be."""
    match = _BARRED.match(clause.text, clause.start, clause.end)
    if match is None:
        return []
    cues = cues_in(clause.text, *match.span("what"), missing=True)
    return [Asked(cues[0].attribute if cues else "other", "has_not", Span(*match.span("what")))]


def _only(clause: Clause) -> list[Asked]:
    """ "Chỉ những người đã ... mới được ký": what one has to be or have done to be let."""
    match = _ONLY.match(clause.text, clause.start, clause.end)
    return [Asked("other", "has", Span(*match.span(match.lastgroup or 0)))] if match else []


def _licence(clause: Clause) -> list[Asked]:
    """ "Tổ chức kinh doanh phải được cấp Giấy phép ...": the licence."""
    match = LICENCE.search(clause.text, clause.start, clause.end)
    if match is None or kind_of(clause.text[clause.start : match.start()]) not in _HOLDERS:
        return []
    return [Asked("certificate", "has", Span(*match.span(match.lastgroup or 0)))]


def _of_procedure(reading: _Reading, unit: Provision | None) -> bool:
    """Whether a heading above says that what stands here has to be handed in."""
    return any(_PROCEDURE.search(above.title[:_TITLE_MOST]) for above in reading.units.above(unit))


def _papers(reading: _Reading, whole: Span, unit: Provision | None, subject: Span, start: int) -> Iterator[Requirement]:
    """ "phải có Giấy giới thiệu hoặc Giấy uỷ quyền, kèm theo Giấy chứng minh nhân dân": each paper."""
    clause = reading.clause(start, whole.end)
    for words in papers_in(reading.document.text, start, whole.end):
        yield _requirement(reading, whole, unit, subject, Asked("document", "has", words), clause)


def _heads(reading: _Reading, unit: Provision | None, start: int, end: int) -> bool:
    """Whether a statement is the heading of its unit or the lead-in of a list, which asks for nothing itself."""
    text = reading.document.text
    if unit is None or not reading.units.children(unit.address):
        return False
    lead = text[unit.start : reading.units.children(unit.address)[0].start].rstrip()
    last = unit.start + len(lead)
    heading = start <= unit.start + 4 and text.find("\n", unit.start, last) == -1 and end >= last
    opens = end >= last and text[last - 1] == ":"
    return (heading or opens) and not DOSSIER_LEAD.search(text, start, end) and not _has_value(reading, start, end)


def _is_paper_with_parts(reading: _Reading, unit: Provision | None, scope: Scope, start: int) -> bool:
    """Whether a paper of a list has notes of its own below it, which are no papers: "accounts, noting that:"."""
    if unit is None or scope.kind != "dossier" or not scope.item or start > unit.start + 4:
        return False
    return not reading.scopes.of(reading.units.children(unit.address)[0]).item


def _has_value(reading: _Reading, start: int, end: int) -> bool:
    return any(a.value is not None for a in asked_in(reading.clause(start, end)))


def _in_scope(
    reading: _Reading, clause: Clause, scope: Scope, asked: list[Asked], unit: Provision | None
) -> list[Asked]:
    """Under a heading of standards: what has a cue; a list item without one asks for its own words."""
    text = clause.text
    listed = unit is not None and unit.kind in ("point", "dash", "plus", "clause", "subclause")
    demanded = _DEMAND.match(text, clause.start, clause.end) is not None
    listed = listed and (scope.item or demanded)
    modal = MODAL.search(text, clause.start, clause.end)
    if asked:
        return asked if listed or modal or _is_leaf(unit) or _ADMITTED.search(text, clause.start, clause.end) else []
    barred = _FORBIDDEN.search(text, clause.start, clause.end)
    if barred and not scope.item:
        return [Asked("other", "has_not", Span(clause.start, barred.start() - 1))]
    people = modal is not None and kind_of(text[clause.start : modal.start()]) in _PEOPLE
    if modal and people and not scope.item and not _has_time(clause):
        return [Asked("other", "has", Span(modal.start(), _without_stop(text, modal.start(), clause.end)))]
    least = _ITEM_LEAST if scope.item else _OTHER_LEAST
    goes_on = scope.item and demanded and text[max(0, clause.start - 8) : clause.start].rstrip()[-1:] == ";"
    if not listed or clause.end - clause.start < least or not (_opens(text, unit, clause.start) or goes_on):
        return []
    negative = _NEGATIVE.match(text, clause.start, clause.end) or _FORBIDDEN.search(text, clause.start, clause.end)
    label = _LABELLED.match(text, clause.start, clause.end)
    words = Span(label.end() if label else clause.start, _without_stop(text, clause.start, clause.end))
    return [Asked("other", "has_not" if negative else "has", words)]


def _has_time(clause: Clause) -> bool:
    """Whether a time limit is set, which makes a duty of it."""
    return any(q.unit in TIME for q in quantities(clause.masked, clause.start, clause.end, clause.language))


def _is_leaf(unit: Provision | None) -> bool:
    return unit is not None and unit.kind in ("point", "dash", "plus")


def _opens(text: str, unit: Provision | None, begin: int) -> bool:
    """Whether a statement is the first of its unit."""
    return unit is not None and begin - unit.start <= 6


def _without_stop(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in ".;, ":
        end -= 1
    return end


def _is_asked(text: str, start: int, end: int, subject: Span | None, asked: list[Asked]) -> bool:
    """Whether a free sentence lays down a requirement of persons: "phải có ít nhất 03 năm"."""
    if subject is None or kind_of(subject.of(text)) not in _PEOPLE or subject.end - subject.start > 400:
        return False
    if _SHARE_OF.match(subject.of(text)):
        return False
    if len(asked) == 1 and _SUCH_AS.search(text, start, end):
        return True
    numbered = {a.attribute for a in asked if a.value is not None}
    levels = any(a.attribute in STRONG or a.value or a.operator == "at_least" for a in asked)
    return bool(numbered & _COUNTED) or (levels and _OWNED.search(text, start, end) is not None)


def _of_dossier(
    reading: _Reading, start: int, end: int, unit: Provision | None, scope: Scope, lead: re.Match[str] | None
) -> Iterator[Requirement]:
    """The papers of a dossier: the members of a list, what a sentence counts up, and in how many sets."""
    text = reading.document.text
    begin = without_mark(text, start, end)
    subject = Span(*lead.span("subject")) if lead else scope.subject
    clause = reading.clause(begin, end)
    if scope.item and not lead and unit is not None and _opens(text, unit, begin):
        if _is_step(text, begin, end):
            return
        detail = _DETAIL.search(text, begin + _OTHER_LEAST, end)
        words = Span(begin, _without_stop(text, begin, detail.start() if detail else end))
        asked = Asked("document", "has", words, group=scope.group)
        yield _requirement(reading, Span(start, end), unit, subject, asked, clause)
        return
    if not lead and (handed_in := MUST_HAVE.search(text, begin, end)):
        yield from _papers(reading, Span(start, end), unit, subject or Span(begin, handed_in.start()), handed_in.end())
        return
    if lead or _SETS.search(text, start, end):
        yield from _sets(reading, Span(start, end), unit, subject, clause)
    if words_of_form := formality(text, begin, end):
        yield _requirement(reading, Span(start, end), unit, subject, Asked("other", "has", words_of_form), clause)
    goes_on = _GOES_ON.match(text, begin, end) if scope.kind == "dossier" and not lead else None
    if goes_on:
        for words in _enumerated(text, goes_on.end(), end):
            yield _requirement(reading, Span(start, end), unit, subject, Asked("document", "has", words), clause)
    if lead and not text[start:end].rstrip().endswith(":") and not _leads_list(reading, unit, end):
        for words in _enumerated(text, lead.start("rest"), end):
            yield _requirement(reading, Span(start, end), unit, subject, Asked("document", "has", words), clause)


def _is_step(text: str, begin: int, end: int) -> bool:
    """Whether a member of a list says what is done with a dossier ("Lưu hồ sơ"), not which paper it holds."""
    lower = text[begin : min(end, begin + 60)].lower()
    first = re.match(r"[^\W_]+", lower)
    verb = VERBS_VI.at(lower, 0, first.end()) if first else None
    return verb is not None and verb not in _PAPER_VERBS


def _leads_list(reading: _Reading, unit: Provision | None, end: int) -> bool:
    """Whether a statement is the heading of a unit whose members are the papers."""
    children = reading.units.children(unit.address) if unit else []
    return bool(children) and children[0].start - end < 8


def _sets(
    reading: _Reading, whole: Span, unit: Provision | None, subject: Span | None, clause: Clause
) -> Iterator[Requirement]:
    for q in quantities(reading.masked, whole.start, whole.end, clause.language):
        if q.unit in ("set", "copy"):
            asked = _sets_asked(q, sets_of(reading.document.text, q))
            yield _requirement(reading, whole, unit, subject, asked, clause)


def _sets_asked(q: Quantity, words: Span) -> Asked:
    operator: Operator = q.hedge if q.hedge in ("at_least", "at_most") else "equal"
    return Asked("count", operator, words, q.value, q.unit)


def _enumerated(text: str, start: int, end: int) -> list[Span]:
    """The papers that a sentence counts up; none where its parts do not begin like papers."""
    cuts = [(m.start(), m.end()) for m in _LIST_MARKS.finditer(text, start, end)]
    edges = [start, *(b for _, b in cuts)]
    ends = [*(a for a, _ in cuts), _without_stop(text, start, end)]
    merged: list[Span] = []
    for a, b in zip(edges, ends, strict=True):
        while a < b and (text[a].isspace() or text[a] in ":,"):
            a += 1
        again = _GOES_ON.match(text, a, b)
        a = again.end() + 1 if again else a
        if a >= b:
            continue
        if _PAPER.match(text[a:b]):
            merged.append(Span(a, b))
        elif merged:
            merged[-1] = Span(merged[-1].start, b)
    return merged


def _of_table(reading: _Reading, table: Table) -> Iterator[Requirement]:
    """A table with a column of posts and columns of standards: each cell asks for what its column names."""
    text = reading.document.text
    head = [c.of(text) for c in table.rows[0][1]]
    column = next((i for i, name in enumerate(head) if _POST_COLUMN.search(name) and not of_column(name)), None)
    asking = {i: found for i, name in enumerate(head) if i != column and (found := of_column(name))}
    if column is None or not asking or any(_NO_POSTS.search(name) for name in head):
        return
    for address, cells in table.rows[1:]:
        if len(cells) != len(head):
            continue
        unit = reading.units.get(address)
        whole = Span(cells[0].start, cells[-1].end)
        for i, default in asking.items():
            told = _of_cell(reading, whole, unit, cells[column], cells[i], default)
            yield from (replace(r, subject_kind="post") for r in told)


def _of_cell(
    reading: _Reading,
    whole: Span,
    unit: Provision | None,
    subject: Span,
    cell: Span,
    default: tuple[Attribute, Operator],
) -> Iterator[Requirement]:
    text = reading.document.text
    words = cell.of(text).strip()
    if len(words) < 2 or words in ("-", "–"):
        return
    clause = reading.clause(cell.start, cell.end)
    asked = asked_in(clause)
    attribute, operator = default
    if not asked or attribute == "political_theory":
        operator = "at_least" if is_level_up(words) and attribute != "age" else operator
        asked = [Asked(attribute, "has" if attribute == "age" else operator, cell)]
    for one in asked:
        yield _requirement(reading, whole, unit, subject, one, clause)


def _requirement(
    reading: _Reading, whole: Span, unit: Provision | None, subject: Span | None, asked: Asked, clause: Clause
) -> Requirement:
    text = reading.document.text
    who = asked.whom or subject
    kind = "dossier" if asked.attribute in ("document", "count") else kind_of(who.of(text)) if who else "other"
    first = bisect_left(clause.exceptions, asked.words.start, key=lambda e: e.start)
    exceptions = clause.exceptions[first : first + _EXCEPTIONS]
    return Requirement(
        whole, unit.address if unit else "", kind, who, asked.attribute, asked.operator, asked.words, asked.value,
        asked.unit, asked.group, asked.equivalent, exceptions, asked.condition or clause.condition,
    )  # fmt: skip
