"""One server over a copy of the sample dossier and one browser for all tests of the work views."""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent.parent
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
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

OpenPage = Callable[..., Page]


class Api:
    """The server's API, as a program calls it."""

    def __init__(self, address: str) -> None:
        self.address = address

    def __call__(self, path: str, body: object = None, method: str | None = None) -> Any:
        """The body of an answer in English."""
        sent = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", "Accept-Language": "en"}
        request = urllib.request.Request(self.address + path, sent, headers, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            said = answer.read()
        return json.loads(said) if said else None

    def checklist(self, topic: str = "hồ sơ nhập học", **more: object) -> dict[str, Any]:
        """A new checklist."""
        return dict(self("/api/checklists", {"topic": topic, "language": "en", **more}))

    def items(self, id: str) -> list[dict[str, Any]]:
        """The items of a checklist in their order."""
        return [i for s in self(f"/api/checklists/{id}")["sections"] for i in s["items"]]


@pytest.fixture(scope="package")
def address(sample_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A started `vanban serve` over a copy of the sample dossier."""
    folder = tmp_path_factory.mktemp("work")
    shutil.copytree(sample_data, folder / "data")
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


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """The browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def api(address: str) -> Api:
    """The API of that server."""
    return Api(address)


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[OpenPage]:
    """Opens a path in a browser of its own; afterwards no page may have called another host, broken the policy or thrown."""
    wrong: list[str] = []

    def open_(path: str, width: int = 1200, height: int = 900, **options: Any) -> Page:
        viewport: Any = {"width": width, "height": height}
        context = chromium.new_context(viewport=viewport, **{"locale": "en-GB", **options})
        page = context.new_page()
        page.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else wrong.append(r.url))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda m: wrong.append(m.text) if "Content Security Policy" in m.text else None)
        page.goto(address + path)
        return page

    yield open_
    for context in chromium.contexts:
        context.close()
    assert wrong == []


def barriers(page: Page) -> list[str]:
    """What in a page breaks WCAG 2.2 AA, as far as a program can see it."""
    found = Axe().run(page, options={"runOnly": STANDARD}).response["violations"]
    return [f"{v['id']}: {n['html']}" for v in found for n in v["nodes"]]


def saved_as(page: Page, name: str | re.Pattern[str]) -> Path:
    """The file that a choice of the export menu gives."""
    page.get_by_role("button", name=re.compile("^(Export|Xuất tệp)$")).first.click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=name).click()
    folder = Path(str(download.value.path())).parent
    kept = folder / download.value.suggested_filename
    download.value.save_as(kept)
    return kept
