"""Reads what a document does to the wording of others. The main path is `read_amendments`; it knows one text.

Vietnamese after Decree 78/2025/NĐ-CP, Appendix I, and the customs before it (no quotation marks); English as the
official translations print it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from assistant.amendment import Act, Amendment, Span
from assistant.amendments import verbs
from assistant.amendments.about import PREAMBLE, Abouts
from assistant.amendments.pieces import Done, acts_in, after_mark, bare_list, completed, is_object
from assistant.amendments.quotes import BLANK
from assistant.amendments.source import Line, Source
from assistant.amendments.wording import WORDED, Wordings
from corpus.document import Outline, Provision
from corpus.unit_lists import unit_mentions
from corpus.units import BY_THEMSELVES, EXCEPT, UnitReference

_SENTENCE = re.compile(r";\s+|(?<=[.¤])\s+(?=[A-ZĐ])")
_TAKES_PLACE = re.compile(r"(?:thay the|replac\w+|supersed\w+)(?!\w)")
_ANNULS_BELOW = re.compile(rf"{verbs.ACTIVE[-1][1].pattern}[^:.;]{{0,100}}:\s*$")


def read_amendments(text: str, outline: Outline, own_key: str | None = None) -> list[Amendment]:
    """The instructions of a document, in order; `own_key` is its own number's: it names itself without amending it."""
    return list(_Reader(Source(text, outline, own_key)).amendments())


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.abouts = Abouts(source)

    def amendments(self) -> Iterator[Amendment]:
        """Each instruction, with its new wording found."""
        lines = self.lines
        wordings = Wordings(self.source, lines)
        reached = 0
        for n, line in enumerate(lines):
            if line.start < reached:
                continue  # a line of a wording that is given without quotation marks
            for clause, done in line.done:
                wording, end = wordings.wording(n, clause, done)
                if done.act in WORDED and wording is None and done.new is None:
                    if not self._gives_way(clause, done):
                        continue  # a heading: what it announces follows, instruction by instruction
                    done = replace(done, act=Act.ANNUL)
                reached = max(reached, end)
                yield from self._amendment(line, clause, done, wording)

    @cached_property
    def lines(self) -> list[Line]:
        """The paragraphs outside quotations, with what they order."""
        first = min((u.start for u in self.source.outline), default=0)
        found: list[Line] = []
        listing = False
        for m in re.finditer(r"[^\n]+", self.source.bare):
            inside = m.group()[0] == BLANK and self.source.bare[max(0, m.start() - 2) : m.start()].strip("\n") == ""
            if m.start() < first or PREAMBLE.match(self.source.even, m.start()) or self._goes_on(m.start()):
                continue
            blank = inside and not m.group().strip(f"{BLANK} .;")
            done = () if blank else tuple(self._acts(m.start(), m.end(), listing))
            found.append(Line(m.start(), m.end(), done))
            announced = _ANNULS_BELOW.search(self.source.even, m.start(), m.end())
            listing = announced is not None or (listing and bool(done))
        return found

    def _goes_on(self, offset: int) -> bool:
        return any(a < offset < b for a, b in self.source.quoted.spans)

    def _acts(self, start: int, end: int, listing: bool) -> Iterator[tuple[Span, Done]]:
        at = start
        begin = start + after_mark(self.source.even[start:end])
        for piece in (*_SENTENCE.finditer(self.source.bare, begin, end), None):
            until = piece.start() if piece else end
            bare, even = self.source.bare[at:until], self.source.even[at:until]
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
        unit = self.source.outline.innermost(start)
        above = self.source.outline.get(unit.parent) if unit is not None and unit.start == start else None
        if not listing and (above is None or not self.abouts.of(above).annuls):
            return []
        return [Done(Act.ANNUL, units[0].start, units[-1].end, units)]

    def _gives_way(self, clause: Span, done: Done) -> bool:
        """Whether units of another document end, for this one takes their place: "thay thế mục II Thông tư số ..."."""
        verb = _TAKES_PLACE.match(self.source.even, done.start)
        if verb is None or not is_object(self.source.even, verb.end(), done.units[0].start):
            return False
        return self.abouts.named(clause, done)[0] is not None

    def _amendment(self, line: Line, clause: Span, done: Done, wording: Span | None) -> Iterator[Amendment]:
        unit = self.source.outline.innermost(line.start)
        abouts = [self.abouts.of(u) for u in self.source.outline.above(unit)]
        number, enclosed = self.abouts.named(clause, done)
        if number is None:
            known = next((a for a in (*abouts, self.abouts.title) if a.number_key), None)
            number, enclosed = (known.number_key, known.enclosed or enclosed) if known else (None, enclosed)
        units = done.units
        if not all(_by_itself(u) for u in units):
            above = self._named_ahead(clause, done)
            above = above or next((u for a in abouts[1:] or abouts for u in a.units if _by_itself(u)), None)
            above = above or self._before(line, unit)
            units = tuple(u if _by_itself(u) or above is None else _below(u, above) for u in units)
        limit = EXCEPT.search(self.source.even, done.end, clause[1])
        but = [u for u in unit_mentions(self.source.bare[limit.start() : clause[1]])] if limit else []
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
            day=self.abouts.day(clause, done),
            corrects=any(a.corrects for a in (*abouts, self.abouts.title)) or self.abouts.corrects(clause),
        )

    def _named_ahead(self, clause: Span, done: Done) -> UnitReference | None:
        """The unit named earlier in the clause: "Khoản 3 Điều 6 được đánh số lại ... và bổ sung khoản 3 mới"."""
        ahead = unit_mentions(self.source.bare[clause[0] : done.start])
        return next((u for u in reversed(ahead) if _by_itself(u)), None)

    def _before(self, line: Line, unit: Provision | None) -> UnitReference | None:
        """The unit named in the lines before: "Sửa đổi Điều 27 ...:", and below it "Bổ sung điểm a:"."""
        start = unit.start if unit else 0
        named = [u for u in unit_mentions(self.source.bare[start : line.start]) if _by_itself(u)]
        return named[-1] if named else None


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
