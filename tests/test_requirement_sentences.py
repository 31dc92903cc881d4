"""What sentences, headings and lead-ins of many kinds ask for: what is given, who is chosen, clauses by themselves."""

from pathlib import Path

import pytest

from ingest.files import IncomingFile
from ingest.prepared import Prepared
from ingest.reading import document_of
from ingest.requirements import find_requirements

Told = list[tuple[str, str, float | None, str]]


def _asked(head: str, *lines: str) -> Told:
    text = "\n".join(("QUY CHẾ", "về người trông chợ", f"Điều 1. {head}", *lines))
    document = document_of(IncomingFile(Path("t.txt"), "t.txt", "t.txt"), text.encode(), "0").document
    found = find_requirements(Prepared(document))
    return [(r.attribute, r.operator, r.value, r.words.of(document.text)) for r in found]


def _english(head: str, *lines: str) -> Told:
    text = "\n".join(("REGULATION", "on market keepers", f"Article 1. {head}", *lines))
    document = document_of(IncomingFile(Path("t.txt"), "t.txt", "t.txt"), text.encode(), "0").document
    found = find_requirements(Prepared(document))
    return [(r.attribute, r.operator, r.value, r.words.of(document.text)) for r in found]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Viên chức được hưởng hỗ trợ nếu có giấy xác nhận của chợ và chưa nhận trợ cấp nào khác.",
         [("other", "has", None, "có giấy xác nhận của chợ"), ("other", "has_not", None, "chưa nhận trợ cấp nào khác")]),
        ("Thí sinh chỉ được vào phòng khi có phiếu báo danh.", [("other", "has", None, "có phiếu báo danh")]),
        ("Không tiếp nhận hồ sơ của người đang bị tạm giam.", [("other", "has_not", None, "đang bị tạm giam")]),
        ("Tuổi bổ nhiệm lần đầu không quá 50 tuổi đối với nam, 45 tuổi đối với nữ.",
         [("age", "at_most", 50, "không quá 50 tuổi"), ("age", "at_most", 45, "45 tuổi")]),
        ("Tổ trưởng trông chợ phải đã tham gia công tác ở phường và có uy tín với tiểu thương.",
         [("other", "has", None, "đã tham gia công tác ở phường"), ("other", "has", None, "có uy tín với tiểu thương")]),
    ],
)  # fmt: skip
def test_sentences(sentence: str, wanted: Told) -> None:
    assert _asked("Người trông chợ", sentence) == wanted


def test_an_agency_that_may_act_only_then_has_a_duty() -> None:
    assert _asked("Con dấu", "Cơ quan chỉ được dùng dấu mới khi đã nộp dấu cũ.") == []


def test_what_follows_from_a_case_is_no_condition() -> None:
    assert _asked("Bồi hoàn", "Người được cấp học phí nếu không làm đủ thời gian thì phải trả lại.") == []


def test_clauses_under_a_heading_of_conditions_are_conditions() -> None:
    found = _asked(
        "Điều kiện của người trông chợ",
        "1. Có sức khỏe tốt.",
        "2. Thành thạo việc ghi chép.",
        "3. Cẩn thận, giữ bí mật.",
        "4. Chủ tịch phường quyết định danh sách.",
    )
    assert [words for *_, words in found] == ["Có sức khỏe tốt", "Thành thạo việc ghi chép", "Cẩn thận, giữ bí mật"]


def test_of_whom_a_heading_bars() -> None:
    found = _asked(
        "Những trường hợp không được làm người trông chợ", "1. Người chưa thành niên.", "2. Người đang bị tạm giam."
    )
    assert [(operator, words) for _, operator, _, words in found] == [
        ("has_not", "Người chưa thành niên"), ("has_not", "Người đang bị tạm giam"),
    ]  # fmt: skip


def test_a_level_that_is_taught_is_not_asked_for() -> None:
    found = _asked(
        "Trình độ chuẩn của giáo viên",
        "1. Trình độ chuẩn được quy định như sau:",
        "a) Có bằng cử nhân trở lên đối với giáo viên tiểu học, trung học phổ thông;",
        "b) Có bằng thạc sĩ đối với nhà giáo giảng dạy trình độ đại học.",
    )
    assert found == [
        ("degree", "at_least", None, "Có bằng cử nhân trở lên"), ("degree", "at_least", None, "Có bằng thạc sĩ"),
    ]  # fmt: skip


def test_conditions_behind_a_colon_stand_apart_at_semicolons() -> None:
    sentence = (
        "Người trông chợ phải bảo đảm các điều kiện: có phẩm chất tốt; nắm vững nội quy; đủ sức khỏe; không bị kỷ luật."
    )
    assert [w for *_, w in _asked("Người trông chợ", sentence)] == [
        "có phẩm chất tốt", "nắm vững nội quy", "đủ sức khỏe", "không bị kỷ luật",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The unit must appoint a keeper who holds a certificate in hygiene and has at least 02 years of experience.",
         [("certificate", "has", None, "holds a certificate in hygiene"),
          ("experience", "at_least", 2, "at least 02 years of experience")]),
        ("A student is granted a scholarship if he or she has an average mark of 8.0 or higher.",
         [("other", "at_least", 8, "has an average mark of 8.0 or higher")]),
        ("An officer shall not be sent abroad unless he or she has been vaccinated.",
         [("other", "has", None, "has been vaccinated")]),
    ],
)  # fmt: skip
def test_english_sentences(sentence: str, wanted: Told) -> None:
    assert _english("Keepers", sentence) == wanted


def test_english_lists_of_what_another_must_have() -> None:
    found = _english(
        "The market officer",
        "The company must ensure that its Compliance Officer has:",
        "(a) direct access to the books; and",
        "(b) a clear record.",
    )
    assert [words for *_, words in found] == ["direct access to the books", "a clear record"]


def test_english_lists_of_what_must_be_so_count_persons_alone() -> None:
    found = _english(
        "The council",
        "The company must ensure that:",
        "(a) the members of the council are competent to judge;",
        "(b) the books are kept for five years; and",
        "(c) no member of the council is a trader.",
    )
    assert [(o, w) for _, o, _, w in found] == [
        ("has", "are competent to judge"), ("has_not", "no member of the council is a trader"),
    ]  # fmt: skip


def test_a_chapter_on_what_is_asked_of_an_activity_asks_of_those_who_carry_it_on() -> None:
    chapter = ("QUY CHẾ", "về chợ", "Chương II", "YÊU CẦU, ĐIỀU KIỆN BẢO VỆ CHỢ")
    work = (*chapter, "Điều 1. Cửa chợ", "1. Ban quản lý chợ phải lập sổ trực.", "2. Cửa chợ phải được khóa ban đêm.")
    keepers = (*chapter, "Điều 1. Người trông chợ", "1. Người trông chợ phải có ít nhất 03 năm kinh nghiệm.")
    assert [_of(lines) for lines in (work, keepers)] == [[], [("experience", "at_least", 3)]]


def test_technical_standards_that_a_text_issues_are_no_conditions() -> None:
    assert _of(("QUYẾT ĐỊNH", "Điều 1. Ban hành 2 tiêu chuẩn địa phương gồm:", "1. Ghế gỗ.", "2. Bàn gỗ.")) == []


def _of(lines: tuple[str, ...]) -> list[tuple[str, str, float | None]]:
    content = "\n".join(lines).encode()
    document = document_of(IncomingFile(Path("t.txt"), "t.txt", "t.txt"), content, "0").document
    return [(r.attribute, r.operator, r.value) for r in find_requirements(Prepared(document))]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("Điều 1. Điều kiện", "Đơn vị cho thuê kho có ít nhất 03 kho lạnh."), [("other", "at_least", 3)]),
        (("Điều 1. Thuê bao", "Thuê bao phải đủ 18 tuổi."), [("age", "at_least", 18)]),
        (("Điều 1. Lái đò", "Người lái đò phải dự tập huấn cứu hộ 02 năm một lần."), [("training", "has", None)]),
        (("Điều 1. Danh hiệu", "Danh hiệu A được tặng cho người đã tốt nghiệp đại học và có quốc tịch Việt Nam."),
         [("degree", "at_least", None), ("citizenship", "has", None)]),
        (("Điều 1. Danh hiệu", "Danh hiệu A được xét tặng cho cá nhân:", "a) Có 05 năm công tác;", "b) Không bị kỷ luật."),
         [("experience", "at_least", 5), ("discipline", "has_not", None)]),
        (("Điều 1. Mức hưởng", "1. Người giữ chợ:", "- Tốt nghiệp đại học được hưởng phụ cấp 100.000 đồng."),
         [("degree", "at_least", None)]),
        (("Article 1. Admission", "A stall may be admitted only if:", "(1) in the case of a branch, it is registered; and",
          "(2) in the case of others:", "(a) it is a local stall; or", "(b) it is known to the market."),
         [("other", "has", None)] * 3),
        (("Điều 1. Hồ sơ", "1. Hồ sơ gồm:", "a) Bản sao giấy phép, bản sao điều lệ của chợ;", "b) (được bãi bỏ);",
          "c) Trường hợp đổi tên chợ thì hồ sơ đăng ký là Phiếu yêu cầu (01 bản chính)."),
         [("document", "has", None)] * 3),
    ],
)  # fmt: skip
def test_amounts_titles_cases_and_copies(lines: tuple[str, ...], wanted: list[tuple[str, str, float | None]]) -> None:
    assert _of(("QUY CHẾ", "về chợ", *lines)) == wanted
