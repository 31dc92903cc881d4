"""Numbers as they are written: digits with points and commas, and spelt out in both languages. Knows no units."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.folding import vietnamese_share

_UNDER_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
ENGLISH = {w: i for i, w in enumerate(_UNDER_TWENTY)}
ENGLISH |= {f"{w}ty": 10 * i for i, w in enumerate(("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"), 2)}
_EN_TIMES = {"hundred": 100, "thousand": 1000}
VIETNAMESE = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_VI_TIMES = {"mươi": 10, "trăm": 100, "nghìn": 1000, "ngàn": 1000}
_DIGITS = re.compile(r"(?<![\w.,/-])\d+(?:[.,]\d+)*(?![\w]|[/]\d)(?![.,]\d)|(?<=[ (-])\d+(?:[.,]\d+)*(?=%)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_EN_RUN = re.compile(
    rf"\b(?:{'|'.join(ENGLISH)})\b(?:[ -](?:and )?(?:{'|'.join((*ENGLISH, *_EN_TIMES))})\b)*", re.IGNORECASE
)
# "năm" is five only in front of a measure, and not where a year is meant: "hằng năm", "mỗi năm", "năm 2024"
_FIVE = (
    r"(?<!hằng )(?<!hàng )(?<!mỗi )(?<!từng )(?<!các )(?<!cuối )(?<!đầu )(?<!giữa )năm"
    r"(?= (?:năm|tháng|ngày|tuần|lần|giờ|phút|phần trăm)\b)"
    # or behind a bound: "không dưới năm chức danh"
    r"|(?:(?<=\bdưới )|(?<=\bquá )|(?<=\bnhất )|(?<=\bthiểu )|(?<=\bđa )|(?<=\bhơn ))năm"
    r"(?= (?!(?:nay|trước|sau|học|đó|này|ngoái|tới|liền|ngân|tài)\b)[^\W\d])"
)
_VI_ONE = r"một|hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười"
_VI_RUN = re.compile(
    rf"\b(?:{_VI_ONE}|{_FIVE}|năm(?= (?:mươi|trăm|nghìn|ngàn)\b))\b"
    rf"(?: (?:mươi|trăm|nghìn|ngàn)\b| (?:linh|lẻ)\b|(?<=mươi|mười) (?:mốt|tư|lăm|{_VI_ONE})\b"
    rf"|(?<=trăm|linh) (?:năm|{_VI_ONE})\b)*",
    re.IGNORECASE,
)
_SHARE = 0.05  # of letters that only Vietnamese has: as corpus.folding.language_of has it
_ONCE = {"once": 1.0, "twice": 2.0}
# "once a complete dossier is received" counts nothing; "once a year" does
_ONCE_RUN = re.compile(
    r"\b(?:once(?! (?:(?:the|its?|they|this|that|all)\b|an? (?!year|month|quarter|week|day|term)))|twice)\b",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(
    r"\b(?:một số|một vài|một trong|một cửa|một phần|thứ (?:hai|ba|tư|năm|sáu|bảy))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number, all that it may mean ("1.150" is 1150 or 1,15), and where it stands."""

    values: frozenset[float]
    start: int
    end: int
    spelt: bool = False
    times: bool = False


def find_numerals(text: str) -> list[Numeral]:
    """The numbers of a text in the order in which they stand."""
    # "1.150" is 1150 in Vietnamese, "1,150" in English; the other mark may be either
    found = list(_digits(text, "." if vietnamese_share(text) > _SHARE else ","))
    found.extend(spelt_numerals(text))
    found.sort(key=lambda n: n.start)
    return found


def _digits(text: str, thousands: str) -> Iterator[Numeral]:
    for match in _DIGITS.finditer(text):
        yield Numeral(frozenset(_readings(match.group(), thousands)), match.start(), match.end())


def _readings(printed: str, thousands: str) -> Iterator[float]:
    marks = [c for c in printed if not c.isdigit()]
    if _THOUSANDS.fullmatch(printed) and len(set(marks)) == 1:
        yield float(re.sub(r"\D", "", printed))
        if len(marks) > 1 or marks[0] == thousands:
            return
    if not marks:
        yield float(printed)
    elif len(marks) == 1:
        yield float(printed.replace(",", "."))
    elif len(set(marks)) == 2 and marks[-1] != marks[0]:  # 1.150,5
        whole, _, part = printed.rpartition(marks[-1])
        yield float(re.sub(r"\D", "", whole) + "." + part)


def spelt_numerals(text: str) -> Iterator[Numeral]:
    """The numbers that are written in words, of either language."""
    idle = {at for m in _NO_NUMBER.finditer(text) for at in range(*m.span())}
    for pattern, ones, times in ((_EN_RUN, ENGLISH, _EN_TIMES), (_VI_RUN, VIETNAMESE, _VI_TIMES)):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 2) : match.start()]
            name = match.group()[:1].isupper() and bool(re.search(r"[\w,] $", before))
            if name or match.start() in idle:
                continue  # Ba Đình, Năm Căn; một số
            value = _value(re.split(r"[ -]", match.group().lower()), ones, times)
            yield Numeral(frozenset({float(value)}), match.start(), match.end(), spelt=True)
    for match in _ONCE_RUN.finditer(text):
        once = _ONCE[match.group().lower()]
        yield Numeral(frozenset({once}), match.start(), match.end(), spelt=True, times=True)


def _value(words: list[str], ones: dict[str, int], times: dict[str, int]) -> int:
    total = part = last = 0
    for word in words:
        if word in times:
            factor = times[word]
            if factor == 10:
                part += 9 * last  # "năm mươi": the five is there already
                last *= 10
            elif factor == 100:
                part = max(part, 1) * 100
            else:
                total, part = total + max(part, 1) * factor, 0
        elif word in ones:
            last = ones[word]
            part += last
    return total + part
