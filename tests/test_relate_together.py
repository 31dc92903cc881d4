"""What statements say for those below them, and what those of one document say of each other."""

from datetime import date

import pytest

from corpus.document import Document, Identity, Source
from corpus.relations import Effect, Relation, Target
from corpus.relations import RelationKind as Kind
from ingest.relations.clause import relations_in
from ingest.relations.contradictions import contradictions
from ingest.relations.heads import head_of
from ingest.relations.place import Above, Place
from ingest.relations.together import dated_alike, with_laws_of_the_bases, without_title

A, B = "Quyết định số 12/2014/QĐ-UBND", "Quyết định số 13/2014/QĐ-UBND"
DAY, OTHER = date(2024, 3, 1), date(2024, 5, 1)


def head(words: str) -> Above | None:
    place = Place(words, 0, "d1", opens_unit=True)
    return head_of(place, relations_in(place))


@pytest.mark.parametrize(
    ("words", "kind", "named", "lists"),
    [
        (f"Điều 1. Sửa đổi, bổ sung một số điều của {A} như sau:", Kind.AMENDS, A, True),
        # the units of the items below are what is done to, and not the whole again
        (f"1. Sửa đổi khoản 2 Điều 5 {A} như sau:", None, A, False),
        (f"Thay thế {A} và {B}.", Kind.REPLACES, None, False),
        ("Điều 3. Bãi bỏ các văn bản sau đây:", Kind.ANNULS, None, True),
        ("I. Căn cứ pháp lý", Kind.BASED_ON, None, True),
    ],
)
def test_what_a_head_says_for_what_stands_below(words: str, kind: Kind | None, named: str | None, lists: bool) -> None:
    found = head(words)
    assert found is not None
    assert (found.kind, found.target and found.target.printed, found.lists) == (kind, named, lists)


def test_a_statement_that_does_nothing_is_no_head() -> None:
    assert head("Điều 2. Hồ sơ gồm:") is None
    assert head(f"Điều 2. Thực hiện theo {A}.") is None


def relation(kind: Kind, target: Target, start: int = 0, day: date | None = None) -> Relation:
    return Relation(kind, target, start, start + 10, start, start + 2, day=day)


def test_a_number_that_is_dated_once_is_dated_everywhere() -> None:
    bare, dated = Target("số 5", "k|5"), Target("số 5 ngày 01/3/2024", "k|5", issued=DAY)
    found = dated_alike([relation(Kind.REFERS_TO, bare), relation(Kind.AMENDS, dated)])
    assert [r.target.issued for r in found] == [DAY, DAY]
    two = Target("số 5 ngày 01/5/2024", "k|5", issued=OTHER)  # councils share numbers
    found = dated_alike([relation(Kind.REFERS_TO, t) for t in (bare, dated, two)])
    assert [r.target.issued for r in found] == [None, DAY, OTHER]


def test_a_law_by_its_name_is_the_one_of_the_bases() -> None:
    called = relation(Kind.REFERS_TO, Target("Luật Lưu trữ", name="luat luu tru", type="law"))
    base = relation(Kind.BASED_ON, Target("Luật Lưu trữ năm 2011", name="luat luu tru", type="law", year=2011))
    found = with_laws_of_the_bases([base, called])
    assert (found[1].target.printed, found[1].target.year) == ("Luật Lưu trữ", 2011)
    newer = relation(Kind.REFERS_TO, Target("Luật Lưu trữ năm 2024", name="luat luu tru", type="law", year=2024))
    assert with_laws_of_the_bases([base, newer, called])[2] == called


def test_the_text_below_says_better_what_the_title_says() -> None:
    target = Target(A, "k|12")
    title, below = relation(Kind.AMENDS, target, 5), relation(Kind.AMENDS, target, 90)
    assert without_title([title, below], (0, 20)) == [below]
    replaced = relation(Kind.REPLACES, target, 90)  # something else
    assert without_title([title, replaced], (0, 20)) == [title, replaced]
    assert without_title([title, below], None) == [title, below]


@pytest.mark.parametrize(
    ("relations", "effects", "codes"),
    [
        ([], [Effect(DAY, 0, 9), Effect(OTHER, 20, 29)], ["effect-stated-twice"]),
        ([], [Effect(DAY, 0, 9), Effect(OTHER, 20, 29, ends=True)], []),
        ([], [Effect(date(2023, 1, 1), 0, 9)], ["effect-before-issue"]),
        ([relation(Kind.AMENDS, Target("B", "k|b", issued=OTHER))], [], ["relation-to-later"]),
        ([relation(Kind.REFERS_TO, Target("B", "k|b", issued=OTHER))], [], []),
        ([relation(Kind.ANNULS, Target("B", "k|b"), n, day) for n, day in ((0, DAY), (20, OTHER))], [],
         ["relation-stated-twice"]),
        ([relation(Kind.ANNULS, Target("B", "k|b"), n, DAY) for n in (0, 20)], [], []),
    ],
)  # fmt: skip
def test_what_contradicts_itself(relations: list[Relation], effects: list[Effect], codes: list[str]) -> None:
    identity = Identity("", "vi", issued=date(2024, 2, 1))
    document = Document(identity, "Một văn bản.", Source("t", "t.txt", "0", 0, "text/plain"))
    assert [f.code for f in contradictions(document, relations, effects)] == codes
