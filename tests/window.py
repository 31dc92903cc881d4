"""The window in a real browser on a really started server: one of each for all tests, over the whole sample dossier."""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect, sync_playwright

from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding
from corpus.settings import read_settings
from evals.families import read_families
from ingest.job import files_under, ingest
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
# before the cited words stand characters that take two UTF-16 units
DECISION = """ỦY BAN NHÂN DÂN TỈNH LAM GIANG
Số: 7/2026/QĐ-UBND
Lam Giang, ngày 02 tháng 3 năm 2026

QUYẾT ĐỊNH
Về việc quản lý con dấu <img src=x onerror=alert(1)> 🗝

Điều 1. 🏛️ 𝒱ăn bản 🌸:Con dấu <img src=x onerror=alert(1)> <b>tròn</b> do bà Lò Thị Pành giữ tại phòng số 5.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
"""
FAMILIES = ("appointment-mixed", "fees-chain", "positions-partial", "training-swap")
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

OpenPage = Callable[..., Page]


class Api:
    """The server's API, as a program calls it."""

    def __init__(self, address: str) -> None:
        self.address = address

    def __call__(self, path: str, body: object = None, method: str | None = None, **headers: str) -> Any:
        """The body of an answer in English."""
        sent = None if body is None else json.dumps(body).encode()
        told = {"Content-Type": "application/json", "Accept-Language": "en", **headers}
        request = urllib.request.Request(self.address + path, sent, told, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            said = answer.read()
        return json.loads(said) if said else None

    def ask(self, question: str, **more: object) -> dict[str, Any]:
        """The answer to a question."""
        return dict(self("/api/ask", {"question": question, **more}))


@contextmanager
def serving(folder: Path, port: int = 0, **environment: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A started `vanban serve` over `folder/data`: its address, and its process; ended afterwards if it still runs."""
    told = {**os.environ, "PYTHONPATH": str(ROOT), "VANBAN_LANGUAGE": "en", **environment}
    command = [sys.executable, "-m", "api.cli", "serve", "--port", str(port)]
    server = subprocess.Popen(command, cwd=folder, env=told, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    found = re.search(r"http://\S+(?=/ )", server.stdout.readline())
    assert found is not None
    try:
        yield found[0], server
    finally:
        server.terminate()
        server.wait(timeout=30)
        server.stdout.close()


@pytest.fixture(scope="session")
def address(sample_data: Path, embedding: SentenceEmbedding, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server that all tests of the window share: the sample dossier, a scan that was badly read, a text with markup in it."""
    folder = tmp_path_factory.mktemp("window")
    shutil.copytree(sample_data, folder / "data")
    corpus = Corpus(read_settings(folder / "data"))
    corpus.embedding = embedding
    (folder / "decision.txt").write_text(DECISION, encoding="utf-8")
    with corpus.writing():
        corpus.add([scanned((0.71, 0.93))])
        ingest(corpus, files_under([folder / "decision.txt"]))
    corpus.close()
    with serving(folder) as (found, _):
        yield found


@pytest.fixture(scope="session")
def families(embedding: SentenceEmbedding, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """A second server over small families of ours: texts that amend, annul, consolidate, contradict one another."""
    folder = tmp_path_factory.mktemp("families")
    corpus = Corpus(read_settings(folder / "data"))
    corpus.embedding = embedding
    with corpus.writing():
        for family in read_families():
            if family.name in FAMILIES:
                ingest(corpus, family.files)
    corpus.close()
    with serving(folder) as (found, _):
        yield Api(found)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def api(address: str) -> Api:
    """The API of the server that tests share."""
    return Api(address)


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[OpenPage]:
    """Opens a path as a reader of his own; afterwards no page may have called another host, broken the policy or thrown."""
    wrong: list[str] = []

    def open_(path: str = "/", width: int = 1200, height: int = 900, at: str = address, **options: Any) -> Page:
        viewport: Any = {"width": width, "height": height}
        context = chromium.new_context(viewport=viewport, **{"locale": "en-GB", "reduced_motion": "reduce", **options})
        context.set_default_timeout(15_000)
        page = context.new_page()
        watch(page, at, wrong)
        page.goto(at + path)
        return page

    yield open_
    for context in chromium.contexts:
        context.close()
    assert wrong == []


def watch(page: Page, address: str, wrong: list[str]) -> None:
    """Notes what a page may not do."""
    page.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else wrong.append(r.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda m: wrong.append(m.text) if "Content Security Policy" in m.text else None)


def barriers(page: Page, *rules: str) -> list[str]:
    """What in a page breaks WCAG 2.2 AA, as far as a program can see it; or only some rules of axe."""
    wanted = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": STANDARD}
    if not page.evaluate("'axe' in window"):  # half a megabyte, which a page needs once
        page.evaluate(AXE_SCRIPT)
    options = {"runOnly": wanted, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [f"{v['id']}: {n['html'][:200]} {n['failureSummary'][:200]}" for v in found for n in v["nodes"]]


def ask(page: Page, question: str) -> None:
    """Types a question and sends it; returns when its answer stands."""
    before = page.locator(".turn").count()
    page.locator("#question").fill(question)
    page.get_by_role("button", name=re.compile("^(Ask|Hỏi)$")).click()
    turn = page.locator(".turn").nth(before)
    expect(turn.locator(".turn-end button").first).to_be_visible(timeout=30_000)
