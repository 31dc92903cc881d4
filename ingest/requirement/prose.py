"""Who must be or have what, in running text: "Thí sinh cần tốt nghiệp ... và có ...", "Applicants must be under 30,"
" hold ...".

Any verb of being or having behind a "must" counts, whatever it is that one has; what one does is a duty. Only of
persons and posts, whom the sentence itself names in front of the "must".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.registers import Span
from ingest.requirement.clause import Asked, Clause, asked_in
from ingest.requirement.conditions import LIST_BELOW, conditions, in_own_words
from ingest.requirement.phrases import SUCH_AS
from ingest.requirement.reading import without_stop
from ingest.requirement.subjects import FIRM, ends_with_person

# verbs of being and having; "có trách nhiệm", "có văn bản gửi" are what one does
_HEAD_VI = (
    r"(?:là\s|có\s(?!(?:thể|quyền|trách nhiệm|nghĩa vụ|nhiệm vụ|ý kiến|biện pháp|kế hoạch|phương án|hướng dẫn|mặt|liên"
    r" quan|hiệu lực|văn bản(?! đồng ý| chấp thuận| xác nhận)|báo cáo|thông báo|quyết định|hình thức|lịch"
    r"|đơn vị)(?!\w))"
    r"|đủ\s|từ đủ\s|đạt\s|đáp ứng\s|còn\s|đang\s|đã\s|chưa\s|thuộc\s|trúng\s|biết\s|qua\s|từng\s|giữ\s|tốt nghiệp\s"
    r"|không\s(?:bị|có|là|phải là|thuộc|quá|vi phạm|trong|ở|mắc|nghiện|đang)\s|(?:thành|thông) thạo\s"
    r"|sử dụng (?:được|thành thạo|tốt)\s|am hiểu\s|hiểu biết\s|nắm (?:vững|chắc)\s|(?:thường )?(?:cư )?trú\s"
    r"|(?:tham )?dự (?:các |một )?(?:lớp |khóa |khoá )?(?:tập huấn|bồi dưỡng|đào tạo)\s"
    r"|hoàn thành (?:chương trình|khóa|khoá|chế độ|tốt|xuất sắc)\s|trung thành\s|gương mẫu\s|cam kết\s|tự nguyện\s"
    r"|(?:bảo đảm|đảm bảo) (?:đủ )?(?:sức|tiêu chuẩn|các tiêu chuẩn|điều kiện|các điều kiện|về tiêu chuẩn)"
    r"|được (?:quy hoạch|(?:đào tạo|bồi dưỡng|tập huấn)(?!,| thường xuyên| định kỳ| lại)|xếp loại|xếp lương|đánh giá"
    r"|công nhận|cấp (?:bằng|chứng chỉ|thẻ)"
    r"|giới thiệu|tín nhiệm|[^.;,\n]{2,60}? đồng ý)"
    r"|(?:từ|trên|dưới|tối thiểu|ít nhất|tối đa|không quá|không dưới)\s(?:đủ\s|là\s)?\d)"
)
_MUST_VI = re.compile(
    rf"(?<!\w)(?<!không )(?:(?:bắt buộc )?(?:phải|cần phải|cần))\s+(?:đồng thời |luôn )?(?P<what>{_HEAD_VI}"
    r"(?:[^.\n]|\.(?=\d)){2,500})"
    r"|(?<!\w)(?<!quyền )(?:chỉ )?(?:yêu cầu|đòi hỏi)\s+(?:phải )?(?P<wanted>(?:có |tối thiểu |ít nhất )?(?:trình độ"
    r"|bằng(?! văn bản)|chứng chỉ|văn"
    r" bằng|kinh nghiệm|ngoại ngữ|độ tuổi|tuổi đời|\d)(?:[^.\n]|\.(?=\d)){2,400})",
    re.IGNORECASE,
)
# what is done with somebody is a step of a procedure; what one has been made is not
_DONE_WITH = (
    r"(?!(?:qualified|trained|experienced|graded|rated|employed|graduated|skilled|included|planned|licen[sc]ed|married"
    r"|retired|aged|certified|educated|registered (?:as|with))(?!\w))(?:\w+ed|made|given|sent|kept|held|paid|done"
    r"|taken|set"
    r"|put|told|heard|shown|responsible|present|available|ready|subject|dealt|known|chosen|drawn|seen|built|read"
    r"|overcome|met|left|lost|found|brought|bought|sold|taught|led|spent|sought|begun|run|cut|broken|written)(?!\w)"
)
_HEAD_EN = (
    rf"(?:(?:have|hold|possess|meet|satisfy|know|speak|reside|live)\s|have (?:been|worked|served|completed|held)\s"
    rf"|be\s(?!(?:\w+ly\s)?{_DONE_WITH})|not (?:be\s(?!(?:\w+ly\s)?{_DONE_WITH})|have\s|hold\s)|(?:commit|undertake)\s)"
)
# whose consent is needed, whoever has to have it
_CONSENT = re.compile(
    r"(?<!\w)(?<!không )(?P<consent>(?:phải|cần)\s(?:có\s(?:sự\s|ý kiến\s)?(?:đồng ý|chấp thuận|nhất trí)"
    r"|được\s(?:sự\s)?"
    r"(?:(?!\s(?:và|trước|để)\s)[^.;,\n]){0,80}?(?:đồng ý|nhất trí))(?!\w)(?:(?!\s(?:trước khi|thì)\s)(?:[^.;,\n]"
    r"|,(?=\s(?:mẹ|vợ|chồng|con)\s))){0,160})"
    r"|(?<!\w)(?P<agreed>(?!and\s)[^.;:,\n]{3,80}\s(?:must|shall|has to|needs? to)\s(?:agree|consent|give (?:its"
    r"|his or her|their) (?:written )?(?:consent"
    r"|agreement))(?:\s[^.;,\n]{0,80})?)",
    re.IGNORECASE,
)
_MUST_EN = re.compile(
    r"(?<!\w)(?:must|shall|should|has to|have to|needs? to|(?:is|are) required to)\s+(?:also |all |each |either )?"
    rf"(?P<what>{_HEAD_EN}(?:[^.\n]|\.(?=\d)){{2,500}})"
    r"|(?<!\w)(?:needs?|requires?)\s+(?P<wanted>(?:an?|at least|no less than)\s(?:[^.\n]|\.(?=\d)){4,400})",
    re.IGNORECASE,
)
_STATE_VI = re.compile(
    rf"(?:(?:phải|cần)\s)?{_HEAD_VI}|(?:trình độ|bằng|chứng chỉ|văn bằng|kinh nghiệm|ngoại ngữ|độ tuổi|tuổi đời|\d)",
    re.I,
)
_STATE_EN = re.compile(
    rf"(?:(?:must|shall|should)\s)?(?:{_HEAD_EN}|(?:has|having|is|are|being|holds|holding|under|over|aged|an?\s|good\s"
    rf"|sound\s|(?:\w+\s){0, 2}(?:skills|experience|knowledge)|at"
    r" least|no less than|fluent|able|willing|free|physically|in\s|of\s|completed|not\s|no\s)(?!\w)?)",
    re.IGNORECASE,
)
_PERSON_VI = re.compile(
    r"(?:(?:các|những|mọi|mỗi|một|riêng|đối với|riêng đối với|với)\s+)*(?:người(?! sử dụng lao động)|thí sinh|ứng viên"
    r"|ứng"
    r" cử viên|cán bộ|công chức|viên chức|nhân viên|nhân sự|học viên|học sinh|sinh viên|giảng viên|giáo viên|nhà giáo"
    r"|đảng viên|đoàn viên|hội viên|luật sư|bác sĩ|dược sĩ|điều dưỡng|kế toán|kỹ sư|công dân|cá nhân|lao động"
    r"|chuyên gia|chuyên viên|thành viên|giám thị|giám khảo|thư ký|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|hiệu"
    r" trưởng|trưởng|phó trưởng|phó|tổ trưởng|bí thư|lãnh đạo|cấp phó|vị trí|chức danh|ngạch|trọng tài viên"
    r"|hướng dẫn viên|\S+ viên|(?!hội đồng|ủy ban)\S+ \S+ viên|đại diện|nghệ nhân|đối tượng|thanh niên|thủ trưởng|họ"
    r"|nữ|nam)(?!\w)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:they|he|she|he or she|each of them|all of them|everyone|those)\s*$", re.IGNORECASE)
# "speakers", "trainees", "assistants" are who they are by what they do
_AGENT = re.compile(
    r"(?<!\w)(?!(?:order|paper|number|matter|letter|cent(?:er|re)|chapter|offer|register|tender|folder|fee|sector"
    r"|factor|error"
    r"|computer|quarter|semester|transfer|power|warrant|plant|committee|employer|provider|user|newspaper|member state"
    r"|master|career|corridor|grant|month|list|other)s?$)[a-z]{3,}(?:ers|ors|ees|ists|ants|trainee|speaker|teacher"
    r"|examiner"
    r"|reporter|lecturer|trainer|holder|supervisor|assistant|specialist|appointee|chair|invigilator)$",
    re.IGNORECASE,
)
_TURNS_EN = re.compile(r"\s(?:who|that|which|with|for|of|in|under|from|applying|appointed|being|at|on|to|whose)\s")
_LAST_BREAK = re.compile(r"[;:]\s+|,\s+(?:và |and |but |nhưng )?|\s(?:rằng|that|thì|nếu|and)\s+", re.IGNORECASE)
_JOINS = re.compile(r"[,;]\s+(?:(?:và|and|hoặc|or)\s+)?$", re.IGNORECASE)
_SUBJECT_MOST = 260  # characters in front of a "must" that are read
_ENDS = re.compile(
    r"[,;]?\s(?:trừ|ngoại trừ|except|unless|mới được|thì được|thì mới|để (?:được|đăng ký|dự)|in order to|before"
    r"|trước khi"
    r"|khi (?:đăng ký|nộp|dự|được))(?!\w)",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(r"(?:position|post|title|rank|application)s?$", re.IGNORECASE)


def must_have(clause: Clause) -> list[Asked]:
    """What a sentence says that persons must be or have, each condition by itself, and of whom."""
    found: list[Asked] = []
    at = clause.start
    for match in (_MUST_VI if clause.language == "vi" else _MUST_EN).finditer(clause.text, clause.start, clause.end):
        if match.start() < at or SUCH_AS.search(clause.text, *match.span()):
            continue
        who = _who(clause, match.start())
        if who is None:
            continue
        found.extend(
            replace(a, whom=a.whom or who) for a in _each(clause, match.start(match.lastgroup or 0), match.end())
        )
        at = match.end()
    consent = _CONSENT.search(clause.text, clause.start, clause.end)
    if consent and not found and not LIST_BELOW.search(clause.text, *consent.span()):
        words = Span(consent.start(), without_stop(clause.text, *consent.span()))
        found.append(Asked("other", "has", words))
    return found


def _who(clause: Clause, before: int) -> Span | None:
    """Whom the words in front of a "must" name, if that is a person or a post: the last part that begins with one."""
    begin = max(clause.start, before - _SUBJECT_MOST)
    starts = [begin, *(m.end() for m in _LAST_BREAK.finditer(clause.text, begin, before))]
    who: int | None = None
    for start, end in zip(reversed(starts), [before, *reversed(starts[1:])], strict=True):
        # several posts may be named: "Phó Trưởng phòng thuộc sở; Trưởng phòng thuộc huyện phải ..."
        joined = who is not None and _JOINS.search(clause.text, start, end) is not None
        if (who is None or joined) and _names_person(clause, Span(start, end if joined else before)):
            who = start
        elif who is not None:
            break
    if who is None:
        return None
    while clause.text[before - 1].isspace() or clause.text[before - 1] == ",":
        before -= 1
    return Span(who, before)


def _names_person(clause: Clause, words: Span) -> bool:
    text = words.of(clause.text)
    if clause.language == "vi":
        return _PERSON_VI.match(text) is not None
    head = _TURNS_EN.split(f"{text} ", maxsplit=1)[0].strip()
    if FIRM.search(text):
        return False
    while " " in head and head.endswith("ed"):
        head = head.rpartition(" ")[0]
    return any(p.search(head) for p in (_PRONOUN, _AGENT)) or (ends_with_person(head) and not _NO_PERSON.search(head))


def _each(clause: Clause, start: int, end: int) -> Iterator[Asked]:
    behind = _ENDS.search(clause.text, start, end)
    state = _STATE_VI if clause.language == "vi" else _STATE_EN
    parts = conditions(clause.text, start, behind.start() if behind else end)
    for part in (p for one in parts for p in _counted_up(clause.text, one)):
        if state.match(clause.text, part.start, part.end) and not LIST_BELOW.search(clause.text, part.start, part.end):
            inner = Clause(clause.text, clause.masked, part.start, part.end, clause.language)
            yield from asked_in(inner) or [in_own_words(clause, part)]


def _counted_up(text: str, part: Span) -> list[Span]:
    """What one must have, thing by thing: "have firm views, a university degree and good speaking skills"."""
    if not _HAS_EN.match(text, part.start, part.end):
        return [part]
    cuts = [m.span() for m in _NEXT_THING.finditer(text, part.start, part.end)]
    edges = zip([part.start, *(b for _, b in cuts)], [*(a for a, _ in cuts), part.end], strict=True)
    return [Span(a, b) for a, b in edges]


_HAS_EN = re.compile(r"(?:(?:must|shall|should)\s)?(?:have|hold|possess)\s(?!been|worked|held|served|completed)", re.I)
_NEXT_THING = re.compile(
    r"(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?=(?:an?\s(?:[\w'-]+\s){0,4}?(?:degree|diploma|certificate|licen[cs]e|record"
    r"|doctorate)"
    r"|good|sound|no|at least|the ability|relevant|sufficient|practical|(?:\w+\s){1,2}(?:skills?|experience|health"
    r"|knowledge|certificates?"
    r"))(?!\w))",
    re.IGNORECASE,
)
