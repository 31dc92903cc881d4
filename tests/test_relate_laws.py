"""Laws called by their names alone: which are meant, with which units; and words that only look like one."""

from datetime import date

import pytest

from corpus.relations import RelationKind as Kind
from tests.stated import clause, english, stated
from tests.validity_made import text_of


def named(words: str, *, language: str = "vi") -> list[tuple[str | None, tuple[str, ...]]]:
    """The laws that one clause refers to by their names, with the units named of each."""
    found = (clause(words) if language == "vi" else english(words)).relations
    return [
        (r.target.name, tuple(" ".join(f"{k} {m}" for k, m in u.named) for u in r.units))
        for r in found
        if r.kind is Kind.REFERS_TO
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Việc chi thực hiện theo quy định của Luật Ngân sách nhà nước và các văn bản hướng dẫn thi hành.", [("luat ngan sach nha nuoc", ())]),
        ("Người mượn theo Luật Cán bộ, công chức, Luật Viên chức thì được miễn phí.", [("luat can bo cong chuc", ()), ("luat vien chuc", ())]),
        ("Căn cứ điểm a khoản 1 Điều 20 Luật Lưu trữ, thư viện lập danh mục.", [("luat luu tru", ("article 20 clause 1 point a",))]),
        ("Bồi thường theo Luật Phòng chống ma tuý; hòa giải theo Bộ luật tố tụng dân sự.", [("luat phong chong ma tuy", ()), ("bo luat to tung dan su", ())]),
        ("Kho giấy được xếp theo Luật Bảo quản kho giấy;", [("luat bao quan kho giay", ())]),  # in no list, and ends its clause
    ],
)  # fmt: skip
def test_a_law_called_by_its_name_alone_is_referred_to(words: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert named(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Luật sư và Hội Luật gia Việt Nam góp ý về kho.",
        "Dự thảo Luật Đất đai và dự án Luật Lưu trữ được gửi các kho.",
        "Luật Thanh tra nhân dân lâu nay vẫn là tên gọi của một cuốn sách.",
        "MỤC 1. NĂNG LỰC PHÁP LUẬT DÂN SỰ CỦA KHO",
        "Kho ghi trên bìa “theo Luật Lưu trữ” bằng mực đen.",
    ],
)
def test_words_that_only_look_like_the_name_of_a_law_are_none(words: str) -> None:
    assert named(words) == []


def test_english_texts_call_laws_by_name_too() -> None:
    words = "Readers under the Law on Cadres and Civil Servants and clause 2, Article 5 of the Land Law pay nothing."
    assert named(words, language="en") == [
        ("law on cadres and civil servants", ()),
        ("land law", ("article 5 clause 2",)),
    ]


def test_units_of_a_law_are_not_those_of_the_document_behind_it() -> None:
    words = "Theo Điều 20 Luật Lưu trữ và khoản 2 Điều 5 Nghị định số 30/2010/NĐ-CP, kho lập danh mục."
    found = {r.target.name or r.target.printed: [u.named for u in r.units] for r in clause(words).relations}
    assert found == {
        "Nghị định số 30/2010/NĐ-CP": [(("article", "5"), ("clause", "2"))],
        "luat luu tru": [(("article", "20"),)],
    }


def test_a_law_of_the_bases_is_meant_wherever_its_name_stands_alone() -> None:
    body = (
        "Căn cứ Luật Lưu trữ số 33/2024/QH15 ngày 21 tháng 6 năm 2024;\nCăn cứ Luật Nhà ở ngày 25 tháng 11 năm 2014;\n\n"
        "Điều 1. Phạm vi\nKho thực hiện theo Luật Lưu trữ, Luật Nhà ở và Luật Đất đai.\n"
    )
    found = stated(text_of("12/2025/NĐ-CP", "ngày 05 tháng 3 năm 2025", "NGHỊ ĐỊNH", "Về kho tư liệu", body)).relations
    targets = {r.target.printed: r.target for r in found if r.kind is Kind.REFERS_TO}
    assert targets["Luật Lưu trữ"].number_key == found[0].target.number_key
    assert targets["Luật Nhà ở"].issued == date(2014, 11, 25)
    assert (targets["Luật Đất đai"].name, targets["Luật Đất đai"].year) == ("luat dat dai", None)


def test_a_law_with_two_issues_cited_is_left_to_its_name() -> None:
    body = (
        "Căn cứ Luật Nhà ở ngày 25 tháng 11 năm 2014;\n\nĐiều 1. Phạm vi\nGiấy cấp theo Luật Nhà ở năm 2005 còn giá trị.\n"
        "Điều 2. Thực hiện\nKho thực hiện theo Luật Nhà ở.\n"
    )
    found = stated(text_of("12/2025/NĐ-CP", "ngày 05 tháng 3 năm 2025", "NGHỊ ĐỊNH", "Về kho tư liệu", body)).relations
    assert [r.target.year for r in found if r.source_unit == "d2"] == [None]


def test_the_year_behind_another_document_is_not_that_of_the_law() -> None:
    found = clause("Luật Đất đai thì áp dụng theo Hiến pháp năm 2013.").relations
    assert [(r.target.name, r.target.year) for r in found] == [("hien phap", 2013), ("luat dat dai", None)]


def test_a_law_named_alone_among_the_bases_is_one() -> None:
    body = "Pursuant to the Law on Archives;\n\nArticle 1. Fee\nThe fee is 10,000 dong.\n"
    text = text_of("12/2025/ND-CP", "March 5, 2025", "DECREE", "On the fee of reading rooms", body)
    assert [r.kind for r in stated(text).relations if r.target.name == "law on archives"] == [Kind.BASED_ON]
