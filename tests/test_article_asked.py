"""An article that is asked for by its heading is quoted whole, and a question that asks for less is not."""

import pytest

from assistant.assistant import Assistant

WHOLE = [
    (
        "Quyết định 40/2023/QĐ-UBND quy định như thế nào về trình tự đền bù?",
        "40-2023-qd-ubnd",
        ("30 ngày", "15 ngày làm việc", "120 ngày", "Kho bạc Nhà nước", "thủ tục thôi việc"),
    ),
    (
        "What does Circular 98/2022/TT-BNV say about the competency framework?",
        "98-2022-tt-bnv-en",
        ("three groups", "level 4", "must not contain requirements on sex"),
    ),
    (
        "What are the rules on adjustment of a project under Circular 98/2022?",
        "98-2022-tt-bnv-en",
        ("10% or more", "within 60 days", "once every 03 years"),
    ),
]


@pytest.mark.parametrize(("question", "document", "words"), WHOLE)
def test_the_article_of_that_heading_is_quoted_whole(
    assistant: Assistant, question: str, document: str, words: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered" and all(w in answer.text for w in words)
    assert {c.document.id for c in answer.citations} == {document}
    text = assistant.corpus.library.text(answer.citations[0].document.revision)
    assert all(text[c.start : c.end] == c.quote for c in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Theo Quyết định 40/2023/QĐ-UBND, nộp chậm tiền đền bù thì phải trả thêm gì?",
        "Trong trình tự đền bù, Hội đồng xét đền bù có bao nhiêu thành viên?",
        "Which leaders must reach level 4 of the competency framework?",
    ],
)
def test_a_question_about_one_thing_in_it_gets_no_whole_article(assistant: Assistant, question: str) -> None:
    assert len(assistant.ask(question).statements) <= 2
