"""Conversations as they were shown: listed for one reader, searched, renamed, deleted, edited, asked again, over HTTP and in the store."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import make_app
from assistant.conversations import Conversations, Going
from assistant.earlier import Turn
from assistant.feedback import Feedback
from corpus.errors import NotFoundError, SettingsError, UnavailableError
from corpus.settings import read_settings

FIRST = "Điều 4 của Quyết định 18/2024/QĐ-UBND quy định gì?"
READER, OTHER = {"Vanban-Reader": "r" * 22}, {"Vanban-Reader": "o" * 22}
KEY = "k" * 32


@pytest.fixture(scope="module")
def client(few_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    data = shutil.copytree(few_data, tmp_path_factory.mktemp("shown") / "data")
    with TestClient(make_app(read_settings(Path(data)))) as client:
        yield client


def ask(client: TestClient, question: str, headers: dict[str, str] | None = None, **more: Any) -> dict[str, Any]:
    response = client.post("/api/ask", json={"question": question, **more}, headers=headers)
    assert response.status_code == 200, response.text
    return dict(response.json())


def test_a_conversation_comes_back_as_it_was_shown(client: TestClient) -> None:
    filters = {"types": ["decision"], "issued_from": "2020-01-01"}
    first = ask(client, FIRST, READER, filters=filters, as_of="2025-06-30")
    second = ask(client, "Còn Điều 3?", READER, conversation=first["conversation"])
    assert (first["turn"], second["turn"]) == (1, 2)
    kept = client.get(f"/api/conversations/{first['conversation']}").json()
    assert kept["title"] == FIRST
    assert [t["answer"] for t in kept["turns"]] == [first, second]
    assert [t["question"] for t in kept["turns"]] == [FIRST, "Còn Điều 3?"]
    assert kept["turns"][0]["answer"]["filters"]["types"] == ["decision"]


def test_a_streamed_answer_is_kept_as_it_was_streamed(client: TestClient) -> None:
    sent = client.post("/api/ask", json={"question": FIRST}, headers={"accept": "text/event-stream", **READER})
    streamed = json.loads(sent.text.strip().split("\n\n")[-1].split("\n")[1].removeprefix("data: "))
    kept = client.get(f"/api/conversations/{streamed['conversation']}").json()
    assert kept["turns"][0]["answer"] == streamed


def test_a_reader_finds_his_own_and_nobody_elses(client: TestClient) -> None:
    mine = ask(client, "Kết luận 77-KL/TU nói gì về luân chuyển?", {"Vanban-Reader": "m" * 22})["conversation"]
    listed = client.get("/api/conversations", headers={"Vanban-Reader": "m" * 22}).json()["conversations"]
    assert [c["id"] for c in listed] == [mine] and listed[0]["turns"] == 1
    for headers in (OTHER, {}):
        assert mine not in [c["id"] for c in client.get("/api/conversations", headers=headers).json()["conversations"]]
    own = {"Vanban-Reader": "m" * 22}
    assert client.get("/api/conversations?q=luan chuyen 77-kl", headers=own).json()["conversations"]
    assert not client.get("/api/conversations?q=ngân sách", headers=own).json()["conversations"]


def test_a_title_is_given_and_a_conversation_deleted(client: TestClient) -> None:
    id = ask(client, FIRST, READER)["conversation"]
    assert client.patch(f"/api/conversations/{id}", json={"title": "  Thủ tục  "}).json()["title"] == "Thủ tục"
    assert client.patch(f"/api/conversations/{id}", json={"title": " "}).status_code == 422
    assert client.delete(f"/api/conversations/{id}").status_code == 204
    for response in (
        client.get(f"/api/conversations/{id}"),
        client.delete(f"/api/conversations/{id}"),
        client.patch(f"/api/conversations/{id}", json={"title": "x"}),
        client.put(f"/api/conversations/{id}/turns/1/feedback", json={"verdict": "good"}),
    ):
        assert response.status_code == 404 and response.json()["code"] == "conversation-unknown"


def test_a_question_takes_the_place_of_an_earlier_one(client: TestClient) -> None:
    id = ask(client, FIRST)["conversation"]
    for question in ("Còn Điều 3?", "Còn Điều 2?"):
        ask(client, question, conversation=id)
    edited = ask(client, "Còn Điều 5?", conversation=id, turn=2)
    assert edited["turn"] == 2 and "Điều 5" in edited["understood"]
    kept = client.get(f"/api/conversations/{id}").json()["turns"]
    assert [t["question"] for t in kept] == [FIRST, "Còn Điều 5?"]


def test_the_same_key_is_the_same_question(client: TestClient) -> None:
    first = ask(client, FIRST, key=KEY)
    again = ask(client, FIRST, key=KEY)
    assert (again["conversation"], again["turn"]) == (first["conversation"], 1)
    ask(client, "Còn Điều 3?", conversation=first["conversation"], key="n" * 32)
    twice = ask(client, "Còn Điều 3?", conversation=first["conversation"], key="n" * 32)
    assert twice["turn"] == 2 and "18/2024/QĐ-UBND" in twice["understood"]
    other = ask(client, FIRST)["conversation"]
    assert ask(client, "Còn Điều 3?", conversation=other, key=KEY)["conversation"] == other


@pytest.mark.parametrize("wrong", [{"turn": 0}, {"key": "short"}, {"key": "x" * 65}])
def test_what_is_no_turn_and_no_key_is_refused(client: TestClient, wrong: dict[str, Any]) -> None:
    assert client.post("/api/ask", json={"question": FIRST, **wrong}).status_code == 422


def test_feedback_is_kept_with_question_and_answer(client: TestClient) -> None:
    answer = ask(client, FIRST, READER)
    path = f"/api/conversations/{answer['conversation']}/turns/1/feedback"
    assert client.put(path, json={"verdict": "nice"}).status_code == 422
    assert client.put(f"{path[:-10]}9/feedback", json={"verdict": "good"}).status_code == 404
    client.put(path, json={"verdict": "wrong", "comment": "sai"})
    client.put(path, json={"verdict": "incomplete", "comment": "thiếu Điều 5"})
    kept = client.get(f"/api/conversations/{answer['conversation']}").json()["turns"][0]["feedback"]
    assert kept == {"verdict": "incomplete", "comment": "thiếu Điều 5"}
    client.delete(f"/api/conversations/{answer['conversation']}")
    assert isinstance(client.app, FastAPI)
    store = client.app.state.serving.feedback
    (opinion,) = [o for o in store.all() if o.comment == "thiếu Điều 5"]
    assert opinion.question == FIRST and answer["answer"] in opinion.answer


def test_feedback_is_taken_back(client: TestClient) -> None:
    answer = ask(client, FIRST)
    path = f"/api/conversations/{answer['conversation']}/turns/1/feedback"
    client.put(path, json={"verdict": "good"})
    assert client.delete(path).status_code == 204
    assert client.get(f"/api/conversations/{answer['conversation']}").json()["turns"][0]["feedback"] is None


def test_a_file_of_the_first_program_is_taken_over(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "conversations.db") as old:
        old.executescript(
            "CREATE TABLE turns (conversation TEXT NOT NULL, number INTEGER NOT NULL, at REAL NOT NULL,"
            " question TEXT NOT NULL, documents TEXT NOT NULL, PRIMARY KEY (conversation, number));"
            "INSERT INTO turns VALUES ('abcdefghijklmnopqrstuv', 1, 1e9, 'Điều 1?', '[]');"
        )
    old.close()
    kept = Conversations(tmp_path, clock=lambda: 1e9)
    assert kept.turns("abcdefghijklmnopqrstuv") == [Turn("Điều 1?")]
    kept.keep("abcdefghijklmnopqrstuv", Turn("Điều 2?"))
    assert [s.question for s in kept.shown("abcdefghijklmnopqrstuv")] == ["Điều 1?", "Điều 2?"]
    kept.close()


def test_a_file_of_a_later_program_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "conversations.db") as later:
        later.execute("PRAGMA user_version = 9")
    later.close()
    with pytest.raises(SettingsError, match="later program"):
        Conversations(tmp_path).keep(None, Turn("Điều 1?"))


def test_only_a_digest_of_the_readers_key_is_kept(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    kept.keep_shown(Going(None, None, []), Turn("Điều 1?"), "Điều 1?", owner="bí-mật-của-người-đọc")
    assert [c.title for c in kept.listed("bí-mật-của-người-đọc")] == ["Điều 1?"]
    assert kept.listed("") == [] and kept.listed("khác") == []
    kept.close()
    assert "bí-mật-của-người-đọc".encode() not in b"".join(f.read_bytes() for f in tmp_path.iterdir())


def test_an_answer_too_long_to_be_kept_keeps_its_question(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    id, _ = kept.keep_shown(Going(None, None, []), Turn("Điều 1?"), "Điều 1 gì?", lambda _id, _turn: "x" * 500_000)
    (shown,) = kept.shown(id)
    assert (shown.question, shown.answer) == ("Điều 1 gì?", "")
    with pytest.raises(NotFoundError, match="no turn 7"):
        kept.one(id, 7)
    kept.close()


def test_a_file_of_feedback_that_is_none_is_said_to_be_unusable(tmp_path: Path) -> None:
    (tmp_path / "feedback.db").write_bytes(b"no database" * 100)
    with pytest.raises(UnavailableError, match=r"feedback\.db"):
        Feedback(tmp_path).all()
