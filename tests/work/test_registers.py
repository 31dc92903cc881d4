"""Registers in the window: filtered, sorted, paged, given out; the address says what is shown."""

import csv
import re

import pytest
from playwright.sync_api import Page, expect

from corpus.said.registers import REGISTER_MESSAGES
from tests.window import OpenPage
from tests.work.conftest import WorkApi, saved_as


def column(page: Page, at: int) -> list[str]:
    return page.locator(f".register tbody tr td:nth-child({at})").all_inner_texts()


def test_it_is_filtered_and_given_out_as_it_is_shown(open_page: OpenPage, api: WorkApi) -> None:
    page = open_page("/registers")
    expect(page.locator(".register-head p")).to_have_text(f"{api('/api/registers/duties')['total']} entries.")
    page.get_by_label("Agency").fill("SNV")
    page.get_by_label("Due on or before").fill("2023-12-31")
    page.get_by_role("button", name="Filter", exact=True).click()
    page.wait_for_url("**agency=SNV&before=2023-12-31")
    wanted = api("/api/registers/duties?agency=SNV&before=2023-12-31")
    expect(page.locator(".register-head p")).to_have_text(f"{wanted['total']} entries.")
    expect(page.locator(".register tbody tr")).to_have_count(wanted["total"])
    said = wanted["entries"][0]["action"]["text"].split("\n")[0]
    expect(page.locator(".register tbody tr").first).to_contain_text(said)
    rows = list(csv.reader(saved_as(page, "CSV").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) >= wanted["total"] + 1 and any(wanted["entries"][0]["document"]["number"] in c for c in rows[1])
    page.get_by_role("button", name="Clear the filters").click()
    expect(page.locator(".register-head p")).not_to_have_text(f"{wanted['total']} entries.")
    assert page.url.endswith("/registers/duties")


def test_it_is_sorted_and_turned_by_the_keyboard_and_the_address_keeps_it(open_page: OpenPage, api: WorkApi) -> None:
    page = open_page("/registers/definitions")
    button = page.get_by_role("columnheader").get_by_role("button", name="Term")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("columnheader", name="Term")).to_have_attribute("aria-sort", "ascending")
    terms = [e["term"]["text"] for e in api("/api/registers/definitions?sort=term")["entries"]]
    assert column(page, 1) == terms
    expect(button).to_be_focused()  # although it was drawn anew
    page.keyboard.press("Enter")
    expect(page.get_by_role("columnheader", name="Term")).to_have_attribute("aria-sort", "descending")
    terms = [e["term"]["text"] for e in api("/api/registers/definitions?sort=term&descending=true")["entries"]]
    expect(page.locator(".register tbody tr").first).to_contain_text(terms[0])
    page.get_by_role("button", name="Next page").focus()
    page.keyboard.press("Enter")
    total = api("/api/registers/definitions")["total"]
    expect(page.locator(".pager")).to_contain_text(f"51–{total} of {total}")
    expect(page.get_by_role("button", name="Next page")).to_be_focused()
    expect(page.get_by_role("button", name="Next page")).to_have_attribute("aria-disabled", "true")
    page.reload()
    expect(page.locator(".register tbody tr")).to_have_count(total - 50)


@pytest.mark.parametrize(
    ("kind", "label", "value", "query"),
    [
        ("requirements", "About", "age", "attribute=age"),
        ("figures", "Kind of figure", "target", "stance=target"),
        ("requirements", "Kind of subject", "post", "subject_kind=post"),
        ("duties", "Documents in", "en", "written=en"),
        ("duties", "How binding", "must_not", "strength=must_not"),
    ],
)
def test_each_register_has_its_filters(
    open_page: OpenPage, api: WorkApi, kind: str, label: str, value: str, query: str
) -> None:
    page = open_page("/registers")
    name = {"duties": "Duties", "requirements": "Requirements", "figures": "Figures"}[kind]
    page.get_by_role("navigation", name="Kind of register").get_by_role("link", name=name).click()
    page.locator("form").get_by_label(label).select_option(value)
    page.get_by_role("button", name="Filter", exact=True).click()
    total = api(f"/api/registers/{kind}?{query}")["total"]
    expect(page.locator(".register-head p")).to_have_text(f"{total:,} entries.")
    assert 0 < total < api(f"/api/registers/{kind}")["total"]


def test_what_the_second_reader_found_is_marked_and_shown_where_it_is_asked_for(
    open_page: OpenPage, api: WorkApi
) -> None:
    whole = api("/api/registers/duties?origin=all")["total"]
    page = open_page("/registers/duties")
    mark = page.get_by_text("second reader (stub)")
    expect(page.locator(".register-head p")).to_have_text(f"{whole} entries.")
    entry = api("/api/registers/duties")["entries"][0]
    proposed = entry | {
        "second_reader": {
            "id": 7,
            "model": "stub",
            "at": "2026-11-23T02:00:00",
            "state": "proposed",
            "who": "",
            "decided": None,
        }
    }
    body = {"total": 1, "offset": 0, "remarks": [], "entries": [proposed]}
    page.route(re.compile("/api/registers/duties.*origin=second"), lambda route: route.fulfill(json=body))
    expect(mark).to_have_count(0)
    page.locator("form").get_by_label("Found by").select_option("second")
    page.get_by_role("button", name="Filter", exact=True).click()
    expect(mark).to_have_text("[7] second reader (stub), not yet reviewed")
    assert page.url.endswith("?origin=second")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_text("người đọc thứ hai (stub), chưa duyệt")).to_be_visible()


def test_on_a_phone_the_filters_are_folded_and_say_how_many_are_set(open_page: OpenPage) -> None:
    page = open_page("/registers/duties?document=31-kh-tct-2026&strength=must", width=360)
    expect(page.locator("main summary").first).to_have_text("Filters (2)")
    expect(page.get_by_label("Agency")).to_be_hidden()


def test_a_wrong_filter_says_what_is_wrong_in_either_language(open_page: OpenPage) -> None:
    page = open_page("/registers/figures?period=soon")
    expect(page.locator(".notice")).to_contain_text("soon names no year")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.locator(".notice")).to_contain_text("soon không nêu năm nào")
    page.get_by_label("Giai đoạn").fill("1900")
    page.get_by_role("button", name="Lọc", exact=True).click()
    expect(page.get_by_text("Không có mục nào phù hợp.")).to_be_visible()


def test_strengths_and_the_like_are_called_as_in_the_catalogue(open_page: OpenPage) -> None:
    words = open_page("/docs").evaluate("async () => (await import('/web/words/registers.js')).WORDS")
    named = {name for name in words["en"] if re.match("(strength|deadline|subject|attribute|stance)_", name)}
    named -= {"deadline_kind", "subject_kind"}
    assert len(named) > 40
    for name in named:
        said = REGISTER_MESSAGES[name.replace("_", "-", 1)]
        assert said == {language: words[language][name] for language in ("vi", "en")}, name
