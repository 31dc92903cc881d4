"""The command line as a person meets it: a process of its own, its output and its exit code."""

import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfWriter

from api import cli, cli_shown
from assistant.answer import Answer, Citation, Searched
from corpus.document import Identity, Page, Source
from corpus.errors import ConflictError, FileError, NotFoundError, RequestError, SettingsError
from corpus.rows import Entry
from ingest.job import Progress

ROOT = Path(__file__).parent.parent


def environment(**more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("VANBAN_")}
    return {**kept, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **more}


def vanban(cwd: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "api.cli", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment(**more), capture_output=True, text=True, timeout=180)


def one_line(result: subprocess.CompletedProcess[str]) -> str:
    """What went wrong, in one line and without a trace."""
    assert len(result.stderr.strip().splitlines()) == 1, result.stderr
    return result.stderr.strip()


def test_the_trip_from_files_to_a_cited_answer(tmp_path: Path, samples: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "letter.txt").write_bytes((samples / "642-snv-ccvc-2023.txt").read_bytes())
    (tmp_path / "in" / "empty.pdf").touch()
    first = vanban(tmp_path, "ingest", "in")
    assert first.returncode == 0, first.stderr
    assert "set aside: empty.pdf: empty.pdf is empty" in first.stdout
    assert re.search(r"1 added, 0 updated, 0 unchanged, 1 set aside; \d+ passages", first.stdout)
    again = vanban(tmp_path, "--language", "vi", "ingest", "in")
    assert again.returncode == 0 and "0 thêm mới, 0 cập nhật, 1 không đổi, 1 để riêng" in again.stdout
    assert (tmp_path / "data" / "catalogue.db").is_file()
    assert re.findall(r"report: \S+/data/reports/\S+\.(json|html)", first.stdout) == ["json", "html"]
    listed = vanban(tmp_path, "documents")
    assert listed.returncode == 0 and "642/SNV-CCVC" in listed.stdout and "2023-09-18" in listed.stdout


def test_a_run_follows_its_folder_and_reports_where_it_is_told_to(tmp_path: Path, samples: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("642-snv-ccvc-2023.txt", "31-kh-tctr-2026.txt"):
        (tmp_path / "in" / name).write_bytes((samples / name).read_bytes())
    first = vanban(tmp_path, "ingest", "in", "--report", "run.html", "--workers", "1")
    assert first.returncode == 0 and "2 added" in first.stdout and "report: run.html" in first.stdout
    assert "642/SNV-CCVC" in (tmp_path / "run.html").read_text(encoding="utf-8")
    assert not (tmp_path / "data" / "reports").exists()
    (tmp_path / "in" / "642-snv-ccvc-2023.txt").unlink()
    second = vanban(tmp_path, "ingest", "in", "--report", "run.json")
    assert second.returncode == 0 and "0 moved, 1 removed" in second.stdout
    report = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert {f["outcome"] for f in report["files"]} == {"removed", "unchanged"} and report["language"] == "en"
    (tmp_path / "in" / "31-kh-tctr-2026.txt").unlink()
    emptied = vanban(tmp_path, "ingest", "in")
    assert emptied.returncode == 0 and "its documents were kept" in emptied.stdout and "--prune" in emptied.stdout
    pruned = vanban(tmp_path, "ingest", "in", "--prune")
    assert pruned.returncode == 0 and "1 removed" in pruned.stdout
    assert "Nothing is indexed yet" in vanban(tmp_path, "documents").stdout


def test_a_locked_file_is_read_with_its_password(tmp_path: Path, samples: Path) -> None:
    writer = PdfWriter(clone_from=samples / "05-nq-tu-2021.en.pdf")
    writer.encrypt("mở ra", algorithm="AES-256")
    writer.write(tmp_path / "locked.pdf")
    assert "set aside: locked.pdf" in vanban(tmp_path, "ingest", "locked.pdf").stdout
    opened = vanban(tmp_path, "ingest", "locked.pdf", "--password", "wrong", "--password", "mở ra")
    assert opened.returncode == 0 and "1 added" in opened.stdout
    assert re.search(r"05-nq-tu-2021-en .* text *$", vanban(tmp_path, "documents").stdout, re.MULTILINE)


def test_a_watched_folder_is_kept_in_step_until_ctrl_c(tmp_path: Path, samples: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes((samples / "642-snv-ccvc-2023.txt").read_bytes())
    command = [sys.executable, "-m", "api.cli", "ingest", "in", "--watch"]
    watching = subprocess.Popen(
        command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert watching.stdout is not None and watching.stderr is not None
    assert "1 added" in watching.stdout.readline()
    assert watching.stderr.readline().startswith("Watching in for changes")
    (tmp_path / "in" / "b.txt").write_bytes((samples / "31-kh-tctr-2026.txt").read_bytes())
    lines = iter(watching.stdout.readline, "")
    assert next(line for line in lines if "added" in line).startswith("1 added, 0 updated, 1 unchanged")
    watching.send_signal(signal.SIGINT)
    _, errors = watching.communicate(timeout=30)
    assert watching.returncode == 0 and errors.strip().startswith("Stopped.")


def test_a_badly_recognised_page_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    entry = Entry(
        1,
        "7-qd",
        Identity("Con dấu", "vi", "7/QĐ"),
        Source("k", "k.png", "0", 1, "image/png"),
        "c",
        1,
        1,
        datetime.now(UTC),
    )
    pages = [Page(1, 0, 9, "ocr", 0.93), Page(2, 9, 20, "ocr", 0.712)]
    cli_shown.documents([(entry, pages)], "en")
    assert "scan, 71 % sure ⚠ check page 2" in capsys.readouterr().out
    citation = Citation(1, entry, "Điều 1", 2, "Con dấu", 9, 16, "7-qd/d1", 0.712)
    given = Answer(
        "a",
        "?",
        "vi",
        "answered",
        (),
        (citation, replace(citation, mark=2, page_confidence=0.93)),
        date(2026, 1, 1),
        Searched(1, 1, ()),
        1.0,
    )
    cli_shown.answer(given, "vi")
    shown = capsys.readouterr().out
    assert shown.count("⚠ đọc từ bản quét, chắc 71 %: cần đối chiếu trang") == 1
    cli_shown.answer(given, "en")
    assert "read from a scan, 71 % sure: check the page" in capsys.readouterr().out


def test_progress_names_file_step_and_page() -> None:
    assert (
        cli_shown._doing(Progress(3, 9, "scan.pdf", "recognising", 2, 5), "en") == "scan.pdf: recognising, page 2 of 5"
    )
    assert cli_shown._doing(Progress(3, 9, "a.docx", "embedding"), "vi") == "a.docx: đang lập chỉ mục"


def test_ask_shows_marks_then_sources(few_data: Path, tmp_path: Path) -> None:
    result = vanban(tmp_path, "ask", "Điều 4 của Quyết định 18/2024/QĐ-UBND", "--data", str(few_data))
    assert result.returncode == 0, result.stderr
    answer, sources = result.stdout.split("\n\n", 1)
    assert "Sở Khoa học và Công nghệ" in answer and "[1]" in answer
    assert sources.startswith("[1] 18/2024/QĐ-UBND · Điều 4") and "“" in sources


def test_ask_json_is_the_apis_body(few_data: Path, tmp_path: Path) -> None:
    result = vanban(tmp_path, "--data", str(few_data), "ask", "--json", "What is the price of gold?")
    body = json.loads(result.stdout)
    assert result.returncode == 0 and body["outcome"] == "not_found" and body["searched"]["documents"] == 7


def test_bytes_that_are_no_characters_are_survived(few_data: Path, tmp_path: Path) -> None:
    command: list[str | bytes] = [sys.executable, "-m", "api.cli", "ask", b"gold \xff price", "--data", str(few_data)]
    result = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, text=True, timeout=180)
    assert result.returncode == 0 and "The documents do not say" in result.stdout


def test_search_shows_scores_and_addresses(few_data: Path, tmp_path: Path) -> None:
    result = vanban(tmp_path, "search", "luân chuyển cán bộ", "-n", "2", "--data", str(few_data))
    assert result.returncode == 0
    assert len(re.findall(r"^\d\.\d{3}  .*/documents/\S+#c\d+-\d+$", result.stdout, re.MULTILINE)) == 2
    found = json.loads(vanban(tmp_path, "search", "luân chuyển", "--json", "--data", str(few_data)).stdout)
    assert found["query"] == "luân chuyển" and found["results"]


def test_the_doctor_finds_and_repairs(few_copy: Path, tmp_path: Path) -> None:
    assert vanban(tmp_path, "doctor", "--data", str(few_copy)).stdout.startswith("Clean: 7 documents")
    for file in (few_copy / "keywords").iterdir():
        file.unlink()  # made anew from the catalogue by whoever opens it
    assert vanban(tmp_path, "doctor", "--data", str(few_copy)).stdout.startswith("Clean: 7 documents")
    shutil.rmtree(few_copy / "vectors")  # to be embedded again: not without being asked
    found = vanban(tmp_path, "doctor", "--data", str(few_copy))
    assert found.returncode == 1 and "vectors" in found.stdout and "--repair" in one_line(found)
    repaired = vanban(tmp_path, "doctor", "--repair", "--data", str(few_copy))
    assert repaired.returncode == 0 and "Clean: 7 documents" in repaired.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["ingest", "/no/such/folder"], 2, "There is no file or folder /no/such/folder"),
        (["ingest", "hollow"], 2, "There are no files to index under hollow"),
        (["ingest", "a-file", "--report", "r.txt"], 2, "can be written as .html or .json"),
        (["ask", ""], 2, "The question is empty"),
        (["search", "?"], 2, "The question is empty"),
        (["checklist", "?"], 2, "The topic is empty"),
        (["--language", "vi", "checklist", " "], 2, "Chủ đề đang trống"),
        (["checklist", "x", "--document", "9/2020/NĐ-CP"], 1, "9/2020/NĐ-CP"),
        (["checklist", "x", "--out", "x.pdf"], 2, "docx"),
        (["ask", "", "--language", "vi"], 2, "Câu hỏi đang trống"),
        (["documents", "--data", "a-file"], 2, "a-file cannot be used as a data folder"),
        (["serve", "--host", "300.1.1.1"], 2, "Cannot listen on 300.1.1.1:8000"),
    ],
)
def test_what_is_wrong_is_one_line(tmp_path: Path, arguments: list[str], code: int, says: str) -> None:
    (tmp_path / "a-file").touch()
    (tmp_path / "hollow").mkdir()
    result = vanban(tmp_path, *arguments)
    assert result.returncode == code and says in one_line(result)


@pytest.mark.parametrize(
    "arguments",
    [["ask"], ["ask", "x", "--nope"], ["checklist", "x", "--kind", "list"], ["nope"], ["serve", "--port", "70000"]],
)
def test_bad_usage_is_2_and_no_trace(tmp_path: Path, arguments: list[str]) -> None:
    result = vanban(tmp_path, *arguments)
    assert result.returncode == 2 and "Usage:" in result.stderr and "Traceback" not in result.stderr


def test_a_language_that_is_not_ours_is_bad_usage(tmp_path: Path) -> None:
    result = vanban(tmp_path, "documents", "--language", "fr")
    assert result.returncode == 2 and "vi, en" in result.stderr


def test_an_unknown_setting_is_refused_in_its_language(tmp_path: Path) -> None:
    (tmp_path / "vanban.toml").write_text('langage = "vi"\n')
    result = vanban(tmp_path, "documents", VANBAN_LANGUAGE="vi")
    assert result.returncode == 2 and "Thiết lập không hợp lệ" in one_line(result) and "langage" in result.stderr


def test_when_nothing_can_be_indexed_it_has_failed(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text("{}")
    result = vanban(tmp_path, "ingest", "data.json")
    assert result.returncode == 1 and "set aside: data.json" in result.stdout


def test_a_file_over_the_limit_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_text("chữ " * 300_000)
    result = vanban(tmp_path, "ingest", "large.txt", VANBAN_MAX_FILE_MB="1")
    assert result.returncode == 1 and "over the limit of 1 MB" in result.stdout


def test_a_data_folder_of_a_newer_version_is_left_alone(few_copy: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(few_copy / "catalogue.db")
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    for arguments in (["documents"], ["serve", "--port", "0"]):
        result = vanban(tmp_path, *arguments, "--data", str(few_copy))
        assert result.returncode == 2 and "newer version" in one_line(result)


def test_a_port_in_use_is_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = vanban(tmp_path, "serve", "--port", str(port))
        assert result.returncode == 1 and f"--port {port + 1 if port < 65535 else 8000}" in one_line(result)
        assert f"Cổng {port}" in one_line(vanban(tmp_path, "serve", "--port", str(port), "--language", "vi"))
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_serve_prints_its_address_and_ends_cleanly(few_data: Path, tmp_path: Path, sent: signal.Signals) -> None:
    command = [sys.executable, "-m", "api.cli", "serve", "--port", "0", "--data", str(few_data)]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        server.send_signal(sent)
        _, errors = server.communicate(timeout=60)
    assert re.match(r"Vanban is ready: open http://127\.0\.0\.1:\d+/ ", line)
    assert server.returncode in (0, -signal.SIGTERM) and errors == ""


def test_help_names_every_command(tmp_path: Path) -> None:
    result = vanban(tmp_path, "--help")
    assert result.returncode == 0
    for name in ("ingest", "documents", "search", "ask", "checklist", "serve", "doctor", "duties", "figures"):
        assert re.search(rf"^│ {name} ", result.stdout, re.MULTILINE)


def test_starting_the_command_opens_no_heavy_room() -> None:
    script = (
        "import sys, api.cli; print([m for m in ('torch', 'chromadb', 'fastapi', 'llama_index') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment(), capture_output=True, text=True)
    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("language", "command", "says"),
    [
        ("vi", ["ask", "Ai bổ nhiệm?", "--as-of", "2026-02-31"], "“2026-02-31” không phải là một ngày"),
        ("en", ["duties", "--before", "31/13/2022"], "“31/13/2022” is no day. Type one as 2024-06-01 or 01/06/2024."),
        ("vi", ["text", "25/2022/QĐ-UBND", "--as-of", "mai"], "Hãy ghi như 2024-06-01 hoặc 01/06/2024."),
    ],
)
def test_a_day_that_is_none_is_said_in_the_language_spoken(
    tmp_path: Path, language: str, command: list[str], says: str
) -> None:
    result = vanban(tmp_path, "--language", language, *command)
    assert result.returncode == 2
    assert says in one_line(result)


def test_the_exit_code_says_who_must_act() -> None:
    assert cli.exit_code(RequestError("question-empty")) == 2
    assert cli.exit_code(SettingsError("settings-invalid", source="x", detail="y")) == 2
    assert cli.exit_code(NotFoundError("path-missing", path="x")) == 2
    assert cli.exit_code(NotFoundError("document-unknown", id="x")) == 1
    assert cli.exit_code(ConflictError("writer-busy", data="x")) == 1
    assert cli.exit_code(FileError("file-empty", name="x")) == 1
