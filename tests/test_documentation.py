"""The documents beside the code stay true: commands, options, modules and files that they name exist."""

import argparse
import importlib.util
import re
from pathlib import Path

import pytest
import typer

from api.cli import app as command_line
from evals.__main__ import parser

ROOT = Path(__file__).parent.parent
WRITTEN = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "evals/README.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
_OPTION = re.compile(r"(?<![\w-])--[a-z][\w-]*")
written = pytest.mark.parametrize("file", WRITTEN, ids=lambda file: str(file.relative_to(ROOT)))


def shown(file: Path, program: str) -> list[tuple[str, str]]:
    """The calls of a program that a document shows: what is called, and the rest of the line or of the quotation."""
    lines = file.read_text(encoding="utf-8").split("\n")
    call = re.compile(rf"(?:^    |`)(?:[A-Z_]+=\S+ )*{program}([^`]*)")
    found = (m[1].split(maxsplit=1) for line in lines for m in call.finditer(line))
    return [(rest[0], rest[1] if len(rest) > 1 else "") for rest in found if rest]


def evaluations() -> dict[str, argparse.ArgumentParser]:
    commands = next(a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(commands.choices)


@written
def test_the_options_shown_are_options_of_their_commands(file: Path) -> None:
    group = typer.main.get_command(command_line)
    everywhere = {option for p in group.params for option in p.opts}
    for name, rest in shown(file, "vanban "):
        command = getattr(group, "commands", {})[name]
        options = {option for p in command.params for option in (*p.opts, *p.secondary_opts)} | everywhere
        assert set(_OPTION.findall(rest)) <= options, name


@written
def test_the_evaluations_shown_can_be_called_so(file: Path) -> None:
    for name, rest in shown(file, r"python -m evals(?= )"):
        if name in evaluations():
            options = {option for a in evaluations()[name]._actions for option in a.option_strings}
            assert set(_OPTION.findall(rest)) <= options, name
    for module, rest in shown(file, r"python -m (?=\w+\.)"):
        assert importlib.util.find_spec(module) is not None, module
        source = ROOT / f"{module.replace('.', '/')}.py"
        assert all(f'"{option}"' in source.read_text(encoding="utf-8") for option in _OPTION.findall(rest)), module


def test_every_evaluation_is_shown() -> None:
    assert set(evaluations()) <= {name for name, _ in shown(ROOT / "evals" / "README.md", r"python -m evals(?= )")}


@written
def test_the_files_and_modules_named_exist(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    linked = [t for t in re.findall(r"\]\(([^)#\s]+)\)", text) if not t.startswith("http")]
    assert [t for t in linked if not (file.parent / t).exists()] == []
    paths = re.findall(r"`((?:corpus|ingest|assistant|api|evals|tests|docs)/[\w./-]+)`", text)
    assert [p for p in paths if not (ROOT / p).exists()] == []
    dotted = re.findall(r"`((?:corpus|ingest|assistant|api|evals|tests)\.[\w.]+)`", text)
    places = [[ROOT / d.replace(".", "/"), (ROOT / d.replace(".", "/")).parent] for d in dotted]
    assert [p for p in places if not any(q.is_dir() or q.with_suffix(".py").is_file() for q in p)] == []
