"""The day as of which a question is to be answered: "Tính đến ngày 01/6/2023, ...", "..., as of June 1, 2023?".

Only what can be nothing else is read so. A question that names a unit of a document or asks for its validity belongs
to `asked_day`; one that counts what came to be ("tính đến 30/6/2023 đã luân chuyển bao nhiêu?") keeps its day.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.asked_day import asks_validity
from assistant.mentions import Mention
from assistant.question import understand
from corpus.dates import find_dates, unreal_dates
from corpus.errors import RequestError
from corpus.folding import nfc
from corpus.unit_lists import unit_mentions
from corpus.units import same_length

_DAY = r"(?:(?:thoi diem|moc|ngay|the date of|the day of)\s+)*"
_OPENS = re.compile(rf"\W*(?:(?=ngay)|vao|tai|tinh den|tinh toi|o thoi diem|on|as of|as at)\s*{_DAY}")
_CLOSES = re.compile(
    rf"(?:,\s*(?:vao|tai|on)|(?<!\w)(?:tinh den|tinh toi|(?:vao|tai|o) thoi diem|as of|as at))\s+{_DAY}$"
)
_PAUSE = re.compile(r"\s*,?\s+(?=\w)")
_END = re.compile(r"[\s?.!]*")
_SENTENCES = re.compile(r"[.!?;]\s+\w")
# of what is counted, what has to be, and not what there is; with its marks where it would be another word without
_NORM = re.compile(
    r"\b(?:phải|phai|cần|được|mức|tối thiểu|toi thieu|tối đa|toi da|ít nhất|it nhat"
    r"|không quá|khong qua|thời hạn|thoi han|must|shall|may|need|required|limit|at (?:least|most))\b",
    re.IGNORECASE,
)
_CAME_TO_BE = re.compile(r"\b(?:đã|đạt|hiện có|had|have been|has been|were|was)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AsOf:
    """The question without the day, and the day."""

    question: str
    day: date


def as_of_day(question: str, mentions: Sequence[Mention], today: date) -> AsOf | None:
    """The day told, and what is asked as of it; None where none is. Raises RequestError for a day that no month has."""
    even = same_length(question)
    for unreal in unreal_dates(question):
        if _without(question, even, unreal.start, unreal.end):
            raise RequestError("question-no-such-day", day=question[unreal.start : unreal.end].strip())
    if asks_validity(question):
        return None
    for printed in find_dates(question):
        rest = _without(question, even, printed.start, printed.end)
        if not rest or printed.value > today or _SENTENCES.search(rest) or unit_mentions(rest) or _counts_what_is(rest):
            continue
        if any(m.end <= printed.start for m in mentions):
            continue  # behind a number stands the day of its issue
        return AsOf(rest, printed.value)
    return None


def _without(question: str, even: str, start: int, end: int) -> str:
    """The question without a time that opens or closes it as one; "" for any other."""
    if _OPENS.fullmatch(even[:start]) and (pause := _PAUSE.match(even, end)):
        rest = question[pause.end() :]
        return rest[:1].upper() + rest[1:]
    closes = _CLOSES.search(even[:start])
    if closes and closes.start() and _END.fullmatch(even[end:]):
        return question[: closes.start()].rstrip(" ,") + question[end:]
    return ""


def _counts_what_is(question: str) -> bool:
    """Whether a number is asked for that came to be, and no rule lays down."""
    if _CAME_TO_BE.search(nfc(question)):
        return True
    return understand(question).kind == "number" and _NORM.search(nfc(question)) is None
