"""What a heading or an opening line ("...:") means for the duties below it: a topic, who has to act, who orders."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from corpus.registers import Span, Strength
from ingest.duty_actors import acting_vi, names_body, trimmed
from ingest.duty_actors_english import acting_en, can_act, is_gerund

Topic = Literal["tasks", "none", "rule", "power", "neutral"]

_UP_TO_THREE = r"(?:[^\W\d_]+[,\s]+){0,3}?"
# what has been, and what is aimed at
_NONE = re.compile(
    _UP_TO_THREE
    + r"(?:tình hình|thực trạng|kết quả (?:đạt|thực hiện|nhiệm|chủ yếu|nổi bật|công tác)|hạn chế|nguyên nhân"
    r"|quan điểm|mục tiêu|chỉ tiêu|mục đích|phạm vi|đối tượng áp dụng|giải thích từ ngữ|sự cần thiết|cơ sở pháp lý"
    r"|căn cứ (?:xây|pháp)|ưu điểm|tồn tại|bài học|đánh giá chung|định hướng đến|khái niệm|danh mục|đối tượng"
    r"|\b(?:situation|limitations?|causes?|viewpoints?|objectives?|targets?|purposes?|scope"
    r"|subjects? of application|interpretation|definitions?|orientation to|necessity|legal bas[ei]s|advantages"
    r"|shortcomings"
    r"|achievements|overview|background)\b)"
    r"|(?:the |main |key |major |some )*results?\b",
    re.IGNORECASE,
)
# what somebody or something must be, or is entitled to: a duty there is told by who has to act
_RULE = re.compile(
    _UP_TO_THREE
    + r"(?:kinh phí$|tiêu chuẩn|điều kiện|tiêu chí|hiệu lực|mức phụ cấp|mức thu|chế độ chính sách|mức hưởng"
    r"|\b(?:criteria|standards|conditions|effect|funding|funds|budget)\b)",
    re.IGNORECASE,
)
# "gồm các chức danh sau:", "đáp ứng các tiêu chí sau:": a list of things or of conditions follows
_LISTING = re.compile(
    r"(?:tiêu chí|điều kiện|tiêu chuẩn|trường hợp|chức danh|thành phần|gồm|gồm có|chế độ|mức|đối tượng|nội dung"
    r"|giấy tờ|phương thức"
    r"|căn cứ|hình thức|các loại|yêu cầu|(?:following|these) (?:criteria|conditions|standards|cases|titles|subjects"
    r"|members)"
    r"|includ(?:es?|ing)|compris(?:es?|ing)|with \d+ members)(?:\s+[^\W\d_]+){0,6}\s*:$"
    r"|có \d+ (?:phòng|đơn vị|bộ phận|tổ|ban|thành viên)\s*:$"
    r"|được (?:sử dụng|chi|phân bổ|tính|xác định|trích)[^:\n]{0,80}(?:như sau|sau đây|sau)\s*:$"
)
_ISSUES = re.compile(
    r"(?:ban hành|quy định|áp dụng|phê duyệt) (?:các )?(?:tiêu chí|tiêu chuẩn|điều kiện|mức)\s[^:\n]{0,300}:$"
)
_TO_BE_DONE = re.compile(
    r"thực hiện|trách nhiệm|nhiệm vụ|yêu cầu các|đề nghị|tuân thủ|phải|tiến hành|tasks|shall"
    r"|must"
)
_TASKS = re.compile(
    r"nhiệm vụ|giải pháp|tổ chức thực hiện|trách nhiệm|nghĩa vụ|phân công|chế độ báo cáo|thực hiện|triển khai"
    r"|chế độ thông tin"
    r"|biện pháp|nội dung thực hiện|đề xuất|kiến nghị"
    r"|\b(?:tasks?|solutions?|implementation|responsibilit\w*|obligations?|assignments?|organi[sz]ation of|reporting"
    r"|measures|duties)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:yêu cầu|requirements?)\W*$", re.IGNORECASE)
_POWER = re.compile(r"thẩm quyền|quyền hạn|^quyền |\b(?:competence|authority|powers?|rights?)\b", re.IGNORECASE)
_OF = re.compile(
    r"(?:(?:nhiệm vụ và |quyền hạn và |quyền và |nghĩa vụ và )?trách nhiệm(?: thực hiện| thi hành| báo cáo)?|nhiệm vụ"
    r"|nghĩa vụ|thẩm quyền|chức năng, nhiệm vụ)(?:, quyền hạn| và quyền hạn| và quyền)? của\s+"
    r"|(?:đối với|về phía|đề nghị|yêu cầu|giao|phân công)\s+"
    r"|(?:responsibilit(?:y|ies)|duties|tasks|obligations|competence|authority|powers)(?: and [a-z]+)? of\s+"
    r"|(?:for|to|as for|regarding|with respect to)\s+(?=the\b|each\b|all\b)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\s(?:về|trong|đối với|khi|in|regarding|for)\s")
_Told = tuple[Span | None, Span | None, Strength | None]  # who, told by whom, how strongly
_MARK = re.compile(
    r"\s*[\"“']?(?:(?:Điều|Article|Chương|Chapter|Mục|Section|Phần|Part|Khoản|Clause)\s+\w{1,6}[.:]?\s+"
    r"|\d{1,2}(?:\.\d{1,2}){0,3}(?:[.)/]?\s+|[.)](?=[A-ZĐ]))"
    r"|[IVXLC]{1,6}[.)/-]\s+|(?:dd|[a-zA-ZđĐ]\d?)[.)/]\s+|[-–+•*]\s*)"
)
# "Quỹ được sử dụng như sau" says something of its subject
_NO_NAME = re.compile(r"\sđược (?:sử dụng|chi|phân bổ|tính|quy định|xác định|trích|hưởng|hỗ trợ)\s|\snhư sau$")
_ORDER = re.compile(
    r"(?<!\w)(?:đề nghị|yêu cầu|chỉ thị|phân công|giao(?! thông| dịch| đất| ban))(?!\w)|\b(?:requests?|requires?"
    r"|assigns?)\b"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds for the statements below a heading."""

    topic: Topic = "neutral"
    who: Span | None = None
    assigner: Span | None = None
    strength: Strength | None = None


def topic_of(words: str) -> Topic | None:
    """What a heading announces: tasks, powers, or something that lays no duty on anybody; None if it does not tell."""
    if re.search(
        r"trách nhiệm|nhiệm vụ(?:,| và|, và)? quyền hạn|responsibilit|nhiệm vụ, giải pháp|tasks? and solutions?",
        words,
        re.IGNORECASE,
    ):
        return "tasks"
    if _POWER.search(words):
        return "power"
    if _ASKED.match(words):
        return "tasks"
    if re.match(r"nguyên tắc|(?:general )?principles", words):
        return "neutral"
    if _NONE.match(words):
        return "none"
    if _RULE.match(words):
        return "rule"
    return "tasks" if _TASKS.search(words) else None


def below(text: str, lower: str, place: Span, above: Scope) -> Scope:
    """The scope below a heading or an opening line; `lower` is the text in small letters."""
    at = after_mark(text, place.start, place.end)
    who, assigner, strength = _told(text, lower, at, place.end)
    topic = topic_of(lower[at : place.end])
    lists = _LISTING.search(lower, at, place.end) and not _TO_BE_DONE.search(lower, at, place.end)
    listed = lists or _ISSUES.match(lower, at, place.end)
    if listed and strength is None:
        return replace(above, topic="rule", who=None)
    if who is not None and above.topic in ("rule", "none") and strength is None and topic is None:
        return above
    if topic == "none" and strength is None:
        return replace(above, topic=topic, who=None)
    if who is not None:
        kept = topic if topic == "power" else "tasks"
        return Scope(kept, who, assigner or above.assigner, strength or above.strength)
    if strength is not None:
        return replace(above, topic="tasks", assigner=assigner, strength=strength)
    if topic is None:
        return above
    return replace(above, topic=topic, who=None if topic in ("none", "power", "rule") else above.who)


def after_mark(text: str, start: int, end: int) -> int:
    """Where the words begin behind "Điều 3.", "a)", "-"."""
    at = start
    for _ in range(2):
        match = _MARK.match(text, at, end)
        if match is None or match.end() >= end:
            break
        at = match.end()
    return at


def _told(text: str, lower: str, start: int, end: int) -> _Told:
    """Who is told to act in a heading, by whom, how strongly."""
    last = end
    while last > start and text[last - 1] in " :.,;":
        last -= 1
    if match := _OF.match(lower, start, last):
        about = _ABOUT.search(lower, match.end(), last)
        last = about.start() if about else last
        who = _body(text, lower, match.end(), last, named=True) or _first_body(text, lower, match.end(), last)
        return who, None, _asked(match.group()) if who else None
    if end > start and text[end - 1] == ":":
        return _opening(text, lower, start, last)
    return _body(text, lower, start, last), None, None


def _asked(order: str) -> Strength | None:
    if order.startswith(("yêu cầu", "đề nghị", "request")):
        return "requested"
    return "assigned" if order.startswith(("giao", "phân công", "assign", "chỉ thị")) else None


def _opening(text: str, lower: str, start: int, end: int) -> _Told:
    """An order that a list follows: "Sở Nội vụ đề nghị Thủ trưởng các cơ quan thực hiện các nội dung sau:"."""
    order = _ORDER.search(lower, start, end)
    if order is not None:
        before = max(start, lower.rfind(",", start, order.start()) + 1)
        assigner = _body(text, lower, before, order.start())
        return _first_body(text, lower, order.end(), end), assigner, _asked(order.group())
    telling = acting_vi(text, lower, start, end)
    weak = telling is not None and telling.weak
    if telling is not None and not telling.modal and not weak and not _TO_BE_DONE.search(lower, telling.predicate, end):
        return None, None, None  # who promulgates or guides lays down duties, and has none
    return _first_body(text, lower, start, end), None, None


def _first_body(text: str, lower: str, start: int, end: int) -> Span | None:
    """Who acts in a sentence, or a name that is all there is."""
    while start < end and text[start].isspace():
        start += 1
    acting = acting_vi(text, lower, start, end) or (acting_en(text, start, end) if text[start:end].isascii() else None)
    if acting is not None and not acting.weak:
        return None if acting.past else acting.who
    return _body(text, lower, start, end)


def _body(text: str, lower: str, start: int, end: int, named: bool = False) -> Span | None:
    """The whole of a heading if it is nothing but the name of who acts; `named` where words before it say so."""
    span = trimmed(text, start, end)
    words = span.of(text)
    if not words or len(words) > 300 or ". " in words or _NO_NAME.search(lower, span.start, span.end):
        return None
    if names_body(lower, span.start, span.end) is not None:
        acting = acting_vi(text, lower, span.start, span.end)
        return span if acting is None or acting.weak else None
    named = named or words[0].isupper() or lower.startswith(("the ", "each ", "all ", "agencies "), span.start)
    english = words.isascii() and named and not re.match(r"(?:To|On|In|For)\b", words) and not is_gerund(words)
    return span if english and can_act(words) and acting_en(text, span.start, span.end) is None else None
