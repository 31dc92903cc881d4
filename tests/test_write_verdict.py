"""The verdict of a yes/no question: figures compared by rule, negations read, silence where the rule cannot tell."""

import pytest

from assistant.verdict import verdict


@pytest.mark.parametrize(
    ("question", "statement", "expected"),
    [
        ("Does a 46-year-old qualify for the first appointment?", "not over 45 years old", "no"),
        ("Does a 44-year-old qualify for the first appointment?", "not over 45 years old", "yes"),
        ("Does a 45-year-old qualify?", "must be under 45 years of age", "no"),
        ("Is 4 years of work enough?", "have at least 05 years of work", "no"),
        ("Is 5 years of work enough?", "have at least 05 years of work", "yes"),
        ("Nghỉ 25% số buổi có được thi không?", "Người nghỉ quá 20% số buổi không được dự thi.", "no"),
        ("Nghỉ 15% số buổi có được thi không?", "Người nghỉ quá 20% số buổi không được dự thi.", None),
        ("Được gia hạn hai lần không?", "Không gia hạn quá 01 lần.", "no"),
        ("Được gia hạn một lần không?", "Không gia hạn quá 01 lần.", "yes"),
        ("Đúng 45% số câu có được vào vòng 2 không?", "Đúng từ 50% số câu trở lên thì vào vòng 2.", "no"),
        ("Đúng 50% số câu có được vào vòng 2 không?", "Đúng từ 50% số câu trở lên thì vào vòng 2.", "yes"),
        ("46 tuổi có được bổ nhiệm không?", "Không quá 50 tuổi (nam), không quá 45 tuổi (nữ).", None),
        ("Có 36 tháng công tác có được không?", "Có ít nhất 05 năm công tác.", None),
        ("Có phải bổ sung lý lịch không?", "Hồ sơ đã nộp thì không phải bổ sung lý lịch.", "no"),
        ("Có được cử đi học không?", "Người đang thi hành kỷ luật không được cử đi học, trừ lý do đặc biệt.", None),
        ("Can the results be re-marked?", "Results of the interview are not re-marked.", "no"),
        ("Can the results be re-marked?", "The council announces the results.", None),
        ("Đang làm mà chưa đủ 5 năm có được làm tiếp không?", "Người chưa đủ 05 năm thì tiếp tục làm.", None),
        ("Is a 46-year-old too old?", "not over 45 years old", None),
    ],
)
def test_a_verdict_is_given_where_the_words_leave_no_doubt(question: str, statement: str, expected: str | None) -> None:
    assert verdict(question, statement) == expected


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        (
            "Gói thầu 400 triệu đồng có thuộc phạm vi áp dụng không?",
            "Gói thầu có giá không quá 500 triệu đồng không thuộc phạm vi áp dụng.",
        ),
        ("Người công tác 3 năm có được cử đi học không?", "Người công tác dưới 5 năm không được cử đi học."),
        ("Is a package of 400 million covered?", "Packages of no more than 500 million are not covered."),
    ],
)
def test_what_lies_within_a_bound_may_be_what_is_left_out(question: str, statement: str) -> None:
    assert verdict(question, statement) != "yes"
