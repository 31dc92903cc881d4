"""The quoting writer on the sample dossier: lists whole, items under their lead-ins, verdicts, conflicts, missing parts."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding
from corpus.settings import read_settings


def test_a_list_comes_whole_and_in_order(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Hồ sơ trình thẩm định đề án vị trí việc làm lần đầu theo Thông tư 98/2022/TT-BNV gồm những gì?"
    )
    assert answer.outcome == "answered"
    assert answer.statements[0].text.endswith(":")
    assert len(answer.statements) > 4
    assert [c.start for c in answer.citations] == sorted(c.start for c in answer.citations)


def test_an_item_alone_is_shown_under_the_line_that_it_completes(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Theo Quyết định 40/2023/QĐ-UBND, cam kết phục vụ sau đào tạo sau đại học ít nhất gấp mấy lần thời gian đào tạo?"
    )
    assert answer.outcome == "answered"
    said = [s.text for s in answer.statements]
    at = next(i for i, text in enumerate(said) if "gấp 03 lần" in text)
    if said[at].startswith(("a)", "b)", "c)", "d)", "đ)", "e)")):
        assert at > 0 and said[at - 1].endswith(":")


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Học viên nghỉ 25% số tiết có được dự thi không?", "Không."),
        ("Can a candidate ask for an oral test to be re-marked?", "No."),
    ],
)
def test_a_verdict_comes_with_the_words_it_rests_on(assistant: Assistant, question: str, begins: str) -> None:
    answer = assistant.ask(question)
    first = answer.statements[0]
    assert first.text.startswith(begins) and first.support == "checked"
    assert first.text == f"{begins} {answer.citations[0].quote}"


def test_what_only_a_part_answers_says_what_is_missing(assistant: Assistant) -> None:
    answer = assistant.ask("Quyết định 25/2022/QĐ-UBND có hiệu lực từ ngày nào và được dịch ra mấy thứ tiếng?")
    assert answer.outcome == "partial"
    assert "dịch ra mấy thứ tiếng" in (answer.missing or "")
    assert any("25 tháng 7 năm 2022" in s.text for s in answer.statements)


def test_one_statement_may_answer_both_parts(sample_data: Path, embedding: SentenceEmbedding) -> None:
    corpus = Corpus(read_settings(sample_data, confidence=0.0))  # how sure it is, is not the point
    corpus.embedding = embedding
    answer = Assistant(corpus).ask(
        "Cơ quan nào tuyên truyền Chương trình 02-CTr/TU đến chi bộ và phải xong trước ngày nào?"
    )
    corpus.close()
    assert answer.outcome == "answered" and answer.missing is None
    assert "Ban Tuyên giáo Tỉnh ủy" in answer.statements[0].text and "28/02/2026" in answer.statements[0].text


def test_an_item_is_shown_with_the_whole_line_that_leads_in_its_list(assistant: Assistant) -> None:
    question = "Theo Quyết định 25/2022/QĐ-UBND, cán bộ xã được tiếp nhận phải công tác tối thiểu mấy năm?"
    assert any("03 năm (36 tháng)" in s.text for s in assistant.ask(question).statements)


def test_another_rank_year_or_level_is_refused(assistant: Assistant) -> None:
    for question in (
        "Lớp bồi dưỡng ngạch chuyên viên cao cấp năm 2026 có bao nhiêu học viên?",
        "How many civil servants did the 2023 competitive examination recruit?",
    ):
        assert assistant.ask(question).outcome == "not_found"


def test_the_office_may_set_how_sure_it_must_be(sample_data: Path, embedding: SentenceEmbedding) -> None:
    question = "Khung năng lực là gì?"
    for confidence, outcome in ((0.0, "answered"), (1.0, "not_found")):
        corpus = Corpus(read_settings(sample_data, confidence=confidence))
        corpus.embedding = embedding
        assert Assistant(corpus).ask(question).outcome == outcome
        corpus.close()


def test_documents_to_be_compared_each_say_their_own(assistant: Assistant) -> None:
    answer = assistant.ask(
        "So sánh số biên chế tối thiểu để thành lập phòng thuộc sở giữa Quyết định 10/2021/QĐ-UBND và Quyết định 31/2025/QĐ-UBND"
    )
    assert {c.document.identity.number for c in answer.citations} == {"10/2021/QĐ-UBND", "31/2025/QĐ-UBND"}


def test_an_english_question_is_answered_from_a_vietnamese_document(assistant: Assistant) -> None:
    answer = assistant.ask(
        "How much support does a cadre receive when rotated to the district level under Guidance 09-HD/BTCTU?"
    )
    assert answer.outcome == "answered" and "15 triệu đồng" in answer.text


def test_what_was_typed_as_keystrokes_is_answered_as_it_was_meant(assistant: Assistant) -> None:
    answer = assistant.ask("luaan chuyeenr cans booj laf gif")
    assert answer.understood == "luân chuyển cán bộ là gì"
    assert answer.statements == assistant.ask("luân chuyển cán bộ là gì").statements
