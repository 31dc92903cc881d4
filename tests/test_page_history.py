"""Conversations in the window: found again, searched, renamed, deleted; a question edited or asked again; feedback kept."""

import re
import urllib.error

import pytest
from playwright.sync_api import Page, expect

from tests.window import Api, OpenPage, ask

FIRST = "Điều 4 của Quyết định 18/2024/QĐ-UBND quy định gì?"
SECOND = "Còn Điều 3?"


def number(page: Page) -> str:
    found = re.search(r"/c/([\w-]{22})$", page.url)
    assert found is not None
    return found[1]


def test_a_conversation_is_found_again_as_it_was_and_goes_on(open_page: OpenPage, api: Api) -> None:
    page = open_page()
    ask(page, FIRST)
    ask(page, SECOND)
    before = page.locator(".turn .answer").all_text_contents()
    page.reload()
    expect(page.locator(".turn")).to_have_count(2)
    assert page.locator(".turn .answer").all_text_contents() == before
    expect(page).to_have_title(f"{FIRST} · Vanban")
    ask(page, "văn bản đó có hiệu lực khi nào?")
    expect(page.locator(".turn").nth(2)).to_contain_text("18/2024/QĐ-UBND")
    kept = api(f"/api/conversations/{number(page)}")  # and a program sees the same
    assert [t["question"] for t in kept["turns"]] == [FIRST, SECOND, "văn bản đó có hiệu lực khi nào?"]
    assert all(t["answer"]["citations"] for t in kept["turns"])


def test_the_list_is_searched_renamed_and_deleted(open_page: OpenPage, api: Api) -> None:
    page = open_page(width=1400)
    ask(page, FIRST)
    id = number(page)
    page.get_by_role("navigation", name="Conversations").get_by_role("link", name="New question").click()
    expect(page.locator(".turn")).to_have_count(0)  # the conversation before has left the page
    ask(page, "What is a competency framework?")
    rows = page.locator(".history-list li")
    expect(rows).to_have_count(2)
    search = page.get_by_role("searchbox", name="Search questions")
    search.fill("quyet dinh 18/2024")  # typed without diacritics
    expect(rows).to_have_count(1)
    rows.get_by_role("button", name=re.compile("^Actions for")).click()
    page.get_by_role("menuitem", name="Rename").click()
    page.get_by_label("Name", exact=True).fill("Công bố thủ tục")
    page.get_by_role("button", name="Save").click()
    expect(rows.get_by_role("link")).to_have_text("Công bố thủ tục")
    assert api(f"/api/conversations/{id}")["title"] == "Công bố thủ tục"
    rows.get_by_role("button", name=re.compile("^Actions for")).click()
    page.get_by_role("menuitem", name="Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.locator(".toast")).to_contain_text("The conversation is deleted.")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        api(f"/api/conversations/{id}")
    search.fill("")
    expect(rows).to_have_count(1)


def test_another_reader_sees_none_of_them(open_page: OpenPage) -> None:
    page = open_page(width=1400)
    ask(page, FIRST)
    other = open_page(width=1400)
    expect(other.locator(".history-list")).to_contain_text("There are no conversations yet.")


def test_a_question_is_edited_in_its_place(open_page: OpenPage, api: Api) -> None:
    page = open_page()
    ask(page, FIRST)
    ask(page, SECOND)
    page.get_by_role("button", name="Edit the question").first.click()
    expect(page.locator("#question")).to_have_value(FIRST)
    expect(page.locator(".editing")).to_contain_text("takes the place of that one and all later ones")
    page.locator("#question").fill(FIRST.replace("4", "2", 1))
    page.keyboard.press("Enter")
    expect(page.locator(".turn")).to_have_count(1)
    expect(page.locator(".turn a.chip").first).to_be_visible()
    expect(page.locator(".honest")).to_be_visible()
    kept = api(f"/api/conversations/{number(page)}")["turns"]
    assert [t["question"] for t in kept] == [FIRST.replace("4", "2", 1)]


def test_a_question_asked_again_takes_its_own_place(open_page: OpenPage, api: Api) -> None:
    page = open_page()
    ask(page, FIRST)
    page.get_by_role("button", name="Ask again").click()
    expect(page.locator(".turn")).to_have_count(1)
    expect(page.locator(".honest")).to_be_visible()
    assert len(api(f"/api/conversations/{number(page)}")["turns"]) == 1


def test_feedback_is_kept_told_again_and_taken_back(open_page: OpenPage, api: Api) -> None:
    page = open_page()
    ask(page, FIRST)
    path = f"/api/conversations/{number(page)}"
    page.get_by_role("button", name="Not good").click()
    page.get_by_role("radio", name="The document is outdated").check()
    page.get_by_label("In your own words").fill("Đã có <b>văn bản</b> mới.")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".toast")).to_contain_text("The feedback is noted.")
    assert api(path)["turns"][0]["feedback"] == {"verdict": "outdated", "comment": "Đã có <b>văn bản</b> mới."}
    page.reload()
    expect(page.get_by_role("button", name="Not good")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Good", exact=True).click()
    expect(page.get_by_role("button", name="Good", exact=True)).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("button", name="Good", exact=True)).to_have_attribute("aria-pressed", "false")
    assert api(path)["turns"][0]["feedback"] is None


def test_two_tabs_of_one_conversation_keep_in_step(open_page: OpenPage, api: Api) -> None:
    page = open_page()
    ask(page, FIRST)
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".turn")).to_have_count(1)
    ask(other, SECOND)
    expect(page.locator(".turn")).to_have_count(2)
    ask(page, "Còn Điều 2?")
    expect(other.locator(".turn")).to_have_count(3)
    assert len(api(f"/api/conversations/{number(page)}")["turns"]) == 3
