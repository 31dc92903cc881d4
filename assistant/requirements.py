"""A requirement sheet: what the documents ask of a post or a kind of person, and how somebody stands to it.

The walk from words to a sheet; reading, weighing and amending are their own files. Nothing is guessed: what neither the
documents nor the profile say is unknown.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant import weighed
from assistant.amended import with_amendments
from assistant.exceptions import Loosening, exception_to, loosenings
from assistant.posts import who
from assistant.profile import Profile, checked
from assistant.requirements_found import (
    Asked,
    RegistersOf,
    documents_on,
    is_general,
    kinds_of,
    scope_of,
    standards_of,
)
from assistant.search import Filters, Search
from assistant.standard import Finding, Standard, State
from corpus.errors import RequestError
from corpus.messages import Language
from corpus.rows import Entry
from corpus.units import same_length

_ONLY_FROM = re.compile(r"tu nguon (?:tai cho|nhan su)|from among")  # asked of some of those appointed only
_COUNTS = re.compile(r"cong don|added? up|duoc tinh|counted")


@dataclass(frozen=True, slots=True)
class Weighed:
    """Standards of which one is enough (mostly one alone), and how the person stands to them; None: no person."""

    standards: tuple[Standard, ...]
    finding: Finding | None
    applies: bool
    exception: Loosening | None = None

    @property
    def first(self) -> Standard:
        """The standard that the row is named by."""
        return self.standards[0]


@dataclass(frozen=True, slots=True)
class Group:
    """The standards for one reading of the post ("thuộc sở"), or for everybody who is appointed."""

    scope: str
    general: bool
    rows: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class Requirements:
    """What was asked, what was searched, and the groups of standards; no groups: the documents ask nothing."""

    asked: Asked
    groups: tuple[Group, ...]
    searched: tuple[Entry, ...]
    as_of: date
    profile: Profile | None

    def overall(self, group: Group) -> State | None:
        """How the person stands to a group and to what is asked of everybody; None without a person."""
        rows = [*group.rows, *(row for g in self.groups if g.general and g is not group for row in g.rows)]
        states = [row.finding.state for row in rows if row.finding is not None and row.applies]
        order: Sequence[State] = ("not_met", "unknown", "judgement", "met")
        return min(states, key=order.index) if states else None


def requirements_for(
    search: Search,
    post: str,
    profile: Profile | None = None,
    as_of: date | None = None,
    filters: Filters | None = None,
    language: Language = "vi",
    registers: RegistersOf | None = None,
) -> Requirements:
    """The requirements for a post, in force or not on a day, each weighed if a profile is given.

    Raises RequestError for an empty post or a profile that cannot be true.
    """
    if not any(c.isalnum() for c in post):
        raise RequestError("post-empty")
    day = as_of or date.today()
    person = checked(profile, day) if profile is not None else None
    asked = Asked(" ".join(post.split()), who(post), language)
    entries = documents_on(search, asked, filters)
    found = standards_of(search, asked, entries, registers or search.corpus.library.registers)
    standards = with_amendments(search.corpus, search.view, found)
    groups = _grouped(asked, standards, person, day)
    return Requirements(asked, groups, tuple(entries), day, person)


def _grouped(asked: Asked, standards: Sequence[Standard], person: Profile | None, day: date) -> tuple[Group, ...]:
    by_group: dict[tuple[bool, str], list[Standard]] = {}
    for s in standards:
        general = is_general(asked, s)
        key = "" if general else scope_of(asked, s) if asked.who.posts else "+".join(sorted(kinds_of(s)))
        by_group.setdefault((general, key), []).append(s)
    loose = loosenings(standards)
    return tuple(
        Group(scope, general, tuple(_rows(asked, members, loose, person, day)))
        for (general, scope), members in sorted(by_group.items())
    )


def _rows(
    asked: Asked, standards: Sequence[Standard], loose: Sequence[Loosening], person: Profile | None, day: date
) -> list[Weighed]:
    """A row for each standard or set of alternatives; what is for the other sex is left out."""
    sets: dict[object, list[Standard]] = {}
    for number, s in enumerate(standards):
        group = s.requirement.group
        sets.setdefault((s.entry.revision, s.subject, group) if group else number, []).append(s)
    rows = (_weighed(asked, members, loose, person, day) for members in sets.values())
    return [row for row in rows if row is not None]


def _weighed(
    asked: Asked, members: Sequence[Standard], loose: Sequence[Loosening], person: Profile | None, day: date
) -> Weighed | None:
    applies = any(s.applies_on(day) for s in members)
    if person is None:
        return Weighed(tuple(members), None, applies)
    found = [(s, f) for s in members if (f := weighed.weigh(s, person, day, asked.who)) is not None]
    if not found:
        return None
    best = weighed.together(f for _, f in found)
    standards = tuple(s for s, _ in found)
    if best.state == "not_met":
        exception = next((e for s, _ in found if (e := exception_to(s, loose, asked.who, person, day))), None)
        if exception is not None:
            best = replace(best, state="judgement", why="why-exception", facts={"words": exception.words})
            return Weighed(standards, best, applies, exception)
        if any(_conditional(s) for s, _ in found):
            best = replace(best, state="judgement", why="why-condition", facts={"words": _condition(standards)})
    return Weighed(standards, best, applies)


def _conditional(s: Standard) -> bool:
    """Whether it is asked only under a condition, one that is neither of men and women nor of how to count."""
    if _ONLY_FROM.search(same_length(s.subject)):
        return True
    condition = s.requirement.condition
    return condition is not None and s.sex is None and not _COUNTS.search(same_length(condition.of(s.text)))


def _condition(standards: Sequence[Standard]) -> str:
    return next(
        (s.requirement.condition.of(s.text) for s in standards if s.requirement.condition), standards[0].subject
    )
