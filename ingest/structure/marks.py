"""The marks that open a unit of an official text, in both languages (Resolution 351/2017/UBTVQH14, Art. 10; Decree
30/2020, App. I), and how recognition and translation damage them. Whether one is taken in is for the outline to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.folding import CAPITALS, fold

POINTS = "abcdđeghiklmnopqrstuvxy"  # no f, j, w, z
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ORDINALS = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
}  # fmt: skip
_NUMERAL = r"(?P<mark>[IVXLC]+[a-zđ]?|\d{1,3}[a-zđ]?)"
_TITLE = r"(?:\s*[.:\-–]\s*(?P<title>.*))?"
# after the mark of an upper unit: an end, a stop and its title, or at once a title in capitals or in brackets
_AFTER = rf"(?:\s*[.:\-–]\s*(?P<title>.*)|\s+(?P<bare>(?:(?=[{CAPITALS}]\s?[{CAPITALS}])|\().*)|\s*)$"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("annex", re.compile(rf"^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|ANNEX|Annex|APPENDIX|Appendix)(?:\s+(?:SỐ|Số|số|No\.?|NO\.?)?\s*{_NUMERAL}(?![\w)]))?{_AFTER}")),
    ("form", re.compile(rf"^(?:MẪU|Mẫu|BIỂU MẪU|Biểu mẫu|BIỂU|Biểu|FORM|Form|TEMPLATE|Template)(?:\s+(?:SỐ|Số|số|No\.?|NO\.?))?[\s:]*(?P<mark>\d{{1,3}}[a-zđA-Z]?)(?:[/\-][\w\-/.]*)?{_AFTER}")),
    ("part", re.compile(rf"^(?:PHẦN|Phần|PART|Part)\s+(?:(?:THỨ|thứ|Thứ)\s+)?(?:{_NUMERAL}|(?P<letter>[A-HĐ])|(?P<word>\w+)){_AFTER}")),
    ("chapter", re.compile(rf"^(?:CHƯƠNG|Chương|CHAPTER|Chapter)\s+{_NUMERAL}(?![\w)])(?:\s*[.:\-–]\s*(?P<title>.*)|\s+(?P<bare>\S.*)|\s*)$")),
    ("subsection", re.compile(rf"^(?:TIỂU MỤC|Tiểu mục|SUBSECTION|Subsection|SUB-SECTION|Sub-section)\s+{_NUMERAL}(?![\w)]){_AFTER}")),
    ("section", re.compile(rf"^(?:MỤC|Mục|SECTION|Section)\s+{_NUMERAL}(?![\w)]){_AFTER}")),
    ("article", re.compile(r"^(?:ĐIỀU|Điều|ARTICLE|Article)\s*(?P<mark>\d{1,3}[a-zđ]{0,2})\s*(?:[.:](?:\s*(?P<title>.*))?|$)")),
    ("letter", re.compile(r"^(?P<mark>[A-HĐK])\s*[.\-–)/]\s*(?P<title>[^\s.\d].*)$")),
    ("roman", re.compile(r"^(?P<mark>[IVX]{1,6})\s*[.\-–)/]\s*(?P<title>[^\s.].*)$")),
    ("subclause", re.compile(r"^(?P<mark>\d{1,2}(?:\.\d{1,2}[a-zđ]?){1,3})\s*(?:[.)]\s*|\s)(?P<title>[^\s\d%,;].*)$")),
    ("clause", re.compile(rf"^(?:(?:Khoản|KHOẢN|Clause|CLAUSE)\s+)?(?P<mark>\d{{1,3}}[a-zđ]?)\s*(?:[.\-–)/]\s+|[.:](?=[{CAPITALS}“\"]))(?P<title>\S.*)$")),
    ("clause", re.compile(r"^\((?P<mark>\d{1,2}[a-zđ]?)\)\s*(?P<title>\S.*)$")),
    ("point", re.compile(r"^(?:(?:Điểm|ĐIỂM|Point|POINT)\s+)?(?P<mark>dd\d?|[a-zđ]\d{0,2})\s*(?:[)/]\s*|\.\s+)(?P<title>\S.*)$")),
    ("point", re.compile(r"^\((?P<mark>dd|[a-zđ]\d?)\)\s*(?P<title>\S.*)$")),
    ("numeral", re.compile(r"^\(?(?P<mark>[ivx]{1,5})\)\s*(?P<title>\S.*)$")),
    ("dash", re.compile(r"^(?P<mark>[-–—•*▪■●\uf0b7\uf02d])\s*(?P<title>[^\s\-].*)$")),
    ("plus", re.compile(r"^(?P<mark>[+○◦])\s*(?P<title>\S.*)$")),
)  # fmt: skip
# damage by recognition ("Đicu 5.", "l. ") and by machine translation ("What? 1."): to be believed only where it goes on
_DAMAGED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("article", re.compile(r"^[ĐDÐ][iíìỉĩịlI1!][êeéèểềễếệẽẻcoộồ]{1,2}[uưùúủiíl]\s*(?P<mark>[\dlIOo]{1,3}[a-zđ]?)\s*[.:,](?:\s*(?P<title>.*))?$")),
    ("article", re.compile(rf"^(?:What|Thing|Article|Dieu|ĐIÊU|DIEU|DIỀU)[?!]?\s+(?P<mark>\d{{1,3}}[a-z]?)\s*[.:]\s+(?P<title>[{CAPITALS}\"“].*)$")),
    ("chapter", re.compile(rf"^[CG][hH][ƯUưuúứừ][ƠOơoóớờ][nN][gG]\s+{_NUMERAL}{_TITLE}$")),
    ("section", re.compile(rf"^M[uụúưỤU][ccC]\s+{_NUMERAL}{_TITLE}$")),
    ("clause", re.compile(r"^(?P<mark>[lI|!i]|[lI|]\d|\d[lIOo])\s*[.)]\s+(?P<title>\S.*)$")),
    ("clause", re.compile(rf"^(?P<mark>\d{{1,2}})\s*,\s+(?P<title>[{CAPITALS}].*)$")),
    ("point", re.compile(r"^(?P<mark>[aáàâảãạăcçddđeêéèẻghiíìỉklmnopqrstuvxyý6])\s*[)\]}]\s*(?P<title>\S.*)$")),
)  # fmt: skip
_OTHER_OPENINGS = re.compile(
    r"^(?:Căn cứ|Pursuant to|Theo đề nghị|At the proposal|Xét đề nghị|Kính gửi|Kính trình|Nơi nhận|Recipients|To:|QUYẾT ĐỊNH|NGHỊ QUYẾT"
    r"|DECIDES|RESOLVES|[“\"](?:Điều|Article|Chương|Chapter|Mục|\d{1,2}[a-zđ]?\.|[a-zđ]\)))"
)
_CONTENTS = re.compile(
    r"(?:\.\s?){4,}\s*\d{1,4}$|…{2,}[.\s]*\d{1,4}$|_{4,}\s*\d{1,4}$"
)  # a line of a table of contents
_DIGITS = str.maketrans({"l": "1", "I": "1", "|": "1", "!": "1", "i": "1", "O": "0", "o": "0"})
_RANK = {
    name: rank
    for rank, names in enumerate(
        (("annex", "enclosure"), ("form",), ("part",), ("chapter",), ("section",), ("subsection",), ("article",), ("letter",),
         ("roman", "heading"), ("clause",), ("subclause",), ("subclause2",), ("subclause3",), ("point",), ("numeral",), ("dash",), ("plus",), ("table",), ("row",))
    )
    for name in names
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as read at the start of a line: the kind of unit, its mark evened out ("5", "ii", "dd"), and the words
    after it. A damaged one is not `sure`: it means something only where it goes on with its series.
    """

    kind: str
    mark: str
    title: str
    sure: bool = True

    @property
    def rank(self) -> int:
        """Smaller is higher in the tree; 1.1.1 stands below 1.1."""
        depth = self.mark.count(".")
        return _RANK[f"subclause{depth}"] if self.kind == "subclause" and depth > 1 else _RANK[self.kind]

    @property
    def number(self) -> int:
        """Its place in its series."""
        return roman(self.mark.upper()) if self.kind == "numeral" else number_of(self.mark)


def rank(kind: str) -> int:
    """The rank of a kind of unit; smaller is higher in the tree."""
    return _RANK[kind]


def read_mark(line: str) -> Mark | None:
    """The mark that a line opens with, if any; a citation at the start of a line ("Điều 5 Nghị định ...") is none."""
    return next((mark for mark in read_marks(line) if mark.sure), None)


@lru_cache(maxsize=4096)
def read_marks(line: str) -> tuple[Mark, ...]:
    """All that the opening of a line may be, the likeliest first: "i)" is a point or a numeral, "l." a damaged 1."""
    if _CONTENTS.search(line[-80:]):
        return ()
    return (*_read(line, _PATTERNS, sure=True), *_read(line, _DAMAGED, sure=False))


def _read(line: str, patterns: tuple[tuple[str, re.Pattern[str]], ...], *, sure: bool) -> Iterator[Mark]:
    for kind, pattern in patterns:
        match = pattern.match(line)
        if match is None:
            continue
        groups = match.groupdict()
        mark, bare = groups.get("mark") or "", groups.get("bare") or ""
        title = (groups.get("title") or bare).strip()
        if not mark and (letter := groups.get("letter")):
            mark = letter
        elif not mark and (word := groups.get("word")):
            if word.lower() not in _ORDINALS:
                continue
            mark = str(_ORDINALS[word.lower()])
        if kind == "chapter" and bare and not _is_title(bare):
            continue
        if not sure:
            mark = _mended(kind, mark)
        if kind == "letter" and not is_capitals(title):
            continue
        if number_of(mark) or kind in ("annex", "dash", "plus", "numeral"):
            yield Mark(kind, mark, title, sure)


def _is_title(words: str) -> bool:
    """Whether what follows a chapter's number at once is its title, and not the law that a citation names."""
    return words[:1].isupper() and not re.match(
        r"(?:Luật|Bộ luật|Nghị|Quy (?:chế|định)|Thông tư|Quyết định|Pháp lệnh|Điều lệ|Hiến pháp)\b", words
    )


def _mended(kind: str, mark: str) -> str:
    if kind in ("article", "clause"):
        tail = mark[-1] if len(mark) > 1 and mark[-1] not in "lIOo|!i0123456789" else ""
        return mark[: len(mark) - len(tail)].translate(_DIGITS) + tail
    if kind == "point":
        return "đ" if mark == "6" else {"ç": "c"}.get(mark, mark if mark == "đ" else fold(mark))
    return mark


def opens_unit(line: str) -> bool:
    """Whether a line begins something new, so that it does not go on with the line before it."""
    marks = read_marks(line)
    return any(m.sure or m.kind in ("article", "chapter") for m in marks) or bool(_OTHER_OPENINGS.match(line))


def follows(last: Mark, mark: Mark) -> bool:
    """Whether a mark goes on with a series: the next one, or one put in after it (5a after 5)."""
    if mark.kind in ("point", "letter"):
        return _next_letter(last.mark.lower(), mark.mark.lower())
    step = mark.number - last.number
    return step == 1 or (step == 0 and mark.mark != last.mark and _suffix(mark.mark) > _suffix(last.mark))


def _next_letter(last: str, mark: str) -> bool:
    last, mark = ("đ" + m[2:] if m.startswith("dd") else m for m in (last, mark))
    if mark[0] == last[0]:
        return mark != last and int(mark[1:] or 0) > int(last[1:] or 0)
    # one may be missing: "d" stands for đ in many an English text, and f is left out in most
    return any(
        mark[0] in order and last[0] in order and order.index(mark[0]) - order.index(last[0]) in (1, 2)
        for order in (POINTS, _LATIN)
    )


def _suffix(mark: str) -> str:
    return re.sub(r"^[\dIVXLC.]+", "", mark)


def number_of(mark: str) -> int:
    """The place of a mark in its series: 5 and V are 5, đ and dd the fifth point, 5a is 5, 1.2 is 2; 0 for none."""
    lower = mark.lower()
    if lower.startswith("dd"):
        return POINTS.index("đ") + 1
    if "." in lower:
        lower = lower.rsplit(".", 1)[1]
    digits = re.match(r"\d+", lower)
    if digits:
        return int(digits.group())
    numeral = re.match(r"[IVXLC]+", mark)
    if numeral:
        return roman(numeral.group())
    return POINTS.index(lower[0]) + 1 if lower[:1] and lower[0] in POINTS else _LATIN.find(lower[:1] or "?") + 1


def roman(mark: str) -> int:
    """The value of a Roman numeral."""
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[c] for c in mark]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))


def is_capitals(title: str) -> bool:
    """Whether most letters are capitals."""
    letters = [c for c in title if c.isalpha()]
    return sum(c.isupper() for c in letters) * 2 > len(letters)
