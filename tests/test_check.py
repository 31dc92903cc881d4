"""The check, fault by fault, in both languages: what a source carries, and what it does not."""

import pytest

from assistant.check import FaultKind, best_quote, check

STAFF_VI = "Người được bổ nhiệm lần đầu phải có ít nhất 05 năm (60 tháng) công tác trong ngành, trừ trường hợp do Ban Thường vụ quyết định."
TASK_VI = "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính trình Ủy ban nhân dân tỉnh trước ngày 31/3/2024 theo Thông tư số 98/2022/TT-BNV."
EXAM_VI = "Học viên nghỉ quá 20% số tiết không được dự thi; học viên có điểm dưới 5,0 được thi lại 01 lần trong 15 ngày kể từ ngày công bố."
FUND_VI = "Bổ sung 6,2 tỷ đồng cho đào tạo; đồng chí Ngô Quốc Việt có thể ký thay."
CLASS_EN = "A class of fewer than 35 trainees may be opened only with the agreement of the Department of Home Affairs."
REPLY_EN = "A coordinating agency must reply in writing within 07 working days; a deadline may be extended not more than 01 time, unless the Chairman decides otherwise."
PLAN_EN = "Do Thi Hong Van directly steers the Plan from March 4, 2024; VND 2,450 million is provided under Decision No. 25/2022/QD-UBND."
NOT_EN = "Unpaid leave is not counted in the committed time. All civil servants should register before the course and some may be exempted."

CARRIED = [
    ("Phải công tác ít nhất năm năm trong ngành, trừ trường hợp do Ban Thường vụ quyết định.", STAFF_VI),
    ("Phải có tối thiểu 60 tháng công tác, trừ trường hợp do Ban Thường vụ quyết định.", STAFF_VI),
    ("Trước ngày 31 tháng 3 năm 2024, Sở Nội vụ trình UBND tỉnh theo Thông tư 98/2022/TT-BNV.", TASK_VI),
    ("Sở Nội vụ chủ trì trình trước ngày 31-3-2024.", TASK_VI),
    ("Không được dự thi nếu học viên nghỉ quá 20 % số tiết.", EXAM_VI),
    ("Học viên có điểm dưới 5 được thi lại một lần trong vòng 15 ngày kể từ ngày công bố.", EXAM_VI),
    ("Bổ sung 6.200 triệu đồng cho đào tạo.", FUND_VI),
    ("Only with the agreement of the Department of Home Affairs may a class of fewer than 35 trainees be opened.", CLASS_EN),
    ("Coordinating agencies must reply in writing within seven working days.", REPLY_EN),
    ("From 4 March 2024 the Plan is directly steered by Do Thi Hong Van.", PLAN_EN),
    ("2.45 billion VND is provided under Decision 25/2022/QĐ-UBND.", PLAN_EN),
    ("Unpaid leave is never counted in the committed time.", NOT_EN),
]  # fmt: skip

FAULTS: list[tuple[FaultKind, str, str]] = [
    ("number", "Phải có ít nhất 06 năm công tác trong ngành, trừ trường hợp do Ban Thường vụ quyết định.", STAFF_VI),
    ("number", "Bổ sung 6,2 triệu đồng cho đào tạo.", FUND_VI),
    ("number", "Học viên được thi lại 02 lần trong 15 ngày.", EXAM_VI),
    ("number", "Học viên được thi lại 01 lần trong 15 tháng kể từ ngày công bố.", EXAM_VI),
    ("number", "A coordinating agency must reply in writing within 07 days.", REPLY_EN),
    ("number", "VND 2,540 million is provided.", PLAN_EN),
    ("number", "A class of fewer than thirty-six trainees may be opened only with the agreement of the Department of Home Affairs.", CLASS_EN),
    ("date", "Sở Nội vụ trình Ủy ban nhân dân tỉnh trước ngày 30/3/2024.", TASK_VI),
    ("date", "Sở Nội vụ trình Ủy ban nhân dân tỉnh trước tháng 4 năm 2024.", TASK_VI),
    ("date", "Do Thi Hong Van directly steers the Plan from April 3, 2024.", PLAN_EN),
    ("document_number", "Sở Nội vụ trình theo Thông tư số 89/2022/TT-BNV.", TASK_VI),
    ("document_number", "Sở Nội vụ trình theo Thông tư số 98/2022/TT-BTC.", TASK_VI),
    ("document_number", "VND 2,450 million is provided under Decision No. 25/2023/QD-UBND.", PLAN_EN),
    ("name", "Sở Y tế chủ trì, phối hợp với Sở Tài chính trình Ủy ban nhân dân tỉnh trước ngày 31/3/2024.", TASK_VI),
    ("name", "Sở Nội vụ trình Ủy ban nhân dân huyện trước ngày 31/3/2024.", TASK_VI),
    ("name", "Đồng chí Ngô Quốc Tuấn có thể ký thay.", FUND_VI),
    ("name", "Do Thi Hong Ha directly steers the Plan.", PLAN_EN),
    ("name", "A class of fewer than 35 trainees may be opened only with the agreement of the Department of Finance.", CLASS_EN),
    ("modal", "Người được bổ nhiệm lần đầu có thể có ít nhất 05 năm công tác, trừ trường hợp do Ban Thường vụ quyết định.", STAFF_VI),
    ("modal", "Đồng chí Ngô Quốc Việt phải ký thay.", FUND_VI),
    ("modal", "A coordinating agency may reply in writing within 07 working days.", REPLY_EN),
    ("modal", "All civil servants must register before the course.", NOT_EN),
    ("modal", "All civil servants register before the course.", NOT_EN),
    ("qualifier", "Phải có không quá 05 năm công tác trong ngành, trừ trường hợp do Ban Thường vụ quyết định.", STAFF_VI),
    ("qualifier", "Người được bổ nhiệm lần đầu phải có ít nhất 05 năm công tác trong ngành.", STAFF_VI),
    ("qualifier", "Sở Nội vụ trình Ủy ban nhân dân tỉnh sau ngày 31/3/2024.", TASK_VI),
    ("qualifier", "Sở Nội vụ trình Ủy ban nhân dân tỉnh ngày 31/3/2024.", TASK_VI),
    ("qualifier", "A class of fewer than 35 trainees may be opened with the agreement of the Department of Home Affairs.", CLASS_EN),
    ("qualifier", "A class of more than 35 trainees may be opened only with the agreement of the Department of Home Affairs.", CLASS_EN),
    ("qualifier", "A deadline may be extended not more than 01 time.", REPLY_EN),
    ("qualifier", "Some civil servants should register before the course.", NOT_EN),
    ("negation", "Học viên nghỉ quá 20% số tiết được dự thi.", EXAM_VI),
    ("negation", "Học viên có điểm dưới 5,0 không được thi lại.", EXAM_VI),
    ("negation", "Unpaid leave is counted in the committed time.", NOT_EN),
    ("negation", "A coordinating agency must not reply in writing within 07 working days.", REPLY_EN),
    ("order", "Sở Tài chính trình Ủy ban nhân dân tỉnh; có 5 lớp tại Đông Khê và 9 lớp tại Phú Lâm.", "Sở Tài chính trình Ủy ban nhân dân tỉnh; có 9 lớp tại Đông Khê và 5 lớp tại Phú Lâm."),
    ("order", "The People's Committee reports to the Department of Finance.", "The Department of Finance reports to the People's Committee."),
    ("quote", "The Plan says that it “shall be steered by the Chairman himself every week”.", PLAN_EN),
    ("meaning", "The harvest was good and the weather mild.", PLAN_EN),
    ("meaning", "Mùa màng bội thu, thời tiết ôn hòa.", TASK_VI),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "source"), CARRIED)
def test_what_the_source_says_in_other_words_passes(statement: str, source: str) -> None:
    checked = check(statement, [source])
    assert checked.faults == ()
    assert checked.support in ("checked", "verbatim")


@pytest.mark.parametrize(("kind", "statement", "source"), FAULTS)
def test_a_planted_fault_is_found_and_named(kind: FaultKind, statement: str, source: str) -> None:
    checked = check(statement, [source])
    assert checked.support == "unsupported"
    assert kind in {f.kind for f in checked.faults}


@pytest.mark.parametrize("source", [STAFF_VI, TASK_VI, EXAM_VI, FUND_VI, CLASS_EN, REPLY_EN, PLAN_EN, NOT_EN])
def test_the_sources_own_words_are_verbatim(source: str) -> None:
    assert check(source, [source]).support == "verbatim"
    assert check(source.rstrip("."), ["Trước đó.", source]).support == "verbatim"
    assert check(f"{source} [1][2]", [f"a) {source}"]).support == "verbatim"


def test_other_quotes_dashes_spaces_and_tone_marks_are_the_same_words() -> None:
    source = "Việc “uỷ quyền” – theo Điều 5 – do cơ quan hoà giải quyết định."
    assert check('Việc "ủy quyền" - theo  Điều 5 - do cơ quan hòa giải quyết định', [source]).support == "verbatim"


def test_a_cut_that_loses_the_exception_is_no_quote() -> None:
    source = "Chi phí gồm học phí do ngân sách nhà nước chi trả, không bao gồm tiền lương, phụ cấp."
    checked = check("Chi phí gồm học phí do ngân sách nhà nước chi trả.", [source])
    assert [f.kind for f in checked.faults] == ["qualifier"]


def test_cells_under_their_column_names_are_verbatim_and_only_they() -> None:
    row, head = "2 | Lớp TC02 | 70 | Cơ sở 2", "TT | Tên lớp | Số học viên | Địa điểm"
    assert check("TT: 2; Tên lớp: Lớp TC02; Số học viên: 70; Địa điểm: Cơ sở 2", [row], [head]).support == "verbatim"
    assert check("Tên lớp: Lớp TC02; Số học viên: 60", [row], [head]).support == "unsupported"
    assert check("Tên lớp: 70", [row], [head]).support != "verbatim"


def test_the_context_gives_the_documents_own_number_and_date_but_no_figure() -> None:
    source, above = (
        "Quyết định này có hiệu lực kể từ ngày ký.",
        "Quyết định số 18/2024/QĐ-UBND ngày 10/5/2024 về 14 lớp",
    )
    assert check("Quyết định 18/2024/QĐ-UBND có hiệu lực kể từ ngày ký.", [source], [above]).support == "checked"
    assert check("Quyết định 18/2024/QĐ-UBND có hiệu lực kể từ ngày ký.", [source]).support == "unsupported"
    faults = check("Quyết định này có hiệu lực kể từ ngày ký, gồm 14 lớp.", [source], [above]).faults
    assert "number" in {f.kind for f in faults}


def test_across_languages_figures_names_and_negations_are_compared() -> None:
    source = "Sở Nội vụ gửi kết quả thẩm định trong thời hạn 40 ngày kể từ ngày nhận đủ hồ sơ."
    said = "The Department of Home Affairs sends the appraisal results within {} days of receiving the full dossier."
    assert check(said.format(40), [source]).support == "checked"
    assert "number" in {f.kind for f in check(said.format(30), [source]).faults}
    turned = said.format(40).replace("sends", "does not send")
    assert "negation" in {f.kind for f in check(turned, [source]).faults}


def test_a_qualifier_of_another_sentence_is_no_fault() -> None:
    source = "17 nơi đã gửi đề án, 11 nơi chưa gửi. Chỉ cơ quan cấp tỉnh không phải báo cáo."
    assert check("Có 17 nơi đã gửi đề án.", [source]).support == "checked"
    assert "negation" in {f.kind for f in check("Có 11 nơi đã gửi đề án.", [source]).faults}


def test_nothing_cited_carries_nothing() -> None:
    assert check("Có 17 nơi đã gửi đề án.", []).support == "unsupported"
    assert check("", [TASK_VI]).support == "unsupported"


def test_the_best_quote_is_the_sentence_that_says_it_or_none() -> None:
    text = f"{TASK_VI}\n{EXAM_VI} {FUND_VI}"
    span = best_quote("Học viên nghỉ quá 20% thì không được thi", text)
    assert span is not None and text[span[0] : span[1]] == EXAM_VI
    assert best_quote("The weather in Paris was mild", text) is None


PLACES_VI = "Có 49 người đáp ứng yêu cầu; 09 người chưa đáp ứng, trong đó 05 người thiếu bằng trung cấp, 03 người chưa có chứng chỉ ngạch."
COUNTS_EN = "As of June 15, 2023, the town had 860 nurses, including 150 nurses at the two clinics, 210 nurses of 46 wards and 500 nurses in schools."
SHARES_EN = "Every nurse must complete at least 40 periods a year, of which at least 16 periods concern first aid."
REPORT_VI = "Giám đốc Sở Y tế báo cáo Ủy ban nhân dân tỉnh trong 10 ngày làm việc kể từ ngày nhận đủ hồ sơ."
COURSE_VI = "Trường cấp chứng chỉ trong 20 ngày kể từ ngày bế giảng; học viên nộp bản sao văn bằng trong nước."
ASKED_EN = "The Central Board is requested to guide the towns; the term is adjusted from 25 months down to 22 months."

BOUND_TO_THEIR_PLACE = [
    ("09 người chưa đáp ứng, trong đó 05 người chưa có chứng chỉ ngạch.", PLACES_VI),
    ("The town had 210 nurses at the two clinics.", COUNTS_EN),
    ("Every nurse must complete at least 16 periods a year.", SHARES_EN),
    ("The roadmap is at least 22% by December 31, 2024.", "The roadmap: at least 20% by December 31, 2024; at least 22% by December 31, 2025."),
    ("At least 90% of posts are filled.", "At least 90% of nurses are trained and tested before posts are filled."),
]  # fmt: skip
TURNED = [
    ("Ủy ban nhân dân tỉnh báo cáo Giám đốc Sở Y tế trong 10 ngày làm việc kể từ ngày nhận đủ hồ sơ.", REPORT_VI),
    ("Giám đốc Sở Y tế báo cáo Ủy ban nhân dân tỉnh trong 10 ngày làm việc kể từ ngày báo cáo.", REPORT_VI),
    ("Trường cấp chứng chỉ trong 20 ngày kể từ ngày khai giảng.", COURSE_VI),
    ("Học viên nộp bản chính văn bằng trong nước.", COURSE_VI),
    ("Học viên nộp bản sao văn bằng ngoài nước.", COURSE_VI),
    ("The Central Board requests to guide the towns.", ASKED_EN),
    ("The term is adjusted from 22 months up to 25 months.", ASKED_EN),
    ("The regime of reports is changed.", "The regime of reports is kept unchanged."),
    ("Trường cấp bao nhiêu chứng chỉ trong 20 ngày.", COURSE_VI),
]  # fmt: skip
SAID_OTHERWISE = [
    ("Ba trong mười hai phòng chưa có bác sĩ.", "03/12 phòng chưa có bác sĩ nào."),
    ("In the town 500 nurses were in schools on 15 June 2023.", COUNTS_EN),
    ("The council cannot meet unless five or more members attend.", "The council meets only when at least 05 members attend."),
    ("Phải có ý kiến của Sở Y tế trước khi thành lập phòng.", "Thành lập phòng sau khi có ý kiến của Sở Y tế."),
    ("Trong tháng Mười, Thanh tra Sở kiểm tra một lần.", "Thanh tra Sở kiểm tra 01 lần vào tháng 10."),
    ("Chứng chỉ được cấp không quá 20 ngày sau ngày bế giảng.", COURSE_VI),
    ("Ủy ban nhân dân tỉnh được Giám đốc Sở Y tế báo cáo trong 10 ngày làm việc kể từ ngày nhận đủ hồ sơ.", REPORT_VI),
    ("Sundays are not counted as working days.", "Working day means a day from Monday to Saturday, excluding Sundays."),
    ("Of the 40 questions, 16 are on law.", "There are at least 40 questions, of which 16 are on law."),
    ("17 offices have sent their plans, 11 have sent no plans.", "Of 28 offices 17 have sent plans, 11 have not."),
    ("Whoever resigns must repay all costs.", "2. Resigning: repayment of 100% of the costs."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "source"), BOUND_TO_THEIR_PLACE)
def test_a_figure_is_said_of_what_the_source_says_it_of(statement: str, source: str) -> None:
    assert "order" in {f.kind for f in check(statement, [source]).faults}


@pytest.mark.parametrize(("statement", "source"), TURNED)
def test_what_was_turned_about_is_found(statement: str, source: str) -> None:
    assert check(statement, [source]).support == "unsupported"


@pytest.mark.parametrize(("statement", "source"), SAID_OTHERWISE)
def test_the_same_the_other_way_round_passes(statement: str, source: str) -> None:
    assert check(statement, [source]).faults == ()
