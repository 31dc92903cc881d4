"""The tree of provisions, on texts written for it: every kind of unit in both languages, and what only looks like one.

Damaged marks, enclosed texts, annexes and tables have their own file (test_outline_damage.py, test_outline_tables.py).
"""

from ingest.clean import clean
from ingest.identify import identify
from ingest.lines import Allowed, Line, Reading, row
from ingest.outline import outline
from ingest.read_text import read_text


def units(text: str, name: str = "a.txt") -> list[tuple[str, str]]:
    """(address, first line) of every unit."""
    cleaned = clean(read_text(name, text.strip().encode(), Allowed()))
    found = outline(cleaned, identify(cleaned, "a"))
    return [(p.address, cleaned.text[p.start : p.end].split("\n")[0]) for p in found]


def addresses(text: str, name: str = "a.txt") -> list[str]:
    return [address for address, _ in units(text, name)]


LAW = """
PHẦN THỨ NHẤT
NHỮNG QUY ĐỊNH CHUNG
Chương I
PHẠM VI
Điều 1. Phạm vi điều chỉnh
Luật này quy định về cán bộ.
Điều 2. Giải thích từ ngữ
1. Cán bộ là người được bầu.
2. Công chức là người được tuyển:
a) Ở cơ quan nhà nước;
b) Ở tổ chức chính trị;
c) Ở xã;
d) Ở phường;
đ) Ở đặc khu;
e) Ở nơi khác.
2a. Viên chức không thuộc Luật này.
3. Người lao động.
Chương II
NGHĨA VỤ
Mục 1. NGHĨA VỤ CHUNG
Điều 3. Nghĩa vụ
1. Trung thực.
Tiểu mục 1. Chi tiết
Điều 3a. Nghĩa vụ thêm
1. Bảo mật.
Mục 2. NGHĨA VỤ RIÊNG
Điều 4. Người đứng đầu
a) Điểm không có khoản;
b) Điểm thứ hai.
PHẦN THỨ HAI
THI HÀNH
Chương III
HIỆU LỰC
Điều 5. Hiệu lực
"""


def test_a_law_has_parts_chapters_sections_articles_clauses_and_points() -> None:
    assert addresses(LAW) == [
        "ph1", "ph1.ci", "d1", "d2", "d2.k1", "d2.k2", "d2.k2.a", "d2.k2.b", "d2.k2.c", "d2.k2.d", "d2.k2.dd", "d2.k2.e",
        "d2.k2a", "d2.k3", "ph1.cii", "ph1.cii.m1", "d3", "d3.k1", "ph1.cii.m1.t1", "d3a", "d3a.k1", "ph1.cii.m2", "d4",
        "d4.a", "d4.b", "ph2", "ph2.ciii", "d5",
    ]  # fmt: skip


def test_titles_on_the_next_line_belong_to_their_unit() -> None:
    cleaned = clean(read_text("a.txt", LAW.strip().encode(), Allowed()))
    titles = {p.address: p.title for p in outline(cleaned, identify(cleaned, "a"))}
    assert titles["ph1"] == "NHỮNG QUY ĐỊNH CHUNG" and titles["ph1.ci"] == "PHẠM VI"
    assert titles["ph1.cii.m1"] == "NGHĨA VỤ CHUNG" and titles["d1"] == "Phạm vi điều chỉnh"


def test_labels_are_those_that_a_citation_shows() -> None:
    cleaned = clean(read_text("a.txt", LAW.strip().encode(), Allowed()))
    labels = {p.address: p.label for p in outline(cleaned, identify(cleaned, "a"))}
    assert (labels["d2"], labels["d2.k2a"], labels["d2.k2.dd"]) == ("Điều 2", "khoản 2a", "điểm đ")
    assert (labels["ph1"], labels["ph1.cii"], labels["ph1.cii.m1"]) == ("Phần 1", "Chương II", "Mục 1")


ENGLISH = """
Chapter I
GENERAL PROVISIONS
Article 1. Scope of this Decree and the persons to whom it applies
1. This Decree provides for the recruitment of civil servants.
Article 2. Conditions that a candidate must meet
1. The conditions are as follows:
a) Having one nationality;
b) Having a degree;
c) Being of good health;
d) Being of good conduct;
dd) Meeting other conditions;
e) Having applied in time.
2. Other cases are decided by the Department.
"""


def test_english_units_with_dd_for_the_fifth_point() -> None:
    assert addresses(ENGLISH) == [
        "ci", "d1", "d1.k1", "d2", "d2.k1", "d2.k1.a", "d2.k1.b", "d2.k1.c", "d2.k1.d", "d2.k1.dd", "d2.k1.e", "d2.k2",
    ]  # fmt: skip


PARTY = """
I- ĐẶC ĐIỂM TÌNH HÌNH
1- Kết quả
Công tác cán bộ có nhiều đổi mới.
2- Hạn chế
2.1. Về quy hoạch
a) Chưa sát:
- Thiếu nguồn;
+ nguồn nữ;
+ nguồn trẻ;
- Thừa hình thức.
b) Chậm.
2.2. Về đào tạo
II- NHIỆM VỤ
1- Quán triệt
- Học tập nghị quyết.
"""


def test_a_party_outline_goes_down_to_dashes_and_pluses() -> None:
    assert addresses(PARTY) == [
        "mi", "mi.k1", "mi.k2", "mi.k2.k2-1", "mi.k2.k2-1.a", "mi.k2.k2-1.a.g1", "mi.k2.k2-1.a.g1.h1", "mi.k2.k2-1.a.g1.h2",
        "mi.k2.k2-1.a.g2", "mi.k2.k2-1.b", "mi.k2.k2-2", "mii", "mii.k1", "mii.k1.g1",
    ]  # fmt: skip


DECISION = """
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành./.
Nơi nhận:
- Như Điều 3;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
QUY CHẾ
Làm việc của Ủy ban nhân dân tỉnh
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Quy chế này quy định nguyên tắc làm việc.
Điều 2. Nguyên tắc
1. Tập thể.
2. Cá nhân.
PHỤ LỤC I
MẪU BÁO CÁO
1. Phần mở đầu
2. Phần kết
Phụ lục II. Danh mục
1. Danh mục một
"""


def test_an_enclosed_regulation_starts_anew_at_article_1() -> None:
    assert addresses(DECISION) == [
        "d1", "d2", "d3", "kt1", "kt1.ci", "kt1.d1", "kt1.d1.k1", "kt1.d2", "kt1.d2.k1", "kt1.d2.k2",
        "pli", "pli.k1", "pli.k2", "plii", "plii.k1",
    ]  # fmt: skip


def test_recipients_and_signature_belong_to_no_unit() -> None:
    found = dict(units(DECISION))
    assert found["d3"].endswith("./.")
    text = clean(read_text("a.txt", DECISION.strip().encode(), Allowed())).text
    provisions = outline(
        clean(read_text("a.txt", DECISION.strip().encode(), Allowed())),
        identify(clean(read_text("a.txt", b"a b", Allowed())), "a"),
    )
    at = text.index("- Lưu: VT")
    assert not any(p.start <= at < p.end for p in provisions)


AMENDING = """
Điều 1. Sửa đổi, bổ sung một số điều
1. Bổ sung Điều 8a vào sau Điều 8 như sau:
“Điều 8a. Sử dụng kết quả
1. Người đạt yêu cầu được miễn thi.
2. Kết quả có giá trị 24 tháng.
3. Kết quả được công bố.”.
2. Sửa đổi khoản 2 Điều 11 như sau:
“2. Hồ sơ lập thành 01 bộ.”
3. Bãi bỏ Điều 12.
Điều 2. Hiệu lực
1. Có hiệu lực từ ngày ký.
"""


def test_a_quoted_article_is_no_unit_of_the_document_that_quotes_it() -> None:
    expected = ["d1", "d1.k1", "d1.k2", "d1.k3", "d2", "d2.k1"]
    assert addresses(AMENDING) == expected
    assert dict(units(AMENDING))["d1.k2"].startswith("2. Sửa đổi")
    assert addresses(AMENDING.replace("“", '"').replace("”", '"')) == expected


def test_a_quotation_that_is_never_closed_swallows_nothing() -> None:
    text = AMENDING.replace("”.", ".").replace("“2. Hồ sơ lập thành 01 bộ.”", "Hồ sơ lập thành 01 bộ.")
    assert addresses(text)[-2:] == ["d2", "d2.k1"]


def test_a_citation_at_the_start_of_a_line_is_no_heading() -> None:
    text = (
        "Điều 1. Căn cứ\nĐiều 5 Nghị định số 138/2020/NĐ-CP và\nĐiều 12 của Luật Cán bộ, công chức.\nĐiều 2. Thi hành\n"
    )
    assert addresses(text) == ["d1", "d2"]


def test_a_mark_that_does_not_go_on_with_its_series_is_none() -> None:
    text = "Điều 1. Số liệu\n1. Một.\n2021. là năm đầu.\n7. Không phải khoản.\n2. Hai.\nh) Không phải điểm.\n3. Ba.\n"
    assert addresses(text) == ["d1", "d1.k1", "d1.k2", "d1.k3"]


def test_a_group_in_a_table_without_rules_is_no_section() -> None:
    text = "I. TÌNH HÌNH\nII. KẾT QUẢ\n1. Các chỉ tiêu\nIII. Nguồn nhân lực\n8 Số người 68\n2. Quy hoạch\nIII. HẠN CHẾ\n1. Về cán bộ\n"
    assert addresses(text) == ["mi", "mii", "mii.k1", "mii.k2", "miii", "miii.k1"]
    assert addresses("I. Tình hình\nII. Kết quả\nIII. Hạn chế\n") == ["mi", "mii", "miii"]


def test_a_table_has_rows_and_ends_with_them() -> None:
    lines = (Line("Điều 1. Giao nhiệm vụ"), Line("1. Danh mục"), row(["TT", "Việc", "Hạn"], header=True), row(["1", "A", "B"]),
             row(["2", "C", "D"]), Line("Điều 2. Hiệu lực"))  # fmt: skip
    cleaned = clean(Reading(lines, "text/html"))
    found = outline(cleaned, identify(cleaned, "a"))
    table = next(p for p in found if p.kind == "table")
    assert [p.address for p in found if p.parent == table.address] == [f"{table.address}.r{n}" for n in (1, 2, 3)]
    assert cleaned.text[table.start : table.end] == "TT | Việc | Hạn\n1 | A | B\n2 | C | D"
    assert found[-1].address == "d2"


def test_markdown_headings_are_units_where_nothing_else_is() -> None:
    text = "# Ghi chú họp\n## Phần mở đầu cuộc họp\nNội dung một.\n## Kết luận của chủ tọa\nNội dung hai.\n"
    assert [line for _, line in units(text, "a.md")] == ["Phần mở đầu cuộc họp", "Kết luận của chủ tọa"]


def test_a_chapter_title_that_is_a_heading_is_said_once() -> None:
    lines = (Line("Chương I", "heading", 1), Line("TUYỂN DỤNG", "heading", 1), Line("Điều 1. Điều kiện"))
    cleaned = clean(Reading(lines, "text/html"))
    assert [p.address for p in outline(cleaned, identify(cleaned, "a"))] == ["ci", "d1"]


def test_a_text_without_structure_gets_its_paragraphs() -> None:
    assert units("Tin thứ nhất trong ngày.\nTin thứ hai trong ngày.") == [
        ("p1", "Tin thứ nhất trong ngày."),
        ("p2", "Tin thứ hai trong ngày."),
    ]
