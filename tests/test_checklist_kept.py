"""Checklists kept: edits within bounds, source words locked, versions, two editors at once, a file of a later program."""

import sqlite3
import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.checklists.edit import MOST_CHANGES, Change, Field, changed
from assistant.checklists.items import Checklist, Item, Looked, Section
from assistant.checklists.sheet import to_sheet
from assistant.checklists.store import Checklists
from assistant.sheet import SheetSource
from corpus.errors import ConflictError, NotFoundError, RequestError, SettingsError, UnavailableError

SOURCE = SheetSource("a", "1/QĐ-UBND", "Quyết định", "Điều 1", 2, "Sở Nội vụ rà soát", 3, 20, "0" * 64, 1)
DRAFT = Checklist(
    title="Danh mục việc cần làm: rà soát",
    topic="rà soát",
    kind="procedure",
    language="vi",
    sections=(Section("prepare", "Chuẩn bị"), Section("report", "Báo cáo")),
    items=(
        Item("i1", "prepare", "rà soát đề án", lead="Sở Nội vụ", day=date(2024, 3, 31), deadline="trước 31/3/2024",
             inclusive=False, sources=(SOURCE,), strength="assigned"),
        Item("i2", "prepare", "lập danh sách", sources=(SOURCE,)),
        Item("i3", "report", "báo cáo", sources=(SOURCE,)),
    ),
    searched=Looked(3, 40, ("rà", "soát")),
    remarks=(),
    made=datetime(2024, 1, 5, 8, 0, tzinfo=UTC),
)  # fmt: skip


@pytest.fixture
def kept(tmp_path: Path) -> Checklists:
    return Checklists(tmp_path)


def test_what_is_kept_comes_back_whole(kept: Checklists) -> None:
    first = kept.keep(DRAFT, "Lan")
    assert kept.get(first.id) == first == replace(DRAFT, id=first.id)
    (listed,) = kept.listed()
    assert (listed.id, listed.items, listed.done, listed.version) == (first.id, 3, 0, 1)
    assert [(v.number, v.who, v.changes) for v in kept.versions(first.id)] == [(1, "Lan", ())]
    kept.close()
    assert kept.get(first.id) == first


def test_items_are_ticked_assigned_dated_noted_added_moved_and_removed(kept: Checklists) -> None:
    id = kept.keep(DRAFT).id
    steps = [
        Change("set", "i1", "done", True),
        Change("set", "i1", "assignee", "  Chị Hoa "),
        Change("set", "i1", "due", date(2024, 3, 15)),
        Change("set", "i2", "note", "hỏi lại"),
        Change("set", "i3", "note", "2024-03-15"),
        Change("add", section="prepare", after="i1", values=(("task", "In tài liệu"), ("coordinators", "A; B;"))),
        Change("move", "i3", section="prepare"),
        Change("remove", "i2"),
        Change("title", value="Của phòng"),
        Change("section", value="Khác"),
    ]
    after = kept.change(id, 1, steps, "An")
    assert after.version == 2 and after.title == "Của phòng" and after.sections[-1].title == "Khác"
    assert [i.task for i in after.of_section("prepare")] == ["báo cáo", "rà soát đề án", "In tài liệu"]
    one = next(i for i in after.items if i.id == "i1")
    assert (
        one.done and one.assignee == "Chị Hoa" and one.falls_due == date(2024, 3, 15) and one.day == date(2024, 3, 31)
    )
    own = after.of_section("prepare")[-1]
    assert own.coordinators == ("A", "B") and not own.locked
    assert kept.listed()[0].done == 1 and kept.get(id) == after
    assert kept.get(id, 1).items == DRAFT.items
    assert kept.change(id, 2, [Change("set", own.id, "task", "In 5 bản")]).of_section("prepare")[-1].task == "In 5 bản"
    assert kept.get(id, 2) == after


@pytest.mark.parametrize("field", ["task", "lead", "coordinators", "deadline", "day", "product", "condition"])
def test_the_source_words_are_locked(kept: Checklists, field: Field) -> None:
    id = kept.keep(DRAFT).id
    change = Change("set", "i1", field, date(2030, 1, 1) if field == "day" else "khác")
    with pytest.raises(RequestError) as refused:
        kept.change(id, 1, [Change("set", "i2", "done", True), change])
    assert refused.value.code == "checklist-locked" and field in refused.value.text("vi")
    assert kept.get(id).version == 1 and not kept.get(id).items[1].done


@pytest.mark.parametrize(
    "change",
    [
        Change("set", "i9", "done", True),
        Change("set", "i1", "done", "yes"),
        Change("set", "i1", "due", "31/3/2024"),
        Change("set", "i1", "note", "x" * 4001),
        Change("set", "i1"),
        Change("add", section="none", values=(("task", "x"),)),
        Change("add", section="prepare"),
        Change("add", section="prepare", values=(("task", "  "),)),
        Change("move", "i1", after="i9"),
        Change("title", value=" "),
        Change("rename", section="none", value="x"),
        Change("rename", section="report", value=" "),
        Change("place", section="none"),
        Change("place", section="report", after="none"),
        Change("restore", value="1"),
    ],
)
def test_changes_that_make_no_sense_are_refused(change: Change) -> None:
    with pytest.raises(RequestError):
        changed(DRAFT, [change])


def test_a_checklist_holds_so_many_items_and_no_more() -> None:
    full = replace(DRAFT, items=tuple(Item(f"i{n}", "prepare", "x") for n in range(5000)))
    with pytest.raises(RequestError) as refused:
        changed(full, [Change("add", section="prepare", values=(("task", "x"),))])
    assert refused.value.code == "checklist-full"


def test_what_is_too_much_is_refused_by_its_limit() -> None:
    many = [Change("set", "i1", "done", True)] * (MOST_CHANGES + 1)
    with pytest.raises(RequestError) as refused:
        changed(DRAFT, many)
    assert (refused.value.code, refused.value.facts) == ("checklist-changes-too-many", {"sent": 501, "limit": 500})
    assert changed(DRAFT, many[1:]).version == 2
    full = replace(DRAFT, sections=tuple(Section(f"s{n}", "x") for n in range(200)))
    with pytest.raises(RequestError) as refused:
        changed(full, [Change("section", section="new", value="x")])
    assert (refused.value.code, refused.value.facts) == ("checklist-sections-full", {"limit": 200})


def test_ids_of_removed_items_are_not_given_again(kept: Checklists) -> None:
    id = kept.keep(DRAFT).id
    add = Change("add", section="report", values=(("task", "x"),))
    first = kept.change(id, 1, [add, add])
    added = [i.id for i in first.items[3:]]
    second = kept.change(id, 2, [Change("remove", added[1]), add])
    assert len({*added, second.items[-1].id}) == 3


def test_a_stale_version_is_refused_and_nothing_is_lost(kept: Checklists) -> None:
    id = kept.keep(DRAFT).id
    kept.change(id, 1, [Change("set", "i1", "done", True)], "An")
    with pytest.raises(ConflictError) as refused:
        kept.change(id, 1, [Change("set", "i1", "done", False)], "Bình")
    assert refused.value.facts == {"latest": 2, "version": 1}
    assert kept.get(id).items[0].done and [v.who for v in kept.versions(id)] == ["", "An"]


def test_of_editors_at_once_one_wins_and_the_others_are_told(kept: Checklists, tmp_path: Path) -> None:
    id = kept.keep(DRAFT).id
    outcome: list[str] = []

    def edit(name: str) -> None:
        own = Checklists(tmp_path)
        try:
            own.change(id, 1, [Change("set", "i1", "assignee", name)], name)
            outcome.append(name)
        except ConflictError:
            outcome.append("-")
        own.close()

    editors = [threading.Thread(target=edit, args=(f"e{n}",)) for n in range(6)]
    for e in editors:
        e.start()
    for e in editors:
        e.join()
    assert sorted(outcome)[:5] == ["-"] * 5
    assert kept.get(id).items[0].assignee == max(outcome) and kept.get(id).version == 2


def test_sections_are_named_and_placed_with_their_items(kept: Checklists) -> None:
    id = kept.keep(DRAFT).id
    named = Change("rename", section="report", value=" Báo cáo kết quả ")
    after = kept.change(id, 1, [named, Change("section", value="Khác"), Change("place", section="report")])
    assert [s.title for s in after.sections] == ["Báo cáo kết quả", "Chuẩn bị", "Khác"]
    assert [i.id for i in after.of_section("report")] == ["i3"]
    assert [s.title for s in to_sheet(after).sections] == ["Báo cáo kết quả", "Chuẩn bị"]
    last = after.sections[-1].id
    after = kept.change(id, 2, [Change("place", section="report", after=last)])
    assert [s.id for s in after.sections] == ["prepare", last, "report"]
    after = kept.change(id, 3, [Change("place", section="report", after="report")])
    assert [s.id for s in after.sections] == ["prepare", last, "report"]
    assert kept.get(id, 2).sections[0].title == "Báo cáo kết quả" and kept.get(id, 1).sections == DRAFT.sections


def test_an_earlier_version_comes_back_as_the_next_one(kept: Checklists) -> None:
    id = kept.keep(DRAFT).id
    second = kept.change(id, 1, [Change("remove", "i2"), Change("set", "i1", "done", True)])
    kept.change(id, 2, [Change("title", value="Khác"), Change("add", section="report", values=(("task", "x"),))])
    back = kept.restore(id, 3, 1, "Lan")
    assert (back.version, back.items, back.title) == (4, DRAFT.items, DRAFT.title)
    assert kept.get(id) == back and kept.listed()[0].done == 0 and kept.listed()[0].items == 3
    again = kept.change(id, 4, [Change("add", section="report", values=(("task", "y"),))])
    assert again.items[-1].task == "y" and kept.get(id, 5) == again
    once_more = kept.restore(id, 5, 4)
    assert once_more.items == DRAFT.items
    assert kept.restore(id, 6, 2).items == second.items
    assert [kept.get(id, n).version for n in range(1, 8)] == list(range(1, 8))
    assert kept.get(id, 3).title == "Khác" and kept.get(id, 6).items == DRAFT.items
    made = kept.versions(id)[3]
    assert (made.who, made.changes) == ("Lan", (Change("restore", value="1"),))
    with pytest.raises(ConflictError):
        kept.restore(id, 6, 1)
    with pytest.raises(NotFoundError):
        kept.restore(id, 7, 8)
    with pytest.raises(NotFoundError):
        kept.restore("x", 1, 1)
    assert kept.get(id).version == 7


def test_a_file_of_an_earlier_program_is_brought_up(tmp_path: Path) -> None:
    kept = Checklists(tmp_path)
    id = kept.keep(DRAFT).id
    kept.close()
    with sqlite3.connect(kept.file) as c:
        c.execute("PRAGMA user_version = 1")
    c.close()
    later = Checklists(tmp_path)
    assert later.get(id).items == DRAFT.items and later.restore(id, 1, 1).version == 2
    later.close()
    with sqlite3.connect(kept.file) as c:
        assert c.execute("PRAGMA user_version").fetchone() == (2,)
    c.close()


def test_unknown_ids_and_versions_are_said(kept: Checklists) -> None:
    id = kept.keep(DRAFT).id
    for ask in (lambda: kept.get("x"), lambda: kept.get(id, 7), lambda: kept.versions("x"), lambda: kept.delete("x")):
        with pytest.raises(NotFoundError):
            ask()
    with pytest.raises(NotFoundError):
        kept.change("x", 1, [Change("title", value="x")])


def test_a_deleted_checklist_leaves_nothing(kept: Checklists) -> None:
    id = kept.keep(DRAFT).id
    kept.delete(id)
    assert kept.listed() == []
    with sqlite3.connect(kept.file) as c:
        assert c.execute("SELECT count(*) FROM versions").fetchone() == (0,)
    c.close()


def test_a_file_of_a_later_program_and_a_broken_one_are_said(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "checklists.db") as c:
        c.execute("PRAGMA user_version = 9")
    c.close()
    with pytest.raises(SettingsError) as newer:
        Checklists(tmp_path).listed()
    assert newer.value.code == "checklists-newer"
    (tmp_path / "checklists.db").write_bytes(b"no database" * 100)
    with pytest.raises(UnavailableError):
        Checklists(tmp_path).listed()


def test_as_a_sheet_every_row_has_its_source_and_state() -> None:
    done = changed(
        DRAFT, [Change("set", "i1", "done", True), Change("add", section="report", values=(("task", "Gọi"),))]
    )
    sheet = to_sheet(
        replace(done, items=(replace(done.items[0], against=("i3",), contested=("deadline",)), *done.items[1:]))
    )
    first, last = sheet.rows[0], sheet.rows[-1]
    assert (first.state, first.due, first.sources) == ("done", date(2024, 3, 31), (SOURCE,))
    assert "không gồm ngày 31/03/2024" in first.cells[4] and "xem TT 3" in first.cells[-1]
    assert last.sources == () and last.locked == frozenset() and "không có nguồn" in last.cells[-1]
    assert sheet.kind == "checklist" and len(sheet.columns) == len(first.cells)
