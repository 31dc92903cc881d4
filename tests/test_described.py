"""Documents that a question describes by type, time and subject, and what is asked of them."""

from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.mentions import find_mentions
from assistant.question import understand
from assistant.references import resolve
from assistant.search import Search
from corpus.corpus import Corpus
from tests.conftest import OpenCorpus


@pytest.fixture
def corpus(sample_data: Path, open_corpus: OpenCorpus) -> Corpus:
    return open_corpus(sample_data)


def named(corpus: Corpus, question: str) -> set[str | None]:
    entries = Search(corpus).view.entries.values()
    return {e.identity.number for e in resolve(corpus, understand(question), entries).entries}


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("By when must the project reach the department under the 2022 circular?", "98/2022/TT-BNV"),
        ("What did the 2021 resolution say of rural labour?", "05-NQ/TU"),
        ("How many classes does the February 2026 plan hold?", "31/KH-TCT"),
        ("Under the 2021 decentralization rules, who appoints principals?", "10/2021/QĐ-UBND"),
        ("What does the resolution of 2021 ask of the Party committees?", "05-NQ/TU"),
        ("Theo quy định phân cấp 2025, ai bổ nhiệm hiệu trưởng?", "31/2025/QĐ-UBND"),
        ("Cử đi học thạc sĩ theo đề án năm 2021 được bao nhiêu tiền?", "04-ĐA/TU"),
        ("Về tỉnh làm việc theo chương trình 2026-2030 được hỗ trợ gì?", "02-CTr/TU"),
        ("dieu kien bo nhiem (quy che 2022) la gi", "25/2022/QĐ-UBND"),
        ("Theo hướng dẫn về bổ nhiệm năm 2022 hồ sơ gồm những gì?", "09-HD/BTCTU"),
        ("Theo công văn tháng 9/2023 của Sở Nội vụ thì liên hệ ai?", "642/SNV-CCVC"),
        ("September 2023 letter of the Department of Home Affairs: who is the contact?", "642/SNV-CCVC"),
    ],
)
def test_a_description_that_fits_one_document_names_it(corpus: Corpus, question: str, number: str) -> None:
    assert named(corpus, question) == {number}


@pytest.mark.parametrize(
    "question",
    [
        "Which rules held before the 2025 regulation?",
        "Trước khi có quy định 2025, ai bổ nhiệm hiệu trưởng?",
        "Which agencies are late with the 2023 decision?",  # there are several
        "Kế hoạch biên chế năm 2024 gửi trước ngày nào?",  # a plan of the payroll, not the plan of 2024 on reform
        "In 2021 the province lacked doctors; how many?",
        "Theo quy định phân cấp 1999, ai bổ nhiệm?",
        "What did the programme hold in 2021?",
        "Văn bản nào hướng dẫn bổ nhiệm năm 2022?",  # what a text does, and not what it is called
    ],
)
def test_what_describes_none_or_several_names_none(corpus: Corpus, question: str) -> None:
    assert named(corpus, question) == set()


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("Under Project 04 - what sum do I get?", ["Project 04"]),
        ("chương trình 2026-2030 hỗ trợ ai", []),
        ("Quy chế 2022 quy định gì", []),
        ("de an 04 quy dinh gi", ["de an 04"]),
        ("Quyết định số 2022 của Bộ", ["Quyết định số 2022"]),
        ("in the training regulation (40/2023), how long is one period?", ["40/2023"]),
        ("Quy chế đào tạo (số 40/2023) quy định gì?", ["số 40/2023"]),
        ("Chương trình hỗ trợ 12 xã (năm 2023) ra sao?", []),
    ],
)
def test_a_year_or_a_dash_makes_no_number(question: str, printed: list[str]) -> None:
    assert [m.printed for m in find_mentions(question)] == printed


def test_what_describes_a_document_is_not_looked_for_in_it(corpus: Corpus) -> None:
    answer = Assistant(corpus).ask(
        "September 2023 letter from Home Affairs: who is the contact person if we get stuck?"
    )
    assert answer.outcome == "answered" and "Ngô Quốc Việt" in answer.statements[0].text


def test_a_regulation_goes_by_the_number_of_the_decision_that_promulgates_it() -> None:
    (mention,) = find_mentions("the training regulation 40/2023")
    assert {"regulation", "decision"} <= mention.types
    (of_no_year,) = find_mentions("the training regulation 40")
    assert "decision" not in of_no_year.types


def test_a_described_document_answers_for_itself(corpus: Corpus) -> None:
    answer = Assistant(corpus).ask(
        "Under the 2025 decentralization rules, by when do communes send the list of surplus civil servants?"
    )
    assert answer.outcome == "answered"
    assert {c.document.identity.number for c in answer.citations} == {"31/2025/QĐ-UBND"}


def test_those_titled_after_a_document_speak_for_it_too(corpus: Corpus) -> None:
    search = Search(corpus)
    by_number = {e.identity.number: e for e in search.view.entries.values()}
    about = {e.identity.number for e in search.view.titled_after([by_number["12-CTr/TU"]])}
    assert about == {"187-BC/TU", "77-KL/TU"}
    assert search.view.titled_after([by_number["31/KH-TCT"]]) == []


@pytest.mark.parametrize(
    "asked",
    [
        "How many cadres have been rotated to the district level under Programme 12-CTr/TU?",
        "Thực hiện Chương trình 12-CTr/TU, đã luân chuyển bao nhiêu cán bộ về cấp huyện, cấp xã?",
    ],
)
def test_a_report_still_tells_of_a_programme_that_has_ended(corpus: Corpus, asked: str) -> None:
    answer = Assistant(corpus).ask(asked, as_of=date(2026, 6, 1))
    assert answer.outcome == "answered" and "196" in answer.statements[0].text
    assert {c.document.identity.number for c in answer.citations} <= {"187-BC/TU", "77-KL/TU"}


def test_what_an_ended_programme_lays_down_is_out_of_force(corpus: Corpus) -> None:
    answer = Assistant(corpus).ask("Theo Chương trình 12-CTr/TU, ai làm Trưởng Ban Chỉ đạo?", as_of=date(2026, 6, 1))
    assert answer.outcome == "out_of_force"
