"""What numbers count, in one vocabulary for both languages: "percent", "person", "working_day", "million_vnd" ...

Knows how a measure is printed behind a number; knows nothing of numbers or documents.
"""

import re
from dataclasses import dataclass

from corpus.messages import Language

# a noun that is not here is an "item": what is counted stands in the words themselves
ITEM = "item"
# canonical name, Vietnamese words, English words (singular; a plural may end in s or es)
_TABLE: tuple[tuple[str, str, str], ...] = (
    ("percentage_point", "điểm phần trăm|điểm %", "percentage point"),
    ("percent", "%|phần trăm", "percent|per cent|pct"),
    ("per_mille", "‰|phần nghìn|phần ngàn", "per mille"),
    ("times", "lần", "time|fold"),
    ("year_old", "tuổi đời|tuổi đảng|tuổi", "years old|year old|years of age|year of age|years-old|year-old"),
    ("working_day", "ngày làm việc|ngày công", "working day|business day|workday"),
    ("hour", "giờ làm việc|giờ|tiếng đồng hồ", "hour|working hour"),
    ("minute", "phút", "minute"),
    ("day", "ngày", "day|calendar day"),
    ("week", "tuần", "week"),
    ("month", "tháng", "month"),
    ("quarter", "quý", "quarter"),
    ("term", "nhiệm kỳ", "term|tenure"),
    ("year", "năm học|năm", "year|school year"),
    ("trillion_vnd", "nghìn tỷ đồng|ngàn tỷ đồng|nghìn tỉ đồng|nghìn tỷ", "trillion vnd|trillion dong"),
    ("billion_vnd", "tỷ đồng|tỉ đồng|tỷ vnđ|tỷ|tỉ", "billion vnd|billion dong|billion vietnamese dong"),
    ("million_vnd", "triệu đồng|triệu vnđ|tr.đ|trđ|tr đồng", "million vnd|million dong|million vietnamese dong"),
    ("thousand_vnd", "nghìn đồng|ngàn đồng", "thousand vnd|thousand dong"),
    ("vnd", "đồng chẵn|đồng việt nam|đồng|vnđ|vnd|đ", "vnd|dong|vietnamese dong"),
    ("billion_usd", "tỷ usd|tỷ đô la|tỷ đô la mỹ", "billion usd|billion us dollars"),
    ("million_usd", "triệu usd|triệu đô la|triệu đô la mỹ", "million usd|million us dollars"),
    ("usd", "usd|đô la mỹ|đô la|đô-la mỹ|đô-la", "usd|us dollar|dollar"),
    (
        "person",
        "người dân|người|đồng chí|đ/c|cán bộ|công chức|viên chức|thành viên|ủy viên|uỷ viên|đại biểu|học viên"
        "|học sinh"
        "|sinh viên|giảng viên|giáo viên|báo cáo viên|bác sĩ|bác sỹ|tiến sĩ|thạc sĩ|kỹ sư|chuyên gia|lao động"
        "|nhân khẩu"
        "|đảng viên|đoàn viên|hội viên|nhân viên|chuyên viên|thí sinh|ứng viên|kiểm soát viên|phó chủ tịch"
        "|phó giám đốc"
        "|phó trưởng phòng|phó trưởng ban|phó vụ trưởng|phó cục trưởng|phó tổng giám đốc|phó chánh văn phòng"
        "|lãnh đạo|cấp phó|cấp trưởng|phó"
        "|phó trưởng khoa|cộng tác viên|cán bộ chủ chốt|giám đốc|hiệu trưởng|phó hiệu trưởng",
        "person|people|comrade|cadre|civil servant|public employee|official|member|delegate|trainee|student|pupil"
        "|lecturer|teacher|doctor|phd|master|engineer|expert|specialist|worker|employee|candidate|participant"
        "|party member|leader|commissioner|individual|deputy head|deputy director|vice chairman|vice chairperson"
        "|inhabitant|rapporteur|vice president|staff member|interviewee|applicant|rural worker|head|director"
        "|committee member|young people|staff|women|men|ethnic minority people",
    ),
    ("household", "hộ gia đình|hộ nghèo|hộ dân|hộ", "household"),
    (
        "post",
        "vị trí việc làm|vị trí|chức danh|chức vụ|biên chế|suất",
        "job position|position|post|title|vacancy|payroll post|staffing quota|payroll quota",
    ),
    ("turn", "lượt người|lượt cán bộ|lượt học viên|lượt", "turn|attendance|training turn"),
    ("class", "lớp học|lớp bồi dưỡng|lớp", "class|training class"),
    ("course", "khóa học|khoá học|khóa|khoá", "course|training course"),
    ("lesson", "tiết học|tiết", "period|lesson"),
    ("module", "chuyên đề|học phần|môn học|môn|tín chỉ", "topic|module|subject|credit"),
    (
        "meeting",
        "hội nghị|cuộc họp|phiên họp|phiên|buổi|kỳ họp|cuộc|hội thảo|diễn đàn",
        "conference|meeting|session|workshop|forum|fora|startup forum|communication conference",
    ),
    (
        "document",
        "văn bản|thông tư|nghị quyết|quyết định|kế hoạch|báo cáo|đề án|nghị định|thông báo|tờ trình|công văn|hồ sơ"
        "|giấy phép|phiếu|bài báo|đơn|biên bản|dự án|chương trình|quy chế|quy định|đề tài|tin bài",
        "document|circular|resolution|decision|plan|report|project|decree|notice|submission|dossier|licence|license"
        "|form|article|programme|program|application|scheme|ballot|vote|action plan|job position project"
        "|job-position project",
    ),
    ("document_type", "loại văn bản|loại giấy tờ|loại hồ sơ|loại", "type of document|type|kind"),
    ("copy", "bản|bản sao|bản chính", "copy|copies"),
    ("set", "bộ hồ sơ|bộ", "set"),
    (
        "agency",
        "cơ quan|đơn vị|tổ chức|sở|ban|ngành|bộ|doanh nghiệp|công ty|trường|bệnh viện|trung tâm|phòng|tổ"
        "|chi cục|cục|vụ"
        "|đoàn|đoàn kiểm tra|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|ubnd|hđnd|htx|ban quản lý"
        "|chi bộ|đảng bộ|huyện ủy|đảng ủy|trạm y tế|hợp tác xã|tổ chức đảng|trung tâm y tế|cơ sở",
        "agency|unit|organization|organisation|department|ministry|sector|branch|enterprise|company|school|hospital"
        "|centre|center|division|body|party cell|party organization|party committee|district party committee"
        "|cooperative|institution|academy|affiliated academy|training institution|health centre|medical centre"
        "|station",
    ),
    (
        "place",
        "đơn vị hành chính|xã|phường|thị trấn|huyện|thành phố|tỉnh|quận|thôn|bản làng|ấp|khu phố|điểm cầu|buôn|làng"
        "|tỉnh thành|vùng|khu|địa phương|cụm xã",
        "commune|ward|township|district|city|province|village|site|locality|bridge|area|region|administrative unit",
    ),
    ("task", "nhiệm vụ|giải pháp|công việc|việc", "task|solution|job"),
    ("target", "chỉ tiêu|mục tiêu", "target|objective|quota|goal"),
    ("criterion", "tiêu chí|tiêu chuẩn|điều kiện", "criterion|criteria|standard|condition"),
    ("group", "nhóm", "group"),
    ("step", "bước", "step"),
    ("round", "vòng thi|vòng", "round"),
    ("question", "câu hỏi|câu", "question|sentence"),
    ("point", "điểm", "point|mark"),
    ("page", "trang", "page"),
    ("rank", "bậc lương|bậc|ngạch", "rank|grade|level|salary step"),
    ("house", "căn nhà|căn hộ|căn|nhà|phòng học", "house|apartment|flat|room|housing unit"),
    ("square_metre", "m2|m²|mét vuông", "m2|m²|square metre|square meter|sq m"),
    ("cubic_metre", "m3|m³|mét khối", "m3|m³|cubic metre|cubic meter"),
    ("square_kilometre", "km2|km²", "km2|km²|square kilometre|square kilometer"),
    ("hectare", "ha|héc ta|hecta|héc-ta", "ha|hectare"),
    ("kilometre", "km|ki-lô-mét|cây số", "km|kilometre|kilometer"),
    ("centimetre", "cm", "cm|centimetre|centimeter"),
    ("millimetre", "mm", "mm|millimetre|millimeter"),
    ("metre", "mét|m", "m|metre|meter"),
    ("kilogram", "kg|ki-lô-gam", "kg|kilogram"),
    ("tonne", "tấn|tạ", "tonne|ton"),
    ("litre", "lít", "litre|liter"),
    ("megawatt", "mw", "mw|megawatt"),
    ("kilowatt_hour", "kwh|kw/h", "kwh"),
    ("degree_celsius", "°c|độ c", "°c|degree celsius"),
    ("dozen", "tá", "dozen"),
)
# what is only whole: "3,288 người" is no decimal
WHOLE = frozenset({
    "person", "household", "post", "turn", "class", "course", "lesson", "meeting", "document", "document_type", "copy",
    "set", "agency", "place", "task", "target", "criterion", "group", "step", "round", "question", "page", "house",
    "vnd",
})  # fmt: skip
TIME = frozenset({
    "year", "month", "week", "day", "working_day", "hour", "minute", "quarter", "year_old", "term"
})  # fmt: skip
MONEY = frozenset({
    "trillion_vnd", "billion_vnd", "million_vnd", "thousand_vnd", "vnd", "billion_usd", "million_usd", "usd"
})  # fmt: skip
# a number before these is that many times larger: "1,2 triệu người"
_FACTORS = {
    "triệu": 1e6, "nghìn": 1e3, "ngàn": 1e3, "tỷ": 1e9, "tỉ": 1e9, "trăm": 1e2, "chục": 1e1,
    "million": 1e6, "thousand": 1e3, "billion": 1e9, "hundred": 1e2,
}  # fmt: skip
_IRREGULAR = {
    "agency": "agencies", "ministry": "ministries", "enterprise": "enterprises", "company": "companies",
    "city": "cities",
    "body": "bodies", "party": "parties", "locality": "localities", "vacancy": "vacancies", "academy": "academies",
    "century": "centuries", "quantity": "quantities",
}  # fmt: skip
_LONGEST = 4  # words in a name
_FURTHEST = 6  # words of which the last may be the noun, in English
_NO_ADJECTIVES = frozenset({
    "of", "in", "to", "for", "from", "by", "with", "at", "on", "is", "are", "was", "were", "be", "have", "has", "had",
    "or", "the", "a", "an", "this", "that", "these", "shall", "must", "will", "may", "not", "as", "who", "which", "up",
    "than", "per", "each", "every", "it", "he", "she", "they", "down", "under", "over", "before", "after", "during",
    "their", "its", "his", "her",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure and where its words end; `factor` for what a number in front of it is multiplied with."""

    unit: str
    start: int
    end: int
    factor: float = 1.0


def _plurals(name: str) -> list[str]:
    *head, last = name.split(" ")
    many = _IRREGULAR.get(last) or _plural(last)
    return [name, " ".join((*head, many))]


def _plural(noun: str) -> str:
    if noun[-2:] in ("ss", "ch", "sh"):
        return f"{noun}es"
    return noun if noun.endswith("s") else f"{noun}s"


def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for unit, vi, en in _TABLE:
        for name in (*vi.split("|"), *(n for e in en.split("|") for n in _plurals(e))):
            names.setdefault(name, unit)
    return names


_NAMES = _names()
# names of one thing only: in English a number above one asks for the plural
_ALSO_PLURAL = frozenset({
    "percent", "per cent", "pct", "people", "staff", "women", "men", "ethnic minority people", "young people", "vnd",
    "usd", "fora", "criteria", "copies", "ha", "m2", "m", "km", "kg",
})  # fmt: skip
_SINGULAR = frozenset(
    name
    for unit, _, english in _TABLE
    if unit != "year_old"
    for name in english.split("|")
    if name[-2:] == "ss" or name[-1] != "s"
).difference(_ALSO_PLURAL)
_TOKEN = re.compile(r"[^\W\d_]+[23²³]?(?:[-./][^\W\d_]+)?|[%‰]|°[cC]|m[23²³]")
_GAP = re.compile(r"[ \t\u00a0]{0,3}-?")


def is_name(words: str) -> bool:
    """Whether words are the name of a measure and nothing more ("comrades")."""
    return words.lower() in _NAMES


def measure_at(text: str, at: int, language: Language) -> Measure | None:
    """The measure that the words at an offset name; None where no name is known.

    In Vietnamese the noun comes first, in English adjectives may stand before it ("173 district-level cadres").
    """
    tokens = _tokens(text, at)
    if not tokens:
        return None
    factor = _FACTORS.get(text[slice(*tokens[0])].lower())
    if factor:
        return _multiplied(text, tokens, factor, language)
    if language == "vi":
        return _first_name(text, tokens, 1)
    # "17 commune-level cadre and civil servant positions": the noun is the one in the plural
    return _first_name(text, tokens, _FURTHEST, _SINGULAR) or _first_name(text, tokens, _FURTHEST)


def _first_name(
    text: str, tokens: list[tuple[int, int]], furthest: int, passed: frozenset[str] = frozenset()
) -> Measure | None:
    for first in range(min(furthest, len(tokens))):
        for n in range(min(_LONGEST, len(tokens) - first), 0, -1):
            words = " ".join(text[a:b] for a, b in tokens[first : first + n]).lower()
            unit = _NAMES.get(words) if words not in passed else None
            name, _, per = words.rpartition("/")  # "đồng/người", not "người/phòng theo giá"
            unit = unit or (_NAMES.get(name) if " " not in per else None)
            if unit:
                return Measure(unit, tokens[0][0], tokens[first + n - 1][1])
        if text[slice(*tokens[first])].lower() in _NO_ADJECTIVES:
            return None
    return None


def _multiplied(text: str, tokens: list[tuple[int, int]], factor: float, language: Language) -> Measure:
    """ "20,4 tỷ đồng" is money, "1,2 triệu người" are people."""
    money = _first_name(text, tokens, 1)
    counted = measure_at(text, tokens[0][1], language)
    if counted and counted.unit == "year":  # "7 triệu năm 2005": nobody counts millions of years
        counted = None
    if money and money.unit in MONEY and (money.end > tokens[0][1] or counted is None):
        return money
    if counted:
        return Measure(counted.unit, tokens[0][0], counted.end, factor * counted.factor)
    return Measure(ITEM, tokens[0][0], tokens[0][1], factor)


def _tokens(text: str, at: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for _ in range(_LONGEST + _FURTHEST):
        gap = _GAP.match(text, at)
        match = _TOKEN.match(text, gap.end() if gap else at)
        if match is None:
            break
        found.append(match.span())
        at = match.end()
        if text[at : at + 1] not in (" ", "\u00a0", "-"):
            break
    return found
