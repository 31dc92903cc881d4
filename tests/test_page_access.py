"""The window for everybody: no barrier that a program sees, by keyboard alone, as a screen reader tells it, narrow and large."""

import re

import pytest
from playwright.sync_api import Page, expect

from corpus.identity import TYPE_NAMES
from tests.window import OpenPage, ask, barriers

QUESTION = "Điều 4 của Quyết định 18/2024/QĐ-UBND quy định gì?"
PRINTED = "Điều 4 của Quyết định 31/2025/QĐ-UBND quy định gì về Thẩm quyền của Ủy ban nhân dân tỉnh?"
SCAN = "Điều 1 của Quyết định 9/2026/QĐ-UBND"
GOLD = "Giá vàng là bao nhiêu?"
WORDS = ["ask", "compare", "docs", "parts", "relations", "shell", "source"]


def look(page: Page, name: str) -> None:
    page.evaluate("name => localStorage.setItem('vanban-theme', name)", name)
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", name)


def check(page: Page) -> None:
    """No barrier as it stands: Vietnamese and light, English and dark; in high contrast the colours once more."""
    for language, theme in (("Tiếng Việt", "light"), ("English", "dark")):
        # a press on the button itself would take the focus from where it is
        page.evaluate(
            "name => [...document.querySelectorAll('.languages button')].find(b => b.textContent === name).click()",
            language,
        )
        page.evaluate("name => { document.documentElement.dataset.theme = name; }", theme)
        assert barriers(page) == []
    page.evaluate("document.documentElement.dataset.theme = 'contrast'")
    assert barriers(page, "color-contrast") == []


def test_no_view_of_asking_has_a_barrier(open_page: OpenPage) -> None:
    page = open_page(width=1500)
    expect(page.locator(".example").first).to_be_visible()
    check(page)
    for question in (SCAN, GOLD, "Điều 5 quy định gì?", "Kết quả luân chuyển cán bộ 187-BC/TU", PRINTED):
        ask(page, question)
    page.locator(".turn-end button").last.focus()
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        if page.get_by_role("tooltip").is_visible():
            break
    expect(page.get_by_role("tooltip")).to_be_visible()
    check(page)
    page.keyboard.press("Enter")
    expect(page.locator(".page-mark").first).to_be_attached()
    check(page)
    page.locator("[data-way=text]").click()
    page.locator(".contents summary").first.click()
    check(page)
    page.locator(".source-panel").press("Escape")
    page.locator(".filters > button").click()
    expect(page.locator(".filter-form")).to_be_visible()
    check(page)
    page.keyboard.press("Escape")
    page.locator(".history-list .menu-place button").first.click()
    check(page)


@pytest.mark.parametrize("path", ["/documents/31-2025-qd-ubnd#c3000-3100", "/docs"])
def test_no_page_has_a_barrier(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    expect(page.locator(".sheet mark, summary").first).to_be_visible()
    page.locator("summary").first.click()
    check(page)


def test_the_keyboard_is_enough_from_the_question_to_the_source_and_back(open_page: OpenPage) -> None:
    page = open_page(width=1500)
    expect(page.locator(".example").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main content")).to_be_focused()
    page.keyboard.press("Enter")
    walked: list[str] = []
    while not walked or walked[-1] != "question":
        page.keyboard.press("Tab")
        walked.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
        assert len(walked) < 8, walked
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".honest")).to_be_visible()
    expect(page.locator("#question")).to_be_focused()  # to ask on at once
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.matches('a.chip')"):
            break
    expect(page.get_by_role("tooltip")).to_be_visible()
    chip = page.evaluate("document.activeElement.dataset.mark")
    page.keyboard.press("Enter")
    expect(page.locator(".source-panel h2")).to_be_focused()
    expect(page.locator(".source-panel mark").first).to_be_attached()  # until it is there, ways may still go
    for _ in range(3):  # past what proves the state of the document
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.way"):
            break
    expect(page.get_by_role("button", name="Text", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.mark") == chip


def test_menus_and_dialogs_go_by_keys(open_page: OpenPage) -> None:
    page = open_page()
    look_button = page.get_by_role("button", name="Appearance")
    look_button.focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("menuitemradio", name="As the system")).to_be_focused()
    page.keyboard.press("End")
    expect(page.get_by_role("menuitemradio", name="High contrast")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("data-theme", "contrast")
    expect(look_button).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("menu")).to_have_count(0)
    expect(look_button).to_be_focused()
    page.get_by_role("button", name="Filter documents").press("Enter")
    expect(page.get_by_role("dialog", name="Ask within these documents only")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Filter documents")).to_be_focused()


def test_a_screen_reader_is_told_the_main_path(open_page: OpenPage) -> None:
    page = open_page(width=1100)
    expect(page.locator("main")).to_match_aria_snapshot(
        """
        - main:
          - navigation "Conversations"
          - heading "Ask your office's documents" [level=1]
          - textbox "Question"
          - button "Filter documents"
          - button "Ask"
          - heading "Try a question" [level=2]
        """.replace('          - navigation "Conversations"\n', "")
    )
    ask(page, QUESTION)
    live = page.locator("[role=status].unseen").last
    expect(live).to_contain_text("Sở Khoa học và Công nghệ phối hợp")  # the streamed statements
    expect(live).to_contain_text("citations verified")
    expect(page.locator(".turn")).to_match_aria_snapshot(
        r"""
        - article:
          - heading "Điều 4 của Quyết định 18/2024/QĐ-UBND quy định gì?" [level=2]
          - button "Edit the question"
          - paragraph:
            - text: Điều 4. Tổ chức thực hiện
            - 'link "Source 1, quoted: 18/2024/QĐ-UBND, Điều 4"': "1"
          - list:
            - listitem:
              - text: /1\. Sở Nội vụ chủ trì/
              - 'link "Source 2, quoted: 18/2024/QĐ-UBND, Điều 4, khoản 1"': "2"
          - paragraph: /All \d citations verified\. \d quoted As of/
          - button "Copy the answer"
          - button "Ask again"
          - group "Feedback on the answer":
            - button "Good"
            - button "Not good"
        """
    )
    page.locator("a.chip").nth(1).click()
    expect(page.locator(".source-panel")).to_match_aria_snapshot(
        r"""
        - dialog "18/2024/QĐ-UBND · 10/05/2024":
          - text: /Source 2 \(2 of \d\)/
          - button "Previous citation"
          - button "Next citation"
          - button "Close the source"
          - heading "18/2024/QĐ-UBND · 10/05/2024" [level=2]
          - group "Show as":
            - button "Text" [pressed]
            - button "About"
          - group "Text":
            - status: The cited words are highlighted in the text.
          - link "Open the whole document"
          - link "Download the original"
          - button "Copy the citation"
        """
    )


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256)])  # a phone, and 400 % zoom of 1280 by 1024
def test_a_small_window_scrolls_down_only(open_page: OpenPage, width: int, height: int) -> None:
    page = open_page(width=width, height=height)
    wide = "document.documentElement.scrollWidth"
    expect(page.locator(".example").first).to_be_visible()
    assert page.evaluate(wide) == width
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("link", name="Documents", exact=True)).to_be_visible()
    assert page.evaluate(wide) == width
    page.keyboard.press("Escape")  # what the menu covers cannot be used meanwhile
    for question in ("Kết quả luân chuyển cán bộ 187-BC/TU", "Điều 5 quy định gì?", PRINTED):
        ask(page, question)
        assert page.evaluate(wide) == width
    page.locator("a.chip").last.click()
    assert page.evaluate(wide) == width
    expect(page.locator(".source-panel h2")).to_be_in_viewport()
    page.get_by_role("link", name="Open the whole document").click()
    expect(page.locator(".sheet mark:visible, .page-image:visible").first).to_be_visible()
    assert page.evaluate(wide) == width


def test_the_language_switches_at_once_loses_nothing_and_is_remembered(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, QUESTION)
    page.locator("a.chip").first.click()
    page.locator("#question").fill("đang gõ")
    requests: list[str] = []
    page.on("request", lambda r: requests.append(r.url))
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.locator(".honest")).to_contain_text("trích dẫn đã được kiểm")
    expect(page.get_by_role("dialog")).to_contain_text("Phần được trích dẫn đã tô màu trong văn bản.")
    expect(page.locator("#question")).to_have_value("đang gõ")
    assert not [r for r in requests if "/web/" in r or "/api/ask" in r]
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.get_by_role("navigation", name="Các phần của chương trình")).to_be_visible()


@pytest.mark.parametrize(
    ("scheme", "contrast", "theme"), [("dark", "no-preference", "dark"), ("light", "more", "contrast")]
)
def test_the_look_follows_the_system_until_one_is_chosen(
    open_page: OpenPage, scheme: str, contrast: str, theme: str
) -> None:
    page = open_page(color_scheme=scheme, contrast=contrast)
    expect(page.locator("html")).to_have_attribute("data-theme", theme)
    page.emulate_media(color_scheme="light", contrast="no-preference")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    look(page, "dark")


def test_print_shows_the_answer_with_its_marks_and_nothing_to_press(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, QUESTION)
    page.emulate_media(media="print")
    expect(page.locator(".statements")).to_be_visible()
    expect(page.locator(".honest")).to_be_visible()
    for hidden in (".top", ".question-box", ".turn-end", ".follow-ups"):
        expect(page.locator(hidden)).to_be_hidden()


def test_types_are_called_as_in_the_catalogue(open_page: OpenPage) -> None:
    names = open_page("/docs").evaluate("async () => (await import('/web/words/types.js')).TYPES")
    assert names == {language: {k: v[language] for k, v in TYPE_NAMES.items()} for language in ("vi", "en")}


@pytest.mark.parametrize("name", WORDS)
def test_both_languages_have_the_same_words(open_page: OpenPage, name: str) -> None:
    words = open_page("/docs").evaluate(f"async () => (await import('/web/words/{name}.js')).WORDS")
    assert words["vi"].keys() == words["en"].keys()
    for key, vietnamese in words["vi"].items():
        assert set(re.findall(r"{\w+}", vietnamese)) == set(re.findall(r"{\w+}", words["en"][key])), key
