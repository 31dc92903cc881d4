"""One statement (a sentence, a list item, a cell) to what it asks for: attribute, operator, value, in its own words.

Knows cues, quantities and the marks between clauses; who is asked is told to it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.messages import Language
from corpus.registers import Attribute, Operator, Span
from ingest.quantities import Quantity, quantities
from ingest.requirement.cues import Cue, cues_in
from ingest.requirement.subjects import kind_of

_SEPARATOR = re.compile(r"[;|\n]|,(?!\d)|\.(?=\s|$)|:(?=\s)")
_NEXT_PART = re.compile(
    r"[;|\n]|\.(?=\s|$)|:(?=\s)|,\s*(?=(?:và |and )?(?:có|phải|trong đó|đồng thời|được|không|đang|chưa|đủ|còn"
    r"|là|ưu tiên|trừ|nếu|kể cả"
    r"|including|having|have|has|be|being|not|must|excluding|except|of which|in which|if|where|who|commit\w*"
    r"|report)(?!\w))"
    r"|\s(?:và|and)\s(?=(?:được|phải|có|không|đang|đã|chưa|còn|đủ|thuộc|commits?|is|are|has|have|must|may)\s)"
    r"|\s(?=thì\s|nếu\s|có thể\s|có quyền\s|được (?:cộng|ưu tiên)\s|may be\s|cannot\s)",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\s(?:và|and|đồng thời|cùng với|as well as|hoặc|or)\s(?!tương đương|equivalent|higher"
    r"|above|more|better|a higher)",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r"(?<!\w)(?:trừ(?: các)?(?: trường hợp)?|ngoại trừ|riêng|except(?: for| where| that)?|unless"
    r"|excluding)(?!\w)[^.;|\n]{2,240}",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?<!\w)(?:nếu|trường hợp|đối với trường hợp|if|where|in case|provided that|for positions?)(?!\w)[^.;,"
    r"|\n]{3,200}",
    re.IGNORECASE,
)
_FOR = re.compile(
    r",?\s*(?:đối với|dành cho|for(?= (?:a|an|the|men|women)\b))\s+"
    r"(?P<whom>(?:(?!,\s*(?:và\s+|and\s+)?(?:không quá|ít nhất|tối thiểu|tối đa|từ|no |not |at least|at most"
    r"|\d))[^.;|\n()]){2,160})",
    re.IGNORECASE,
)
_GENDER = re.compile(r"(?:nam|nữ|men|women|male|female)(?!\w)", re.IGNORECASE)
_BRACKETS = re.compile(
    r"\s*\((?P<whom>nam|nữ|men|women|male|female|đối với [^()]{2,60}|for [^()]{2,60})\)", re.IGNORECASE
)
_EQUIVALENT = re.compile(
    r"(?:hoặc|và) (?:các chức vụ |chức vụ |chức danh )?tương đương|or (?:an )?equivalent"
    r"|or an equivalent post",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    r"công tác|kinh nghiệm|thâm niên|thời gian (?:làm|hoạt động|giảng dạy)|làm việc|giữ (?:ngạch|hạng|chức danh nghề"
    r" nghiệp)|thực tế|giảng dạy|trong"
    r" ngành|trong lĩnh vực|hành nghề"
    r"|experience|work(?:ed|ing)|service|sector or field|held the rank|holding the rank",
    re.IGNORECASE,
)
_POST = re.compile(
    r"giữ (?:các |một )?(?:chức|vị trí|cương vị)|đảm nhiệm|đảm nhận|làm (?:trưởng|phó|giám đốc|bí thư)"
    r"|hold(?:ing)? (?:the |a |an )?(?:post|position|title|leadership)|held (?:the |a )?(?:post|position|title)"
    r"|as (?:a |an )?(?:deputy|head|director)|in the post",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"còn (?:đủ )?(?:thời gian |tuổi )?(?:công tác|ít nhất|đủ)|còn (?:đủ )?tuổi|remaining|time left"
    r"|left before retirement|years? of work left",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?:older|younger) than\s*$|(?:aged?|age of|tuổi đời)\s*(?:not |no )?(?:over|under|above"
    r"|below|exceeding|from)?\s*$",
    re.IGNORECASE,
)
_GRADED = re.compile(r"xếp loại|hoàn thành (?:tốt|xuất sắc)|graded|fulfilled|completing", re.IGNORECASE)
_DISCIPLINED = re.compile(r"kỷ luật|cách chức|disciplin|reprimand|warning", re.IGNORECASE)
_OBTAIN = re.compile(
    r"(?:đạt|obtain|score|achieve|trúng cử|get)\w*\s+(?:từ\s+|at least\s+|more than\s+|over\s+"
    r"|trên\s+|ít nhất\s+|tối thiểu\s+)?$",
    re.IGNORECASE,
)
_SERVE = re.compile(r"cam kết|phục vụ(?! (?:khách|nhân dân|người|nhu cầu))|commit|serve", re.IGNORECASE)
_FULL = re.compile(r"(?:đủ|full)\s*$", re.IGNORECASE)
_FAR = 160  # characters between "cam kết phục vụ" and for how long
_LONG = frozenset({"year", "month"})


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is asked for, and for whom if the clause itself says so."""

    attribute: Attribute
    operator: Operator
    words: Span
    value: float | None = None
    unit: str | None = None
    whom: Span | None = None
    equivalent: bool = False
    condition: Span | None = None
    group: str = ""


@dataclass(frozen=True)
class Clause:
    """A stretch of a document's text, with what is no figure blanked out in `masked`."""

    text: str
    masked: str
    start: int
    end: int
    language: Language

    @cached_property
    def exceptions(self) -> tuple[Span, ...]:
        """What the statement leaves out: "trừ ...", "except ..."."""
        found = _EXCEPTION.finditer(self.text, self.start, self.end)
        return tuple(Span(*m.span()) for m in found)

    @cached_property
    def condition(self) -> Span | None:
        """When it is asked for: "nếu ...", "where ..."."""
        match = _CONDITION.search(self.text, self.start, self.end)
        return Span(*match.span()) if match else None


def asked_in(clause: Clause) -> list[Asked]:
    """What a statement asks for, in order."""
    counted = list(_counted(clause))
    found = [a for a in (*counted, *_named(clause, counted)) if not _within(clause.exceptions, a.words.start)]
    found.sort(key=lambda a: (a.words.start, a.words.end))
    return [_completed(clause, a) for a in _once(_alternatives(clause, list(_alike(clause, found))))]


def _counted(clause: Clause) -> Iterator[Asked]:
    """What is asked for by a number: an age, years of work, points."""
    found = quantities(clause.masked, clause.start, clause.end, clause.language)
    begin = _behind_case(clause)
    for i, q in enumerate(found):
        if q.start < begin or (i and _to_age(clause, found[i - 1], q)):
            continue
        if i and _said_again(clause.text, found[i - 1], q):
            continue
        following = i + 1
        if following < len(found) and _said_again(clause.text, q, found[following]):
            following += 1
        limit = found[following].begin if following < len(found) else clause.end
        if following < len(found) and _to_age(clause, q, found[following]):
            yield _of_ages(clause, q, found[following])
            continue
        attribute = _attribute_of(clause, q, _part_end(clause.text, q.end, limit))
        if attribute:
            yield _quantified(clause, q, attribute, limit)


# "Khi sử dụng người chưa đủ 15 tuổi, ..." tells of which case it is, not what is asked
_CASE = re.compile(r"(?:khi|trường hợp|nếu|when|where|if|in case)\s[^.;:\n]{2,200}?,\s(?=\S)", re.IGNORECASE)
_UP_TO = re.compile(
    r"\s*(?:tuổi\s+)?(?:đến|tới|to|and)\s+(?:chưa đủ|dưới|không quá|đủ|under|not over)?\s*", re.IGNORECASE
)


_FROM_AGE = re.compile(r"(?<!\w)(?:từ\s(?:đủ\s)?|đủ\s|from\s|between\s)$", re.IGNORECASE)


def _behind_case(clause: Clause) -> int:
    case = _CASE.match(clause.text, clause.start, clause.end)
    return case.end() if case and " thì " not in case.group() else clause.start


def _to_age(clause: Clause, q: Quantity, upper: Quantity) -> bool:
    """Whether two ages are one range: "từ đủ 15 tuổi đến chưa đủ 18 tuổi"."""
    between = clause.text[q.end : upper.start]
    return q.unit == upper.unit == "year_old" and _UP_TO.fullmatch(between) is not None


def _of_ages(clause: Clause, q: Quantity, upper: Quantity) -> Asked:
    """An age that is bounded below and above, in the words of both."""
    lower = _FROM_AGE.search(clause.text, clause.start, q.begin)
    return Asked("age", "at_least", _tidy(clause.text, lower.start() if lower else q.begin, upper.end), q.value, "year")


def _said_again(text: str, before: Quantity, q: Quantity) -> bool:
    """ "03 năm (36 tháng)"."""
    return text[before.end : q.start].strip() == "(" and before.unit in _LONG and q.unit in _LONG


def _part_end(text: str, at: int, limit: int) -> int:
    match = re.compile(r"[;|\n]|\.(?=\s|$)").search(text, at, limit)
    return match.start() if match else limit


def _attribute_of(clause: Clause, q: Quantity, limit: int) -> Attribute | None:
    text = clause.text
    begin = max(clause.start, q.begin - 60)
    before, behind = text[begin : q.begin], text[q.end : min(limit, q.end + 120)]
    if q.unit == "year_old" or (q.unit == "year" and _AGE.search(text[begin : q.start])):
        return "age"
    if q.unit in _LONG:
        return _of_time(_last_part(before), behind)
    if q.unit in ("point", "percent", "share") and (_OBTAIN.search(before) or "điểm" in before[-12:]):
        return "other"
    if q.unit in ("times", "lesson") and _SERVE.search(_last_part(text[max(clause.start, q.begin - _FAR) : q.begin])):
        return "other"
    return None


def _last_part(before: str) -> str:
    return re.split(r"[;|]|\.\s", before)[-1]


def _of_time(before: str, behind: str) -> Attribute | None:
    near = re.split(r"[,;]", behind)[0]
    if _LEFT.search(before) or _LEFT.search(near):
        return "term_left"
    if _POST.search(near) or _POST.search(before[-30:]):
        return "post_held"
    if _DISCIPLINED.search(before + near) or _GRADED.search(before):
        return None  # their cue takes the number along
    if _SERVE.search(before):
        return "other"
    return "experience" if _EXPERIENCE.search(near) or _EXPERIENCE.search(before) else None


def _quantified(clause: Clause, q: Quantity, attribute: Attribute, limit: int) -> Asked:
    operator: Operator = q.hedge if q.hedge in ("at_least", "at_most", "more_than", "less_than") else "equal"
    if operator == "equal" and (attribute != "age" or _FULL.search(clause.text[clause.start : q.start])):
        operator = "at_least"
    end = _words_end(clause.text, q.end, limit)
    begin = q.begin
    if attribute in ("experience", "term_left") and not _EXPERIENCE.search(clause.text, q.end, max(q.end, end)):
        begin = _begin(clause, q.begin, max(clause.start, q.begin - _FAR))  # "thực tế hoạt động ... ít nhất 03 năm"
    unit = "year" if q.unit == "year_old" else q.unit
    words = _tidy(clause.text, begin, end)
    return Asked(attribute, operator, words, q.value, unit)


def _words_end(text: str, at: int, limit: int) -> int:
    """The end of the clause that begins with a quantity; a bracket right behind it belongs to it."""
    bracket = re.compile(r"\s*\([^()\n]{1,40}\)").match(text, at, limit + 40)
    at = bracket.end() if bracket else at
    for pattern in (_FOR, _NEXT_PART):
        match = pattern.search(text, at, max(limit, at))
        limit = min(limit, match.start()) if match else limit
    return max(at, limit)


def _named(clause: Clause, counted: list[Asked]) -> Iterator[Asked]:
    """What is asked for by name, in the words of its clause."""
    taken = [a.words for a in counted if a.attribute in ("post_held", "experience", "age")]
    cues = _one_each(clause, [c for c in cues_in(clause.text, clause.start, clause.end) if not _within(taken, c.start)])
    for i, cue in enumerate(cues):
        begin = _begin(clause, cue.start, cues[i - 1].end if i else clause.start)
        begin = cue.start if cue.attribute == "citizenship" else begin
        numbered = min((a.words.start for a in counted if a.words.start > cue.end), default=clause.end)
        end = _end(clause, cue, min(numbered, cues[i + 1].start if i + 1 < len(cues) else clause.end))
        words = _tidy(clause.text, begin, end)
        value, unit = _time_in(clause, cue, words)
        yield Asked(cue.attribute, cue.operator, words, value, unit)


def _one_each(clause: Clause, cues: list[Cue]) -> list[Cue]:
    """Cues without those that only say a degree's level again: "trình độ chuyên môn về kế toán từ trung cấp"."""
    kept: list[Cue] = []
    for cue in cues:
        last = kept[-1] if kept else None
        again = last is not None and last.attribute == cue.attribute == "degree"
        if last is not None and again and not _apart(clause.text, last.end, cue.start):
            kept[-1] = replace(last, end=cue.end)
        else:
            kept.append(cue)
    return kept


def _apart(text: str, start: int, end: int) -> bool:
    return any(p.search(text, start, end) for p in (_SEPARATOR, _JOINT, _NEXT_PART))


def _within(spans: Sequence[Span], at: int) -> bool:
    """Whether an offset lies in one of some spans, which stand in order and apart."""
    before = bisect_right(spans, at, key=lambda s: s.start) - 1
    return before >= 0 and at < spans[before].end


def _begin(clause: Clause, at: int, least: int) -> int:
    """Where the clause begins in which an offset stands."""
    begin = least
    for pattern in (_SEPARATOR, _JOINT, _VERB):
        for match in pattern.finditer(clause.text, least, at):
            begin = max(begin, match.end())
    return begin


_VERB = re.compile(
    r"(?<!\w)(?:phải có|phải|có|must have|must hold|must|have|has|having|hold|holding|shall"
    r"|being|be)\s",
    re.IGNORECASE,
)


def _end(clause: Clause, cue: Cue, most: int) -> int:
    behind = _FOR.search(clause.text, cue.end, most)
    if (
        behind
        and clause.language == "vi"
        and kind_of(clause.text[slice(*behind.span("whom"))]) in ("post", "rank", "candidate")
    ):
        return _first_part_end(clause, cue, behind.start())
    match = _NEXT_PART.search(clause.text, cue.end, most)
    if match:
        return match.start()
    if most == clause.end:
        return most
    # another thing is asked for behind: the words end in front of what joins the two
    joints = [m.start() for p in (_JOINT, _SEPARATOR) for m in p.finditer(clause.text, cue.end, most)]
    return max(joints, default=most)


def _first_part_end(clause: Clause, cue: Cue, most: int) -> int:
    """The end of a cue's part in front of whom it is for."""
    match = _NEXT_PART.search(clause.text, cue.end, most)
    return match.start() if match else most


def _time_in(clause: Clause, cue: Cue, words: Span) -> tuple[float | None, str | None]:
    """For how long: "trong 02 năm liền kề", "12 tháng kể từ ngày bị kỷ luật"; of gradings and disciplinary measures."""
    if cue.attribute not in ("grading", "discipline"):
        return None, None
    found = quantities(clause.masked, words.start, words.end, clause.language)
    inside = [q for q in found if q.unit in _LONG]
    return (inside[0].value, inside[0].unit) if inside else (None, None)


def _alternatives(clause: Clause, found: list[Asked]) -> list[Asked]:
    """Neighbours joined by "hoặc" or "or" are one group."""
    marked = list(found)
    for i in range(1, len(marked)):
        between = clause.text[marked[i - 1].words.end : marked[i].words.start].strip().lower()
        if between in ("hoặc", "or", "hoặc có", "or a", "or an", ", hoặc", ", or"):
            group = marked[i - 1].group or f"g{marked[i - 1].words.start}"
            marked[i - 1], marked[i] = replace(marked[i - 1], group=group), replace(marked[i], group=group)
    return marked


def _alike(clause: Clause, found: list[Asked]) -> Iterator[Asked]:
    """ "không quá 55 tuổi đối với nam, 50 tuổi đối với nữ": the second is meant as the first."""
    before: Asked | None = None
    for asked in found:
        if before is not None and asked.attribute == before.attribute == "age" and asked.operator == "equal":
            between = clause.text[before.words.end : asked.words.start]
            if not re.search(r"[.;\n]", between):
                asked = replace(asked, operator=before.operator)
        before = asked
        yield asked


def _once(found: list[Asked]) -> Iterator[Asked]:
    """One entry for one attribute in one clause, the one with a number."""
    last: dict[Attribute, Span] = {}
    for asked in found:
        twin = last.get(asked.attribute)
        if twin is None or not _overlap(twin, asked.words):
            last[asked.attribute] = asked.words
            yield asked


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _completed(clause: Clause, asked: Asked) -> Asked:
    """With whom it is for ("đối với Trưởng phòng"), "or equivalent", and men or women where they differ."""
    text = clause.text
    bracket = _BRACKETS.match(text, asked.words.end)
    behind = _FOR.match(text, asked.words.end, clause.end)
    whom = _tidy(text, *behind.span("whom")) if behind else None
    condition = Span(*bracket.span("whom")) if bracket else None
    if whom and _GENDER.match(text, whom.start):
        whom, condition = None, whom
    if whom and kind_of(whom.of(text)) not in ("post", "rank", "candidate"):
        whom = None
    inner = re.search(r"\((nam|nữ|men|women)\)", asked.words.of(text), re.IGNORECASE)
    if condition is None and inner:
        condition = Span(asked.words.start + inner.start(1), asked.words.start + inner.end(1))
    equivalent = _EQUIVALENT.search(asked.words.of(text)) is not None
    return replace(asked, whom=whom, condition=condition, equivalent=equivalent)


def _tidy(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",;-–+"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;.:"):
        end -= 1
    joint = re.search(r"\s(?:và|and|hoặc|or|,)$", text[max(start, end - 6) : end])
    return Span(start, end - len(joint.group()) if joint else end)
