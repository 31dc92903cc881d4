"""What stands in quotation marks, over several paragraphs too, blanked out for who reads the instructions around it."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from assistant.amendment import Span

BLANK = "\N{CURRENCY SIGN}"
_QUOTE = re.compile(r"[“”„«»\"]")
_LONGEST = 60_000  # characters of one quotation: a chapter that is put into another law


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text, its outermost quotations (inside their marks), and the same text with these blanked, offsets kept."""

    text: str
    spans: tuple[Span, ...]
    bare: str

    def opening_at(self, offset: int) -> Span | None:
        """The quotation whose opening mark is the next sign at or behind an offset, blanks left out."""
        while offset < len(self.text) and (self.text[offset].isspace() or self.text[offset] in ":-–"):
            offset += 1
        return next((s for s in self.spans if s[0] - 1 == offset), None)

    def within(self, start: int, end: int) -> list[Span]:
        """The quotations that lie in a span."""
        first = bisect_right(self.spans, (start, start))
        return [s for s in self.spans[first:] if s[1] <= end]


def quoted(text: str) -> Quoted:
    """Finds the quotations; one that is never closed is none, so that one lost mark does not swallow the rest."""
    spans: list[Span] = []
    depth, begin = 0, 0
    for match in _QUOTE.finditer(text):
        at = match.start()
        if depth and at - begin > _LONGEST:
            depth = 0
        if _opens(text, at, depth):
            if depth and _begins_anew(text, at):
                continue
            if not depth:
                begin = at + 1
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                spans.append((begin, at))
    bare = list(text)
    for a, b in spans:
        bare[a - 1 : b + 1] = BLANK * (b - a + 2)
    return Quoted(text, tuple(spans), "".join(bare))


def _opens(text: str, at: int, depth: int) -> bool:
    """Whether a mark opens; a straight one does by what stands beside it, else by turns."""
    if text[at] != '"':
        return text[at] in "“„«"
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    apart = not before or before.isspace() or before in "(“["
    return apart and (depth == 0 or after.isalnum())


def _begins_anew(text: str, at: int) -> bool:
    """Whether a mark at the beginning of a paragraph only goes on with what is quoted, as English texts print it."""
    if text[text.rfind("\n", 0, at) + 1 : at].strip():
        return False
    line = text[at : text.find("\n", at) if "\n" in text[at:] else len(text)]
    return line.count("“") + line.count("«") > line.count("”") + line.count("»")
