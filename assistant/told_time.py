"""From when until when, as free words tell it: "từ 2022", "since May 2021", "từ tháng 3/2018 đến 2020". Both languages.

A month or a year alone leaves its days open: a time is read as the shortest that it can have been, none is made up.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from corpus.dates import MONTHS, find_dates
from corpus.units import same_length

_PART = re.compile(
    rf"(?<![\w/.-])(?:(?P<m>\d{{1,2}})\s*(?:[/-]|nam)\s*|(?P<name>{'|'.join(MONTHS)})\s+)?(?P<y>(?:19|20)\d\d)(?![\w/.])"
)
_SINCE = re.compile(r"(?<!\w)(?:tu|since|from)\s+(?:(?:thang|nam|ngay)\s+)*$")
_UNTIL = re.compile(r"\s*(?:-|–|den|toi|to|until|till)\s*(?:(?:het|thang|nam|ngay)\s+)*")


def told_time(text: str) -> tuple[date | None, date | None]:
    """The last day on which it can have begun and the first on which it can have ended; None where that is not told."""
    even = same_length(text)
    points = sorted(_points(text, even), key=lambda p: p[0])
    for n, (start, end, _, latest) in enumerate(points):
        if not _SINCE.search(even[:start]):
            continue
        joined = _UNTIL.match(even, end)
        if joined is None:
            return latest, None
        # an end that cannot be read leaves open how long it was
        ended = [p for p in points[n + 1 :] if p[0] == joined.end()]
        return (latest, ended[0][2]) if ended and latest <= ended[0][2] else (None, None)
    return None, None


def _points(text: str, even: str) -> Iterator[tuple[int, int, date, date]]:
    """Where a day, a month or a year is told, with its first and last day."""
    days = find_dates(text)
    for day in days:
        start = day.start + len(day_word[0]) if (day_word := re.match(r"ngay\s+", even[day.start :])) else day.start
        yield start, day.end, day.value, day.value
    for m in _PART.finditer(even):
        if any(d.start < m.end() and m.start() < d.end for d in days):
            continue
        year, month = int(m["y"]), int(m["m"]) if m["m"] else MONTHS.index(m["name"]) + 1 if m["name"] else 0
        if month > 12:
            continue
        last = date(year, month, monthrange(year, month)[1]) if month else date(year, 12, 31)
        yield m.start(), m.end(), date(year, month or 1, 1), last
