"""The second reader on the command line and in the API: read, listed, decided on, and why it stopped."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from api import cli, cli_call
from api.app import make_app
from corpus.corpus import Corpus
from corpus.settings import read_settings
from tests.llm_stub import stub_model
from tests.second_made import GOOD, reading, reviewed, writing

Command = Callable[..., Any]


@pytest.fixture
def corpus(regulation: Corpus) -> Corpus:
    return regulation


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """What one command was told about data and language is not left to the next test."""
    yield
    cli_call.say(None, None)


@pytest.fixture
def command(corpus: Corpus) -> Command:
    data = corpus.settings.data

    def run(*arguments: str) -> Any:
        return CliRunner().invoke(cli.app, ["--data", str(data), *arguments])

    return run


def test_the_command_reads_lists_and_decides(corpus: Corpus, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    with stub_model(reading(*GOOD)) as stub:
        monkeypatch.setenv("VANBAN_LLM_ADDRESS", stub.address)
        monkeypatch.setenv("VANBAN_LLM_MODEL", "stub")
        done = command("review", "--all", "--llm", "openai-like", "--language", "en")
        assert done.exit_code == 0 and "4 entries proposed" in done.output and "speak to machines" in done.output
        shown = len(stub.asked)
        assert command("review", "77/2026/QĐ-UBND", "--llm", "openai-like").exit_code == 0
        assert len(stub.asked) == shown  # all of it was read
    listed = command("duties", "--origin", "second", "--language", "en")
    assert "second reader (stub, " in listed.output and "not yet reviewed" in listed.output
    number = re.search(r"\[(\d+)\]", listed.output)
    assert number is not None
    assert "wait to be accepted" in command("duties", "--language", "en").output
    assert "chưa duyệt" in command("duties", "--origin", "tất cả", "--language", "vi").output
    accepted = command("review", "--accept", number.group(1), "--who", "Lan", "--language", "vi")
    assert accepted.exit_code == 0 and "Lan đã nhận" in accepted.output
    assert "accepted by Lan" in command("duties", "--language", "en").output
    assert "accepted by Lan" not in command("duties", "--origin", "rules", "--language", "en").output


@pytest.mark.parametrize(
    ("arguments", "code"),
    [((), "review-what"), (("--all",), "review-no-model"), (("--accept", "99"), "second-unknown")],
)
def test_a_call_that_cannot_be_is_told(command: Command, arguments: tuple[str, ...], code: str) -> None:
    done = command("review", *arguments)
    assert done.exit_code != 0 and getattr(done.exception, "code", None) == code


def test_the_command_says_why_it_stopped(corpus: Corpus, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    with stub_model(writing("Certainly!")) as stub:
        monkeypatch.setenv("VANBAN_LLM_ADDRESS", stub.address)
        for language, said in (("en", "Stopped: what the language model sent"), ("vi", "Đã dừng: nội dung mô hình")):
            done = command("review", "--all", "--llm", "openai-like", "--language", language)
            assert done.exit_code == 1 and said in done.output


def test_the_api_marks_filters_and_decides(corpus: Corpus) -> None:
    reviewed(corpus, reading(*GOOD))
    corpus.settings = read_settings(corpus.settings.data)
    with TestClient(make_app(corpus.settings)) as client:

        def asked(register: str, **query: str) -> dict[str, Any]:
            body: dict[str, Any] = client.get(f"/api/registers/{register}", params=query).json()
            return body

        plain, all_ = asked("duties"), asked("duties", origin="all")
        assert plain["total"] == 1 and plain["entries"][0]["second_reader"] is None and len(plain["remarks"]) == 1
        assert all_["total"] == 2 and all_["remarks"] == []
        (entry,) = asked("duties", origin="second")["entries"]
        second = entry["second_reader"]
        assert (second["model"], second["state"], second["decided"]) == ("stub", "proposed", None)
        made = client.put(f"/api/registers/second/{second['id']}", json={"state": "accepted", "who": "Lan"})
        assert made.status_code == 200 and made.json()["who"] == "Lan" and made.json()["decided"]
        assert asked("duties")["total"] == 2 and asked("duties", origin="rules")["total"] == 1
        assert client.put("/api/registers/second/9999", json={"state": "accepted"}).status_code == 404
        assert client.put(f"/api/registers/second/{second['id']}", json={"state": "sure"}).status_code == 422
        lines = client.get("/api/registers/duties.csv", headers={"accept-language": "en"}).text
        assert "Found by" in lines and "second reader (stub), accepted by Lan" in lines
        assert "Found by" not in client.get("/api/registers/duties.csv?origin=rules").text
