"""HTML: blocks in order, merged cells filled, layout tables taken apart, menus left out."""

import pytest

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
        ("TT", "Tên", "Năm / 2024", "Năm / 2025"),
        ("1", "Lớp A", "10", "20"),
        ("2", "Lớp A", "30", "40"),
    ]
    assert [line.header for line in lines(body)] == [True, False, False]


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


PROSE = (
    "<p>"
    + "Ủy ban nhân dân tỉnh Lam Giang yêu cầu các sở báo cáo kết quả thực hiện kế hoạch trước ngày 31 tháng 12. " * 3
    + "</p>"
)
MENU = "".join(f'<li><a href="/{i}">Chuyên mục tin tức {i}</a></li>' for i in range(6))


def test_lists_of_links_around_the_text_go_and_those_inside_it_stay() -> None:
    inside = "<ul>" + "".join(f'<li><a href="/vb/{i}">Văn bản số {i} của tỉnh</a></li>' for i in range(4)) + "</ul>"
    found = texts(f"<div><ul>{MENU}</ul></div>{PROSE}{inside}{PROSE}<div>{MENU}</div>")
    assert [t for t in found if t.startswith("Văn bản")] == [f"Văn bản số {i} của tỉnh" for i in range(4)]
    assert not [t for t in found if t.startswith("Chuyên mục")] and len(found) == 6


def test_bases_that_are_all_links_are_text() -> None:
    bases = "".join(
        f'<p><a href="/{i}">Căn cứ Luật số {i}/2019/QH14 ngày 25 tháng 11 năm 2019;</a></p>' for i in range(4)
    )
    assert len(texts(f"<div>{bases}</div>{PROSE}")) == 5


def test_a_table_of_contents_stays() -> None:
    toc = "".join(f'<li><a href="#d{i}">Điều {i}. Phạm vi</a></li>' for i in range(1, 5))
    assert len(texts(f"<ul>{toc}</ul>{PROSE}")) == 5


def test_a_page_that_is_one_form_is_read() -> None:
    body = f'<form id="aspnetForm" action="/"><input value="x"><div class="breadcrumb">Trang chủ</div>{PROSE}</form>'
    assert len(texts(body)) == 1


@pytest.mark.parametrize(
    "name",
    ['class="social-share"', 'class="relatedNews"', 'id="box_comment"', 'class="cookie-banner fixed"', 'class="tin-lien-quan"',
     'role="navigation"', "hidden", 'style="display:none"', 'style="VISIBILITY: hidden"'],
)  # fmt: skip
def test_blocks_that_say_what_they_are_go(name: str) -> None:
    assert texts(f"{PROSE}<div {name}><h3>Chia sẻ tin này</h3><p>Một dòng khác</p></div>") == texts(PROSE)


@pytest.mark.parametrize(
    "name", ['class="content-with-sidebar"', 'class="comments-open"', 'style="display:none"', 'class="main-menu"']
)
def test_what_holds_the_text_is_never_thrown_away_for_its_name(name: str) -> None:
    menu = "".join(f'<a href="/{i}">Một mục rất dài của trình đơn số {i}</a>' for i in range(80))
    assert texts(PROSE)[0] in texts(f"<div {name}>{PROSE}</div><div>{menu}</div>")


def test_numbered_lists_have_the_numbers_that_are_shown() -> None:
    body = (
        "<ol><li>Một<ol type=a><li>Hai<li>Ba</ol><li value=7>Bốn<li><p>5. Năm</p></ol><ol start=3 type=I><li>Sáu</ol>"
        '<ol style="list-style-type: lower-roman"><li>Bảy</ol><ol style="list-style:none"><li>Tám</ol><ul><li>Chín</ul>'
    )
    assert texts(body) == ["1. Một", "a. Hai", "b. Ba", "7. Bốn", "5. Năm", "III. Sáu", "i. Bảy", "Tám", "Chín"]


def test_a_page_saved_by_word() -> None:
    body = (
        "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>"
        "Sở Nội vụ<o:p></o:p></p><!--[if gte mso 9]><xml><w:x>không phải chữ</w:x></xml><![endif]-->"
        "<p class=MsoNormal>Điều<span lang=VI> 5.</span> <b>Hiệu\nlực</b><o:p>&nbsp;</o:p></p>"
    )
    assert texts(body) == ["1. Sở Nội vụ", "Điều 5. Hiệu lực"]


def raw(text: str, encoding: str, charset: str, style: str = "") -> list[str]:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">{style}</head><body>{text}</body></html>'
    return [line.text for line in read("a.html", page.encode(encoding)).lines]


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [("utf-8", "iso-8859-1"), ("utf-16", "utf-16"), ("utf-8-sig", "x-none"), ("utf-8", "utf-8")],
)
def test_the_encoding_is_found_whatever_the_page_says(encoding: str, charset: str) -> None:
    assert raw("<p>Ủy ban nhân dân</p>", encoding, charset) == ["Ủy ban nhân dân"]


def test_windows_1258_and_1252_are_believed() -> None:
    assert raw("<p>Ke\u0301 hoa\u0323ch</p>", "cp1258", "windows-1258") == ["Ke\u0301 hoa\u0323ch"]
    assert raw("<p>Café “déjà”</p>", "cp1252", "iso-8859-1") == ["Café “déjà”"]


@pytest.mark.parametrize(
    ("open_", "close", "style"),
    [
        ('<p><font face=".VnTime">', "</font></p>", ""),
        ("<p style=\"font-family:'.VnTime','serif'\">", "</p>", ""),
        (
            "<p class=MsoNormal>",
            "</p>",
            '<style><!-- p.MsoNormal, li.MsoNormal {margin:0;font-family:".VnTime";} --></style>',
        ),
    ],
)
def test_old_fonts_are_converted_where_they_are_named(open_: str, close: str, style: str) -> None:
    text = "Céng hoµ x· héi chñ nghÜa ViÖt Nam"
    assert raw(f"{open_}{text}{close}<p>Café déjà</p>", "cp1252", "iso-8859-1", style) == [
        "Cộng hoà xã hội chủ nghĩa Việt Nam",
        "Café déjà",
    ]


def test_preformatted_text_keeps_its_lines_and_definitions_are_lines() -> None:
    assert texts("<pre>Điều 1. Một\n\n  1. Hai\n</pre><dl><dt>Cơ quan</dt><dd>Sở Nội vụ</dd></dl>") == [
        "Điều 1. Một",
        "1. Hai",
        "Cơ quan",
        "Sở Nội vụ",
    ]


def test_letters_of_one_word_in_several_tags_stay_together_in_a_cell_too() -> None:
    body = "<table><tr><th>T<b>T</b></th><th>Ng<i>hị</i> định</th></tr><tr><td>1<script>x</script></td><td>a<br>b</td></tr></table>"
    assert texts(body) == ["TT | Nghị định", "1 | a b"]


def test_the_columns_of_a_page_laid_out_by_a_table_are_text() -> None:
    body = f"<table><tr><td><ul>{MENU}</ul></td><td>{PROSE * 8}<p>Điều 1</p></td><td>{MENU}</td></tr></table>"
    found = lines(body)
    assert {line.kind for line in found} == {"text"} and len(found) == 9 and found[-1].text == "Điều 1"


def test_a_headline_outside_the_article_is_kept() -> None:
    assert texts(f"<h1>Tên bài</h1><div>Menu</div><article>{PROSE}</article>")[0] == "Tên bài"


def test_of_several_articles_the_greatest_is_the_text() -> None:
    card = "<article><h3>Tin khác</h3><p>Tóm tắt một tin khác</p></article>"
    assert texts(f"<main>{card}<article>{PROSE * 3}</article>{card}</main>") == texts(PROSE) * 3


def test_blocks_nested_beyond_all_measure_are_read() -> None:
    assert texts("<div>" * 3_000 + "sâu" + "</div>" * 3_000) == ["sâu"]
    assert texts("<b>" * 5_000 + "đậm")[-1] == "đậm"
