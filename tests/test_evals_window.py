"""What the evaluation tells of the window and of feedback; the measuring itself is run by hand."""

import json
from pathlib import Path

import pytest

from assistant.feedback import Feedback
from corpus.errors import NotFoundError, SettingsError
from evals import feedback, window
from evals.__main__ import main

RESULT = window.WindowResult((window.Loaded("asking", 31, 48.24, 0.4123),), 0.21, 0.3, 59.7, 17.1)


def test_the_figures_of_the_window_are_told() -> None:
    views, used = window.tables(RESULT)
    assert views.rows == (("asking", 31, 48.2, 0.412),)
    assert ("first statement, s", 0.21) in used.rows and ("frames a second, 500 items", 59.7) in used.rows
    assert json.loads(json.dumps(window.as_data(RESULT)))["views"]["asking"]["kilobytes"] == 48.24


def test_without_a_browser_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SettingsError, match="apt-get install chromium"):
        window.evaluate(tmp_path)


def test_feedback_is_read_as_it_was_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = Feedback(tmp_path)
    kept.keep("c" * 22, 1, "outdated", "đã có văn bản mới", "Điều 1?", '{"outcome": "answered", "text": "..."}')
    kept.keep("c" * 22, 2, "good", "", "Điều 2?", "")
    kept.close()
    assert main(["feedback", "--data", str(tmp_path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["counts"] == {"outdated": 1, "good": 1}
    assert told["feedback"][0]["comment"] == "đã có văn bản mới"
    assert told["feedback"][0]["answer"]["outcome"] == "answered" and told["feedback"][1]["answer"] is None
    _, one_by_one = feedback.tables(feedback.read(tmp_path))
    assert [row[1:4] for row in one_by_one.rows] == [("outdated", "Điều 1?", "answered"), ("good", "Điều 2?", None)]


def test_a_folder_without_feedback_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no feedback"):
        feedback.read(tmp_path)
    assert main(["feedback", "--data", str(tmp_path)]) == 2
