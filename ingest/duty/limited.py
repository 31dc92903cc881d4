"""A sentence that no rule tells to be a duty, but that says by when: "Within four months of the reporting date;".

Knows nothing of headings' words; a list of papers or of conditions is told apart by the scope.
"""

import re

from corpus.registers import Deadline, Span, Strength
from ingest.deadlines import find_deadlines
from ingest.duty.actors import acting_vi
from ingest.duty.actors_english import acting_en
from ingest.duty.read import Read, Words
from ingest.duty.scope import Scope

# papers that were made lately, what holds or is withheld for some time, and what a case is: none is done by a day
_LASTING = re.compile(
    r"(?<!\w)(?:giấy|phiếu|bản sao|ảnh|sơ yếu|chứng chỉ|chứng nhận|bản kê khai|có giá trị|hiệu lực|không thay đổi"
    r"|được miễn|được hưởng|được giảm|hưởng|gia hạn|thời hiệu|công tác|thâm niên|kinh nghiệm|tuổi|chu kỳ|nhiệm kỳ"
    r"|bảo hành|được tính|được coi|được xác định|được hiểu|bị coi|coi như|là (?:thời gian|khoảng)|(?<!có )thể"
    r"|khoảng thời gian|nghỉ|hợp đồng (?:lao động )?(?:xác định )?thời hạn|hết hiệu lực|được công nhận lại)(?!\w)"
    r"|\b(?:valid|certificate|certified|issued|deemed|treated|considered|means|is defined|term of|duration|period of"
    r"|had|was|were|ceases?|expires?|lapses?|eligible|exempt)\b",
    re.IGNORECASE,
)
_MAY = re.compile(r"(?<!\w)(?:có thể|có quyền|được quyền|được phép)(?!\w)|\b(?:may|is entitled to)\b", re.IGNORECASE)
_NOT = re.compile(r"(?<!\w)(?:không|chưa) (?:được )?$|\b(?:not|no|never)\s+(?:\w+\s+)?$", re.IGNORECASE)
# a point that says what is, not what is done: "(e) is made within 12 months ..."
_CASE = re.compile(r"(?:\(?\w{1,3}\) )?(?:is|are|has|have|was|were|does|that|who|which|if)\b")
_NO_LATER = re.compile(
    r"(?:chậm|muộn|trễ) nhất|không (?:muộn|chậm)|hạn chót|(?:no|not) later than|on or before", re.IGNORECASE
)
_DAYS = ("hour", "day", "working_day", "week")
_SHORT = ("hour", "day", "working_day", "week", "month")


def by_its_limit(words: Words, part: Span, at: int, scope: Scope) -> Read | None:
    """The duty of a part that only a limit of time shows to be one; `at` is where it comes to the point."""
    if words.past or scope.topic == "none" or _CASE.match(words.text, at, part.end):
        return None
    found = find_deadlines(words.text, part.start, part.end)
    due = next((one for one in found if _limits(words.text, one, listed=scope.topic == "rule")), None)
    if due is None or _LASTING.search(words.lower, part.start, due.phrase.start):
        return None
    behind = words.lower[due.phrase.end : part.end]
    if _LASTING.search(behind) or _NOT.search(words.lower, part.start, due.phrase.start):
        return None
    strength: Strength = "may" if _MAY.search(words.lower, part.start, part.end) else scope.strength or "must"
    vietnamese = words.is_vietnamese(part)
    acting = acting_vi(words.text, words.lower, at, part.end) if vietnamese else acting_en(words.text, at, part.end)
    who = acting.who if acting is not None and not acting.past else None
    return Read(strength, at, who or scope.who, scope.assigner)


def _limits(text: str, one: Deadline, *, listed: bool) -> bool:
    """Whether a deadline counts so long from something, or names a short time or a day not to go beyond.

    In a list of conditions or papers (`listed`) only days count: months are how old a paper may be.
    """
    if one.kind in ("date", "recurring"):
        return not listed and _NO_LATER.match(text, one.phrase.start) is not None
    if one.kind != "relative" or (listed and one.unit not in _DAYS):
        return False
    return one.since is not None or (one.inclusive is True and one.unit in _SHORT)
