"""What texts state of others, read in both languages: kinds, targets, units, days, and what only tells of others."""

from datetime import date

import pytest

from corpus.relations import RelationKind as Kind
from corpus.relations import Statements
from ingest.relate import relate
from tests.validity_made import AMENDING, BASE, GUIDING, REPLACING, document, text_of

Found = list[tuple[str, str, tuple[str, ...]]]


def stated(text: str) -> Statements:
    return relate(document(text))


def said(statements: Statements, *, references: bool = False) -> Found:
    """(kind, target as printed, units from large to small) of each relation."""
    return [
        (r.kind.value, r.target.printed, tuple(" ".join(f"{k} {m}" for k, m in u.named) for u in r.units))
        for r in statements.relations
        if references or r.kind is not Kind.REFERS_TO
    ]


def clause(words: str) -> Statements:
    """The statements of one clause in a text of its own."""
    body = f"Điều 1. Phạm vi\nQuyết định này quy định về kho tư liệu.\nĐiều 2. Thi hành\n{words}\n"
    return stated(
        text_of("55/2021/QĐ-UBND", "ngày 03 tháng 3 năm 2021", "QUYẾT ĐỊNH", "Về kho tư liệu", body, "TỈNH X")
    )


def english(words: str) -> Statements:
    body = (
        "MINISTRY OF RECORDS\nNo. 55/2021/TT-BNV\n\nSOCIALIST REPUBLIC OF VIETNAM\nIndependence - Freedom - Happiness\n"
        "Hanoi, March 3, 2021\n\nCIRCULAR\nOn reading rooms\n\nArticle 1. Scope\nThis Circular prescribes reading rooms.\n"
        f"Article 2. Implementation\n{words}\n"
    )
    return stated(body)


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


def test_a_list_takes_its_verb_from_the_line_above_it() -> None:
    assert said(stated(REPLACING)) == [
        ("expires", "Nghị định số 701/2015/NĐ-CP", ()),
        ("expires", "Nghị định số 745/2018/NĐ-CP", ()),
    ]


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


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "This Circular takes effect on April 20, 2021 and supersedes Circular No. 12/2014/TT-BNV dated May 2, 2014.",
            [("replaces", "Circular No. 12/2014/TT-BNV", ())],
        ),
        (
            "Clause 3 of Article 5 of Decree No. 905/2016/ND-CP is amended as follows:",
            [("amends", "Decree No. 905/2016/ND-CP", ("article 5 clause 3",))],
        ),
        (
            "To annul Point a, Clause 1, Article 4 of Circular No. 9/2015/TT-BNV.",
            [("annuls", "Circular No. 9/2015/TT-BNV", ("article 4 clause 1 point a",))],
        ),
        (
            "Circular No. 9/2015/TT-BNV ceases to be effective from the effective date of this Circular.",
            [("expires", "Circular No. 9/2015/TT-BNV", ())],
        ),
        (
            "Lending has followed the procedure in Circular No. 9/2015/TT-BNV; no lending decision has had to be revoked.",
            [],
        ),
        ("The rules in Circular No. 9/2015/TT-BNV were kept; a notice was annulled.", []),
        ("The rooms follow Circular No. 9/2015/TT-BNV, as amended by Circular No. 10/2016/TT-BNV.", []),
        (
            "Circular No. 9/2015/TT-BNV dated May 2, 2015, as amended by Circular No. 10/2016/TT-BNV, is hereby repealed.",
            [("annuls", "Circular No. 9/2015/TT-BNV", ())],
        ),
        (
            "The suspension of Articles 2 and 3 of Circular No. 9/2015/TT-BNV under Circular No. 10/2020/TT-BNV is lifted.",
            [("resumes", "Circular No. 9/2015/TT-BNV", ("article 2", "article 3"))],
        ),
        (
            "The words “room keeper” in Circular No. 9/2015/TT-BNV are replaced by the words “keeper”.",
            [("amends", "Circular No. 9/2015/TT-BNV", ())],
        ),
        (
            "Circular No. 9/2015/TT-BNV shall remain in force until December 31, 2022.",
            [("continues", "Circular No. 9/2015/TT-BNV", ())],
        ),
    ],
)
def test_english_texts(words: str, expected: Found) -> None:
    assert said(english(words)) == expected


def test_what_is_only_named_is_a_reference() -> None:
    found = said(clause("Hồ sơ theo khoản 2 Điều 5 Nghị định số 8/2019/NĐ-CP."), references=True)
    assert found == [("refers_to", "Nghị định số 8/2019/NĐ-CP", ("article 5 clause 2",))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Quyết định này có hiệu lực kể từ ngày ký.", [(date(2021, 3, 3), False)]),
        ("Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký ban hành.", [(date(2021, 3, 13), False)]),
        (
            "Quyết định này có hiệu lực từ ngày 01/4/2021 đến hết ngày 31 tháng 12 năm 2023.",
            [(date(2021, 4, 1), False), (date(2024, 1, 1), True)],
        ),
        ("Hợp đồng có hiệu lực từ ngày 01/4/2021.", []),
        ("Các hồ sơ nộp trước ngày Quyết định này có hiệu lực thì xử lý theo quy định cũ.", []),
    ],
)
def test_days_that_a_text_states_of_itself(words: str, expected: list[tuple[date, bool]]) -> None:
    assert [(e.day, e.ends) for e in clause(words).effects] == expected


def test_a_suspension_has_both_its_days() -> None:
    (r,) = [
        r
        for r in clause(
            "Ngưng hiệu lực Điều 4 Quyết định số 9/2020/QĐ-UBND từ ngày 01/5/2021 đến hết ngày 30/6/2021."
        ).relations
        if r.kind is Kind.SUSPENDS
    ]
    assert (r.day, r.until) == (date(2021, 5, 1), date(2021, 6, 30))


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


def test_days_stand_behind_what_is_only_told_of_the_target() -> None:
    (extended,) = (
        r
        for r in english(
            "To further extend Decision No. 7/2019/QD-UBND dated May 5, 2019, already extended under Decision No. "
            "8/2020/QD-UBND dated June 6, 2020, to the end of June 30, 2025."
        ).relations
        if r.kind is Kind.EXTENDS
    )
    assert (extended.target.printed, extended.until) == ("Decision No. 7/2019/QD-UBND", date(2025, 6, 30))


def test_a_list_of_ended_texts_gives_the_day_of_each() -> None:
    (ended,) = (
        r
        for r in clause(
            "1. Quyết định số 7/2019/QĐ-UBND ngày 05/5/2019; lý do: được thay thế bởi Quyết định số 8/2020/QĐ-UBND; "
            "ngày hết hiệu lực: 01/11/2020."
        ).relations
        if r.kind is Kind.EXPIRES
    )
    assert (ended.target.printed, ended.day) == ("Quyết định số 7/2019/QĐ-UBND", date(2020, 11, 1))


def test_words_that_are_the_subject_are_no_document_that_ends() -> None:
    (amended,) = (
        r
        for r in clause(
            "Cụm từ “kho tư liệu” tại Quyết định số 7/2019/QĐ-UBND được thay thế bằng cụm từ “kho dữ liệu”."
        ).relations
        if r.kind is Kind.AMENDS
    )
    assert [(s.old, s.new) for s in amended.swaps] == [("kho tư liệu", "kho dữ liệu")] and not amended.whole


def test_the_lifting_of_a_suspension_names_what_holds_again() -> None:
    found = said(english("To lift the suspension of Article 4 of Decision No. 7/2019/QD-UBND."))
    assert found == [("resumes", "Decision No. 7/2019/QD-UBND", ("article 4",))]


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


def test_a_renumbered_unit_loses_no_words() -> None:
    found = said(clause("Đánh số lại khoản 3 Điều 6 Quyết định số 7/2019/QĐ-UBND thành khoản 4 Điều 6."))
    assert [k for k, _, _ in found] == ["supplements"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (
            "Quyết định này thay thế Quyết định số 7/2019/QĐ-UBND và có hiệu lực kể từ ngày 01/4/2021.",
            [("2021-04-01", False)],
        ),
        ("Quyết định này thay thế Quyết định số 7/2019/QĐ-UBND và có hiệu lực kể từ ngày ký.", [("2021-03-03", False)]),
        ("Quyết định này hết hiệu lực sau khi kết thúc ngày 31 tháng 12 năm 2022.", [("2023-01-01", True)]),
        ("Quyết định này hết hiệu lực kể từ ngày 31 tháng 12 năm 2022.", [("2022-12-31", True)]),
        (
            "Quyết định này có hiệu lực từ ngày 15/3/2021 và được thực hiện đến hết năm 2025.",
            [("2021-03-15", False), ("2026-01-01", True)],
        ),
        (
            "Quyết định này có hiệu lực từ ngày 15/3/2021 và được áp dụng trong thời hạn 24 tháng.",
            [("2021-03-15", False), ("2023-03-15", True)],
        ),
        ("Quyết định này hướng dẫn Nghị định số 7/2019/NĐ-CP có hiệu lực từ ngày 01/4/2021.", []),
        ("Quyết định này thay thế Quyết định số 7/2019/QĐ-UBND đã có hiệu lực từ ngày 01/4/2019.", []),
    ],
)
def test_days_that_a_document_states_of_itself(words: str, days: list[tuple[str, bool]]) -> None:
    assert [(e.day.isoformat(), e.ends) for e in clause(words).effects] == days


def test_what_is_spared_for_a_while_has_its_own_end() -> None:
    (r,) = (
        r
        for r in clause(
            "Bãi bỏ Quyết định số 7/2019/QĐ-UBND, trừ Điều 5 được tiếp tục áp dụng đến hết ngày 31 tháng 12 năm 2023."
        ).relations
        if r.kind is Kind.ANNULS
    )
    assert (r.day, r.until) == (None, date(2023, 12, 31)) and [u.steps for u in r.exceptions] == [(("article", "5"),)]


def test_what_stands_in_brackets_is_only_told_of_the_target() -> None:
    found = said(
        clause(
            "Sửa đổi một số điều của Nghị định số 7/2019/NĐ-CP ngày 05/5/2019 (đã được sửa đổi, bổ sung theo Nghị định số "
            "8/2020/NĐ-CP và Nghị định số 9/2021/NĐ-CP):"
        )
    )
    assert found == [("amends", "Nghị định số 7/2019/NĐ-CP", ())]


def test_days_stand_behind_a_bracket() -> None:
    (paused,) = (
        r
        for r in clause(
            "Ngưng thực hiện Điều 4a Quy định số 26-QĐ/TU ngày 06/4/2015 (được bổ sung theo Quy định số 31-QĐ/TU ngày "
            "09/01/2019) từ ngày 01/4/2021 đến hết ngày 31/3/2022."
        ).relations
        if r.kind is Kind.SUSPENDS
    )
    assert (paused.target.printed, paused.day, paused.until) == (
        "Quy định số 26-QĐ/TU",
        date(2021, 4, 1),
        date(2022, 3, 31),
    )


def test_a_suspension_that_is_drawn_out_is_one() -> None:
    (paused,) = (
        r
        for r in clause(
            "Kéo dài thời gian tạm ngưng hiệu lực Điều 4 Quyết định số 7/2019/QĐ-UBND quy định tại Nghị quyết số "
            "57/NQ-HĐND đến hết ngày 30 tháng 6 năm 2021."
        ).relations
        if r.kind is Kind.SUSPENDS
    )
    assert (paused.target.printed, paused.until) == ("Quyết định số 7/2019/QĐ-UBND", date(2021, 6, 30))


def test_a_number_named_once_with_its_day_has_it_everywhere() -> None:
    text = text_of(
        "55/2021/QĐ-UBND", "ngày 03 tháng 3 năm 2021", "QUYẾT ĐỊNH", "Sửa đổi Quyết định số 7/2019/QĐ-UBND ngày 05/5/2019",
        "Điều 1. Sửa đổi một số điều của Quyết định số 7/2019/QĐ-UBND\n1. Bãi bỏ khoản 2 Điều 4.\n",
    )  # fmt: skip
    assert {r.target.issued for r in stated(text).relations} == {date(2019, 5, 5)}


def test_the_letters_of_a_party_number_are_no_word_for_from() -> None:
    (r,) = (
        r
        for r in clause("Sửa đổi Điều 4 Quy định số 26-QĐ/TU ngày 06/4/2015 như sau:").relations
        if r.kind is Kind.AMENDS
    )
    assert r.day is None and r.target.issued == date(2015, 4, 6)


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
