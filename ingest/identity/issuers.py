"""Who issues a document, as its head prints it: the last body named above the number. Knows nothing of the rest."""

import re
from collections.abc import Sequence

from corpus.folding import fold
from corpus.identity import Number, type_of_heading
from ingest.identity.head import BASE, BODY, CUE, Piece

# Told without marks, which recognition loses; what then looks like a body and is none ("BAN HÀNH", "BỔ NHIỆM", "SƠ
# KẾT", "VIÊN CHỨC") is ruled out one by one.
_BODY_NAMES = (
    "UBND|HDND|UB MTTQ|UY BAN|HOI DONG|TINH UY|THANH UY|HUYEN UY|QUAN UY|THI UY|DANG UY|DANG BO|DANG DOAN|CHI BO"
    "|BAN (?!HANH|THAO)|BO (?!NHIEM|SUNG|LUAT|TRI|PHAN)|SO (?!KET|TUYEN|DO)|DOAN (?!KET)|CHINH PHU|QUOC HOI"
    "|THU TUONG|CHU TICH|TRUONG |VAN PHONG|CUC |CHI CUC|TONG CUC|HOC VIEN|VIEN (?!CHUC)|TOA AN|NGAN HANG"
    "|(?:TONG )?KIEM TOAN|THANH TRA|KHO BAC|BAO HIEM|CONG AN|QUAN KHU|PHONG (?!CHONG|NGUA|CHAY)|(?:TONG )?CONG TY"
    "|TAP DOAN|BENH VIEN|TRUNG TAM|DAI HOC|LIEN DOAN|LIEN HIEP|HOI (?!NGHI)|MAT TRAN|THONG TAN XA"
    "|DAI (?!BIEU|HOI)|THONG DOC|(?:TONG )?BI THU|CHANH AN|GIAM DOC"
)
_STARTS = re.compile(
    rf"^(?:LIEN )?(?:{_BODY_NAMES})|^(?:THE )?(?:GOVERNMENT|MINISTER|PRIME MINISTER|PEOPLE'?S|CHAIR)"
)  # fmt: skip
_ISSUER = re.compile(
    rf"^(?:(?:LIEN )?(?:{_BODY_NAMES})"
    r"|(?:THE )?(?:GOVERNMENT|MINISTRY|MINISTER|DEPARTMENT|PROVINCIAL|PEOPLE'?S|PRIME MINISTER|NATIONAL ASSEMBLY"
    r"|PRESIDENT|STATE BANK|SUPREME|OFFICE|POLITBURO|SECRETARIAT)"
    r"|.*\b(?:COMMITTEE|COUNCIL|MINISTRY|DEPARTMENT|SCHOOL|BOARD|COMMISSION|ACADEMY|UNIVERSITY|COURT|PROCURACY"
    r"|UY BAN NHAN DAN|TINH UY)\b)"
)
# the name ends a line below
_UNFINISHED = re.compile(r"^[A-Z ']+ (?:PROVINCIAL|MUNICIPAL|CITY|DISTRICT|COMMUNE|WARD)$")
_SESSION = re.compile(r"^kho[aá]\s+[ivxl\d]+", re.IGNORECASE)
_OF_CODE = {
    "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "CTN": "Chủ tịch nước", "BNV": "Bộ Nội vụ", "BTC": "Bộ Tài chính",
    "BTP": "Bộ Tư pháp", "TW": "Trung ương", "HĐTP": "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
}  # fmt: skip
_ASSEMBLY = {"QH": "Quốc hội", "UBTVQH": "Ủy ban Thường vụ Quốc hội"}


def printed_issuer(pieces: Sequence[Piece]) -> tuple[str, Piece, Piece] | None:
    """The issuer in capitals above the number or the type, with the first and last piece of its name."""
    found: tuple[str, Piece, Piece] | None = None
    before: tuple[str, Piece] | None = None
    for piece in pieces:
        line = piece.text.strip(" *_-")
        if found and (CUE.match(line) and not piece.row):
            break
        name = found[0] if found else ""
        if found and before and before[0] == name and _goes_on(line) and not _UNFINISHED.search(line):
            found = (f"{name} {line}", found[1], piece)  # a long name stands on two lines
        opening = before if before and _UNFINISHED.search(before[0]) else None
        before = (found[0], found[1]) if found and found[2] is piece else (line, piece)
        if names_issuer(line):
            found = (f"{opening[0]} {line}", opening[1], piece) if opening else (line, piece, piece)
            before = (found[0], found[1])
        elif found and type_of_heading(line) and line.isupper():
            break
    return found


def enacting_issuer(pieces: Sequence[Piece]) -> Piece | None:
    """The last line before the bases, if it is the body that decides ("Ủy ban nhân dân tỉnh ..."), in any letters."""
    for piece in reversed(pieces):
        if _SESSION.match(fold(piece.text)):
            continue
        plain = fold(piece.text).upper()
        known = _ISSUER.match(plain) and len(piece.text) < 90 and not piece.text.endswith((".", ";"))
        return piece if known and not type_of_heading(piece.text) else None
    return None


def on_two_lines(
    pieces: Sequence[Piece], name: str, first: Piece, last: Piece, enacting: Piece | None
) -> tuple[str, Piece, Piece]:
    """The issuer with the line above it, where the deciding body named below is just these two lines."""
    at = pieces.index(first)
    if enacting is not None and at > 0:
        above = pieces[at - 1]
        if fold(f"{above.text} {name}") == fold(enacting.text):
            return f"{above.text} {name}", above, last
    return name, first, last


def issuer_of_code(number: Number) -> str | None:
    """The issuer that a number's last part stands for, where there is no doubt."""
    first = number.issuer.split("-")[0]
    return _OF_CODE.get(first) or _ASSEMBLY.get(first.rstrip("0123456789"))


def names_issuer(line: str) -> bool:
    """Whether a line in capitals names a body or an office that issues documents."""
    capitals = bool(line) and line.upper() == line and len(line) < 110
    return capitals and bool(_ISSUER.match(fold(line).upper())) and not type_of_heading(line)


def enacts(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a piece is the deciding body between the summary and the bases, and no line of the summary."""
    rest = [p for p in pieces[at + 1 :] if not _SESSION.match(fold(p.text))]
    piece = pieces[at]
    pattern = _ISSUER if piece.capitals else _STARTS
    known = pattern.match(fold(piece.text).upper()) is not None and len(piece.text) < 110 and piece.text[0].isupper()
    return known and (not rest or bool(BODY.match(rest[0].text) or BASE.match(rest[0].text)))


def _goes_on(line: str) -> bool:
    known = _ISSUER.match(fold(line).upper()) or type_of_heading(line) or CUE.match(line)
    return bool(line) and line.upper() == line and line[0].isalpha() and len(line) < 50 and not known
