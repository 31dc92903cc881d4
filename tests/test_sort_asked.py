"""What sort of thing is asked for: a statement that holds nothing of that sort is no answer."""

import pytest

from assistant.assistant import Assistant
from assistant.kinds import KIND_TESTS, count_pattern, place_asked
from assistant.question import understand


@pytest.mark.parametrize(
    "question",
    [
        "Giám đốc Sở Nội vụ hiện nay tên là gì?",
        "What is the name of the head of the Division of Civil Servants?",
        "Which bank pays the salaries of the Department of Home Affairs?",
        "Ngân hàng nào chi trả lương cho Sở Nội vụ?",
        "Theo Công văn 642/SNV-CCVC, những huyện nào chưa gửi đề án vị trí việc làm?",
        "What degree must the principal specialist for emulation and commendation at the Department of Home Affairs hold?",
        "Lương hằng tháng của Giám đốc Sở Nội vụ là bao nhiêu?",
    ],
)
def test_what_holds_nothing_of_the_sort_answers_nothing(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome == "not_found"


def test_what_holds_it_still_answers(assistant: Assistant) -> None:
    assert (
        "120 tiết"
        in assistant.ask("Thời lượng của chương trình bồi dưỡng lãnh đạo, quản lý cấp sở là bao nhiêu tiết?").text
    )
    assert "Nguyễn Đức Thắng" in assistant.ask("Trưởng Ban Chỉ đạo Chương trình 02-CTr/TU tên là gì?").text


def test_a_name_is_asked_of_a_person() -> None:
    assert understand("Chi cục trưởng Chi cục Văn thư tên là gì?").kind == "who"
    assert understand("Vị trí việc làm là gì?").kind == "definition"


@pytest.mark.parametrize(
    ("folded", "asks"),
    [
        ("nhung huyen nao chua gui", True),
        ("which district is late", True),
        ("nguyen nhan chu quan nao", False),
        ("nganh nao, dia phuong nao cung phai co", False),
    ],
)
def test_a_place_of_a_kind(folded: str, asks: bool) -> None:
    assert (place_asked(folded) is not None) is asks


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Thời lượng tối thiểu là bao nhiêu tiết?", ("tiet",)),
        ("Hệ số lương của trưởng phòng là bao nhiêu?", ("pay",)),
        ("Fee of an appeal against a mark", ("money",)),
    ],
)
def test_what_is_counted(question: str, kind: tuple[str, ...]) -> None:
    assert understand(question).counted == kind and count_pattern(kind) is not None


def test_a_part_of_a_whole_and_a_spaced_number_are_no_days_and_no_figures() -> None:
    assert not KIND_TESTS["date"]("15/15 ministries have issued their circulars.")
    assert KIND_TESTS["date"]("The class opens on 15/12.")
    assert not KIND_TESTS["number"]("The Steering Committee of Program No. 08 -CTr/TU meets.")


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Năm 2020 có bao nhiêu cán bộ được luân chuyển theo Báo cáo 187-BC/TU?", False),
        ("Mục tiêu 2025 về số cán bộ được luân chuyển theo Báo cáo 187-BC/TU là bao nhiêu?", True),
    ],
)
def test_an_empty_cell_tells_nothing(assistant: Assistant, question: str, answers: bool) -> None:
    assert bool(assistant.ask(question).statements) is answers


def test_a_task_is_no_result(assistant: Assistant) -> None:
    asked = "How many candidates passed the 2024 competitive examination for civil servants in the end?"
    assert "185" not in assistant.ask(asked).text


@pytest.mark.parametrize(
    "question",
    [
        "Theo Quyết định 31/2025 thì công chức dôi dư là gì?",
        "What is a redundant civil servant (công chức dôi dư)?",
        "Under Decision 31/2025, what is a redundant civil servant (công chức dôi dư)?",
    ],
)
def test_a_term_is_defined_wherever_it_is_asked_of(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered" and "sau khi sắp xếp đơn vị hành chính" in answer.statements[0].text


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("Trong quy chế đào tạo, một tiết được tính là bao nhiêu phút và một ngày học tối đa mấy tiết?", ("45 phút", "08 tiết")),
        ("Under Conclusion 77, how many more cadres go to the districts and how many to the communes?", ("58", "22")),
    ],
)  # fmt: skip
def test_one_statement_may_answer_both_parts(assistant: Assistant, question: str, holds: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "answered" and all(h in answer.text for h in holds)


@pytest.mark.parametrize(
    "question",
    [
        "How many days of annual leave does a civil servant have each year?",
        "Mỗi năm công chức được nghỉ phép bao nhiêu ngày?",
    ],
)
def test_what_has_ended_is_not_told_where_it_says_nothing_of_the_matter(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome == "not_found"


def test_the_year_of_a_statement_is_not_unsaid_by_its_title(assistant: Assistant) -> None:
    asked = "Cả năm 2025 Trường Chính trị tỉnh thực tế đã mở được bao nhiêu lớp?"
    assert "năm 2024" not in assistant.ask(asked).text
