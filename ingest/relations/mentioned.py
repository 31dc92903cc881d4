"""A document as a statement names it, and the day behind its name."""

import re
from dataclasses import dataclass

from corpus.dates import PrintedDate, find_dates
from corpus.relations import Target
from corpus.units import UnitReference

_DATED = re.compile(r"\s*[,(]?\s*(?:(?:da )?(?:duoc )?(?:ban hanh|thong qua|ky)\s*)?(?:ngay|dated?|of|on)?\s*")
# as a law is called, folded: its type
LAW_TYPES = {
    "bo luat": "code", "luat": "law", "phap lenh": "ordinance", "hien phap": "constitution", "law": "law",
    "code": "code", "ordinance": "ordinance", "constitution": "constitution", "nghi quyet": "resolution",
    "resolution": "resolution",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A document as a statement names it: from the name of its type to its date; `first` is where its units begin."""

    target: Target
    start: int
    end: int
    units: tuple[UnitReference, ...] = ()
    first: int = 0
    passing: bool = False  # a law called by its name alone, in running text: something is said with it, not done to it


def date_behind(text: str, even: str, end: int) -> tuple[PrintedDate | None, int]:
    """The day that stands behind a name which ends here, and where it ends; the same place where none does."""
    begin = _DATED.match(even, end)
    near = text[end : end + 60]
    day = next(iter(find_dates(near)), None)
    if day is None or begin is None or end + day.start > max(begin.end(), end + 1) + len("ngay "):
        return None, end
    return day, end + day.end
