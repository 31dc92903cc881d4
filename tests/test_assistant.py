"""The walk from a question to a cited answer, on the whole sample dossier."""

from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer, Citation, Statement
from assistant.assistant import Assistant
from assistant.question import understand
from assistant.search import Filters
from corpus.errors import RequestError
from evals.judge import read_cases

_VERDICTS = {"Có.", "Không.", "Yes.", "No."}
CASES = Path(__file__).parent.parent / "evals" / "cases"


def test_every_citation_of_every_case_is_word_for_word(assistant: Assistant) -> None:
    answered = 0
    for case in read_cases(CASES):
        answer = assistant.ask(case.question, as_of=case.as_of)
        for c in answer.citations:
            assert assistant.corpus.library.text(c.document.revision)[c.start : c.end] == c.quote
        for s in answer.statements:
            # a verdict stands before its quote, an amended unit is put together from several; all else is as it stands
            own = s.text.split()[0] not in _VERDICTS and len(s.citations) == 1
            assert s.citations and s.support == ("verbatim" if own else "checked")
        assert (answer.outcome == "clarify") == bool(answer.choices)
        assert (answer.outcome in ("not_found", "clarify")) == (not answer.statements)
        assert answer.statements or answer.missing or answer.choices
        answered += bool(answer.statements)
    assert answered > 60


def test_the_same_question_gives_the_same_answer(assistant: Assistant) -> None:
    question = "Khung năng lực là gì?"
    assert assistant.ask(question) == assistant.ask(question) == Assistant(assistant.corpus).ask(question)


def test_typed_without_diacritics_it_finds_the_same_words(assistant: Assistant) -> None:
    marked, bare = assistant.ask("Khung năng lực là gì?"), assistant.ask("khung nang luc la gi")
    assert marked.citations and bare.citations
    assert {c.quote for c in marked.citations} & {c.quote for c in bare.citations}


def test_a_named_unit_is_fetched(assistant: Assistant) -> None:
    answer = assistant.ask("What does Clause 1, Article 5 of Decision 25/2022/QD-UBND say?")
    assert answer.outcome == "answered"
    assert all(c.passage.startswith("25-2022-qd-ubnd-en/kt1.d5.k1") for c in answer.citations)
    assert "Article 5, Clause 1" in answer.citations[0].path


def test_an_article_of_the_decision_itself_and_of_what_it_promulgates(assistant: Assistant) -> None:
    of_decision = assistant.ask("Điều 2 Quyết định 25/2022/QĐ-UBND quy định gì?")
    of_enclosure = assistant.ask("Điều 2 Quy chế kèm theo Quyết định 25/2022/QĐ-UBND quy định gì?")
    assert {c.passage.split("/")[1].split(".")[0] for c in of_decision.citations} == {"d2"}
    assert {c.passage.split("/")[1].split(".")[0] for c in of_enclosure.citations} == {"kt1"}


def test_a_unit_that_is_not_there_is_said_not_to_be_there(assistant: Assistant) -> None:
    answer = assistant.ask("Điều 99 Quyết định 25/2022/QĐ-UBND quy định gì?")
    assert answer.outcome == "not_found"
    assert answer.missing is not None and "Điều 99" in answer.missing


def test_a_number_that_is_nowhere_is_said_not_to_be_there(assistant: Assistant) -> None:
    answer = assistant.ask("What does Decree 999/2031/ND-CP require?")
    assert answer.outcome == "not_found"
    assert answer.missing is not None and "999/2031" in answer.missing


def test_what_nobody_wrote_about_is_refused_with_what_was_searched(assistant: Assistant) -> None:
    answer = assistant.ask("How do penguins hatch their eggs in Antarctica?")
    assert answer.outcome == "not_found" and not answer.statements
    assert answer.searched.passages > 300 and "penguins" in (answer.missing or "")


def test_messages_come_in_the_language_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("How do penguins hatch their eggs?", language="vi")
    assert (answer.missing or "").startswith("Các văn bản không nêu")


def test_filters_keep_the_answer_to_their_documents(assistant: Assistant) -> None:
    only = Filters(documents=("187-bc-tu-2023",))
    answer = assistant.ask("Năm 2022 đã đào tạo, bồi dưỡng bao nhiêu cán bộ?", only)
    assert answer.statements and {c.document.id for c in answer.citations} == {"187-bc-tu-2023"}
    assert answer.searched.documents == 1
    nothing = assistant.ask("Năm 2022 đã đào tạo bao nhiêu cán bộ?", Filters(issued_from=date(2031, 1, 1)))
    assert nothing.outcome == "not_found" and nothing.searched.documents == 0


def test_a_named_unit_of_a_document_that_is_filtered_out_is_not_quoted(assistant: Assistant) -> None:
    answer = assistant.ask("Điều 2 Quyết định 25/2022/QĐ-UBND quy định gì?", Filters(types=("report",)))
    assert not any(c.document.id.startswith("25-2022") for c in answer.citations)


def test_the_stream_ends_with_the_whole_answer(assistant: Assistant) -> None:
    events = list(assistant.stream("Khung năng lực là gì?"))
    assert isinstance(events[0], Statement) and isinstance(events[1], Citation)
    assert events[-1] == assistant.ask("Khung năng lực là gì?")
    assert sum(isinstance(e, Answer) for e in events) == 1


@pytest.mark.parametrize("question", ["", "   ", "?!", "…"])
def test_an_empty_question_is_an_error(assistant: Assistant, question: str) -> None:
    with pytest.raises(RequestError, match="empty"):
        assistant.ask(question)


def test_an_overlong_question_is_an_error(assistant: Assistant) -> None:
    with pytest.raises(RequestError, match="2000"):
        assistant.ask("a " * 1500)


@pytest.mark.parametrize(
    ("question", "kind", "content"),
    [
        ("By when must job-position projects be approved?", "deadline", ("job", "position", "projects", "approved")),
        ("Ai chủ trì nhiệm vụ xây dựng cơ sở dữ liệu?", "who", None),
        ("Hồ sơ gồm những gì?", "list", ("Hồ", "sơ")),
        ("What is a competency framework?", "definition", ("competency", "framework")),
        ("bao nhieu vi tri viec lam", "number", None),
        ("Tỷ lệ quy hoạch cấp ủy?", "number", ("quy", "hoạch", "cấp", "ủy")),
    ],
)
def test_questions_are_understood(question: str, kind: str, content: tuple[str, ...] | None) -> None:
    asked = understand(question)
    assert asked.kind == kind
    assert content is None or asked.content == content
