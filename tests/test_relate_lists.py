"""Several texts named in one line or in a list below it."""

from tests.stated import clause, said, stated
from tests.validity_made import REPLACING, text_of


def test_a_list_takes_its_verb_from_the_line_above_it() -> None:
    assert said(stated(REPLACING)) == [
        ("expires", "Nghị định số 701/2015/NĐ-CP", ()),
        ("expires", "Nghị định số 745/2018/NĐ-CP", ()),
    ]


def test_two_bases_on_one_line() -> None:
    line = (
        "Căn cứ Nghị định số 7/2019/NĐ-CP; Căn cứ Nghị định số 8/2019/NĐ-CP về việc sửa đổi Nghị định số 7/2019/NĐ-CP;"
    )
    text = text_of(
        "55/2021/QĐ-UBND", "ngày 03 tháng 3 năm 2021", "QUYẾT ĐỊNH", "Về kho tư liệu", f"{line}\n\nĐiều 1. X\nY."
    )
    assert said(stated(text)) == [
        ("based_on", "Nghị định số 7/2019/NĐ-CP", ()),
        ("based_on", "Nghị định số 8/2019/NĐ-CP", ()),
    ]


def test_items_behind_a_semicolon_go_with_the_verb_that_opens_the_line() -> None:
    told = (  # long enough for the line to be read in parts
        "của Ủy ban nhân dân tỉnh X ban hành Quy chế quản lý và sử dụng kho tư liệu dùng chung của các phòng đọc thuộc"
        " các sở, ban, ngành và Ủy ban nhân dân các huyện, thị xã trong thời gian sắp xếp lại các kho trên địa bàn tỉnh"
    )
    line = "".join(f"Quyết định số {n}/2011/QĐ-UBND ngày 0{n} tháng 5 năm 2011 {told}; " for n in (3, 4, 5))
    assert said(clause(f"1. Bãi bỏ {line[:-2]}.")) == [
        ("annuls", f"Quyết định số {n}/2011/QĐ-UBND", ()) for n in (3, 4, 5)
    ]
    kept = line + f"Quyết định số 6/2011/QĐ-UBND {told} tiếp tục có hiệu lực."
    assert said(clause(f"1. Bãi bỏ {kept}"))[-1] == ("continues", "Quyết định số 6/2011/QĐ-UBND", ())


def test_a_line_that_opens_a_list_below_the_first_words_of_its_article() -> None:
    words = (
        "Giao Sở Nội vụ tổ chức thực hiện.\nQuyết định này có hiệu lực kể từ ngày ký và bãi bỏ:\n"
        "1. Khoản 3 Điều 4 Quyết định số 12/2010/QĐ-UBND ngày 02 tháng 4 năm 2010.\n"
        "2. Quyết định số 15/2010/QĐ-UBND ngày 09 tháng 4 năm 2010.\n"
    )
    assert said(clause(words)) == [
        ("annuls", "Quyết định số 12/2010/QĐ-UBND", ("article 4 clause 3",)),
        ("annuls", "Quyết định số 15/2010/QĐ-UBND", ()),
    ]
