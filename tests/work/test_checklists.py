"""Checklists in the window: made, ticked, filled in, moved, given out; several people at work; five hundred items."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from tests.window import OpenPage
from tests.work.conftest import WorkApi, saved_as

TOPIC = "hồ sơ nhập học"


def items(page: Page) -> Locator:
    return page.locator(".item")


def tasks(page: Page) -> list[str]:
    return page.locator(".item-task").all_text_contents()


def is_saved(page: Page) -> None:
    expect(page.locator(".save-state")).to_have_attribute("data-state", "saved")


def edit(page: Page, at: int) -> Locator:
    items(page).nth(at).get_by_role("button", name=re.compile("^Edit")).click()
    return items(page).nth(at).locator("form")


def test_one_is_made_ticked_filled_in_and_there_again(open_page: OpenPage, api: WorkApi) -> None:
    page = open_page("/checklists")
    page.get_by_label("Topic, or number").fill(TOPIC)
    page.get_by_label("Your name").fill("Lan")
    page.get_by_role("button", name="Draft the checklist").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(TOPIC)
    id = page.url.rsplit("/", 1)[1]
    before = api.items(id)
    assert tasks(page) == [i["task"] for i in before] and len(before) > 2
    items(page).nth(0).get_by_role("checkbox").check()
    expect(page.locator(".list-count")).to_contain_text(f"1 of {len(before)} items done")
    form = edit(page, 1)
    expect(form).to_contain_text("own words cannot be changed")
    assert form.get_by_label("Task").count() == 0
    form.get_by_label("Assigned to").fill("Nguyễn Thị Hoa")
    form.get_by_label("Your due date").fill("2030-03-15")
    form.get_by_label("Note").fill("hai bản\ncó chứng thực")
    form.get_by_role("button", name="Save").click()
    expect(items(page).nth(1)).to_contain_text("15/03/2030")
    is_saved(page)
    page.reload()
    expect(items(page).nth(0).get_by_role("checkbox")).to_be_checked()
    expect(items(page).nth(1)).to_contain_text("Nguyễn Thị Hoa")
    kept = api.items(id)[1]
    assert (kept["assignee"], kept["due"], kept["note"]) == ("Nguyễn Thị Hoa", "2030-03-15", "hai bản\ncó chứng thực")
    page.get_by_role("button", name="Versions").click()
    expect(page.get_by_role("dialog")).to_contain_text("Version 3")
    expect(page.get_by_role("dialog")).to_contain_text("Lan")
    expect(page.get_by_role("dialog")).to_contain_text("your due date = 15/03/2030")
    page.get_by_role("dialog").get_by_role("link", name="View").last.click()
    expect(page.locator(".notice")).to_contain_text("This is version 1")
    expect(items(page).nth(0).get_by_role("checkbox")).not_to_be_checked()
    expect(items(page).nth(0).get_by_role("checkbox")).to_be_disabled()
    page.get_by_role("link", name="To the present version").click()
    expect(items(page).nth(0).get_by_role("checkbox")).to_be_checked()


def test_the_wider_list_is_asked_for_in_the_form(open_page: OpenPage, api: WorkApi) -> None:
    topic = "tiếp nhận vào làm công chức"
    narrow = api.checklist(topic, kind="procedure")
    assert any("wider list" in r for r in narrow["remarks"])
    page = open_page("/checklists")
    box = page.get_by_role("checkbox", name="The wider list")
    expect(box).not_to_be_checked()
    expect(box).to_have_accessible_description(re.compile("only in part"))
    page.get_by_label("Topic, or number").fill(topic)
    page.get_by_label("Kind of checklist").select_option("procedure")
    box.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Draft the checklist").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(topic)
    expect(items(page)).not_to_have_count(0)
    before = {i["task"] for i in api.items(narrow["id"])}
    assert before < set(tasks(page))
    expect(page.locator(".list-notes")).not_to_contain_text("wider list")
    page.goto(page.url.split("/checklists/")[0] + "/checklists")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_role("checkbox", name="Danh mục mở rộng")).to_be_visible()


def test_items_of_ones_own_are_added_edited_and_removed(open_page: OpenPage, api: WorkApi) -> None:
    id = api.checklist()["id"]
    page = open_page(f"/checklists/{id}")
    count = len(api.items(id))
    page.get_by_role("button", name=re.compile("^Add an item to")).first.click()
    markup = "<img src=x onerror=alert(1)> <b>nộp</b>"
    page.locator(".item-form").get_by_label("Task").fill(markup)
    page.locator(".item-form").get_by_label("Your due date").fill("2030-01-02")
    page.locator(".item-form").get_by_role("button", name="Save").click()
    expect(items(page)).to_have_count(count + 1)
    own = items(page).last
    expect(own.locator(".item-task")).to_have_text(markup)
    expect(own).to_contain_text("02/01/2030")
    assert page.locator(".checklist img, .checklist b").count() == 0
    form = edit(page, count)
    form.get_by_label("Task").fill("nộp lệ phí")
    form.get_by_label("Coordinating").fill("Phòng Tài vụ; Phòng Đào tạo")
    form.get_by_role("button", name="Save").click()
    expect(own).to_contain_text("Phòng Tài vụ; Phòng Đào tạo")
    expect(own).to_contain_text("added by hand")
    is_saved(page)
    assert api.items(id)[-1]["coordinators"] == ["Phòng Tài vụ", "Phòng Đào tạo"]
    edit(page, count).get_by_role("button", name="Remove this item").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove this item").click()
    expect(items(page)).to_have_count(count)
    page.get_by_role("button", name="Add a section").click()
    page.get_by_role("dialog").get_by_label("Name of the section").fill("Việc của lớp")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Việc của lớp")).to_be_visible()
    page.get_by_role("button", name="Rename", exact=True).click()
    page.get_by_role("dialog").get_by_label("Name of the checklist").fill("Nhập học 2030")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nhập học 2030")
    form = edit(page, 0)
    form.get_by_label("Section").select_option("Việc của lớp")
    form.get_by_role("button", name="Save").click()
    is_saved(page)
    last = api(f"/api/checklists/{id}")["sections"][-1]
    assert last["title"] == "Việc của lớp" and [i["id"] for i in last["items"]] == ["i1"]
    expect(page.get_by_role("region", name="Việc của lớp").locator(".item")).to_have_count(1)


def test_sections_are_renamed_and_moved_with_their_items(open_page: OpenPage, api: WorkApi) -> None:
    id = api.checklist("31/KH-TCT", kind="procedure")["id"]
    before = api(f"/api/checklists/{id}")["sections"]
    first, second, *rest = (s["title"] for s in before)
    page = open_page(f"/checklists/{id}")
    headings = page.locator(".stage h2")
    expect(headings).to_have_text([first, second, *rest])
    page.get_by_role("button", name=f"Rename the section {first}").click()
    field = page.get_by_role("dialog").get_by_label("Name of the section")
    expect(field).to_have_value(first)
    field.fill("<b>Trước hết</b>")
    page.keyboard.press("Enter")
    expect(headings).to_have_text(["<b>Trước hết</b>", second, *rest])
    expect(page.get_by_role("button", name="Add an item to <b>Trước hết</b>")).to_be_visible()
    up = page.get_by_role("button", name="Move up the whole section <b>Trước hết</b>")
    expect(up).to_have_attribute("aria-disabled", "true")
    down = page.get_by_role("button", name="Move down the whole section <b>Trước hết</b>")
    down.focus()
    page.keyboard.press("Enter")
    expect(headings).to_have_text([second, "<b>Trước hết</b>", *rest])
    expect(down).to_be_focused()  # it has gone along with its section
    expect(page.locator("[aria-live=polite]", has_text="is now section 2")).to_have_count(1)
    expect(items(page).first.locator(".item-number")).to_have_text("1.")
    is_saved(page)
    after = api(f"/api/checklists/{id}")["sections"]
    assert [s["title"] for s in after] == [second, "<b>Trước hết</b>", *rest]
    assert after[1]["items"] == before[0]["items"]
    up.click()
    expect(headings).to_have_text(["<b>Trước hết</b>", second, *rest])
    page.get_by_role("button", name="Versions").click()
    expect(page.get_by_role("dialog")).to_contain_text("renamed a section to “<b>Trước hết</b>”")
    expect(page.get_by_role("dialog")).to_contain_text("“<b>Trước hết</b>”: the whole section moved")


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


def test_the_order_is_changed_by_buttons_keys_and_dragging(open_page: OpenPage, api: WorkApi) -> None:
    id = api.checklist()["id"]
    page = open_page(f"/checklists/{id}")
    expect(items(page).first).to_be_visible()
    a, b, c, *rest = tasks(page)
    down = items(page).nth(0).get_by_role("button", name=re.compile("^Move down"))
    down.focus()
    page.keyboard.press("Enter")
    assert tasks(page) == [b, a, c, *rest]
    page.keyboard.press("Enter")  # the focus has gone along with the item
    assert tasks(page) == [b, c, a, *rest]
    expect(page.locator("[aria-live=polite]", has_text="Item 3")).to_have_count(1)
    is_saved(page)
    assert [i["task"] for i in api.items(id)] == [b, c, a, *rest]
    grip, goal = items(page).nth(2).locator(".item-handle").bounding_box(), items(page).nth(0).bounding_box()
    assert grip and goal
    page.mouse.move(grip["x"] + 4, grip["y"] + 8)
    page.mouse.down()
    page.mouse.move(goal["x"] + 60, goal["y"] + 40, steps=4)
    page.mouse.move(goal["x"] + 60, goal["y"] + 4, steps=4)
    page.mouse.up()
    assert tasks(page) == [a, b, c, *rest]
    is_saved(page)
    assert [i["task"] for i in api.items(id)] == [a, b, c, *rest]
    page.mouse.down()  # a press without a move changes nothing
    page.mouse.up()
    assert tasks(page) == [a, b, c, *rest]


def test_the_keyboard_is_enough(open_page: OpenPage, api: WorkApi) -> None:
    page = open_page(f"/checklists/{api.checklist()['id']}")
    expect(items(page).first).to_be_visible()
    box = items(page).nth(0).get_by_role("checkbox")
    expect(box).to_have_accessible_name(tasks(page)[0])
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    expect(page.locator("[aria-live=polite]", has_text="Done:")).to_have_count(1)
    for _ in range(8):
        page.keyboard.press("Tab")
        if (page.evaluate("document.activeElement.getAttribute('aria-label')") or "").startswith("Edit"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_label("Assigned to")).to_be_focused()
    page.keyboard.type("An")
    expect(page.locator(".source-card:not([hidden])")).to_have_count(0)  # the card of the chip on the way has gone
    page.keyboard.press("Escape")  # nothing is kept
    expect(items(page).nth(0).get_by_role("button", name=re.compile("^Edit"))).to_be_focused()
    expect(items(page).nth(0)).not_to_contain_text("Assigned to")
    page.keyboard.press("Enter")
    page.keyboard.type("Bình")
    page.keyboard.press("Enter")
    expect(items(page).nth(0)).to_contain_text("Bình")
    page.get_by_role("button", name="Export").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("menuitem").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Export")).to_be_focused()


def test_a_chip_opens_its_words_beside_the_list_and_the_focus_comes_back(open_page: OpenPage, api: WorkApi) -> None:
    id = api.checklist()["id"]
    page, source = open_page(f"/checklists/{id}"), api.items(id)[1]["sources"][0]
    both = api.checklist("hồ sơ đề nghị tiếp nhận vào làm công chức")
    twins = next(i["sources"] for s in both["sections"] for i in s["items"] if len(i["sources"]) > 1)
    assert {s["language"] for s in twins} == {"vi", "en"}
    other = open_page(f"/checklists/{both['id']}")
    expect(other.locator(".item-sources").filter(has_text="in Vietnamese").first).to_be_visible()
    assert other.locator(".item-sources", has_text="in English").count() == 0
    link = items(page).nth(1).locator("a.chip").first
    expect(link).to_have_accessible_name(re.compile(re.escape(f"{source['number']}, {source['path']}")))
    link.focus()
    page.keyboard.press("Enter")
    panel = page.locator(".source-panel")
    expect(panel.locator("mark").first).to_be_visible()
    assert "\n".join(panel.locator("mark").all_text_contents()) == source["quote"]
    expect(panel).to_contain_text("Source 2 (2 of")
    panel.get_by_role("button", name="Next citation").click()
    expect(panel).to_contain_text("Source 3 (3 of")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.locator("a.chip[data-mark='3']")).to_be_focused()


def test_every_file_opens_again_with_what_was_filled_in(open_page: OpenPage, api: WorkApi) -> None:
    id = api.checklist("phê duyệt đề án vị trí việc làm", kind="procedure")["id"]
    changes = [
        {"op": "set", "item": "i1", "field": "done", "value": True},
        {"op": "set", "item": "i1", "field": "assignee", "value": "Trần Văn Cường"},
        {"op": "set", "item": "i1", "field": "due", "value": "2030-05-20"},
    ]
    api(f"/api/checklists/{id}", {"version": 1, "changes": changes}, "PATCH")
    page = open_page(f"/checklists/{id}")
    expect(items(page).first).to_contain_text("Trần Văn Cường")
    quote = api.items(id)[0]["sources"][0]["quote"]
    heading: dict[str, str] = {}
    for layout in ("State", "Party"):
        document = Document(str(saved_as(page, f"Word, {layout} layout")))
        said = "\n".join(c.text for t in document.tables for r in t.rows for c in r.cells)
        heading[layout] = " ".join(c.text for r in document.tables[0].rows for c in r.cells)
        assert "Trần Văn Cường" in said
    assert "SOCIALIST REPUBLIC OF VIETNAM" in heading["State"] and "COMMUNIST PARTY OF VIETNAM" in heading["Party"]
    sheet = openpyxl.load_workbook(saved_as(page, "Excel"))
    assert any("Trần Văn Cường" in str(c.value) for s in sheet for row in s.iter_rows() for c in row)
    events = Calendar.from_ical(saved_as(page, re.compile("Calendar")).read_bytes()).walk("VEVENT")
    assert any(b"20300520" in event.to_ical() for event in events)
    rows = list(csv.reader(saved_as(page, "CSV").read_text(encoding="utf-8-sig").splitlines()))
    assert any("Trần Văn Cường" in cell for row in rows for cell in row)
    assert "Trần Văn Cường" in saved_as(page, "Markdown").read_text(encoding="utf-8")
    body = json.dumps(json.loads(saved_as(page, "JSON").read_text(encoding="utf-8")), ensure_ascii=False)
    assert "Trần Văn Cường" in body and json.dumps(quote, ensure_ascii=False)[1:-1] in body


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


def test_five_hundred_items(open_page: OpenPage, api: WorkApi) -> None:
    made = api.checklist("vaccination of cattle")
    steps: list[dict[str, Any]] = [
        {"op": "add", "task": f"Việc số {n}: {'soát xét ' * (n % 9)}"} for n in range(1, 501)
    ]
    api(f"/api/checklists/{made['id']}", {"version": 1, "changes": steps}, "PATCH")
    page = open_page(f"/checklists/{made['id']}")
    expect(items(page)).to_have_count(500)
    # far items are not laid out, so that scrolling stays smooth
    assert page.locator(".item-body").last.evaluate("e => !e.checkVisibility({contentVisibilityAuto: true})") is True
    items(page).nth(499).get_by_role("checkbox").check()
    items(page).nth(499).get_by_role("button", name=re.compile("^Move up")).click()
    expect(items(page).nth(498)).to_contain_text("Việc số 500")
    expect(items(page).nth(498).locator(".item-number")).to_have_text("499.")
    is_saved(page)
    assert [i["task"].split(":")[0] for i in api.items(made["id"])][-2:] == ["Việc số 500", "Việc số 499"]
    page.get_by_label("Find in the checklist").fill("việc số 49")
    expect(page.locator(".item:not([hidden])")).to_have_count(11)
    expect(page.get_by_text("11 of 500 items are shown.")).to_be_visible()
    page.get_by_label("Find in the checklist").fill("")
    page.get_by_label("Show", exact=True).select_option("Done")
    expect(page.locator(".item:not([hidden])")).to_have_count(1)


def test_an_uncovered_topic_an_empty_one_and_a_missing_list_say_so(open_page: OpenPage) -> None:
    page = open_page("/checklists")
    page.get_by_role("button", name="Draft the checklist").click()
    expect(page.locator(".notice")).to_contain_text("Type the topic")
    page.get_by_label("Topic, or number").fill("vaccination of cattle")
    page.keyboard.press("Enter")
    expect(page.get_by_text("The checklist has no items")).to_be_visible()
    page.get_by_role("button", name="Add an item").click()
    page.get_by_label("Task").fill("Ask the veterinary office")
    page.keyboard.press("Control+a")
    page.locator(".item-form").get_by_role("button", name="Save").click()
    expect(items(page)).to_have_count(1)
    expect(page.get_by_text("The checklist has no items")).to_have_count(0)
    page.get_by_role("button", name="Delete the checklist").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete the checklist").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Checklists")
    expect(open_page("/checklists/0000").locator(".notice")).to_contain_text("There is no checklist 0000")


def test_it_prints_as_a_list_to_tick_by_hand(open_page: OpenPage, api: WorkApi, tmp_path: Path) -> None:
    page = open_page(f"/checklists/{api.checklist()['id']}")
    expect(items(page).first).to_be_visible()
    page.emulate_media(media="print")
    for part in (".toolbar", ".item-tools", ".item-handle", ".top", ".item-adder"):
        expect(page.locator(part).first).to_be_hidden()
    expect(items(page).last.get_by_role("checkbox")).to_be_visible()
    expect(items(page).last.locator(".item-sources")).to_be_visible()
