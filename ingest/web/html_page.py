"""What on a page is the text and what stands around it: menus, link lists, comments, share bars.

Told by structure (how much of a block is links, where it stands, what it is called), and never so that the greater part
of the page's prose goes. Knows nothing of what the text says.
"""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.web.html_style import is_hidden

BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol",
    "dl", "dt", "dd", "blockquote", "pre", "figure", "figcaption", "table", "thead", "tbody", "tfoot", "tr",
    "td", "th", "caption", "body", "center", "hr", "address", "form", "fieldset", "details", "summary", "nav",
    "footer", "aside", "menu",
})  # fmt: skip
_AROUND = frozenset(("nav", "footer", "aside", "form", "menu"))
_NAMES = frozenset({
    "banner", "menu", "navbar", "nav", "navigation", "breadcrumb", "breadcrumbs", "crumbs", "sidebar", "side",
    "foot", "footer", "comment", "comments", "related", "share", "sharing", "social", "toolbar", "tools",
    "cookie", "cookies", "consent", "pagination", "pager", "advert", "ads", "advertisement", "newsletter",
    "subscribe", "popup", "modal", "lienquan", "binhluan", "quangcao", "topbar", "skip",
})  # fmt: skip
_WHOLE_NAMES = frozenset(
    ("tin-lien-quan", "tin-khac", "binh-luan", "bai-lien-quan", "chia-se", "quang-cao", "site-header")
)
_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"))
_WORDS = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PROSE = 100  # characters that a block says itself, links apart: fewer may be a button or a headline
_SHORT = 3000  # characters: what is longer is not thrown away for its name
_LINKS = 3
_LINKED = 0.7  # of a block's characters, from which on it is a list of links


@dataclass(slots=True)
class _Measure:
    """What is in one element and all below it."""

    node: LexborNode
    parent: int
    block: int  # the nearest block that it stands in
    own: int = 0  # characters that this block says itself, outside links
    text: int = 0
    linked: int = 0
    links: int = 0
    prose: int = 0
    last: int = 0  # where it ends, in the order of the page


def text_root(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the text: the one <article>, or the greatest if it has much of the page, else <main>."""
    body = tree.body
    if body is None:
        return None
    articles = tree.css("article")
    if len(articles) == 1 and _length(articles[0]) * 8 > _length(body):
        return articles[0]
    for found in (*sorted(articles, key=_length, reverse=True)[:1], *tree.css("main, [role=main]")[:1]):
        if _length(found) * 2.5 > _length(body):
            return found
    return body


def headline_outside(tree: LexborHTMLParser, root: LexborNode) -> str | None:
    """The page's one <h1>, where it stands outside the element that holds the text."""
    headings = tree.css("h1")
    if root.tag == "body" or len(headings) != 1 or root.css_first("h1") is not None:
        return None
    return " ".join(headings[0].text().split()) or None


def furniture(root: LexborNode) -> set[int]:
    """The elements (by `mem_id`) that are not the text but stand around it."""
    measures = _measured(root)
    prose = [i for i, m in enumerate(measures) if m.own >= _PROSE]
    whole = measures[0]
    found: set[int] = set()
    for i, m in enumerate(measures[1:], 1):
        if m.text * 2 > whole.text or (whole.prose and m.prose * 10 > whole.prose * 3):
            continue  # it holds the text itself
        outside = bool(prose) and (m.last < prose[0] or i > prose[-1])
        if _is_around(m.node) or _is_called_so(m) or (outside and _is_link_list(m)):
            found.add(m.node.mem_id)
    return found


def _length(node: LexborNode) -> int:
    return len(node.text())


def _is_around(node: LexborNode) -> bool:
    return node.tag in _AROUND or (node.attributes.get("role") or "").lower() in _ROLES or is_hidden(node)


def _is_called_so(measure: _Measure) -> bool:
    node = measure.node
    if measure.text >= _SHORT or node.tag not in ("div", "section", "ul", "table", "header", "dl", "ol", "p"):
        return False
    named = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    if not _WHOLE_NAMES.isdisjoint(named.lower().split()):
        return True
    return not _NAMES.isdisjoint(_WORDS.split(_CAMEL.sub("-", named).lower()))


def _is_link_list(measure: _Measure) -> bool:
    return (
        measure.node.tag in BLOCKS
        and measure.links >= _LINKS
        and measure.linked >= measure.text * _LINKED
        and not measure.node.text().lstrip().startswith(("Căn cứ", "Pursuant"))
    )


def _measured(root: LexborNode) -> list[_Measure]:
    """All elements in the order of the page, measured in two passes whatever their depth."""
    measures = [_Measure(root, -1, 0)]
    place = {root.mem_id: 0}
    for node in root.traverse(include_text=True):
        parent = place.get(node.parent.mem_id) if node.parent is not None else None
        if parent is None:
            continue
        if node.tag == "-text":
            length = len((node.text_content or "").strip())
            measures[parent].text += length
            if not _is_linked(measures, parent):
                measures[measures[parent].block].own += length
        elif not (node.tag or "-").startswith(("-", "!")) and node.tag not in ("script", "style", "noscript"):
            place[node.mem_id] = len(measures)
            block = len(measures) if node.tag in BLOCKS else measures[parent].block
            measures.append(_Measure(node, parent, block, last=len(measures)))
    for m in reversed(measures):
        m.prose += m.own if m.own >= _PROSE else 0
        if m.node.tag == "a" and not (m.node.attributes.get("href") or "#").startswith("#"):
            m.linked, m.links = m.text, 1
        if m.parent >= 0:
            above = measures[m.parent]
            above.text += m.text
            above.linked += m.linked
            above.links += m.links
            above.prose += m.prose
            above.last = max(above.last, m.last)
    return measures


def _is_linked(measures: list[_Measure], at: int) -> bool:
    for _ in range(3):  # a link holds little but words and the marks on them
        if measures[at].node.tag == "a":
            return True
        at = measures[at].parent
        if at < 0:
            break
    return False
