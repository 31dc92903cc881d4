"""What texts state of others: kinds, targets, units, and what only tells of others."""

from datetime import date

import pytest

from corpus.relations import RelationKind as Kind
from ingest.relate import relate
from tests.stated import Found, clause, said, stated
from tests.validity_made import AMENDING, BASE, GUIDING, REPLACING, document, text_of


def test_an_amending_text_names_its_target_and_its_units_clause_by_clause() -> None:
    target = "Nghị định số 701/2015/NĐ-CP"
    assert said(stated(AMENDING)) == [
        ("amends", target, ()),
        ("amends", target, ("article 2 clause 1",)),
        ("annuls", target, ("article 2 clause 2",)),
        ("supplements", target, ("article 3a",)),
        ("amends", target, ("article 3",)),
        ("annuls", target, ("article 2 clause 9",)),
    ]


def test_words_that_take_the_place_of_others_are_data() -> None:
    swaps = [s for r in stated(AMENDING).relations for s in r.swaps]
    assert [(s.old, s.new) for s in swaps] == [("tờ trình", "văn bản đề nghị")]


def test_bases_and_guidance() -> None:
    assert said(stated(BASE)) == [("based_on", "Luật Lưu trữ", ())]
    assert {k for k, _, _ in said(stated(GUIDING))} == {"guides", "based_on"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 12/2014/QĐ-UBND ngày 02/5/2014 về việc "
            "sửa đổi Quy chế ban hành kèm theo Quyết định số 10/2012/QĐ-UBND.",
            [("replaces", "Quyết định số 12/2014/QĐ-UBND", ())],
        ),
        (
            "Bãi bỏ khoản 3 Điều 7 và Điều 12 Quyết định số 12/2014/QĐ-UBND; thay thế Quyết định số 13/2014/QĐ-UBND.",
            [
                ("annuls", "Quyết định số 12/2014/QĐ-UBND", ("article 7 clause 3", "article 12")),
                ("replaces", "Quyết định số 13/2014/QĐ-UBND", ()),
            ],
        ),
        (
            "Đính chính Điều 4 Quyết định số 9/2020/QĐ-UBND.",
            [("corrects", "Quyết định số 9/2020/QĐ-UBND", ("article 4",))],
        ),
        (
            "Điều 3 Quyết định số 9/2018/QĐ-UBND (đã được sửa đổi theo Quyết định số 9/2019/QĐ-UBND) hết hiệu lực từ ngày "
            "Quyết định này có hiệu lực.",
            [("expires", "Quyết định số 9/2018/QĐ-UBND", ("article 3",))],
        ),
        ("Thực hiện theo Luật Lưu trữ năm 2011 đã được sửa đổi, bổ sung theo Luật số 35/2018/QH14.", []),
        ("Thực hiện nghiêm Chỉ thị số 19/CT-TTg ngày 24/4/2020 về tiếp tục thực hiện các biện pháp mới.", []),
        ("Nghị định số 8/2019/NĐ-CP yêu cầu hồ sơ cũ phải được thay thế trước ngày 01/01/2022.", []),
    ],
)
def test_which_verb_governs_which_document(words: str, expected: Found) -> None:
    assert said(clause(words)) == expected


def test_what_is_only_named_is_a_reference() -> None:
    found = said(clause("Hồ sơ theo khoản 2 Điều 5 Nghị định số 8/2019/NĐ-CP."), references=True)
    assert found == [("refers_to", "Nghị định số 8/2019/NĐ-CP", ("article 5 clause 2",))]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Quyết định này thay thế Quyết định số 55/2021/QĐ-UBND.", "relation-self"),
        ("Bãi bỏ Quyết định số 9/2020/QĐ-UBND kể từ ngày 31/02/2022.", "relation-day-impossible"),
        ("Quyết định này có hiệu lực từ ngày 01/01/2020.", "effect-before-issue"),
        ("Quyết định này thay thế Quyết định số 9/2022/QĐ-UBND ngày 05/5/2022.", "relation-to-later"),
    ],
)
def test_what_cannot_be_right_is_recorded(words: str, code: str) -> None:
    assert code in {f.code for f in clause(words).findings}


@pytest.mark.parametrize("text", [BASE, AMENDING, REPLACING, GUIDING])
def test_every_statement_points_at_its_words(text: str) -> None:
    made = document(text)
    for r in relate(made).relations:
        assert r.start <= r.phrase_start < r.phrase_end <= r.end
        assert r.target.printed in made.text
        assert "\n" not in made.text[r.start : r.end].strip() or r.source_unit is None


@pytest.mark.parametrize(
    ("words", "kind", "targets"),
    [
        ("Quyết định có hiệu lực sau 10 ngày kể từ ngày ký và thay thế Quyết định số 7/2019/QĐ-UBND.", "replaces", 1),
        ("Nay điều chỉnh, sửa đổi một số điểm tại Quyết định số 7/2019/QĐ-UBND như sau:", "amends", 1),
        ("Điều chỉnh khoản 2 Điều 3 Quyết định số 7/2019/QĐ-UBND như sau:", "amends", 1),
        ("Bãi bỏ việc tạm ngưng hiệu lực Điều 4 Quyết định số 7/2019/QĐ-UBND.", "resumes", 1),
        ("Chấm dứt đình chỉ thi hành Quyết định số 7/2019/QĐ-UBND.", "resumes", 1),
        (
            "Quyết định này thay thế các quy chế ban hành trước đây, gồm: quy chế kho theo Quyết định số 7/2019/QĐ-UBND; "
            "quy chế đọc theo Quyết định số 8/2019/QĐ-UBND.",
            "replaces",
            2,
        ),
        ("Chấm dứt hiệu lực của Quyết định số 7/2019/QĐ-UBND ngày 05/5/2019.", "expires", 1),
        ("Kết thúc việc thực hiện Quyết định số 7/2019/QĐ-UBND kể từ ngày 01/4/2021.", "annuls", 1),
        ("Thu hồi, hủy bỏ Quyết định số 7/2019/QĐ-UBND.", "annuls", 1),
        (
            "Kể từ ngày Quyết định này có hiệu lực, Quyết định số 7/2019/QĐ-UBND (trước sắp xếp) và Quyết định số "
            "8/2019/QĐ-UBND hết hiệu lực, trừ quy định tại khoản 3 Điều này.",
            "expires",
            2,
        ),
        ("Quyết định số 7/2019/QĐ-UBND tiếp tục có hiệu lực cho đến khi có văn bản thay thế.", "continues", 1),
        ("Gia hạn thời gian áp dụng Quyết định số 7/2019/QĐ-UBND đến hết ngày 31/12/2022.", "extends", 1),
        ("Lùi thời hạn có hiệu lực của Quyết định số 7/2019/QĐ-UBND đến ngày 01/7/2022.", "postpones", 1),
        (
            "Cụm từ “kho tư liệu” tại Điều 4 Quyết định số 7/2019/QĐ-UBND được thay bằng cụm từ “kho dữ liệu”.",
            "amends",
            1,
        ),
    ],
)
def test_further_ways_of_saying_what_is_done(words: str, kind: str, targets: int) -> None:
    assert [k for k, _, _ in said(clause(words))] == [kind] * targets


def test_words_that_are_the_subject_are_no_document_that_ends() -> None:
    (amended,) = (
        r
        for r in clause(
            "Cụm từ “kho tư liệu” tại Quyết định số 7/2019/QĐ-UBND được thay thế bằng cụm từ “kho dữ liệu”."
        ).relations
        if r.kind is Kind.AMENDS
    )
    assert [(s.old, s.new) for s in amended.swaps] == [("kho tư liệu", "kho dữ liệu")] and not amended.whole


def test_a_renumbered_unit_loses_no_words() -> None:
    found = said(clause("Đánh số lại khoản 3 Điều 6 Quyết định số 7/2019/QĐ-UBND thành khoản 4 Điều 6."))
    assert [k for k, _, _ in found] == ["supplements"]


def test_what_stands_in_brackets_is_only_told_of_the_target() -> None:
    found = said(
        clause(
            "Sửa đổi một số điều của Nghị định số 7/2019/NĐ-CP ngày 05/5/2019 (đã được sửa đổi, bổ sung theo Nghị định số "
            "8/2020/NĐ-CP và Nghị định số 9/2021/NĐ-CP):"
        )
    )
    assert found == [("amends", "Nghị định số 7/2019/NĐ-CP", ())]


def test_a_joint_circular_printed_with_a_stroke_behind_its_code() -> None:
    assert said(clause("Bãi bỏ Thông tư liên tịch số 31/2003/TTLT/BTC-BNV ngày 04/4/2003.")) == [
        ("annuls", "Thông tư liên tịch số 31/2003/TTLT/BTC-BNV", ())
    ]


@pytest.mark.parametrize(
    ("base", "named"),
    [
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", ["Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"]),
        ("Luật Phòng đọc và Kho sách", ["Luật Phòng đọc và Kho sách"]),
        ("Pháp lệnh phòng đọc và kho sách", ["Pháp lệnh phòng đọc và kho sách"]),
        ("Luật Lưu trữ và các văn bản hướng dẫn thi hành", ["Luật Lưu trữ"]),
        (
            "Luật Thư viện, Luật Sửa đổi, bổ sung một số điều của Luật Thư viện, Nghị định số 7/2006/NĐ-CP",
            ["Luật Thư viện", "Luật Sửa đổi, bổ sung một số điều của Luật Thư viện", "Nghị định số 7/2006/NĐ-CP"],
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Thư viện, Luật Lưu trữ và Luật Báo chí",
            ["Luật sửa đổi, bổ sung một số điều của Luật Thư viện"],
        ),
        (
            "Luật Thư viện năm 1996 và Luật Sửa đổi, bổ sung một số điều của Luật Thư viện ngày 14 tháng 6 năm 2005",
            ["Luật Thư viện năm 1996", "Luật Sửa đổi, bổ sung một số điều của Luật Thư viện"],
        ),
        ("Nghị định số 7/2006/NĐ-CP hướng dẫn thi hành Luật Thư viện và Luật Lưu trữ", ["Nghị định số 7/2006/NĐ-CP"]),
        (
            "Nghị định số 7/2006/NĐ-CP thi hành Luật Thư viện và Nghị định số 8/2006/NĐ-CP",
            ["Nghị định số 7/2006/NĐ-CP", "Nghị định số 8/2006/NĐ-CP"],
        ),
    ],
)
def test_how_far_the_name_of_a_base_reaches(base: str, named: list[str]) -> None:
    text = BASE.replace("Luật Lưu trữ ngày 11 tháng 11 năm 2011", base)
    assert [target for kind, target, _ in said(stated(text)) if kind == "based_on"] == named


def test_what_goes_on_behind_a_semicolon_is_not_replaced() -> None:
    words = "Quyết định này thay thế Quyết định số 30/2010/QĐ-UBND; Quyết định số 31/2011/QĐ-UBND tiếp tục có hiệu lực."
    assert said(clause(words)) == [
        ("replaces", "Quyết định số 30/2010/QĐ-UBND", ()),
        ("continues", "Quyết định số 31/2011/QĐ-UBND", ()),
    ]
    words = "Bãi bỏ Quyết định số 30/2010/QĐ-UBND; Quyết định số 31/2011/QĐ-UBND hết hiệu lực từ ngày 01/01/2022."
    assert [(r.kind.value, r.day) for r in clause(words).relations] == [
        ("annuls", None),
        ("expires", date(2022, 1, 1)),
    ]


def test_two_deeds_done_to_units_of_one_document_are_told_apart() -> None:
    words = "Sửa đổi khoản 1 Điều 5 và bãi bỏ khoản 2 Điều 6 của Quyết định số 30/2010/QĐ-UBND."
    assert said(clause(words)) == [
        ("amends", "Quyết định số 30/2010/QĐ-UBND", ("article 5 clause 1",)),
        ("annuls", "Quyết định số 30/2010/QĐ-UBND", ("article 6 clause 2",)),
    ]


def test_annexes_are_replaced_by_those_of_the_document_itself() -> None:
    words = "Phụ lục II, Phụ lục III kèm theo Quyết định số 30/2010/QĐ-UBND được thay thế bằng Phụ lục kèm theo Quyết định này."
    # they go on in other words
    assert said(clause(words)) == [("amends", "Quyết định số 30/2010/QĐ-UBND", ("annex II", "annex III"))]
    words = "Phụ lục II kèm theo Quyết định số 30/2010/QĐ-UBND được thay thế bằng Quyết định số 31/2011/QĐ-UBND."
    assert said(clause(words)) == []
    words = "Sửa đổi Mục IX - Phí lưu kho thuộc Phụ lục số 01 kèm theo Quyết định số 30/2010/QĐ-UBND."
    assert said(clause(words)) == [("amends", "Quyết định số 30/2010/QĐ-UBND", ("annex 01 section IX",))]


def test_adjusting_a_decision_amends_it_and_a_longer_time_is_that_of_its_decision() -> None:
    assert said(clause("Thống nhất điều chỉnh Nghị quyết số 42/2016/NQ-HĐND về định mức như sau:")) == [
        ("amends", "Nghị quyết số 42/2016/NQ-HĐND", ())
    ]
    assert said(clause("Điều chỉnh kế hoạch kho theo Quyết định số 42/2016/QĐ-UBND.")) == []
    words = "Kéo dài thời gian thực hiện chính sách hỗ trợ theo Quyết định số 42/2016/QĐ-UBND đến ngày 31/12/2027."
    assert [(r.kind.value, r.until) for r in clause(words).relations] == [("extends", date(2027, 12, 31))]


def test_an_old_number_with_a_blank_is_one() -> None:
    (found,) = clause("Bãi bỏ Thông tư số 43 TC/QLCS ngày 31/7/1996.").relations
    assert (found.kind, found.target.type, found.target.issued) == (Kind.ANNULS, "circular", date(1996, 7, 31))
    assert clause("Kho có 43 TC/QLCS và 12 XE/KHO.").relations == ()


def test_an_annex_without_a_number_that_gives_way_to_another() -> None:
    body = (
        "Điều 1. Thay thế Phụ lục kèm theo Quy chế bằng Phụ lục mức thu ban hành kèm theo Quyết định này.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
    )
    title = "Sửa đổi Quy chế phòng đọc ban hành kèm theo Quyết định số 7/QĐ-UBND ngày 05 tháng 5 năm 2019"
    made = stated(text_of("55/QĐ-UBND", "ngày 03 tháng 3 năm 2021", "QUYẾT ĐỊNH", title, body, "TỈNH X"))
    assert [(r.kind, [u.named for u in r.units], r.target.enclosed) for r in made.relations if r.units] == [
        (Kind.AMENDS, [(("annex", ""),)], True)  # it goes on in other words
    ]


def test_a_correction_that_opens_with_the_place_of_the_words() -> None:
    words = (
        "Tại mục 2 Phụ lục kèm theo Quyết định số 7/QĐ-UBND, đính chính “540.000 đồng” thành “450.000 đồng”.\n"
        "Tại khoản 1 Điều 3 Quyết định số 8/QĐ-UBND, người đọc khi đính chính thẻ nộp 5.000 đồng.\n"
    )
    (found,) = (r for r in clause(words).relations if r.kind is not Kind.REFERS_TO)
    assert found.kind is Kind.CORRECTS and found.target.printed == "Quyết định số 7/QĐ-UBND"
    assert [u.named for u in found.units] == [(("annex", ""), ("section", "2"))]
    assert [(s.old, s.new) for s in found.swaps] == [("540.000 đồng", "450.000 đồng")]


def test_what_once_ended_a_unit_is_not_what_is_amended() -> None:
    body = (
        "Điều 1. Sửa đổi Quyết định số 7/2019/QĐ-UBND\n"
        "1. Khoản 3 Điều 4, đã bị bãi bỏ bởi Quyết định số 8/2020/QĐ-UBND, được thay thế như sau:\n“3. Mở cửa cả ngày.”.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
    )
    title = "Sửa đổi Quyết định số 7/2019/QĐ-UBND về phòng đọc"
    made = stated(text_of("55/2021/QĐ-UBND", "ngày 03 tháng 3 năm 2021", "QUYẾT ĐỊNH", title, body, "TỈNH X"))
    assert [(r.kind, r.target.printed) for r in made.relations if r.units] == [
        (Kind.AMENDS, "Quyết định số 7/2019/QĐ-UBND")  # it goes on in other words
    ]
    assert "Quyết định số 8/2020/QĐ-UBND" in {r.target.printed for r in made.relations if r.kind is Kind.REFERS_TO}


def test_a_guidance_guides_whatever_its_title_says() -> None:
    body = "Căn cứ Quyết định số 7/2019/QĐ-UBND;\n\n1. Phòng đọc mở cửa từ 7 giờ.\n2. Thẻ có giá trị 01 năm.\n"
    title = "Về việc triển khai thực hiện Quyết định số 7/2019/QĐ-UBND về phòng đọc"
    made = stated(text_of("5/HD-SVH", "ngày 03 tháng 3 năm 2021", "HƯỚNG DẪN", title, body, "SỞ VĂN HÓA"))
    assert ("guides", "Quyết định số 7/2019/QĐ-UBND", ()) in said(made)
