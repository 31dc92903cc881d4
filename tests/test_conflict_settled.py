"""Two documents that differ: said in short under a heading, settled by a clause, by a later wording, or asked about."""

from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from ingest.job import files_under, ingest
from tests.conftest import OpenCorpus
from tests.test_validity_answers import quotes
from tests.validity_made import text_of

DAY = date(2024, 1, 1)
_ISSUED = "ngày 10 tháng 02 năm 2015"
DECREE = text_of(
    "801/2015/NĐ-CP", _ISSUED, "NGHỊ ĐỊNH", "Về mượn tài liệu lưu trữ",
    "Điều 1. Phạm vi\nNghị định này quy định thời hạn mượn tài liệu lưu trữ của cơ quan một cửa.\n"
    "Điều 2. Mượn tài liệu\nĐơn mượn tài liệu lưu trữ gửi cơ quan lưu trữ trước ít nhất 10 ngày.\n"
    "Điều 3. Hiệu lực\nNghị định này có hiệu lực từ ngày 01 tháng 4 năm 2015.\n",
)  # fmt: skip
_HEADS = (
    "802/2020/QĐ-UBND",
    "ngày 05 tháng 5 năm 2020",
    "QUYẾT ĐỊNH",
    "Về mượn tài liệu lưu trữ của cơ quan thuộc tỉnh",
)
_SHORT = "Điều 1. Mượn tài liệu\n1. Đơn mượn gồm 01 bản.\n2. Đơn gửi phòng lưu trữ trước ít nhất 15 ngày.\n"
SHORT = text_of(
    *_HEADS, f"{_SHORT}Điều 2. Hiệu lực\nQuyết định này có hiệu lực từ ngày 01 tháng 6 năm 2020.\n", "TỈNH X"
)
LATER = text_of(
    "803/2020/NĐ-CP", "ngày 05 tháng 5 năm 2020", "NGHỊ ĐỊNH", "Về tài liệu lưu trữ",
    "Điều 1. Mượn tài liệu\nĐơn mượn tài liệu lưu trữ gửi cơ quan lưu trữ trước ít nhất 07 ngày.\n"
    "Điều 2. Hiệu lực\n1. Nghị định này có hiệu lực từ ngày 01 tháng 6 năm 2020.\n"
    "2. Các quy định trước đây trái với Nghị định này đều bãi bỏ.\n",
)  # fmt: skip
ASKED = "Đơn mượn tài liệu lưu trữ phải gửi cơ quan lưu trữ trước ít nhất bao nhiêu ngày?"


def ask(question: str, texts: list[str], tmp_path: Path, open_corpus: OpenCorpus) -> Answer:
    """The answer over an office that holds these texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for n, text in enumerate(texts):
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    corpus = open_corpus(tmp_path / "data")
    with corpus.writing():
        ingest(corpus, files_under([folder]))
    return Assistant(corpus).ask(question, as_of=DAY)


def test_what_is_said_in_short_under_its_heading_differs_all_the_same(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    answer = ask(ASKED, [DECREE, SHORT], tmp_path, open_corpus)
    assert answer.outcome == "conflicting" and "10 ngày" in answer.text and "15 ngày" in answer.text


def test_a_clause_that_ends_what_is_contrary_settles_it(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    answer = ask(ASKED, [DECREE, LATER], tmp_path, open_corpus)
    assert answer.outcome == "answered" and "07 ngày" in answer.text and "10 ngày" not in answer.text
    assert "trái với Nghị định này" in quotes(answer)


def test_without_such_a_clause_both_are_shown(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    bare = LATER.replace("2. Các quy định trước đây trái với Nghị định này đều bãi bỏ.\n", "")
    answer = ask(ASKED, [DECREE, bare], tmp_path, open_corpus)
    assert answer.outcome == "conflicting" and "07 ngày" in answer.text and "10 ngày" in answer.text


def test_a_lower_text_ends_no_higher_one(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    lower = SHORT + "Điều 3. Chuyển tiếp\nCác quy định trước đây trái với Quyết định này đều bãi bỏ.\n"
    assert ask(ASKED, [DECREE, lower], tmp_path, open_corpus).outcome == "conflicting"


def test_which_of_two_named_texts_applies_is_shown_as_a_conflict(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    bare = LATER.replace("2. Các quy định trước đây trái với Nghị định này đều bãi bỏ.\n", "")
    question = (
        "Nghị định 801/2015/NĐ-CP và Nghị định 803/2020/NĐ-CP khác nhau về số ngày gửi đơn mượn tài liệu, áp dụng theo "
        "văn bản nào?"
    )
    answer = ask(question, [DECREE, bare], tmp_path, open_corpus)
    assert answer.outcome == "conflicting" and "10 ngày" in answer.text and "07 ngày" in answer.text


def test_what_only_states_a_scope_answers_no_question_for_a_figure(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    question = "Thời hạn mượn tài liệu lưu trữ của cơ quan một cửa là bao nhiêu ngày?"
    assert "quy định thời hạn mượn" not in ask(question, [DECREE], tmp_path, open_corpus).text


AMENDED = [
    text_of(
        number, day, "NGHỊ ĐỊNH", "Sửa đổi, bổ sung một số điều của Nghị định số 801/2015/NĐ-CP",
        f"Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 801/2015/NĐ-CP {_ISSUED} của Chính phủ{told}\n"
        f"{order}\nĐiều 2. Hiệu lực\nNghị định này có hiệu lực từ {from_}.\n",
    )
    for number, day, told, order, from_ in (
        ("811/2017/NĐ-CP", "ngày 05 tháng 5 năm 2017", "",
         "1. Bổ sung Điều 2a vào sau Điều 2 như sau:\n“Điều 2a. Hủy đơn\nViệc hủy đơn mượn được báo trước 24 giờ.”.",
         "ngày 01 tháng 7 năm 2017"),
        ("812/2021/NĐ-CP", "ngày 05 tháng 5 năm 2021", " (đã được sửa đổi, bổ sung theo Nghị định số 811/2017/NĐ-CP)",
         "1. Sửa đổi Điều 2a như sau:\n“Điều 2a. Hủy đơn\nViệc hủy đơn mượn được báo trước 12 giờ qua mạng.”.",
         "ngày 01 tháng 7 năm 2021"),
    )
]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "there", "gone"), [("2018-01-01", "24 giờ", "12 giờ"), ("2024-01-01", "12 giờ", "24 giờ")]
)
def test_a_wording_that_was_changed_again_answers_no_more(
    day: str, there: str, gone: str, tmp_path: Path, open_corpus: OpenCorpus
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for n, text in enumerate([DECREE, *AMENDED]):
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    corpus = open_corpus(tmp_path / "data")
    with corpus.writing():
        ingest(corpus, files_under([folder]))
    answer = Assistant(corpus).ask("Việc hủy đơn mượn tài liệu phải báo trước bao lâu?", as_of=date.fromisoformat(day))
    assert answer.outcome == "answered" and there in answer.text and gone not in answer.text


def test_of_two_councils_with_one_number_the_one_of_the_place_is_meant(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    texts = [
        text_of(
            "17/2022/NQ-HĐND", issued, "NGHỊ QUYẾT", "Về mượn tài liệu lưu trữ",
            f"Điều 1. Thời hạn\nThời hạn mượn là {days} ngày.\n"
            f"Điều 2. Hiệu lực\nNghị quyết này có hiệu lực từ ngày {from_}.\n", f"HỘI ĐỒNG NHÂN DÂN\nTỈNH {place}",
        )
        for place, issued, days, from_ in (
            ("LAM GIANG", "ngày 05 tháng 5 năm 2022", "10", "01 tháng 6 năm 2022"),
            ("TÂN PHƯỚC", "ngày 08 tháng 8 năm 2022", "15", "01 tháng 9 năm 2022"),
        )
    ]  # fmt: skip
    folder = tmp_path / "texts"
    folder.mkdir()
    for n, text in enumerate(texts):
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    corpus = open_corpus(tmp_path / "data")
    with corpus.writing():
        ingest(corpus, files_under([folder]))
    office = Assistant(corpus)
    for question, day in (
        ("Nghị quyết 17/2022/NQ-HĐND của tỉnh Lam Giang có hiệu lực từ ngày nào?", "01/06/2022"),
        ("When did Resolution 17/2022/NQ-HDND of Tan Phuoc Province take effect?", "1 September 2022"),
    ):
        assert day in office.ask(question, as_of=DAY).text
    assert office.ask("Nghị quyết 17/2022/NQ-HĐND có hiệu lực từ ngày nào?", as_of=DAY).outcome == "clarify"


PLACES = [
    text_of(
        number, "ngày 05 tháng 5 năm 2022", "NGHỊ QUYẾT", "Về mức hỗ trợ tổ đọc sách",
        f"Điều 1. Phạm vi\nNghị quyết này áp dụng {over}.\n"
        f"Điều 2. Mức hỗ trợ\nTổ đọc sách của thôn ở {where} được hỗ trợ mua báo {sum_} đồng/năm.\n"
        "Điều 3. Hiệu lực\nNghị quyết này có hiệu lực từ ngày 01 tháng 6 năm 2022.\n", f"HỘI ĐỒNG NHÂN DÂN\n{place}",
    )
    for number, over, where, sum_, place in (
        ("7/2022/NQ-HĐND", "ở huyện Bến Đá", "huyện Bến Đá", "2.000.000", "HUYỆN BẾN ĐÁ"),
        ("8/2022/NQ-HĐND", "ở các huyện, kể cả huyện Bến Đá", "các huyện của tỉnh Sông Trà", "3.500.000", "TỈNH SÔNG TRÀ"),
        ("9/2022/NQ-HĐND", "ở các huyện", "các huyện của tỉnh Lam Giang", "4.000.000", "TỈNH LAM GIANG"),
    )
]  # fmt: skip
OF_THE_DISTRICT = "Tổ đọc sách của thôn ở huyện Bến Đá được hỗ trợ mua báo bao nhiêu một năm?"


def test_a_district_and_its_province_that_differ_are_shown_with_who_stands_higher(
    tmp_path: Path, open_corpus: OpenCorpus
) -> None:
    answer = ask(OF_THE_DISTRICT, PLACES[:2], tmp_path, open_corpus)
    assert answer.outcome == "conflicting" and "2.000.000" in answer.text and "3.500.000" in answer.text
    assert answer.lead is not None and "8/2022/NQ-HĐND (05/05/2022) cao hơn 7/2022/NQ-HĐND" in answer.lead


def test_another_province_says_nothing_of_the_district(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    answer = ask(OF_THE_DISTRICT, [PLACES[0], PLACES[2]], tmp_path, open_corpus)
    assert answer.outcome == "answered" and "2.000.000" in answer.text and "4.000.000" not in answer.text


def test_a_province_that_ends_what_its_districts_lay_down_to_the_contrary_holds_alone(
    tmp_path: Path, open_corpus: OpenCorpus
) -> None:
    ended = "Các quy định về tổ đọc sách do Hội đồng nhân dân cấp huyện ban hành trái với Nghị quyết này hết hiệu lực."
    later = PLACES[1].replace("ngày 05 tháng 5 năm 2022", "ngày 25 tháng 5 năm 2022") + ended
    answer = ask(OF_THE_DISTRICT, [PLACES[0], later], tmp_path, open_corpus)
    assert answer.outcome == "answered" and "3.500.000" in answer.text and "2.000.000" not in answer.text
