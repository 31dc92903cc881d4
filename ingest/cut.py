"""The provision tree to passages, which follow the units.

Short siblings ride together, a long unit is cut where its own units begin.

Passages tile the text: every character but the line ends between them belongs to exactly one. Knows nothing of models.
"""

from collections.abc import Iterator

from corpus.document import Document, Outline
from corpus.passage import Passage
from corpus.sentences import statements

_ALONE = {"article", "chapter", "section", "part", "enclosure", "annex", "form", "roman", "table"}
_TITLED = {"chapter", "part", "section", "annex"}
TARGET = 1600  # characters: a long article's worth; more and the words of one provision drown in those of the next


def cut(document: Document) -> tuple[Passage, ...]:
    """The passages in reading order."""
    outline = Outline(document.provisions)
    passages: list[Passage] = []
    for start, end, address in _spans(document.text, outline, None, 0, len(document.text)):
        if document.text[start:end].strip():
            passages.append(_passage(document, outline, len(passages), start, end, address))
    return tuple(passages)


def _spans(text: str, outline: Outline, address: str | None, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Cuts one unit: itself if it is short, else its opening words and units, neighbours together while they fit."""
    units = outline.children(address)
    if not units:
        yield from ((a, b, address or "") for a, b in _sentences(text, start, end))
        return
    begin, owner = start, address or ""
    for unit, following in zip(units, [*(u.start for u in units[1:]), end], strict=True):
        alone = unit.kind in _ALONE
        if begin < unit.start and (alone or following - begin > TARGET) and len(text[begin : unit.start].strip()) > 120:
            yield from ((a, b, owner) for a, b in _sentences(text, begin, unit.start))
            begin, owner = unit.start, address or ""
        if following - begin > TARGET and outline.children(unit.address):
            yield from _spans(text, outline, unit.address, begin, following)
            begin, owner = following, address or ""
        elif alone or following - begin > TARGET:
            yield from ((a, b, unit.address) for a, b in _sentences(text, begin, following))
            begin, owner = following, address or ""
        elif owner == (address or "") and begin >= unit.start - 1:
            owner = unit.address
    if begin < end:
        yield from ((a, b, owner) for a, b in _sentences(text, begin, end))


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


def _passage(document: Document, outline: Outline, ordinal: int, start: int, end: int, address: str) -> Passage:
    text = document.text[start:end]
    start, end = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
    heading = _headings(document.text, outline, address, start, end)
    return Passage(ordinal, start, end, address, outline.path(address), heading, document.page_at(start))


def _headings(text: str, outline: Outline, address: str, start: int, end: int) -> str:
    """The titles above a passage that are not in its own words; for rows of a table also its header row."""
    found: list[str] = []
    for unit in outline.above(outline.get(address)):
        if start <= unit.start < end:
            continue
        if unit.kind == "table":
            rows = outline.children(unit.address)
            found.extend(text[r.start : r.end] for r in rows[:1])
        elif unit.title:
            found.append((unit.title if unit.kind in _TITLED else text[unit.start : unit.end].split("\n")[0])[:200])
    return "\n".join(line for line in reversed(found) if line)
