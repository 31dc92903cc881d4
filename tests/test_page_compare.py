"""Two documents compared in the window: chosen, told in short, shown unit by unit, given out as files."""

import io
import re
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, Route, expect

from tests.test_page_access import check
from tests.window import Api, OpenPage

OLD, NEW = "10-2021-qd-ubnd", "31-2025-qd-ubnd"
TARGET, AMENDING = "25-2022-qd-ubnd", "18-2024-qd-ubnd"
VERSIONS, AMENDED = f"/compare?left={OLD}&right={NEW}", f"/compare?left={TARGET}&right={AMENDING}"


def compared(page: Page) -> Page:
    expect(page.locator(".unit-diff").first).to_be_visible()
    return page


def saved(page: Page, name: str) -> Path:
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=name).click()
    kept = Path(str(download.value.path())).parent / download.value.suggested_filename
    download.value.save_as(kept)
    return kept


def test_two_documents_are_chosen_by_typing_and_compared(open_page: OpenPage, api: Api) -> None:
    page = open_page("/documents")
    page.get_by_role("link", name="Compare two documents").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Compare two documents")
    page.get_by_label("First document").fill("10/2021/QĐ-UBND")
    page.keyboard.press("Tab")
    offered = page.locator("datalist").first.locator("option")
    expect(offered).to_have_count(len(api("/api/documents")["documents"]))
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("alert").first).to_contain_text("Choose both documents.")
    expect(page.get_by_label("Second document")).to_be_focused()
    page.get_by_label("Second document").fill("31/2025/QĐ-UBND")
    page.keyboard.press("Enter")
    body = api(f"/api/compare?left={OLD}&right={NEW}")
    expect(page.get_by_role("heading", level=2).first).to_be_focused()
    expect(page.get_by_role("heading", level=2).first).to_have_text(body["title"])
    expect(page).to_have_title(f"{body['title']} · Vanban")
    assert "left=10%2F2021" in page.url
    page.reload()
    expect(compared(page).get_by_role("heading", level=2).first).to_have_text(body["title"])
    expect(page.get_by_label("First document")).to_have_value(re.compile("^10/2021/QĐ-UBND · Ban hành Quy định"))


def test_what_changed_is_told_in_short_and_each_line_leads_to_its_unit(open_page: OpenPage, api: Api) -> None:
    page, body = compared(open_page(VERSIONS)), api(f"/api/compare?left={OLD}&right={NEW}")
    lines = page.locator(".differences a")
    expect(lines).to_have_text(body["summary"][:20])
    page.get_by_role("button", name=f"Show {len(body['summary']) - 20} more differences").click()
    expect(lines.nth(20)).to_be_focused()
    for note in body["notes"]:
        expect(page.locator(".compared")).to_contain_text(note)
    far = next(n for n, u in enumerate(body["units"]) if u["kind"] == "merged")
    while lines.count() <= far:
        page.locator(".differences button").click()
    lines.nth(far).press("Enter")
    there = page.locator("h3:focus")
    expect(there).to_contain_text("merged")
    expect(there).to_contain_text(body["units"][far]["right_name"])
    expect(there).to_be_in_viewport()


def test_every_unit_shows_the_words_of_both_sides_with_what_differs_marked(open_page: OpenPage, api: Api) -> None:
    page, body = compared(open_page(AMENDED)), api(f"/api/compare?left={TARGET}&right={AMENDING}")
    shown = page.locator(".unit-diff")
    expect(shown).to_have_count(len(body["units"]))
    told = "e => { const c = e.cloneNode(true); c.querySelectorAll('.unseen').forEach(u => u.remove()); return c.textContent; }"
    for view, unit in zip(shown.all(), body["units"], strict=True):
        expect(view.locator("h3 .badge")).to_have_text(unit["words_kind"])
        for side, tag, mark in (("old", "del", "removed"), ("new", "ins", "added")):
            place = view.locator(f".unit-side.{side}")
            words = place.locator(".side-words")
            if unit[side]:
                assert words.evaluate(told) == "".join(r["text"] for r in unit[side])
            marked = [r["text"] for r in unit[side] if r["mark"] == mark]
            assert place.locator(tag).evaluate_all(f"all => all.map({told})") == marked
    swapped = page.locator(".unit-diff", has=page.get_by_role("heading", name="Quy chế, Điều 20, khoản 3"))
    expect(swapped.locator("del")).to_have_text("[left out: Phòng Nội vụ cấp huyện end]")  # as it is heard
    expect(swapped.locator(".new")).to_contain_text("lưu giữ, quản lý hồ sơ gốc của công chức")  # the whole new wording
    expect(swapped.locator("del")).to_have_css("text-decoration-line", "line-through")
    expect(swapped.locator("ins")).to_have_css("text-decoration-line", "underline")
    swapped.locator(".old").get_by_role("link").click()
    expect(page).to_have_url(re.compile(f"/documents/{TARGET}#c"))
    expect(page.locator(".sheet mark").first).to_contain_text("Phòng Nội vụ cấp huyện")


def test_only_some_kinds_or_also_what_did_not_change(open_page: OpenPage, api: Api) -> None:
    page, body = compared(open_page(AMENDED)), api(f"/api/compare?left={TARGET}&right={AMENDING}")
    counts = body["counts"]
    units = page.locator(".unit-diff")
    added = page.get_by_role("button", name=f"Added ({counts['added']})")
    expect(added).to_have_attribute("aria-pressed", "true")
    added.press("Space")
    expect(added).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".unit-diff.added")).to_have_count(0)
    expect(units).to_have_count(len(body["units"]) - counts["added"])
    expect(page.locator(".differences a")).to_have_count(len(body["units"]) - counts["added"])
    page.get_by_role("checkbox", name=f"Show the {counts['same']} unchanged units, too").check()
    whole = api(f"/api/compare?left={TARGET}&right={AMENDING}&unchanged=true")["units"]
    more = page.locator(".units").get_by_role("button", name=re.compile("more units$"))
    expect(page.locator(".unit-diff.same").first).to_be_attached()
    while more.count():
        more.click()
    expect(units).to_have_count(len(whole) - counts["added"])  # what is hidden stays hidden
    same = page.locator(".unit-diff.same", has=page.locator("h3", has_text="Quy chế, Điều 2"))
    assert same.first.locator("del, ins").count() == 0


@pytest.mark.parametrize(("kind", "name"), [("docx", "Word"), ("html", "Web page")])
def test_the_comparison_is_given_out_as_a_file(open_page: OpenPage, kind: str, name: str) -> None:
    file = saved(compared(open_page(AMENDED)), name)
    assert file.suffix == f".{kind}"
    if kind == "docx":
        body = Document(io.BytesIO(file.read_bytes()))
        text = "\n".join(
            [p.text for p in body.paragraphs] + [c.text for t in body.tables for r in t.rows for c in r.cells]
        )
    else:
        text = file.read_text(encoding="utf-8")
        assert "<del>" in text and "<ins>" in text
    assert "25/2022/QĐ-UBND" in text and "Phòng Nội vụ cấp huyện" in text and "Comparison of" in text


def test_what_is_related_is_offered_and_compared_at_once(open_page: OpenPage) -> None:
    page = open_page(f"/compare?left={TARGET}")
    offered = page.locator(".suggested button")
    expect(offered).to_have_text(["amended by 18/2024/QĐ-UBND"])
    offered.press("Enter")
    expect(compared(page).locator("h2").first).to_have_text("Comparison of 25/2022/QĐ-UBND with 18/2024/QĐ-UBND")
    page.go_back()
    expect(page.locator(".unit-diff")).to_have_count(0)
    expect(page.get_by_label("Second document")).to_have_value("")


def test_from_a_documents_relations_to_the_comparison(open_page: OpenPage) -> None:
    page = open_page(f"/documents/{OLD}")
    page.locator(".relations summary").first.click()
    page.locator(".timeline").get_by_role("link", name="Compare 10/2021/QĐ-UBND with 31/2025/QĐ-UBND").click()
    expect(compared(page).locator("h2").first).to_have_text("Comparison of 10/2021/QĐ-UBND with 31/2025/QĐ-UBND")
    expect(page.locator(".compare-head [data-validity]")).to_have_text(
        ["Expired from 01/09/2025", "In force from 01/09/2025"]
    )


def test_the_two_can_be_turned_round(open_page: OpenPage) -> None:
    page = compared(open_page(VERSIONS))
    page.get_by_role("button", name="Swap the two documents").click()
    expect(page.get_by_label("First document")).to_have_value(re.compile("^31/2025"))
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator("h2").first).to_have_text("Comparison of 31/2025/QĐ-UBND with 10/2021/QĐ-UBND")


def test_what_cannot_be_compared_says_why(open_page: OpenPage) -> None:
    page = open_page(f"/compare?left={OLD}&right={OLD}")
    expect(page.locator(".compare-form .notice")).to_contain_text("same")
    page.get_by_label("Second document").fill("999/2099/QĐ-UBND")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator(".compare-form .notice")).to_contain_text("999/2099/QĐ-UBND")
    expect(page.locator(".unit-diff")).to_have_count(0)


def test_what_is_typed_before_the_documents_are_known_stays(open_page: OpenPage) -> None:
    page = open_page("/docs")
    held: list[Route] = []
    page.route("**/api/documents", lambda route: held.append(route))
    with page.expect_request("**/api/documents"):
        page.goto(page.url.replace("/docs", f"/compare?left={OLD}&right={OLD}"))
    field = page.get_by_label("Second document")
    field.fill("999/2099/QĐ-UBND")
    (route,) = held
    route.continue_()
    expect(page.locator("datalist option").first).to_be_attached()
    expect(field).to_have_value("999/2099/QĐ-UBND")
    expect(page.get_by_label("First document")).not_to_have_value(OLD)  # what nobody touched has its name


def test_a_text_and_its_translation_stand_side_by_side(open_page: OpenPage) -> None:
    page = open_page("/compare?left=77-kl-tu-2024&right=77-kl-tu-2024-en")
    beside = compared(page).locator(".unit-diff.beside").first
    expect(beside.locator(".old .side-words")).to_have_attribute("lang", "vi")
    expect(beside.locator(".new .side-words")).to_have_attribute("lang", "en")
    expect(beside.locator(".old .side-words")).to_contain_text("Kết luận số 77-KL/TU")
    expect(beside.locator(".new .side-words")).to_contain_text("Conclusion No. 77-KL/TU")
    assert beside.locator("del, ins").count() == 0


def test_the_comparison_follows_the_language(open_page: OpenPage, api: Api) -> None:
    page = compared(open_page(AMENDED))
    page.get_by_role("button", name="Tiếng Việt").click()
    vietnamese = api(f"/api/compare?left={TARGET}&right={AMENDING}&language=vi")
    expect(page.locator(".differences a")).to_have_text(vietnamese["summary"])
    expect(page.locator(".compared h2").first).to_have_text(vietnamese["title"])
    expect(page.locator(".unit-diff h3 .badge").first).to_have_text(vietnamese["units"][0]["words_kind"])


def test_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page(f"/compare?left={TARGET}")
    expect(page.locator(".suggested button")).to_be_visible()
    page.get_by_label("First document").focus()
    walked: list[str] = []
    for _ in range(4):
        page.keyboard.press("Tab")
        walked.append(
            page.evaluate(
                "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()"
            )
        )
    assert walked == ["Swap the two documents", "", "amended by 18/2024/QĐ-UBND", "Compare"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h2:focus")).to_contain_text("Comparison of")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Export")).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256)])  # a phone, and 400 % zoom of 1280 by 1024
def test_a_small_window_scrolls_down_only(open_page: OpenPage, width: int, height: int) -> None:
    page = compared(open_page(VERSIONS, width=width, height=height))
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.locator("h2").first).to_contain_text("So sánh")
    page.get_by_role("button", name="Xuất tệp").click()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    box = page.get_by_role("menu").bounding_box()
    assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width


@pytest.mark.parametrize("path", ["/compare", VERSIONS, AMENDED])
def test_comparing_has_no_barrier(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    if path != "/compare":
        compared(page)
    check(page)


def test_print_shows_the_differences_and_nothing_to_press(open_page: OpenPage) -> None:
    page = compared(open_page(AMENDED))
    page.emulate_media(media="print")
    expect(page.locator(".unit-diff").first).to_be_visible()
    for hidden in (".top", ".compare-form", ".kind-filter", ".side-links a"):
        expect(page.locator(hidden).first).to_be_hidden()
