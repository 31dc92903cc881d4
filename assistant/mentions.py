"""Document numbers as people type them: short, unmarked, with spaces, with letters that recognition mistook.

A mention is read generously, because it counts only where a document with that number is known. Knows no documents.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from corpus.folding import fold, has_diacritics, words
from corpus.identity import TYPES, Number, find_numbers

_MISREAD = str.maketrans({"o": "0", "q": "0", "l": "1", "i": "1", "|": "1", "!": "1"})
_DIGIT = r"[0-9oqil|!]"
_FULL = re.compile(
    rf"(?<![\w/.])(?P<serial>{_DIGIT}{{1,5}}[a-z]?)(?:\s*[/\-\\]\s*|\s+(?=[a-z]{{2,5}}\s?[-/]\s?[a-z]))(?:(?P<year>[12]{_DIGIT}{{3}})\s*[/\\.\-]\s*)?"
    r"(?P<tail>[a-z]{1,6}\d{0,2}(?:\s?[-/]\s?[a-z][a-z0-9&]*)*)(?![\w/])"
)
_NAMES: dict[str, set[str]] = {}  # folded names of types, Vietnamese and English
_CODES: dict[str, set[str]] = {}  # folded codes
CODES_OF: dict[str, frozenset[str]] = {key: frozenset(map(fold, filter(None, codes))) for key, _, _, *codes in TYPES}
for _key, _vi, _en, *_codes in TYPES:
    for _name in (_vi, *_en):
        _NAMES.setdefault(fold(_name), set()).add(_key)
    for _code in filter(None, _codes):
        _CODES.setdefault(fold(_code), set()).add(_key)
_LONGEST_FIRST = sorted(_NAMES, key=lambda name: (-len(name), name))
_YEAR = r"(?:\s*[/,(\-]?\s*(?:nam\s+|of\s+|year\s+|in\s+)?(?P<year>(?:19|20)\d{2})(?!\s*-\s*\d{4}))?"
# a serial is no count ("kế hoạch 3 tháng") and no part of a figure
_COUNTED = (
    r"thang|ngay|nguoi|tuan|quy(?! (?:dinh|che|trinh|hoach))|lan|buoc|nam(?!\s+(?:19|20)\d\d(?!\s*-))"
    r"|months?|days?|years?|people|weeks?"
)
_END = rf"(?![\w%]|[.,/\-]\s?\d|\s*(?:{_COUNTED})\b)"
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_DASHED = re.compile(r"\s-|-\s")
_NAME = "|".join(map(re.escape, _LONGEST_FIRST))
_CODE = "|".join(sorted(_CODES, key=lambda code: (-len(code), code)))
_SHORT = re.compile(
    rf"(?<!\w)(?:(?P<name>{_NAME})\s*|(?P<code>{_CODE})[\s\-.]*)"
    rf"(?P<no>so\b|no\.?|number\b|#)?\s*[.:]?\s*(?P<serial>\d{{1,5}}){_YEAR}{_END}"
)
# the number apart from the type: "the 2019 decree on private trips, No. 1571", "Nghị định năm 2019 về ..., số 1571"
_APART = re.compile(
    rf"(?:(?P<ahead>(?:19|20)\d\d)\s+)?(?<!\w)(?P<name>{_NAME})(?!\w)(?:\s+(?:nam|of)\s+(?P<of>(?:19|20)\d\d)(?!\w))?"
    rf"(?=\s+(?:on|about|concerning|ve|cua|of)\s)[^?;\d]{{3,120}}?,\s*(?P<printed>(?:so|no\.?|number)\s*(?P<serial>\d{{1,5}}){_YEAR}){_END}"
)
# "the training regulation (40/2023)", "Quy chế đào tạo (số 40/2023)"
_IN_BRACKETS = re.compile(
    rf"(?<!\w)(?P<name>{_NAME})(?!\w)(?:\s+[^\W\d]+){{0,8}}?\s*"
    r"\((?P<printed>(?:(?:so|no\.?)\s*)?(?P<serial>\d{1,5})\s*/\s*(?P<year>(?:19|20)\d\d))\)"
)
# a regulation is numbered as the decision that it is promulgated with
_ATTACHED = frozenset({"regulation", "statute"})
_PROMULGATING = frozenset({"decision", "resolution", "circular"})
# words that only name a document, or ask to see it
_SHOWING = (
    "số ngày tháng năm kèm theo ban hành xem cho tôi nội dung toàn văn tỉnh ủy uỷ ubnd hđnd bộ tìm văn bản no number "
    "dated year show full text content find open document attached promulgated"
)
_NAMING = {w for _, vi, en, *_ in TYPES for name in (vi, *en) for w in name.split()} | set(_SHOWING.split())
_ENGLISH = {w for _, _, en, *_ in TYPES for name in en for w in name.split()}
_VIETNAMESE = {fold(w) for _, vi, *_ in TYPES for w in vi.split()} | {"dieu", "khoan", "muc", "chuong", "phu", "luc"}
_NAMING_BARE = {fold(w) for w in _NAMING} | set(_CODES)


@dataclass(frozen=True, slots=True)
class Mention:
    """A number as typed, as far as it goes: `tail` is the folded code and issuer ("qd-ubnd"), `types` what it may be.

    `number` is set where it is whole and plainly written.
    """

    printed: str
    serial: str
    year: str
    tail: str
    types: frozenset[str]
    start: int
    end: int
    number: Number | None = None

    @property
    def sure(self) -> bool:
        """Whether it can be nothing but a number of a document: "5-year" and a class "TC02" mostly are none."""
        coded = "/" in self.printed and ("-" in self.tail or bool(self.types) or self.tail in _CODES)
        return self.number is not None or coded or any(fold(self.printed).startswith(f"{n} ") for n in _NAMES)

    def meant_in(self, text: str) -> list[Number]:
        """The whole numbers in a text that this one may be short for."""
        return [n for n in find_numbers(text) if fits(self, n.key, _CODES.get(fold(n.code), ()), "")]


def find_mentions(text: str) -> list[Mention]:
    """Every number named in a question, in order; one that is whole is read once only."""
    if not any(c.isdigit() for c in text):
        return []
    even = "".join(f if len(f := fold(c)) == 1 else c for c in text)
    found = [_whole(n) for n in find_numbers(text)]
    for mention in (*_loose(even, text), *_short(even, text), *_apart(even, text), *_in_brackets(even, text)):
        if not any(mention.start < m.end and m.start < mention.end for m in found):
            found.append(mention)
    return sorted(found, key=lambda m: m.start)


def _whole(number: Number) -> Mention:
    _, serial, year, code, issuer = number.key.split("|")
    tail = "-".join(filter(None, (code, issuer)))
    return Mention(number.printed, serial, year, tail, frozenset(), number.start, number.end, number)


def _loose(even: str, text: str) -> Iterable[Mention]:
    for m in _FULL.finditer(even):
        serial, year = m["serial"], m["year"] or ""
        tail = re.sub(r"\s", "", m["tail"]).replace("/", "-")
        if not any(c.isdigit() for c in serial) or tail.split("-")[0] in ("q", "h"):
            continue
        if _DASHED.search(m.group()) and tail.split("-")[0] not in _CODES:
            continue  # "Project 04 - what sum": a dash between words
        yield Mention(
            text[m.start() : m.end()],
            serial.translate(_MISREAD).lstrip("0") or "0",
            year.translate(_MISREAD),
            tail,
            frozenset(),
            m.start(),
            m.end(),
        )


def _short(even: str, text: str) -> Iterable[Mention]:
    for m in _SHORT.finditer(even):
        code = m["code"]
        # a code is printed in capitals; in small letters it is a word, but where a year follows
        if code and not text[m.start("code")].isupper() and not m["year"]:
            continue
        if _A_YEAR.fullmatch(m["serial"]) and not m["no"]:
            continue  # "quy chế 2022", "chương trình 2026-2030" describe a document by its time
        types = frozenset(_CODES[code]) if code else _types(m["name"], m["year"])
        serial = m["serial"].lstrip("0") or "0"
        yield Mention(text[m.start() : m.end()], serial, m["year"] or "", "", types, m.start(), m.end())


def _apart(even: str, text: str) -> Iterable[Mention]:
    for m in _APART.finditer(even):
        start, end = m.span("printed")
        year = m["year"] or m["ahead"] or m["of"] or ""
        yield Mention(
            text[start:end], m["serial"].lstrip("0") or "0", year, "", frozenset(_NAMES[m["name"]]), start, end
        )


def _in_brackets(even: str, text: str) -> Iterable[Mention]:
    for m in _IN_BRACKETS.finditer(even):
        start, end = m.span("printed")
        types = _types(m["name"], m["year"])
        yield Mention(text[start:end], m["serial"].lstrip("0") or "0", m["year"], "", types, start, end)


def _types(name: str, year: str | None) -> frozenset[str]:
    """What a document called so may be; with its year also what promulgates one that is attached."""
    types = frozenset(_NAMES[name])
    return types | _PROMULGATING if year and types & _ATTACHED else types


def fits(mention: Mention, key: str, types: Collection[str], issued_year: str) -> bool:
    """Whether a mention may mean the document with this number key, of one of these types and this year of issue."""
    _, serial, year, code, issuer = key.split("|")
    if serial != mention.serial or (mention.year and mention.year not in (year, issued_year)):
        return False
    if mention.tail:
        tail = "-".join(filter(None, (code, issuer)))
        # a year that is left out makes another number, but for who names no issuer either
        return tail == mention.tail and (bool(mention.year) or not year)
    return not mention.types.isdisjoint(types)


def beside_names(content: Iterable[str], mentions: Iterable[Mention]) -> list[str]:
    """The words of a question that are no part of a name: of "hồ sơ theo Quyết định 25/2022" the first two."""
    printed = {w.lower() for m in mentions for w in words(m.printed)}
    kept: list[str] = []
    for word in content:
        lower = word.lower()
        bare = lower in _NAMING_BARE and not has_diacritics(lower)
        if not (lower in printed or lower in _NAMING or bare or word.isdigit() or fold(lower) in _CODES):
            kept.append(word)
    return kept


def names_in_vietnamese(text: str) -> bool:
    """Whether a text without marks names things by Vietnamese words: names tell a language too little to guess by."""
    return sum(w in _VIETNAMESE and w not in _ENGLISH for w in map(fold, words(text))) > 1
