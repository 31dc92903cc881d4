"""Who decides, where a heading or a lead-in says it and the clause itself does not.

"Điều 5. Thẩm quyền của Chủ tịch Ủy ban nhân dân tỉnh: 1. Quyết định thành lập ...", "Giám đốc sở quyết định đối với:
a) ...; b) ...". Knows a text and its outline; nothing of topics.
"""

import re
from collections.abc import Iterator

from assistant.checklists.headings import heading
from assistant.checklists.powers import DECIDES, WHO, Power
from corpus.document import Outline, Provision
from corpus.registers import Span
from corpus.units import same_length

_LONGEST = 600  # characters of a clause with its points
_CLAUSES = frozenset({"clause", "subclause", "point"})
_COMPETENCE = re.compile(
    r"\b(?:tham quyen|quyen han|trach nhiem)(?:\s*,?\s*(?:va\s+)?(?:trach nhiem|tham quyen|quyen han))?\s+cua\s+"
    rf"(?P<who>(?:{WHO}).*?)\s*$"
    rf"|\b(?:competence|powers?|authority|responsibilit(?:y|ies))\s+of\s+(?P<body>(?:{WHO}).*?)\s*$"
)
_DOES = re.compile(rf"\W*(?:(?:\d{{1,2}}(?:\.\d{{1,2}})*|[a-zđ]\d?)[.)]\s+|[-–+•]\s+)?(?:to\s+)?(?:{DECIDES})\b(?=\s)")
_LEADS = re.compile(
    rf"\W*(?:(?:\d{{1,2}}(?:\.\d{{1,2}})*|[a-zđ]\d?)[.)]\s+|[-–+•]\s+)?"
    rf"(?P<who>(?:{WHO})[^.;:\n|]{{0,140}}?)\s+(?:{DECIDES})\b[^.;:\n|]{{0,80}}:\s*$"
)


def powers_led(text: str, outline: Outline) -> Iterator[Power]:
    """The clauses that say what the body in the heading decides, and the lists of what a body decides, in order."""
    for unit in outline:
        if unit.kind not in _CLAUSES or unit.end - unit.start > _LONGEST:
            continue
        whole = Span(unit.start, unit.start + len(text[unit.start : unit.end].rstrip()))
        if who := _leading(text, outline, unit) or _in_heading(text, outline, unit, whole):
            yield Power(whole, who, "assigned")


def _leading(text: str, outline: Outline, unit: Provision) -> Span | None:
    """Who decides on what the points of a clause list."""
    first = next((u.start for u in outline.children(unit.address)), None)
    match = _LEADS.match(same_length(text[unit.start : first])) if first else None
    return Span(unit.start + match.start("who"), unit.start + match.end("who")) if match else None


def _in_heading(text: str, outline: Outline, unit: Provision, whole: Span) -> Span | None:
    """The body that the heading above names, where a clause begins with what is decided."""
    if any(outline.children(unit.address)) or not _DOES.match(same_length(whole.of(text))):
        return None
    article = next((u for u in outline.above(unit) if u.kind == "article"), None)
    match = _COMPETENCE.search(same_length(heading(text, outline, article))) if article else None
    if article is None or match is None:
        return None
    name = "who" if match["who"] else "body"
    return Span(article.start + match.start(name), article.start + match.end(name))
