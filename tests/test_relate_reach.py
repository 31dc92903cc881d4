"""How far a verb reaches in one statement, taken by itself."""

import pytest

from corpus.relations import RelationKind as Kind
from corpus.relations import Target
from ingest.relations.clause import relations_in
from ingest.relations.place import Above, Place
from ingest.relations.reach import done_by, governed
from ingest.relations.statement import Statement, read_statement

A, B, C = "Nghị định số 8/2019/NĐ-CP", "Nghị định số 9/2020/NĐ-CP", "Thông tư số 7/2021/TT-BNV"


def statement_of(text: str, *, title: bool = False) -> Statement:
    return read_statement(Place(text, 0, title=title))


def reached(text: str, *, title: bool = False) -> dict[str, Kind]:
    statement = statement_of(text, title=title)
    return {statement.found[i].target.printed: verb.kind for i, verb in governed(statement).items()}


def said(place: Place) -> list[tuple[Kind, str, str]]:
    """(what is done, to which document, to which article) of each relation."""
    return [
        (r.kind, r.target.printed, "part" if r.partial else ", ".join(u.named[0][1] for u in r.units))
        for r in relations_in(place)
    ]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nobody amends what he annuls: the article is another's, and the decree goes as a whole
        (f"Sửa đổi Điều 5 và bãi bỏ {A}.", [(Kind.ANNULS, A, "")]),
        (f"Sửa đổi Điều 5 và bãi bỏ toàn bộ {A}.", [(Kind.ANNULS, A, "")]),
        (f"Điều 5 được sửa đổi và {A} bị bãi bỏ.", [(Kind.ANNULS, A, "")]),
        (f"To amend Article 5 and annul the whole {A}.", [(Kind.ANNULS, A, "")]),
        (f"Sửa đổi Điều 5 và bãi bỏ Quy chế làm việc của Sở ban hành kèm theo {A}.", [(Kind.ANNULS, A, "")]),
        # a part of the decree is the decree's, and so is the article before it
        (f"Sửa đổi Điều 5 và bãi bỏ một số quy định của {A}.", [(Kind.AMENDS, A, "5"), (Kind.ANNULS, A, "part")]),
        (f"Bổ sung Điều 5a và sửa đổi một số điều của {A}.", [(Kind.SUPPLEMENTS, A, "5a"), (Kind.AMENDS, A, "part")]),
        (f"Điều 5 được sửa đổi và Điều 6 {A} bị bãi bỏ.", [(Kind.AMENDS, A, "5"), (Kind.ANNULS, A, "6")]),
        # what neither is a unit nor the decree does not end the decree
        (f"Sửa đổi Điều 5 và thay thế bảng lương tại {A}.", [(Kind.AMENDS, A, "5")]),
        # what does not end may be amended too
        (f"Sửa đổi Điều 5 và hướng dẫn thi hành {A}.", [(Kind.AMENDS, A, "5"), (Kind.GUIDES, A, "")]),
    ],
)
def test_units_before_a_verb_that_is_about_a_whole_document(text: str, expected: list[tuple[Kind, str, str]]) -> None:
    assert said(Place(text, 0)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Sửa đổi Điều 5 và bãi bỏ {A}.", [(Kind.ANNULS, A, ""), (Kind.AMENDS, B, "5")]),
        (f"Sửa đổi, bổ sung Điều 5; bãi bỏ {A}.", [(Kind.ANNULS, A, ""), (Kind.AMENDS, B, "5")]),
        (f"Article 5 is amended and {A} is annulled.", [(Kind.ANNULS, A, ""), (Kind.AMENDS, B, "5")]),
        (f"Sửa đổi Điều 5 và hướng dẫn thi hành {A}.", [(Kind.GUIDES, A, ""), (Kind.AMENDS, B, "5")]),
        # units that are named of a document are its own, and those behind it may be
        (f"Sửa đổi Điều 5 và bãi bỏ Điều 6 của {A}.", [(Kind.AMENDS, A, "5"), (Kind.ANNULS, A, "6")]),
        (f"Sửa đổi Điều 5 {A}; bãi bỏ Điều 6.", [(Kind.AMENDS, A, "5")]),
    ],
)
def test_units_of_the_document_above_beside_another(text: str, expected: list[tuple[Kind, str, str]]) -> None:
    assert said(Place(text, 0, above=Above(target=Target(B)))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a bracket tells of the unit is no document of its own, nor are the units that it names the title's
        (f"Sửa đổi Điều 5 (đã được sửa đổi theo {A}).", [(Kind.REFERS_TO, A, ""), (Kind.AMENDS, B, "5")]),
        (
            f"Sửa đổi khoản 1 Điều 5 (đã được bổ sung theo khoản 2 Điều 1 {A}) như sau:",
            [(Kind.REFERS_TO, A, "1"), (Kind.AMENDS, B, "5")],
        ),
        (
            f"To amend Article 5 (as inserted by Article 1 of {A}) as follows:",
            [(Kind.REFERS_TO, A, "1"), (Kind.AMENDS, B, "5")],
        ),
        # behind the bracket the sentence goes on
        (f"Bãi bỏ Điều 5 (được bổ sung tại Điều 1 {A}) của {C}.", [(Kind.REFERS_TO, A, "1"), (Kind.ANNULS, C, "5")]),
        # a bracket that tells nothing says whose the unit is
        (f"Bãi bỏ Điều 5 ({A}).", [(Kind.ANNULS, A, "5")]),
        # a unit of another document is not the title's
        (f"Cụm từ “cũ” được thay thế bằng cụm từ “mới” theo khoản 1 Điều 1 {A}.", [(Kind.REFERS_TO, A, "1")]),
        (f"Điều 5 được sửa đổi để phù hợp với Điều 6 {A}.", [(Kind.REFERS_TO, A, "5, 6"), (Kind.AMENDS, B, "5")]),
    ],
)
def test_units_beside_a_bracket_that_tells_what_once_changed_them(
    text: str, expected: list[tuple[Kind, str, str]]
) -> None:
    assert said(Place(text, 0, above=Above(target=Target(B)))) == expected
