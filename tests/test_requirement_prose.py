"""What running text asks of persons: who must be or have what, who may not, for whom alone something is."""

from pathlib import Path

import pytest

from ingest.files import IncomingFile
from ingest.prepared import Prepared
from ingest.reading import document_of
from ingest.requirements import find_requirements

Told = list[tuple[str, str, float | None, str]]


def _told(*lines: str) -> Told:
    document = document_of(IncomingFile(Path("t.txt"), "t.txt", "t.txt"), "\n".join(lines).encode(), "0").document
    found = find_requirements(Prepared(document))
    return [(r.attribute, r.operator, r.value, r.words.of(document.text)) for r in found]


def _vi(sentence: str) -> Told:
    return _told("THÔNG BÁO", "về việc tuyển người giữ đèn", "Điều 1. Người giữ đèn", sentence)


def _en(sentence: str) -> Told:
    return _told("NOTICE", "on lamp keepers", "Article 1. Lamp keepers", sentence)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Thí sinh vị trí giữ đèn cần có chứng chỉ bồi dưỡng nghề đèn và ít nhất 12 tháng kinh nghiệm.",
         [("certificate", "has", None, "chứng chỉ bồi dưỡng nghề đèn"),
          ("experience", "at_least", 12, "ít nhất 12 tháng kinh nghiệm")]),
        ("Theo thông báo, người dự tuyển phải từ đủ 18 tuổi, có hộ khẩu tại đảo.",
         [("age", "at_least", 18, "từ đủ 18 tuổi"), ("other", "has", None, "có hộ khẩu tại đảo")]),
        ("Riêng vị trí thợ đèn chỉ yêu cầu trình độ cao đẳng trở lên.",
         [("degree", "at_least", None, "trình độ cao đẳng trở lên")]),
        ("Người coi đèn phải có đạo đức tốt; trình độ đại học trở lên.",
         [("other", "has", None, "có đạo đức tốt"), ("degree", "at_least", None, "trình độ đại học trở lên")]),
        ("Người dưới 18 tuổi nhận đèn phải có sự đồng ý bằng văn bản của cha, mẹ.",
         [("other", "has", None, "có sự đồng ý bằng văn bản của cha, mẹ")]),
        ("Chỉ xét hỗ trợ cho người đã giữ đèn qua mùa bão.", [("other", "has", None, "đã giữ đèn qua mùa bão")]),
        ("Không thực hiện luân chuyển đối với công chức nữ đang nuôi con nhỏ.",
         [("other", "has_not", None, "nữ đang nuôi con nhỏ")]),
        ("Ông Đăng cho biết người đang trong thời gian bị kỷ luật không được đăng ký.",
         [("discipline", "has_not", None, "người đang trong thời gian bị kỷ luật")]),
        ("Công chức bị kỷ luật khiển trách thì không được bổ nhiệm trong thời hạn 12 tháng.",
         [("discipline", "has_not", 12, "Công chức bị kỷ luật khiển trách thì không được bổ nhiệm trong thời hạn 12"
           " tháng")]),
        ("Điều kiện: không quá 40 tuổi; có người giám hộ đi cùng.",
         [("age", "at_most", 40, "không quá 40 tuổi"), ("other", "has", None, "có người giám hộ đi cùng")]),
        ("Người giữ đèn phải từ đủ 15 tuổi đến dưới 18 tuổi.",
         [("age", "at_least", 15, "từ đủ 15 tuổi đến dưới 18 tuổi")]),
    ],
)  # fmt: skip
def test_vietnamese(sentence: str, wanted: Told) -> None:
    assert _vi(sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Applicants must be under 30, hold a pilot's degree and be willing to live on the island.",
         [("age", "less_than", 30, "be under 30"), ("degree", "at_least", None, "a pilot's degree"),
          ("other", "has", None, "be willing to live on the island")]),
        ("Speakers must have clear voices, a university degree or higher and good speaking skills.",
         [("other", "has", None, "have clear voices"), ("degree", "at_least", None, "a university degree or higher"),
          ("other", "has", None, "good speaking skills")]),
        ("A keeper may not be over 65.", []),
        ("Each examiner must not be over 65.", [("age", "at_most", 65, "not be over 65")]),
        ("No person may be recruited who is afraid of the dark.", [("other", "has_not", None, "is afraid of the dark")]),
        ("Support is not granted to persons who left the lamp or who sold oil.",
         [("other", "has_not", None, "left the lamp"), ("other", "has_not", None, "sold oil")]),
        ("The allowance is paid only to recruits who have signed a contract.",
         [("other", "has", None, "have signed a contract")]),
        ("The harbour office must ensure that the individual has a steady hand.",
         [("other", "has", None, "has a steady hand")]),
    ],
)  # fmt: skip
def test_english(sentence: str, wanted: Told) -> None:
    assert _en(sentence) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Người giữ đèn phải báo cáo mỗi sáng.",
        "Cơ quan quản lý cán bộ phải có kế hoạch thay đèn.",
        "Việc thay đèn không cần có sự đồng ý của chủ thuyền.",
        "Hội viên có quyền yêu cầu bằng văn bản.",
        "Công chức phải có trách nhiệm lau kính.",
        "03 việc của trạm đèn đã làm đúng yêu cầu: lau kính; thay dầu; kiểm tra bấc.",
    ],
)
def test_what_one_does_is_none(sentence: str) -> None:
    assert _vi(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Civil servants must be notified of the change.",
        "Job positions must be filled within a month.",
        "The keeper must be given two lamps.",
        "Cadre training must be practical.",
    ],
)
def test_what_is_done_with_somebody_is_none(sentence: str) -> None:
    assert _en(sentence) == []


def test_a_heading_without_a_colon_leads_in_to_who_may_not() -> None:
    found = _told(
        "QUY CHẾ", "về người giữ đèn", "Điều 1. Giữ đèn", "1. Những người sau đây không được đăng ký dự tuyển",
        "a) Không biết bơi;", "b) Đang giữ đèn ở đảo khác.",
    )  # fmt: skip
    assert found == [
        ("other", "has_not", None, "Không biết bơi"),
        ("other", "has_not", None, "Đang giữ đèn ở đảo khác"),
    ]


def test_what_officials_may_not_do_is_no_list_of_who_may_not() -> None:
    assert (
        _told("QUY CHẾ", "về đèn", "Điều 1. Những việc viên chức không được làm", "1. Bỏ đèn.", "2. Bán dầu đèn.") == []
    )


def test_english_lists_of_who_is_and_who_is_not() -> None:
    is_one = _told(
        "RULES", "on lamps", "Article 1. Judges", "A person meets the independence criteria if he:",
        "(a) is not a member of the guild;", "(b) has no lamp of his own.",
    )  # fmt: skip
    assert [w[3] for w in is_one] == ["is not a member of the guild", "has no lamp of his own"]
    is_none = _told(
        "RULES", "on lamps", "Article 1. Judges", "An individual may not be considered as fit where:",
        "(1) he is bankrupt;", "(2) he has sold oil.",
    )  # fmt: skip
    assert [(w[1], w[3]) for w in is_none] == [("has_not", "he is bankrupt"), ("has_not", "he has sold oil")]


def test_several_posts_in_front_of_one_must_are_all_its_subject() -> None:
    text = "Phó Trưởng trạm thuộc sở; Trưởng trạm thuộc huyện phải có chứng chỉ nghề đèn."
    document = document_of(IncomingFile(Path("t.txt"), "t.txt", "t.txt"), text.encode(), "0").document
    (one,) = find_requirements(Prepared(document))
    assert one.subject is not None
    assert one.subject.of(document.text) == "Phó Trưởng trạm thuộc sở; Trưởng trạm thuộc huyện"
