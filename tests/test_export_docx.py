"""Sheets as Word files, opened again: the figures of Decree 30/2020 and of the Party's guideline, tables, footnotes."""

import io
import re
import subprocess
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from lxml import etree

from api.export import export
from assistant.sheet import Layout, Sheet, SheetRow, SheetSection
from corpus.messages import Language
from tests.sheets import QUOTE, course, row, sheet, source, with_rows

_SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")
LAYOUTS: tuple[Layout, ...] = ("state", "party")


def opened(given: Sheet) -> Word:
    return Document(io.BytesIO(export(given, "docx")))


def notes_of(word: Word) -> list[str]:
    part = word.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    root = etree.fromstring(part.blob)
    texts = {n.get(qn("w:id")): "".join(n.itertext()).strip() for n in root.findall(qn("w:footnote"))}
    assert [texts.pop("-1"), texts.pop("0")] == ["", ""]
    return [texts[key] for key in sorted(texts, key=int)]


def paper(section: Section) -> tuple[int, int]:
    assert section.page_width is not None and section.page_height is not None
    return round(section.page_width.mm), round(section.page_height.mm)


def run_of(word: Word, table: int, column: int, words: str) -> tuple[float | None, bool, bool]:
    for paragraph in word.tables[table].cell(0, column).paragraphs:
        for run in paragraph.runs:
            if words in run.text:
                size = run.font.size.pt if run.font.size else None
                return size, bool(run.bold), bool(run.italic)
    raise AssertionError(f"{words} is not there")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_page_is_a4_with_the_margins_of_both_rules(layout: Layout) -> None:
    section = opened(sheet(layout=layout)).sections[0]
    assert paper(section) == (210, 297)
    assert section.orientation == WD_ORIENT.PORTRAIT
    for margin, least, most in (
        (section.top_margin, 20, 25),
        (section.bottom_margin, 20, 25),
        (section.left_margin, 30, 35),
        (section.right_margin, 15, 20),
    ):
        assert margin is not None and least <= round(margin.mm) <= most


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_style_and_the_defaults_are_times_new_roman_and_black(layout: Layout) -> None:
    word = opened(sheet(layout=layout))
    used = {p.style.name for p in word.element.body.iter() if False} | {
        "Normal",
        "Title",
        "Heading 1",
        "Header",
        "Body Text",
    }
    for name in used:
        fonts = word.styles[name].element.find(f"./{qn('w:rPr')}/{qn('w:rFonts')}")
        assert fonts is None or {fonts.get(qn(f"w:{script}")) for script in _SCRIPTS} == {"Times New Roman"}
        assert str(word.styles[name].font.color.rgb) in ("None", "000000")
    assert "Theme=" not in etree.tostring(word.styles.element).decode()
    xml = etree.tostring(word.styles.element.find(qn("w:docDefaults"))).decode()
    assert "Times New Roman" in xml and "Theme" not in xml
    # nothing in the text brings another font along
    assert "rFonts" not in etree.tostring(word.element.body).decode()


def test_head_of_the_state_layout() -> None:
    word = opened(sheet())
    head = word.tables[0]
    assert (len(head.rows), len(head.columns)) == (1, 2)
    borders = head._tbl.tblPr.find(qn("w:tblBorders"))
    assert {side.get(qn("w:val")) for side in borders} == {"nil"}
    assert run_of(word, 0, 1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == (12, True, False)
    assert run_of(word, 0, 1, "Độc lập - Tự do - Hạnh phúc") == (13, True, False)
    assert run_of(word, 0, 1, "năm 2026") == (13, False, True)
    assert run_of(word, 0, 0, "CƠ QUAN CẤP TRÊN") == (12, False, False)
    assert run_of(word, 0, 0, "CƠ QUAN BAN HÀNH") == (12, True, False)
    assert run_of(word, 0, 0, "Số: ...") == (13, False, False)
    assert run_of(word, 0, 0, "DỰ THẢO") == (13, True, False)
    # a rule under the issuer and one under the motto
    assert [len(head.cell(0, n)._tc.findall(f".//{qn('w:pBdr')}")) for n in (0, 1)] == [1, 1]
    assert "[CẦN BỔ SUNG]" in head.cell(0, 0).text and "[CẦN BỔ SUNG], ngày ... tháng ..." in head.cell(0, 1).text


def test_head_of_the_party_layout() -> None:
    word = opened(sheet(layout="party"))
    assert run_of(word, 0, 1, "ĐẢNG CỘNG SẢN VIỆT NAM") == (15, True, False)
    assert run_of(word, 0, 0, "CƠ QUAN CẤP TRÊN") == (14, False, False)
    assert run_of(word, 0, 0, "CƠ QUAN BAN HÀNH") == (14, True, False)
    assert run_of(word, 0, 0, "*") == (14, False, False)
    assert run_of(word, 0, 0, "Số ...") == (14, False, False)
    assert run_of(word, 0, 1, "năm 2026") == (14, False, True)
    texts = [p.text for p in word.paragraphs]
    assert texts[texts.index("Phê duyệt Đề án vị trí việc làm") + 1] == "-----"
    assert "CỘNG HÒA" not in "".join(etree.tostring(word.element.body, encoding="unicode"))


@pytest.mark.parametrize(("layout", "size", "end"), [("state", 14, "hành./."), ("party", 16, "hành.")])
def test_type_summary_body_and_end(layout: Layout, size: int, end: str) -> None:
    word = opened(sheet(layout=layout))
    kind = next(p for p in word.paragraphs if p.text == "DANH MỤC CÔNG VIỆC")
    summary = next(p for p in word.paragraphs if p.text == "Phê duyệt Đề án vị trí việc làm")
    assert kind.runs[0].font.size == Pt(size) and kind.runs[0].bold
    assert summary.runs[0].font.size == Pt(14) and summary.runs[0].bold
    body = word.styles["Body Text"]
    assert body.paragraph_format.first_line_indent is not None
    assert 10 <= round(body.paragraph_format.first_line_indent.mm, 1) <= 12.7
    assert word.styles["Normal"].font.size == Pt(14)
    assert body.paragraph_format.space_after == Pt(6)
    assert body.paragraph_format.line_spacing == (1.0 if layout == "state" else Pt(18))
    assert [p.text for p in word.paragraphs if p.style and p.style.name == "Body Text"][-1].endswith(end)


def test_page_number_is_in_the_middle_at_the_top_and_not_on_the_first_page() -> None:
    section = opened(sheet()).sections[0]
    assert section.different_first_page_header_footer
    assert [p.text for p in section.first_page_header.paragraphs] == [""]
    (number,) = section.header.paragraphs
    assert number.alignment is not None and number.alignment.name == "CENTER"
    assert number._p.find(f".//{qn('w:instrText')}").text == "PAGE"
    assert (section.header_distance or 0) < (section.top_margin or 0)


def test_recipients_and_signature_are_blanks() -> None:
    state, party = opened(sheet()).tables[-1], opened(sheet(layout="party")).tables[-1]
    first = state.cell(0, 0).paragraphs
    assert first[0].text == "Nơi nhận:" and first[0].runs[0].bold and first[0].runs[0].italic
    assert first[0].runs[0].font.size == Pt(12) and first[1].runs[0].font.size == Pt(11)
    assert first[-1].text == "- Lưu: VT, [CẦN BỔ SUNG]."
    assert party.cell(0, 0).paragraphs[0].runs[0].underline
    posts = [t.cell(0, 1).paragraphs[1].runs[0] for t in (state, party)]
    assert [p.text.split("\n")[0] for p in posts] == ["CHỨC VỤ CỦA NGƯỜI KÝ"] * 2
    assert [bool(p.bold) for p in posts] == [True, False]
    assert state.cell(0, 1).text.count("[CẦN BỔ SUNG]") == 3


def test_tables_hold_the_rows_in_order_and_repeat_their_first_line() -> None:
    done = sheet(4)
    sections = (done.sections[0], replace(done.sections[1], rows=(row(3), row(4, state="done"))))
    word = opened(replace(done, sections=sections))
    first, second = word.tables[1:3]
    assert [c.text for c in first.rows[0].cells] == ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tình trạng", "Nguồn"]
    assert [r.cells[0].text for r in first.rows[1:]] == ["1", "2"]
    assert [r.cells[0].text for r in second.rows[1:]] == ["3", "4"]
    assert first.rows[2].cells[4].text == "Chưa xong"
    assert first.rows[1].cells[5].text == "18/2024/QĐ-UBND, Điều 1, khoản 2, trang 1"
    for table in (first, second):
        assert table.rows[0]._tr.findall(f"./{qn('w:trPr')}/{qn('w:tblHeader')}")
        assert sum(c.width or 0 for c in table.rows[0].cells) == pytest.approx(Mm(165), rel=0.01)


def test_columns_in_which_nothing_stands_are_left_out_of_all_tables_alike() -> None:
    columns = ("Nhiệm vụ", "Người thực hiện", "Ghi chú")
    one, two = (SheetRow((f"việc {n}", "", "xem lại" if n == 2 else ""), (source(n),), state="open") for n in (1, 2))
    sections = (SheetSection("Một", (one,)), SheetSection("Hai", (two,)))
    word = opened(sheet(sections=sections, columns=columns))
    for table, cells in zip(word.tables[1:3], (["1", "việc 1", ""], ["2", "việc 2", "xem lại"]), strict=True):
        # no state either, as nothing has been done yet
        assert [c.text for c in table.rows[0].cells] == ["TT", "Nhiệm vụ", "Ghi chú", "Nguồn"]
        assert [c.text for c in table.rows[1].cells][:3] == cells


def test_a_source_has_one_note_on_a_page_and_one_again_on_the_next() -> None:
    same = source(1)
    word = opened(with_rows(*(row(n, sources=(same, source(n + 10))) for n in range(1, 41))))
    tables = word.tables[1:-2]
    assert len(tables) > 1
    notes = notes_of(word)
    assert sum(f"{same.path}, trang 1" in note for note in notes) == len(tables)
    assert [n for n in range(11, 51) if sum(f"Điều {n}, " in note for note in notes) != 1] == []
    pointed = [t.text.split() for t in word.element.body.iter(qn("w:instrText"))]
    named = {b.get(qn("w:name")) for b in word.element.body.iter(qn("w:bookmarkStart"))}
    assert len(pointed) == 40 - len(tables)
    assert all(field == "NOTEREF" and name in named for field, name, *_ in pointed)


def test_a_remark_in_one_row_does_not_narrow_what_every_row_says() -> None:
    rows = [row(n, cells=("Hoàn thiện đề án vị trí việc làm của đơn vị " * 2, "Sở Nội vụ", "")) for n in range(1, 30)]
    remark = row(30, cells=("việc", "Sở Nội vụ", "Các nguồn nêu khác nhau về thời hạn của việc này. " * 10))
    widths = [c.width or 0 for c in opened(with_rows(*rows, remark)).tables[1].rows[0].cells]
    assert widths[1] > 1.5 * widths[3]


def test_a_summary_that_says_the_type_again_is_left_out() -> None:
    word = opened(sheet(kind="positions", title="Danh mục vị trí việc làm"))
    assert [p.text for p in word.paragraphs if "danh mục" in p.text.lower()] == ["DANH MỤC VỊ TRÍ VIỆC LÀM"]


def test_sources_are_footnotes_with_everything_that_identifies_them() -> None:
    two = row(3, sources=(source(3), source(4)))
    word = opened(with_rows(row(1), row(2, sources=()), two))
    notes = notes_of(word)
    assert len(notes) == 3
    for note, place in zip(notes, (source(1), source(3), source(4)), strict=True):
        for told in ("18/2024/QĐ-UBND", place.path, f"trang {place.page}", f"“{QUOTE}”"):
            assert told in note
    # what the document is stands once, at its first mention, and in the list of sources
    for told in (source(1).title, "phiên bản 2", source(1).sha256[:16]):
        assert [told in note for note in notes] == [True, False, False]
    marks = word.element.body.findall(f".//{qn('w:footnoteReference')}")
    assert [m.get(qn("w:id")) for m in marks] == ["1", "2", "3"]
    # each mark stands at the end of its own source's line
    cell = word.tables[1].rows[3].cells[-1]._tc
    kinds = [e.tag.split("}")[1] for e in cell.iter() if e.tag in (qn("w:t"), qn("w:br"), qn("w:footnoteReference"))]
    assert kinds == ["t", "footnoteReference", "br", "t", "footnoteReference"]
    listed = [[c.text for c in r.cells] for r in word.tables[-2].rows][1:]
    assert listed[0] == ["1", "18/2024/QĐ-UBND", source(1).title, "2", source(1).sha256]


def test_a_quiz_can_be_handed_out_without_its_key() -> None:
    word = opened(course())
    begins = [p.text for p in word.paragraphs if p._p.find(f"./{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None]
    assert begins == ["Đáp án"]


def test_footnotes_are_declared_as_word_wants_them() -> None:
    files = zipfile.ZipFile(io.BytesIO(export(sheet(), "docx")))
    assert 'PartName="/word/footnotes.xml"' in files.read("[Content_Types].xml").decode()
    settings = etree.fromstring(files.read("word/settings.xml"))
    order = [child.tag.split("}")[1] for child in settings]
    assert "footnotePr" in order and order.index("footnotePr") < order.index("compat")
    styles = etree.fromstring(files.read("word/styles.xml"))
    names = {s.get(qn("w:styleId")): s.find(qn("w:name")).get(qn("w:val")) for s in styles.findall(qn("w:style"))}
    assert (names["FootnoteText"], names["FootnoteReference"]) == ("footnote text", "footnote reference")
    used = {e.get(qn("w:val")) for e in etree.fromstring(files.read("word/document.xml")).iter(qn("w:pStyle"))}
    assert used <= set(names)


def test_a_sheet_without_sources_has_no_footnotes_part() -> None:
    word = opened(with_rows(row(1, sources=())))
    assert not [r for r in word.part.rels.values() if r.reltype == RELATIONSHIP_TYPE.FOOTNOTES]
    assert "Văn bản nguồn" not in [p.text for p in word.paragraphs]


def test_wide_tables_turn_the_page_and_narrow_ones_do_not() -> None:
    columns = tuple(f"Cột {n}" for n in range(6))
    wide = with_rows(SheetRow(tuple(f"nội dung {n}" for n in range(6)), (source(),)), columns=columns)
    section = opened(wide).sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert paper(section) == (297, 210)
    table = opened(wide).tables[1]
    assert sum(c.width or 0 for c in table.rows[0].cells) == pytest.approx(Mm(252), rel=0.01)


def test_a_sheet_that_found_nothing_says_so() -> None:
    word = opened(sheet(sections=()))
    texts = [p.text for p in word.paragraphs]
    assert "Không có mục nào." in texts and "Đã tìm trong 27 văn bản." in texts
    assert len(word.tables) == 2


def test_english_words() -> None:
    word = opened(sheet(language="en"))
    assert run_of(word, 0, 1, "SOCIALIST REPUBLIC OF VIETNAM") == (12, True, False)
    assert run_of(word, 0, 1, "Independence - Freedom - Happiness") == (13, True, False)
    assert "DRAFT" in word.tables[0].cell(0, 0).text and "[TO BE COMPLETED]" in word.tables[0].cell(0, 0).text
    assert "page 1" in word.tables[1].rows[1].cells[-1].text


def test_signs_that_xml_forbids_and_line_ends() -> None:
    odd = row(1, cells=("a\x00b\x0bc\ud800d\r\ne\tf\u202eg", "x" * 40_000, ""))
    word = opened(with_rows(odd))
    cells = word.tables[1].rows[1].cells
    assert cells[1].text == "a\ufffdb\nc\ufffdd\ne\tf\ufffdg"
    assert cells[2].text == "x" * 40_000


def test_tables_with_the_same_headings_stand_in_line() -> None:
    long, short = row(1, cells=("nội dung " * 40, "Sở Nội vụ", "")), row(2, cells=("x", "Sở Nội vụ " * 20, ""))
    word = opened(sheet(sections=(SheetSection("Một", (long,)), SheetSection("Hai", (short,)))))
    first, second = ([c.width for c in t.rows[0].cells] for t in word.tables[1:3])
    assert first == second


def test_a_long_table_is_cut_into_pages_and_loses_no_row() -> None:
    word = opened(with_rows(*(row(n) for n in range(1, 121))))
    tables = word.tables[1:-2]
    assert len(tables) > 5
    numbers = [r.cells[0].text for t in tables for r in t.rows[1:]]
    assert numbers == [str(n) for n in range(1, 121)]
    assert all(t.rows[0].cells[1].text == "Nhiệm vụ" for t in tables)


def uneven() -> Sheet:
    """A wide sheet whose rows are of many heights and share some of their sources."""
    columns = ("Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm", "Điều kiện")

    def uneven_row(n: int) -> SheetRow:
        asked = "Trình cấp có thẩm quyền phê duyệt đề án vị trí việc làm. " * (1 + n % 5)
        words = (asked, "Sở Nội vụ", "các sở, ngành " * (n % 7), "", "Đề án", "khi có thay đổi " * (n % 3))
        return SheetRow(words, (source(n // 3), source(n + 100, quote=QUOTE * (1 + n % 4))))

    parts = (tuple(map(uneven_row, range(at, at + count))) for at, count in ((1, 2), (3, 30), (33, 1), (34, 40)))
    return sheet(sections=tuple(SheetSection(f"Phần {n}", rows) for n, rows in enumerate(parts, 1)), columns=columns)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], pypdfium2.PdfDocument]:
    """Exports as LibreOffice prints them, all in one call: its start is the slow part."""
    folder = tmp_path_factory.mktemp("printed")
    cases: dict[str, Sheet] = {f"{layout}": sheet(30, layout=layout) for layout in LAYOUTS}
    cases["uneven"] = uneven()
    for name, given in cases.items():
        (folder / f"{name}.docx").write_bytes(export(given, "docx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    files = [str(folder / f"{name}.docx") for name in cases]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=120)
    return lambda name: pypdfium2.PdfDocument(Path(folder / f"{name}.pdf"))


def text_in(page: pypdfium2.PdfPage, left: float, bottom: float, right: float, top: float) -> str:
    width, height = page.get_size()
    box = (left * width, bottom * height, right * width, top * height)
    text = page.get_textpage().get_text_bounded(*box)
    return " ".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize(
    ("layout", "nation"), [("state", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập"), ("party", "ĐẢNG CỘNG SẢN VIỆT NAM")]
)
def test_printed_pages(printed: Callable[[str], pypdfium2.PdfDocument], layout: Layout, nation: str) -> None:
    document = printed(layout)
    first, second = document[0], document[1]
    # A4 in points
    assert [round(side) for side in first.get_size()] == [595, 842]
    assert "CƠ QUAN BAN HÀNH" in text_in(first, 0, 0.8, 0.45, 1)
    assert nation in text_in(first, 0.4, 0.8, 1, 1)
    # the number: in the middle of the top margin of the second page, none on the first
    assert text_in(second, 0.3, 0.93, 0.8, 1) == "2"
    assert text_in(first, 0, 0.93, 1, 1) == ""
    # the line of headings again, and the notes at the foot of the page that cites them
    assert text_in(second, 0, 0.85, 1, 0.94).startswith("TT Nhiệm vụ Chủ trì")
    assert f"1 {source(1).number}, Điều 1, khoản 2, trang 1" in text_in(first, 0, 0, 1, 0.5)
    assert QUOTE in text_in(first, 0, 0, 1, 0.5)
    # full pages: no table may leave most of a page white
    assert len(document) <= 7
    names = {obj.get_font().get_base_name() for page in (first, second) for obj in page.get_objects(filter=[1])}
    assert names and all("LiberationSerif" in name or "TimesNewRoman" in name for name in names)


def test_printed_pages_keep_every_letter(printed: Callable[[str], pypdfium2.PdfDocument]) -> None:
    document = printed("state")
    words = " ".join(text_in(page, 0, 0, 1, 1) for page in document)
    for n in range(1, 31):
        title = f" ({source(1).title})" if n == 1 else ""
        assert f"Điều {n}, khoản 2, trang {n}{title}: “Sở Nội vụ chủ trì" in words


def test_a_table_begins_on_a_page_only_at_its_top_or_under_a_heading(
    printed: Callable[[str], pypdfium2.PdfDocument],
) -> None:
    document = printed("uneven")
    headings = []
    for n, page in enumerate(document, 1):
        text = text_in(page, 0, 0, 1, 1).removeprefix(str(n))
        above = [text[: m.start()].strip() for m in re.finditer("TT Nhiệm vụ", text)]
        assert all(not words or re.search(r"Phần \d$", words) for words in above), (n, above)
        headings += above
    assert sum(bool(words) for words in headings) == 4
    # full pages: what was estimated is what is printed
    assert len(document) <= 21


@pytest.mark.parametrize("language", ["vi", "en"])
def test_draft_is_said_in_the_file_properties(language: Language) -> None:
    about = opened(sheet(language=language)).core_properties
    assert about.content_status == ("DỰ THẢO" if language == "vi" else "DRAFT")
    assert about.title == sheet(language=language).title
