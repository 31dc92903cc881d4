"""Amending instructions in both languages, on sentences written for it: what is done, to which units, in which words."""

import pytest

from assistant.amending import read_amendments
from assistant.amendment import Act, Amendment, Portion
from tests.made_texts import origin

KIND = {"article": "a", "clause": "c", "point": "p", "section": "s", "chapter": "ch", "annex": "x"}
HEAD = """
ỦY BAN NHÂN DÂN TỈNH VÂN HẢI
Số: 12/2024/QĐ-UBND
Vân Hải, ngày 05 tháng 4 năm 2024
QUYẾT ĐỊNH
Sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo Quyết định số 61/2017/QĐ-UBND
Căn cứ Luật Tổ chức chính quyền địa phương;
QUYẾT ĐỊNH:
"""
HEAD_EN = """
THE PEOPLE'S COMMITTEE OF VAN HAI PROVINCE
No. 12/2024/QD-UBND
Van Hai, April 5, 2024
DECISION
Amending the Regulation promulgated together with Decision No. 61/2017/QD-UBND
Pursuant to the Law on Organization of Local Government;
DECIDES:
"""


def read(body: str, head: str = HEAD) -> tuple[str, list[Amendment]]:
    made = origin(head + body)
    return made.text, read_amendments(made.text, made.outline, "s|12|2024|qd|ubnd")


def units(a: Amendment) -> str:
    return " ".join(".".join(KIND[k] + m for k, m in reversed(u.steps)) for u in a.units)


@pytest.mark.parametrize(
    ("body", "act", "named", "new"),
    [
        ("Điều 1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Nội dung mới.”.", Act.AMEND, "a5.c2", "2. Nội dung mới."),
        ("Điều 1. Khoản 2 Điều 5 được sửa đổi, bổ sung như sau: “2. Nội dung mới.”", Act.AMEND, "a5.c2", "2. Nội dung mới."),
        ("Điều 1. Sửa đổi, bổ sung điểm a và điểm b khoản 1 Điều 3 như sau:\n“a) Một;\nb) Hai.”", Act.AMEND, "a3.c1.pa a3.c1.pb", "a) Một;\nb) Hai."),
        ("Điều 1. Sửa đổi, bổ sung khoản 4 Điều 5 như sau:\nThực hiện việc đăng ký tại xã.", Act.AMEND, "a5.c4", "Thực hiện việc đăng ký tại xã."),
        ("Điều 1. Bổ sung Điều 8a vào sau Điều 8 như sau:\n“Điều 8a. Thêm\n1. Một.\n2. Hai.”.", Act.INSERT, "a8a", "Điều 8a. Thêm\n1. Một.\n2. Hai."),
        ("Điều 1. Bổ sung khoản 4 vào sau khoản 3 Điều 19 như sau:\n“4. Công khai.”.", Act.INSERT, "a19.c4", "4. Công khai."),
        ("Điều 1. Bổ sung khoản 6 vào Điều 15 như sau: “6. Mới.”", Act.SUPPLEMENT, "a15.c6", "6. Mới."),
        ("Điều 1. Bãi bỏ khoản 3 Điều 7 và Điều 12.", Act.ANNUL, "a7.c3 a12", None),
        ("Điều 1. Khoản 3 Điều 7 bị bãi bỏ.", Act.ANNUL, "a7.c3", None),
        ("Điều 1. Bãi bỏ các quy định sau:\n1. Khoản 3 Điều 5.\n", Act.ANNUL, "a5.c3", None),
        ("Điều 1. Quyết định này có hiệu lực từ ngày ký; bãi bỏ Chương IV.", Act.ANNUL, "chIV", None),
        ("Điều 1. Bỏ cụm từ “cấp huyện” tại khoản 2 Điều 4.", Act.DROP, "a4.c2", None),
        ("Điều 1. Bổ sung cụm từ “và xã” vào sau cụm từ “cấp huyện” tại Điều 9.", Act.ADD_WORDS, "a9", "và xã"),
        ("Điều 1. Thay thế cụm từ “Phòng Nội vụ” bằng cụm từ “Phòng Văn hóa” tại khoản 2 Điều 4 và Điều 8.", Act.SWAP, "a4.c2 a8", "Phòng Văn hóa"),
        ("Điều 1. Cụm từ “ba ngày” tại Điều 6 được sửa thành “năm ngày”.", Act.SWAP, "a6", "năm ngày"),
        ("Điều 1. Khoản 3 Điều 6 được đánh số lại thành khoản 4.", Act.RENUMBER, "a6.c3", None),
        ("Điều 1. Sửa đổi nội dung khoản 2, Điều 1 như sau: \" Cán bộ xã gồm: (a) Bí thư. \".", Act.AMEND, "a1.c2", "Cán bộ xã gồm: (a) Bí thư. "),
    ],
)  # fmt: skip
def test_vietnamese_instructions(body: str, act: Act, named: str, new: str | None) -> None:
    text, found = read(body)
    assert [(a.act, units(a)) for a in found] == [(act, named)]
    a = found[0]
    assert (text[slice(*a.new)].lstrip() if a.new else None) == new
    assert a.number_key == "s|61|2017|qd|ubnd" and a.enclosed, "the title says whose units they are"


@pytest.mark.parametrize(
    ("body", "act", "named", "new"),
    [
        ("Article 1. To amend Clause 2 Article 4 as follows:\n“2. It is valid for 5 years.”.", Act.AMEND, "a4.c2", "2. It is valid for 5 years."),
        ("Article 1. Clause 2, Article 4 is amended and supplemented as follows: “2. New.”", Act.AMEND, "a4.c2", "2. New."),
        ("Article 1. To insert Article 5a after Article 5 as follows:\n“Article 5a. Signing\n1. One.”.", Act.INSERT, "a5a", "Article 5a. Signing\n1. One."),
        ("Article 1. To annul Clause 3 Article 5 and Article 9.", Act.ANNUL, "a5.c3 a9", None),
        ("Article 1. Point c Clause 1 Article 11 is repealed.", Act.ANNUL, "a11.c1.pc", None),
        ("Article 1. To replace the phrase “Division” with the phrase “Office” in Clause 3 Article 6, Point b Clause 2 Article 10.", Act.SWAP, "a6.c3 a10.c2.pb", "Office"),
        ("Article 1. In Article 5, the words “Form No. 02” are corrected to “Form No. 03”.", Act.SWAP, "a5", "Form No. 03"),
        ("Article 1. To delete the words “or by post” in Clause 1 Article 2.", Act.DROP, "a2.c1", None),
        ("Article 1. To insert the words “in writing” after the word “consent” in Article 3.", Act.ADD_WORDS, "a3", "in writing"),
    ],
)  # fmt: skip
def test_english_instructions(body: str, act: Act, named: str, new: str | None) -> None:
    text, found = read(body, HEAD_EN)
    assert [(a.act, units(a)) for a in found] == [(act, named)]
    assert (text[slice(*found[0].new)] if found[0].new else None) == new


@pytest.mark.parametrize(
    "body",
    [
        "Điều 1. Điều khoản chuyển tiếp\nTrường hợp đã áp dụng khoản 2 Điều 5 trước khi được sửa đổi thì tiếp tục áp dụng.",
        "Điều 1. Sở Nội vụ đề nghị sửa đổi, bổ sung khoản 2 Điều 5 khi cần thiết.",
        "Điều 1. Bộ phận thuộc mục 20, Danh mục II được hưởng ưu đãi.",
        "Điều 1. Bãi bỏ mức thu phí quy định tại Điều 4 của Nghị quyết số 11/2004/NQ-HĐND.",
        "Điều 1. Thực hiện theo Điều 5 Nghị định số 10/2020/NĐ-CP đã được sửa đổi tại khoản 2 Điều 1 Nghị định số 5/2022/NĐ-CP.",
        "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế như sau:",
    ],
)
def test_what_only_speaks_of_amending_orders_nothing(body: str) -> None:
    assert read(body)[1] == []


def test_two_acts_in_one_sentence_share_the_wording() -> None:
    text, found = read("Điều 1. Sửa đổi khoản 1 và bổ sung khoản 5 Điều 7 như sau:\n“1. Một.\n5. Năm.”.")
    assert [(a.act, units(a)) for a in found] == [(Act.AMEND, "a7.c1"), (Act.SUPPLEMENT, "a7.c5")]
    assert {text[slice(*a.new)] for a in found if a.new} == {"1. Một.\n5. Năm."}


def test_what_is_quoted_orders_nothing_of_its_own() -> None:
    _, found = read(
        "Điều 1. Sửa đổi Điều 5 như sau:\n“Điều 5. Hiệu lực\n1. Bãi bỏ Điều 9.\n2. Thay cụm từ “cũ” bằng cụm từ “mới”.”."
    )
    assert [units(a) for a in found] == ["a5"]


def test_each_order_names_its_own_document() -> None:
    _, found = read(
        "Điều 1. Bãi bỏ khoản 2 Điều 18 Quy chế ban hành kèm theo Quyết định số 162/2007/QĐ-TTg.\n"
        "Điều 2. Bãi bỏ Điều 3 Quyết định số 64/2008/QĐ-TTg.\nĐiều 3. Bãi bỏ Điều 4."
    )
    assert [(a.number_key, a.enclosed) for a in found] == [
        ("s|162|2007|qd|ttg", True), ("s|64|2008|qd|ttg", False), ("s|61|2017|qd|ubnd", True),
    ]  # fmt: skip


def test_anchors_portions_days_and_exceptions() -> None:
    _, (first, second) = read(
        "Điều 1. Bổ sung điểm h vào trước điểm i khoản 1 Điều 11 như sau: “h) Phiếu.”\n"
        "Điều 2. Sửa đổi tên Điều 5 như sau: “Điều 5. Tên mới”."
    )
    assert first.anchor is not None and first.before
    assert first.anchor.steps == (("point", "i"), ("clause", "1"), ("article", "11"))
    assert second.portion is Portion.TITLE
    _, (swap,) = read("Điều 1. Thay thế cụm từ “cũ” bằng cụm từ “mới”, trừ khoản 2 Điều 3, kể từ ngày 01/7/2025.")
    assert swap.units == () and [u.steps for u in swap.exceptions] == [(("clause", "2"), ("article", "3"))]
    assert swap.day is not None and swap.day.isoformat() == "2025-07-01"


def test_a_correction_is_known_by_its_heading() -> None:
    _, found = read(
        "Điều 1. Đính chính lỗi kỹ thuật của Quy chế như sau:\n1. Tại Điều 5, cụm từ “Mẫu 02” được sửa thành “Mẫu 03”."
    )
    assert [(a.act, a.corrects) for a in found] == [(Act.SWAP, True)]
