"""How sure or how bounded a number is: "at least", "nearly", "không quá", "từ ... trở lên", in both languages.

Knows the words before and behind a number, and no document.
"""

import re

from corpus.registers import Hedge

_FILLER = (
    r"(?:\s*(?:gấp|đủ|full|là|đạt|bằng|có|phải|được|mức|ở|cũng|mỗi năm|mỗi quý|mỗi tháng|of|is|be|a|the|about"
    r"|reach|have"
    r"|one|mỗi|the level of"
    r"|every year|each year|trong|in|for|:))"
)
# the words that stand before a number, the more special first: "không quá" before "quá"
_BEFORE: tuple[tuple[Hedge, str], ...] = (
    (
        "at_least",
        r"ít nhất|lớn hơn hoặc bằng|bằng hoặc lớn hơn|cao hơn hoặc bằng|từ bằng|tối thiểu|không dưới"
        r"|không ít hơn|không thấp hơn|không nhỏ hơn|thấp nhất|từ đủ|chí ít"
        r"|(?:greater|more) than or equal to|equal to or (?:greater|more) than|at least|(?:not|no|nor"
        r"|never)(?: be)? (?:less|fewer|lower|smaller) than|not(?: be)? (?:below|under)"
        r"|(?:a )?minimum(?: of)?|at a minimum",
    ),
    (
        "at_most",
        r"nhỏ hơn hoặc bằng|bằng hoặc nhỏ hơn|(?:less|smaller) than or equal to|equal to or (?:less|smaller) than"
        r"|(?:không|chưa)(?: được)?(?: vượt)? quá|không(?: được)? vượt|không lớn hơn|không nhiều hơn|không cao hơn"
        r"|không hơn|không trên|tối đa|nhiều nhất|cao nhất|chậm nhất|muộn nhất"
        r"|at most|(?:not|no|never)(?: be)? (?:more|greater|higher|longer|older|larger|later) than"
        r"|not(?: be)? (?:over|above|exceed(?:ing)?)|without exceeding|up to|(?:a )?maximum(?: of)?|at the latest",
    ),
    ("less_than", r"dưới|chưa đến|chưa tới|chưa đủ|chưa được|thấp hơn|ít hơn|nhỏ hơn|less than|fewer than"
    r"|lower than|below|under"),
    ("more_than", r"trên|hơn|quá|vượt|vượt quá|cao hơn|nhiều hơn|lớn hơn|more than|over|above|exceed(?:s|ed"
    r"|ing)?|greater than|higher than|in excess of"),
    ("nearly", r"gần|ngót|gần như|nearly|almost|close to|just under"),
    ("about", r"khoảng|ước|ước tính|ước khoảng|ước đạt|chừng|xấp xỉ|about|around|approximately|roughly|some"
    r"|circa|an estimated"),
)  # fmt: skip
_WORDS = re.compile(
    rf"(?<!\w)(?:{'|'.join(f'(?P<{hedge}>{words})' for hedge, words in _BEFORE)}){_FILLER}{{0,2}}\s*\(?$", re.IGNORECASE
)
_FROM = re.compile(r"(?<!\w)(?:từ|from)\s+(?:đủ\s+|full\s+)?$", re.IGNORECASE)
_UP = re.compile(
    r"[^.;,|()\d\n]{0,60}?\b(?:trở lên|đổ lên|or (?:more|higher|above|over|older|longer|better)|and (?:above"
    r"|over|more|higher)|upwards?)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"[^.;,|()\d\n]{0,60}?\b(?:trở xuống|or (?:less|fewer|below|under|lower|younger)|and (?:below|under|less"
    r"|fewer)|downwards?)\b",
    re.IGNORECASE,
)
_LOOK_BACK = 48
_BEFORE_SOMETHING = re.compile(r"\s+(?:trước|before|prior to)\b", re.IGNORECASE)
_LATEST = re.compile(r"(?:chậm|muộn) nhất|later than|latest", re.IGNORECASE)


def hedge_of(text: str, start: int, end: int) -> tuple[Hedge, int]:
    """The hedge of the number (with its measure) at `start:end`, and where the words of it begin."""
    before = text[max(0, start - _LOOK_BACK) : start]
    match = _WORDS.search(before)
    if match and match.lastgroup:
        begin = start - len(before) + match.start()
        if _LATEST.match(match.group()) and _BEFORE_SOMETHING.match(text, end):
            return "at_least", begin  # "at the latest 90 days before": 90 or more
        return _named(match.lastgroup), begin
    from_ = _FROM.search(before)
    if _UP.match(text, end):
        return "at_least", start - len(before) + from_.start() if from_ else start
    if _DOWN.match(text, end):
        return "at_most", start - len(before) + from_.start() if from_ else start
    return "exact", start


def _named(group: str) -> Hedge:
    return next(hedge for hedge, _ in _BEFORE if hedge == group)
