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
TWICE_EN = "2. The six-monthly inventory is kept: before June 15 and before December 15 every year."
TERM_VI = "Cơ quan phải trình đề án điều chỉnh trong thời hạn 60 ngày kể từ ngày văn bản có hiệu lực."
SLOW_EN = "Only 98 of 300 gardeners have been sent to study (32.7%), after two and a half years."
LACKING_VI = "Thư viện chưa có vị trí chuyên trách về dữ liệu."
UP_TO_VI = "Nhân viên kho được cử đi học khi không quá 50 tuổi."
CONSENT_EN = "A class of fewer than 35 gardeners may be opened only with the agreement of the Department of Parks."
OVERDUE_EN = "The Mayor criticizes agencies with 02 or more overdue reports."
SHARED_VI = "Trong 4.500 lượt bồi dưỡng có 1.500 lượt kỹ năng số; tỷ lệ đạt từ 25% xuống 22%."
LOWER_EN = "A target shall not be lower than that of the town, except where the Council agrees in writing."
PLACES_EN = "The keeper does not have to repeat Step 2 and Step 5 of Article 10."

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
    ("number", "The inventory is drawn up four times a year, before 15 June and before 15 December.", TWICE_EN),
    ("number", "Cơ quan có 30 ngày để trình đề án điều chỉnh.", TERM_VI),
    ("number", "In 18 months, 98 of the 300 gardeners were sent to study.", SLOW_EN),
    ("negation", "Thư viện có vị trí chuyên trách về dữ liệu.", LACKING_VI),
    ("qualifier", "Trên 50 tuổi thì nhân viên kho được cử đi học.", UP_TO_VI),
    ("qualifier", "A class may be opened for fewer than 35 gardeners.", CONSENT_EN),
    ("number", "Trong các lượt bồi dưỡng có hai phần ba là kỹ năng số.", SHARED_VI),
    ("number", "Tỷ lệ đạt giảm 4 điểm phần trăm, còn 22%.", SHARED_VI),
    ("number", "Steps 2 and 6 of Article 10 need not be repeated by the keeper.", PLACES_EN),
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
    ("The inventory is still due twice a year, before 15 June and before 15 December.", TWICE_EN),
    ("Cơ quan có 60 ngày để trình đề án điều chỉnh, kể từ ngày văn bản có hiệu lực.", TERM_VI),
    ("Just 98 gardeners out of the 300 have gone to study in 30 months.", SLOW_EN),
    ("Thư viện còn thiếu vị trí chuyên trách về dữ liệu.", LACKING_VI),
    ("Quá 50 tuổi thì nhân viên kho không còn được đi học nữa.", UP_TO_VI),
    ("Without the agreement of the Department of Parks, a class may not be opened for fewer than 35.", CONSENT_EN),
    ("The Mayor criticizes an agency as soon as two of its reports are overdue.", OVERDUE_EN),
    ("Một phần ba trong 4.500 lượt bồi dưỡng là về kỹ năng số.", SHARED_VI),
    ("Tỷ lệ đạt giảm ba điểm phần trăm, còn 22%.", SHARED_VI),
    ("To set a lower target than the town's, the Council's agreement in writing is required.", LOWER_EN),
    ("Steps 2 and 5 of Article 10 need not be repeated by the keeper.", PLACES_EN),
]


@pytest.mark.parametrize(("kind", "statement", "source"), FAULTS)
def test_what_was_turned_is_found_and_named(kind: FaultKind, statement: str, source: str) -> None:
    checked = check(statement, [source])
    assert checked.support == "unsupported"
    assert kind in {f.kind for f in checked.faults}


@pytest.mark.parametrize(("statement", "source"), CARRIED)
def test_the_same_said_otherwise_passes(statement: str, source: str) -> None:
    assert check(statement, [source]).faults == ()
