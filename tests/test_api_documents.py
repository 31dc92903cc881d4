"""Documents over HTTP: list, tree, text, original, upload, removal."""

import io
import itertools
import json
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from filelock import FileLock
from pypdf import PdfWriter

from api.app import make_app
from api.uploads import safe_name
from corpus.settings import read_settings

# a numbered decision: a question that names its article is answered from that article, whatever the search thinks
DECISION = """ỦY BAN NHÂN DÂN TỈNH LAM GIANG
Số: 7/2026/QĐ-UBND
Lam Giang, ngày 02 tháng 3 năm 2026

QUYẾT ĐỊNH
Về việc quản lý con dấu

Điều 1. Con dấu tròn do bà Lò Thị Pành giữ tại phòng số 5.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
"""
ABOUT_DECISION = "Điều 1 của Quyết định 7/2026/QĐ-UBND"
NOTICE = "THÔNG BÁO\n\nVăn phòng đóng cửa từ ngày 02 tháng 9 năm 2026. Ông Trần Văn Mận trực điện thoại số 0912.\n"


@pytest.fixture(scope="module")
def client(few_data: Path) -> Iterator[TestClient]:
    with TestClient(make_app(read_settings(few_data))) as client:
        yield client


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    """A server over an empty data folder, with a small size limit."""
    with TestClient(make_app(read_settings(tmp_path / "data", max_file_mb=1))) as client:
        yield client


def send(client: TestClient, *files: tuple[str, bytes], password: str = "") -> dict[str, Any]:
    """Sends files and waits for their job."""
    data = {"password": password} if password else {}
    response = client.post("/api/documents", files=[("files", f) for f in files], data=data)
    assert response.status_code == 202, response.text
    job = response.json()
    assert response.headers["location"] == f"/api/jobs/{job['id']}" and job["total"] == len({n for n, _ in files})
    until = time.monotonic() + 120
    while job["state"] in ("queued", "running") and time.monotonic() < until:
        time.sleep(0.05)
        job = client.get(f"/api/jobs/{job['id']}").json()
    return dict(job)


def test_the_list_names_every_document(client: TestClient) -> None:
    body = client.get("/api/documents").json()
    assert body["total"] == len(body["documents"]) == 7
    one = next(d for d in body["documents"] if d["id"] == "77-kl-tu-2024")
    assert one["number"] == "77-KL/TU" and one["type"] == "conclusion" and one["issued"] == "2024-01-22"
    assert one["status"] == "in_force" and one["url"] == "/documents/77-kl-tu-2024" and one["passages"] > 0


def test_a_document_has_its_provisions_as_a_tree(client: TestClient) -> None:
    body = client.get("/api/documents/18-2024-qd-ubnd").json()
    text = client.get("/api/documents/18-2024-qd-ubnd/text").json()["text"]
    units = list(walk(body["provisions"]))
    assert len(units) == body["counts"]["provisions"] > 5 and len(text) == body["counts"]["characters"]
    article = next(u for u in units if u["kind"] == "article" and u["label"] == "Điều 1")
    assert text[article["start"] : article["end"]].startswith("Điều 1") and article["children"]
    for unit in units:
        assert all(unit["start"] <= c["start"] <= c["end"] <= unit["end"] for c in unit["children"])


def walk(provisions: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for unit in provisions:
        yield unit
        yield from walk(unit["children"])


def test_the_text_comes_as_json_or_plain(client: TestClient) -> None:
    body = client.get("/api/documents/05-nq-tu-2021-en/text").json()
    plain = client.get("/api/documents/05-nq-tu-2021-en/text", headers={"accept": "text/plain"})
    assert plain.headers["content-type"] == "text/plain; charset=utf-8" and plain.text == body["text"]
    assert body["language"] == "en" and len(body["pages"]) > 2
    assert [p["number"] for p in body["pages"]] == list(range(1, len(body["pages"]) + 1))


@pytest.mark.parametrize(
    ("id", "name", "media_type"),
    [
        ("77-kl-tu-2024", "77-kl-tu-2024.html", "text/html"),
        ("05-nq-tu-2021-en", "05-nq-tu-2021.en.pdf", "application/pdf"),
        ("642-snv-ccvc-2023", "642-snv-ccvc-2023.txt", "text/plain"),
    ],
)
def test_the_original_is_the_file_as_it_was(
    client: TestClient, samples: Path, id: str, name: str, media_type: str
) -> None:
    response = client.get(f"/api/documents/{id}/original")
    assert response.content == (samples / name).read_bytes()
    assert response.headers["content-type"].split(";")[0] == media_type
    # never shown inside this site, so a script in it cannot run here
    assert response.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert response.headers["x-content-type-options"] == "nosniff"


def test_an_upload_is_indexed_answered_from_replaced_and_removed(empty: TestClient) -> None:
    first = send(empty, ("quyết định.txt", DECISION.encode()))
    assert first["state"] == "done" and first["done"] == 1 and len(first["summary"]["added"]) == 1
    id = first["summary"]["added"][0]
    answer = empty.post("/api/ask", json={"question": ABOUT_DECISION}).json()
    assert id == "7-2026-qd-ubnd" == answer["citations"][0]["document"]["id"] and "Lò Thị Pành" in answer["text"]
    assert send(empty, ("quyết định.txt", DECISION.encode()))["summary"]["unchanged"] == 1
    changed = send(empty, ("quyết định.txt", DECISION.replace("Pành", "Đào").encode()))
    assert len(changed["summary"]["updated"]) == 1 and empty.get("/api/documents").json()["total"] == 1
    original = empty.get(f"/api/documents/{id}/original")
    wanted = f"attachment; filename*=utf-8''{quote('quyết định.txt')}"
    assert original.headers["content-disposition"] == wanted and "Đào" in original.content.decode()
    assert empty.delete(f"/api/documents/{id}").status_code == 204
    assert empty.get(f"/api/documents/{id}").status_code == 404
    assert empty.post("/api/ask", json={"question": ABOUT_DECISION}).json()["outcome"] == "not_found"


def test_bad_files_are_set_aside_with_their_reason_and_the_others_go_on(empty: TestClient) -> None:
    job = send(empty, ("rỗng.pdf", b""), ("a.docx", b"PK\x03\x04 not a zip"), ("b.txt", NOTICE.encode()))
    assert job["state"] == "done" and len(job["summary"]["added"]) == 1
    assert {f["name"]: f["code"] for f in job["summary"]["set_aside"]} == {
        "rỗng.pdf": "file-empty",
        "a.docx": "file-broken",
    }
    english = empty.get(f"/api/jobs/{job['id']}", headers={"accept-language": "en"}).json()
    assert "is empty" in english["summary"]["set_aside"][0]["reason"]
    assert "rỗng (0 byte)" in job["summary"]["set_aside"][0]["reason"]
    aside = empty.get("/api/set-aside", headers={"accept-language": "en"}).json()
    assert aside["total"] == 2 and [f["name"] for f in aside["files"]] == ["a.docx", "rỗng.pdf"]
    assert "is empty" in aside["files"][1]["reason"] and all(f["at"] for f in aside["files"])
    send(empty, ("rỗng.pdf", NOTICE.replace("Mận", "Đào").encode()))
    assert [f["name"] for f in empty.get("/api/set-aside").json()["files"]] == ["a.docx"]
    jobs = empty.get("/api/jobs").json()["jobs"]
    assert [j["id"] for j in jobs][1] == job["id"] and {j["state"] for j in jobs} == {"done"} and len(jobs) == 2


def test_a_wrong_suffix_does_not_matter_and_a_foreign_format_is_named(empty: TestClient) -> None:
    job = send(empty, ("notice.pdf", NOTICE.encode()), ("sound.txt", b"OggS\x00\x02" + bytes(range(256)) * 8))
    assert len(job["summary"]["added"]) == 1
    assert [(f["name"], f["code"]) for f in job["summary"]["set_aside"]] == [("sound.txt", "file-unknown-format")]


def test_an_archive_becomes_many_documents(empty: TestClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("năm 2026/quyết định.txt", DECISION)
        archive.writestr("thông báo.txt", NOTICE)
        archive.writestr("rỗng.txt", "")
    job = send(empty, ("hồ sơ.zip", packed.getvalue()))
    assert job["state"] == "done" and len(job["summary"]["added"]) == 2
    assert {d["name"] for d in empty.get("/api/documents").json()["documents"]} == {"quyết định.txt", "thông báo.txt"}
    assert send(empty, ("hồ sơ.zip", packed.getvalue()))["summary"]["added"] == []


def test_a_locked_file_is_opened_with_the_password_sent(empty: TestClient, samples: Path) -> None:
    writer = PdfWriter(clone_from=samples / "05-nq-tu-2021.en.pdf")
    writer.encrypt("mở ra", algorithm="AES-256")
    locked = io.BytesIO()
    writer.write(locked)
    aside = send(empty, ("locked.pdf", locked.getvalue()))["summary"]["set_aside"]
    assert [f["code"] for f in aside] == ["file-needs-password"]
    job = send(empty, ("locked.pdf", locked.getvalue()), password="mở ra")
    assert job["summary"]["added"] == ["05-nq-tu-2021-en"]
    assert "mở ra" not in json.dumps(job) and "mở ra" not in empty.get(job["report"]).text


def test_too_long_a_password_is_refused(empty: TestClient) -> None:
    response = empty.post("/api/documents", files={"files": ("a.txt", b"a")}, data={"password": "x" * 201})
    assert response.status_code == 422 and response.json()["code"] == "password-too-long"


def test_a_job_reports_on_every_file(empty: TestClient) -> None:
    job = send(empty, ("quyết định.txt", DECISION.encode()), ("rỗng.txt", b""))
    assert job["report"] == f"/api/jobs/{job['id']}/report" and job["step"] is None and job["done"] == job["total"] == 2
    report = empty.get(job["report"], headers={"accept-language": "en"}).json()
    files = {f["name"]: f for f in report["files"]}
    assert (files["quyết định.txt"]["outcome"], files["quyết định.txt"]["how"]) == ("added", "text")
    assert files["quyết định.txt"]["identity"]["number"] == "7/2026/QĐ-UBND"
    assert files["quyết định.txt"]["articles"] == 2
    assert files["rỗng.txt"]["outcome"] == "set-aside" and "is empty" in files["rỗng.txt"]["reason"]["text"]
    page = empty.get(job["report"], params={"language": "vi"}, headers={"accept": "text/html,*/*"})
    assert (
        page.headers["content-type"].startswith("text/html")
        and "style-src 'sha256-" in page.headers["content-security-policy"]
    )
    assert "Báo cáo nạp văn bản" in page.text and "7/2026/QĐ-UBND" in page.text


def test_a_job_that_is_not_done_has_no_report_yet(empty: TestClient, tmp_path: Path) -> None:
    with FileLock(tmp_path / "data" / "writing.lock"):  # the job has to wait for it
        job = empty.post("/api/documents", files={"files": ("quyết định.txt", DECISION.encode())}).json()
        assert job["state"] in ("queued", "running") and job["report"] is None
        early = empty.get(f"/api/jobs/{job['id']}/report")
        assert early.status_code == 409 and early.json()["code"] == "job-not-done"
    assert empty.get("/api/jobs/nope/report").status_code == 404


def followed(client: TestClient, id: str, language: str = "en") -> list[dict[str, Any]]:
    """The events of a job until the stream ends."""
    with client.stream("GET", f"/api/jobs/{id}/events", headers={"accept-language": language}) as response:
        assert response.status_code == 200 and response.headers["content-type"].startswith("text/event-stream")
        assert response.headers["cache-control"] == "no-cache"
        return [json.loads(line[6:]) for line in response.iter_lines() if line.startswith("data: ")]


def test_a_job_is_followed_by_events_to_its_end(empty: TestClient) -> None:
    files = [("files", (f"q{n}.txt", DECISION.replace("7/2026", f"{n}/2026").encode())) for n in range(20, 24)]
    job = empty.post("/api/documents", files=[*files, ("files", ("rỗng.txt", b""))]).json()
    told = followed(empty, job["id"])
    assert told[-1] == empty.get(f"/api/jobs/{job['id']}", headers={"accept-language": "en"}).json()
    assert told[-1]["state"] == "done" and told[-1]["summary"]["set_aside"][0]["reason"].endswith(".")
    assert {t["state"] for t in told[:-1]} <= {"queued", "running"} and len(told) > 1
    done = [t["done"] for t in told]
    assert done == sorted(done) and done[-1] == 5
    assert all(before != after for before, after in itertools.pairwise(told))
    # what is over is told at once, in the language that is asked for
    (again,) = followed(empty, job["id"], "vi")
    assert again["summary"]["set_aside"][0]["reason"] != told[-1]["summary"]["set_aside"][0]["reason"]
    gone = empty.get("/api/jobs/nope/events")
    assert (gone.status_code, gone.json()["code"]) == (404, "job-unknown")


def test_a_file_over_the_limit_is_refused_whole(empty: TestClient, tmp_path: Path) -> None:
    files = [("files", ("small.txt", NOTICE.encode())), ("files", ("large.txt", b"x" * 1_000_001))]
    response = empty.post("/api/documents", files=files, headers={"accept-language": "en"})
    assert response.status_code == 413 and response.json()["code"] == "file-too-large"
    assert "large.txt" in response.json()["detail"] and "1 MB" in response.json()["detail"]
    assert empty.get("/api/documents").json()["total"] == 0 and not list(tmp_path.rglob("uploads/*"))


def test_nothing_is_left_of_an_upload_but_the_document(empty: TestClient, tmp_path: Path) -> None:
    send(empty, ("notice.txt", NOTICE.encode()))
    assert (tmp_path / "data" / "uploads").is_dir() and not list((tmp_path / "data" / "uploads").iterdir())


def test_a_sent_name_is_never_a_path(empty: TestClient, tmp_path: Path) -> None:
    before = {p for p in tmp_path.rglob("*") if "data" not in p.parts}
    job = send(empty, ("../../../escaped.txt", NOTICE.encode()))
    assert job["state"] == "done"
    assert [d["name"] for d in empty.get("/api/documents").json()["documents"]] == ["escaped.txt"]
    assert {p for p in tmp_path.rglob("*") if "data" not in p.parts} == before


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("C:\\Users\\An\\Báo cáo.docx", "Báo cáo.docx"),
        ("/etc/passwd", "passwd"),
        ("..", "file"),
        ("", "file"),
        ("a\r\nb.txt", "ab.txt"),
        ("Công va\u0306n.txt", "Công văn.txt"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("\u202etxt.exe", "txt.exe"),
    ],
)
def test_names_are_made_safe_for_display(sent: str, kept: str) -> None:
    assert safe_name(sent) == kept
