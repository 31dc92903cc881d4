"""The follow-ups and premises that we ship, and how an answer to them is judged."""

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer, Outcome, Searched, Statement
from assistant.assistant import Assistant
from corpus.errors import RequestError
from evals.answers import SAMPLES
from evals.followups import FOLLOW_UPS, FollowUp, as_data, ask, converse, tables
from evals.judge import Case, holds, read_as
from evals.premises import PREMISES, Premise, Reception, received
from ingest.job import document_of, files_under
from tests.conftest import OpenCorpus


@pytest.fixture(scope="module")
def sample_texts() -> dict[str, str]:
    """The text that the product reads from each sample file, by the file's name without its suffix."""
    files = files_under([SAMPLES])
    return {Path(f.name).stem: document_of(f, f.path.read_bytes(), "").document.text for f in files}


def test_what_they_ask_for_stands_in_the_documents_they_name(sample_texts: dict[str, str]) -> None:
    cases: list[Case] = [*read_as(FollowUp, FOLLOW_UPS), *read_as(Premise, PREMISES)]
    for case in cases:
        if not case.answerable:
            assert not case.must and not case.documents, case.id
            continue
        texts = [sample_texts[d] for d in case.documents]
        absent = [a for g in case.must for a in g.split("|") if not any(holds(t, a) for t in texts)]
        assert case.must and not absent, (case.id, absent)


def test_there_are_enough_of_each_in_both_languages() -> None:
    conversations, premises = read_as(FollowUp, FOLLOW_UPS), read_as(Premise, PREMISES)
    assert (
        len(conversations) >= 40 and sum(not p.holds for p in premises) >= 40 and sum(p.holds for p in premises) >= 20
    )
    for language in ("vi", "en"):
        assert sum(c.language == language for c in conversations) >= 20
        assert sum(p.language == language and not p.holds for p in premises) >= 20
    assert any(len(c.history) > 1 for c in conversations)
    assert any(not c.answerable for c in conversations) and any(c.whole == c.question for c in conversations)


@pytest.mark.parametrize(("kind", "missing"), [(FollowUp, "history"), (Premise, "premise")])
def test_a_case_that_lacks_its_own_part_is_refused(tmp_path: Path, kind: type[Case], missing: str) -> None:
    row = {"id": "a", "question": "q", "language": "vi", "kind": "fact", "outcome": "answered"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(RequestError, match=f"case a: {missing}"):
        read_as(kind, tmp_path)


_FALSE = Premise(
    id="p", question="Vì hạn là 50, ai?", language="vi", kind="fact", outcome="answered", must=("45 tuổi",),
    premise="Hạn là 50", holds=False,
)  # fmt: skip


def _answer(text: str, outcome: Outcome = "answered", lead: str | None = None) -> Answer:
    statements = (Statement(text, (1,), "verbatim"),) if text else ()
    return Answer("a", "q", "vi", outcome, statements, (), date(2026, 1, 1), Searched(1, 1, ()), 0.5, lead=lead)


@pytest.mark.parametrize(
    ("true", "answer", "reception"),
    [
        (False, _answer("Không quá 45 tuổi"), "corrected"),
        (False, _answer("Giám đốc"), "accepted"),
        (False, _answer("", "not_found"), "refused"),
        (True, _answer("Không quá 45 tuổi"), "right"),
        (True, _answer("Giám đốc"), "wrong"),
        (True, _answer("", "not_found"), "refused_wrongly"),
        (True, _answer("Không quá 45 tuổi", lead="Không phải vậy."), "doubted"),
    ],
)
def test_what_became_of_a_premise(true: bool, answer: Answer, reception: Reception) -> None:
    assert received(_FALSE.model_copy(update={"holds": true}), answer) == reception


@pytest.mark.parametrize(("kind", "folder"), [(FollowUp, FOLLOW_UPS), (Premise, PREMISES)])
def test_which_half_was_read_follows_from_the_name(kind: type[Case], folder: Path) -> None:
    for half, odd in (("read", 0), ("unread", 1)):
        cases = read_as(kind, folder / f"third_{half}.jsonl")
        assert cases and all(hashlib.sha256(c.id.encode()).digest()[0] % 2 == odd for c in cases)


def test_a_conversation_is_asked_in_its_order(few_data: Path, open_corpus: OpenCorpus) -> None:
    assistant = Assistant(open_corpus(few_data))
    follows = converse(assistant, ("Quyết định 18/2024/QĐ-UBND có hiệu lực ngày nào?", "Ai ký?"))
    alone = converse(assistant, ("Ai ký?",))
    assert follows.understood is not None and "18/2024/QĐ-UBND" in follows.understood
    assert alone.understood is None


def test_every_way_of_a_follow_up_is_judged(few_data: Path, open_corpus: OpenCorpus) -> None:
    case = FollowUp(
        id="f", history=("Quyết định 18/2024/QĐ-UBND sửa đổi văn bản nào?",), question="Ai ký?",
        whole="Ai ký Quyết định 18/2024/QĐ-UBND?", language="vi", kind="who", outcome="answered",
        must=("Đỗ Thị Hồng Vân",), documents=("18-2024-qd-ubnd",),
    )  # fmt: skip
    result = ask(Assistant(open_corpus(few_data)), case)
    assert result.good("conversation") and result.good("whole") and not result.good("alone")
    data = as_data([result])
    assert data["cases"] == 1 and data["good"] == {"conversation": 1.0, "alone": 0.0, "whole": 1.0}
    assert [t.rows[0][1] for t in tables([result])[:1]] == [1]
