"""What recognition confuses in fixed phrases is put right there, and left alone everywhere else."""

import pytest

from ingest.scans.mend import date_words, is_filled_in, mended, number_words


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("NGHI ĐỊNH", "NGHỊ ĐỊNH"),
        ("QUYÉT ĐỊNH:", "QUYẾT ĐỊNH:"),
        ("ĐẦNG CỘNG SẢN VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("CỘNG HOÀ XÃ HỘI CHÚ NGHÍA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Độc lâp - Tự đo - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("BAN CHÁP HÀNH TRUNG UƠNG", "BAN CHẤP HÀNH TRUNG ƯƠNG"),
        ("UỶ BAN NHÂN DẦN TỈNH LAM GIANG", "UỶ BAN NHÂN DÂN TỈNH LAM GIANG"),
        ("SƠ GIAO DỤC VÀ ĐAO TẠO", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
        ("Sô: l38/2O20/NĐ-CP", "Số: 138/2020/NĐ-CP"),
        ("S6: 12 /QĐ-UBND", "Số: 12 /QĐ-UBND"),
        ("Số 30c/NQ-CP", "Số 30c/NQ-CP"),
        ("Lam Giang, ngày l5 tháng O3 năm 2O24", "Lam Giang, ngày 15 tháng 03 năm 2024"),
    ],
)
def test_fixed_phrases_are_put_right(read: str, right: str) -> None:
    assert " ".join(mended(read.split())) == right


@pytest.mark.parametrize(
    "line",
    [
        "Sô dân của xã Lam Sơn là l20 người",
        "nghi định hướng của đề án",
        "Căn cứ NGHI ĐỊNH về công tác cán bộ",
        "Phòng O3, tầng l5",
        "No one may be appointed twice",
        "ĐẢNG BỘ XÃ",
    ],
)
def test_other_lines_are_left_alone(line: str) -> None:
    assert " ".join(mended(line.split())) == line


def number_in(line: str) -> tuple[int, int] | None:
    return number_words(line.split())


def filled_in(line: str) -> bool:
    return is_filled_in(line.split())


def test_the_figures_of_number_and_date_are_found() -> None:
    assert number_in("Số: 1482/QĐ-UBND") == (1, 2)
    assert number_in("Số:1482 /QĐ-UBND") == (0, 2)
    assert number_in("No. 08-CTr/TU") == (1, 2)
    assert number_in("Số lượng người làm việc") is None
    assert date_words(["ngày", "05", "tháng", "3", "năm", "2024"]) == [1, 3, 5]


def test_figures_put_into_a_blank_are_told_from_printed_ones() -> None:
    assert filled_in("Số: 445 /QĐ-UBND")
    assert filled_in("Số:445 /QĐ-UBND")
    assert not filled_in("Số: 445/QĐ-UBND")
