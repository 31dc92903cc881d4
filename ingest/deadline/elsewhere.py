"""Limits of time that a text sets by pointing to where they stand: "within the prescribed period", "đúng hạn đã nêu".

Knows nothing of days and of lengths.
"""

import re
from collections.abc import Iterator

from corpus.registers import Deadline, Span

_ELSEWHERE = re.compile(
    r"(?<!\w)(?<!không )trong (?:thời hạn|thời gian(?= (?:quy|luật"
    r"|đã) định)) (?=(?:do [^,;.\n]{2,60} )?(?:quy định|luật định|nêu trên|nói trên"
    r"|đã (?:định|nêu|thông báo|gia hạn|th[oỏ][aả] thuận|cam kết)|được gia hạn|hợp lý|cho phép|ghi (?:tại|trong)"
    r"|giải quyết|xử lý|thẩm định|th[oỏ][aả] thuận|ấn định"
    r"|cung cấp|trả lời|thực hiện (?:thủ tục|thông báo)|yêu cầu)(?!\w))(?P<vi>[^,;:.()\n]{2,100}?)"
    r"(?=[,;:.()\n]|\s+(?:phải|thì|để|và|hoặc|có trách nhiệm|nhưng)\s|$)"
    r"|(?<!\w)(?:theo đúng|đúng|theo) (?:thời hạn|thời gian|thời điểm|hạn) (?:đã |được )?(?:quy định|ấn định|yêu cầu"
    r"|ghi"
    r"|nêu|thông báo|th[oỏ][aả] thuận|cam kết)(?!\w)(?: (?:tại|trong|trên|của|ở) [^,;:.()\n]{2,60}?)?"
    r"(?=[,;:.()\n]|\s+(?:phải|thì|để|và|hoặc|nhưng|cho)\s|$)"
    r"|\bwithin (?:a|the|such) (?:reasonable|prescribed|specified|required|same|set|agreed|stipulated"
    r"|further|other|longer|shorter|additional)? ?"
    r"(?:period|time|time limit|timeframe|deadline)s?(?! (?:of|not|no|up|at most|beginning|commencing|starting)\b)"
    r"(?: (?:specified|prescribed|set out|required|stated|as)[^,;:.()\n]{2,80}?)?(?=[,;:.()\n]|\s+(?:and|or|must"
    r"|shall|to)\s|$)"
    r"|\bwithin such (?:(?:further|other|longer|shorter|additional) )?(?:period|time)s?(?: not exceeding \w+ \w+)? as"
    r" [^,;:.()\n]{2,60}?(?=[,;:.()\n]|\s(?:where|if|and|or)\s|$)"
    r"|\b(?:by|before|no later than|not later than) the (?:due date|(?:deadline|date|time)s?(?= (?:specified|prescribed"
    r"|set|stated|required|given|agreed|determined|fixed|indicated)\b))(?: [^,;:.()\n]{2,80}?)?"
    r"(?=[,;:.()\n]|\s+(?:and|or|must|shall|to)\s|$)",
    re.IGNORECASE,
)
_IN_A_CASE = re.compile(r"(?<!\w)(?:nếu|hết|quá|sau khi hết)\s+$|\b(?:if|unless|where|whether)\s+$", re.IGNORECASE)


def limits_elsewhere(text: str, start: int, end: int) -> Iterator[Deadline]:
    """The limits whose length another place tells, in the order they stand; those of a case are none."""
    for match in _ELSEWHERE.finditer(text, start, end):
        case = " mà " in match.group() or _IN_A_CASE.search(text, max(start, match.start() - 40), match.start())
        if not case:
            yield Deadline(Span(*match.span()), "relative")
