"""What a document says of its own scope: "Quyết định này quy định chế độ ...". It shares the words of a question and
gives no figure and no day. Knows nothing of scores.
"""

import re

from assistant.evidence import Evidence
from corpus.folding import fold
from corpus.identity import TYPES

_TYPES = "|".join(sorted({fold(n) for _, vi, en, *_ in TYPES for n in (vi, *en)}, key=lambda n: (-len(n), n)))
_MARK = r"\W*(?:\d{1,2}[.)]\s*)?"
_SCOPE = re.compile(
    rf"{_MARK}(?:(?:{_TYPES}) nay (?:quy dinh|huong dan|dieu chinh|ap dung)"
    rf"|this (?:\w+ )?(?:{_TYPES}) (?:prescribes|provides for|regulates|governs|sets (?:out|forth)|stipulates|guides"
    r"|applies|details))(?!\w)"
)


def states_scope_only(e: Evidence) -> bool:
    """Whether a statement tells what its document is about, and no figure."""
    even = fold(e.text)
    found = None if e.lead_in else _SCOPE.match(even)
    return found is not None and not any(c.isdigit() for c in even[found.end() :])
