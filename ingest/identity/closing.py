"""The end of a document: its signature and its recipients. Knows nothing of the head.

The block under the last article has two columns, which extraction may bring one after the other or line by line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.clean import Cleaned
from ingest.identity.recipients import recipients_of
from ingest.identity.signature import AUTHORITY, ITEM, RECIPIENTS, has_surname, is_post, named, signature_in
from ingest.identity.spots import Spot, TextLine

_GAP = re.compile(r"[;.,:/]\s+")
_LIST = 60  # lines
_COLUMNS = 300  # characters: a longer line is a paragraph, not two columns


@dataclass(frozen=True, slots=True)
class Closing:
    """What the end of a document says."""

    signer: Spot | None = None
    post: Spot | None = None
    recipients: tuple[Spot, ...] = ()


def closing_of(cleaned: Cleaned, body: int) -> Closing:
    """The first signature and list of recipients after the head; what follows them belongs to annexes and forms."""
    lines = list(_lines(cleaned, body))
    at = next((i for i, line in enumerate(lines) if RECIPIENTS.match(line.text)), None)
    signer, post = signature_in(lines, at)
    return Closing(signer, post, () if at is None else tuple(recipients_of(lines[at : at + _LIST])))


def _lines(cleaned: Cleaned, body: int) -> Iterator[TextLine]:
    for paragraph, start in zip(cleaned.paragraphs, cleaned.starts, strict=True):
        if start < body:
            continue
        at = 0
        for part in paragraph.text.split(" | ") if paragraph.kind == "row" else [paragraph.text]:
            for offset, text in _columns(part):
                yield TextLine(text, start + at + offset, paragraph.kind == "row")
            at += len(part) + 3


def _columns(text: str) -> list[tuple[int, str]]:
    """A recipient and what stands beside it in the signature's column, where both came out as one line."""
    if len(text) > _COLUMNS or not (ITEM.match(text) or RECIPIENTS.match(text)):
        return [(0, text)]
    for gap in _GAP.finditer(text):
        right = text[gap.end() :]
        if AUTHORITY.match(right) or is_post(right) or (named(right) and has_surname(right)):
            return [(0, text[: gap.start() + 1]), (gap.end(), right)]
    return [(0, text)]
