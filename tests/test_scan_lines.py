"""Recognised words are put into the order in which a person reads them."""

from ingest.scans.lines import in_reading_order
from ingest.scans.tesseract import Word

HIGH, STEP, LETTER = 20, 32, 10


def page(*lines: list[tuple[int, str]]) -> list[Word]:
    """Words of lines, each a list of (where it begins, text); an empty list is an empty line."""
    words = []
    for number, line in enumerate(lines):
        for left, text in line:
            x = left
            for word in text.split():
                right = x + LETTER * len(word)
                words.append(Word(word, 0.95, x, number * STEP, right, number * STEP + HIGH, number))
                x = right + 8
    return words


def read(*lines: list[tuple[int, str]]) -> list[str]:
    return [line.text for line in in_reading_order(page(*lines))]


def test_the_columns_of_a_header_are_read_one_after_the_other() -> None:
    assert read(
        [(0, "ỦY BAN NHÂN DÂN"), (280, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")],
        [(0, "TỈNH LAM GIANG"), (330, "Độc lập - Tự do - Hạnh phúc")],
        [],
        [(20, "Số: 12/QĐ-UBND"), (300, "Lam Giang, ngày 5 tháng 3 năm 2024")],
        [],
        [(200, "QUYẾT ĐỊNH")],
    ) == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH LAM GIANG",
        "Số: 12/QĐ-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lam Giang, ngày 5 tháng 3 năm 2024",
        "QUYẾT ĐỊNH",
    ]


def test_the_recipients_and_the_signature_stay_apart() -> None:
    assert read(
        [(0, "Quyết định này có hiệu lực kể từ ngày ký ban hành và thay thế")],
        [],
        [(0, "Nơi nhận:"), (400, "TM. ỦY BAN NHÂN DÂN")],
        [(0, "- Như Điều 3;"), (440, "CHỦ TỊCH")],
        [(0, "- Lưu: VT.")],
        [(430, "Trần Văn Lam")],
    )[1:] == ["Nơi nhận:", "- Như Điều 3;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Lam"]


def test_the_marks_of_a_list_stay_with_their_items() -> None:
    assert read([(0, "1."), (60, "Bồi dưỡng lý luận")], [(0, "2."), (60, "Bồi dưỡng ngoại ngữ")]) == [
        "1. Bồi dưỡng lý luận",
        "2. Bồi dưỡng ngoại ngữ",
    ]


def test_lines_set_wide_are_not_taken_for_columns() -> None:
    wide = [[(x, word) for x, word in zip((0, 75, 160, 255), line.split(), strict=True)]
            for line in ("Việc luân chuyển cán", "chưa gắn với quy", "hoạch của địa phương")]  # fmt: skip
    assert read(*wide) == ["Việc luân chuyển cán", "chưa gắn với quy", "hoạch của địa phương"]


def test_a_list_of_labels_and_values_is_read_line_by_line() -> None:
    assert read([(0, "Họ và tên:"), (250, "Trần Văn Lam")], [(0, "Chức vụ:"), (250, "Trưởng phòng")]) == [
        "Họ và tên: Trần Văn Lam",
        "Chức vụ: Trưởng phòng",
    ]


def test_an_empty_page_has_no_lines() -> None:
    assert in_reading_order([]) == []
