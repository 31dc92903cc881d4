"""Who acts in a Vietnamese sentence, and where what he does begins: a body's name up to the first predicate.

Knows nothing of headings and slots; the English half is `duty.actors_english`.
"""

import re
from dataclasses import dataclass, replace

from corpus.registers import Span
from ingest.duty.words import HEADS_VI, MODALS_VI, NAMING_VI, QUANTIFIERS_VI, VERBS_VI

_WORD = re.compile(r"[^\W_]+")
FAR = 700  # characters: a list of bodies may be long, but not endless
# behind these a verb is a noun, or what is told of something else
_MAKES_NOUN = frozenset(
    ("theo", "việc", "sự", "để", "do", "về", "của", "không", "bị", "tự", "được", "khi", "chưa", "sau", "trước", "bằng",
     "từ", "đang", "chi", "là", "nơi", "và", "như", "nhằm", "trung", "các", "những", "mọi", "nhiều", "tác")
)  # fmt: skip
# "those who take part in ... are entitled to": what tells the subject apart, where something binding follows
_TELLING = frozenset(
    ("tham gia", "làm việc", "sử dụng", "quản lý", "nhận", "giữ", "đào tạo", "phối hợp", "cung cấp", "thi hành")
)
_NAMING_MORE = frozenset(("soạn thảo", "thẩm định", "biên soạn"))  # "Cơ quan chủ trì soạn thảo gửi ..."
_LAST_WORDS = frozenset(
    (
        "thực hiện",
        "thi hành",
        "chấp hành",
        "thẩm định",
        "rà soát",
        "giải quyết",
        "xử lý",
        "tổng hợp",
        "theo dõi",
        "xem xét",
    )
)
_BOUND_LATER = re.compile(r"[^,;.\n]{1,120}\s(?:được|phải|có trách nhiệm|chịu trách nhiệm|không được)\s")
_NOUN_AFTER = re.compile(r"tổ chức(?:\s*[,;)]|\s+(?:pháp chế|làm nhiệm vụ|có|cá nhân|liên quan|và|chính trị"
                         r"|kinh tế|xã hội|thuộc|đảng"
    r"|sự nghiệp|"
                         r"hành chính|đoàn thể|khác|bộ máy|trong|trực thuộc|đại diện))")  # fmt: skip
# behind these the words that follow a body's name are still its name: "Cơ quan quản lý cấp trên có trách nhiệm ..."
_RESPONSIBLE = re.compile(r"[^,;:\n]{0,90}?\s(?:phải )?(?:có trách nhiệm|chịu trách nhiệm)\s")
_BOUND_ON = re.compile(r"[^,;:.\n]{1,120}?\s(?:phải|không được|cần phải)\s(?!là)")
# whose body it is: "Thanh tra Bộ quản lý ..." says what it does, "Ban quản lý" is a name
_OWNERS = frozenset(("bộ", "tỉnh", "huyện", "xã", "sở", "ngành", "cục", "vụ", "địa phương", "thành phố"))
_BESIDE = ("cơ quan, ", "đơn vị, ", "cá nhân, ", "cơ quan và ", "đơn vị và ", "đảng và ")  # "cơ quan, tổ chức được ..."
_LAST_NAMED = re.compile(r",|\svà\s(?:các|những)\s")  # "các chủ đầu tư và các Ban quản lý dự án chịu trách nhiệm"
# a long subject ends at the comma before what binds it: "Cơ quan ra Quyết định thu hồi ..., có trách nhiệm ..."
_COMMA_BINDS = re.compile(r"[^;:\n]{0,260}?,\s(?:phải|có trách nhiệm|chịu trách nhiệm|không được)\s")
_ASKING_VI = re.compile(
    r"(?P<order>yêu cầu|chỉ thị)\s+(?=các |mỗi |tất cả |sở |ủy ban |ban |ubnd |thủ trưởng |chủ tịch |giám đốc )"
)
_NO_VERB = re.compile(
    r"(?:giao thông|cấp (?:tỉnh|huyện|xã|ủy|trưởng|phó|sở|phòng|trên|dưới|cơ sở|có thẩm quyền|chiến lược"
    r"|trung ương)"
    r"|lập pháp|thu nhập|đầu tư (?:công|xây dựng cơ bản)|học viện|học viên|quản lý nhà nước|in ấn|ra đời|giữ chức"
    r"|giữ vị trí|tự (?:chủ|bảo đảm|đảm bảo)|nhận thức|căn cứ khoa học|kèm theo|dự án|đề nghị tại|phát triển nông thôn"
    r"|phát thanh|tăng thêm|kiểm tra đảng|chuyển đổi số|trả kết quả|thu phí|chịu tác động|xét nghiệm|đưa ra|cần thiết"
    r"|hợp tác xã|phối hợp công tác|quản lý hành chính (?:về|nhà nước)|tham mưu,? giúp việc|giúp việc"
    r"|phối hợp (?:phải|có trách nhiệm)|đào tạo, bồi dưỡng (?:phải|được)|học tập|mở cửa)"
)
# "người đã lập hồ sơ gửi ...", "cơ quan, người đã cấp phép thu hồi ...": one is told apart by what he did
_DID = re.compile(r"(?<!\w)(?<!các )(?<!những )(?:người|cơ quan|đơn vị|tổ chức|cá nhân) đã $")
# verbs that are the second half of a word: "giấy chứng nhận", "vận chuyển", "phòng thực hành"
_SECOND_HALF = {
    "nhận": ("chứng ", "xác ", "công ", "giấy "),
    "chuyển": ("vận ",),
    "thực hành": ("phòng ", "giờ ", "bài ", "xưởng "),
}
# where a name ends although the predicate comes later
_NAME_ENDS = re.compile(
    r",?\s+(?:(?:bao )?gồm|là|có chức năng|theo (?:chức năng|thẩm quyền|quy định|phạm vi|nhiệm vụ|phân công)"
    r"|trên cơ sở|trong phạm vi|căn cứ|khi"
    r"|sau khi|"
    r"trước khi|nếu|trong thời hạn|trong quá trình|hằng năm|hàng năm|hằng quý|định kỳ|trước ngày|chậm nhất|đã)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Acting:
    """A subject (None where the sentence has none that can act) and its predicate: where it begins and its word.

    `weak` marks a verb that may belong to the name: "Đoàn kiểm tra", "Trung tâm tư vấn".
    """

    who: Span | None
    predicate: int
    word: str
    modal: bool
    past: bool = False
    weak: bool = False


def lowered(text: str) -> str:
    """The text in small letters and one spelling ("uỷ", "qui định"), as long as it was: offsets hold in both."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.replace("uỷ", "ủy").replace("qui ", "quy ")


def acting_vi(text: str, lower: str, start: int, end: int) -> Acting | None:
    """A Vietnamese sentence that begins with who acts; None if it does not."""
    begin = names_body(lower, start, end)
    if begin is None:
        return None
    weak: Acting | None = None
    previous, seen, past_verb = "", 0, 0
    for match in _WORD.finditer(lower, begin, min(end, begin + FAR)):
        a, b = match.span()
        gap = lower[max(start, a - 2) : a]
        if "\n" in gap or (":" in gap and not _lists_names(text, a)):
            break
        listed = (
            weak is not None and "," in gap and names_body(lower, a, end) is None and MODALS_VI.at(lower, a, b) is None
        )
        if weak is not None and (listed and not _COMMA_BINDS.match(lower, a, min(end, a + FAR)) or seen > 24):
            break
        found = _predicate(text, lower, a, b) if not _bracketed(lower, begin, a) else None
        inside, past_verb = a < past_verb or a <= begin, max(past_verb, a + len(found[0]) if found else 0)
        if found is not None and not inside and _says(lower, a, found, previous, end):
            past = previous in ("đã", "từng", "chưa", "vừa") or (previous == "không" and found[0] == "phải")
            acting = Acting(_name(text, start, a), a, found[0], found[1], past)
            if past and weak is None and _DID.search(lower, start, a):
                weak = replace(acting, weak=True)
                previous = lower[a:b]
                continue
            if not _tells_apart(lower, begin, acting, weak):
                return acting
            weak = weak or replace(acting, weak=True)
        seen += weak is not None
        previous = lower[a:b]
    return weak


def _tells_apart(lower: str, begin: int, acting: Acting, weak: Acting | None) -> bool:
    """Whether a verb may belong to the name: right behind what a body is called in general, nothing in between."""
    if weak is not None and acting.word in _NAMING_MORE:
        return not lower[weak.predicate + len(weak.word) : acting.predicate].strip()
    if lower[: acting.predicate].endswith(", ") and lower.startswith(" và ", acting.predicate + len(acting.word)):
        return not acting.modal  # "Hội đồng bồi thường, hỗ trợ và tái định cư có trách nhiệm ..."
    if not acting.modal and (_named_on(lower, begin, acting) or _bound_on(lower, begin, acting)):
        return True
    if (
        not acting.modal
        and lower.endswith((" bên ", "\nbên "), 0, acting.predicate)
        or lower[: acting.predicate] == "bên "
    ):
        return True  # "bên mua", "bên kiểm soát dữ liệu": a party is told apart by what it does
    if acting.modal or weak is not None:
        return False
    deputy = acting.word == "giúp" and "phó" in lower[max(0, begin - 20) : acting.predicate].split()
    if deputy or lower.endswith("nhà nước", 0, begin):
        return False  # "Phó Trưởng phòng giúp Trưởng phòng ..."
    generic = not lower[begin : acting.predicate].strip()
    last = _LAST_NAMED.split(lower[begin : acting.predicate])[-1].split()
    owner = not generic and " ".join(last[-1:]) in _OWNERS and len(last) == 1 and not lower[:begin].endswith("các")
    return acting.word in NAMING_VI and (generic or (" ".join(last) in HEADS_VI.phrases and not owner))


def _bound_on(lower: str, begin: int, acting: Acting) -> bool:
    """Whether a verb right behind a general name tells whom "phải" binds: "Sinh viên nhận học bổng phải ..."."""
    near = lower[begin : acting.predicate].split()
    if near and near[0] not in ("được", "đã", "đang"):
        return False
    after = acting.predicate + len(acting.word)
    bound = _BOUND_ON.match(lower, after, min(len(lower), after + FAR))
    return bound is not None and names_body(lower, after, bound.end()) is None


def _named_on(lower: str, begin: int, acting: Acting) -> bool:
    """Whether a verb and the words behind it tell a body apart that "có trách nhiệm" follows."""
    after = acting.predicate + len(acting.word)
    near = lower[begin : acting.predicate]
    if len(near) < 80 and (not near.strip() or " được " in near) and _COMMA_BINDS.match(lower, after, after + FAR):
        return True
    bound = _RESPONSIBLE.match(lower, after, after + FAR)
    return bound is not None and names_body(lower, after, bound.end()) is None


def _says(lower: str, at: int, found: tuple[str, bool], previous: str, end: int) -> bool:
    """Whether a verb is what the sentence says, not part of a name or of what somebody is told apart by."""
    word, modal = found
    if modal:
        return True
    if previous in _MAKES_NOUN and not word.startswith("không"):
        return False
    after = at + len(word)
    if word in _TELLING and _BOUND_LATER.match(lower, after, end):
        return False
    rest = lower[after : min(end, after + 3)].strip()
    return bool(rest and rest[0] not in ";.)") or word in _LAST_WORDS


def _bracketed(lower: str, start: int, at: int) -> bool:
    opened = lower.rfind("(", start, at)
    return opened >= 0 and lower.find(")", opened, at) < 0


def _lists_names(text: str, at: int) -> bool:
    """Whether a colon opens a list of names: "Giám đốc các Sở: Kế hoạch và Đầu tư, Tài chính"."""
    before = text[max(0, at - 30) : at].rstrip(" :").rpartition(" ")[2]
    return text[at].isupper() and (
        before[:1].isupper()
        or before in ("sở", "bộ", "vụ", "ban", "phòng", "ngành", "huyện", "xã", "đốc", "trưởng", "tịch", "ông", "bà")
    )


def names_body(lower: str, start: int, end: int) -> int | None:
    """Where the first word after "các", "mỗi" ends if it opens the name of a body or a person; None if it does not."""
    at, steps = start, 0
    while steps < 3:
        match = _WORD.search(lower, at, min(end, at + 30))
        if match is None or lower[at : match.start()].strip(' ("“'):
            return None
        head = _head(lower, *match.span())
        quantifier = match.group() if match.group().isdigit() else QUANTIFIERS_VI.at(lower, *match.span())
        if head is not None and (quantifier is None or len(head) >= len(quantifier)):
            return match.start() + len(head)
        if quantifier is None:
            return None
        at, steps = match.start() + len(quantifier), steps + 1
    return None


# words that begin like a body's name and are none: "trường hợp", "hội nghị", "báo cáo"
_NO_HEAD = re.compile(
    r"(?:trường hợp|hội nghị|hội thảo|bộ (?:tiêu chí|đơn giá|máy|câu hỏi|hồ sơ|thủ tục)|vụ việc"
    r"|cơ sở (?:dữ liệu|pháp lý"
    r"|vật chất|hạ tầng|đó)"
    r"|ngành nghề|xe |tàu |đoàn kết|thành phần|báo (?:cáo|giá)|ban (?:hành|đầu|đêm)|phòng (?:chống|ngừa|, chống)"
    r"|tổ chức (?:quản lý|sử dụng|vận hành|thẩm định)(?:,| và)|tổ chức(?! (?:đảng|chính trị|cá nhân"
    r"|hành chính|đoàn thể|sự nghiệp|khoa học|kinh tế|xã hội|chủ quản|phát hành"
    r"|tín dụng"
    r"|trong|thuộc|trực thuộc|đại diện|hành nghề|quản lý|sử dụng|vận hành|thẩm định|liên quan|công đoàn"
    r"|nước ngoài|pháp chế|làm nhiệm vụ|tư vấn"
    r"|, cá nhân)"
    r"|, (?:cá nhân|đơn vị|đoàn thể))|chủ (?:trì|động|trương|yếu|đề)"
    r"|quỹ đất|hộ khẩu|hộ tịch|khối lượng|bên cạnh|viện phí|đài thọ|bà con|nhóm (?:giải pháp|nhiệm vụ"
    r"|chỉ tiêu|việc|tiêu chí|nội dung|vấn đề|hàng)|trạm thu|xã hội|huyện lỵ|hội nhập|đoạn"
    r"|thanh tra(?: chuyên ngành| việc|, ))"
)


def _head(lower: str, start: int, end: int) -> str | None:
    head = HEADS_VI.at(lower, start, end)
    quantified = lower[max(0, start - 5) : start].rstrip().endswith(("các", "mọi", "mỗi", "những"))
    if head is None:
        return "cấp" if quantified and lower[start:end] == "cấp" else None  # "các cấp, các ngành"
    return head if quantified and head == "tổ chức" or not _NO_HEAD.match(lower, start) else None


def _predicate(text: str, lower: str, a: int, b: int) -> tuple[str, bool] | None:
    if text[a].isupper():
        return None
    modal = MODALS_VI.at(lower, a, b)
    if modal == "cần" and lower[max(0, a - 7) : a].split()[-1:] in (["hậu"], ["nhu"], ["yêu"], ["thiết"]):
        return None
    if modal is not None and modal.startswith("cần") and lower[a + len(modal) : a + len(modal) + 1] == ":":
        return None  # "tổ chức kinh tế cần: ..." opens a list of papers
    if modal is not None:
        return (modal, True) if lower[max(0, a - 10) : a].rstrip()[-4:] != "diện" else None
    verb = VERBS_VI.at(lower, a, b)
    if (
        verb is None
        and (order := _ASKING_VI.match(lower, a))
        and names_body(lower, order.end(), len(lower)) is not None
    ):
        return order["order"], False
    if verb is None or _NO_VERB.match(lower, a):
        return None
    if verb == "tổ chức" and (_NOUN_AFTER.match(lower, a) or lower.endswith(_BESIDE, 0, a)):
        return None
    if verb in _SECOND_HALF and lower.endswith(_SECOND_HALF[verb], 0, a):
        return None
    if verb in ("tự", "tổ chức", "lập", "đầu tư", "ký", "dự", "quy hoạch", "in", "ra", "thu", "họp") and _inside(
        lower, a
    ):
        return None
    return verb, False


def _inside(lower: str, a: int) -> bool:
    """Whether a syllable belongs to the word before it: công lập, chủ đầu tư, các tổ chức."""
    before = lower[max(0, a - 12) : a].split()
    return bool(before) and before[-1] in {
        "công", "độc", "thành", "thiết", "chủ", "nhà", "các", "mọi", "quan", "đăng", "hội", "bộ", "chữ", "nguồn", "vốn",
        "có", "sự", "tham", "nước", "trong", "ngoài", "hoạch", "kỳ", "cuộc", "phiên", "trật",
    }  # fmt: skip


def _name(text: str, start: int, predicate: int) -> Span:
    """The words of who acts, without what is said about how or when."""
    ends = _NAME_ENDS.search(text, start + 2, predicate)
    last = ends.start() if ends else predicate
    return trimmed(text, start, last)


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without blanks and loose punctuation at its edges, and without "được", "đã", "cũng" at its end."""
    while start < end and text[start] in ' \t\n,;:-–•*"“':
        start += 1
    while True:
        while end > start and text[end - 1] in ' \t\n,;:.-–"”':
            end -= 1
        last = text.rfind(" ", start, end) + 1
        if last > start and text[last:end].lower() in _LOOSE:
            end = last
            continue
        return Span(start, end)


_LOOSE = {"được", "đã", "cũng", "và", "còn", "đều", "thì", "tự", "sẽ", "sớm", "which", "and", "also", "hereby", "then"}
