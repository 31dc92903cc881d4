"""A checklist put in order by hand: items and sections of one's own, moved, renamed, by keys alone."""

import re

from playwright.sync_api import expect

from tests.window import OpenPage
from tests.work.checklist_page import edit, is_saved, items, tasks
from tests.work.conftest import WorkApi


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
