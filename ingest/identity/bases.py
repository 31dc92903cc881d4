"""The legal bases of a document ("Căn cứ ...") and the day it was passed, as its text says.

Knows nothing of the head.
"""

import re
from collections.abc import Iterator

from corpus.dates import find_dates
from corpus.folding import CAPITALS
from ingest.clean import Cleaned
from ingest.identity.head import BASE
from ingest.identity.spots import Spot
from ingest.structure.marks import read_mark

_OPENS = re.compile(r"(?:Căn cứ|CĂN CỨ|Pursuant to)\b")
_BEFORE = re.compile(r"^[-–+•\s]*$")
# a base may run into the sentence that it opens: "Căn cứ ..., Sở Nội vụ ban hành kế hoạch như sau:"
_MAIN_CLAUSE = re.compile(
    rf",\s+(?=[{CAPITALS}][^,;]{{2,90}}?\s(?:ban hành|xây dựng|báo cáo|thông báo|đề nghị|kính trình|trình|hướng dẫn"
    r"|yêu cầu|công bố|issues?|hereby|promulgates?|reports?|guides?|announces?|submits?)\b)"
)
_UNITS = {"part", "chapter", "section", "article", "roman", "clause"}
_PREAMBLE = 6000  # characters: a "Căn cứ" further on is an argument's
_PASSED = re.compile(
    r"(?:(?:này|Luật|Pháp lệnh|^)\s*(?:đã\s+)?[đĐ]|\sĐ)ược\s+(?P<who>[^.;]{4,160}?)\s+thông qua\s+"
    r"(?:tại\s[^.;]{3,60}?\s)?(?:vào\s+)?(?:các\s+)?(?=ngày\s)"
    r"|(?:This|The)\s+(?:Law|Code|Ordinance|Resolution|Constitution)[^.;]{0,60}?\s(?:was|has been|is)\s+"
    r"(?:passed|adopted|approved)\s+by\s+(?P<by>[^.;]{4,160}?)\s+on\s+(?:the\s+)?(?=\w)",
    re.MULTILINE,
)
_DAYS = re.compile(r"ngày\s+(?:\d{1,2}\s*(?:,|và)\s*)+(?=\d{1,2}\s+tháng)")


def legal_bases(cleaned: Cleaned) -> list[Spot]:
    """The clauses before the first article that say on what the document rests, as printed."""
    found: list[Spot] = []
    for paragraph, start in zip(cleaned.paragraphs, cleaned.starts, strict=True):
        mark = read_mark(paragraph.text)
        if (start > _PREAMBLE and not found) or (mark is not None and mark.kind in _UNITS):
            break
        opening = _OPENS.search(paragraph.text)
        if opening and _BEFORE.match(paragraph.text[: opening.start()]):
            found.extend(_clauses(paragraph.text[:_PREAMBLE], start))
        elif found and not BASE.match(paragraph.text) and not paragraph.text.endswith((";", ",")):
            break
    return found


def _clauses(text: str, start: int) -> Iterator[Spot]:
    openings = [m for m in _OPENS.finditer(text) if _opens_clause(text[: m.start()].rstrip(" -–+•"))]
    for opening, end in zip(openings, [*(m.start() for m in openings[1:]), len(text)], strict=True):
        clause = text[opening.start() : end]
        main = _MAIN_CLAUSE.search(clause)
        value = (clause[: main.start()] if main else clause).rstrip(" ;,.-–+•:")
        yield Spot(value, start + opening.start(), start + opening.start() + len(value))


def _opens_clause(before: str) -> bool:
    return not before or before.endswith((";", "."))


def passed(text: str) -> tuple[Spot, Spot] | None:
    """Who passed the document and on which day (ISO), from the sentence that says so; laws bear no other date."""
    for match in _PASSED.finditer(text):
        days = _DAYS.match(text, match.end())
        shift = days.end() - len("ngày ") if days else match.end()  # of several days the last
        after = f"ngày {text[days.end() : days.end() + 60]}" if days else text[shift : shift + 60]
        dates = find_dates(after)
        if dates and dates[0].start <= len("ngày "):
            who, at = match.group("who") or match.group("by"), match.start("who" if match.group("who") else "by")
            who_spot = Spot(who, at, at + len(who), 0.8)
            return who_spot, Spot(dates[0].value.isoformat(), match.end(), shift + dates[0].end, 0.8)
    return None
