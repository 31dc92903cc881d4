"""Cases to solve: a last day to compute, a person to hold against an age or a working time. Made from registers."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from assistant.course_packs.facts import Fact, facts_of
from assistant.course_packs.material import Material, plain, title_of
from assistant.course_packs.options import value_of
from assistant.sheet import SheetSource
from corpus.folding import fold
from corpus.messages import Language, message
from corpus.registers import Deadline, Requirement, Span

# two stretches of a year without a public holiday of Vietnam
_CLEAR = ((date(2025, 6, 2), date(2025, 8, 29)), (date(2025, 9, 3), date(2025, 12, 31)))
_MOST_DAYS = 400
_FORWARD = re.compile(r"\b(?:ke tu|tu ngay|sau khi|from|after|of (?:the date|receipt|receiving)|since)\b")
_BACKWARD = re.compile(r"\b(?:truoc|before|prior to|it nhat|at least)\b")
_WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_UNITS = {"day": "day", "working_day": "working_day", "week": "week", "month": "month"}


@dataclass(frozen=True, slots=True)
class Case:
    """A short situation, its solution and what proves it."""

    situation: str
    solution: str
    sources: tuple[SheetSource, ...]


def cases_of(materials: Sequence[Material], most: int, seed: int) -> list[Case]:
    """At most so many cases, of both kinds in turn."""
    random = Random(f"case {seed}")  # noqa: S311 - a draw that can be repeated, no secret
    deadlines = [c for m in materials for c in _deadlines(m, random)]
    profiles = [c for m in materials for c in _profiles(m, random)]
    random.shuffle(deadlines)
    random.shuffle(profiles)
    found: list[Case] = []
    while (deadlines or profiles) and len(found) < most:
        for pile in (profiles, deadlines):
            if pile and len(found) < most:
                found.append(pile.pop())
    return found


def _where(material: Material, span: Span) -> dict[str, str]:
    unit = material.titled(span.start)
    title = title_of(material.text, unit) if unit else ""
    under = " " + message("course-under", material.language, title=title) if title else ""
    place = material.reference(span.start)
    return {"place": place[:1].upper() + place[1:], "under": under}


# --- a last day to compute


def _deadlines(material: Material, random: Random) -> Iterator[Case]:
    facts = {f.slot.start: f for f in facts_of(material) if f.about == "deadline" and f.kind == "number"}
    for duty in material.registers.duties:
        deadline = duty.deadline
        if deadline is None or deadline.length is None or deadline.unit not in _UNITS:
            continue
        fact = next((f for at, f in facts.items() if deadline.phrase.start <= at < deadline.phrase.end), None)
        if fact is None or value_of(fact.answer) != deadline.length or not _runs_on(material, deadline, fact):
            continue
        days = _period(deadline.length, deadline.unit, random)
        if days is not None:
            yield _last_day(material, fact, days, (deadline.length, deadline.unit))
            del facts[fact.slot.start]


def _runs_on(material: Material, deadline: Deadline, fact: Fact) -> bool:
    """Whether a period is counted forward from something."""
    phrase = fold(material.text[deadline.phrase.start : max(deadline.phrase.end, fact.slot.end + 40)])
    before = fold(material.text[max(fact.whole.start, deadline.phrase.start - 20) : fact.slot.start])
    return bool(_FORWARD.search(phrase)) and not _BACKWARD.search(before)


def _period(length: int, unit: str, random: Random) -> tuple[date, date] | None:
    """A first and a last day clear of public holidays, both workdays, so that neither has to be moved."""
    fitting = [
        (first + timedelta(days=n), end)
        for first, last in _CLEAR
        for n in range((last - first).days)
        if (end := last_day(first + timedelta(days=n), length, unit)) <= last
        and (first + timedelta(days=n)).weekday() < 5
        and end.weekday() < 5
    ]
    return random.choice(fitting) if fitting else None


def _last_day(material: Material, fact: Fact, days: tuple[date, date], period: tuple[int, str]) -> Case:
    language, (start, end), (length, unit) = material.language, days, period
    words = {"start": day_in_words(start, language), "words": fact.shown.rstrip(" .;")}
    situation = message("course-case-deadline", language, **_where(material, fact.whole), **words)
    solution = message(
        "course-case-last-day", language, end=day_in_words(end, language), start=day_in_words(start, language),
        length=length, unit=message(f"course-unit-{unit}", language),
    )  # fmt: skip
    return Case(situation, solution, (material.source(fact.whole),))


def last_day(start: date, length: int, unit: str) -> date:
    """The last day of a period that begins the day after `start`."""
    if unit == "month":
        month = start.month - 1 + length
        year, month = start.year + month // 12, month % 12 + 1
        return date(year, month, min(start.day, monthrange(year, month)[1]))
    if unit == "working_day":
        day = start
        for _ in range(min(length, _MOST_DAYS)):
            day += timedelta(days=1)
            while day.weekday() > 4:
                day += timedelta(days=1)
        return day
    return start + timedelta(days=length * (7 if unit == "week" else 1))


def day_in_words(day: date, language: Language) -> str:
    """A day with its weekday."""
    weekday = _WEEKDAYS[language][day.weekday()]
    if language == "vi":
        return f"{weekday}, ngày {day.day:02d}/{day.month:02d}/{day.year}"
    return f"{weekday}, {day:%B} {day.day}, {day.year}"


# --- a person against a requirement


def _profiles(material: Material, random: Random) -> Iterator[Case]:
    facts = {f.slot.start: f for f in facts_of(material) if f.about == "requirement"}
    groups = [(r.subject, r.group) for r in material.registers.requirements if r.group]
    for asked in material.registers.requirements:
        fact = next((f for at, f in facts.items() if asked.words.start <= at < asked.words.end), None)
        alone = not asked.group or groups.count((asked.subject, asked.group)) == 1
        if fact is not None and alone and _plain(asked, fact):
            yield _profile(material, asked, fact, random)
            del facts[fact.slot.start]


def _plain(asked: Requirement, fact: Fact) -> bool:
    """Whether a requirement is a least or a most that nothing lifts, and that the words bear out."""
    if asked.attribute not in ("age", "experience") or asked.exceptions or asked.value is None:
        return False
    meant = {"at_least": "min", "at_most": "max"}.get(asked.operator)
    whole = asked.unit not in ("month", "year", None) and asked.attribute == "experience"
    return meant == fact.bound and value_of(fact.answer) == asked.value and asked.value >= 2 and not whole


def _profile(material: Material, asked: Requirement, fact: Fact, random: Random) -> Case:
    language, limit = material.language, int(asked.value or 0)
    away = random.choice((1, 2) if limit < 10 else (1, 2, 3))
    met = random.random() < 0.5
    value = limit + away if met == (asked.operator == "at_least") else limit - away
    if value <= 0:
        value, met = limit + away, asked.operator == "at_least"
    facts: dict[str, object] = {**_where(material, fact.whole), "value": value}
    if asked.attribute == "experience":
        unit = "month" if asked.unit == "month" else "year"
        facts["unit"] = message(f"course-unit-{unit}", language)
    facts["place"] = material.reference(fact.whole.start)
    situation = message(f"course-case-{asked.attribute}", language, **facts)
    solution = message("course-case-met" if met else "course-case-not-met", language, words=plain(fact.shown))
    return Case(situation, solution, (material.source(fact.whole),))
