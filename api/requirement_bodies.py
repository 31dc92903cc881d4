"""The form of a person as it is sent and read from a file, and what becomes of it. Weighs nothing."""

from collections.abc import Callable
from datetime import date
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.sent import FiltersBody
from assistant.profile import Grade, Held, Measure, Profile, Worked
from corpus.errors import RequestError
from corpus.messages import Language

_A = TypeVar("_A")
_B = TypeVar("_B")
_MOST = 100  # entries of a list: nobody has held more posts


class _Form(BaseModel):
    """Refuses unknown fields: a misspelt one would be taken for a thing not told."""

    model_config = ConfigDict(extra="forbid", str_max_length=500, str_strip_whitespace=True)


class ExperienceBody(_Form):
    """Time worked in a field: its length, or its first and last day."""

    field: str = Field(default="", examples=["quản lý công chức"])
    years: float | None = Field(default=None, allow_inf_nan=False, ge=-200, le=200)
    months: int | None = Field(default=None, ge=-2400, le=2400)
    since: date | None = None
    until: date | None = None


class PostBody(_Form):
    """A post held: from when until when (left out: still), or for how long."""

    post: str = Field(examples=["Phó Trưởng phòng"])
    years: float | None = Field(default=None, allow_inf_nan=False, ge=-200, le=200)
    months: int | None = Field(default=None, ge=-2400, le=2400)
    since: date | None = None
    until: date | None = None


class MeasureBody(_Form):
    """A disciplinary measure and the day of its decision."""

    kind: str = Field(examples=["khiển trách"])
    day: date | None = None


class GradeBody(_Form):
    """How a year was graded."""

    year: int
    grade: str = Field(examples=["hoàn thành tốt nhiệm vụ"])


class ProfileBody(_Form):
    """A person. What is left out is not known; an empty list says that there is none."""

    birth: date | None = Field(default=None, examples=["1980-06-15"])
    age: int | None = None
    sex: Literal["male", "female"] | None = None
    experience: list[ExperienceBody] | None = Field(default=None, max_length=_MOST)
    posts: list[PostBody] | None = Field(default=None, max_length=_MOST)
    degrees: list[str] | None = Field(default=None, max_length=_MOST, examples=[["đại học luật"]])
    certificates: list[str] | None = Field(default=None, max_length=_MOST)
    political_theory: str | None = Field(default=None, examples=["trung cấp"])
    state_management: str | None = Field(default=None, examples=["ngạch chuyên viên"])
    rank: str | None = Field(default=None, examples=["chuyên viên"])
    languages: list[str] | None = Field(default=None, max_length=_MOST)
    informatics: str | None = None
    citizenship: str | None = None
    party_member: bool | None = None
    planned: bool | None = None
    planned_for: list[str] = Field(default=[], max_length=_MOST)
    discipline: list[MeasureBody] | None = Field(default=None, max_length=_MOST)
    gradings: list[GradeBody] | None = Field(default=None, max_length=_MOST)
    healthy: bool | None = None
    assets_declared: bool | None = None
    ethnic_minority: bool | None = None

    def profile(self) -> Profile:
        """As it is weighed."""
        return Profile(
            birth=self.birth,
            age=self.age,
            sex=self.sex,
            worked=_each(self.experience, lambda e: Worked(e.field, _months(e), e.since, e.until)),
            held=_each(self.posts, lambda p: Held(p.post, _months(p), p.since, p.until)),
            degrees=_each(self.degrees, str),
            certificates=_each(self.certificates, str),
            theory=self.political_theory,
            state_management=self.state_management,
            rank=self.rank,
            languages=_each(self.languages, str),
            informatics=self.informatics,
            citizenship=self.citizenship,
            member=self.party_member,
            planned=self.planned if self.planned is not None or not self.planned_for else True,
            planned_for=tuple(self.planned_for),
            discipline=_each(self.discipline, lambda m: Measure(m.kind, m.day)),
            gradings=_each(self.gradings, lambda g: Grade(g.year, g.grade)),
            healthy=self.healthy,
            declared=self.assets_declared,
            minority=self.ethnic_minority,
            complete=True,
        )


def _each(given: list[_A] | None, made: Callable[[_A], _B]) -> tuple[_B, ...] | None:
    return None if given is None else tuple(made(one) for one in given)


def _months(at: ExperienceBody | PostBody) -> int | None:
    if at.years is None and at.months is None:
        return None
    return round((at.years or 0) * 12) + (at.months or 0)


class RequirementSheetBody(_Form):
    """A post or a kind of person, and, if wanted, a profile or a person in free words."""

    post: str = Field(min_length=1, max_length=500, examples=["trưởng phòng"])
    profile: ProfileBody | None = None
    person: str | None = Field(
        default=None, max_length=2000, examples=["46 tuổi, trung cấp lý luận chính trị, 5 năm làm phó phòng"]
    )
    as_of: date | None = Field(default=None, examples=["2026-03-01"])
    filters: FiltersBody | None = None
    language: Language | None = None

    def given(self) -> Profile | None:
        """The profile of the form; raises RequestError where words are given beside it."""
        if self.profile is not None and self.person:
            raise RequestError("profile-missing")
        return self.profile.profile() if self.profile is not None else None
