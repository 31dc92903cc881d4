"""The measurement of the check: errors that are errors, true statements that are true, precision and recall of citations."""

import json
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.answer import Answer, Citation, Searched, Statement
from corpus.document import Identity, Source
from corpus.rows import Entry
from evals import citations
from evals.citations import precision, read_paraphrases, read_texts, read_untruths, recall
from evals.planted import Said, plant
from evals.show import show_json

TRUE = [
    Said("Sở Nội vụ phải gửi báo cáo trong thời hạn 15 ngày trước ngày 31/3/2024.", "vi", "a"),
    Said("Các cơ quan không được giao thêm biên chế theo Quyết định số 10/2021/QĐ-UBND.", "vi", "a"),
    Said(
        "The Department of Health must reply within 30 days, before March 4, 2024, under Decision No. 25/2022/QD-UBND.",
        "en",
        "b",
    ),
]


def test_planted_errors_differ_from_their_source_and_come_again_with_the_seed() -> None:
    made = plant(TRUE)
    assert {p.kind for p in made} >= {
        "number",
        "unit",
        "date",
        "document_number",
        "agency",
        "modal",
        "negation",
        "qualifier",
    }
    assert all(p.statement != p.source for p in made)
    assert made == plant(TRUE)
    assert {p.language for p in made} == {"vi", "en"}


def test_the_paraphrases_stand_in_the_samples_half_in_each_language(samples: Path) -> None:
    texts, rows, untrue = read_texts(samples), read_paraphrases(), read_untruths()
    assert all(p.quote in texts[p.document] for p in (*rows, *untrue))
    assert len({u.statement for u in untrue} | {p.statement for p in rows}) == len(untrue) + len(rows)
    assert min(Counter(u.language for u in untrue).values()) >= 40
    counted = Counter(p.language for p in rows)
    assert min(counted.values()) >= 40
    assert len({p.statement for p in rows}) == len(rows) >= 160


def test_a_small_run_catches_errors_and_lets_the_truth_pass(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("642-snv-ccvc-2023.txt", "77-kl-tu-2024.en.html", "40-2023-qd-ubnd.en.pdf"):
        (tmp_path / name).write_bytes((samples / name).read_bytes())
    result = citations.evaluate(tmp_path, most=20)
    caught = [not t.passed for t in result.planted]
    alarms = [not t.passed for t in result.true]
    assert len(caught) > 100 and sum(caught) / len(caught) >= 0.9
    assert len(alarms) > 100 and sum(alarms) / len(alarms) <= 0.05
    show_json(citations.as_data(result))
    assert json.loads(capsys.readouterr().out)["planted"] == len(caught)
    untrue = [not t.passed for t in result.untrue]
    assert len(untrue) > 10 and sum(untrue) / len(untrue) >= 0.7
    assert [t.title for t in citations.tables(result)] == [
        "Planted errors caught",
        "False alarms on true statements",
        "Untruths in free wording caught",
    ]


def _answer(text: str, quotes: list[str]) -> Answer:
    source = Source("a.txt", "a.txt", "0", 1, "text/plain")
    entry = Entry(1, "a", Identity("Kế hoạch", "vi"), source, "", 1, 1, datetime(2026, 1, 1, tzinfo=UTC))
    cited = tuple(Citation(i, entry, "", None, q, 0, len(q), f"a/p{i}") for i, q in enumerate(quotes, 1))
    statement = Statement(text, tuple(c.mark for c in cited), "checked")
    return Answer("1", "?", "vi", "answered", (statement,), cited, date(2026, 1, 1), Searched(1, 1, ()), 0.9)


def test_recall_asks_if_the_citations_carry_and_precision_if_each_is_needed() -> None:
    said = "Có 17 nơi đã gửi đề án vị trí việc làm."
    right, idle = "Đến nay có 17 nơi đã gửi đề án vị trí việc làm.", "Hội nghị được tổ chức tại Hội trường tầng 3."
    alone, padded, wrong = _answer(said, [right]), _answer(said, [right, idle]), _answer(said, [idle])
    assert (recall([alone]), precision([alone])) == (recall([padded]), precision([alone]))
    half, none = precision([padded]), recall([wrong])
    assert half is not None and half.mean == 0.5
    assert none is not None and none.mean == 0.0
    assert precision([]) is None and recall([]) is None
