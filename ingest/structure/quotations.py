"""What one document quotes of another, such as an article that it inserts there: its numbers are the other document's.

Knows nothing of units.
"""

import re
from collections.abc import Sequence
from typing import Literal

from ingest.structure.marks import Mark, read_mark

_LONGEST = 400  # paragraphs: a chapter or two that an amending law puts into another
_AMENDS = re.compile(
    r"sửa đổi|bổ sung|thay thế|viết lại|đính chính|\b(?:amend|supplement|replace|insert|read)", re.IGNORECASE
)
_CHANGES = re.compile(
    rf"{_AMENDS.pattern}|bãi bỏ|hủy bỏ|huỷ bỏ|đổi tên|\b(?:repeal|abrogat|annul|delet)", re.IGNORECASE
)
_NAMED = re.compile(
    r"\b(?P<kind>khoản|điểm|điều|chương|mục|clauses?|paragraphs?|points?|items?|articles?|chapters?|sections?)"
    r"\s+(?P<mark>dd|\d{1,3}[a-zđ]?|[ivxlc]{1,6}|[a-zđ]\d?)\b",
    re.IGNORECASE,
)
_KINDS = {
    "khoản": "clause", "clause": "clause", "paragraph": "clause", "điểm": "point", "point": "point", "item": "point",
    "điều": "article", "article": "article", "chương": "chapter", "chapter": "chapter",
    "mục": "section", "section": "section",
}  # fmt: skip


def quoted(texts: Sequence[str]) -> set[int]:
    """The paragraphs inside a quotation that runs over several, such as an article to be inserted elsewhere.

    Only where the quotation is closed again, so that one lost mark does not swallow the rest.
    """
    inside: set[int] = set()
    opened: int | None = None
    for i, text in enumerate(texts):
        anew = text.startswith(("“", '"')) and read_mark(text[1:].lstrip()) is not None
        turn = _turn(text, within=opened is not None and not (anew and text.startswith('"')))
        if turn == "opens":
            # a quotation that begins with a unit begins anew: the one before it was never closed
            opened = i if opened is None or anew else opened
        elif turn == "closes" and opened is not None:
            if i - opened <= _LONGEST and not anew:
                inside.update(range(opened + 1, i + 1))
            opened = None
    return inside


def quotes(lead: str, mark: Mark) -> bool:
    """Whether a line that announces new wording ("khoản 2 Điều 5 được sửa đổi như sau:") names the unit that follows it
    without quotation marks.
    """
    if not lead.rstrip().endswith(":") or not _AMENDS.search(lead[-1000:]):
        return False
    own = read_mark(lead)
    rest = own.title if own is not None else lead
    for named in _NAMED.finditer(rest[-1000:]):
        kind = named["kind"].lower()
        if _KINDS[kind.rstrip("s")] == mark.kind and named["mark"].lower() == mark.mark.lower():
            return True
    return False


def belongs(text: str, mark: Mark, replaced: Mark) -> bool:
    """Whether a line still is the new wording of a unit, given without quotation marks, that `quotes` has found."""
    below = mark.rank > replaced.rank or (mark.kind == replaced.kind and mark.kind in ("clause", "point"))
    return below and not _CHANGES.search(text[:1000])


def _turn(text: str, *, within: bool) -> Literal["opens", "closes", "neither"]:
    """What a paragraph leaves open or closes: its last mark decides; straight marks tell by their number alone."""
    last = max(text.rfind("“"), text.rfind("”"))
    if last >= 0:
        return "opens" if text[last] == "“" else "closes"
    if text.count('"') % 2 == 1 and (within or text.startswith('"')):
        return "closes" if within else "opens"
    return "neither"
