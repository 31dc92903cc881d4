"""How answers as of a day are judged, and the command over one family from end to end."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assistant.answer import Answer, Citation, Searched, Statement
from corpus.document import Identity, Source
from corpus.rows import Entry
from evals.__main__ import main
from evals.families import Dated, Proof
from evals.validity import judged, yes_or_no
from evals.validity_scale import measure

_TEXT = "Không: 3/2016/QĐ-UBND hết hiệu lực từ 01/4/2018 theo 8/2018/QĐ-UBND."
_QUOTE = "Quyết định này thay thế Quyết định số 3/2016/QĐ-UBND và có hiệu lực từ ngày 01 tháng 4 năm 2018."
_CASE = Dated(
    id="a", question="q", language="vi", kind="in_force", outcome="answered", as_of=date(2020, 1, 1), verdict="no",
    must=("hết hiệu lực",), days=("2018-04-01|2018-03-31",), documents=("8-2018-qd-ubnd", "3-2016-qd-ubnd"),
    proof=(Proof(document="8-2018-qd-ubnd", words="thay thế Quyết định số 3/2016/QĐ-UBND|bãi bỏ"),),
)  # fmt: skip


def answer(text: str = _TEXT, quote: str = _QUOTE, file: str = "8-2018-qd-ubnd.txt") -> Answer:
    """An answer that says a text and cites one quote."""
    source = Source(file, file, "0", 1, "text/plain")
    entry = Entry(1, "d", Identity("T", "vi"), source, "default", 1, 1, datetime(2026, 1, 1, tzinfo=UTC))
    cited = (Citation(1, entry, "", None, quote, 0, len(quote), "d/t0"),)
    searched = Searched(1, 1, ())
    stated = (Statement(text, (1,), "checked"),)
    return Answer("a", "q", "vi", "answered", stated, cited, date(2020, 1, 1), searched, 0.5)


def test_a_right_answer_is_good_where_it_is_proved() -> None:
    asked = judged("f", _CASE, answer())
    assert asked.verdict == "right" and asked.proved and asked.cited and asked.good


@pytest.mark.parametrize(
    ("given", "reason", "proved"),
    [
        (answer(_TEXT.replace("Không", "Có")), "says yes, not no", True),
        (answer(_TEXT.replace("01/4/2018", "01/5/2018")), "lacks the day 2018-04-01|2018-03-31", True),
        (answer("Không. Đã bị thay thế từ 01/4/2018."), "lacks “hết hiệu lực”", True),
        (replace(answer(), outcome="out_of_force"), "comes as out_of_force", True),
        (answer(quote="Điều 1. Phạm vi"), "", False),
        (answer(file="3-2016-qd-ubnd.txt"), "", False),
    ],
)
def test_an_answer_that_is_wrong_or_not_proved_is_not_good(given: Answer, reason: str, proved: bool) -> None:
    asked = judged("f", _CASE, given)
    assert reason in "; ".join(asked.reasons) and bool(asked.reasons) == bool(reason)
    assert asked.proved == proved and not asked.good


def test_what_is_said_first_counts_and_marks_do_not() -> None:
    led = replace(answer("Xem trích dẫn."), lead=_TEXT)
    assert judged("f", _CASE, led).verdict == "right"
    numbered = _CASE.model_copy(update={"must": ("1]",)})
    assert judged("f", numbered, answer()).verdict == "wrong"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có, văn bản còn hiệu lực.", "yes"),
        ("Còn hiệu lực một phần: Điều 5 đã hết hiệu lực.", "yes"),
        ("Không còn hiệu lực từ ngày 01/01/2020.", "no"),
        ("8/2018/QĐ-UBND chưa có hiệu lực vào ngày đó.", "no"),
        ("Yes, in part: Article 5 was no longer in force.", "yes"),
        ("Decree 905 is in force.", "yes"),
        ("Decree 905 ceased to be effective.", "no"),
        ("Mức phí là 20.000 đồng.\nKhông thu thêm.", None),
    ],
)
def test_the_first_line_says_yes_or_no(text: str, expected: str | None) -> None:
    assert yes_or_no(text) == expected


def test_the_command_asks_a_family_on_its_days(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validity", "--only", "fees-chain", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["questions"] == len(told["asked"]) == 18 and set(told["families"]) == {"fees-chain"}
    assert told["bad_input"] == [] and told["wordings"] == []
    assert [a["id"] for a in told["asked"] if a["judged"] not in ("right", "refused_rightly")] == []
    assert all(a["came_as"] == a["outcome"] for a in told["asked"])


@pytest.mark.parametrize("options", [["--families", "nowhere"], ["--only", "fees-chain", "nowhere"]])
def test_a_folder_or_family_that_is_not_there_is_told(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validity", *options]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_an_archive_is_made_and_its_families_hang_together() -> None:
    told = [what for what, _, _ in measure(100)]
    assert told[0].startswith("100 documents, ") and "14 documents with the laws" in told[1]
    assert len(told) == 5
