"""The papers that a dossier holds or a sentence asks for, and in how many sets.

Knows lists under headings of dossiers, sentences that count papers up and those that ask for one by itself.
"""

import re
from collections.abc import Iterator

from corpus.document import Provision
from corpus.registers import Operator, Requirement, Span
from ingest.duty.words import VERBS_VI
from ingest.quantities import Quantity, quantities
from ingest.requirement.clause import Asked, Clause
from ingest.requirement.led import Scope
from ingest.requirement.papers import (
    APPLIES_WITH,
    BEFORE_LIST,
    MUST_HAND_IN,
    MUST_HAVE,
    NAMED_PAPER,
    formality,
    papers_in,
    sets_handed_in,
    sets_of,
)
from ingest.requirement.reading import Reading, opens, requirement, without_stop
from ingest.requirement.subjects import without_mark

_GOES_ON = re.compile(r"(?:bao gồm|gồm có|gồm|comprising|including|it comprises|it consists of)(?!\w)", re.IGNORECASE)
# "Đối với tổ chức kinh tế cần: Giấy chứng nhận đầu tư ..."
_PAPERS_BEHIND = re.compile(
    r"\s+(?:cần(?: có)?|phải có(?: một trong)? (?:những |các )?giấy tờ(?: sau)?|phải nộp|phải xuất trình)\s*:\s+"
    r"(?=(?:Quyết định|Giấy|Văn bản|Công văn|Công hàm|Đơn|Bản|Tờ|Hợp đồng|Phiếu|Chứng|Biên bản|Danh sách)\s)"
)
_PROCEDURE = re.compile(r"(?<!\w)(?:thủ tục|hồ sơ)(?!\w)|\b(?:procedures?|dossiers?)\b", re.IGNORECASE)
_TITLE_MOST = 160  # characters of a heading that are read
SETS = re.compile(r"(?:hồ sơ|dossier|số lượng|file\b|application\b)", re.IGNORECASE)
_LIST_MARKS = re.compile(r"\s*(?:,|;|\bvà\b|\band\b)\s*", re.IGNORECASE)
_PAPER = re.compile(
    r"^(?:\d+\s+)?(?:đơn|văn bản|tờ trình|tờ khai|điều lệ|danh mục|phương án|văn bằng|bằng|thẻ|hộ chiếu|sơ đồ|bản đồ"
    r"|hóa đơn"
    r"|hoá đơn|lý lịch|nghị quyết|thuyết minh|sổ|hai |một trong |công văn|bản|giấy|quyết định|biên bản|sơ yếu|phiếu"
    r"|dự thảo|hợp đồng"
    r"|chứng|bảng|danh sách|báo cáo|ảnh|hồ sơ|kế hoạch"
    r"|dự án|đề án|ý kiến|các|tài liệu|thông báo|kết quả|a |an |the |copies|certified|minutes|draft|request"
    r"|application|\d{1,2} (?:loại|bản|ảnh|kinds?|copies))",
    re.IGNORECASE,
)
# verbs that are also the names of papers
_PAPER_VERBS = frozenset(
    ("báo cáo", "quyết định", "đề nghị", "cam kết", "kê khai", "dự thảo", "dự toán", "quyết toán", "đăng ký",
     "kiến nghị", "công bố", "thông báo", "quy hoạch", "quy định", "xác nhận", "thống kê", "thuyết minh", "giải trình",
     "giới thiệu", "tổng hợp", "bảo đảm", "thỏa thuận", "thoả thuận")
)  # fmt: skip
_DETAIL = re.compile(
    r",\s+(?:trong đó (?:ghi|nêu|có)|in which|noting that)(?!\w)|\s+ban hành kèm theo (?:Thông tư|Quyết định|Nghị"
    r" định|Quy) |\s\(hồ sơ\s[^()\n]{20,400}\)(?=[.;]|$)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:và |and )?(?:trường hợp|đối với|riêng|nếu|khi|trong trường hợp|where|if|in (?:the )?case|however)(?!\w)",
    re.IGNORECASE,
)
_OR_ELSE = re.compile(r",\s+trường hợp\s[^;,\n]{4,120}?\sthì\s(?:phải\s)?có\s+(?=\S)", re.IGNORECASE)
# "Trường hợp công nhận lại: văn bản của ...", "Đối với tổ chức, bản sao ..."
_IN_A_CASE = re.compile(
    r"(?:trong )?(?:trường hợp|đối với)\s[^:;\n]{4,400}?\sthì\s(?:thành phần )?hồ sơ(?: [^\W\d_]+){0,4}?"
    r" (?:là|gồm|bao gồm)\s+(?=\S)|(?:trong )?(?:trường hợp|đối với)\s[^:;\n]{4,200}?(?::|,)\s+(?=\S)",
    re.IGNORECASE,
)
_REPEALED = re.compile(r"\((?:đã |được |đã được )?bãi bỏ\)|\(?(?:repealed|deleted)\)?", re.IGNORECASE)
# "Bản sao giấy phép, bản sao điều lệ": two papers
_COPIES = re.compile(r"(?<=[^\W\d_)]),\s+(?=(?:bản sao|bản chính|bản gốc)\s)")
# a sentence of its own
_SAYS = re.compile(
    r"(?<!\w)(?:phải|gồm|là (?:văn bản|căn cứ|cơ sở|giấy|một)|(?:được|do [^.;]{2,60}) (?:lập|nộp|gửi|trả|làm|lưu|giữ)"
    r"|có trách nhiệm"
    r"|trong thời hạn|có thời hạn|bị|có giá trị|có hiệu lực|nộp|gửi cho|gửi đến)(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:các |những )?(?:giấy tờ|tài liệu|văn bằng|chứng chỉ|văn bản|hồ sơ|bản vẽ|hợp đồng|hóa đơn|hoá đơn|chứng từ)$",
    re.IGNORECASE,
)
# "Công dân có đủ điều kiện xuất trình giấy yêu cầu và giấy tờ tùy thân"
_HANDS_IN = re.compile(
    r"(?:người|công dân|cá nhân|luật sư|công chức|viên chức|tổ chức|đơn vị|\S+ viên"
    r"|trợ giúp viên)\s[^.;:,\n]{0,160}?\s(?<!phải )"
    r"(?:xuất trình|nộp|cung cấp|gửi)\s(?:kèm\s)?(?=(?:các |những )?(?:văn bản|giấy|đơn|bản|thẻ|tờ|phiếu|quyết định))",
    re.IGNORECASE,
)
_PAPER_LEAST = 12  # characters of a paper that its details stand behind


def of_papers(
    reading: Reading, whole: Span, unit: Provision | None, scope: Scope, clause: Clause
) -> Iterator[Requirement]:
    """The papers that a sentence outside of a dossier's list asks for, and in how many sets a dossier is handed in."""
    text, begin, end = clause.text, clause.start, clause.end
    if papers := _PAPERS_BEHIND.search(text, begin, end):
        words = Span(papers.end(), without_stop(text, papers.end(), end))
        subject = Span(begin, papers.start()) if papers.start() > begin else None
        yield requirement(reading, whole, unit, subject, Asked("document", "has", words), clause)
        return
    for q, words in sets_handed_in(text, begin, end, quantities(reading.masked, begin, end, clause.language)):
        yield requirement(reading, whole, unit, None, _sets_asked(q, words), clause)
    handed_in = (MUST_HAVE if _of_procedure(reading, unit) else MUST_HAND_IN).search(text, begin, end)
    handed_in = handed_in or MUST_HAND_IN.search(text, begin, end) or APPLIES_WITH.search(text, begin, end)
    if handed_in and not scope.item:
        yield from _papers(reading, whole, unit, Span(begin, handed_in.start()), handed_in.end())
    elif _is_paper(text, begin, end) and _beside_dossier(reading, unit):
        words = Span(begin, _detailed(text, begin, end))
        yield requirement(reading, whole, unit, None, Asked("document", "has", words), clause)


def _beside_dossier(reading: Reading, unit: Provision | None) -> bool:
    """Whether the first of the clauses beside one tells of a dossier, so that a paper named alone belongs to it."""
    parent = reading.units.get(unit.parent) if unit is not None and unit.kind == "clause" else None
    if parent is None:
        return False
    first = reading.units.children(parent.address)[0]
    return SETS.match(reading.document.text, without_mark(reading.document.text, first.start, first.end)) is not None


def of_lead(reading: Reading, whole: Span, unit: Provision | None, clause: Clause) -> Iterator[Requirement]:
    """The paper that a line names before the others, which stand below it: "kèm theo Giấy ... và các giấy tờ sau:"."""
    match = BEFORE_LIST.search(clause.text, clause.start, clause.end)
    if match:
        words = Span(*match.span(match.lastgroup or 0))
        yield requirement(reading, whole, unit, None, Asked("document", "has", words), clause)


def _of_procedure(reading: Reading, unit: Provision | None) -> bool:
    """Whether a heading above says that what stands here has to be handed in."""
    return any(_PROCEDURE.search(above.title[:_TITLE_MOST]) for above in reading.units.above(unit))


def _papers(reading: Reading, whole: Span, unit: Provision | None, subject: Span, start: int) -> Iterator[Requirement]:
    """ "phải có Giấy giới thiệu hoặc Giấy uỷ quyền, kèm theo Giấy chứng minh nhân dân": each paper."""
    clause = reading.clause(start, whole.end)
    for words in papers_in(reading.document.text, start, whole.end):
        yield requirement(reading, whole, unit, subject, Asked("document", "has", words), clause)


def of_dossier(
    reading: Reading, start: int, end: int, unit: Provision | None, scope: Scope, lead: re.Match[str] | None
) -> Iterator[Requirement]:
    """The papers of a dossier: the members of a list, what a sentence counts up, and in how many sets."""
    text, whole = reading.document.text, Span(start, end)
    begin = without_mark(text, start, end)
    subject = Span(*lead.span("subject")) if lead else scope.subject
    clause = reading.clause(begin, end)
    first = not lead and unit is not None and opens(text, unit, begin)
    if first and (
        scope.item or (scope.kind == "dossier" and (_is_paper(text, begin, end) or _among(reading, unit, begin)))
    ):
        for words in [] if _is_step(text, begin, end) else _of_item(text, begin, end):
            asked = Asked("document", "has", words, group=scope.group)
            yield requirement(reading, whole, unit, subject, asked, clause)
        return
    if not lead and (found := list(MUST_HAVE.finditer(text, begin, end))):
        for handed_in in found:
            named = subject or Span(begin, handed_in.start())
            yield from _papers(reading, whole, unit, named, handed_in.end())
        return
    if lead or SETS.search(text, start, end):
        yield from _sets(reading, whole, unit, subject, clause)
    if words_of_form := formality(text, begin, end):
        yield requirement(reading, whole, unit, subject, Asked("other", "has", words_of_form), clause)
    for words in _counted_up(reading, Span(begin, end), unit, scope, lead):
        yield requirement(reading, whole, unit, subject, Asked("document", "has", words), clause)


def _counted_up(
    reading: Reading, clause: Span, unit: Provision | None, scope: Scope, lead: re.Match[str] | None
) -> Iterator[Span]:
    """The papers that a sentence counts up behind "gồm"."""
    text, begin, end = reading.document.text, clause.start, clause.end
    goes_on = _GOES_ON.match(text, begin, end) if scope.kind == "dossier" and not lead else None
    if goes_on:
        yield from _enumerated(text, goes_on.end(), end)
    if lead and not text[begin:end].rstrip().endswith(":") and not _leads_list(reading, unit, end):
        yield from _enumerated(text, lead.start("rest"), end)


def _of_item(text: str, begin: int, end: int) -> list[Span]:
    """The papers of one member of a list: one, or several at semicolons; what is told of some case is left out."""
    found: list[Span] = []
    if who := _HANDS_IN.match(text, begin, end):
        return papers_in(text, who.end(), end)
    if _REPEALED.match(text, begin, end):
        return []
    for a, b in _copies(text, _at_semicolons(text, begin, without_stop(text, begin, end))):
        aside = _ASIDE.match(text, a, b)
        case = _IN_A_CASE.match(text, a, b)
        if case and _PAPER.match(text[case.end() : b]):
            ends = [m for m in _OR_ELSE.finditer(text, case.end(), b)]
            starts = [case.end(), *(m.end() for m in ends)]
            found.extend(
                Span(c, _detailed(text, c, d)) for c, d in zip(starts, [*(m.start() for m in ends), b], strict=True)
            )
        elif found and not aside and not _PAPER.match(text[a:b]):
            found[-1] = Span(found[-1].start, _detailed(text, found[-1].start, b))
        elif not (found and aside):
            found.append(Span(a, _detailed(text, a, b)))
    return found


def _copies(text: str, parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of an item, those that name one copy after the other taken apart."""
    for start, end in parts:
        cuts = [m.span() for m in _COPIES.finditer(text, start, end)] if text[start : start + 3] == "Bản" else []
        yield from zip([start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end], strict=True)


def _at_semicolons(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a stretch between its semicolons outside of brackets."""
    parts, begin, depth = [], start, 0
    for at in range(start, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if text[at] == ";" and depth <= 0:
            parts.append((begin, at))
            begin = at + 1
            while begin < end and text[begin].isspace():
                begin += 1
    return [*parts, (begin, end)]


def _detailed(text: str, start: int, end: int) -> int:
    """Where a paper ends in front of what has to stand in it."""
    detail = _DETAIL.search(text, min(start + _PAPER_LEAST, end), end)
    return without_stop(text, start, detail.start() if detail else end)


def _is_paper(text: str, begin: int, end: int) -> bool:
    """Whether a statement under a heading of dossiers is but the name of a paper."""
    return NAMED_PAPER.match(text, begin, end) is not None and not _SAYS.search(text, begin, end)


def _among(reading: Reading, unit: Provision | None, begin: int) -> bool:
    """Whether a clause under a heading of dossiers stands among papers and says nothing else itself: "Đề án ..."."""
    parent = reading.units.get(unit.parent) if unit is not None else None
    text = reading.document.text
    if unit is None or parent is None or unit.end - begin > _NAMED_MOST or _SAYS.search(text, begin, unit.end):
        return False
    beside = [c for c in reading.units.children(parent.address) if c.start != unit.start]
    papers = [c for c in beside if _is_paper(text, without_mark(text, c.start, c.end), c.end)]
    return 2 * len(papers) >= len(beside) > 0 and _PAPER.match(text[begin : unit.end]) is not None


_NAMED_MOST = 160  # characters of a paper that stands among others


def _is_step(text: str, begin: int, end: int) -> bool:
    """Whether a member of a list says what is done with a dossier ("Lưu hồ sơ"), not which paper it holds."""
    lower = text[begin : min(end, begin + 60)].lower()
    first = re.match(r"[^\W_]+", lower)
    verb = VERBS_VI.at(lower, 0, first.end()) if first else None
    return verb is not None and verb not in _PAPER_VERBS


def _leads_list(reading: Reading, unit: Provision | None, end: int) -> bool:
    """Whether a statement is the heading of a unit whose members are the papers."""
    children = reading.units.children(unit.address) if unit else []
    return bool(children) and children[0].start - end < 8


def _sets(
    reading: Reading, whole: Span, unit: Provision | None, subject: Span | None, clause: Clause
) -> Iterator[Requirement]:
    for q in quantities(reading.masked, whole.start, whole.end, clause.language):
        if q.unit == "set" or (q.unit == "copy" and not _in_brackets(reading.document.text, q.begin)):
            asked = _sets_asked(q, sets_of(reading.document.text, q))
            yield requirement(reading, whole, unit, subject, asked, clause)


def _in_brackets(text: str, at: int) -> bool:
    """Whether the bracket behind a paper says in how many copies it comes: "(01 bản chính hoặc 01 bản sao)"."""
    return text.rfind("(", max(0, at - 60), at) > text.rfind(")", max(0, at - 60), at)


def _sets_asked(q: Quantity, words: Span) -> Asked:
    operator: Operator = q.hedge if q.hedge in ("at_least", "at_most") else "equal"
    return Asked("count", operator, words, q.value, q.unit)


def _enumerated(text: str, start: int, end: int) -> list[Span]:
    """The papers that a sentence counts up; none where its parts do not begin like papers."""
    end = without_stop(text, start, end)
    strong = _at_semicolons(text, start, end)
    merged: list[Span] = []
    for a, b in strong if len(strong) > 1 else _at_list_marks(text, start, end):
        while a < b and (text[a].isspace() or text[a] in ":,"):
            a += 1
        again = _GOES_ON.match(text, a, b)
        a = again.end() + 1 if again else a
        if a >= b or (len(strong) > 1 and _ASIDE.match(text, a, b)):
            continue
        if merged and _BARE.match(merged[-1].of(text)):
            merged[-1] = Span(merged[-1].start, b)  # "giấy tờ, tài liệu chứng minh ..."
        elif _PAPER.match(text[a:b]) or (merged and len(strong) > 1):
            merged.append(Span(a, b))
        elif merged:
            merged[-1] = Span(merged[-1].start, b)
    return [Span(m.start, _detailed(text, m.start, m.end)) for m in merged]


def _at_list_marks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [(m.start(), m.end()) for m in _LIST_MARKS.finditer(text, start, end)]
    return list(zip([start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end], strict=True))
