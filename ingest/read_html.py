"""HTML: blocks in document order, tables as rows with merged cells filled. Menus, scripts and forms are no text."""

import re
from collections.abc import Iterator
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.lines import Allowed, Line, Reading, row
from ingest.read_text import decode

_SKIPPED = {
    "script", "style", "noscript", "template", "svg", "nav", "form", "button", "select", "iframe", "head",
    "footer", "aside",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl",
    "dt", "dd", "blockquote", "pre", "figure", "figcaption", "table", "tr", "td", "th", "body", "center", "hr",
    "address",
}  # fmt: skip
_FURNITURE = {
    "banner", "menu", "navbar", "breadcrumb", "breadcrumbs", "crumbs", "sidebar", "side", "foot", "footer", "comment",
    "comments", "related", "share", "social", "toolbar", "tools",
}  # fmt: skip
_SHORT = 3000  # characters: what is longer is not thrown away for its name
_OPENING = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|p|h1|table|meta)\b", re.I | re.S
)


def looks_like_html(text: str) -> bool:
    """Whether a text opens as HTML does."""
    return bool(_OPENING.match(text[:5000]))


def read_html(name: str, content: bytes, allowed: Allowed) -> Reading:
    """A page or a saved document; if it has one <article> or <main>, that is the text."""
    tree = LexborHTMLParser(decode(content) or "")
    title = tree.css_first("title")
    root = tree.css_first("article") or tree.css_first("main") or tree.body
    lines: list[Line] = []
    if root is not None:
        _walk(root, lines)
    return Reading(tuple(lines), "text/html", title=title.text(strip=True) if title else None)


def _walk(node: LexborNode, lines: list[Line]) -> None:
    """Collects inline text until a block begins, then goes into the block."""
    buffer: list[str] = []

    def flush() -> None:
        text = "\n".join(" ".join(part.split()) for part in "".join(buffer).split("\v"))
        buffer.clear()
        lines.extend(Line(part, *_kind(node)) for part in text.split("\n") if part.strip())

    def collect(parent: LexborNode) -> None:
        for child in parent.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                buffer.append(child.text_content or "")
            elif tag == "br":
                buffer.append("\v")
            elif tag in _SKIPPED or tag.startswith(("-", "!", "_")) or _is_furniture(child):
                continue
            elif tag == "table":
                flush()
                _table(child, lines)
            elif tag in _BLOCKS:
                flush()
                _walk(child, lines)
            else:
                collect(child)

    collect(node)
    flush()


def _is_furniture(node: LexborNode) -> bool:
    """Whether a short block calls itself part of the page around the text: a menu, comments."""
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".lower().split()
    return node.tag in ("div", "section", "ul") and not _FURNITURE.isdisjoint(names) and len(node.text()) < _SHORT


def _kind(node: LexborNode) -> tuple[Literal["heading", "text"], int]:
    tag = node.tag or ""
    return ("heading", int(tag[1])) if re.fullmatch(r"h[1-6]", tag) else ("text", 0)


def _table(table: LexborNode, lines: list[Line]) -> None:
    grid = [cells for tr in _rows(table) if (cells := [c for c in tr.iter() if c.tag in ("td", "th")])]
    for caption in (child for child in table.iter() if child.tag == "caption"):
        _walk(caption, lines)
    columns = max((len(cells) for cells in grid), default=0)
    if columns <= 1 or (len(grid) <= 2 and columns <= 2):
        for cells in grid:  # a layout table: the header of a document, its signature
            for cell in cells:
                _walk(cell, lines)
        return
    below: dict[int, tuple[int, str]] = {}
    for number, cells in enumerate(grid):
        lines.append(row(_filled(cells, below), header=number == 0))


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """The table's own rows, those of tables in its cells left to them."""
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _filled(cells: list[LexborNode], below: dict[int, tuple[int, str]]) -> list[str]:
    """A row's cells with those that reach down from above; `below` is column -> (rows left, text) and is updated."""
    filled: list[str] = []
    waiting = list(cells)
    while waiting or len(filled) in below:
        column = len(filled)
        if column in below:
            left, text = below.pop(column)
            filled.append(text)
            if left > 1:
                below[column] = (left - 1, text)
            continue
        cell = waiting.pop(0)
        text = " ".join(cell.text(separator=" ").split())
        span, rows = _span(cell, "colspan"), _span(cell, "rowspan")
        for i in range(span):
            if rows > 1:
                below[column + i] = (rows - 1, text)
        filled.extend([text] if span > 1 and not waiting and column == 0 else [text] * span)
    return filled


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return min(int(value), 100) if value.isdigit() and int(value) > 0 else 1
