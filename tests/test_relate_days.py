"""From when and until when what a text states of itself and of others holds."""

from datetime import date

import pytest

from corpus.relations import RelationKind as Kind
from tests.stated import clause, english, stated
from tests.validity_made import text_of


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
