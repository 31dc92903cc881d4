"""Who did it: a person or a body, and the deed."""

import pytest

from assistant.doing import deed_asked, names_doer, tells_deed
from assistant.question import understand
from corpus.folding import fold
from corpus.messages import Language
from corpus.persons import names_person


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Deputy Prime Minister Tran Van Binh, Head of the Steering Committee, chaired it.", True),
        ("Chủ tịch Lê Thị Hoa kết luận hội nghị.", True),
        ("The Ho Chi Minh National Academy of Politics writes the textbooks.", False),
        ("Thai Nguyen Provincial People's Committee approved the project.", False),
        ("Ủy ban nhân dân tỉnh Cao Bằng ban hành kế hoạch.", False),
        ("In Ha Giang Province the work is done.", False),
    ],
)
def test_a_full_name_is_told_from_a_place_or_a_body(text: str, person: bool) -> None:
    assert names_person(text) is person


def test_where_a_body_is_asked_for_a_body_is_all_there_is_to_name() -> None:
    body = "Sở Nội vụ chủ trì thẩm định đề án."
    assert names_doer(fold("Cơ quan nào thẩm định đề án?"), body) == 1.0
    assert names_doer(fold("Ai thẩm định đề án?"), body) < 1.0


@pytest.mark.parametrize(
    ("question", "text", "language", "told"),
    [
        ("Who chaired the online conference?", "Mr. Ba, Deputy Director, chaired the conference.", "en", True),
        ("Who chaired the online conference?", "The Government held an online conference.", "en", False),
        ("Đồng chí nào chủ trì cuộc họp?", "Đồng chí Lê Văn Ba chủ trì cuộc họp.", "vi", True),
        ("Đồng chí nào chủ trì cuộc họp?", "Comrade Le Van Ba chaired the meeting.", "en", True),
        ("dong chi nao chu tri cuoc hop", "Đồng chí Lê Văn Ba dự cuộc họp.", "vi", False),
    ],
)
def test_what_was_done_has_to_be_said(question: str, text: str, language: Language, told: bool) -> None:
    deed = deed_asked(understand(question))
    assert deed is not None
    assert tells_deed(text, language, deed) is told


def test_who_somebody_is_asks_for_no_deed() -> None:
    assert deed_asked(understand("Ai là Giám đốc Sở Nội vụ?")) is None
