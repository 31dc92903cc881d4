"""Whether one of two documents did something to the other: yes or no, with the words; and all that it did."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from corpus.corpus import Corpus
from tests.test_validity_answers import quotes

LATE = date(2024, 1, 1)


@pytest.fixture
def office(family_corpus: Corpus) -> Assistant:
    return Assistant(family_corpus)


def first_line(answer: Answer) -> str:
    assert answer.outcome == "answered"
    return answer.text.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "day", "said", "proof"),
    [
        ("Nghị định 777/2023/NĐ-CP có thay thế Nghị định 701/2015/NĐ-CP không?", LATE, "Có: 777/2023", "a) Nghị định"),
        ("Nghị định 701/2015/NĐ-CP có bị Nghị định 777/2023/NĐ-CP bãi bỏ không?", LATE, "Có: 777/2023", "a) Nghị định"),
        ("Was Decree 701/2015/ND-CP replaced by Decree 777/2023/ND-CP?", LATE, "Yes: 777/2023", "a) Nghị định"),
        (
            "Nghị định 745/2018/NĐ-CP có thay thế Nghị định 701/2015/NĐ-CP không?",
            LATE,
            "Có, một phần: 745/2018",
            "2. Bãi bỏ",
        ),
        ("Thông tư 712/2016/TT-BNV có thay thế Nghị định 701/2015/NĐ-CP không?", LATE, "Không: 712/2016", "777/2023"),
        ("Nghị định 701/2015/NĐ-CP có thay thế Nghị định 777/2023/NĐ-CP không?", LATE, "Không: chính 777/2023", "a)"),
        ("Does Decree 745/2018/ND-CP amend Decree 701/2015/ND-CP?", LATE, "Yes: 745/2018", "1. Khoản 1 Điều 2"),
        ("Nghị định 777/2023/NĐ-CP có sửa đổi Nghị định 701/2015/NĐ-CP không?", LATE, "Không: 777/2023", "a) Nghị"),
        (
            "Does Decree 777/2023/ND-CP replace Decree 701/2015/ND-CP?",
            date(2023, 10, 1),
            "Not yet on 1 October 2023",
            "a) Nghị định",
        ),
        (
            "Thông tư 712/2016/TT-BNV có hướng dẫn Nghị định 701/2015/NĐ-CP không?",
            LATE,
            "Có: 712/2016/TT-BNV hướng dẫn",
            "hướng dẫn thực hiện",
        ),
    ],
)
def test_yes_or_no_with_the_words(office: Assistant, question: str, day: date, said: str, proof: str) -> None:
    answer = office.ask(question, as_of=day)
    assert said in first_line(answer)
    assert proof in f"{answer.text}\n{quotes(answer)}" and answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "Nghị định 745/2018/NĐ-CP sửa đổi, bãi bỏ những quy định nào của Nghị định 701/2015/NĐ-CP?",
        "Which articles of Decree 701/2015/ND-CP did Decree 745/2018/ND-CP amend?",
    ],
)
def test_all_that_one_did_to_the_other(office: Assistant, question: str) -> None:
    answer = office.ask(question, as_of=LATE)
    assert first_line(answer).startswith("745/2018/NĐ-CP")
    for words in ("Khoản 1 Điều 2", "Bãi bỏ khoản 2 Điều 2", "Bổ sung Điều 3a", "Thay thế cụm từ"):
        assert words in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Theo Nghị định 777/2023/NĐ-CP và Nghị định 701/2015/NĐ-CP, thời hạn thẩm định có thay đổi không?",
        "Nghị định 701/2015/NĐ-CP còn hiệu lực không?",
    ],
)
def test_what_asks_for_more_or_names_one_is_another_question(office: Assistant, question: str) -> None:
    lead = office.ask(question, as_of=LATE).lead or ""
    assert "thay thế hoặc bãi bỏ 701" not in lead and "sửa đổi, bổ sung 701" not in lead


def test_what_a_document_is_about_may_stand_behind_or_before_its_number(office: Assistant) -> None:
    for question in (
        "Which decree repealed Decree No. 701/2015/ND-CP on the files of electronic archives kept by offices?",
        "Is the 2015 decree on the files kept by offices, No. 701, in force?",
    ):
        assert "777/2023/NĐ-CP" in first_line(office.ask(question, as_of=LATE))


@pytest.mark.parametrize("behind", ["ngày 10 tháng 02 năm 2015", "dated 10/02/2015"])
def test_a_day_behind_a_number_with_its_year_names_no_other(office: Assistant, behind: str) -> None:
    answer = office.ask(f"Nghị định 701/2015/NĐ-CP {behind} còn hiệu lực không?", as_of=LATE)
    assert "01/11/2023" in first_line(answer)
