"""How far a verb reaches in one statement, taken by itself."""

import pytest

from corpus.relations import RelationKind as Kind
from ingest.relations.place import Place
from ingest.relations.reach import done_by, governed
from ingest.relations.statement import Statement, read_statement

A, B, C = "Nghị định số 8/2019/NĐ-CP", "Nghị định số 9/2020/NĐ-CP", "Thông tư số 7/2021/TT-BNV"


def statement_of(text: str, *, title: bool = False) -> Statement:
    return read_statement(Place(text, 0, title=title))


def reached(text: str, *, title: bool = False) -> dict[str, Kind]:
    statement = statement_of(text, title=title)
    return {statement.found[i].target.printed: verb.kind for i, verb in governed(statement).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what stands behind an active verb, what stands before a passive one
        (f"Bãi bỏ {A}.", {A: Kind.ANNULS}),
        (f"{A} hết hiệu lực.", {A: Kind.EXPIRES}),
        # the next verb, or its subject, ends the reach
        (f"Bãi bỏ {A}; thay thế {C}.", {A: Kind.ANNULS, C: Kind.REPLACES}),
        (f"Bãi bỏ {A}; {C} hết hiệu lực.", {A: Kind.ANNULS, C: Kind.EXPIRES}),
        # what is joined goes with it, what describes it does not
        (f"Bãi bỏ {A} và {B}.", {A: Kind.ANNULS, B: Kind.ANNULS}),
        (f"Bãi bỏ {A} về việc hướng dẫn {B}.", {A: Kind.ANNULS}),
        (f"Bãi bỏ {A} (đã được sửa đổi theo {B} và {C}).", {A: Kind.ANNULS}),
        # according to which text something is done says nothing of that text
        (f"Bãi bỏ thủ tục đăng ký theo {A}.", {}),
        # but what is prolonged under a decision is the decision's
        (f"Kéo dài thời gian thực hiện chính sách theo {A}.", {A: Kind.EXTENDS}),
    ],
)
def test_what_a_verb_governs(text: str, expected: dict[str, Kind]) -> None:
    assert reached(text) == expected


def test_a_title_that_details_under_a_text_details_that_text() -> None:
    words = f"Quy định chi tiết việc nộp hồ sơ theo {A}"
    assert reached(words, title=True) == {A: Kind.DETAILS}
    assert reached(words) == {}


def test_the_items_of_a_list_on_one_line() -> None:
    words = f"Bãi bỏ các văn bản sau: thủ tục ban hành theo {A}; thủ tục ban hành theo {C}."
    assert reached(words) == {A: Kind.ANNULS, C: Kind.ANNULS}


def test_the_units_between_two_verbs_are_the_first_ones() -> None:
    statement = statement_of(f"Sửa đổi khoản 1 Điều 5 và bãi bỏ khoản 2 Điều 6 của {A}.")
    ((i, verb),) = governed(statement).items()
    done = [(d.kind, [u.named for u in d.units or ()]) for d in done_by(statement, verb, statement.found[i])]
    assert done == [
        (Kind.AMENDS, [(("article", "5"), ("clause", "1"))]),
        (Kind.ANNULS, [(("article", "6"), ("clause", "2"))]),
    ]


def test_a_verb_alone_does_it_to_all_units_that_are_named() -> None:
    statement = statement_of(f"Bãi bỏ khoản 1 Điều 5 và Điều 6 của {A}.")
    (deed,) = done_by(statement, statement.verbs[0], statement.found[0])
    assert (deed.kind, deed.units) == (Kind.ANNULS, None)
