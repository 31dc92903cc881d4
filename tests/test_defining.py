"""Definitions: which term is asked for, and which statement says what it means."""

import pytest

from assistant.defining import defines, term_asked
from assistant.question import understand
from corpus.messages import Language


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Thế nào là luân chuyển cán bộ theo Quy định này?", {"luan", "chuyen", "can", "bo"}),
        ("Nhân viên hợp đồng được hiểu là những ai?", {"nhan", "vien", "hop", "dong"}),
        ('What is a "session" under the Regulation on classes?', {"session"}),
        ("What is meant by a mobile team in Decision 12/2024/QD-UBND?", {"mobil", "team"}),
        ("What does adoption period mean?", {"adopt", "period"}),
    ],
)
def test_the_term_is_what_stands_between_the_words_that_ask_and_where_it_is_used(
    question: str, names: set[str]
) -> None:
    term = term_asked(understand(question))
    assert term is not None
    assert frozenset(names) in term.names


def test_a_name_in_brackets_is_another_name() -> None:
    term = term_asked(understand("What is a redundant official (công chức dôi dư)?"))
    assert term is not None
    assert len(term.names) == 2


def test_who_asks_for_a_person_asks_for_no_term() -> None:
    assert term_asked(understand("Khi nào phải nộp báo cáo?")) is None


@pytest.mark.parametrize(
    ("question", "statement", "language", "whole"),
    [
        ("Cán bộ cấp chiến lược là gì?", "2. Cán bộ cấp chiến lược là người giữ các chức vụ sau.", "vi", True),
        ("Cán bộ cấp chiến lược là gì?", "Cán bộ cấp chiến lược phải gương mẫu.", "vi", False),
        ("What are strategic-level cadres?", "Mr. Ba said that strategic-level cadres are understood as those who lead.", "en", True),
        ("What are strategic-level cadres?", "Strategic-level cadres are rotated every five years.", "en", False),
        ("Cán bộ cấp chiến lược được hiểu là những ai?", "He added that strategic-level cadres are defined as leaders.", "en", True),
        ("What is a period?", "3. Period means 45 minutes of theory.", "en", True),
        ("What is a period?", "The trial period means little to most.", "en", False),
    ],
)  # fmt: skip
def test_a_definition_opens_with_the_term_and_says_what_it_is(
    question: str, statement: str, language: Language, whole: bool
) -> None:
    found = defines(statement, term_asked(understand(question)), language)
    assert (found >= 0.9) is whole
