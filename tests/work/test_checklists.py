"""A checklist in the window: drafted, ticked, looked through, empty, of five hundred items, printed, given out."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import openpyxl
from docx import Document
from icalendar import Calendar
from playwright.sync_api import expect

from tests.window import OpenPage
from tests.work.checklist_page import edit, is_saved, items, tasks
from tests.work.conftest import WorkApi, saved_as

TOPIC = "hồ sơ nhập học"


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
