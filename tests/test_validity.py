"""What holds when, from a real catalogue: intervals, orders of arrival, arrivals and removals, states entered by hand."""

import random
from datetime import date
from pathlib import Path

import pytest

from corpus.entered import Entered
from corpus.errors import NotFoundError
from corpus.library import Library
from corpus.validity import Interval, Status, at
from tests.validity_made import AMENDING, BASE, FAMILY, REPLACING, add, catalogue, text_of

BASE_ID, AMENDING_ID, REPLACING_ID = "701-2015-nd-cp", "745-2018-nd-cp", "777-2023-nd-cp"


def intervals(library: Library, id: str) -> list[Interval]:
    return library.intervals(library.entry(id).revision)


def state(library: Library, id: str, day: date, address: str = "") -> Status:
    return at(intervals(library, id), day, address).status


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return catalogue(tmp_path_factory.mktemp("family"), FAMILY)


@pytest.mark.parametrize(
    ("day", "address", "expected"),
    [
        (date(2015, 3, 31), "", Status.NOT_YET),
        (date(2015, 4, 1), "", Status.IN_FORCE),
        (date(2018, 6, 30), "", Status.IN_FORCE),
        (date(2018, 7, 1), "", Status.PARTLY_EXPIRED),
        (date(2023, 10, 31), "", Status.PARTLY_EXPIRED),
        (date(2023, 11, 1), "", Status.EXPIRED),
        (date(2018, 6, 30), "d2.k2", Status.IN_FORCE),
        (date(2018, 7, 1), "d2.k2", Status.EXPIRED),
        (date(2018, 7, 1), "d2.k1", Status.IN_FORCE),
        (date(2018, 6, 30), "d3a", Status.NOT_YET),
        (date(2018, 7, 1), "d3a", Status.IN_FORCE),
        (date(2023, 11, 1), "d3a", Status.EXPIRED),
    ],
)
def test_states_of_a_document_and_its_units(library: Library, day: date, address: str, expected: Status) -> None:
    assert state(library, BASE_ID, day, address) == expected


def test_every_state_is_proved_by_words_of_a_document(library: Library) -> None:
    for i in intervals(library, BASE_ID):
        assert i.proofs
        for proof in i.proofs:
            text = library.text(library.entry(proof.document).revision)
            assert text[proof.start : proof.end].strip()
    (ended,) = [i for i in intervals(library, BASE_ID) if i.status is Status.EXPIRED and not i.address]
    assert ended.by == (REPLACING_ID,)


def test_intervals_cover_all_days_without_overlap(library: Library) -> None:
    found = intervals(library, BASE_ID)
    for address in {i.address for i in found}:
        own = [i for i in found if i.address == address]
        assert own[0].first is None and own[-1].until is None
        assert all(a.until == b.first for a, b in zip(own, own[1:], strict=False))


def graph(library: Library) -> dict[str, object]:
    return {
        e.id: (library.intervals(e.revision), sorted((f.code, f.facts) for f in library.findings(e.revision)))
        for e in library.entries()
    }


def test_the_order_of_arrival_leaves_no_trace(library: Library, tmp_path: Path) -> None:
    chance = random.Random(7)
    for n in range(6):
        order = list(FAMILY)
        chance.shuffle(order)
        (tmp_path / str(n)).mkdir()
        other = catalogue(tmp_path / str(n), FAMILY, order)
        assert graph(other) == graph(library), order
        other.close()


def test_a_relation_binds_when_its_target_arrives_and_goes_with_its_document(tmp_path: Path) -> None:
    made = catalogue(tmp_path, {"replacing.txt": REPLACING})
    add(made, "base.txt", BASE)
    assert state(made, BASE_ID, date(2024, 1, 1)) is Status.EXPIRED
    made.retire(REPLACING_ID)
    assert state(made, BASE_ID, date(2024, 1, 1)) is Status.IN_FORCE
    made.close()


def test_what_nobody_says_is_unknown(tmp_path: Path) -> None:
    made = catalogue(
        tmp_path,
        {"plain.txt": text_of("9/KH-SNV", "ngày 02 tháng 5 năm 2020", "KẾ HOẠCH", "Về kho", "I. Mục tiêu\nXây kho.\n")},
    )
    (entry,) = made.entries()
    assert at(made.intervals(entry.revision), date(2021, 1, 1)).status is Status.UNKNOWN
    assert at(made.intervals(entry.revision), date(2020, 1, 1)).status is Status.NOT_YET
    made.close()


def test_units_that_the_target_has_not_are_found_beside_it_only(tmp_path: Path) -> None:
    made = catalogue(tmp_path, {"amending.txt": AMENDING})
    amending = made.entry(AMENDING_ID).revision
    assert made.findings(amending) == []
    add(made, "base.txt", BASE)
    assert [f.code for f in made.findings(amending)] == ["relation-unit-missing"]
    made.close()


def test_documents_that_end_each_other_are_a_finding_and_no_crash(tmp_path: Path) -> None:
    one, other = (
        text_of(
            f"{mine}/2020/QĐ-UBND",
            "ngày 02 tháng 5 năm 2020",
            "QUYẾT ĐỊNH",
            "Về kho",
            f"Điều 1. Thi hành\nQuyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số {yours}/2020/QĐ-UBND.\n",
            "TỈNH X",
        )  # fmt: skip
        for mine, yours in ((21, 22), (22, 21))
    )
    made = catalogue(tmp_path, {"one.txt": one, "other.txt": other})
    assert all("relation-cycle" in {f.code for f in made.findings(e.revision)} for e in made.entries())
    made.close()


def test_a_state_entered_by_hand_stands_until_documents_say_otherwise(tmp_path: Path) -> None:
    made = catalogue(tmp_path, {"base.txt": BASE})
    day = date(2016, 1, 1)
    ids = made.enter_statuses(
        [Entered("701/2015/NĐ-CP", Status.SUSPENDED, day, date(2016, 2, 1), who="An", why="theo công báo")]
    )
    assert ids == [BASE_ID]
    found = at(intervals(made, BASE_ID), day)
    assert found.status is Status.SUSPENDED and found.proofs[0].by_hand is not None
    assert "An" in found.proofs[0].by_hand and "theo công báo" in found.proofs[0].by_hand
    (kept,) = made.entered_statuses()
    assert kept.id is not None
    made.withdraw_status(kept.id)
    assert state(made, BASE_ID, day) is Status.IN_FORCE
    with pytest.raises(NotFoundError):
        made.withdraw_status(kept.id)
    made.close()


def test_an_entry_applies_to_a_document_that_arrives_later(tmp_path: Path) -> None:
    made = Library(tmp_path)
    assert (
        made.enter_statuses([Entered("701/2015/NĐ-CP", Status.EXPIRED, date(2017, 1, 1), who="An", why="danh mục")])
        == []
    )
    add(made, "base.txt", BASE)
    assert state(made, BASE_ID, date(2017, 1, 1)) is Status.EXPIRED
    made.close()


def test_what_does_not_hold_is_told_for_a_day(library: Library) -> None:
    ids = {e.revision: e.id for e in library.entries()}
    barred = {ids[r] for r in library.not_in_force(date(2024, 1, 1))}
    assert barred == {BASE_ID, AMENDING_ID}
    assert {ids[r] for r in library.not_in_force(date(2010, 1, 1))} == set(ids.values())


def test_the_family_shows_documents_that_are_only_named(library: Library) -> None:
    graph = library.family(library.entry(BASE_ID).revision)
    assert {d.id for d in graph.documents} == set(library.ids())
    assert {e.end for e in graph.edges if e.target is None} == {"?luat luu tru"}
    assert {e.relation.kind.value for e in graph.edges} >= {"amends", "annuls", "expires", "guides", "based_on"}


def test_a_notice_ends_no_decree_whatever_it_says(tmp_path: Path) -> None:
    notice = text_of(
        "31/TB-SNV", "ngày 02 tháng 6 năm 2020", "THÔNG BÁO", "Về việc thay thế quy định",
        "Thông báo này thay thế Nghị định số 701/2015/NĐ-CP ngày 10 tháng 02 năm 2015 của Chính phủ.\n"
        "Thông báo này có hiệu lực kể từ ngày ký.\n", "SỞ NỘI VỤ",
    )  # fmt: skip
    library = catalogue(tmp_path, {"base.txt": BASE, "notice.txt": notice})
    assert state(library, BASE_ID, date(2024, 1, 1)) is Status.IN_FORCE
    (id,) = library.ids().keys() - {BASE_ID}
    assert [f.code for f in library.findings(library.entry(id).revision)] == ["relation-not-competent"]
    assert library.stated_of(library.entry(BASE_ID).revision) == []
