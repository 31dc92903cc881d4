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

SIZES = {"": (1280, 800), "-phone": (360, 740)}
LOCALES: dict[str, tuple[str, Literal["light", "dark"]]] = {"vi": ("vi-VN", "light"), "en": ("en-GB", "dark")}
QUALITY = 72
PICTURES_FROM = "## Pictures"
_HEAD = "# The window\n\n"
_LONG = 60_000  # milliseconds


@dataclass(frozen=True, slots=True)
class Asked:
    """What is typed in one language: a question, a post, a question about what no longer holds."""

    question: str
    post: str
    ended: str


ASKED = {
    "vi": Asked(
        "Hồ sơ đề nghị tiếp nhận vào làm công chức gồm những giấy tờ gì?",
        "trưởng phòng",
        "Điều 7 của Quyết định 10/2021/QĐ-UBND quy định gì?",
    ),
    "en": Asked(
        "What must the dossier of a job-position project contain?",
        "head of division",
        "What does Article 7 of Decision 10/2021/QĐ-UBND say?",
    ),
}
_AMENDED = "/documents/25-2022-qd-ubnd#c5579-5829"
_COMPARED = "/compare?left=25-2022-qd-ubnd&right=18-2024-qd-ubnd"
Steps = Callable[["Page", Asked], None]


@dataclass(frozen=True, slots=True)
class Picture:
    """A view to take in each language and width: where, and what to do first."""

    name: str
    about: str
    path: str
    steps: Steps = lambda page, asked: None


def _ask(page: "Page", asked: Asked) -> None:
    page.fill("#question", asked.question)
    page.press("#question", "Enter")
    page.wait_for_selector(".turn-end button", timeout=_LONG)


def _source(page: "Page", asked: Asked) -> None:
    _ask(page, asked)
    page.locator(".turn a.chip").nth(1).click()
    page.wait_for_selector(".source-panel mark, .source-panel .page-mark")


def _submitted(words: Callable[[Asked], str] = lambda asked: "") -> Steps:
    def steps(page: "Page", asked: Asked) -> None:
        if words(asked):
            page.locator("form input").first.fill(words(asked))
        page.locator("form button[type=submit]").first.click()
        page.wait_for_selector(".sheet-title", timeout=_LONG)

    return steps


def _versions(page: "Page", _: Asked) -> None:
    page.locator(".item input[type=checkbox]").first.check()
    page.wait_for_selector(".save-state[data-state=saved]")
    page.locator(".toolbar button", has=page.locator("svg")).nth(2).click()
    page.wait_for_selector(".versions li ul")


def _filters(page: "Page", _: Asked) -> None:
    page.locator(".filters > button").click()
    page.wait_for_selector(".filter-form")


def _ended(page: "Page", asked: Asked) -> None:
    page.fill("#question", asked.ended)
    page.press("#question", "Enter")
    page.wait_for_selector(".turn-end button", timeout=_LONG)


def _family(page: "Page", _: Asked) -> None:
    if page.locator("[data-way=about]").is_visible():
        page.locator("[data-way=about]").click()
    page.locator(".relations summary").first.click()
    page.wait_for_selector(".family-figure svg")
    page.locator(".relations").evaluate("place => scrollTo(0, place.getBoundingClientRect().top + scrollY - 80)")


def _worded(page: "Page", _: Asked) -> None:
    if page.locator("[data-way=text]").is_visible():
        page.locator("[data-way=text]").click()
    page.locator(".wording-bar input").fill("2025-03-01")
    page.locator(".wording-bar button[type=submit]").click()
    page.wait_for_selector(".cited-unit")


def _compared(page: "Page", _: Asked) -> None:
    page.wait_for_selector(".unit-diff")
    narrow = page.locator(".compare-heads").evaluate("heads => heads.clientWidth < 600")
    first = page.locator(".unit-diff" if narrow else ".compared h2").nth(0 if narrow else 1)
    first.evaluate("place => scrollTo(0, place.getBoundingClientRect().top + scrollY - 80)")


PICTURES = (
    Picture("begin", "Before the first question", "/"),
    Picture("filters", "Asking within some documents only", "/", _filters),
    Picture("answer", "An answer", "/", _ask),
    Picture("ask", "The source beside its answer", "/", _source),
    Picture("document", "A document at its cited words", "/documents/{document}"),
    Picture("family", "What happened to a document, and its family", "/documents/25-2022-qd-ubnd", _family),
    Picture("wording", "The wording on a day, each change with its origin", _AMENDED, _worded),
    Picture("compare", "Two documents compared", _COMPARED, _compared),
    Picture("outdated", "What no longer holds, with what ended it", "/", _ended),
    Picture("checklists", "Checklists", "/checklists"),
    Picture("checklist", "A checklist", "/checklists/{checklist}"),
    Picture("versions", "Its versions", "/checklists/{checklist}", _versions),
    Picture("requirements", "What a post asks for", "/sheets", _submitted(lambda asked: asked.post)),
    Picture("programme", "A programme", "/sheets/programme", _submitted(lambda asked: "12-CTr/TU")),
    Picture("positions", "Job positions", "/sheets/positions", _submitted()),
    Picture("registers", "Registers", "/registers/duties?document={duties}"),
    Picture("courses", "Courses", "/courses"),
    Picture("course", "A course", "/courses/{course}"),
    Picture("documents", "Documents", "/documents"),
)
PLACES = {
    "vi": {"document": "05-nq-tu-2021#c1500-1700", "duties": "77-kl-tu-2024"},
    "en": {"document": "05-nq-tu-2021-en#c1500-1700", "duties": "77-kl-tu-2024-en"},
}


def take(browser: "Browser", server: Served, folder: Path) -> None:
    """Writes the pictures, and the part of the page that shows them; the words before that part stay as they are."""
    for language, (locale, look) in LOCALES.items():
        places, made = dict(PLACES[language]), []
        for kind, body in _kept(language).items():
            id = server.send("POST", f"/api/{kind}s", body)["id"]
            places[kind] = id
            made.append(f"/api/{kind}s/{id}")
        for suffix, (width, height) in SIZES.items():
            for picture in PICTURES:
                context = browser.new_context(
                    viewport={"width": width, "height": height}, locale=locale, color_scheme=look
                )
                page = context.new_page()
                page.goto(server.address + picture.path.format(**places), wait_until="networkidle")
                picture.steps(page, ASKED[language])
                page.wait_for_timeout(500)
                taken = Image.open(io.BytesIO(page.screenshot()))
                name = f"window-{picture.name}{suffix}-{language}.webp"
                taken.convert("RGB").save(folder / name, quality=QUALITY, method=6)
                context.close()
        for path in made:
            server.send("DELETE", path)
    _write(folder / "window.md")


def _kept(language: str) -> dict[str, dict[str, object]]:
    topic = {"vi": "phê duyệt đề án vị trí việc làm", "en": "approval of the job-position project"}[language]
    return {
        "checklist": {"topic": topic, "language": language},
        "course": {"topic": "77-KL/TU", "questions": 6, "language": language},
    }


def _write(page: Path) -> None:
    before = page.read_text(encoding="utf-8").partition(PICTURES_FROM)[0] if page.exists() else _HEAD
    parts = [
        f"{PICTURES_FROM}\n\nOver the sample dossier, in Vietnamese and light, in English and dark, on a wide window"
        " and on a phone; taken by\n`python -m evals window --docs docs`.\n"
    ]
    for picture in PICTURES:
        rows = [
            "| " + " | ".join(f"![{picture.about}](window-{picture.name}{s}-{lang}.webp)" for lang in LOCALES) + " |"
            for s in SIZES
        ]
        parts.append("\n".join([f"### {picture.about}\n", "| Tiếng Việt | English |", "|---|---|", *rows, ""]))
    page.write_text(before + "\n".join(parts), encoding="utf-8")
