"""Deadlines: every form in both languages, what is none, and odd input in linear time."""

from datetime import date

import pytest

from corpus.registers import Deadline
from ingest.deadlines import cell_deadline, find_deadlines


def only(text: str) -> Deadline:
    """The one deadline in a text."""
    (found,) = find_deadlines(text, 0, len(text))
    return found


@pytest.mark.parametrize(
    ("text", "phrase", "day", "inclusive"),
    [
        ("Gửi báo cáo trước ngày 31/3/2024.", "trước ngày 31/3/2024", date(2024, 3, 31), False),
        (
            "Hoàn thành chậm nhất là ngày 05 tháng 6 năm 2024",
            "chậm nhất là ngày 05 tháng 6 năm 2024",
            date(2024, 6, 5),
            True,
        ),
        ("Nộp không muộn hơn ngày 01/02/2025", "không muộn hơn ngày 01/02/2025", date(2025, 2, 1), True),
        ("Thực hiện trong tháng 6/2024", "trong tháng 6/2024", date(2024, 6, 30), True),
        ("Trình đề án quý III/2024", "quý III/2024", date(2024, 9, 30), True),
        ("Kéo dài đến hết năm 2025", "đến hết năm 2025", date(2025, 12, 31), True),
        ("Lập xong trước quý II/2026", "trước quý II/2026", date(2026, 4, 1), False),
        ("to be completed before March 31, 2024", "before March 31, 2024", date(2024, 3, 31), False),
        ("submit it by the end of June 2025", "by the end of June 2025", date(2025, 6, 30), True),
        ("no later than 15 May 2025", "no later than 15 May 2025", date(2025, 5, 15), True),
        ("in the second quarter of 2026", "in the second quarter of 2026", date(2026, 6, 30), True),
        ("before 31/12/2025", "before 31/12/2025", date(2025, 12, 31), False),
        ("before 12/31/2025", "before 12/31/2025", date(2025, 12, 31), False),
        (
            "Số thuế của quý I năm 2010 nộp chậm nhất đến ngày 30 tháng 7 năm 2010",
            "chậm nhất đến ngày 30 tháng 7 năm 2010",
            date(2010, 7, 30),
            True,
        ),
    ],
)
def test_dates(text: str, phrase: str, day: date, inclusive: bool) -> None:
    found = only(text)
    assert (found.phrase.of(text), found.kind, found.day, found.inclusive) == (phrase, "date", day, inclusive)


def test_a_numeric_english_date_is_read_as_the_others_or_not_at_all() -> None:
    assert only("before 05/06/2024").day is None
    text = "signed on 12/31/2023; send it before 05/06/2024"
    assert [d.day for d in find_deadlines(text, 20, len(text))] == [date(2024, 5, 6)]
    text = "signed on 31/12/2023; send it before 05/06/2024"
    assert [d.day for d in find_deadlines(text, 20, len(text))] == [date(2024, 6, 5)]
    assert only("trước ngày 05/06/2024").day == date(2024, 6, 5)


def test_early_in_a_month_has_no_day() -> None:
    for text in ("by early July 2023", "vào đầu tháng 7/2023"):
        found = only(text)
        assert found.kind == "date" and found.day is None and found.inclusive is None


@pytest.mark.parametrize(
    ("text", "length", "unit", "since"),
    [
        ("trong thời hạn 30 ngày làm việc kể từ ngày nhận đủ hồ sơ, cơ quan", 30, "working_day", "ngày nhận đủ hồ sơ"),
        ("Trong thời hạn bảy ngày làm việc, kể từ ngày nhận đơn phải trả lời", 7, "working_day", "ngày nhận đơn"),
        ("chậm nhất là mười lăm ngày, kể từ ngày ký", 15, "day", "ngày ký"),
        ("trong vòng 6 tháng kể từ khi được giao", 6, "month", "khi được giao"),
        ("trước khi hết hạn ít nhất 10 ngày", 10, "day", "khi hết hạn"),
        ("within 30 working days of receipt.", 30, "working_day", "receipt"),
        ("no later than five days after the meeting", 5, "day", "the meeting"),
        ("no more than two months after the vote.", 2, "month", "the vote"),
        (
            "within fourteen days of the clerk ceasing to be employed there.",
            14,
            "day",
            "the clerk ceasing to be employed there",
        ),
        ("within 5 days of receipt to be signed", 5, "day", "receipt"),
        ("05 ngày làm việc trước khi tổ chức họp, đơn vị gửi giấy mời", 5, "working_day", "khi tổ chức họp"),
        ("Sau 15 ngày kể từ ngày niêm yết, xã cấp giấy", 15, "day", "ngày niêm yết"),
    ],
)
def test_lengths_of_time(text: str, length: int, unit: str, since: str) -> None:
    found = only(text)
    assert (found.kind, found.length, found.unit) == ("relative", length, unit)
    assert found.since is not None and found.since.of(text) == since


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("Báo cáo định kỳ hằng quý.", "quarter"),
        ("Rà soát định kỳ 6 tháng", "half_year"),
        ("họp 03 năm một lần", "3 years"),
        ("báo cáo hằng quý trước ngày 20 của tháng cuối quý", "quarter"),
        ("gửi trước ngày 15 tháng 5 hằng năm", "year"),
        ("trước 16 giờ thứ Sáu hằng tuần", "week"),
        ("reviewed annually.", "year"),
        ("meets once every quarter", "quarter"),
        ("before June 15 every year", "year"),
        ("before February 28 of the planned year", "year"),
        ("Định kỳ (6 tháng, hằng năm) tổng hợp báo cáo", "half_year"),
        ("Hằng quý, 6 tháng và hằng năm báo cáo", "quarter"),
        ("nộp tại thời điểm lập dự toán hằng năm", "year"),
        ("Hằng năm vào kỳ quyết toán, các đơn vị đối chiếu", "year"),
        ("reviewed on a quarterly basis", "quarter"),
        ("checked at least once in every twelve months", "year"),
        ("inspected at intervals not exceeding six months", "half_year"),
    ],
)
def test_what_recurs(text: str, every: str) -> None:
    found = only(text)
    assert (found.kind, found.every, found.day) == ("recurring", every, None)


@pytest.mark.parametrize(
    "text", ["Thường xuyên kiểm tra", "giải quyết kịp thời", "report promptly", "theo đúng lộ trình"]
)
def test_in_time_without_a_day(text: str) -> None:
    assert only(text).kind == "vague"


@pytest.mark.parametrize(
    "text",
    [
        "có hiệu lực kể từ ngày 01/7/2024",
        "Quyết định số 12/QĐ-UBND ngày 31/3/2024",
        "thời gian luân chuyển không quá 36 tháng",
        "kế hoạch hằng năm của sở",
        "chi thường xuyên của đơn vị",
        "Tính đến ngày 31/12/2023, toàn tỉnh có 12 xã",
        "the annual plan and the daily work",
        "trước ngày 31/02/2024",
    ],
)
def test_no_deadline(text: str) -> None:
    assert find_deadlines(text, 0, len(text)) == []


def test_a_cell_needs_no_cue() -> None:
    for cell, day in (
        ("30/6/2025", date(2025, 6, 30)),
        ("Quý IV/2025", date(2025, 12, 31)),
        ("2026", date(2026, 12, 31)),
    ):
        found = cell_deadline(cell, 0, len(cell))
        assert found is not None and found.day == day
    words = cell_deadline("Khi có yêu cầu", 0, 14)
    assert words is not None and (words.kind, words.phrase.of("Khi có yêu cầu")) == ("vague", "Khi có yêu cầu")
    assert cell_deadline("   ", 0, 3) is None


def test_odd_input_gives_no_deadline_and_comes_back() -> None:
    odd = ("trước " * 20_000, "trước khi " + "a " * 40_000, "within 1" + "0" * 80_000, ".;" * 50_000, "quý " * 30_000)
    for text in odd:
        assert find_deadlines(text, 0, len(text)) == []
    text = "định kỳ " * 5_000
    assert {d.kind for d in find_deadlines(text, 0, len(text))} == {"vague"}


@pytest.mark.parametrize(
    ("text", "kind", "phrase"),
    [
        ("The form is reviewed once every 03 years.", "recurring", "once every 03 years"),
        ("A briefing is held in the last week of each quarter.", "recurring", "in the last week of each quarter"),
        ("Gửi trước ngày 10 tháng 01 của năm thực hiện kế hoạch", "recurring",
         "trước ngày 10 tháng 01 của năm thực hiện kế hoạch"),
        ("Thời hạn thẩm định là 40 ngày kể từ ngày nhận hồ sơ", "relative", "40 ngày kể từ ngày nhận hồ sơ"),
        ("It is notified no later than 07 days before the date of the test.", "relative",
         "no later than 07 days before the date of the test"),
        ("A request is sent at least 10 days before the deadline and be agreed in writing.", "relative",
         "at least 10 days before the deadline"),
        ("Báo cáo ngay khi có sự việc", "vague", "ngay khi có sự việc"),
        ("Chuyển ngay cho công an", "vague", "ngay"),
        ("tell the clerk as soon as reasonably practicable after deciding.", "vague",
         "as soon as reasonably practicable after deciding"),
        ("pay it without undue delay", "vague", "without undue delay"),
        ("show it within a reasonable period not exceeding three Business Days, in print", "relative",
         "within a reasonable period not exceeding three Business Days"),
        ("give at least 30 days' written notice", "relative", "at least 30 days' written notice"),
        ("It is filed by the end of the second working day after receipt.", "relative",
         "by the end of the second working day after receipt"),
        ("phải báo trước cho bên kia ít nhất 30 ngày", "relative", "trước cho bên kia ít nhất 30 ngày"),
        ("thông báo việc gia hạn trong thời hạn giải quyết hồ sơ.", "relative", "trong thời hạn giải quyết hồ sơ"),
        ("Reply within the period stated in the notice.", "relative", "within the period stated in the notice"),
        ("Thời hạn thẩm định việc bổ sung là 25 ngày.", "relative", "25 ngày"),
        ("trả lời bằng văn bản không quá 05 ngày làm việc.", "relative", "không quá 05 ngày làm việc"),
    ],
)  # fmt: skip
def test_more_forms(text: str, kind: str, phrase: str) -> None:
    found = only(text)
    assert (found.kind, found.phrase.of(text)) == (kind, phrase)


@pytest.mark.parametrize(
    "text",
    [
        "Phương án đã được thẩm định trước ngày 01 tháng 10 năm 2009",
        "Kế hoạch năm năm, hằng năm của đơn vị",
        "Sau khi hết thời hạn 5 năm thì điều chỉnh",
        "Thời hạn hợp đồng thuê nhà là 25 ngày.",
        "kept for at least six years",
        "nghỉ không quá 05 ngày làm việc",
        "có hiệu lực thi hành sau 10 ngày kể từ ngày ký",
        "Tổng hợp nhu cầu kinh phí sửa nhà của các xã vùng cao hằng năm trên cơ sở đề nghị",
        "danh mục dự án (mục tiêu, vốn thực hiện từng năm)",
        "phương hướng nhiệm vụ 6 tháng cuối năm",
    ],
)
def test_what_is_no_deadline(text: str) -> None:
    assert find_deadlines(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("text", "kind", "phrase"),
    [
        ("Nộp báo cáo chậm nhất vào ngày làm việc tiếp theo.", "relative", "chậm nhất vào ngày làm việc tiếp theo"),
        ("Kê khai chậm nhất là ngày thứ 15 của tháng tiếp theo.", "recurring",
         "chậm nhất là ngày thứ 15 của tháng tiếp theo"),
        ("Gửi tài liệu trước ngày 10 của tháng đầu tiên của quý.", "recurring",
         "trước ngày 10 của tháng đầu tiên của quý"),
        ("Sau khi nhận đủ hồ sơ 07 ngày, phòng trả kết quả.", "relative", "Sau khi nhận đủ hồ sơ 07 ngày"),
        ("Trước khi kiểm tra, đoàn báo cho đơn vị ít nhất là 12 giờ.", "relative",
         "Trước khi kiểm tra, đoàn báo cho đơn vị ít nhất là 12 giờ"),
        ("Các xã sớm hoàn thành việc sửa chợ.", "vague", "sớm"),
        ("Niêm yết danh sách trong thời hạn 05 ngày kể từ ngày họp.", "relative",
         "trong thời hạn 05 ngày kể từ ngày họp"),
        ("Hội đồng họp ít nhất 02 lần/năm.", "recurring", "ít nhất 02 lần/năm"),
        ("Nộp tiền theo đúng thời hạn đã thỏa thuận.", "relative", "theo đúng thời hạn đã thỏa thuận"),
        ("Thời hạn xử lý: 12 ngày kể từ ngày nhận đơn.", "relative", "12 ngày kể từ ngày nhận đơn"),
        ("Trong thời hạn 9 ngày kể từ ngày Ban Một, Ban Hai nhận được đơn thì trả lời.", "relative",
         "Trong thời hạn 9 ngày kể từ ngày Ban Một, Ban Hai nhận được đơn"),
        ("Trong thời hạn 9 ngày kể từ ngày nhận được hồ sơ Sở Một trả lời.", "relative",
         "Trong thời hạn 9 ngày kể từ ngày nhận được hồ sơ"),
        ("File it by the end of the reporting period.", "relative", "by the end of the reporting period"),
        ("File it by the end of each financial year.", "recurring", "by the end of each financial year"),
        ("File it on or before the fifteenth day of each month.", "recurring",
         "on or before the fifteenth day of each month"),
        ("Pay it on or before 31 January of the year to which the fee relates.", "recurring",
         "on or before 31 January of the year to which"),
        ("Reply before the expiry of 15 days from the notice.", "relative",
         "before the expiry of 15 days from the notice"),
        ("Renew it three months prior to the end of the lease.", "relative",
         "three months prior to the end of the lease"),
        ("Pay it by the date specified in the notice.", "relative", "by the date specified in the notice"),
        ("Reply within the 15 days following the hearing.", "relative", "within the 15 days following the hearing"),
        ("The board must review it at least twice a year.", "recurring", "at least twice a year"),
        ("The board should annually review the plan.", "recurring", "annually"),
        ("Attest to it at least annually.", "recurring", "at least annually"),
        ("Tell the clerk as soon as it becomes known.", "vague", "as soon as it becomes known"),
    ],
)  # fmt: skip
def test_named_by_their_place(text: str, kind: str, phrase: str) -> None:
    found = only(text)
    assert (found.kind, found.phrase.of(text)) == (kind, phrase)


@pytest.mark.parametrize(
    ("text", "phrase", "day"),
    [
        ("Gửi về Sở trước 17 giờ ngày 20/5/2025.", "trước 17 giờ ngày 20/5/2025", date(2025, 5, 20)),
        ("Gửi về Sở đến 17h00 ngày 15/6/2025.", "đến 17h00 ngày 15/6/2025", date(2025, 6, 15)),
        ("Hạn chót là ngày 15/5/2024.", "Hạn chót là ngày 15/5/2024", date(2024, 5, 15)),
        ("Reply by 5 p.m. on 31 March 2025.", "by 5 p.m. on 31 March 2025", date(2025, 3, 31)),
        ("Finish before the end of the year 2025.", "before the end of the year 2025", date(2025, 12, 31)),
    ],
)
def test_hours_and_ends_belong_to_their_day(text: str, phrase: str, day: date) -> None:
    found = only(text)
    assert (found.phrase.of(text), found.day, found.inclusive) == (phrase, day, True)


@pytest.mark.parametrize(
    "text",
    [
        "Hồ sơ được lưu trữ trong thời hạn 10 năm kể từ ngày đóng sổ.",
        "Nếu trong thời hạn 30 ngày kể từ ngày nhận thông báo mà không trả lời thì đơn bị trả lại.",
        "Nếu trong thời hạn quy định tại khoản 1 người nhận không trả lời thì đơn bị trả lại.",
        "Người học chịu sự quản lý của trường trong thời hạn 01 năm kể từ ngày nhập học.",
        "Bên bán chỉ được đề nghị lại sau 12 tháng kể từ ngày bị từ chối.",
        "Sau 30 ngày kể từ ngày báo, bên thuê mới có quyền quyết định.",
        "Nếu cần thì gia hạn thêm một lần trong thời hạn không quá 15 ngày.",
        "Danh sách được niêm yết công khai tại trụ sở trong thời hạn 05 ngày làm việc.",
        "Đội chiếu bóng thường xuyên hoạt động ở vùng cao.",
        "Lương trong 14 ngày đầu tiên do hai bên thỏa thuận.",
        "Kỳ báo cáo tính từ ngày 01 tháng 01 đến hết ngày 30 tháng 6.",
        "The rule applies where a firm has not paid within three days of the notice.",
        "if the payment is made within four months of the valuation",
        "a period which is within seven days longer",
        "A firm must have procedures to ensure that breaches are promptly acted upon.",
    ],
)
def test_cases_and_stretches_are_none(text: str) -> None:
    assert find_deadlines(text, 0, len(text)) == []
