"""The README stays true: what it shows exists, and its examples are answered."""

import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import make_app
from api.cli import app as command_line
from corpus.settings import Settings, read_settings

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def test_every_command_is_shown_and_every_shown_command_exists() -> None:
    shown = set(re.findall(r"^    vanban ([\w-]+)", README, re.MULTILINE)) | set(
        re.findall(r"`vanban ([\w-]+)", README)
    )
    there = {c.name or (c.callback.__name__ if c.callback else "") for c in command_line.registered_commands}
    assert shown == there


def test_the_settings_table_is_the_settings() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| `([^`]*)` \|", README, re.MULTILINE))
    fields = {name: as_toml(field.default) for name, field in Settings.model_fields.items() if name != "data"}
    assert rows == fields


def as_toml(value: object) -> str:
    """As it would stand in vanban.toml, but for the quotes round words."""
    if value is None:
        return "unset"
    return value if isinstance(value, str) else json.dumps(value)


def test_every_file_that_is_named_exists() -> None:
    root = Path(__file__).parent.parent
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (root / target).is_file(), target
    assert (root / "start").is_file() and (root / "test").is_file()


@pytest.fixture(scope="module")
def client(sample_data: Path) -> TestClient:
    return TestClient(make_app(read_settings(sample_data)))


@pytest.mark.parametrize("question", re.findall(r'\*"([^"]+)"\*', README))
def test_the_questions_shown_are_answered_word_for_word(client: TestClient, question: str) -> None:
    body = client.post("/api/ask", json={"question": question}).json()
    assert body["outcome"] == "answered", body["missing"]
    for citation in body["citations"]:
        text = client.get(f"/api/documents/{citation['document']['id']}/text").json()["text"]
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_the_request_shown_works(client: TestClient) -> None:
    shown = re.search(r"-d '(\{.*?\})'", README)
    assert shown is not None
    body = client.post("/api/ask", json=json.loads(shown.group(1))).json()
    assert body["outcome"] == "answered", body["missing"]
