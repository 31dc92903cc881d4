"""Which kind of question is asked: the sentence that asks, in whichever words and language."""

import pytest

from assistant.question import understand


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Mấy phòng chưa nộp báo cáo rồi?", "number"),
        ("Có bao nhiêu đồng chí được khen thưởng?", "number"),
        ("Lớp tập huấn học từ hôm nào?", "date"),
        ("Thời hạn sửa cầu được tính từ ngày nào?", "date"),
        ("Trong thời hạn dùng thử, người thuê có nghĩa vụ gì?", "fact"),
        ("Chủ thể nào phải trả lệ phí?", "who"),
        ("Nộp đơn xin nghỉ thì mấy hôm có kết quả?", "deadline"),
        ("Kho lưu trữ nằm ở phòng nào?", "place"),
        ("Giờ phòng nào lo việc văn thư?", "who"),
        ("Muốn chuyển công tác thì hỏi ai bên Sở?", "who"),
        ("Các phòng đã nộp kế hoạch năm chưa?", "yesno"),
        ("Đơn vị nào cũng phải có quy chế phải không?", "yesno"),
        ("How quickly does a complaint have to be answered?", "deadline"),
        ("What lump sum goes to somebody who moves to an island?", "number"),
        ("What score is needed to pass?", "number"),
        ("Which clerks need a new badge?", "list"),
        ("Which decree applies to dossiers received earlier and not yet settled?", "fact"),
        ("Now that the annex is gone, who gets to keep the seal?", "who"),
        ("Can somebody who is on leave sit the exam?", "yesno"),
        ("My colleague lost the stamp last week. Does she have to report it?", "yesno"),
        ("By March 2024, had every ward appointed a clerk?", "yesno"),
        ("Our archive has moved; where is it now?", "place"),
        ("What is the date of the staff rules?", "date"),
    ],
)
def test_the_kind_of_a_question(question: str, kind: str) -> None:
    assert understand(question).kind == kind


def test_comrades_are_no_money() -> None:
    assert understand("Đã luân chuyển bao nhiêu đồng chí?").counted == ("dong", "chi")
    assert understand("Được hỗ trợ bao nhiêu đồng?").counted == ("money",)


def test_a_machine_counts_nothing() -> None:
    asked = understand("Bản ghi được giữ trên máy chủ trong bao nhiêu tháng?")
    assert (asked.kind, asked.counted) == ("number", ("thang",))
