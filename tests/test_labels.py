"""Lists that say who holds a role without a verb, and what tells a deadline or a sum from words near to one."""

import pytest

from assistant.kinds import KIND_TESTS, MARK, PAY, count_pattern, counted_in, tells_day
from assistant.labels import names_role, role_asked
from assistant.provinces import provinces
from assistant.question import understand
from corpus.folding import fold
from corpus.messages import Language


@pytest.mark.parametrize(
    ("question", "line", "language", "named"),
    [
        ("Ai là thư ký hội đồng tuyển dụng?", "đ) Trưởng phòng Tổ chức: Thư ký Hội đồng.", "vi", True),
        ("Thư ký hội đồng tuyển dụng là ai?", "- Trưởng phòng Tổ chức - Thư ký Hội đồng;", "vi", True),
        ("Thư ký hội đồng tuyển dụng là ai?", "a) Chủ tịch Hội đồng: Phó Giám đốc Sở;", "vi", False),
        ("Thư ký hội đồng tuyển dụng là ai?", "Hội đồng tuyển dụng họp khi có đủ thư ký và chủ tịch.", "vi", False),
        ("Chủ tịch hội đồng tuyển dụng là ai?", "a) Chủ tịch Hội đồng: Phó Giám đốc Sở;", "vi", True),
        (
            "Who is the secretary of the recruitment council?",
            "d) Head of Organisation: Secretary of the Council.",
            "en",
            True,
        ),
        (
            "Who approves the list of the recruitment council?",
            "d) Head of Organisation: Secretary of the Council.",
            "en",
            False,
        ),
    ],
)
def test_a_line_sets_somebody_beside_the_role(question: str, line: str, language: Language, named: bool) -> None:
    assert names_role(line, role_asked(understand(question)), language) is named


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Báo cáo gửi trước ngày 20 của tháng cuối quý.", True),
        ("Báo cáo định kỳ hằng quý.", True),
        ("Hoàn thành trong quý III.", True),
        ("Dự kiến nhiệm vụ của quý tới.", False),
        ("2. Bãi bỏ Quyết định số 17/2019/QĐ-UBND ngày 05 tháng 4 năm 2019 về báo cáo.", False),
        ("2. Repeals Decision No. 17/2019/QĐ-UBND dated April 5, 2019 on reporting.", False),
        ("The report is sent by April 5, 2019.", True),
    ],
)
def test_a_deadline_is_more_than_a_word_of_time(line: str, due: bool) -> None:
    assert (KIND_TESTS["deadline"](line) == 1.0) is due


@pytest.mark.parametrize(
    ("question", "line", "counts"),
    [
        ("Tổng kinh phí là bao nhiêu?", "- Tổng cộng: 12.500.000.000đ (mười hai tỷ rưỡi).", True),
        ("Kinh phí hỗ trợ là bao nhiêu?", "Mức hỗ trợ: 350.000 đ/người.", True),
        ("Kinh phí hỗ trợ là bao nhiêu?", "Có 12 dự án được hỗ trợ.", False),
    ],
)
def test_sums_are_told_by_any_way_of_writing_the_currency(question: str, line: str, counts: bool) -> None:
    pattern = count_pattern(counted_in(fold(question)))
    assert pattern is not None and bool(pattern.search(fold(line))) is counts


def test_what_follows_how_much_is_not_always_what_is_counted() -> None:
    assert counted_in(fold("được thêm bao nhiêu một tháng")) == ()
    assert counted_in(fold("được phụ cấp bao nhiêu một tháng")) == PAY
    assert counted_in(fold("phải đạt bao nhiêu điểm mới được xét")) == MARK


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Mức hỗ trợ ở Hà Giang là bao nhiêu?", ["ha giang"]),
        ("muc ho tro o ha giang", ["ha giang"]),
        ("trên địa bàn tỉnh tuyên quang", ["tuyen quang"]),
        ("in Thanh Hoa province", ["thanh hoa"]),
        ("vì hòa bình và phát triển", []),
        ("Đoàn Thanh niên Cộng sản Hồ Chí Minh", []),
        ("Thành phố Hồ Chí Minh", ["ho chi minh"]),
    ],
)
def test_provinces_are_told_from_words_like_them(text: str, named: list[str]) -> None:
    assert list(provinces(text)) == named


@pytest.mark.parametrize(
    ("line", "tells"),
    [
        ("Thông tư này có hiệu lực sau 45 ngày, kể từ ngày ký.", True),
        ("This Circular takes effect 45 days from the date of signing.", True),
        ("Nghị quyết về chính sách hỗ trợ năm 2010", False),
        ("thông qua ngày 16 tháng 12 năm 2009", True),
    ],
)
def test_a_day_is_more_than_a_year(line: str, tells: bool) -> None:
    assert tells_day(line) is tells
