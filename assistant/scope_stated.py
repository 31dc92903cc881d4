"""What a document says of its own scope: "Quyết định này quy định chế độ ...". It shares the words of a question and
gives no figure and no day. Knows nothing of scores.
"""

import re

from assistant.earlier import TYPE
from assistant.evidence import Evidence
from corpus.folding import fold

_MARK = r"\W*(?:\d{1,2}[.)]\s*)?"
_SCOPE = re.compile(
    rf"{_MARK}(?:(?:{TYPE}) nay (?:quy dinh|huong dan|dieu chinh|ap dung)"
    rf"|this (?:\w+ )?(?:{TYPE}) (?:prescribes|provides for|regulates|governs|sets (?:out|forth)|stipulates|guides"
    r"|applies|details))(?!\w)"
)


def states_scope_only(e: Evidence) -> bool:
    """Whether a statement tells what its document is about, and no figure."""
    even = fold(e.text)
    found = None if e.lead_in else _SCOPE.match(even)
    return found is not None and not any(c.isdigit() for c in even[found.end() :])
