"""Reads what a document does to the wording of others. The main path is `read_amendments`; it knows one text.

Vietnamese after Decree 78/2025/NĐ-CP, Appendix I, and the customs before it (no quotation marks); English as the
official translations print it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from assistant import amending_verbs as verbs
from assistant.amending_pieces import Done, acts_in, after_mark, bare_list, completed
from assistant.amending_quotes import BLANK, Quoted, quoted
from assistant.amendment import Act, Amendment, Span
from corpus.dates import find_dates
from corpus.document import Outline, Provision
from corpus.identity import Number, find_numbers
from corpus.unit_lists import unit_mentions
from corpus.units import BY_THEMSELVES, UnitReference, even_mark, same_length

_WORDED = frozenset({Act.AMEND, Act.SUPPLEMENT, Act.INSERT})
_SENTENCE = re.compile(r";\s+|(?<=[.¤])\s+(?=[A-ZĐ])")
_LEAD = 700  # characters of a unit that say what it is about
_SHORT = 15  # characters of a line that is no more than a number
_BEHIND = 400  # characters behind a unit in which its document is named
_PREAMBLE = re.compile(r"\W*(?:can cu|pursuant to)(?!\w)")
_COLON = re.compile(r"(?:nhu sau|as follows|thanh|to read)\s*:\s*(?=\S)")
_ANNULS_BELOW = re.compile(rf"{verbs.ACTIVE[-1][1].pattern}[^:.;]{{0,100}}:\s*$")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    done: tuple[tuple[Span, Done], ...]  # the clause that says it, and what it does


@dataclass(frozen=True, slots=True)
class _About:
    """The document that a heading is about, the units it names, and what it says is done to them."""

    number_key: str | None
    enclosed: bool
    units: tuple[UnitReference, ...] = ()
    annuls: bool = False
    corrects: bool = False


def read_amendments(text: str, outline: Outline, own_key: str | None = None) -> list[Amendment]:
    """The instructions of a document, in order; `own_key` is its own number's: it names itself without amending it."""
    return list(_Reader(text, outline, own_key).amendments())


class _Reader:
    def __init__(self, text: str, outline: Outline, own_key: str | None) -> None:
        self.text, self.outline, self.own_key = text, outline, own_key
        self.quoted: Quoted = quoted(text)
        self.bare = self.quoted.bare
        self.even = same_length(self.bare)
        self._abouts: dict[str, _About] = {}

    def amendments(self) -> Iterator[Amendment]:
        """Each instruction, with its new wording found."""
        lines = self.lines
        reached = 0
        for n, line in enumerate(lines):
            if line.start < reached:
                continue  # a line of a wording that is given without quotation marks
            for clause, done in line.done:
                wording, end = self._wording(n, clause, done)
                if done.act in _WORDED and wording is None and done.new is None:
                    continue  # a heading: what it announces follows, instruction by instruction
                reached = max(reached, end)
                yield from self._amendment(line, clause, done, wording)

    @cached_property
    def lines(self) -> list[_Line]:
        """The paragraphs outside quotations, with what they order."""
        first = min((u.start for u in self.outline), default=0)
        found: list[_Line] = []
        listing = False
        for m in re.finditer(r"[^\n]+", self.bare):
            inside = m.group()[0] == BLANK and self.bare[max(0, m.start() - 2) : m.start()].strip("\n") == ""
            if m.start() < first or _PREAMBLE.match(self.even, m.start()) or self._goes_on(m.start()):
                continue
            blank = inside and not m.group().strip(f"{BLANK} .;")
            done = () if blank else tuple(self._acts(m.start(), m.end(), listing))
            found.append(_Line(m.start(), m.end(), done))
            announced = _ANNULS_BELOW.search(self.even, m.start(), m.end())
            listing = announced is not None or (listing and bool(done))
        return found

    def _goes_on(self, offset: int) -> bool:
        return any(a < offset < b for a, b in self.quoted.spans)

    def _acts(self, start: int, end: int, listing: bool) -> Iterator[tuple[Span, Done]]:
        at = start
        begin = start + after_mark(self.even[start:end])
        for piece in (*_SENTENCE.finditer(self.bare, begin, end), None):
            until = piece.start() if piece else end
            bare, even = self.bare[at:until], self.even[at:until]
            found = acts_in(bare, even)
            if not found and at == start:
                found = self._listed(bare, even, start, listing)
            yield from (((at, until), _moved(d, at)) for d in found)
            at = piece.end() if piece else end

    def _listed(self, bare: str, even: str, start: int, listing: bool) -> list[Done]:
        """An item of a list of units whose heading, or the line before, says that they are annulled."""
        units = bare_list(bare, even)
        if not units:
            return []
        unit = self.outline.innermost(start)
        above = self.outline.get(unit.parent) if unit is not None and unit.start == start else None
        if not listing and (above is None or not self._about(above).annuls):
            return []
        return [Done(Act.ANNUL, units[0].start, units[-1].end, units)]

    # where the new wording stands

    def _wording(self, n: int, clause: Span, done: Done) -> tuple[Span | None, int]:
        """The span of the new wording, and where the reading goes on; None where there is none."""
        line = self.lines[n]
        if done.act not in _WORDED or done.new is not None:
            return None, line.end
        inline = self.quoted.within(done.start, clause[1])
        if inline:
            return inline[0], line.end
        annex = self._own_annex(done, clause)
        if annex is not None:
            return annex, line.end
        if clause[1] < line.end and not self.even[clause[1] : line.end].strip(" .;"):
            clause = clause[0], line.end
        below = self.quoted.opening_at(line.end)
        follows = verbs.FOLLOWS.search(self.even[clause[0] : line.end].rstrip(" .;"))
        if below is not None and (follows or clause[1] == line.end):
            return below, below[1]
        if done.act is Act.INSERT and done.units and not follows:
            return None, line.end
        return self._unquoted(n, done, follows is not None)

    def _own_annex(self, done: Done, clause: Span) -> Span | None:
        """The amending document's own annex, which takes the place of another."""
        if not any(kind in ("annex", "form") for u in done.units for kind, _ in u.steps):
            return None
        for u in unit_mentions(self.bare[clause[0] : clause[1]]):
            at = clause[0] + u.end
            if verbs.OWN.search(self.even, at, min(at + 60, clause[1])) is None:
                continue
            kind, mark = u.steps[-1]
            for own in self.outline:
                if own.kind == kind and even_mark(own.label.rpartition(" ")[2]) == even_mark(mark):
                    return own.start, own.end
        return None

    def _unquoted(self, n: int, done: Done, follows: bool) -> tuple[Span | None, int]:
        """A wording without quotation marks: behind "như sau:" on its line, or the paragraphs up to the next order."""
        line = self.lines[n]
        colon = _COLON.search(self.even, done.start, line.end)
        unended = not self.bare[done.start : line.end].rstrip().endswith((".", ";"))
        if not follows and colon is None and not unended:
            return None, line.end
        unit = self.outline.innermost(line.start)
        limit = self._until(unit, done)
        begin, end = (colon.end() if colon else None), (line.end if colon else None)
        for below in self.lines[n + 1 :]:
            if below.done or below.start >= limit:
                break
            begin, end = (below.start if begin is None else begin), below.end
        if begin is None or end is None:
            return None, line.end
        while self.text[begin].isspace():
            begin += 1
        return (begin, begin + len(self.text[begin:end].rstrip())), end

    def _until(self, unit: Provision | None, done: Done) -> int:
        """The end of the unit that gives the order, or of one behind it that was taken for this document's own."""
        if unit is None:
            return len(self.text)
        names = {u.steps[0] for u in done.units}
        limit = unit.end
        for other in self.outline:
            mark = even_mark(other.label.rpartition(" ")[2])
            named = any(other.kind == kind and even_mark(m) == mark for kind, m in names)
            if named and unit.end <= other.start <= limit + 3:
                limit = max(limit, other.end)
        return limit

    # what it is about

    def _amendment(self, line: _Line, clause: Span, done: Done, wording: Span | None) -> Iterator[Amendment]:
        unit = self.outline.innermost(line.start)
        abouts = [self._about(u) for u in self.outline.above(unit)]
        number, enclosed = self._named(clause, done)
        if number is None:
            known = next((a for a in (*abouts, self._title) if a.number_key), None)
            number, enclosed = (known.number_key, known.enclosed or enclosed) if known else (None, enclosed)
        units = done.units
        if not all(_by_itself(u) for u in units):
            above = next((u for a in abouts[1:] or abouts for u in a.units if _by_itself(u)), None)
            above = above or self._before(line, unit)
            units = tuple(u if _by_itself(u) or above is None else _below(u, above) for u in units)
        limit = verbs.EXCEPT.search(self.even, done.end, clause[1])
        but = [u for u in unit_mentions(self.bare[limit.start() : clause[1]])] if limit else []
        yield Amendment(
            act=done.act,
            start=clause[0],
            end=clause[1],
            source_unit=unit.address if unit else None,
            number_key=number,
            enclosed=enclosed,
            units=units,
            exceptions=tuple(but),
            anchor=done.anchor if done.anchor is None or not units else _below(done.anchor, units[0]),
            before=done.before,
            renumbered=tuple(_below(u, units[0]) if units and not _by_itself(u) else u for u in done.renumbered),
            new=done.new or wording,
            old=done.old,
            portion=done.portion,
            day=self._day(clause, done),
            corrects=any(a.corrects for a in (*abouts, self._title)) or self._corrects(clause),
        )

    def _before(self, line: _Line, unit: Provision | None) -> UnitReference | None:
        """The unit named in the lines before: "Sửa đổi Điều 27 ...:", and below it "Bổ sung điểm a:"."""
        start = unit.start if unit else 0
        named = [u for u in unit_mentions(self.bare[start : line.start]) if _by_itself(u)]
        return named[-1] if named else None

    def _named(self, clause: Span, done: Done) -> tuple[str | None, bool]:
        """The document named with the units: the first number behind them, else the one before."""
        begin = done.units[-1].end if done.units else done.end
        behind = find_numbers(self.bare[begin : min(clause[1], begin + _BEHIND)])
        numbers = behind or find_numbers(self.bare[clause[0] : begin])
        found = next((n for n in numbers if n.key != self.own_key), None)
        if found is None:
            return None, verbs.ENCLOSED.search(self.even, *clause) is not None
        before = self.even[clause[0] : (begin if behind else clause[0]) + found.start]
        return found.key, verbs.ENCLOSED.search(before) is not None

    def _about(self, unit: Provision) -> _About:
        if unit.address not in self._abouts:
            children = self.outline.children(unit.address)
            end = min(min((c.start for c in children), default=unit.end), unit.start + _LEAD)
            # the first line; where that is a bare number, the next one too: what follows may be somebody else's words
            line = self.bare.find("\n", unit.start + after_mark(self.even[unit.start : end]), end)
            if 0 <= line < unit.start + _SHORT:
                line = self.bare.find("\n", line + 1, end)
            self._abouts[unit.address] = self._read_about(unit.start, line if line >= 0 else end)
        return self._abouts[unit.address]

    @cached_property
    def _title(self) -> _About:
        """What the words before the first unit say: the title, not the bases."""
        first = min((u.start for u in self.outline), default=len(self.text))
        for m in re.finditer(r"[^\n]+", self.bare[:first]):
            if _PREAMBLE.match(self.even, m.start()):
                continue
            even = self.even[m.start() : m.end()]
            if any(p.search(even) for _, p in verbs.ACTIVE) or verbs.CORRECTION.search(even):
                about = self._read_about(m.start(), m.end())
                if about.number_key:
                    return about
        return _About(None, False)

    def _read_about(self, start: int, end: int) -> _About:
        bare, even = self.bare[start:end], self.even[start:end]
        numbers = [n for n in self._numbers(bare) if n.key != self.own_key]
        begin = after_mark(even)
        units = tuple(u for u in unit_mentions(bare) if u.start >= begin)
        first = next((n for n in numbers if not verbs.AMENDED_BY.search(even[: n.start])), None)
        enclosed = first is not None and verbs.ENCLOSED.search(even[: first.start]) is not None
        opening = even[begin : begin + 60]
        annuls = verbs.ACTIVE[-1][1].match(opening) is not None
        return _About(first.key if first else None, enclosed, units, annuls, self._corrects((start, end)))

    def _numbers(self, bare: str) -> Sequence[Number]:
        # titles are set in small letters by some sources
        return find_numbers(bare) or [n for n in find_numbers(bare.upper()) if bare == bare.lower()]

    def _corrects(self, span: Span) -> bool:
        begin = span[0] + after_mark(self.even[span[0] : span[1]])
        found = verbs.CORRECTION.search(self.even, begin, span[1])
        return found is not None and found.start() <= begin + 40

    def _day(self, clause: Span, done: Done) -> date | None:
        for d in find_dates(self.bare[done.end : clause[1]]):
            if verbs.FROM.search(self.even[max(0, done.end + d.start - 30) : done.end + d.start]):
                return d.value
        return None


def _moved(d: Done, by: int) -> Done:
    def unit(u: UnitReference) -> UnitReference:
        return replace(u, start=u.start + by, end=u.end + by)

    def span(s: Span | None) -> Span | None:
        return (s[0] + by, s[1] + by) if s else None

    return replace(
        d,
        start=d.start + by,
        end=d.end + by,
        units=tuple(map(unit, d.units)),
        anchor=unit(d.anchor) if d.anchor else None,
        renumbered=tuple(map(unit, d.renumbered)),
        old=span(d.old),
        new=span(d.new),
    )


def _by_itself(unit: UnitReference) -> bool:
    return any(kind in BY_THEMSELVES for kind, _ in unit.steps)


def _below(unit: UnitReference, above: UnitReference) -> UnitReference:
    """A unit with what it stands in, as another names that."""
    return unit if _by_itself(unit) else completed(unit, above)
