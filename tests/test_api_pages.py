"""Pages over HTTP: images with the cited words marked, their boxes as data, and what badly recognised pages say."""

import io
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from PIL import Image, ImageChops

from api.app import make_app
from api.page_images import _bounded, _fitted
from corpus.corpus import Corpus
from corpus.document import Page
from corpus.incoming import NewDocument
from corpus.settings import read_settings
from ingest.pdf.page_image import page_image
from tests.conftest import OpenCorpus
from tests.scanned import SCANNED, scanned

PDF = "05-nq-tu-2021-en"
PAGES = f"/api/documents/{PDF}/pages"
EN = {"accept-language": "en"}


@pytest.fixture(scope="module")
def client(few_data: Path) -> Iterator[TestClient]:
    with TestClient(make_app(read_settings(few_data))) as client:
        yield client


@pytest.fixture(scope="module")
def text(client: TestClient) -> dict[str, Any]:
    return dict(client.get(f"/api/documents/{PDF}/text").json())


@pytest.fixture(scope="module")
def cited(text: dict[str, Any]) -> str:
    """A range of some words on the second page."""
    start = next(
        m.start() for m in re.finditer(r"\b[A-Z][a-z]+ ", text["text"]) if m.start() > text["pages"][1]["start"]
    )
    return f"{start}-{start + 60}"


def image(client: TestClient, path: str) -> Image.Image:
    response = client.get(path)
    assert response.status_code == 200 and response.headers["content-type"] == "image/png", response.text
    return Image.open(io.BytesIO(response.content))


def test_a_page_is_an_image_of_the_size_asked_for(client: TestClient) -> None:
    a4 = image(client, f"{PAGES}/1.png?dpi=72").size
    assert abs(a4[0] - 595) < 3 and abs(a4[1] - 842) < 3
    assert abs(image(client, f"{PAGES}/1.png?dpi=144").width - 2 * a4[0]) < 3


def test_the_words_are_marked_where_they_stand_and_nowhere_else(client: TestClient, cited: str) -> None:
    plain, marked = image(client, f"{PAGES}/2.png"), image(client, f"{PAGES}/2.png?c={cited}")
    places = client.get(f"{PAGES}/2?c={cited}").json()
    assert places["marked"] == "all" and places["boxes"]
    box = ImageChops.difference(plain, marked).getbbox()
    assert box is not None
    width, height = plain.size
    assert abs(box[0] - min(b["left"] for b in places["boxes"]) * width) < 8
    assert abs(box[1] - min(b["top"] for b in places["boxes"]) * height) < 8
    assert abs(box[2] - max(b["right"] for b in places["boxes"]) * width) < 8
    assert abs(box[3] - max(b["bottom"] for b in places["boxes"]) * height) < 8
    assert darkest(plain, places["boxes"][0]) < 100  # there is ink in the box


def darkest(page: Image.Image, box: dict[str, float]) -> int:
    left, top = int(box["left"] * page.width), int(box["top"] * page.height)
    right, bottom = int(box["right"] * page.width), int(box["bottom"] * page.height)
    return min(page.convert("L").crop((left, top, right, bottom)).tobytes())


def test_how_much_is_marked_is_told(client: TestClient, cited: str) -> None:
    def told(path: str) -> str:
        return str(client.get(path).headers["x-marked"])

    assert told(f"{PAGES}/2.png?c={cited}") == "all"
    assert told(f"{PAGES}/1.png?c={cited}") == told(f"{PAGES}/1.png") == "none"


def test_an_image_that_the_client_has_is_not_sent_again(client: TestClient, cited: str) -> None:
    first = client.get(f"{PAGES}/2.png?c={cited}")
    assert first.headers["cache-control"] == "private, no-cache"
    again = client.get(f"{PAGES}/2.png?c={cited}", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304 and again.content == b"" and again.headers["etag"] == first.headers["etag"]
    tags = {client.get(f"{PAGES}/{p}").headers["etag"] for p in ("2.png", f"2.png?c={cited}", "2.png?dpi=100", "1.png")}
    assert len(tags | {first.headers["etag"]}) == 4


def test_a_page_as_data_has_its_size_and_place_in_the_text(client: TestClient, text: dict[str, Any]) -> None:
    page = client.get(f"{PAGES}/2").json()
    assert {k: page[k] for k in ("number", "start", "end")} == {
        k: text["pages"][1][k] for k in ("number", "start", "end")
    }
    assert abs(page["width"] - 595) < 3 and abs(page["height"] - 842) < 3
    assert (page["source"], page["confidence"], page["uncertain"]) == ("text", None, False)
    assert page["boxes"] == [] and page["image"] == f"{PAGES}/2.png"


def test_a_poster_is_drawn_coarser_than_asked_for() -> None:
    assert _bounded(Page(1, 0, 9, width=595, height=842), 300) == 300
    dpi = _bounded(Page(1, 0, 9, width=14_400, height=14_400), 300)
    assert 1 <= dpi <= 30 and (14_400 / 72 * dpi) ** 2 <= 36_000_000
    assert _bounded(None, 300) == 300


def test_a_picture_is_never_larger_than_asked_for() -> None:
    photo = Image.new("RGB", (2000, 3000))
    assert _fitted(photo, Page(1, 0, 9, width=600, height=900), 72).size == (600, 900)
    assert _fitted(photo, Page(1, 0, 9, width=600, height=900), 300) is photo
    assert _fitted(photo, None, 72) is photo
    huge = _fitted(Image.new("L", (9000, 9000)), Page(1, 0, 9, width=9000, height=9000), 300)
    assert huge.width * huge.height <= 36_100_000


@pytest.mark.parametrize(
    ("path", "status", "code", "says"),
    [
        ("/api/documents/77-kl-tu-2024/pages/1.png", 404, "page-no-image", "77-kl-tu-2024.html"),
        ("/api/documents/77-kl-tu-2024/pages/1", 404, "page-no-image", "77-kl-tu-2024.html"),
        ("/api/documents/nope/pages/1.png", 404, "document-unknown", "nope"),
        (f"{PAGES}/999", 404, "page-without-text", "999"),
        (f"{PAGES}/0.png", 422, "bad-request", "'n'"),
        (f"{PAGES}/x.png", 422, "bad-request", "'n'"),
        (f"{PAGES}/1.png?dpi=35", 422, "bad-request", "'dpi'"),
        (f"{PAGES}/1.png?dpi=301", 422, "bad-request", "'dpi'"),
        (f"{PAGES}/1.png?c=5", 422, "bad-request", "'c'"),
        (f"{PAGES}/1.png?c=9-5", 422, "range-invalid", "9-5"),
        (f"{PAGES}/1.png?c=5-5", 422, "range-invalid", "5-5"),
        (f"{PAGES}/1?c=0-99999999", 422, "range-invalid", "0-99999999"),
    ],
)
def test_what_cannot_be_shown_is_a_problem(client: TestClient, path: str, status: int, code: str, says: str) -> None:
    response = client.get(path, headers=EN)
    assert (response.status_code, response.json()["code"]) == (status, code) and says in response.json()["detail"]
    assert response.headers["content-type"] == "application/problem+json"


def test_a_page_that_the_file_does_not_have_is_not_found(client: TestClient) -> None:
    assert client.get(f"{PAGES}/999.png").status_code == 404


def test_rows_say_how_a_document_was_read(client: TestClient) -> None:
    rows = {d["id"]: d for d in client.get("/api/documents").json()["documents"]}
    pdf, web = rows[PDF], rows["77-kl-tu-2024"]
    assert (pdf["how"], pdf["confidence"], pdf["uncertain_pages"], pdf["page_images"]) == ("text", None, [], True)
    assert pdf["pages"] > 2 and (web["pages"], web["page_images"]) == (None, False)
    one = client.get(f"/api/documents/{PDF}").json()
    assert {k: one[k] for k in pdf} == pdf


def stored(corpus: Corpus, *new: NewDocument) -> None:
    with corpus.writing():
        corpus.add(list(new))


def test_a_citation_of_a_badly_recognised_page_says_so(open_corpus: OpenCorpus, tmp_path: Path) -> None:
    stored(open_corpus(tmp_path / "data"), scanned((0.71, 0.93)))
    with TestClient(make_app(read_settings(tmp_path / "data"))) as client:
        first = client.post("/api/ask", json={"question": "Điều 1 của Quyết định 9/2026/QĐ-UBND"}).json()["citations"][
            0
        ]
        assert (first["page"], first["page_confidence"], first["uncertain"]) == (1, 0.71, True)
        second = client.post("/api/ask", json={"question": "Điều 2 của Quyết định 9/2026/QĐ-UBND"}).json()["citations"][
            0
        ]
        assert (second["page"], second["page_confidence"], second["uncertain"]) == (2, 0.93, False)
        row = client.get("/api/documents").json()["documents"][0]
        assert (row["how"], row["confidence"], row["uncertain_pages"]) == ("ocr", 0.71, [1])
        pages = client.get("/api/documents/9-2026-qd-ubnd/text").json()["pages"]
        assert [(p["source"], p["uncertain"]) for p in pages] == [("ocr", True), ("ocr", False)]


def test_a_citation_over_two_pages_is_as_sure_as_the_worse(open_corpus: OpenCorpus, tmp_path: Path) -> None:
    new = scanned((0.9, 0.4))
    middle = SCANNED.index("Lò Thị")  # the page turns inside Điều 1
    first, second = new.document.pages
    pages = (replace(first, end=middle), replace(second, start=middle))
    stored(open_corpus(tmp_path / "data"), replace(new, document=replace(new.document, pages=pages)))
    with TestClient(make_app(read_settings(tmp_path / "data"))) as client:
        found = client.post("/api/ask", json={"question": "Điều 1 của Quyết định 9/2026/QĐ-UBND"}).json()["citations"][
            0
        ]
        assert "Lò Thị Pành" in found["quote"]
        assert (found["page"], found["page_confidence"], found["uncertain"]) == (1, 0.4, True)


def test_a_scan_is_read_cited_and_marked_on_its_picture(samples: Path, tmp_path: Path) -> None:
    page = page_image((samples / "10-2021-qd-ubnd.pdf").read_bytes(), 1, 150)
    half = page.crop((0, 0, page.width, page.height // 2))
    sent = io.BytesIO()
    half.save(sent, "PNG", dpi=(150, 150))
    with TestClient(make_app(read_settings(tmp_path / "data"))) as client:
        job = client.post("/api/documents", files={"files": ("scan.png", sent.getvalue())}).json()
        while job["state"] in ("queued", "running"):
            time.sleep(0.1)
            job = client.get(f"/api/jobs/{job['id']}").json()
        row = client.get("/api/documents").json()["documents"][0]
        assert (row["how"], row["page_images"], row["pages"]) == ("ocr", True, 1) and row["confidence"] > 0.8
        file = client.get(job["report"]).json()["files"][0]
        assert (file["how"], file["pages"], file["uncertain"]) == ("ocr", 1, False)
        text = client.get(f"/api/documents/{row['id']}/text").json()["text"]
        start = text.index("QUYẾT ĐỊNH")
        places = client.get(f"/api/documents/{row['id']}/pages/1?c={start}-{start + 10}").json()
        assert places["source"] == "ocr" and places["marked"] == "all" and len(places["boxes"]) == 1
        picture = image(client, f"/api/documents/{row['id']}/pages/1.png?dpi=150")
        assert abs(picture.width - half.width) < 3 and darkest(picture, places["boxes"][0]) < 100
        beside = {**places["boxes"][0], "left": 0.0, "right": 0.05}
        assert darkest(picture, beside) > 200  # and none in the margin beside it
