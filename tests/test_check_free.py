"""Where a statement is told in words of its own: the contrary of its source is a fault, other words are none."""

import pytest

from assistant.check import FaultKind, check

SHARES_EN = "A gardener has 20 working days to plan a park and 45 working days to plan a square."
QUORUM_EN = "A meeting of the club is valid when at least 7 members attend."
BREAK_EN = "The reading room closes for 15 minutes after each shift."
LEADS_EN = "The Department of Parks shall lead the Town Council in drawing up the annual list of trees."
FIRES_VI = "Đội chữa cháy không được rời trạm hoặc giao chìa khóa cho người ngoài."
COURSE_VI = "Lớp làm vườn | 30 học viên | 04/5/2025 - 15/5/2025 | Nhà văn hóa"
REPORT_VI = "Trạm phải báo cáo trước 15 giờ thứ Hai hằng tuần."
CARDS_VI = "Chứng chỉ làm vườn được cấp trong 12 ngày làm việc kể từ ngày thi."
SETS_EN = "The file is made in 02 paper sets and 01 digitally signed set."
TREES_VI = "Năm 2022, đội trồng 150 cây; năm 2023, đội trồng 90 cây."
OPENING_EN = "The written consent of the Mayor is required before the pool is opened."
ANSWER_VI = "Tổ dân phố trả lời trong 05 ngày làm việc; quá thời hạn này được coi là đồng ý."
LOCAL_VI = "Người làm vườn phải hoàn thành lớp an toàn trong thời hạn 12 tháng kể từ ngày được bố trí."

FAULTS: list[tuple[FaultKind, str, str]] = [
    ("number", "Planning a park earns thirty working days, a square forty-five.", SHARES_EN),
    ("number", "To be valid, a meeting of the club takes more than seven members, that is eleven.", QUORUM_EN),
    ("modal", "The annual list of trees may be drawn up under the lead of the Department of Parks.", LEADS_EN),
    ("negation", "Người trong đội chữa cháy được rời trạm.", FIRES_VI),
    ("order", "The file is made in 01 paper set and 02 digitally signed sets.", SETS_EN),
    ("order", "Năm 2023, đội trồng 150 cây.", TREES_VI),
    ("number", "Trước 4 giờ chiều thứ Hai hằng tuần trạm phải báo cáo.", REPORT_VI),
    ("modal", "Lớp an toàn thì người làm vườn có thể hoàn thành trong 12 tháng từ ngày được bố trí.", LOCAL_VI),
    ("qualifier", "Trong quá 12 ngày làm việc kể từ ngày thi, chứng chỉ làm vườn được cấp.", CARDS_VI),
]

CARRIED = [
    ("Planning a park earns twenty working days, a square forty-five.", SHARES_EN),
    ("A meeting of the club with more than six members attending is valid.", QUORUM_EN),
    ("The reading room closes for a quarter of an hour after each shift.", BREAK_EN),
    ("The Department of Parks leads the Town Council in drawing up the annual list of trees.", LEADS_EN),
    ("Đội chữa cháy không được rời trạm, cũng không được giao chìa khóa cho người ngoài.", FIRES_VI),
    ("Lớp làm vườn học từ ngày 04/5/2025 đến ngày 15/5/2025.", COURSE_VI),
    ("Trước 3 giờ chiều thứ Hai hằng tuần trạm phải báo cáo.", REPORT_VI),
    ("Certificates are granted within 12 working days from the exam.", CARDS_VI),
    ("The pool cannot be opened until the Mayor has given written consent.", OPENING_EN),
    ("Quá 5 ngày làm việc mà tổ dân phố chưa trả lời thì coi như đã đồng ý.", ANSWER_VI),
]


@pytest.mark.parametrize(("kind", "statement", "source"), FAULTS)
def test_the_contrary_in_free_wording_is_found(kind: FaultKind, statement: str, source: str) -> None:
    checked = check(statement, [source])
    assert checked.support == "unsupported"
    assert kind in {f.kind for f in checked.faults}


@pytest.mark.parametrize(("statement", "source"), CARRIED)
def test_other_words_for_the_same_pass(statement: str, source: str) -> None:
    assert check(statement, [source]).faults == ()
