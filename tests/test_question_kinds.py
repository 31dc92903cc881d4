"""What kind of thing a question asks for, and which of its words carry it."""

import pytest

from assistant.kinds import (
    AGE,
    KIND_TESTS,
    MONEY,
    OFTEN,
    PAY,
    PERCENT,
    SALARIES,
    count_pattern,
    counts_there,
    names_place,
    names_post,
    of_number,
)
from assistant.question import understand
from assistant.terms import bag, terms_of
from corpus.folding import fold
from corpus.identity import find_numbers


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Ai chủ trì tham mưu mức hỗ trợ tiền thuê nhà?", "who"),
        ("Vì sao tỷ lệ giải ngân thấp?", "reason"),
        ("Under Decision 31/2025/QD-UBND, may a division be set up?", "yesno"),
        ("Under Circular 98/2022/TT-BNV, who appraises the project?", "who"),
        ("Theo Thông tư 98/2022/TT-BNV, ai thẩm định đề án?", "who"),
        ("Theo Quyết định 25/2022/QĐ-UBND, cán bộ xã phải công tác tối thiểu mấy năm?", "number"),
        ("Nơi nào không gửi hồ sơ thì hậu quả ra sao?", "fact"),
        ("Báo cáo nêu những hạn chế gì?", "list"),
        ("What parts does the examination have?", "list"),
        ("How are points counted when a candidate belongs to several groups?", "fact"),
        ("When can a person be received without an interview?", "fact"),
        ("When does the Circular take effect?", "date"),
        ("What is a redundant civil servant (công chức dôi dư)?", "definition"),
        ("What is the current base salary?", "fact"),
    ],
)
def test_the_word_that_opens_a_question_says_what_it_asks(question: str, kind: str) -> None:
    assert understand(question).kind == kind


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("How many extra marks does a disabled soldier get?", ("mark",)),
        ("How many townsfolk and firms are asked each year?", ("townsfolk",)),
        ("How many of the other posts are vacant?", ("posts",)),
        ("Mỗi tháng được thêm bao nhiêu theo Đề án 04?", ()),
        ("Mỗi phòng được bố trí bao nhiêu cấp phó?", ("cap", "pho")),
    ],
)
def test_what_is_counted_is_the_thing_and_no_word_beside_it(question: str, counted: tuple[str, ...]) -> None:
    assert understand(question).counted == counted


def test_a_modal_counts_nothing_in_english() -> None:
    assert understand("Up to what age may a civil servant study?").counted == AGE
    assert understand("How long may a civil servant study?").counted == ("duration",)
    assert understand("Một xã có tối đa mấy phòng?").counted == ("phong",)


@pytest.mark.parametrize(
    ("question", "measure", "told", "not_told"),
    [
        ("Lệ phí cấp thẻ là bao nhiêu?", MONEY, "Lệ phí là 50.000 đồng.", "Thẻ cấp trong 05 ngày, 02 ảnh."),
        ("What fee does a visitor pay?", MONEY, "A visitor pays VND 20,000.", "A visitor brings 02 photos."),
        ("What was the total funding of the hall?", MONEY, "3 billion dong in all", "The hall has 300 seats."),
        ("Sửa nhà văn hóa hết mấy tỷ đồng?", MONEY, "Kinh phí 1,2 tỷ đồng", "Nhà có 120 chỗ ngồi"),
        ("Mức phụ cấp trực đêm là bao nhiêu?", PAY, "Phụ cấp bằng 30% lương ngày", "Trực từ 22 giờ, 02 người"),
        ("Được trợ cấp bao nhiêu tháng lương?", SALARIES, "hưởng 03 tháng lương hiện hưởng", "từ ngày 01 tháng 7"),
        ("How often must lifts be tested?", OFTEN, "Lifts are tested twice a year.", "Article 3. 05 lifts are tested."),
        ("Họp giao ban mấy lần?", OFTEN, "Họp giao ban hằng tuần", "Họp giao ban có 12 người"),
        ("Bao nhiêu phần trăm hộ có nước sạch?", PERCENT, "95 % số hộ", "1.200 hộ"),
    ],
)
def test_what_is_measured_stands_in_its_unit(question: str, measure: tuple[str, ...], told: str, not_told: str) -> None:
    asked = understand(question)
    assert (asked.kind, asked.counted) == ("number", measure)
    pattern = count_pattern(measure)
    assert pattern is not None
    assert counts_there(pattern, told) and not counts_there(pattern, not_told)


@pytest.mark.parametrize("question", ["Kinh phí lấy từ nguồn nào?", "Ai chi trả kinh phí đào tạo?"])
def test_who_pays_asks_for_no_sum(question: str) -> None:
    assert understand(question).counted == ()


def test_the_number_of_an_article_counts_nothing() -> None:
    number = KIND_TESTS["number"]
    assert not number("Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này.")
    assert number("Điều 3. Hội đồng có 05 thành viên.")


def test_a_compound_keeps_the_syllable_that_asks_elsewhere() -> None:
    assert "hạn" in understand("Nghị quyết chỉ ra những hạn chế gì?").content
    assert "hạn" not in understand("Hạn nộp hồ sơ là ngày nào?").content


def test_what_asks_in_questions_of_one_kind_is_the_subject_of_others() -> None:
    assert "deadline" in understand("How many times can a deadline be put off?").content
    assert "deadline" not in understand("What is the deadline for the report?").content


def test_a_person_beside_a_post_holds_it() -> None:
    names = ("Tran", "Van", "An")
    assert names_post("Mr. Tran Van An - Head of Department 4, said", names) == 1.0
    assert names_post("Deputy Minister Tran Van An chaired the meeting", names) == 1.0
    assert names_post("According to Mr. Tran Van An, the target was 30%", names) == 0.0


def test_a_day_tells_more_than_a_week() -> None:
    assert KIND_TESTS["date"]("opens on May 7, 2018") > KIND_TESTS["date"]("opens next week") > 0


def test_how_many_people_is_answered_by_those_who_are_people() -> None:
    pattern = count_pattern(("people",))
    assert pattern is not None and pattern.search("for 1,650 participants") and not pattern.search("22 classes")


def test_a_synonym_of_several_syllables_is_met_whole() -> None:
    question = understand("Người học được hưởng những quyền lợi gì?")
    term = next(t for t in terms_of(question, lambda field, term: 1.0) if t.word == "lợi")
    assert term.forms & bag("Chế độ của người đi học", "vi")
    assert not term.forms & bag("Quy chế này và trình độ của người học", "vi")


@pytest.mark.parametrize(
    ("question", "statement", "named"),
    [
        ("Nhà ở công vụ xây ở xã nào?", "Xây 60 căn nhà ở công vụ tại xã Hòa Sơn.", 1.0),
        ("Nhà ở công vụ xây ở xã nào?", "Dành 60 căn nhà ở công vụ cho Ủy ban nhân dân cấp huyện.", 0.0),
        ("In which district is the school?", "The school stands in Hoa Son District.", 1.0),
        ("In which district is the school?", "The Provincial Political School has six classes.", 0.0),
        ("Trường đặt ở đâu?", "Trường đặt tại Hòa Sơn.", 1.0),
    ],
)
def test_a_place_of_the_kind_asked_for_has_to_be_named(question: str, statement: str, named: float) -> None:
    assert understand(question).kind == "place"
    assert names_place(fold(question), statement) == named


@pytest.mark.parametrize(
    ("statement", "counts"),
    [
        ("The 9th Conference of the 14th tenure opens on May 4.", False),
        ("Hội nghị lần thứ 9 họp từ ngày 4 đến ngày 6.", False),
        ("Có 6/9 huyện đã gửi kế hoạch.", True),
        ("On May 4, 30 delegates came.", True),
    ],
)
def test_a_day_without_its_year_and_a_session_count_nothing(statement: str, counts: bool) -> None:
    assert bool(KIND_TESTS["number"](statement)) is counts


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("The plan comes from the 12 departments.", False),
        ("Các nhiệm vụ từ khoản 2 Điều 5 của 12 đơn vị.", False),
        ("Within ten working days of the request.", True),
        ("Trong thời hạn 05 (năm) ngày làm việc.", True),
        ("Định kỳ hằng quý gửi báo cáo.", True),
        ("Trước 16 giờ ngày 5/6.", True),
    ],
)
def test_a_time_limit_is_more_than_a_figure_beside_a_word_of_time(statement: str, told: bool) -> None:
    assert (KIND_TESTS["deadline"](statement) == 1.0) is told


def test_the_day_behind_a_number_is_known_by_its_month_too() -> None:
    key = {find_numbers("08-CTr/TU")[0].key}
    assert of_number("Programme No. 08-CTr/TU dated July 16, 2021 goes on.", "date", key) == 1.0
    assert of_number("Programme No. 08-CTr/TU goes on to 2025.", "date", key) < 1.0


def test_a_salary_that_is_asked_for_is_pay() -> None:
    assert understand("What monthly salary does an official receive?").counted == PAY
