"""Text to statements: sentences, list items and table rows, as offsets. Knows nothing of documents."""

import re
from collections.abc import Iterator

from corpus.folding import CAPITALS

# A full stop after these ends no sentence (No. 08, Mr. Hung, TP. Hà Nội, PGS.TS.).
_ABBREVIATIONS = {
    "no", "mr", "mrs", "ms", "dr", "prof", "st", "art", "vol", "etc", "dept", "e.g", "i.e", "cf",
    "tp", "ts", "ths", "pgs", "gs", "gs.ts", "pgs.ts", "bs", "ks", "đ/c", "tr", "q", "p", "tx", "tt", "vs", "số",
}  # fmt: skip
# starts at the first of a run and gives nothing back: forms have dotted lines of thousands of characters
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’'»)\]]*+(?=\s|$)")
_NEXT = re.compile(rf"\s+[\"“‘'«(\[]*[{CAPITALS}0-9+\-–•]")
_LAST_WORD = re.compile(r"([^\s(“\"]+?)\.+$")
_NUMBERED = re.compile(
    r"^\W*(?:(?:Điều|Article|Chương|Chapter|Mục|Section|Phần|Part|Khoản|Clause|Phụ lục|Annex|Mẫu số|Form No\.)\s+)?"
    r"(?:\d{1,3}[a-zđ]?(?:\.\d{1,2})*|[IVXLC]{1,6}|[A-Za-zđĐ])\.$"
)
_LONG = 700  # characters: an enumeration in one sentence is cut at its semicolons

# at the end of a line that breaks off nothing
ENDS = re.compile(r"[.!?:;…/][\"”’')\]]*$")


def statements(text: str) -> list[tuple[int, int]]:
    """Offsets of the statements in reading order; a line end always ends one, blank edges are left out."""
    spans: list[tuple[int, int]] = []
    for start, end in _lines(text):
        for a, b in _sentences(text, start, end):
            spans.extend(_clauses(text, a, b) if b - a > _LONG else [(a, b)])
    return spans


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", text):
        yield from _trim(text, match.start(), match.end())


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and not _NEXT.match(text, match.end(), end):
            continue
        if _is_abbreviation(text, begin, match.end()):
            continue
        yield from _trim(text, begin, match.end())
        begin = match.end()
    yield from _trim(text, begin, end)


def _is_abbreviation(text: str, begin: int, end: int) -> bool:
    last = _LAST_WORD.search(text, max(begin, end - 20), end)
    if last is None:
        return False
    word = last.group(1).lower()
    # "1.", "II." or "Điều 5." opening a statement is its mark, and a single capital an initial
    return (
        bool(_NUMBERED.match(text[begin:end])) or word in _ABBREVIATIONS or (len(word) == 1 and last.group(1).isupper())
    )


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A long enumeration cut at its semicolons, but never inside quotation marks or brackets."""
    begin, depth, quoted = start, 0, False
    for at in range(start, end):
        c = text[at]
        depth += (c in "(“«") - (c in ")”»")
        quoted ^= c == '"'
        if c == ";" and depth <= 0 and not quoted and text[at + 1 : at + 2].isspace() and at + 1 - begin > 80:
            yield from _trim(text, begin, at + 1)
            begin = at + 1
    yield from _trim(text, begin, end)


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
