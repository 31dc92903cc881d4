"""Where a document is asked for, the answer names it before it quotes it."""

import pytest

from assistant.assistant import Assistant
from assistant.question import understand
from assistant.which_document import asks_which_document


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Văn bản nào điều chỉnh chỉ tiêu xuống còn 22%?", True),
        ("quyet dinh nao quy dinh ve dao tao", True),
        ("In which document is it reported that three decisions were revoked?", True),
        ("Which circular guides the making of job-position projects?", True),
        ("Quyết định 31/2025/QĐ-UBND quy định gì về thôi việc?", False),
        ("Which agency approves the project?", False),
        ("What decision number was it?", False),
        ("Which documents are needed for the reception?", False),
        ("Hồ sơ cần tài liệu nào?", False),
    ],
)
def test_which_document_is_asked_for(question: str, asks: bool) -> None:
    assert asks_which_document(understand(question)) is asks


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Văn bản nào điều chỉnh chỉ tiêu cán bộ có trình độ sau đại học xuống còn 22%?", "77-KL/TU"),
        ("Which circular provides for the job-description form and the tasks of a job position?", "98/2022/TT-BNV"),
    ],
)
def test_the_document_found_is_named_before_its_words(assistant: Assistant, question: str, named: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered"
    assert answer.lead is not None
    assert named in answer.lead
    assert answer.text.startswith(answer.lead)


def test_one_that_the_question_names_is_not_told_again(assistant: Assistant) -> None:
    answer = assistant.ask("Kết luận 77-KL/TU điều chỉnh chỉ tiêu nào của nghị quyết nào?")
    assert answer.lead is None or "77-KL/TU" not in answer.lead
