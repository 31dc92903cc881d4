"""Whether a text is a report about documents (news), not a document: told by how reporters write, more than by menus.

An article names numbers, posts and dates, and none of them is its own.
"""

import re

from corpus.identity import find_numbers
from ingest.clean import Cleaned
from ingest.identity.bases import legal_bases
from ingest.identity.closing import Closing
from ingest.identity.head import Head
from ingest.identity.spots import Spot

_OPENING = 4  # paragraphs in which a reporter says when and where
_WHEN = re.compile(
    r"^(?:On (?:the )?(?:morning|afternoon|evening|\w+ \d{1,2}\b)|(?:This|Yesterday) (?:morning|afternoon|evening)"
    r"|(?:Sáng|Chiều|Tối|Trưa)(?: ngày| nay| qua)?\s*[,\d(]|Ngày \d{1,2}[/\-.]\d{1,2}|Mới đây,|\([^)]{2,30}\)\s*[-–])"
    r"|^[^.]{0,40}\([A-Z]{2,8}\)\s*[-–]"
)
_NAMED = r"[A-ZĐ]\w+ \w+"
_REPORTS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(f"(?i:{said})|{named}" if named else f"(?i:{said})")
    for said, named in (
        (r"\b(?:co-)?chaired (?:the|a|by)\b|đồng chủ trì|\bchủ trì (?:hội nghị|cuộc họp|buổi)", ""),
        (r"\battending\b.{0,40}\b(?:were|was|conference|meeting|leaders|comrade)|\battended\b", ""),
        (r"\btham dự\b|\bdự hội nghị\b|\bcùng dự\b", ""),
        (r"\b(?:emphasi[sz]ed|affirmed|stressed|pointed out)\b|\bnhấn mạnh\b|\bkhẳng định\b", ""),
        (r"[”\"],? (?:he|she|m[rs]s?\.?|comrade)\b|\bcho biết\b|\bphát biểu\b", r"\b(?:Mr|Ms|Mrs)\.? .{0,40}\bsaid\b"),
        (r"\b(?:delivered|gave) (?:a )?speech|\bspeaking at\b|\bphát biểu (?:chỉ đạo|khai mạc|tại)", ""),
        (
            r"\bnews and photos\b|\btin và ảnh\b|\btin, ảnh\b|\bảnh:",
            rf"\b(?:According to|Theo) (?:M[rs]s?\.?|ông|bà) {_NAMED}",
        ),
        (r"\b(?:at|in) .{0,30}\bbridge\b|\bđiểm cầu\b|\bconference scene\b|\bquang cảnh (?:hội nghị|buổi)\b", ""),
        (
            r"\bheld a (?:meeting|conference)\b|\btổ chức hội nghị\b",
            rf"\b(?:[Cc]omrades?:?|[Đđ]ồng chí|[Ôô]ng|[Bb]à) {_NAMED}",
        ),
    )
)
_PORTAL = re.compile(
    r"^(?:(?:Source|Nguồn)(?: link)?(?:: https?://.*)?|(?:Comments?|Bình luận)(?: \(\d+\))?|Copy Link|Share|Chia sẻ"
    r"|Same (?:tag|category|author)|Tin liên quan|Tin cùng chuyên mục|(?:According to|Theo) [\w.]+\.\w{2,3})\s*$",
    re.IGNORECASE,
)
_ENOUGH = 3


def is_news(cleaned: Cleaned, head: Head, closing: Closing) -> bool:
    """Whether reporters' habits are plain, and nothing that only a document has is there."""
    if head.official or closing.post or closing.recipients or legal_bases(cleaned):
        return False
    texts = [p.text for p in cleaned.paragraphs if p.kind != "row"]
    if any(re.match(r"(?:Điều|Article)\s+1\s*[.:]", text) for text in texts):
        return False
    dated = any(_WHEN.match(text) for text in texts[:_OPENING])
    portal = any(_PORTAL.match(text) for text in texts[-12:])
    body = "\n".join(texts)[:30_000]
    reports = sum(pattern.search(body) is not None for pattern in _REPORTS)
    return reports + dated + portal >= _ENOUGH and reports >= 2


def numbers_named(text: str) -> list[Spot]:
    """The numbers of the documents that a report talks about, each once, where it is first named."""
    found: dict[str, Spot] = {}
    for number in find_numbers(text):
        if number.code or number.year:  # a bare "12/TU" may be anything
            found.setdefault(number.key, Spot(number.printed, number.start, number.end))
    return list(found.values())
