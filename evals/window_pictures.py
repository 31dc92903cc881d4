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
    page.locator("form button[type=submit]").first.click()
    page.wait_for_load_state("networkidle")


PICTURES = (
    Picture("ask-vi", "A question, its answer, the source", "/", steps=_asked(_VI, source=True)),
    Picture("ask-en", "The same in English, dark", "/", "en-GB", look="dark", steps=_asked(_EN, source=True)),
    Picture("begin-vi", "Before the first question", "/"),
    Picture("begin-en", "On a phone, dark", "/", "en-GB", PHONE, "dark"),
    Picture("phone-vi", "An answer on a phone", "/", size=PHONE, steps=_asked(_VI, source=False)),
    Picture("sheet-vi", "Its source on a phone", "/", size=PHONE, steps=_asked(_VI, source=True)),
    Picture("document-en", "A document", "/documents/05-nq-tu-2021-en#c1500-1700", "en-GB"),
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
