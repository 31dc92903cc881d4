"""The figures themselves: metrics on examples worked by hand, the judging of answers, the cases that we ship."""

import json
import math
import threading
import unicodedata
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from assistant.answer import Answer, Citation, Outcome, Searched, Statement
from corpus.document import Identity, Source
from corpus.errors import NotFoundError, RequestError
from corpus.rows import Entry
from evals.abstention import Judged, auroc, score
from evals.answers import CaseResult, supported, tally, verbatim
from evals.bench import indexed, read_lines
from evals.intervals import percentile
from evals.judge import Case, Verdict, judge, read_cases, verdict
from evals.plots import confidences, verdicts
from evals.retrieval import scores
from evals.served import Served, ServerFailed
from evals.show import cell
from tests.conftest import OpenCorpus


def test_retrieval_scores_are_those_worked_by_hand() -> None:
    found = ["x", "a", "y", "b"]
    recall, precision, ndcg, hit = scores(found, {"a", "b", "c"})
    assert recall == pytest.approx(2 / 3)
    assert precision == pytest.approx((1 / 2 + 2 / 4) / 3)
    gain, ideal = 1 / math.log2(3) + 1 / math.log2(5), 1 + 1 / math.log2(3) + 1 / math.log2(4)
    assert ndcg == pytest.approx(gain / ideal)
    assert hit == 0.0


def test_retrieval_scores_at_the_edges() -> None:
    assert scores(["a"], {"a"}) == (1.0, 1.0, 1.0, 1.0)
    assert scores([], {"a"}) == (0.0, 0.0, 0.0, 0.0)
    assert scores([*"123456789", "0", "a"], {"a"}) == (0.0, 0.0, 0.0, 0.0)  # the eleventh is too late
    many = {str(i) for i in range(20)}
    recall, _, ndcg, _ = scores([str(i) for i in range(10)], many)
    assert recall == 0.5 and ndcg == pytest.approx(1.0)


def test_auroc_counts_ties_as_half() -> None:
    assert auroc([0.9, 0.8], [0.1, 0.2]) == 1.0
    assert auroc([0.1], [0.9]) == 0.0
    assert auroc([0.5, 0.5], [0.5]) == 0.5
    # pairs: 0.8 wins both, 0.4 ties with one and loses to the other
    assert auroc([0.8, 0.4], [0.4, 0.6]) == pytest.approx((2 + 0.5) / 4)
    assert auroc([], [0.5]) is None and auroc([0.5], []) is None


def test_abstention_at_the_threshold_is_that_worked_by_hand() -> None:
    asked = [(True, True, 0.9), (True, True, 0.7), (True, False, 0.3), (False, True, 0.6), (False, False, 0.2)]
    result = score([Judged(*row) for row in asked], 0.5)
    assert (result.answerable, result.unanswerable, result.threshold) == (3, 2, 0.5)
    assert result.answered_share == pytest.approx(3 / 5)
    assert result.unanswerable_answered == pytest.approx(1 / 2)
    assert result.answerable_refused == pytest.approx(1 / 3)
    assert result.refusal_precision == pytest.approx(1 / 2)
    assert result.refusal_recall == pytest.approx(1 / 2)
    assert result.auroc == pytest.approx(5 / 6)


def test_nothing_refused_has_no_precision_of_refusals() -> None:
    result = score([Judged(True, True, 0.9), Judged(False, True, 0.8)], 0.1)
    assert result.refusal_precision is None and result.refusal_recall == 0.0


def test_percentiles_are_values_that_were_measured() -> None:
    times = [float(n) for n in range(1, 21)]
    assert (percentile(times, 0.5), percentile(times, 0.95), percentile(times, 1.0)) == (10.0, 19.0, 20.0)
    assert percentile([7.0], 0.95) == 7.0


# --- judging ---------------------------------------------------------------------------------------------------------

_CASE = Case(
    id="c", question="Bao nhiêu năm?", language="vi", kind="number", outcome="answered",
    must=("36 tháng|03 năm", "công tác"), must_not=("60 tháng",), documents=("25-2022",),
)  # fmt: skip
_ABSENT = Case(id="n", question="Ai?", language="vi", kind="absent", outcome="not_found")


def _answer(
    text: str, file: str = "25-2022.docx", outcome: Outcome = "answered", marks: tuple[int, ...] = (1,)
) -> Answer:
    source = Source(f"/d/{file}", file, "0" * 64, 1, "text/plain")
    entry = Entry(1, "d", Identity("T", "vi"), source, "default", 1, 1, datetime(2026, 1, 1, tzinfo=UTC))
    statements = (Statement(text, marks, "verbatim"),) if text else ()
    citations = (Citation(1, entry, "", None, text, 0, len(text), "d/t0"),) if text else ()
    searched = Searched(1, 1, ())
    return Answer("a", "q", "vi", outcome, statements, citations, date(2026, 1, 1), searched, 0.5)


_GOOD = "Có ít nhất 03 năm công tác"


@pytest.mark.parametrize(
    ("case", "answer", "verdict", "reason"),
    [
        (_CASE, _answer(_GOOD), "right", ""),
        (_CASE, _answer(unicodedata.normalize("NFD", "03  NĂM\nCông tác")), "right", ""),
        (_CASE, _answer("Có ít nhất 05 năm công tác"), "wrong", "36 tháng|03 năm"),
        (_CASE, _answer("03 năm công tác, 60 tháng"), "wrong", "says “60 tháng”"),
        (_CASE, _answer(_GOOD, "25-2022.en.docx"), "wrong", "cites 25-2022.en"),
        (_CASE, _answer(_GOOD, outcome="conflicting"), "wrong", "comes as conflicting"),
        (_CASE, _answer("", outcome="not_found"), "refused_wrongly", "say it"),
        (_ABSENT, _answer("", outcome="not_found"), "refused_rightly", ""),
        (_ABSENT, _answer(_GOOD), "answered_wrongly", "do not say it"),
    ],
)
def test_an_answer_is_judged(case: Case, answer: Answer, verdict: Verdict, reason: str) -> None:
    found = judge(case, answer)
    assert found.verdict == verdict
    assert reason in " ".join(found.reasons)
    assert bool(found.reasons) == bool(reason)


@pytest.mark.parametrize(
    ("text", "opens"),
    [("Không. 03 năm công tác", "no"), ("Có, 03 năm công tác", "yes"), ("Không quá 03 năm công tác", None)],
)
def test_a_plain_verdict_must_be_the_right_one(text: str, opens: str | None) -> None:
    answer = _answer(text)
    assert verdict(answer) == opens
    for expected in ("yes", "no"):
        asked = _CASE.model_copy(update={"verdict": expected})
        assert judge(asked, answer).verdict == ("right" if opens in (expected, None) else "wrong")


def test_a_citation_mark_does_not_pass_for_a_figure() -> None:
    asked = _CASE.model_copy(update={"must": ("1",), "must_not": ()})
    answer = _answer("Một người")
    assert "[1]" in answer.text
    assert judge(asked, answer).verdict == "wrong"


def test_a_statement_is_supported_only_by_a_citation_that_is_there() -> None:
    for marks, expected in (((1,), True), ((2,), False), ((), False)):
        answer = _answer(_GOOD, marks=marks)
        assert supported(answer.statements[0], answer) is expected
    assert not supported(Statement(_GOOD, (1,), "unsupported"), _answer(_GOOD))


def test_a_quote_is_compared_with_the_text_at_its_place(few_data: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(few_data)
    entry = corpus.library.entries()[0]
    text = corpus.library.text(entry.revision)
    assert verbatim(corpus, Citation(1, entry, "", None, text[10:40], 10, 40, "p"))
    assert not verbatim(corpus, Citation(1, entry, "", None, text[10:40], 11, 41, "p"))
    assert not verbatim(corpus, Citation(1, entry, "", None, "", 10, 10, "p"))


def _result(verdict: Verdict, citations: int = 1, verbatim: int = 1) -> CaseResult:
    return CaseResult(_CASE, verdict, (), "answered", 0.5, "", (), 1, 0, citations, verbatim, 1.0)


def test_a_tally_counts_each_verdict_once() -> None:
    found = tally([_result("right"), _result("right", 2, 1), _result("refused_rightly", 0, 0), _result("wrong")])
    assert (found.cases, found.right, found.refused_rightly, found.wrong) == (4, 2, 1, 1)
    assert found.good == 0.75 and found.citations == 4 and found.verbatim == 0.75
    assert tally([]).good == 0.0


# --- case files ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 1"),
        ('{"id": "a", "question": "q", "language": "fr", "kind": "fact", "outcome": "answered"}', "case a: language"),
        ('{"id": "a", "question": "q", "language": "vi", "kind": "fact", "outcome": "answered", "mst": []}', "mst"),
        ("", "holds no case"),
    ],
)
def test_a_case_file_that_is_not_well_formed_is_refused(tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(RequestError, match=said):
        read_cases(file)


def test_a_case_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "question": "q", "language": "vi", "kind": "absent", "outcome": "not_found"})
    (tmp_path / "1.jsonl").write_text(line, encoding="utf-8")
    (tmp_path / "2.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(RequestError, match="twice"):
        read_cases(tmp_path)


# --- sets ------------------------------------------------------------------------------------------------------------


def test_lines_are_read_whatever_separators_their_texts_hold(tmp_path: Path) -> None:
    file = tmp_path / "c.jsonl"
    file.write_text('{"id": "1", "text": "một\u2028hai"}\n\n{"id": "2", "text": "ba"}\n', encoding="utf-8")
    assert [r["id"] for r in read_lines(file, ("id", "text"))] == ["1", "2"]
    with pytest.raises(RequestError, match="line 1: no doc"):
        read_lines(file, ("doc",))
    with pytest.raises(NotFoundError):
        read_lines(tmp_path / "none.jsonl")
    file.write_bytes(b'{"id": "\xff"}')
    with pytest.raises(RequestError, match="UTF-8"):
        read_lines(file)


def test_an_index_that_is_kept_follows_its_corpus_file(tmp_path: Path) -> None:
    file, index = tmp_path / "c.jsonl", tmp_path / "index"

    def embedded(*rows: tuple[str, str, str]) -> tuple[int, set[str]]:
        lines = (json.dumps({"id": i, "doc": d, "title": d, "text": t}) for i, d, t in rows)
        file.write_text("\n".join(lines), encoding="utf-8")
        with indexed(file, index) as bench:
            return bench.embedded, set(bench.owners.values())

    a, b = ("a|1", "a", "Leave is twelve days a year."), ("b|1", "b", "Training takes forty hours a year.")
    assert embedded(a, b) == (2, {"a|1", "b|1"})
    assert embedded(a, b) == (0, {"a|1", "b|1"})
    assert embedded(a, ("b|1", "b", "Training takes fifty hours a year.")) == (1, {"a|1", "b|1"})
    assert embedded(a, ("b|2", "b", "Training takes fifty hours a year.")) == (1, {"a|1", "b|2"})
    assert embedded(a) == (0, {"a|1"})


def test_a_folder_of_somebodys_documents_is_not_used_as_an_index(tmp_path: Path, few_copy: Path) -> None:
    file = tmp_path / "c.jsonl"
    file.write_text('{"id": "1", "doc": "a", "text": "Leave is twelve days a year."}', encoding="utf-8")
    with pytest.raises(RequestError, match="not an index of a set"), indexed(file, few_copy):
        pass


# --- a server --------------------------------------------------------------------------------------------------------


class _Forgetful(BaseHTTPRequestHandler):
    """Answers, and then closes a connection that it said it would keep."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_a_connection_that_was_closed_while_idle_is_opened_again() -> None:
    with HTTPServer(("127.0.0.1", 0), _Forgetful) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        served = Served(0, server.server_port)
        assert served.healthy() and served.healthy()
        served.close()
        server.shutdown()
        thread.join()
    with pytest.raises(ServerFailed, match="/healthz"):
        served.healthy()


# --- showing ---------------------------------------------------------------------------------------------------------


def test_cells_are_printed_with_as_many_places_as_they_bear() -> None:
    assert [cell(v) for v in (None, 0.12345, 1234.56, 12345, "a")] == ["–", "0.123", "1,234.6", "12,345", "a"]


def test_plots_are_pictures() -> None:
    for drawn in (verdicts({"fact": tally([_result("right")])}), confidences([0.9], [0.1], 0.5)):
        assert drawn.startswith(b"\x89PNG\r\n") and len(drawn) > 5000
