"""Checklists over HTTP and on the command line: drafted, kept, changed, refused, given out in every format."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from fastapi.testclient import TestClient

from api.app import make_app
from api.export import MEDIA_TYPES
from assistant.checklists.store import Checklists
from corpus.settings import read_settings
from tests.checklist_made import Made
from tests.test_cli import one_line, vanban

TOPIC = "phê duyệt đề án vị trí việc làm"


@pytest.fixture(scope="module")
def client(few_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    app = make_app(read_settings(few_data))
    at = app.state.serving
    with TestClient(app) as client:
        at.checklists = Checklists(tmp_path_factory.mktemp("kept"))
        at.corpus.library.registers = Made(at.corpus)
        yield client


def draft(client: TestClient, **body: Any) -> dict[str, Any]:
    response = client.post("/api/checklists", json={"topic": TOPIC, **body})
    assert response.status_code == 201, response.text
    return dict(response.json())


def items(body: dict[str, Any]) -> list[dict[str, Any]]:
    return [i for s in body["sections"] for i in s["items"]]


def patch(client: TestClient, id: str, version: int, *changes: dict[str, Any], **more: Any) -> Any:
    return client.patch(f"/api/checklists/{id}", json={"version": version, "changes": list(changes), **more})


def test_a_checklist_is_drafted_kept_and_shown_again(client: TestClient) -> None:
    made = draft(client, who="Lan")
    march = next(i for i in items(made) if i["day"] == "2024-03-31")
    source = march["sources"][0]
    assert march["lead"] == "Ban cán sự đảng Ủy ban nhân dân tỉnh" and march["locked"] and march["product"] is None
    text = client.get(f"/api/documents/{source['document']}/text").json()["text"]
    assert text[source["start"] : source["end"]] == source["quote"]
    assert source["url"] == f"/documents/{source['document']}#c{source['start']}-{source['end']}"
    assert client.get(f"/api/checklists/{made['id']}").json() == made
    listed = client.get("/api/checklists").json()
    assert made["id"] in [c["id"] for c in listed["checklists"]] and listed["total"] == len(listed["checklists"])
    pages = [client.get(f"/api/checklists?limit=1&offset={n}").json() for n in range(listed["total"])]
    assert [c for page in pages for c in page["checklists"]] == listed["checklists"]
    assert {page["total"] for page in pages} == {listed["total"]}


def test_filters_kind_and_language_are_heeded(client: TestClient) -> None:
    made = draft(client, filters={"documents": ["642-snv-ccvc-2023"]}, kind="assignment", language="en")
    assert made["kind"] == "assignment" and made["language"] == "en" and made["title"].startswith("Assignment")
    assert {s["document"] for i in items(made) for s in i["sources"]} == {"642-snv-ccvc-2023"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "501 changes were sent at once; one call takes at most 500."),
        ("vi", "Đã gửi 501 thay đổi cùng một lúc; mỗi lần gọi chỉ nhận nhiều nhất 500."),
    ],
)
def test_too_many_changes_in_one_call_are_refused_by_their_number(
    client: TestClient, language: str, said: str
) -> None:  # fmt: skip
    made = draft(client)
    one = {"op": "set", "item": items(made)[0]["id"], "field": "done", "value": True}
    changes: list[object] = [one] * 501
    sent = {"version": 1, "changes": changes}
    refused = client.patch(f"/api/checklists/{made['id']}", json=sent, headers={"accept-language": language})
    assert refused.status_code == 422 and refused.json()["code"] == "checklist-changes-too-many"
    assert said in refused.json()["detail"]
    sent["changes"] = ["not a change"] * 501  # counted before it is read
    again = client.patch(f"/api/checklists/{made['id']}", json=sent, headers={"accept-language": language})
    assert again.json()["code"] == "checklist-changes-too-many"
    assert client.get(f"/api/checklists/{made['id']}").json()["version"] == 1
    assert patch(client, made["id"], 1, *[one] * 500).status_code == 200
    schema = client.get("/openapi.json").json()["components"]["schemas"]["ChangesBody"]
    assert schema["properties"]["changes"]["maxItems"] == 500


def test_changes_make_versions_with_who_and_when(client: TestClient) -> None:
    id = draft(client)["id"]
    steps: list[dict[str, Any]] = [
        {"op": "set", "item": "i1", "field": "done", "value": True},
        {"op": "set", "item": "i1", "field": "due", "value": "2024-03-15"},
        {"op": "set", "item": "i1", "field": "note", "value": "2024-03-15"},
        {"op": "add", "task": "In tài liệu", "after": "i1", "day": "2024-03-10"},
    ]
    after = patch(client, id, 1, *steps, who="An").json()
    one, own = items(after)[:2]
    assert (one["done"], one["due"], one["note"]) == (True, "2024-03-15", "2024-03-15")
    assert own["task"] == "In tài liệu" and own["day"] == "2024-03-10" and not own["locked"]
    versions = client.get(f"/api/checklists/{id}/versions").json()["versions"]
    assert [(v["number"], v["who"], len(v["changes"])) for v in versions] == [(1, "", 0), (2, "An", 4)]
    assert versions[1]["changes"][3] == {
        "op": "add",
        "item": own["id"],
        "after": "i1",
        "task": "In tài liệu",
        "day": "2024-03-10",
    }
    earlier = client.get(f"/api/checklists/{id}?version=1").json()
    assert not items(earlier)[0]["done"] and len(items(earlier)) == len(items(after)) - 1


@pytest.mark.parametrize(
    ("change", "version", "status", "code"),
    [
        ({"op": "set", "item": "i1", "field": "task", "value": "x"}, 1, 422, "checklist-locked"),
        ({"op": "set", "item": "i1", "field": "done", "value": True}, 7, 409, "checklist-stale"),
        ({"op": "set", "item": "i1", "field": "sources", "value": "x"}, 1, 422, "bad-request"),
        ({"op": "burn", "item": "i1"}, 1, 422, "bad-request"),
        ({"op": "remove", "item": "i99"}, 1, 422, "checklist-item-unknown"),
        ({"op": "set", "item": "i1", "field": "due", "value": "soon"}, 1, 422, "checklist-change-invalid"),
        ({"op": "add", "task": "x", "section": "nowhere"}, 1, 422, "checklist-section-unknown"),
        ({"op": "rename", "section": "nowhere", "value": "x"}, 1, 422, "checklist-section-unknown"),
        ({"op": "place", "section": "nowhere"}, 1, 422, "checklist-section-unknown"),
        ({"op": "restore", "value": "1"}, 1, 422, "bad-request"),
    ],
)
def test_what_may_not_be_changed_is_refused(
    client: TestClient, change: dict[str, Any], version: int, status: int, code: str
) -> None:
    made = draft(client)
    response = patch(client, made["id"], version, change)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert client.get(f"/api/checklists/{made['id']}").json() == made


def test_sections_are_named_and_placed_and_a_version_restored(client: TestClient) -> None:
    made = draft(client, kind="assignment")
    id, (first, *_, last) = made["id"], [s["id"] for s in made["sections"]]
    named = {"op": "rename", "section": last, "value": "Cuối lên đầu"}
    after = patch(client, id, 1, named, {"op": "place", "section": last}).json()
    assert [s["id"] for s in after["sections"]][:2] == [last, first] and after["sections"][0]["title"] == "Cuối lên đầu"
    changes = client.get(f"/api/checklists/{id}/versions").json()["versions"][1]["changes"]
    assert changes == [named, {"op": "place", "section": last}]
    path = f"/api/checklists/{id}/versions/1/restore"
    stale = client.post(path, json={"version": 1})
    assert (stale.status_code, stale.json()["code"]) == (409, "checklist-stale")
    back = client.post(path, json={"version": 2, "who": "An"}).json()
    assert back == {**made, "version": 3}
    assert client.get(f"/api/checklists/{id}?version=2").json() == after
    last_made = client.get(f"/api/checklists/{id}/versions").json()["versions"][2]
    assert (last_made["who"], last_made["changes"]) == ("An", [{"op": "restore", "value": "1"}])
    for wrong, status in ((path.replace("versions/1", "versions/9"), 404), (path.replace(id, "none"), 404)):
        assert client.post(wrong, json={"version": 3}).status_code == status
    assert client.post(path.replace("versions/1", "versions/0"), json={"version": 3}).status_code == 422


@pytest.mark.parametrize("format", sorted(MEDIA_TYPES.keys() - {"pptx"}))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_is_given_out_in_every_format(client: TestClient, format: str, language: str) -> None:
    id = draft(client, language=language)["id"]
    response = client.get(f"/api/checklists/{id}.{format}")
    assert response.status_code == 200 and response.headers["content-type"] == MEDIA_TYPES[format]
    assert len(response.content) > 200
    if format in ("md", "csv", "json"):
        phrase = "trước ngày 31/3/2024" if language == "vi" else "before March 31, 2024"
        assert "77-KL/TU" in response.text and phrase in response.text
    if format == "ics":
        assert "20240331" in response.text


@pytest.mark.parametrize("path", ["x", "x.docx", "x/versions", "x?version=2", "x.pptx", "x.exe"])
def test_what_is_not_there_is_404(client: TestClient, path: str) -> None:
    response = client.get(f"/api/checklists/{path}")
    assert (response.status_code, response.json()["code"]) == (404, "checklist-unknown")


def test_a_document_is_laid_out_by_the_rules_that_are_asked_for(client: TestClient) -> None:
    id = draft(client)["id"]
    headings = {
        layout: Document(BytesIO(client.get(f"/api/checklists/{id}.docx?layout={layout}").content)).tables[0]
        for layout in ("state", "party")
    }
    said = {layout: " ".join(c.text for r in table.rows for c in r.cells) for layout, table in headings.items()}
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in said["state"] and "ĐẢNG CỘNG SẢN VIỆT NAM" in said["party"]
    assert client.get(f"/api/checklists/{id}.docx?layout=x").status_code == 422


def test_a_deleted_checklist_is_gone(client: TestClient) -> None:
    id = draft(client)["id"]
    assert client.delete(f"/api/checklists/{id}").status_code == 204
    assert client.get(f"/api/checklists/{id}").status_code == 404


@pytest.mark.parametrize(
    ("body", "code"), [({"topic": "?"}, "topic-empty"), ({"topic": "a", "kind": "x"}, "bad-request")]
)
def test_bad_requests_are_422(client: TestClient, body: dict[str, str], code: str) -> None:
    response = client.post("/api/checklists", json=body)
    assert (response.status_code, response.json()["code"]) == (422, code)


def test_an_uncovered_topic_is_an_empty_checklist_that_can_be_filled(client: TestClient) -> None:
    made = draft(client, topic="vaccination of cattle")
    assert items(made) == [] and made["searched"]["documents"] == 7 and made["remarks"]
    after = patch(client, made["id"], 1, {"op": "add", "task": "Ask the veterinary office"}).json()
    assert [i["task"] for i in items(after)] == ["Ask the veterinary office"]


def test_the_command_drafts_keeps_and_writes(few_copy: Path, tmp_path: Path) -> None:
    made = vanban(tmp_path, "checklist", "Hồ sơ nhập học gồm những gì?", "--json", "--data", str(few_copy))
    assert made.returncode == 0, made.stderr
    body = json.loads(made.stdout)
    assert body["kind"] == "dossier" and "02 ảnh 3x4" in [i["task"] for i in items(body)]
    assert [k.id for k in Checklists(few_copy).listed()] == [body["id"]]
    out = tmp_path / "list.md"
    options = ["--document", "31/KH-TCT", "--kind", "dossier", "--language", "en", "--out", str(out)]
    written = vanban(tmp_path, "checklist", "hồ sơ nhập học", *options, "--data", str(few_copy))
    assert written.returncode == 0, written.stderr
    assert "Kept as" in written.stdout and "02 ảnh 3x4" in out.read_text(encoding="utf-8")
    shown = vanban(tmp_path, "checklist", "hồ sơ nhập học", "--data", str(few_copy))
    assert "[ ] 1. quyết định cử đi học" in shown.stdout and "31/KH-TCT" in shown.stdout


def test_a_file_that_cannot_be_written_keeps_nothing(few_copy: Path, tmp_path: Path) -> None:
    options = ["--out", str(tmp_path / "no" / "x.md"), "--data", str(few_copy)]
    failed = vanban(tmp_path, "checklist", "hồ sơ nhập học", *options)
    assert failed.returncode == 2 and "x.md" in one_line(failed)
    assert not (few_copy / "checklists.db").exists()
