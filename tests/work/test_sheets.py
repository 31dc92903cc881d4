"""Requirement sheets with a profile, programmes and job positions in the window."""

import json
import re

import openpyxl
from docx import Document
from playwright.sync_api import Page, expect

from tests.window import OpenPage
from tests.work.conftest import WorkApi, saved_as

POST = "trưởng phòng"
WORDS = {"met": "Met", "not_met": "Not met", "unknown": "Unknown", "judgement": "Needs judgement"}


def states(page: Page) -> list[str]:
    return [str(s) for s in page.locator(".verdict-badge").evaluate_all("all => all.map(e => e.dataset.state)")]


def fill_profile(page: Page) -> None:
    page.get_by_label("Post, position").fill(POST)
    page.get_by_label("As of").fill("2026-03-01")
    page.get_by_label("by a form").check()
    page.get_by_label("Date of birth").fill("1980-06-15")
    page.get_by_label("Political theory").fill("trung cấp")
    posts = page.get_by_role("group", name="Posts held")
    posts.get_by_label("Post", exact=True).fill("phó trưởng phòng")
    posts.get_by_label("From").fill("2020-01-01")
    page.get_by_role("group", name="Experience").get_by_label("None").check()
    page.get_by_text("More about the person").click()
    page.get_by_role("group", name="Discipline").get_by_label("None").check()
    page.get_by_label("In good health").select_option("Yes")


def test_a_profile_is_checked_requirement_by_requirement(open_page: OpenPage, api: WorkApi) -> None:
    page = open_page("/sheets")
    fill_profile(page)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.get_by_role("heading", name="Requirements: trưởng phòng")).to_be_focused()
    profile = {
        "birth": "1980-06-15", "political_theory": "trung cấp", "experience": [], "discipline": [], "healthy": True,
        "posts": [{"post": "phó trưởng phòng", "since": "2020-01-01"}],
    }  # fmt: skip
    body = {"post": POST, "as_of": "2026-03-01", "profile": profile, "language": "en"}
    sheet = api("/api/requirement-sheets", body)
    rows = [r for s in sheet["sections"] for r in s["rows"]]
    assert states(page) == [r["state"] for r in rows if r["state"]] and len(set(states(page))) >= 3
    for row, state in zip(page.locator(".requirement").all()[:8], rows, strict=False):
        expect(row.locator(".requirement-words")).to_have_text(state["cells"][1])
        expect(row).to_contain_text(state["cells"][5])  # what would settle it
        assert row.locator(".chip").count() == len(state["sources"])
        if state["state"]:
            expect(row.locator(".verdict-badge")).to_have_text(WORDS[state["state"]])
            assert row.locator(".verdict-badge svg").count() == 1
    expect(page.locator(".overall").first).to_have_text(sheet["sections"][0]["notes"][0])
    expect(page.locator("[aria-live=polite]", has_text="requirements: Met")).to_have_count(1)
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_role("heading", name="Yêu cầu đối với trưởng phòng")).to_be_visible()
    sheet = api("/api/requirement-sheets", {**body, "language": "vi"})
    assert states(page) == [r["state"] for s in sheet["sections"] for r in s["rows"] if r["state"]]
    workbook = openpyxl.load_workbook(saved_as(page, "Excel"))
    said = " ".join(str(c.value) for s in workbook for r in s.iter_rows() for c in r)
    assert "Không đạt" in said or "Chưa rõ" in said
    document = Document(str(saved_as(page, "Word, thể thức Đảng")))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in " ".join(c.text for r in document.tables[0].rows for c in r.cells)


def test_only_the_requirements_and_a_person_in_own_words(open_page: OpenPage) -> None:
    page = open_page("/sheets")
    page.get_by_role("button", name="Show the requirements").click()
    expect(page.locator(".notice")).to_contain_text("Type the post")
    page.get_by_label("Post, position").fill("head of division")
    page.keyboard.press("Enter")
    expect(page.locator(".requirement").first).to_be_visible()
    assert states(page) == []
    page.get_by_label("In own words").check()
    page.get_by_role("textbox", name="The person").fill("46-year-old with intermediate theory")
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator(".verdict-badge").first).to_be_visible()
    assert {"unknown", "met"} <= set(states(page))


def test_a_profile_that_cannot_be_true_says_where(open_page: OpenPage) -> None:
    page = open_page("/sheets")
    page.get_by_label("Post, position").fill(POST)
    page.get_by_label("by a form").check()
    page.get_by_label("Date of birth").fill("1990-01-01")
    group = page.get_by_role("group", name="Experience")
    group.get_by_role("button", name="Add a line: Experience").click()
    expect(group.get_by_label("Field").nth(1)).to_be_focused()
    group.get_by_label("From").nth(1).fill("2001-05-01")
    group.get_by_role("button", name="Remove line 1").click()
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator(".notice.wrong")).to_contain_text("experience[0].since")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_label("Ngày sinh")).to_have_value("1990-01-01")  # nothing that was filled in is lost


def test_a_programme_and_the_job_positions(open_page: OpenPage, api: WorkApi) -> None:
    page = open_page("/sheets/programme?name=12-CTr/TU")
    page.get_by_role("button", name="Make the sheet").click()
    expect(page.get_by_role("heading", name="Targets against results")).to_be_visible()
    sheet = api("/api/programme-sheets?name=12-CTr/TU&language=en")
    expect(page.locator(".sheet-shown tbody tr")).to_have_count(sum(len(s["rows"]) for s in sheet["sections"]))
    kept = json.loads(saved_as(page, "JSON").read_text(encoding="utf-8"))
    assert "12-CTr/TU" in json.dumps(kept, ensure_ascii=False)
    with page.expect_download() as plot:
        page.get_by_role("link", name=re.compile("Download the plot")).click()
    assert "<svg" in plot.value.path().read_text(encoding="utf-8")
    page.get_by_role("link", name="Job positions").click()
    page.get_by_label("Only positions").fill("SNV")
    page.keyboard.press("Enter")
    expect(page.locator(".sheet-shown tbody tr")).to_have_count(32)
    sheet = api("/api/job-positions?q=SNV&language=en")
    rows = [r["cells"] for r in sheet["sections"][0]["rows"]]
    alike = {name for name, *cells in zip(sheet["columns"], *rows, strict=True) if len(set(cells)) == 1 and cells[0]}
    assert alike and not alike & set(page.locator(".sheet-shown th").all_text_contents())
    assert {t.rstrip(": ") for t in page.locator(".sheet-shown .stacked dt").all_text_contents()} == alike
