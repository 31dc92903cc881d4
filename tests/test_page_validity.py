"""Validity in the window: what happened to a document, its family as a picture and as a list, its wording on a day."""

import re
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from evals.families import Consolidated, read_families
from tests.test_page_access import check
from tests.window import Api, OpenPage, ask

ID = "61-2017-qd-ubnd"
NUMBER = "61/2017/QĐ-UBND"
BY_HAND = {c.day.isoformat(): c for f in read_families() if f.name == "training-swap" for c in f.consolidated}


def unfolded(page: Page) -> Locator:
    """What is told of a document's relations, in its own view."""
    place = page.locator(".relations")
    place.locator("summary").first.click()
    expect(place.locator(".timeline li").first).to_be_visible()
    return place


def at_unit(families: Api, address: str) -> str:
    """The fragment that cites a unit."""

    def found(units: list[dict[str, Any]]) -> dict[str, Any] | None:
        return next((u for p in units for u in [p if p["address"] == address else found(p["children"])] if u), None)

    unit = found(families(f"/api/documents/{ID}")["provisions"])
    assert unit is not None
    return f"#c{unit['start']}-{unit['end']}"


def wording(page: Page, day: str) -> Locator:
    """Asks for the wording of a day."""
    page.get_by_label("Wording on").fill(day)
    page.get_by_role("button", name="Show the wording of that day").click()
    expect(page.locator(".wording-bar [role=status]")).to_contain_text("/".join(reversed(day.split("-"))))
    return page.locator(".wording")


def test_what_happened_to_a_document_is_told_in_order_with_its_proofs(open_page: OpenPage, families: Api) -> None:
    rows = unfolded(open_page(f"/documents/{ID}", at=families.address)).locator(".timeline li")
    expect(rows).to_have_text(
        [
            re.compile("15/08/2017.*Issued"),
            re.compile("01/09/2017.*In force.*proof"),
            re.compile("02/12/2019.*Partly expired.*amended by 35/2019/QĐ-UBND.*annulled by 35/2019/QĐ-UBND.*Clause 1"),
            re.compile("20/04/2021.*Partly expired.*amended by 12/2021/QĐ-UBND.*proof"),
            re.compile("10/05/2021.*consolidated in 05/VBHN-UBND"),
            re.compile("15/07/2025.*Expired.*now.*annulled by 20/2025/QĐ-UBND.*proof"),
        ]
    )
    assert rows.locator("xpath=self::*[@aria-current]").count() == 1
    known = families(f"/api/documents/{ID}/relations")
    ended = next(s for s in known["history"] if s["state"] == "expired")
    proof = rows.last.get_by_role("link", name="proof", exact=True)
    expect(proof).to_have_attribute("href", ended["proofs"][0]["url"])
    assert "61/2017/QĐ-UBND" in ended["proofs"][0]["quote"]


def test_a_document_without_an_end_says_so_and_knows_what_is_to_come(open_page: OpenPage, families: Api) -> None:
    rows = unfolded(open_page("/documents/911-2018-nd-cp", at=families.address)).locator(".timeline li")
    expect(rows.last).to_have_text(re.compile("10/04/2023.*Partly expired.*now.*ended by 944/2023/NĐ-CP.*Chapter III"))


def test_the_list_says_all_that_the_picture_shows(open_page: OpenPage, families: Api) -> None:
    page = open_page(f"/documents/{ID}", at=families.address)
    place = unfolded(page)
    known = families(f"/api/documents/{ID}/relations")["family"]
    held = {n["id"]: n for n in known["nodes"] if n["indexed"]}
    items = place.locator(".family-list > li")
    assert {i.get_attribute("data-document") for i in items.all()} == set(held)
    for item in items.all():
        node = held[item.get_attribute("data-document") or ""]
        expect(item).to_contain_text(node["number"])
        expect(item.locator(f"[data-validity={node['state']}]")).to_be_visible()
    does = {(e["source"], e["label"], held[e["target"]]["number"]) for e in known["edges"] if e["target"] in held}
    for source, label, number in does - {d for d in does if d[1] == "supplements"}:
        expect(place.locator(f"[data-document='{source}'] li", has_text=f"{label} {number}")).to_have_count(1)
    drawing = page.get_by_role("img", name="Picture of 5 documents over time, 2017 to")
    expect(drawing).to_be_visible()
    assert drawing.locator("text.lane-name").all_text_contents() == [
        f"{n['number']} · this document" if n["id"] == ID else n["number"] for n in held.values()
    ]
    ended = [n for n in held.values() if n["expired"] and n["expired"] <= date.today().isoformat()]
    assert drawing.locator(".bar-end").count() == len(ended) == 4
    # as of the days that the bars show, from left to right: nothing overlaps, and an end is an end
    bars = drawing.locator(".lane.own .bar").evaluate_all(
        "all => all.map(b => [+b.getAttribute('x'), +b.getAttribute('width')])"
    )
    assert len(bars) == 4 and all(abs(a[0] + a[1] - b[0]) < 2.1 for a, b in pairwise(bars))


def test_states_and_lines_differ_in_form_not_in_colour_alone(open_page: OpenPage, families: Api) -> None:
    page = open_page(f"/documents/{ID}", at=families.address)
    drawing = unfolded(page).locator("svg[role=img]")
    forms = "e => { const s = getComputedStyle(e); return [s.strokeWidth, s.strokeDasharray].join(); }"
    lines = {k: drawing.locator(f".tie.{k} .shaft").first.evaluate(forms) for k in ("ends", "changes", "around")}
    assert len(set(lines.values())) == 3
    assert (drawing.locator(".bar.partly_expired").first.get_attribute("fill") or "").startswith("url(#")
    expect(page.locator(".key li")).to_have_text(
        ["in force", "amended, partly expired", "not yet in force", "expired", "replaces, annuls", re.compile("amends"), re.compile("basis")]
    )  # fmt: skip


def test_the_picture_has_room_on_every_window(open_page: OpenPage, families: Api) -> None:
    page = open_page(f"/documents/{ID}", at=families.address, width=1200)
    place = unfolded(page)
    for width in (1200, 640, 320):
        page.set_viewport_size({"width": width, "height": 800})
        if width < 1000:
            page.locator("[data-way=about]").click()
        drawing = place.locator("svg[role=img]")
        page.wait_for_function("w => document.querySelector('svg[role=img]').clientWidth <= w - 20", arg=width)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        inside = drawing.evaluate(
            "s => [...s.querySelectorAll('text')].every(t => { const b = t.getBBox(); return b.x >= -1 && b.x + b.width <= s.clientWidth + 1; })"
        )
        assert inside, width


def test_a_document_that_stands_alone_has_no_picture(open_page: OpenPage) -> None:
    def left_alone(route: Route) -> None:  # every document of the dossier has kin
        known = route.fetch().json()
        own = [n for n in known["family"]["nodes"] if n["id"] == "05-nq-tu-2021"]
        route.fulfill(json={**known, "stated": [], "family": {**known["family"], "nodes": own, "edges": []}})

    page = open_page("/documents")
    page.route("**/api/documents/*/relations*", left_alone)
    page.goto(page.url.replace("/documents", "/documents/05-nq-tu-2021"))
    place = unfolded(page)
    expect(place.locator("svg[role=img]")).to_have_count(0)
    expect(place.locator(".timeline li").last).to_contain_text("In force")


def test_many_statements_are_folded_and_each_has_its_sentence(open_page: OpenPage, families: Api) -> None:
    page = open_page(f"/documents/{ID}", at=families.address)
    place = unfolded(page)
    known = families(f"/api/documents/{ID}/relations")
    count = len(known["stated"]) + len(known["states"])
    place.get_by_text(f"Each relation with its sentence ({count})").click()
    expect(place.get_by_text(f"{len(known['stated']) - 12} more relations")).to_be_visible()
    first = known["stated"][0]
    link = place.locator("blockquote a").first
    expect(link).to_have_text(first["quote"])
    link.click()
    expect(page.locator(".sheet mark").first).to_be_attached()
    marked = "\n".join(page.locator(".sheet mark").all_text_contents())
    assert marked == first["quote"]


def test_from_the_list_of_documents_the_family_opens_and_leads_on(open_page: OpenPage, families: Api) -> None:
    page = open_page("/documents", at=families.address)
    button = page.get_by_role("button", name=f"History and family of {NUMBER}")
    button.click()
    dialog = page.get_by_role("dialog", name=f"Validity and family of {NUMBER}")
    expect(dialog.locator(".timeline li")).to_have_count(6)
    expect(dialog.get_by_role("img")).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    button.press("Enter")
    dialog.locator(".family-list").get_by_role("link", name="12/2021/QĐ-UBND", exact=True).first.click()
    expect(page).to_have_url(re.compile("/documents/12-2021-qd-ubnd$"))
    expect(page.get_by_role("dialog")).to_have_count(0)


def shown_words(page: Page, by_hand: Consolidated) -> dict[str, str | None]:
    """The units of a wording that is shown, as the one put together by hand has them: None where annulled."""
    found: dict[str, str | None] = {}
    for address in by_hand.units:
        unit = page.locator(f".unit-of-day[data-address='{address.replace('đ', 'dd')}']")
        if unit.locator("del").count():
            found[address] = None
        else:
            found[address] = "".join(unit.locator("p:not(.origin)").all_text_contents())
    return found


@pytest.mark.parametrize("day", BY_HAND)
def test_the_wording_on_a_day_is_the_one_put_together_by_hand(open_page: OpenPage, families: Api, day: str) -> None:
    page = open_page(f"/documents/{ID}", at=families.address)
    place = wording(page, day)
    expect(place.locator(".wording-notice")).to_contain_text("Consolidated by Vanban, not an official text")
    mine = {k: v and " ".join(v.split()) for k, v in shown_words(page, BY_HAND[day]).items()}
    assert mine == {k: v and " ".join(v.split()) for k, v in BY_HAND[day].units.items()}


def test_each_amended_part_says_its_origin_and_leads_there(open_page: OpenPage, families: Api) -> None:
    page = open_page(f"/documents/{ID}", at=families.address)
    place = wording(page, "2022-01-01")
    body = families(f"/api/documents/{ID}/text?as_of=2022-01-01")
    changed = {u["address"]: u for u in body["units"] if u["state"] in ("amended", "annulled")}
    assert {"kt1.d3.k1", "kt1.d4.k1.b", "kt1.d5.k2"} <= set(changed)
    for address, unit in changed.items():
        links = place.locator(f"[data-address='{address}'] .origin a")
        told = [(link.text_content(), link.get_attribute("href")) for link in links.all()]
        assert told == [(c["said"], c["url"]) for c in unit["by"]], address
    # words that come from another document are marked as such, and only these
    unit = place.locator("[data-address='kt1.d4.k2']")
    expect(unit.locator(".piece")).to_have_text(["Phòng Nội vụ - Lao động"])
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(place.locator("[data-address='kt1.d5.k2'] .origin")).to_contain_text("được sửa đổi theo Điều 1")
    expect(place.locator(".wording-notice")).to_contain_text("Vanban hợp nhất, không phải văn bản chính thức")
    place.locator("[data-address='kt1.d5.k2'] .origin a").click()
    expect(page).to_have_url(re.compile("/documents/12-2021-qd-ubnd#c"))
    expect(page.locator(".sheet mark").first).to_be_visible()


def test_the_cited_unit_is_shown_in_the_words_of_the_day_and_back(open_page: OpenPage, families: Api) -> None:
    page = open_page(f"/documents/{ID}{at_unit(families, 'kt1.d5.k2')}", at=families.address)
    expect(page.locator(".sheet mark").first).to_contain_text("30 triệu đồng")
    wording(page, "2022-01-01")
    cited = page.locator(".cited-unit")
    expect(cited).to_have_attribute("data-address", "kt1.d5.k2")
    expect(cited).to_contain_text("40 triệu đồng")
    expect(cited).to_be_in_viewport()
    expect(page.locator(".mark-note")).to_have_text("The cited unit, in the wording of 01/01/2022.")
    page.locator(".wording-changes summary").click()
    page.locator(".wording-changes button", has_text="Điều 8").click()
    expect(page.locator("[data-address='kt1.d8'] p").first).to_be_in_viewport()
    page.get_by_role("navigation", name="Contents").get_by_role("button", name=re.compile("^Điều 3. Điều kiện")).click()
    expect(page.locator("[data-address='kt1.d3']")).to_be_focused()
    page.get_by_role("button", name="Back to the wording as issued").press("Enter")
    expect(page.locator(".sheet mark").first).to_contain_text("30 triệu đồng")
    expect(page.locator(".wording")).to_have_count(0)
    expect(page.get_by_label("Wording on")).to_be_focused()


def test_before_any_change_and_without_a_day(open_page: OpenPage, families: Api) -> None:
    page = open_page(f"/documents/{ID}", at=families.address)
    place = wording(page, "2018-01-01")
    expect(place.locator(".origin")).to_have_count(0)
    expect(place.locator(".wording-notice p").nth(1)).to_contain_text("In force on 01/01/2018")
    page.get_by_label("Wording on").fill("")
    page.get_by_role("button", name="Show the wording of that day").click()
    expect(page.locator(".wording-bar [role=status]")).to_have_text("Enter a day.")


def test_a_day_is_asked_for_only_once_the_document_is_there(open_page: OpenPage, families: Api) -> None:
    page = open_page(f"/documents/{ID}", at=families.address)
    day, show = page.get_by_label("Wording on"), page.get_by_role("button", name="Show the wording of that day")
    expect(day).to_be_enabled()  # or what the first page still asks for is held in place of what the second does
    held: list[Route] = []
    page.route(f"**/api/documents/{ID}", lambda route: held.append(route))
    page.reload()
    expect(day).to_be_disabled()
    expect(show).to_be_disabled()
    while not held:
        page.wait_for_timeout(20)
    (route,) = held
    route.continue_()
    expect(wording(page, "2022-01-01").locator(".origin").first).to_be_visible()


def test_beside_an_answer_the_day_that_was_asked_about_is_offered(open_page: OpenPage, families: Api) -> None:
    page = open_page(at=families.address, width=1360)
    page.get_by_role("button", name="Filter documents").click()
    page.get_by_role("dialog").get_by_label("Answer as of").fill("2018-05-01")
    page.get_by_role("dialog").get_by_role("button", name="Apply").click()
    ask(page, f"Khoản 2 Điều 5 Quy chế ban hành kèm theo Quyết định {NUMBER} quy định gì?")
    page.locator(".turn a.chip").first.click()
    panel = page.locator(".source-panel")
    expect(panel.get_by_label("Wording on")).to_have_value("2018-05-01")
    panel.get_by_label("Wording on").fill("2021-05-01")
    panel.get_by_label("Wording on").press("Enter")
    expect(panel.locator(".cited-unit")).to_contain_text("90 triệu đồng")
    expect(panel.locator(".cited-unit")).to_be_in_viewport()
    panel.get_by_role("button", name="About").click()
    expect(panel.locator(".timeline li").last).to_contain_text("annulled by 20/2025/QĐ-UBND")
    expect(panel.get_by_role("img", name="Picture of 5 documents")).to_be_visible()


def test_a_day_that_the_server_cannot_answer_says_so(open_page: OpenPage, families: Api) -> None:
    page = open_page(f"/documents/{ID}", at=families.address)
    page.route("**/text?as_of=*", lambda route: route.abort())
    page.get_by_label("Wording on").fill("2022-01-01")
    page.get_by_role("button", name="Show the wording of that day").click()
    expect(page.locator(".wording-bar [role=status]")).to_contain_text("The server cannot be reached")
    expect(page.locator(".sheet p").first).to_be_visible()


def test_validity_has_no_barrier(open_page: OpenPage, families: Api) -> None:
    page = open_page(f"/documents/{ID}{at_unit(families, 'kt1.d5.k2')}", at=families.address)
    unfolded(page)
    wording(page, "2022-01-01")
    page.evaluate("for (const d of document.querySelectorAll('main details')) d.open = true")
    check(page)
    page.evaluate("document.querySelector('.languages [lang=en]').click()")
    page.set_viewport_size({"width": 320, "height": 256})  # 400 % zoom of 1280 by 1024
    page.locator("[data-way=text]").click()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    check(page)


def test_the_dialog_of_a_family_has_no_barrier(open_page: OpenPage, families: Api) -> None:
    page = open_page("/documents", at=families.address)
    page.get_by_role("button", name=f"History and family of {NUMBER}").click()
    expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    check(page)


def test_a_screen_reader_is_told_what_happened(open_page: OpenPage, families: Api) -> None:
    page = open_page(f"/documents/{ID}", at=families.address)
    expect(unfolded(page).locator(".timeline")).to_match_aria_snapshot(
        r"""
        - list:
          - listitem: 15/08/2017 Issued
          - listitem:
            - text: 01/09/2017 In force
            - link "proof"
        """
    )
