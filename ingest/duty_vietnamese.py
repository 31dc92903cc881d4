"""Who has to do what in a part of a Vietnamese sentence: an order, an actor with a predicate, a verb, a bound thing."""

import re

from corpus.registers import Span, Strength
from ingest.duty_actors import Acting, acting_vi, names_body, trimmed
from ingest.duty_read import Read, Words
from ingest.duty_scope import Scope
from ingest.duty_start import consequence
from ingest.duty_words import MODALS_VI, ORDERS_VI, ORIENTING, POWERS_VI, VERBS_VI

_MODAL = re.compile(
    r"(?<!\w)(?<!diện )(?<!nếu )(?<!mà )(?<!không )(?:phải(?! là| không)|không được(?! cấp| hưởng| trợ cấp| hỗ trợ)"
    r"|nghiêm cấm|bắt buộc|có trách nhiệm|chịu trách nhiệm)(?!\w)"
)
# what somebody must be or have is a requirement; how much something may be, a figure
_STANDARD = re.compile(
    r"(?:phải\s+)?(?:có|đạt|là người|là|bảo đảm|đáp ứng|trong quy hoạch)\s+(?:ít nhất|đủ|trên|kết quả|các (?:tiêu"
    r"|điều)|quy hoạch|"
    r"(?:\d+\s+\w+\s+)?(?:trình độ|kinh nghiệm|bằng|chứng chỉ|tiêu chuẩn|năng lực|phẩm chất|sức khỏe|tuổi"
    r"|thời gian công tác))"
    r"|(?:phải\s+)?trong quy hoạch",
)
_STATE = re.compile(
    r"phải (?:nhiều|ít|đủ|cao|thấp|phù hợp|bao gồm|tinh gọn|có sự)|(?:không|phải) (?:được )?(?:vượt|quá|thấp)"
    r"|(?:[^\W\d_]+ ){1,3}không quá \d"
)
_DONE = re.compile(
    r"(?<!\w)(?<!đã )(?<!ngày )(?<!khi )được\s+(?!hưởng|hỗ trợ|cộng|trợ cấp|tính|miễn|giảm|coi|thi|xem xét kéo"
    r"|dùng)[^\W\d_]+"
)
_ENTITLED = re.compile(
    r"(?<!\w)(?:được (?:ủy quyền (?:bằng văn bản )?cho|hưởng|hỗ trợ|cấp tiền|cộng|trợ cấp|tính|miễn|giảm"
    r"|bố trí|thanh toán|xét|xem xét kéo dài"
    r"|thi lại|đưa vào)"
    r"|hưởng (?:phụ cấp|chế độ|lương|mức)|giữ nguyên)(?!\w)|(?<!\w)chi trả \d"
)
# a passive subject: "người đạt trên 30% số phiếu được đưa vào danh sách"
_PASSIVE_NAME = re.compile(
    r"\s(?:được(?! giao| tự| lấy ý kiến| cử| phân công| phân cấp| ủy quyền| bổ nhiệm| tuyển)|bị|do|gồm"
    r"|là(?! đầu mối| cơ quan đầu mối))\s"
)
_BE_DONE = re.compile(r"phải\s+được\s")
# "số thuế phải nộp năm 2010": what has to be paid tells an amount apart
_AMOUNT_DUE = re.compile(r"(?<!\w)(?:số|khoản|mức|phần)\s[^,;.:]{0,60}$")
_DUE = re.compile(
    r"phải (?:nộp|trả|thu|đóng|chi|hoàn|bồi)(?:\s(?:góp|thường|hoàn|trả))?(?!\s(?:đủ|đầy đủ|ngay|vào|cho"
    r"|trong|trước|chậm))"
)
# "Việc đóng góp ... là nghĩa vụ của mọi công dân"
_OWED = re.compile(r"\slà (?:nghĩa vụ|trách nhiệm|nhiệm vụ) (?:bắt buộc )?của\s+(?P<who>[^;.]{3,200}?)\s*[;.]?$")
# "Giao Vụ Tổ chức cán bộ là đơn vị thường trực"
_APPOINTS = re.compile(
    r"\s(?P<role>(?:là|làm) (?:đơn vị|cơ quan|đầu mối|thường trực|chủ đầu tư|chủ tài khoản|đại diện|tổ trưởng"
    r"|trưởng))\s"
)
# a noun, where nothing is said of its object: "Báo cáo tháng;", "Báo cáo đột xuất."
_REPORT_KIND = re.compile(
    r"báo cáo (?:hằng |hàng )?(?:tháng|quý|năm|tuần|định kỳ|đột xuất|chuyên đề|sơ kết|tổng kết|nhanh"
    r"|\d+ tháng|kế hoạch)(?!\w)"
)
# "Báo cáo gửi trước ngày 25": what happens to a thing by a day
_HAPPENS = re.compile(
    r"(?<!\w)(?<!để )(?<!đã )(?<!giao )(?:gửi|nộp|thu(?! nhập| hút)|chi trả|hoàn thành|tiến hành|thực hiện"
    r"|báo cáo|trả)(?!\w)"
)
_DEFINES = re.compile(r"(?<!\w)(?:là|đã|gia hạn|được hưởng)(?!\w)")
_TIME_LIMIT = re.compile(r"(?:thời hạn|thời gian|thời hiệu)\s[^,;.:]{3,120}?\s(?:là|tối đa|không quá)\s")
# done for others, and no power of one's own, also where a text tells who may decide what
_WORK = frozenset(("thẩm định", "chủ trì", "tham mưu", "tổng hợp", "báo cáo", "kiểm tra", "lập", "hướng dẫn"))
_DELEGATING = ("phân công", "giao", "giao nhiệm vụ cho", "ủy quyền")
_ABOUT_TIME = ("hiệu lực", "bảo hành", "giữ chức", "hưởng", "gia hạn", "nhiệm kỳ", "hợp đồng")
_AND_ORDER = re.compile(r"(?:\s(?:và|đồng thời|thì)\s|[,:]\s)\s*(?P<order>giao|phân công|yêu cầu)\s")
_AMOUNT = re.compile(r":\s*\d")
_ONLY = re.compile(r"chỉ\s+(?=\w)")
_NOT = re.compile(r"không\s+(?=\w)")
_STRENGTHS: dict[str, Strength] = {
    "phải": "must", "cần phải": "must", "bắt buộc": "must", "cần": "must", "không được": "must_not",
    "nghiêm cấm": "must_not", "chưa được": "must_not", "không được phép": "must_not", "có thể": "may",
    "được phép": "may", "có quyền": "may", "được quyền": "may",
}  # fmt: skip
_ROLES = ("có chức năng", "có các nhiệm vụ", "có nhiệm vụ, quyền hạn", "chịu sự")


def read_vietnamese(words: Words, part: Span, scope: Scope, later: bool) -> Read | None:
    """The duty in a part; `later` says that another part of the sentence before it was one."""
    order = ORDERS_VI.at(words.lower, part.start, words.word_end(part.start))
    if order in _DELEGATING and scope.who is not None and scope.topic == "tasks":
        return _verb_first(words, part, scope)  # to assign somebody is itself what the one named above has to do
    if order is not None and (read := _order(words, part, (part.start + len(order), order), scope.assigner)):
        return read
    if order is not None and names_ordered(words, part, order):
        return None  # a list of bodies goes on behind the semicolon
    acting = acting_vi(words.text, words.lower, part.start, part.end)
    if acting is not None and (after := consequence(words, part, acting.predicate)) is not None:
        part = Span(after, part.end)
        acting = acting_vi(words.text, words.lower, part.start, part.end)
    if acting is not None and acting.who is not None and (read := _actor_first(words, part, acting, scope)):
        return read
    if match := _AND_ORDER.search(words.lower, part.start, part.end):
        read = _order(words, part, (match.end(), match["order"]), None)
        if read is not None:
            return read
    told = scope.topic == "tasks" or (scope.topic != "rule" and (scope.who is not None or later))
    if told or words.due(part) or words.lower.startswith("không ", part.start):
        read = _verb_first(words, part, scope) if acting is None else None
        if read is not None:
            return read
    return _bound(words, part, scope) if scope.topic != "rule" or words.due(part) else None


def names_ordered(words: Words, part: Span, order: str) -> bool:
    """Whether an order names a body and does not come to what it has to do."""
    at = words.past_blanks(part.start + len(order), part.end)
    if names_body(words.lower, at, part.end) is None:
        return False
    return acting_vi(words.text, words.lower, at, part.end) is None


def entitles(words: Words, start: int, end: int) -> bool:
    """Whether words say what somebody is given."""
    return _ENTITLED.search(words.lower, start, end) is not None


def _order(words: Words, part: Span, order: tuple[int, str], assigner: Span | None) -> Read | None:
    """ "Giao Sở Nội vụ chủ trì ...": who is told, and what; `order` is its end and its word."""
    at = words.past_blanks(order[0], part.end)
    if words.lower.startswith("cho ", at):
        at += 4
    asked: Strength = "requested" if order[1].endswith(("yêu cầu", "đề nghị", "kiến nghị")) else "assigned"
    acting = acting_vi(words.text, words.lower, at, part.end)
    if acting is None and order[1] in ("đề nghị", "yêu cầu") and VERBS_VI.at(words.lower, at, words.word_end(at)):
        return Read("requested", at, None, assigner)
    if acting is None and (role := _APPOINTS.search(words.lower, at, part.end)) is not None:
        who = trimmed(words.text, at, role.start())
        if names_body(words.lower, at, part.end) is not None and who.end - who.start < 200:
            return Read(asked, role.start("role"), who, assigner)
    if acting is None or acting.who is None or acting.past:
        return None
    if order[1] == "chỉ đạo" and acting.word not in ("chủ trì", "tham mưu"):
        return None  # who directs others stays the one who acts
    return Read(_STRENGTHS.get(acting.word, asked), acting.predicate, acting.who, assigner)


def _actor_first(words: Words, part: Span, acting: Acting, scope: Scope) -> Read | None:
    if acting.past or (words.past and not acting.modal and scope.topic != "tasks"):
        return None
    if acting.modal:
        return _modal(words, part, acting)
    order = ORDERS_VI.at(words.lower, acting.predicate, words.word_end(acting.predicate))
    if order is not None:
        read = _order(words, part, (acting.predicate + len(order), order), acting.who)
        if read is not None:
            return read
    counted = _AMOUNT.search(words.lower, part.start, acting.predicate + 30)
    if counted or _ENTITLED.search(words.lower, part.start, part.end) or _is_passive(words, acting):
        return None
    due = words.due(part)
    if _STATE.match(words.lower, acting.predicate, part.end):
        return None
    allowed = scope.topic == "tasks" or due or (scope.topic == "rule" and acting.word == "chủ trì")
    allowed = allowed or (scope.topic == "power" and acting.word not in POWERS_VI and acting.word in _WORK)
    if scope.topic in ("rule", "power") or acting.word in POWERS_VI:
        return Read("assigned", acting.predicate, acting.who, scope.assigner) if allowed else None
    strength: Strength = "orientation" if acting.word in ORIENTING else "assigned"
    return Read(strength, acting.predicate, acting.who, scope.assigner)


def _is_passive(words: Words, acting: Acting) -> bool:
    return acting.who is not None and bool(_PASSIVE_NAME.search(words.lower, acting.who.start, acting.predicate))


def _modal(words: Words, part: Span, acting: Acting) -> Read | None:
    rest = words.lower[acting.predicate : min(part.end, acting.predicate + 80)]
    if acting.word in _ROLES or _STANDARD.match(rest) or _STATE.match(rest):
        return None
    strength = _STRENGTHS.get(acting.word, "assigned")
    if strength == "may":
        rest_at = acting.predicate + len(acting.word)
        later = _MODAL.search(words.lower, rest_at, part.end)
        if later is not None:  # "có thể ... nhưng phải ..."
            return Read("must", later.start(), acting.who)
        return Read(strength, acting.predicate, acting.who) if words.due(part) else None
    return Read(strength, acting.predicate, None if _BE_DONE.match(rest) else acting.who)


def _verb_first(words: Words, part: Span, scope: Scope) -> Read | None:
    start, lower = part.start, words.lower
    only, negated = _ONLY.match(lower, start, part.end), _NOT.match(lower, start, part.end)
    at = only.end() if only else negated.end() if negated else start
    verb = MODALS_VI.at(lower, start, words.word_end(start)) or VERBS_VI.at(lower, start, words.word_end(start))
    verb = verb or VERBS_VI.at(lower, at, words.word_end(at))
    if verb is None or (words.past and scope.topic != "tasks"):
        return None
    if _REPORT_KIND.match(lower, start, part.end) and (acting_vi(words.text, lower, start, part.end) is None):
        return None
    if _ENTITLED.search(lower, start, _first_clause(lower, start, part.end)) or _AMOUNT.search(
        lower, start, min(part.end, start + 140)
    ):
        return None
    if (scope.topic == "power" and not words.due(part)) or _DONE.search(lower, start, min(part.end, start + 24)):
        return None
    if verb == "tiếp tục" and scope.topic != "tasks":
        return None  # what goes on as before is no task
    if negated:
        return Read("must_not", start, scope.who, scope.assigner)
    usual: Strength = "orientation" if verb in ORIENTING else "assigned"
    strength: Strength = "must" if only else _STRENGTHS.get(verb, scope.strength or usual)
    return Read(strength, start, scope.who, scope.assigner)


def _first_clause(lower: str, start: int, end: int) -> int:
    """The end of the first words that say something of their own, up to a comma."""
    comma = lower.find(", ", start + 40, end)
    return comma if comma >= 0 else end


def _bound(words: Words, part: Span, scope: Scope) -> Read | None:
    """A sentence whose subject cannot act ("Quyết định kỷ luật được gửi trong ..."), bound by a word or a day."""
    if owed := _OWED.search(words.lower, part.start, part.end):
        debtor = trimmed(words.text, *owed.span("who"))
        if names_body(words.lower, debtor.start, debtor.end) is not None:
            return Read("must", part.start, debtor)
    modal = _MODAL.search(words.lower, part.start, min(part.end, part.start + 300))
    if modal is not None and _AMOUNT_DUE.search(words.lower, part.start, modal.start()):
        modal = None if _DUE.match(words.lower, modal.start()) else modal
    if modal is not None and modal.start() > part.start:
        rest = words.lower[modal.start() : min(part.end, modal.start() + 80)]
        if _STANDARD.match(rest) or _STATE.match(rest):
            return None
        strength: Strength = "must_not" if modal.group() in ("không được", "nghiêm cấm") else "must"
        who = _nearest(words, part.start, modal.start())
        if who is None and words.lower.startswith(("khi ", "nếu ", "trường hợp ", "trong trường hợp "), part.start):
            who = scope.who
        return Read(strength, modal.start(), None if _BE_DONE.match(rest) else who)
    done = _DONE.search(words.lower, part.start, part.end)
    acts = names_body(words.lower, part.start, part.end) is not None
    if words.past or acts:
        return None
    if done is not None and done.start() > part.start and words.due(part):
        return Read("must", part.start)
    return _by_a_day(words, part)


def _by_a_day(words: Words, part: Span) -> Read | None:
    """ "Báo cáo quý gửi trước ngày 20", "Thời hạn thẩm định là 40 ngày kể từ ngày nhận hồ sơ": a thing and its day."""
    limit = _TIME_LIMIT.match(words.lower, part.start, part.end)
    if limit is not None:
        plain = not any(word in limit.group() for word in _ABOUT_TIME)
        return Read("must", part.start) if plain and words.counts(part) else None
    if _AMOUNT.search(words.lower, part.start, part.end):
        return None
    for happens in _HAPPENS.finditer(words.lower, part.start + 1, min(part.end, part.start + 160)):
        defines = _DEFINES.search(words.lower, part.start, happens.start()) is not None
        if not defines and words.due_soon(happens.end(), part.end):
            return Read("must", part.start)
    return None


def _nearest(words: Words, start: int, end: int) -> Span | None:
    """The body named right before a modal, behind the last comma."""
    at = max(start, words.text.rfind(",", start, end) + 1)
    by = words.lower.rfind(" do ", at, end)
    at = by + 4 if by >= 0 else at
    span = trimmed(words.text, at, end)
    return span if names_body(words.lower, span.start, span.end) is not None else None
