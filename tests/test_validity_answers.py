"""Answers as of a day: what did not hold is not used, and questions about validity get the words that prove it."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.search import Filters
from corpus.corpus import Corpus
from corpus.relations import RelationKind
from corpus.validity import Status


@pytest.fixture
def office(family_corpus: Corpus) -> Assistant:
    return Assistant(family_corpus)


def quotes(answer: Answer) -> str:
    return "\n".join(f"{c.document.id}: {c.quote}" for c in answer.citations)


def test_the_words_of_the_day_answer(office: Assistant) -> None:
    question = "Thời hạn thẩm định theo khoản 1 Điều 2 Nghị định 701/2015/NĐ-CP là bao nhiêu ngày?"
    before = office.ask(question, as_of=date(2018, 6, 30))
    assert before.outcome == "answered" and "30 ngày" in before.text and "20 ngày" not in before.text
    after = office.ask(question, as_of=date(2018, 7, 1))
    assert after.outcome == "answered" and "20 ngày" in after.text and "30 ngày" not in after.text
    assert "745-2018-nd-cp: " in quotes(after)


def test_a_phrase_put_for_another_is_read_in_its_place_with_both_sources(office: Assistant) -> None:
    answer = office.ask("Điều 3 Nghị định 701/2015/NĐ-CP quy định gì?", as_of=date(2019, 1, 1))
    assert "Hồ sơ gồm văn bản đề nghị và danh mục." in answer.text
    assert {c.document.id for c in answer.citations} == {"701-2015-nd-cp", "745-2018-nd-cp"}


def test_a_unit_that_was_put_in_answers_from_its_day_on(office: Assistant) -> None:
    question = "Điều 3a Nghị định 701/2015/NĐ-CP quy định gì?"
    assert "sao lưu hằng tháng" in office.ask(question, as_of=date(2019, 1, 1)).text
    assert "sao lưu hằng tháng" not in office.ask(question, as_of=date(2016, 1, 1)).text


@pytest.mark.parametrize("unit", ["", "khoản 2 Điều 2 "])
def test_what_no_longer_held_is_told_with_what_ended_it(office: Assistant, unit: str) -> None:
    answer = office.ask(f"Theo {unit}Nghị định 701/2015/NĐ-CP, thời hạn trả lời là bao lâu?", as_of=date(2024, 1, 1))
    assert answer.outcome == "out_of_force" and answer.lead is not None
    assert "777/2023/NĐ-CP" in answer.lead and "01/11/2023" in answer.lead
    assert "10 ngày" not in answer.text and "777-2023-nd-cp: " in quotes(answer)
    about = answer.not_held
    assert about is not None and about.document.id == "701-2015-nd-cp" and about.state.status is Status.EXPIRED
    assert [(b.document.id, b.kind) for b in about.by] == [("777-2023-nd-cp", RelationKind.EXPIRES)]


@pytest.mark.parametrize(
    "question",
    [
        "Hồi Nghị định 701/2015/NĐ-CP còn hiệu lực thì thời hạn thẩm định là bao nhiêu ngày?",
        "Back when Decree 701/2015/NĐ-CP applied, how many days did the appraisal take?",
    ],
)
def test_what_is_asked_of_the_time_in_which_it_held_is_answered_as_of_its_last_day(
    office: Assistant, question: str
) -> None:
    answer = office.ask(question, as_of=date(2024, 1, 1))
    assert answer.outcome == "answered" and answer.as_of == date(2023, 10, 31)
    assert "20 ngày" in answer.text
    # that it has ended since is said first: its citations carry the state of that day
    assert answer.lead is not None and answer.lead.startswith("701/2015/NĐ-CP ")


def test_what_an_ended_document_said_stands_behind_what_ended_it(office: Assistant) -> None:
    question = "Theo Nghị định 701/2015/NĐ-CP, thời hạn thẩm định là bao nhiêu ngày?"
    answer = office.ask(question, as_of=date(2024, 1, 1))
    assert answer.outcome == "out_of_force" and answer.lead is not None
    assert answer.lead.endswith("sau đó là nội dung của 701/2015/NĐ-CP áp dụng đến hết ngày 31/10/2023.")
    assert answer.citations[0].document.id == "777-2023-nd-cp"
    # in the words that it had at the end
    assert "20 ngày" in answer.statements[-1].text and "30 ngày" not in answer.text


def test_an_ended_document_that_says_nothing_of_the_question_is_not_quoted_for_it(office: Assistant) -> None:
    answer = office.ask("Nghị định 701/2015/NĐ-CP quy định giá vàng thế nào?", as_of=date(2024, 1, 1))
    assert answer.outcome == "out_of_force"
    assert {c.document.id for c in answer.citations} == {"777-2023-nd-cp"}


def test_a_clause_that_reads_otherwise_today_is_not_told_as_it_was(office: Assistant) -> None:
    answer = office.ask(
        "Thời hạn thẩm định theo khoản 1 Điều 2 Nghị định 701/2015/NĐ-CP là bao lâu?", as_of=date(2019, 1, 1)
    )
    assert "20 ngày" in answer.text and "30 ngày" not in answer.text


def test_what_did_not_hold_yet_has_nothing_that_ended_it(office: Assistant) -> None:
    answer = office.ask("Điều 1 Nghị định 777/2023/NĐ-CP quy định gì?", as_of=date(2023, 10, 1))
    assert answer.outcome == "out_of_force" and answer.not_held is not None
    assert answer.not_held.state.status is Status.NOT_YET and answer.not_held.by == ()
    held = office.ask("Điều 1 Nghị định 777/2023/NĐ-CP quy định gì?", as_of=date(2023, 11, 1))
    assert held.outcome == "answered" and held.not_held is None


@pytest.mark.parametrize(
    ("question", "day", "said", "proof"),
    [
        ("Nghị định 701/2015/NĐ-CP còn hiệu lực không?", date(2016, 1, 1), "Có: 701/2015/NĐ-CP", "01 tháng 4 năm 2015"),
        ("Nghị định 701/2015/NĐ-CP còn hiệu lực không?", date(2024, 1, 1), "01/11/2023", "777-2023-nd-cp: a)"),
        ("Is Decree 701/2015/ND-CP still in force?", date(2024, 1, 1), "1 November 2023", "777-2023-nd-cp: a)"),
        ("Has Decree 745/2018/ND-CP taken effect?", date(2018, 6, 1), "No: 745/2018/NĐ-CP", "01 tháng 7 năm 2018"),
        ("Nghị định 745/2018/NĐ-CP có hiệu lực từ ngày nào?", date(2024, 1, 1), "01/07/2018", "01 tháng 7 năm 2018"),
        ("Nghị định nào thay thế Nghị định 701/2015/NĐ-CP?", date(2024, 1, 1), "777/2023/NĐ-CP", "777-2023-nd-cp"),
        ("Điều nào của Nghị định 701/2015/NĐ-CP được sửa đổi?", date(2024, 1, 1), "745/2018/NĐ-CP", "Khoản 1 Điều 2"),
        (
            "Căn cứ ban hành của Nghị định 701/2015/NĐ-CP là gì?",
            date(2024, 1, 1),
            "Luật Lưu trữ",
            "Căn cứ Luật Lưu trữ",
        ),
        ("Văn bản nào hướng dẫn Nghị định 701/2015/NĐ-CP?", date(2017, 1, 1), "712/2016/TT-BNV", "712-2016-tt-bnv"),
        ("Khoản 2 Điều 2 Nghị định 701/2015/NĐ-CP còn hiệu lực không?", date(2019, 1, 1), "01/07/2018", "2. Bãi bỏ"),
        ("Ai bãi bỏ Nghị định 745/2018/NĐ-CP?", date(2024, 1, 1), "777/2023/NĐ-CP", "777-2023-nd-cp: b)"),
        ("Những văn bản nào hết hiệu lực theo Nghị định 777/2023/NĐ-CP?", date(2024, 1, 1), "701/2015", "777-2023"),
        ("Cụm từ “tờ trình” tại Nghị định 701/2015/NĐ-CP được thay bằng gì?", date(2024, 1, 1), "745/2018", "4. Thay"),
        ("Ngày 30/6/2018 khoản 2 Điều 2 Nghị định 701/2015/NĐ-CP còn hiệu lực không?", date(2024, 1, 1), "Có", "01"),
        ("Điều 3a Nghị định 701/2015/NĐ-CP còn hiệu lực không?", date(2019, 1, 1), "Có: Điều 3a", "3. Bổ sung"),
        (
            "Sau khi sáp nhập bộ, Nghị định 701/2015/NĐ-CP còn hiệu lực không?",
            date(2016, 1, 1),
            "Có: 701/2015/NĐ-CP",
            "01 tháng 4 năm 2015",
        ),
    ],
)
def test_questions_about_validity(office: Assistant, question: str, day: date, said: str, proof: str) -> None:
    answer = office.ask(question, as_of=day)
    assert answer.outcome == "answered" and said in answer.text.split("\n")[0]
    assert proof in quotes(answer)
    for c in answer.citations:
        assert c.quote == office.corpus.library.text(c.document.revision)[c.start : c.end]


def test_what_is_asked_about_other_things_is_no_question_about_validity(office: Assistant) -> None:
    answer = office.ask(
        "Theo Nghị định 701/2015/NĐ-CP, hồ sơ được bổ sung trong thời hạn bao lâu?", as_of=date(2016, 1, 1)
    )
    assert answer.lead is None


def test_citations_and_search_tell_the_state_on_the_day(office: Assistant) -> None:
    answer = office.ask("Không thu lệ phí theo điều nào?", as_of=date(2016, 1, 1))
    assert all(
        c.state is not None and c.state.status is Status.IN_FORCE
        for c in answer.citations
        if c.document.id == "701-2015-nd-cp"
    )
    found = office.search.find("thời hạn thẩm định hồ sơ", 10, Filters(as_of=date(2024, 1, 1)))
    entries = office.search.view.entries
    assert "701-2015-nd-cp" not in {entries[h.key.revision].id for h in found}
    anyway = office.search.find("thời hạn thẩm định hồ sơ", 10)
    assert "701-2015-nd-cp" in {entries[h.key.revision].id for h in anyway}
