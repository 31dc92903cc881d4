"""Every work view for everybody: no barrier that a program can see, both languages, light and dark, down to 320 pixels."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.window import OpenPage, barriers
from tests.work.conftest import WorkApi

VIEWS: dict[str, Callable[[WorkApi], str]] = {
    "checklists": lambda _: "/checklists",
    "checklist": lambda api: f"/checklists/{api.checklist('31/KH-TCT', kind='procedure')['id']}",
    "registers": lambda _: "/registers/duties?sort=day&document=31-kh-tct-2026",
    "requirements": lambda _: "/sheets?post=trưởng phòng",
    "positions": lambda _: "/sheets/positions?q=giám đốc sở",
    "courses": lambda _: "/courses",
    "course": lambda api: f"/courses/{api('/api/courses', {'topic': '77-KL/TU', 'questions': 4})['id']}",
    "documents": lambda _: "/documents",
}


def show_all(page: Page, view: str) -> None:
    """Opens what is folded away and asks what there is to ask."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    if view == "requirements":
        page.get_by_role("radio").nth(1).check()
        page.get_by_label("Date of birth").fill("1980-01-01")
        page.get_by_role("button", name="Check", exact=True).click()
        expect(page.locator(".verdict-badge").first).to_be_visible()
    if view == "positions":
        page.get_by_role("button", name="Show").click()
        expect(page.locator("tbody tr").first).to_be_visible()
    if view == "checklist":
        page.get_by_role("button", name=re.compile("^Edit")).first.click()
        page.get_by_role("checkbox").nth(1).check()
    if view in ("registers", "documents"):
        expect(page.locator("tbody tr").first).to_be_visible()
    if view == "course":
        page.locator(".question").first.get_by_role("button").click()
    page.evaluate("for (const d of document.querySelectorAll('main details')) d.open = true")


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_has_a_barrier(open_page: OpenPage, api: WorkApi, view: str) -> None:
    page = open_page(VIEWS[view](api), color_scheme="light", reduced_motion="reduce")
    show_all(page, view)
    assert barriers(page) == []
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    page.emulate_media(color_scheme="dark")  # colours know no language, and names no colour: two pairs are all four
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert barriers(page) == []
    page.get_by_role("button", name="English").click()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("name", ["checklists", "courses", "documents", "registers", "sheets", "work"])
def test_both_languages_have_the_same_words(open_page: OpenPage, name: str) -> None:
    words = open_page("/docs").evaluate(f"async () => (await import('/web/words/{name}.js')).WORDS")
    assert words["vi"].keys() == words["en"].keys()
    for key, vietnamese in words["vi"].items():
        assert set(re.findall(r"{\w+}", vietnamese)) == set(re.findall(r"{\w+}", words["en"][key])), key
