"""A row with further days falls due on each of them in a calendar."""

from datetime import date

from icalendar import Calendar

from api.export.as_ics import as_ics
from assistant.sheet import Sheet, SheetRow, SheetSection


def test_each_day_is_an_event() -> None:
    row = SheetRow(("Gửi danh sách",), due=date(2026, 3, 10), also_due=(date(2026, 7, 15),))
    sheet = Sheet("register", "Nhiệm vụ", "vi", ("Việc",), (SheetSection("", (row,)),), date(2026, 1, 2))
    events = Calendar.from_ical(as_ics(sheet)).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [date(2026, 3, 10), date(2026, 7, 15)]
    assert len({str(event["uid"]) for event in events}) == 2
