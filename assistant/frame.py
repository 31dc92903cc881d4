"""What stands around the body of a document: letterhead, address, recipients, signature. Knows no questions.

Decree 30/2020, App. I: the parts before the type and summary, and those below the last provision.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.document import Identity

_ADDRESS = re.compile(r"^[ \t]*(?:Kính gửi|Kính trình|To)\s*:.*(?:\n[ \t]*[-–+*•].*)*", re.MULTILINE)
_RECIPIENTS = re.compile(
    r"^[ \t]*(?:Nơi nhận|Recipients?|Destinataires?)\s*:?.*(?:\n[ \t]*[-–+*•].*)*", re.MULTILINE | re.IGNORECASE
)
_NEAR_TOP = 2500  # characters in which a letterhead lies
_FIELDS = frozenset({"number", "issuer", "place", "issued", "signer", "signer_post", "recipients"})


@lru_cache(maxsize=64)
def frame_of(text: str, identity: Identity) -> tuple[tuple[int, int], ...]:
    """The stretches of a document's text that only frame it, as offsets."""
    return (*_letterhead(identity), *_stated(text, identity), *_called(text))


def _letterhead(identity: Identity) -> Iterator[tuple[int, int]]:
    """All that stands above the title; a news text has no such thing."""
    title = next((s for s in identity.stated if s.field == "title"), None)
    issuer = next((s for s in identity.stated if s.field == "issuer"), None)
    if title is not None and issuer is not None and issuer.start < title.start < _NEAR_TOP:
        yield 0, title.start


def _stated(text: str, identity: Identity) -> Iterator[tuple[int, int]]:
    """The lines that hold nothing but what identifies the document."""
    for s in identity.stated:
        if s.field not in _FIELDS or s.start >= s.end:
            continue
        start = text.rfind("\n", 0, s.start) + 1
        end = text.find("\n", s.end)
        line = text[start : end if end >= 0 else len(text)]
        if len(line.strip()) <= 2 * (s.end - s.start) + 40 and not line.rstrip().endswith(("./.", "/.")):
            yield s.start, s.end


def _called(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_ADDRESS, _RECIPIENTS):
        for match in pattern.finditer(text):
            yield match.span()
