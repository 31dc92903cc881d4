"""Who has to do what in a part of a Vietnamese sentence: an order, an actor with a predicate, a verb, a bound thing."""

import re

from corpus.registers import Span, Strength
from ingest.duty.actors import Acting, acting_vi, names_body, trimmed
from ingest.duty.read import Read, Words
from ingest.duty.scope import Scope
from ingest.duty.start import consequence, verb_first
from ingest.duty.words import MODALS_VI, ORDERS_VI, ORIENTING, POWERS_VI, VERBS_VI

_MODAL = re.compile(
    r"(?<!\w)(?<!diện )(?<!nếu )(?<!mà )(?<!không )(?<!thiết )(?:phải(?! là| không)|không được(?! cấp| hưởng"
    r"| trợ cấp| hỗ trợ)"
    r"|chỉ được(?! cấp| hưởng| trợ cấp| hỗ trợ| tính| miễn| giảm)|(?<!nhu )(?<!yêu )(?<!hậu )cần (?:phải|được)"
    r"|(?<!nhu )(?<!yêu )cần(?= ghi| nêu| bảo đảm| đảm bảo| tuân thủ)"
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
    r"phải (?:nhiều|ít|đủ|cao|thấp|phù hợp|bao gồm|tinh gọn|có sự(?! tham gia| đồng ý| chấp thuận| thống nhất"
    r"| giám sát))|(?:không|phải) (?:được )?(?:vượt|quá|thấp)"
    r"|(?:[^\W\d_]+ ){1,3}không quá \d"
)
_DONE = re.compile(
    r"(?<!\w)(?<!đã )(?<!ngày )(?<!khi )được\s+(?!hưởng|hỗ trợ|cộng|trợ cấp|tính|miễn|giảm|coi|thi|xem xét kéo"
    r"|dùng)[^\W\d_]+"
)
_ENTITLED = re.compile(
    r"(?<!\w)(?:được (?:ủy quyền (?:bằng văn bản )?cho|hưởng|hỗ trợ|cấp tiền|cộng|trợ cấp"
    r"|tính(?! (?:chính xác|chất|pháp lý|hợp pháp|hợp lệ|hợp lý|xác thực|khả thi|trung thực|khách quan))|miễn|giảm"
    r"|bố trí|thanh toán|xét|xem xét kéo dài"
    r"|thi lại|đưa vào)"
    r"|hưởng (?:phụ cấp|chế độ|lương|mức)|giữ nguyên)(?!\w)|(?<!\w)chi trả \d"
)
# a passive subject: "người đạt trên 30% số phiếu được đưa vào danh sách"
_PASSIVE_NAME = re.compile(
    r"\s(?:được(?! giao| tự(?! nguyện| do)| lấy ý kiến| cử| phân công| phân cấp| ủy quyền| bổ nhiệm| tuyển)|bị|do|gồm"
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
    r"|\d+ tháng|kế hoạch)(?!\w)(?![^;.:]{3,160}\s(?:với|cho|gửi|lên) \w)"
)
# "a) Báo cáo công tác bảo vệ môi trường định kỳ hằng năm." in a list of kinds
_REPORT_LISTED = re.compile(
    r"báo cáo [^,;:.]{0,90}?(?:định kỳ|đột xuất|hằng năm|hàng năm)(?: (?:hằng|hàng) \w+)?(?: theo yêu cầu[^;]*)?[.;]?$"
)
# "Báo cáo gửi trước ngày 25": what happens to a thing by a day
# "Báo cáo công tác gồm có: ...", "Tổ chức và hoạt động của Thanh tra được ...": a verb that is the sentence's subject
_NOUN_FIRST = re.compile(
    r"(?:báo cáo|hồ sơ|tổ chức và hoạt động|yêu cầu|đề nghị)\s[^,;:\n]{0,120}?\s(?:(?:bao )?gồm(?: có)?\s*:"
    r"|(?:có thể |phải )?được\s)"
    r"|quyết định\s[^,;:\n]{0,200}?\scó (?:thời hạn|hiệu lực|giá trị)\s"
)
_ORGANISES = re.compile(r"Tổ chức (?:quản lý|sử dụng|vận hành|thẩm định|thực hiện|phát hành)")
_GIVES = re.compile(
    r"(?:hỗ trợ|cấp|chi|thưởng|trợ cấp|phụ cấp|mức chi)\s+\d"
)  # "Hỗ trợ 50% đơn giá": how much, not a task
_LASTING = re.compile(r"\sthì (?:vẫn )?(?:tiếp tục|giữ nguyên|được)\s")  # what stays as it was
# "thì áp dụng mức ...", "thì thực hiện theo quy định": which rule holds, nothing that somebody has to do
_BY_RULE = re.compile(
    r"(?:áp dụng|tính|giảm|tăng|căn cứ|chi|thu|hỗ trợ|cấp|xét|tiếp tục"
    r"|(?:thực hiện|xử lý|giải quyết)(?:\s[^;.:\n]{0,60})? theo)(?!\w)"
)
_HAPPENS = re.compile(
    r"(?<!\w)(?<!để )(?<!đã )(?<!giao )(?:gửi|nộp|thu(?! nhập| hút)|chi trả|hoàn thành|tiến hành|thực hiện"
    r"|báo cáo|trả)(?!\w)"
)
_DEFINES = re.compile(r"(?<!\w)(?:là|đã|gia hạn|được hưởng)(?!\w)")
_TIME_LIMIT = re.compile(r"(?:thời hạn|thời gian|thời hiệu)\s[^,;.:]{3,120}?\s(?:là|tối đa|không quá)\s")
# done for others, and no power of one's own, also where a text tells who may decide what
_WORK = frozenset(("thẩm định", "chủ trì", "tham mưu", "tổng hợp", "báo cáo", "kiểm tra", "lập", "hướng dẫn"))
_ASKS = ("yêu cầu", "kiến nghị")
_DELEGATING = ("chỉ đạo", "phân công", "giao", "giao nhiệm vụ cho", "ủy quyền")
_ABOUT_TIME = ("hiệu lực", "bảo hành", "giữ chức", "hưởng", "gia hạn", "nhiệm kỳ", "hợp đồng")
_AND_ORDER = re.compile(r"(?:\s(?:và|đồng thời|thì)\s|[,:]\s)\s*(?P<order>giao|phân công|yêu cầu)\s")
_AMOUNT = re.compile(r":\s*\d")
# before these the subject stands in the words above: a case, a role
_RELATIVE = re.compile(r"\smà\s[^;:]{0,90}$")  # "các loại tài liệu mà cơ quan thuế có trách nhiệm cung cấp"
_CARRIED = ("khi ", "nếu ", "trường hợp ", "trong trường hợp ", "là ", "từ ", "có ")
_ONLY = re.compile(r"chỉ\s+(?=\w)")
_NOT = re.compile(r"không\s+(?=\w)")
_STRENGTHS: dict[str, Strength] = {
    "phải": "must", "cần phải": "must", "bắt buộc": "must", "cần": "must", "không được": "must_not",
    "nghiêm cấm": "must_not", "chưa được": "must_not", "không được phép": "must_not", "có thể": "may",
    "được phép": "may", "có quyền": "may", "được quyền": "may",
}  # fmt: skip
# "Kinh phí ... được sử dụng trong dự toán hằng năm": where money comes from is no task
_MONEY = re.compile(r"(?:nguồn )?(?:kinh phí|ngân sách|vốn)\s[^;:\n]{0,160}?\s(?:được|do)\s")
_ROLES = ("có chức năng", "có các nhiệm vụ", "có nhiệm vụ, quyền hạn", "chịu sự")


# "Số còn lại nộp vào ngân sách nhà nước"
_REMITTED = re.compile(
    r"(?:số|phần|khoản|toàn bộ|tiền)\s[^,;.:]{0,80}?(?<!đã )(?<!phải )nộp (?:toàn bộ |hết |đầy đủ )?(?:vào )?"
    r"(?:ngân sách|kho bạc|tài khoản)(?!\w)"
)
# "Danh sách được niêm yết tại trụ sở trong 05 ngày": how long it hangs out, and that it has to
_POSTED = re.compile(
    r"(?<!đã )(?<!ngày )(?<!khi )được (?:niêm yết|công khai)(?!\w)[^;.:\n]{0,80}?\s(?:trong|ít nhất|tối thiểu)\s"
    r"(?:thời gian |thời hạn |vòng )?(?:ít nhất |tối thiểu |là )?\d"
)


def read_vietnamese(words: Words, part: Span, scope: Scope, later: bool) -> Read | None:
    """The duty in a part; `later` says that another part of the sentence before it was one."""
    order = ORDERS_VI.at(words.lower, part.start, words.word_end(part.start))
    if order is not None:
        if order in (*_ASKS, "đề nghị") and scope.topic == "power":
            return None
        if order in _ASKS and scope.own and scope.strength != "requested":
            # to ask others is one of the tasks listed here
            return Read("assigned", part.start, scope.who, scope.assigner)
        if order in _DELEGATING and scope.who is not None and scope.topic == "tasks":
            return _verb_first(words, part, scope)  # to assign somebody is itself what the one named above has to do
        if read := _ordered(words, part, scope):
            return read
        if names_ordered(words, part, order):
            return None  # a list of bodies goes on behind the semicolon
    lasting = _LASTING.search(words.lower, part.start, part.end)
    if lasting is not None and _MODAL.search(words.lower, lasting.end(), part.end) is None:
        return None
    case = words.conditional(part.start)
    if lasting is None and (after := consequence(words, part)) is not None:
        part, case = Span(after, part.end), True
        if read := _ordered(words, part, scope):
            return read
    return _read_plainly(words, part, scope, later=later, case=case)


def _ordered(words: Words, part: Span, scope: Scope) -> Read | None:
    order = ORDERS_VI.at(words.lower, part.start, words.word_end(part.start))
    return _order(words, part, (part.start + len(order), order), scope.assigner) if order is not None else None


def _read_plainly(words: Words, part: Span, scope: Scope, *, later: bool, case: bool) -> Read | None:
    """A part that does not open with an order; `case` says that it follows from a case."""
    acting = acting_vi(words.text, words.lower, part.start, part.end)
    if acting is not None and not acting.modal and scope.who is not None and _ORGANISES.match(words.text, part.start):
        acting = None  # "- Tổ chức quản lý hồ sơ": a verb, where who acts is told above
    if acting is not None and acting.who is not None and (read := _actor_first(words, part, acting, scope)):
        return read
    first = acting is None and verb_first(words.lower, part.start, words.word_end(part.start))
    # a list above says who: "giao cho công dân một bản" orders nobody
    also = None if first and scope.who is not None else _AND_ORDER.search(words.lower, part.start, part.end)
    if also is not None and (read := _order(words, part, (also.end(), also["order"]), None)):
        return read
    if case and _BY_RULE.match(words.lower, part.start) and (acting is None or acting.who is None):
        return None
    if acting is None and _is_told(words, part, scope, later=later, case=case):
        read = _verb_first(words, part, scope)
        if read is not None:
            return read
    return _bound(words, part, scope) if scope.topic != "rule" or words.due(part) else None


def _is_told(words: Words, part: Span, scope: Scope, *, later: bool, case: bool) -> bool:
    """Whether what is to be done is told to somebody, so that a verb alone is a duty."""
    if scope.topic == "tasks" or (case and scope.topic == "neutral"):
        return True
    told = scope.topic != "rule" and (scope.who is not None or later)
    return told or words.due(part) or words.lower.startswith("không ", part.start)


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
    if _NOUN_FIRST.match(words.lower, part.start, part.end):
        return None
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
    after = acting.predicate + len(acting.word)
    detailed = acting.word == "quy định" and words.lower.startswith((" cụ thể", " chi tiết"), after)
    allowed = scope.topic == "tasks" or due or detailed or (scope.topic == "rule" and acting.word == "chủ trì")
    allowed = allowed or (scope.topic == "power" and acting.word not in POWERS_VI and acting.word in _WORK)
    detailed = detailed or (acting.word == "quản lý" and words.lower.startswith(" và ", after))
    if scope.topic in ("rule", "power") or (acting.word in POWERS_VI and not detailed):
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
    if done_by := _BE_DONE.match(rest):
        return Read(strength, acting.predicate, _agent(words, acting.predicate + done_by.end(), part.end))
    return Read(strength, acting.predicate, acting.who)


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
    if scope.topic == "rule" and _REPORT_LISTED.match(lower, start, part.end):
        return None
    if _ENTITLED.search(lower, start, _first_clause(lower, start, part.end)) or _AMOUNT.search(
        lower, start, min(part.end, start + 140)
    ):
        return None
    passive = verb != "không được" and _DONE.search(lower, start, min(part.end, start + 24))
    if (scope.topic == "power" and not words.due(part)) or passive:
        return None
    if _STRENGTHS.get(verb) == "may" and not words.due(part):
        return None
    if _NOUN_FIRST.match(lower, start, part.end) or (_GIVES.match(lower, start, part.end) and scope.who is None):
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
    modal, follows = _binding(words, part), words.conditional(part.start)
    if modal is not None and (modal.start() > part.start or follows):
        return _bound_by(words, part, modal, scope.who if follows else None, scope)
    done = _DONE.search(words.lower, part.start, part.end)
    acts = names_body(words.lower, part.start, part.end) is not None
    if words.past or acts or (modal is None and _MONEY.match(words.lower, part.start, part.end)):
        return None
    if done is not None and done.start() > part.start and words.due(part):
        return Read("must", part.start)
    if _REMITTED.match(words.lower, part.start, part.end) or _POSTED.search(words.lower, part.start, part.end):
        return Read("must", part.start)
    return _by_a_day(words, part)


def _binding(words: Words, part: Span) -> re.Match[str] | None:
    """The word that binds, where it does not only tell an amount or a thing apart."""
    modal = _MODAL.search(words.lower, part.start, min(part.end, part.start + 300))
    if modal is None or _RELATIVE.search(words.lower, part.start, modal.start()):
        return None
    owed = _AMOUNT_DUE.search(words.lower, part.start, modal.start()) and _DUE.match(words.lower, modal.start())
    return None if owed else modal


def _bound_by(words: Words, part: Span, modal: re.Match[str], carried: Span | None, scope: Scope) -> Read | None:
    rest = words.lower[modal.start() : min(part.end, modal.start() + 80)]
    if _STANDARD.match(rest) or _STATE.match(rest):
        return None
    strength: Strength = "must_not" if modal.group() in ("không được", "nghiêm cấm") else "must"
    if done_by := _BE_DONE.match(words.lower, modal.start(), part.end):
        return Read(strength, modal.start(), _agent(words, done_by.end(), part.end))
    who = _nearest(words, part.start, modal.start()) or carried
    if who is None and words.lower.startswith(_CARRIED, part.start):
        who = scope.who
    return Read(strength, modal.start(), who)


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


def _agent(words: Words, start: int, end: int) -> Span | None:
    """Who does what "phải được" is said of: "phải được người có thẩm quyền xác nhận"."""
    if names_body(words.lower, start, end) is None:
        return None
    acting = acting_vi(words.text, words.lower, start, end)
    named = acting is not None and not acting.modal and not acting.past and acting.predicate - start < 160
    return acting.who if acting is not None and named else None


def _nearest(words: Words, start: int, end: int) -> Span | None:
    """The body named right before a modal, behind the last comma."""
    at = max(start, words.text.rfind(",", start, end) + 1)
    by = words.lower.rfind(" do ", at, end)
    at = by + 4 if by >= 0 else at
    span = trimmed(words.text, at, end)
    return span if names_body(words.lower, span.start, span.end) is not None else None
