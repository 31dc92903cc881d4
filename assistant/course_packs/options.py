"""Wrong answers of the same kind as a right one: other numbers, days, bodies of the same documents, else neighbours.

Whether they are wrong is for `course_packs.check` to say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from assistant.course_packs.facts import Fact
from assistant.course_packs.material import Material, same
from assistant.course_packs.names import alike_names, names_of
from corpus.dates import MONTH_NAME, MONTH_NAMES

_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
_DAYS_IN = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def wrong_for(
    fact: Fact,
    facts: Sequence[Fact],
    others: Sequence[Material],
    random: Random,
    *,
    far: bool = False,
    near: bool = False,
) -> list[str]:
    """Candidates in the order to try them; each differs from the answer and from the others.

    Numbers may be asked for `far` from the right one (easily told from it) or `near` to it.
    """
    match fact.kind:
        case "number":
            found = _numbers(fact, facts, random, far=far, near=near)
        case "day":
            found = _days(fact, facts, random)
        case "name":
            found = _names(fact, others, random)
    unique: list[str] = []
    for option in found:
        if not same(option, fact.answer) and not any(same(option, u) for u in unique):
            unique.append(option)
    return unique


def _numbers(fact: Fact, facts: Sequence[Fact], random: Random, *, far: bool, near: bool) -> list[str]:
    value, around = value_of(fact.answer), neighbours(fact)
    if near or far:
        picked = around[:4] if near else around[:1:-1]
        random.shuffle(picked)
        return [*picked, *around]
    of_same = {
        f.answer for f in facts
        if f.kind == "number" and f.measure == fact.measure and 0.3 <= (value_of(f.answer) or 0) / (value or 1) <= 3.5
    }  # fmt: skip
    printed = sorted(_in_style(o, fact.answer) for o in of_same)
    random.shuffle(printed)
    first = around[:4]
    random.shuffle(first)
    # one neighbour among those of the same document, so that a number seen elsewhere in it is not always wrong
    return [*first[:1], *printed[:2], *first[1:], *printed[2:], *around[4:]]


def _in_style(option: str, answer: str) -> str:
    """A whole number with a leading nought if the answer is printed with one: "5" beside "03" is "05"."""
    digits = option.rstrip(" %")
    if digits.isdigit() and answer.rstrip(" %").isdigit():
        noughts = bool(re.match(r"0\d", answer)) or (len(answer) > 1 and re.match(r"0\d", option))
        return option.replace(digits, f"{int(digits):02d}" if noughts else str(int(digits)))
    return option


PRINTED = re.compile(r"(?<![\w.,/-])\d+(?:[.,]\d+)*(?:\s?%)?")  # a number as it is printed


def value_of(printed: str) -> float | None:
    """A printed number: "1.150" and "1,5" in either style, "80%"; None where it is no number."""
    digits = printed.rstrip(" %")
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        return float(re.sub(r"[.,]", "", digits))
    return float(digits.replace(",", ".")) if re.fullmatch(r"\d+(?:[.,]\d+)?", digits) else None


def neighbours(fact: Fact) -> list[str]:
    """Values near a number, as round and printed as it is, the nearest first; shares stay below 100 %."""
    value = value_of(fact.answer)
    if value is None or value == 0:
        return []
    digits = fact.answer.rstrip(" %")
    step = _step(digits, value)
    found: list[str] = []
    for times in (1, -1, 2, -2, 3, -3, 4):
        other = value + times * step
        if other <= 0 or (fact.answer.endswith("%") and value <= 100 and other > 100):
            continue
        found.append(_as_printed(other, fact.answer))
    return found


def _step(digits: str, value: float) -> float:
    places = len(re.split(r"[.,]", digits)[1]) if value_is_decimal(digits) else 0
    if places:
        return float(0.5 if value * 2 == round(value * 2) and places == 1 else 5 / 10**places)
    whole = int(value)
    if whole <= 6:
        return 1.0
    fitting = [s for s in _STEPS if whole % s == 0 and s <= whole / 3]
    if whole > 300 and fitting[-1] < 5:  # not round: nor are its neighbours
        return float(round(whole * 0.06))
    return float(fitting[-1])


def value_is_decimal(digits: str) -> bool:
    """Whether a printed number has decimals: "1,5", not "1.150"."""
    return bool(re.fullmatch(r"\d+[.,]\d{1,2}", digits))


def _as_printed(value: float, like: str) -> str:
    digits = like.rstrip(" %")
    tail = like[len(digits) :]
    if value_is_decimal(digits):
        mark = re.sub(r"\d", "", digits)
        places = len(digits.split(mark)[1])
        return f"{value:.{places}f}".replace(".", mark) + tail
    grouped = re.search(r"[.,]", digits)
    printed = f"{round(value):,}".replace(",", grouped.group()) if grouped else str(round(value))
    return (printed.zfill(2) if re.match(r"0\d", digits) else printed) + tail


# --- days


def _days(fact: Fact, facts: Sequence[Fact], random: Random) -> list[str]:
    shape = _shape(fact.answer)
    of_same = sorted({f.answer for f in facts if f.kind == "day" and _shape(f.answer) == shape})
    random.shuffle(of_same)
    near = list(other_days(fact.answer))
    random.shuffle(near)
    return [*of_same[:2], *near, *of_same[2:]]


def _shape(printed: str) -> str:
    return re.sub(r"\d+", "0", re.sub(MONTH_NAME, "M", printed))


def day_and_month(printed: str) -> tuple[int, int] | None:
    """Day and month of a printed day: "ngày 31 tháng 01", "31/01", "January 31"."""
    named = next((i for i, m in enumerate(MONTH_NAMES, 1) if m in printed), None)
    numbers = [int(n) for n in re.findall(r"\d+", printed)]
    if named is not None and numbers:
        return numbers[0], named
    return (numbers[0], numbers[1]) if len(numbers) > 1 else None


def other_days(printed: str) -> Iterator[str]:
    """Days a month or half a month away, printed alike, of the same year."""
    found = day_and_month(printed)
    if found is None or not (1 <= found[0] <= 31 and 1 <= found[1] <= 12):
        return
    day, month = found
    last = day >= 28
    for away in (1, -1, 2, -2, 3):
        to = month + away
        if 1 <= to <= 12:
            yield _day_as(printed, _DAYS_IN[to - 1] if last else day, to)
    yield _day_as(printed, 15 if day != 15 else 25, month)


def _day_as(printed: str, day: int, month: int) -> str:
    if any(m in printed for m in MONTH_NAMES):
        named = re.sub(MONTH_NAME, MONTH_NAMES[month - 1], printed)
        return re.sub(r"(?<!\d)\d{1,2}(?!\d)", str(day), named, count=1)
    values = iter((day, month))
    wide = bool(re.search(r"(?<!\d)0\d", printed)) or len(re.findall(r"\d+", printed)[1]) == 2
    return re.sub(
        r"(?<!\d)\d{1,2}(?!\d)", lambda _: f"{next(values):02d}" if wide else str(next(values)), printed, count=2
    )


# --- bodies


def _names(fact: Fact, others: Sequence[Material], random: Random) -> list[str]:
    own = _apart(fact, names_of(fact.material))
    random.shuffle(own)
    more = _apart(fact, (n for m in others if m is not fact.material for n in names_of(m)))
    random.shuffle(more)
    kind = fact.answer.split()[0]
    more.sort(key=lambda name: name.split()[0] != kind)  # a department beside departments
    found: list[str] = []
    for name in (*own, *more):
        if not any(alike_names(name, f) for f in found):
            found.append(name)
    return found


def _apart(fact: Fact, names: Iterable[str]) -> list[str]:
    return sorted({n for n in names if not alike_names(n, fact.answer)})
