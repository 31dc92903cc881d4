"""Several conditions in one sentence or list item, each by itself: "có ..., không ... và đã ...". Knows both languages."""

import re

from corpus.registers import Attribute, Span
from ingest.requirement_clause import Asked

_STATE = (
    r"(?:có|đủ|từ đủ|không|chưa|đã|đang|thuộc|đáp ứng|còn|bảo đảm|đảm bảo|đạt|hội đủ|tốt nghiệp|thường trú|hoàn thành|am hiểu"
    r"|nắm vững|chấp hành|tự nguyện|phải)"
)
_STATE_EN = (
    r"(?:is|are|has|have|having|being|holds?|holding|possess\w*|meets?|meeting|does not|do not|not|satisf\w+|be)"
)
_NEXT = re.compile(
    rf"\s*[,;]\s*(?:(?:và|đồng thời|hoặc)\s+)?(?={_STATE}(?!\w))"
    r"|\s+(?:và|đồng thời)\s+(?=(?:có|đủ|không|thuộc|đáp ứng|bảo đảm|còn|đạt|phải)(?!\w))"
    rf"|\s*[,;]\s*(?:(?:and|or)\s+)?(?={_STATE_EN}\s)"
    rf"|\s+and\s+(?={_STATE_EN}\s)",
    re.IGNORECASE,
)
# what is told of a case of its own, or of somebody else, is another sentence
_ASIDE = re.compile(
    r";\s+(?:trường hợp|đối với|riêng|nếu|khi|trong trường hợp|where|if|in (?:the )?case|for|however)(?!\w)",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"(?:không|chưa|not|no|does not|do not|is not|are not|has not|have not)(?!\w)", re.IGNORECASE)
_HELD = re.compile(
    r"(?:(?:là )?người )?(?:có thời gian |đã hoặc đang |đã từng |đã |đang |từng )(?:giữ|đảm nhiệm|đảm nhận)\s(?:các |một |những )?"
    r"(?:chức|vị trí|cương vị)|(?:holds?|held|holding|has held|have held)\s(?:the |a |an )?(?:post|position|office)",
    re.IGNORECASE,
)
_WORKED = re.compile(
    r"(?:(?:là )?người )?(?:có|đủ) (?:nhiều năm )?(?:kinh nghiệm|thâm niên|thời gian (?:công tác|làm việc|hành nghề))"
    r"|(?:has|have|having|possess\w*)\s(?:[\w-]+\s){0,4}?experience",
    re.IGNORECASE,
)
_EXCLUDED = re.compile(r"không (?:phải|thuộc|là|trong|ở|bị)(?!\w)|(?:is|are|not be|be) not(?!\w)", re.IGNORECASE)
_GOES_ON = re.compile(r"đang|đã bị|chưa được|bị|been|being|having been|has been", re.IGNORECASE)
# the conditions themselves stand in a list below, or elsewhere
LIST_BELOW = re.compile(
    r"(?:sau đây|dưới đây|như sau|(?<=điều kiện )sau|(?<=tiêu chuẩn )sau|(?<=trường hợp )sau|following)(?!\w)"
    r"|nhu cầu|nguyện vọng",
    re.IGNORECASE,
)
_LEAST = 6  # characters of a condition


def conditions(text: str, start: int, end: int) -> list[Span]:
    """The conditions that a stretch of a text joins, in order; what is told of another case is left out."""
    end = without_aside(text, start, end)
    cuts = [m.span() for m in _NEXT.finditer(text, start + 1, end) if not _in_brackets(text, start, m.start())]
    edges = [start, *(b for _, b in cuts)]
    ends = [*(a for a, _ in cuts), end]
    parts: list[Span] = []
    for a, b in zip(edges, ends, strict=True):
        if parts and _EXCLUDED.match(text, parts[-1].start) and _GOES_ON.match(text, a):
            parts[-1] = _trimmed(text, parts[-1].start, b)  # what one may not be goes on
        else:
            parts.append(_trimmed(text, a, b))
    return [p for p in parts if p.end - p.start >= _LEAST]


def without_aside(text: str, start: int, end: int) -> int:
    """Where a condition or a paper ends in front of what is told of another case."""
    aside = next((m for m in _ASIDE.finditer(text, start, end) if not _in_brackets(text, start, m.start())), None)
    return aside.start() if aside else end


def in_own_words(text: str, words: Span) -> Asked:
    """What a condition without a cue asks for."""
    negative = _NEGATIVE.match(text, words.start, words.end)
    return Asked(attribute_of(text, words), "has_not" if negative else "has", words)


def attribute_of(text: str, words: Span) -> Attribute:
    """Posts held and years of work also where nobody counts them; else "other"."""
    if _HELD.match(text, words.start, words.end):
        return "post_held"
    return "experience" if _WORKED.match(text, words.start, words.end) else "other"


def _in_brackets(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:"):
        end -= 1
    return Span(start, end)
