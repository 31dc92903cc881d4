"""The title of a document: the summary under its type, a letter's subject, a report's headline, whole.

Knows the head's pieces and the type; nothing of numbers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.dates import find_dates
from corpus.identity import after_type, read_number, types_of_heading
from ingest.clean import Cleaned
from ingest.identity.head import BASE, BODY, CUE, Head, Piece, blank_date, head_of
from ingest.identity.issuers import enacts
from ingest.identity.kind import OF_ISSUER, SUBJECT, Kind
from ingest.identity.spots import Spot

_NAMED = {"constitution", "code", "law", "ordinance"}  # whose name begins with the type: "Bộ luật Dân sự"
_LINES = 6
_NUMBERED = re.compile(r"\s*(?:của|CỦA|of)?[^,\d]{0,80}?\b(?:số|SỐ|Số|No\.?|NO\.?|Nº)\s*:?\s*")
_PASSED = re.compile(r"\s+(?=Được\s[^.;]{4,160}?\sthông qua\b)")  # under a precedent's title, on its line
_ISSUED = re.compile(r"^\s*,?\s*(?:ngày|NGÀY|dated)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """A title and where it stands."""

    text: str
    spot: Spot


def title_of(head: Head, kind: Kind | None, text: str) -> Title | None:
    """The document's own title; None where its head does not give one."""
    if kind is None:
        return None
    if kind.code == "dispatch" and kind.piece is None:
        return _subject(head.pieces)
    if kind.piece is None:
        return None
    own = head.pieces[kind.piece]
    named = not _NAMED.isdisjoint((kind.code, *types_of_heading(own.text)))  # a consolidated law is named as a law
    rest = list(_summary(head.pieces, kind.piece, named=named))
    tail = after_type(own.text)
    if tail and not own.capitals and not _type_in_capitals(own.text):
        return _title(own.text.rstrip(" ."), [own])
    names = bool(tail) and not _only_number(tail)
    pieces = [own, *rest] if names or named or not rest else rest
    words = _PASSED.split(" ".join(p.text for p in pieces))[0]
    return _title(_in_small_letters(words, text), pieces)


def first_line(cleaned: Cleaned) -> Title | None:
    """The first line that says something, for texts that have no head."""
    for piece in head_of(cleaned).pieces[:4]:
        if len(piece.text) > 8 and not piece.row and not CUE.match(piece.text):
            return _title(piece.text, [piece])
    return None


def headline(cleaned: Cleaned, title: str | None) -> Title | None:
    """A report's headline: its first heading, else its first line."""
    for paragraph, start in zip(cleaned.paragraphs[:10], cleaned.starts, strict=False):
        if paragraph.kind == "heading":
            return Title(paragraph.text, Spot("", start, start + len(paragraph.text)))
    first = cleaned.paragraphs[0].text[:2000] if cleaned.paragraphs else ""
    if title and len(first) > 200:
        return None  # the reporter begins at once; what the file calls itself is its headline
    return Title(first, Spot("", 0, len(first))) if first else None


def _subject(pieces: Sequence[Piece]) -> Title | None:
    for n, piece in enumerate(pieces):
        match = SUBJECT.match(piece.text)
        if match is None:
            continue
        lines = [piece]
        for following in pieces[n + 1 : n + 4]:
            plain = following.text[:1].islower() and not find_dates(following.text)
            if not plain or BODY.match(following.text):
                break
            lines.append(following)
        words = " ".join([match.group("what"), *(p.text for p in lines[1:])])
        return _title(words.rstrip(" ."), [piece, *lines[1:]])
    return None


def _summary(pieces: Sequence[Piece], at: int, *, named: bool) -> Iterator[Piece]:
    """The lines under the type, one to several: what the document is about."""
    taken: list[Piece] = []
    for n in range(at + 1, len(pieces)):
        piece = pieces[n]
        text = piece.text
        cue = CUE.match(text)
        aside = cue is not None and read_number(text[cue.end() :]) is not None
        dated = (find_dates(text) and len(text) <= 60) or blank_date(text)
        if not taken and (aside or dated or OF_ISSUER.match(text)):
            continue
        decides = enacts(pieces, n) and (taken or not named)  # a law may be named "KIỂM TOÁN NHÀ NƯỚC"
        if aside or dated or decides or len(taken) == _LINES or _ends(pieces[n], taken):
            break
        taken.append(piece)
        yield piece


def _ends(piece: Piece, taken: Sequence[Piece]) -> bool:
    text = piece.text
    if BODY.match(text) or len(text) > 500 or piece.row:
        return True
    if not taken:
        return False
    sentence = text[:1].isupper() and (text.endswith((".", ":", ";")) or len(text) > 200)
    other_letters = text.isupper() != taken[0].capitals
    return other_letters or sentence or text.startswith(("(", "-", "*")) or bool(BASE.match(text))


def _type_in_capitals(text: str) -> bool:
    """Whether the type's own words are in capitals though the summary beside them is not: "KẾ HOẠCH Về tuyển dụng"."""
    return text[: len(text) - len(after_type(text))].isupper()


def _only_number(text: str) -> bool:
    """Whether all that follows the type is its number, and perhaps its date."""
    match = _NUMBERED.search(text)
    number = read_number(text[match.end() :]) if match else None
    if match is None or number is None:
        return False
    rest = text[match.end() + number[0].end :]
    return len(rest) <= 3 or _ISSUED.match(rest) is not None


def _title(words: str, pieces: Sequence[Piece]) -> Title:
    return Title(words, Spot("", pieces[0].start, pieces[-1].end))


def _in_small_letters(words: str, text: str) -> str:
    """A title in capitals as the text itself writes it elsewhere, so that names keep theirs; else as it is."""
    if not words.isupper():
        return words
    pattern = r"\s+".join(re.escape(w) for w in words.split())
    for match in re.finditer(pattern, text[:50_000], re.IGNORECASE):
        found = " ".join(match.group().split())
        if not found.isupper():
            return found[:1].upper() + found[1:]
    return words
