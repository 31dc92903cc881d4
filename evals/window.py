"""The window as a browser loads it: bytes of the first view, when it can be used, when an answer begins to stand.

Chromium itself measures, on a server of our own over the sample dossier: bytes as they came over the wire, times by the
page's own clock. A fresh browser each time, so that nothing is kept. The checklist is one of 500 items.
"""

import shutil
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import SettingsError
from evals import window_pictures
from evals.answers import opened
from evals.served import Served, serving
from evals.show import Cell, Table

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TIMES = 5
QUESTION = "Hồ sơ đề nghị tiếp nhận vào làm công chức gồm những giấy tờ gì?"
VIEWS = {"asking": "/", "a document": "/documents/31-2025-qd-ubnd", "documents": "/documents"}
ITEMS = 500
MOST_BYTES = 200_000
MOST_SECONDS = 1.5
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
# when the first words of an answer, and a place to type or press in, first stand in the page; by its own clock
_WATCH = """
window.seen = {};
const marks = {interactive: "#question, main h1, main input", statement: ".statements > *"};
new MutationObserver(() => {
  for (const [name, place] of Object.entries(marks))
    if (!(name in seen) && document.querySelector(place)) seen[name] = performance.now();
}).observe(document, {childList: true, subtree: true});
"""
_SCROLL = """
() => new Promise((done) => {
  const times = []; let last = performance.now();
  const step = (now) => {
    times.push(now - last); last = now;
    const before = scrollY; scrollBy(0, 60);
    if (scrollY === before || times.length > 600) done(times.slice(1)); else requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})
"""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A view loaded afresh: medians over several times."""

    view: str
    requests: int
    kilobytes: float  # as they came over the wire
    interactive: float  # seconds from the start of the navigation


@dataclass(frozen=True, slots=True)
class WindowResult:
    """All views; the first statement in seconds from the press of the key; frames a second of the long checklist."""

    views: tuple[Loaded, ...]
    first_statement: float
    whole_answer: float
    frames: float
    slowest_frame: float  # milliseconds, the 95th of a hundred


def evaluate(documents: Path, index: Path | None = None, docs: Path | None = None) -> WindowResult:
    """Starts a server and a browser and measures; raises SettingsError where there is no browser.

    With `docs` pictures of all views are written there.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError as error:
        raise SettingsError("window-browser", missing="playwright") from error
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SettingsError("window-browser", missing="chromium")
    with tempfile.TemporaryDirectory() as scratch, opened(documents, index) as (corpus, _):
        log = Path(scratch) / "server.log"
        with serving(corpus.settings.data, log) as server, sync_playwright() as playwright:
            server.ask(QUESTION)  # the model is loaded
            browser = playwright.chromium.launch(executable_path=chromium, args=list(_FLAGS))
            views = tuple(_loaded(browser, server.address, name, path) for name, path in VIEWS.items())
            asked = [_asked(browser, server.address) for _ in range(TIMES)]
            frames = _scrolled(browser, server)
            if docs is not None:
                window_pictures.take(browser, server, docs)
            browser.close()
    first, whole = (statistics.median(times) for times in zip(*asked, strict=True))
    slow = statistics.quantiles(frames, n=20)[-1]
    return WindowResult(views, first, whole, 1000 / statistics.mean(frames), slow)


def _loaded(browser: "Browser", address: str, name: str, path: str) -> Loaded:
    once = [_load(browser, address + path) for _ in range(TIMES)]
    requests, size, interactive = (statistics.median(values) for values in zip(*once, strict=True))
    return Loaded(name, round(requests), size / 1000, interactive / 1000)


def _load(browser: "Browser", address: str) -> tuple[int, float, float]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(_WATCH)
    page = context.new_page()
    wire: list[float] = []
    client = context.new_cdp_session(page)
    client.send("Network.enable")
    client.on("Network.loadingFinished", lambda event: wire.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    interactive: float = page.evaluate("seen.interactive")
    context.close()
    return len(wire), sum(wire), interactive


def _asked(browser: "Browser", address: str) -> tuple[float, float]:
    """Seconds from the key to the first words of the answer, and to its last line."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(_WATCH)
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    page.fill("#question", QUESTION)
    page.evaluate("addEventListener('keydown', () => { window.pressed = performance.now(); }, {once: true})")
    page.press("#question", "Enter")
    page.wait_for_selector(".honest")
    first: float = page.evaluate("seen.statement - pressed")
    whole: float = page.evaluate("performance.now() - pressed")
    context.close()
    return first / 1000, whole / 1000


def _scrolled(browser: "Browser", server: Served) -> list[float]:
    """Milliseconds of each frame while a checklist of 500 items is scrolled to its end."""
    made: dict[str, Any] = server.send("POST", "/api/checklists", {"topic": "phê duyệt đề án vị trí việc làm"})
    lacking = ITEMS - sum(len(s["items"]) for s in made["sections"])
    words = "Rà soát hồ sơ, đối chiếu với đề án đã được phê duyệt và báo cáo người có thẩm quyền"
    changes = [{"op": "add", "task": f"{words} ({n})", "lead": "Sở Nội vụ"} for n in range(lacking)]
    server.send("PATCH", f"/api/checklists/{made['id']}", {"version": made["version"], "changes": changes})
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{server.address}/checklists/{made['id']}", wait_until="networkidle")
    frames: list[float] = page.evaluate(_SCROLL)
    context.close()
    server.send("DELETE", f"/api/checklists/{made['id']}")
    return frames


def as_data(result: WindowResult) -> dict[str, object]:
    """The result as JSON."""
    views = {
        v.view: {"requests": v.requests, "kilobytes": v.kilobytes, "interactive": v.interactive} for v in result.views
    }
    return {
        "views": views,
        "first_statement": result.first_statement,
        "whole_answer": result.whole_answer,
        "frames": result.frames,
        "slowest_frame": result.slowest_frame,
    }


def tables(result: WindowResult) -> Sequence[Table]:
    """The result as tables."""
    views: tuple[tuple[Cell, ...], ...] = tuple(
        (v.view, v.requests, round(v.kilobytes, 1), round(v.interactive, 3)) for v in result.views
    )
    note = f"Limits: {MOST_BYTES / 1000:.0f} kB and {MOST_SECONDS} s for the first view."
    rows: tuple[tuple[Cell, ...], ...] = (
        ("first statement, s", round(result.first_statement, 3)),
        ("whole answer, s", round(result.whole_answer, 3)),
        (f"frames a second, {ITEMS} items", round(result.frames, 1)),
        ("slowest twentieth of the frames, ms", round(result.slowest_frame, 1)),
    )
    return [
        Table("Views loaded afresh", ("view", "requests", "kB over the wire", "interactive, s"), views, note),
        Table("Used", ("what", "measured"), rows),
    ]
