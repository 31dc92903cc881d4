"""Conversations: kept with a bound, gone on with by their id alone, over HTTP, on the command line and in the store."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import make_app
from assistant.conversations import Conversations
from assistant.earlier import Turn
from corpus.errors import NotFoundError, UnavailableError
from corpus.settings import read_settings

FIRST = "Điều 4 của Quyết định 18/2024/QĐ-UBND quy định gì?"


@pytest.fixture(scope="module")
def client(few_data: Path) -> Iterator[TestClient]:
    with TestClient(make_app(read_settings(few_data))) as client:
        yield client


def ask(client: TestClient, question: str, **more: Any) -> dict[str, Any]:
    response = client.post("/api/ask", json={"question": question, **more})
    assert response.status_code == 200, response.text
    return dict(response.json())


def test_a_follow_up_is_completed_from_the_conversation(client: TestClient) -> None:
    first = ask(client, FIRST)
    assert first["understood"] is None
    second = ask(client, "Còn Điều 3?", conversation=first["conversation"])
    assert second["conversation"] == first["conversation"]
    assert second["understood"] == "Điều 3 của Quyết định 18/2024/QĐ-UBND quy định gì?"
    assert {c["passage"].split("/")[1].split(".")[0] for c in second["citations"]} == {"d3"}
    third = ask(client, "văn bản đó có hiệu lực khi nào?", conversation=first["conversation"])
    assert "18/2024/QĐ-UBND" in third["understood"]


def test_a_follow_up_is_completed_in_a_stream_too(client: TestClient) -> None:
    first = ask(client, "What does Article 4 of Decision 18/2024/QD-UBND say?")
    body = {"question": "And Article 3?", "conversation": first["conversation"]}
    response = client.post("/api/ask", json=body, headers={"accept": "text/event-stream"})
    last = response.text.strip().split("\n\n")[-1].split("\n")
    whole = json.loads(last[1].removeprefix("data: "))
    assert last[0] == "event: answer" and whole["conversation"] == first["conversation"]
    assert whole["understood"] == "What does Article 3 of Decision 18/2024/QD-UBND say?"


def test_without_its_conversation_a_follow_up_is_asked_as_it_stands(client: TestClient) -> None:
    ask(client, FIRST)
    assert ask(client, "Còn Điều 3?")["understood"] is None


@pytest.mark.parametrize("id", ["c-1", "AAAAAAAAAAAAAAAAAAAAAA", "", "' OR 1=1 --", "\x00", "../../etc", "ệ" * 22])
@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
def test_an_id_that_is_not_ones_own_is_refused_alike_whatever_it_is(client: TestClient, id: str, accept: str) -> None:
    body = {"question": "Điều 3?", "conversation": id, "language": "en"}
    response = client.post("/api/ask", json=body, headers={"accept": accept})
    assert response.status_code == 404
    told = response.json()
    assert told["code"] == "conversation-unknown" and "no such conversation" in told["detail"]
    assert id == "" or id not in told["detail"]


def test_an_overlong_id_is_a_bad_request(client: TestClient) -> None:
    response = client.post("/api/ask", json={"question": "Điều 3?", "conversation": "a" * 65})
    assert response.status_code == 422


def test_ids_are_of_128_bits_and_never_the_same(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    ids = {kept.keep(None, Turn("Hồ sơ gồm những gì?")) for _ in range(50)}
    kept.close()
    assert len(ids) == 50 and all(len(id) == 22 for id in ids)


def test_turns_come_back_in_order_after_a_restart_and_are_bounded(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    id = kept.keep(None, Turn("Câu 0?", ("Quyết định 1/2020/QĐ-UBND",)))
    for number in range(1, 30):
        assert kept.keep(id, Turn(f"Câu {number}?")) == id
    kept.close()
    again = Conversations(tmp_path)
    turns = again.turns(id)
    again.close()
    assert [t.question for t in turns] == [f"Câu {number}?" for number in range(18, 30)]


def test_what_is_kept_of_a_turn_is_what_was_said(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    told = Turn("Đề án «vị trí việc làm»?", ("Đề án 04-ĐA/TU", "Thông tư 98/2022/TT-BNV"))
    assert kept.turns(kept.keep(None, told)) == [told]
    who = Turn("Ai ký?", ("Đề án 04-ĐA/TU",), ("Nguyễn Đức Thắng",))
    assert kept.turns(kept.keep(None, who)) == [who]
    (long,) = kept.turns(kept.keep(None, Turn("a" * 100_000)))
    kept.close()
    assert len(long.question) == 4000


def test_a_conversation_is_forgotten_after_a_month_of_silence(tmp_path: Path) -> None:
    now = [0.0]
    kept = Conversations(tmp_path, clock=lambda: now[0])
    id = kept.keep(None, Turn("Điều 1?"))
    now[0] = 29 * 86_400
    kept.keep(id, Turn("Điều 2?"))
    now[0] = 58 * 86_400
    assert len(kept.turns(id)) == 2
    now[0] = 60 * 86_400
    with pytest.raises(NotFoundError):
        kept.turns(id)
    for _ in range(200):  # the sweep comes round
        kept.keep(None, Turn("Điều 3?"))
    kept.close()
    assert id.encode() not in b"".join(f.read_bytes() for f in tmp_path.iterdir())


def test_two_conversations_do_not_mix(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    one, other = kept.keep(None, Turn("Một?")), kept.keep(None, Turn("Hai?"))
    kept.keep(one, Turn("Ba?"))
    assert [t.question for t in kept.turns(one)] == ["Một?", "Ba?"]
    assert [t.question for t in kept.turns(other)] == ["Hai?"]
    kept.close()


def test_a_file_that_is_none_is_said_to_be_unusable(tmp_path: Path) -> None:
    (tmp_path / "conversations.db").write_bytes(b"no database" * 100)
    kept = Conversations(tmp_path)
    with pytest.raises(UnavailableError, match=r"conversations\.db"):
        kept.keep(None, Turn("Điều 1?"))


def test_the_command_line_goes_on_with_a_conversation(few_copy: Path) -> None:
    def vanban(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "api.cli", "ask", *words, "--data", str(few_copy), "--language", "en"]
        return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")

    first = json.loads(vanban(FIRST, "--json").stdout)
    second = json.loads(vanban("Còn Điều 3?", "--json", "--conversation", first["conversation"]).stdout)
    assert second["understood"] == "Điều 3 của Quyết định 18/2024/QĐ-UBND quy định gì?"
    unknown = vanban("Còn Điều 3?", "--conversation", "nobody's")
    assert unknown.returncode == 1 and "no such conversation" in unknown.stderr
