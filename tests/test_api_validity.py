"""Validity over HTTP: relations, states, consequences, states entered by hand and from lists."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import make_app
from corpus.corpus import Corpus

BASE = "/api/documents/701-2015-nd-cp"


@pytest.fixture
def client(family_corpus: Corpus) -> Iterator[TestClient]:
    with TestClient(make_app(family_corpus.settings)) as client:
        yield client


def test_relations_and_family_of_a_document(client: TestClient) -> None:
    body = client.get(f"{BASE}/relations", params={"as_of": "2019-01-01"}).json()
    assert body["state"]["state"] == "partly_expired" and body["state"]["proofs"]
    assert [s["state"] for s in body["history"]] == ["not_yet", "in_force", "partly_expired", "expired"]
    assert {u["address"] for u in body["units"]} >= {"d2.k1", "d2.k2", "d3a"}
    text = {id: client.get(f"/api/documents/{id}/text").json()["text"] for id in (r["source"] for r in body["stated"])}
    for r in body["stated"]:
        assert r["quote"] == text[r["source"]][r["start"] : r["end"]]
    nodes = {n["id"]: n for n in body["family"]["nodes"]}
    assert nodes["777-2023-nd-cp"]["effective"] == "2023-11-01" and nodes["701-2015-nd-cp"]["expired"] == "2023-11-01"
    assert any(not n["indexed"] for n in nodes.values())
    assert all(e["source"] in nodes and e["target"] in nodes for e in body["family"]["edges"])
    english = client.get(f"{BASE}/relations", headers={"accept-language": "en"}).json()
    assert english["state"]["label"] == "expired"


def test_findings_are_shown_to_editors(client: TestClient) -> None:
    body = client.get("/api/documents/745-2018-nd-cp/relations").json()
    assert [f["code"] for f in body["findings"]] == ["relation-unit-missing"]
    assert "relation-unit-missing" in client.get("/api/documents/745-2018-nd-cp").json()["warnings"]


def test_the_state_stands_in_lists_and_citations(client: TestClient) -> None:
    rows = {d["id"]: d for d in client.get("/api/documents").json()["documents"]}
    assert rows["701-2015-nd-cp"]["status"] == "expired" and rows["777-2023-nd-cp"]["status"] == "in_force"
    badge = rows["701-2015-nd-cp"]["validity"]
    assert badge["first"] == "2023-11-01" and badge["proof"].startswith("/documents/777-2023-nd-cp#c")
    asked = {"question": "Nghị định 701/2015/NĐ-CP còn hiệu lực không?", "as_of": "2016-01-01"}
    answer = client.post("/api/ask", json=asked).json()
    assert answer["as_of"] == "2016-01-01" and answer["citations"][0]["document"]["status"] == "in_force"


def test_search_takes_the_day(client: TestClient) -> None:
    def found(**params: str) -> set[str]:
        body = client.get("/api/search", params={"q": "thời hạn thẩm định hồ sơ", **params}).json()
        return {r["document"]["id"] for r in body["results"]}

    assert "701-2015-nd-cp" not in found() and "701-2015-nd-cp" in found(as_of="2016-01-01")
    assert "701-2015-nd-cp" in found(any_day="1")


def test_what_rests_on_a_changed_text(client: TestClient) -> None:
    body = client.get(f"{BASE}/affected").json()
    assert body["since"] == "2018-07-01"  # from when it is amended, not when that was issued
    assert [d["source"] for d in body["documents"]] == ["712-2016-tt-bnv"]


def test_answers_and_courses_that_rest_on_a_changed_text(client: TestClient) -> None:
    reader, other = {"Vanban-Reader": "r" * 22}, {"Vanban-Reader": "o" * 22}
    asked = {"question": "Khoản 1 Điều 2 Nghị định 701/2015/NĐ-CP quy định thời hạn thẩm định là bao nhiêu ngày?"}
    before = client.post("/api/ask", json={**asked, "as_of": "2016-01-01"}, headers=reader).json()
    assert before["citations"][0]["document"]["id"] == "701-2015-nd-cp"
    client.post("/api/ask", json={**asked, "as_of": "2024-01-01"}, headers=reader)  # told that it does not hold
    client.post("/api/ask", json={**asked, "as_of": "2017-01-01"}, headers=other)
    course = client.post("/api/courses", json={"topic": "701/2015/NĐ-CP"})
    assert course.status_code == 201, course.text

    mine = client.get(f"{BASE}/affected", headers=reader).json()
    assert [(a["conversation"], a["turn"], a["as_of"]) for a in mine["answers"]] == [
        (before["conversation"], before["turn"], "2016-01-01")
    ]
    assert mine["answers"][0]["question"] == asked["question"] and mine["answers_of_others"] == 1
    assert mine["courses"] == []  # made after the last change

    nobody = client.get(f"{BASE}/affected").json()
    assert nobody["answers"] == [] and nobody["answers_of_others"] == 2  # others' questions are nobody's to read
    assert client.get("/api/documents/777-2023-nd-cp/affected", headers=reader).json()["answers"] == []


@pytest.mark.parametrize("said", ["Nghị định 777/2023", "Về tài liệu số", "về  TÀI LIỆU SỐ"])
def test_a_state_is_entered_for_a_short_number_or_a_title(client: TestClient, said: str) -> None:
    entry = {"number": said, "status": "suspended", "first": "2025-01-01", "who": "An", "why": "theo công báo"}
    assert client.post("/api/statuses", json=entry).json()["documents"] == ["777-2023-nd-cp"]
    (kept,) = client.get("/api/statuses").json()
    assert kept["number"] == "777/2023/NĐ-CP"


def test_a_state_is_entered_and_withdrawn(client: TestClient) -> None:
    entry = {
        "number": "777/2023/NĐ-CP",
        "status": "suspended",
        "first": "2025-01-01",
        "who": "An",
        "why": "theo công báo",
    }
    made = client.post("/api/statuses", json=entry)
    assert made.status_code == 201 and made.json()["documents"] == ["777-2023-nd-cp"]
    state = client.get("/api/documents/777-2023-nd-cp/relations").json()["state"]
    assert state["state"] == "suspended" and "An" in state["proofs"][0]["by_hand"]
    (kept,) = client.get("/api/statuses").json()
    assert client.delete(f"/api/statuses/{kept['id']}").status_code == 200
    assert client.get("/api/documents/777-2023-nd-cp/relations").json()["state"]["state"] == "in_force"
    assert client.delete(f"/api/statuses/{kept['id']}").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": "no number"},
        {"who": " "},
        {"first": "2025-01-01", "until": "2024-01-01"},
        {"status": "perhaps"},
    ],
)
def test_an_entry_that_cannot_be_is_refused(client: TestClient, wrong: dict[str, str]) -> None:
    entry = {"number": "777/2023/NĐ-CP", "status": "suspended", "who": "An", "why": "theo công báo", **wrong}
    assert client.post("/api/statuses", json=entry).status_code == 422


@pytest.mark.parametrize(
    "content",
    [
        "number,status,effective_from,effective_to,source\n777/2023/NĐ-CP,Hết hiệu lực,2023-11-01,2025-06-01,công báo\n",
        '{"documents": [{"official_number": "777/2023/NĐ-CP", "validity_status": "het_hieu_luc", '
        '"effective_from": "2023-11-01", "effective_to": "2025-06-01"}]}',
    ],
)
def test_a_list_of_states(client: TestClient, content: str) -> None:
    sent = client.post(
        "/api/statuses/list", params={"name": "list", "who": "An", "why": "danh mục"}, content=content.encode()
    )
    assert sent.status_code == 201 and sent.json() == {"entered": 3, "documents": ["777-2023-nd-cp"], "refused": []}
    body = client.get("/api/documents/777-2023-nd-cp/relations", params={"as_of": "2025-06-01"}).json()
    assert body["state"]["state"] == "expired"
    assert [(s["state"], s["first"]) for s in body["history"]] == [
        ("not_yet", None),
        ("in_force", "2023-11-01"),
        ("expired", "2025-06-01"),
    ]


def test_a_list_that_is_none_is_refused(client: TestClient) -> None:
    sent = client.post("/api/statuses/list", params={"name": "x", "who": "An"}, content=b"\xff\xfe\x00nonsense")
    assert sent.status_code == 422
