"""Where the new wording of an order stands: in quotation marks, below it without them, or in an annex of its own text.

Knows the lines of one text and what they order.
"""

import re
from collections.abc import Sequence

from assistant.amendment import Act, Span
from assistant.amendments import verbs
from assistant.amendments.pieces import Done
from assistant.amendments.source import Line, Source
from corpus.document import Provision
from corpus.unit_lists import unit_mentions
from corpus.units import even_mark, mark_of

WORDED = frozenset({Act.AMEND, Act.SUPPLEMENT, Act.INSERT})
_COLON = re.compile(r"(?:nhu sau|as follows|thanh|to read)\s*:\s*(?=\S)")


class Wordings:
    """Finds the wordings that the lines of a text bring."""

    def __init__(self, source: Source, lines: Sequence[Line]) -> None:
        self.source, self.lines = source, lines

    def wording(self, n: int, clause: Span, done: Done) -> tuple[Span | None, int]:
        """The span of the new wording, and where the reading goes on; None where there is none."""
        line = self.lines[n]
        if done.act not in WORDED or done.new is not None:
            return None, line.end
        inline = self.source.quoted.within(done.start, clause[1])
        if inline:
            return inline[0], line.end
        annex = self._own_annex(done, clause)
        if annex is not None:
            return annex, line.end
        if clause[1] < line.end and not self.source.even[clause[1] : line.end].strip(" .;"):
            clause = clause[0], line.end
        below = self.source.quoted.opening_at(line.end)
        follows = verbs.FOLLOWS.search(self.source.even[clause[0] : line.end].rstrip(" .;"))
        if below is not None and (follows or clause[1] == line.end):
            return below, below[1]
        if done.act is Act.INSERT and done.units and not follows:
            return None, line.end
        return self._unquoted(n, done, follows is not None)

    def _own_annex(self, done: Done, clause: Span) -> Span | None:
        """The amending document's own annex, which takes the place of another."""
        if not any(kind in ("annex", "form") for u in done.units for kind, _ in u.steps):
            return None
        found: list[Provision] = []
        for u in unit_mentions(self.source.bare[clause[0] : clause[1]]):
            at = clause[0] + u.end
            if verbs.OWN.search(self.source.even, at, min(at + 60, clause[1])) is None:
                continue
            kind, mark = u.steps[-1]
            if kind not in ("annex", "form"):
                continue  # "Điều 1. Thay thế Phụ lục ...": the order's own mark
            for own in self.source.outline:
                if own.kind == kind and even_mark(mark_of(own.kind, own.label)) == even_mark(mark):
                    found.append(own)
                    break
        # "bằng Phụ lục I, Phụ lục II kèm theo ...": they stand one behind the other
        return (min(u.start for u in found), max(u.end for u in found)) if found else None

    def _unquoted(self, n: int, done: Done, follows: bool) -> tuple[Span | None, int]:
        """A wording without quotation marks: behind "như sau:" on its line, or the paragraphs up to the next order."""
        line = self.lines[n]
        colon = _COLON.search(self.source.even, done.start, line.end)
        unended = not self.source.bare[done.start : line.end].rstrip().endswith((".", ";"))
        if not follows and colon is None and not unended:
            return None, line.end
        unit = self.source.outline.innermost(line.start)
        limit = self._until(unit, done)
        begin, end = (colon.end() if colon else None), (line.end if colon else None)
        for below in self.lines[n + 1 :]:
            if below.done or below.start >= limit:
                break
            begin, end = (below.start if begin is None else begin), below.end
        if begin is None or end is None:
            return None, line.end
        while self.source.text[begin].isspace():
            begin += 1
        return (begin, begin + len(self.source.text[begin:end].rstrip())), end

    def _until(self, unit: Provision | None, done: Done) -> int:
        """The end of the unit that gives the order, or of one behind it that was taken for this document's own."""
        if unit is None:
            return len(self.source.text)
        names = {u.steps[0] for u in done.units}
        limit = unit.end
        for other in self.source.outline:
            mark = even_mark(other.label.rpartition(" ")[2])
            named = any(other.kind == kind and even_mark(m) == mark for kind, m in names)
            if named and unit.end <= other.start <= limit + 3:
                limit = max(limit, other.end)
        return limit
