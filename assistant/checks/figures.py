"""The figures of a text: document numbers, dates, units of documents, quantities.

Knows their forms in both languages; knows nothing of the words around them but bounds ("at least", "before").
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.checks.bounds import Bound, of_date, of_quantity
from assistant.checks.dates import When, find_whens
from assistant.checks.parts_of_one import Share, find_fractions, find_shares, with_halves
from assistant.checks.text import Span, hide
from corpus.identity import TYPES, Number, find_numbers
from corpus.numerals import Numeral, find_numerals

_ADJECTIVE = r"(?:full |whole |consecutive |calendar |đủ |đầy |liên tục )?"
_UNITS: tuple[tuple[str, str], ...] = (
    ("points", r"percentage points?|điểm (?:phần trăm|%)"),
    ("%", r"%|phần trăm|per ?cent\b"),
    ("working days", r"ngày làm việc|(?:working|business) days?|workdays?"),
    ("age", r"(?:years? of age|years?[ -]olds?|tuổi)"),
    ("days", r"ngày|days?"),
    ("weeks", r"tuần|weeks?"),
    ("months", r"tháng|months?"),
    ("years", r"năm|years?"),
    ("hours", r"giờ(?: (?:sáng|chiều|tối)\b)?|tiếng(?: đồng hồ)?|hours?|[ap]\.? ?m\b\.?"),
    ("minutes", r"phút|minutes?"),
    ("times", r"lần|times?"),
    ("periods", r"tiết"),
    ("km", r"km|ki-lô-mét|kilomet(?:re|er)s?"),
    ("m2", r"m2|m²|mét vuông|square met(?:re|er)s?"),
    ("hectares", r"ha|hectares?|héc-?ta"),
)
_UNIT = re.compile(
    r"[ -]?(?:\([^)\n]{1,24}\) )?" + _ADJECTIVE + "(?:" + "|".join(f"(?P<u{i}>{p})" for i, (_, p) in enumerate(_UNITS)) + r")(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
LASTING = frozenset({"years", "months", "weeks", "days", "working days", "hours"})  # units of how long something lasts
SCALES = {
    "nghìn": 1e3, "ngàn": 1e3, "thousand": 1e3, "triệu": 1e6, "million": 1e6, "tỷ": 1e9, "tỉ": 1e9, "billion": 1e9,
    "nghìn tỷ": 1e12, "ngàn tỷ": 1e12, "trillion": 1e12,
}  # fmt: skip
_SCALE = re.compile(r" ?\b(?P<s>nghìn tỷ|ngàn tỷ|" + "|".join(SCALES) + r")\b", re.IGNORECASE)
_MONEY = re.compile(r" ?(?:Việt Nam )?(?P<c>đồng(?! chí)|VND|VNĐ|dong|USD|US\$|đô la)(?!\w)", re.IGNORECASE)
_MONEY_BEFORE = re.compile(r"(?P<c>VND|VNĐ|USD|US\$|\$) ?$")

_MORE_BY_HALF = re.compile(r" rưỡi\b", re.IGNORECASE)
_FRACTION = re.compile(r"(?<![\w.,/-])(\d{1,5})/(\d{1,5})(?= [^\W\d])")
_OF_A_DAY = re.compile(r"\b(?:ngày|trước|sau|đến|từ|before|by|on|until|from) $", re.IGNORECASE)
_FEW = frozenset({2.0, 3.0, 4.0, 5.0})  # so many as are named behind: "both Sơn Động and Thạch Lâm"
_LISTED = re.compile(
    r" (?:[^.;:()\d]{0,40}?[ ,(])?[A-ZĐ][^.;:\d]{0,60}? (?:và|and) (?:[^\W\d]+ ){0,2}?[A-ZĐ]| {4,}(?:và|and) {3,}"
)
_OF_THEM = re.compile(r"\s*(?:of (?:them|these|those|which|whom)|trong số (?:đó|này))\b", re.IGNORECASE)

_PLACES = {
    "article": r"điều|articles?", "clause": r"khoản|clauses?", "point": r"điểm|points?", "chapter": r"chương|chapters?",
    "section": r"mục|sections?", "annex": r"phụ lục|annex(?:es)?|appendix", "part": r"phần|parts?",
    "form": r"mẫu số|mẫu|forms?", "rank": r"hạng|class|grade", "level": r"mức độ|cấp độ|levels?",
    "round": r"(?<!trong )vòng|rounds?", "step": r"bước|steps?",
}  # fmt: skip
_SMALL = frozenset(("in", "of", "to", "at", "or", "là", "ở", "có", "và"))
_SPELT = {
    "một": "1", "hai": "2", "ba": "3", "bốn": "4", "sáu": "6", "bảy": "7", "tám": "8", "chín": "9", "mười": "10", "one": "1",
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
}  # fmt: skip
_PLACE = re.compile(
    r"\b(?:" + "|".join(f"(?P<{k}>{p})" for k, p in _PLACES.items()) + r")(?: số| No\.)? (?P<value>\d{1,3}[a-zđ]?|[IVXL]{1,5}|(?:" + "|".join(_SPELT) + r")(?! (?:mươi|trăm|nghìn|ngày|tháng|năm|tuần|lần|người|giờ|phút|hundred|thousand|days|weeks|months|years|times|of)\b)|[a-zđ]{1,2}(?=[,;]? (?:khoản|clause|điều|article|và|and)\b|[,;)]))(?!\w|[.,]\d|/)",
    re.IGNORECASE,
)  # fmt: skip
# "Articles 5, 6 and 7"
_AND_SO_ON = re.compile(r"(?:, | and | or | và | hoặc |, và |, and )(\d{1,3})(?=[,;.)]|$| (?:of|and|or|của|và|hoặc)\b)")
_TYPE = "|".join(sorted({name for _, vi, en, _, _ in TYPES for name in (vi, *en) if len(name) > 3}, key=len)[::-1])
_SHORT_NUMBER = re.compile(
    rf"\b(?:{_TYPE})(?: số| No\.?)? (?P<serial>\d{{1,5}})(?:/(?P<year>(?:19|20)\d{{2}}))?(?![\w/-]|[.,:]\d|[ ]\w+)", re.IGNORECASE
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and bound."""

    values: frozenset[float]
    unit: str
    bound: Bound
    start: int
    end: int
    demanded: bool
    unit_text: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its bound."""

    when: When
    bound: Bound


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a text; `covered` is where they and their bounds stand."""

    text: str
    numbers: tuple[Number, ...]
    short: tuple[tuple[str, str, int, int], ...]
    dates: tuple[Dated, ...]
    places: tuple[tuple[str, str, int, int], ...]
    quantities: tuple[Quantity, ...]
    covered: tuple[Span, ...]

    @property
    def years(self) -> frozenset[int]:
        """The years that it tells of."""
        return frozenset(d.when.year for d in self.dates if d.when.year)


def find_figures(text: str) -> Figures:
    """The figures of an evened-out text, each once: a date is no number, a document number no date."""
    numbers = tuple(find_numbers(text))
    spans: list[Span] = [(n.start, n.end) for n in numbers]
    rest = hide(text, spans)
    short = tuple((m["serial"].lstrip("0"), m["year"] or "", *m.span("serial")) for m in _SHORT_NUMBER.finditer(rest))
    short = tuple((s, y, a, b + len(f"/{y}") * bool(y)) for s, y, a, b in short)
    spans += [(a, b) for *_, a, b in short]
    rest = hide(rest, [(a, b) for *_, a, b in short])
    dates = tuple(_dated(rest, w, spans) for w in find_whens(rest))
    rest = hide(rest, [(d.when.start, d.when.end) for d in dates])
    found = [
        m
        for m in _PLACE.finditer(rest)
        if bool(m["point"]) <= (m["value"].isalpha() and m["value"].lower() not in _SPELT)
    ]  # kiểm điểm 03 năm
    found = [
        m for m in found if m["value"].lower() not in _SMALL and (m["value"].lower() not in _SPELT or not m["part"])
    ]
    places = tuple(place for m in found for place in _listed(m, rest))
    rest = hide(rest, [(a, b) for *_, a, b in places])
    spans += [(a, b) for *_, a, b in places]
    return Figures(text, numbers, short, dates, places, tuple(_quantities(rest, spans)), tuple(spans))


def _dated(text: str, when: When, spans: list[Span]) -> Dated:
    bounded = of_date(text, when.start)
    spans += [(when.start, when.end), *bounded.spans]
    return Dated(when, bounded.bound)


def _listed(match: re.Match[str], text: str) -> Iterator[tuple[str, str, int, int]]:
    """A unit of a document, and those that follow it under the same word."""
    yield _place(match), _even(match["value"]), *match.span()
    at = match.end()
    while match["value"].isdigit() and (further := _AND_SO_ON.match(text, at)):
        yield _place(match), _even(further[1]), *further.span(1)
        at = further.end()


def _place(match: re.Match[str]) -> str:
    return next(k for k in _PLACES if match[k])


def _even(value: str) -> str:
    value = value.lower()
    return {"dd": "đ", **_SPELT}.get(value, value.lstrip("0") or "0")


def _quantities(text: str, spans: list[Span]) -> Iterator[Quantity]:
    opens = re.match(r"\W*\d{1,2}(?:\.\d{1,2})*[.)] ", text)  # the mark of a clause is no figure
    shares = find_shares(text)
    yield from _shares(text, shares, spans)
    numerals = [
        n
        for n in (*with_halves(text, find_numerals(text)), *_fractions(text))
        if not (opens and n.start < opens.end()) and not any(s.start < n.end and n.start < s.end for s in shares)
    ]
    numerals.sort(key=lambda n: n.start)
    last: Quantity | None = None
    for n in numerals:
        end, factor, unit, unit_text = _measured(text, n.start, n.end)
        if half := _MORE_BY_HALF.match(text, end):  # "hai năm rưỡi"
            n, end = replace(n, values=frozenset(v + 0.5 for v in n.values)), half.end()
        unit = "times" if n.times else unit
        bounded = of_quantity(text, n.start, end)
        spans += [(n.start, end), *bounded.spans]
        if not bounded.bound and last and re.fullmatch(r" ?\( ?", text[last.end : n.start]):
            bounded = replace(bounded, bound=last.bound)  # "at least 03 years (36 months)"
        if not unit and last and _OF_THEM.match(text, end):
            unit = last.unit  # "five years, two of them as deputy"
        one = n.spelt and n.values == frozenset({1.0}) and not (bounded.bound and unit)
        both = n.spelt and n.values <= _FEW and not bounded.bound and bool(_LISTED.match(text, n.end))
        values = frozenset(round(v * factor, 6) for v in n.values)
        last = Quantity(values, unit, bounded.bound, n.start, end, not (one or both), unit_text)
        yield last


def _shares(text: str, shares: Iterable[Share], spans: list[Span]) -> Iterator[Quantity]:
    """Shares in words; those in digits may be told in words, and ask for nothing themselves."""
    for share in shares:
        bounded = of_quantity(text, share.start, share.end)
        spans += [(share.start, share.end), *bounded.spans]
        yield Quantity(frozenset({share.percent}), "%", bounded.bound, share.start, share.end, True)
    for share in find_fractions(text):
        bound = of_quantity(text, share.start, share.end).bound
        yield Quantity(frozenset({share.percent}), "%", bound, share.start, share.end, False)


def _fractions(text: str) -> Iterator[Numeral]:
    """ "14/145": so many of so many."""
    for match in _FRACTION.finditer(text):
        for group in (1, 2) if not _OF_A_DAY.search(text[: match.start()]) else ():
            yield Numeral(frozenset({float(match.group(group))}), *match.span(group))


def _measured(text: str, start: int, end: int) -> tuple[int, float, str, str]:
    """Where the unit behind a number ends, the factor ("triệu") and the unit."""
    factor, at, unit = 1.0, end, ""
    if scale := _SCALE.match(text, at):
        factor, at = SCALES[scale["s"].lower()], scale.end()
    if (money := _MONEY.match(text, at)) or _MONEY_BEFORE.search(text[:start]):
        return (money.end() if money else at), factor, "money", text[end : money.end() if money else at].strip()
    if match := _UNIT.match(text, at):
        unit, at = next(name for i, (name, _) in enumerate(_UNITS) if match[f"u{i}"]), match.end()
    return at, factor, unit, text[end:at].strip()
