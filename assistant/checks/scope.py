"""What a document does not govern told as governed, and what it governs alone told as if others were too.

Scope is told by few words in both languages, so that a denial of it is found though no other word is the same.
"""

import re
from collections.abc import Iterator

from assistant.checks.free import lacks
from assistant.checks.side import NEGATIONS, Side
from assistant.checks.text import Fault

_LEFT_OUT = re.compile(
    r"\b(?:(?:does|do|shall|is|are) not (?:apply|cover|govern|regulate|extend|include|be applied|subject|applicable|within)"
    r"|không (?:thuộc|áp dụng|điều chỉnh|nằm trong|chịu sự điều chỉnh))\b",
    re.IGNORECASE,
)
_COVERED = re.compile(
    r"\b(?:appl(?:y|ies|ied|icable)|covers?|covered|governs?|governed|regulates?|subject to|extends? to|within"
    r"|thuộc|áp dụng|điều chỉnh|nằm trong|chịu)\b",
    re.IGNORECASE,
)
_TOO = re.compile(
    r"\b(?:cả|kể cả|ngay cả|even (?:those|people|persons|if|when|without|someone)|also)\b[^.;]*?\b(?:cũng (?:được|có thể|phải)|may|can|is|are|must)\b",
    re.IGNORECASE,
)
_DENYING = NEGATIONS | {"except", "only"}


def compare_scope(said: Side, source: Side) -> Iterator[Fault]:
    """Scope that the source denies and the statement tells without any denial; a limit told as none."""
    text, denying = said.reading.text, {o.kind for o in said.operators} & _DENYING
    left_out = _LEFT_OUT.search(source.reading.text)
    clauses = {w.sentence for w in source.words}
    if left_out and len(clauses) == 1 and not denying and not lacks(text) and (covered := _COVERED.search(text)):
        yield Fault("negation", covered.group(), left_out.group())
    only = next((o for o in source.operators if o.kind == "only"), None)
    too = _TOO.search(text)
    if only and too and "only" not in denying and not _TOO.search(source.reading.text):
        yield Fault("qualifier", too.group(), only.said)
