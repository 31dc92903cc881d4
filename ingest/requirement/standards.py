"""What a statement under a heading of standards or conditions asks for: by its cues, else in its own words."""

import re
from collections.abc import Iterator

from corpus.document import Provision
from corpus.registers import Operator, Span
from ingest.measures import TIME
from ingest.quantities import Quantity, number_of, quantities
from ingest.requirement.clause import Asked, Clause, asked_in
from ingest.requirement.conditions import asides, conditions, in_own_words, inline
from ingest.requirement.led import Scope
from ingest.requirement.reading import opens, without_stop
from ingest.requirement.subjects import FIRM, MODAL, kind_of

_ADMITTED = re.compile(
    r"(?<!\w)(?:may be|is eligible|are eligible|được (?:xem xét|cử|bổ nhiệm|tiếp nhận|dự"
    r"|đăng ký))(?!\w)",
    re.IGNORECASE,
)
_DEMAND = re.compile(
    r"(?:[^:.;\n]{3,120}:\s+)?(?:đã được|có|đủ|đáp ứng|duy trì|bảo đảm|đảm bảo|là|được|không|chưa|thuộc|phù hợp|cam kết"
    r"|tốt nghiệp|thường trú|(?:các )?điều kiện (?:khác|quy định)"
    r"|having|being|holding|meeting|not|satisfying|possessing|committing)(?!\w)",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    r"(?<!\w)(?:không được|may not|must not|shall not|are not allowed|is not allowed)(?!\w)", re.IGNORECASE
)
_TOLD_APART = re.compile(
    r"(?<!\w)(?:có|đã|đang|bị|chưa|thuộc|là|không|nghỉ|vi phạm|quá|hết|mất|tại|theo|do|who|that|which|being|having|with"
    r"|without|of|in)(?!\w)",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"(?<!\w)(?:không được (?:vượt )?quá|không được lớn hơn|(?:must|shall|may) not exceed)(?!\w)", re.IGNORECASE
)
# "Nhân viên tư vấn có trình độ đại học; có chứng chỉ ...", under a heading of conditions
_HAS = re.compile(
    r"(?!quyết định|giấy|thẻ|chứng chỉ|văn bằng|hồ sơ|báo cáo)(?P<who>(?:(?!\s(?:được|bị|phải|nếu"
    r"|khi)\s)[^.;:,\n]){4,120}?)\s(?:có(?! (?:quyền|trách nhiệm|nghĩa vụ|thể"
    r"|nhiệm vụ|thẩm"
    r" quyền|nhu cầu|yêu cầu|liên quan))|tốt nghiệp|đáp ứng|đạt)\s",
    re.IGNORECASE,
)
# "Trại có ít nhất 05 chuồng nuôi", "Bãi xe có diện tích tối thiểu 500 m2"
_OWNED_AMOUNT = re.compile(
    r"\s(?:có|đạt)\s(?:[^.;:,\n\d]{2,60}?\s)?(?:ít nhất|tối thiểu|không (?:ít|thấp|nhỏ) hơn|trên)\s(?:là )?\d"
    r"|\s(?:has|have|with)\s(?:[^.;:,\n\d]{2,60}?\s)?(?:at least|no fewer than|not less than)\s\d",
    re.IGNORECASE,
)
# "Thành viên là người từ đủ mười tám tuổi trở lên và không ..."
_IS_ONE_WHO = re.compile(
    r"[^.;:\n]{2,120}?\slà (?:người|công dân|cá nhân|tổ chức|cán bộ|công chức|viên chức)\s(?P<what>[^\n]{4,600})",
    re.IGNORECASE,
)
_GIVEN_TO = re.compile(
    r"[^.;:\n]{2,160}?\sđược (?:xét )?(?:tặng|trao|phong tặng)(?:(?: thưởng)? (?:hằng|hàng) năm)?(?: cho)?\s"
    r"(?:các |những )?(?:người|cá nhân|tập thể|công dân|đơn vị)\s"
    r"(?P<what>(?:có|đạt|hoàn thành|đã|từng|không|được|tham gia)\s[^\n]{4,500})"
    r"|[^.;:\n]{2,160}?\s(?:is|are|may be) (?:conferred|bestowed|awarded) (?:on|upon|to)\s"
    r"(?:an?|any|each|those|persons?)\s(?:\w+ ){0,2}?(?:who|that|which)\s"
    r"(?P<told>(?:is|are|has|have|holds?)\s[^\n]{4,500})",
    re.IGNORECASE,
)
_EARNED = re.compile(
    r"(?:(?<=;)\s+(?:và\s+)?|(?<=\s)(?=(?:cứ|tốt nghiệp|có|đủ)\s)|^(?:[-–+]\s*)?|(?<=\n))"
    r"(?P<case>(?:cứ|tốt nghiệp|có|đủ|từ đủ)\s[^.;:\n]{4,200}?)\s(?:thì\s)?được (?:hưởng|cộng(?: thêm)?)\s",
    re.IGNORECASE,
)
_STATES_WHAT = re.compile(
    r"(?:từ đủ|đủ|có|không|chưa|đã|đang|được|thuộc|tốt nghiệp|đáp ứng|thường trú|ít nhất|tối thiểu|cùng ngạch)(?!\w)",
    re.IGNORECASE,
)
# of a list of cases those that say what one has or has done; mere groups of people are none
_QUALIFIED = re.compile(
    r"(?:(?:là\s)?(?:những\s|các\s)?(?:người|cá nhân|cán bộ|công chức|viên chức|tổ chức)\s(?:[^\s.;:]+\s){0,3}?)?"
    r"(?:có|đã|đang|từng|từ đủ|đủ|tốt nghiệp|đạt|không|chưa|là|ít nhất|tối thiểu|đáp ứng)(?!\w)"
    r"|(?:is|are|has|have|having|being|holds?|persons? (?:who|with)|those (?:who|with))\s",
    re.IGNORECASE,
)
# of what somebody must, that which he must be or have
_IS_OR_HAS = re.compile(
    r"(?:is|are|has|have|holds?|meets?|possess(?:es)?|continues?|does not|do not|remains?)\s|(?:be(?! (?:made|given"
    r"|kept|notified|prepared|submitted|sent))|have|hold|possess|meet|satisfy|not (?:be|have"
    r"|hold|perform|act))\s"
    r"|(?:là|có(?! (?:trách nhiệm|kế hoạch|biện pháp|văn bản))|đủ|từ đủ|không (?:phải|thuộc|có|được là|bị|quá|trong|vi"
    r" phạm)|đang|đã|chưa|còn|đáp ứng|đạt|thuộc|tốt nghiệp|giữ (?:ngạch|hạng|chức|vị trí)|thành thạo|thông thạo|biết"
    r"|được (?:quy hoạch|xếp loại|đánh giá|đào tạo|bồi dưỡng|tín nhiệm|giới thiệu|công nhận)|qua|từng|trúng"
    r"|(?:từ|trên|dưới|tối thiểu|ít nhất|không quá)(?= (?:đủ )?\d)|trong (?:thời gian )?\d+ năm[^.;\n]{0,60}(?:được"
    r"|hoàn"
    r" thành|không|có))\s",
    re.IGNORECASE,
)
# a sentence on persons or a council: "the members of the board are ...", "no member is ..."
_TOLD_OF = re.compile(
    r"(?P<who>(?:(?:the|its|each|any|all|every|at least \w+|an?)\s)[^.;:,\n]{2,160}?)\s"
    r"(?=(?:is|are|has|have|holds?|possess(?:es)?|meets?)\s)|(?P<nobody>no\s[^.;:,\n]{2,160}?)\s(?=(?:is|are|has"
    r"|have)\s)",
    re.IGNORECASE,
)
_BODY_OF = re.compile(r"(?<!\w)(?:boards?|councils?|committees?|panels?)(?!\w)", re.IGNORECASE)
_OBLIGED = re.compile(r"(?<!\w)(?<!không )(?:không được|phải|must not|must|shall not|shall)(?!\w)", re.IGNORECASE)
_OF_A_CASE = re.compile(r"^(?:có|được|không|đã)\s|(?<!\w)(?:trường hợp|mà|khi|if|where|that)(?!\w)", re.IGNORECASE)
_IN_CASE = re.compile(
    r"(?:trong )?trường hợp(?!\w)|in (?:the )?case(?! of [^.;:,\n]{2,80}, (?:it|they) )|where\s|if\s", re.IGNORECASE
)
# behind a semicolon somebody else is named, or something else is said of him; not one more of what he did
_SEMICOLON = re.compile(
    r";(?=\s(?:hoặc\s|or\s)?(?:(?:những|các)\s)?(?:đang|đã|bị|có|chưa|không|là|thuộc|trong|người|cán bộ|công chức"
    r"|viên chức"
    r"|học viên|sinh viên|mất|tự ý|vi phạm|nghỉ|hết|persons?|those|who|is|are|has|have|being|having)(?!\w))",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.])")
_PRINTED_EN = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])")
_SHOWN = frozenset({"age", "degree", "certificate", "experience", "health", "discipline"})
PEOPLE = frozenset({"post", "rank", "candidate"})
_HOLDERS = PEOPLE | {"unit"}
_ITEM_LEAST = 4  # characters of a member of a list behind "phải có các thiết bị sau đây:"
_BARRED_LEAST = 8  # characters of who may not: "Tự ý bỏ học"
_OTHER_LEAST = 12  # characters of a list item that is asked for in its own words
_WHO_LEAST = 20  # characters in front of "phải" that name somebody at length


def in_scope(clause: Clause, scope: Scope, asked: list[Asked], unit: Provision | None) -> list[Asked]:
    """Under a heading of standards: what has a cue; a list item without one asks for its own words."""
    first = opens(clause.text, unit, clause.start)
    if scope.item and first and scope.barred:
        return _barred(clause, asked)
    if scope.item and not _counts(clause, scope):
        return []
    if scope.item and scope.told:
        return list(_told_of(clause)) if first else []
    if scope.item and first and scope.bound:
        return _bounded(clause, scope.bound)
    listed = _is_listed(clause, scope, unit)
    if listed and (first or _goes_on(clause, scope)):
        return list(_of_item(clause, scope))
    if asked and not scope.item and (held := _held(clause)):
        return list(_of_item(held, Scope(item=True)))
    if asked:
        told = listed or MODAL.search(clause.text, clause.start, clause.end) or _is_leaf(unit)
        return asked if told or _ADMITTED.search(clause.text, clause.start, clause.end) else []
    if not scope.item and _OWNED_AMOUNT.search(clause.text, clause.start, clause.end) and (held := _held(clause)):
        return list(_of_item(held, Scope(item=True)))
    return _of_sentence(clause, scope)


def _counts(clause: Clause, scope: Scope) -> bool:
    """Whether a member of a list is a condition; where some are only cases or duties, by how it begins."""
    text = clause.text
    if scope.cases and not _QUALIFIED.match(text, clause.start, clause.end):
        return False
    if scope.states and not _IS_OR_HAS.match(text, clause.start, clause.end):
        return False
    case = _IN_CASE.match(text, clause.start, clause.end)
    told = MODAL.search(text, clause.start, clause.end) or _CASE_BEFORE.match(text, clause.start, clause.end)
    return not case or told is not None


def _is_listed(clause: Clause, scope: Scope, unit: Provision | None) -> bool:
    if unit is None or unit.kind not in ("point", "dash", "plus", "clause", "subclause"):
        return False
    return scope.item or _DEMAND.match(clause.text, clause.start, clause.end) is not None


def _goes_on(clause: Clause, scope: Scope) -> bool:
    """Whether a statement is a further condition of the same item, behind a semicolon."""
    demanded = _DEMAND.match(clause.text, clause.start, clause.end) is not None
    return scope.item and demanded and clause.text[max(0, clause.start - 8) : clause.start].rstrip()[-1:] == ";"


def _of_item(clause: Clause, scope: Scope) -> Iterator[Asked]:
    """The conditions of a list item, each by its cues, else in its own words."""
    text = clause.text
    least = _ITEM_LEAST if scope.item else _OTHER_LEAST
    start = clause.start
    if citizen := _CITIZEN.match(text, clause.start, clause.end):
        yield Asked("citizenship", "has", Span(*citizen.span("citizen")))
        start = citizen.end()
    elif case := _CASE_BEFORE.match(text, clause.start, clause.end) or _OF_WHICH.match(text, clause.start, clause.end):
        start = case.end()
    for number, part in enumerate(conditions(text, start, clause.end)):
        inner = Clause(text, clause.masked, part.start, part.end, clause.language)
        if named := asked_in(inner):
            yield from named
        elif part.end - part.start >= (least if number == 0 else _OTHER_LEAST):
            yield in_own_words(clause, _from_modal(clause, part))
    for aside in asides(text, clause.start, clause.end):
        yield from asked_in(Clause(text, clause.masked, aside.start, aside.end, clause.language))


# "Công dân Việt Nam có ..., không ...": two things are asked of him
_CITIZEN = re.compile(
    r"(?:là\s|phải là\s)?(?P<citizen>công dân Việt Nam|(?:is )?an? (?:vietnamese citizen"
    r"|citizen of vietnam)),?\s+(?=(?:có|đủ|từ"
    r" đủ|đang|không|chưa|thường trú|cư trú|who|and)\s)(?:who\s|and\s)?",
    re.IGNORECASE,
)
# "Trường hợp có chồng thì phải có sự đồng ý ...": the condition stands behind the case
_CASE_BEFORE = re.compile(
    r"(?:(?:trong |đối với )?trường hợp|nếu|khi)\s[^.;:\n]{2,160}?,?\s(?:thì\s)?(?=(?:phải|cần)\s)"
    r"|(?:where|if)\s[^.;:,\n]{2,100},\s(?=(?:has|is|have|they|he or she|it)\s)",
    re.IGNORECASE,
)


# "in the case of a branch, it has ...", "Đối với xã, có ...": of which of them it is asked
_OF_WHICH = re.compile(
    r"in the case of [^.;:,\n]{2,80},\s(?=(?:it|they|he or she|be|is|has|have|the)\s)"
    r"|(?:đối với|trong trường hợp)\s[^.;:,\n]{2,80},\s(?=(?:phải|có|là|được|đã|không)\s)",
    re.IGNORECASE,
)


def _from_modal(clause: Clause, part: Span) -> Span:
    """A condition without whom it is for, where that is told at length: "Sáng lập viên là công chức phải ..."."""
    modal = _OBLIGED.search(clause.text, part.start, part.end)
    if modal is None or modal.start() - part.start < _WHO_LEAST:
        return part
    who = clause.text[part.start : modal.start()]
    return Span(modal.start(), part.end) if kind_of(who) in _HOLDERS and not _OF_A_CASE.search(who) else part


def _of_sentence(clause: Clause, scope: Scope) -> list[Asked]:
    """What a sentence under a heading of standards asks for: who may not, how much at most, what one must be."""
    text = clause.text
    if scope.item:
        return []
    if most := _AT_MOST.search(text, clause.start, clause.end):
        found = [
            q for q in quantities(clause.masked, most.start(), clause.end, clause.language) if q.start < most.end() + 12
        ]
        words = Span(most.start(), without_stop(text, most.start(), clause.end))
        return [Asked("other", "at_most", words, q.value, q.unit) for q in found[:1]]
    if barred := _FORBIDDEN.search(text, clause.start, clause.end):
        told_apart = _TOLD_APART.search(text, clause.start, barred.start()) is not None
        return [Asked("other", "has_not", Span(clause.start, barred.start() - 1))] if told_apart else []
    modal = MODAL.search(text, clause.start, clause.end)
    who = text[clause.start : modal.start()] if modal else ""
    if modal and kind_of(who) in PEOPLE and not FIRM.search(who) and not _has_time(clause):
        last = min((e.start for e in clause.exceptions), default=clause.end)
        words = Span(modal.start(), without_stop(text, modal.start(), max(last, modal.end())))
        return [Asked("other", "has", words)]
    return []


def listed_inline(clause: Clause) -> list[Asked]:
    """The conditions that one sentence lists behind "các điều kiện sau:"."""
    within = inline(clause)
    if within is None:
        return []
    return list(
        _of_item(Clause(clause.text, clause.masked, within.start, within.end, clause.language), Scope(item=True))
    )


def one_who(clause: Clause) -> list[Asked]:
    """ "Thành viên là người từ đủ 18 tuổi và không ...": what one is who is so called."""
    match = _IS_ONE_WHO.match(clause.text, clause.start, clause.end)
    if match is None or not _STATES_WHAT.match(clause.text, match.start("what"), clause.end):
        return []
    words = Span(match.start("what"), without_stop(clause.text, match.start("what"), clause.end))
    last = min((e.start for e in clause.exceptions), default=words.end)
    inner = Clause(clause.text, clause.masked, words.start, max(last, words.start), clause.language)
    return list(_of_item(inner, Scope(item=True)))


def given_to(clause: Clause) -> list[Asked]:
    """ "Danh hiệu A được tặng cho người hoàn thành ... và có ...": what one is or has to whom a title is given."""
    match = _GIVEN_TO.match(clause.text, clause.start, clause.end)
    if match is None or clause.text[clause.start : clause.end].rstrip().endswith(":"):
        return []
    begin = match.start(match.lastgroup or 0)
    words = Span(begin, without_stop(clause.text, begin, clause.end))
    inner = Clause(clause.text, clause.masked, words.start, words.end, clause.language)
    return list(_of_item(inner, Scope(item=True)))


def earned(clause: Clause) -> list[Asked]:
    """ "Tốt nghiệp đại học được hưởng phụ cấp ...": what one must be or have for what is given, if it can be shown."""
    found: list[Asked] = []
    for match in _EARNED.finditer(clause.text, clause.start, clause.end):
        inner = Clause(clause.text, clause.masked, *match.span("case"), clause.language)
        found.extend(a for a in asked_in(inner) if a.attribute in _SHOWN)
    return found


def described(clause: Clause) -> list[Asked]:
    """What a sentence under no such heading says that somebody is, where it asks for something that can be shown.

    "Người hướng dẫn là công chức cùng ngạch, có năng lực và không trong thời gian bị kỷ luật" does; what a word means
    does not.
    """
    told = one_who(clause)
    shown = any(a.attribute in _SHOWN for a in told)
    return told if shown and len(told) > 1 else []


def _held(clause: Clause) -> Clause | None:
    """What a sentence without a "must" says that somebody has: behind "Nhân viên tư vấn"."""
    has = _HAS.match(clause.text, clause.start, clause.end)
    if has is None or kind_of(has["who"]) not in _HOLDERS or MODAL.search(clause.text, clause.start, clause.end):
        return None
    return Clause(clause.text, clause.masked, has.end("who") + 1, clause.end, clause.language)


def _told_of(clause: Clause) -> Iterator[Asked]:
    """What a sentence in a list of what has to be seen to says of persons or of a council."""
    text = clause.text
    match = _TOLD_OF.match(text, clause.start, clause.end)
    if match is None:
        return
    who = match["who"] or match["nobody"]
    if FIRM.search(who) or (kind_of(who) not in PEOPLE and not _BODY_OF.search(who)):
        return
    end = without_stop(text, match.end(), clause.end)
    if match["nobody"]:
        yield Asked("other", "has_not", Span(clause.start, end))
        return
    for part in conditions(text, match.end(), end):
        inner = Clause(text, clause.masked, part.start, part.end, clause.language)
        yield from asked_in(inner) or [in_own_words(clause, part)]


def _bounded(clause: Clause, bound: Operator) -> list[Asked]:
    """The amount of a member of a list of least or greatest amounts."""
    words = Span(clause.start, without_stop(clause.text, clause.start, clause.end))
    printed = (_PRINTED if clause.language == "vi" else _PRINTED_EN).search(clause.text, words.start, words.end)
    if printed and "đồng" in words.of(clause.text):
        return [Asked("other", bound, words, number_of(printed.group(), clause.language), "vnd")]
    found: list[Quantity] = quantities(clause.masked, words.start, words.end, clause.language)
    return [Asked("other", bound, words, q.value, q.unit) for q in found[:1]]


def _barred(clause: Clause, asked: list[Asked]) -> list[Asked]:
    """Who may not, as a list of those names him; several at semicolons."""
    text, found, begin = clause.text, [], clause.start
    for at in [*(m.start() for m in _SEMICOLON.finditer(text, clause.start, clause.end)), clause.end]:
        while begin < at and (text[begin].isspace() or text[begin] == ";"):
            begin += 1
        words = Span(begin, without_stop(text, begin, at))
        disciplined = next((a for a in asked if a.attribute == "discipline" and begin <= a.words.start < at), None)
        if disciplined:
            found.append(Asked("discipline", "has_not", words, disciplined.value, disciplined.unit))
        elif words.end - words.start >= _BARRED_LEAST:
            found.append(Asked("other", "has_not", words))
        begin = at
    return found


def _has_time(clause: Clause) -> bool:
    """Whether a time limit is set, which makes a duty of it."""
    return any(q.unit in TIME for q in quantities(clause.masked, clause.start, clause.end, clause.language))


def _is_leaf(unit: Provision | None) -> bool:
    return unit is not None and unit.kind in ("point", "dash", "plus")
