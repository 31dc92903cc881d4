"""Ages, years of work, posts held and time left, compared with what a standard asks. Counted to the day."""

import re
from datetime import date

from assistant.posts import NamedPost, is_above, one_post, who
from assistant.profile import Held, Profile, periods
from assistant.spans_of_time import MONTHS, months_of
from assistant.standard import Finding, Standard, State
from corpus.units import same_length

_NUMBER = re.compile(r"(?<![\d.,])(\d{1,3})(?!\d)")
_YEARS = re.compile(r"(?<!\d)(\d{1,2}) (?:full )?(?:nam|years?)(?!\w)")
_FIELD_ASKED = re.compile(r"nganh|linh vuc|vi tri yeu cau|sector|field|position requiring|relevant|phu hop")
_IN_FIELD = re.compile(
    r"^\W*(?:trong |in |within )?(?:the |dung )?(?:nganh|linh vuc|sector|field)\W*(?:linh vuc|field)?\W*$"
)
_NO_PROBATION = re.compile(r"khong (?:ke|tinh) thoi gian tap su|(?:excluding|not counting) the probation")
_PROBATION = 12  # months that it may have lasted
_DIVISION_LEVEL = re.compile(r"cap phong|division[ -]level|level of division")


def age(standard: Standard, profile: Profile, day: date) -> Finding:
    """Completed years against the limit: who is 48 and some months is not over 48 until the 49th birthday."""
    ages = profile.ages_on(day)
    if ages is None:
        return Finding("unknown", why="why-age-untold", settles="settle-age")
    limit = standard.requirement.value
    if limit is None:
        found = _NUMBER.search(standard.words)
        if found is None:
            return Finding("judgement", has=_age_said(ages), why="why-judge", settles="settle-age")
        limit = float(found[1])
    fits = {_fits(age, standard.requirement.operator, limit) for age in ages}
    state: State = "unknown" if len(fits) > 1 else "met" if fits == {True} else "not_met"
    facts = {"age": _age_said(ages), "limit": int(limit), "day": day.isoformat()}
    return Finding(state, _age_said(ages), "why-age", facts, "settle-age")


def _fits(value: float, operator: str, limit: float) -> bool:
    compare = {
        "at_most": value <= limit,
        "less_than": value < limit,
        "at_least": value >= limit,
        "more_than": value > limit,
        "equal": value == limit,
    }
    return compare.get(operator, value <= limit)


def _age_said(ages: tuple[int, int]) -> str:
    return str(ages[0]) if ages[0] == ages[1] else f"{ages[0]}-{ages[1]}"


def months_asked(standard: Standard) -> int | None:
    """How many months are asked, from the entry or, where it has no number, from its words."""
    value, unit = standard.requirement.value, same_length(standard.requirement.unit or "")
    if value is not None and unit.startswith(("nam", "year")):
        return round(value * 12)
    if value is not None and unit.startswith(("thang", "month")):
        return round(value)
    years, months = _YEARS.search(standard.even), MONTHS.search(standard.even)
    if years:
        return int(years[1]) * 12
    return int(months[1]) if months else None


def experience(standard: Standard, profile: Profile, day: date) -> Finding:
    """Time worked, and in which field, where the standard asks for one."""
    if who(standard.clause).posts or _DIVISION_LEVEL.search(standard.even):
        return post_held(standard, profile, day)
    asked, total = months_asked(standard), profile.worked_months(day)
    if asked is None:
        return Finding("judgement", why="why-judge", settles="settle-experience")
    if total is None:
        return Finding("unknown", why="why-work-untold", settles="settle-experience")
    facts = {"has": total, "asked": asked, "day": day.isoformat()}
    has = _fields(profile) or _posts(profile)
    if total < asked:
        state: State = "not_met" if profile.worked is not None or profile.complete else "unknown"
        return Finding(
            state, has, "why-months" if state == "not_met" else "why-work-untold", facts, "settle-experience"
        )
    if total < asked + _PROBATION and _NO_PROBATION.search(same_length(standard.whole)):
        return Finding("judgement", has, "why-probation", facts, "settle-experience")
    if not _FIELD_ASKED.search(standard.even):
        return Finding("met", has, "why-months", facts, "settle-experience")
    return _in_field(profile, asked, facts, day)


def _in_field(profile: Profile, asked: int, facts: dict[str, object], day: date) -> Finding:
    """Long enough; whether it was in the field asked is told, or for a person to say."""
    has, work = _fields(profile) or _posts(profile), profile.worked or ()
    inside = [at for at in work if _IN_FIELD.match(same_length(at.field))]
    if (months_of(periods(inside), day) or 0) >= asked:
        return Finding("met", has, "why-months", facts, "settle-experience")
    fields = "; ".join(dict.fromkeys(at.field for at in work if at.field))
    if not fields:
        return Finding("unknown", has, "why-field-untold", facts, "settle-experience")
    return Finding("judgement", has, "why-field-judge", {**facts, "fields": fields}, "settle-experience")


def post_held(standard: Standard, profile: Profile, day: date) -> Finding:
    """Time in the posts asked for; a post that may be equivalent, or stands above, is for a person to weigh."""
    asked, posts = months_asked(standard) or 0, who(standard.clause).posts
    if profile.held is None:
        return Finding("unknown", why="why-posts-untold", settles="settle-post")
    said = "; ".join(at.post for at in profile.held) or "-"
    exact = [at for at in profile.held if _is(at, posts) or (not posts and _leads(at))]
    months = months_of(periods(exact), day)
    facts = {"has": months or 0, "asked": asked, "posts": said, "day": day.isoformat()}
    if exact and months is None:
        return Finding("unknown" if asked else "met", said, "why-post-length", facts, "settle-post")
    if exact and (months or 0) >= asked:
        return Finding("met", said, "why-months-post", facts, "settle-post")
    others = [at for at in profile.held if at not in exact and (_leads(at) or _above(at, posts))]
    together = months_of(periods([*exact, *others]), day)
    if (
        others
        and (together is None or together >= asked)
        and (_open(standard) or any(_above(at, posts) for at in others))
    ):
        return Finding("judgement", said, "why-equivalent", facts, "settle-post")
    if exact or profile.complete:
        return Finding("not_met", said, "why-months-post", facts, "settle-post")
    return Finding("unknown", said, "why-posts-untold", facts, "settle-post")


def _fields(profile: Profile) -> str:
    return "; ".join(at.field for at in profile.worked or () if at.field)


def _posts(profile: Profile) -> str:
    return "; ".join(at.post for at in profile.held or ())


def _open(standard: Standard) -> bool:
    return standard.requirement.equivalent or "tuong duong" in standard.even or "equivalent" in standard.even


def _is(at: Held, posts: tuple[NamedPost, ...]) -> bool:
    return any(one_post(asked, named) for asked in posts for named in who(at.post).posts)


def _above(at: Held, posts: tuple[NamedPost, ...]) -> bool:
    return any(is_above(named.key, asked.key) for asked in posts for named in who(at.post).posts)


def _leads(at: Held) -> bool:
    """Whether it is a post of leadership that has a name here: a specialist's is none."""
    return bool(who(at.post).posts)


def term_left(standard: Standard, profile: Profile, day: date) -> Finding:
    """Whether enough working years are left: the age of retirement is not in these documents."""
    ages = profile.ages_on(day)
    if ages is None:
        return Finding("unknown", why="why-age-untold", settles="settle-term")
    return Finding("judgement", _age_said(ages), "why-retirement", {"age": _age_said(ages)}, "settle-term")
