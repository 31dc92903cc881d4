"""Several people at one checklist: versions, changes made meanwhile, words that contradict, saving that fails."""

import re

import pytest
from playwright.sync_api import expect

from tests.window import OpenPage
from tests.work.checklist_page import edit, is_saved, items
from tests.work.conftest import WorkApi


def test_a_section_that_somebody_else_renamed_keeps_both_changes(open_page: OpenPage, api: WorkApi) -> None:
    id = api.checklist("31/KH-TCT", kind="procedure")["id"]
    page = open_page(f"/checklists/{id}")
    expect(items(page).first).to_be_visible()
    first, second, *_ = api(f"/api/checklists/{id}")["sections"]
    named = {"op": "rename", "section": second["id"], "value": "Của người khác"}
    api(f"/api/checklists/{id}", {"version": 1, "changes": [named]}, "PATCH")
    page.get_by_role("button", name=f"Move down the whole section {first['title']}").click()
    expect(page.locator(".notice")).to_contain_text("changed this checklist meanwhile (version 2)")
    expect(page.locator(".stage h2").first).to_have_text("Của người khác")
    is_saved(page)
    assert [s["id"] for s in api(f"/api/checklists/{id}")["sections"]][:2] == [second["id"], first["id"]]


def test_an_earlier_version_is_looked_at_and_restored(open_page: OpenPage, api: WorkApi) -> None:
    id = api.checklist()["id"]
    drafted = api.items(id)
    changes = [{"op": "remove", "item": "i1"}, {"op": "title", "value": "Khác hẳn"}]
    api(f"/api/checklists/{id}", {"version": 1, "changes": changes}, "PATCH")
    page = open_page(f"/checklists/{id}")
    other = page.context.new_page()
    other.goto(page.url)
    expect(items(other)).to_have_count(len(drafted) - 1)
    page.get_by_role("button", name="Versions").click()
    page.get_by_role("dialog").get_by_role("link", name="View").click()
    expect(items(page)).to_have_count(len(drafted))
    assert page.get_by_role("button", name=re.compile("section|^Edit")).count() == 0  # only to be looked at
    page.get_by_role("button", name="Restore this version").click()
    expect(page.locator(".toast")).to_contain_text("Version 1 was restored")
    expect(page).to_have_url(re.compile(f"/checklists/{id}$"))
    expect(items(page)).to_have_count(len(drafted))
    expect(items(other)).to_have_count(len(drafted))  # the other tab follows
    assert api.items(id) == drafted
    items(page).nth(0).get_by_role("checkbox").check()
    is_saved(page)
    page.get_by_role("button", name="Versions").click()
    expect(page.get_by_role("dialog")).to_contain_text("restored version 1")
    page.get_by_role("dialog").get_by_role("link", name="View").first.click()  # version 3, then 2
    page.goto(f"{page.url.split('?')[0]}?version=2")
    expect(page.get_by_role("heading", level=1)).to_have_text("Khác hẳn")  # nothing is lost
    page.route("**/restore", lambda route: route.abort())
    page.get_by_role("button", name="Restore this version").click()
    expect(page.locator(".notice.wrong")).to_contain_text("cannot be reached")


def test_two_at_work_lose_nothing(open_page: OpenPage, api: WorkApi) -> None:
    id = api.checklist()["id"]
    an, binh = open_page(f"/checklists/{id}"), open_page(f"/checklists/{id}")
    expect(items(binh).first).to_be_visible()
    items(an).nth(0).get_by_role("checkbox").check()
    is_saved(an)
    form = edit(binh, 1)
    form.get_by_label("Note").fill("của Bình")
    form.get_by_role("button", name="Save").click()
    expect(binh.locator(".notice")).to_contain_text("changed this checklist meanwhile (version 2)")
    expect(items(binh).nth(0).get_by_role("checkbox")).to_be_checked()
    expect(items(binh).nth(1)).to_contain_text("của Bình")
    is_saved(binh)
    first, second = api.items(id)[:2]
    assert first["done"] and second["note"] == "của Bình"


@pytest.mark.parametrize(("choice", "holds"), [("Yours", "của An"), ("Saved", "của Bình")])
def test_two_at_one_place_are_asked_which_word_holds(
    open_page: OpenPage, api: WorkApi, choice: str, holds: str
) -> None:
    id = api.checklist()["id"]
    page = open_page(f"/checklists/{id}")
    form = edit(page, 0)
    form.get_by_label("Note").fill("của An")
    note = {"op": "set", "item": "i1", "field": "note", "value": "của Bình"}
    api(f"/api/checklists/{id}", {"version": 1, "changes": [note, {"op": "remove", "item": "i2"}]}, "PATCH")
    form.get_by_role("button", name="Save").click()
    page.get_by_role("dialog").get_by_label(re.compile(f"^{choice}")).check()
    page.get_by_role("button", name="Keep what is chosen").click()
    is_saved(page)
    expect(items(page).nth(0).locator(".item-note")).to_have_text(holds)
    assert api.items(id)[0]["note"] == holds and "i2" not in [i["id"] for i in api.items(id)]


def test_a_change_to_what_is_gone_is_told_and_a_tab_follows_the_other(open_page: OpenPage, api: WorkApi) -> None:
    id = api.checklist()["id"]
    page = open_page(f"/checklists/{id}")
    other = page.context.new_page()
    other.goto(page.url)
    form = edit(page, 1)
    form.get_by_label("Note").fill("không được mất")
    api(f"/api/checklists/{id}", {"version": 1, "changes": [{"op": "remove", "item": "i2"}]}, "PATCH")
    form.get_by_role("button", name="Save").click()
    expect(page.locator(".notice")).to_contain_text("không được mất")
    items(page).nth(0).get_by_role("checkbox").check()
    expect(items(other).nth(0).get_by_role("checkbox")).to_be_checked()
    expect(items(other)).to_have_count(items(page).count())


def test_what_cannot_be_saved_stays_and_is_tried_again(open_page: OpenPage, api: WorkApi) -> None:
    id = api.checklist()["id"]
    page = open_page(f"/checklists/{id}")
    expect(items(page).first).to_be_visible()
    page.route("**/api/checklists/**", lambda route: route.abort())
    items(page).nth(0).get_by_role("checkbox").check()
    expect(page.locator(".notice.wrong")).to_contain_text("could not be saved")
    items(page).nth(1).get_by_role("checkbox").check()
    page.unroute("**/api/checklists/**")
    page.get_by_role("button", name="Try to save again").click()
    is_saved(page)
    expect(page.locator(".notice.wrong")).to_have_count(0)
    assert [i["done"] for i in api.items(id)][:2] == [True, True]
