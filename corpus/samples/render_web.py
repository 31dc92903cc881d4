"""Makes a web page, as saved from the portal of the province, or a plain text file of a sample source."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from corpus.samples.layout import body_mark, lead_and_rest, listed, nation_lines
from corpus.samples.word_parts import is_short

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.samples.markup import Block, Source

STYLE = """
body{font-family:Arial,Helvetica,sans-serif;margin:0;background:#f2f2f2;color:#222}
.banner{background:#b5121b;color:#ffe9a8;padding:18px 24px;font-size:22px;font-weight:bold;text-transform:uppercase}
.menu{background:#8d0f16;padding:8px 24px}.menu a{color:#fff;margin-right:18px;text-decoration:none;font-size:14px}
.page{max-width:980px;margin:0 auto;background:#fff;padding:12px 28px}
.crumbs,.tools,.meta{font-size:13px;color:#555}.meta td{padding:3px 10px;border:1px solid #ddd}
.doc{font-family:"Times New Roman",Times,serif;font-size:18px;line-height:1.45;text-align:justify;margin-top:18px}
.doc .c{text-align:center}.doc .i{font-style:italic}.doc p{margin:8px 0}
.doc table.head{width:100%}.doc table.head td{width:50%;vertical-align:top;text-align:center}
.doc table.head p{margin:2px 0}.doc table.data{border-collapse:collapse;width:100%;font-size:16px;text-align:left}
.doc table.data td,.doc table.data th{border:1px solid #000;padding:4px 6px}
.side{border-top:2px solid #b5121b;margin-top:28px;font-size:14px}
.foot{background:#333;color:#ddd;padding:16px 24px;font-size:13px}
""".strip()

VI = {
    "site": "Cổng thông tin điện tử tỉnh Lam Giang",
    "menu": "Trang chủ|Giới thiệu|Tin tức - Sự kiện|Văn bản|Dịch vụ công|Công dân hỏi|Liên hệ|English",
    "crumbs": "Trang chủ|Văn bản|Văn bản chỉ đạo điều hành",
    "tools": "Cỡ chữ: A- A A+|In trang|Gửi email|Chia sẻ",
    "labels": "Số, ký hiệu|Ngày ban hành|Cơ quan ban hành|Trích yếu|Tệp đính kèm",
    "file": "Bản toàn văn",
    "related_head": "Tin cùng chuyên mục",
    "related": "Hướng dẫn tra cứu văn bản trên Cổng thông tin điện tử|Thông báo bảo trì hệ thống thư điện tử công vụ|"
    "Lấy ý kiến bạn đọc về giao diện mới của Cổng thông tin",
    "comments": "Bình luận (0)",
    "no_comments": "Chưa có bình luận nào. Ý kiến của bạn sẽ được biên tập trước khi đăng.",
    "top": "Về đầu trang",
    "foot": "Cơ quan chủ quản: Ủy ban nhân dân tỉnh Lam Giang|Ghi rõ nguồn “Cổng thông tin điện tử tỉnh Lam Giang” khi "
    "phát hành lại thông tin từ trang này",
    "recipients": "Nơi nhận:",
    "to": "Kính gửi:",
}
EN = {
    "site": "Lam Giang Province Web Portal",
    "menu": "Home|About|News and events|Documents|Public services|Questions from citizens|Contact|Tiếng Việt",
    "crumbs": "Home|Documents|Documents on direction and administration",
    "tools": "Text size: A- A A+|Print|Email|Copy link",
    "labels": "Number|Date of issue|Issued by|Subject|Attachment",
    "file": "Full text",
    "related_head": "Other items in this section",
    "related": "How to look up documents on the portal|Maintenance notice: official e-mail system|"
    "Have your say on the new look of the portal",
    "comments": "Comments (0)",
    "no_comments": "No comments yet. Comments are reviewed before they are shown.",
    "top": "Back to top",
    "foot": "Owner: People's Committee of Lam Giang Province|Please name the Lam Giang Province Web Portal as the "
    "source when you reuse this text",
    "recipients": "Recipients:",
    "to": "To:",
}


def words_of(source: Source) -> dict[str, str]:
    """The fixed words of the page in the language of the source."""
    return EN if source.english else VI


def bar(text: str) -> list[str]:
    """The pieces of a fixed text."""
    return text.split("|")


def tag(name: str, text: str, classes: str = "", extra: str = "") -> str:
    """One element around escaped text."""
    marks = (f' class="{classes}"' if classes else "") + (f" {extra}" if extra else "")
    return f"<{name}{marks}>{escape(text, quote=False)}</{name}>"


def centred(text: str, *, bold: bool = True, italic: bool = False) -> str:
    """A centred paragraph, as portals set headings."""
    inner = escape(text, quote=False)
    inner = f"<strong>{inner}</strong>" if bold else inner
    inner = f"<em>{inner}</em>" if italic else inner
    return f'<p class="c">{inner}</p>'


def html_table(block: Block) -> str:
    """A table whose group rows span all columns."""
    short = [is_short(block, column) for column in range(block.columns)]
    lines = ['<table class="data">']
    for index, row in enumerate(block.rows):
        if row.group:
            inner = f'<td colspan="{block.columns}"><strong>{escape(row.cells[0], quote=False)}</strong></td>'
        elif index == 0:
            inner = "".join(tag("th", cell, "c") for cell in row.cells)
        else:
            inner = "".join(
                tag("td", cell, "c" if short[column] else "") for column, cell in enumerate(row.cells)
            )  # fmt: skip
        lines.append(f"<tr>{inner}</tr>")
    return "\n".join([*lines, "</table>"])


def html_heading(block: Block) -> str:
    """An article or outline heading: bold, or only its number bold where it is a whole sentence."""
    lead, rest = lead_and_rest(block.text)
    return f"<p><strong>{escape(lead, quote=False)}</strong>{escape(rest, quote=False)}</p>"


def html_block(source: Source, block: Block) -> str:
    """One block of the body."""
    mark = body_mark(block)
    if mark == "table":
        return html_table(block)
    if mark == "sign":
        return html_signature(source)
    if mark in ("enact", "chapter", "section"):
        return "\n".join(centred(part) for part in block.parts)
    if mark in ("promulgated", "annex"):
        return "\n".join(centred(part, bold=part[0] != "(", italic=part[0] == "(") for part in block.parts)
    if mark in ("article", "h1", "h2", "h3"):
        return html_heading(block)
    return tag("p", block.text, "i" if mark == "basis" and source.state else "")


def html_head(source: Source) -> str:
    """The two-column head of the document, the type and the summary."""
    nation, motto = nation_lines(source)
    left = [tag("p", source.parent)] if source.parent else []
    left += [f"<p><strong>{escape(source.issuer, quote=False)}</strong></p>", tag("p", source.number)]
    left += [tag("p", source.subject, "i")] if source.subject else []
    if not source.state:
        left.insert(-1, tag("p", "*"))
    right = [f"<p><strong>{escape(line)}</strong></p>" for line in (nation, motto) if line]
    right.append(tag("p", source.place_date, "i"))
    lines = [f'<table class="head"><tr>\n<td>{"".join(left)}</td>\n<td>{"".join(right)}</td>\n</tr></table>']
    lines += [centred(line) for line in (source.type, source.title) if line]
    if source.to:
        lines.append(tag("p", words_of(source)["to"], "c"))
        lines += [tag("p", item, "c") for item in listed(source.to)]
    return "\n".join(lines)


def html_signature(source: Source) -> str:
    """Recipients and signature side by side."""
    left = [f"<p><strong><em>{words_of(source)['recipients']}</em></strong></p>"]
    left += [tag("p", item) for item in listed(source.recipients)]
    right = [centred(line, bold=line[0] != "(", italic=line[0] == "(") for line in source.signature]
    return (f'<table class="head"><tr>\n<td style="text-align:left">{"".join(left)}</td>\n'
            f'<td>{"".join(right)}</td>\n</tr></table>')  # fmt: skip


def links(items: Iterable[str]) -> str:
    """Links that lead nowhere, as a saved page has them."""
    return " ".join(tag("a", item, extra='href="#"') for item in items)


def html_meta(source: Source, words: dict[str, str]) -> str:
    """The table of particulars that a portal shows over a document."""
    number = source.name.rpartition(" ")[2]
    date = f"{source.date:%d/%m/%Y}"
    if source.english:
        date = f"{source.date:%B} {source.date.day}, {source.date.year}"
    values = (number, date, source.issuer, source.title or source.subject, words["file"])
    rows = "".join(
        f"<tr>{tag('td', label)}{tag('td', value)}</tr>\n"
        for label, value in zip(bar(words["labels"]), values, strict=True)
    )
    return f'<table class="meta">\n{rows}</table>'


def render_html(source: Source) -> bytes:
    """The page of a source."""
    words = words_of(source)
    title = f"{source.name} {source.title or source.subject}"
    crumbs = " &raquo; ".join(escape(item) for item in bar(words["crumbs"]))
    related = "\n".join(f"<li>{links([item])}</li>" for item in bar(words["related"]))
    body = "\n".join(html_block(source, block) for block in source.blocks)
    page = f"""<!DOCTYPE html>
<html lang="{source.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title, quote=False)} - {words["site"]}</title>
<style>
{STYLE}
</style>
</head>
<body>
<div class="banner">{words["site"]}</div>
<div class="menu">{links(bar(words["menu"]))}</div>
<div class="page">
<div class="crumbs">{crumbs}</div>
<h1 style="font-size:20px">{escape(title, quote=False)}</h1>
<div class="tools">{" | ".join(bar(words["tools"]))}</div>
{html_meta(source, words)}
<div class="doc">
{html_head(source)}
{body}
</div>
<div class="side">
<h3>{words["comments"]}</h3>
<p>{words["no_comments"]}</p>
<h3>{words["related_head"]}</h3>
<ul>
{related}
</ul>
<p>{links([words["top"]])}</p>
</div>
</div>
<div class="foot">{"<br>".join(bar(words["foot"]))}</div>
</body>
</html>
"""
    return page.encode("utf-8")


def text_head(source: Source) -> list[str]:
    """The head of a plain text file, one line for each line of the two columns."""
    nation, motto = nation_lines(source)
    star = "" if source.state else "*"
    left = [line for line in (source.parent, source.issuer, star, source.number, source.subject) if line]
    lines = [*left, "", *(line for line in (nation, motto, source.place_date) if line), ""]
    lines += [line for line in (source.type, source.title) if line]
    if source.to:
        lines += [words_of(source)["to"], *listed(source.to)]
    return [*lines, ""]


def text_signature(source: Source) -> list[str]:
    """Recipients, then the signature."""
    return ["", words_of(source)["recipients"], *listed(source.recipients), "", *source.signature, ""]


def text_block(source: Source, block: Block) -> list[str]:
    """One block as lines of plain text."""
    if block.mark == "table":
        return ["", *(" | ".join(row.cells) for row in block.rows), ""]
    if block.mark == "sign":
        return text_signature(source)
    if block.mark in ("enact", "chapter", "section", "promulgated", "annex"):
        return ["", *block.parts, ""]
    return list(block.parts)


def render_text(source: Source) -> bytes:
    """The plain text file of a source."""
    lines = text_head(source)
    for block in source.blocks:
        lines += text_block(source, block)
    text = "\n".join(lines).strip() + "\n"
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.encode("utf-8")
