"""The documents that a statement names by number, as evenly or unevenly as they are printed."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.folding import fold
from corpus.identity import Number, find_numbers, types_of_heading
from corpus.relations import Target
from ingest.relations.mentioned import LAW_TYPES, Mentioned, date_behind
from ingest.relations.verbs import TYPE_NAMES

_HEAD = re.compile(rf"(?:(?P<type>{TYPE_NAMES})\s*)?(?:(?:so|no\.?|number|ref\.)\s*[:.]?\s*)?$")
_LAW_HEAD = re.compile(
    r"(?<!\w)(?P<type>bo luat|luat|phap lenh|nghi quyet|law|code|ordinance|resolution)(?!\w)[^;:.()]*$"
)
_ENCLOSED = re.compile(
    r"(?:ban hanh|phe duyet)?\s*(?:kem\s+)?theo\s+$|(?:promulgated|issued|attached"
    r"|enclosed)\s+(?:together\s+)?(?:with|to|under|by)\s+(?:the\s+)?$"
)
# ministries once printed a blank before their name: "Thông tư số 43 TC/QLCS"
_BLANK = re.compile(r"(?<=số )(?P<serial>\d{1,4}) +(?P<tail>[A-ZĐ]{1,5}/[A-ZĐ][A-ZĐ&]*(?:-[A-ZĐ&]+)?)(?![\w/])")
_LOWER = re.compile(r"\d{1,5}/(?:(?:19|20)\d\d/)?[a-zđ]{2,5}\d{0,2}-[a-zđ&]{2,10}")


def numbered(text: str, even: str) -> list[Mentioned]:
    """The documents named by number in a text, and in the same folded."""
    return [_by_number(text, even, n) for n in _numbers(text)]


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


def _by_number(text: str, even: str, number: Number) -> Mentioned:
    before = even[max(0, number.start - 160) : number.start]
    offset = number.start - len(before)
    head = _HEAD.search(before)
    start, type = (offset + head.start(), _type(number, head["type"])) if head else (number.start, number.type)
    if fold(number.issuer).startswith(("qh", "ubtvqh")) and not (head and head["type"]):
        law = _LAW_HEAD.search(before)
        if law is not None:
            law = _last(before, law)
            start, type = offset + law.start(), LAW_TYPES[law["type"]]
    day, end = date_behind(text, even, number.end)
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
