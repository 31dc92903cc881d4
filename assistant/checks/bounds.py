"""What stands about a figure: at least, at most, more than, less than, within, before, from. Knows no figures."""

import re
from dataclasses import dataclass
from typing import Literal

from assistant.checks.text import Span

Bound = Literal["", ">=", "<=", ">", "<", "within", "about", "until", "due", "to", "from", "after"]

_NEGATED = r"(?:không|must not|may not|shall not|cannot|can not|should not|does not|do not)"
# "không kéo dài hơn hai năm", "nobody may hold more than one": what is denied stands between, and is said
_FEW_VI = r"(?: (?!ít|thấp|nhỏ|kém|sớm|quá|chỉ|nếu|mà|thì)[^\W\d]+){1,6}? "
_FEW_EN = r"(?: (?!less|fewer|if|but|and|unless)[^\W\d]+){1,6}? "
_Rules = tuple[tuple[Bound, str, str], ...]
# looked for in this order right before a figure; a few words of what is measured may stand between
_BEFORE_RULES: _Rules = (
    ("<=", rf"chưa (?:quá|vượt quá|vượt)|không (?:được )?(?:quá|vượt quá|vượt|lớn hơn|nhiều hơn|hơn|cao hơn|trên)|{_NEGATED} (?:be )?(?:exceed|more than|over)", r" "),
    ("<=", rf"(?P<no>không(?: được| ai)?){_FEW_VI}(?P<over>quá|vượt quá|vượt|hơn|nhiều hơn|cao hơn|lớn hơn)", r" "),
    ("<=", rf"(?P<no>\b(?:{_NEGATED}|nobody|no one|none|no)){_FEW_EN}(?P<over>more than|longer than|over|beyond)", r" "),
    ("<=", r"\b(?:no|not) (?:more|older|greater|higher|larger|longer|later) than|\bnot exceeding|\bup to|\bnot over|\bchậm nhất(?: là)?|\bmuộn nhất(?: là)?", r" "),
    (">=", r"không (?:được )?(?:dưới|ít hơn|thấp hơn|nhỏ hơn|kém)|\b(?:no|not) (?:less|fewer|lower|under|younger|earlier)(?: than)?|không sớm hơn", r" "),
    (">=", r"\bít nhất|\bít ra|\bchí ít|\btối thiểu|\bat least|\bat the least", r"(?: (?:là|phải|có|đạt|một|of|full|đủ|for|in))*(?: [^\W\d]+){0,2}? "),
    (">=", r"\bminimum(?: [^\W\d]+){0,2}? of|\bminimum", r"(?: is)? "),
    ("<=", r"\btối đa|\bnhiều nhất|\bcùng lắm|\b(?:dài|lâu|cao|xa) nhất|\bat most|\bat the (?:most|longest)|\bup to a limit of|\b(?:a )?(?:cap|ceiling|limit) of|\b(?:capped|limited) (?:at|to)", r"(?: (?:là|chỉ|cũng|được|có|trong|of|for|in))*(?: [^\W\d]+){0,2}? "),
    (">=", r"\bthấp nhất|\bupwards? of|\bstarting at", r"(?: (?:là|cũng|phải|có))* "),
    ("<=", r"\bmaximum(?: [^\W\d]+){0,2}? of|\bmaximum", r"(?: is)? "),
    ("within", r"\btrong(?: thời hạn| vòng| khoảng thời gian| thời gian)?|\bwithin|\bin the", r" "),
    ("about", r"\b(?:just|slightly|a little) (?:under|over|below|above)|\bngót|\bxấp xỉ|\bsuýt soát|\bđộ chừng", r" "),
    ("<", r"\bchưa(?: [^\W\d]+){0,2}? đủ|\bnot (?:\w+ ){1,2}(?:for )?(?:a )?full|\b(?:not|never)(?: yet)? (?:turned|reached|past)|\bnot yet|\byet to (?:turn|reach)|\bshort of|\bdưới|\bchưa đến|\bchưa tới|\bchưa đủ|\bchưa đầy|\bchưa tròn|\bwithout|\blacking|\bnot quite|\bít hơn|\bthấp hơn|\bnhỏ hơn|\bless than|\bfewer than|\bunder|\bbelow|\byounger than|\blower than", r" "),
    (">", r"(?<!\d )\btrên|\bhơn|\bquá|\bvượt|\bmore than|\bover|\babove|\bexceeds?|\bexceeding|\bolder than|\bgreater than|\bhigher than", r" "),
    ("after", r"\bsau|\bafter", r" "),
    ("about", r"\bkhoảng|\bgần|\bước|\babout|\bapproximately|\baround|\bnearly|\balmost|\bsome", r" "),
)  # fmt: skip
_BEFORE = tuple((bound, re.compile(rf"(?:{words}){gap}$", re.IGNORECASE)) for bound, words, gap in _BEFORE_RULES)
_BEHIND: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    (">=", re.compile(r"^[^,.;:\d]{0,30}?\b(?P<bound>trở lên|đổ lên|trở đi|hoặc (?:nhiều|lâu|cao|dài) hơn|or (?:more|longer|over|older|above|higher|better)|and (?:over|above|older|more)|at least(?! \w+ (?:\d|years|months|days)| [\d(]))\b", re.IGNORECASE)),
    ("<=", re.compile(r"^[^,.;:\d]{0,30}?\b(?P<bound>trở xuống|trở lại|đổ lại|đổ xuống|là cùng|là (?:tối đa|nhiều nhất|hết mức)|maximum|at (?:the )?(?:longest|outside)|tops|or (?:shorter|less|fewer|under|below|younger)|at (?:the )?most(?! [\d(]))\b", re.IGNORECASE)),
)  # fmt: skip
_OR_MORE = re.compile(
    r"^[^.;:\d]{0,40}?, (?P<bound>(?:or|hoặc) (?:more|longer|higher|nhiều hơn|lâu hơn|cao hơn))\b", re.IGNORECASE
)
_COIN = re.compile(r"(?:VND|VNĐ|USD|US\$|\$) ?$")
# "từ sáu tháng kinh nghiệm thực tế tại cơ sở trở lên"
_AND_UP = re.compile(r"^[^,.;:\d]{0,60}?\b(?P<bound>trở lên)\b", re.IGNORECASE)
_DATED_RULES: tuple[tuple[Bound, str], ...] = (
    (
        "until",
        r"\btrước|\bchậm nhất|\bmuộn nhất|\bkhông muộn hơn|\bbefore|\bby|\b(?:no|not) later than|\bprior to|\bahead of|\bin advance of|\buntil|\btill|\bhạn (?:cuối|chót)|\bat the latest",
    ),
    ("from", r"(?<!trở )\b(?:kể )?từ|\bfrom|\bsince|\bstarting|\bbeginning|\bas from"),
    ("after", r"\bsau|\bafter|\blater than|\bmuộn hơn"),
    ("to", r"\bđến|\btới|\bto"),
)
_SMALL = r"(?: (?:là|vào|ngày|the|end of|close of|middle of|hết|cuối|đầu|giữa|year|tháng|năm|quý|hết ngày|\d+ giờ|\d+:\d+|\d+ (?:a|p)\.?m\.?|on))*(?: mid-| late)?"
_DATED = tuple((bound, re.compile(rf"(?:{words}){_SMALL} ?$", re.IGNORECASE)) for bound, words in _DATED_RULES)
_AHEAD = re.compile(r"^[^,.;:\d]{0,20}?\b(?:before|trước|prior to)\b", re.IGNORECASE)
_REACH = 70
_COINS = 5  # letters of a currency, and a space

# what may stand for what: a bound of the statement, and those of the source that carry it
_CARRY: dict[Bound, frozenset[Bound]] = {
    "": frozenset({"", "about", "within", "to"}),
    "about": frozenset({"", "about"}),
    ">=": frozenset({">="}),
    "<=": frozenset({"<=", "within"}),
    "within": frozenset({"within", "<=", ""}),
    ">": frozenset({">"}),
    "<": frozenset({"<"}),
    "until": frozenset({"until", "to"}),
    "due": frozenset({"due"}),
    "to": frozenset({"to", "until", ""}),
    "from": frozenset({"from"}),
    "after": frozenset({"after"}),
}


@dataclass(frozen=True, slots=True)
class Bounded:
    """A bound and the words that say it."""

    bound: Bound
    spans: tuple[Span, ...] = ()


def carries(source: Bound, statement: Bound) -> bool:
    """Whether a figure so bounded in the source may be so bounded in the statement."""
    return source in _CARRY[statement]


def of_quantity(text: str, start: int, end: int) -> Bounded:
    """The bound of a quantity that stands at start to end."""
    coin = _COIN.search(text, max(0, start - _COINS), start)
    start = coin.start() if coin else start  # "no more than VND 400,000"
    before = _before(text, start)
    if before.endswith(("từ ", "Từ ")) and (match := _AND_UP.match(text[end : end + _REACH])):
        return Bounded(">=", ((end + match.start("bound"), end + match.end("bound")),))
    for bound, pattern in (*_BEHIND, (">=", _OR_MORE)):
        if match := pattern.match(text[end : end + _REACH]):
            return Bounded(bound, ((end + match.start("bound"), end + match.end("bound")),))
    for bound, pattern in _BEFORE:
        if match := pattern.search(before):
            span = (start - len(before) + match.start(), start)
            if "no" in match.groupdict():
                first = start - len(before)
                return Bounded(bound, tuple((first + match.start(g), first + match.end(g)) for g in ("no", "over")))
            late = re.search(r"later|chậm|muộn", match.group(), re.IGNORECASE)
            if late and _AHEAD.match(text[end : end + _REACH]):
                return Bounded(">=", (span,))  # no later than 10 days before: 10 days or more
            return Bounded(bound, (span,))
    return Bounded("")


def of_date(text: str, start: int) -> Bounded:
    """The bound of a date that stands at start."""
    before = _before(text, start)
    for bound, pattern in _DATED:
        if match := pattern.search(before):
            return Bounded(bound, ((start - len(before) + match.start(), start),))
    return Bounded("")


def _before(text: str, start: int) -> str:
    return re.split(r"[;\n(]|[.:,] ", text[max(0, start - _REACH) : start])[-1]
