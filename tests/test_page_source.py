"""The source beside the answer: the page with exactly the cited words marked, the text, the way back, the citation copied."""

import json
import re
import urllib.parse
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.window import Api, OpenPage, ask

QUESTION = "Điều 4 của Quyết định 18/2024/QĐ-UBND quy định gì?"
PRINTED = "Điều 4 của Quyết định 31/2025/QĐ-UBND quy định gì về Thẩm quyền của Ủy ban nhân dân tỉnh?"  # of a PDF
SCAN = "Điều 1 của Quyết định 9/2026/QĐ-UBND"
PDF = "05-nq-tu-2021-en"


def opened(page: Page, question: str, chip: int = 0) -> None:
    ask(page, question)
    page.locator(".turn a.chip").nth(chip).click()


def panel(page: Page) -> Any:
    return page.get_by_role("dialog")


def marked(page: Page) -> str:
    expect(page.locator(".sheet mark").first).to_be_attached()
    return "\n".join(page.locator(".sheet mark").all_text_contents())


def overlaps(a: dict[str, float], b: dict[str, float]) -> float:
    """The share of a rectangle that lies in another."""
    wide = min(a["right"], b["right"]) - max(a["left"], b["left"])
    high = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
    area = (a["right"] - a["left"]) * (a["bottom"] - a["top"])
    return max(0.0, wide) * max(0.0, high) / area


def test_the_cited_words_are_marked_where_they_stand_on_the_page(open_page: OpenPage, api: Api) -> None:
    page = open_page()
    answer = api.ask(PRINTED)
    opened(page, PRINTED)
    citation = answer["citations"][0]
    region = panel(page)
    expect(region.get_by_role("heading", level=2)).to_contain_text("31/2025/QĐ-UBND")
    image = region.get_by_role("img", name=re.compile(f"^Image of page {citation['page']} .*tinted and outlined$"))
    assert image.evaluate("i => i.decode().then(() => i.naturalWidth)") > 500
    place = f"/api/documents/31-2025-qd-ubnd/pages/{citation['page']}?c={citation['start']}-{citation['end']}"
    known = api(place)
    assert known["marked"] == "all"
    # the marks of the window, as fractions of the image that is shown, are the boxes of the characters themselves
    drawn = image.evaluate(
        """i => { const on = i.getBoundingClientRect(); return [...document.querySelectorAll('.page-mark')].map(m => {
        const r = m.getBoundingClientRect(); return {left: (r.left - on.left) / on.width, top: (r.top - on.top) / on.height,
        right: (r.right - on.left) / on.width, bottom: (r.bottom - on.top) / on.height}; }); }"""
    )
    assert len(drawn) == len(known["boxes"])
    for mark, box in zip(drawn, known["boxes"], strict=True):
        assert overlaps(mark, box) > 0.97 and overlaps(box, mark) > 0.97
    first = page.locator(".page-mark").first
    expect(first).to_be_in_viewport()
    expect(region).to_contain_text("The cited words are tinted and outlined on the image.")
    region.get_by_role("button", name="Text", exact=True).click()
    assert marked(page) == citation["quote"]
    expect(page.locator(".sheet mark").first).to_be_in_viewport()


def test_every_citation_opens_at_its_words_one_after_the_other(open_page: OpenPage, api: Api) -> None:
    page, citations = open_page(), api.ask(QUESTION)["citations"]
    opened(page, QUESTION)
    assert len(citations) > 2
    for number, c in enumerate(citations, 1):
        expect(panel(page)).to_contain_text(f"Source {c['mark']} ({number} of {len(citations)})")
        expect(page.locator(".sheet mark").first).to_have_text(c["quote"].split("\n")[0])
        assert marked(page) == c["quote"]
        expect(page.locator("a.chip[aria-current]")).to_have_attribute("data-mark", str(c["mark"]))
        panel(page).get_by_role("button", name="Next citation").press("Enter")
    expect(panel(page).get_by_role("button", name="Next citation")).to_have_attribute("aria-disabled", "true")
    panel(page).get_by_role("button", name="Previous citation").click()
    expect(panel(page)).to_contain_text(f"({len(citations) - 1} of {len(citations)})")


@pytest.mark.parametrize("width", [1200, 375])
def test_by_keyboard_from_the_chip_into_the_source_and_back(open_page: OpenPage, width: int) -> None:
    page = open_page(width=width, height=800)
    ask(page, QUESTION)
    chip = page.locator(".turn a.chip").nth(1)
    chip.focus()
    page.keyboard.press("Enter")
    expect(panel(page).get_by_role("heading", level=2)).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Tab")
        assert panel(page).evaluate("d => d.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(chip).to_be_focused()


def test_on_a_phone_the_source_is_a_sheet_that_covers_what_lies_behind(open_page: OpenPage) -> None:
    page = open_page(width=375, height=700)
    opened(page, QUESTION)
    box = panel(page).bounding_box()
    assert box is not None and box["x"] == 0 and box["width"] == 375 and box["y"] + box["height"] == 700
    expect(page.locator(".sheet mark").first).to_be_in_viewport()
    page.mouse.click(180, 20)  # beside it
    expect(panel(page)).to_be_hidden()
    opened(page, "Còn Điều 3?")
    page.set_viewport_size({"width": 1300, "height": 800})  # a tablet that is turned
    expect(panel(page)).to_be_visible()
    expect(page.locator("#question")).to_be_visible()
    page.locator("#question").click()
    expect(page.locator("#question")).to_be_focused()


def test_less_than_half_placed_marks_nothing_and_says_so(open_page: OpenPage) -> None:
    page = open_page()

    def unplaced(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=json.dumps({**answer.json(), "marked": "none", "boxes": []}))

    page.route(re.compile(r"/pages/\d+\?c="), unplaced)
    opened(page, PRINTED)
    expect(panel(page)).to_contain_text(
        "Less than half of the cited words could be placed on this page's image, so nothing"
    )
    assert page.locator(".page-mark").count() == 0
    expect(panel(page).locator(".page-image")).to_be_visible()


def test_the_pages_turn_and_come_back_to_the_cited_words(open_page: OpenPage, api: Api) -> None:
    page, citation = open_page(), api.ask(PRINTED)["citations"][0]
    count = api("/api/documents/31-2025-qd-ubnd")["pages"]
    opened(page, PRINTED)
    number = panel(page).locator(".page-number")
    expect(number).to_have_text(f"page {citation['page']} of {count}")
    expect(panel(page).locator(".page-mark").first).to_be_visible()
    panel(page).get_by_role("button", name="Next page").press("Enter")
    expect(number).to_have_text(f"page {citation['page'] + 1} of {count}")
    for _ in range(count):
        panel(page).get_by_role("button", name="Previous page").press("Enter")
    expect(number).to_have_text(f"page 1 of {count}")
    expect(panel(page).get_by_role("button", name="Previous page")).to_have_attribute("aria-disabled", "true")
    if citation["page"] > 1:
        expect(panel(page)).to_contain_text("The cited words are on another page.")
        panel(page).get_by_role("button", name="To the cited words").click()
    expect(number).to_have_text(f"page {citation['page']} of {count}")
    panel(page).get_by_role("button", name="Larger").click()
    wide = panel(page).locator(".page-image").evaluate("i => i.clientWidth / i.closest('.page-frame').clientWidth")
    assert 1.4 < wide < 1.6
    expect(panel(page).locator(".page-mark").first).to_be_in_viewport()


def test_a_page_that_cannot_be_shown_says_so(open_page: OpenPage) -> None:
    page = open_page()
    page.route(re.compile(r"/pages/\d+\.png"), lambda route: route.fulfill(status=503, body=""))
    opened(page, PRINTED)
    expect(panel(page)).to_contain_text("The image of this page cannot be shown.")


def test_what_was_badly_recognised_is_told_at_the_chip_and_at_the_page(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, SCAN)
    chip = page.locator(".turn a.chip").first
    warning = "Read from a scan, 71 % sure: compare it with the page's image."
    expect(chip).to_contain_text("Poor scan")
    expect(chip).to_have_accessible_name(re.compile(re.escape(warning) + "$"))
    chip.click()
    expect(panel(page).locator(".page-notes")).to_contain_text(warning)
    panel(page).get_by_role("button", name="Text", exact=True).click()
    expect(panel(page).locator(".page-note").first).to_contain_text("71 % sure")


@pytest.mark.parametrize(("style", "day"), [("State", "ngày 10 tháng 5 năm 2024"), ("Party", ", ngày 10/05/2024")])
def test_a_citation_is_copied_in_the_style_of_the_office(open_page: OpenPage, style: str, day: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    opened(page, QUESTION, 1)
    panel(page).get_by_role("button", name="Copy the citation").click()
    page.get_by_role("menuitem", name=f"In the style of {style} documents").click()
    expect(page.locator(".toast")).to_contain_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    quote = page.locator(".sheet mark").first.text_content()
    assert copied.startswith(f"“{quote}”")
    assert f"khoản 1 Điều 4 Quyết định số 18/2024/QĐ-UBND{' ' * (style == 'State')}{day}" in copied


def test_the_contents_unfold_and_go_to_a_unit(open_page: OpenPage) -> None:
    page = open_page()
    opened(page, QUESTION)
    panel(page).get_by_text("Contents").click()
    tree = panel(page).get_by_role("navigation", name="Contents")
    expect(tree.locator("[aria-current=location]")).to_contain_text("Điều 4")
    tree.get_by_role("button", name=re.compile("^Điều 5")).click()
    there = panel(page).locator("p:focus")
    expect(there).to_contain_text("Điều 5")
    expect(there).to_be_in_viewport()


def test_a_document_has_a_view_of_its_own_with_its_facts_and_relations(open_page: OpenPage, api: Api) -> None:
    about = api("/api/documents/25-2022-qd-ubnd")
    page = open_page("/documents/25-2022-qd-ubnd")
    expect(page.get_by_role("heading", level=1)).to_have_text(about["title"])
    for words in ("25/2022/QĐ-UBND", "14/07/2022", about["issuer"], about["signer"], "decision"):
        expect(page.locator(".facts")).to_contain_text(words)
    expect(page.locator(".facts [data-validity]")).to_be_visible()
    page.locator(".relations").get_by_role("link", name="25-2022-qd-ubnd-en", exact=True).click()
    expect(page).to_have_url(re.compile("/documents/25-2022-qd-ubnd-en$"))
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(about["title"])


def test_an_address_with_a_range_marks_exactly_its_words(open_page: OpenPage, api: Api) -> None:
    text = api("/api/documents/77-kl-tu-2024/text")["text"]
    start = text.index("\n") - 5
    page = open_page(f"/documents/77-kl-tu-2024#c{start}-{start + 60}")
    assert marked(page) == "\n".join(part for part in text[start : start + 60].split("\n") if part)
    expect(page.locator(".sheet mark").first).to_be_in_viewport()
    page.evaluate("location.hash = '#c3-9'")
    expect(page.locator(".sheet mark")).to_have_text(text[3:9])
    page.evaluate("location.hash = '#c99999990-99999999'")
    expect(page.locator(".mark-note")).to_contain_text("no longer at this place")


def test_a_document_that_is_not_there_says_so(open_page: OpenPage) -> None:
    expect(open_page("/documents/nope").get_by_role("alert").first).to_contain_text("There is no document nope")


def test_a_document_of_two_hundred_pages_opens_at_its_words(open_page: OpenPage, api: Api) -> None:
    page = open_page()
    pages = 200
    lines = [f"Điều {n}. Nội dung của điều thứ {n}.\n" + f"Đoạn văn dài của điều {n}. " * 60 + "\n" for n in range(1, pages + 1)]  # fmt: skip
    text, starts, at = "".join(lines), [], 0
    for line in lines:
        starts.append(at)
        at += len(line)
    about = api("/api/documents/31-2025-qd-ubnd")
    unit = about["provisions"][0]
    about["provisions"] = [{**unit, "address": f"d{n}", "kind": "article", "label": f"Điều {n + 1}", "title": "", "start": s, "end": s + len(lines[n]), "children": []} for n, s in enumerate(starts)]  # fmt: skip
    one = api("/api/documents/31-2025-qd-ubnd/text")["pages"][0]
    content = {"id": "x", "language": "vi", "text": text, "pages": [{**one, "number": n + 1, "start": s, "end": s + len(lines[n])} for n, s in enumerate(starts)]}  # fmt: skip
    page.route("**/api/documents/31-2025-qd-ubnd", lambda r: r.fulfill(json=about))
    page.route("**/api/documents/31-2025-qd-ubnd/text", lambda r: r.fulfill(json=content))
    start = starts[150]
    page.goto(f"{api.address}/documents/31-2025-qd-ubnd#c{start}-{start + 20}")
    expect(page.locator(".sheet mark")).to_have_text(text[start : start + 20])
    expect(page.locator(".sheet mark")).to_be_in_viewport()
    expect(page.locator(".page-number")).to_have_text("page 151 of 200")
    assert page.locator(".tree .unit-link").count() == pages


def test_offsets_count_characters(open_page: OpenPage) -> None:
    text = "a🏛b𝒱é🌸c"
    ends = open_page("/docs").evaluate(
        "async text => { const {unitsOf} = await import('/web/core/offsets.js'); const units = unitsOf(text);"
        " return Array.from({length: [...text].length + 1}, (_, i) => units(i)); }",
        text,
    )
    assert ends == [len(text[:i].encode("utf-16-le")) // 2 for i in range(len(text) + 1)]


def test_a_link_to_an_answer_by_its_question_still_asks_it(open_page: OpenPage) -> None:
    page = open_page("/?q=" + urllib.parse.quote(QUESTION))
    expect(page.locator(".turn a.chip").first).to_be_visible()
    expect(page).to_have_url(re.compile("/c/"))
