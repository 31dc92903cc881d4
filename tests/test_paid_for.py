"""What a question of money is about: a sum for another thing is no answer."""

from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from ingest.job import files_under, ingest
from tests.conftest import OpenCorpus
from tests.validity_made import text_of

ROOMS = text_of(
    "801/2015/NĐ-CP", "ngày 10 tháng 02 năm 2015", "NGHỊ ĐỊNH", "Về nhà nghỉ của cơ quan lưu trữ",
    "Điều 1. Giá thuê\n1. Giá phòng đơn tại nhà nghỉ của cơ quan lưu trữ là 350.000 đồng/đêm.\n"
    "2. Giá vé tham quan kho là 20.000 đồng.\n"
    "Điều 2. Hiệu lực\nNghị định này có hiệu lực từ ngày 01 tháng 4 năm 2015.\n",
)  # fmt: skip


@pytest.fixture
def office(tmp_path: Path, open_corpus: OpenCorpus) -> Assistant:
    (tmp_path / "rooms.txt").write_text(ROOMS, encoding="utf-8")
    corpus = open_corpus(tmp_path / "data")
    with corpus.writing():
        ingest(corpus, files_under([tmp_path / "rooms.txt"]))
    return Assistant(corpus)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Theo Nghị định 801/2015/NĐ-CP, giá phòng đơn tại nhà nghỉ của cơ quan lưu trữ là bao nhiêu?", "350.000"),
        ("Theo Nghị định 801/2015/NĐ-CP, tiền thuê phòng đơn tại nhà nghỉ là bao nhiêu?", "350.000"),
        ("Theo Nghị định 801/2015/NĐ-CP, tiền giặt ủi tại nhà nghỉ của cơ quan lưu trữ là bao nhiêu?", ""),
        ("Theo Nghị định 801/2015/NĐ-CP, giá bữa trưa tại nhà nghỉ của cơ quan lưu trữ là bao nhiêu?", ""),
    ],
)
def test_a_sum_for_another_thing_is_no_answer(office: Assistant, question: str, said: str) -> None:
    answer = office.ask(question, as_of=date(2024, 1, 1))
    assert said in answer.text and (answer.outcome == "answered") is bool(said)
