"""What the parts of the check share: a fault, and texts evened out for comparing. Knows nothing of meaning."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from corpus.folding import nfc

FaultKind = Literal[
    "number", "date", "document_number", "name", "modal", "qualifier", "negation", "order", "quote", "meaning"
]
Span = tuple[int, int]

_EVEN = str.maketrans(
    {c: '"' for c in "“”„«»"}
    | {c: "'" for c in "‘’‚′"}
    | {c: "-" for c in "‐‑‒–—―−"}
    | {"\u200b": None, "\u00ad": None}
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a statement says and its source does not, or the other way about: the words of both.

    `found` is what stands in its place in the source, empty where nothing does; `said` is empty for what was dropped.
    """

    kind: FaultKind
    said: str
    found: str = ""


def plain(text: str) -> str:
    """The text with one kind of quotes, dashes and spaces; line ends stay."""
    return re.sub(r"[^\S\n]+", " ", nfc(text).translate(_EVEN)).strip()


def hide(text: str, spans: Iterable[Span]) -> str:
    """The text with blanks where the spans are: all other offsets stay."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
