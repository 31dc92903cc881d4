"""Printed lines to paragraphs: a line goes on with the one before it unless it opens something. Boxes come along.

Knows nothing of pages but their numbers.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.dates import MONTH_NAME
from corpus.folding import CAPITALS
from corpus.layout import Box
from ingest.lines import Line
from ingest.structure.marks import opens_unit, read_mark

_LONE_MARK = re.compile(
    r"^(?:[IVX]{1,5}\s*[.\-]|\d{1,2}[a-zđ]?(?:\.\d{1,2})*\s*[.)]|\(?(?:dd|[a-zđ]\d?)\s*[)/]|[-+•▪■●○\uf0b7])$"
)
RULE = re.compile(r"^[\s_*=\-–—.~]{3,}$")
_ROW_NUMBER = re.compile(rf"^(\d{{1,3}})\s+[{CAPITALS}]")
_SENTENCE_END = re.compile(r"[.!?:;…][\"”’')\]]*$")
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# a citation goes on at the next line, however that begins: "... quy định tại / Điều 5. Người", "... khoản / 2. Hồ sơ"
_CITES_ABOVE = re.compile(
    r"\b(?:tại|theo|của|các|under|of|in|to)$|\b(?:khoản|điểm|điều|clauses?|points?|articles?)\s+[\da-zđ]{1,3}(?:,|\s+(?:và|hoặc|and|or|đến|to))?$",
    re.IGNORECASE,
)
# a date goes on as well: "... kể từ ngày 20 tháng 3 năm / 2021."
_DATE = re.compile(
    r"(?:\bnăm\n(?:19|20)\d{2}\b|\btháng\n\d{1,2}\s+năm\b|\bngày\n\d{1,2}\s+tháng\b"
    rf"|\b(?:{MONTH_NAME})\n\d{{1,2}},\s+\d{{4}}\b)"
)
_CITES_BELOW = re.compile(r"\b(?:khoản|điểm|điều|mục|clauses?|points?|articles?|section)$", re.IGNORECASE)
_BELOW = ("clause", "subclause", "point", "roman")

Boxes = tuple[tuple[Box, ...], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading or table row; `pages` says from which character on it stands on which page.

    `boxes` has one entry for each word of `text.split()` (an empty one for a word whose place is not known), or none at
    all. `confidence` is that of its least certain line, None where nothing had to be recognised.
    """

    text: str
    kind: str = "text"
    level: int = 0
    pages: tuple[tuple[int, int], ...] = ()
    cells: tuple[str, ...] = ()
    header: bool = False
    boxes: Boxes = ()
    confidence: float | None = None


def paragraph_of(line: Line) -> Paragraph:
    """A line that is a paragraph by itself."""
    pages = ((0, line.page),) if line.page is not None else ()
    text = line.text.removesuffix("\u00ad")
    return Paragraph(text, line.kind, line.level, pages, line.cells, line.header, line.boxes, line.confidence)


def joined(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The paragraphs that printed lines make up."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 20)
    full = lengths[int(len(lengths) * 0.9)] * 0.72 if lengths else 60
    known: set[str] | None = None
    parts: list[Line] = []
    gap = False
    counted = 0
    for line in lines:
        if not line.text:
            gap = True
            continue
        number = _ROW_NUMBER.match(line.text)
        opens_row = number is not None and int(number.group(1)) in (1, counted + 1)
        counted = int(number.group(1)) if number and opens_row else counted
        turned = bool(parts) and parts[-1].page != line.page
        # a numbered row of a table, whose lines no ruling keeps apart here, opens something too
        stops = (gap and not turned) or opens_row
        if parts and line.kind == parts[-1].kind == "text" and _runs_on(parts[-1].text, line.text, full, stops):
            known = _vocabulary(lines) if known is None and _HYPHEN.search(parts[-1].text) else known
            parts.append(line)
        else:
            yield from _whole(parts, known or set())
            parts = [line]
        gap = False
    yield from _whole(parts, known or set())


def _runs_on(last: str, line: str, full: float, gap: bool) -> bool:
    """Whether a printed line goes on with the paragraph of the line before it."""
    if RULE.match(last) or RULE.match(line):
        return False
    if line[0].isdigit() and _DATE.search(f"{last[-12:]}\n{line[:12]}"):
        return True
    if gap:  # a gap in the middle of a sentence is the layout's
        return line[0].islower() and len(last) >= full and not _SENTENCE_END.search(last) and not opens_unit(line)
    if last.endswith("\u00ad"):
        return True
    if opens_unit(line):
        mark = read_mark(line)
        cites = _CITES_BELOW if mark is not None and mark.kind in _BELOW else _CITES_ABOVE
        return mark is not None and mark.kind not in ("dash", "plus") and len(last) >= full and bool(cites.search(last))
    lower = line[0].islower()
    if last.isupper() or line.isupper():
        return last.isupper() and line.isupper() and len(last) >= full
    if _SENTENCE_END.search(last):
        return len(last) >= full and not last.endswith((":", ";"))
    return lower or len(last) >= full


def _whole(parts: Sequence[Line], known: set[str]) -> Iterator[Paragraph]:
    """One paragraph of its lines; built in one go, so that a text without paragraphs takes no longer than others."""
    if not parts:
        return
    if len(parts) == 1:
        yield paragraph_of(parts[0])
        return
    pages: list[tuple[int, int]] = []
    boxes: list[tuple[Box, ...]] = []
    texts: list[str] = []
    length = 0
    for n, line in enumerate(parts):
        glue = _glue(texts[-1], line.text, known) if n else ""
        if n and glue != " ":
            cut = len(texts[-1]) - len(texts[-1].rstrip("-\u2010\u00ad")) if glue == "" else 0
            texts[-1], length, glue = texts[-1][: len(texts[-1]) - cut], length - cut, ""
        texts.append(glue + line.text)
        if line.page is not None and (not pages or pages[-1][1] != line.page):
            pages.append((length + len(glue), line.page))
        length += len(texts[-1])
        _add(boxes, line, glued=n > 0 and not glue)
    sure = [line.confidence for line in parts if line.confidence is not None]
    placed = tuple(boxes) if any(boxes) else ()
    yield Paragraph("".join(texts), "text", 0, tuple(pages), boxes=placed, confidence=min(sure, default=None))


def _add(boxes: list[tuple[Box, ...]], line: Line, *, glued: bool) -> None:
    """The places of a line's words, empty ones if it has none; a word glued to the one before stands in both places."""
    words = line.boxes or ((),) * len(line.text.split())
    if glued and boxes and words:
        boxes[-1] += words[0]
        words = words[1:]
    boxes.extend(words)


def _glue(last: str, line: str, known: set[str]) -> str:
    """What stands between two lines of a paragraph: a space; in a broken word "-" to keep its hyphen, "" to drop it.

    A hyphen goes where the whole word stands elsewhere in the text, or its parts nowhere.
    """
    broken, rest = _HYPHEN.search(last), _FIRST_WORD.match(line)
    if broken is None or rest is None or not rest.group()[0].islower():
        return " "
    if last.endswith("\u00ad"):
        return ""
    first, second = broken.group(1).lower(), rest.group().lower()
    if first + second in known:
        return ""
    if f"{first}-{second}" in known or first in known or second in known:
        return "-"
    return ""


def _vocabulary(lines: Sequence[Line]) -> set[str]:
    """The words of a text, those broken at a line end left out."""
    found: set[str] = set()
    for before, line in zip(["", *(line.text for line in lines)], lines, strict=False):
        words = [w.lower() for w in _WORD.findall(line.text)]
        if before.endswith(("-", "\u2010", "\u00ad")):
            words = words[1:]
        if line.text.endswith(("-", "\u2010", "\u00ad")):
            words = words[:-1]
        found.update(words)
    return found


def with_lone_marks(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Joins a mark that stands alone on its line ("1.", "a)") with the paragraph after it."""
    mark: Paragraph | None = None
    for p in paragraphs:
        if mark is not None:
            if p.kind == "text":
                p = _marked(mark, p)
            else:
                yield mark
            mark = None
        if p.kind == "text" and _LONE_MARK.match(p.text):
            mark = p
        else:
            yield p
    if mark is not None:
        yield mark


def _marked(mark: Paragraph, p: Paragraph) -> Paragraph:
    pages = list(mark.pages)
    pages.extend((offset + len(mark.text) + 1, page) for offset, page in p.pages if not pages or pages[-1][1] != page)
    boxes: Boxes = ()
    if mark.boxes or p.boxes:
        boxes = (mark.boxes or ((),) * len(mark.text.split())) + (p.boxes or ((),) * len(p.text.split()))
    sure = [c for c in (mark.confidence, p.confidence) if c is not None]
    return replace(p, text=f"{mark.text} {p.text}", pages=tuple(pages), boxes=boxes, confidence=min(sure, default=None))
