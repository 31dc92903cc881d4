"""The documents that a statement names: by number, or a law by its name with date or year; and the units named of each.

Knows nothing of what is done to them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.binding import LAWS
from corpus.dates import PrintedDate, find_dates
from corpus.folding import CAPITALS, fold
from corpus.identity import Number, find_numbers, types_of_heading
from corpus.relations import Target
from corpus.unit_lists import unit_mentions
from corpus.units import LADDER, UnitReference, same_length
from ingest.relate_laws import LawName, law_names
from ingest.relate_verbs import SELF, TYPE_NAMES, after_mark

_HEAD = re.compile(rf"(?:(?P<type>{TYPE_NAMES})\s*)?(?:(?:so|no\.?|number|ref\.)\s*[:.]?\s*)?$")
_LAW_HEAD = re.compile(
    r"(?<!\w)(?P<type>bo luat|luat|phap lenh|nghi quyet|law|code|ordinance|resolution)(?!\w)[^;:.()]*$"
)
_DATED = re.compile(r"\s*[,(]?\s*(?:(?:da )?(?:duoc )?(?:ban hanh|thong qua|ky)\s*)?(?:ngay|dated?|of|on)?\s*")
_ENCLOSED = re.compile(
    r"(?:ban hanh|phe duyet)?\s*(?:kem\s+)?theo\s+$|(?:promulgated|issued|attached"
    r"|enclosed)\s+(?:together\s+)?(?:with|to|under|by)\s+(?:the\s+)?$"
)
_INNER = r"(?:(?!(?:Luật|Bộ luật|Pháp lệnh|Nghị|Quyết|Thông tư|Chỉ thị)\b)[^;:()“”\"\n.])"
_NAMED = re.compile(
    r"(?<!\w)(?P<type>Bộ luật|Luật|Pháp lệnh|Hiến pháp)(?!\s+này\b)(?:\s+(?P<name>(?!năm\b|ngày\b)(?:[Ss]ửa đổi,?\s*bổ"
    r" sung\s+(?:một số điều của\s+)?"
    rf"(?:Bộ luật|Luật|Pháp lệnh)\s+)?(?:Luật sư|\w){_INNER}{{1,140}}?))?,?\s+"
    r"(?:(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?![\w/.-]\d)|(?:(?:được|đã)[^;,]{0,40})?(?=ngày\s+\d))"
)
_NAMED_EN = re.compile(
    rf"(?:(?P<before>(?:19|20)\d\d)\s+)?(?P<type>Law|Ordinance"
    rf"|Constitution)(?:\s+on\s+(?P<name>[{CAPITALS}][^;:()\n.]{{2,120}}?))?"
    r"(?:\s+(?P<year>(?:19|20)\d\d)(?![\w/.-]\d)|,?\s+(?:dated|of|passed on)\s+(?=\w+ \d|\d))"
    rf"|(?P<code_before>(?:19|20)\d\d)\s+(?P<code_name>(?:[{CAPITALS}]\w+\s+){{1,4}}(?:Law|Code|Ordinance))(?!\w)"
    rf"|(?P<code_only>(?:[{CAPITALS}]\w+\s+){{1,4}}(?:Code|Law))\s+(?P<code_year>(?:19|20)\d\d)(?![\w/.-]\d)"
)
_CALLED = re.compile(r"(?P<name>(?:Bộ luật|Luật|Pháp lệnh)\s+\w.*?)\s+(?:số\s*)?\d{1,3}/", re.IGNORECASE)
# another document, and not more of a law's name
_ANOTHER = (
    r"(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|Nghị|Quyết|Thông|Chỉ thị|Tờ trình|Công văn|Kế hoạch|Đề án|Chương trình"
    r"|Báo cáo|Biên bản)\b"
)
# "Pháp lệnh Phí và Lệ phí", "phí và lệ phí;": the name goes on behind its "và"
_GOES_ON = (
    rf"(?!{_ANOTHER})(?:[{CAPITALS}]|(?!các\b|những|văn bản|quy định|hướng dẫn|yêu cầu|nhu cầu|theo\b|căn cứ|pháp luật"
    rf"|tình hình|ý kiến|đề nghị)\w+(?: \w+){{0,2}}\s*(?:[;.]|$|,\s+{_ANOTHER}))"
)
# a law whose name runs to the end of the statement or of its clause, or to the next document
_ENDING = re.compile(
    r"(?<!\w)(?P<type>Bộ luật|Luật|Pháp lệnh)\s+(?P<name>(?P<amending>[Ss]ửa đổi,?\s*bổ sung\s+(?:một số"
    r" điều của\s+)?"
    rf"(?:Bộ luật|Luật|Pháp lệnh)\s+)?(?:Luật sư|\w){_INNER}{{2,140}}?)(?=\s*(?:[;.:(]|$|,\s+{_ANOTHER}"
    rf"|\s(?:về|đã được|được)\s|\svà\s+(?!{_GOES_ON})))"
    r"|(?<!\w)(?P<constitution>Hiến pháp)(?P<state>\s+nước Cộng h(?:oà|òa) xã hội chủ nghĩa Việt Nam)?(?=\s*(?:[;.]|$))"
)
# "Luật Đất đai thì áp dụng ... của Hiến pháp năm 2013": the year behind is another's
_YEAR_OF_OTHER = re.compile(
    rf"(?<!\w)(?:{_ANOTHER}|quy định|thì|theo|để|mà|không|có|áp dụng|các văn bản|khi|trong|tại|đối với|về)(?!\w)"
)
_PASSED = re.compile(r",?\s+(?:được|đã|ban hành|thông qua)(?!\w)")
# the laws that an amending one names are told of, and what it is called
_AMENDED = re.compile(
    r"[Ss]ửa đổi,?\s*bổ sung\s+(?:một số điều của\s+)?(?:các\s+)?"
    r"(?:(?:Bộ luật|Luật|Pháp lệnh)\s[^;.]{2,150}(?:,|và)\s+)?$"
)
_NEXT_AMENDED = re.compile(r"\s*(?:,|,?\s*và)\s+")
_LAW_TYPES = {
    "bo luat": "code", "luat": "law", "phap lenh": "ordinance", "hien phap": "constitution", "law": "law",
    "code": "code", "ordinance": "ordinance", "constitution": "constitution", "nghi quyet": "resolution",
    "resolution": "resolution",
}  # fmt: skip
_ENGLISH_TYPES = ("Law", "Code", "Ordinance")
# a quotation of several sentences is still open where the statement ends
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|“[^“”\"]+$")
# a title between a unit and what it stands in: "Mục IX - Phí lưu kho thuộc Phụ lục số 01"
_TITLED = re.compile(r"\s*[-–]\s[^;:.]{2,120}?\s(?:thuoc|trong|cua|tai|of|in)\s+")
# ministries once printed a blank before their name: "Thông tư số 43 TC/QLCS"
_BLANK = re.compile(r"(?<=số )(?P<serial>\d{1,4}) +(?P<tail>[A-ZĐ]{1,5}/[A-ZĐ][A-ZĐ&]*(?:-[A-ZĐ&]+)?)(?![\w/])")
_LOWER = re.compile(r"\d{1,5}/(?:(?:19|20)\d\d/)?[a-zđ]{2,5}\d{0,2}-[a-zđ&]{2,10}")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A document as a statement names it: from the name of its type to its date; `first` is where its units begin."""

    target: Target
    start: int
    end: int
    units: tuple[UnitReference, ...] = ()
    first: int = 0
    passing: bool = False  # a law called by its name alone, in running text: something is said with it, not done to it


def unquoted(text: str) -> str:
    """The text with what stands in quotation marks blanked, offsets kept: it is another document's wording."""
    return _QUOTED.sub(lambda m: m.group()[0] + "\u00b7" * (len(m.group()) - 2) + m.group()[-1], text)


def mentioned(text: str, *, names_end_it: bool = False) -> list[Mentioned]:
    """The documents named in a statement, in order, each with the units that are named of it.

    `names_end_it`: a law's name may end the statement without a date ("Căn cứ Luật Viên chức;"). Otherwise a law that
    is called by its name alone is told of in passing.
    """
    bare = unquoted(text)
    even = same_length(bare)
    laws = list(law_names(bare))
    found = [_by_number(bare, even, n) for n in _numbers(bare)]
    taken = [(m.start, m.end) for m in found]
    for named in (_by_name(bare, even, laws), _at_end(bare) if names_end_it else (), _in_passing(bare, laws)):
        new = [m for m in named if not any(m.start < b and a < m.end for a, b in taken)]
        found += new
        taken += [(m.start, m.end) for m in new]
    found.sort(key=lambda m: m.start)
    return list(_with_units(bare, even, found))


def _numbers(text: str) -> list[Number]:
    """Numbers; those of titles that somebody set in small letters too."""
    found = find_numbers(text)
    if not found and text[1:] == text[1:].lower():
        found = [n for m in _LOWER.finditer(text) for n in _at(m, m.group().upper())]
    for match in _BLANK.finditer(text):
        # what stands before the stroke is the ministry, and no type: "TC" is no Thông cáo
        found += (replace(n, code="") for n in _at(match, f"{match['serial']}/{match['tail'].replace('/', '-')}"))
    return found


def _at(match: re.Match[str], even: str) -> Iterator[Number]:
    """The number that is printed in an uneven way, where it is printed."""
    for number in find_numbers(even):
        yield replace(number, start=match.start(), end=match.end())


def units_named(text: str) -> list[UnitReference]:
    """The units named in a text; one whose title stands between it and what it is in is of that."""
    named, even = unit_mentions(text), same_length(text)
    found: list[UnitReference] = []
    absorbed: set[int] = set()  # where what they stand in is named
    for unit in reversed(named):
        behind = next((u for u in reversed(found) if u.start >= unit.end), None)
        if (
            behind is not None
            and LADDER.index(behind.steps[0][0]) > LADDER.index(unit.steps[-1][0])
            and _TITLED.fullmatch(even, unit.end, behind.start)
        ):
            absorbed.add(behind.start)
            unit = UnitReference((*unit.steps, *behind.steps), unit.start, unit.end)
        found.append(unit)
    return [u for u in reversed(found) if u.start not in absorbed]


def _by_number(text: str, even: str, number: Number) -> Mentioned:
    before = even[max(0, number.start - 160) : number.start]
    offset = number.start - len(before)
    head = _HEAD.search(before)
    start, type = (offset + head.start(), _type(number, head["type"])) if head else (number.start, number.type)
    if fold(number.issuer).startswith(("qh", "ubtvqh")) and not (head and head["type"]):
        law = _LAW_HEAD.search(before)
        if law is not None:
            law = _last(before, law)
            start, type = offset + law.start(), _LAW_TYPES[law["type"]]
    day, end = _date_behind(text, even, number.end)
    target = Target(
        printed=text[start : number.end],
        number_key=number.key,
        type=type,
        issued=day.value if day else None,
        year=number.year,
        enclosed=_ENCLOSED.search(even[:start]) is not None,
    )
    return Mentioned(target, start, end)


def _last(before: str, found: re.Match[str]) -> re.Match[str]:
    """The type's name nearest to the number."""
    while (further := _LAW_HEAD.search(before, found.end("type"))) is not None:
        found = further
    return found


def _type(number: Number, named: str | None) -> str | None:
    """The type that stands before the number where it and the code agree, else what the code says."""
    if named is None or number.type is not None:
        return number.type
    return next(iter(types_of_heading(named)), None)


def _date_behind(text: str, even: str, end: int) -> tuple[PrintedDate | None, int]:
    begin = _DATED.match(even, end)
    near = text[end : end + 60]
    day = next(iter(find_dates(near)), None)
    if day is None or begin is None or end + day.start > max(begin.end(), end + 1) + len("ngay "):
        return None, end
    return day, end + day.end


def _by_name(text: str, even: str, laws: Sequence[LawName]) -> Iterator[Mentioned]:
    ends = {law.start: law.end for law in laws if law.listed}
    reached = 0
    while (match := _NAMED.search(text, reached)) is not None:
        known = ends.get(match.start(), match.end("name"))
        if _YEAR_OF_OTHER.search(text, known, match.end("name")):
            reached = known
            continue
        reached = match.end()
        if _PASSED.match(text, known, match.end("name")):
            day, end = _date_behind(text, even, match.end())
            year = int(match["year"]) if match["year"] else (day.value.year if day else None)
            name = text[match.start("name") : known]
            yield _law(text, match.start(), match.end(), match["type"], name, year, day, end)
            continue
        if match["name"] is None and fold(match["type"]) != "hien phap":
            continue
        day, end = _date_behind(text, even, match.end())
        year = int(match["year"]) if match["year"] else (day.value.year if day else None)
        yield _law(text, match.start(), match.end(), match["type"], match["name"] or "", year, day, end)
    for match in _NAMED_EN.finditer(text):
        name = match["code_name"] or match["code_only"]
        printed = match["before"] or match["year"] or match["code_before"] or match["code_year"]
        day, end = _date_behind(text, even, match.end())
        year = int(printed) if printed else (day.value.year if day else None)
        if year is None:
            continue
        if name:
            yield _law(text, match.start(), match.end(), name.split()[-1], "", year, day, end, whole=name)
        elif match["name"] or match["type"] == "Constitution":
            told = f"{match['type']} on {match['name']}" if match["name"] else match["type"]
            yield _law(text, match.start(), match.end(), match["type"], "", year, day, end, whole=told)


def _at_end(text: str) -> Iterator[Mentioned]:
    reached: int | None = None  # the end of an amending law's name
    for match in _ENDING.finditer(text):
        if reached is not None and _NEXT_AMENDED.fullmatch(text, reached, match.start()):
            reached = match.end()  # "Luật sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C" is one law
            continue
        reached = match.end() if match["amending"] else None
        type, name = match["type"] or match["constitution"], match["name"] or (match["state"] or "").strip()
        yield _law(text, match.start(), match.end(), type, name, None, None, match.end())


def _in_passing(text: str, laws: Sequence[LawName]) -> Iterator[Mentioned]:
    for law in laws:
        if _AMENDED.search(text, 0, law.start):
            continue
        whole = text[law.start : law.end] if law.type in _ENGLISH_TYPES else ""
        named = _law(text, law.start, law.end, law.type, law.name, None, None, law.end, whole=whole)
        yield replace(named, passing=True)


def _law(
    text: str,
    start: int,
    end: int,
    type: str,
    name: str,
    year: int | None,
    day: PrintedDate | None,
    reached: int,
    whole: str = "",
) -> Mentioned:
    even = law_name(whole or f"{type} {name}")
    issued = day.value if day else None
    target = Target(text[start:end].strip(" ,"), None, even, _LAW_TYPES[fold(type)], issued, year)
    return Mentioned(target, start, reached)


def law_called(target: Target) -> str | None:
    """The name by which a law is called in short, also of one that is named with its number; None for other texts."""
    if target.name is not None or target.type not in LAWS:
        return target.name
    named = _CALLED.match(target.printed)
    return law_name(named["name"]) if named else None


def law_name(printed: str) -> str:
    """A law's name as it is compared."""
    return " ".join(fold(printed).replace(",", " ").split())


def _with_units(text: str, even: str, found: list[Mentioned]) -> Iterator[Mentioned]:
    """Units belong to the nearest document to their right, unless that is told of this one ("Điều 5 Nghị định này")."""
    units = units_named(text)
    reached = after_mark(even)  # "Điều 2." before the first word is the statement's own
    for m in found:
        own = [u for u in units if reached <= u.start and u.end <= m.start and _leads(even[u.end : m.start])]
        yield replace(m, units=tuple(own), first=min((u.start for u in own), default=m.start))
        reached = m.end


def _leads(between: str) -> bool:
    """Whether what stands between a unit and a document can only be names: of other units, of a regulation in it."""
    return ";" not in between and ": " not in between and SELF.search(between) is None and " nay" not in between
