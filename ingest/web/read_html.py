"""HTML: blocks in document order, tables as rows with merged cells filled, lists with the numbers that are shown.

What stands around the text (`html_page`) is left out; text in old fonts is converted where its font is named.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.grid import Cell, is_layout, table_lines
from ingest.letters.legacy import Run, modern_runs
from ingest.lines import Allowed, Line, Reading
from ingest.list_labels import shown_number
from ingest.structure.marks import opens_unit
from ingest.web.html_page import BLOCKS, furniture, headline_outside, text_root
from ingest.web.html_style import Styles, numbering
from ingest.web.page_text import page_text

_SKIPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "button", "select", "iframe", "head", "textarea",
    "input", "xml", "object", "applet", "audio", "video", "canvas", "datalist", "math", "map",
})  # fmt: skip
_OPENING = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|p|h1|table|meta|center|font|span)\b",
    re.I | re.S,
)
_DEEPEST = 120  # blocks inside blocks; below that a page is damaged and its text is taken as it comes
_LONG_CELL = 1500  # characters: no cell of a table that somebody filled in, but a column of the page
_BREAK = "\v"


def looks_like_html(text: str) -> bool:
    """Whether a text opens as HTML does."""
    return bool(_OPENING.match(text[:5000]))


def read_html(name: str, content: bytes, allowed: Allowed) -> Reading:
    """A page or a saved document; if it has one <article> or <main>, that is the text."""
    tree = LexborHTMLParser(page_text(content))
    title = tree.css_first("title")
    root = text_root(tree)
    lines: list[Line] = []
    if root is not None:
        headline = headline_outside(tree, root)
        lines = [Line(headline, "heading", level=1)] if headline else []
        text = _Text(Styles(tree), furniture(root)).of(root) or _Text(Styles(tree), set()).of(root)
        lines.extend(text)
    return Reading(tuple(lines), "text/html", title=" ".join(title.text().split()) if title else None)


class _Text:
    """The text of one page, gathered block by block."""

    def __init__(self, styles: Styles, around: set[int]) -> None:
        self._styles = styles
        self._around = around
        self._labels: dict[int, str] = {}

    def of(self, node: LexborNode, font: str | None = None, depth: int = 0) -> list[Line]:
        """The lines of a block: inline text is collected until a block begins, which gives its own."""
        lines: list[Line] = []
        runs: list[Run] = []
        font = self._styles.font(node, font)
        if node.tag == "ol":
            self._label(node)
        if depth > _DEEPEST:
            return [Line(" ".join(node.text(separator=" ").split()))]
        for found in self._parts(node, font, node.tag == "pre"):
            if isinstance(found, Run):
                runs.append(found)
                continue
            lines.extend(_flushed(node, runs))
            block, around = found
            lines.extend(
                self._table(block, around, depth + 1) if block.tag == "table" else self.of(block, around, depth + 1)
            )
        lines.extend(_flushed(node, runs))
        return self._labelled(node, lines)

    def _parts(
        self, parent: LexborNode, font: str | None, pre: bool, depth: int = 0
    ) -> Iterator[Run | tuple[LexborNode, str | None]]:
        for child in parent.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                text = child.text_content or ""
                yield Run(text.replace("\n", _BREAK) if pre else text, font)
            elif tag == "br":
                yield Run(_BREAK, font)
            elif tag in _SKIPPED or tag.startswith(("-", "!", "_")) or child.mem_id in self._around:
                continue
            elif tag in BLOCKS or depth > _DEEPEST:
                yield child, font
            else:
                yield from self._parts(child, self._styles.font(child, font), pre, depth + 1)

    def _label(self, node: LexborNode) -> None:
        kind = numbering(self._styles, node)
        start = node.attributes.get("start") or "1"
        number = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
        for item in node.iter():
            if item.tag != "li" or kind is None:
                continue
            value = item.attributes.get("value") or ""
            number = int(value) if re.fullmatch(r"\d{1,6}", value) else number
            self._labels[item.mem_id] = f"{shown_number(number, kind)}."
            number += 1

    def _labelled(self, node: LexborNode, lines: list[Line]) -> list[Line]:
        label = self._labels.get(node.mem_id)
        if label and lines and lines[0].kind == "text" and not opens_unit(lines[0].text):
            lines[0] = replace(lines[0], text=f"{label} {lines[0].text}")
        return lines

    def _table(self, table: LexborNode, font: str | None, depth: int) -> list[Line]:
        font = self._styles.font(table, font)
        lines: list[Line] = []
        for caption in (child for child in table.iter() if child.tag == "caption"):
            lines.extend(self.of(caption, font, depth))
        grid: list[list[Cell]] = []
        inside: list[Line] = []
        for tr, head in _rows(table):
            cells: list[Cell] = []
            for node in (c for c in tr.iter() if c.tag in ("td", "th") and c.mem_id not in self._around):
                found = self.of(node, font, depth)
                inside.extend(found)
                text = " ".join(line.text for line in found)
                cells.append(Cell(text, _span(node, "colspan"), _span(node, "rowspan"), head or node.tag == "th"))
            grid.append(cells)
        grid = [cells for cells in grid if cells]
        framed = len(grid) <= 2 and any(len(cell.text) > _LONG_CELL for cells in grid for cell in cells)
        return lines + (inside if framed or is_layout(grid) else table_lines(grid))


def _flushed(node: LexborNode, runs: list[Run]) -> Iterator[Line]:
    text = modern_runs(runs)
    runs.clear()
    for part in text.split(_BREAK):
        if shown := " ".join(part.split()):
            yield Line(shown, *_kind(node))


def _kind(node: LexborNode) -> tuple[Literal["heading", "text"], int]:
    tag = node.tag or ""
    return ("heading", int(tag[1])) if re.fullmatch(r"h[1-6]", tag) else ("text", 0)


def _rows(table: LexborNode, head: bool = False) -> Iterator[tuple[LexborNode, bool]]:
    """The table's own rows, those of tables in its cells left to them; with whether they stand in its <thead>."""
    for child in table.iter():
        if child.tag == "tr":
            yield child, head
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child, child.tag == "thead")


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return int(value) if re.fullmatch(r"[1-9]\d{0,8}", value) else 1
