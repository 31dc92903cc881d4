"""Whether a length of time tells which period, which plan or how often is meant: "kế hoạch 5 năm", "định kỳ 6 tháng".

Knows neither what it measures nor its worth.
"""

import re

_IN_PERIOD = re.compile(
    r"\s+(?:đầu|cuối|đầu tiên của|cuối cùng của|first half of)\s+(?:của\s+)?(?:năm|quý|kỳ|nhiệm kỳ)"
    r"|\s*(?:giai đoạn\s+)?\(?\0{4}"
    r"|\s+(?:năm\s+|of\s+|from\s+)\0{4}",
    re.IGNORECASE,
)
# "kế hoạch sử dụng đất 5 năm", "five-year plan": how far a plan reaches names it
_PLANNED = re.compile(
    r"(?:kế hoạch|chiến lược|quy hoạch)(?:\s(?!trong|sau|là|tối|ít|từ)[^\W\d_]+){0,8}\s(?:0?\d|10|hai|ba|năm|mười)\s+$",
    re.I,
)
# "định kỳ 6 tháng", "báo cáo 6 tháng", "03 năm một lần", "every 6 months": how often, or which report, not how much
_RHYTHM = re.compile(
    r"(?<!\w)(?:định kỳ(?: theo| mỗi| hằng| hàng)?|(?<!thời gian )(?<!thời hạn )báo cáo(?: định kỳ| sơ kết)?|sơ kết"
    r"|mỗi|hằng|hàng|every|each|once in)\s*\(?\s*$",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\s*/\s*(?:một |1 |01 )?lần(?!\w)|\s+(?:một|1|01)\s+lần(?!\w)|[\s-]+(?:\w+ )?reports?(?!\w)", re.IGNORECASE
)
_PLAN_BEHIND = re.compile(r"[\s-]+(?:plan|strategy|planning)(?!\w)", re.IGNORECASE)


def names_period(text: str, start: int, end: int, unit: str) -> bool:
    """Whether a length of time tells which period or which plan is meant."""
    if _IN_PERIOD.match(text, end) or (unit == "year" and _PLAN_BEHIND.match(text, end)):
        return True
    if unit != "year_old" and (_RHYTHM.search(text, max(0, start - 24), start) or _AGAIN.match(text, end)):
        return True
    begin = max(0, start - 80)
    return unit == "year" and _PLANNED.search(text[begin : end - len("năm")]) is not None
