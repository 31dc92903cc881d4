"""Duties that follow from a case, subjects that are long, and headings that order: who has to act, and where it begins."""

import pytest

from corpus.registers import Span
from ingest.duty.actors import lowered
from ingest.duty.parts import Reader
from ingest.duty.read import Words
from ingest.duty.scope import Scope, below


def told(sentence: str, scope: Scope | None = None) -> list[tuple[str, str]]:
    """The lead ("" where none is named) and the action of each duty of a sentence."""
    reader = Reader(Words(sentence, lowered(sentence)))
    found = reader.read(Span(0, len(sentence)), "d1", scope or Scope())
    return [(d.lead.of(sentence) if d.lead else "", d.action.of(sentence)) for d in found]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Đơn gửi qua bưu điện thì Văn phòng Sở có trách nhiệm chuyển cho đơn vị giải quyết.", "Văn phòng Sở"),
        ("Đối với hồ sơ chưa đủ thì trả lại và hướng dẫn người nộp bổ sung.", ""),
        ("Cán bộ tiếp công dân phải ghi nội dung vào sổ.", "Cán bộ tiếp công dân"),
        ("Bộ phận tiếp nhận hồ sơ phải trả lời người nộp.", "Bộ phận tiếp nhận hồ sơ"),
        ("Bản sao phải được người có thẩm quyền xác nhận bằng văn bản.", "người có thẩm quyền"),
        ("Thông tin chỉ được sử dụng khi đã được kiểm tra.", ""),
    ],
)
def test_who_acts_is_read_behind_a_case_and_up_to_what_binds(sentence: str, lead: str) -> None:
    assert [who for who, _ in told(sentence)] == [lead]


@pytest.mark.parametrize(
    "sentence",
    [
        "Trường hợp đã nộp hồ sơ trước ngày ban hành thì tiếp tục giữ chức vụ đến hết thời hạn.",
        "Các loại tài liệu mà cơ quan thuế có trách nhiệm cung cấp cho tòa án.",
        "Kinh phí thực hiện được bố trí trong dự toán chi thường xuyên hằng năm.",
    ],
)
def test_what_stays_as_it_was_or_only_tells_a_thing_apart_is_no_duty(sentence: str) -> None:
    assert told(sentence) == []


def test_a_right_in_a_list_of_rights_is_no_duty() -> None:
    assert told("Yêu cầu cơ quan có liên quan cung cấp tài liệu;", Scope("power")) == []


def test_a_heading_orders_without_a_colon() -> None:
    heading = "The Provincial Political School is assigned"
    scope = below(heading, heading.lower(), Span(0, len(heading)), Scope("tasks"))
    assert scope.who is not None and scope.who.of(heading) == "The Provincial Political School"
