"""The commands from end to end, on texts small enough to read: what they print, what they refuse, the report."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.ranking import STAGES
from evals import answers, engine, lot, matmul, report, speed
from evals.__main__ import main
from evals.abstention import auroc
from tests.conftest import OpenCorpus

_ROWS = [
    ("leave|1", "leave", "Annual leave\n\nA civil servant has twelve working days of annual leave each year."),
    ("leave|2", "leave", "Sick leave\n\nSick leave lasts at most thirty days and needs a certificate of a hospital."),
    ("train|1", "train", "Training\n\nEach official follows at least forty periods of training a year."),
    (
        "train|2",
        "train",
        "Repayment\n\nWhoever leaves before the end of the commitment repays the cost of the training.",
    ),
]
_QUERIES = [
    ("q1", "How many working days of annual leave does a civil servant have each year?", True, "leave|1"),
    ("q2", "How many periods of training a year does each official follow?", True, "train|1"),
    ("q3", "Which glaciers of Patagonia melted during volcanic eruptions?", False, None),
]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A set in the evaluation format: four texts, two questions that they answer, one that they do not."""
    _write(tmp_path / "corpus.jsonl", [{"id": i, "doc": d, "title": d, "text": t} for i, d, t in _ROWS])
    _write(tmp_path / "queries.jsonl", [{"id": i, "text": t, "answerable": a} for i, t, a, _ in _QUERIES])
    _write(tmp_path / "qrels.jsonl", [{"query": i, "id": r} for i, _, _, r in _QUERIES if r])
    return tmp_path


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Two cases over one sample document."""
    file = tmp_path / "cases.jsonl"
    shared = {"language": "vi", "must_not": []}
    asked = {"question": "Đến ngày 15/9/2023 có bao nhiêu nơi đã gửi đề án?", "kind": "number", "outcome": "answered"}
    absent = {"question": "Núi lửa ở Patagonia phun trào năm nào?", "kind": "absent", "outcome": "not_found"}
    right = {"id": "a", **shared, **asked, "must": ["17 nơi"], "documents": ["642-snv-ccvc-2023"]}
    _write(file, [right, {"id": "b", **shared, **absent, "must": [], "documents": []}])
    return file


@pytest.fixture
def letter(tmp_path: Path, samples: Path) -> Path:
    """A folder with one sample document."""
    folder = tmp_path / "documents"
    folder.mkdir()
    shutil.copy(samples / "642-snv-ccvc-2023.txt", folder)
    return folder


def _write(file: Path, rows: Sequence[Mapping[str, object]]) -> None:
    file.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")


def _of(tiny: Path, *names: str) -> list[str]:
    return [part for n in names for part in (f"--{n}", str(tiny / f"{n}.jsonl"))]


def test_retrieval_prints_its_figures_as_data_alone_on_stdout(tiny: Path) -> None:
    command = [sys.executable, "-m", "evals", "retrieval", *_of(tiny, "corpus", "queries", "qrels"), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parent.parent, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["queries"], found["passages"]) == (2, 4)
    assert found["recall_at_10"] == found["hit_at_1"] == found["map_at_10"] == found["ndcg_at_10"] == 1.0


def test_an_ablation_asks_with_each_stage_off_in_turn(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    index = ["--index", str(tiny / "index")]
    assert main(["retrieval", *_of(tiny, "corpus", "queries", "qrels"), "--ablation", "--json", *index]) == 0
    rows = json.loads(capsys.readouterr().out)["stages"]
    assert [r["without"] for r in rows] == [None, *STAGES]
    assert rows[0]["recall_at_10"] == [1.0, 1.0, 1.0] and rows[0]["recall_at_10_lost"] == [0.0, 0.0, 0.0]


def test_abstention_is_measured_on_the_products_own_answers(
    tiny: Path, open_corpus: OpenCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["abstention", *_of(tiny, "corpus", "queries"), "--index", str(tiny / "index")]) == 0
    assert "AUROC" in capsys.readouterr().out
    assert main(["abstention", *_of(tiny, "corpus", "queries"), "--index", str(tiny / "index"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["answerable"], found["unanswerable"]) == (2, 1)
    assistant = Assistant(open_corpus(tiny / "index"))
    said = [assistant.ask(text) for _, text, _, _ in _QUERIES]
    assert found["auroc"] == auroc([a.confidence for a in said[:2]], [said[2].confidence])
    assert found["answered_share"] == round(sum(a.outcome == "answered" for a in said) / 3, 4)


def test_short_answers_are_looked_for_in_what_is_quoted(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(
        tiny / "answers.jsonl", [{"query": "q1", "answer": "twelve working days"}, {"query": "q2", "answer": "five"}]
    )
    called = [*_of(tiny, "corpus", "queries", "answers", "qrels"), "--index", str(tiny / "index"), "--json"]
    assert main(["short", *called]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["questions"] == 2
    assert found["holds"]["mean"] == found["holds_and_cites"] == 0.5
    assert found["citations"] >= 1 and found["verbatim"] == 1.0


def test_answers_are_asked_of_the_documents_named(
    letter: Path, cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = [
        "answers",
        "--documents",
        str(letter),
        "--cases",
        str(cases),
        "--index",
        str(tmp_path / "index"),
        "--json",
    ]
    assert main(called) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["documents"], found["all"]["cases"]) == (1, 2)
    assert [c["id"] for c in found["cases"]] == ["a", "b"]
    assert set(found["by_kind"]) == {"number", "absent"} and set(found["by_language"]) == {"vi"}
    assert found["all"]["verbatim"] == 1.0 and found["all"]["unsupported"] == 0
    # an index that holds more than the folder does would answer from what the cases do not know
    (letter / "642-snv-ccvc-2023.txt").rename(letter / "renamed.txt")
    assert main(called) == 2
    assert "also holds" in capsys.readouterr().err


def test_the_lot_runs_every_command_and_makes_a_report_that_stands_alone(
    tiny: Path, letter: Path, cases: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(answers, "SAMPLES", letter)
    monkeypatch.setattr(answers, "CASES", cases)
    monkeypatch.setattr(speed, "INGESTED", 2)
    monkeypatch.setattr(engine, "TEXTS", 4)
    monkeypatch.setattr(engine, "WAYS", ("codes",))
    monkeypatch.setattr(matmul, "ROUNDS", 1)
    for folder in (tiny / "bench" / "tiny_set", tiny / "bench" / "obliqa_left_out"):
        folder.mkdir(parents=True)
        for name in ("corpus.jsonl", "queries.jsonl", "qrels.jsonl"):
            shutil.copy(tiny / name, folder)
    shutil.copy(tiny / "queries.jsonl", tiny / "bench" / "tiny_set" / "queries_nodiacritics.jsonl")
    monkeypatch.setenv(lot.SHARED, str(tiny))
    file = tiny / "out" / "index.html"
    assert main(["--quick", "--json", "--report", str(file)]) == 0
    shown = capsys.readouterr()
    assert str(file) in shown.err
    found = json.loads(shown.out)
    assert [r["set"] for r in found["retrieval"]] == ["tiny_set", "tiny_set/nodiacritics"]
    assert [r["set"] for r in found["abstention"]] == ["tiny_set"]
    assert found["answers"]["all"]["cases"] == 2
    _measured_both_ways_of_asking(found["speed"])
    page = file.read_text(encoding="utf-8")
    assert page.count("data:image/png;base64,") == 5
    assert re.findall(r'(?:src|href)="(?!data:)', page) == []
    assert "tiny_set/nodiacritics" in page and "Speed and memory" in page


def _measured_both_ways_of_asking(speed: dict[str, Any]) -> None:
    first, server = speed["first"], speed["server"]
    assert first["passages"] > 0 and first["seconds"] > first["ingest_seconds"]
    assert speed["ingestion"]["files"] == 2 and speed["over_bare"] > 0 and speed["times_faster"] > 0
    assert speed["embedding"]["texts"] == 4 and speed["embedding"]["ways"][0]["passages_per_second"] > 0
    assert server is not None, speed["server_failed"]
    assert len(speed["ask"]["milliseconds"]) == len(server["ask"]["milliseconds"]) == 2
    assert server["first_answer_seconds"] >= server["ready_seconds"]


def test_where_there_is_no_set_there_is_still_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(lot.SHARED, str(tmp_path / "nowhere"))
    assert lot.sets_found() == []
    assert report._retrieval({}) == report._abstention({}) == ["<p>No set was there to measure on.</p>"]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["retrieval", "--corpus", "{}/none.jsonl", "--queries", "{}/queries.jsonl", "--qrels", "{}/qrels.jsonl"], "none.jsonl"),
        (["retrieval", "--corpus", "{}/corpus.jsonl", "--queries", "{}/queries.jsonl", "--qrels", "{}/other.jsonl"], "names no question"),
        (["abstention", "--corpus", "{}/corpus.jsonl", "--queries", "{}/plain.jsonl"], "answerable"),
        (["answers", "--documents", "{}/none", "--cases", "{}/cases.jsonl"], "none"),
        (["answers", "--documents", "{}/empty", "--cases", "{}/cases.jsonl"], "empty"),
        (["speed", "--cases", "{}/none.jsonl"], "none.jsonl"),
    ],
)  # fmt: skip
def test_a_wrong_call_gets_one_line_and_exit_code_2(
    tiny: Path, cases: Path, call: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tiny / "empty").mkdir()
    _write(tiny / "plain.jsonl", [{"id": "q1", "text": "How long?"}])
    _write(tiny / "other.jsonl", [{"query": "unknown", "id": "leave|1"}])
    assert cases.is_file()
    assert main([part.format(tiny) for part in call]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.startswith("evals: ") and shown.err.count("\n") == 1
    assert said in shown.err


def test_a_call_without_what_it_needs_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["retrieval"])
    assert stopped.value.code == 2 and "--corpus" in capsys.readouterr().err
