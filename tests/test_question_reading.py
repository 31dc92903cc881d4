"""What is read of a question before anything is searched."""

import pytest

from assistant.question import understand


@pytest.mark.parametrize(
    ("question", "aim"),
    [
        ("Tìm Chương trình 08-CTr/TU", "find"),
        ("tim quyet dinh vi tri viec lam", "find"),
        ("Find the resolution on strategic-level cadres", "find"),
        ("Văn bản nào quy định về biệt phái?", "find"),
        ("Which decision replaces Decision 10/2021/QD-UBND?", "find"),
        ("Điểm a khoản 1 Điều 5 quy định gì?", "unit"),
        ("What does Clause 2, Article 13 of Decree 361 say?", "unit"),
        ("So sánh hai phiên bản của Quy chế", "compare"),
        ("Điểm mới của Quy định 365?", "compare"),
        ("What is the difference between Decision 10 and Decision 31?", "compare"),
        ("Tóm tắt Nghị quyết 05-NQ/TU", "summarise"),
        ("Summarise Plan 96 in ten lines", "summarise"),
        ("Quyết định 25 có bao nhiêu điều?", "count"),
        ("How many articles does Decision 25 have?", "count"),
        ("Ai chủ trì nhiệm vụ này?", "answer"),
        ("By when must job-position projects be approved?", "answer"),
        ("Hồ sơ gồm những gì?", "answer"),
    ],
)
def test_the_aim_of_a_question(question: str, aim: str) -> None:
    assert understand(question).aim == aim


def test_a_list_of_units_is_no_part_of_the_content() -> None:
    asked = understand("Điều 5, 6 và 7 Quyết định 25/2022/QĐ-UBND")
    assert [u.steps for u in asked.units] == [(("article", "5"),), (("article", "6"),), (("article", "7"),)]
    assert not any(w.isdigit() for w in asked.content)
