"""Which document an order is about, as the order, its heading or the title says; whether it corrects; from when.

Knows nothing of new wordings.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant.amendment import Span
from assistant.amendments import verbs
from assistant.amendments.pieces import Done, after_mark
from assistant.amendments.source import Source
from corpus.dates import find_dates
from corpus.document import Provision
from corpus.identity import Number, find_numbers
from corpus.unit_lists import unit_mentions
from corpus.units import UnitReference

_LEAD = 700  # characters of a unit that say what it is about
_SHORT = 15  # characters of a line that is no more than a number
_BEHIND = 400  # characters behind a unit in which its document is named
PREAMBLE = re.compile(r"\W*(?:can cu|pursuant to)(?!\w)")


@dataclass(frozen=True, slots=True)
class About:
    """The document that a heading is about, the units it names, and what it says is done to them."""

    number_key: str | None
    enclosed: bool
    units: tuple[UnitReference, ...] = ()
    annuls: bool = False
    corrects: bool = False


class Abouts:
    """What the headings of a text say; each is read once."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._known: dict[str, About] = {}

    def named(self, clause: Span, done: Done) -> tuple[str | None, bool]:
        """The document named with the units: the first number behind them, else the one before."""
        begin = done.units[-1].end if done.units else done.end
        behind = find_numbers(self.source.bare[begin : min(clause[1], begin + _BEHIND)])
        numbers = behind or find_numbers(self.source.bare[clause[0] : begin])
        at = begin if behind else clause[0]
        found = next(
            (n for n in numbers if n.key != self.source.own_key and not self._once(clause, at + n.start)), None
        )
        if found is None:
            return None, verbs.ENCLOSED.search(self.source.even, *clause) is not None
        before = self.source.even[clause[0] : (begin if behind else clause[0]) + found.start]
        return found.key, verbs.ENCLOSED.search(before) is not None

    def _once(self, clause: Span, at: int) -> bool:
        """Whether a number is that of what once did something to the unit: "which was annulled by Circular No. ..."."""
        return verbs.AMENDED_BY.search(self.source.even[clause[0] : at]) is not None

    def of(self, unit: Provision) -> About:
        """What the first words of a unit say."""
        if unit.address not in self._known:
            children = self.source.outline.children(unit.address)
            end = min(min((c.start for c in children), default=unit.end), unit.start + _LEAD)
            # the first line; where that is a bare number, the next one too: what follows may be somebody else's words
            line = self.source.bare.find("\n", unit.start + after_mark(self.source.even[unit.start : end]), end)
            if 0 <= line < unit.start + _SHORT:
                line = self.source.bare.find("\n", line + 1, end)
            self._known[unit.address] = self._read_about(unit.start, line if line >= 0 else end)
        return self._known[unit.address]

    @cached_property
    def title(self) -> About:
        """What the words before the first unit say: the title, not the bases."""
        first = min((u.start for u in self.source.outline), default=len(self.source.text))
        for m in re.finditer(r"[^\n]+", self.source.bare[:first]):
            if PREAMBLE.match(self.source.even, m.start()):
                continue
            even = self.source.even[m.start() : m.end()]
            if any(p.search(even) for _, p in verbs.ACTIVE) or verbs.CORRECTION.search(even):
                about = self._read_about(m.start(), m.end())
                if about.number_key:
                    return about
        return About(None, False)

    def _read_about(self, start: int, end: int) -> About:
        bare, even = self.source.bare[start:end], self.source.even[start:end]
        numbers = [n for n in self._numbers(bare) if n.key != self.source.own_key]
        begin = after_mark(even)
        units = tuple(u for u in unit_mentions(bare) if u.start >= begin)
        first = next((n for n in numbers if not verbs.AMENDED_BY.search(even[: n.start])), None)
        enclosed = first is not None and verbs.ENCLOSED.search(even[: first.start]) is not None
        opening = even[begin : begin + 60]
        annuls = verbs.ACTIVE[-1][1].match(opening) is not None
        return About(first.key if first else None, enclosed, units, annuls, self.corrects((start, end)))

    def _numbers(self, bare: str) -> Sequence[Number]:
        # titles are set in small letters by some sources
        return find_numbers(bare) or [n for n in find_numbers(bare.upper()) if bare == bare.lower()]

    def corrects(self, span: Span) -> bool:
        """Whether a clause opens by saying that something is corrected."""
        begin = span[0] + after_mark(self.source.even[span[0] : span[1]])
        found = verbs.CORRECTION.search(self.source.even, begin, span[1])
        return found is not None and found.start() <= begin + 40

    def day(self, clause: Span, done: Done) -> date | None:
        """The day from which an order holds, where it says so itself."""
        for d in find_dates(self.source.bare[done.end : clause[1]]):
            if verbs.FROM.search(self.source.even[max(0, done.end + d.start - 30) : done.end + d.start]):
                return d.value
        return None
