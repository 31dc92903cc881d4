"""Asking back: when two documents fit, with the choices; and not when one does."""

from collections.abc import Iterator

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.earlier import Turn
from assistant.search import Filters
from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding
from corpus.settings import read_settings
from ingest.job import files_under, ingest

HEAD = """ỦY BAN NHÂN DÂN
TỈNH {place}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: {number}
{place}, ngày {day}

QUYẾT ĐỊNH
{title}

Điều 1. {first}
Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày {from_}.
Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này./.
"""
TWO = (
    ("7/2021/QĐ-UBND", "Lam Giang", "05 tháng 3 năm 2021", "Quy định về hỗ trợ cán bộ luân chuyển", "Cán bộ luân chuyển được hỗ trợ 02 triệu đồng mỗi tháng.", "20 tháng 3 năm 2021"),
    ("7/2024/QĐ-UBND", "Lam Giang", "08 tháng 4 năm 2024", "Quy định về quản lý nhà công vụ", "Nhà công vụ được bố trí cho cán bộ biệt phái.", "25 tháng 4 năm 2024"),
    ("19/2025/QĐ-UBND", "Lam Giang", "11 tháng 6 năm 2025", "Quy định về hỗ trợ cán bộ luân chuyển", "Cán bộ luân chuyển được hỗ trợ 04 triệu đồng mỗi tháng.", "01 tháng 7 năm 2025"),
)  # fmt: skip


@pytest.fixture(scope="module")
def namesakes(tmp_path_factory: pytest.TempPathFactory, embedding: SentenceEmbedding) -> Iterator[Assistant]:
    """Three decisions: two with the serial 7, two on the same matter."""
    folder = tmp_path_factory.mktemp("namesakes")
    for number, place, day, title, first, from_ in TWO:
        text = HEAD.format(number=number, place=place, day=day, title=title, first=first, from_=from_)
        (folder / f"{number.replace('/', '-')}.txt").write_text(text, encoding="utf-8")
    corpus = Corpus(read_settings(folder / "data"))
    corpus.embedding = embedding
    with corpus.writing():
        ingest(corpus, files_under(sorted(folder.glob("*.txt"))))
    yield Assistant(corpus)
    corpus.close()


def numbers(answer: Answer) -> list[str]:
    return [choice.label.split(" (")[0].removeprefix("Quyết định ") for choice in answer.choices]


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 7 có hiệu lực từ ngày nào?",
        "quyet dinh 7 co hieu luc tu ngay nao",
        "When does Decision 7 take effect?",
    ],
)
def test_a_short_number_of_two_years_is_asked_back(namesakes: Assistant, question: str) -> None:
    answer = namesakes.ask(question)
    assert answer.outcome == "clarify" and not answer.statements and not answer.citations
    assert numbers(answer) == ["7/2024/QĐ-UBND", "7/2021/QĐ-UBND"]
    assert answer.lead is not None and answer.text.startswith(answer.lead) and "7/2021" in answer.text
    english = question.startswith("When")
    assert ("Which one" in answer.lead) == english and ("văn bản nào" in answer.lead) != english


def test_each_choice_is_a_question_that_is_answered(namesakes: Assistant) -> None:
    answer = namesakes.ask("Quyết định 7 có hiệu lực từ ngày nào?")
    told = [namesakes.ask(choice.question) for choice in answer.choices]
    assert [a.outcome for a in told] == ["answered", "answered"]
    assert "25 tháng 4 năm 2024" in told[0].text and "20 tháng 3 năm 2021" in told[1].text


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 7/2021 có hiệu lực từ ngày nào?",
        "Quyết định số 7 năm 2021 có hiệu lực từ ngày nào?",
        "Quyết định 7 về hỗ trợ cán bộ luân chuyển có hiệu lực từ ngày nào?",
    ],
)
def test_a_year_or_the_matter_settles_it(namesakes: Assistant, question: str) -> None:
    answer = namesakes.ask(question)
    assert answer.outcome != "clarify"
    assert "20 tháng 3 năm 2021" in answer.text


def test_filters_and_the_conversation_settle_it(namesakes: Assistant) -> None:
    question = "Quyết định 7 có hiệu lực từ ngày nào?"
    only = Filters(documents=("7-2021-qd-ubnd",))
    assert "20 tháng 3 năm 2021" in namesakes.ask(question, only).text
    before = Turn("Nhà công vụ được bố trí cho ai?", ("Quyết định 7/2024/QĐ-UBND",))
    settled = namesakes.ask(question, history=[before])
    assert settled.outcome == "answered" and "25 tháng 4 năm 2024" in settled.text
    assert settled.understood == "Quyết định 7/2024/QĐ-UBND có hiệu lực từ ngày nào?"


def test_two_decisions_on_one_matter_are_asked_back_where_the_document_itself_is_meant(namesakes: Assistant) -> None:
    answer = namesakes.ask("Quyết định về hỗ trợ cán bộ luân chuyển có hiệu lực từ ngày nào?")
    assert answer.outcome == "clarify" and numbers(answer) == ["19/2025/QĐ-UBND", "7/2021/QĐ-UBND"]
    assert [c.question for c in answer.choices][0].startswith("Quyết định 19/2025/QĐ-UBND về hỗ trợ")
    one = namesakes.ask("Quyết định về quản lý nhà công vụ có hiệu lực từ ngày nào?")
    assert one.outcome == "answered" and "25 tháng 4 năm 2024" in one.text
    dated = namesakes.ask("Quyết định về hỗ trợ cán bộ luân chuyển năm 2025 có hiệu lực từ ngày nào?")
    assert dated.outcome == "answered" and "01 tháng 7 năm 2025" in dated.text


@pytest.mark.parametrize("question", ["Điều 5 quy định gì?", "dieu 5 quy dinh gi", "What does Article 5 say?"])
def test_a_unit_without_a_document_is_asked_back(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.outcome == "clarify" and 2 <= len(answer.choices) <= 8
    assert len({c.label for c in answer.choices}) == len(answer.choices)
    first = assistant.ask(answer.choices[0].question)
    assert first.outcome == "answered" and first.citations


def test_a_unit_of_the_only_document_is_fetched(assistant: Assistant) -> None:
    answer = assistant.ask("Điều 4 quy định gì?", Filters(documents=("18-2024-qd-ubnd",)))
    assert answer.outcome == "answered"
    assert {c.passage.split(".")[0] for c in answer.citations} == {"18-2024-qd-ubnd/d4"}


def test_a_unit_of_the_document_spoken_of_is_fetched(assistant: Assistant) -> None:
    before = Turn("Quyết định 18/2024/QĐ-UBND có hiệu lực từ ngày nào?", ("Quyết định 18/2024/QĐ-UBND",))
    answer = assistant.ask("Điều 4 quy định gì?", history=[before])
    assert answer.outcome == "answered"
    assert {c.passage.split(".")[0] for c in answer.citations} == {"18-2024-qd-ubnd/d4"}


@pytest.mark.parametrize(
    "question",
    [
        "Khung năng lực là gì?",
        "Điều 2 Quyết định 25/2022/QĐ-UBND quy định gì?",
        "What does Article 4 of Decision 18/2024 say?",
        "Nghị quyết 05 đặt mục tiêu gì?",
        "Tìm quyết định về phân cấp quản lý tổ chức bộ máy",
        "Cán bộ luân chuyển được hỗ trợ bao nhiêu tiền?",
    ],
)
def test_what_is_plain_is_not_asked_back(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).outcome != "clarify"


def test_translations_of_one_document_are_no_choice(assistant: Assistant) -> None:
    answer = assistant.ask("Thông tư 98 có hiệu lực từ ngày nào?")
    assert answer.outcome == "answered" and "10 tháng 02 năm 2023" in answer.text
