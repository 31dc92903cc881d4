"""The head of a document in pieces: issuer, number, place and date, type, summary, whatever column they stood in.

A header is a table of two columns, and extraction may bring its lines in any order, or both columns on one line. Knows
where a piece stands and where the head ends; what the pieces say is for `identify` to read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.dates import find_dates
from corpus.folding import fold
from corpus.identity import Number, read_number, type_of_heading
from ingest.clean import Cleaned, Paragraph

_LENGTH = 2500  # characters
BODY = re.compile(
    r"^[-–+•\s]*(?:Căn cứ|CĂN CỨ|Pursuant to|On the basis of)\b|^(?:Được\s.{4,160}?\sthông qua|Xét |Điều \d|Article \d"
    r"|Kính gửi|Kính trình|To\s*:|Dear\b|Nơi nhận|Recipients?\s*:|T/?M\.?\s[A-ZĐ]{2}"
    r"|(?:Chương|Phần|Mục|Chapter|Part|Section)\s+(?:[IVX\d]|thứ\b)|CHƯƠNG\s+[IVX\d]|PHẦN\s+(?:[IVX\d]|THỨ)"
    r"|(?:A|I|1)\s*[.\-]\s)",
)
BASE = re.compile(
    r"^[-–+•\s]*(?:Căn cứ|Thực hiện|Theo đề nghị|Theo|Xét|Sau khi|Trên cơ sở|Để|Tiếp theo"
    r"|Pursuant to|On the basis of|In implementation of|In furtherance of|At the (?:proposal|request) of|Considering)\b"
)
# cues are told from letters without their marks, which recognition loses; a wrong vowel is let pass
_NATIONAL = re.compile(
    r"c.ng h.a x. h.i ch. ngh.a vi.t nam|d.ng c.ng s.n vi.t nam"
    r"|(?:the )?socialist republic of viet ?nam|(?:the )?communist party of viet ?nam"
)
_MOTTO = re.compile(
    r"d.c l.p\s*[-–—_.]?\s*t. do\s*[-–—_.]?\s*h.nh ph.c|independence\s*[-–—]\s*(?:freedom|liberty)\s*[-–—]\s*happiness"
)
CUE = re.compile(
    r"(?:(?:LUẬT|Luật|PHÁP LỆNH|Pháp lệnh)\s+s[ốô]|(?:(?:LUẬT|LAW|Law|PHÁP LỆNH)\s+)?S[ốỐôÔồỒổỔóÓ6](?:\s+hiệu)?"
    r"|(?:(?:LAW|Law)\s+)?(?:Number|NUMBER|N[oO]\b[.º°]?)|So)(?=[\W\d_]|[lIO]\d|$)\s*[:;.]?\s*"
)
_PLACE = r"(?P<place>[^\W\d_][^\d,;:()/]{1,38}?)"
_DAY = r"ng[àaáảãạ]y|dated?\b|day\b"
DATELINE = re.compile(rf"{_PLACE}\s*,\s*(?:(?P<cue>{_DAY})[\s:]*)?", re.IGNORECASE)
_BLANK_DAY = re.compile(
    rf"(?:{_DAY})[\s.…_/]*(?:\d{{1,2}}[\s.…_/]*)?(?:th.ng|month|/)[\s.…_/\d]*(?:n.m|year|/)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a printed line that says one thing; `start` is its offset in the text."""

    text: str
    start: int
    heading: bool = False
    row: bool = False

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.text)

    @property
    def capitals(self) -> bool:
        """Whether it is printed in capitals."""
        return self.text.isupper()


@dataclass(frozen=True, slots=True)
class Head:
    """The pieces before the body, which begins at `body`; `official` if a national or Party title is among them."""

    pieces: tuple[Piece, ...]
    official: bool
    body: int


def head_of(cleaned: Cleaned) -> Head:
    """The head of a document."""
    pieces: list[Piece] = []
    official, body = False, len(cleaned.text)
    for n, (paragraph, start) in enumerate(zip(cleaned.paragraphs, cleaned.starts, strict=True)):
        based = BASE.match(paragraph.text) and paragraph.text.endswith((";", ",", ":", "."))
        opens = n and (based or BODY.match(paragraph.text))
        if start > _LENGTH or opens or (paragraph.kind == "row" and len(paragraph.cells) > 3):
            body = start
            break
        folded = folded_alike(paragraph.text[:_LENGTH])
        official = official or bool(_NATIONAL.search(folded) or _MOTTO.search(folded))
        pieces.extend(_pieces(paragraph, start))
    return Head(tuple(pieces), official, body)


def folded_alike(text: str) -> str:
    """The text without diacritics, letter for letter, so that offsets stay."""
    folded = fold(text)
    return folded if len(folded) == len(text) else "".join(f if len(f := fold(c)) == 1 else "?" for c in text)


def _pieces(paragraph: Paragraph, start: int) -> Iterator[Piece]:
    line = paragraph.text[:_LENGTH]  # a file may be one line of a million characters
    for a, b in _between_titles(line):
        for x, y in _split(line, a, b):
            text = line[x:y]
            lead = len(text) - len(text.lstrip(" *_|-–:"))
            text = text.strip(" *_|–-") if text.strip(" *_|–-:") else ""
            if text:
                yield Piece(text, start + x + lead, paragraph.kind == "heading", paragraph.kind == "row")


def _between_titles(text: str) -> Iterator[tuple[int, int]]:
    """What is left of a line when national titles, mottos and the bars between cells are taken out."""
    folded, at = folded_alike(text), 0
    cuts = [m.span() for m in _MOTTO.finditer(folded)] + [m.span() for m in re.finditer(r" \| ", text)]
    for match in _NATIONAL.finditer(folded):
        printed, before = match.span(), folded[: match.start()].rstrip()
        alone = not (before or folded[match.end() :].strip())
        if (alone or text[slice(*printed)].isupper()) and not before.endswith(("nuoc", "cua")):
            cuts.append(match.span())
    for a, b in sorted(cuts):
        if a > at:
            yield at, a
        at = max(at, b)
    if at < len(text):
        yield at, len(text)


def _split(text: str, a: int, b: int) -> Iterator[tuple[int, int]]:
    """Cuts a line after its number, and after its place and date; before the number if the issuer stands there."""
    a += len(text[a:b]) - len(text[a:b].lstrip(" *_|–-"))
    cue = CUE.match(text, a, b)
    if cue is None:
        inside = next((m for m in CUE.finditer(text, a, b) if _opens_number(text, a, m)), None)
        if inside is not None:
            yield a, inside.start()
            yield from _split(text, inside.start(), b)
            return
    if cue is not None and (number := read_number(text[cue.end() : b])) is not None:
        end = cue.end() + number[0].end
        yield a, end
        if end < b:
            yield from _split(text, end, b)
        return
    line = DATELINE.match(text, a, b) if cue is None else None
    dates = [d for d in find_dates(text[a:b]) if line and a + d.start <= line.end() + 1]
    if line and dates and text[line.start() : line.end()].strip() and a + dates[0].end < b:
        end = a + dates[0].end
        yield a, end
        yield from _split(text, end, b)
        return
    yield a, b


def _opens_number(text: str, a: int, cue: re.Match[str]) -> bool:
    """Whether a number's cue in the middle of a line begins something new: capitals before it that are no title."""
    before = text[a : cue.start()].strip(" *_|-–")
    alone = bool(before) and before.isupper() and type_of_heading(before) is None and cue.group()[0].isupper()
    return alone and not cue.group().isupper() and read_number(text[cue.end() :]) is not None


def own_number(head: Head) -> tuple[Number, Piece, float] | None:
    """The number that stands in the number's own place, the piece and how sure it is; None for a draft's blank."""
    for piece in head.pieces:
        cue = CUE.match(piece.text)
        if cue is None:
            continue
        rest = piece.text[cue.end() :]
        number = read_number(rest)
        if number is not None:
            return number[0], _part(piece, cue.end() + number[0].start, cue.end() + number[0].end), number[1]
        if re.match(r"[\s.…_]*[/\-]\s*[A-ZĐ]", rest):
            return None
    return None


def blank_number(head: Head) -> bool:
    """Whether a draft has left its number's place blank ("Số:     /TTr-UBND")."""
    cues = ((piece.text, CUE.match(piece.text)) for piece in head.pieces)
    return any(cue and re.match(r"[\s.…_]*[/\-]\s*[A-ZĐ]", text[cue.end() :]) for text, cue in cues)


def blank_date(text: str) -> bool:
    """Whether a draft has left the day or month blank ("ngày     tháng 3 năm 2024")."""
    return _BLANK_DAY.search(text) is not None and not find_dates(text)


def _part(piece: Piece, start: int, end: int) -> Piece:
    return Piece(piece.text[start:end], piece.start + start, piece.heading, piece.row)
