"""A "not", an exception, a figure that only the statement has: a fault where the source says the contrary."""

import pytest

from assistant.check import FaultKind, check

POOL_EN = "Members of the swimming club who are over 60 years old swim in the morning and use the small pool."
POOL_VI = "Hội viên trên 60 tuổi của câu lạc bộ bơi vào buổi sáng và dùng bể nhỏ."
FUNDS_EN = (
    "The Club's budget is VND 90 million for repairs and lamps. Prizes are paid for separately under another plan."
)
FUNDS_VI = "Tiền thuê sân chi theo một quyết định riêng của câu lạc bộ."
NOTICE_VI = "Người thuê sân phải báo trước cho câu lạc bộ và nộp tiền trong tuần đầu của tháng."
OPEN_EN = "The pool is not opened until the caretaker has cleaned the whole floor."
TEAM_VI = "Đội có ít nhất 6 người lớn và 20 học sinh của trường."
ROUTES_EN = "The club cleans the river path and the forest path."
GROWTH_EN = "The club had 300 members in March 2021, growing from March 2021 to May 2024."
SHARE_EN = "The survey found that 79% of the swimmers were satisfied with the water."
AGE_EN = "Persons from full 12 years old to under 16 years old may row, if their parents agree."
HOUR_VI = "Câu lạc bộ nộp báo cáo trước 16 giờ thứ Sáu hằng tuần."
JUDGES_EN = "It is not necessary that every club, team or school must have a judge of its own."
LIFEGUARD_VI = "Người cứu hộ phải là hội viên của câu lạc bộ."
FREE_VI = "Hợp đồng làm việc của viên chức có thể là văn bản riêng hoặc là phụ lục của quyết định tuyển dụng."
ABSENT_VI = "Hội viên nghỉ quá 3 buổi không được dự thi; hội viên mới được thi lại một lần."
BOATS_VI = "Chỉ giao thuyền cho người đã học lái hoặc đang học lớp lái thuyền."
SENT_VI = "Câu lạc bộ đã gửi danh sách người thi cho trường."
RULES_EN = "The rules of a race must not contain requirements on height, weight or a particular school."
LATE_EN = "No certificate is granted after the closing of the course, except where the teacher has agreed to it."

FAULTS: list[tuple[FaultKind, str, str]] = [
    ("negation", "In the morning those older than 60 do not swim with the others.", POOL_EN),
    ("negation", "Buổi sáng không phải là lúc bơi: người hơn 60 tuổi không dùng bể nhỏ.", POOL_VI),
    ("negation", "Ai thuê sân không phải nộp tiền ở tuần đầu tháng.", NOTICE_VI),
    ("negation", "Danh sách thi chưa được câu lạc bộ gửi tới trường.", SENT_VI),
    (
        "number",
        "In the team there are as many as 16 grown-ups besides the pupils.",
        "The team has 6 adults and 20 pupils.",
    ),
    ("number", "Nhóm ấy gồm 9 người lớn cùng 20 em học sinh.", "Đội có 6 người lớn và 20 học sinh của trường."),
    ("qualifier", "Among adults the team counts at most 6.", "The team has at least 6 adults and 20 pupils."),
]

CARRIED = [
    ("Prizes do not come out of the VND 90 million; another plan pays for them.", FUNDS_EN),
    ("Tiền thuê sân không nằm ở đây mà theo một quyết định riêng.", FUNDS_VI),
    ("Before the whole floor has been cleaned by the caretaker, opening the pool is out of the question.", OPEN_EN),
    ("Until the caretaker has cleaned the floor, the pool is not opened.", OPEN_EN),
    ("Cả người lớn lẫn học sinh thì đội có tối thiểu 26 người.", TEAM_VI),
    ("The club cleans 2 paths, one by the river and one in the forest.", ROUTES_EN),
    ("There were 300 members in March 2021; the figures compared are those of March 2021 and May 2024.", GROWTH_EN),
    ("About four out of five swimmers were satisfied with the water.", SHARE_EN),
    ("Nobody may row without the parents' consent who is at least twelve but not yet sixteen years old.", AGE_EN),
    ("The club hands in its report every week before 4 p.m. on Friday.", HOUR_VI),
    ("Not every club, team or school needs to have a judge of its own.", JUDGES_EN),
    ("Only club members can be lifeguards.", LIFEGUARD_VI),
    (
        "A public employee's working contract need not be a text of its own; it may be an annex to the recruitment decision.",
        FREE_VI,
    ),
    ("Vắng hơn 3 buổi thì hội viên mất quyền dự thi.", ABSENT_VI),
    ("Người chưa học và không học lớp lái thuyền thì không được giao thuyền.", BOATS_VI),
    ("Neither height nor weight may be made a requirement by the rules of a race.", RULES_EN),
    ("Unless the teacher agreed to it, no certificate is granted once the course has closed.", LATE_EN),
]


@pytest.mark.parametrize(("kind", "statement", "source"), FAULTS)
def test_the_contrary_of_the_source_is_a_fault(kind: FaultKind, statement: str, source: str) -> None:
    checked = check(statement, [source])
    assert checked.support == "unsupported"
    assert kind in {f.kind for f in checked.faults}


@pytest.mark.parametrize(("statement", "source"), CARRIED)
def test_what_the_source_says_otherwise_is_none(statement: str, source: str) -> None:
    assert check(statement, [source]).faults == ()
