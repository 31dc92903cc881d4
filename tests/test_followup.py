"""Questions that hang on the ones before them, and whole ones that do not."""

import pytest

from assistant.earlier import Turn, of_what, topic_of
from assistant.followup import standalone
from assistant.question import understand
from assistant.staying import is_bare, may_be_elsewhere
from corpus.persons import persons_in

RECEPTION = Turn(
    "Theo Quyết định 25/2022/QĐ-UBND, cán bộ cấp huyện được tiếp nhận vào làm công chức phải có mấy năm công tác?",
    ("Quyết định 25/2022/QĐ-UBND",),
)
TUITION = Turn("Học tiến sĩ được hỗ trợ bao nhiêu tiền?", ("Quyết định 40/2023/QĐ-UBND",))
POSITIONS = Turn("By when must job-position projects of administrative agencies be approved?", ("Plan 96/KH-UBND",))
SHARE = Turn("What share of commune-level leaders should be younger than 40 in 2025?", ("Resolution 05-NQ/TU",))
UNIT = Turn("Khoản 1 Điều 5 Quyết định 25/2022/QĐ-UBND quy định gì?", ("Quyết định 25/2022/QĐ-UBND",))


@pytest.mark.parametrize(
    ("before", "asked", "whole"),
    [
        (TUITION, "còn thạc sĩ thì sao?", "Học thạc sĩ được hỗ trợ bao nhiêu tiền?"),
        (TUITION, "con thac si thi sao", "Học thac si được hỗ trợ bao nhiêu tiền?"),
        (TUITION, "Thế còn đại học?", "Học đại học được hỗ trợ bao nhiêu tiền?"),
        (SHARE, "and at district level?", "What share of district-level leaders should be younger than 40 in 2025?"),
        (SHARE, "what about 2030?", "What share of commune-level leaders should be younger than 40 in 2030?"),
        (
            POSITIONS,
            "and for public service units?",
            "By when must job-position projects of administrative agencies be approved for public service units?",
        ),
        (UNIT, "còn khoản 2 thì sao?", "Khoản 2 Điều 5 Quyết định 25/2022/QĐ-UBND quy định gì?"),
        (UNIT, "Còn Điều 6?", "Điều 6 Quyết định 25/2022/QĐ-UBND quy định gì?"),
        (UNIT, "what about Article 6?", "Article 6 Quyết định 25/2022/QĐ-UBND quy định gì?"),
        (UNIT, "còn Quyết định 40/2023/QĐ-UBND?", "Khoản 1 Điều 5 Quyết định 40/2023/QĐ-UBND quy định gì?"),
    ],
)
def test_what_is_named_now_takes_the_place_of_what_was(before: Turn, asked: str, whole: str) -> None:
    assert standalone(asked, [before]) == whole


@pytest.mark.parametrize(
    ("before", "asked", "whole"),
    [
        ("Ở Bước 3 phải đạt bao nhiêu phiếu?", "Thế bước 2?", "Ở bước 2 phải đạt bao nhiêu phiếu?"),
        ("How long does round 2 last?", "And round 1?", "How long does round 1 last?"),
    ],
)
def test_another_number_of_the_same_takes_its_place(before: str, asked: str, whole: str) -> None:
    assert standalone(asked, [Turn(before)]) == whole


@pytest.mark.parametrize(
    ("before", "asked", "whole"),
    [
        ("Ai xếp hạng đơn vị hạng I?", "còn hạng II?", "Ai xếp hạng đơn vị hạng II?"),
        ("Lớp TC01 học ở đâu?", "không phải, ý mình hỏi lớp NG03", "Lớp NG03 học ở đâu?"),
        ("Ai ký Quyết định 25/2022/QĐ-UBND?", "à nhầm, Quyết định 40/2023/QĐ-UBND cơ", "Ai ký Quyết định 40/2023/QĐ-UBND?"),
        ("Who signed Plan 96/KH-UBND?", "no, I meant Plan 97/KH-UBND", "Who signed Plan 97/KH-UBND?"),
        ("Who signed Plan 96/KH-UBND in 2024?", "sorry, 2025", "Who signed Plan 96/KH-UBND in 2025?"),
        ("How long is probation for the rank of specialist?", "and for drivers?", "How long is probation for drivers?"),
        ("How long is the probation of a specialist?", "And a driver's?", "How long is the probation of a driver?"),
        ("How many trainees may a weekend class have?", "What about a digital skills class?", "How many trainees may a digital skills class have?"),
        ("Kinh phí năm 2021 là bao nhiêu?", "và năm 2022?", "Kinh phí năm 2022 là bao nhiêu?"),
        ("What was the share in 2021?", "in 2022?", "What was the share in 2022?"),
        ("Tập sự của ngạch chuyên viên là bao lâu?", "còn ngạch kế toán viên?", "Tập sự của ngạch kế toán viên là bao lâu?"),
    ],
)  # fmt: skip
def test_a_correction_and_a_bare_name_take_the_place_of_what_was(before: str, asked: str, whole: str) -> None:
    assert standalone(asked, [Turn(before)]) == whole


@pytest.mark.parametrize(
    "asked", ["Số điện thoại?", "khung năng lực", "Không có bằng đại học có được dự thi công chức không?"]
)
def test_what_only_looks_like_an_opener_swaps_nothing(asked: str) -> None:
    assert standalone(asked, [Turn("Ai ký Quyết định 25/2022/QĐ-UBND?")]).startswith(asked.rstrip("?"))


def test_what_it_is_need_be_no_document() -> None:
    before = Turn("Hội đồng xét đền bù chi phí có mấy thành viên?", ("Quyết định 40/2023/QĐ-UBND",))
    assert standalone("ai lập ra nó?", [before]).startswith("Ai lập ra Hội đồng xét đền bù chi phí")
    assert standalone("nó có hiệu lực khi nào?", [before]) == "Quyết định 40/2023/QĐ-UBND có hiệu lực khi nào?"


def test_the_topic_is_not_heaped_up_turn_by_turn() -> None:
    first = Turn("How many experts from other provinces were attracted?")
    second = Turn(standalone("how many of them were doctors?", [first]))
    third = standalone("and how many remain?", [first, second])
    assert "experts from other provinces" in third and "them" not in third


def test_a_scope_that_replaces_nothing_is_added() -> None:
    before = Turn("Hồ sơ tiếp nhận công chức gồm những gì?")
    assert standalone("còn cấp xã thì sao?", [before]) == "Hồ sơ tiếp nhận công chức gồm những gì đối với cấp xã?"
    assert standalone("con cap xa thi sao", [before]) == "Hồ sơ tiếp nhận công chức gồm những gì đối với cap xa?"
    later = standalone("năm 2026 thì sao?", [before])
    assert later == "Hồ sơ tiếp nhận công chức gồm những gì năm 2026?"


@pytest.mark.parametrize(
    ("before", "asked", "whole"),
    [
        (RECEPTION, "Văn bản đó có hiệu lực khi nào?", "Quyết định 25/2022/QĐ-UBND có hiệu lực khi nào?"),
        (RECEPTION, "van ban do co hieu luc khi nao", "Quyết định 25/2022/QĐ-UBND co hieu luc khi nao?"),
        (RECEPTION, "Quyết định này do ai ký?", "Quyết định 25/2022/QĐ-UBND do ai ký?"),
        (RECEPTION, "Ai ký?", "Ai ký Quyết định 25/2022/QĐ-UBND?"),
        (POSITIONS, "who signs it?", "Who signs Plan 96/KH-UBND?"),
        (POSITIONS, "When was it issued?", "When was Plan 96/KH-UBND issued?"),
        (SHARE, "When does this resolution take effect?", "When does Resolution 05-NQ/TU take effect?"),
        (TUITION, "Điều 6 quy định gì?", "Điều 6 Quyết định 40/2023/QĐ-UBND quy định gì?"),
        (POSITIONS, "What does Article 2 say?", "What does Article 2 of Plan 96/KH-UBND say?"),
    ],
)
def test_that_document_is_the_one_spoken_of(before: Turn, asked: str, whole: str) -> None:
    assert standalone(asked, [before]) == whole


@pytest.mark.parametrize(
    ("before", "asked", "holds"),
    [
        (RECEPTION, "Thế còn thời hạn?", ("Thời hạn", "tiếp nhận vào làm công chức", "25/2022/QĐ-UBND")),
        (RECEPTION, "the con thoi han", ("Thoi han", "tiep nhan vao lam cong chuc", "25/2022/QĐ-UBND")),
        (RECEPTION, "Hồ sơ gồm những gì?", ("Hồ sơ gồm những gì", "tiếp nhận vào làm công chức")),
        (TUITION, "Ai quyết định mức đó?", ("Ai quyết định mức đó", "tiến sĩ")),
        (TUITION, "Vì sao?", ("Vì sao", "tiến sĩ")),
        (POSITIONS, "And the deadline?", ("deadline", "job-position projects")),
        (POSITIONS, "who approves them?", ("Who approves them", "job-position projects")),
        (POSITIONS, "why?", ("Why", "job-position projects")),
    ],
)
def test_what_names_no_subject_gets_that_of_the_question_before(
    before: Turn, asked: str, holds: tuple[str, ...]
) -> None:
    whole = standalone(asked, [before])
    assert all(part in whole for part in holds), whole


@pytest.mark.parametrize(
    "whole",
    [
        "Khung năng lực là gì?",
        "What is a competency framework?",
        "Học viên nghỉ quá bao nhiêu phần trăm thì không được cấp chứng chỉ?",
        "How many trainees may a class have at the political school?",
        "Quyết định 18/2024/QĐ-UBND có hiệu lực từ ngày nào?",
        "khung nang luc la gi",
        "van ban do Sở Nội vụ ban hành về vị trí việc làm quy định những nội dung gì?",
        "Is it mandatory to submit the dossier through the public service portal?",
        "Con của cán bộ hy sinh được ưu tiên gì khi tuyển dụng?",
        "The list of job positions of the Department of Home Affairs contains how many posts?",
    ],
)
def test_a_whole_question_is_left_alone(whole: str) -> None:
    assert standalone(whole, [RECEPTION, UNIT, POSITIONS]) == whole


@pytest.mark.parametrize("asked", ["còn cấp xã thì sao?", "who signs it?", "Hồ sơ gồm những gì?", "", "Điều 6?"])
def test_without_a_conversation_nothing_is_added(asked: str) -> None:
    assert standalone(asked, []) == asked
    assert standalone(asked, [Turn("")]) == asked


def test_follow_ups_hang_on_follow_ups() -> None:
    first = standalone("còn thạc sĩ thì sao?", [TUITION])
    second = standalone("văn bản đó do ai ký?", [TUITION, Turn(first, ("Quyết định 40/2023/QĐ-UBND",))])
    assert second == "Quyết định 40/2023/QĐ-UBND do ai ký?"


def test_what_is_understood_stays_bounded() -> None:
    long = Turn("Hồ sơ " + "tiếp nhận công chức " * 300 + "gồm những gì?")
    assert len(standalone("thế còn thời hạn?", [long])) < 400


def test_few_words_need_what_was_spoken_of_and_many_may_leave_it() -> None:
    assert is_bare(understand("bác sĩ bao nhiêu?")) and is_bare(understand("how many doctors?"))
    long = understand("Thi vấn đáp vòng 2 được chuẩn bị bao nhiêu phút?")
    assert may_be_elsewhere(long) and not is_bare(long)
    assert not may_be_elsewhere(understand("ai ký?"))


@pytest.mark.parametrize(
    ("before", "asked", "whole"),
    [
        ("Điều 5 quy định gì?", "Thông tư 98/2022/TT-BNV", "Điều 5 của Thông tư 98/2022/TT-BNV quy định gì?"),
        ("Khoản 2 Điều 9 nói gì?", "của Quyết định 40/2023/QĐ-UBND", "Khoản 2 Điều 9 của Quyết định 40/2023/QĐ-UBND nói gì?"),
        ("What does Article 16 say?", "the one in Circular 98/2022/TT-BNV", "What does Article 16 of Circular 98/2022/TT-BNV say?"),
        ("Tập sự bao lâu?", "theo Quyết định 25/2022/QĐ-UBND", "Tập sự bao lâu theo Quyết định 25/2022/QĐ-UBND?"),
    ],
)  # fmt: skip
def test_a_document_alone_is_the_one_to_look_in(before: str, asked: str, whole: str) -> None:
    assert standalone(asked, [Turn(before)]) == whole


def test_a_document_that_is_asked_about_is_no_choice() -> None:
    asked = "Quyết định 40/2023/QĐ-UBND do ai ký?"
    assert standalone(asked, [Turn("Điều 5 quy định gì?")]) == asked


@pytest.mark.parametrize(
    ("before", "asked", "holds"),
    [
        ("What happens in Step 1 of the procedure?", "and the fifth step?", "step 5 of the procedure"),
        ("Quy trình bổ nhiệm gồm mấy bước?", "bước thứ tư làm gì?", "Bước 4 làm gì"),
        ("quy trinh bo nhiem gom may buoc", "buoc thu tu lam gi", "buoc 4 lam gi"),
        ("How many rounds does the examination have?", "how is the second one marked?", "How is round 2 marked"),
        ("Thi tuyển gồm mấy vòng?", "cái thứ hai thi gì?", "vòng 2 thi gì"),
    ],
)
def test_a_step_is_named_by_its_number(before: str, asked: str, holds: str) -> None:
    assert holds.lower() in standalone(asked, [Turn(before, ("Quyết định 25/2022/QĐ-UBND",))]).lower()


@pytest.mark.parametrize(
    ("before", "asked", "whole"),
    [
        ("Ai làm Trưởng ban?", "ông ấy giữ chức vụ gì?", "Bùi Xuân Lộc giữ chức vụ gì?"),
        ("Ai làm Trưởng ban?", "địa chỉ của đồng chí đó?", "địa chỉ của Bùi Xuân Lộc?"),
        ("Who heads it?", "what does he do?", "What does Bùi Xuân Lộc do?"),
        ("Who heads it?", "when was her last visit?", "When was Bùi Xuân Lộc's last visit?"),
    ],
)
def test_he_and_she_are_whom_the_answer_names(before: str, asked: str, whole: str) -> None:
    told = Turn(before, ("Plan 96/KH-UBND",), ("Bùi Xuân Lộc",))
    assert standalone(asked, [told]).lower().startswith(whole.rstrip("?").lower())


def test_nobody_is_meant_where_nobody_was_asked_for() -> None:
    told = Turn("Lớp TC01 có bao nhiêu học viên?", ("Kế hoạch 31/KH-TCT",), ("Bùi Xuân Lộc",))
    assert "Lộc" not in standalone("bà đó là ai?", [told])


def test_names_of_persons_are_told_from_bodies_and_places() -> None:
    text = "Do đồng chí Đỗ Thị Hồng Vân, Học viện Chính trị quốc gia Hồ Chí Minh, Head of the Party Committee Nguyen Duc Thang"
    assert persons_in(text) == ("Đỗ Thị Hồng Vân", "Nguyen Duc Thang")


def test_what_asks_for_a_measure_or_a_signature_is_no_topic() -> None:
    assert topic_of("How soon must the school grant the certificate under Decision 40/2023/QD-UBND?").startswith(
        "school"
    )
    assert topic_of("Ai ký Kế hoạch 96/KH-UBND?") == ""
    assert of_what("pass rate of the 2024 examination") == "2024 examination"


def test_words_of_the_other_language_are_not_added() -> None:
    before = Turn("Theo Báo cáo 187-BC/TU đã thu hút được bao nhiêu người?", ("Báo cáo 187-BC/TU",))
    assert (
        standalone("how many of them are doctors?", [before]) == "How many of them are doctors under Báo cáo 187-BC/TU?"
    )


CERTIFICATE = Turn("Chứng chỉ bồi dưỡng được cấp khi nào?", ("Quyết định 40/2023/QĐ-UBND",))
PASS = Turn("Who issues the visitor pass under Decision 40/2023/QD-UBND?", ("Decision 40/2023/QD-UBND",))


@pytest.mark.parametrize(
    ("before", "asked", "whole"),
    [
        (CERTIFICATE, "lỡ bị hỏng thì sao?", "Chứng chỉ bồi dưỡng được cấp bị hỏng thì sao?"),
        (CERTIFICATE, "nộp muộn thì sao?", "Chứng chỉ bồi dưỡng được cấp nộp muộn thì sao?"),
        (PASS, "what if it gets stolen?", "What happens if the visitor pass is stolen under Decision 40/2023/QD-UBND?"),
        (PASS, "and if they refuse?", "What happens if they refuse (issues the visitor pass) under Decision 40/2023/QD-UBND?"),
    ],
)  # fmt: skip
def test_a_case_that_is_set_is_one_of_what_was_spoken_of(before: Turn, asked: str, whole: str) -> None:
    assert standalone(asked, [before]) == whole


@pytest.mark.parametrize("asked", ["Nếu thiếu giấy tờ thì ai phải báo?", "If a class has 30 trainees, who decides?"])
def test_a_case_with_a_question_of_its_own_keeps_it(asked: str) -> None:
    assert "thì sao" not in (told := standalone(asked, [CERTIFICATE])) and "What happens" not in told


@pytest.mark.parametrize(
    ("before", "asked", "whole"),
    [
        ("Ai phê duyệt kế hoạch quý?", "không phải quý, tôi hỏi năm", "Ai phê duyệt kế hoạch năm?"),
        ("Lớp ban ngày học ở đâu?", "ban đêm chứ không phải ban ngày", "Lớp ban đêm học ở đâu?"),
        ("How long is the oral test?", "not the oral test, the written test", "How long is the written test?"),
        ("When is the mid-term review held?", "no, the final one", "When is the final review held?"),
    ],
)
def test_what_is_not_meant_makes_way_for_what_is(before: str, asked: str, whole: str) -> None:
    assert standalone(asked, [Turn(before)]) == whole


@pytest.mark.parametrize(
    ("before", "asked", "whole"),
    [
        ("Who chairs the Training Review Council?", "how often does the council meet?", "How often does the Training Review Council meet?"),
        ("Ai soạn Đề án đào tạo nghề cho thanh niên?", "khi nào trình đề án?", "Khi nào trình Đề án đào tạo nghề cho thanh niên?"),
        ("Hiện có khoảng bao nhiêu giảng viên hợp đồng?", "ai quản lý họ?", "Ai quản lý giảng viên hợp đồng?"),
        ("How many lecturers have been hired?", "how many of them are women?", "How many of the lecturers hired are women?"),
    ],
)  # fmt: skip
def test_what_is_named_in_short_is_what_was_named_in_full(before: str, asked: str, whole: str) -> None:
    assert standalone(asked, [Turn(before)]) == whole


def test_a_surname_or_an_old_word_is_nobody_spoken_of() -> None:
    before = Turn("Hiện có bao nhiêu giảng viên hợp đồng?")
    assert "giảng viên" not in standalone("họ tên Giám đốc Sở là gì?", [before])


def test_a_question_about_something_of_its_own_sheds_what_it_was_completed_with() -> None:
    first = Turn("Who is exempted from the preliminary examination?")
    second = Turn(standalone("and its accreditation result?", [first]))
    third = Turn("How long is the accreditation result valid for exempted from the preliminary examination?")
    assert "preliminary" in second.question
    assert "preliminary" not in standalone("who verifies it?", [first, third])
