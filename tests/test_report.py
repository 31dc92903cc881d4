"""The report of a run: what it says of each file, as data and as a page that stands alone."""

import json
import re
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from corpus.document import Identity, Stated
from corpus.messages import LANGUAGES, Language
from corpus.rows import SetAside
from ingest import report
from ingest.job import FileReport, Summary
from ingest.report import as_json, keep, report_of
from ingest.report_page import POLICY, as_html

IDENTITY = Identity(
    "Về việc <b>quản lý</b> con dấu",
    "vi",
    number="7/2026/QĐ-UBND",
    type="decision",
    issuer="ỦY BAN NHÂN DÂN TỈNH LAM GIANG",
    issued=date(2026, 3, 2),
    signer="Lò Thị Pành",
    legal_bases=("Căn cứ Luật A", "Căn cứ Nghị định B"),
    stated=(
        Stated("number", 10, 24, 0.55),
        Stated("legal_bases", 30, 43, 1.0),
        Stated("legal_bases", 44, 62, 0.9),
        Stated("signer", 70, 81, 0.85),
    ),
)
READ = FileReport(
    "quyết định & <phụ lục>.pdf", "/hồ sơ/quyết định & <phụ lục>.pdf", "added", "7-2026-qd-ubnd", "text+ocr", 0.714, 3,
    units=12, articles=2, passages=5, identity=IDENTITY, seconds=1.23,
)  # fmt: skip
ASIDE = SetAside("/hồ sơ/rỗng.pdf", "rỗng.pdf", "", "file-empty", {"name": "rỗng.pdf"})
SUMMARY = Summary(
    added=["7-2026-qd-ubnd"],
    removed=["old"],
    kept=["/mất"],
    unchanged=1,
    set_aside=[ASIDE],
    passages=5,
    seconds=2.5,
    files=[
        READ,
        FileReport("rỗng.pdf", ASIDE.key, "set-aside", reason=ASIDE),
        FileReport("old.txt", "/hồ sơ/old.txt", "removed", "old"),
        FileReport("same.txt", "/hồ sơ/same.txt", "unchanged", "same", passages=2),
    ],
)


class Text(HTMLParser):
    """What a browser would show, and the addresses and scripts that it would load."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not {"src", "href", "onload", "style"} & {name for name, _ in attrs}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def shown(self) -> str:
        return " ".join(" ".join(self.words).split())


def test_every_file_is_there_with_what_was_found(tmp_path: Path) -> None:
    body = json.loads(as_json(report_of(SUMMARY, "en")))
    assert body["counts"] == {"added": 1, "updated": 0, "moved": 0, "removed": 1, "unchanged": 1, "set-aside": 1}
    assert body["kept"] == ["/mất"] and body["passages"] == 5
    first, second, *_ = body["files"]
    assert (first["how"], first["confidence"], first["uncertain"], first["articles"]) == ("text+ocr", 0.714, True, 2)
    assert first["identity"]["number"] == "7/2026/QĐ-UBND" and first["identity"]["issued"] == "2026-03-02"
    assert first["identity"]["sure"] == {"number": 0.55, "legal_bases": 0.9, "signer": 0.85}
    assert second["reason"]["code"] == "file-empty" and "0 bytes" in second["reason"]["text"]


def test_a_warning_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    warned = Summary(files=[FileReport("a.pdf", "a.pdf", "added", warnings=("doctor-advice", "of-a-later-version"))])
    said = [(w.code, w.text) for w in report_of(warned, "vi").files[0].warnings]
    assert said == [
        ("doctor-advice", "Hãy chạy 'vanban doctor --repair'."),
        ("of-a-later-version", "of-a-later-version"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_it_all_and_loads_nothing(language: Language) -> None:
    page = as_html(report_of(SUMMARY, language))
    text = Text(page)
    assert not {"script", "link", "img", "iframe", "b", "phụ"} & set(text.tags)
    assert text.open == [] and page.startswith("<!doctype html>") and f'<html lang="{language}">' in page
    for shown in (
        "quyết định & <phụ lục>.pdf",
        "Về việc <b>quản lý</b> con dấu",
        "7/2026/QĐ-UBND",
        "02/03/2026",
        "Lò Thị Pành",
    ):
        assert shown in text.shown
    words = {
        "en": ("set aside", "text and scan, 71 % sure", "3 pages", "check the pages", "(55 % sure)", "2 articles, 12 units", "is empty (0 bytes)", "/mất"),
        "vi": ("để riêng", "chữ có sẵn và bản quét, chắc 71 %", "3 trang", "cần đối chiếu", "(chắc 55 %)", "2 điều, 12 đơn vị", "rỗng (0 byte)", "/mất"),
    }  # fmt: skip
    assert [w for w in words[language] if w not in text.shown] == []
    assert text.shown.index("rỗng.pdf") < text.shown.index("quyết định &")  # what needs somebody comes first


def test_the_policy_names_the_style_by_its_digest() -> None:
    import base64
    import hashlib

    style = re.search(r"<style>(.*?)</style>", as_html(report_of(SUMMARY, "en")), re.DOTALL)
    assert style is not None
    assert base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode() in POLICY


def test_reports_are_kept_under_their_time_and_the_oldest_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "_KEPT", 3)
    folder = tmp_path / "reports"
    made = report_of(SUMMARY, "en")
    first = keep(made, folder)
    assert [p.suffix for p in first] == [".json", ".html"] and all(p.is_file() for p in first)
    again = keep(made, folder)  # two runs within one second
    assert not set(first) & set(again)
    (folder / "notes.html").write_text("somebody's own")
    for day in range(1, 4):
        keep(made.model_copy(update={"made": made.made + timedelta(days=day)}), folder)
    assert not first[0].exists() and not again[0].exists()
    assert len(list(folder.glob("*.json"))) == 3 and len(list(folder.glob("*.html"))) == 4
