"""DOCX: automatic numbers as Word shows them, tables as rows, text in document order."""

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.lines import Line
from ingest.read import read

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples" / "dossier"


def lines(document: WordDocument) -> tuple[Line, ...]:
    out = io.BytesIO()
    document.save(out)
    return read("a.docx", out.getvalue()).lines


def texts(document: WordDocument) -> list[str]:
    return [line.text for line in lines(document)]


def test_paragraphs_headings_and_tables_come_in_order() -> None:
    document = docx.Document()
    document.add_heading("Kế hoạch", 1)
    document.add_paragraph("Trước bảng")
    table = document.add_table(3, 3)
    for i, row in enumerate(table.rows):
        for j, cell in enumerate(row.cells):
            cell.text = f"{i}.{j}"
    document.add_paragraph("Sau bảng")
    found = lines(document)
    assert [line.text for line in found] == [
        "Kế hoạch", "Trước bảng", "0.0 | 0.1 | 0.2", "1.0 | 1.1 | 1.2", "2.0 | 2.1 | 2.2", "Sau bảng",
    ]  # fmt: skip
    assert [line.kind for line in found] == ["heading", "text", "row", "row", "row", "text"]
    assert [line.header for line in found] == [False, False, True, False, False, False]


def test_a_nested_table_is_read_where_it_stands() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for row in table.rows:
        for cell in row.cells:
            cell.text = "x"
    inner = table.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "trong một", "trong hai"
    assert "trong một" in texts(document)[1] and "trong hai" in texts(document)[1]


def test_merged_cells_are_filled_and_a_row_across_all_is_said_once() -> None:
    document = docx.Document()
    table = document.add_table(4, 3)
    for i, row in enumerate(table.rows):
        for j, cell in enumerate(row.cells):
            cell.text = f"{i}{j}"
    group = table.cell(1, 0).merge(table.cell(1, 2))
    group.text = "I. Nhóm"
    down = table.cell(2, 0).merge(table.cell(3, 0))
    down.text = "chung"
    assert texts(document)[1:] == ["I. Nhóm", "chung | 21 | 22", "chung | 31 | 32"]


def test_a_layout_table_is_taken_apart() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "UBND TỈNH\nSố: 5/KH-UBND", "CỘNG HÒA"
    assert texts(document) == ["UBND TỈNH", "Số: 5/KH-UBND", "CỘNG HÒA"]


def test_a_line_break_inside_a_paragraph_makes_two_lines() -> None:
    document = docx.Document()
    document.add_paragraph("Chương I\nQUY ĐỊNH CHUNG")
    assert texts(document) == ["Chương I", "QUY ĐỊNH CHUNG"]


LEVELS = (
    (0, "upperRoman", "Chương %1", None),
    (1, "decimal", "Điều %2.", 0),  # restart 0: runs on through the chapters
    (2, "decimal", "%3.", None),
    (3, "lowerLetter", "%4)", None),
)


def numbered(*levels: int | None) -> WordDocument:
    """A document whose paragraphs bear only automatic numbers of these levels (None: no number)."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    marks = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        + (f'<w:lvlRestart w:val="{restart}"/>' if restart is not None else "")
        + f'<w:lvlText w:val="{text}"/></w:lvl>'
        for i, kind, text, restart in LEVELS
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{marks}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level in levels:
        paragraph = document.add_paragraph("chữ")
        if level is not None:
            number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(number))
    return document


def test_automatic_numbers_restart_below_and_articles_run_on_across_chapters() -> None:
    assert texts(numbered(0, 1, 2, 2, 3, 3, None, 2, 1, 2, 0, 1, 2)) == [
        "Chương I chữ", "Điều 1. chữ", "1. chữ", "2. chữ", "a) chữ", "b) chữ", "chữ", "3. chữ", "Điều 2. chữ", "1. chữ",
        "Chương II chữ", "Điều 3. chữ", "1. chữ",
    ]  # fmt: skip


def test_a_new_instance_with_a_start_of_its_own_begins_anew() -> None:
    document = numbered(0, 1, 1)
    numbering = document.part.numbering_part.element
    override = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/>{override}</w:num>'))
    for text in ("một", "hai"):
        number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="1"/><w:numId w:val="91"/></w:numPr>'
        document.add_paragraph(text)._p.get_or_add_pPr().append(parse_xml(number))
    assert texts(document)[-2:] == ["Điều 1. một", "Điều 2. hai"]


def test_number_zero_takes_the_number_of_a_style_away() -> None:
    document = docx.Document()
    plain = document.add_paragraph("có số", style="List Number")
    none = document.add_paragraph("không số", style="List Number")
    none._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="0"/></w:numPr>'))
    assert plain.style is not None
    assert texts(document) == ["1. có số", "không số"]


def test_bullets_become_dashes() -> None:
    document = docx.Document()
    document.add_paragraph("gạch", style="List Bullet")
    assert texts(document) == ["- gạch"]


@pytest.fixture(scope="module")
def regulation() -> list[str]:
    """The sample whose articles and clauses are numbered by Word alone."""
    content = (SAMPLES / "25-2022-qd-ubnd.docx").read_bytes()
    assert not any("Điều 5." in p.text for p in docx.Document(io.BytesIO(content)).paragraphs)
    return [line.text for line in read("a.docx", content).lines]


def test_the_sample_shows_its_numbers(regulation: list[str]) -> None:
    at = regulation.index("Điều 5. Điều kiện về thời gian công tác")
    assert regulation[at + 1].startswith("1. Người được xem xét tiếp nhận")
    following = regulation[at + 2 : at + 9]
    assert [line.split(" ")[0] for line in following] == ["a)", "b)", "c)", "d)", "2.", "3.", "4."]


def test_the_articles_of_the_sample_run_on_through_its_chapters(regulation: list[str]) -> None:
    articles = [
        int(line.split()[1].rstrip(".")) for line in regulation if line.startswith("Điều ") and ". " in line[:9]
    ]
    assert articles == [1, 2, 3, *range(1, 22)]  # the decision's own three, then the enclosed regulation's
    at = regulation.index("Chương II")
    assert regulation[at + 1] == "TUYỂN DỤNG CÔNG CHỨC" and regulation[at + 2].startswith("Điều 6. ")


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>chữ ẩn</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "<w:p><w:ins w:id='1' w:author='a'><w:r><w:t>chữ ẩn</w:t></w:r></w:ins></w:p>",
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>chữ </w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>ẩn</w:t></w:r></w:p>",
        "<w:p><w:smartTag><w:smartTagPr/><w:r><w:t>chữ ẩn</w:t></w:r></w:smartTag></w:p>",
        "<w:customXml><w:p><w:r><w:t>chữ ẩn</w:t></w:r></w:p></w:customXml>",
    ],
    ids=["control", "tracked", "inline-control", "tag", "custom"],
)
def test_text_in_wrappings_is_read(wrapped: str) -> None:
    document = docx.Document()
    document.add_paragraph("trước")
    document.add_paragraph("sau")
    name, rest = wrapped[1:].split(">", 1)
    document.paragraphs[0]._p.addnext(parse_xml(f"<{name} {nsdecls('w')}>{rest}"))
    assert texts(document) == ["trước", "chữ ẩn", "sau"]


def test_deleted_text_is_no_text() -> None:
    document = docx.Document()
    deleted = f"<w:p {nsdecls('w')}><w:r><w:t>giữ</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>"
    document.add_paragraph("a")._p.addnext(parse_xml(deleted))
    assert texts(document) == ["a", "giữ"]


def test_a_box_of_one_column_is_no_table() -> None:
    document = docx.Document()
    table = document.add_table(4, 1)
    for i, row in enumerate(table.rows):
        row.cells[0].text = f"đoạn {i}"
    assert [(line.text, line.kind) for line in lines(document)] == [(f"đoạn {i}", "text") for i in range(4)]
