"""The laws that a statement calls by their names: with a date or year, at its end, or in passing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.binding import LAWS
from corpus.dates import PrintedDate
from corpus.folding import CAPITALS, fold
from corpus.relations import Target
from ingest.relations.laws import LawName
from ingest.relations.mentioned import LAW_TYPES, Mentioned, date_behind

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
_ENGLISH_TYPES = ("Law", "Code", "Ordinance")


def dated_laws(text: str, even: str, laws: Sequence[LawName]) -> Iterator[Mentioned]:
    """Those named with a date or a year: "Luật Lưu trữ năm 2011"; `laws` are the names known in the text."""
    ends = {law.start: law.end for law in laws if law.listed}
    reached = 0
    while (match := _NAMED.search(text, reached)) is not None:
        known = ends.get(match.start(), match.end("name"))
        if _YEAR_OF_OTHER.search(text, known, match.end("name")):
            reached = known
            continue
        reached = match.end()
        if _PASSED.match(text, known, match.end("name")):
            day, end = date_behind(text, even, match.end())
            year = int(match["year"]) if match["year"] else (day.value.year if day else None)
            name = text[match.start("name") : known]
            yield _law(text, match.start(), match.end(), match["type"], name, year, day, end)
            continue
        if match["name"] is None and fold(match["type"]) != "hien phap":
            continue
        day, end = date_behind(text, even, match.end())
        year = int(match["year"]) if match["year"] else (day.value.year if day else None)
        yield _law(text, match.start(), match.end(), match["type"], match["name"] or "", year, day, end)
    for match in _NAMED_EN.finditer(text):
        name = match["code_name"] or match["code_only"]
        printed = match["before"] or match["year"] or match["code_before"] or match["code_year"]
        day, end = date_behind(text, even, match.end())
        year = int(printed) if printed else (day.value.year if day else None)
        if year is None:
            continue
        if name:
            yield _law(text, match.start(), match.end(), name.split()[-1], "", year, day, end, whole=name)
        elif match["name"] or match["type"] == "Constitution":
            told = f"{match['type']} on {match['name']}" if match["name"] else match["type"]
            yield _law(text, match.start(), match.end(), match["type"], "", year, day, end, whole=told)


def laws_at_end(text: str) -> Iterator[Mentioned]:
    """Those whose name runs to the end of the statement or of its clause: "Căn cứ Luật Viên chức;"."""
    reached: int | None = None  # the end of an amending law's name
    for match in _ENDING.finditer(text):
        if reached is not None and _NEXT_AMENDED.fullmatch(text, reached, match.start()):
            reached = match.end()  # "Luật sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C" is one law
            continue
        reached = match.end() if match["amending"] else None
        type, name = match["type"] or match["constitution"], match["name"] or (match["state"] or "").strip()
        yield _law(text, match.start(), match.end(), type, name, None, None, match.end())


def laws_called(text: str, laws: Sequence[LawName]) -> Iterator[Mentioned]:
    """Those called by their known names alone, in running text."""
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
    target = Target(text[start:end].strip(" ,"), None, even, LAW_TYPES[fold(type)], issued, year)
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
