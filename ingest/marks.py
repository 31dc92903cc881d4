"""The marks that open a unit of an official text, in both languages (Resolution 351/2017/UBTVQH14, Art. 10; Decree
30/2020, App. I).
"""

import re
from dataclasses import dataclass

from corpus.folding import CAPITALS

POINTS = [*"abcdđeghiklmnopqrstuvxy"]  # no f, j, w, z
_ORDINALS = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
}  # fmt: skip
_NUMERAL = r"(?P<mark>[IVXLC]+|\d{1,3})"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("annex", re.compile(rf"^(?:PHỤ LỤC|Phụ lục|ANNEX|Annex|APPENDIX|Appendix)(?:\s+(?:SỐ|số|No\.?)?\s*{_NUMERAL})?\s*(?:[.:\-–]\s*(?P<title>.*))?$")),
    ("form", re.compile(r"^(?:MẪU|Mẫu|FORM|Form)\s+(?:SỐ|số|No\.?)\s*(?P<mark>\d{1,3}[a-z]?)\s*(?:[.:\-–]\s*(?P<title>.*))?$")),
    ("part", re.compile(rf"^(?:PHẦN|Phần|PART|Part)\s+(?:THỨ\s+|thứ\s+)?(?:{_NUMERAL}|(?P<word>\w+))\s*(?:[.:\-–]\s*(?P<title>.*))?$")),
    ("chapter", re.compile(rf"^(?:CHƯƠNG|Chương|CHAPTER|Chapter)\s+{_NUMERAL}\s*[.:\-–]?\s*(?P<title>.*)$")),
    ("subsection", re.compile(rf"^(?:TIỂU MỤC|Tiểu mục|SUBSECTION|Subsection)\s+{_NUMERAL}\s*[.:\-–]?\s*(?P<title>.*)$")),
    ("section", re.compile(rf"^(?:MỤC|Mục|SECTION|Section)\s+{_NUMERAL}\s*(?:[.:\-–]\s*|\s+(?=[{CAPITALS}]{{2}})|$)(?P<title>.*)$")),
    ("article", re.compile(r"^(?:ĐIỀU|Điều|ARTICLE|Article)\s+(?P<mark>\d{1,3}[a-zđ]?)\s*(?:[.:](?:\s+(?P<title>.*))?|$)")),
    ("roman", re.compile(r"^(?P<mark>[IVX]{1,6})\s*[.\-–)]\s*(?P<title>[^\s.].*)$")),
    ("subclause", re.compile(r"^(?P<mark>\d{1,2}(?:\.\d{1,2})+)\s*[.)]?\s+(?P<title>\S.*)$")),
    ("clause", re.compile(rf"^(?P<mark>\d{{1,2}}[a-zđ]?)\s*(?:[.\-–)/]\s+|\.(?=[{CAPITALS}]))(?P<title>\S.*)$")),
    ("point", re.compile(r"^(?P<mark>dd|[a-zđ]\d?)\s*[)/.]\s+(?P<title>\S.*)$")),
    ("dash", re.compile(r"^(?P<mark>[-–—•*])\s*(?P<title>[^\s\-].*)$")),
    ("plus", re.compile(r"^(?P<mark>[+○])\s*(?P<title>\S.*)$")),
)  # fmt: skip
_OTHER_OPENINGS = re.compile(
    r"^(?:Căn cứ|Pursuant to|Theo đề nghị|At the proposal|Xét đề nghị|Kính gửi|Kính trình|Nơi nhận|Recipients|To:|QUYẾT ĐỊNH|NGHỊ QUYẾT"
    r"|DECIDES|RESOLVES|[“\"](?:Điều|Article|\d{1,2}[a-zđ]?\.))"
)
_RANK = {
    name: rank
    for rank, names in enumerate(
        (("annex", "enclosure", "form"), ("part",), ("chapter",), ("section",), ("subsection",), ("article",), ("roman", "heading"),
         ("clause",), ("subclause",), ("point",), ("dash",), ("plus",))
    )
    for name in names
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as read at the start of a line: the kind of unit, its mark evened out ("5", "ii", "dd"), and the words
    after it.
    """

    kind: str
    mark: str
    title: str

    @property
    def rank(self) -> int:
        """Smaller is higher in the tree."""
        return _RANK[self.kind]


def rank(kind: str) -> int:
    """The rank of a kind of unit; smaller is higher in the tree."""
    return _RANK[kind]


def read_mark(line: str) -> Mark | None:
    """The mark that a line opens with, if any; a citation at the start of a line ("Điều 5 Nghị định ...") is none."""
    for kind, pattern in _PATTERNS:
        match = pattern.match(line)
        if match is None:
            continue
        groups = match.groupdict()
        mark = groups.get("mark") or ""
        if kind == "part" and groups.get("word"):
            ordinal = _ORDINALS.get(groups["word"].lower())
            if ordinal is None:
                continue
            mark = str(ordinal)
        return Mark(kind, mark, (groups.get("title") or "").strip())
    return None


def opens_unit(line: str) -> bool:
    """Whether a line begins something new, so that it does not go on with the line before it."""
    return read_mark(line) is not None or bool(_OTHER_OPENINGS.match(line))


def number_of(mark: str) -> int:
    """The place of a mark in its series: 5 and V are 5, đ and dd the fifth point, 5a is 5, 1.2 is 2."""
    lower = mark.lower()
    if lower == "dd":
        return POINTS.index("đ") + 1
    if "." in lower:
        return int(lower.rsplit(".", 1)[1])
    digits = re.match(r"\d+", lower)
    if digits:
        return int(digits.group())
    if mark.isupper() and re.fullmatch(r"[IVXLC]+", mark):
        return roman(mark)
    return POINTS.index(lower[0]) + 1 if lower[:1] in POINTS else 0


def roman(mark: str) -> int:
    """The value of a Roman numeral."""
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[c] for c in mark]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))
