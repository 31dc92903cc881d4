"""Who may: "Công dân có ..., không ... thì được ...", "a person who is ... may ...". Each condition by itself.

Knows how sentences of admission are built in both languages; what stands in lists below is told elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.registers import Attribute, Span
from ingest.quantities import quantities
from ingest.requirement.clause import Asked, Clause, asked_in
from ingest.requirement.conditions import LIST_BELOW, conditions, in_own_words
from ingest.requirement.cues import cues_in
from ingest.requirement.leads import LET
from ingest.requirement.subjects import kind_of

_WHO = (
    r"(?:(?:những|các|mọi|mỗi)\s+)?(?:công dân|người|cá nhân|thí sinh|ứng viên|cán bộ|công chức|viên chức|nhân viên"
    r"|học viên|học sinh|sinh viên|nhà giáo|giảng viên|giáo viên|đảng viên|đoàn viên|hội viên|luật sư|tổ chức"
    r"|doanh nghiệp|hộ gia đình|đơn vị|cơ sở|nhân sự|lao động|sĩ quan|thương nhân|bác sĩ)(?!\w)"
)
# things are told from one another by what they have been: "Những sản phẩm đã được trao giải không được ..."
_WHAT = rf"(?:{_WHO}|(?:những|các)\s(?:[^\s.,;:]+\s){{1,3}}?(?=(?:đã|đang|bị|chưa|không|có)\s))"
_BODY = r"(?:(?:các|một)\s)?(?:nhà trường|trường|trung tâm|quỹ|hội|công ty|phòng|chi nhánh|hợp tác xã|văn phòng)(?!\w)"
_STATE = (
    r"(?:có(?! (?:nhu cầu|yêu cầu|nguyện vọng|liên quan|thẩm quyền|trách nhiệm|quyền|nghĩa vụ|thể|đơn|công)(?!\w))"
    r"|đủ|từ đủ|là|không|chưa|đã|đang|thuộc|đáp ứng|còn|bảo đảm|đảm bảo|đạt|hội đủ|tốt nghiệp|hoàn thành|trúng|tuân"
    r" thủ)(?!\w)"
)
# what is given counts only where the text says on which condition
_GIVEN = (
    r"được\s(?:xét\s|xem xét\s)?(?:hỗ trợ|hưởng|cấp|nhận|miễn|giảm|vay|thưởng|khen thưởng|tặng thưởng"
    r"|nghỉ)[^.;:\n]{0,160}?\s"
    r"(?:nếu|với điều kiện|khi(?=\s(?:có đủ|đủ|đáp ứng|đạt)\s))"
)
_ADMITTED_VI = re.compile(
    rf"(?P<who>(?:đối với )?{_WHO}(?:(?!\s{_STATE}\s|\snếu\s|\skhi\s|\sđược\s+{LET})[^.;:\n]){{0,100}}?)\s+(?:nếu\s+"
    rf"|khi\s+)?"
    rf"(?P<asked>{_STATE}\s(?:(?!\sthì\s|(?<!không)\sphải\s|,\strừ\s|\sđược\s{LET})[^.:\n]){{4,700}}?)"
    rf"(?<!\schỉ)(?<!không)(?<!chưa),?\s+(?:thì\s+(?:mới\s+)?(?:được|có thể|có thể được|có quyền|đủ điều"
    rf" kiện)\s+(?:{LET}|nộp (?:hồ sơ|phiếu|đơn)|xét|hỗ trợ|phép|hoạt động"
    rf"|là thành viên|thực hiện|sử dụng|nhận|(?:cơ quan|người đứng đầu|[A-ZĐ])[^.;,\n]{{2,120}}?\s(?:cấp|công nhận"
    rf"|cho phép|xác nhận|chấp thuận)|xuất khẩu|nhập khẩu|được)|mới\s+(?:được|đủ điều kiện)(?!\w)|(?:mới\s+)?(?:có"
    rf" thể được|được|có thể"
    rf"|có quyền)\s+(?:{LET}|là thành viên))",
    re.IGNORECASE,
)
_ADMITTED_IF_VI = re.compile(
    rf"(?P<who>(?:{_WHO}|{_BODY})(?:(?!\s(?:phải|không|chưa)\s"
    rf"|\sđược\s+{LET})[^.;:\n]){{0,160}}?)\s+(?:(?:chỉ\s+|có thể\s+)?được\s+(?:phép\s+)?(?:{LET}|hoạt"
    rf" động)[^.;:\n]{{0,160}}?\s+"
    rf"(?:sau\s)?(?:khi|nếu)|(?P<only>chỉ\sđược\s[^.;:\n]{{2,160}}?\s(?:sau\s)?(?:khi|nếu))|{_GIVEN})\s+(?:người"
    rf" đó\s+|cá nhân đó\s+)?"
    r"(?P<asked>(?:được|có(?! (?:nhu cầu|yêu cầu|nguyện vọng|quyết định|căn cứ|đơn)(?!\w))|đã|đủ|là|thuộc|đáp ứng|đạt"
    r"|còn|tham dự|tham gia|hoàn thành|tích lũy|tốt nghiệp|từ đủ|chưa|trúng|giữ|nộp đủ|bảo đảm|đảm bảo"
    r"|không)\s(?:(?!,?\sthì\s)[^.;\n]){4,500})",
    re.IGNORECASE,
)
# "Giấy phép được gia hạn nếu tổ chức còn ...": what is given tells whom only behind
_PAPER_GIVEN_VI = re.compile(
    r"(?P<who>(?:giấy phép|giấy chứng nhận|chứng chỉ|thẻ|danh hiệu|giải thưởng|bằng khen|giấy khen|kỷ niệm chương|học"
    r" bổng)(?!\w)"
    r"[^.;:\n]{0,100}?)\sđược\s(?:xét\s)?(?:gia hạn|cấp|tặng|trao|công nhận)(?!\w)[^.;:\n]{0,120}?\s(?:khi|nếu)\s"
    r"(?:(?:tổ chức|cá nhân|doanh nghiệp|người)(?!\w)[^.;:,\n]{0,40}?\s)?"
    r"(?P<asked>(?:có(?! (?:nhu cầu|yêu cầu))|đã|đủ|đáp ứng|đạt|còn|không)\s(?:[^.;\n]|\.(?=\d)){4,400})",
    re.IGNORECASE,
)
# "Học viên nghỉ quá 20% số tiết không được dự thi"
_SHUT = (
    rf"(?:{LET}|(?:bình xét|nộp|nhận (?:hồ sơ|hỗ trợ|kinh phí)|hưởng|hỗ trợ|xét|bố trí|giao|quy hoạch|đưa vào"
    rf"|phân công|đề"
    r" bạt|tái cử|ký hợp đồng|bầu|xếp|coi thi|chấm thi|gia hạn)(?!\w))"
)
_SHUT_OUT_VI = re.compile(
    rf"(?P<asked>{_WHAT}(?:(?!\s(?:phải|thì|không được|được)\s)[^.;:,\n]){{0,80}}?\s"
    rf"(?:có|đã|đang|bị|chưa|thuộc|là|nghỉ|vi phạm|quá|hết|mất|không (?!được))(?!\w)[^.;:\n]{{3,300}}?)"
    rf",?\s+(?:(?:thì\s+)?không được\s+(?:phép\s+)?{_SHUT}|thì\s+(?:không|chưa)\s+(?:thực hiện\s(?:việc\s)?|xem xét\s"
    rf"|xét\s)?"
    rf"(?:{LET}|(?:quy hoạch|đào tạo|bồi dưỡng|hỗ trợ|hưởng)(?!\w)))",
    re.IGNORECASE,
)
_PERSON_EN = (
    r"(?:an?|any|each|every|the|no)\s(?:[\w-]+\s){0,3}?(?:person|candidate|applicant|individual|citizen|employee"
    r"|official"
    r"|civil servant|cadre|student|trainee|teacher|lecturer|member|holder)s?"
    r"|persons|people|candidates|applicants|individuals|citizens|those|employees|students|trainees|officials"
)
_BE_LET_EN = (
    r"(?:may (?:be (?:appointed|admitted|registered|recruited|received|considered for (?:appointment|promotion"
    r"|recruitment|admission|selection|nomination)|selected|nominated|elected|sent"
    r"|authorised"
    r"|authorized|licensed|granted|approved|promoted)|apply|register|stand|take part|participate|become|act as|sit"
    r"|enrol)"
    r"|(?:is|are|shall be) (?:eligible|qualified|entitled to (?:apply|register|stand|vote|be (?:appointed|registered"
    r"|considered))))"
)
_ADMITTED_EN = re.compile(
    rf"(?<!\w)(?P<who>{_PERSON_EN})\s(?:who|that)\s(?P<asked>[^.;:\n]{{6,500}}?),?\s{_BE_LET_EN}(?!\w)",
    re.IGNORECASE,
)
_ADMITTED_IF_EN = re.compile(
    rf"(?<!\w)(?P<who>(?:{_PERSON_EN})(?:\s[^.;:,\n]{{0,80}}?)?)\s{_BE_LET_EN}(?!\w)[^.;:\n]{{0,160}}?\s"
    r"(?:only )?(?:if|provided that|where)\s(?:he or she|they|the (?:person|candidate|applicant|individual)|such"
    r" person|it|he|she)\s"
    r"(?P<asked>(?:is|are|has|have|holds?|possess\w*|meets?|satisf\w+)\s(?:[^.;:\n]|\.(?=\d)){4,500})",
    re.IGNORECASE,
)
_SHUT_OUT_EN = re.compile(
    rf"(?<!\w)(?P<asked>(?:{_PERSON_EN})\s(?:who|that)\s(?:is|are|has|have|was|were|does|do|will|lacks?"
    rf"|fails?)\s[^.;:\n]{{4,400}}?),?\s"
    r"(?:(?:may not|shall not|must not|cannot|can not)\s(?:be (?:appointed|reappointed|transferred|seconded|trained"
    r"|supported"
    r"|paid|employed|assigned|included|sent|planned|admitted|registered|recruited|received|considered"
    r"|selected|nominated"
    r"|elected|sent|authori[sz]ed|licensed|approved|promoted)|apply|register|stand|take|participate|become|act as|sit"
    r"|enrol)"
    r"|(?:is|are|will|shall) not (?:be )?(?:eligible|sent|supported|considered|admitted|accepted|appointed|nominated"
    r"|recruited"
    r"|paid|entitled|allowed to (?:apply|register|stand|take|sit))|shall be ineligible)(?!\w)",
    re.IGNORECASE,
)
# what is given counts only where the text says on which condition
_GIVEN_IF_EN = re.compile(
    rf"(?<!\w)(?P<who>(?:{_PERSON_EN})(?:\s[^.;:,\n]{{0,80}}?)?)\s(?:(?:receives?|gets?|obtains?)(?=\s)|(?:is|are"
    rf"|may be|shall"
    r" be)\s(?:only\s)?(?:granted|given"
    r"|awarded|supported|entitled to|exempted|paid|sent|selected|considered|accepted|admitted|received|recruited"
    r"|appointed"
    r"|promoted|nominated|reappointed))(?!\w)[^.;:\n]{0,160}?\s(?:only )?(?:if|provided that|where|when|once"
    r"|after)\s(?:he or she|they"
    r"|he|she|it"
    r"|the (?:person|candidate|applicant|individual|student)|such person)\s"
    r"(?P<asked>(?:is|are|has|have|holds?|possess\w*|meets?|satisf\w+)\s(?:[^.;:\n]|\.(?=\d)){4,400})",
    re.IGNORECASE,
)
# "A firm must appoint an individual who has ..."
# "must ensure that the auditor has ...", "may not let anybody work unless that person is ..."
_ENSURED_EN = re.compile(
    rf"(?:[^.;:\n]|\.(?=\d)){{3,260}}?\s(?:(?:ensures?|be satisfied|satisfy (?:itself|himself|herself)|verify)\sthat"
    rf"|(?:must|may|shall|can)\s?not\s(?:[^.;:\n]|\.(?=\d)){{3,240}}?,?\sunless)\s(?P<who>{_PERSON_EN}|(?:the|each"
    rf"|that|any|every)\s"
    r"(?:[\w-]+\s){0,3}?(?:auditor|officer|manager|individual|director|head|expert|trainer|speaker|lecturer"
    r"|secretary)s?)\s"
    r"(?P<asked>(?:is|are|has|have|holds?|possess\w*|meets?)\s(?:[^.;:\n]|\.(?=\d)){4,300})",
    re.IGNORECASE,
)
# "phải bảo đảm người được cử có ..."
_ENSURED_VI = re.compile(
    rf"[^.;:\n]{{3,260}}?\s(?:phải|có trách nhiệm)\s(?:bảo đảm"
    rf"|đảm bảo)\s(?:rằng\s)?(?P<who>{_WHO}(?:(?!\s{_STATE}\s)[^.;:,\n]){{0,80}}?)\s"
    rf"(?P<asked>{_STATE}\s(?:[^.;\n]|\.(?=\d)){{4,300}})",
    re.IGNORECASE,
)
# "The allowance is paid only to recruits who have signed a contract"
_ONLY_TO_EN = re.compile(
    r"[^.;:\n]{3,160}?\s(?:only|restricted|limited|reserved|confined)\s(?:to|for)\s(?P<who>(?:[\w-]+\s){1,5}?)(?:who"
    r"|that)\s"
    r"(?P<asked>(?:is|are|has|have|holds?|possess\w*|meets?|work|live|undertake)\s(?:[^.;:\n]|\.(?=\d)){4,400})",
    re.IGNORECASE,
)
# "Chỉ xét hỗ trợ cho người đã ..."
_ONLY_TO_VI = re.compile(
    rf"(?:[^.;:\n]{{0,120}}?\s)?chỉ\s(?:được\s)?(?:dành cho|áp dụng|xét|hỗ trợ|cấp|tiếp nhận|tuyển|nhận|cử|bổ nhiệm"
    rf"|xem xét|thực"
    rf" hiện)(?:\s[^.;:,\n]{{0,60}}?)?\s(?P<who>{_WHO})\s(?P<asked>{_STATE}\s(?:[^.;\n]|\.(?=\d)){{4,400}})",
    re.IGNORECASE,
)
_CHOSEN_EN = re.compile(
    r"[^.;:\n]{3,200}?\s(?:must|shall|may only)\s(?:only\s)?(?:appoint|recruit|employ|engage|select|nominate|send)\s"
    r"(?P<who>(?:an?|any|only|the|those)\s(?:[\w-]+\s){0,6}?[\w-]+)\s(?:who|that)\s"
    r"(?P<asked>(?:is|are|has|have|holds?|possess\w*|meets?)\s(?:[^.;:\n]|\.(?=\d)){4,400})",
    re.IGNORECASE,
)
_UNLESS_EN = re.compile(
    rf"(?<!\w)(?P<who>no (?:person|one|individual|candidate|applicant)|{_PERSON_EN}|an? (?:\w+\s)?officer)\s(?:shall"
    rf"|may|can"
    r"|must)\s(?:not\s)?(?:be\s\w+|become|act as|apply|register)"
    r"(?!\w)[^.;:\n]{0,120}?\sunless\s(?:he or she|he|she|they|the (?:person|candidate|applicant)|such person)\s"
    r"(?P<asked>(?:is|are|has|have|holds?|possess\w*|meets?)\s(?:[^.;:\n]|\.(?=\d)){4,400})",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?<!một)\s+(?:trong (?:các|một trong) (?:các )?trường hợp|hoặc được (?:đăng ký|cấp|tiếp nhận|bổ nhiệm))(?!\w)"
    r"|,\s+(?:trừ|except)(?!\w)"
    r"|\s+(?:unless|except)(?!\w)",
    re.IGNORECASE,
)
# who has been let and has to do something for it is told by another rule
_HAS_TO = re.compile(
    r"(?<!\w)(?:phải|có trách nhiệm|có nghĩa vụ|must|shall(?! be (?:eligible|qualified|entitled)))(?!\w)", re.IGNORECASE
)


_THEN_BOUND = re.compile(r",?\s+thì\s+(?:phải|bị|có trách nhiệm|không được)(?!\w)", re.IGNORECASE)
_ANOTHER = re.compile(r"[,;]\s+(?:trường hợp|nếu|đối với|where|if|in case)\s", re.IGNORECASE)
# "Ông Bình cho biết ...", "Unless decided otherwise, ..."
_PREAMBLE = re.compile(
    r"(?:(?:theo|trong|ngoài|tại|từ|đối với|khi|riêng|để|unless|except|in|during|under|for|according to|from|within"
    r"|to)\s"
    r"[^.;:\n]{2,140}?,\s|[^.;:\n]{2,140}?\s(?:cho biết|cho hay|nêu rõ|quy định(?: rõ)?|khẳng định|lưu ý|thông báo"
    r"|says|said"
    r"|announced|stated?|provides|noted)(?:\s(?:rằng|that)|:|,)?\s)",
    re.IGNORECASE,
)
_LONG = frozenset({"month", "year"})
_MEASURED = frozenset({"percent", "point"})


@dataclass(frozen=True, slots=True)
class Admission:
    """Who may, and what he has to be or have for it."""

    who: Span | None
    asked: tuple[Asked, ...]


def admission(clause: Clause) -> Admission | None:
    """What a sentence asks of those whom it lets do or become something, or bars from it."""
    for begin in _beginnings(clause):
        told = _admission(Clause(clause.text, clause.masked, begin, clause.end, clause.language))
        if told:
            return told
    return None


def _beginnings(clause: Clause) -> list[int]:
    """Where a sentence may begin to tell of somebody: also behind who reports it, or when it holds."""
    found = [clause.start]
    preamble = _PREAMBLE.match(clause.text, clause.start, clause.end)
    return [*found, preamble.end()] if preamble else found


def _admission(clause: Clause) -> Admission | None:
    told: tuple[re.Pattern[str], ...]
    if clause.language == "vi":
        shut_out, told = _SHUT_OUT_VI, (_ADMITTED_VI, _ADMITTED_IF_VI, _PAPER_GIVEN_VI, _ONLY_TO_VI, _ENSURED_VI)
    else:
        shut_out = _SHUT_OUT_EN
        told = (_ADMITTED_EN, _ADMITTED_IF_EN, _GIVEN_IF_EN, _UNLESS_EN, _CHOSEN_EN, _ONLY_TO_EN, _ENSURED_EN)
    text = clause.text
    barred = shut_out.match(text, clause.start, clause.end)
    if barred and not LIST_BELOW.search(text, *barred.span("asked")):
        return Admission(None, tuple(_disciplined(clause, barred)) or (_barred(clause, Span(*barred.span("asked"))),))
    for pattern in told:
        match = pattern.match(text, clause.start, clause.end)
        if match is None or (pattern is told[0] and _has_to(text, match.end(), clause.end)):
            continue
        if _THEN_BOUND.match(text, match.end(), clause.end):
            continue  # "nếu không công tác đủ thời gian thì phải bồi hoàn": a case, of which something follows
        if match.groupdict().get("only") and kind_of(match["who"]) == "unit":
            continue  # what an agency may do only then is a duty
        stretch = _within(text, *match.span("asked"))
        asked = (*_citizenship(clause, Span(*match.span("who"))), *_each(clause, stretch))
        if asked:
            return Admission(Span(*match.span("who")), asked)
    return None


def _disciplined(clause: Clause, barred: re.Match[str]) -> Iterator[Asked]:
    """Who is shut out for a disciplinary measure, with for how long, which may be told behind."""
    found = [a for a in asked_in(clause) if a.attribute == "discipline" and a.words.start < barred.end("asked")]
    if any(a.value is not None for a in found):
        yield from (a for a in asked_in(clause) if a.attribute == "discipline")
        return
    for one in found[:1]:
        long = [q for q in quantities(clause.masked, barred.end(), clause.end, clause.language) if q.unit in _LONG]
        if long:
            yield replace(one, words=Span(one.words.start, long[0].end), value=long[0].value, unit=long[0].unit)
        else:
            yield replace(one, words=Span(*barred.span("asked")))


def _has_to(text: str, start: int, end: int) -> bool:
    """Whether those who are let have to do something for it, before another case is told of."""
    another = _ANOTHER.search(text, start, end)
    return _HAS_TO.search(text, start, another.start() if another else end) is not None


def _citizenship(clause: Clause, who: Span) -> list[Asked]:
    """ "Công dân Việt Nam có ... được": whoever is let is also asked to be that."""
    return [
        Asked("citizenship", "has", Span(cue.start, cue.end))
        for cue in cues_in(clause.text, who.start, who.end)
        if cue.attribute == "citizenship"
    ]


def _within(text: str, start: int, end: int) -> Span:
    behind = _BEHIND.search(text, start, end)
    return Span(start, behind.start() if behind else end)


_IF = re.compile(r",?\snếu\s+(?=(?:có|đã|đủ|không|chưa|là|được|thuộc|đáp ứng)\s)", re.IGNORECASE)


def _each(clause: Clause, stretch: Span) -> Iterator[Asked]:
    cuts = [m.span() for m in _IF.finditer(clause.text, stretch.start, stretch.end)]
    edges = zip([stretch.start, *(b for _, b in cuts)], [*(a for a, _ in cuts), stretch.end], strict=True)
    for part in (p for start, end in edges for p in conditions(clause.text, start, end)):
        if LIST_BELOW.search(clause.text, part.start, part.end):
            continue
        named = asked_in(Clause(clause.text, clause.masked, part.start, part.end, clause.language))
        yield from named or [in_own_words(clause, part)]


def _barred(clause: Clause, words: Span) -> Asked:
    """Who may not, in the words that tell him, with the share or the points if that is what shuts him out."""
    found = [q for q in quantities(clause.masked, words.start, words.end, clause.language) if q.unit in _MEASURED]
    cues = cues_in(clause.text, words.start, words.end, missing=True)
    attribute: Attribute = "planning" if any(c.attribute == "planning" for c in cues) else "other"
    return Asked(attribute, "has_not", words, found[0].value if found else None, found[0].unit if found else None)
