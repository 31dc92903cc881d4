"""Requirement sheets over the sample dossier: which requirements, how people stand to them, what amends them."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from api.requirement_bodies import ProfileBody
from assistant.profile import Held, Profile, Worked
from assistant.profile_text import read_person
from assistant.qualify import as_answer, qualifies
from assistant.requirements import Requirements, requirements_for
from assistant.requirements_sheet import as_sheet
from assistant.search import Search
from corpus.corpus import Corpus
from corpus.errors import RequestError
from corpus.messages import Language
from tests.requirements_made import made_registers

CASES = Path(__file__).parent.parent / "evals" / "profiles" / "profiles.jsonl"
DAY = date(2026, 3, 1)


@pytest.fixture(scope="module")
def search(sample_corpus: Corpus) -> Search:
    """Search over it."""
    return Search(sample_corpus)


def verdicts(found: Requirements) -> dict[str, str]:
    """How each requirement came out, by document, unit, what it is about and its number."""
    told: dict[str, str] = {}
    for row in (row for group in found.groups for row in group.rows if row.finding is not None):
        asked = row.first.requirement
        key = f"{row.first.entry.id}#{asked.address}#{asked.attribute}"
        key += f"#{asked.value:g}" if asked.value else ""
        while key in told:
            key += "~"
        told[key] = row.finding.state if row.applies and row.finding else "not_in_force"
    return told


def test_ten_people_against_five_posts(search: Search) -> None:
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    assert Counter(c["id"].split("-")[0] for c in cases) == {f"p{n:02}": 5 for n in range(1, 11)}
    wrong: list[str] = []
    for case in cases:
        day = date.fromisoformat(case["as_of"])
        person = (
            ProfileBody.model_validate_json(json.dumps(case["profile"])).profile()
            if "profile" in case
            else read_person(case["person"], day)
        )
        found = verdicts(requirements_for(search, case["post"], person, day, language=case["language"]))
        wrong += [
            f"{case['id']} {k}: {found.get(k)}, not {v}" for k, v in case["expected"].items() if found.get(k) != v
        ]
    assert wrong == []


def test_the_later_text_holds_from_its_day_and_both_are_shown(sample_corpus: Corpus, search: Search) -> None:
    made = made_registers(sample_corpus)
    person = Profile(worked=(Worked("trong ngành, lĩnh vực", 48),), complete=True)
    before = verdicts(requirements_for(search, "Trưởng phòng thuộc sở", person, date(2024, 5, 31), registers=made))
    after = verdicts(requirements_for(search, "Trưởng phòng thuộc sở", person, date(2024, 6, 1), registers=made))
    old, new = "25-2022-qd-ubnd#kt1.d5.k2#experience#3", "18-2024-qd-ubnd#d1.k1#experience#5"
    assert (before[old], before[new]) == ("met", "not_in_force")
    assert (after[old], after[new]) == ("not_in_force", "not_met")
    sheet = as_sheet(sample_corpus, requirements_for(search, "Trưởng phòng thuộc sở", None, DAY, registers=made), "en")
    told = [" ".join(row.cells) for row in sheet.rows]
    assert any("amended from 1 June 2024 by 18/2024/QĐ-UBND" in t for t in told)
    assert any("later text, from 1 June 2024: amends 25/2022/QĐ-UBND" in t for t in told)


def test_an_english_sheet_says_levels_days_and_times_in_english(sample_corpus: Corpus, search: Search) -> None:
    person = read_person("46 years old, intermediate political theory, 5 years of work", DAY)
    made = made_registers(sample_corpus)
    sheet = as_sheet(sample_corpus, requirements_for(search, "head of division", person, DAY, None, "en", made), "en")
    assert sheet.notes[0] == "As of 1 March 2026."
    assert "experience: 60 months; " in sheet.notes[1]
    reasons = [row.cells[sheet.names.index("why")] for row in sheet.rows]
    assert "The profile tells: intermediate." in reasons
    assert any("on 1 March 2026" in reason for reason in reasons)
    assert not any("cấp" in reason for reason in reasons)


def test_men_and_women_have_their_own_limits(sample_corpus: Corpus, search: Search) -> None:
    def ages(person: Profile) -> set[tuple[str, str]]:
        found = requirements_for(search, "giám đốc sở", person, DAY, registers=made_registers(sample_corpus))
        rows = [r for g in found.groups for r in g.rows if r.first.requirement.attribute == "age"]
        return {(f"{r.first.requirement.value:g}", r.finding.state) for r in rows if r.finding}

    assert ages(Profile(age=53, sex="male")) == {("55", "met")}
    assert ages(Profile(age=53, sex="female")) == {("52", "not_met")}
    assert ages(Profile(age=53)) == {("55", "met"), ("52", "unknown")}


def test_what_a_first_appointment_asks_is_judged_for_who_held_the_post_before(search: Search) -> None:
    def ages(held: str) -> set[str]:
        person = Profile(
            birth=date(1972, 2, 10), held=(Held(held, since=date(2015, 1, 1), until=date(2020, 12, 31)),), complete=True
        )
        found = requirements_for(search, "Trưởng phòng thuộc sở", person, DAY)
        rows = [r for g in found.groups for r in g.rows if r.first.requirement.attribute == "age"]
        return {r.finding.state for r in rows if r.finding}

    assert ages("Trưởng phòng thuộc sở") == {"judgement"}
    assert ages("Phó Trưởng phòng thuộc sở") == {"not_met"}


@pytest.mark.parametrize(("planned_for", "state"), [("Trưởng phòng thuộc sở", "met"), ("Giám đốc sở", "judgement")])
def test_a_plan_for_another_post_is_no_plan_for_this_one(search: Search, planned_for: str, state: str) -> None:
    person = Profile(planned=True, planned_for=(planned_for,), complete=True)
    found = requirements_for(search, "Trưởng phòng thuộc sở", person, DAY)
    planned = [r for g in found.groups for r in g.rows if r.first.requirement.attribute == "planning"]
    assert planned and {r.finding.state for r in planned if r.finding} == {state}


def test_an_exception_that_may_apply_needs_judgement(sample_corpus: Corpus, search: Search) -> None:
    person = Profile(planned=False, complete=True)
    found = requirements_for(search, "trưởng phòng thuộc sở", person, DAY, registers=made_registers(sample_corpus))
    planned = [r for g in found.groups for r in g.rows if r.first.requirement.attribute == "planning"]
    assert {r.finding.state for r in planned if r.finding} == {"judgement"}


def test_each_place_of_a_post_has_its_own_section(sample_corpus: Corpus, search: Search) -> None:
    person = read_person("46-year-old with intermediate theory", DAY)
    found = requirements_for(
        search, "head of division", person, DAY, language="en", registers=made_registers(sample_corpus)
    )
    overall = {g.scope: found.overall(g) for g in found.groups if not g.general}
    assert overall == {"department": "unknown", "district": "not_met"}


@pytest.mark.parametrize(
    ("kind", "language"),
    [
        ("criteria for receiving civil servants", "en"),
        ("reception of civil servants", "en"),
        ("tiêu chí tiếp nhận công chức", "vi"),
    ],
)
def test_who_is_received_is_asked_for_in_any_form(search: Search, kind: str, language: Language) -> None:
    rows = [row for g in requirements_for(search, kind, as_of=DAY, language=language).groups for row in g.rows]
    assert any(row.first.requirement.attribute == "experience" for row in rows)


def test_what_must_not_be_is_told_with_the_words_that_forbid_it(sample_corpus: Corpus, search: Search) -> None:
    question = "Ông A 45 tuổi, trung cấp lý luận, có đủ điều kiện bổ nhiệm Trưởng phòng thuộc sở không?"
    found = qualifies(search, question, DAY)
    assert found is not None
    answer = as_answer(sample_corpus, found, question, "vi")
    said = [s.text for s in answer.statements]
    assert any("“Không bổ nhiệm người chưa được quy hoạch”" in text for text in said)
    assert not any("“chưa được quy hoạch”" in text or "“có quan hệ vợ" in text for text in said)
    # a prohibition that has its own "không" stands as it is printed
    assert any("“Không trong thời gian thi hành kỷ luật”" in text for text in said)
    texts = {c.mark: sample_corpus.library.text(c.document.revision) for c in answer.citations}
    for statement in answer.statements:
        quoted = statement.text.split("“")[1].split("”")[0]
        assert any(quoted in texts[mark].replace("\n", " ") for mark in statement.citations)
    assert "khác" not in (answer.missing or "") and "thời gian công tác" in (answer.missing or "")
    cells = [cell for row in as_sheet(sample_corpus, found, "vi").rows for cell in row.cells]
    assert "Không bổ nhiệm người chưa được quy hoạch" in cells


def test_quotes_are_the_documents_words_and_survive_in_the_answer(sample_corpus: Corpus, search: Search) -> None:
    found = qualifies(
        search, "Does a 46-year-old with intermediate theory qualify for head of division?", DAY, None, "en"
    )
    assert found is not None
    answer = as_answer(sample_corpus, found, "?", "en")
    assert answer.statements and answer.outcome == "partial" and "Not met" in (answer.lead or "")
    for citation in answer.citations:
        assert citation.quote == sample_corpus.library.text(citation.document.revision)[citation.start : citation.end]
    sheet = as_sheet(sample_corpus, found, "en")
    for source in (s for row in sheet.rows for s in row.sources):
        assert source.quote == sample_corpus.library.text(source.version)[source.start : source.end]
    marks = {row.state for row in sheet.rows}
    assert {"met", "not_met", "unknown"} <= marks


@pytest.mark.parametrize(("post", "language"), [("phi công vũ trụ", "vi"), ("astronaut", "en")])
def test_what_no_document_asks_for_is_said(
    sample_corpus: Corpus, search: Search, post: str, language: Language
) -> None:
    sheet = as_sheet(sample_corpus, requirements_for(search, post, None, DAY, language=language), language)
    assert sheet.sections == ()
    assert any(word in " ".join(sheet.notes) for word in ("không nêu yêu cầu", "state no requirements"))


def test_no_post_is_no_request(search: Search) -> None:
    with pytest.raises(RequestError, match="post"):
        requirements_for(search, " ?! ")
