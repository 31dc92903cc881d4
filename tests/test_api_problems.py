"""What goes wrong over HTTP: each bad request gets one problem body, in the reader's language, that says what to do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from filelock import FileLock

from api.app import make_app
from api.security import CONTENT_SECURITY_POLICY
from corpus.corpus import Corpus
from corpus.settings import read_settings

EN = {"accept-language": "en-GB,en;q=0.9,vi;q=0.5"}


@pytest.fixture(scope="module")
def client(few_data: Path) -> Iterator[TestClient]:
    with TestClient(make_app(read_settings(few_data)), raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize(
    ("method", "path", "sent", "status", "code", "says"),
    [
        ("POST", "/api/ask", {"json": {"question": ""}}, 422, "question-empty", "Type a question"),
        ("POST", "/api/ask", {"json": {"question": " ?! "}}, 422, "question-empty", "Type a question"),
        ("POST", "/api/ask", {"json": {"question": "x" * 2001}}, 422, "question-too-long", "2000"),
        ("POST", "/api/ask", {"json": {}}, 422, "bad-request", "'question' is missing"),
        ("POST", "/api/ask", {"json": {"question": "a", "qestion": 1}}, 422, "bad-request", "'qestion' is not known"),
        ("POST", "/api/ask", {"json": {"question": 5}}, 422, "bad-request", "'question' has a value"),
        ("POST", "/api/ask", {"json": {"question": "a", "as_of": "31/02/2024"}}, 422, "bad-request", "'as_of'"),
        (
            "POST",
            "/api/ask",
            {"json": {"question": "a", "filters": {"kinds": []}}},
            422,
            "bad-request",
            "'filters.kinds' is not known",
        ),
        (
            "POST",
            "/api/ask",
            {"content": b"{oops", "headers": {"content-type": "application/json"}},
            422,
            "bad-request",
            "not JSON",
        ),
        ("POST", "/api/ask", {"content": b"question=a"}, 422, "bad-request", "not JSON"),
        (
            "POST",
            "/api/ask",
            {"content": b"[" * 50_000, "headers": {"content-type": "application/json"}},
            422,
            "bad-request",
            "not JSON",
        ),
        (
            "POST",
            "/api/ask",
            {"content": b'{"question": "\\ud800"}', "headers": {"content-type": "application/json"}},
            422,
            "bad-request",
            "'question'",
        ),
        ("GET", "/api/search", {}, 422, "bad-request", "'q' is missing"),
        ("GET", "/api/search?q=", {}, 422, "question-empty", "Type a question"),
        ("GET", "/api/search?q=a&limit=0", {}, 422, "bad-request", "'limit'"),
        ("GET", "/api/search?q=a&typs=x", {}, 422, "bad-request", "'typs' is not known"),
        ("GET", "/api/documents/nope", {}, 404, "document-unknown", "nope"),
        ("GET", "/api/documents/nope/text", {}, 404, "document-unknown", "nope"),
        ("GET", "/api/documents/nope/original", {}, 404, "document-unknown", "nope"),
        ("DELETE", "/api/documents/nope", {}, 404, "document-unknown", "nope"),
        ("GET", "/api/documents/..%2f..%2fetc", {}, 404, "page-unknown", "/docs"),
        ("GET", "/api/jobs/nope", {}, 404, "job-unknown", "nope"),
        ("GET", "/api/nope", {}, 404, "page-unknown", "/docs"),
        ("GET", "/web/nope.js", {}, 404, "page-unknown", "/docs"),
        ("PUT", "/api/ask", {}, 405, "method-not-allowed", "PUT"),
        ("POST", "/api/documents", {}, 422, "upload-missing", "'files'"),
        ("POST", "/api/documents", {"files": {"other": ("a.txt", b"a")}}, 422, "upload-missing", "'files'"),
        (
            "POST",
            "/api/documents",
            {"content": b"--x\r\nbroken", "headers": {"content-type": "multipart/form-data; boundary=x"}},
            422,
            "bad-request",
            "multipart",
        ),
    ],
)
def test_a_bad_request_is_told_in_both_languages(
    client: TestClient, method: str, path: str, sent: dict[str, Any], status: int, code: str, says: str
) -> None:
    headers = sent.pop("headers", {})
    english = client.request(method, path, headers={**headers, **EN}, **sent)
    vietnamese = client.request(method, path, headers={**headers, "accept-language": "fr, vi"}, **sent)
    for response in (english, vietnamese):
        assert response.headers["content-type"] == "application/problem+json"
        body = response.json()
        assert set(body) == {"type", "title", "status", "detail", "code"}
        assert (response.status_code, body["status"], body["code"]) == (status, status, code)
        assert body["type"] == f"urn:vanban:problem:{code}"
    assert says in english.json()["detail"]
    assert english.json()["detail"] != vietnamese.json()["detail"]
    assert english.json()["title"] != vietnamese.json()["title"]


def test_the_bodys_language_comes_before_the_headers(client: TestClient) -> None:
    sent = {"question": "", "language": "vi"}
    assert "trống" in client.post("/api/ask", json=sent, headers=EN).json()["detail"]
    assert "thiếu" in client.post("/api/ask", json={"language": "vi"}, headers=EN).json()["detail"]


@pytest.mark.parametrize("header", ["", "fr", "en;q=0, vi", "*", ";;;", "en;q=x"])
def test_without_a_language_of_ours_it_is_vietnamese(client: TestClient, header: str) -> None:
    assert "trống" in client.post("/api/ask", json={"question": ""}, headers={"accept-language": header}).text


def test_an_error_that_nobody_foresaw_shows_no_insides(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret /path")

    monkeypatch.setattr("api.routes.answer_body", broken)
    response = client.post("/api/ask", json={"question": "Ai?"}, headers=EN)
    assert response.status_code == 500 and response.json()["code"] == "internal" and "secret" not in response.text


def test_removing_while_another_process_writes_is_a_conflict(few_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.documents._WRITER_WAIT", 0.1)
    with TestClient(make_app(read_settings(few_copy))) as client, FileLock(few_copy / "writing.lock"):
        response = client.delete("/api/documents/77-kl-tu-2024", headers=EN)
        assert response.status_code == 409 and response.json()["code"] == "writer-busy"
        assert response.headers["retry-after"] == "5"
        assert client.get("/api/documents/77-kl-tu-2024").status_code == 200


def test_an_index_of_a_model_that_has_gone_fails_the_job_with_what_to_do(
    few_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.serving.reembed", lambda *_, **__: False)  # which would make it good while we look
    corpus = Corpus(read_settings(few_copy))
    corpus.library.set_note("model", "another")
    corpus.library.set_note("model_name", "/models/another")
    corpus.close()
    with TestClient(make_app(read_settings(few_copy))) as client:
        job = client.post("/api/documents", files={"files": ("a.txt", b"Some words to read.")}).json()
        while job["state"] in ("queued", "running"):
            job = client.get(f"/api/jobs/{job['id']}", headers=EN).json()
        assert job["state"] == "failed" and job["summary"] is None
        assert job["problem"]["code"] == "model-changed" and "vanban reembed" in job["problem"]["detail"]
        asked = client.get("/api/search", params={"q": "văn bản"}, headers=EN)
        assert asked.json()["code"] == "model-changed" and "/models/another" in asked.json()["detail"]


@pytest.mark.parametrize("path", ["/", "/documents/77-kl-tu-2024", "/docs", "/web/app.js", "/api/documents", "/nope"])
def test_every_response_carries_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"


def test_a_foreign_website_may_not_send_or_remove(client: TestClient) -> None:
    foreign = {"sec-fetch-site": "cross-site", **EN}
    files = {"files": ("a.txt", b"words")}
    assert client.post("/api/documents", files=files, headers=foreign).json()["code"] == "cross-site"
    assert client.delete("/api/documents/77-kl-tu-2024", headers=foreign).status_code == 403
    assert client.get("/api/documents", headers=foreign).status_code == 200


def test_the_pages_are_served_and_an_unknown_document_is_not_found(client: TestClient) -> None:
    assert "<main" in client.get("/").text
    assert client.get("/documents/77-kl-tu-2024").status_code == 200
    assert client.get("/documents/nope").status_code == 404
    assert client.get("/web/app.js").headers["content-type"].startswith("text/javascript")
