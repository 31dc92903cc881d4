"""Marks that recognition or translation has damaged, quotations without marks, and texts that begin inside others."""

import pytest

from tests.test_outline import addresses, units


def test_damaged_marks_are_taken_where_they_go_on_with_their_series() -> None:
    text = (
        "Điêu 1. Phạm vi\nl. Quy chế này quy định.\n2. Đối tượng gồm:\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nd) Năm;\ne) Sáu.\n"
        "Đicu 2. Tên\nI. Một.\n2. Hai.\nDiều 3: Thi hành\nĐiêu 9. Không phải\nĐiều 4. Hiệu lực"
    )
    assert addresses(text) == [
        "d1", "d1.k1", "d1.k2", "d1.k2.a", "d1.k2.b", "d1.k2.c", "d1.k2.d", "d1.k2.dd", "d1.k2.e",
        "d2", "d2.k1", "d2.k2", "d3", "d4",
    ]  # fmt: skip


def test_marks_of_a_machine_translation_are_taken_where_they_go_on() -> None:
    text = (
        "Chapter I. GENERAL PROVISIONS\nWhat? 1. Scope\n1. This Decree provides.\nWhat? 2. Subjects\n1. One.\n2. Two.\n"
        "What? 9. No article\nArticle 3. Effect"
    )
    assert addresses(text) == ["ci", "d1", "d1.k1", "d2", "d2.k1", "d2.k2", "d3"]


def test_a_lost_mark_does_not_lose_those_after_it() -> None:
    text = "Điều 1. Một\nĐiều 2. Hai\nĐiều 4. Bốn\nĐiều 5. Năm\n1. A\n2. B\n4. D\n5. E"
    assert addresses(text) == ["d1", "d2", "d4", "d5", "d5.k1", "d5.k2", "d5.k4", "d5.k5"]


def test_units_put_in_later() -> None:
    text = (
        "Điều 5. A\nĐiều 5a. B\nĐiều 5b. C\nĐiều 6. D\n1. X\n1a. Y\n2. Z\na) u\na1) v\na2) w\nb) t\nc) s\nd) r\n"
        "đ) q\nđ1) p\ne) o\nĐiều 6đ. E"
    )
    assert addresses(text) == [
        "d5", "d5a", "d5b", "d6", "d6.k1", "d6.k1a", "d6.k2", "d6.k2.a", "d6.k2.a1", "d6.k2.a2", "d6.k2.b",
        "d6.k2.c", "d6.k2.d", "d6.k2.dd", "d6.k2.dd1", "d6.k2.e", "d6dd",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Chương II Luật Đất đai quy định như vậy.",
        "Mục 3 Chương II Luật này.",
        "Điều 5, Điều 6 của Luật.",
        "Khoản 2 Điều 5 Nghị định.",
        "Phần I Phụ lục này.",
        "Article 5 of Decree No. 3 applies.",
        "Chapter II of this Law applies.",
        "Phụ lục I của Nghị định này bị bãi bỏ.",
    ],
)
def test_a_citation_opens_nothing(line: str) -> None:
    assert addresses(f"Điều 1. Một\nChữ.\n{line}\nĐiều 2. Hai") == ["d1", "d2"]


def test_new_wording_without_quotation_marks_stays_in_its_unit() -> None:
    text = (
        "Điều 1. Sửa đổi một số điều của Nghị định\n1. Sửa đổi Điều 3 như sau:\nĐiều 3. Hồ sơ\n1. Đơn.\n2. Ảnh.\n"
        "2. Khoản 3 Điều 5 được sửa đổi như sau:\n3. Thời hạn là 05 ngày.\na) Làm việc;\n3. Bãi bỏ Điều 7.\n"
        "Điều 2. Hiệu lực\n1. Từ ngày ký."
    )
    assert addresses(text) == ["d1", "d1.k1", "d1.k2", "d1.k3", "d2", "d2.k1"]


def test_a_quotation_that_opens_anew_shows_that_the_one_before_was_never_closed() -> None:
    text = (
        "Điều 1. Sửa đổi\n1. Bổ sung Điều 8a như sau:\n“Điều 8a. Kết quả\n1. Một.\n2. Sửa đổi Điều 9 như sau:\n"
        "“Điều 9. Hồ sơ\n1. Đơn.”\n3. Bãi bỏ Điều 12.\nĐiều 2. Hiệu lực"
    )
    assert addresses(text) == ["d1", "d1.k1", "d1.k2", "d1.k3", "d2"]


def test_a_table_of_contents_makes_no_units() -> None:
    text = (
        "MỤC LỤC\nChương I QUY ĐỊNH CHUNG 2\nĐiều 1. Phạm vi ........ 2\nĐiều 2. Tên 3\nChương I\nQUY ĐỊNH CHUNG\n"
        "Điều 1. Phạm vi\nĐiều 2. Tên"
    )
    found = units(text)
    assert [address for address, _ in found] == ["ci", "d1", "d2"]
    assert found[1][1] == "Điều 1. Phạm vi"


@pytest.mark.parametrize(
    "opening",
    [
        "QUY CHẾ\nLàm việc của Ban Quản lý",
        "Quy chế\nLàm việc của Ban Quản lý\n(Ban hành kèm theo Quyết định số 05/QĐ-UBND)",
        "ĐIỀU LỆ\nQUỸ KHUYẾN HỌC LAM GIANG",
        "REGULATION\non the work of the Board",
    ],
)
@pytest.mark.parametrize("signature", ["", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"])
def test_an_enclosed_text_restarts(opening: str, signature: str) -> None:
    text = f"Điều 1. Ban hành.\nĐiều 2. Thi hành.\n{signature}{opening}\nChương I\nCHUNG\nĐiều 1. Phạm vi\n1. Một.\nĐiều 2. Tên"
    assert addresses(text) == ["d1", "d2", "kt1", "kt1.ci", "kt1.d1", "kt1.d1.k1", "kt1.d2"]


def test_forms_stand_in_their_annex_and_are_signed_there() -> None:
    text = (
        "Điều 1. A\nPhụ lục I\nDANH MỤC\n(Kèm theo Quyết định số 1)\n1. Một\nMẫu số 01\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nĐƠN ĐỀ NGHỊ\n1. Họ tên\n2. Quê\nTM. CƠ QUAN\nPHỤ LỤC\nBẢN KÊ\nMẫu số 02. Báo cáo\n"
        "1. Kết quả\nPhụ lục II\nBIỂU MẪU\nPhụ lục II\n1. Hai"
    )
    assert addresses(text) == [
        "d1", "pli", "pli.k1", "pli.mau01", "pli.mau01.k1", "pli.mau01.k2", "pli.mau02", "pli.mau02.k1", "plii", "plii.k1",
    ]  # fmt: skip


def test_letters_over_numerals_and_decimals_below_each_other() -> None:
    text = "A. TÌNH HÌNH\nI. Kết quả\n1. Một\n1.1. Nhỏ\n1.1.1. Nhỏ hơn\n1.1.2. Nữa\n1.2 Khác\n2.5 triệu đồng\n2. Hai\nB. NHIỆM VỤ\nI. Mục tiêu\nD. Nguyễn Văn An"
    assert addresses(text) == [
        "pa", "pa.mi", "pa.mi.k1", "pa.mi.k1.k1-1", "pa.mi.k1.k1-1.k1-1-1", "pa.mi.k1.k1-1.k1-1-2", "pa.mi.k1.k1-2",
        "pa.mi.k2", "pb", "pb.mi",
    ]  # fmt: skip


def test_marks_in_brackets() -> None:
    text = "Article 1. Terms\n1. In this Law:\n(a) One;\n(b) Two:\n(i) first;\n(ii) second;\n(c) Three.\n2. Other."
    assert addresses(text) == [
        "d1", "d1.k1", "d1.k1.a", "d1.k1.b", "d1.k1.b.ni", "d1.k1.b.nii", "d1.k1.c", "d1.k2",
    ]  # fmt: skip
