"""axe over the window as it is met: every view and what opens in it, empty lists, faults; in each language and look.

One server and one browser; each scene is set once, then language and look are switched where it stands.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.test_page_ask import QUESTION, answered_by, made_up
from tests.window import OpenPage, ask, barriers
from tests.work.conftest import WorkApi
from tests.work.test_access import VIEWS, show_all

LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
# all rules once in each language, those of colours in every look
COLOURS = ("color-contrast", "link-in-text-block")
LOOKS: dict[str, dict[str, tuple[str, ...]]] = {
    "vi": {"light": (), "dark": COLOURS},
    "en": {"dark": (), "light": COLOURS, "contrast": COLOURS},
}
# rows are all made alike: the first ones tell, and axe takes seconds for hundreds
_FEWER_ROWS = "for (const row of document.querySelectorAll('tbody tr:nth-child(n+25)')) row.hidden = true"
PRINTED = "Điều 4 của Quyết định 31/2025/QĐ-UBND quy định gì về Thẩm quyền của Ủy ban nhân dân tỉnh?"
Scene = Callable[[Page, WorkApi], None]


def nowhere_is_a_barrier(page: Page) -> None:
    """Everything in both languages, each in both looks, and in high contrast."""
    for language, name in LANGUAGES.items():
        # a press on the button itself would take the focus from an open menu, and a dialog covers it
        page.evaluate(
            "name => [...document.querySelectorAll('.languages button')].find(b => b.textContent === name).click()",
            name,
        )
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator("[aria-busy=true]")).to_have_count(0)  # what comes anew in that language is pale till then
        page.evaluate(_FEWER_ROWS)
        for look, rules in LOOKS[language].items():
            page.evaluate("look => { document.documentElement.dataset.theme = look; }", look)
            assert barriers(page, *rules) == [], (language, look)


def goes(path: str, *waits: str) -> Scene:
    """A page at an address, when something stands in it."""

    def scene(page: Page, _: WorkApi) -> None:
        page.goto(page.url.split("/docs")[0] + path)
        for wait in waits or ("main h1",):
            expect(page.locator(wait).first).to_be_visible()

    return scene


def answers(pattern: str, body: Any, path: str, wait: str, status: int = 200) -> Scene:
    """A page for which the server answers something of our own; None: it is away."""

    def fulfil(route: Route) -> None:
        if body is None:
            route.abort()
        else:
            route.fulfill(status=status, json=body)

    def scene(page: Page, api: WorkApi) -> None:
        page.route(pattern, fulfil)
        goes(path, wait)(page, api)

    return scene


def pressed(before: Scene, name: str, wait: str) -> Scene:
    """What a button of a page opens."""

    def scene(page: Page, api: WorkApi) -> None:
        before(page, api)
        page.get_by_role("button", name=re.compile(name)).first.click()
        expect(page.locator(wait).first).to_be_visible()

    return scene


def a_checklist(page: Page, api: WorkApi) -> None:
    id = api.checklist("31/KH-TCT", kind="procedure")["id"]
    changes = [
        {"op": "set", "item": "i1", "field": "due", "value": "2020-01-01"},
        {"op": "set", "item": "i2", "field": "done", "value": True},
        {"op": "set", "item": "i3", "field": "note", "value": "hỏi lại"},
        {"op": "set", "item": "i3", "field": "assignee", "value": "Lan"},
        {"op": "section", "value": "Việc khác"},
        {"op": "add", "task": "Gọi điện"},
    ]
    api(f"/api/checklists/{id}", {"version": 1, "changes": changes}, "PATCH")
    goes(f"/checklists/{id}", ".item")(page, api)


def an_earlier_version(page: Page, api: WorkApi) -> None:
    a_checklist(page, api)
    page.goto(f"{page.url}?version=1")
    expect(page.locator(".notice.warn").first).to_be_visible()


def an_unsaved_checklist(page: Page, api: WorkApi) -> None:
    a_checklist(page, api)
    page.route("**/api/checklists/**", lambda route: route.abort())
    page.locator(".item").first.get_by_role("checkbox").check()
    expect(page.locator(".notice.wrong")).to_be_visible()


def two_at_one_place(page: Page, api: WorkApi) -> None:
    a_checklist(page, api)
    id = page.url.rsplit("/", 1)[1]
    note = {"op": "set", "item": "i1", "field": "note", "value": "của Bình"}
    api(f"/api/checklists/{id}", {"version": 2, "changes": [note]}, "PATCH")
    page.get_by_role("button", name=re.compile("^Edit")).first.click()
    page.get_by_label("Note").fill("của An")
    page.locator(".item-form").get_by_role("button", name="Save").click()
    expect(page.locator(".dialog")).to_be_visible()


def a_checklist_filtered(page: Page, api: WorkApi) -> None:
    a_checklist(page, api)
    page.get_by_label("Find in the checklist").fill("no such words")
    expect(page.get_by_text("No item fits")).to_be_visible()


def asked(*questions: str) -> Scene:
    def scene(page: Page, api: WorkApi) -> None:
        goes("/", ".example")(page, api)
        for question in questions:
            ask(page, question)

    return scene


def outcomes(page: Page, api: WorkApi) -> None:
    """The outcomes that the sample dossier gives no question for, and the mark of what is not supported."""
    goes("/", ".example")(page, api)
    for outcome in ("answered", "partial", "conflicting", "out_of_force"):
        body = {**made_up(api.ask(QUESTION)), "outcome": outcome, "missing": "Các văn bản không nêu: mức phụ cấp."}
        page.unroute_all()
        answered_by(page, body)
        ask(page, QUESTION)


def the_card(page: Page, api: WorkApi) -> None:
    asked(QUESTION)(page, api)
    page.locator("a.chip").first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()


def source(way: str) -> Scene:
    def scene(page: Page, api: WorkApi) -> None:
        asked(PRINTED)(page, api)
        page.locator("a.chip").first.click()
        page.locator(f"[data-way={way}]").click()
        wait = {"page": ".page-mark", "text": ".sheet mark", "about": ".source-panel dl"}[way]
        expect(page.locator(wait).first).to_be_attached()

    return scene


def of_the_history(name: str) -> Scene:
    """The menu of a conversation in the history, or the dialog that one of its choices opens."""

    def scene(page: Page, api: WorkApi) -> None:
        asked(QUESTION)(page, api)
        page.locator(".history-list .menu-place button").first.click()
        if name:
            page.get_by_role("menuitem", name=name).click()
            expect(page.locator(".dialog")).to_be_visible()

    return scene


def a_server_gone(page: Page, api: WorkApi) -> None:
    goes("/", ".example")(page, api)
    page.route("**/api/ask", lambda route: route.fulfill(status=503, json=PROBLEM))
    page.locator("#question").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".notice.wrong")).to_be_visible()


def an_address_that_is_none(page: Page, _: WorkApi) -> None:
    page.evaluate("history.pushState({}, '', '/nowhere'); dispatchEvent(new PopStateEvent('popstate'))")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no such page")


def on_a_phone(page: Page, api: WorkApi) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    asked(QUESTION)(page, api)
    page.locator(".history-button").click()
    expect(page.locator("nav.history")).to_be_visible()
    page.get_by_role("button", name="Menu").click()


def an_upload(page: Page, api: WorkApi) -> None:
    done = {**JOB, "id": "b", "state": "done", "step": None, "summary": SUMMARY, "report": "/api/jobs/b/report"}
    failed = {**JOB, "id": "c", "state": "failed", "step": None, "problem": PROBLEM}
    started = {one["id"]: {**one, "state": "running", "summary": None, "problem": None} for one in (JOB, done, failed)}
    page.route("**/api/jobs", lambda route: route.fulfill(json={"jobs": list(started.values())}))
    known = {job["id"]: job for job in (JOB, done, failed)}
    page.route("**/api/jobs/*/events", lambda route: route.abort())
    page.route(re.compile(r"/api/jobs/[abc]$"), lambda route: route.fulfill(json=known[route.request.url[-1]]))
    goes("/documents", "progress", ".job-done")(page, api)
    page.get_by_label("Choose files").set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"a"})


def a_profile(page: Page, api: WorkApi) -> None:
    goes("/sheets?post=trưởng phòng")(page, api)
    page.get_by_label("by a form").check()
    for button in page.get_by_role("button", name=re.compile("^Add a line")).all():
        button.click()
    page.evaluate("for (const d of document.querySelectorAll('main details')) d.open = true")


def a_wrong_profile(page: Page, api: WorkApi) -> None:
    goes("/sheets")(page, api)
    page.get_by_role("button", name="Show the requirements").click()
    expect(page.locator(".notice")).to_be_visible()


def a_tried_quiz(page: Page, api: WorkApi) -> None:
    course = api("/api/courses", {"topic": "77-KL/TU", "questions": 4})["id"]
    goes(f"/courses/{course}", ".question")(page, api)
    for question in page.locator(".question").all():
        question.get_by_role("button").first.click()  # the answer of some, of others that one is to be chosen
        for choice in question.get_by_role("radio").all()[:1]:
            choice.check()
            question.get_by_role("button").first.click()


PROBLEM = {"type": "urn:x", "title": "Away", "status": 503, "detail": "The model is away. Try again.", "code": "x"}
JOB: dict[str, Any] = {
    "id": "a", "state": "running", "done": 1, "total": 3, "current": "quét.pdf", "step": "recognising", "page": 2,
    "pages": 5, "summary": None, "report": None, "problem": None,
}  # fmt: skip
SUMMARY = {
    "added": ["a"], "updated": [], "moved": [], "removed": [], "unchanged": 1, "passages": 4, "seconds": 1.0,
    "set_aside": [{"name": "hỏng.docx", "code": "unreadable", "reason": "The file is damaged."}],
}  # fmt: skip
SCOPE = {"documents": 0, "question_limit": 2000}
NO_LIST = {"total": 0, "offset": 0}

SCENES: dict[str, Scene] = {
    "asking": goes("/", ".example"),
    "asking, no document": answers("**/api/scope", SCOPE, "/", ".notice"),
    "asking, server away": answers("**/api/scope", None, "/", ".notice.wrong"),
    "answers": asked("Giá vàng là bao nhiêu?", "Điều 5 quy định gì?", "Kết quả luân chuyển cán bộ 187-BC/TU"),
    "answers of other outcomes": outcomes,
    "an answer's card": the_card,
    "an answer's feedback": pressed(asked(QUESTION), "^Not good", ".dialog"),
    "an answer that failed": a_server_gone,
    "the source's page": source("page"),
    "the source's text": source("text"),
    "about the source": source("about"),
    "filters": pressed(goes("/", ".example"), "^Filter documents", ".filter-form"),
    "the menu of appearance": pressed(goes("/", ".example"), "^Appearance", "[role=menu]:not([hidden])"),
    "the menu of a conversation": of_the_history(""),
    "a conversation renamed": of_the_history("Rename"),
    "a conversation deleted": of_the_history("Delete"),
    "on a phone, with menu and history": on_a_phone,
    "a conversation forgotten": goes("/c/aaaaaaaaaaaaaaaaaaaaaa", ".notice"),
    "an address that is none": an_address_that_is_none,
    "a document's page": goes("/documents/31-2025-qd-ubnd#c3000-3100", ".page-mark, .sheet mark"),
    "a document that is not there": goes("/documents/none", ".notice"),
    "the API": goes("/docs", "main summary"),
    "a checklist": a_checklist,
    "a checklist's export menu": pressed(a_checklist, "^Export", "[role=menu]:not([hidden])"),
    "a checklist's versions": pressed(a_checklist, "^Versions", ".versions li ul"),
    "a checklist's section renamed": pressed(a_checklist, "^Rename the section", ".dialog"),
    "a checklist deleted": pressed(a_checklist, "^Delete the checklist", ".dialog"),
    "a checklist's item added": pressed(a_checklist, "^Add an item", ".item-form"),
    "a checklist filtered away": a_checklist_filtered,
    "a checklist, earlier": an_earlier_version,
    "a checklist not saved": an_unsaved_checklist,
    "a checklist, two at one place": two_at_one_place,
    "a checklist without items": lambda page, api: goes(
        f"/checklists/{api.checklist('vaccination of cattle')['id']}", ".notice"
    )(page, api),
    "a checklist that is not there": goes("/checklists/0000", ".notice"),
    "no checklists": answers("**/api/checklists?*", {**NO_LIST, "checklists": []}, "/checklists", ".kept-list"),
    "checklists, server away": answers("**/api/checklists?*", None, "/checklists", ".notice.wrong"),
    "a checklist without a topic": pressed(goes("/checklists"), "^Draft the checklist", ".notice"),
    "no documents": answers("**/api/documents", {"total": 0, "documents": []}, "/documents", "#count"),
    "documents, server away": answers("**/api/documents", None, "/documents", ".notice.wrong"),
    "documents on their way": an_upload,
    "a document deleted": pressed(goes("/documents", "tbody tr"), "^Delete", ".dialog"),
    "a register without entries": goes("/registers/duties?q=khôngcógì", "main p"),
    "a register wrongly filtered": goes("/registers/duties?before=soon", ".notice"),
    "registers, server away": answers("**/api/registers/**", None, "/registers/duties", ".notice.wrong"),
    "a profile": a_profile,
    "a profile of no post": a_wrong_profile,
    "a programme": pressed(goes("/sheets/programme?name=12-CTr/TU"), "^Make the sheet", ".sheet-shown tbody tr"),
    "a programme that is not there": pressed(
        goes("/sheets/programme?name=99-CTr/TU"), "^Make the sheet", ".sheet-place *, .notice"
    ),
    "positions of no unit": pressed(goes("/sheets/positions?q=khôngcógì"), "^Show", ".sheet-place *"),
    "no courses": answers("**/api/courses?*", {**NO_LIST, "courses": []}, "/courses", ".kept-list"),
    "a course's quiz, tried": a_tried_quiz,
    "a course that is not there": goes("/courses/0000", ".notice"),
}


@pytest.mark.parametrize("name", SCENES)
def test_no_scene_has_a_barrier(open_page: OpenPage, api: WorkApi, name: str) -> None:
    page = open_page("/docs", width=1360)
    SCENES[name](page, api)
    nowhere_is_a_barrier(page)


@pytest.mark.parametrize("view", VIEWS)
def test_no_work_view_has_a_barrier(open_page: OpenPage, api: WorkApi, view: str) -> None:
    page = open_page(VIEWS[view](api), width=1360)
    show_all(page, view)
    nowhere_is_a_barrier(page)
