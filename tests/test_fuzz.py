"""What must hold of any input (evals/fuzz_checks.py), on some hundred odd ones: by chance, by hypothesis, and pumped up.

The long run, guided by coverage, is `python -m evals.fuzz`.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.fuzz import Chance
from evals.fuzz_checks import TOKENS, check_encoding, check_letters, check_lines, check_text
from evals.fuzz_inputs import one_input
from ingest.lines import Line, row

PIECES = st.one_of(st.sampled_from(TOKENS), st.text(max_size=12))
TEXTS = st.lists(PIECES, min_size=1, max_size=4).map("".join)
ROWS = st.tuples(st.lists(TEXTS, min_size=1, max_size=3), st.booleans()).map(lambda t: row(t[0], header=t[1]))
LINES = st.lists(
    st.one_of(TEXTS.map(Line), TEXTS.map(Line), TEXTS.map(lambda t: Line(t, "heading", 2)), ROWS), max_size=30
)


@settings(max_examples=60, deadline=None)
@given(LINES, st.booleans())
def test_offsets_are_true_and_nothing_is_lost(lines: list[Line], wrapped: bool) -> None:
    check_lines(lines, wrapped=wrapped)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_numbers_and_dates_stand_where_they_are_said_to(text: str) -> None:
    check_text(text)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_none(content: bytes) -> None:
    check_encoding(content)


@pytest.mark.parametrize("kind", ["lines", "text", "bytes"])
def test_inputs_by_chance(kind: str) -> None:
    for seed in range(25):
        one_input(Chance(seed), kind)


@pytest.mark.parametrize(
    "line",
    [
        "1. " * 5000, "a) " * 5000, "- " * 7000, "Điều 1. " * 2500, "1.1." * 5000, "I" * 20_000, "." * 20_000 + "1", ". " * 10_000 + "x",
        "(" * 20_000, "“" * 10_000 + "”" * 10_000, "khoản " * 3000 + ":", "sửa đổi khoản 1 như sau: " * 500 + ":", "Phụ lục " * 2500,
        "A. " * 6000, "x" * 20_000 + "-", "\u00ad" * 20_000, "\u0301" * 20_000, "µ" * 20_000, "12/" * 6000, "45-KH/" * 3000, "… " * 9000,
        "CÔNG BÁO Số " * 1500, "www." * 5000, "Tel: " + "+84 " * 5000, "Người ký " * 2000, "ngày 1 tháng " * 1500, " " * 20_000 + "x",
        "| " * 10_000, "Mẫu số 1" + "/a" * 9000, "Chương I" + " " * 15_000 + "x", "Điều 1" + " " * 15_000, "PHẦN " * 4000,
    ],
    ids=lambda line: line[:12],
)  # fmt: skip
def test_long_runs_come_through(line: str) -> None:
    # a pattern that backtracks would not: each of these is far above what one gets through
    check_text(line)
    check_letters(line)
    check_lines([Line(line)], wrapped=False)
    check_lines([Line(line), Line("Điều 2. Hết"), Line(line)], wrapped=True)


def test_many_units_come_through() -> None:
    lines = [Line(f"{'Điều' if n % 3 else 'Chương'} {n}. Tên việc") for n in range(1, 3000)]
    check_lines(lines, wrapped=False)
    check_lines([Line("1. A"), Line("3. B"), Line("“Điều 8. C")] * 1500, wrapped=False)
    check_lines([row(["nhóm"]) if n % 50 == 0 else row([str(n), "việc", "hạn"]) for n in range(4000)], wrapped=False)


def test_the_command_runs_for_the_time_given(tmp_path: Path) -> None:
    root = Path(__file__).parent.parent
    environment = {**os.environ, "PYTHONPATH": str(root)}
    command = [sys.executable, "-m", "evals.fuzz", "--seconds", "1", "--only", "text"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "nothing found" in done.stdout or "DONE" in done.stderr
