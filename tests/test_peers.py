"""The comparison with others' pipelines: its intervals, what is compared on, ours end to end, what a process says."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import RequestError, SettingsError, UnavailableError
from evals import peer_set, peers, peers_page
from evals.__main__ import main
from evals.intervals import Interval, difference, interval
from evals.memory import disk_mb, held_mb, peak_mb
from evals.peer_run import asked
from evals.pipelines import texts_of

_ROWS = [
    ("a|1", "Annual leave\n\nA civil servant has twelve working days of annual leave each year."),
    ("a|2", "Sick leave\n\nSick leave lasts at most thirty days and needs a certificate of a hospital."),
    ("a|3", "  "),
    ("b|1", "Đào tạo\n\nMỗi cán bộ phải tham gia ít nhất bốn mươi tiết bồi dưỡng trong một năm."),
    ("b|2", "Bồi hoàn\n\nNgười tự ý bỏ học phải bồi hoàn chi phí đào tạo."),
]
_ASKED = [
    ("q1", "How many working days of annual leave does a civil servant have?", ("a|1",)),
    ("q2", "Cán bộ phải tham gia bao nhiêu tiết bồi dưỡng trong một năm?", ("b|1", "b|2")),
    ("q3", "Which passage has no words?", ("a|3",)),
]


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A set of four passages with words and two questions that they answer."""
    files = tuple(tmp_path / "small" / f"{name}.jsonl" for name in ("corpus", "queries", "qrels"))
    files[0].parent.mkdir()
    _write(files[0], [{"id": i, "text": t, "doc": i[0], "title": i[0]} for i, t in _ROWS])
    _write(files[1], [{"id": q, "text": t} for q, t, _ in _ASKED])
    _write(files[2], [{"query": q, "id": r} for q, _, right in _ASKED for r in right])
    return files[0], files[1], files[2]


def _write(file: Path, rows: list[dict[str, Any]]) -> None:
    file.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")


def _said(found: dict[str, list[str]], ways: tuple[str, ...]) -> dict[str, Any]:
    return {
        "versions": {"made": "1"}, "load_seconds": 2.0, "index_seconds": 4.0, "passages": 8, "index_peak_mb": 100.0,
        "peak_mb": 120.0, "disk_mb": 3.0,
        "ways": {way: {"found": found, "milliseconds": [10.0, 30.0]} for way in ways},
    }  # fmt: skip


# --- intervals ----------------------------------------------------------------------------------------------------------


def test_an_interval_holds_its_mean_and_is_the_same_every_time() -> None:
    values = [float(i % 3 == 0) for i in range(300)]
    found = interval(values)
    assert found.mean == pytest.approx(1 / 3)
    # the normal approximation of a share: 1.96 * sqrt(p (1 - p) / n) = .0533
    assert found.high - found.mean == pytest.approx(0.0533, abs=0.01)
    assert found.mean - found.low == pytest.approx(0.0533, abs=0.01)
    assert found == interval(values)


def test_equal_values_leave_no_doubt_and_none_no_interval() -> None:
    assert interval([0.5] * 20) == Interval(0.5, 0.5, 0.5)
    with pytest.raises(ValueError, match="no values"):
        interval([])


def test_a_difference_is_taken_question_by_question() -> None:
    hard = [i / 100 for i in range(100)]  # questions differ far more than the two pipelines
    found = difference([h + 0.1 for h in hard], hard)
    assert found.mean == pytest.approx(0.1) and found.high - found.low < 1e-9
    with pytest.raises(ValueError, match="shorter"):
        difference([1.0, 0.0], [1.0])


# --- what is compared on ------------------------------------------------------------------------------------------------


def test_all_of_a_set_but_what_has_no_words(small: tuple[Path, Path, Path], tmp_path: Path) -> None:
    given = peer_set.prepare(small, tmp_path / "all", 0, 0)
    assert [id for id, _ in texts_of(given.folder / "corpus.jsonl")] == ["a|1", "a|2", "b|1", "b|2"]
    assert given.relevant == {"q1": {"a|1"}, "q2": {"b|1", "b|2"}}  # nothing can find what has no words
    assert (given.name, given.passages, given.of_passages) == ("small", 4, 4)


def test_a_part_keeps_the_right_passages_of_its_questions(small: tuple[Path, Path, Path], tmp_path: Path) -> None:
    given = peer_set.prepare(small, tmp_path / "part", 3, 0)
    assert [id for id, _ in texts_of(given.folder / "corpus.jsonl")] == ["a|1", "b|1", "b|2"]
    one = peer_set.prepare(small, tmp_path / "one", 2, 1)
    assert list(one.relevant) == ["q1"] and one.passages == 2


def test_a_set_without_a_question_is_refused(small: tuple[Path, Path, Path], tmp_path: Path) -> None:
    small[2].write_text('{"query": "other", "id": "a|1"}\n')
    with pytest.raises(RequestError, match="names no question"):
        peer_set.prepare(small, tmp_path / "none", 0, 0)


# --- what processes say -------------------------------------------------------------------------------------------------


def test_every_way_is_judged_and_held_against_ours() -> None:
    relevant = {"q1": {"a"}, "q2": {"b", "c"}}
    told = {
        "vanban": _said({"q1": ["a"], "q2": ["b", "x", "c"]}, ("vanban",)),
        "other": _said({"q1": ["x", "a"], "q2": ["x"]}, ("first way", "second way")),
    }
    ours, first, second = peers.judged(told, relevant)
    assert (ours.name, ours.recall_at_10.mean, ours.gain) == ("vanban", 1.0, None)
    assert ours.map_at_10.mean == pytest.approx((1 + (1 + 2 / 3) / 2) / 2)
    assert (first.name, second.name) == ("first way", "second way")
    assert first.recall_at_10.mean == 0.5 and first.hit_at_1.mean == 0.0
    assert first.gain is not None and first.gain.mean == 0.5
    assert (first.passages_per_second, first.p50, first.p95) == (2.0, 10.0, 30.0)


def test_a_process_is_heard_behind_what_its_libraries_print() -> None:
    assert peers.told_by("x", 0, 'Loading ...\n{"ways": {}}\n', "a warning\n") == {"ways": {}}
    for code, output in ((1, '{"ways": {}}\n'), (0, "\n")):
        with pytest.raises(UnavailableError, match="OSError: no such model"):
            peers.told_by("x", code, output, "Traceback\nOSError: no such model\n")
    with pytest.raises(UnavailableError, match="ended with -9"):
        peers.told_by("x", -9, "", "")


def test_questions_are_timed_one_by_one_after_a_first() -> None:
    heard: list[str] = []

    def search(question: str) -> list[str]:
        heard.append(question)
        return [f"{question}!"]

    said = asked(search, {"q1": "one", "q2": "two"})
    assert heard == ["one", "one", "two"]
    assert said["found"] == {"q1": ["one!"], "q2": ["two!"]}
    times = said["milliseconds"]
    assert isinstance(times, list) and len(times) == 2


def test_what_is_not_installed_is_named_with_the_command(
    small: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(peers, "find_spec", lambda name: None)
    with pytest.raises(SettingsError) as failed:
        peers.evaluate(small)
    assert "txtai" in str(failed.value) and "--editable '.[peers]'" in str(failed.value)
    assert "txtai" in failed.value.text("vi") and "pip install" in failed.value.text("vi")
    names = ["--corpus", small[0], "--queries", small[1], "--qrels", small[2], "--only", "txtai"]
    assert main(["peers", *map(str, names)]) == 2
    assert "pip install" in capsys.readouterr().err


# --- ours, end to end ---------------------------------------------------------------------------------------------------


def test_ours_runs_in_a_process_of_its_own_and_makes_the_page(
    small: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = tmp_path / "docs"
    names = ["--corpus", small[0], "--queries", small[1], "--qrels", small[2], "--docs", docs]
    arguments = ["peers", *map(str, names), "--only", "vanban", "--json"]
    monkeypatch.setattr(sys, "argv", ["evals", *arguments])
    assert main(arguments) == 0
    told = json.loads(capsys.readouterr().out)
    (ours,) = told["peers"]
    assert (told["set"], told["passages"], told["questions"]) == ("small", 4, 2)
    assert ours["recall_at_10"] == {"mean": 1.0, "low": 1.0, "high": 1.0}
    assert ours["passages_per_second"] > 0 and 0 < ours["p50"] <= ours["p95"]
    assert ours["peak_mb"] >= ours["index_peak_mb"] > 50 and ours["disk_mb"] > 0
    page = (docs / "peers.md").read_text(encoding="utf-8")
    assert "| vanban | 1.000 [1.000, 1.000] |" in page
    assert "python -m evals peers --corpus small/corpus.jsonl" in page and str(tmp_path) not in page
    for figure in re.findall(r"\]\((\S+\.svg)\)", page):
        assert (docs / figure).read_text(encoding="utf-8").rstrip().endswith("</svg>")
    assert len(list(docs.glob("peers-*.svg"))) == 3


def test_a_rerun_with_the_same_figures_makes_the_same_plots(tmp_path: Path) -> None:
    told = {"vanban": _said({"q1": ["a"]}, ("vanban",)), "other": _said({"q1": ["b"]}, ("other way",))}
    result = peers.PeersResult("made", 8, 8, 1, 0.5, peers.judged(told, {"q1": {"a"}}))
    for name in ("one", "two"):
        peers_page.write(result, tmp_path / name, "python -m evals peers")
    plots = sorted((tmp_path / "one").glob("*.svg"))
    assert len(plots) == 3
    assert [p.read_bytes() for p in plots] == [(tmp_path / "two" / p.name).read_bytes() for p in plots]
    assert "other way" in plots[1].read_text(encoding="utf-8")


def test_memory_and_disk_are_told(tmp_path: Path) -> None:
    held, peak = held_mb(), peak_mb("self")
    if held is None or peak is None:
        assert not Path("/proc/self/status").is_file()  # only where the system does not tell
        return
    assert 10 < held.own < held.total <= peak + 1
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_bytes(b"x" * 250_000)
    assert disk_mb(tmp_path) == 0.25
