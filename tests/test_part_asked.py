"""A part of a whole, a code, an age, a mark, a number of things: what tells of something else is no answer."""

import pytest

from assistant.assistant import Assistant
from assistant.codes_asked import codes_in
from assistant.part_asked import part_asked
from assistant.question import understand
from assistant.result_asked import only_aims, result_asked


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("How many of the 40 lecturers are women?", "women"),
        ("What percentage of commune staff hold a master's degree?", "a master's degree"),
        ("How much of the 12 billion dong goes to the Department of Health?", "the Department of Health"),
        ("Trong 40 giảng viên có bao nhiêu người là nữ?", "nữ"),
        ("How many of the posts have been filled?", None),
        ("How many lecturers are there?", None),
        ("Which of the lecturers are women?", None),
    ],
)
def test_the_part_that_is_asked_for(question: str, part: str | None) -> None:
    assert part_asked(understand(question)) == part


def test_codes_are_read_without_what_parts_them_and_numbers_of_documents_are_none() -> None:
    assert codes_in("vị trí SNV-NV-10, lớp TC01 theo Quyết định 31/2025/QĐ-UBND") == {"SNVNV10", "TC01"}


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        ("Số học viên của lớp TC01 là bao nhiêu?", "60", "62"),
        ("Mã SNV-NV-10 cần bằng gì?", "địa lý, bản đồ", "SNV-NV-02"),
        ("What is the job title of post SNV-NV-05?", "SNV-NV-05", "SNV-NV-10"),
    ],
)
def test_what_bears_another_code_answers_nothing(assistant: Assistant, question: str, holds: str, lacks: str) -> None:
    text = assistant.ask(question).text
    assert holds in text and lacks not in text


@pytest.mark.parametrize(
    "question",
    [
        # 196 cadres and 41 women among them are counted, ethnic minorities are not
        "How many of the 196 cadres rotated by June 2023 belong to ethnic minorities?",
        "Kinh phí mở lớp TC01 năm 2026 là bao nhiêu?",
        "How many deputy heads may a sub-department under a department have under Decision 31/2025?",
    ],
)
def test_a_figure_for_something_else_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome == "not_found"


def test_a_part_that_is_counted_is_told(assistant: Assistant) -> None:
    assert "41" in assistant.ask("How many of the 196 cadres rotated by June 2023 are women?").text


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("How many clerks were actually moved in 2024?", True),
        ("Thực tế đã điều động bao nhiêu người?", True),
        ("How many clerks are to be moved in 2024?", False),
        ("Did the clerks actually move?", False),
    ],
)
def test_a_result_that_is_asked_for(question: str, asked: bool) -> None:
    assert result_asked(understand(question)) is asked


@pytest.mark.parametrize(
    ("statement", "aims"),
    [
        ("In 2024 at least 30 clerks shall be moved.", True),
        ("In 2024, 28 clerks were moved of the 30 to be moved.", False),
        ("Phấn đấu điều động 30 người.", True),
        ("Đã điều động 28 người, còn thiếu 02 người.", False),
    ],
)
def test_what_is_aimed_at_is_no_result(statement: str, aims: bool) -> None:
    assert only_aims(statement) is aims
