"""What a document is, as far as it is plainly written in its head: number, type, issuer, date, title. Never guessed."""

import re
from collections.abc import Sequence
from datetime import date

from corpus.dates import find_dates
from corpus.document import Identity
from corpus.folding import fold, language_of
from corpus.identity import Number, find_numbers, type_of_heading
from corpus.sentences import statements
from ingest.clean import Cleaned, Paragraph

_HEAD = 2500  # characters: the header's columns may arrive in any order (domain reference, layout)
_BODY = re.compile(
    r"^(?:Căn cứ|Pursuant to|Kính gửi|Kính trình|To\s*:|Xét |Điều \d|Article \d"
    r"|Chương [IVX\d]|Chapter [IVX\d]|(?:I|1)\s*[.\-]\s)"
)
_NUMBER_CUE = re.compile(r"^(?:Luật số|Law No\.?|Số hiệu|Số|SỐ|No\.?|Number|NO\.?)\s*:?\s*(?=\d)")
_TYPE_AND_NUMBER = re.compile(r"^.{3,40}?\s(?:số|SỐ|No\.?|NO\.?)\s*:?\s*(?=\d)")
_NATIONAL = re.compile(
    r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*-\s*Tự do\s*-\s*Hạnh phúc|ĐẢNG CỘNG SẢN VIỆT NAM"
    r"|(?:THE )?SOCIALIST REPUBLIC OF VI[EỆ]T ?NAM|Independence\s*-\s*Freedom\s*-\s*Happiness"
    r"|(?:THE )?COMMUNIST PARTY OF VI[EỆ]T ?NAM",
    re.IGNORECASE,
)
_ISSUER = re.compile(
    r"^(?:UBND|HĐND|UY BAN|HOI DONG|TINH UY|THANH UY|HUYEN UY|DANG UY|BAN |BO |SO |CHINH PHU|QUOC HOI|THU TUONG"
    r"|TRUONG |VAN PHONG|CUC |TONG CUC|HOC VIEN|TOA AN|VIEN KIEM SAT|NGAN HANG|UBND"
    r"|THE GOVERNMENT|GOVERNMENT|MINISTRY|DEPARTMENT|PROVINCIAL|PEOPLE'?S|PRIME MINISTER|NATIONAL ASSEMBLY"
    r"|.*\b(?:COMMITTEE|COUNCIL|MINISTRY|DEPARTMENT|SCHOOL|BOARD|UY BAN NHAN DAN|TINH UY)\b)"
)
_UNFINISHED = re.compile(
    r"^[A-Z ']+ (?:PROVINCIAL|MUNICIPAL|CITY|DISTRICT|COMMUNE|WARD)$"
)  # the name ends a line below
_ISSUER_OF_CODE = {
    "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "BNV": "Bộ Nội vụ", "BTC": "Bộ Tài chính", "BTP": "Bộ Tư pháp",
    "TW": "Trung ương",
}  # fmt: skip
_SUBJECT = re.compile(r"^(?:V/v|Về việc|Re\s*:|Subject\s*:)\s*:?\s*(.+)$", re.IGNORECASE)
_PLACE_DATE = re.compile(r"^[^,\d]{2,40},?\s+(?:ngày\s|day\s)?", re.IGNORECASE)


def identify(cleaned: Cleaned, name: str, title: str | None = None) -> Identity:
    """The identity of a document; what the head does not say stays None.

    The title falls back to the first line, then to the name.
    """
    head = _head(cleaned)
    number = _number(head)
    kind = _type(head, number)
    found = _title(head, kind) or _first_line(cleaned) or title or name
    return Identity(
        title=_short(found),
        language=language_of(cleaned.text[:20_000]),
        number=number.printed if number else None,
        number_key=number.key if number else None,
        type=kind,
        issuer=_issuer(head, number),
        issued=_issued(head),
    )


def _head(cleaned: Cleaned) -> list[Paragraph]:
    head: list[Paragraph] = []
    for paragraph, start in zip(cleaned.paragraphs, cleaned.starts, strict=True):
        if start > _HEAD or (_BODY.match(paragraph.text) and start > 0):
            break
        if paragraph.kind != "row":
            head.append(paragraph)
    return head


def _number(head: Sequence[Paragraph]) -> Number | None:
    for paragraph in head:
        text = _NATIONAL.sub("", paragraph.text).strip()
        cue = _NUMBER_CUE.match(text) or (_TYPE_AND_NUMBER.match(text) if type_of_heading(text) else None)
        numbers = find_numbers(text)
        if numbers and (
            (cue and numbers[0].start <= cue.end() + 1)
            or (len(text) < 60 and numbers[0].printed == text.replace(" ", ""))
        ):
            return numbers[0]
    return None


def _type(head: Sequence[Paragraph], number: Number | None) -> str | None:
    for paragraph in head:
        text = paragraph.text
        if (text.isupper() or paragraph.kind == "heading") and len(text) < 160 and (kind := type_of_heading(text)):
            return kind
    if number is not None:
        return number.type or ("dispatch" if not number.code or _has_subject(head) else None)
    first = head[0].text if head else ""
    return type_of_heading(first) if len(first) < 400 and first[:1].isupper() and _is_title_line(first) else None


def _is_title_line(text: str) -> bool:
    """Whether a line in ordinary letters may be a title that opens with its type, and not a sentence."""
    return not text.rstrip().endswith((".", "!", "?")) and not re.match(r"^(?:The|This|Theo)\b", text)


def _has_subject(head: Sequence[Paragraph]) -> bool:
    return any(_SUBJECT.match(p.text) for p in head)


def _title(head: Sequence[Paragraph], kind: str | None) -> str | None:
    if kind == "dispatch":
        subjects = (_SUBJECT.match(p.text) for p in head)
        return next((m.group(1) for m in subjects if m), None)
    places = [i for i, p in enumerate(head) if kind is not None and type_of_heading(p.text) == kind]
    # the type printed alone in capitals is the document's own; a portal's headline above it names it too
    for i in sorted(places, key=lambda i: not head[i].text.isupper()):
        if not (head[i].text.isupper() or head[i].kind == "heading" or i == 0):
            continue
        rest = [p.text for p in _summary(head[i + 1 :])]
        return " ".join(rest) if rest and head[i].text.isupper() else head[i].text
    return None


def _summary(following: Sequence[Paragraph]) -> list[Paragraph]:
    """The one to four lines under the type: what the document is about."""
    lines: list[Paragraph] = []
    for paragraph in following:
        text = paragraph.text
        ends = len(lines) == 4 or _BODY.match(text) or _NUMBER_CUE.match(text) or len(text) > 500
        if ends or (
            lines and (text.isupper() != lines[0].text.isupper() or text.startswith(("(", "-")) or _opens_body(text))
        ):
            break
        if not find_dates(text) or len(text) > 60:
            lines.append(paragraph)
    return lines


def _opens_body(text: str) -> bool:
    return text[:1].isupper() and not text.isupper()


def _issued(head: Sequence[Paragraph]) -> date | None:
    for paragraph in head:
        text = _NATIONAL.sub("", paragraph.text).strip()
        dates = find_dates(text)
        if not dates or len(text) > 140 or dates[-1].end < len(text.rstrip(" .")) - 1:
            continue
        before = text[: dates[-1].start]
        numbers = find_numbers(before)
        place = before[numbers[-1].end :] if numbers else before
        if _PLACE_DATE.match(f"{place.strip()} ") or not place.strip():
            return dates[-1].value
    return None


def _issuer(head: Sequence[Paragraph], number: Number | None) -> str | None:
    found: str | None = None
    before = ""
    for paragraph in head:
        text = _NATIONAL.sub("", paragraph.text).strip(" *_-")
        if _NUMBER_CUE.match(text) and found:
            break
        plain = text.split("\n")[0]
        if found == before and found and _goes_on(plain) and not _UNFINISHED.search(plain):
            found = f"{found} {plain}"  # a long name stands on two lines
        opening = f"{before} " if _UNFINISHED.search(before) else ""
        before = plain if not found or not found.endswith(plain) else found
        if _names_issuer(plain):
            found = before = opening + plain
        elif found and type_of_heading(plain) and plain.isupper():
            break
    if found is None and number is not None:
        return _ISSUER_OF_CODE.get(number.issuer.split("-")[0])
    return found


def _names_issuer(line: str) -> bool:
    capitals = bool(line) and line.upper() == line and len(line) < 90
    return capitals and bool(_ISSUER.match(fold(line).upper())) and not type_of_heading(line)


def _goes_on(line: str) -> bool:
    known = _ISSUER.match(fold(line).upper()) or type_of_heading(line) or _NUMBER_CUE.match(line)
    return bool(line) and line.upper() == line and line[0].isalpha() and len(line) < 50 and not known


def _first_line(cleaned: Cleaned) -> str | None:
    for paragraph in cleaned.paragraphs[:3]:
        if paragraph.kind != "row" and len(paragraph.text) > 8 and not _NATIONAL.search(paragraph.text):
            return paragraph.text
    return None


def _short(title: str) -> str:
    """At most 300 characters, cut between words; the first sentence of a long paragraph."""
    line = " ".join(title.split())
    if len(line) <= 300:
        return line
    start, end = statements(line)[0]
    return line[start:end] if end - start <= 300 else line[:299].rsplit(" ", 1)[0] + "…"
