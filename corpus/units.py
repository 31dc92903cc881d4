"""Units as people name them ("điểm a khoản 1 Điều 5", "Section II.1", "Phụ lục I"), read and found in an outline.

Read from folded words, so that what is typed without marks or badly recognised is understood. Knows nothing of which
document is meant.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.document import Outline, Provision
from corpus.folding import fold, has_diacritics

# from small to large; what is printed without a number of its own is not named this way
LADDER = ("point", "clause", "article", "section", "chapter", "part", "form", "annex")
BY_THEMSELVES = frozenset(LADDER[2:])
SCOPES = frozenset({"enclosure", "annex", "form"})  # in these the numbers of units begin anew
# in folded words: the units behind it are left as they are
EXCEPT = re.compile(r"(?<!\w)(?:tru|ngoai tru|except(?: for)?|excluding)(?!\w)")
# which units of an outline answer to a name, the likelier first: Party texts call I, 1 and a) "mục" alike
_ANSWER = {
    "point": ("point", "numeral", "clause", "subclause"),
    "clause": ("clause", "subclause"),
    "article": ("article",),
    "section": ("section", "roman", "letter", "subsection", "clause", "subclause"),
    "chapter": ("chapter",),
    "part": ("part", "roman", "letter"),
    "form": ("form",),
    "annex": ("annex",),
}
_ORDINALS = {
    "nhat": "1", "hai": "2", "ba": "3", "tu": "4", "nam": "5", "sau": "6", "bay": "7", "tam": "8", "chin": "9",
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
}  # fmt: skip
_ROMAN = r"[ivxlc]+"
_UPPER = rf"(?:so\s*|no\.?\s*)?(?:\d{{1,2}}[a-z]?|{_ROMAN}|[a-h])"
_TOKENS: tuple[tuple[str, str], ...] = (
    ("article", r"(?:dieu|articles?|arts?\.)\s*(?P<article>\d{1,3}[a-z]{0,2})"),
    ("clause", r"(?:khoan|clauses?|paragraphs?|paras?\.)\s*(?P<clause>\d{1,2}[a-z]?)"),
    ("point", r"(?:diem|points?|items?)\s+(?P<point>dd|[a-z]\d?|\d{1,2}(?:\.\d{1,2})*)"),
    ("section", rf"(?:muc|sections?|sec\.)\s+(?P<section>{_UPPER}(?:\.\s?(?:\d{{1,2}}|[a-z]))*)"),
    ("chapter", rf"(?:chuong|chapters?)\s+(?P<chapter>{_UPPER})"),
    ("part", rf"(?:phan|parts?)\s+(?P<part>(?:thu\s+)?(?:{'|'.join(_ORDINALS)})|{_UPPER})"),
    ("annex", rf"(?:phu luc|annex(?:es)?|appendix|appendices)\s+(?P<annex>{_UPPER})"),
    ("form", r"(?:mau|form|template)\s+(?:so\s*|no\.?\s*)?(?P<form>\d{1,2}[a-z]?)"),
    # a document's only annex has no number: it is named by what it goes with
    ("only_annex", (
        r"(?<!cac )(?<!nhung )(?:phu luc|annex|appendix)"
        r"(?P<only_annex>(?:\s+(?!(?:kem|ban|so|cua|of|phu|bang|thanh|with|by)\b)[\w-]+){0,6}?)"
        r"(?=\s+(?:(?:duoc )?ban hanh )?(?:kem theo|(?:attached|annexed) to|(?:promulgated|issued) (?:together )?with)"
        r"(?!\w)|\s+(?:cua |of the |to )?(?:nghi dinh|nghi quyet|quyet dinh|thong tu|quy che|quy dinh|decree|decision"
        r"|circular|resolution|regulation)(?!\w)|\s+(?:bang|nhu sau|duoc (?:thay|sua))(?!\w))"
    )),
    # "mục 2 Phụ lục": what the clause stands in
    ("annex_around", r"(?<=\d )phu luc(?P<annex_around>)(?!\s+(?:so\s*)?(?:\d|[ivx]+\b))"),
)  # fmt: skip
_TOKEN = re.compile(rf"(?<!\w)(?:{'|'.join(pattern for _, pattern in _TOKENS)})(?![\w%]|[.,]\d)")
_JOIN = re.compile(r"[\s,(]*(?:(?:cua|of|in|thuoc|tai|under|to|the)\s+)*")
_WITHOUT_MARK = frozenset({"phu luc", "annex", "appendix"})
# folded they look like a name of a unit, and are other words: mức chi, phân cấp, màu, mấu
_OTHERS = frozenset({"mức", "mực", "múc", "phân", "phản", "phấn", "phận", "màu", "máu", "mầu", "chuồng", "chuông"})
_LOWER_WORDS = frozenset({"vi", "xi", "li", "i", "v", "x", "c", "l"})  # small letters that are words or nothing as well


@dataclass(frozen=True, slots=True)
class UnitReference:
    """A unit that is named, small to large: (kind, mark), and where it stands in the text that names it."""

    steps: tuple[tuple[str, str], ...]
    start: int = 0
    end: int = 0

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The steps from large to small."""
        return tuple(reversed(self.steps))

    @property
    def even(self) -> frozenset[tuple[str, str]]:
        """The steps, to be compared with another's."""
        return frozenset((kind, even_mark(mark)) for kind, mark in self.steps)


def shifted(units: Iterable[UnitReference], by: int) -> tuple[UnitReference, ...]:
    """The units of a part of a text as they stand in the whole, which begins so far before it."""
    return tuple(UnitReference(u.steps, u.start + by, u.end + by) for u in units)


def named_units(text: str) -> list[UnitReference]:
    """The units named in a text, in order; a clause or point alone is none, for it may be of anything."""
    found: list[UnitReference] = []
    for steps, start, end in _groups(text):
        if any(kind in BY_THEMSELVES for kind, _ in steps):
            ordered = sorted(steps, key=lambda step: LADDER.index(step[0]))
            found.append(UnitReference(tuple(ordered), start, end))
    return found


def _groups(text: str) -> Iterator[tuple[list[tuple[str, str]], int, int]]:
    """Neighbouring names of different kinds are one unit, whichever way round they stand."""
    even = same_length(text)
    steps: list[tuple[str, str]] = []
    start = end = 0
    for told, first, last in single_names(text):
        if not (steps and joins(even[end:first])) or {k for k, _ in steps} & {k for k, _ in told}:
            if steps:
                yield steps, start, end
            steps, start = [], first
        steps, end = steps + told, last
    if steps:
        yield steps, start, end


def single_names(text: str) -> Iterator[tuple[list[tuple[str, str]], int, int]]:
    """Each name of a unit by itself: its steps from large to small (several where it is dotted), where it stands."""
    for match in _TOKEN.finditer(same_length(text)):
        told = _steps(match, text)
        if told:
            yield told, match.start(), match.end()


def joins(between: str) -> bool:
    """Whether the (folded) words between two names of units make them one: "khoản 2 của Điều 5"."""
    return _JOIN.fullmatch(between + " ") is not None


def _steps(match: re.Match[str], text: str) -> list[tuple[str, str]]:
    """What one name says; more than one step where it is dotted ("II.1.a")."""
    kind = str(match.lastgroup)
    if kind in ("only_annex", "annex_around"):
        return [("annex", "")]
    word = text[match.start() : match.end()].split()[0].lower()
    mark = re.sub(r"^(?:số|so|no\.?|thứ|thu)\s*", "", text[match.start(kind) : match.end(kind)], flags=re.IGNORECASE)
    if word in _OTHERS or not mark or not _is_mark(kind, mark, text):
        return []
    mark = _ORDINALS.get(fold(mark), mark)
    parts = re.split(r"\.\s?", mark)
    if kind != "section" or len(parts) == 1 or parts[0].isdigit():
        return [(kind, mark)]
    return [("section", parts[0]), *zip(("clause", "point"), parts[1:], strict=False)]


def _is_mark(kind: str, mark: str, text: str) -> bool:
    """Whether letters are a mark and not the word that follows: "mục VI" and "mục vi phạm" are two things."""
    first = mark.split(".")[0]
    if kind not in ("section", "chapter", "part", "annex") or first[0].isdigit() or first.isupper():
        return True
    if fold(first) in _ORDINALS:
        return kind == "part"
    if not re.fullmatch(_ROMAN, first) or text != text.lower():
        return False
    return first not in _LOWER_WORDS or (kind in ("chapter", "annex") and not has_diacritics(text))


def units_called(outline: Outline, unit: UnitReference) -> list[Provision]:
    """The units of a document that answer to a name, the likeliest first."""
    kind, mark = unit.steps[0]
    fitting = [u for u in outline if _answers(u, kind, mark) and _within(outline.above(u), unit.steps)]
    return sorted(fitting, key=lambda u: (_mark_of(u).lower() != mark.lower(), _ANSWER[kind].index(u.kind), u.start))


def address_of(unit: UnitReference) -> str | None:
    """The address that a unit of Điều, khoản and điểm has in any document; None for one of other kinds."""
    codes = {"article": "d", "clause": "k", "point": ""}
    if unit.steps[-1][0] != "article" or any(kind not in codes for kind, _ in unit.steps):
        return None
    return ".".join(f"{codes[kind]}{even_mark(mark)}" for kind, mark in unit.named)


def has_such(outline: Outline, unit: UnitReference) -> bool:
    """Whether a document has units of the kind named, so that a missing one is missing and not only unread."""
    kinds = _ANSWER[unit.steps[-1][0]][:2]
    return any(u.kind in kinds for u in outline)


def _within(above: Iterable[Provision], steps: tuple[tuple[str, str], ...]) -> bool:
    """Whether a unit and those that it stands in answer to all steps, in their order."""
    rest = list(steps)
    for u in above:
        if rest and _answers(u, *rest[0]):
            rest.pop(0)
    return not rest


def _answers(u: Provision, kind: str, mark: str) -> bool:
    return u.kind in _ANSWER[kind] and even_mark(_mark_of(u)) == even_mark(mark)


def _mark_of(u: Provision) -> str:
    return mark_of(u.kind, u.label)


def mark_of(kind: str, label: str) -> str:
    """The number or letter of a unit; a document's only annex has none."""
    return "" if kind == "annex" and fold(label) in _WITHOUT_MARK else label.rpartition(" ")[2]


@lru_cache(maxsize=10_000)
def even_mark(mark: str) -> str:
    """A mark as it is compared: 05 and 5, II and 2, đ and dd are one."""
    lower = mark.lower().replace("đ", "dd")
    if re.fullmatch(r"[ivx]+", lower):
        return str(_roman(lower))
    return fold(re.sub(r"^0+(?=\d)", "", lower))


def _roman(mark: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[c] for c in mark]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))


class _Folded(dict[int, str]):
    """Letters to their folded ones, each looked up once; what would become longer or shorter stays."""

    def __missing__(self, letter: int) -> str:
        folded = fold(chr(letter))
        self[letter] = folded if len(folded) == 1 else chr(letter)
        return self[letter]


_FOLDED = _Folded()


def same_length(text: str) -> str:
    """The text folded letter by letter, so that its offsets stay those of the text."""
    return text.translate(_FOLDED)
