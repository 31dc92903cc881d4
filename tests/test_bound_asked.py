"""Which bound of a figure is asked for, and the statements that tell only the other one; sums set aside for a thing."""

import pytest

from assistant.assistant import Assistant
from assistant.bound_asked import LEAST, MOST, bound_asked
from assistant.question import understand


@pytest.mark.parametrize(
    ("question", "bound"),
    [
        ("Phải công tác tối thiểu mấy năm?", LEAST),
        ("Mấy năm là ít nhất?", LEAST),
        ("How old must a civil servant at least be to become Head of Division?", LEAST),
        ("What is the minimum length of service?", LEAST),
        ("Được bố trí nhiều nhất bao nhiêu cấp phó?", MOST),
        ("How many deputies may a division have at most?", MOST),
        ("Tối thiểu 5 năm công tác thì được nghỉ tối đa bao nhiêu ngày?", MOST),
        ("Người có ít nhất 5 năm công tác được thưởng bao nhiêu?", None),
        ("Thời hạn thẩm định là bao lâu?", None),
    ],
)
def test_the_bound_that_a_question_asks_for(question: str, bound: str | None) -> None:
    assert bound_asked(understand(question)) == bound


def test_the_most_that_is_allowed_is_not_told_where_the_least_is_asked(assistant: Assistant) -> None:
    asked = "How old must a civil servant at least be to become Head of Division under Decision 25/2022/QD-UBND?"
    assert "no older than 48" not in assistant.ask(asked).text
    assert "48" in assistant.ask(asked.replace("at least", "at most")).text


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Kế hoạch 96/KH-UBND bố trí bao nhiêu tiền cho thanh tra công vụ?", False),
        ("Chương trình 02-CTr/TU dành bao nhiêu tiền để xây trụ sở làm việc mới cho các xã?", False),
        ("Kế hoạch 96/KH-UBND bố trí bao nhiêu tiền cho khảo sát mức độ hài lòng?", True),
        ("How much money is set aside for the satisfaction survey in Plan 96/KH-UBND?", True),
    ],
)
def test_a_sum_answers_for_the_thing_that_it_is_set_aside_for(
    assistant: Assistant, question: str, answered: bool
) -> None:
    answer = assistant.ask(question)
    assert (answer.outcome == "answered") == answered
    assert not answered or "310" in answer.text


def test_what_tells_no_length_of_time_answers_no_question_that_counts_one(assistant: Assistant) -> None:
    answer = assistant.ask("How many periods is the fostering programme for the rank of senior specialist?")
    assert "02 người" not in answer.text
