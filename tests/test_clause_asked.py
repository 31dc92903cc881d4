"""A clause of an article rather than its sibling: cases added to an offence, the value and the end of it asked for, the
side of a figure, what a clause goes on about. The law and the rules on ferries are made up.
"""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.question import understand
from assistant.value_asked import value_asked
from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding
from corpus.settings import read_settings
from ingest.job import files_under, ingest
from tests.validity_made import text_of

LAW = text_of(
    "77/2013/QH13", "ngày 20 tháng 6 năm 2013", "LUẬT", "Bến đò",
    "Điều 1. Tội tháo trộm phao tiêu bến đò\n"
    "1. Người nào tháo trộm phao tiêu của bến đò, nếu không thuộc trường hợp quy định tại Điều 3 của Luật này, thì bị phạt "
    "cải tạo không giam giữ đến 01 năm hoặc phạt tù từ 04 tháng đến 02 năm.\n"
    "2. Phạm tội thuộc một trong các trường hợp sau đây, thì bị phạt tù từ 02 năm đến 06 năm:\n"
    "a) Trong lúc nước lũ lên cao;\n"
    "b) Có kỹ sư tiếp tay;\n"
    "c) Lấy đi 10 phao trở lên.\n"
    "3. Phạm tội gây hậu quả rất nghiêm trọng, thì bị phạt tù từ 06 năm đến 11 năm.\n"
    "4. Người phạm tội còn có thể bị phạt tiền từ 3.000.000 đồng đến 30.000.000 đồng.\n"
    "5. Pháp nhân phạm tội này, thì bị phạt tiền từ 500.000.000 đồng đến 900.000.000 đồng.\n"
    "Điều 2. Nghỉ phép của người giữ bến\n"
    "1. Người giữ bến đã làm việc đủ 08 tháng thì được nghỉ phép năm 11 ngày.\n"
    "2. Người giữ bến làm việc chưa đủ 08 tháng thì số ngày nghỉ phép năm tính theo tỷ lệ với số tháng đã làm.\n"
    "3. Trong trường hợp quy định tại khoản 1 Điều này mà bến ở nơi có lũ quét thì được nghỉ phép năm 15 ngày.\n"
    "Điều 3. Bảo hành áo phao\n"
    "1. Thời hạn bảo hành áo phao là 14 tháng.\n"
    "2. Bên mua được đổi áo phao khác hoặc lấy lại tiền nếu bên bán không thể vá được áo phao trong thời hạn bảo hành.\n"
    "Điều 4. Cách tính thời hạn của bến\n"
    "1. Thời hạn sửa bến là 45 ngày.\n"
    "2. Khi thời hạn sửa bến bắt đầu bằng một trận lũ thì tính từ ngày tiếp theo liền kề của ngày lũ rút.\n"
    "Điều 5. Giá vé\n"
    "1. Trường hợp chủ bến và chủ đò chỉ có thỏa thuận về giờ chạy thì giá vé cũng được xác định theo giờ chạy. "
    "Nếu chủ bến và chủ đò không có thỏa thuận về giờ chạy và giá vé thì giá vé là giá năm trước.\n"
    "Luật này đã được Quốc hội khóa XIII, kỳ họp thứ 5 thông qua ngày 20 tháng 6 năm 2013.\n",
)  # fmt: skip
RULES = (
    "FERRY ACT\n\nArticle 1. Cutting loose a ferry buoy\n"
    "1. Whoever cuts loose a ferry buoy shall be imprisoned for 6 months to 2 years.\n"
    "2. The offence shall be punished with imprisonment of 3 years to 8 years if it is committed:\n"
    "a) While the river is in flood;\n"
    "b) With the help of a ferry engineer.\n"
    "3. The offender may also be fined from 2,000,000 VND to 20,000,000 VND.\n"
)


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory, embedding: SentenceEmbedding) -> Iterator[Assistant]:
    """An assistant over the made-up law and rules; how sure it is, is not the point."""
    folder = tmp_path_factory.mktemp("ferries")
    (folder / "texts").mkdir()
    (folder / "texts" / "law.txt").write_text(LAW, encoding="utf-8")
    (folder / "texts" / "rules.txt").write_text(RULES, encoding="utf-8")
    corpus = Corpus(read_settings(folder / "data", confidence=0.0))
    corpus.embedding = embedding
    with corpus.writing():
        ingest(corpus, files_under([folder / "texts"]))
    yield Assistant(corpus)
    corpus.close()


OFFENCE = "Tội tháo trộm phao tiêu bến đò"


@pytest.mark.parametrize(
    ("question", "there", "absent"),
    [
        ("Người nào tháo trộm phao tiêu của bến đò thì bị phạt tù từ bao nhiêu đến bao nhiêu?", "04 tháng", "06 năm"),
        ("Tháo trộm phao tiêu của bến đò trong lúc nước lũ lên cao thì bị phạt tù bao nhiêu năm?", "a) Trong", "b) Có"),
        ("Tháo trộm phao tiêu bến đò mà có kĩ sư tiếp tay thì bị phạt như thế nào?", "b) Có kỹ sư", "a) Trong"),
        ("Tháo trộm phao tiêu bến đò gây hậu quả rất nghiêm trọng thì bị phạt như thế nào?", "11 năm", "02 năm"),
        ("Người tháo trộm phao tiêu của bến đò còn có thể bị phạt tiền bao nhiêu?", "30.000.000", "900.000.000"),
        ("Pháp nhân tháo trộm phao tiêu của bến đò bị phạt tiền bao nhiêu?", "900.000.000", "30.000.000 đ"),
        ("Tháo trộm phao tiêu của bến đò có thể bị phạt tù lên đến bao nhiêu năm?", "11 năm", "02 năm"),
        ("Tháo trộm phao tiêu của bến đò có thể bị phạt tù tối thiểu bao nhiêu tháng?", "04 tháng", "11 năm"),
        ("Tháo trộm bao nhiêu phao tiêu của bến đò thì bị phạt tù đến 06 năm?", "10 phao", "11 năm"),
    ],
)  # fmt: skip
def test_of_an_offence_the_clause_of_the_case_and_the_value_answers(
    ferries: Assistant, question: str, there: str, absent: str
) -> None:
    answer = ferries.ask(question)
    assert there in answer.text and absent not in answer.text
    text = ferries.corpus.library.text(answer.citations[0].document.revision)
    assert all(text[c.start : c.end] == c.quote for c in answer.citations)


def test_a_clause_that_says_the_offence_comes_under_the_heading_that_names_it(ferries: Assistant) -> None:
    answer = ferries.ask("Tháo trộm phao tiêu của bến đò trong lúc nước lũ lên cao thì bị phạt như thế nào?")
    said = [s.text for s in answer.statements]
    assert OFFENCE in said[0] and said[1].startswith("2. Phạm tội") and said[2].startswith("a)") and len(said) == 3
    alone = ferries.ask("Người nào tháo trộm phao tiêu của bến đò thì bị phạt như thế nào?")
    assert OFFENCE not in alone.statements[0].text


@pytest.mark.parametrize(
    ("question", "there", "absent"),
    [
        ("How long is somebody imprisoned who cuts loose a ferry buoy?", "2 years", "8 years"),
        (
            "How long is somebody imprisoned who cuts loose a ferry buoy while the river is in flood?",
            "8 years",
            "2 years",
        ),
        ("How much may whoever cuts loose a ferry buoy also be fined?", "20,000,000", "8 years"),
    ],
)
def test_the_same_in_english(ferries: Assistant, question: str, there: str, absent: str) -> None:
    answer = ferries.ask(question)
    assert there in answer.text and absent not in answer.text


def test_the_most_of_another_case_is_not_told_for_the_plain_one(ferries: Assistant) -> None:
    answer = ferries.ask("Người giữ bến làm việc đủ 08 tháng được nghỉ phép năm tối đa bao nhiêu ngày?")
    assert "11 ngày" in answer.text and "15 ngày" not in answer.text
    flooded = ferries.ask("Người giữ bến ở nơi có lũ quét được nghỉ phép năm bao nhiêu ngày?")
    assert "15 ngày" in flooded.text


def test_what_is_for_the_other_side_of_a_figure_answers_nothing(ferries: Assistant) -> None:
    short = ferries.ask("Người giữ bến làm việc chưa được 08 tháng thì được nghỉ phép năm bao nhiêu ngày?")
    assert "theo tỷ lệ" in short.text and "11 ngày" not in short.text
    long = ferries.ask("Người giữ bến làm việc từ đủ 08 tháng thì được nghỉ phép năm bao nhiêu ngày?")
    assert "11 ngày" in long.text and "theo tỷ lệ" not in long.text


def test_a_case_is_not_answered_by_what_is_for_its_contrary(ferries: Assistant) -> None:
    agreed = ferries.ask("Nếu chủ bến và chủ đò chỉ thoả thuận về giờ chạy thì giá vé được xác định như thế nào?")
    assert "theo giờ chạy" in agreed.text and "không có thỏa thuận" not in agreed.text
    silent = ferries.ask("Nếu chủ bến và chủ đò không có thỏa thuận về giờ chạy thì giá vé được xác định như thế nào?")
    assert "giá năm trước" in silent.text and "theo giờ chạy" not in silent.text


def test_a_time_limit_that_is_only_named_is_not_asked_for(ferries: Assistant) -> None:
    answer = ferries.ask("Trong thời hạn bảo hành bên mua có quyền gì nếu bên bán không thể vá được áo phao?")
    assert "lấy lại tiền" in answer.text
    assert "14 tháng" in ferries.ask("Thời hạn bảo hành áo phao là bao lâu?").text


def test_a_day_may_be_told_by_the_one_before_it(ferries: Assistant) -> None:
    answer = ferries.ask("Khi thời hạn sửa bến bắt đầu bằng một trận lũ thì thời hạn được tính từ ngày nào?")
    assert "ngày tiếp theo liền kề" in answer.text


def test_how_a_law_came_about_answers_only_who_asks_that(ferries: Assistant) -> None:
    assert "thông qua" not in ferries.ask("Luật Bến đò năm 2013 quy định như thế nào về tài sản chìm?").text
    assert "kỳ họp thứ 5" in ferries.ask("Luật Bến đò được thông qua tại kỳ họp nào của Quốc hội?").text


@pytest.mark.parametrize(
    ("question", "name", "measure", "bound"),
    [
        ("Tháo phao thì bị phạt tù từ bao nhiêu năm?", "phat tu", "time", None),
        ("Thao phao thi bi phat tu tu bao nhieu nam?", "phat tu", "time", None),
        ("Tháo phao bị phạt tối đa bao nhiêu năm tù?", "tu", "time", "most"),
        ("Tháo phao có thể bị phạt tiền đến bao nhiêu?", "phat tien", "money", "most"),
        ("Lấy đi số lượng bao nhiêu thì bị phạt?", "so luong", "any", None),
        ("How long may the offender be imprisoned?", "", "time", None),
    ],
)
def test_which_value_is_asked_for(question: str, name: str, measure: str, bound: str | None) -> None:
    value = value_asked(understand(question))
    assert value is not None and (value.name, value.measure, value.bound) == (name, measure, bound)
