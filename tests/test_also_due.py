"""A row with further days falls due on each of them in a calendar."""

from datetime import date, datetime

import pytest
from icalendar import Calendar

from api.export.as_ics import as_ics
from assistant.checklists.items import Checklist, Item, Looked, Section
from assistant.checklists.sheet import to_sheet
from assistant.sheet import Sheet, SheetRow, SheetSection


def test_each_day_is_an_event() -> None:
    row = SheetRow(("Gửi danh sách",), due=date(2026, 3, 10), also_due=(date(2026, 7, 15),))
    sheet = Sheet("register", "Nhiệm vụ", "vi", ("Việc",), (SheetSection("", (row,)),), date(2026, 1, 2))
    events = Calendar.from_ical(as_ics(sheet)).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [date(2026, 3, 10), date(2026, 7, 15)]
    assert len({str(event["uid"]) for event in events}) == 2


def test_an_event_is_never_on_a_day_that_is_too_late() -> None:
    day, other = date(2026, 3, 10), date(2026, 7, 15)
    row = SheetRow(("Gửi danh sách",), due=day, also_due=(other,), too_late=(day,))
    sheet = Sheet("register", "Nhiệm vụ", "vi", ("Việc",), (SheetSection("", (row,)),), date(2026, 1, 2))
    events = Calendar.from_ical(as_ics(sheet)).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [date(2026, 3, 9), other]


@pytest.mark.parametrize(
    ("inclusive", "due", "late"),
    [(False, None, (date(2026, 3, 10),)), (True, None, ()), (None, None, ()), (False, date(2026, 3, 1), ())],
)
def test_a_checklist_tells_which_day_is_too_late(inclusive: bool | None, due: date | None, late: tuple[date]) -> None:
    item = Item("i1", "s1", "Gửi", deadline="10/3/2026", day=date(2026, 3, 10), inclusive=inclusive, due=due)
    made = datetime(2026, 1, 2)
    kept = Checklist(
        "Danh mục", "31/KH-TCT", "procedure", "vi", (Section("s1", "Trình"),), (item,), Looked(1, 1), (), made
    )
    (row,) = to_sheet(kept).rows
    assert row.too_late == late
