"""Figures and tables of a programme's documents, compared: what counts the same, which column is what.

Knows nothing of sheets.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.tables import Table
from corpus.dates import YEAR
from corpus.folding import fold, stem, words
from corpus.registers import Duty, Figure, Registers, Span
from corpus.rows import Entry
from corpus.units import same_length

_TARGET = re.compile(r"muc tieu|chi tieu (?:den|nam|giao|\d)|ke hoach|target(?! *$)|objective|planned|goal")
_RESULT = re.compile(r"ket qua|thuc hien|dat duoc|da dat|results?|achieved|actual|reached")
_JUDGED = re.compile(r"danh gia|ghi chu|tien do|assessment|evaluation|remark")
ONLY_YEAR = re.compile(r"^\D{0,12}(?:19|20)\d\d\D{0,3}$")
_LIKE = 0.6  # of the words of what two figures count, that they share
_TOLD = 3  # words at least: "cadres" alone counts anybody
_WORDS = "va cac cua duoc co tai the of and in to with for at so"
_LITTLE = frozenset(_WORDS.split(" "))


@dataclass(frozen=True, slots=True)
class Held:
    """A document of the programme as its rows are read from it."""

    entry: Entry
    text: str
    tables: tuple[Table, ...]
    registers: Registers


_LEADS_ON = re.compile(r"(?:(?:\.{2,}|…|[,;:])|\s+(?:and|or|và|hoặc))+$")


def words_of(span: Span | None, h: Held) -> str:
    """The words of a span in one line, "" for none; without what only leads on to the next ("and", dots)."""
    return _LEADS_ON.sub("", " ".join(span.of(h.text).split())) if span else ""


def due_day(duty: Duty) -> date | None:
    """The day that a duty is due on, if its deadline tells one."""
    return duty.deadline.day if duty.deadline else None


def in_table(h: Held, span: Span) -> bool:
    """Whether a span stands in a table."""
    return any(t.span.start <= span.start < t.span.end for t in h.tables)


def review_columns(table: Table) -> dict[str, int] | None:
    """Which column is what in a review table; None where it has no targets or no results."""
    header = [same_length(cell) for cell in table.header]
    at: dict[str, int] = {}
    for i, cell in enumerate(header):
        year = bool(ONLY_YEAR.match(cell))
        if _RESULT.search(cell):
            at.setdefault("result", i)
        elif _TARGET.search(cell) and YEAR.search(cell):
            at.setdefault("target", i)
        elif _JUDGED.search(cell):
            at.setdefault("judged", i)
        elif year:
            at.setdefault("before", i)
    if "result" not in at or "target" not in at:
        return None
    taken = set(at.values())
    wordy = [i for i in range(len(header)) if i not in taken and _is_wordy(table, i)]
    return {**at, "indicator": wordy[0]} if wordy else None


def _is_wordy(table: Table, column: int) -> bool:
    return sum(len(row.cells[column].split()) > 1 for row in table.rows) * 2 > len(table.rows)


def nearest(h: Held, figure: Figure, others: Sequence[tuple[Held, Figure]]) -> int | None:
    """Which of other figures counts most nearly the same; None where none does."""
    alike = [(_alike(h, figure, other, f), -i) for i, (other, f) in enumerate(others)]
    best = max(alike, default=(0.0, 0))
    return -best[1] if best[0] >= _LIKE else None


def _alike(h: Held, one: Figure, other: Held, two: Figure) -> float:
    """How much of what two figures count is the same: nothing where units or years differ, or too little is said."""
    if h is other or one.unit != two.unit or one.counts is None or two.counts is None:
        return 0.0
    years = _years(one, h), _years(two, other)
    if all(years) and not years[0] & years[1]:
        return 0.0
    mine, theirs = _stems(one.counts.of(h.text)), _stems(two.counts.of(other.text))
    return len(mine & theirs) / len(mine | theirs) if min(len(mine), len(theirs)) >= _TOLD else 0.0


def _years(figure: Figure, h: Held) -> set[int]:
    """The years that a period names, and those between two of them."""
    found = sorted(int(y) for y in YEAR.findall(words_of(figure.period, h)))
    return set(range(found[0], found[-1] + 1)) if found else set()


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(fold(w)) for w in words(text)) - _LITTLE
