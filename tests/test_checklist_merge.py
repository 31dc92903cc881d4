"""One task told twice is one item with both sources; told otherwise, both stay and are marked; steps keep their order."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from assistant.checklists.found import Found
from assistant.checklists.items import Item
from assistant.checklists.merge import merged
from assistant.checklists.place import Place
from assistant.sheet import SheetSource
from corpus.document import Identity, Source
from corpus.messages import Language
from corpus.rows import Entry

MAY, JUNE = date(2024, 5, 31), date(2024, 6, 30)


def entry(id: str, language: Language = "vi") -> Entry:
    source = Source(f"{id}.txt", f"{id}.txt", "0" * 64, 1, "text/plain")
    identity = Identity(title=id, language=language, number=f"{id}/QĐ-UBND")
    return Entry(len(id), id, identity, source, "default", 1, 1, datetime.now(UTC))


def found(task: str, document: str = "a", address: str = "d1", **more: object) -> Found:
    source = SheetSource(document, document, document, address, None, task, 0, len(task), "0" * 64, 1)
    item = Item("", "", task, sources=(source,))
    for name, value in more.items():
        object.__setattr__(item, name, value)
    return Found(item, Place(entry(document), None, 0, len(task)), address)


TASK = "Rà soát, bổ sung đề án vị trí việc làm của các đơn vị sự nghiệp"


def test_the_same_task_of_two_documents_is_one_with_both_sources() -> None:
    items = merged(
        [found(TASK, lead="Sở Nội vụ"), found(TASK.lower() + ".", "b", "d2", deadline="trước 31/5", day=MAY)]
    )
    (one,) = [f.item for f in items]
    assert [s.document for s in one.sources] == ["a", "b"]
    assert (one.lead, one.day) == ("Sở Nội vụ", MAY)


@pytest.mark.parametrize(
    ("first", "second", "contested"),
    [
        ({"deadline": "trước 31/5", "day": MAY}, {"deadline": "trước 30/6", "day": JUNE}, ("deadline",)),
        ({"lead": "Sở Nội vụ"}, {"lead": "Sở Tài chính"}, ("lead",)),
        ({"deadline": "trong 30 ngày"}, {"deadline": "trong 40 ngày"}, ("deadline",)),
    ],
)
def test_contradictory_duties_are_both_shown_and_marked(
    first: dict[str, Any], second: dict[str, Any], contested: tuple[str, ...]
) -> None:
    one, other = (f.item for f in merged([found(TASK, **first), found(TASK, "b", **second)]))
    assert one.contested == other.contested == contested
    assert (one.against, other.against) == ((other.id,), (one.id,))


def test_one_document_may_give_a_task_to_several_bodies() -> None:
    items = [f.item for f in merged([found(TASK, lead="Sở Y tế"), found(TASK, address="d2", lead="Sở Nội vụ")])]
    assert len(items) == 2 and not any(i.contested for i in items)


def test_two_cases_of_one_provision_are_no_contradiction() -> None:
    two = [found(TASK, deadline="trước 31/5", day=MAY), found(TASK, deadline="trước 30/6", day=JUNE)]
    assert [f.item.contested for f in merged(two)] == [(), ()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Báo cáo kết quả", "Báo cáo kết quả thực hiện"),
        ("Mở 02 lớp bồi dưỡng công chức xã", "Mở 03 lớp bồi dưỡng công chức xã"),
    ],
)
def test_short_tasks_and_other_figures_are_other_tasks(one: str, other: str) -> None:
    assert len(merged([found(one), found(other, "b")])) == 2


def test_order_is_kept_and_ids_are_given_once() -> None:
    items = [
        f.item
        for f in merged([found(f"Việc thứ {n} về một nội dung riêng số {n}", address=f"d{n}") for n in range(50)])
    ]
    assert [i.id for i in items] == [f"i{n}" for n in range(1, 51)]
    assert items[7].task.startswith("Việc thứ 7 ")
