"""What a refusal says stands nowhere: whole, in the words of the question, and no word of the documents with it."""

from itertools import pairwise

import pytest

from assistant.missing import missing_phrases
from assistant.question import understand
from corpus.folding import fold

DOCUMENTS = "hồ sơ công chức chịu trách nhiệm cấp giấy phép trang thông tin thu nhập"
SIDE_BY_SIDE = set(pairwise(fold(DOCUMENTS).split()))


def heard(one: str, other: str) -> bool:
    return (fold(one), fold(other)) in SIDE_BY_SIDE


@pytest.mark.parametrize(
    ("question", "missing", "said"),
    [
        ("Ai chịu trách nhiệm tiêm phòng gia súc?", ["súc", "tiêm"], ["tiêm phòng gia súc"]),
        ("Hồ sơ tiêm phòng gồm những gì?", ["tiêm"], ["tiêm phòng"]),
        ("Công chức phải tiêm phòng dại khi nào?", ["dại", "tiêm"], ["tiêm phòng dại"]),
        ("Cấp giấy phép lái xe cho người nước ngoài", ["lái"], ["lái xe"]),
        ("Nộp thuế thu nhập ra sao?", ["thuế"], ["Nộp thuế"]),
        ("đấu thầu mua sắm trang thiết bị", ["thầu", "sắm", "thiết"], ["đấu thầu mua sắm trang thiết bị"]),
        ("phòng cháy, chữa cháy rừng", ["rừng", "cháy"], ["chữa cháy rừng", "phòng cháy"]),
        ("ho so tiem phong gom nhung gi", ["tiem"], ["tiem phong"]),
        ("protection of bird habitats and parks", ["parks", "habitats", "bird"], ["parks", "bird habitats"]),
        ("Công chức phải làm gì theo 12/2020/QĐ-UBND?", ["12/2020/QĐ-UBND"], ["12/2020/QĐ-UBND"]),
        ("Hồ sơ gồm những gì?", [], []),
    ],
)
def test_what_is_missing_is_said_whole(question: str, missing: list[str], said: list[str]) -> None:
    assert missing_phrases(understand(question), missing, heard) == said


def test_a_neighbour_of_another_word_is_not_said() -> None:
    """Unless the documents join it to its other neighbour, it may be half of the missing word."""
    question = understand("giấy phép tiêm")
    assert missing_phrases(question, ["tiêm"], heard) == ["tiêm"]
    assert missing_phrases(question, ["tiêm"], lambda *_: False) == ["phép tiêm"]
