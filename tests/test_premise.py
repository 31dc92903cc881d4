"""What a question takes for granted is held against the documents, and said first where it does not hold."""

from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.figures import figures_in
from assistant.premise import find_premise
from assistant.premises.force import force_of
from assistant.premises.slots import slots_of
from assistant.premises.validity import Validity, validity_in
from corpus.folding import language_of


@pytest.mark.parametrize(
    ("question", "claim", "rest"),
    [
        ("Vì thời hạn là 30 ngày, ai phải nộp hồ sơ?", "thời hạn là 30 ngày", "ai phải nộp hồ sơ"),
        ("vi thoi han la 30 ngay, ai phai nop ho so", "thoi han la 30 ngay", "ai phai nop ho so"),
        ("Biết rằng mức hỗ trợ là 5 triệu đồng, ai chi trả?", "mức hỗ trợ là 5 triệu đồng", "ai chi trả"),
        ("Theo Điều 12 thì thời hạn là 5 năm, vậy khi nào gia hạn?", "Theo Điều 12 thì thời hạn là 5 năm", "khi nào gia hạn"),
        ("Thời hạn là 5 năm. Vậy khi nào gia hạn?", "Thời hạn là 5 năm", "khi nào gia hạn"),
        ("Since the limit is 5 years, when must it be renewed?", "the limit is 5 years", "when must it be renewed"),
        ("Given that the decree takes effect on January 1, 2025, who must comply?", "the decree takes effect on January 1, 2025", "who must comply"),
        ("The limit is 5 years, so who decides on more?", "The limit is 5 years", "who decides on more"),
        ("Who decides, since the limit is 5 years?", "the limit is 5 years", "Who decides"),
        ("Vì học viên được nghỉ học, ai cấp chứng chỉ?", "học viên được nghỉ học", "ai cấp chứng chỉ"),
    ],
)  # fmt: skip
def test_a_premise_is_told_from_the_question(question: str, claim: str, rest: str) -> None:
    premise = find_premise(question)
    assert premise is not None
    assert (premise.claim, premise.rest) == (claim, rest)


@pytest.mark.parametrize(
    "question",
    [
        "Thời hạn thẩm định là bao lâu?",
        "Vì sao cần luân chuyển cán bộ?",
        "Do Sở Nội vụ chủ trì, nhiệm vụ nào phải xong trước?",
        "Nếu thời hạn là 30 ngày thì ai phải nộp hồ sơ?",
        "If the limit is 5 years, who decides?",
        "Do civil servants need 5 years of work, or fewer?",
        "Who signed Decision 25/2022/QD-UBND, and when?",
        "Cán bộ có 5 năm công tác thì được hưởng gì?",
        "Ví dụ hồ sơ 5 bộ, ai nhận?",
        "Phòng thuộc sở có 12 biên chế thì được mấy Phó Trưởng phòng?",
        "Tôi 47 tuổi, ai xét?",
        "Báo cáo nộp chậm 10 ngày thì bị xử lý thế nào?",
        "Who coordinates the 2024 examination?",
        "When does the 8th conference open?",
    ],
)
def test_what_takes_nothing_for_granted_has_no_premise(question: str) -> None:
    assert find_premise(question) is None


@pytest.mark.parametrize(
    ("question", "claim", "asks"),
    [
        ("Chương trình chi tổng cộng 90 tỷ đồng thì ai phân bổ?", "Chương trình chi tổng cộng 90 tỷ đồng", "Chương trình chi tổng cộng bao nhiêu tiền?"),
        ("Hồ sơ gồm 10 loại văn bản, loại thứ mười là gì?", "Hồ sơ gồm 10 loại văn bản", "Hồ sơ gồm bao nhiêu loại văn bản?"),
        ("Buổi họp dài 90 phút bàn về những gì?", "Buổi họp dài 90 phút", "Buổi họp dài bao nhiêu phút?"),
        ("The Council has 9 members; who chairs it?", "The Council has 9 members", "The Council has how many members?"),
        ("What is given for the 12 to 20 tasks in a description?", "the 12 to 20 tasks in a description", "how many tasks in a description?"),
    ],
)  # fmt: skip
def test_a_figure_stated_in_passing_leaves_the_question_whole(question: str, claim: str, asks: str) -> None:
    premise = find_premise(question)
    assert premise is not None and premise.passing
    assert (premise.claim, premise.asks, premise.question) == (claim, asks, question)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Vì người được tiếp nhận vào làm công chức phải có ít nhất 5 năm công tác, hồ sơ tiếp nhận gồm những gì?", "03 năm (36 tháng)"),
        ("Vi nguoi duoc tiep nhan phai co it nhat 5 nam cong tac, ho so tiep nhan gom nhung gi?", "03 năm (36 tháng)"),
        ("Since a civil servant must have at least 5 years of work to be received as a civil servant, which documents are needed?", "03 years (36 months)"),
        ("Vì Quyết định 25/2022/QĐ-UBND có hiệu lực từ ngày 01/01/2023, ai chịu trách nhiệm thi hành?", "25 tháng 7 năm 2022"),
        ("Given that Circular 98/2022/TT-BNV takes effect on January 1, 2025, who must comply?", "February 10, 2023"),
        ("Vì học viên nghỉ quá 10% số tiết không được dự thi, ai cấp chứng chỉ?", "20% số tiết"),
        ("Tại sao người được tiếp nhận vào làm công chức phải có 5 năm công tác?", "03 năm (36 tháng)"),
        ("Hồ sơ tiếp nhận vào làm công chức được lập thành 05 bộ, nộp ở đâu?", "01 bộ"),
    ],
)  # fmt: skip
def test_a_false_premise_is_corrected_first_with_the_words_that_do(
    assistant: Assistant, question: str, quote: str
) -> None:
    answer = assistant.ask(question)
    assert answer.lead is not None and answer.text.startswith(answer.lead)
    assert ("takes for granted" in answer.lead) == (answer.language == "en")
    first = next(c for c in answer.citations if c.mark == answer.statements[0].citations[0])
    assert quote in answer.statements[0].text and quote in first.quote
    assert assistant.corpus.library.text(first.document.revision)[first.start : first.end] == first.quote


@pytest.mark.parametrize(
    ("claim", "kind", "value"),
    [
        ("Sở Tài chính chủ trì rà soát văn bản của tỉnh", "doer", "Sở Tài chính"),
        ("Lớp ban đêm do Khoa Xây dựng Đảng phụ trách", "doer", "Khoa Xây dựng Đảng"),
        ("the Department of Home Affairs approves the list", "doer", "Department of Home Affairs"),
        ("Hội nghị cán bộ chủ chốt là bước 2 của quy trình", "step", "bước 2"),
        ("Step 2 is the counting of the work", "step", "Step 2"),
        ("the vote is held before the candidates are interviewed", "order", "1 2"),
        ("phỏng vấn ứng viên sau khi bỏ phiếu kín", "order", "2 1"),
        ("Nguyen Duc Thang signed the report", "signer", "Nguyen Duc Thang"),
    ],
)
def test_who_and_which_step_are_taken_for_granted_too(claim: str, kind: str, value: str) -> None:
    (slot,) = slots_of(claim, language_of(claim))
    assert (slot.kind, slot.value) == (kind, value)


@pytest.mark.parametrize(
    "claim",
    ["Phòng em đang làm thủ tục thai sản", "người có trình độ sau đại học", "hồ sơ nộp trước ngày 31/12/2021", "Ở bước 5 hai người bằng phiếu"],
)  # fmt: skip
def test_a_case_names_nobody_and_no_order(claim: str) -> None:
    assert not list(slots_of(claim, "vi"))


@pytest.mark.parametrize(
    ("false", "true", "quote"),
    [
        (
            "Vì Sở Tài chính chủ trì rà soát văn bản quy phạm pháp luật của tỉnh về công vụ theo Kế hoạch 96/KH-UBND, báo cáo phải xong trước ngày nào?",
            "Vì Sở Tư pháp chủ trì rà soát văn bản quy phạm pháp luật của tỉnh về công vụ theo Kế hoạch 96/KH-UBND, báo cáo phải xong trước ngày nào?",
            "Sở Tư pháp",
        ),
        (
            "Since counting and grouping the work is Step 2 under Circular 98/2022/TT-BNV, who counts it?",
            "Since counting and grouping the work is Step 3 under Circular 98/2022/TT-BNV, who counts it?",
            "Step 3",
        ),
        (
            "As Do Thi Hong Van signed Decision 40/2023/QD-UBND, how many trainees may a digital skills class have?",
            "As Pham Van Khoa signed Decision 40/2023/QD-UBND, how many trainees may a digital skills class have?",
            "Pham Van Khoa",
        ),
    ],
)
def test_another_doer_step_or_signer_is_corrected_and_the_right_one_is_not(
    assistant: Assistant, false: str, true: str, quote: str
) -> None:
    wrong, right = assistant.ask(false), assistant.ask(true)
    assert wrong.lead is not None and quote in wrong.statements[0].text
    assert right.lead is None


def test_what_was_asked_is_answered_behind_the_correction(assistant: Assistant) -> None:
    question = "Vì người được tiếp nhận vào làm công chức phải có ít nhất 5 năm công tác, hồ sơ tiếp nhận gồm những gì?"
    answer = assistant.ask(question)
    assert any("Sơ yếu lý lịch" in s.text for s in answer.statements[1:])


@pytest.mark.parametrize(
    "question",
    [
        "Vì người được tiếp nhận vào làm công chức phải có ít nhất 03 năm công tác, hồ sơ tiếp nhận gồm những gì?",
        "Vì người được tiếp nhận vào làm công chức phải có ít nhất 36 tháng công tác, hồ sơ tiếp nhận gồm những gì?",
        "Hồ sơ tiếp nhận vào làm công chức được lập thành 01 bộ, nộp ở đâu?",
        "Since a civil servant must have at least three years of work to be received as a civil servant, which documents are needed?",
        "Vì Quyết định 25/2022/QĐ-UBND có hiệu lực từ ngày 25/7/2022, ai chịu trách nhiệm thi hành?",
        "Vì giá vàng là 90 triệu đồng một lượng, ai được hỗ trợ?",
        "Since Circular 98/2022/TT-BNV forbids requirements on sex in a competency framework, who checks the framework?",
        "Hướng dẫn 09-HD/BTCTU quy định cán bộ luân chuyển giữ nguyên lương và phụ cấp chức vụ, vậy được hỗ trợ một lần bao nhiêu?",
        "Vì thời hạn bảo lưu kết quả học tập là 5 năm, học viên phải nộp gì?",
    ],
)
def test_a_true_premise_and_one_nobody_wrote_about_are_not_contradicted(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).lead is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("36 tháng", "3 years", True),
        ("03 (ba) năm", "three years", True),
        ("90 triệu đồng", "90,000,000 đồng", True),
        ("22,5%", "22.5 percent", True),
        ("ngày 31/3/2024", "March 31, 2024", True),
        ("không quá 45 tuổi", "45 years old", True),
        ("5-year limit", "thời hạn 5 năm", True),
        ("30 ngày", "40 ngày", False),
        ("3 năm", "3 tháng", False),
        ("14 lớp", "14 người", False),
    ],
)
def test_figures_are_compared_by_what_they_mean(one: str, other: str, same: bool) -> None:
    (a,), (b,) = figures_in(one), figures_in(other)
    assert a.same(b) is same


@pytest.mark.parametrize("text", ["Điều 12 Quyết định 25/2022/QĐ-UBND", "năm 2024", "khoản 3", "1. Hồ sơ", "3/5"])
def test_numbers_of_documents_and_units_are_no_figures(text: str) -> None:
    assert figures_in(text) == []


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("học viên không được nghỉ", "forbidden"),
        ("phải nộp hồ sơ", "required"),
        ("không phải nộp hồ sơ", "free"),
        ("được gia hạn một lần", "allowed"),
        ("may not be extended", "forbidden"),
        ("is not required to submit", "free"),
        ("hồ sơ gồm đơn", None),
    ],
)
def test_the_force_of_a_text(text: str, force: str | None) -> None:
    assert force_of(text)[0] == force


@pytest.mark.parametrize(
    "question",
    [
        "What was the rate of trained labour as of June 15, 2023?",
        "co bao nhieu vi tri lanh dao quan ly da duoc xay dung theo tong hop",
        "bao nhieu vi pham bi xu ly trong nam 2023",
        "Tính đến ngày 31/10/2024, Sở Nội vụ có mặt bao nhiêu biên chế?",
        "How many classes are planned, as well as how many trainees must attend in 2024?",
    ],
)
def test_words_that_only_look_like_a_premise_are_none(question: str) -> None:
    assert find_premise(question) is None


@pytest.mark.parametrize(
    ("claim", "claimed"),
    [
        ("Quyết định 10/2021/QĐ-UBND vẫn còn hiệu lực", Validity("holds")),
        ("quyet dinh 10/2021/QD-UBND da het hieu luc tu nam 2023", Validity("over", year=2023)),
        ("Circular 98/2022/TT-BNV has been repealed", Validity("over")),
        ("Decision 18/2024/QD-UBND took effect on May 10, 2024", Validity("holds", date(2024, 5, 10))),
        ("Khoản 2 Điều 5 Quyết định 25/2022/QĐ-UBND chưa có hiệu lực", Validity("not_yet")),
        ("Decision 40/2023/QD-UBND was suspended", Validity("paused")),
        ("Decision 31/2025/QD-UBND replaced Decision 25/2022/QD-UBND", Validity("done")),
        ("Quyết định 18/2024/QĐ-UBND áp dụng cho viên chức", None),
        ("Nếu Quyết định 10/2021/QĐ-UBND hết hiệu lực", None),
        ("Quyết định 40/2023/QĐ-UBND yêu cầu học đủ 40 tiết", None),
        ("kết quả kiểm định còn hiệu lực", None),
    ],
)
def test_the_validity_that_is_taken_for_granted(claim: str, claimed: Validity | None) -> None:
    assert validity_in(claim) == claimed


@pytest.mark.parametrize(
    ("question", "told", "quote"),
    [
        ("Since Circular 98/2022/TT-BNV has expired, how many members does the drafting team have?", "in force from 10 February 2023", "takes effect on February 10, 2023"),
        ("Vì Thông tư 98/2022/TT-BNV đã bị bãi bỏ nên Tổ xây dựng đề án có mấy thành viên?", "có hiệu lực từ ngày 10/02/2023", "10 tháng 02 năm 2023"),
        ("Vì Chương trình 12-CTr/TU vẫn còn hiệu lực nên ai làm Trưởng ban Chỉ đạo?", "hết hiệu lực từ ngày", "thay thế Chương trình số 12-CTr/TU"),
        ("As Decision 40/2023/QD-UBND took effect on October 6, 2023, how long must a person have worked?", "from 20 October 2023", "October 20, 2023"),
        ("Decision 31/2025/QD-UBND replaced Decision 40/2023/QD-UBND, so who approves the annual training plan?", "does not say that it ends", "10/2021/QĐ-UBND"),
    ],
)  # fmt: skip
def test_a_validity_that_the_documents_deny_is_told_first(
    assistant: Assistant, question: str, told: str, quote: str
) -> None:
    answer = assistant.ask(question)
    assert answer.lead is not None and told in answer.lead
    assert any(quote in s.text for s in answer.statements[:2])


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Since Decision 40/2023/QD-UBND is still in force, how many periods of fostering must a civil servant complete each year?", "40 periods"),
        ("Vì Quyết định 10/2021/QĐ-UBND đã hết hiệu lực nên nay ai quyết định tiếp nhận công chức ngạch chuyên viên cao cấp?", "Chủ tịch Ủy ban nhân dân tỉnh quyết định tiếp nhận"),
        ("Since Decision 18/2024/QD-UBND amended Decision 25/2022/QD-UBND, how long is the accreditation result valid?", "24 months"),
    ],
)  # fmt: skip
def test_a_validity_that_they_prove_is_not(assistant: Assistant, question: str, quote: str) -> None:
    answer = assistant.ask(question)
    assert answer.lead is None and any(quote in s.text for s in answer.statements)


@pytest.mark.parametrize(
    ("false", "true", "quote"),
    [
        (
            "Lớp NG02 năm 2026 học tại Phòng C101 thì có bao nhiêu học viên?",
            "Lớp NG02 năm 2026 học tại Phòng B201 thì có bao nhiêu học viên?",
            "Phòng B201",
        ),
        (
            "Vì chi phí đào tạo phải đền bù bao gồm cả lương và phụ cấp, ai tính số tiền đó?",
            "Vì chi phí đào tạo phải đền bù gồm học phí do ngân sách nhà nước chi trả, ai tính số tiền đó?",
            "không bao gồm lương",
        ),
        (
            "Decision 40/2023/QD-UBND says that the appraisal council for the project of the Department of Home Affairs has a Vice Chairperson as its chair; who sets it up?",
            "Circular 98/2022/TT-BNV says that the appraisal council for the project of the Department of Home Affairs has a Vice Chairperson as its chair; who sets it up?",
            "Vice Chairperson",
        ),
    ],
)  # fmt: skip
def test_another_place_a_plain_no_and_another_document_are_told_too(
    assistant: Assistant, false: str, true: str, quote: str
) -> None:
    wrong, right = assistant.ask(false), assistant.ask(true)
    assert wrong.lead is not None and quote in wrong.statements[0].text
    assert right.lead is None
