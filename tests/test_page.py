"""The page in a real browser against a really started server: ask, follow a citation, see exactly its words marked."""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding
from corpus.identity import TYPE_NAMES
from corpus.settings import read_settings
from tests.scanned import scanned

ROOT = Path(__file__).parent.parent
CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
QUESTION = "Điều 4 của Quyết định 18/2024/QĐ-UBND"
WORDS = "Sở Khoa học và Công nghệ phối hợp"
# before the cited words stand characters that take two UTF-16 units
# a numbered decision: a question that names its article is answered from that article, whatever the search thinks
DECISION = """ỦY BAN NHÂN DÂN TỈNH LAM GIANG
Số: 7/2026/QĐ-UBND
Lam Giang, ngày 02 tháng 3 năm 2026

QUYẾT ĐỊNH
Về việc quản lý con dấu 🗝

Điều 1. 🏛️ 𝒱ăn bản 🌸:Con dấu <img src=x onerror=alert(1)> <b>tròn</b> do bà Lò Thị Pành giữ tại phòng số 5.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
"""
ABOUT_DECISION = "Điều 1 của Quyết định 7/2026/QĐ-UBND"

PDF = "05-nq-tu-2021-en"
ASKED = "/?q=" + urllib.parse.quote(QUESTION)

OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def address(few_data: Path, embedding: SentenceEmbedding, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A started `vanban serve` over a copy of the sample documents and one that was badly recognised."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(few_data, folder / "data")
    corpus = Corpus(read_settings(folder / "data"))
    corpus.embedding = embedding
    with corpus.writing():
        corpus.add([scanned((0.71, 0.93))])
    corpus.close()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "VANBAN_LANGUAGE": "en"}
    command = [sys.executable, "-m", "api.cli", "serve", "--port", "0"]
    server = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    found = re.search(r"http://\S+(?=/ )", server.stdout.readline())
    assert found is not None
    yield found[0]
    server.terminate()
    server.wait(timeout=30)
    server.stdout.close()


@pytest.fixture(scope="module")
def browser_of_ours() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser_of_ours: Browser, address: str) -> Iterator[OpenPage]:
    """Opens a path; afterwards no page may have called another host, broken the policy or thrown."""
    wrong: list[str] = []

    def open_(path: str = "/", width: int = 1200, height: int = 900, **options: Any) -> Page:
        viewport: Any = {"width": width, "height": height}
        context = browser_of_ours.new_context(viewport=viewport, **{"locale": "en-GB", **options})
        page = context.new_page()
        page.on("request", lambda r: None if r.url.startswith((address, "data:")) else wrong.append(r.url))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda m: wrong.append(m.text) if "Content Security Policy" in m.text else None)
        page.goto(address + path)
        return page

    yield open_
    for context in browser_of_ours.contexts:
        context.close()
    assert wrong == []


def api(address: str, question: str) -> dict[str, Any]:
    headers = {"Content-Type": "application/json"}
    body = json.dumps({"question": question}).encode()
    with urllib.request.urlopen(urllib.request.Request(address + "/api/ask", body, headers), timeout=60) as response:
        return dict(json.load(response))


def ask(page: Page, question: str) -> None:
    page.get_by_label(re.compile("^(Question|Câu hỏi)$")).fill(question)
    page.get_by_role("button", name=re.compile("^(Ask|Hỏi)$")).click()


def marked(page: Page) -> str:
    expect(page.locator("#text mark").first).to_be_visible()
    return "\n".join(page.locator("#text mark").all_text_contents())


def serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html']}" for v in found if v["impact"] in ("serious", "critical")]


def test_a_chip_opens_the_source_with_exactly_the_quoted_words_marked(open_page: OpenPage, address: str) -> None:
    page, answer = open_page(), api(address, QUESTION)
    ask(page, QUESTION)
    expect(page.locator(".answer")).to_contain_text(WORDS)
    quotes = page.locator("blockquote").all_text_contents()
    assert quotes == [c["quote"] for c in answer["citations"]]
    page.locator(".chip").first.click()
    page.wait_for_url("**" + answer["citations"][0]["url"])
    assert marked(page) == answer["citations"][0]["quote"]
    assert page.locator("#text mark").first.evaluate("m => document.activeElement === m")
    expect(page.locator("#text mark").first).to_be_in_viewport()
    page.go_back()  # and the answer is there again
    expect(page.locator(".answer")).to_contain_text(WORDS)


def test_every_source_opens_at_its_words(open_page: OpenPage, address: str) -> None:
    citations = api(address, QUESTION)["citations"]
    assert len(citations) > 1
    for c in citations:
        assert marked(open_page(c["url"])) == c["quote"]


def test_words_over_several_lines_and_another_fragment(open_page: OpenPage, address: str) -> None:
    with urllib.request.urlopen(address + "/api/documents/77-kl-tu-2024/text", timeout=60) as response:
        text = json.load(response)["text"]
    start = text.index("\n") - 5
    page = open_page(f"/documents/77-kl-tu-2024#c{start}-{start + 60}")
    assert marked(page) == "\n".join(part for part in text[start : start + 60].split("\n") if part)
    page.evaluate("location.hash = '#c3-9'")
    expect(page.locator("#text mark")).to_have_text(text[3:9])
    page.evaluate("location.hash = '#c99999990-99999999'")
    expect(page.get_by_role("status")).to_contain_text("no longer at this place")


def test_an_uploaded_file_is_cited_rightly_and_its_words_are_text_and_never_markup(
    open_page: OpenPage, tmp_path: Path
) -> None:
    (tmp_path / "decision.txt").write_text(DECISION, encoding="utf-8")
    (tmp_path / "nothing.txt").touch()
    page = open_page()
    page.locator("#files").set_input_files([tmp_path / "decision.txt", tmp_path / "nothing.txt"])
    page.get_by_role("button", name="Index").click()
    expect(page.locator("#job")).to_contain_text("1 added, 0 updated, 0 unchanged, 1 set aside.", timeout=90_000)
    expect(page.locator("#job")).to_contain_text("nothing.txt is empty")
    expect(page.locator("#count")).to_have_text("9 documents")
    ask(page, ABOUT_DECISION)
    expect(page.locator(".answer")).to_contain_text("<b>tròn</b>")
    assert page.locator("#answer img, #answer b").count() == 0
    quote = page.locator("blockquote").last.text_content()
    assert quote is not None and "Lò Thị Pành" in quote
    page.locator(".chip").last.click()
    assert marked(page) == quote
    assert page.locator("#text img, #text b").count() == 0


def test_the_cited_page_is_shown_beside_its_text(open_page: OpenPage, address: str) -> None:
    with urllib.request.urlopen(address + f"/api/documents/{PDF}/text", timeout=60) as response:
        pages = json.load(response)["pages"]
    start = pages[1]["start"] + 200
    page = open_page(f"/documents/{PDF}#c{start}-{start + 60}")
    view = page.get_by_role("region", name="The original page")
    image = view.get_by_role("img", name="Image of page 2 of the original, the cited words tinted and outlined")
    expect(image).to_be_in_viewport()
    assert image.evaluate("i => i.decode().then(() => i.naturalWidth)") > 1000
    expect(view).to_contain_text("The cited words are tinted and outlined on the image.")
    assert marked(page)  # and in the text, which is the twin for those who do not see the image
    assert serious(page) == []
    view.get_by_role("button", name="Next page").press("Enter")
    expect(view.get_by_role("status")).to_have_text(f"page 3 of {len(pages)}")
    expect(view.get_by_role("img")).to_have_attribute("alt", "Image of page 3 of the original")
    expect(view.get_by_role("img")).to_have_attribute("src", re.compile(rf"/{PDF}/pages/3\.png\?c={start}-"))
    for number in (2, 1):
        view.get_by_role("button", name="Previous page").click()
        expect(view.get_by_role("status")).to_have_text(f"page {number} of {len(pages)}")
    expect(view.get_by_role("button", name="Previous page")).to_have_attribute("aria-disabled", "true")
    view.get_by_role("button", name="Previous page").press("Enter")  # nothing is before the first
    expect(view.get_by_role("status")).to_have_text(f"page 1 of {len(pages)}")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_role("region", name="Trang gốc").get_by_role("status")).to_have_text(f"trang 1/{len(pages)}")


def test_a_document_without_pages_has_no_image(open_page: OpenPage) -> None:
    page = open_page("/documents/77-kl-tu-2024")
    expect(page.locator("#text p").first).to_be_visible()
    expect(page.locator("#page-view")).to_be_hidden()


def test_what_was_badly_recognised_is_marked_wherever_it_is_cited(open_page: OpenPage) -> None:
    page = open_page()
    row = page.locator("#documents li", has_text="9/2026/QĐ-UBND")
    expect(row).to_contain_text("Poor scan: compare page 1")
    ask(page, "Điều 1 của Quyết định 9/2026/QĐ-UBND")
    warning = "Read from a scan, 71 % sure: compare it with the page's image."
    expect(page.locator(".cited .unsure").first).to_contain_text(warning)
    expect(page.locator(".chip").first).to_have_text(re.compile(r"^\[\d\]⚠$"))
    expect(page.locator(".chip").first).to_have_attribute("aria-label", re.compile(re.escape(warning) + "$"))
    assert serious(page) == []
    page.locator(".chip").first.click()
    expect(page.locator("#page-notes")).to_contain_text(warning)
    expect(page.locator(".page-note").first).to_contain_text("71 %")
    page.get_by_role("button", name="Next page").click()
    expect(page.locator("#page-number")).to_have_text("page 2 of 2")
    expect(page.locator("#page-notes")).not_to_contain_text(warning)


def test_the_report_of_an_upload_opens_as_a_page_in_the_language_chosen(open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "nothing.txt").touch()
    page = open_page()
    page.get_by_role("button", name="Tiếng Việt").click()
    page.locator("#files").set_input_files([tmp_path / "nothing.txt"])
    page.get_by_text("Tệp có mật khẩu").click()
    page.get_by_label(re.compile("^Mật khẩu")).fill("không cần")
    page.get_by_role("button", name="Nạp").click()
    page.get_by_role("link", name="Báo cáo từng tệp").click(timeout=90_000)
    expect(page.get_by_role("heading", level=1)).to_have_text("Báo cáo nạp văn bản")
    expect(page.get_by_role("row", name="nothing.txt")).to_contain_text("rỗng (0 byte)")
    assert serious(page) == []


def test_offsets_count_characters(open_page: OpenPage) -> None:
    text = "a🏛b𝒱é🌸c"
    ends = open_page().evaluate(
        "async text => { const {unitsOf} = await import('/web/offsets.js'); const units = unitsOf(text);"
        " return Array.from({length: [...text].length + 1}, (_, i) => units(i)); }",
        text,
    )
    assert ends == [len(text[:i].encode("utf-16-le")) // 2 for i in range(len(text) + 1)]


def test_what_the_documents_do_not_say_is_said(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "What is the price of gold?")
    expect(page.get_by_role("heading", name="The documents do not say")).to_be_visible()
    expect(page.locator(".missing")).to_contain_text("gold")
    expect(page.locator(".chip")).to_have_count(0)


def test_an_empty_question_and_a_missing_document_say_what_to_do(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "")
    expect(page.locator("#answer")).to_contain_text("Type a question")
    page.get_by_role("button", name="Tiếng Việt").click()
    ask(page, " ")
    expect(page.locator("#answer")).to_contain_text("Hãy nhập câu hỏi")
    expect(open_page("/documents/nope").get_by_role("status")).to_contain_text("There is no document nope")


def test_the_language_switches_at_once_and_is_remembered(open_page: OpenPage) -> None:
    page = open_page(ASKED)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".answer")).to_contain_text(WORDS)
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hỏi văn bản của cơ quan")
    expect(page.get_by_role("heading", name="Căn cứ")).to_be_visible()
    expect(page.locator(".example").first).to_contain_text("Cơ sở đào tạo")
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    page.locator(".chip").first.click()
    expect(page.get_by_role("heading", name="Mục lục")).to_be_visible()


def test_four_examples_are_offered_and_asked(open_page: OpenPage) -> None:
    page = open_page()
    expect(page.locator(".example")).to_have_count(4)
    text = page.locator(".example").nth(1).text_content()
    page.locator(".example").nth(1).click()
    expect(page.get_by_role("textbox", name="Question")).to_have_value(text or "")
    expect(page.locator("#answer .card").first).to_be_visible()


@pytest.mark.parametrize("language", ["vi-VN", "en-GB"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_barrier_on_any_page(open_page: OpenPage, language: str, scheme: str) -> None:
    options = {"locale": language, "color_scheme": scheme}
    page = open_page(ASKED, **options)
    expect(page.locator(".chip").first).to_be_visible()
    expect(page.locator("#documents a").first).to_be_visible()
    assert serious(page) == []
    page.locator(".chip").first.click()
    marked(page)
    assert serious(page) == []
    described = open_page("/docs", **options)
    described.locator("summary").first.click()
    assert serious(described) == []


def test_the_keyboard_is_enough(open_page: OpenPage) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("textbox", name="Question")).to_be_focused()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".answer")).to_contain_text(WORDS)
    page.locator(".chip").first.focus()
    page.keyboard.press("Enter")
    assert marked(page)


@pytest.mark.parametrize("path", [ASKED, "/documents/31-kh-tct-2026", f"/documents/{PDF}", "/docs"])
def test_a_narrow_screen_needs_no_sideways_scrolling(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=320, height=640)
    expect(page.locator(".chip, #text p, .operation").first).to_be_visible()
    if path == "/docs":
        page.locator("summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_types_are_called_as_in_the_catalogue(open_page: OpenPage) -> None:
    names = open_page().evaluate("async () => (await import('/web/words.js')).TYPES")
    assert names == {
        language: {k: v[language] for k, v in TYPE_NAMES.items()} for language in ("vi", "en")
    }  # fmt: skip


def test_both_languages_have_the_same_words(open_page: OpenPage) -> None:
    words = open_page().evaluate("async () => (await import('/web/words.js')).WORDS")
    assert words["vi"].keys() == words["en"].keys()
    for name, vietnamese in words["vi"].items():
        assert set(re.findall(r"{\w+}", vietnamese)) == set(re.findall(r"{\w+}", words["en"][name])), name
