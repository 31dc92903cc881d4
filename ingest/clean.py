"""Lines to paragraphs: even characters, what pages add taken away, wrapped lines joined; and the one text they make.

Knows nothing of what the text says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import Page
from corpus.folding import nfc
from corpus.layout import WordBox
from ingest.joining import RULE, Paragraph, joined, paragraph_of, with_lone_marks
from ingest.letters.legacy import mended, modern
from ingest.lines import Line, PrintedPage, Reading
from ingest.page_edges import without_furniture

# of no width, of direction, and the tag letters, in which whole sentences can be written that nobody sees
_INVISIBLE = re.compile("[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
_SOFT_HYPHEN = re.compile("\u00ad(?!$)|(?<![^\\W\\d_])\u00ad")
_SPACES = re.compile(r"[\s\u00a0]+")  # a line is one line, whatever its format puts in it
_WORD = re.compile(r"\S+")

__all__ = ["Cleaned", "Paragraph", "assemble", "clean"]


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
        paragraphs = list(joined(without_furniture(lines)))
    else:
        paragraphs = [paragraph_of(line) for line in lines if line.text]
    kept = with_lone_marks(p for p in paragraphs if not RULE.match(p.text))
    return assemble(list(kept), reading.pages)


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
    """A line in modern letters, NFC, single spaces; its boxes go where its words are no longer those of the reader."""
    if line.cells:
        cells = tuple(_characters(cell) for cell in line.cells)
        text = " | ".join(cells)
    else:
        cells, text = (), _characters(line.text)
    boxes = line.boxes if len(line.boxes) == len(text.split()) else ()
    return replace(line, text=text, cells=cells, boxes=boxes)


def _characters(text: str) -> str:
    # the soft hyphen is a letter of TCVN3, so it goes after the conversion; at a line end it says that a word goes on
    text = _SOFT_HYPHEN.sub("", _SPACES.sub(" ", _INVISIBLE.sub("", mended(modern(text)))).strip())
    return nfc(text).rstrip()  # last: the Eth that stands for Đ in many files is a letter of TCVN3
