"""Figures out of sentences and tables of our own, in both languages: value, measure, hedge, base, period."""

import pytest

from corpus.document import Document, Identity, Provision, Source
from corpus.messages import Language
from corpus.registers import Figure
from ingest.figures import find_figures
from ingest.prepared import Prepared

_SOURCE = Source("t", "t.txt", "0", 0, "text/plain")


def _document(text: str, language: Language, type_: str | None = None, units: tuple[Provision, ...] = ()) -> Document:
    return Document(Identity("", language, type=type_), text, _SOURCE, provisions=units)


def _figures(text: str, language: Language = "vi") -> list[tuple[float, str, str]]:
    return [(round(f.value, 3), f.unit, f.hedge) for f in find_figures(Prepared(_document(text, language)))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tỉnh có 1.250 cán bộ, đạt 12,5% kế hoạch.", [(1250, "person", "exact"), (12.5, "percent", "exact")]),
        (
            "Kinh phí là 20,4 tỷ đồng, hỗ trợ tối đa 15 triệu đồng.",
            [(20.4, "billion_vnd", "exact"), (15, "million_vnd", "at_most")],
        ),
        ("Đã tuyển khoảng 40 người, gần 30 lớp.", [(40, "person", "about"), (30, "class", "nearly")]),
        ("Tổ có từ 05 đến 09 thành viên.", [(5, "person", "at_least"), (9, "person", "at_most")]),
        ("Đạt từ 50 điểm trở lên.", [(50, "point", "at_least")]),
        ("Công tác ít nhất ba năm.", [(3, "year", "at_least")]),
        ("Có ít nhất 2/3 số người dự họp và 7/9 huyện đã nộp.", [(0.667, "share", "at_least"), (7, "place", "exact")]),
        ("Hỗ trợ 500.000 đồng (năm trăm nghìn đồng).", [(500000, "vnd", "exact")]),
        ("Nhà rộng 50-70m2.", [(50, "square_metre", "at_least"), (70, "square_metre", "at_most")]),
        ("Nộp chậm nhất 90 ngày trước ngày hết hạn.", [(90, "day", "at_least")]),
        ("Dân số 1,2 triệu người.", [(1200000, "person", "exact")]),
        (
            "Thời gian báo cáo 15 phút; trả lời trong thời hạn 6 tháng.",
            [(15, "minute", "exact"), (6, "month", "exact")],
        ),
    ],
)
def test_vietnamese(text: str, wanted: list[tuple[float, str, str]]) -> None:
    assert _figures(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Some 1,250 cadres attended; nearly 12.5% were women.",
            [(1250, "person", "about"), (12.5, "percent", "nearly")],
        ),
        ("A supplement of VND 6.2 billion is provided.", [(6.2, "billion_vnd", "exact")]),
        ("At least three years are required.", [(3, "year", "at_least")]),
        ("The office has 17 commune-level cadre and clerk positions.", [(17, "post", "exact")]),
        (
            "Attendance is not less than 80% and no more than 45 minutes.",
            [(80, "percent", "at_least"), (45, "minute", "at_most")],
        ),
        ("He was absent from 2 or more conferences.", [(2, "meeting", "at_least")]),
        ("It meets only 42 of 56 criteria.", [(42, "criterion", "exact")]),
    ],
)
def test_english(text: str, wanted: list[tuple[float, str, str]]) -> None:
    assert _figures(text, "en") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Nghị định số 12/2021/NĐ-CP ngày 05 tháng 3 năm 2021; Điều 5, khoản 1 và 2.",
        "Nhiệm kỳ 2025-2030, quý III/2026, tháng 6, ngày 15/12 hằng năm.",
        "3. Bước 2: thi vòng 1, lần thứ hai, cấp độ 4, Phụ lục 2, dịch COVID-19",
        "Điện thoại: 0261 385 1234; trang 12",
        "Đề án 30 của tỉnh, phường 6, khu phố 12",
        "Báo cáo 6 tháng; rà soát định kỳ (6 tháng, hằng năm), 03 năm một lần",
        "Người làm nhiều việc trong một ngày hưởng mức cao nhất.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert _figures(text) == []


def _only(text: str, language: Language) -> list[Figure]:
    return list(find_figures(Prepared(_document(text, language))))


def test_a_multiple_in_brackets_and_what_it_is_of_are_each_others_base() -> None:
    text = "Planning of the committee for the 2025-2030 term with 48 comrades (equal to 1.2 times)."
    people, times = _only(text, "en")
    assert people.base is not None and people.base.of(text) == "equal to 1.2 times"
    assert times.base is not None and times.base.of(text) == "48 comrades"
    assert people.period is not None and "2025-2030" in people.period.of(text)


def test_a_share_has_its_base() -> None:
    text = "Biên chế của nhóm hỗ trợ không vượt quá 10% tổng số biên chế."
    (share,) = _only(text, "vi")
    assert share.hedge == "at_most" and share.base is not None and share.base.of(text) == "tổng số biên chế"


def test_a_table_gives_target_and_result_with_their_years() -> None:
    rows = ("TT | Chỉ tiêu | Năm 2020 | Mục tiêu 2025", "1 | Cán bộ được luân chuyển | 120 | 236")
    text = "\n".join(rows)
    second = len(rows[0]) + 1
    units = (
        Provision("b1", "table", "bảng 1", "", 0, len(text)),
        Provision("b1.r1", "row", "dòng 1", "", 0, len(rows[0]), "b1"),
        Provision("b1.r2", "row", "dòng 2", "", second, len(text), "b1"),
    )
    found = find_figures(Prepared(_document(text, "vi", units=units)))
    assert [(f.value, f.unit, f.stance) for f in found] == [(120, "person", "result"), (236, "person", "target")]
    assert [f.period.of(text) for f in found if f.period] == ["Năm 2020", "2025"]


def test_a_long_line_is_read_to_its_end() -> None:
    text = "Xã có 12 lớp, " * 3_000 + "điều 1, " * 3_000 + "và 7 huyện."
    found = _figures(text)
    assert len(found) == 3_001 and found[-1] == (7, "place", "exact")


def test_the_period_of_what_a_figure_is_compared_with_is_not_its_own() -> None:
    text = "Cấp ủy có 61 đồng chí, bằng 1,15 lần số đồng chí của nhiệm kỳ 2015-2020."
    document = _document(text, "vi")
    periods = [f.period.of(text) for f in find_figures(Prepared(document)) if f.period]
    assert periods == []


@pytest.mark.parametrize(
    ("text", "language"),
    [("Phê duyệt kế hoạch sử dụng đất 5 năm của xã.", "vi"), ("The five-year plan is approved.", "en")],
)
def test_how_far_a_plan_reaches_is_its_name(text: str, language: Language) -> None:
    assert _figures(text, language) == []


def test_millions_of_no_measure() -> None:
    assert _figures("Nâng thu nhập từ 7 triệu năm 2005 lên 14 triệu vào năm 2010.") == [
        (7e6, "item", "exact"),
        (14e6, "item", "exact"),
    ]


def test_counts_in_brackets_behind_the_places_of_a_list() -> None:
    text = "Xây 6 chợ tại: An Hòa (02), xã Bình Sơn (03), Cẩm Lý (01). Xem phụ lục của Bình Sơn (04)."
    assert [value for value, _, _ in _figures(text)] == [6, 2, 3, 1]


def test_opening_hours_are_no_figures() -> None:
    assert _figures("Thư viện mở từ 7 giờ đến 17 giờ 30 phút, theo tiết 2.1 của nội quy.") == []


def test_what_stands_behind_a_stroke_ends_a_measure() -> None:
    text = "Được thuê phòng 2 người/phòng theo giá thực tế."
    (found,) = _only(text, "vi")
    assert found.printed.of(text) == "2 người/phòng"
