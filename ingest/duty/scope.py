"""What a heading or an opening line ("...:") means for the duties below it: a topic, who has to act, who orders."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from corpus.registers import Deadline, Span, Strength
from ingest.duty.actors import acting_vi, names_body, trimmed
from ingest.duty.actors_english import acting_en, can_act, is_gerund
from ingest.duty.led import Led, led_by
from ingest.duty.words import VERBS_VI

Topic = Literal["tasks", "none", "rule", "power", "neutral"]

# "For the purposes of ..., the following applies:" announces no purposes
_IN_VIEW = re.compile(r"^for the purposes? of [^,:]+(?:, |:$)", re.IGNORECASE)
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
# "Theo dõi tình hình thi hành pháp luật": what is done with a situation is no account of it
_WATCHES = re.compile(
    r"(?:báo cáo|theo dõi|kiểm tra|nắm|tổng hợp|điều tra|khảo sát|thu thập|rà soát|xử lý"
    r"|phân tích)[^:.;]{0,40}?tình hình"
)
# what is looked at or reported on is not what is to be done
_CONTENTS = re.compile(
    r"nội dung (?:công tác )?(?:đánh giá|báo cáo|kiểm tra|thanh tra|giám sát|theo dõi|thẩm định|hồ sơ"
    r"|của báo cáo)(?!\w)"
)
# what somebody or something must be, or is entitled to: a duty there is told by who has to act
_RULE = re.compile(
    _UP_TO_THREE
    + r"(?:kinh phí$|tiêu chuẩn|điều kiện|tiêu chí|hiệu lực|mức phụ cấp|mức thu|chế độ chính sách|mức hưởng"
    r"|\b(?:criteria|standards|conditions|effect|funding|funds|budget)\b)",
    re.IGNORECASE,
)
# "Yêu cầu, điều kiện bảo vệ môi trường": what is asked of an activity is to be done
_ASKED_OF_WORK = re.compile(
    r"yêu cầu(?:,| và|, và) điều kiện (?:về )?(?:bảo vệ|bảo đảm|đảm bảo|an toàn|thực hiện|quản lý|sử dụng)",
    re.I,
)
# "gồm các chức danh sau:", "đáp ứng các tiêu chí sau:": a list of things or of conditions follows
_LISTING = re.compile(
    r"(?:tiêu chí|điều kiện|tiêu chuẩn|trường hợp|chức danh|thành phần|ngành nghề|gồm|gồm có|chế độ|mức"
    r"|đối tượng|nội dung"
    r"|giấy tờ|phương thức"
    r"|căn cứ|hình thức|các loại|yêu cầu|(?:following|these) (?:criteria|conditions|standards|cases|titles|subjects"
    r"|members)"
    r"|includ(?:es?|ing)|compris(?:es?|ing)|with \d+ members)(?:\s+[^\W\d_]+){0,6}\s*:$"
    r"|có \d+ (?:phòng|đơn vị|bộ phận|tổ|ban|thành viên)\s*:$"
    r"|được (?:sử dụng|chi|phân bổ|tính|xác định|trích)[^:\n]{0,80}(?:như sau|sau đây|sau)\s*:$"
)
# "được thực hiện theo cơ chế sau đây:", "trong các trường hợp sau đây:": kinds and cases follow, whatever is to be done
_WAYS = re.compile(
    r"theo (?:các )?(?:cơ chế|cách thức|chế độ|hình thức|phương thức|nguồn|loại)\s[^:\n]{0,40}:$"
    r"|(?:cho|đối với|của|gồm|với) (?:các |những )?(?:cơ quan|tổ chức|đơn vị|đối tượng|cá nhân|doanh nghiệp|người)"
    r"(?:(?!nhiệm vụ|trách nhiệm)[^:\n]){0,90}\s(?<!như )sau(?: đây)?\s*:$"
    r"|(?:các|những) trường hợp(?: sau| sau đây)?\s*:$"
    r"|(?:các|những) (?:người|cá nhân|chức danh)(?: có tên)? (?:sau đây|dưới đây)\s[^:\n]{0,120}:$"
    r"|từ (?:các )?nguồn sau(?: đây)?\s*:$"
    r"|(?:trong|đối với|khi có) (?:một trong )?(?:các |những )?(?:trường hợp|hành vi"
    r"|đối tượng)\s[^:\n]{0,40}(?<!như sau):$"
    r"|(?:hỗ trợ|chi|áp dụng|dành)(?: [^\W\d_]+){0,3} cho\s*:$"
)
_HANDS_OUT = re.compile(r"(?<!\w)(?:giao|phân công)\s[^:\n]{0,60}(?:cơ quan|đơn vị)|nhiệm vụ (?:cho|của)")
_ISSUES = re.compile(
    r"(?:ban hành|quy định|áp dụng|phê duyệt) (?:các )?(?:tiêu chí|tiêu chuẩn|điều kiện|mức)\s[^:\n]{0,300}:$"
)
_TO_BE_DONE = re.compile(
    r"thực hiện|trách nhiệm|nhiệm vụ|yêu cầu các|đề nghị|tuân thủ|phải|tiến hành|tasks|shall"
    r"|must"
)
_OBLIGES = re.compile(r"(?<!\w)(?:phải|tuân thủ|tuân theo|shall|must)(?!\w)")
_TASKS = re.compile(
    r"nhiệm vụ|giải pháp|tổ chức thực hiện|trách nhiệm|nghĩa vụ|phân công|chế độ báo cáo|thực hiện|triển khai"
    r"|chế độ thông tin"
    r"|biện pháp|nội dung thực hiện|đề xuất|kiến nghị"
    r"|\b(?:tasks?|solutions?|implementation|responsibilit\w*|obligations?|assignments?|organi[sz]ation of|reporting"
    r"|measures|duties)\b",
    re.IGNORECASE,
)
_PRINCIPLES = re.compile(
    r"(?:[^:.\n]{0,160}?theo (?:các )?)?nguyên tắc(?!\w)|(?:[^:.\n]{0,160}?(?:the following"
    r"|these) )?(?:general )?principles\b"
)
_FUNCTIONS = re.compile(r"nhiệm vụ[^:\n]{0,20}quyền hạn|\b(?:functions|tasks and powers)\b", re.IGNORECASE)
_ASKED = re.compile(r"(?:yêu cầu|requirements?)\W*$", re.IGNORECASE)
_POWER = re.compile(
    r"(?<!không thuộc )(?<!có )thẩm quyền|quyền hạn|^quyền |(?<!\w)có (?:các )?quyền(?: sau(?: đây)?)?\s*:?$"
    r"|\b(?:competence|authority|powers?|rights?)\b",
    re.IGNORECASE,
)
# "Hồ sơ, trình tự, thủ tục, thẩm quyền cấp thẻ": what is done in which order, too
_IN_STEPS = re.compile(r"(?<!\w)(?:trình tự|thủ tục|quy trình|procedures?)(?!\w)", re.IGNORECASE)
_OF = re.compile(
    r"(?:(?:nhiệm vụ và |quyền hạn và |quyền và |nghĩa vụ và )?trách nhiệm(?: thực hiện| thi hành| báo cáo)?|nhiệm vụ"
    r"|nghĩa vụ|thẩm quyền|chức năng, nhiệm vụ)(?:, quyền hạn| và quyền hạn| và quyền)? của\s+"
    r"|(?:đối với|về phía|đề nghị|yêu cầu|giao|phân công)\s+"
    r"|(?:responsibilit(?:y|ies)|duties|tasks|obligations|competence|authority|powers)(?: and [a-z]+)? of\s+"
    r"|(?:for|to|as for|regarding|with respect to)\s+(?=the\b|each\b|all\b)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\s(?:về|trong|đối với|khi|in|regarding|for)\s")
# what the money of a level is spent on, and where it comes from
_SPENDING = re.compile(
    _UP_TO_THREE + r"(?:nhiệm vụ chi|nguồn thu|khoản (?:thu|chi))(?! tiết| phí)(?!\w)", re.IGNORECASE
)
_Told = tuple[Span | None, Span | None, Strength | None]  # who, told by whom, how strongly
_MARK = re.compile(
    r"\s*[\"“']?(?:(?:Điều|Article|Chương|Chapter|Mục|Section|Phần|Part|Khoản|Clause)\s+(?:\d{1,3}[a-zđ]{0,2}"
    r"|[IVXLC]{1,6}|[A-ZĐ])[.:]?\s+"
    r"|\d{1,2}(?:\.\d{1,2}){0,3}(?:[.)/]?\s+|[.)](?=[A-ZĐ]))"
    r"|\((?:\d{1,2}|[a-zđ]{1,2}|[ivx]{1,5})\)\s+|[IVXLC]{1,6}[.)/-]\s+|(?:dd|[a-zA-ZđĐ]\d?)[.)/]\s+|[-–+•*]\s*)"
)
# "Quỹ được sử dụng như sau" says something of its subject
_NO_NAME = re.compile(r"\sđược (?:sử dụng|chi|phân bổ|tính|quy định|xác định|trích|hưởng|hỗ trợ)\s|\snhư sau$")
# "The Provincial Political School is assigned": a heading that its tasks follow
# "1. Cơ quan chủ quản: UBND tỉnh Bắc Kạn:"
_ROLE_LABEL = re.compile(
    r"(?:Các )?(?:[Cc]ơ quan|[Đđ]ơn vị) (?:chủ quản|quản lý|chủ trì|thực hiện|phối hợp|thường trực):\s+(?=[A-ZĐỦ])"
)
_ORDERS_ON = re.compile(
    r"\b(?:is|are) (?:hereby )?(?:assigned|requested|tasked|responsible|directed)(?: to| for)?$"
    r"|(?<!\w)(?:được giao|được phân công|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)$"
)
_ORDER = re.compile(
    r"(?<!\w)(?:đề nghị|yêu cầu|chỉ thị|phân công|giao(?! thông| dịch| đất| ban))(?!\w)|\b(?:requests?|requires?"
    r"|assigns?)\b"
)


_CASES = ("trường hợp ", "trong trường hợp ", "khi ", "nếu ", "đối với ")
_PROMULGATES = ("hướng dẫn", "quy định", "ban hành", "thống nhất", "thông báo")


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds for the statements below a heading."""

    topic: Topic = "neutral"
    who: Span | None = None
    assigner: Span | None = None
    strength: Strength | None = None
    own: bool = False  # whether what follows are the tasks of one body, not orders to others
    led: Led | None = None  # how a point goes on from "must:" above it
    due: Deadline | None = None  # by when the line above says that all of it is to be done


def topic_of(words: str) -> Topic | None:
    """What a heading announces: tasks, powers, or something that lays no duty on anybody; None if it does not tell."""
    words = _IN_VIEW.sub("", words)
    if _SPENDING.match(words):
        return "rule"
    if re.search(
        r"trách nhiệm|nhiệm vụ(?:,| và|, và)? quyền hạn|responsibilit|nhiệm vụ, giải pháp|tasks? and solutions?",
        words,
        re.IGNORECASE,
    ):
        return "tasks"
    if _POWER.search(words):
        return "neutral" if _IN_STEPS.search(words) else "power"
    if _ASKED.match(words):
        return "tasks"
    if _PRINCIPLES.match(words):
        return "neutral"
    if _CONTENTS.match(words) and "trách nhiệm" not in words:
        return "rule"
    if _NONE.match(words) and not _WATCHES.match(words):
        return "none"
    if _RULE.match(words):
        return "neutral" if _ASKED_OF_WORK.search(words) else "rule"
    return "tasks" if _TASKS.search(words) else None


def lists_functions(words: str) -> bool:
    """Whether a heading names the tasks and powers of the body that the text is about."""
    return _FUNCTIONS.search(words) is not None


def below(text: str, lower: str, place: Span, above: Scope) -> Scope:
    """The scope below a heading or an opening line; `lower` is the text in small letters."""
    at = after_mark(text, place.start, place.end)
    if role := _ROLE_LABEL.match(text, at, place.end):
        at = role.end()
    above = replace(above, led=None)
    if (leading := led_by(text, at, place.end)) is not None:
        return Scope("tasks", leading.who, strength=leading.strength, own=True, led=leading.led)
    who, assigner, strength = _told(text, lower, at, place.end)
    topic = topic_of(lower[at : place.end])
    lists = (
        not _ASKED.match(lower, at, place.end)
        and _LISTING.search(lower, at, place.end)
        and not _TO_BE_DONE.search(lower, at, place.end)
    )
    listed = (
        lists
        or _ISSUES.match(lower, at, place.end)
        or (_WAYS.search(lower, at, place.end) and not _HANDS_OUT.search(lower, at, place.end))
    )
    if listed and strength is None:
        return replace(above, topic="rule", who=None)
    if who is not None and above.topic in ("rule", "none") and strength is None and topic is None:
        return above
    if strength is None and (topic == "none" or _PRINCIPLES.match(lower, at, place.end)):
        bound = topic != "none" and _OBLIGES.search(lower, at, place.end)
        return replace(above, topic="tasks" if bound else topic or "neutral", who=None, own=False)
    if who is not None:
        kept = topic if topic == "power" else "tasks"
        asked = strength or above.strength
        return Scope(kept, who, assigner or above.assigner, asked, own=kept == "tasks" and asked != "requested")
    if strength is not None:
        return replace(above, topic="tasks", assigner=assigner, strength=strength)
    if topic is None:
        return above
    own = topic == "tasks" and (above.own or _FUNCTIONS.search(lower, at, place.end) is not None)
    return replace(above, topic=topic, who=None if topic in ("none", "power", "rule") else above.who, own=own)


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
        who = _owner(text, lower, match, last) or _body(text, lower, match.end(), last, named=True)
        who = who or _first_body(text, lower, match.end(), last)
        return who, None, _asked(match.group()) if who else None
    if end > start and (text[end - 1] == ":" or _ORDERS_ON.search(lower, start, last)):
        return _opening(text, lower, start, last)
    return _body(text, lower, start, last), None, None


def _owner(text: str, lower: str, of: re.Match[str], end: int) -> Span | None:
    """ "Trách nhiệm của cơ quan, tổ chức được sử dụng con dấu": all that follows is whose, verbs and all."""
    if (
        not of.group().startswith(("trách", "nhiệm", "nghĩa", "quyền", "chức"))
        or names_body(lower, of.end(), end) is None
    ):
        return None
    acting = acting_vi(text, lower, of.end(), end)
    return None if acting is not None and acting.modal else trimmed(text, of.end(), end)


def _asked(order: str) -> Strength | None:
    if order.startswith(("yêu cầu", "đề nghị", "request")):
        return "requested"
    return "assigned" if order.startswith(("giao", "phân công", "assign", "chỉ thị")) else None


def _opening(text: str, lower: str, start: int, end: int) -> _Told:
    """An order that a list follows: "Sở Nội vụ đề nghị Thủ trưởng các cơ quan thực hiện các nội dung sau:"."""
    order = next((o for o in _ORDER.finditer(lower, start, end) if _is_order(lower, o, end)), None)
    if order is not None:
        before = max(start, lower.rfind(",", start, order.start()) + 1)
        assigner = _body(text, lower, before, order.start())
        return _first_body(text, lower, order.end(), end), assigner, _asked(order.group())
    telling = acting_vi(text, lower, start, end)
    if telling is not None and telling.word in _PROMULGATES and lower.endswith(("như sau", "sau đây"), start, end):
        return None, None, None
    weak = telling is not None and telling.weak
    if telling is not None and not telling.modal and not weak and not _TO_BE_DONE.search(lower, telling.predicate, end):
        return None, None, None  # who promulgates or guides lays down duties, and has none
    return _first_body(text, lower, start, end), None, None


def _is_order(lower: str, order: re.Match[str], end: int) -> bool:
    """Whether somebody is told to do something, not "phê duyệt đề án giao rừng" or "mục tiêu, yêu cầu"."""
    at = order.end()
    while at < end and lower[at] == " ":
        at += 1
    if order.group().isascii() and order.group() not in ("giao",):
        return True
    first = re.compile(r"\w+").match(lower, at, end)
    if first is None:
        return False
    if names_body(lower, at, end) is not None:
        return True
    told = ("cho ", "nhiệm vụ", "trách nhiệm", "như sau", "một số", "các nội dung")
    return lower.startswith(told, at) or VERBS_VI.at(lower, at, first.end()) is not None


def _first_body(text: str, lower: str, start: int, end: int) -> Span | None:
    """Who acts in a sentence, or a name that is all there is."""
    while start < end and text[start].isspace():
        start += 1
    start = _behind_case(text, lower, start, end)
    acting = acting_vi(text, lower, start, end) or (acting_en(text, start, end) if text[start:end].isascii() else None)
    if acting is not None and not acting.weak:
        return None if acting.past else acting.who
    return _body(text, lower, start, end)


def _behind_case(text: str, lower: str, start: int, end: int) -> int:
    """Where who acts is named behind a case: "Trường hợp thu phí, tổ chức, cá nhân tuân thủ các quy định sau:"."""
    if not lower.startswith(_CASES, start):
        return start
    for comma in re.finditer(r",\s+", text[start:end]):
        at = start + comma.end()
        if names_body(lower, at, end) is not None and (found := acting_vi(text, lower, at, end)) and not found.weak:
            return at
    return start


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
