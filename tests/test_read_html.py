"""HTML: blocks in order, merged cells filled, layout tables taken apart, menus left out."""

from ingest.lines import Line
from ingest.read import read


def lines(body: str) -> tuple[Line, ...]:
    return read(
        "a.html", f"<!doctype html><html><head><title>Trang</title></head><body>{body}</body></html>".encode()
    ).lines


def texts(body: str) -> list[str]:
    return [line.text for line in lines(body)]


def test_blocks_come_in_order_and_inline_text_stays_together() -> None:
    body = "<p>Số: <b>12</b>/KH-<i>UBND</i></p><div>Một <span>câu</span><p>Hai</p>Ba</div><ul><li>bốn</li></ul>"
    assert texts(body) == ["Số: 12/KH-UBND", "Một câu", "Hai", "Ba", "bốn"]


def test_entities_are_letters_and_a_break_ends_a_line() -> None:
    assert texts("<p>Ch&iacute;nh ph&#7911; &amp; &lt;B&ocirc;&gt;<br>d&ograve;ng hai&nbsp;!</p>") == [
        "Chính phủ & <Bô>",
        "dòng hai !",
    ]


def test_headings_have_their_level() -> None:
    assert [(line.kind, line.level) for line in lines("<h1>A b</h1><h3>C d</h3><p>e</p>")] == [
        ("heading", 1),
        ("heading", 3),
        ("text", 0),
    ]


def test_scripts_menus_and_forms_are_no_text() -> None:
    body = (
        "<nav>Trang chủ</nav><script>var a</script><style>p{}</style><form>Tìm</form><p>Nội dung</p><footer>©</footer>"
    )
    assert texts(body) == ["Nội dung"]


def test_plain_blocks_named_as_menus_and_comments_are_no_text_unless_they_are_long() -> None:
    body = '<div class="menu">Trang chủ</div><p>Nội dung</p><div id="comments" class="x"><h3>Bình luận (0)</h3></div>'
    assert texts(body) == ["Nội dung"]
    assert len(texts(f'<div class="side"><p>{"rất dài " * 500}</p></div>')) == 1


def test_an_article_is_the_text_if_there_is_one() -> None:
    assert texts("<div>Tin liên quan</div><article><p>Nội dung</p></article><div>Bình luận</div>") == ["Nội dung"]


def test_rowspan_and_colspan_are_filled() -> None:
    body = (
        "<table><tr><th rowspan=2>TT</th><th rowspan=2>Tên</th><th colspan=2>Năm</th></tr>"
        "<tr><th>2024</th><th>2025</th></tr>"
        "<tr><td>1</td><td rowspan=2>Lớp A</td><td>10</td><td>20</td></tr><tr><td>2</td><td>30</td><td>40</td></tr></table>"
    )
    assert [line.cells for line in lines(body)] == [
        ("TT", "Tên", "Năm", "Năm"),
        ("TT", "Tên", "2024", "2025"),
        ("1", "Lớp A", "10", "20"),
        ("2", "Lớp A", "30", "40"),
    ]
    assert [line.header for line in lines(body)] == [True, False, False, False]


def test_a_row_across_all_columns_is_said_once() -> None:
    body = "<table><tr><td>TT<td>Tên<td>Hạn</tr><tr><td colspan=3>I. Nhóm một</td></tr><tr><td>1<td>a<td>b</tr></table>"
    assert [line.text for line in lines(body)] == ["TT | Tên | Hạn", "I. Nhóm một", "1 | a | b"]


def test_a_layout_table_is_taken_apart() -> None:
    body = "<table><tr><td>BỘ NỘI VỤ<br>Số: 1/TT-BNV</td><td><p>CỘNG HÒA</p><p>Độc lập</p></td></tr></table>"
    assert [(line.text, line.kind) for line in lines(body)] == [
        ("BỘ NỘI VỤ", "text"),
        ("Số: 1/TT-BNV", "text"),
        ("CỘNG HÒA", "text"),
        ("Độc lập", "text"),
    ]


def test_a_table_inside_a_cell_is_said_once() -> None:
    inner = "<table><tr><td>x<td>y</tr><tr><td>z<td>w</tr></table>"
    body = f"<table><tr><td>TT<td>Tên<td>Bảng</tr><tr><td>1<td>A<td>{inner}</tr><tr><td>2<td>B<td>C</tr></table>"
    found = [line.text for line in lines(body)]
    assert len(found) == 3
    assert found[1].startswith("1 | A | x") and found[1].count("w") == 1


def test_an_absurd_span_does_not_fill_the_memory() -> None:
    body = "<table>" + "<tr><td>a<td colspan=999999999 rowspan=999999999>b<td>c</tr>" * 3 + "</table>"
    assert all(len(line.cells) < 1000 for line in lines(body))


def test_the_title_is_kept_for_want_of_a_better() -> None:
    assert (
        read("a.html", b"<html><head><title>Ten trang</title></head><body><p>x</p></body></html>").title == "Ten trang"
    )


def test_a_page_without_closing_tags_is_read() -> None:
    assert texts("<p>Một<p>Hai<div>Ba") == ["Một", "Hai", "Ba"]


def test_a_page_laid_out_by_a_table_keeps_its_inner_table() -> None:
    inner = "<table><caption>Bảng 1</caption><tr><td>TT<td>Tên<td>Hạn<tr><td>1<td>A<td>B</table>"
    body = f"<table><tr><td>Đầu trang</td></tr><tr><td><p>Nội dung</p>{inner}</td></tr><tr><td>Cuối</td></tr></table>"
    assert texts(body) == ["Đầu trang", "Nội dung", "Bảng 1", "TT | Tên | Hạn", "1 | A | B", "Cuối"]
