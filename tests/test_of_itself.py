"""What frames a document answers questions about the document only: who signed it, when, to whom it goes, who holds a post."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.frame import frame_of
from evals.judge import stated


@pytest.mark.parametrize(
    ("question", "says", "document"),
    [
        ("Ai ký Quyết định 10/2021/QĐ-UBND?", "Phạm Văn Khoa", "10-2021-qd-ubnd"),
        ("ai la nguoi ky quyet dinh 10/2021/QD-UBND", "Phạm Văn Khoa", "10-2021-qd-ubnd"),
        ("Nghi quyet 05-NQ/TU ai ky vay?", "Trần Quang Hải", "05-nq-tu-2021"),
        ("Whose signature is under Circular 98/2022/TT-BNV?", "Dinh Cong Thinh", "98-2022-tt-bnv.en"),
        ("Quyết định 10/2021/QĐ-UBND ban hành ngày nào?", "08 tháng 3 năm 2021", "10-2021-qd-ubnd"),
        ("When was Resolution 05-NQ/TU issued?", "January 12, 2021", "05-nq-tu-2021.en"),
        ("Who signed Program 12-CTr/TU?", "Tran Quang Hai", "12-ctr-tu-2021.en"),
        ("Cơ quan nào ban hành Quyết định 10/2021/QĐ-UBND?", "ỦY BAN NHÂN DÂN", "10-2021-qd-ubnd"),
        ("Hiệu trưởng Trường Chính trị tỉnh là ai?", "Bùi Xuân Lộc", "31-kh-tctr-2026"),
        ("giam doc so noi vu la ai", "Vũ Thanh Bình", "dv-vtvl-2023"),
    ],
)
def test_a_document_says_who_and_when_of_itself(assistant: Assistant, question: str, says: str, document: str) -> None:
    answer = assistant.ask(question)
    assert says in stated(answer)
    assert {Path(c.document.source.name).stem for c in answer.citations} == {document}
    text = assistant.corpus.library.text(answer.citations[0].document.revision)
    assert all(text[c.start : c.end] == c.quote for c in answer.citations)


def test_another_question_that_says_who_is_none_about_the_document(assistant: Assistant) -> None:
    answer = assistant.ask("Theo Quyết định 10/2021/QĐ-UBND, ai ký hợp đồng lao động với lái xe?")
    assert "Phạm Văn Khoa" not in stated(answer)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Which report reviews Programme 12-CTr/TU at mid-term?", "187-BC/TU"),
        ("Đề án vị trí việc làm của Sở Nội vụ được phê duyệt tại quyết định nào?", "1482/QĐ-UBND"),
    ],
)
def test_a_document_that_is_asked_for_is_named(assistant: Assistant, question: str, says: str) -> None:
    answer = assistant.ask(question)
    assert says in answer.statements[0].text
    text = assistant.corpus.library.text(answer.citations[0].document.revision)
    assert all(text[c.start : c.end] == c.quote for c in answer.citations)


def test_a_title_that_does_not_say_it_names_no_document(assistant: Assistant) -> None:
    answer = assistant.ask("Which document lowered the target for cadres with postgraduate degrees?")
    assert answer.confidence < 1.0
    titles = {e.identity.title for e in assistant.corpus.library.entries()}
    assert not any(s.text in titles for s in answer.statements)


def test_the_names_of_a_tables_columns_and_groups_answer_nothing(assistant: Assistant) -> None:
    answer = assistant.ask(
        "What level of political theory must a first-time department director have under Guidance 09?"
    )
    rows = [s.text for s in answer.statements]
    assert not any(row.startswith("TT | Chức danh") or row == "I. Cấp tỉnh" for row in rows)


def test_letterheads_recipients_and_signatures_frame_a_text_and_its_clauses_do_not(assistant: Assistant) -> None:
    library = assistant.corpus.library
    for entry in library.entries():
        text = library.text(entry.revision)
        framed = [text[a:b] for a, b in frame_of(text, entry.identity)]
        if entry.identity.signer:
            assert any(entry.identity.signer in words for words in framed), entry.source.name
        clauses = [p for p in library.outline(entry.revision) if p.kind in ("clause", "point")]
        inside = [p for p in clauses if any(a <= p.start < b for a, b in frame_of(text, entry.identity))]
        assert not inside, entry.source.name


def test_a_frame_answers_nothing_else(assistant: Assistant) -> None:
    for question in (
        "Nghị quyết 05-NQ/TU giao những ai thực hiện?",
        "Under Decision 31/2025/QD-UBND, what may a division do?",
    ):
        frames = {
            e.revision: frame_of(assistant.corpus.library.text(e.revision), e.identity)
            for e in assistant.corpus.library.entries()
        }
        for c in assistant.ask(question).citations:
            assert not any(a <= c.start and c.end <= b for a, b in frames[c.document.revision]), c.quote


@pytest.mark.parametrize(
    "question",
    ["How old is Nguyen Duc Thang, Deputy Secretary of the Provincial Party Committee?", "Đồng chí Hoàng Minh Tuấn, Trưởng Ban Tổ chức Tỉnh ủy, bao nhiêu tuổi?"],
)  # fmt: skip
def test_what_a_post_somebody_holds_tells_no_age(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome == "not_found"
