"""The provision tree to passages, which follow the units.

Short siblings ride together, a long unit is cut where its own units begin.

Passages tile the text: every character but the line ends between them belongs to exactly one. Knows nothing of models.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.document import Document, Outline, Provision
from corpus.passage import Passage
from corpus.sentences import statements

_ALONE = {"article", "chapter", "section", "part", "enclosure", "annex", "form", "roman", "letter", "table"}
_TITLED = {"chapter", "part", "section", "subsection", "annex", "form"}
TARGET = 1600  # characters: a long article's worth; more and the words of one provision drown in those of the next
LEAD = 120  # what opens a unit in so few characters rides with what follows, even beyond the target


def cut(document: Document) -> tuple[Passage, ...]:
    """The passages in reading order."""
    outline = Outline(document.provisions)
    groups = _Groups(document.text)
    passages: list[Passage] = []
    for span in _spans(document.text, outline, None, 0, len(document.text)):
        if document.text[span[0] : span[1]].strip():
            passages.append(_passage(document, outline, groups, len(passages), span))
    return tuple(passages)


@dataclass(slots=True)
class _Groups:
    """The rows of one cell in each table, which name the group of the rows below them; looked for once a table."""

    text: str
    found: dict[str, list[Provision]] = field(default_factory=dict)

    def over(self, outline: Outline, table: Provision, start: int) -> list[Provision]:
        """What a row hangs on, small to large: its group, if it has one, and the table's first row."""
        rows = outline.children(table.address)
        if table.address not in self.found:
            self.found[table.address] = [r for r in rows[1:] if " | " not in self.text[r.start : r.end]]
        groups = self.found[table.address]
        at = bisect_left(groups, start, key=lambda r: r.start)
        return [*groups[max(0, at - 1) : at], *(r for r in rows[:1] if r.start < start)]


def _spans(text: str, outline: Outline, address: str | None, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Cuts one unit: itself if it is short, else its opening words and units, neighbours together while they fit."""
    units = outline.children(address)
    if not units:
        yield from ((a, b, address or "") for a, b in _sentences(text, start, end))
        return
    begin, owner = start, address or ""
    for unit, following in zip(units, [*(u.start for u in units[1:]), end], strict=True):
        alone = unit.kind in _ALONE
        if begin < unit.start and (alone or following - begin > TARGET) and not _rides(text, begin, unit, following):
            yield from ((a, b, owner) for a, b in _sentences(text, begin, unit.start))
            begin, owner = unit.start, address or ""
        fits = following - begin <= TARGET + (LEAD if begin < unit.start else 0)
        if not fits and outline.children(unit.address):
            yield from _spans(text, outline, unit.address, begin, following)
            begin, owner = following, address or ""
        elif not fits or alone or following - begin > TARGET:
            spans = [(begin, following)] if fits else _sentences(text, begin, following)
            yield from ((a, b, unit.address) for a, b in spans)
            begin, owner = following, address or ""
        elif owner == (address or "") and begin >= unit.start - 1:
            owner = unit.address
    if begin < end:
        yield from ((a, b, owner) for a, b in _sentences(text, begin, end))


def _rides(text: str, begin: int, unit: Provision, following: int) -> bool:
    """Whether the few words before a unit go with it: always if it is cut anyway, else if both fit."""
    few = len(text[begin : unit.start].strip()) <= LEAD
    whole = following - unit.start
    return few and (whole > TARGET or following - begin <= TARGET + LEAD)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A span cut at statements so that no part is longer than the target, unless one statement is."""
    if end - start <= TARGET:
        yield start, end
        return
    begin = start
    for a, b in statements(text[start:end]):
        if start + b - begin > TARGET and start + a > begin:
            yield begin, start + a
            begin = start + a
    yield begin, end


def _passage(
    document: Document, outline: Outline, groups: _Groups, ordinal: int, span: tuple[int, int, str]
) -> Passage:
    start, end, address = span
    text = document.text[start:end]
    start, end = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
    heading = _headings(document.text, outline, groups, address, (start, end))
    return Passage(ordinal, start, end, address, outline.path(address), heading, document.page_at(start))


def _headings(text: str, outline: Outline, groups: _Groups, address: str, span: tuple[int, int]) -> str:
    """The titles above a passage that are not in its own words; for rows of a table also its header row, and the group
    that they stand under.
    """
    found: list[str] = []
    for unit in outline.above(outline.get(address)):
        if span[0] <= unit.start < span[1]:
            continue
        if unit.kind == "table":
            found.extend(text[r.start : r.end][:400] for r in groups.over(outline, unit, span[0]))
            found.append(unit.title)
        elif unit.title:
            found.append((unit.title if unit.kind in _TITLED else text[unit.start : unit.end].split("\n")[0])[:200])
    return "\n".join(line for line in reversed(found) if line)
