"""What texts state of others: kinds, targets, units, and what only tells of others."""

import pytest

from corpus.relations import RelationKind as Kind
from ingest.relate import relate
from tests.stated import Found, clause, said, stated
from tests.validity_made import AMENDING, BASE, GUIDING, REPLACING, document


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
