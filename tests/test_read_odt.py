"""OpenDocument: numbers of lists as they are shown, tables, notes, what was deleted left out; sheets and slides too."""

import io
import zipfile

import pytest

from corpus.errors import FileError
from ingest.lines import Line, Reading
from ingest.read import read

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("svg", "svg-compatible"), ("presentation", "presentation"), ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
STYLES = """
<text:list-style style:name="L">
  <text:list-level-style-number text:level="1" style:num-prefix="Điều " style:num-suffix="." style:num-format="1"/>
  <text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1"/>
  <text:list-level-style-number text:level="3" style:num-suffix=")" style:num-format="a" text:start-value="2"/>
</text:list-style>
<text:list-style style:name="D">
  <text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="I"/>
  <text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1" text:display-levels="2"/>
  <text:list-level-style-bullet text:level="3" text:bullet-char="•"/>
</text:list-style>
"""


def packed(body: str, kind: str = "text", styles: str = STYLES, extra: dict[str, str] | None = None) -> bytes:
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", xml)
        for name, text in (extra or {}).items():
            archive.writestr(name, text)
    return out.getvalue()


def reading(body: str, kind: str = "text", styles: str = STYLES) -> Reading:
    return read("a", packed(body, kind, styles))


def texts(body: str) -> list[str]:
    return [line.text for line in reading(body).lines]


def items(*texts: str) -> str:
    return "".join(f"<text:list-item>{text if text.startswith('<') else p(text)}</text:list-item>" for text in texts)


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def test_lists_have_the_numbers_that_are_shown() -> None:
    points = f"<text:list>{items('điểm', 'điểm')}</text:list>"
    inner = f"<text:list>{items(p('khoản một') + points, 'khoản hai')}</text:list>"
    body = (
        f'<text:list text:style-name="L" xml:id="x1">{items("<text:p>Phạm vi</text:p>" + inner)}</text:list>'
        f"{p('Một đoạn xen giữa')}"
        f'<text:list text:style-name="L" text:continue-numbering="true">{items("Giải thích")}</text:list>'
        f'<text:list text:style-name="L" text:continue-list="x1">{items("Hiệu lực")}</text:list>'
        f'<text:list text:style-name="L">{items("Bắt đầu lại")}</text:list>'
    )
    assert texts(body) == [
        "Điều 1. Phạm vi", "1. khoản một", "b) điểm", "c) điểm", "2. khoản hai", "Một đoạn xen giữa",
        "Điều 2. Giải thích", "Điều 3. Hiệu lực", "Điều 1. Bắt đầu lại",
    ]  # fmt: skip


def test_levels_together_bullets_starts_and_items_without_a_number() -> None:
    deep = f"<text:list>{items('hai cấp', '<text:p>hai cấp</text:p><text:list>' + items('gạch') + '</text:list>')}</text:list>"
    body = (
        f'<text:list text:style-name="D"><text:list-header>{p("Đầu")}</text:list-header>'
        f'<text:list-item text:start-value="4">{p("Mục")}{p("Đoạn thứ hai của mục")}{deep}</text:list-item>{items("", "Sau")}</text:list>'
    )
    assert texts(body) == [
        "Đầu", "IV. Mục", "Đoạn thứ hai của mục", "IV.1. hai cấp", "IV.2. hai cấp", "- gạch", "V. Sau",
    ]  # fmt: skip


def test_headings_have_levels_and_their_own_numbers() -> None:
    styles = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
    )
    body = '<text:h text:outline-level="1">Mục tiêu</text:h><text:h text:outline-level="2">Chung</text:h><text:h text:outline-level="1">Nhiệm vụ</text:h>'
    assert [(line.text, line.level) for line in reading(body, styles=styles).lines] == [
        ("I. Mục tiêu", 1),
        ("Chung", 2),
        ("II. Nhiệm vụ", 1),
    ]


def test_inline_text_notes_frames_and_what_was_deleted() -> None:
    note = (
        '<text:note text:id="n"><text:note-citation>1</text:note-citation><text:note-body><text:p>Theo Nghị định cũ.</text:p>'
        "</text:note-body></text:note>"
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>đã xóa</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        f"<text:p>Số:<text:s text:c='2'/>12<text:tab/>/QĐ{note} mới<text:line-break/><text:span>dòng</text:span> hai"
        "<office:annotation><text:p>góp ý</text:p></office:annotation><text:soft-page-break/></text:p>"
        "<text:p><draw:frame><draw:text-box><text:p>Trong khung</text:p></draw:text-box></draw:frame></text:p>"
        "<text:section><text:p>Trong phần</text:p></text:section>"
        "<text:table-of-content><text:index-body><text:p>Mục lục</text:p></text:index-body></text:table-of-content>"
    )
    assert texts(body) == ["Số: 12 /QĐ mới", "dòng hai", "Trong khung", "Trong phần", "1 Theo Nghị định cũ."]


def cell(text: str, **attributes: int) -> str:
    spans = "".join(f' table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f"<table:table-cell{spans}>{p(text)}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def rows(*rows: str) -> str:
    return "<table:table>" + "".join(f"<table:table-row>{r}</table:table-row>" for r in rows) + "</table:table>"


def test_tables_keep_their_rows_and_fill_merged_cells() -> None:
    body = rows(
        cell("TT", number_rows_spanned=2)
        + cell("Tên", number_rows_spanned=2)
        + cell("Số lượng", number_columns_spanned=2)
        + COVERED,
        COVERED + COVERED + cell("2023") + cell("2024"),
        cell("Nhóm A", number_columns_spanned=4) + COVERED * 3,
        cell("1") + cell("Sở", number_rows_spanned=2) + cell("5") + cell("6"),
        cell("2") + COVERED + cell("7") + cell("8"),
    )
    found = reading(body).lines
    assert [(line.header, line.text) for line in found] == [
        (True, "TT | Tên | Số lượng / 2023 | Số lượng / 2024"),
        (False, "Nhóm A"),
        (False, "1 | Sở | 5 | 6"),
        (False, "2 | Sở | 7 | 8"),
    ]


def test_a_layout_table_is_text_column_by_column() -> None:
    body = rows(cell("UBND TỈNH") + cell("CỘNG HÒA"), cell("Số: 1/QĐ") + cell("Lam Giang, ngày 1"))
    assert [line.kind for line in reading(body).lines] == ["text"] * 4


def test_old_fonts_are_converted() -> None:
    styles = (
        '<style:font-face style:name="F" svg:font-family="\'.VnTime\'"/>'
        '<style:style style:name="T1"><style:text-properties style:font-name="F"/></style:style>'
    )
    body = '<text:p><text:span text:style-name="T1">Céng hoµ x· héi chñ nghÜa ViÖt Nam</text:span> (draft)</text:p>'
    assert [line.text for line in reading(body, styles=styles).lines] == ["Cộng hoà xã hội chủ nghĩa Việt Nam (draft)"]


def test_flat_files_sheets_and_slides() -> None:
    flat = f'<?xml version="1.0"?><office:document {SPACES} office:mimetype="x"><office:body><office:text>{p("Phẳng")}</office:text></office:body></office:document>'
    assert [line.text for line in read("a.fodt", flat.encode()).lines] == ["Phẳng"]
    table = (
        '<table:table table:name="Danh sách">'
        f"<table:table-row>{cell('TT')}{cell('Họ tên')}{cell('Ngày bổ nhiệm')}</table:table-row>"
        f"<table:table-row>{cell('1')}{cell('Lê An')}"
        '<table:table-cell office:value-type="date" office:date-value="2026-03-31"><text:p>3/31/2026</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="16381"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        "</table:table>"
    )
    assert [(line.kind, line.header, line.text) for line in reading(table, "spreadsheet").lines] == [
        ("heading", False, "Danh sách"),
        ("row", True, "TT | Họ tên | Ngày bổ nhiệm"),
        ("row", False, "1 | Lê An | 31/03/2026"),
    ]
    slide = (
        f'<draw:page><draw:frame svg:x="1cm" svg:y="9cm"><draw:text-box>{p("Dưới")}</draw:text-box></draw:frame>'
        f'<draw:frame presentation:class="title" svg:x="1cm" svg:y="1cm"><draw:text-box>{p("Tên")}</draw:text-box></draw:frame>'
        f"<presentation:notes><draw:frame><draw:text-box>{p('Ghi chú')}</draw:text-box></draw:frame></presentation:notes></draw:page>"
    )
    assert list(reading(slide, "presentation").lines) == [
        Line("Tên", "heading", 1, 1),
        Line("Dưới", page=1),
        Line("Ghi chú", page=1),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (packed("<text:p>x"), "file-broken"),
        (packed(p("x"), extra={"META-INF/manifest.xml": '<m:m xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:encryption-data/></m:m>'}), "file-needs-password"),
        (packed("")[:300], "file-broken"),
        (packed(""), "file-no-text"),
    ],
)  # fmt: skip
def test_locked_and_broken_files_say_so(content: bytes, code: str) -> None:
    with pytest.raises(FileError) as caught:
        read("a.odt", content)
    assert caught.value.code == code


def test_an_entity_is_never_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 50 + '"><!ENTITY c "' + "&b;" * 50 + '">]>'
    content = packed(p("&c;")).replace(
        b'<?xml version="1.0" encoding="UTF-8"?>', b'<?xml version="1.0" encoding="UTF-8"?>'
    )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("content.xml").decode().replace("?>", "?>" + bomb, 1)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", xml)
    with pytest.raises(FileError) as caught:
        read("bom.odt", out.getvalue())
    assert caught.value.code == "file-broken"
