"""The day as of which a question is to be answered, told in its words; what is about a day keeps it."""

from datetime import date

import pytest

from assistant.as_of_day import as_of_day
from assistant.assistant import Assistant
from assistant.mentions import find_mentions
from assistant.premise import find_premise
from corpus.corpus import Corpus
from corpus.errors import RequestError

TODAY = date(2026, 11, 20)
DAY = date(2023, 6, 1)


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("Tính đến ngày 01/6/2023, người được tiếp nhận phải có bao nhiêu năm công tác?",
         "Người được tiếp nhận phải có bao nhiêu năm công tác?"),
        ("Tại thời điểm 01/6/2023, ai bổ nhiệm trưởng phòng?", "Ai bổ nhiệm trưởng phòng?"),  # no point 01
        ("Ngày 01/6/2023, ai bổ nhiệm trưởng phòng?", "Ai bổ nhiệm trưởng phòng?"),
        ("Vào ngày 1 tháng 6 năm 2023, ai bổ nhiệm trưởng phòng?", "Ai bổ nhiệm trưởng phòng?"),
        ("vao ngay 1/6/2023 nguoi duoc tiep nhan phai co bao nhieu nam cong tac",
         "Nguoi duoc tiep nhan phai co bao nhieu nam cong tac"),
        ("Hồ sơ tiếp nhận gồm những gì, tính đến 1/6/2023?", "Hồ sơ tiếp nhận gồm những gì?"),
        ("As of June 1, 2023, who appoints a head of division?", "Who appoints a head of division?"),
        ("On 2023-06-01, how many years must a head of division have worked?",
         "How many years must a head of division have worked?"),
        ("Who appoints a head of division as of June 1, 2023?", "Who appoints a head of division?"),
    ],
)  # fmt: skip
def test_a_day_told_as_the_day_of_the_question(question: str, rest: str) -> None:
    told = as_of_day(question, find_mentions(question), TODAY)
    assert told is not None
    assert (told.question, told.day) == (rest, DAY)


@pytest.mark.parametrize(
    "question",
    [
        # what is counted as it came to be, also where nothing says so but the number
        "Tính đến ngày 01/6/2023, đã luân chuyển được bao nhiêu cán bộ?",
        "Tính đến 01/6/2023 toàn tỉnh có bao nhiêu cán bộ?",
        "As of June 1, 2023, how many cadres had been rotated?",
        # what is asked about, the day of an issue, another's questions, a day to come, something told before
        "Hồ sơ nộp vào ngày 01/6/2023 được xử lý thế nào?",
        "Trước ngày 01/6/2023, ai bổ nhiệm trưởng phòng?",
        "Quyết định 12-QĐ/TU tại ngày 01/6/2023 quy định ai bổ nhiệm?",
        "Vào ngày 01/6/2023, Điều 5 Quy chế quy định gì?",
        "Vào ngày 01/6/2030, ai bổ nhiệm trưởng phòng?",
        "On June 1, 2023, she was disciplined. When may she be appointed?",
    ],
)
def test_what_only_looks_like_one(question: str) -> None:
    assert as_of_day(question, find_mentions(question), TODAY) is None


@pytest.mark.parametrize(
    ("question", "language", "says"),
    [
        ("Tính đến ngày 31/02/2023, ai bổ nhiệm trưởng phòng?", "vi", "Không có ngày 31/02/2023"),
        ("As of 2023-02-31, who appoints a head of division?", "en", "no such day as 2023-02-31"),
    ],
)
def test_a_day_that_no_month_has_is_said_to_be_none(question: str, language: str, says: str) -> None:
    with pytest.raises(RequestError) as raised:
        as_of_day(question, (), TODAY)
    assert says in raised.value.text("vi" if language == "vi" else "en")


def test_as_of_a_day_takes_nothing_for_granted() -> None:
    assert find_premise("As of June 1, 2023, how many cadres had been rotated?") is None
    assert find_premise("As the limit is 5 years, how long is the term of a head of division?") is not None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Tính đến ngày 01/6/2023, người được bổ nhiệm lần đầu làm Trưởng phòng thuộc sở phải công tác bao nhiêu năm?",
         "Tính đến ngày 01/7/2024, người được bổ nhiệm lần đầu làm Trưởng phòng thuộc sở phải công tác bao nhiêu năm?"),
        ("As of June 1, 2023, how many years must a person first appointed as Head of Division have worked in the sector?",
         "As of July 1, 2024, how many years must a person first appointed as Head of Division have worked in the sector?"),
    ],
)  # fmt: skip
def test_it_is_answered_with_what_held_on_that_day(sample_corpus: Corpus, before: str, after: str) -> None:
    answer = Assistant(sample_corpus).ask(before)
    assert answer.outcome == "answered"
    assert answer.as_of == DAY
    cited = {c.document.id.removesuffix("-en") for c in answer.citations}
    assert "25-2022-qd-ubnd" in cited
    assert "18-2024-qd-ubnd" not in cited, "the amendment came a year later"
    later = Assistant(sample_corpus).ask(after)
    assert "18-2024-qd-ubnd" in {c.document.id.removesuffix("-en") for c in later.citations}
    assert later.as_of == date(2024, 7, 1)
