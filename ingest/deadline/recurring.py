"""Rhythms in a stretch of text, in both languages: "định kỳ hằng quý", "at least once in every twelve months".

An adjective ("kế hoạch hằng năm") is none. Knows nothing of days and of duties.
"""

import re
from collections.abc import Iterator

from corpus.numerals import ENGLISH, VIETNAMESE
from corpus.registers import Deadline, Span

# "hằng quý, 6 tháng và hằng năm": more rhythms beside the first; what has a day of its own is another deadline
_ALSO_VI = (
    r"(?:\s*(?:,|và|hoặc)\s*(?:hằng\s+|hàng\s+|mỗi\s+)?(?:0?[369]\s+tháng|sáu tháng|tháng|quý|năm)"
    r"(?!\w|\s+(?:trước|chậm|vào|\d|[IVX]+\b)))*"
)
_RECUR = re.compile(
    r"(?<!\w)(?:(?P<regular>định kỳ)(?:\s*\((?P<boxed>(?:\d{1,2}\s+|sáu\s+)?(?:tháng|quý|năm|tuần)"
    r"|(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm|tuần))[^()\n]{0,40}\)|\s*[,(]?\s*(?:(?:theo|vào|mỗi|hằng|hàng"
    r"|từng)\s+){0,2}(?P<each>ngày|tuần"
    r"|tháng|quý|năm|"
    r"(?:\d{1,2}|sáu|ba|hai|một)\s+(?:tháng|năm|quý|tuần|ngày))(?:\s*/\s*lần|\s+(?:một|1|01)\s+lần)?"
    rf"{_ALSO_VI})"
    r"|(?:hằng|hàng|mỗi|từng)\s+(?P<every>ngày|tuần|tháng|quý|năm|6 tháng)(?: (?:ít nhất )?"
    rf"(?:một|hai|\d{{1,2}}) lần)?{_ALSO_VI}(?!\s+(?:giờ|tuổi|không quá|tối đa))"
    r"|(?:ít nhất\s+)?(?P<count>\d{1,2}|sáu|ba|hai|một)\s+(?P<unit>tháng|năm|quý|tuần)(?:\s*/\s*lần|\s+(?:một|1"
    r"|01)\s+lần)"
    r"|theo (?P<by>quý|tháng|tuần)(?=\s*(?:[,;.]|$))"
    r"|(?:tuần|ngày|(?<!\d )(?<!sáu )tháng) cuối (?:của )?(?:mỗi |hằng )?(?P<last>quý|tháng|năm)"
    r"|(?:(?:in|on|before|by|during)\s+)?the\s+(?:first|last)\s+(?:day|week|month|working day)\s+of\s+(?:each|every)\s+"
    r"(?P<end>quarter|month|year)"
    r"|(?:(?:at least )?(?:once )?(?:in )?(?<!for )(?:every|each)|at least once (?:a|per))\s+(?:calendar |financial "
    r"|fiscal )?"
    r"(?P<en>day|week|month|quarter|year|"
    r"(?:\d{1,2}|six|three|two|five|twelve)\s+(?:months|years|weeks|quarters))"
    r"|(?:at )?(?:regular )?intervals (?:of|not exceeding)(?: (?:no|not) (?:more"
    r"|longer) than)? (?P<gap>(?:\d{1,2}|six|three"
    r"|two|five|twelve) (?:months|years|weeks))"
    r"|(?:at least )?once an? (?P<once>day|week|month|quarter|year)"
    r"|on an? (?P<basis>daily|weekly|monthly|quarterly|annual|yearly|semi-annual) basis"
    r"|(?:at least |not less than |no less than )?(?:once|twice|(?:two|three|four|\d{1,2}) times) (?:(?:in|during) )?"
    r"(?:an?|per|each|every) (?:calendar |financial |fiscal )?(?P<times>day|week|month|quarter|year)"
    r"|(?:(?:ít nhất|tối thiểu|không quá)\s+)?(?:\d{1,2}|một|hai|ba|bốn)\s+lần\s*(?:/|trong |mỗi |một |hằng |hàng )+\s*"
    r"(?P<often>tuần|tháng|quý|năm)"
    r"|(?:mỗi|một)\s+(?P<within>tuần|tháng|quý|năm)\s+(?:ít nhất )?(?:\d{1,2}|một|hai|ba|bốn)\s+lần"
    r"|(?:at least |not less than |no less than )?(?P<adverb>daily|weekly|monthly|quarterly|annually|yearly"
    r"|semi-annually|biannually)"
    r"(?=\s*(?:[,.;)]|$)|\s+(?:and|by|before|on|to|in|at|with|within|from|until|no|not)\b)"
    r"|(?:(?<=must )|(?<=shall )|(?<=should ))(?P<main>daily|weekly|monthly|quarterly|annually"
    r"|yearly)(?= [a-z]))(?!\w)",
    re.IGNORECASE,
)
# "annual plan", "recurrent spending": what such a word follows makes it an adjective
ADJECTIVAL = re.compile(
    r"(?:năm và|quý và"
    r"|được giao|chi thường xuyên|kế hoạch|chương trình|báo cáo|ngân sách|dự toán|biên chế|kinh phí|chi|nguồn"
    r"|nhiệm vụ|chỉ tiêu|công tác"
    r"|thu nhập|hỗ trợ|phát triển|phụ cấp"
    r"|lương|bồi dưỡng|đào tạo|thu|hoạt động|nghỉ phép|sơ kết|danh mục|cơ quan|cán bộ|lệ phí|bậc|vốn|tăng|dịch vụ|học)"
    r"\s+$",
    re.IGNORECASE,
)
# nouns that a rhythm behind them belongs to, with what they are of
_PLANNED = re.compile(
    r"(?<!\w)(?:kế hoạch|nhu cầu|dự toán|kinh phí)(?:\s(?!(?:gửi|báo cáo|(?<!chương )(?<!công )(?<!quy )trình|về|cho"
    r"|tại|tổ chức|kiểm tra|rà soát|đánh giá|họp|phải|được|do)(?!\w))[^\W\d_]+){1,20}\s+$",
    re.IGNORECASE,
)
# "tại thời điểm lập dự toán hằng năm", "hằng năm vào kỳ quyết toán": when in the year something else is done
_MOMENT = re.compile(
    r"(?<!\w)(?:(?:cùng(?: với)?|tại|vào|đúng)\s+(?:cùng\s+)?(?:thời điểm|thời gian|kỳ|dịp)\s+[^,;:.()\n]{3,80}?\s"
    r"(?:hằng|hàng|mỗi)\s+(?P<behind>năm|quý|tháng)"
    r"|(?:hằng|hàng|mỗi)\s+(?P<before>năm|quý|tháng),?\s+(?:cùng(?: với)?|tại|vào|đúng)\s+(?:thời điểm|kỳ|dịp)\s+"
    r"[^,;:.()\n]{3,80}?(?=[,;:.()\n]|\s+theo\s|$))(?!\w)",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\s+của\s", re.IGNORECASE)  # "kế hoạch 5 năm, hằng năm của sở"
_EVERY = {
    "ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year", "6 tháng": "half_year",
    "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "annually": "year", "yearly": "year",
    "annual": "year", "semi-annual": "half_year", "twelve months": "year", "12 months": "year",
    "semi-annually": "half_year", "biannually": "half_year", "six months": "half_year", "6 months": "half_year",
    "three months": "quarter", "3 months": "quarter",
    "day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year",
    "two years": "2 years",
}  # fmt: skip
_COUNTS = VIETNAMESE | ENGLISH
_UNITS = {"weeks": "tuần", "months": "tháng", "quarters": "quý", "years": "năm"}
_PERIODS = {("tháng", 3): "quarter", ("tháng", 6): "half_year", ("tháng", 12): "year"}


def recurrences(text: str, start: int, end: int) -> Iterator[Deadline]:
    """What recurs, in the order of its form: a moment of every year, then the rhythms themselves."""
    for match in _MOMENT.finditer(text, start, end):
        every = _EVERY[(match["behind"] or match["before"]).lower()]
        yield Deadline(Span(*match.span()), "recurring", every=every)
    for match in _RECUR.finditer(text, start, end):
        certain = match["regular"] or match["count"] or match["last"] or match["by"]
        owned = match["every"] is not None and (
            _OWNED.match(text, match.end(), end) or match.group().startswith("từng")  # "phân kỳ vốn từng năm"
        )
        if certain or not (owned or _of_a_plan(text, max(start, match.start() - 160), match)):
            yield Deadline(Span(match.start(), match.end()), "recurring", every=_every(match))


def _of_a_plan(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether "hằng năm" belongs to a noun: "kế hoạch hằng năm", "nhu cầu kinh phí thực hiện chương trình hằng năm"."""
    if ADJECTIVAL.search(text, max(begin, match.start() - 20), match.start()):
        return True
    return match["every"] is not None and _PLANNED.search(text, begin, match.start()) is not None


def _every(match: re.Match[str]) -> str:
    if match["count"]:
        return _period(match["count"], match["unit"])
    groups = (
        "boxed",
        "each",
        "every",
        "by",
        "last",
        "end",
        "en",
        "gap",
        "once",
        "basis",
        "adverb",
        "times",
        "often",
        "within",
        "main",
    )
    word = next(match[g] for g in groups if match[g]).lower()
    word = re.sub(r"^(?:hằng|hàng|mỗi)\s+", "", word)
    if word in _EVERY:
        return _EVERY[word]
    count, unit = word.split()
    return _period(count, unit)


def _period(count: str, unit: str) -> str:
    number = _COUNTS.get(count.lower()) or int(count)
    unit = _UNITS.get(unit.lower(), unit.lower())
    if number == 1:
        return _EVERY[unit]
    return _PERIODS.get((unit, number), f"{number} {_EVERY[unit]}s")
