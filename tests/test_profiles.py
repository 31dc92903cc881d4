"""People told in words or on a form: what is read, what cannot be true, how times and levels are counted."""

from datetime import date

import pytest

from assistant.levels import DEGREE, GRADING, RANK, THEORY
from assistant.posts import who
from assistant.profile import Held, Measure, Profile, Worked, checked
from assistant.profile_text import read_person
from assistant.qualify import asked_whether
from assistant.spans_of_time import Period, months_later, months_of, years_before
from corpus.errors import RequestError

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    "told",
    [
        "46 tuổi, trung cấp lý luận chính trị, 5 năm làm phó phòng",
        "46 tuoi, trung cap ly luan chinh tri, 5 nam lam pho phong",
        "46-year-old with intermediate theory, five years as deputy head of division",
        "aged 46, intermediate political theory, 60 months as deputy head of division",
    ],
)
def test_the_same_person_is_read_from_words_of_either_language(told: str) -> None:
    person = read_person(told, DAY)
    assert person.age == 46 and person.theory == "trung cấp"
    assert person.held is not None and [h.months for h in person.held] == [60]
    assert {p.key for p in who(person.held[0].post).posts} == {"deputy-head-of-division"}
    assert person.degrees is None and person.discipline is None and not person.complete


def test_what_words_do_not_say_stays_open_and_what_they_deny_is_told() -> None:
    person = read_person("nữ, sinh ngày 15/6/1980, đại học luật, không bị kỷ luật, chưa được quy hoạch, đảng viên", DAY)
    assert (person.birth, person.sex) == (date(1980, 6, 15), "female")
    assert person.degrees == ("đại học luật",)
    assert person.discipline == () and person.planned is False and person.member is True
    assert person.theory is None and person.worked is None and person.healthy is None


def test_a_year_of_birth_leaves_two_ages_open() -> None:
    assert read_person("sinh năm 1980", DAY).ages_on(DAY) == (45, 46)


@pytest.mark.parametrize(
    ("profile", "field"),
    [
        (Profile(birth=date(2030, 1, 1)), "birth"),
        (Profile(birth=date(1850, 1, 1)), "birth"),
        (Profile(age=7), "age"),
        (Profile(birth=date(1990, 1, 1), worked=(Worked("", since=date(2001, 1, 1)),)), "experience[0].since"),
        (Profile(held=(Held("Trưởng phòng", since=date(2020, 1, 1), until=date(2019, 1, 1)),)), "posts[0].until"),
        (Profile(held=(Held("x"), Held("Trưởng phòng", since=date(2030, 1, 1)))), "posts[1].since"),
        (Profile(age=30, worked=(Worked("", months=12 * 30),)), "experience[0].months"),
        (Profile(worked=(Worked("", months=-1),)), "experience[0].months"),
        (Profile(discipline=(Measure("khiển trách", date(2030, 1, 1)),)), "discipline[0].day"),
    ],
)
def test_what_cannot_be_true_is_refused_and_the_field_named(profile: Profile, field: str) -> None:
    with pytest.raises(RequestError) as refused:
        checked(profile, DAY)
    assert refused.value.facts["field"] == field
    assert all(field in refused.value.text(language) for language in ("vi", "en"))


def test_ages_and_times_are_counted_to_the_day() -> None:
    birth = date(1981, 3, 1)
    assert years_before(birth, date(2026, 2, 28)) == 44 and years_before(birth, DAY) == 45
    assert months_of([Period(since=date(2023, 3, 1))], date(2026, 2, 28)) == 35
    assert months_of([Period(since=date(2023, 3, 1))], DAY) == 36
    assert months_later(date(2025, 1, 31), 1) == date(2025, 2, 28)


def test_days_that_two_times_share_count_once() -> None:
    shared = [
        Period(since=date(2020, 1, 1), until=date(2021, 12, 31)),
        Period(since=date(2021, 1, 1), until=date(2022, 12, 31)),
    ]
    assert months_of(shared, DAY) == 36
    assert months_of([Period(since=date(2020, 1, 1), until=date(2020, 12, 31)), Period(months=6)], DAY) == 18
    assert months_of([Period()], DAY) is None


def test_levels_have_an_order_in_both_languages() -> None:
    assert [THEORY.highest(w) for w in ("sơ cấp", "intermediate", "cử nhân")] == [1, 2, 3]
    assert [DEGREE.highest(w) for w in ("cao dang ke toan", "đại học", "master of law", "tiến sĩ")] == [4, 5, 6, 7]
    assert [RANK.highest(w) for w in ("cán sự", "specialist", "chuyên viên chính", "chuyên viên cao cấp")] == [
        1,
        2,
        3,
        4,
    ]
    assert [GRADING.highest(w) for w in ("không hoàn thành nhiệm vụ", "hoàn thành tốt", "excellently")] == [0, 2, 3]


def test_a_post_keeps_to_its_own_place_and_a_deputy_is_no_head() -> None:
    named = who("Phó Trưởng phòng thuộc sở; Trưởng phòng, Phó Trưởng phòng thuộc Ủy ban nhân dân cấp huyện").posts
    assert [(p.key, p.scope) for p in named] == [
        ("deputy-head-of-division", "department"),
        ("head-of-division", "district"),
        ("deputy-head-of-division", "district"),
    ]
    # "chức vụ Trưởng phòng" without marks holds the letters of "vụ trưởng"
    assert who("giu chuc vu truong phong thuoc so").keys == {"head-of-division"}


@pytest.mark.parametrize(
    ("question", "post"),
    [
        ("Does a 46-year-old with intermediate theory qualify for head of division?", "head of division"),
        (
            "Can a 50-year-old woman with advanced political theory be appointed director of department?",
            "director of department",
        ),
        ("Người 46 tuổi, trung cấp lý luận chính trị có đủ điều kiện bổ nhiệm trưởng phòng không?", "trưởng phòng"),
        ("nguoi 46 tuoi co trung cap ly luan chinh tri co du dieu kien lam truong phong khong", "truong phong"),
        ("46 tuổi, 5 năm làm phó phòng thì có được bổ nhiệm trưởng phòng không?", "trưởng phòng"),
    ],
)
def test_a_question_whether_somebody_qualifies_is_told(question: str, post: str) -> None:
    asked = asked_whether(question, DAY)
    assert asked is not None and asked.post == post
    assert asked.profile.ages_on(DAY) is not None


@pytest.mark.parametrize(
    "question",
    [
        "What are the requirements for head of division?",
        "Trưởng phòng cần lý luận chính trị gì?",
        "Ai có thể làm trưởng phòng?",
        "Is Circular 98/2022/TT-BNV in force?",
        "Hồ sơ gồm những gì?",
        "does " * 3000 + "46 tuổi " * 2000,
    ],
)
def test_other_questions_are_none(question: str) -> None:
    assert asked_whether(question, DAY) is None
