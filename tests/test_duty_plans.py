"""Tasks in plans and in texts on what a body does: headings that the outline missed, roles, parties, whose tasks."""

from pathlib import Path

import pytest

from corpus.registers import Registers
from ingest.extract import extract
from ingest.files import IncomingFile
from ingest.reading import document_of


def told(text: str) -> list[tuple[str, str]]:
    """The lead ("" where none is named) and the words of each duty of a text."""
    name = "sample.txt"
    document = document_of(IncomingFile(Path(name), name, name), text.encode(), "0").document
    found: Registers = extract(document)
    return [(d.lead.of(document.text) if d.lead else "", d.whole.of(document.text)) for d in found.duties]


def test_tasks_of_nobody_named_are_those_of_the_body_that_the_text_is_about() -> None:
    text = (
        "QUYẾT ĐỊNH\nĐiều 1. Vị trí và chức năng\n1. Chi cục Đê điều là tổ chức hành chính thuộc Sở Nông nghiệp.\n"
        "2. Chi cục có con dấu riêng.\nĐiều 2. Nhiệm vụ và quyền hạn\n1. Kiểm tra công trình trước mùa mưa.\n"
        "2. Hướng dẫn các xã hộ đê.\n"
    )
    assert {lead for lead, _ in told(text)} == {"Chi cục Đê điều"}


def test_a_late_heading_of_solutions_holds_for_the_dashes_below_it() -> None:
    text = (
        "NGHỊ QUYẾT\nĐiều 1. Thông qua quy hoạch chợ với nội dung sau:\n1. Mục tiêu:\n- Có 12 chợ loại một.\n"
        "V. Một số giải pháp chủ yếu.\n1.1. Về cơ chế: Tiếp tục rà soát thủ tục; tích cực hỗ trợ tiểu thương.\n"
        "1.2. Tăng cường quản lý chợ\n- Kiểm tra việc thu phí.\n1.3. Giải pháp về vốn.\n- Huy động vốn của hộ kinh doanh.\n"
    )
    words = [whole for _, whole in told(text)]
    assert [w.split(" ", 2)[1] for w in words if w.startswith("-")] == ["Kiểm", "Huy"]
    assert not any("1.2." in w or "1.3." in w or "Có 12" in w for w in words)


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Bên giữ kho, bên giữ và vận chuyển hàng phải ghi sổ hằng ngày.", ["Bên giữ kho, bên giữ và vận chuyển hàng"]),
        ("Sinh viên nhận học bổng phải nộp bảng điểm.", ["Sinh viên nhận học bổng"]),
        ("Người được cử đi học phải báo cáo kết quả.", ["Người được cử đi học"]),
        ("Bên thuê thanh toán tiền trong 05 ngày.", ["Bên thuê"]),
        ("Khi nhận đơn xin nghỉ, hạn chế giờ làm, đổi ca, Phòng Nhân sự phải trả lời trong 02 ngày.", ["Phòng Nhân sự"]),
        ("Mở rộng thị trường: Các ngành tổ chức hội chợ.", ["Các ngành"]),
        ("Người mượn phòng thực hành phải trả chìa khóa.", ["Người mượn phòng thực hành"]),
        ("Giám đốc các Sở: Xây dựng, Y tế; các chủ kho và các Ban quản lý chợ có trách nhiệm thi hành Quyết định này.",
         ["Giám đốc các Sở: Xây dựng, Y tế; các chủ kho và các Ban quản lý chợ"]),
        ("Danh sách được niêm yết tại trụ sở trong 05 ngày.", [""]),
        ("Số tiền còn lại nộp vào ngân sách huyện.", [""]),
        ("Cơ quan thẩm định: Sở Xây dựng;", []),
        ("Cấp phê duyệt: Ủy ban nhân dân tỉnh;", []),
        ("Thư viện của Trường mở cửa từ 7 giờ đến 17 giờ.", []),
    ],
)  # fmt: skip
def test_who_acts_in_a_sentence(sentence: str, leads: list[str]) -> None:
    assert [lead for lead, _ in told(f"QUYẾT ĐỊNH\nĐiều 1. {sentence}\n")] == leads


def test_a_case_before_the_body_of_an_opening_line_does_not_hide_it() -> None:
    text = "QUY ĐỊNH\n1. Trường hợp cho thuê có thu tiền, chủ kho tuân thủ các quy định sau:\na) Phải niêm yết giá;\n"
    assert told(text) == [("chủ kho", "a) Phải niêm yết giá;")]


def test_what_the_money_of_a_level_is_spent_on_is_no_task() -> None:
    text = "QUY ĐỊNH\n1. Nhiệm vụ chi của ngân sách xã:\n- Bồi dưỡng vận động viên;\n- Thực hiện chính sách xã hội;\n"
    assert told(text) == []


def test_what_is_asked_of_an_activity_is_to_be_done() -> None:
    text = (
        "NGHỊ ĐỊNH\nChương II\nYÊU CẦU, ĐIỀU KIỆN BẢO VỆ KHO LƯU TRỮ\nĐiều 3. Cửa kho\n"
        "1. Các cửa ra vào phải được khóa sau giờ làm việc.\n"
    )
    assert [whole for _, whole in told(text)] == ["1. Các cửa ra vào phải được khóa sau giờ làm việc."]
