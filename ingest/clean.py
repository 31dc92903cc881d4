"""Lines to paragraphs: even characters, no page numbers, wrapped lines joined. Knows nothing of what the text says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import Page
from corpus.folding import CAPITALS, nfc
from corpus.layout import Box, WordBox
from ingest.lines import Line, PrintedPage, Reading
from ingest.marks import opens_unit

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_PAGE_NUMBER = re.compile(r"^[-–—\s]*(?:trang|page)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*$", re.IGNORECASE)
_LONE_MARK = re.compile(r"^(?:[IVX]{1,5}\s*[.\-]|\d{1,2}(?:\.\d{1,2})*\s*[.)]|(?:dd|[a-zđ]\d?)\s*[)/]|[-+•])$")
_RULE = re.compile(r"^[\s_*=\-–—.~]{3,}$")
_ROW_NUMBER = re.compile(rf"^(\d{{1,3}})\s+[{CAPITALS}]")
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?:;…][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading or table row; `pages` says from which character on it stands on which page.

    `boxes` has one entry for each word of `text.split()`, as in `Line`, or none at all.
    """

    text: str
    kind: str = "text"
    level: int = 0
    pages: tuple[tuple[int, int], ...] = ()
    cells: tuple[str, ...] = ()
    header: bool = False
    boxes: tuple[tuple[Box, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The paragraphs of a file, the one text that they make up, and where its words stand on their pages."""

    paragraphs: tuple[Paragraph, ...]
    starts: tuple[int, ...]
    text: str
    pages: tuple[Page, ...]
    words: tuple[WordBox, ...] = ()


def clean(reading: Reading) -> Cleaned:
    """Paragraphs in reading order; `text[start:]` begins with the paragraph at every one of `starts`."""
    lines = [_even(line) for line in reading.lines]
    if reading.wrapped:
        lines = _without_page_numbers(lines)
        paragraphs = list(_joined(lines))
    else:
        paragraphs = [_paragraph(line) for line in lines if line.text]
    return assemble(list(_with_lone_marks(p for p in paragraphs if not _RULE.match(p.text))), reading.pages)


def assemble(paragraphs: Sequence[Paragraph], printed: Sequence[PrintedPage] = ()) -> Cleaned:
    """One text of many paragraphs, one a line; `printed` is what the reader knows of the pages."""
    starts: list[int] = []
    at = 0
    begins: dict[int, int] = {}
    for p in paragraphs:
        starts.append(at)
        for offset, page in p.pages:
            begins.setdefault(page, at + offset)
        at += len(p.text) + 1
    text = "\n".join(p.text for p in paragraphs)
    numbers = sorted(begins)
    ends = [*(begins[n] for n in numbers[1:]), len(text)][: len(numbers)]
    known = {p.number: p for p in printed}
    pages = tuple(
        _page(known.get(n, PrintedPage(n)), begins[n], end) for n, end in zip(numbers, ends, strict=True)
    )  # fmt: skip
    words = tuple(word for p, start in zip(paragraphs, starts, strict=True) for word in _placed(p, start))
    return Cleaned(tuple(paragraphs), tuple(starts), text, pages, words)


def _page(printed: PrintedPage, start: int, end: int) -> Page:
    return Page(printed.number, start, end, printed.source, printed.confidence, printed.width, printed.height)


def _placed(paragraph: Paragraph, start: int) -> Iterator[WordBox]:
    words = list(_WORD.finditer(paragraph.text))
    if len(words) != len(paragraph.boxes):
        return  # a word was taken away or glued since: better no mark on the page than one in the wrong place
    for word, boxes in zip(words, paragraph.boxes, strict=True):
        yield from (WordBox(start + word.start(), start + word.end(), box) for box in boxes)


def _even(line: Line) -> Line:
    text = _SPACES.sub(" ", _INVISIBLE.sub("", nfc(line.text))).strip()
    cells = tuple(_SPACES.sub(" ", _INVISIBLE.sub("", nfc(c))).strip() for c in line.cells)
    return replace(line, text=" | ".join(cells) if cells else text, cells=cells)


def _without_page_numbers(lines: list[Line]) -> list[Line]:
    """Drops a number standing alone as the first or last line of its page."""
    kept: list[Line] = []
    for page in _by_page(lines):
        printed = [i for i, line in enumerate(page) if line.text]
        edges = {printed[0], printed[-1]} if printed else set()
        kept.extend(line for i, line in enumerate(page) if not (i in edges and _PAGE_NUMBER.match(line.text)))
    return kept


def _by_page(lines: list[Line]) -> Iterator[list[Line]]:
    page: list[Line] = []
    for line in lines:
        if page and line.page != page[-1].page:
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def _joined(lines: list[Line]) -> Iterator[Paragraph]:
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 20)
    full = lengths[int(len(lengths) * 0.9)] * 0.72 if lengths else 60
    current: Paragraph | None = None
    last = ""
    gap = False
    counted = 0
    for line in lines:
        if not line.text:
            gap = True
            continue
        number = _ROW_NUMBER.match(line.text)
        opens_row = number is not None and int(number.group(1)) in (1, counted + 1)
        counted = int(number.group(1)) if number and opens_row else counted
        gap = gap or opens_row  # a numbered row of a table, whose lines no ruling keeps apart here
        turned = current is not None and bool(current.pages) and current.pages[-1][1] != line.page
        if (
            current is not None
            and line.kind == current.kind == "text"
            and _runs_on(last, line.text, full, gap and not turned)
        ):
            current = _append(current, line)
        else:
            if current is not None:
                yield current
            current = _paragraph(line)
        last, gap = line.text, False
    if current is not None:
        yield current


def _runs_on(last: str, line: str, full: float, gap: bool) -> bool:
    """Whether a printed line goes on with the paragraph of the line before it."""
    if gap or opens_unit(line) or _RULE.match(last) or _RULE.match(line):
        return False
    lower = line[0].islower()
    if last.isupper() or line.isupper():
        return last.isupper() and line.isupper() and len(last) >= full
    if _SENTENCE_END.search(last):
        return len(last) >= full and not last.endswith((":", ";"))
    return lower or len(last) >= full


def _append(paragraph: Paragraph, line: Line) -> Paragraph:
    hyphen = re.search(r"[^\W\d_]-$", paragraph.text) and line.text[0].islower()
    glue = "" if hyphen else " "
    offset = len(paragraph.text) + len(glue)
    pages = paragraph.pages
    if line.page is not None and (not pages or pages[-1][1] != line.page):
        pages = (*pages, (offset, line.page))
    boxes = _glued(paragraph.boxes, line.boxes) if hyphen else paragraph.boxes + line.boxes
    return replace(paragraph, text=paragraph.text + glue + line.text, pages=pages, boxes=boxes)


def _glued(first: tuple[tuple[Box, ...], ...], second: tuple[tuple[Box, ...], ...]) -> tuple[tuple[Box, ...], ...]:
    """The last word of the one and the first of the other have become one word, which stands in both places."""
    return (*first[:-1], first[-1] + second[0], *second[1:]) if first and second else first + second


def _paragraph(line: Line) -> Paragraph:
    pages = ((0, line.page),) if line.page is not None else ()
    return Paragraph(line.text, line.kind, line.level, pages, line.cells, line.header, line.boxes)


def _with_lone_marks(paragraphs: Iterator[Paragraph]) -> Iterator[Paragraph]:
    """Joins a mark that stands alone on its line ("1.", "a)") with the paragraph after it."""
    mark: Paragraph | None = None
    for p in paragraphs:
        if mark is not None:
            if p.kind == "text":
                shifted = tuple((offset + len(mark.text) + 1, page) for offset, page in p.pages)
                pages = _merged(mark.pages, shifted)
                p = replace(p, text=f"{mark.text} {p.text}", pages=pages, boxes=mark.boxes + p.boxes)
            else:
                yield mark
            mark = None
        if p.kind == "text" and _LONE_MARK.match(p.text):
            mark = p
        else:
            yield p
    if mark is not None:
        yield mark


def _merged(first: tuple[tuple[int, int], ...], second: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    pages = list(first)
    for offset, page in second:
        if not pages or pages[-1][1] != page:
            pages.append((offset, page))
    return tuple(pages)
