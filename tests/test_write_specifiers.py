"""The words that narrow a question: which are read, and how they stand with a statement."""

import pytest

from assistant.specifiers import Specifier, specifiers, standing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phó giám đốc sở bổ nhiệm lần đầu", {("post", "phó giám đốc"), ("turn", "lần đầu")}),
        ("pho giam doc so bo nhiem lan dau", {("post", "phó giám đốc"), ("turn", "lần đầu")}),
        ("a deputy director at the provincial level", {("post", "phó giám đốc"), ("level", "cấp tỉnh")}),
        ("ngạch chuyên viên chính", {("rank", "chuyên viên chính")}),
        ("in 2024 under Decision 25/2022/QD-UBND", {("year", "2024")}),
        ("giai đoạn 2021-2025", {("period", "2021-2025")}),
        ("Sở Y tế và huyện Đông Khê", {("sở", "y te"), ("district", "dong khe")}),
        ("the Department of Health of Dong Khe District", {("department", "health"), ("district", "dong khe")}),
        ("Các đơn vị gửi báo cáo", set()),
    ],
)
def test_narrowing_words_are_read(text: str, expected: set[tuple[str, str]]) -> None:
    assert specifiers(text) == {Specifier(*pair) for pair in expected}


@pytest.mark.parametrize(
    ("question", "own", "around", "held", "contrary"),
    [
        ("How many in 2021?", "In 2022, 27 cadres were rated.", "", 0.0, 1.0),
        ("How many in 2022?", "In 2022, 27 cadres were rated.", "", 1.0, 0.0),
        ("How many in 2023?", "27 cadres were rated.", "Report of 2023", 1.0, 0.0),
        ("How many in 2023?", "27 cadres were rated.", "", 0.0, 0.0),
        ("How many in 2023?", "27 cadres were rated in 2021-2025.", "", 1.0, 0.0),
        ("Kinh phí cấp xã?", "Cấp huyện được 10 triệu đồng.", "", 0.0, 1.0),
        ("Kinh phí cấp xã?", "Cấp huyện và cấp xã được 10 triệu đồng.", "", 1.0, 0.0),
        ("Tuổi của giám đốc?", "Phó giám đốc: không quá 50 tuổi.", "", 0.0, 1.0),
        ("Ai phụ trách?", "Giám đốc sở phụ trách.", "", 1.0, 0.0),
    ],
)
def test_another_value_in_its_place_is_contrary(
    question: str, own: str, around: str, held: float, contrary: float
) -> None:
    found = standing(specifiers(question), own, around)
    assert (found.held, found.contrary) == (held, contrary)
