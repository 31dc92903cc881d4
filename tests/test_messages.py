"""Every sentence said to a person: both languages, the same facts in both, and every code that the code uses is there."""

import ast
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import errors
from corpus.errors import VanbanError
from corpus.messages import LANGUAGES, MESSAGES, TABLES, message

ROOT = Path(__file__).parent.parent
PACKAGES = ("corpus", "ingest", "assistant", "api", "evals")
SPEAKERS = {"message", "say"} | {name for name, kind in vars(errors).items() if isinstance(kind, type)}


SIGNS = {"unit-percent", "unit-kilometre", "unit-hectare"}  # written alike in both


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", MESSAGES)
def test_both_languages_tell_the_same_facts(code: str) -> None:
    texts = MESSAGES[code]
    assert set(texts) == set(LANGUAGES)
    assert placeholders(texts["vi"]) == placeholders(texts["en"])
    assert all(text.strip() == text and text for text in texts.values())


@pytest.mark.parametrize("code", MESSAGES)
def test_the_two_languages_are_not_the_same_text(code: str) -> None:
    assert (MESSAGES[code]["vi"] == MESSAGES[code]["en"]) == (code in SIGNS)


def test_no_sentence_is_said_twice() -> None:
    """A code in two tables would silently take the words of the later one."""
    assert [code for code, times in Counter(code for table in TABLES for code in table).items() if times > 1] == []


def test_every_table_is_joined() -> None:
    tables = {file.stem for file in (ROOT / "corpus" / "said").glob("*.py")} - {"__init__", "languages"}
    joined = {name.removeprefix("corpus.said.") for name in imported(ROOT / "corpus" / "messages.py")}
    assert tables == joined - {"languages"}
    assert len(TABLES) == len(tables)


def imported(file: Path) -> list[str]:
    tree = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    return [node.module for node in tree if isinstance(node, ast.ImportFrom) and node.module]


def calls() -> Iterator[tuple[str, str, set[str] | None]]:
    """(place, code, the facts given by name) of every call that names a message."""
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call) or not node.args:
                    continue
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                first = node.args[0]
                if name in SPEAKERS and isinstance(first, ast.Constant) and isinstance(first.value, str):
                    given = {k.arg for k in node.keywords if k.arg is not None}
                    spread = any(k.arg is None for k in node.keywords)
                    yield f"{file.relative_to(ROOT)}:{node.lineno}", first.value, None if spread else given


def test_every_code_that_the_code_base_uses_exists() -> None:
    used = list(calls())
    assert len(used) > 20
    assert [(place, code) for place, code, _ in used if code not in MESSAGES] == []


def test_every_message_gets_the_facts_that_it_names() -> None:
    lacking = [
        (place, code, placeholders(MESSAGES[code]["en"]) - given)
        for place, code, given in calls()
        if given is not None and code in MESSAGES and not placeholders(MESSAGES[code]["en"]) <= given
    ]
    assert lacking == []


def test_an_unknown_code_is_an_error_of_ours_and_not_an_empty_sentence() -> None:
    with pytest.raises(KeyError):
        message("no-such-code", "en")


def test_an_error_speaks_both_languages() -> None:
    error = VanbanError("document-unknown", id="9-2020-nd-cp")
    assert "9-2020-nd-cp" in error.text("vi") and "9-2020-nd-cp" in error.text("en")
    assert str(error) == error.text("en") != error.text("vi")


def test_the_tree_of_errors_says_who_must_act() -> None:
    kinds = {kind.__name__: kind.status for kind in VanbanError.__subclasses__()}
    assert kinds == {
        "FileError": 422,
        "RequestError": 422,
        "NotFoundError": 404,
        "ConflictError": 409,
        "SettingsError": 500,
        "UnavailableError": 503,
    }
    assert all(name in (errors.__doc__ or "") for name in kinds)
