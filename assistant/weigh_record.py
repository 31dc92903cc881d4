"""The record compared with what is asked: planning, discipline, health, declarations, membership, citizenship."""

import re
from datetime import date

from assistant.posts import NamedPost, one_post, who
from assistant.profile import Measure, Profile
from assistant.spans_of_time import MONTHS, months_later
from assistant.standard import Finding, Standard
from corpus.units import same_length

_MEASURE = re.compile(
    r"(?P<reprimand>khien trach|reprimand)|(?P<warning>canh cao|warning)|(?P<dismissal>cach chuc|dismiss\w*)"
)
_SERVING = re.compile(r"dang trong thoi gian|trong thoi gian thi hanh|serving|being considered|dang bi")
_VIETNAMESE = re.compile(r"viet")
_QUALITY = re.compile(
    r"(?<!\w)(?:tot|phu hop|ro rang|tuong duong|uy tin|nang luc|pham chat|can thiet|tieu bieu|good|clear|suitable|"
    r"appropriate|capable|capacity|prestige|qualities|equivalent|exemplary)(?!\w)"
)
# a course of study that a profile says nothing of: there is nothing yet to judge
_COURSE = re.compile(r"(?<!\w)(?:chuyen nganh dao tao|nganh hoc|khoa hoc|field of study|course)(?!\w)")
_PAPER = re.compile(r"van ban|cam ket|giay|xac nhan|dong y|thong nhat|writ|commit|agree|certif|consent|record card")


def planning(standard: Standard, profile: Profile, day: date, wanted: tuple[NamedPost, ...] = ()) -> Finding:
    """Whether the person is in the plan for the post; what holds for any post is weighed for the `wanted` one."""
    if profile.planned is None:
        return Finding("unknown", why="why-untold", settles="settle-planning")
    if not profile.planned:
        return Finding("not_met", why="why-not-planned", settles="settle-planning")
    said = "; ".join(profile.planned_for)
    named = [p for one in profile.planned_for for p in who(one).posts]
    asked = standard.about.posts or wanted
    if named and asked and not any(one_post(a, n) for a in asked for n in named):
        return Finding("judgement", said, "why-planned-other", {"posts": said}, "settle-planning")
    return Finding("met", said, "why-planned", settles="settle-planning")


def discipline(standard: Standard, profile: Profile, day: date) -> Finding:
    """Whether a measure still stands in the way."""
    if profile.discipline is None:
        return Finding("unknown", why="why-untold", settles="settle-discipline")
    if not profile.discipline:
        return Finding("met", why="why-no-discipline", settles="settle-discipline")
    found = [_measure(standard, m, day) for m in profile.discipline]
    order = ("not_met", "judgement", "unknown", "met")
    return min(found, key=lambda f: order.index(f.state))


def _measure(standard: Standard, measure: Measure, day: date) -> Finding:
    kind = _kind(measure.kind)
    named = {str(m.lastgroup) for m in _MEASURE.finditer(same_length(standard.words))}
    said = f"{measure.kind} {measure.day.isoformat() if measure.day else ''}".strip()
    if kind and named and kind not in named:
        return Finding("met", said, "why-other-measure", {"has": said}, "settle-discipline")
    months = _months(standard, kind)
    if measure.day is None:
        return Finding("unknown", said, "why-measure-day", {"has": said}, "settle-discipline")
    if months is None:
        return Finding("judgement", said, "why-measure-judge", {"has": said}, "settle-discipline")
    until = months_later(measure.day, months)
    facts = {"has": said, "months": months, "until": until.isoformat()}
    return Finding("not_met" if day < until else "met", said, "why-measure", facts, "settle-discipline")


def _kind(said: str) -> str | None:
    match = _MEASURE.search(same_length(said))
    return str(match.lastgroup) if match else None


def _months(standard: Standard, kind: str | None) -> int | None:
    """For how long a measure of a kind stands in the way: the entry's value, or the nearest months in its statement."""
    requirement = standard.requirement
    if requirement.value is not None and same_length(requirement.unit or "").startswith(("thang", "month")):
        return round(requirement.value)
    for words in (standard.words, standard.whole):
        even = same_length(words)
        measures = [str(m.lastgroup) for m in _MEASURE.finditer(even)]
        lengths = [int(m[1]) for m in MONTHS.finditer(even)]
        # "reprimand ... 12 months, warning ... 24 months", whichever of the two comes first in each pair
        if kind in measures and len(measures) == len(lengths):
            return lengths[measures.index(kind)]
        if _SERVING.search(even):
            return None
    return None


def health(standard: Standard, profile: Profile, day: date) -> Finding:
    """Whether the person is said to be fit."""
    return _flag(profile.healthy, "settle-health")


def assets(standard: Standard, profile: Profile, day: date) -> Finding:
    """Whether assets have been declared."""
    return _flag(profile.declared, "settle-assets")


def membership(standard: Standard, profile: Profile, day: date) -> Finding:
    """Whether the person is a member of the Party."""
    return _flag(profile.member, "settle-membership")


def _flag(told: bool | None, settles: str) -> Finding:
    if told is None:
        return Finding("unknown", why="why-untold", settles=settles)
    return Finding("met" if told else "not_met", why="why-told-yes" if told else "why-told-no", settles=settles)


def citizenship(standard: Standard, profile: Profile, day: date) -> Finding:
    """Whether the person is a citizen of Vietnam."""
    if profile.citizenship is None:
        return Finding("unknown", why="why-untold", settles="settle-citizenship")
    is_so = _VIETNAMESE.search(same_length(profile.citizenship))
    return Finding("met" if is_so else "not_met", profile.citizenship, "why-level", {"has": profile.citizenship})


def other(standard: Standard, profile: Profile, day: date) -> Finding:
    """What a rule cannot weigh: a paper that is or is not there is unknown, a quality is for a person to judge."""
    if standard.requirement.attribute == "document" or _PAPER.search(standard.even):
        return Finding("unknown", why="why-paper", settles="settle-paper")
    if standard.requirement.operator == "has_not":
        return Finding("unknown", why="why-untold", settles="settle-judge")
    if _COURSE.search(standard.even):
        return Finding("unknown", why="why-untold", settles="settle-course")
    if not _QUALITY.search(standard.even):
        return Finding("unknown", why="why-untold", settles="settle-judge")
    return Finding("judgement", why="why-judge", settles="settle-judge")
