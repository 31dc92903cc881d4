"""Errors planted by rule into true statements: one word, figure or name changed, dropped or added. Knows no check."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.identity import find_numbers

PlantedKind = Literal[
    "number", "unit", "date", "document_number", "name", "agency", "modal", "qualifier", "negation", "citation"
]
Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Planted:
    """A statement with an error, the words it is said to rest on, and what was done to it."""

    kind: PlantedKind
    how: str
    language: str
    statement: str
    source: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of a document, as printed."""

    text: str
    language: str
    document: str


_NUMBER = re.compile(
    r"(?<![\w/.,-])\d{1,4}(?:[.,]\d+)?(?=%| (?:đồng|triệu|tỷ|người|cán bộ|năm|tháng|ngày|lớp|học viên|lần|tiết|years|months|days|persons|people|cadres|members|classes|trainees|million|billion|working|periods|đồng chí|cơ quan|biên chế))"
)
_UNITS: dict[str, Sequence[tuple[str, str]]] = {
    "vi": (
        (r"(?<=\d )ngày làm việc", "ngày"),
        (r"(?<=\d )ngày(?! làm việc)", "tháng"),
        (r"(?<=\d )tháng", "năm"),
        (r"(?<=\d )năm(?! \d| sau)", "tháng"),
        (r"(?<=\d )triệu đồng", "tỷ đồng"),
        (r"(?<=\d )tỷ đồng", "triệu đồng"),
        (r"(?<=\d)%", " người"),
        (r"(?<=\d )tuổi", "tháng"),
    ),
    "en": (
        (r"(?<=\d )working days", "days"),
        (r"(?<=\d )days", "months"),
        (r"(?<=\d )months", "years"),
        (r"(?<=\d )years(?! old)", "months"),
        (r"(?<=\d )million", "billion"),
        (r"(?<=\d )billion", "million"),
        (r"(?<=\d)%", " persons"),
    ),
}
_DATES = (
    re.compile(r"(?P<d>\d{1,2})(?P<a>/|-)(?P<m>\d{1,2})(?P<b>/|-)(?P<y>(?:19|20)\d{2})"),
    re.compile(r"(?P<d>\d{1,2})(?P<a> tháng )(?P<m>\d{1,2})(?P<b> năm )(?P<y>(?:19|20)\d{2})"),
    re.compile(
        r"(?P<m>January|February|March|April|May|June|July|August|September|October|November|December)(?P<a> )(?P<d>\d{1,2})(?P<b>, )(?P<y>(?:19|20)\d{2})"
    ),
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

# kind, language, what is looked for, by what it is replaced: a list of rules of a language, not of these texts
_SWAPS: tuple[tuple[PlantedKind, str, str, str], ...] = (
    ("modal", "vi", r"(?<![Kk]hông )(?<!khỏi )\bphải\b(?! bổ)", "có thể"), ("modal", "vi", r"(?<![Kk]hông )(?<!khỏi )\bphải\b(?! bổ)", "nên"),
    ("modal", "vi", r"(?<![Kk]hông )(?<!khỏi )\bphải\b(?! bổ)", ""), ("modal", "vi", r"\bcó thể\b", "phải"),
    ("modal", "vi", r"(?<!không )(?<!phải )\bđược(?= (?:cử|xét|bố trí|thi|miễn|bổ nhiệm|tính|xem xét|hưởng))", "phải"),
    ("modal", "vi", r"\bcó trách nhiệm\b", "có thể"), ("modal", "vi", r"\bchịu trách nhiệm\b", "có thể"),
    ("modal", "en", r"\bmust\b(?! not)", "may"), ("modal", "en", r"\bmust\b(?! not)", "should"),
    ("modal", "en", r"\bmust be\b", "is"), ("modal", "en", r"\bshall\b(?! not)", "may"),
    ("modal", "en", r"\bmay\b(?! not| be opened only)", "must"), ("modal", "en", r"\bmay\b(?! not)", "should"),
    ("modal", "en", r"\bmust\b(?! not)", "can"), ("modal", "en", r"\bis required to\b", "may"),
    ("negation", "vi", r"\bkhông được\b", "được"), ("negation", "vi", r"\bkhông (?=(?:phải|cử|áp dụng|hoàn thành|gửi|có|đủ|thay thế|đáp ứng))", ""),
    ("negation", "vi", r"(?<!hay )(?<!hoặc )\bchưa\b", "đã"), ("negation", "vi", r"\bkhông được\b", "phải"),
    ("negation", "vi", r"(?<![Kk]hông )(?<!ngày )\bđược (?=(?:cử|xét|bố trí|thi|miễn|bổ nhiệm|tính|xem xét|hưởng|cấp))", "không được "),
    ("negation", "vi", r"(?<![Kk]hông )(?<!khỏi )\bphải\b", "không phải"), ("negation", "vi", r"\bđã (?=(?:gửi|luân chuyển|thẩm định|hoàn thành|được|có|ban hành))", "chưa "),
    ("negation", "vi", r"\bcó hiệu lực\b", "không có hiệu lực"),
    ("negation", "en", r"\b(may|must|shall|is|are|does|do|can|has|have) not\b(?! yet)", r"\1"), ("negation", "en", r"\bNo (?=person|one)", "A "),
    ("negation", "en", r"\b(may|must|shall|is|are|can) (?=be\b|\w+ed\b|apply)(?!not)(?<!No)", r"\1 not "), ("negation", "en", r"\bhave been\b", "have not been"),
    ("negation", "en", r"\btakes effect\b", "does not take effect"), ("negation", "en", r"\bapplies\b", "does not apply"),
    ("qualifier", "vi", r"\b[Íí]t nhất ", ""), ("qualifier", "vi", r"\bkhông quá\b", "ít nhất"), ("qualifier", "vi", r"\bkhông quá ", ""),
    ("qualifier", "vi", r"\bít nhất\b", "không quá"), ("qualifier", "vi", r"\bdưới(?= \d)", "trên"), ("qualifier", "vi", r" trở lên\b", ""),
    ("qualifier", "vi", r"\btrước (?=ngày)", "sau "), ("qualifier", "vi", r"\btrước (?=ngày \d)", ""), ("qualifier", "vi", r"\bkể từ (?=ngày \d)", "trước "),
    ("qualifier", "vi", r"(?<!ứng )(?<!ịa )(?<!ôn )(?<!ình )\bchỉ (?=\w+ (?!tiêu|đạo))(?!tiêu|thị|đạo|số|huy|định|dẫn)", ""), ("qualifier", "vi", r", trừ (?!đi)[^.;]+", ""),
    ("qualifier", "vi", r"\bTất cả\b", "Một số"), ("qualifier", "vi", r"\b[Mm]ột số (?!điều)", "tất cả "), ("qualifier", "vi", r"\bquá(?= \d)", "dưới"),
    ("qualifier", "vi", r"\btrên(?= \d)", "dưới"), ("qualifier", "vi", r"\bchậm nhất ", ""), ("qualifier", "vi", r", không (?:kể|tính|bao gồm)[^.;,]+", ""),
    ("qualifier", "en", r"\b[Aa]t least ", ""), ("qualifier", "en", r"\bat least\b", "at most"), ("qualifier", "en", r"\bnot more than\b", "at least"),
    ("qualifier", "en", r"\bnot more than ", ""), ("qualifier", "en", r"\bonly ", ""), ("qualifier", "en", r"\b[Bb]efore (?=[A-Z]\w+ \d)", "after "),
    ("qualifier", "en", r"\b[Bb]efore (?=[A-Z]\w+ \d)", "on "), ("qualifier", "en", r"\bafter (?=\w+ing)", "before "), ("qualifier", "en", r", excluding [^.;]+", ""),
    ("qualifier", "en", r", unless [^.;]+", ""), ("qualifier", "en", r"\bfewer than\b", "more than"), ("qualifier", "en", r"\bmore than (?=\d)", "less than "),
    ("qualifier", "en", r" or more\b", ""), ("qualifier", "en", r"\bonly ", "also "), ("qualifier", "en", r"\b[Ss]ome (?=\w+s\b)", "All "), ("qualifier", "en", r"\ball (?=\w+)", "some "),
    ("qualifier", "en", r"\bunder (?=\d)", "over "), ("qualifier", "en", r", except [^.;]+", ""), ("qualifier", "en", r"\bmust not exceed\b", "must exceed"),
)  # fmt: skip

_ODD_BEHIND_NO = re.compile(r"\bnot\b|^(?:must|may|can)$|\b(?:không|chưa)\b|^phải$")
_DENIED = re.compile(r"\b(?:[Nn]o|[Nn]obody|[Nn]either|unless|until|[Kk]hông (?:ai|nơi nào|người nào))\b[^.;]*$")

_AGENCIES = {
    "vi": ("Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "Sở Tư pháp", "Ban Tổ chức Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", "Trường Chính trị tỉnh", "Hội đồng nhân dân tỉnh", "Ủy ban nhân dân tỉnh", "Văn phòng Tỉnh ủy", "Bộ Nội vụ", "Sở Khoa học và Công nghệ"),
    "en": ("Department of Home Affairs", "Department of Finance", "Department of Health", "Department of Justice", "Provincial Party Organizing Committee", "Provincial Political School", "Provincial Inspectorate", "Provincial People's Council", "Provincial People's Committee", "Ministry of Home Affairs", "Department of Science and Technology", "Department of Construction"),
}  # fmt: skip
_PERSON = {
    "vi": re.compile(r"(?<=đồng chí )(?:[A-ZĐ]\w+ ){2,3}?[A-ZĐ]\w+(?=[,.;]|$)|(?<=ông )(?:[A-ZĐ]\w+ ){1,3}[A-ZĐ]\w+|(?:(?:Đông Khê|Phú Lâm|Vĩnh Khánh|Thạch Lâm|Sơn Đông Hạ|Bình Sơn Thượng|Lam Giang))"),
    "en": re.compile(r"(?:Do Thi Hong Van|Pham Van Khoa|Tran Quang Hai|Nguyen Duc Thang|Dong Khe|Phu Lam|Vinh Khanh|Thach Lam|Son Dong Ha|Binh Son Thuong|Lam Giang|Ho Chi Minh)|(?<=Mr\. )[A-Z]\w+(?: [A-Z]\w+){0,2}|(?<=Comrade )[A-Z]\w+(?: [A-Z]\w+){1,3}"),
}  # fmt: skip
_OTHER_NAMES = {
    "vi": ("Hoàng Minh Tuấn", "Lê Thị Thu Hà", "Yên Phong", "Tân Hòa"),
    "en": ("Hoang Minh Tuan", "Le Thi Thu Ha", "Yen Phong", "Tan Hoa"),
}

_Maker = Callable[[Said, random.Random], Iterator[tuple[PlantedKind, str, str]]]


def plant(true: Sequence[Said], seed: int = 5, most: int = 120) -> list[Planted]:
    """At most so many errors of each kind and language, drawn from all that the rules can make."""
    chance = random.Random(seed)
    made: dict[tuple[str, str], list[Planted]] = {}
    for one in true:
        for maker in _MAKERS:
            for kind, how, statement in maker(one, chance):
                if statement.strip() != one.text.strip():
                    made.setdefault((kind, one.language), []).append(
                        Planted(kind, how, one.language, statement, one.text)
                    )
    for one, other in _swapped(true, chance):
        made.setdefault(("citation", one.language), []).append(
            Planted("citation", "swapped", one.language, one.text, other.text)
        )
    return [p for key in sorted(made) for p in _some(made[key], most, chance)]


def _some(planted: list[Planted], most: int, chance: random.Random) -> list[Planted]:
    """So many of a kind, each way of making it as often as can be."""
    ways: dict[str, list[Planted]] = {}
    for p in planted:
        ways.setdefault(p.how, []).append(p)
    for way in ways.values():
        chance.shuffle(way)
    drawn: list[Planted] = []
    while len(drawn) < most and any(ways.values()):
        drawn.extend(way.pop() for way in list(ways.values()) if way)
    return drawn[:most]


def _put(text: str, match: re.Match[str], new: str) -> str:
    made = text[: match.start()] + match.expand(new) + text[match.end() :]
    return re.sub(r"  +", " ", made).strip()


def _swap(one: Said, chance: random.Random) -> Iterator[tuple[PlantedKind, str, str]]:
    for kind, language, pattern, new in _SWAPS:
        matches = list(re.finditer(pattern, one.text)) if language == one.language else []
        # a second negation in "No ... shall not" is no error that anybody makes, "No ... may" for "No ... shall" is none
        matches = [m for m in matches if not _ODD_BEHIND_NO.search(new) or not _DENIED.search(one.text[: m.start()])]
        if matches:
            match = chance.choice(matches)
            yield (
                kind,
                f"{match.group().strip()[:12].lower()} -> {new.strip() or 'dropped'}",
                _put(one.text, match, new),
            )


def _number(one: Said, chance: random.Random) -> Iterator[tuple[PlantedKind, str, str]]:
    matches = list(_NUMBER.finditer(one.text))
    if matches:
        match = chance.choice(matches)
        digits = list(match.group())
        at = chance.choice([i for i, c in enumerate(digits) if c.isdigit() and (i or len(digits) == 1 or c != "0")])
        digits[at] = str((int(digits[at]) + chance.randint(1, 8)) % 9 + 1) if digits[at] != "0" else "7"
        if "".join(digits) not in one.text:
            yield "number", "a digit changed", _put(one.text, match, "".join(digits))
    for pattern, new in _UNITS[one.language]:
        matches = list(re.finditer(pattern, one.text))
        if matches:
            yield "unit", f"to {new.strip()}", _put(one.text, chance.choice(matches), new)


def _date(one: Said, chance: random.Random) -> Iterator[tuple[PlantedKind, str, str]]:
    for pattern in _DATES:
        matches = list(pattern.finditer(one.text))
        if not matches:
            continue
        match = chance.choice(matches)
        part = chance.choice(("d", "m", "y"))
        parts = {k: match[k] for k in "dmy"}
        parts[part] = _other_part(part, parts[part], chance)
        new = "".join(parts.get(g, match[g] if g in "ab" else "") for g in sorted("dmyab", key=match.start))
        yield (
            "date",
            f"another {dict(d='day', m='month', y='year')[part]}",
            one.text[: match.start()] + new + one.text[match.end() :],
        )


def _other_part(part: str, printed: str, chance: random.Random) -> str:
    if part == "y":
        return str(int(printed) + chance.choice((-2, -1, 1, 2)))
    if printed in _MONTHS:
        return chance.choice([m for m in _MONTHS if m != printed])
    top = 12 if part == "m" else 28
    value = chance.choice([n for n in range(1, top + 1) if n != int(printed)])
    return f"{value:02d}" if printed[0] == "0" else str(value)


def _document(one: Said, chance: random.Random) -> Iterator[tuple[PlantedKind, str, str]]:
    numbers = find_numbers(one.text)
    if not numbers:
        return
    n = chance.choice(numbers)
    printed = one.text[n.start : n.end]
    serial = str(int(n.serial.rstrip("abcđ")) + chance.randint(1, 9))
    ways = [("another serial", re.sub(r"^\d+", serial, printed))]
    if n.year:
        ways.append(("another year", printed.replace(str(n.year), str(n.year - chance.randint(1, 3)))))
    if n.issuer in ("UBND", "TU", "BNV"):
        ways.append(("another issuer", printed.replace(n.issuer, {"UBND": "HĐND", "TU": "TW", "BNV": "BTC"}[n.issuer])))
    for how, new in ways:
        yield "document_number", how, one.text[: n.start] + new + one.text[n.end :]


def _named(one: Said, chance: random.Random) -> Iterator[tuple[PlantedKind, str, str]]:
    there = [a for a in _AGENCIES[one.language] if a in one.text]
    if there:
        agency = chance.choice(there)
        other = chance.choice([a for a in _AGENCIES[one.language] if a not in one.text])
        yield "agency", "another agency", one.text.replace(agency, other)
    matches = list(_PERSON[one.language].finditer(one.text))
    if matches:
        match = chance.choice(matches)
        other = chance.choice(_OTHER_NAMES[one.language])
        yield "name", "another name", _put(one.text, match, other)
        parts = match.group().split()
        if len(parts) > 1:
            parts[-1] = other.split()[-1]
            yield "name", "a part of the name", _put(one.text, match, " ".join(parts))


def _swapped(true: Sequence[Said], chance: random.Random) -> Iterator[tuple[Said, Said]]:
    """A statement with the words of another one of its document: near in subject, saying something else."""
    for one in true:
        others = [t for t in true if t.document == one.document and not set(t.text.split()) >= set(one.text.split())]
        if others and len(one.text.split()) > 8:
            yield one, chance.choice(others)


_MAKERS: tuple[_Maker, ...] = (_swap, _number, _date, _document, _named)
