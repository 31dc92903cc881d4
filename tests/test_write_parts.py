"""Questions of two parts are told from questions that only have an "and" in them."""

import pytest

from assistant.parts import parts


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many classes are there and when do they begin?", ("How many classes are there", "when do they begin")),
        ("Có bao nhiêu chỉ tiêu và lệ phí thi là bao nhiêu?", ("Có bao nhiêu chỉ tiêu", "lệ phí thi là bao nhiêu")),
        ("Co bao nhieu lop va ai phu trach?", ("Co bao nhieu lop", "ai phu trach")),
        ("Which posts do leaders and managers hold?", None),
        ("Cấp huyện và cấp xã mỗi nơi mấy người?", None),
        ("Who drafts the plan?", None),
    ],
)
def test_two_parts_each_ask(question: str, expected: tuple[str, str] | None) -> None:
    assert parts(question) == expected
