"""Documents in the window: listed, added by button and by dropping, followed while they are indexed, set aside, deleted."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.window import OpenPage
from tests.work.conftest import WorkApi

DECISION = """ỦY BAN NHÂN DÂN TỈNH LAM GIANG
Số: {number}/2026/QĐ-UBND
Lam Giang, ngày 02 tháng 3 năm 2026

QUYẾT ĐỊNH
Về việc quản lý <b>con dấu</b> số {number}

Điều 1. Con dấu do bà Lò Thị Pành giữ tại phòng số 5.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
"""
_DROP = """(zone, files) => {
    const data = new DataTransfer();
    for (const [name, text] of files) data.items.add(new File([text], name));
    for (const type of ["dragover", "drop"]) {
        zone.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
    }
}"""


def rows(page: Page) -> int:
    return page.locator("#documents tbody tr").count()


def test_a_good_and_an_unreadable_file_are_added_by_button(open_page: OpenPage, api: WorkApi, tmp_path: Path) -> None:
    (tmp_path / "con dấu.txt").write_text(DECISION.format(number=71), encoding="utf-8")
    (tmp_path / "hỏng.docx").write_bytes(b"PK\x03\x04 no archive")
    page, before = open_page("/documents"), api("/api/documents")["total"]
    expect(page.locator("#count")).to_have_text(f"{before} documents")
    page.get_by_role("button", name="Add to the documents").click()
    expect(page.locator("#job")).to_contain_text("Choose at least one file.")
    page.get_by_label("Choose files").set_input_files([tmp_path / "con dấu.txt", tmp_path / "hỏng.docx"])
    expect(page.locator(".chosen")).to_contain_text("2 files: con dấu.txt, hỏng.docx. Press")
    page.get_by_role("button", name="Add to the documents").click()
    expect(page.locator("#job")).to_contain_text("1 added, 0 updated, 0 unchanged, 1 set aside.", timeout=60_000)
    expect(page.locator("#job .aside-list")).to_contain_text("hỏng.docx")
    reason = api("/api/set-aside")["files"][0]["reason"]
    expect(page.locator("#job .aside-list")).to_contain_text(reason)
    expect(page.locator("#count")).to_have_text(f"{before + 1} documents")
    row = page.locator("#documents tbody tr", has_text="71/2026/QĐ-UBND")
    expect(row).to_contain_text("decision")
    expect(row).to_contain_text("02/03/2026")
    expect(row).to_contain_text("<b>con dấu</b>")  # as text
    assert page.locator("#documents b").count() == 0
    page.get_by_text("Files set aside (1)").click()
    expect(page.locator(".set-aside")).to_contain_text(reason)
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.locator(".set-aside summary")).to_have_text("Tệp để riêng (1)")
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="Delete 71/2026/QĐ-UBND").click()
    expect(page.get_by_role("dialog")).to_contain_text("will no longer be found")
    page.get_by_role("dialog").get_by_role("button", name="Delete", exact=True).click()
    expect(page.locator("#count")).to_have_text(f"{before} documents")
    expect(page.get_by_label("Find by number")).to_be_focused()
    assert "71-2026-qd-ubnd" not in [d["id"] for d in api("/api/documents")["documents"]]


def test_dropped_files_are_followed_from_every_window_and_the_rest_goes_on(open_page: OpenPage, api: WorkApi) -> None:
    page, before = open_page("/documents"), api("/api/documents")["total"]
    expect(page.locator("#count")).to_be_visible()
    files = [[f"q{n}.txt", DECISION.format(number=n)] for n in range(80, 84)]
    page.locator(".drop-zone").evaluate(_DROP, files)
    expect(page.locator("#job progress")).to_be_visible()
    page.get_by_role("link", name="Checklists").click()  # meanwhile the other views work
    expect(page.get_by_role("button", name="Draft the checklist")).to_be_visible()
    page.get_by_role("link", name="Documents").click()
    other = open_page("/documents")  # one that came later sees the upload, too, if it is still on its way
    expect(page.locator("#count")).to_have_text(f"{before + 4} documents", timeout=60_000)
    other.reload()
    expect(other.locator("#count")).to_have_text(f"{before + 4} documents")
    for n in range(80, 84):
        api(f"/api/documents/{n}-2026-qd-ubnd", method="DELETE")


def test_an_upload_on_its_way_is_shown_with_its_step(open_page: OpenPage) -> None:
    page = open_page("/documents")
    job = {
        "id": "a", "state": "running", "done": 1, "total": 3, "current": "quét.pdf", "step": "recognising", "page": 2,
        "pages": 5, "summary": None, "report": None, "problem": None,
    }  # fmt: skip
    gone = {"title": "x", "status": 404, "detail": "x", "code": "job-unknown"}
    page.route("**/api/jobs", lambda route: route.fulfill(json={"jobs": [job]}))
    page.route("**/api/jobs/a", lambda route: route.fulfill(json=job))
    page.route("**/api/jobs/a/events", lambda route: route.abort())
    page.reload()
    expect(page.locator("#job")).to_contain_text("Reading: 1 of 3 files")
    expect(page.locator("#job")).to_contain_text("quét.pdf: recognising text, page 2 of 5")
    expect(page.locator("#job progress")).to_have_accessible_name("Reading: 1 of 3 files")
    page.unroute("**/api/jobs/a")
    page.route("**/api/jobs/a", lambda route: route.abort())
    expect(page.locator("#job")).to_contain_text("The server cannot be reached")
    page.unroute("**/api/jobs/a")
    page.route("**/api/jobs/a", lambda route: route.fulfill(json=gone, status=404))
    expect(page.locator("#job")).to_contain_text("can no longer be followed")


def test_an_upload_is_followed_by_events_and_nothing_is_asked_meanwhile(
    open_page: OpenPage, api: WorkApi, tmp_path: Path
) -> None:
    (tmp_path / "q90.txt").write_text(DECISION.format(number=90), encoding="utf-8")
    page, before = open_page("/documents"), api("/api/documents")["total"]
    expect(page.locator("#count")).to_have_text(f"{before} documents")
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url.rsplit("/api/jobs/", 1)[1]) if "/api/jobs/" in r.url else None)
    page.get_by_label("Choose files").set_input_files([tmp_path / "q90.txt"])
    page.get_by_role("button", name="Add to the documents").click()
    expect(page.locator("#job")).to_contain_text("1 added", timeout=60_000)
    (job,) = [j["id"] for j in api("/api/jobs")["jobs"][:1]]
    assert asked == [f"{job}/events"]
    expect(page.locator("#count")).to_have_text(f"{before + 1} documents")
    api("/api/documents/90-2026-qd-ubnd", method="DELETE")


@pytest.mark.parametrize("cut", ["at once", "in the middle", "nonsense"])
def test_where_the_events_break_off_the_job_is_asked_for(
    open_page: OpenPage, api: WorkApi, tmp_path: Path, cut: str
) -> None:
    number = 91 + ["at once", "in the middle", "nonsense"].index(cut)
    (tmp_path / "q.txt").write_text(DECISION.format(number=number), encoding="utf-8")
    page, before = open_page("/documents"), api("/api/documents")["total"]
    expect(page.locator("#count")).to_be_visible()

    def broken(route: Route) -> None:
        if cut == "at once":
            return route.abort()
        id = route.request.url.split("/")[-2]
        first = {**api(f"/api/jobs/{id}"), "state": "running", "current": "q.txt", "step": "reading"}
        line = json.dumps(first) if cut == "in the middle" else "{"
        return route.fulfill(body=f"data: {line}\n\ndata: {{", content_type="text/event-stream")

    page.route("**/api/jobs/*/events", broken)
    with page.expect_request(re.compile("/api/jobs/[0-9a-f]+$")):
        page.get_by_label("Choose files").set_input_files([tmp_path / "q.txt"])
        page.get_by_role("button", name="Add to the documents").click()
    expect(page.locator("#job")).to_contain_text("1 added", timeout=60_000)
    expect(page.locator("#count")).to_have_text(f"{before + 1} documents")
    api(f"/api/documents/{number}-2026-qd-ubnd", method="DELETE")


def test_the_list_is_found_filtered_and_ordered(open_page: OpenPage, api: WorkApi) -> None:
    page, every = open_page("/documents"), api("/api/documents")["documents"]
    expect(page.locator("#count")).to_have_text(f"{len(every)} documents")
    page.get_by_label("Type").select_option("decision")
    decisions = [d for d in every if d["type"] == "decision"]
    expect(page.locator("#count")).to_have_text(f"{len(decisions)} of {len(every)} documents")
    assert rows(page) == len(decisions)
    page.get_by_label("Find by number").fill("40/2023")
    expect(page.locator("#documents tbody tr")).to_have_count(2)
    page.get_by_label("Find by number").fill("no such thing")
    expect(page.locator("#documents")).to_have_text("No document fits.")
    page.get_by_label("Find by number").fill("")
    page.get_by_label("Type").select_option("*")
    page.get_by_label("Order").select_option("issued")
    newest = max(every, key=lambda d: d["issued"] or "")
    expect(page.locator("#documents tbody tr").first).to_contain_text(newest["number"])
    row = page.locator("#documents tbody tr", has_text="77-kl-tu-2024.html")
    one = next(d for d in every if d["name"] == "77-kl-tu-2024.html")
    expect(row.get_by_role("cell").nth(2)).to_have_text("conclusion")
    expect(row.get_by_role("link")).to_have_attribute("href", one["url"])
