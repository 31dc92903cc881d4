"""A person as far as a standard asks about one: age, time worked, posts held, levels reached. Knows no documents.

What is not told is None, never a guess; an empty tuple says that there is none. `complete` tells a form, in which a
list that is given is the whole list, from free words, in which it is what somebody happened to mention.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.spans_of_time import Period, months_of, years_before
from corpus.errors import RequestError

Sex = Literal["male", "female"]
_OLDEST = 110
_WORKING_AGE = 15  # nobody's years of work begin earlier, so a date that says so is a slip of the pen


@dataclass(frozen=True, slots=True)
class Worked:
    """Time worked in a field ("" where the field is not told); the length is told, or follows from the days."""

    field: str = ""
    months: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A post held: from when, until when (None: still), or for how many months."""

    post: str
    months: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A disciplinary measure ("khiển trách", "warning") and the day of its decision."""

    kind: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Grade:
    """How a year was graded."""

    year: int
    grade: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a person. `age` is told in years where the day of birth is not."""

    birth: date | None = None
    age: int | None = None
    born_in: int | None = None
    sex: Sex | None = None
    worked: tuple[Worked, ...] | None = None
    held: tuple[Held, ...] | None = None
    degrees: tuple[str, ...] | None = None
    certificates: tuple[str, ...] | None = None
    theory: str | None = None
    state_management: str | None = None
    rank: str | None = None
    languages: tuple[str, ...] | None = None
    informatics: str | None = None
    citizenship: str | None = None
    member: bool | None = None
    planned: bool | None = None
    planned_for: tuple[str, ...] = ()
    discipline: tuple[Measure, ...] | None = None
    gradings: tuple[Grade, ...] | None = None
    healthy: bool | None = None
    declared: bool | None = None
    minority: bool | None = None
    complete: bool = False

    def ages_on(self, day: date) -> tuple[int, int] | None:
        """Completed years on a day, the fewest and the most that they can be: a year of birth leaves two open."""
        if self.birth is not None:
            age = years_before(self.birth, day)
            return age, age
        if self.age is not None:
            return self.age, self.age
        return (day.year - self.born_in - 1, day.year - self.born_in) if self.born_in is not None else None

    def worked_months(self, day: date) -> int | None:
        """Months of work in all, at least: what is told, or the time in the posts held, whichever is more."""
        told = months_of(map(_period, self.worked), day) if self.worked is not None else None
        held = months_of(map(_period, self.held), day) if self.held else None
        return max((m for m in (told, held) if m is not None), default=None)


def _period(at: Worked | Held) -> Period:
    return Period(at.months, at.since, at.until)


def periods(found: Iterable[Worked | Held]) -> list[Period]:
    """The times of posts or of work, to be added up."""
    return [_period(at) for at in found]


def checked(profile: Profile, day: date) -> Profile:
    """The profile, if it can be true on that day; raises RequestError that names the field that cannot."""
    _check_birth(profile, day)
    for number, worked in enumerate(profile.worked or ()):
        _check_time(profile, worked, f"experience[{number}]", day)
    for number, held in enumerate(profile.held or ()):
        _check_time(profile, held, f"posts[{number}]", day)
    for number, measure in enumerate(profile.discipline or ()):
        _check_day(profile, measure.day, f"discipline[{number}].day", day)
    for number, grade in enumerate(profile.gradings or ()):
        if not 1900 < grade.year <= day.year:
            raise _impossible(f"gradings[{number}].year", "profile-year", year=grade.year, as_of=day.isoformat())
    return profile


def _check_birth(profile: Profile, day: date) -> None:
    if profile.birth is not None:
        if profile.birth > day:
            raise _impossible("birth", "profile-birth-later", day=profile.birth.isoformat(), as_of=day.isoformat())
        if years_before(profile.birth, day) > _OLDEST:
            raise _impossible("birth", "profile-too-old", day=profile.birth.isoformat(), years=_OLDEST)
    if profile.born_in is not None and not day.year - _OLDEST <= profile.born_in <= day.year:
        raise _impossible("born_in", "profile-year", year=profile.born_in, as_of=day.isoformat())
    if profile.age is not None and not _WORKING_AGE <= profile.age <= _OLDEST:
        raise _impossible("age", "profile-age", age=profile.age, least=_WORKING_AGE, most=_OLDEST)


def _check_time(profile: Profile, at: Worked | Held, field: str, day: date) -> None:
    if at.since and at.until and at.until < at.since:
        raise _impossible(f"{field}.until", "profile-reversed", since=at.since.isoformat(), until=at.until.isoformat())
    _check_day(profile, at.since, f"{field}.since", day)
    if at.months is None:
        return
    ages = profile.ages_on(day)
    if at.months < 0:
        raise _impossible(f"{field}.months", "profile-negative", months=at.months)
    if ages is not None and at.months > (ages[1] + 1 - _WORKING_AGE) * 12:
        years = at.months // 12
        raise _impossible(f"{field}.months", "profile-longer-than-life", years=years, age=ages[1], least=_WORKING_AGE)


def _check_day(profile: Profile, at: date | None, field: str, day: date) -> None:
    if at is None:
        return
    if at > day:
        raise _impossible(field, "profile-in-future", day=at.isoformat(), as_of=day.isoformat())
    if profile.birth is not None and years_before(profile.birth, at) < _WORKING_AGE:
        born = profile.birth.isoformat()
        raise _impossible(field, "profile-too-young", day=at.isoformat(), birth=born, least=_WORKING_AGE)


def _impossible(field: str, code: str, **facts: object) -> RequestError:
    return RequestError(code, field=field, **facts)
