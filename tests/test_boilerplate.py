"""What a portal prints around a text goes, in both languages; a document's own last lines never do."""

import pytest

from ingest.lines import Line
from ingest.read import read
from ingest.web.boilerplate import without_boilerplate

BODY = [
    "Tỉnh Lam Giang sơ kết hai năm thực hiện chương trình đào tạo cán bộ",
    "Sáng 27/6, Tỉnh ủy Lam Giang tổ chức hội nghị sơ kết hai năm thực hiện chương trình đào tạo cán bộ các cấp.",
    "Kết luận hội nghị, đồng chí Bí thư đề nghị các địa phương hoàn thành trước ngày 31/12.",
]
ENGLISH = [
    "Lam Giang reviews two years of its cadre programme",
    "On June 27 the Lam Giang Provincial Party Committee held a conference to review two years of the programme.",
    "Districts were asked to finish before December 31.",
]


def left(*lines: str) -> list[str]:
    return [line.text for line in without_boilerplate([Line(text) for text in lines])]


@pytest.mark.parametrize(
    "tail",
    [
        ["Source", "Comment (0)"],
        [
            "",
            "Source",
            "",
            "Comment (0)",
            "No data",
            "No data",
            "",
            "Same tag",
            "Same category",
            "Same author",
            "No videos available",
        ],
        ["Source: https://lamgiang.example/tin/123.html", "Comment (12)"],
        ["Copy Link", "Featured Lam Giang Newspaper", "Latest", "POWERED BY ACME - A PRODUCT OF ACME"],
        ["Nguồn: Báo Lam Giang", "Bình luận (0)"],
        ["In trang", "Chia sẻ", "Facebook", "Zalo", "Về đầu trang"],
        ["Tin liên quan", "Lam Giang khai giảng lớp bồi dưỡng", "Hội nghị giao ban quý II", "Lượt xem: 1.204"],
        ["Đọc thêm", "Hội nghị giao ban quý III", "Bản quyền thuộc về Báo Lam Giang"],
        ["0 bình luận", "Gửi bình luận của bạn", "Xem thêm"],
        [
            "Related news",
            "New course opens in Lam Giang",
            "Back to top",
            "This website uses cookies to improve your experience",
        ],
    ],
)
@pytest.mark.parametrize("body", [BODY, ENGLISH])
def test_the_tail_of_a_portal_goes(body: list[str], tail: list[str]) -> None:
    assert [text for text in left(*body, *tail) if text] == body


def test_a_title_that_the_portal_says_again_goes_with_its_tail() -> None:
    assert left(*ENGLISH, "Copy Link", "Latest", ENGLISH[0], "Powered by X") == ENGLISH


@pytest.mark.parametrize(
    "head",
    [
        ["Trang chủ"],
        ["Trang chủ > Tin tức > Thời sự", "Chia sẻ"],
        ["Home", "", "Login", "A- A A+"],
        ["0:00 / 0:00", "Share"],
    ],
)
def test_the_head_of_a_portal_goes(head: list[str]) -> None:
    assert left(*head, *BODY) == BODY


@pytest.mark.parametrize(
    "lines",
    [
        ["QUYẾT ĐỊNH", "Điều 1. Nguồn", "Nguồn kinh phí", "Nơi nhận:", "- Như Điều 3;", "- Lưu: VT.", "CHỦ TỊCH", "(Đã ký)", "Lê An"],
        ["REPORT", "Source", "of funds is the budget of the province.", "ON BEHALF OF", "(Signed)", "Le An"],
        ["BÁO CÁO", "Bảng 1. Biên chế", "Nguồn: Cục Thống kê tỉnh Lam Giang"],
        ["Menu của hội nghị gồm ba phần.", "Mục 1. Chia sẻ kinh nghiệm", "Mục 2. Bình luận"],
        ["PHIẾU KHẢO SÁT", "Ý kiến của ông (bà):", "Đồng ý", "Không đồng ý"],
        ["Source", "Comment (0)"],
    ],
)  # fmt: skip
def test_nothing_of_a_document_goes(lines: list[str]) -> None:
    assert left(*lines) == lines


def test_a_portal_line_inside_the_body_stays() -> None:
    lines = [BODY[0], "Chia sẻ", BODY[1], "Xem thêm", BODY[2]]
    assert left(*lines) == lines


def test_rows_of_a_table_are_never_a_tail() -> None:
    lines = [Line("Bảng"), Line("Tin liên quan"), Line("1 | a", "row", cells=("1", "a"))]
    assert without_boilerplate(lines) == tuple(lines)


def test_text_and_pages_are_both_freed_of_it() -> None:
    text = "\n".join([*BODY, "Nguồn", "Bình luận (0)"])
    assert [line.text for line in read("tin.txt", text.encode()).lines] == BODY
    page = "<html><body>" + "".join(f"<p>{t}</p>" for t in [*BODY, "Nguồn", "Bình luận (0)"]) + "</body></html>"
    assert [line.text for line in read("tin.html", page.encode()).lines] == BODY
