"""One statement taken apart, and what its parts alone say: units, days, corrections, laws named in passing."""

from datetime import date

import pytest

from corpus.relations import RelationKind as Kind
from corpus.relations import Target
from corpus.units import UnitReference
from ingest.relations.above import inherited, listed
from ingest.relations.bases import bases
from ingest.relations.clause import deeds
from ingest.relations.days import Days
from ingest.relations.deed import relation_of
from ingest.relations.misprints import set_right
from ingest.relations.passing import laws_in_passing, told_of
from ingest.relations.place import Above, Place
from ingest.relations.statement import Statement, read_statement
from ingest.relations.units import all_units, exceptions_behind, is_in_part
from ingest.relations.when import days_of

A, B = "Nghị định số 8/2019/NĐ-CP", "Nghị định số 9/2020/NĐ-CP"
ABOVE = Target("Nghị định số 1/2015/NĐ-CP", number_key="above")


def read(text: str, above: Above | None = None, *, preamble: bool = False, opens_unit: bool = False) -> Statement:
    return read_statement(Place(text, 0, None, preamble, opens_unit, above or Above()))


def named(units: tuple[UnitReference, ...]) -> list[str]:
    return [" ".join(f"{kind} {mark}" for kind, mark in u.named) for u in units]


def test_a_statement_keeps_what_is_done_to_apart_from_what_is_told() -> None:
    words = f"Khoản 3 Điều 4, đã bị bãi bỏ bởi {A}, được thay thế như sau:"
    under = read(words, Above(target=ABOVE))
    assert [m.target.printed for m in under.told] == [A] and not under.found
    assert A.split()[-1].lower() not in under.even and len(under.even) == len(words)
    assert [d.document.units for d in told_of(under)] == [()]
    # with nothing above there is nobody else whose the unit might be
    assert [m.target.printed for m in read(words).found] == [A]


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        (f"{A} hết hiệu lực.", True),
        ("Điều 5 được bãi bỏ.", True),
        (f"Kể từ ngày Quyết định này có hiệu lực, {A} hết hiệu lực.", True),
        (f"Quyết định này thay thế {A}.", False),
        (f"Hồ sơ nộp tại phòng đọc; {A} hết hiệu lực.", False),
    ],
)
def test_what_a_statement_opens_with(words: str, opens: bool) -> None:
    assert read(words).opens is opens


def test_units_of_its_own_and_of_laws_in_passing_are_none_that_something_is_done_to() -> None:
    statement = read("Bãi bỏ Điều 5; mức hưởng theo Điều 7 Quyết định này và khoản 2 Điều 9 Luật Lưu trữ.")
    assert named(statement.units) == ["article 5"]


def test_units_beside_which_others_are_put_in() -> None:
    assert named(all_units(read("Bổ sung khoản 4 vào sau khoản 3 Điều 2."))) == ["article 2 clause 4"]


def test_units_that_are_left_as_they_were() -> None:
    statement = read(f"Bãi bỏ {A}, trừ Điều 5 và Điều 6.")
    assert named(exceptions_behind(statement, statement.found[0])) == ["article 5", "article 6"]
    assert named(all_units(statement)) == []


@pytest.mark.parametrize(
    ("words", "partly"),
    [
        (f"Sửa đổi một số điều của {A}.", [True]),
        (f"Sửa đổi {A}.", [False]),
        (f"Bãi bỏ một số quy định của {A} và {B}.", [True, False]),
    ],
)
def test_a_part_that_no_unit_names(words: str, partly: list[bool]) -> None:
    statement = read(words)
    assert [is_in_part(statement, m, statement.verbs[0]) for m in statement.found] == partly


def test_each_document_has_the_days_behind_it() -> None:
    statement = read(f"Bãi bỏ {A} từ ngày 01/3/2026; {B} từ ngày 01/5/2026.")
    days = [days_of(statement, Kind.ANNULS, m, statement.verbs[0]).day for m in statement.found]
    assert days == [date(2026, 3, 1), date(2026, 5, 1)]


def test_a_document_that_only_tells_of_one_before_it_takes_no_day_away() -> None:
    statement = read(f"Bãi bỏ {A} (đã được sửa đổi theo {B}) từ ngày 01/3/2026.")
    assert days_of(statement, Kind.ANNULS, statement.found[0], statement.verbs[0]).day == date(2026, 3, 1)


def test_what_ends_but_for_some_units_says_until_when_they_hold() -> None:
    statement = read(f"{A} hết hiệu lực từ ngày 01/3/2026, trừ Điều 5 từ ngày 01/5/2026.")
    found = days_of(statement, Kind.EXPIRES, statement.found[0], statement.verbs[0])
    assert found == Days(date(2026, 3, 1), date(2026, 4, 30))


def test_a_unit_that_is_replaced_in_its_own_words_is_amended() -> None:
    for words, kind in ((f"Thay thế Điều 5 {A} như sau:", Kind.AMENDS), (f"Thay thế Điều 5 {A}.", Kind.REPLACES)):
        statement = read(words)
        (deed,) = deeds(statement)
        assert deed.kind is Kind.REPLACES and relation_of(statement, deed).kind is kind


def test_a_relation_counts_from_where_its_statement_stands() -> None:
    words = f"Bãi bỏ Điều 5 {A}."
    statement = read_statement(Place(words, 100, "d1"))
    relation = relation_of(statement, deeds(statement)[0])
    assert (relation.start, relation.end, relation.source_unit) == (100, 100 + len(words), "d1")
    assert words[relation.phrase_start - 100 : relation.phrase_end - 100] == "Bãi bỏ"
    assert words[relation.units[0].start - 100 : relation.units[0].end - 100] == "Điều 5"


def test_bases_and_what_is_told_of_them() -> None:
    statement = read("Căn cứ Luật số 11/2011/QH13 ngày 11 tháng 11 năm 2011 và Luật số 12/2012/QH13;", preamble=True)
    assert [d.kind for d in bases(statement)] == [Kind.BASED_ON, Kind.BASED_ON]
    told = read(f"Căn cứ {A} quy định chi tiết Luật số 11/2011/QH13 và Luật số 12/2012/QH13;", preamble=True)
    assert [d.kind for d in bases(told)] == [Kind.BASED_ON, Kind.REFERS_TO, Kind.REFERS_TO]


def test_a_list_below_a_verb() -> None:
    above = Above(Kind.ANNULS, lists=True)
    assert listed(read(f"1. {A} và {B}.", above, opens_unit=True)) == {0, 1}
    assert not listed(read(f"1. Hồ sơ nộp theo {A}.", above, opens_unit=True))
    assert not listed(read(f"1. {A}.", above)), "only what opens a unit is an item"


def test_units_of_the_document_above() -> None:
    (deed,) = inherited(read("2. Bãi bỏ khoản 3 Điều 5.", Above(target=ABOVE)))
    assert (deed.kind, deed.document.target, named(deed.units or ())) == (Kind.ANNULS, ABOVE, ["article 5 clause 3"])
    (deed,) = inherited(read("a) Khoản 3 Điều 5.", Above(Kind.ANNULS, ABOVE), opens_unit=True))
    assert (deed.kind, deed.verb, named(deed.units or ())) == (Kind.ANNULS, None, ["article 5 clause 3"])
    assert not list(inherited(read("2. Bãi bỏ khoản 3 Điều 5.")))


def test_misprints_without_a_leading_verb() -> None:
    words = "Tại khoản 2 Điều 3, “kho sách” sửa thành “kho tư liệu”."
    deed = set_right(read(words, Above(target=ABOVE, corrects=True)))
    assert deed is not None and (deed.kind, named(deed.units or ())) == (Kind.CORRECTS, ["article 3 clause 2"])
    assert set_right(read(words, Above(target=ABOVE))) is None, "nothing says that it is a correction"
    assert set_right(read(words, Above(corrects=True))) is None, "of which document is not told"


def test_laws_in_passing_are_told_once() -> None:
    statement = read("Hồ sơ theo Điều 5 Luật Lưu trữ được giữ tại kho; việc khác theo Điều 5 Luật Lưu trữ.")
    assert [d.document.target.printed for d in laws_in_passing(statement, [])] == ["Luật Lưu trữ"]
    stated = [relation_of(statement, d) for d in laws_in_passing(statement, [])]
    assert not list(laws_in_passing(statement, stated))


def test_what_is_named_again_in_one_breath_is_no_second_relation() -> None:
    found = deeds(read(f"Bãi bỏ {A} kể từ ngày nghị định thay thế; hồ sơ nộp theo {A}."))
    assert [d.kind for d in found] == [Kind.ANNULS]
