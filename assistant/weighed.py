"""A person weighed against standards: one finding for each, exceptions heeded, alternatives taken together.

Knows no documents beyond the standards given.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from assistant import weigh_levels as levels
from assistant import weigh_record as record
from assistant import weigh_time as time
from assistant.levels import RANK
from assistant.posts import NamedPost, Who, one_post, who
from assistant.profile import Profile
from assistant.standard import Finding, Standard, State
from corpus.registers import Attribute
from corpus.units import same_length

Weigh = Callable[[Standard, Profile, date], Finding]
_BY_ATTRIBUTE: Mapping[Attribute, Weigh] = {
    "age": time.age,
    "experience": time.experience,
    "post_held": time.post_held,
    "term_left": time.term_left,
    "degree": levels.degree,
    "political_theory": levels.theory,
    "state_management": levels.state_management,
    "certificate": levels.certificate,
    "training": levels.certificate,
    "grading": levels.grading,
    "language": levels.language,
    "informatics": levels.language,
    "planning": record.planning,
    "discipline": record.discipline,
    "health": record.health,
    "assets": record.assets,
    "membership": record.membership,
    "citizenship": record.citizenship,
}
_RANKED = re.compile(r"(?<!\w)(?:ngach|ranks?)(?!\w)")
_FIRST = re.compile(r"(?<!\w)(?:lan dau|for the first time|first appointment)(?!\w)")
_ORDER: Sequence[State] = ("met", "judgement", "unknown", "not_met")


def weigh(standard: Standard, profile: Profile, day: date, wanted: Who | None = None) -> Finding | None:
    """How a person stands to one standard for the post that is `wanted`; None where it is for the other sex."""
    if standard.sex is not None and profile.sex is not None and standard.sex != profile.sex:
        return None
    posts = wanted.posts if wanted else ()
    if standard.requirement.attribute == "planning":
        return record.planning(standard, profile, day, posts)
    finding = _rule(standard)(standard, profile, day)
    if finding.state == "not_met" and _FIRST.search(same_length(standard.whole)) and _held(profile, posts):
        # what a first appointment asks need not hold for who has held the post before
        return replace(finding, state="judgement", why="why-held-before")
    if finding.state == "not_met" and standard.sex is not None and profile.sex is None:
        return replace(finding, state="unknown", why="why-sex-untold", settles="settle-age")
    return finding


def _held(profile: Profile, posts: Sequence[NamedPost]) -> bool:
    """Whether a person has held, or holds, one of these posts."""
    named = [p for at in profile.held or () for p in who(at.post).posts]
    return any(one_post(asked, p) for asked in posts for p in named)


def _rule(standard: Standard) -> Weigh:
    attribute = standard.requirement.attribute
    if attribute in ("other", "post_held", "count") and not time.months_asked(standard):
        named = bool(_RANKED.search(standard.even)) or bool(RANK.found(standard.words))
        if named and not standard.about.rest & {"chung", "certif"}:
            return levels.rank
    return _BY_ATTRIBUTE.get(attribute, record.other)


def together(findings: Iterable[Finding]) -> Finding:
    """The finding for alternatives, of which one is enough: the best of them."""
    return min(findings, key=lambda f: _ORDER.index(f.state))
