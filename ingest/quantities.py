"""Numbers with what they count, as printed in running text: "20,4 tỷ đồng", "VND 6.2 billion", "ba năm", "2/3 of".

Reads the decimal mark by the language of the document and by the form of the number. Knows no bases and no periods.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.messages import Language
from corpus.numerals import spelt_numerals
from corpus.registers import Hedge
from ingest.amounts import is_money, spelt_amounts
from ingest.any_noun import any_noun
from ingest.hedges import hedge_of
from ingest.measures import ITEM, MONEY, TIME, WHOLE, Measure, measure_at
from ingest.periods_named import names_period
from ingest.range_ends import end_of_range

_NUMBER = r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?(?![.,]?\d)|\d+(?:[.,]\d+)?(?![.,]?\d)"
_GLUED = r"km2|km²|m2|m²|m3|m³|ha|km|kg|m|cm|mm|mw|kw|kwh|đ|vnđ|tr|lít|tấn"
_DIGITS = re.compile(
    r"(?:(?<![\w.,/:×])|(?<=khoảng)|(?<=about)|(?<=gần)|(?<=trên))(?<![^\W\d_]-)"
    rf"(?P<value>{_NUMBER})(?:(?:\s?/\s?|\sof\s(?:the\s)?)(?P<whole>{_NUMBER})(?!\s?%))?(?!\s*\0)(?=$|[^\w]"
    rf"|(?:{_GLUED})(?!\w))",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"(?<!\w)(?P<name>vnd|vnđ|usd|us\$|\$|đồng)\s*$", re.IGNORECASE)
_SCALE = re.compile(r"\s*(?P<scale>trillion|billion|million|thousand|nghìn tỷ|tỷ|triệu|nghìn)\b", re.IGNORECASE)
_SCALES = {
    "trillion": "trillion", "billion": "billion", "million": "million", "thousand": "thousand", "nghìn tỷ": "trillion",
    "tỷ": "billion", "triệu": "million", "nghìn": "thousand",
}  # fmt: skip
_SAID_AGAIN = re.compile(r"\s?\(\s?(?:[^\W\d_][^\d()\0\n]{0,30}|\d{1,6}\s?)\)")
_RANGE = re.compile(
    rf"\s*(?:[-–]|đến|tới|to|or|hoặc)\s*(?:không quá\s+|tối đa\s+)?(?P<other>{_NUMBER})(?![\d/])", re.IGNORECASE
)
_BETWEEN = re.compile(rf"\s*(?:and|và)\s*(?P<other>{_NUMBER})(?![\d/])", re.IGNORECASE)
_MARKED = re.compile(
    r"(?<!\w)(?:a mark of|marks? of|scores? of|điểm(?: số| thi)?(?: là)?)\s+(?:at least\s+)?$", re.IGNORECASE
)
_BETWEEN_NOUN = re.compile(r"\s+(?:or (?:more|fewer|less)|are|were)(?=\s)", re.IGNORECASE)
_EACH_DAY = re.compile(r"(?<!\w)trong\s+$", re.IGNORECASE)  # "không quá 200 km trong một ngày": a day as a measure
_COUNTED_FROM = re.compile(r",?\s*(?:kể từ|tính từ|trở lên|liên tục|liền|làm việc|sau khi|sau ngày)", re.IGNORECASE)
_FOR_LONG = re.compile(
    r"(?<!\w)(?:trong|sau|là|kéo dài|thời hạn|thời gian|đủ|quá|within|for|after|in|lasting|of)\s+$", re.IGNORECASE
)
_FACTOR = re.compile(r"(?<!\w)(?:hệ số|coefficient|factor)(?:\s(?:là|of|bằng|is))?\s+$", re.IGNORECASE)
_OF_ALL = re.compile(r"\s*(?:of\b|số\b|tổng\b|trên tổng\b|mức\b|trị giá\b|giá trị\b)", re.IGNORECASE)
_SHARE = re.compile(
    r"(?<!\w)(?:(?P<vi>một|hai|ba|bốn|năm|1|2|3) phần (?P<part>hai|ba|tư|bốn|năm|mười)|(?P<half>một nửa|nửa"
    r"|half)(?= (?:số|tổng|of)\b)"
    r"|(?P<en>one|two|three)[ -](?P<of>third|thirds|quarter|quarters|fifth|fifths|half))(?!\w)",
    re.IGNORECASE,
)
_SMALL = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "mười": 10, "one": 1, "two": 2, "three": 3, "half": 2,
    "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "1": 1, "2": 2, "3": 3,
}  # fmt: skip
_ORDINAL = re.compile(
    r"(?<!\w)(?:thứ|lần|tháng|quý|bước|vòng|khoản|điều|mục|phần|chương|khóa|khoá|nhóm|cấp|mức|loại|bậc|phó|mỗi"
    r"|hằng|hàng"
    r"|từng|các|cả|trong|của|no\.|step|round|clause|article|part|chapter|level|grade|group)\s+$",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r"\s*(?:of\b|trong\b|số\b|or more of\b)", re.IGNORECASE)
_IN_WORDS = re.compile(r"bằng chữ\s*:[^)\n]*$|in words\s*:[^)\n]*$", re.IGNORECASE)  # an amount said again
_NO_COUNT = TIME | MONEY | {"percent", "share", "times", "point"}
_BARE = re.compile(
    rf"(?:(?<=, )|(?<=\band )|(?<=: )|(?<=including ))(?:{_NUMBER})(?=\s+(?:were|are|was|is|in|have|has|had|did"
    rf"|do|exceeds?"
    r"|[a-z]+ly|[a-z]+ed)\s)"
)
# a place and how many it has, in a list of such
_PLACED = re.compile(r"(?<!\w)(?P<last>[^\W\d_]+) \((?P<value>\d{1,4})\)")
_NEXT_PLACE = re.compile(r"\s*(?:[,;]|và|,? and)\s+(?:[^\W\d_]+ ){0,5}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its measure: where it is printed, from its first hedge (`begin`) to the end of its measure.

    `whole` is the number that it is out of, where that is printed with a stroke ("131/145").
    """

    start: int
    end: int
    value: float
    unit: str
    hedge: Hedge
    begin: int
    whole: tuple[int, int] | None = None


def quantities(text: str, start: int, end: int, language: Language) -> list[Quantity]:
    """The quantities of a stretch of a text (with what is no figure blanked out), in order."""
    part = text[start:end]
    found = [*_shares(part), *_spelt(part, language), *_digits(part, language), *_listed(part)]
    found.sort(key=lambda q: (q.start, -q.end))
    if language == "en":
        found = sorted((*found, *_elliptic(part, found)), key=lambda q: (q.start, -q.end))
    kept: list[Quantity] = []
    for quantity in found:
        if not kept or (quantity.start >= kept[-1].end and not _said_in_words(part, kept[-1], quantity)):
            kept.append(quantity)
    return [
        _moved(_hedged(part, q), start)
        for q in kept
        if not (q.unit in TIME and names_period(part, q.start, q.end, q.unit))
    ]


def _listed(text: str) -> Iterator[Quantity]:
    """ "16 chợ: An Hòa (05), Bình Sơn (02), Cẩm Lý (01)": how many of it each of several places has."""
    found = [match for match in _PLACED.finditer(text) if match["last"][0].isupper()]
    gaps = [text[a.end() : b.start()] for a, b in zip(found, found[1:], strict=False)]
    follows = [_NEXT_PLACE.fullmatch(gap) is not None for gap in gaps]
    for n, match in enumerate(found):
        if any(follows[max(0, n - 1) : n + 1]):
            start, end = match.span("value")
            yield Quantity(start, end, float(match["value"]), ITEM, "exact", start)


def _elliptic(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """ "Of the 1,992 turns, 195 were in theory, 470 in ...": a bare number counts what the one before it counted."""
    for match in _BARE.finditer(text):
        before = next((q for q in reversed(found) if q.end <= match.start()), None)
        if before is None or before.unit in TIME | MONEY or any(q.start <= match.start() < q.end for q in found):
            continue
        counted = [q.unit for q in found if q.end <= match.start() and q.unit not in _NO_COUNT]
        if counted:
            yield Quantity(*match.span(), number_of(match.group(), "en", "person"), counted[-1], "exact", match.start())


def _said_in_words(text: str, before: Quantity, quantity: Quantity) -> bool:
    """ "500.000 đồng (năm trăm nghìn đồng)", "bốn mét (04 mét)": the same once more."""
    between = text[before.end : quantity.start].strip()
    if text[quantity.start].isdigit() == text[before.start].isdigit() or not between.startswith("(") or ")" in between:
        return False
    return before.unit in MONEY or before.value == quantity.value


def number_of(printed: str, language: Language, unit: str = ITEM) -> float:
    """What a printed number is worth: "1.150" is 1150 in Vietnamese, "1,15" is 1.15 in either language."""
    marks = [c for c in printed if c in ".,"]
    if not marks:
        return float(printed)
    if len(set(marks)) == 2:
        return float(re.sub(r"[.,]", "", printed.rpartition(marks[-1])[0]) + "." + printed.rpartition(marks[-1])[2])
    grouped = re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+", printed) is not None
    if grouped and (len(marks) > 1 or marks[0] == ("." if language == "vi" else ",") or unit in WHOLE):
        return float(re.sub(r"[.,]", "", printed))
    return float(printed.replace(",", "."))


def _moved(q: Quantity, by: int) -> Quantity:
    whole = (q.whole[0] + by, q.whole[1] + by) if q.whole else None
    return replace(q, start=q.start + by, end=q.end + by, begin=q.begin + by, whole=whole)


def _hedged(text: str, q: Quantity) -> Quantity:
    if q.hedge != "exact":
        return q
    within = _BETWEEN_NOUN.search(text, q.start, q.end) or _BETWEEN_NOUN.match(text, q.end)
    if within and "or" in within.group():
        return replace(q, hedge="at_least" if "more" in within.group() else "at_most")
    hedge, begin = hedge_of(text, q.start, q.end)
    return replace(q, hedge=hedge, begin=begin)


def _digits(text: str, language: Language) -> Iterator[Quantity]:
    for match in _DIGITS.finditer(text):
        if match["whole"]:
            yield from _out_of(text, match, language)
            continue
        start, end = match.span("value")
        currency = _CURRENCY.search(text[max(0, start - 6) : start])
        if currency:
            yield _money(text, start - (len(currency.group())), match, currency["name"], language)
            continue
        if _FACTOR.search(text[max(0, start - 20) : start]):
            yield Quantity(
                start, end, number_of(match["value"], language), "times", end_of_range(text, start, end), start
            )
            continue
        measure = _measure(text, end, language)
        if measure is None and is_money(text, end):
            measure = Measure("vnd", end, end)
        if (measure is None or measure.unit == ITEM) and _MARKED.search(text[max(0, start - 32) : start]):
            yield Quantity(start, end, number_of(match["value"], language), "point", "exact", start)
        elif measure and not (measure.unit == ITEM and match["value"] == "1"):
            value = number_of(match["value"], language, measure.unit) * measure.factor
            hedge: Hedge = end_of_range(text, start, end)
            yield Quantity(
                start, measure.end if _belongs(text, end, measure) else end, value, measure.unit, hedge, start
            )


def _belongs(text: str, end: int, measure: Measure) -> bool:
    """Whether a measure stands behind the number itself ("02 (hai) bộ"), and not behind the other end of a range."""
    again = _SAID_AGAIN.match(text, end)
    return not any(c.isdigit() for c in text[again.end() if again else end : measure.start])


def _money(text: str, begin: int, match: re.Match[str], name: str, language: Language) -> Quantity:
    scale = _SCALE.match(text, match.end("value"))
    currency = "vnd" if name.lower() in ("vnd", "vnđ", "đồng") else "usd"
    unit = f"{_SCALES[scale['scale'].lower()]}_{currency}" if scale else currency
    value = number_of(match["value"], language, unit)
    return Quantity(begin, scale.end() if scale else match.end("value"), value, unit, "exact", begin)


def _measure(text: str, end: int, language: Language) -> Measure | None:
    again = _SAID_AGAIN.match(text, end) or (_BETWEEN_NOUN.match(text, end) if language == "en" else None)
    at = again.end() if again else end
    found = measure_at(text, at, language) or (None if again else any_noun(text, at))
    if found:
        return found
    other = _RANGE.match(text, end) or _BETWEEN.match(text, end)
    return measure_at(text, other.end(), language) if other else None


def _out_of(text: str, match: re.Match[str], language: Language) -> Iterator[Quantity]:
    """ "7/9 huyện" is seven of nine; "2/3 số người" is a share."""
    part, whole = (number_of(match[g], language, "person") for g in ("value", "whole"))
    if not 0 <= part <= whole or not whole:
        return
    if "/" in match.group() and _OF_ALL.match(text, match.end()) and whole <= 10:
        yield Quantity(match.start(), match.end(), part / whole, "share", "exact", match.start())
        return
    measure = measure_at(text, match.end(), language) or any_noun(text, match.end())
    closed = text[match.end() : match.end() + 1] == ")" and text[: match.start()].endswith("(")
    if measure or closed:
        unit, end = (measure.unit, measure.end) if measure else (ITEM, match.end())
        yield Quantity(match.start(), end, part, unit, "exact", match.start(), match.span("whole"))


def _shares(text: str) -> Iterator[Quantity]:
    for match in _SHARE.finditer(text):
        if match["half"]:
            value = 0.5
        else:
            value = _SMALL[(match["vi"] or match["en"]).lower()] / _SMALL[(match["part"] or match["of"]).lower()]
        yield Quantity(match.start(), match.end(), value, "share", "exact", match.start())


def _spelt(text: str, language: Language) -> Iterator[Quantity]:
    for span, amount in spelt_amounts(text):
        if not _IN_WORDS.search(text, 0, span.start):
            yield Quantity(span.start, span.end, amount, "vnd", "exact", span.start)
    for numeral in spelt_numerals(text):
        value = next(iter(numeral.values))
        if _IN_WORDS.search(text, 0, numeral.start):
            continue
        before = text[max(0, numeral.start - 12) : numeral.start]
        if _ORDINAL.search(before) and language == "vi" and not re.search(r"(?:trong|của|cả|các)\s+$", before):
            continue
        if numeral.times:
            yield from _once(text, numeral.start, numeral.end, value)
            continue
        more = _SAID_AGAIN.match(text, numeral.end)
        more = more or (_BETWEEN_NOUN.match(text, numeral.end) if language == "en" else None)
        measure = measure_at(text, more.end() if more else numeral.end, language) or _hedged_noun(
            text, numeral.start, numeral.end
        )
        if measure is None or text[numeral.end : numeral.end + 1] == "-" and measure.unit not in TIME:
            continue
        if value == 1 and not _one(text, numeral.start, numeral.end, measure):
            continue
        if value >= 1:
            yield Quantity(numeral.start, measure.end, value * measure.factor, measure.unit, "exact", numeral.start)


def _hedged_noun(text: str, start: int, end: int) -> Measure | None:
    """ "at least one ethnic language": with a hedge any noun is counted."""
    return any_noun(text, end) if hedge_of(text, start, end)[0] != "exact" else None


def _once(text: str, start: int, end: int, value: float) -> Iterator[Quantity]:
    if value > 1 or hedge_of(text, start, end)[0] != "exact":
        yield Quantity(start, end, value, "times", "exact", start)


def _one(text: str, start: int, end: int, measure: Measure) -> bool:
    """Whether "one" is a number and no article: with a hedge, or where it measures time or money."""
    if _ONE_OF.match(text, end):
        return False
    bound = hedge_of(text, start, measure.end)[0]
    if measure.unit in TIME and _EACH_DAY.search(text[max(0, start - 12) : start]) and bound == "exact":
        return _COUNTED_FROM.match(text, measure.end) is not None
    if measure.unit in TIME | MONEY:
        return bound != "exact" or _FOR_LONG.search(text[max(0, start - 12) : start]) is not None
    return bound in ("at_least", "at_most")
