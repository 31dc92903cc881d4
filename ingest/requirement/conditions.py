"""Several conditions in one sentence or list item, each by itself: "có ..., không ... và đã ...". In both languages."""

import re

from corpus.registers import Attribute, Operator, Span
from ingest.quantities import quantities
from ingest.requirement.clause import Asked, Clause
from ingest.requirement.reading import without_stop

_STATE = (
    r"(?:có|đủ (?:sức khỏe|sức khoẻ|điều kiện|tiêu chuẩn|tuổi|năng lực)|từ đủ|không(?! (?:kể|tính|bao gồm))|chưa|đã"
    r"|đang|thuộc|đáp ứng|còn"
    r"|bảo đảm"
    r"|đảm bảo|đạt|hội đủ|tốt nghiệp|thường trú|hoàn thành|am hiểu|nắm vững|chấp hành|tự nguyện|tuân thủ|trung thành"
    r"|gương mẫu|cư trú|phải|qua (?:lớp|đào tạo|bồi dưỡng|khóa|khoá)|sử dụng (?:được|thành thạo)|thành thạo|thông thạo"
    r"|biết|giữ (?:ngạch|chức|hạng|vị trí)|được (?:quy hoạch|xếp loại|đánh giá|tập huấn|đào tạo|bồi dưỡng|tín nhiệm"
    r"|giới thiệu)|cam kết|kiên định|(?:ít nhất|tối thiểu|không quá|từ|dưới|trên)(?= (?:đủ )?\d))"
)
_STATE_EN = (
    r"(?:is|are|has|have|having|being|holds?|holding|possess\w*|meets?|meeting|does not|do not"
    r"|not(?! (?:counting|including))|satisf\w+|be|undertakes?|commits?|speaks?|knows?|no (?=family|criminal"
    r"|disciplinary|previous|prior|conflict|other)"
    r"|(?:an? |the )?(?:minimum|at least)(?= (?:of )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve)))"
)
_NEXT = re.compile(
    rf"\s*[,;]\s*(?:(?:và|đồng thời|hoặc)\s+)?(?={_STATE}(?!\w))|\s*;\s+"
    r"|\s+(?:và|đồng thời)\s+(?=(?:có|đủ|không|chưa|đã|thuộc|đáp ứng|bảo đảm|còn|đạt|phải|cư trú|thường trú"
    r"|được (?:quy hoạch|xếp loại|đánh giá|tập huấn|đào tạo|bồi dưỡng|tín nhiệm|giới thiệu)|cam kết|thành thạo"
    r"|thông thạo"
    r"|sử dụng (?:được|thành thạo)|biết|qua (?:lớp|đào tạo|khóa|khoá)|(?:ít nhất|tối thiểu|không quá|từ|dưới|trên)(?="
    r" (?:đủ )?\d))(?!\w))"
    rf"|\s*[,;]\s*(?:(?:and|or)\s+)?(?=(?:must\s+)?{_STATE_EN}\s)"
    rf"|\s+and\s+(?=(?:must\s+)?{_STATE_EN}\s)|\s+and\s+to\s+(?=(?:have|be|hold)\s)"
    r"|\s*,\s*(?:và\s+)?(?=(?:độ )?tuổi (?:đời )?(?:không|từ|dưới|tối|trên)\s)|\s*,\s*(?=(?:nam|nữ)\s(?:không quá|từ"
    r"|dưới|đủ)\s)",
    re.IGNORECASE,
)
# "... các điều kiện sau: có ...; không ...", all in one sentence
_INLINE = re.compile(
    r"(?<!\w)(?:đáp ứng|đủ|bảo đảm|đảm bảo|phải|thỏa mãn|thoả mãn)\s(?:[^.;:\n]{0,60}\s)?(?:điều kiện|tiêu chuẩn|tiêu"
    r" chí)"
    r"(?: và (?:điều kiện|tiêu chuẩn))?(?: sau đây| như sau| sau| dưới đây)?\s*:\s+(?=\S)"
    r"|(?:điều kiện|tiêu chuẩn|tiêu chí|yêu cầu)(?: và (?:điều kiện|tiêu chuẩn))? (?:sau đây|như sau|sau|dưới"
    r" đây)\s*:\s+(?=\S)"
    r"|the following (?:conditions|requirements|standards|criteria)\s*:\s+(?=\S)",
    re.IGNORECASE,
)
# "Điều kiện: ...; ...", "Tiêu chuẩn cử đi học lớp cao cấp: ...", "Giảng viên yêu cầu: ..."
_INLINE_LABEL = re.compile(
    r"(?:(?:các |những )?(?:điều kiện|tiêu chuẩn|yêu cầu)(?! (?:bảo đảm|thực hiện|làm việc|kỹ thuật))(?:\s(?!(?:phải"
    r"|được|có"
    r"|là|khi|nếu)\s)[^:.;\n]{1,120})?|[^:.;,\n]{3,80}\s"
    r"(?:(?<!đúng )(?<!đạt )(?<!theo )(?<!ứng )yêu cầu|điều kiện|tiêu chuẩn)|(?:general |special )?"
    r"(?:minimum )?(?:requirements?|conditions?|standards?|criteria|qualifications?)(?:\s(?:for|of|to"
    r"|on)\s[^:.;\n]{2,120})?"
    r"|(?:về )?(?:yêu cầu )?(?:trình độ|kinh nghiệm|độ tuổi|tuổi|sức khỏe|sức khoẻ|ngoại ngữ|tin học|bằng cấp|chứng"
    r" chỉ|lý luận chính trị)(?:\s[^:.;,\n]{1,40})?|(?:education|experience|age|languages?|qualifications?|health"
    r"|training"
    r"|certificates?|degree)(?: (?:and|required)[^:.;\n]{0,30})?)\s*:\s+(?=\S)",
    re.IGNORECASE,
)
# how a condition begins; of another part a verb behind a comma tells something: "Sử dụng giống ..., đã được ..."
_BEGINS = re.compile(
    rf"(?:{_STATE}|{_STATE_EN}|được|là|phải|người|công dân|đủ|từ|trên|dưới|cùng|ở độ tuổi|tuổi|trình độ|ít nhất"
    r"|tối thiểu|quốc tịch)(?!\w)",
    re.IGNORECASE,
)
_STATES = re.compile(rf"{_STATE}(?!\w)", re.IGNORECASE)
# a part behind a semicolon that says something, not only names a thing
_SAYS = re.compile(
    r"(?<!\w)(?:phải|được|có|bảo đảm|đảm bảo|đáp ứng|không|là|phù hợp|đạt|đã|chưa|quyết định|must|shall|is|are|has"
    r"|have)(?!\w)",
    re.IGNORECASE,
)
# what one has is named alone: "; trình độ đại học trở lên; khả năng truyền đạt tốt"
_NAMED = re.compile(
    r"(?:trình độ|bằng|chứng chỉ|văn bằng|kinh nghiệm|sức khỏe|sức khoẻ|khả năng|năng lực|kỹ năng|phẩm chất|độ tuổi"
    r"|tuổi"
    r"|lý lịch|uy tín|quốc tịch|ngoại hình|an?\s(?:\w+\s){0,3}(?:degree|diploma|certificate|licen[cs]e)|good (?:health"
    r"|\w+ skills))(?!\w)",
    re.IGNORECASE,
)
# what is told of a case of its own, or of somebody else, is another sentence
_ASIDE = re.compile(
    r"(?:và |and )?(?:trường hợp|đối với trường hợp|đối với(?= [^:;]{0,160},)|riêng|nếu|khi|trong trường hợp|where|if"
    r"|in (?:the )?case|however)(?!\w)",
    re.IGNORECASE,
)
# "Đối với công dân: có ...": whom the condition is for
_LABEL = re.compile(
    r"(?!(?:trường hợp|where|if)\s)(?:(?!\s(?:có|là|đủ|gồm|phải|is|has|must)\s|\sgồm:)[^:.;\n]){3,120}:\s+(?=\S)",
    re.IGNORECASE,
)
_HAS_THEN = re.compile(r"(?<!\w)(?:thì\s)?(?:phải|cần)\s(?=có\s)|(?<!\w)must\s(?=have\s|hold\s)", re.IGNORECASE)
_COUNTED_UP = re.compile(r",?\s(?:bao gồm|gồm)\s*:", re.IGNORECASE)
_SO_MANY = re.compile(
    r"(?:phải\s)?(?:có\s|have\s)?(?:ít nhất|tối thiểu|at least)\s(?:là\s)?(?P<number>\d{1,3})(?![\d.,%/])",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(r"(?<!\w)(?:không được|may not|must not|shall not)(?!\w)", re.IGNORECASE)
_POSITIVE = re.compile(
    r"(?:phải\s)?(?:có|là|đủ|đã|cam kết|đáp ứng)(?!\w)|(?:must\s)?(?:be(?! not)|have|has|is(?! not))(?!\w)",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"(?:không|chưa|not|no|does not|do not|is not|are not|has not|have not)(?!\w)", re.IGNORECASE)
_HELD = re.compile(
    r"(?:(?:là )?người )?(?:có thời gian |đã hoặc đang |đã từng |đã |đang |từng )(?:giữ|đảm nhiệm|đảm nhận)\s(?:các "
    r"|một |những )?"
    r"(?:chức|vị trí|cương vị)|(?:holds?|held|holding|has held|have held)\s(?:the |a |an )?(?:post|position|office)",
    re.IGNORECASE,
)
_WORKED = re.compile(
    r"(?:(?:là )?người )?(?:có|đủ) (?:nhiều năm )?(?:kinh nghiệm|thâm niên|thời gian (?:công tác|làm việc|hành nghề))"
    r"|(?:has|have|having|possess\w*)\s(?:(?!skills?|knowledge|qualifications?)[\w-]+\s){0,4}?experience"
    r"|(?:be |is |are )experienced",
    re.IGNORECASE,
)
_EXCLUDED = re.compile(r"không (?:phải|thuộc|là|trong|ở|bị)(?!\w)|(?:is|are|not be|be) not(?!\w)", re.IGNORECASE)
_BARE_VERB = re.compile(r"(?:is|are|has|have|does|do|must|may|phải|có)(?: not)?", re.IGNORECASE)
_GOES_ON = re.compile(r"đang|đã bị|chưa được|bị|been|being|having been|has been", re.IGNORECASE)
# the conditions themselves stand in a list below, or elsewhere
LIST_BELOW = re.compile(
    r"(?:sau đây|dưới đây|như sau|(?<=điều kiện )sau|(?<=tiêu chuẩn )sau|(?<=tiêu chí )sau|(?<=yêu cầu )sau"
    r"|(?<=trường hợp )sau|following)(?!\w)"
    r"|nhu cầu|nguyện vọng|(?:bảo đảm|đảm bảo|đáp ứng|đủ) (?:đủ |đầy đủ )?(?:các |những )?(?:điều kiện|tiêu chuẩn"
    r"|yêu cầu)$",
    re.IGNORECASE,
)
_NOT_BE = re.compile(r"(?<!\w)(?:not|không|chưa)\s$", re.IGNORECASE)
# "tuổi không quá 45", "be under 30", "not older than 40": nobody says that these are years
_AGED = re.compile(
    r"(?<!\w)(?:độ )?tuổi(?: đời)?\s(?P<bound>không quá|tối đa|tối thiểu|ít nhất|từ|dưới|trên)\s(?P<years>\d{2})"
    r"(?![\d.,%]|\s(?:tuổi|năm))"
    r"|(?:be |is |are |age )(?P<limit>not older than|no older than|not over|not above|older than|younger than|under"
    r"|over|above"
    r"|no more than|at least|from)(?: the age of)? (?P<aged>[1-7]\d)(?=$|[.;,]|\s(?:for|and|or|at|on|when|by)\s)",
    re.IGNORECASE,
)
_AGE_BOUND: dict[str, Operator] = {
    "không quá": "at_most", "tối đa": "at_most", "tối thiểu": "at_least", "ít nhất": "at_least", "từ": "at_least",
    "dưới": "less_than", "trên": "more_than", "not older than": "at_most", "no older than": "at_most",
    "not over": "at_most", "not above": "at_most", "no more than": "at_most", "older than": "more_than",
    "over": "more_than", "above": "more_than", "younger than": "less_than", "under": "less_than",
    "at least": "at_least", "from": "at_least",
}  # fmt: skip
_BOUNDS = frozenset({"at_least", "at_most", "more_than", "less_than"})
_LEAST = 6  # characters of a condition


def conditions(text: str, start: int, end: int) -> list[Span]:
    """The conditions that a stretch of a text joins, in order; what is told of another case is left out."""
    label = _LABEL.match(text, start, end)
    start = label.end() if label else start
    counted_up = _COUNTED_UP.search(text, start, end)
    end = counted_up.start() if counted_up else end
    cuts = [m.span() for m in _NEXT.finditer(text, start + 1, end) if not _in_brackets(text, start, m.start())]
    edges = [start, *(b for _, b in cuts)]
    ends = [*(a for a, _ in cuts), end]
    parts: list[Span] = []
    for a, b in zip(edges, ends, strict=True):
        if parts and _belongs(text, parts[-1], a, b):
            parts[-1] = _trimmed(text, parts[-1].start, b)
        elif not (parts and _ASIDE.match(text, a, b)):
            parts.append(_trimmed(text, a, b))
    return [p for p in parts if p.end - p.start >= _LEAST]


def inline(clause: Clause) -> Span | None:
    """The conditions that a sentence lists itself, behind a colon."""
    match = _INLINE_LABEL.match(clause.text, clause.start, clause.end)
    match = match or _INLINE.search(clause.text, clause.start, clause.end)
    return Span(match.end(), clause.end) if match else None


def asides(text: str, start: int, end: int) -> list[Span]:
    """What an item asks for in another case: "; trường hợp ... phải có chứng chỉ"."""
    cuts = [m.end() for m in re.finditer(r";\s+", text[start:end])]
    edges = [start + c for c in cuts]
    found = []
    for a, b in zip(edges, [*edges[1:], end], strict=False):
        obliged = _HAS_THEN.search(text, a, b) if _ASIDE.match(text, a, b) else None
        if obliged:
            found.append(_trimmed(text, obliged.end(), b))
    return found


def _belongs(text: str, before: Span, start: int, end: int) -> bool:
    """Whether a part is only the rest of the one before: what one may not be goes on, a thing is described or named."""
    if _BARE_VERB.fullmatch(text, before.start, before.end):
        return True
    if _EXCLUDED.match(text, before.start) and _GOES_ON.match(text, start):
        return True
    if ";" in text[before.end : start] and _NAMED.match(text, start, end):
        return False
    if ";" in text[before.end : start]:
        return not any(p.match(text, start, end) for p in (_STATES, _ASIDE)) and not _SAYS.search(text, start, end)
    twice = text[start : start + 8].lower() == "không có" == text[before.start : before.start + 8].lower()
    return twice or not _BEGINS.match(text, before.start)


def in_own_words(clause: Clause, words: Span) -> Asked:
    """What a condition without a cue asks for: at least or at most so many, else to be or not to be so."""
    text = clause.text
    if aged := _AGED.search(text, words.start, words.end):
        limit = _AGE_BOUND[(aged["bound"] or aged["limit"]).lower()]
        if _NOT_BE.search(text, words.start, aged.start()):
            limit = "at_most" if limit == "more_than" else "at_least"
        return Asked("age", limit, words, float(aged["years"] or aged["aged"]), "year")
    attribute = attribute_of(text, words)
    found = [q for q in quantities(clause.masked, words.start, words.end, clause.language) if q.hedge in _BOUNDS]
    if len(found) == 1:
        bound: Operator = found[0].hedge  # type: ignore[assignment]  # one of the bounds
        return Asked(attribute, bound, words, found[0].value, found[0].unit)
    if so_many := _SO_MANY.match(text, words.start, words.end):
        return Asked(attribute, "at_least", words, float(so_many["number"]))
    has = _POSITIVE.match(text, words.start, words.end)
    forbidden = None if has else _FORBIDDEN.search(text, words.start, words.end)
    negative = forbidden or _NEGATIVE.match(text, words.start, words.end)
    return Asked(attribute, "has_not" if negative else "has", words)


def attribute_of(text: str, words: Span) -> Attribute:
    """Posts held and years of work also where nobody counts them; else "other"."""
    if _HELD.match(text, words.start, words.end):
        return "post_held"
    return "experience" if _WORKED.match(text, words.start, words.end) else "other"


def _in_brackets(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    return Span(start, without_stop(text, start, end))
