"""What is counted in a question, and what a statement must hold to answer one of its kind (see `kind_asked`).

Patterns of questions are compared with the folded text, so that they fit what is typed without diacritics.
"""

import re
from collections.abc import Callable, Sequence

from assistant.kind_asked import Kind
from corpus.dates import MONTH_NAME, find_dates
from corpus.folding import CAPITALS, fold
from corpus.identity import find_numbers
from corpus.messages import Language
from corpus.persons import names_person
from corpus.units import same_length

# behind "bao nhiêu" stands what is counted, or the sentence goes on: "bao nhiêu một tháng", "bao nhiêu thì được"
_NOT_COUNTED = frozenset((
    "mot", "moi", "den", "thi", "la", "duoc", "phai", "co", "de", "trong", "tren", "cho", "doi", "khi", "theo", "o", "tai",
    "neu", "voi", "vao", "tu", "va", "hoac", "hay", "nua", "roi", "ve", "thuoc", "se", "bi", "so", "hon", "vay", "the",
    "and", "or", "is", "are", "was", "were", "do", "does", "did", "must", "can", "will", "would", "should", "may", "shall",
    "has", "have", "had", "in", "of", "on", "at", "to", "from", "for", "by", "per", "if", "when", "it", "they", "we", "he",
    "she", "you", "i", "there",
))  # fmt: skip
# "how many extra marks": which of them, not what they are
_WHICH_OF_THEM = r"(?:(?:extra|more|additional|other|further|new|different|such|total|actual|full|in all) )?"


# what is measured in a unit of its own: in another there is no answer
PERCENT, MONEY, PAY, OFTEN, SALARIES, DURATION = ("%",), ("money",), ("pay",), ("often",), ("salaries",), ("duration",)
AGE, MARK = ("age",), ("mark",)
MEASURED = (PERCENT, MONEY, PAY, OFTEN, SALARIES, AGE, MARK)
_MEASURES: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (AGE, re.compile(r"\b(?:bao nhieu|may) tuoi\b|\bhow old\b|\bwhat (?:[\w-]+ ){0,2}age\b|\bage (?:limit|ceiling)\b")),
    (MARK, re.compile(r"\b(?:bao nhieu|may) diem\b|\b(?:what|which) (?:[\w-]+ ){0,2}(?:marks?|scores?)\b|\bhow many (?:[\w-]+ )?(?:points|marks)\b")),
    (PERCENT, re.compile(
        r"\b(?:phan tram|ty le|percent(?:age)?|proportion|share"
        # the rate of a room or of an allowance is a sum
        r"|(?<!room )(?<!allowance )(?<!fee )(?<!daily )(?<!hourly )rate(?! (?:of|for) (?:an?|one|each) ))\b|%")),
    (SALARIES, re.compile(r"\b(?:bao nhieu|may) thang luong\b|\bhow many months?'?s? (?:of )?(?:salary|pay)\b")),
    (OFTEN, re.compile(r"\bhow often\b|\b(?:bao nhieu|may) lan\b|\bhow many times\b|\bbao lau (?:mot|1) lan\b")),
    (MONEY, re.compile(
        r"\b(?:bao nhieu|may) (?:tien|dong(?! chi\b)|nghin|ngan|trieu|ty)\b|\bbudget\b|\bcosts?\b|\bso tien\b"
        r"|\bkinh phi\b(?!.*\b(?:nao|gi|ai|sao|dau)\b)"
        r"|\bhow much (?:money|is|does|did|was|of the budget)\b"
        r"|\b(?:le phi|hoc phi|muc phi|muc thu|gia ban|tien phat|muc phat)\b.*\b(?:bao nhieu|may)\b"
        r"|\btien (?:an|thuong|luong|phat|cong|thue|dien|nuoc|hoc|mat)\b.*\b(?:bao nhieu|may)\b"
        r"|\bwhat (?:[\w-]+ ){0,2}(?:fees?|sum|price|fine|bill)\b|^(?:the )?(?:fees?|price|cost) (?:of|for|to)\b"
        r"|^(?:the )?(?:total|overall) (?:funding|budget|cost|expenditure)\b"
        r"|\bwhat (?:[\w-]+ ){0,3}rates? (?:of|for) (?:an?|one|each)\b"
        r"|\b(?:what (?:is|was|are|were) the (?:[\w-]+ )?|how much (?:of the )?)(?:funding|funds|expenditure)\b")),
    (PAY, re.compile(
        r"\bmuc (?:ho tro|tro cap|phu cap|luong|thuong)\b"
        r"|\b(?:(?:tien|bac|huong|tra|xep|linh|nhan) luong|^luong|luong (?:co so|thang|hang thang|toi thieu vung)|he so luong)\b"
        r".*\b(?:bao nhieu|may)\b(?! (?:ngay|thang|nam|nguoi|lan|tuoi))"
        r"|\bwhat (?:[\w-]+ ){0,2}(?:salary|wage)s? (?:does|do|is|are|was|were|will|did)\b"
        r"|\b(?:tro cap|phu cap|tien thuong|duoc thuong)\b.*\b(?:bao nhieu|may)\b(?! (?:ngay|thang|nam|nguoi|lan|tuoi))"
        r"|\bhow (?:much|large an?|big an?|high an?|(?:large|big|high|much) (?:is|are|was|were) (?:the|an?)) (?:[\w-]+ ){0,2}"
        r"(?:allowance|salary|bonus|support|subsidy|grant)s?\b")),
    (DURATION, re.compile(r"\b(?:bao lau|how long|time limit|thoi han)\b")),
)  # fmt: skip


def counted_in(folded: str, language: Language = "vi") -> tuple[str, ...]:
    """What is counted or measured: one of the measures, or the words after "how many", "bao nhiêu"."""
    measure = next((measure for measure, asks in _MEASURES if asks.search(folded)), None)
    if measure is not None:
        return measure
    many = "how many" if language == "en" else "bao nhieu|may"  # "may" is a verb in English
    of = rf"(?:of (?:the |these |those )?)?{_WHICH_OF_THEM}"
    asked = re.finditer(rf"\b(?:{many})\s+{of}([a-z]+)(?:[\s-]+([a-z]+))?", folded)
    match = next((m for m in asked if m[1] not in _NOT_COUNTED), None)  # "từ mấy đến mấy nhiệm vụ"
    return tuple(w for w in match.groups() if w and w not in _NOT_COUNTED) if match else ()


# "năm" is a year, unless things stand behind it
_FIVE = (
    r"năm(?= (?:người|đồng chí|cơ quan|đơn vị|tỉnh|huyện|xã|nhóm|bước|nội dung|nhiệm vụ|giải pháp|thành viên|lần|ngày|tháng|năm|tiết|buổi|điều kiện|"
    r"tiêu chuẩn|tiêu chí|lĩnh vực|trường hợp|bậc|cấp|mức|phòng|lớp|loại|phần)\b)"
)
_NUMBER_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|twice|một|hai|ba|bốn|sáu|bảy|tám|chín|mười|"
    rf"{_FIVE})\b",
    re.IGNORECASE,
)
_FOLDED_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|"
    "mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi"
)
_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|half|nửa"
_DAY_MONTH = r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])"  # "15/12"; "15/15" counts
# a time, and not only the word for one ("the tasks of the coming quarter", "from the departments")
_WHEN = re.compile(
    rf"(?:\d|\b(?:{_ONES})\b)\)?\s*(?:\([^)]*\)\s*)?(?:[^\W\d]+[ -]){{0,2}}"
    r"(?:days?|months?|years?|minutes?|hours?|weeks?|quarters?|terms?|periods?|sessions?|ngày|tháng|năm|quý|tuần|giờ|phút|tiết|buổi|nhiệm kỳ|lần)\b"
    r"|\b(?:ngày|tháng|quý|năm|khóa|khoá|quarter|year)\s+(?:\d+|[IVX]+)\b|\b(?:19|20)\d{2}\b"
    rf"|\b{_DAY_MONTH}\b|\b\d{{1,2}}\s?(?:h|giờ|:\d{{2}}|a\.?m|p\.?m)\b"
    rf"|\b(?:{MONTH_NAME})\b(?!\s+(?:be|have|not|also|only))"
    r"|\b(?:đầu|giữa|cuối|hết|trong|hằng|hàng|mỗi|từng|một|cùng) (?:ngày|tuần|tháng|quý|năm)\b|\b(?:định kỳ|thường xuyên|ngay sau|ngay khi)\b"
    r"|\b(?:early|mid|end of|next|this|last|every|each|per) (?:\w+ )?(?:days?|weeks?|months?|quarters?|years?|terms?)\b"
    r"|\b(?:quarterly|annual(?:ly)?|monthly|weekly|daily|yearly|regularly|periodically|immediately)\b",
    re.IGNORECASE,
)
# the day that stands behind a document's number says when that was issued
_ISSUED = re.compile(
    r",?\s+(?:ngày|dated|of|issued on)\s+(?:\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}|\d{1,2} [A-Z]\w+ \d{4}|[A-Z]\w+ \d{1,2},? \d{4})"
)
MARKED = re.compile(r"^\W*(?:\d{1,2}(?:\.\d+)*|[a-zđ])\s*[.)]\s")  # the mark of a clause or an item
_SELF = re.compile(
    r"\b(?:Luật|Bộ luật|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Quy chế|Quy định|Kết luận|Hướng dẫn|Chương trình|Đề án|Kế hoạch|Báo cáo) này\b"
    r"|\b[Tt]his (?:Law|Code|Resolution|Decree|Decision|Directive|Circular|Regulation|Conclusion|Guidance|Programme|Program|Project|Plan|Report)\b"
)
# a day without its year, a month, a week: news and dispatches leave out what their readers know
_PART_OF_DATE = re.compile(
    rf"\b(?:19|20)\d{{2}}\b|\b(?:{MONTH_NAME})\b(?!\s+(?:be|have|not))"
    rf"|\b(?:next|this|last)\s+(?:week|month|year)\b|\b{_DAY_MONTH}\b|\b(?:ngày|tháng|quý)\s+[\dIVX]+|\bquarter\b"
)
_PERSON = re.compile(
    r"\b(?:[Cc]omrades?:?|Mrs?\.|Ms\.|Dr\.?|Professor|[Đđ]ồng chí|[Ôô]ng|[Bb]à)\s+[^\W\d_a-z][\w'’-]+\s+[^\W\d_a-z][\w'’-]+"
)
_NAME = re.compile(rf"\b[{CAPITALS}][\w'’-]+(?:\s+[{CAPITALS}][\w'’-]+)+")
_BODY = re.compile(
    r"\b(?:Sở|Ban|Bộ|UBND|HĐND|Ủy ban|Tỉnh ủy|Chủ tịch|Giám đốc|Trưởng|Phòng|Văn phòng|Trường|Hội đồng|Department|Committee|Ministry|Council|Office|Chairman|"
    r"Director|School|Secretary|Head|Academy|Government|Board)\b"
)
_REASON = re.compile(
    r"\b(?:because|due to|since|as|so that|in order to|causes?|reasons?|owing to|(?<!ai )do(?! ai)|vì|bởi|tại|nguyên nhân|lý do|nhằm|để)\b",
    re.IGNORECASE,
)

_DATED = re.compile(r"\W{1,3}(?:dated|of|ngày|issued on)\s+(?:[A-Z][a-z]+ )?\S*\d", re.IGNORECASE)
_ABOUT = re.compile(r".{0,90}?(?:[“\"]|\b(?:on|about|về|concerning)\b)", re.IGNORECASE)


# from when on something applies, or until when: not the day that stands behind a number
EFFECT = re.compile(
    r"\b(?:hieu luc|thi hanh tu|ap dung tu|effective|(?:tak(?:e|es|ing)|took|into|in|comes? into) (?:effect|force)|in force|effect)\b"
)

# a year or a period of years counts nothing
_YEARS = re.compile(
    r"\b(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?\b(?!\s*(?:người|đồng|lượt|triệu|tỷ|people|persons|VND))"
)

# a day that is counted from the document's own: "sau 45 ngày kể từ ngày ký"
_FROM_ITS_OWN = re.compile(
    r"\b(?:từ|sau) ngày (?:ký|ban hành|thông qua|công bố|đăng)\b|\bngày,? kể từ ngày\b"
    r"|\b(?:from|on|after|of) (?:the )?(?:date|day) of (?:its )?(?:signing|signature|issu\w+|promulgation|adoption|publication)\b|\bdays (?:from|after)\b",
    re.IGNORECASE,
)
# "on which day": a year alone is none
ASKS_DAY = re.compile(r"\b(?:ngay (?:nao|may|bao nhieu)|(?:what|which) (?:exact )?(?:day|date))\b")
_MONTH_DAY = rf"\b(?:{MONTH_NAME})\s+\d{{1,2}}\b(?!\d)"
_DAY = re.compile(rf"\b\d{{1,2}}/\d{{1,2}}\b|\bngày\s+\d|{_MONTH_DAY}")
# "6/9 huyện" counts
_UNCOUNTED_DAY = re.compile(
    rf"\bngày\s+\d{{1,2}}(?:/\d{{1,2}})?\b(?:\s+tháng\s+\d{{1,2}}\b)?|\btháng\s+\d{{1,2}}\b(?:/\d{{4}})?|{_MONTH_DAY}"
)
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b|\b(?:thứ|lần thứ|khóa|khoá|Trung ương) (?:\d+|[IVX]+)\b")

# a moment may be told by what happens then
_MOMENT = re.compile(
    r"\b(?:thời điểm|ngay khi|ngay sau khi|trước khi|sau khi|kể từ khi|ngày (?:làm việc )?(?:tiếp theo|kế tiếp|liền kề|liền sau))\b"
    r"|\bthe (?:next|following|first) (?:working |business )?day\b|\b(?:upon|immediately (?:after|on)|as soon as|at the time|on the date)\b",
    re.IGNORECASE,
)


def tells_day(text: str) -> bool:
    """Whether a day is told, or what it is counted from; not a month or a year alone."""
    return bool(
        find_dates(text) or _DAY.search(_unnumbered(text)) or _FROM_ITS_OWN.search(text) or _MOMENT.search(text)
    )


ASKS_POST = re.compile(
    r"\bwhat (?:post|position|title|role|job|office)s?\b|\b(?:giu|chuc) (?:chuc )?(?:vu|danh)?\s?(?:gi|nao)\b|\bgiu chuc\b|\bcuong vi (?:gi|nao)\b"
)
_POST = (
    r"\b(?:head|deputy|director|secretary|chair\w*|vice|minister|member|president|principal|rector|chief|leader|pho|truong (?:ban|phong)|"
    r"giam doc|chu tich|bi thu|hieu truong|bo truong|thu truong|chanh|uy vien)\b"
)


def names_post(text: str, names: Sequence[str]) -> float:
    """Whether the person named stands beside a post: "Mr. Pham Quang Hung - Head of Department 4"."""
    even, name = same_length(text.lower()), r"\s+".join(re.escape(same_length(n.lower())) for n in names)
    for match in re.finditer(rf"\b{name}\b", even):
        before, behind = even[max(0, match.start() - 60) : match.start()], even[match.end() : match.end() + 60]
        if re.match(rf"\s*[,–-]\s*(?:\w+\s+){{0,3}}?{_POST}", behind) or re.search(rf"{_POST}[^.;:]*$", before):
            return 1.0
    return 0.0


def speaks_of_itself(text: str) -> bool:
    """Whether a document names itself: "Quyết định này", "this Circular"."""
    return bool(_SELF.search(text))


def of_number(text: str, kind: Kind, keys: set[str]) -> float:
    """Whether the date or the subject stands right behind a document number that is asked about (keys as in `Number.key`)."""
    pattern = _DATED if kind == "date" else _ABOUT
    behind = any(n.key in keys and pattern.match(text, n.end) for n in find_numbers(text))
    holds = kind == "fact" or KIND_TESTS["date"](text)
    return 1.0 if behind else 0.5 * holds


# who asks how many people there are is content with members, trainees, candidates
_ANYBODY = frozenset({"people", "persons", "person", "nguoi"})
# how an office calls its people, one for the other
_OWN_PEOPLE = "officials?|cadres?|comrades?|staff|officers?|civil servants?|can bo|dong chi|nguoi"
_ANY_OF_OWN = frozenset({"officials", "cadres", "comrades", "staff", "officers", "can bo", "dong chi"})
_PEOPLE = (
    "people|persons?|participants?|trainees?|members?|comrades?|cadres?|officials?|employees?|servants?|candidates?|students?|workers?|doctors?|"
    "nguoi|dong chi|can bo|cong chuc|vien chuc|hoc vien|thanh vien|dai bieu|thi sinh|luot"
)


PEOPLE_COUNTED = re.compile(rf"\d[\d.,]*\s+(?:\w+\s+){{0,2}}(?:{_PEOPLE})\b")
_SUMS = r"\d\s*(?:trieu|ty|nghin|ngan|dong|d|vnd|usd)\b|\b(?:vnd|usd)\s*\d|[$€]\s*\d|\d (?:million|billion|thousand)"
_SALARIES = r"\bthang luong\b|\bmonths?'?s? (?:of )?(?:\w+ )?(?:salary|pay)\b"
_IN_UNITS = {
    AGE: re.compile(r"\btuoi\b|\byears?[ -]old\b|\byears? of age\b|\bage[ds]?\b"),
    MARK: re.compile(r"\bdiem\b|\bpoints?\b|\bmarks?\b|\bscor(?:e|es|ing)\b|\d\s*%"),
    PERCENT: re.compile(r"\d\s*%|\bpercent\b|\bphan tram\b"),
    MONEY: re.compile(_SUMS),
    PAY: re.compile(
        rf"{_SUMS}|\d\s*%|\bphan tram\b|\bpercent\b|\bhe so\b|\bcoefficient\b|\bluong (?:co so|toi thieu|hien huong)\b"
        rf"|\b(?:base|minimum|full) (?:salary|pay|wage)\b|{_SALARIES}"
    ),
    SALARIES: re.compile(_SALARIES),
    OFTEN: re.compile(
        r"\blan\b|\b(?:once|twice|times?)\b|\b(?:moi|hang|tung) (?:ngay|tuan|thang|quy|nam|nhiem ky|hoc ky)\b|\bdinh ky\b"
        r"|\b(?:daily|weekly|monthly|quarterly|annual(?:ly)?|yearly|biannual\w*)\b"
        r"|\b(?:every|each|per|a) (?:\w+ )?(?:days?|weeks?|months?|quarters?|years?|terms?)\b|\bnam mot lan\b"
    ),
}


def count_pattern(counted: tuple[str, ...]) -> re.Pattern[str] | None:
    """A figure with what it counts, in folded text."""
    if not counted:
        return None
    if counted in _IN_UNITS:
        return _IN_UNITS[counted]
    if counted == DURATION:
        return re.compile(
            r"\d\s*(?:\([^)]*\)\s*)?(?:working )?(?:days?|months?|years?|minutes?|hours?|weeks?|periods?|ngay|thang|nam|phut|gio|tuan|tiet|buoi)\b"
        )
    if counted[0] in _ANYBODY:
        return re.compile(rf"\d[\d.,]*\s+(?:\w+\s+){{0,2}}(?:{_PEOPLE})\b")
    if counted[0] in _ANY_OF_OWN or " ".join(counted) in _ANY_OF_OWN:
        return re.compile(rf"\d[\d.,]*\s+(?:\w+\s+){{0,2}}(?:{_OWN_PEOPLE})\b")
    thing = rf"{re.escape(counted[0][:-1] if counted[0].endswith('s') else counted[0])}\w*"
    return re.compile(rf"(?:\d[\d.,]*|\b(?:{_FOLDED_NUMBERS}))(?:\s*\([^)]*\))?\s+(?:\w+\s+){{0,2}}{thing}\b(?!-)")


# a unit of a text, a step, a part: its number counts nothing
_OF_UNITS = re.compile(
    r"\b(?:điều|khoản|điểm|chương|mục|phần|phụ lục|bước|vòng|article|clause|point|chapter|section|annex|appendix|part|step|round)s?"
    r"\s+(?:\d+[a-zđ]?|[IVX]+)(?:\s*(?:,|và|and|,? or)\s*\d+[a-zđ]?)*\b",
    re.IGNORECASE,
)


def _has_number(text: str) -> bool:
    rest = _YEARS.sub(" ", undated(_unnumbered(_OF_UNITS.sub(" ", MARKED.sub("", text)))))
    return bool(re.search(r"\d", rest) or _NUMBER_WORDS.search(rest))


def counts_there(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a figure with what it counts stands in a text; the months of its dates count none."""
    return bool(pattern.search(fold(undated(text))))


def undated(text: str) -> str:
    """A text without its dates: a day counts nothing, nor does one without its year, nor the rank of a session."""
    for found in reversed(find_dates(text)):
        text = text[: found.start] + text[found.end :]
    return _ORDINAL.sub(" ", _UNCOUNTED_DAY.sub(" ", text))


# a document's number with a space in it, as news write some: "No. 08 -CTr/TU"
_SPACED = re.compile(r"\b(?:No\.?|[Ss]ố) ?\d+ ?[-/] ?[A-ZĐ]{2}\S*")


def _unnumbered(text: str) -> str:
    """A text without the numbers of documents and the days of their issue: they date nothing that is said here."""
    for number in reversed(find_numbers(text)):
        issued = _ISSUED.match(text, number.end)
        text = text[: number.start] + text[issued.end() if issued else number.end :]
    return _SPACED.sub(" ", text)


def _dated(text: str) -> float:
    """A day or a month tells when; "next week" tells less, and that something else happened before, least."""
    if find_dates(text) or _FROM_ITS_OWN.search(text):
        return 1.0
    return 0.8 if _PART_OF_DATE.search(_unnumbered(text)) else 0.5 * bool(_MOMENT.search(text))


def _is_deadline(text: str) -> bool:
    return bool(_WHEN.search(_OF_UNITS.sub(" ", MARKED.sub("", _unnumbered(text)))))


# places of a kind that is asked for ("xã nào", "which district") and how they are written in either language
_PLACES = tuple(
    (re.compile(rf"\b(?:{vi}) nao\b|\b(?:which|what) (?:\w+ )?(?:{en})\b"),
     re.compile(rf"\b(?:{marked}) [{CAPITALS}]|[{CAPITALS}][\w’'-]+ (?:{en}|{en.title()})\b|\b(?:{en}|{en.title()}) of [{CAPITALS}]"))
    for vi, marked, en in (
        ("xa|(?<!dia )phuong|thi tran", "[Xx]ã|[Pp]hường|[Tt]hị trấn", "communes?|wards?|townships?"),
        ("huyen|(?<!co )(?<!chu )(?<!khach )(?<!truc )quan|thi xa", "[Hh]uyện|[Qq]uận|[Tt]hị xã", "districts?"),
        ("tinh|thanh pho", "[Tt]ỉnh|[Tt]hành phố", "provinces?|city|cities"),
    )
)  # fmt: skip


def place_asked(folded: str) -> re.Pattern[str] | None:
    """How a place of the kind that a folded question asks for is written; None where it asks for none by its kind."""
    return next((pattern for asks, pattern in _PLACES if asks.search(folded)), None)


def names_place(folded: str, text: str) -> float:
    """Whether a statement names a place, of the kind that a folded question asks for."""
    return float(bool((place_asked(folded) or _NAME).search(text)))


MUST_HOLD = {"number", "date", "deadline", "who", "place", "reason"}
KIND_TESTS: dict[str, Callable[[str], float]] = {
    "number": _has_number,
    "date": _dated,
    "deadline": lambda t: 1.0 if _is_deadline(t) else 0.5 * bool(_MOMENT.search(t)),
    "who": lambda t: 1.0 if _PERSON.search(t) or names_person(t) else 0.6 * bool(_NAME.search(t) or _BODY.search(t)),
    "place": lambda t: bool(_NAME.search(t)),
    "list": lambda t: t.rstrip().endswith(":") or t.count(",") + t.count(";") >= 2,
    "reason": lambda t: bool(_REASON.search(t)),
}
