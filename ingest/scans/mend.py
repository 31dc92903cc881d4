"""What recognition is known to confuse in the fixed phrases of official texts, put right there and nowhere else.

Words stay as many as they were. Knows nothing of pictures.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.folding import exact, fold
from corpus.identity import TYPES

_TITLES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
    "SOCIALIST REPUBLIC OF VIETNAM", "SOCIALIST REPUBLIC OF VIET NAM", "COMMUNIST PARTY OF VIETNAM",
    "Independence - Freedom - Happiness",
)  # fmt: skip
# bodies and the words of their names, as they stand in capitals at the head
_BODIES = (
    "BAN CHẤP HÀNH TRUNG ƯƠNG", "BAN CHẤP HÀNH ĐẢNG BỘ", "BỘ CHÍNH TRỊ", "BAN BÍ THƯ", "BAN THƯỜNG VỤ", "BAN TỔ CHỨC",
    "BAN TUYÊN GIÁO", "ỦY BAN KIỂM TRA", "ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "MẶT TRẬN TỔ QUỐC", "ỦY BAN THƯỜNG VỤ",
    "THỦ TƯỚNG CHÍNH PHỦ", "VĂN PHÒNG CHÍNH PHỦ", "HỌC VIỆN CHÍNH TRỊ", "TRƯỜNG CHÍNH TRỊ", "TÒA ÁN NHÂN DÂN",
    "VIỆN KIỂM SÁT NHÂN DÂN", "NGÂN HÀNG NHÀ NƯỚC", "HỘI ĐỒNG THẨM PHÁN", "ĐẢNG BỘ TỈNH", "ĐẢNG BỘ THÀNH PHỐ",
    "UBND THÀNH PHỐ", "HĐND THÀNH PHỐ", "UBND TỈNH", "HĐND TỈNH", "UBND HUYỆN", "UBND QUẬN", "THÀNH PHỐ HỒ CHÍ MINH",
)  # fmt: skip
_FIELDS = (
    "NỘI VỤ", "TÀI CHÍNH", "TƯ PHÁP", "Y TẾ", "XÂY DỰNG", "CÔNG THƯƠNG", "CÔNG AN", "QUỐC PHÒNG", "NGOẠI GIAO",
    "GIÁO DỤC VÀ ĐÀO TẠO", "KHOA HỌC VÀ CÔNG NGHỆ", "KẾ HOẠCH VÀ ĐẦU TƯ", "TÀI NGUYÊN VÀ MÔI TRƯỜNG",
    "NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", "VĂN HÓA, THỂ THAO VÀ DU LỊCH",
    "LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "THÔNG TIN VÀ TRUYỀN THÔNG", "GIAO THÔNG VẬN TẢI", "DÂN TỘC VÀ TÔN GIÁO",
)  # fmt: skip
_DIGITS = str.maketrans({"l": "1", "I": "1", "|": "1", "i": "1", "O": "0", "o": "0"})
_LIKE_DIGITS = re.compile(r"[\dlIiOo|]{1,5}")
_CUE = re.compile(r"(?:S[ốôồộóòoỐÔỒÓÒO6]|No\.?|NO\.?)[:;.]?")
_CUE_RIGHT = {"so": "Số", "s6": "Số"}
_SERIAL = re.compile(r"([\dlIiOo|]{1,5}[a-zđ]?)((?:[/-].*)?)")
_YEAR = re.compile(r"(?<=/)([12lI][\dlIOo|]{3})(?=/)")


def mended(words: Sequence[str]) -> list[str]:
    """A line's words: titles, bodies and types with their marks, figures in the number and the date."""
    found = _number_line(list(words))
    found = _date(found)
    for phrase in _phrases():
        found = _with_phrase(found, phrase)
    return found


def number_words(words: Sequence[str]) -> tuple[int, int] | None:
    """From which word to which a line that opens with "Số:" or "No." names the document's number; None for others."""
    if not words or not _CUE.match(words[0]):
        return None
    start = 1 if _CUE.fullmatch(words[0]) else 0
    rest = words[start : start + 3]
    end = next((start + i + 1 for i, word in enumerate(rest) if re.search(r"[/-]\s*[A-ZĐ]", word)), None)
    return (start, end) if end is not None and any(c.isdigit() for w in words[start:end] for c in w) else None


def is_filled_in(words: Sequence[str]) -> bool:
    """Whether the figures stand apart from the printed rest of the number: written by hand or stamped into a blank."""
    span = number_words(words)
    return span is not None and span[1] - span[0] > 1 and _CUE.sub("", words[span[0]], count=1).isdigit()


def date_words(words: Sequence[str]) -> list[int]:
    """Which words of a line are the figures of its date ("ngày 05 tháng 3 năm 2020")."""
    folded = [fold(w).strip(",.") for w in words]
    return [
        i + step
        for i in range(len(words) - 5)
        if (folded[i], folded[i + 2], folded[i + 4]) == ("ngay", "thang", "nam")
        for step in (1, 3, 5)
    ]


def _number_line(words: list[str]) -> list[str]:
    if not words or not _CUE.match(words[0]):
        return words
    at = 1 if _CUE.fullmatch(words[0]) else 0
    if at >= len(words):
        return words
    serial = _SERIAL.fullmatch(words[at]) if at else None
    follows = words[at + 1 : at + 2]
    if serial is None or not any(c.isdigit() for c in serial.group(1)):
        return words
    if not serial.group(2) and not (follows and follows[0].startswith(("/", "-"))):
        return words
    words[0] = _cue(words[0])
    words[at] = _figures(serial.group(1)) + _YEAR.sub(lambda m: m.group(1).translate(_DIGITS), serial.group(2))
    return words


def _figures(serial: str) -> str:
    """Figures only; a letter after them that is no misread figure belongs to the number (30c)."""
    return serial[:-1].translate(_DIGITS) + (serial[-1] if serial[-1] in "abcdđ" else serial[-1].translate(_DIGITS))


def _cue(word: str) -> str:
    bare = word.rstrip(":;.")
    right = _CUE_RIGHT.get(fold(bare))
    if right is None:
        return word
    shout = bare.isalpha() and bare.isupper()
    return (right.upper() if shout else right) + word[len(bare) :].replace(";", ":")


def _date(words: list[str]) -> list[str]:
    for i in date_words(words):
        tail = words[i][len(words[i].rstrip(".,;")) :]
        bare = words[i].rstrip(".,;")
        if _LIKE_DIGITS.fullmatch(bare) and any(c.isdigit() for c in bare):
            words[i] = bare.translate(_DIGITS) + tail
    return words


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[tuple[str, ...], bool], ...]:
    """Each phrase as its words, and whether it must be the whole line."""
    types = [vi.upper() for _, vi, *_ in TYPES] + ["PHỤ LỤC"]
    bodies = [*_BODIES, *(f"{body} {field}" for body in ("SỞ", "BỘ") for field in _FIELDS)]
    lines = [(tuple(p.split()), True) for p in (*_TITLES, *types)]
    return (*lines, *((tuple(p.split()), False) for p in sorted(bodies, key=len, reverse=True)))


def _with_phrase(words: list[str], phrase: tuple[tuple[str, ...], bool]) -> list[str]:
    right, whole = phrase
    if len(words) < len(right) or (whole and len(words) != len(right)):
        return words
    for at in _places(words, right, whole):
        words[at : at + len(right)] = [_as_printed(w, r) for w, r in zip(words[at:], right, strict=False)]
    return words


def _places(words: list[str], right: tuple[str, ...], whole: bool) -> Iterator[int]:
    capitals = right[0].isupper()
    for at in range(len(words) - len(right) + 1):
        part = words[at : at + len(right)]
        bare = [_bare(w) for w in part]
        if (not capitals or all(w == w.upper() for w in part)) and _same(bare, [_bare(r) for r in right], whole):
            yield at


def _same(read: list[str], right: list[str], whole: bool) -> bool:
    """The same but for marks; a title that is the whole line may have one other letter in one of its words."""
    other = [(a, b) for a, b in zip(read, right, strict=True) if a != b]
    if not other or not whole or len(right) < 4:
        return not other
    (a, b), *more = other
    return not more and len(a) == len(b) and len(b) > 2 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _bare(word: str) -> str:
    return fold(word).strip(":.,;*")


def _as_printed(word: str, right: str) -> str:
    """The right word, with the sign after it and the tone mark on the letter on which it was printed."""
    bare = word.rstrip(":.,;*")
    tail = word[len(bare) :]
    if exact(bare) == exact(right):
        return word
    return right if tail and right.endswith(tail) else right + tail
