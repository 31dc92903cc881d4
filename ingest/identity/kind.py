"""The number and type of a document, as its head prints them. Knows nothing of dates, issuers and titles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.identity import Number, read_number, type_of_heading, types_of_heading
from ingest.clean import Cleaned
from ingest.identity.head import BASE, BODY, CUE, Head, Piece, blank_number, own_number
from ingest.identity.spots import Spot

SUBJECT = re.compile(r"^(?:V\s*/\s*v|Về việc|Re\s*:|Subject\s*:)\s*:?\s*(?P<what>.+)$", re.IGNORECASE)
_TYPE_AND_NUMBER = re.compile(
    r"^[^\W\d_]+(?:\s[^\W\d_]+){0,3}?(?:\s(?:của|CỦA|of)\s[^,\d]{3,80}?)?\s(?:số|SỐ|Số|No\.?|NO\.?|Nº)\s*:?\s*(?=\d)"
)
# the Gazette's old way, under the type: "CỦA CHÍNH PHỦ SỐ 12/2002/NĐ-CP NGÀY 22 THÁNG 01 NĂM 2002"
OF_ISSUER = re.compile(r"^(?:CỦA|OF)\s[^\d]{3,80}\s(?:SỐ|NO\.?)\s*:?\s*(?=\d)")
# a sentence about a document opens like its title: "Nghị quyết này ...", "Kế hoạch đã được ..."
_SENTENCE = re.compile(
    r"^(?:The|This|These|Theo|Các|Những)\b"
    r"|^(?:[^\W\d_]+\s){1,4}(?:này|đã|được|sẽ|là|có hiệu lực|phải|cần|is|was|has|had|will|shall|takes)\b"
)
_TOLD = re.compile(r"^[^,;]{0,70}\d[^,;]{0,60}\s(?:đã|được|sẽ|is|was|has|will|shall)\b")
_ASSEMBLY_TYPE = re.compile(r"\b(CODE|LAW|ORDINANCE)$")


@dataclass(frozen=True, slots=True)
class Kind:
    """The type of a document, where it was read, and the piece that names it, if one does."""

    code: str
    spot: Spot
    piece: int | None = None


def number_of(head: Head) -> tuple[Number, Spot] | None:
    """The number in its own place: after its cue, after the type that opens the head, or alone on its line."""
    own = own_number(head)
    if own is not None:
        number, piece, sure = own
        return number, Spot(number.printed, piece.start, piece.end, sure)
    if blank_number(head):
        return None
    for n, piece in enumerate(head.pieces):
        found = _after_type(piece, first=n == 0) or _alone(piece)
        if found is not None:
            return found
        if piece.capitals and type_of_heading(piece.text):
            below = head.pieces[n + 1] if n + 1 < len(head.pieces) else piece
            gazette = OF_ISSUER.match(below.text)
            if gazette and (read := read_number(below.text[gazette.end() :])):
                return _found(below, gazette.end(), read)
            break  # numbers below the type are those of other documents
    return None


def _after_type(piece: Piece, *, first: bool) -> tuple[Number, Spot] | None:
    text = piece.text
    cue = _TYPE_AND_NUMBER.match(text)
    if cue is None or not (types := types_of_heading(text)) or piece.row:
        return None
    if _SENTENCE.match(text) or _TOLD.match(text) or len(text) > 400:
        return None
    found = read_number(text[cue.end() :])
    if found is None or (found[0].type is not None and found[0].type not in types):
        return None
    whole = cue.end() + found[0].end >= len(text.rstrip(" ."))
    return _found(piece, cue.end(), found) if first or piece.capitals or piece.heading or whole else None


def _found(piece: Piece, at: int, read: tuple[Number, float]) -> tuple[Number, Spot]:
    number, sure = read
    return number, Spot(number.printed, piece.start + at + number.start, piece.start + at + number.end, sure)


def _alone(piece: Piece) -> tuple[Number, Spot] | None:
    found = read_number(piece.text) if len(piece.text) < 60 and not piece.row else None
    if found is None or found[1] < 0.8 or found[0].end != len(piece.text) or not (found[0].code or found[0].year):
        return None
    return found[0], Spot(found[0].printed, piece.start + found[0].start, piece.end, 0.9)


def kind_of(head: Head, own: tuple[Number, Spot] | None, cleaned: Cleaned) -> Kind | None:
    """The type: that printed in capitals, else the code's, else a title line's, else a letter's by its subject."""
    number = own[0] if own else None
    by_code = number.type if number else None
    capitals = _printed(head.pieces, by_code, capitals=True)
    if by_code is not None and (capitals is None or by_code == "consolidated"):
        return Kind(by_code, _place(own, by_code), capitals.piece if capitals else _titled(head.pieces, by_code))
    if capitals is not None:
        return capitals
    if number is not None or any(SUBJECT.match(p.text) for p in head.pieces):
        return _printed(head.pieces, None, capitals=False) or _letter(head, own)
    return _title_line(head, cleaned)


def _printed(pieces: Sequence[Piece], by_code: str | None, *, capitals: bool) -> Kind | None:
    for n, piece in enumerate(pieces):
        types = types_of_heading(piece.text) or _assembly(piece)
        wanted = (piece.capitals or _opens_in_capitals(piece)) if capitals else piece.heading
        if types and wanted and len(piece.text) < 400 and not piece.row:
            code = by_code if by_code in types else types[0]
            return Kind(code, Spot(code, piece.start, piece.end, 1.0 if len(types) == 1 or by_code == code else 0.8), n)
    return None


def _opens_in_capitals(piece: Piece) -> bool:
    """A line that came out with its summary: "KẾ HOẠCH Về tuyển dụng"."""
    first = re.match(r"\S+(?:\s\S+)?", piece.text)
    return first is not None and first.group().isupper() and len(first.group()) > 3 and not CUE.match(piece.text)


def _assembly(piece: Piece) -> tuple[str, ...]:
    """English names of laws end in their type: "CIVIL CODE", "HOUSING LAW"."""
    match = _ASSEMBLY_TYPE.search(piece.text) if len(piece.text) < 60 else None
    return (match.group(1).lower(),) if match else ()


def _titled(pieces: Sequence[Piece], code: str) -> int | None:
    return next((n for n, p in enumerate(pieces) if code in types_of_heading(p.text) and (p.heading or n == 0)), None)


def _place(own: tuple[Number, Spot] | None, code: str) -> Spot:
    """The type that a number's code says is read where the number stands."""
    return Spot(code, own[1].start, own[1].end, 0.9) if own else Spot(code, 0, 0, 0.9)


def _letter(head: Head, own: tuple[Number, Spot] | None) -> Kind | None:
    subject = next((p for p in head.pieces if SUBJECT.match(p.text)), None)
    if subject is not None:
        return Kind("dispatch", Spot("dispatch", subject.start, subject.start + 3, 0.9))
    if own is not None and not own[0].code and not own[0].issuer.startswith(("QH", "UBTVQH")):
        return Kind("dispatch", _place(own, "dispatch"))
    return None


def _title_line(head: Head, cleaned: Cleaned) -> Kind | None:
    """A first line in ordinary letters that opens with its type: surely a title if bases or articles follow."""
    first = head.pieces[0] if head.pieces else None
    if first is None or not first.text[:1].isupper() or not (types := types_of_heading(first.text)) or first.row:
        return None
    if _SENTENCE.match(first.text):
        return None
    follows = any(BODY.match(p.text) or BASE.match(p.text) for p in cleaned.paragraphs[1:15])
    ends = first.text.rstrip().endswith((".", "!", "?"))
    if not follows and (ends or len(first.text) >= 400 or _TOLD.match(first.text)):
        return None
    return Kind(types[0], Spot(types[0], first.start, first.end, 0.9), 0)
