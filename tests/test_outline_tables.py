"""Tables in the tree and in the passages: rows nest, headers and groups are carried, no row is cut that fits."""

from corpus.document import Document, Outline, Source
from corpus.passage import Passage
from ingest.clean import clean
from ingest.cut import LEAD, TARGET, cut
from ingest.identify import identify
from ingest.lines import Line, Reading, row
from ingest.outline import outline

HEADER = ["STT", "Vị trí việc làm", "Ngạch tương ứng"]


def read(*lines: Line) -> tuple[Document, Outline, tuple[Passage, ...]]:
    cleaned = clean(Reading(lines, "text/html"))
    identity = identify(cleaned, "a")
    units = outline(cleaned, identity)
    document = Document(identity, cleaned.text, Source("a", "a", "0", 0, "text/html"), cleaned.pages, units)
    return document, Outline(units), cut(document)


def rows(first: int, last: int) -> list[Line]:
    words = "xây dựng và theo dõi kế hoạch của đơn vị, báo cáo định kỳ"
    return [row([str(n), f"Chuyên viên loại {n}: {words}", "Chuyên viên"]) for n in range(first, last + 1)]


def test_a_table_stands_in_the_clause_it_belongs_to_and_ends_with_its_rows() -> None:
    lines = (Line("Điều 1. Danh mục"), Line("2. Không phải"), Line("1. Gồm:"), row(HEADER, header=True), *rows(1, 2),
             Line("Ghi chú dưới bảng."), Line("2. Khác."))  # fmt: skip
    document, units, _ = read(*lines)
    assert [u.address for u in units] == ["d1", "d1.k1", "d1.k1.b1", *(f"d1.k1.b1.r{n}" for n in (1, 2, 3)), "d1.k2"]
    note = document.text.index("Ghi chú")
    assert (inner := units.innermost(note)) is not None and inner.address == "d1.k1"


def test_rows_after_a_page_end_go_on_with_their_table() -> None:
    more = (row(HEADER, header=True, page=1), row(["1", "A", "B"], page=1))
    _, units, _ = read(
        *more, row(["2", "C", "D"], page=2), row(HEADER, header=True, page=3), row(["3", "E", "F"], page=3)
    )
    assert [u.address for u in units if u.kind == "table"] == ["b1"]
    assert len(units.children("b1")) == 5
    _, two, _ = read(*more, row(["Họ tên", "Năm sinh", "Quê"], header=True, page=2), row(["A", "B", "C"], page=2))
    assert [u.address for u in two if u.kind == "table"] == ["b1", "b2"]


def test_every_passage_of_a_long_table_has_its_header_group_and_caption_and_whole_rows() -> None:
    lines = [Line("PHỤ LỤC I"), Line("DANH MỤC VỊ TRÍ VIỆC LÀM"), Line("Bảng 2. Vị trí việc làm theo nhóm"),
             row(HEADER, header=True), row(["Nhóm lãnh đạo"]), *rows(1, 30), row(["Nhóm chuyên môn"]), *rows(31, 90)]  # fmt: skip
    document, units, passages = read(*lines)
    of_table = [p for p in passages if ".b1" in p.address]
    assert len(of_table) > 4
    assert units.path(of_table[-1].address).startswith("Phụ lục I, bảng 1, dòng ")
    starts = {u.start for u in units if u.kind in ("row", "annex")}
    for p in of_table:
        assert p.start in starts and p.end - p.start <= TARGET + LEAD
        above = ("DANH MỤC VỊ TRÍ VIỆC LÀM", "Bảng 2. Vị trí việc làm theo nhóm", " | ".join(HEADER))
        assert all(words in p.heading or words in document.text[p.start : p.end] for words in above)
    assert "Nhóm lãnh đạo" in of_table[1].heading and "Nhóm chuyên môn" not in of_table[1].heading
    assert "Nhóm chuyên môn" in of_table[-1].heading and "Nhóm lãnh đạo" not in of_table[-1].heading


def test_recipients_beside_the_signature_are_no_table() -> None:
    signature = row(["Nơi nhận: - Như Điều 2; - Lưu: VT.", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"], header=True)
    document, units, _ = read(Line("Điều 1. A"), Line("Điều 2. B"), signature, row(["", "Nguyễn Văn An"]))
    assert [u.address for u in units] == ["d1", "d2"]
    (last,) = [u for u in units if u.address == "d2"]
    assert document.text[last.start : last.end] == "Điều 2. B"


def test_a_point_that_fits_is_never_cut() -> None:
    words = "Có thời gian giữ ngạch ít nhất chín năm. Có chứng chỉ phù hợp. " * 10
    lines = [Line("Điều 1. Tiêu chuẩn"), Line("1. Gồm:"), *(Line(f"{mark}) {words.strip()}") for mark in "abcdeghik")]
    document, units, passages = read(*lines)
    starts = {u.start for u in units}
    assert len(passages) > 3 and len([u for u in units if u.kind == "point"]) == 9
    assert all(p.start in starts for p in passages)
    assert all(p.end - p.start <= TARGET + LEAD for p in passages)
    assert passages[1].heading == "Điều 1. Tiêu chuẩn\n1. Gồm:" and passages[1].path.startswith(
        "Điều 1, khoản 1, điểm "
    )
