"""From when and until when a statement says that something holds. Knows neither verbs nor targets."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.dates import find_dates
from corpus.units import same_length

# "từ ngày 01/01/2026", "kể từ 0 giờ ngày ...", "from January 1, 2026"; not "có hiệu lực (thi hành) kể từ ngày", nor
# the last letters of a number ("26-QĐ/TU ngày 06/4/2015")
_FROM = re.compile(
    r"(?<![\w/-])(?P<own>co hieu luc(?: thi hanh)?\s+|(?:takes? effect|comes? into (?:force|effect)|effective)\s+)?"
    r"(?:(?:ke\s+)?tu(?:\s+\d{1,2}\s*(?:gio|h)(?:\s*\d{0,2}\s*(?:phut)?)?)?(?:\s+ngay)?"
    r"|from(?:\s+and\s+including)?|as\s+of|on(?:\s+and\s+after)?|since|starting\s+from)\s+(?:the\s+)?"
)
_UNTIL = re.compile(
    r"(?<!\w)(?:cho\s+)?(?:den|toi)\s+(?:het\s+)?(?:ngay\s+)?|(?<!\w)(?:until|through|to)\s+(?:the\s+end\s+of\s+)?"
)
_LOOKS = re.compile(
    r"(?:ngay\s+)?(\d{1,2})(?:\s*[/.-]\s*|\s+thang\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+nam\s+)((?:19|20)\d\d)(?!\d)"
)


_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(?:19|20)\d\d(?![\d/])")


@dataclass(frozen=True, slots=True)
class Days:
    """The first day, and the last one of what ends by itself."""

    day: date | None = None
    until: date | None = None


def days_in(text: str) -> Days:
    """The days that a part of a statement gives for what it says is done."""
    even = same_length(text)
    day = until = None
    for printed in find_dates(text):
        lead = even[: printed.start]
        if (match := _ends_at(_UNTIL, lead)) and "hieu luc" not in lead[match.start() - 12 : match.start()]:
            until = until or printed.value
        elif (match := _ends_at(_FROM, lead)) and not match["own"]:
            day = day or printed.value
    return Days(day, until)


def _ends_at(pattern: re.Pattern[str], lead: str) -> re.Match[str] | None:
    """The last match, if it reaches to the end."""
    for match in pattern.finditer(lead, max(0, len(lead) - 60)):
        if match.end() == len(lead):
            return match
    return None


def impossible(text: str) -> list[tuple[int, int]]:
    """What looks like a date and is none: 31/02/2026."""
    even = same_length(text)
    real = [(d.start, d.end) for d in find_dates(text)]
    found = []
    for match in _LOOKS.finditer(even):
        if not any(a < match.end() and match.start() < b for a, b in real):
            found.append(match.span())
    return found


def day_first(text: str, language: str) -> str:
    """The text with its dates in figures as day/month, offsets kept.

    English texts may print month/day: where one of them can be nothing else (10/20/2016), all of them do.
    """
    found = [(m, int(m[1]), int(m[2])) for m in _FIGURES.finditer(text)] if language == "en" else []
    if not any(day > 12 >= month for _, month, day in found) or any(month > 12 for _, month, _ in found):
        return text
    for m, _, _ in found:
        text = f"{text[: m.start(1)]}{m[2]}{text[m.end(1) : m.start(2)]}{m[1]}{text[m.end(2) :]}"
    return text


def later(day: date, days: int) -> date | None:
    """So many days later; None where the calendar ends."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None
