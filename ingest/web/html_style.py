"""What the style of a page says of its text: which font it is in, whether it is shown, how a list is numbered.

Only as much of CSS as old pages and Word's own need. Knows nothing of what the text says.
"""

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_RULE = re.compile(r"([^{}@;]{1,2000})\{([^{}]{0,5000})\}")
_SIMPLE = re.compile(r"^(?:[a-z][a-z0-9]*)?(?:\.[\w-]+)?$", re.I)
_FONT = re.compile(r"(?:^|;)\s*font(?:-family)?\s*:\s*([^;]+)", re.I)
_FACE = re.compile(r"""["']?(\.Vn[^"',;]*|VNI[ -][^"',;]*)""", re.I)
_NO_LABEL = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.I)
_KIND = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(decimal|(?:lower|upper)-(?:alpha|latin|roman))\b", re.I)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|(?:^|[;\s])opacity\s*:\s*0(?:\.0+)?\s*(?:[;!]|$)"
    r"|font-size\s*:\s*(?:0(?:\.0+)?(?:px|pt|em|rem|%)?|1(?:\.0+)?(?:px|pt))\s*(?:[;!]|$)"
    r"|text-indent\s*:\s*-\d{4,}|(?:left|right|top)\s*:\s*-\d{4,}px",
    re.I,
)
_INK = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)", re.I)
_GROUND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)", re.I)
_OTHER_FACE = re.compile(r"""["']?([^"',;]+)""")
_TYPES = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i",
    "upper-roman": "I", "decimal": "1",
}  # fmt: skip


class Styles:
    """The style sheets inside a page, as far as they name fonts and kinds of lists by tag and class."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._rules: dict[str, str] = {}
        for sheet in tree.css("style"):
            for selectors, body in _RULE.findall(_COMMENT.sub("", sheet.text()[:200_000])):
                for selector in selectors.split(","):
                    key = selector.strip().lower()
                    if _SIMPLE.match(key) and ("font" in body.lower() or "list-style" in body.lower()):
                        self._rules[key] = f"{self._rules.get(key, '')};{body}"

    def of(self, node: LexborNode) -> str:
        """The declarations that hold for an element, the weaker ones first."""
        inline = node.attributes.get("style") or ""
        if not self._rules:
            return inline
        tag = node.tag or ""
        names = [n.lower() for n in (node.attributes.get("class") or "").split()]
        found = [self._rules.get(key, "") for key in (tag, *(f".{n}" for n in names), *(f"{tag}.{n}" for n in names))]
        return ";".join((*filter(None, found), inline))

    def font(self, node: LexborNode, around: str | None) -> str | None:
        """The font of an element's text, that of what is around it if it names none."""
        attributes: Mapping[str, str | None] = node.attributes
        face = attributes.get("face") if node.tag == "font" else None
        named = face or _last(_FONT.findall(self.of(node)))
        if not named:
            return around
        old = _FACE.search(named)
        other = _OTHER_FACE.match(named.strip())
        return old.group(1).strip() if old else other.group(1).strip() if other else around


def is_hidden(node: LexborNode) -> bool:
    """Whether an element is not shown. Only what it says of itself: scripts show what style sheets hide."""
    style = node.attributes.get("style") or ""
    return "hidden" in node.attributes or bool(_HIDDEN.search(style)) or _is_inkless(style)


def _is_inkless(style: str) -> bool:
    """Whether text is written in the colour of its own ground."""
    ink, ground = _last(_INK.findall(style)), _last(_GROUND.findall(style))
    plain = "".join((ink or "").lower().split())
    return bool(plain) and plain == "".join((ground or "").lower().split())


def numbering(styles: Styles, node: LexborNode) -> str | None:
    """How the items of an <ol> are numbered ("1", "a", "I"), None if they show no numbers."""
    style = styles.of(node)
    if _NO_LABEL.search(style):
        return None
    named = _KIND.search(style)
    kind = _TYPES[named.group(1).lower()] if named else (node.attributes.get("type") or "1")
    return kind if kind in ("1", "a", "A", "i", "I") else "1"


def _last(found: list[str]) -> str | None:
    return found[-1] if found else None
