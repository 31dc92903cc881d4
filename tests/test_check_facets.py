"""What the check compares beyond words: events, leads, years, what is done, what is joined, what denies by itself."""

import pytest

from assistant.check import FaultKind, check

REMARK_EN = "The list is published within 05 working days from the date of signing of the decision."
LEAD_VI = (
    "Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính, Ủy ban nhân dân các huyện lập quy hoạch trước ngày 30/6/2024."
)
YEARS_EN = "In 2019, 310 nurses were trained; in 2020, 420 nurses were trained."
EACH_VI = "Cử 30 người đi học trong cả giai đoạn, mỗi năm không quá 08 người."
ORDERED_VI = "Sở Xây dựng đề nghị các đơn vị hoàn chỉnh hồ sơ trước ngày 15/12/2023."
BOTH_EN = "A librarian must hold a diploma in archives and a certificate of safety."
LEFT_OUT_VI = "Quy định này áp dụng đối với các trường trong tỉnh, trừ Trường Nghề Bình Minh."
ONLY_ONE_EN = "Each reader may borrow only one volume."
BARRED_EN = "No person who is a spouse or a sibling of the head may be placed in a cashier position."
REPORTED_EN = "Faults found in use should be reported to the Ministry of Works."
AGAIN_EN = "4. No deposit is required when the hall is hired because of a flood."

FAULTS: list[tuple[FaultKind, str, str]] = [
    ("order", "The list is published within 05 working days from the date of receipt.", REMARK_EN),
    ("order", "Ủy ban nhân dân các huyện chủ trì lập quy hoạch trước ngày 30/6/2024.", LEAD_VI),
    ("order", "In 2020, 310 nurses were trained.", YEARS_EN),
    ("order", "Mỗi năm cử 30 người đi học.", EACH_VI),
    ("modal", "Các đơn vị đã hoàn chỉnh hồ sơ trước ngày 15/12/2023.", ORDERED_VI),
    ("qualifier", "A librarian must hold a diploma in archives or a certificate of safety.", BOTH_EN),
    ("qualifier", "Quy định này áp dụng đối với Trường Nghề Bình Minh.", LEFT_OUT_VI),
    ("order", "The Ministry of Works should report faults found in use.", REPORTED_EN),
    ("negation", "A deposit is required when the hall is hired because of a flood.", AGAIN_EN),
]

CARRIED = [
    ("Once the decision is signed, the list is published within five working days of signing.", REMARK_EN),
    ("Sở Xây dựng chủ trì lập quy hoạch trước 30/6/2024.", LEAD_VI),
    ("In 2020, 420 nurses were trained.", YEARS_EN),
    ("Cả giai đoạn cử ba mươi người đi học, một năm tối đa 8 người.", EACH_VI),
    ("Trường Nghề Bình Minh không thuộc đối tượng áp dụng của Quy định này.", LEFT_OUT_VI),
    ("Nobody may borrow more than one volume.", ONLY_ONE_EN),
    ("A spouse or sibling of the head is barred from cashier positions.", BARRED_EN),
    ("Should faults be found in use, they ought to be reported to the Ministry of Works.", REPORTED_EN),
]


@pytest.mark.parametrize(("kind", "statement", "source"), FAULTS)
def test_what_was_turned_is_found_and_named(kind: FaultKind, statement: str, source: str) -> None:
    checked = check(statement, [source])
    assert checked.support == "unsupported"
    assert kind in {f.kind for f in checked.faults}


@pytest.mark.parametrize(("statement", "source"), CARRIED)
def test_the_same_said_otherwise_passes(statement: str, source: str) -> None:
    assert check(statement, [source]).faults == ()
