"""Whether a place tells what has been, by the headings that stand above it: what was done is no task."""

import re

from assistant.checklists.place import Place
from corpus.document import Outline
from corpus.units import same_length

_LONGEST = 300  # characters of a heading that are looked at
_NO_HEADING = frozenset({"paragraph", "table", "row"})
_HAS_BEEN = re.compile(
    r"\W*(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])?[.)\-]?\s*(?:phan \w+\W+)?"
    r"(?:tinh hinh|thuc trang|ket qua|nhung ket qua|han che|ton tai|nguyen nhan|danh gia chung"
    r"|(?:the )?(?:current )?situation|(?:the )?results|(?:the )?achievements|(?:the )?limitations|(?:the )?causes"
    r"|general assessment)\b"
)
_TO_COME = re.compile(
    r"\b(?:nhiem vu|giai phap|phuong huong|kien nghi|de xuat|ke hoach|thoi gian toi|giao"
    r"|tasks?|solutions?|orientations?|recommend\w*|proposals?|propos\w+|plans?|next period|coming time|assign\w*)\b"
)


def is_past(text: str, outline: Outline, place: Place) -> bool:
    """Whether a place tells what has been: under such a heading; in a report all but where it looks ahead."""
    units = [u for u in outline.above(place.unit) if u.kind not in _NO_HEADING and u.start < place.start]
    if any(u.kind == "article" for u in units):
        return False
    heads = [same_length(text[u.start : u.end].split("\n")[0][:_LONGEST]) for u in units]
    if any(_HAS_BEEN.match(head) for head in heads):
        return True
    return place.entry.identity.type == "report" and bool(heads) and not _TO_COME.search(heads[-1])
