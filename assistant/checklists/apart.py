"""What of a document is nobody's task on any topic: its preamble, scope and definitions, and who carries it out.

Knows a document's outline and words; nothing of topics.
"""

import re

from assistant.checklists.headings import heading, unmarked
from corpus.document import Outline, Provision
from corpus.units import same_length

_SAID = (
    r"(?:giai thich tu ngu|pham vi dieu chinh|pham vi ap dung|pham vi|doi tuong ap dung|doi tuong dieu chinh"
    r"|interpretation(?: of terms)?|definitions?(?: of terms)?|explanation of terms|scope(?: of \w+)?"
    r"|(?:subjects?|entities|objects?) of application|regulated (?:entities|subjects))"
)
_APART = re.compile(rf"\W*{_SAID}(?:(?:,\s*|\s+(?:va|and)\s+){_SAID})*\W*")
_CARRIED_OUT = re.compile(
    r"\bchiu trach nhiem (?:thi hanh|thuc hien) (?:\w+ ){1,4}nay\b"
    r"|\b(?:shall|(?:are|is|be) responsible for) implement(?:ing|ation of)? this (?!article)\w+"
)
_BODY = frozenset({"part", "chapter", "article", "roman", "enclosure"})


def is_apart(text: str, outline: Outline, unit: Provision | None, start: int, end: int) -> bool:
    """Whether a statement stands where no topic's tasks do."""
    if _CARRIED_OUT.search(same_length(text[start:end])):
        return True
    if any(_APART.fullmatch(same_length(unmarked(heading(text, outline, u)))) for u in outline.above(unit)):
        return True
    first = next((u.start for u in outline if u.kind in _BODY), None)
    return first is not None and end <= first
