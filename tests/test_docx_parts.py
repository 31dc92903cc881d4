"""DOCX beyond plain paragraphs: fonts by style, notes, text boxes, symbols, tables of every shape, and no word lost."""

import io
import os
import re
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table

from ingest.lines import Allowed, Line
from ingest.word.read_docx import read_docx
from tests.legacy.make import tcvn3, vni

SHARED = Path(os.environ.get("VANBAN_SHARED", Path(__file__).parent.parent.parent / "shared"))
ORIGINALS = SHARED / "documents" / "vi_originals"


def lines(document: WordDocument) -> tuple[Line, ...]:
    out = io.BytesIO()
    document.save(out)
    return read_docx("a.docx", out.getvalue(), Allowed()).lines


def texts(document: WordDocument) -> list[str]:
    return [line.text for line in lines(document)]


def with_paragraph(inner: str, *names: str) -> WordDocument:
    """A document with one paragraph of this XML."""
    document = docx.Document()
    paragraph = parse_xml(f"<w:p {nsdecls('w')} {' '.join(names)}>{inner}</w:p>")
    document.add_paragraph()._p.addprevious(paragraph)
    return document


def test_a_style_and_the_one_it_is_based_on_say_the_font() -> None:
    document = docx.Document()
    base = document.styles.add_style("Cũ", WD_STYLE_TYPE.PARAGRAPH)
    base.font.name = ".VnTime"
    derived = document.styles.add_style("Cũ đậm", WD_STYLE_TYPE.PARAGRAPH)
    derived.base_style = base
    character = document.styles.add_style("Chữ", WD_STYLE_TYPE.CHARACTER)
    character.font.name = "VNI-Times"
    paragraph = document.add_paragraph(tcvn3("Sở"), style="Cũ đậm")
    paragraph.add_run(vni(" Nội vụ"), style="Chữ")
    paragraph.add_run(" né là").font.name = "Arial"
    assert texts(document) == ["Sở Nội vụ né là"]


def test_the_font_of_the_whole_document_counts_where_none_is_named() -> None:
    document = docx.Document()
    styles = document.styles.element
    for fonts in list(styles.iter(qn("w:rFonts"))):
        fonts.getparent().remove(fonts)
    default = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    default.append(parse_xml(f'<w:rFonts {nsdecls("w")} w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'))
    document.add_paragraph(tcvn3("sở"))
    assert texts(document) == ["SỞ"]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ('<w:r><w:t>QĐ</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>', "QĐ-UBND"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> Có</w:t></w:r>', "☑ Có"),
        ('<w:r><w:sym w:font=".VnTime" w:char="F0AE"/><w:t xml:space="preserve"> </w:t></w:r>', "đ"),
        ("<w:r><w:t>thấy</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>", "thấy"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
         '<w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>', "7"),
        ("<w:fldSimple w:instr='DATE'><w:r><w:t>5/3</w:t></w:r></w:fldSimple>", "5/3"),
        ("<w:hyperlink><w:r><w:t>Luật</w:t></w:r></w:hyperlink><w:r><w:t> này</w:t></w:r>", "Luật này"),
        ("<w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>mới</w:t></w:r></w:moveTo>", "mới"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>nhỏ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>lớn</w:t></w:r></w:rubyBase></w:ruby></w:r>", "lớn"),
        ('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x+1</m:t></m:r></m:oMath>', "x+1"),
    ],
    ids=["hyphen", "symbol", "old-symbol", "hidden", "field", "simple-field", "link", "moved", "ruby", "formula"],
)  # fmt: skip
def test_a_paragraph_reads_as_it_is_shown(inner: str, text: str) -> None:
    assert texts(with_paragraph(inner)) == [text]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent>"
    inner = (
        "<w:r><w:t>Ngoài</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>" + box + "</wps:txbx></mc:Choice>"
        "<mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )  # fmt: skip
    names = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
    )
    assert texts(with_paragraph(inner, *names)) == ["Ngoài", "Trong khung"]


def test_footnotes_follow_the_text_and_open_no_unit() -> None:
    document = with_paragraph("<w:r><w:t>Có chú thích</w:t></w:r><w:r><w:footnoteReference w:id='5'/></w:r>")
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:id='0' w:type='separator'><w:p/></w:footnote>"
        "<w:footnote w:id='5'><w:p><w:r><w:t>Sửa đổi theo Nghị định khác.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert texts(document) == ["Có chú thích", "[1] Sửa đổi theo Nghị định khác."]


def filled(document: WordDocument, rows: list[list[str]]) -> Table:
    table: Table = document.add_table(len(rows), len(rows[0]))
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            table.cell(i, j).text = text
    return table


def test_the_rows_of_a_header_become_one() -> None:
    document = docx.Document()
    table = filled(
        document, [["TT", "Số lượng", ""], ["", "Năm 2023", "Năm 2024"], ["1", "20", "30"], ["2", "40", "50"]]
    )
    table.cell(0, 0).merge(table.cell(1, 0)).text = "TT"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Số lượng"
    found = lines(document)
    assert [line.cells for line in found][0] == ("TT", "Số lượng / Năm 2023", "Số lượng / Năm 2024")
    assert [line.header for line in found] == [True, False, False]


def test_cells_that_begin_later_or_are_not_merged_after_all_keep_their_words() -> None:
    document = docx.Document()
    table = filled(document, [["A", "B", "C"], ["1", "2", "3"], ["4", "5", "6"]])
    table.cell(1, 0)._tc.get_or_add_tcPr().append(parse_xml(f'<w:vMerge {nsdecls("w")} w:val="restart"/>'))
    table.cell(2, 0)._tc.get_or_add_tcPr().append(parse_xml(f"<w:vMerge {nsdecls('w')}/>"))
    assert [line.cells for line in lines(document)][2] == ("4", "5", "6")
    for run in table._tbl.tr_lst[2].tc_lst[0].p_lst[0].r_lst:  # the cell itself: table.cell names the one above
        run.getparent().remove(run)
    assert [line.cells for line in lines(document)][2] == ("1", "5", "6")


def test_the_head_of_a_document_and_its_signature_are_text_column_by_column() -> None:
    document = docx.Document()
    filled(document, [["UBND TỈNH LAM GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
                      ["Số: 5/KH-UBND", "Lam Giang, ngày 5 tháng 3 năm 2024"], ["V/v đào tạo", ""]])  # fmt: skip
    filled(document, [["Nơi nhận:\n- Như trên;", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"]])
    assert texts(document) == [
        "UBND TỈNH LAM GIANG", "Số: 5/KH-UBND", "V/v đào tạo", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Lam Giang, ngày 5 tháng 3 năm 2024", "Nơi nhận:", "- Như trên;", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH",
    ]  # fmt: skip


def test_a_row_of_a_form_says_each_cell_once() -> None:
    document = docx.Document()
    table = filled(document, [[str(i) for i in range(12)]] * 3)
    table.cell(1, 1).merge(table.cell(1, 11)).text = "Địa chỉ"
    assert [line.cells for line in lines(document)][1] == ("0", "Địa chỉ")


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFC", text)))


@pytest.mark.parametrize("file", sorted(ORIGINALS.glob("*.docx")), ids=lambda file: str(file.stem))
def test_no_word_of_the_originals_is_lost(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        root = parse_xml(archive.read("word/document.xml"))
    breaks = {qn("w:p"): "\n", qn("w:br"): "\n", qn("w:tab"): " ", qn("w:noBreakHyphen"): "-"}
    stored = words("".join((e.text or "") if e.tag == qn("w:t") else breaks.get(e.tag, "") for e in root.iter()))
    missing = stored - words("\n".join(line.text for line in read_docx(file.name, file.read_bytes(), Allowed()).lines))
    assert sum(stored.values()) > 1000
    assert sum(missing.values()) <= 0.001 * sum(stored.values()), missing.most_common(10)


def test_the_originals_are_there() -> None:
    assert len(list(ORIGINALS.glob("*.docx"))) == 10
