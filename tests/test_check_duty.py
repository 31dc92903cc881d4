"""A duty told as a right, as waived or as a fact, and a denial turned about, where a statement has words of its own."""

import pytest

from assistant.check import FaultKind, check

REPAIR_VI = "Người thuê thuyền làm hỏng mái chèo phải sửa xong trong thời hạn 10 ngày kể từ ngày trả thuyền."
PICKED_VI = "Hội viên được cử đi thi bơi nhận 2 triệu đồng tiền ăn."
NOTICE_VI = "1. Trong thời hạn 03 ngày, thủ kho thông báo bằng văn bản nếu sổ mượn thuyền chưa đủ chữ ký."
QUORUM_VI = "Cuộc họp của đội chỉ được tiến hành khi có ít nhất 05 người dự họp."
QUORUM_EN = "A race is held only when at least five judges attend."
KEYS_VI = "Thủ kho không được cho mượn chìa khóa hoặc mở cửa kho cho người khác."
TRIED_VI = "Hội viên nghỉ quá 3 buổi không được dự thi; hội viên dưới 5 điểm được thi lại 01 lần."
ROOM_VI = "Phòng thay đồ chưa được sửa; bể nhỏ đã được sơn."
BARRED_EN = "No person who is the brother of a judge may be placed in the timekeeping team."
BOOKS_EN = "1. To register the boats of the following year with the harbour office before September 30 every year."
LOW_EN = "The prize of a club shall not be lower than the common prize, except where the Mayor agrees in writing."

OARS_EN = "Oars must be dried after each race."
CLUB_EN = "This Rule does not apply to clubs that own their boats."
JUDGE_EN = "The harbour office received 12 complaints and answered 9 of them."
LIMIT_EN = "The payroll of the harbour office must not exceed the payroll assigned to it in the year."
HALVES_VI = "Người chấm thi phải có kinh nghiệm ít nhất 06 tháng tại bến."

FAULTS: list[tuple[FaultKind, str, str]] = [
    ("modal", "Mái chèo hỏng thì ai thuê thuyền có thể sửa trong mười ngày tính từ ngày trả thuyền.", REPAIR_VI),
    ("modal", "Mái chèo hỏng thì ai thuê thuyền sửa trong mười ngày tính từ ngày trả thuyền.", REPAIR_VI),
    ("modal", "Ai phải cử đi thi bơi thì nhận hai triệu đồng tiền ăn.", PICKED_VI),
    ("negation", "Sổ mượn thuyền thiếu chữ ký thì thủ kho không phải báo bằng văn bản trong ba ngày.", NOTICE_VI),
    ("negation", "Đội được họp nếu số người dự chưa đủ năm.", QUORUM_VI),
    ("negation", "Đội không được họp nếu số người dự họp đã đủ năm.", QUORUM_VI),
    ("negation", "Thủ kho không được cho mượn chìa khóa, cũng được mở cửa kho cho người khác.", KEYS_VI),
    ("negation", "Hội viên nào có điểm dưới 5 không được thi lại một lần.", TRIED_VI),
    ("negation", "Phòng thay đồ nay đã sửa xong.", ROOM_VI),
    ("negation", "A judge's brother is not barred from the team that keeps the time.", BARRED_EN),
    ("negation", "Next year's boats must not be registered with the harbour office by 30 September.", BOOKS_EN),
    (
        "negation",
        "Giải thưởng của câu lạc bộ được thấp hơn giải chung, trừ khi Thị trưởng đồng ý bằng văn bản.",
        LOW_EN,
    ),
]

CARRIED = [
    ("Mái chèo hỏng thì ai thuê thuyền có mười ngày tính từ ngày trả thuyền để sửa.", REPAIR_VI),
    ("Ai được cử đi thi bơi thì nhận hai triệu đồng tiền ăn.", PICKED_VI),
    ("Sổ mượn thuyền thiếu chữ ký thì thủ kho phải báo bằng văn bản trong ba ngày.", NOTICE_VI),
    ("Đội không được họp nếu số người dự chưa đủ năm.", QUORUM_VI),
    ("A race is not held if fewer than five judges attend.", QUORUM_EN),
    ("Thủ kho không được cho mượn chìa khóa, cũng không được mở cửa kho cho người khác.", KEYS_VI),
    ("Hội viên nào có điểm dưới 5 được thi lại một lần.", TRIED_VI),
    ("A judge's brother is barred from the team that keeps the time.", BARRED_EN),
    ("Next year's boats must be registered with the harbour office before 30 September.", BOOKS_EN),
    ("Nine of the twelve complaints sent to the harbour office were answered.", JUDGE_EN),
    ("Biên chế của bến tối đa chỉ bằng biên chế được giao trong năm.", LIMIT_EN),
    ("Chấm thi thì phải có từ sáu tháng kinh nghiệm tại bến trở lên.", HALVES_VI),
    ("Giải của câu lạc bộ không được thấp hơn giải chung, trừ khi Thị trưởng đồng ý bằng văn bản.", LOW_EN),
]


@pytest.mark.parametrize(("kind", "statement", "source"), FAULTS)
def test_what_binds_or_denies_turned_about_is_found(kind: FaultKind, statement: str, source: str) -> None:
    checked = check(statement, [source])
    assert checked.support == "unsupported"
    assert kind in {f.kind for f in checked.faults}


@pytest.mark.parametrize(("statement", "source"), CARRIED)
def test_the_same_in_other_words_passes(statement: str, source: str) -> None:
    assert check(statement, [source]).faults == ()
