"""Asking and searching over HTTP: the real application over real documents, with the shipped model."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import make_app
from api.version import VERSION
from corpus.settings import read_settings

# names its unit, so that the answer does not hang on what the search makes of it
QUESTION = "Điều 4 của Quyết định 18/2024/QĐ-UBND"
ABSENT = "What is the price of gold?"


@pytest.fixture(scope="module")
def client(few_data: Path) -> Iterator[TestClient]:
    with TestClient(make_app(read_settings(few_data))) as client:
        yield client


def same(body: dict[str, Any]) -> dict[str, Any]:
    """A body without the id of its conversation, which nobody may guess."""
    return {name: value for name, value in body.items() if name != "conversation"}


def ask(client: TestClient, question: str, **more: Any) -> dict[str, Any]:
    response = client.post("/api/ask", json={"question": question, **more})
    assert response.status_code == 200, response.text
    return dict(response.json())


def test_an_answer_carries_citations_that_are_the_sources_own_words(client: TestClient) -> None:
    answer = ask(client, QUESTION)
    assert answer["outcome"] == "answered" and "Sở Khoa học và Công nghệ phối hợp" in answer["text"]
    assert {m for s in answer["statements"] for m in s["citations"]} == {c["mark"] for c in answer["citations"]}
    for c in answer["citations"]:
        text = client.get(f"/api/documents/{c['document']['id']}/text").json()["text"]
        assert text[c["start"] : c["end"]] == c["quote"]
        assert c["url"] == f"/documents/{c['document']['id']}#c{c['start']}-{c['end']}"


def test_the_body_has_the_fields_of_the_contract(client: TestClient) -> None:
    answer = ask(client, QUESTION, as_of="2026-11-21")
    assert set(answer) == {
        "answer", "conversation", "outcome", "text", "statements", "citations", "missing", "as_of", "searched",
        "follow_ups", "understood", "lead", "choices", "writer", "note", "filters", "turn", "not_held",
    }  # fmt: skip
    assert set(answer["statements"][0]) == {"text", "citations", "support"}
    citation = answer["citations"][0]
    assert set(citation) == {
        "mark", "document", "path", "page", "page_confidence", "uncertain", "quote", "start", "end", "passage", "url",
    }  # fmt: skip
    assert citation["page_confidence"] is None and citation["uncertain"] is False
    assert set(citation["document"]) == {
        "id", "number", "type", "issuer", "title", "issued", "language", "status", "validity",
    }  # fmt: skip
    assert set(answer["searched"]) == {
        "documents",
        "passages",
        "words",
        "nearest",
        "nearest_documents",
        "nearest_places",
    }
    assert answer["as_of"] == "2026-11-21" and citation["document"]["status"] == "in_force"


def test_the_same_question_gives_the_same_body(client: TestClient) -> None:
    assert same(ask(client, QUESTION)) == same(ask(client, QUESTION))


def test_what_the_documents_do_not_say_is_an_answer_with_what_was_searched(client: TestClient) -> None:
    answer = ask(client, ABSENT, language="en")
    health = client.get("/healthz").json()
    assert answer["outcome"] == "not_found" and answer["citations"] == [] and answer["statements"] == []
    assert "gold" in answer["missing"] and answer["text"].startswith(answer["missing"])
    near = [d["number"] for d in answer["searched"]["nearest_documents"]]
    told = answer["text"].removeprefix(answer["missing"])
    assert len(near) == 3 and all(told.count(n) == 1 and n not in answer["missing"] for n in near), "told once"
    assert answer["searched"]["documents"] == health["documents"] == 7
    assert answer["searched"]["passages"] == health["passages"] > 20
    assert ask(client, ABSENT, language="vi")["missing"] != answer["missing"]


def test_filters_decide_what_is_looked_through(client: TestClient) -> None:
    only = ask(client, QUESTION, filters={"documents": ["18-2024-qd-ubnd"]})
    assert only["searched"]["documents"] == 1
    assert {c["document"]["id"] for c in only["citations"]} == {"18-2024-qd-ubnd"}
    assert ask(client, ABSENT, filters={"issued_to": "2021-12-31"})["searched"]["documents"] == 1
    assert ask(client, ABSENT, filters={"collections": ["elsewhere"]})["searched"]["documents"] == 0


def events(client: TestClient, body: dict[str, Any], **headers: str) -> list[tuple[str, Any]]:
    response = client.post("/api/ask", json=body, headers={"accept": "text/event-stream", **headers})
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/event-stream")
    found: list[tuple[str, Any]] = []
    for block in response.text.strip().split("\n\n"):
        name, data = block.split("\n")
        found.append((name.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return found


def test_the_stream_tells_statements_and_citations_then_the_whole_answer(client: TestClient) -> None:
    told = events(client, {"question": QUESTION})
    names = [name for name, _ in told]
    assert names[:2] == ["statement", "citation"] and names.count("answer") == 1 and names[-1] == "answer"
    whole = told[-1][1]
    assert [body for name, body in told if name == "statement"] == whole["statements"]
    assert [body for name, body in told if name == "citation"] == whole["citations"]
    assert same(whole) == same(ask(client, QUESTION))


def test_the_stream_of_an_absent_matter_is_the_answer_alone(client: TestClient) -> None:
    told = events(client, {"question": ABSENT})
    assert [name for name, _ in told] == ["answer"] and told[0][1]["outcome"] == "not_found"


def test_the_stream_of_an_empty_question_is_an_error(client: TestClient) -> None:
    told = events(client, {"question": " ", "language": "en"})
    assert [name for name, _ in told] == ["error"]
    assert told[0][1]["code"] == "question-empty" and told[0][1]["status"] == 422


def test_search_gives_passages_best_first(client: TestClient) -> None:
    body = client.get("/api/search", params={"q": "luan chuyen can bo", "limit": 4}).json()
    scores = [r["score"] for r in body["results"]]
    assert len(scores) == 4 and scores == sorted(scores, reverse=True)
    assert any("luân chuyển" in r["text"] for r in body["results"])
    first = body["results"][0]
    text = client.get(f"/api/documents/{first['document']['id']}/text").json()["text"]
    assert text[first["start"] : first["end"]] == first["text"]


def test_search_takes_a_filter_several_times(client: TestClient) -> None:
    params = {"q": "cán bộ", "types": ["dispatch", "plan"], "limit": "50"}
    found = client.get("/api/search", params=params).json()["results"]
    assert {r["document"]["type"] for r in found} == {"dispatch", "plan"}


def test_health_answers_before_the_model_has_loaded(few_data: Path) -> None:
    app = make_app(read_settings(few_data))
    client = TestClient(app)  # not entered: nothing warms the model
    passages = sum(d["passages"] for d in client.get("/api/documents").json()["documents"])
    expected = {"status": "ok", "documents": 7, "passages": passages, "version": VERSION}
    assert client.get("/healthz").json() == expected and passages > 20
    assert not app.state.serving.warm
    app.state.serving.close()


def test_the_version_is_the_distributions() -> None:
    text = (Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{VERSION}"' in text


def test_every_operation_is_described(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {(method, path) for path, methods in paths.items() for method in methods} == {
        ("post", "/api/ask"),
        ("get", "/api/search"),
        ("get", "/api/documents"),
        ("post", "/api/documents"),
        ("get", "/api/documents/{id}"),
        ("delete", "/api/documents/{id}"),
        ("get", "/api/documents/{id}/text"),
        ("get", "/api/documents/{id}/original"),
        ("get", "/api/documents/{id}/pages/{n}.png"),
        ("get", "/api/documents/{id}/pages/{n}"),
        ("get", "/api/jobs"),
        ("get", "/api/set-aside"),
        ("get", "/api/jobs/{id}"),
        ("get", "/api/jobs/{id}/report"),
        ("get", "/api/jobs/{id}/events"),
        ("get", "/api/registers/duties"),
        ("get", "/api/registers/requirements"),
        ("get", "/api/registers/figures"),
        ("get", "/api/registers/definitions"),
        ("put", "/api/registers/second/{id}"),
        ("get", "/api/registers/duties.{format}"),
        ("get", "/api/registers/requirements.{format}"),
        ("get", "/api/registers/figures.{format}"),
        ("get", "/api/registers/definitions.{format}"),
        ("post", "/api/checklists"),
        ("get", "/api/checklists"),
        ("get", "/api/checklists/{id}"),
        ("get", "/api/checklists/{id}.{format}"),
        ("get", "/api/checklists/{id}/versions"),
        ("post", "/api/checklists/{id}/versions/{number}/restore"),
        ("patch", "/api/checklists/{id}"),
        ("delete", "/api/checklists/{id}"),
        ("post", "/api/courses"),
        ("get", "/api/courses"),
        ("delete", "/api/courses/{id}"),
        ("get", "/api/courses/{id}"),
        ("get", "/api/courses/{id}.{format}"),
        ("post", "/api/requirement-sheets"),
        ("get", "/api/programme-sheets"),
        ("get", "/api/job-positions"),
        ("get", "/healthz"),
        ("get", "/api/compare"),
        ("get", "/api/conversations"),
        ("delete", "/api/conversations/{id}"),
        ("get", "/api/conversations/{id}"),
        ("patch", "/api/conversations/{id}"),
        ("delete", "/api/conversations/{id}/turns/{turn}/feedback"),
        ("put", "/api/conversations/{id}/turns/{turn}/feedback"),
        ("get", "/api/documents/{id}/affected"),
        ("get", "/api/documents/{id}/citation"),
        ("get", "/api/documents/{id}/relations"),
        ("get", "/api/examples"),
        ("get", "/api/scope"),
        ("get", "/api/statuses"),
        ("post", "/api/statuses"),
        ("post", "/api/statuses/list"),
        ("delete", "/api/statuses/{id}"),
    }
    assert all(operation["description"] for methods in paths.values() for operation in methods.values())
