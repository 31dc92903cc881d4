"""The words that decide what a provision says: not, must, may, only, except, all. Found in both languages, not judged."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from assistant.checks.words import Reading

Operator = Literal["deny", "forbid", "exempt", "must", "duty", "may", "right", "should", "only", "except", "if",
                   "all", "each", "some", "most", "floor", "ceiling", "before", "after", "idle"]  # fmt: skip

# in this order, what an earlier one took is not looked at again
_PATTERNS: tuple[tuple[Operator, str], ...] = (
    ("idle", r"(?<=, )nor(?= (?:to|in|by|for|with|on|the|an?)\b)|(?:theo|của) đa số|(?:by|of) (?:a |the )?majority(?! of)|(?<=,) nên|(?:một )?(?:hay|hoặc) (?:nhiều|một số)|one or (?:more|several)|cho nên|should have been|hàng không|không (?:gian|khí|quân|phận|trung|ngừng|những|chỉ)|hay không|có hay không|(?:lĩnh vực|nhiệm vụ|biên chế|chỉ tiêu|được|đã) giao|giao phụ trách|(?<!is )(?<!are )(?<!be )assigned(?= (?:payroll|quotas?|tasks?|posts?|fields?|area|to (?:him|her|them))\b)|(?:all|most|each) of (?:it|them|these|which|whom)|(?:phần lớn|đa số|most|the majority)(?=[^.;\d]{0,24}[(,] ?(?:\d| {2}))|chỉ (?:cần|việc)|trừ tiền|phòng trừ|tiếp cận|(?:chứng|địa|tôn|đình|kim) chỉ|not only|whether or not|if any|no\.|chỉ (?:tiêu|thị|đạo|số|huy|định|dẫn|rõ|ra)"),
    ("idle", r"(?:nhận|đạt|thu|thu hút|tìm|có|làm|giải quyết|hoàn thành|thực hiện) được|(?:the )?(?:year|quarter|month|week|day|one) before(?=\W*$|[,.;])|năm (?:liền )?trước(?: liền kề)?|(?:năm|tháng|quý) (?:trước|liền kề)"),
    ("idle", r"phải (?:trái)|vừa phải|cần (?:thơ|cù)|khấu trừ|cấp dưới|sau (?:đại học|đây|này)|trước (?:mắt|pháp luật|cấp)|(?:at|in) all|after all|all[- ]round|every effort|right after|(?:every|each) (?:year|quarter|month|week|day|time)|(?:mỗi|hằng|hàng|từng) (?:năm|quý|tháng|tuần|ngày|lần)"),
    ("if", r"(?<![^.;:,] )should(?= (?:the |an? |any )?\w+ (?:\w+ ){0,3}?(?:be|come|arise|fail|not)\b)"),
    ("some", r"not (?:all|every(?:one|body)?|always|just any(?:one|body)?)|không phải (?:tất cả|mọi|ai|người nào|nơi nào|đơn vị nào|lúc nào|cứ)(?: các)?(?: cũng)?"),
    ("except", r"(?:nằm |ở )?ngoài (?:phạm vi|diện|đối tượng|danh sách|quy hoạch|mọi)|nằm ngoài|(?:falls?|lies?|is|are|stays?|remains?) outside|trừ trường hợp|trừ khi|trừ phi|ngoại trừ|trừ|không (?:kể|tính|bao gồm|gồm)|ngoài trừ|excepting|except(?: for| where| when| that| if)?|sav(?:e|ing)(?= for| where| when| if| that| in| the case| only)|bar(?:ring)?(?= (?:the|those|for|only|in)\b)|but for|aside from|leaving (?:aside|out)|loại trừ|excluding|exclusive of|other than|apart from|not (?:counting|including)|does not include|unless|with the exception of"),
    ("exempt", r"không (?:phải|bắt buộc|cần|nhất thiết)(?! là\b)|miễn(?! nhiệm| là)|(?:need|needs) not|(?:is|are|be) not (?:required|obliged)(?: to)?|not (?:required|necessary|obliged|compulsory|mandatory|obligatory)(?: to)?|(?:do|does) not (?:need|have) to|no(?= \w+ is required)|exempt(?:ed)?(?: from)?|(?:is|are|be) (?:waived|excused)(?: from)?|khỏi (?:phải|cần)"),
    ("forbid", r"không được(?: phép)?|không thể|nghiêm cấm|bị cấm|cấm|(?:may|must|shall|can|could|should|is|are|be) not(?: be)? (?:allowed|permitted)(?: to)?|(?:may|must|shall|can|should) (?:not|never)|cannot|can't|(?:(?:is|are|was|were) )?(?:unable|not able) to|mustn't|prohibit(?:s|ed)?|barred(?: from)?|forbid(?:s|den)?|banned|not (?:allowed|permitted)|(?:no (?!later|more|less|fewer|longer|older)\w+|nobody|no one|none(?= of)|neither(?= [^.;:]{1,60} nor\b))\b[^.;:]{0,160}? (?:may|can|shall|must|will)(?! not)"),
    ("deny", r"khỏi(?= (?:đợi|chờ|lo|làm|nộp|thi|xin)\b)|không phải(?= là\b)|không|chưa|chẳng|not|no|never|nor|neither|none|nobody|nothing|isn't|aren't|doesn't|don't|didn't|won't|wasn't|weren't|hasn't|haven't|without|fail(?:s|ed|ure)? to|refus(?:es?|ed|al) to"),
    ("must", r"bắt buộc(?: phải)?|phải|must|shall|(?:is|are|be) (?:required|obliged|obligated) to|(?:have|has) to|mandatory|compulsory"),
    ("duty", r"có trách nhiệm|chịu trách nhiệm|có nghĩa vụ|cần(?! thiết)|yêu cầu|đề nghị|giao|phân công|responsible|(?:is|are|be|falls?) due|(?:is|are) to|needs?(?: to)?|requir(?:e|es|ed|ing)|requests?|requested|assigned|(?:is|are) expected to"),
    ("may", r"có thể|được phép|có quyền|được quyền|có (?:nguy cơ|khả năng)|chấp nhận|may|can|could|might|at risk of|(?:is|are) likely to|(?:is|are) accepted|allow(?:s|ed)?(?: to)?|permit(?:s|ted)?(?: to)?|entitled(?: to)?"),
    ("should", r"nên(?! nếp)|khuyến khích|should|ought to|recommend(?:s|ed)?|encourage(?:s|d)?"),
    ("right", r"được"),
    ("only", r"chỉ|duy nhất|only|solely|exclusively"),
    ("if", r"nếu|trường hợp|với điều kiện|if|where(?= )|in case|provided that|in the event|on condition that"),
    ("all", r"tất cả|mọi|toàn bộ|toàn thể|all|entire(?:ly)?"),
    ("each", r"mỗi|từng|each|every|any"),
    ("some", r"có (?:nơi|chỗ|lúc|đơn vị|địa phương)(?= (?:còn|chưa|không|đã|vẫn|bị|thì)\b)|một số|một vài|vài|some|several|a number of|a few|certain(?! to)"),
    ("most", r"hầu hết|phần lớn|đa số|most(?: of)?|the majority of"),
    ("floor", r"ít nhất|tối thiểu|trở lên|hoặc cao hơn|at least|or (?:more|higher|better|above|over)|minimum"),
    ("ceiling", r"tối đa|nhiều nhất|trở xuống|at most|or (?:less|lower|fewer|below)|maximum"),
    ("before", r"trước khi|trước|before|prior to|until"),
    ("after", r"sau khi|sau|after|upon"),
)  # fmt: skip
_UNLESS = re.compile(r"unless|except (?:when|if|where)|trừ khi|trừ trường hợp", re.IGNORECASE)
_THEN_NOT = re.compile(r"^[^.;]{0,120}? thì (?:[^\W\d]+ ){0,4}$")
_UNTIL = re.compile(r"until|till", re.IGNORECASE)
_LACKING = re.compile(
    r"(?:\bwithout|\b(?:nếu|khi) (?:không|chưa)"
    r"|\b(?:ai|(?:người|nơi|đơn vị|cơ quan) nào|whoever|anyone who|those who)(?: \w+){0,2} (?:không|chưa|not))$",
    re.IGNORECASE,
)
_COMPILED = tuple((kind, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)) for kind, pattern in _PATTERNS)


@dataclass(frozen=True, slots=True)
class Found:
    """An operator: its kind and words, the number of the word behind it, its clause and sentence."""

    kind: Operator
    said: str
    start: int
    end: int
    word: int
    clause: int
    sentence: int


def find_operators(reading: Reading, hidden: str) -> tuple[list[Found], str]:
    """The operators of a text in which figures are blanked out, and that text with the operators blanked out too."""
    found: list[Found] = []
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(hidden):
            if kind != "idle":
                found.append(_found(kind, match, reading))
            if kind == "duty":  # "yêu cầu", "giao", "request" also say something by themselves
                continue
            hidden = hidden[: match.start()] + " " * len(match.group()) + hidden[match.end() :]
    return _folded(sorted(found, key=lambda f: f.start), reading.text), hidden


def _folded(found: list[Found], text: str) -> list[Found]:
    """ "Cannot ... unless" is "only ... if"; so are "may not ... without" and "without ... may not"."""
    kept: list[Found] = []
    for op in found:
        before = kept[-1] if kept else None
        if before is not None and before.sentence == op.sentence and _only_if(before, op, text):
            kept[-1] = replace(op, kind="only")
        elif before is not None and before.kind == "forbid" and _UNTIL.fullmatch(op.said):
            kept[-1:] = [replace(before, kind="must"), op]  # "may not open until it is mended": it must be, before
        else:
            kept.append(op)
    return kept


def _only_if(before: Found, op: Found, text: str) -> bool:
    if before.kind in ("deny", "forbid") and _UNLESS.fullmatch(op.said):
        return True
    if op.kind in ("deny", "forbid") and before.kind == "deny" and _THEN_NOT.search(text[before.end : op.start]):
        return True  # "a building without a permit is not opened": only with one
    if before.kind == "forbid":
        return op.kind == "deny" and bool(_LACKING.search(text[: op.end]))
    if op.kind in ("deny", "forbid") and _UNLESS.fullmatch(before.said):
        return not text[: before.start].strip()  # "Unless it agrees, no unit may"
    opens = (
        not text[: before.start].removesuffix("Nếu ").removesuffix("Khi ").rstrip() or text[before.start - 2] in ".;:"
    )
    return op.kind == "forbid" and opens and bool(_LACKING.search(text[: before.end]))


def _found(kind: Operator, match: re.Match[str], reading: Reading) -> Found:
    first = min(reading.at(match.start()), len(reading.words) - 1)
    word = reading.words[first]
    return Found(kind, match.group(), match.start(), match.end(), reading.at(match.end()), word.clause, word.sentence)
