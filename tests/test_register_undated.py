"""Deadlines that have no day: found, shown with their words, told of where days are asked for, named in calendars."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from typer.testing import CliRunner

from api import cli, cli_call
from corpus.errors import RequestError
from corpus.library import Library
from corpus.registers import Deadline, Duty, Registers, Span
from ingest.extract import EXTRACTOR

LETTER = "642-snv-ccvc-2023"


@pytest.fixture(scope="module")
def data(few_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One document with a duty of each kind of deadline: a day, a length of time, a rhythm."""
    folder = Path(shutil.copytree(few_data, tmp_path_factory.mktemp("undated") / "data"))
    library = Library(folder)
    for entry in library.entries():
        text = library.text(entry.revision)
        words = [Span(*m.span()) for m in re.finditer(r"\w+", text)]
        phrases = [Span(words[n].start, words[n + 2].end) for n in (10, 20, 30)]
        deadlines = (
            Deadline(phrases[0], "date", date(2023, 10, 31), False),
            Deadline(phrases[1], "relative", length=15, unit="day"),
            Deadline(phrases[2], "recurring", every="year"),
        )
        duties = tuple(
            Duty(Span(p.start, words[40].end), "", "must", words[35], deadline=d)
            for p, d in zip(phrases, deadlines, strict=True)
        )
        library.replace_registers(entry.revision, text, Registers(duties if entry.id == LETTER else ()), EXTRACTOR)
    library.close()
    return folder


def told(data: Path, *said: str) -> str:
    cli_call.say(None, None)
    result = CliRunner().invoke(cli.app, ["duties", *said, "--data", str(data)])
    cli_call.say(None, None)
    assert result.exit_code == 0, result.output
    return result.output


def phrase_of(data: Path, word: int) -> str:
    library = Library(data)
    text = next(library.text(e.revision) for e in library.entries() if e.id == LETTER)
    library.close()
    words = [Span(*m.span()) for m in re.finditer(r"\w+", text)]
    return " ".join(text[words[word].start : words[word + 2].end].split())


def test_deadlines_without_a_day_are_found_and_shown_with_their_words(data: Path) -> None:
    said = told(data, "--undated", "--language", "en")
    assert phrase_of(data, 20) in said and phrase_of(data, 30) in said and phrase_of(data, 10) not in said
    assert "counted from something" in said and "recurring" in said


@pytest.mark.parametrize(
    ("language", "says"), [("en", "2 more have a deadline without a day"), ("vi", "Còn 2 nhiệm vụ")]
)
def test_a_choice_of_days_tells_what_it_leaves_out(data: Path, language: str, says: str) -> None:
    said = told(data, "--before", "2023-12-31", "--language", language)
    assert says in said and "--undated" in said
    assert says not in told(data, "--language", language)


def test_a_day_and_no_day_cannot_both_be_asked_for(data: Path) -> None:
    said = ["duties", "--undated", "--before", "2023-12-31", "--data", str(data)]
    result = CliRunner().invoke(cli.app, said)
    cli_call.say(None, None)
    assert isinstance(result.exception, RequestError) and result.exception.code == "registers-undated"


def test_a_calendar_names_what_has_no_day_and_why(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "duties.ics"
    told(data, "--out", str(out), "--language", "en")
    calendar = Calendar.from_ical(out.read_bytes())
    assert len(calendar.walk("VEVENT")) == 1
    todos = calendar.walk("VTODO")
    assert len(todos) == 2 and not any("due" in todo for todo in todos)
    assert phrase_of(data, 20) in str(todos[0]["description"]) and "no date here" in str(todos[0]["description"])
    told_of = str(calendar["x-wr-caldesc"])
    assert told_of.startswith("2 deadline(s) have no date") and phrase_of(data, 30) in told_of
