"""Pictures of every view of the window: both languages, wide and narrow, light and dark. `window --docs` takes them."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PIL import Image

from evals.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDE, PHONE = (1360, 850), (390, 780)
QUALITY = 82
_VI = "Điều 4 của Quyết định 31/2025/QĐ-UBND quy định gì về Thẩm quyền của Ủy ban nhân dân tỉnh?"
_ENDED = "Điều 7 của Quyết định 10/2021/QĐ-UBND quy định gì?"
_OLD = "/documents/10-2021-qd-ubnd"
_AMENDED = "/documents/25-2022-qd-ubnd#c5579-5829"
_COMPARED = "/compare?left=25-2022-qd-ubnd&right=18-2024-qd-ubnd"
_EN = "What must the dossier of a job-position project contain?"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to take: where, how large, in which language and look, and what to do first."""

    name: str
    about: str
    path: str
    language: str = "vi-VN"
    size: tuple[int, int] = WIDE
    look: Literal["light", "dark"] = "light"
    steps: Callable[["Page"], None] = lambda page: page.wait_for_load_state("networkidle")


def _asked(question: str, *, source: bool) -> Callable[["Page"], None]:
    def steps(page: "Page") -> None:
        page.fill("#question", question)
        page.press("#question", "Enter")
        page.wait_for_selector(".turn-end button")
        if source:
            page.locator(".turn a.chip").nth(1).click()
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(500)

    return steps


def _sheet(page: "Page") -> None:
    page.locator("form input").first.fill("trưởng phòng")
    with page.expect_response("**/api/requirement-sheets*", timeout=60_000):
        page.locator("form button[type=submit]").first.click()
    page.wait_for_timeout(500)


def _related(page: "Page") -> None:
    page.locator(".relations summary").first.click()
    page.wait_for_selector(".family-figure svg")
    page.locator(".relations").evaluate("place => scrollTo(0, place.getBoundingClientRect().top + scrollY - 80)")


def _family_on_phone(page: "Page") -> None:
    page.locator("[data-way=about]").click()
    _related(page)


def _worded(page: "Page") -> None:
    if page.locator("[data-way=text]").is_visible():
        page.locator("[data-way=text]").click()
    page.locator(".wording-bar input").fill("2025-03-01")
    page.locator(".wording-bar button[type=submit]").click()
    page.wait_for_selector(".cited-unit")
    page.wait_for_timeout(500)


def _compared(page: "Page") -> None:
    page.wait_for_selector(".unit-diff")
    narrow = page.locator(".compare-heads").evaluate("heads => heads.clientWidth < 600")
    first = page.locator(".unit-diff" if narrow else ".compared h2").nth(0 if narrow else 1)
    first.evaluate("place => scrollTo(0, place.getBoundingClientRect().top + scrollY - 80)")


PICTURES = (
    Picture("ask-vi", "A question, its answer, the source", "/", steps=_asked(_VI, source=True)),
    Picture("ask-en", "The same in English, dark", "/", "en-GB", look="dark", steps=_asked(_EN, source=True)),
    Picture("begin-vi", "Before the first question", "/"),
    Picture("begin-en", "On a phone, dark", "/", "en-GB", PHONE, "dark"),
    Picture("phone-vi", "An answer on a phone", "/", size=PHONE, steps=_asked(_VI, source=False)),
    Picture("sheet-vi", "Its source on a phone", "/", size=PHONE, steps=_asked(_VI, source=True)),
    Picture("document-en", "A document", "/documents/05-nq-tu-2021-en#c1500-1700", "en-GB"),
    Picture("family-vi", "What happened to a document, and its family", "/documents/25-2022-qd-ubnd", steps=_related),
    Picture("family-en", "The same on a phone, dark", _OLD, "en-GB", PHONE, "dark", _family_on_phone),
    Picture("wording-vi", "The wording on a day, each change with its origin", _AMENDED, steps=_worded),
    Picture("wording-en", "The same on a phone", _AMENDED, "en-GB", PHONE, steps=_worded),
    Picture("compare-vi", "Two documents compared", _COMPARED, steps=_compared),
    Picture("compare-en", "The same on a phone, dark", _COMPARED, "en-GB", PHONE, "dark", _compared),
    Picture("outdated-vi", "What no longer holds, with what ended it", "/", steps=_asked(_ENDED, source=False)),
    Picture("checklist-vi", "A checklist", "/checklists/{checklist}"),
    Picture("checklist-en", "The same on a phone", "/checklists/{checklist}", "en-GB", PHONE),
    Picture("requirements-vi", "What a post asks for", "/sheets", steps=_sheet),
    Picture("registers-en", "Registers, dark", "/registers/duties", "en-GB", look="dark"),
    Picture("courses-vi", "Courses", "/courses"),
    Picture("documents-vi", "Documents", "/documents"),
    Picture("documents-en", "Documents on a phone", "/documents", "en-GB", PHONE),
)


def take(browser: "Browser", server: Served, folder: Path) -> None:
    """Writes the pictures and the page that shows them."""
    made = server.send("POST", "/api/checklists", {"topic": "phê duyệt đề án vị trí việc làm"})
    for picture in PICTURES:
        width, height = picture.size
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale=picture.language,
            color_scheme=picture.look,
            device_scale_factor=1.25,
        )
        page = context.new_page()
        page.goto(server.address + picture.path.format(checklist=made["id"]), wait_until="networkidle")
        picture.steps(page)
        page.wait_for_timeout(300)
        taken = Image.open(io.BytesIO(page.screenshot()))
        taken.convert("RGB").save(folder / f"window-{picture.name}.webp", quality=QUALITY, method=6)
        context.close()
    server.send("DELETE", f"/api/checklists/{made['id']}")
    lines = [f"## {p.about}\n\n![{p.about}](window-{p.name}.webp)\n" for p in PICTURES]
    head = "# The window\n\nOver the sample dossier; taken by `python -m evals window --docs docs`.\n"
    (folder / "window.md").write_text("\n".join([head, *lines]), encoding="utf-8")
